"""The command `dragoman diff`: what is compared, and how it is shown."""

import re
import shutil
import sys
from argparse import Namespace
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory
from typing import NamedTuple

from graph.compare.diff import Change, Kind, find_changes
from graph.compare.render import render_changes, render_json, render_table
from graph.compare.statements import Paper, Statement, names_of, read_papers, read_statements, shared_keys
from graph.compare.union import Side, unite
from graph.corpus.formats import SUFFIXES
from graph.corpus.read import make_slug
from graph.errors import QueryError, StoreError
from graph.rdf.overview import search_key
from graph.sparql.saved import NEAR, tells_date
from graph.sparql.store import EmbeddedStore, load_store

DATE = re.compile(r"(\d{4}(?:-\d\d){0,2})?(\.\.)?(\d{4}(?:-\d\d){0,2})?")


class Title(NamedTuple):
    """What a side is called, and the date or other sign that tells it from the other side."""

    title: str
    mark: str

    def __str__(self) -> str:
        return f"{self.title} ({self.mark})" if self.mark else self.title


def main_diff(args: Namespace) -> None:
    """Compare what the command line names and print it, or write its page.

    Raises QueryError or CorpusError for what names nothing, StoreError where the page cannot be written.
    """
    if args.html and args.html.is_dir():
        raise StoreError(f"{args.html}: is a folder; name the file that the page is to be")
    with TemporaryDirectory(prefix="dragoman-") as scratch:
        folders = [_folder_of(name, args, Path(scratch) / str(n)) for n, name in enumerate((args.before, args.after))]
        stores: dict[Path, EmbeddedStore] = {folder: load_store(folder) for folder in dict.fromkeys(folders)}
        names = {folder: names_of(store) for folder, store in stores.items()}
        keys = dict(zip(stores, shared_keys(*names.values()), strict=True))
        papers = {paper.iri: paper for store in stores.values() for paper in read_papers(store)}
        before, after = (
            _read_side(name, folder, args, stores[folder], keys[folder], names[folder])
            for name, folder in zip((args.before, args.after), folders, strict=True)
        )
        changes = find_changes(before.statements, after.statements)
        if args.html:
            _write_page(
                args.html, before, after, changes, _titles_of((args.before, args.after), (before, after), papers)
            )
        else:
            sys.stdout.write(_render(args.format, changes, papers, base=after.store.base))


def _render(form: str, changes: Sequence[Change], papers: Mapping[str, Paper], *, base: str) -> str:
    if form == "table":
        width = shutil.get_terminal_size().columns if sys.stdout.isatty() else 120
        return render_table(changes, papers, width=width)
    return render_json(changes, papers) if form == "json" else render_changes(changes, base=base)


def _write_page(file: Path, before: Side, after: Side, changes: Sequence[Change], titles: Sequence[Title]) -> None:
    """Write the explorer of both sides' claims, and tell how many changes of each kind it shows."""
    from graph.rdf.files import write_whole
    from graph.sparql.store import make_store
    from graph.web.network import make_network
    from graph.web.page import render_page
    from graph.web.view import make_view
    from graph.work.page import CARRIED

    triples = list(unite(before, after, changes))
    if len(triples) > CARRIED:
        told = f"{len(triples):,} statements, and a page carries {CARRIED:,}"
        raise StoreError(f"{file}: both sides together have {told}; compare fewer documents, or one speaker's claims")
    store = make_store(triples)
    view = make_view(make_network(store), store) | {"sides": [title._asdict() for title in titles]}
    page = render_page(view, triples, title=" → ".join(map(str, titles)), base=after.store.base)
    write_whole(page.encode(), file)
    counts = Counter(change.kind for change in changes)
    told = ", ".join(f"{counts[kind]} {kind}" for kind in Kind if counts[kind]) or "no claims to compare"
    sys.stdout.write(f"Wrote {file}: {told}\n")


def _read_side(
    name: str, folder: Path, args: Namespace, store: EmbeddedStore, keys: Mapping[str, str],
    names: Mapping[str, Sequence[str]],
) -> Side:  # fmt: skip
    """The documents and statements that a side's name means, those of one speaker where the command line says so."""
    papers = read_papers(store)
    whole = folder != args.data or Path(name) == args.data
    chosen = {paper.iri for paper in papers} if whole else _chosen(name, papers)
    statements = [s for s in read_statements(store, keys=keys) if s.document in chosen]
    if args.speaker:
        statements = _said_by(args.speaker, statements, names, folder)
    return Side(store=store, keys=keys, documents=sorted(chosen), statements=statements)


def _said_by(
    speaker: str, statements: Sequence[Statement], names: Mapping[str, Sequence[str]], folder: Path
) -> list[Statement]:
    """The statements of a speaker; QueryError, with the speakers of a name that is near, where nobody is called so."""
    called = {n[0] for n in names.values() if search_key(speaker) in map(search_key, n)}
    if not called:
        near = near_names(speaker, {s.speaker for s in statements})
        meant = f"did you mean {', '.join(near)}?" if near else "try another name"
        raise QueryError(f"--speaker {speaker!r}: nobody in {folder} is called so; {meant}")
    return [s for s in statements if s.speaker in called]


def _titles_of(names: Sequence[str], sides: Sequence[Side], papers: Mapping[str, Paper]) -> list[Title]:
    """What the sides are called: each its document's title and date, or the sign that tells it from the other side's.

    A side of several documents goes by what the command line names.
    """
    from graph.web.titles import Titled, find_marks

    single = [papers[side.documents[0]] if len(side.documents) == 1 else None for side in sides]
    marks = find_marks(
        {p.iri: Titled(iri=p.iri, title=p.title, date=p.date, source=p.source) for p in single if p}.values()
    )
    return [
        Title(paper.title, marks.get(paper.iri) or paper.date) if paper else Title(Path(name).name or name, "")
        for name, paper in zip(names, single, strict=True)
    ]


def _folder_of(name: str, args: Namespace, scratch: Path) -> Path:
    """The dataset that a side is in: a build's folder or file, a build made of a document now, or --data."""
    path = Path(name)
    if not path.exists():
        return Path(args.data)
    if path.suffix in (".nt", ".ttl") or (path / "graph.nt").is_file() or (path / "graph.ttl").is_file():
        return path
    from graph.build import build_documents

    build_documents([path], scratch, voice=args.voice, overrides=args.overrides)
    return scratch


def near_names(name: str, known: Iterable[str]) -> list[str]:
    """Up to three names that may be meant by another, the likeliest first: spelled alike, or a surname, or so begun."""
    wanted = search_key(name)

    def ends_alike(key: str) -> bool:
        alike = key.split()[-1:] == wanted.split()[-1:]
        return alike and (" " not in wanted or key[:1] == wanted[:1])

    likeness = {
        each: SequenceMatcher(None, wanted, key).ratio() + ends_alike(key)
        for each, key in sorted((each, search_key(each)) for each in known)
    }
    return [each for each in sorted(likeness, key=lambda each: -likeness[each]) if likeness[each] >= NEAR][:3]


def _chosen(name: str, papers: Sequence[Paper]) -> set[str]:
    """The documents that a name means: by date or period where it is one, else by id, file or words of the title.

    Raises QueryError where it means none, with those that there are, and for a period that ends before it begins.
    """
    date = DATE.fullmatch(name)
    if name and date and any(date.groups()):
        first, dots, last = date.groups()
        end = (last or "9999") if dots else first
        if not all(map(tells_date, filter(None, (first, last)))):
            raise QueryError(f"{name}: there is no such date; write it as 2024, 2024-05 or 2024-05-31")
        if first and end[: len(first)] < first[: len(end)]:
            raise QueryError(f"{name}: the period ends before it begins; write it as {end}..{first}")
        found = {p.iri for p in papers if _is_within(p.date, first or "", end)}
    else:
        wanted = search_key(name)
        exact = {p.iri for p in papers if _is_called(name, p)}
        found = exact or {p.iri for p in papers if wanted and wanted in search_key(f"{p.title} {p.source}")}
    if not found:
        raise QueryError(
            f"{name}: no file or folder, and no document of the data is called or dated so; {listed(name, papers)}"
        )
    return found


def _is_called(name: str, paper: Paper) -> bool:
    """Whether a document has such an id, source, title or file name: its id is made of that, whatever the source is."""
    id_ = paper.iri.rpartition("/")[2]
    file = PurePath(name)
    of_file = file.suffix.lower() in SUFFIXES and id_.rpartition("-")[0] == make_slug(file.stem)
    return name in (id_, paper.source) or search_key(name) == search_key(paper.title) or of_file


def listed(name: str, papers: Sequence[Paper], *, most: int = 10) -> str:
    """The documents that there are, with their dates, those first whose titles are most like a name."""
    if not papers:
        return "it has none"
    wanted = search_key(name)
    likely = sorted(papers, key=lambda p: (-SequenceMatcher(None, wanted, search_key(p.title)).ratio(), p.date, p.iri))
    told = [f"“{p.title}” ({p.date})" if p.date else f"“{p.title}”" for p in likely[:most]]
    more = f" and {len(papers) - most} more" if len(papers) > most else ""
    return f"it has {', '.join(told)}{more}"


def _is_within(date: str, first: str, last: str) -> bool:
    """Whether a date lies in a period whose ends may be years or months: "2021" to "2022-06"."""
    return bool(date) and date[: len(first)] >= first and date[: len(last)] <= last
