"""The command `dragoman diff`: what is compared, and how it is shown."""

import re
import shutil
import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from graph.compare.diff import find_changes
from graph.compare.render import render_changes, render_json, render_table
from graph.compare.statements import Paper, Statement, names_of, read_papers, read_statements, shared_keys
from graph.errors import QueryError
from graph.rdf.overview import search_key
from graph.sparql.store import Store, load_store

DATE = re.compile(r"(\d{4}(?:-\d\d){0,2})?(\.\.)?(\d{4}(?:-\d\d){0,2})?")


def main_diff(args: Namespace) -> None:
    """Compare what the command line names and print it; raises QueryError or CorpusError for what names nothing."""
    with TemporaryDirectory(prefix="dragoman-") as scratch:
        folders = [
            _folder_of(name, args.data, Path(scratch) / str(n)) for n, name in enumerate((args.before, args.after))
        ]
        stores: dict[Path, Store] = {folder: load_store(folder) for folder in dict.fromkeys(folders)}
    names = {folder: names_of(store) for folder, store in stores.items()}
    keys = dict(zip(stores, shared_keys(*names.values()), strict=True))
    papers = {paper.iri: paper for store in stores.values() for paper in read_papers(store)}
    sides: list[list[Statement]] = []
    for name, folder in zip((args.before, args.after), folders, strict=True):
        statements = read_statements(stores[folder], keys=keys[folder])
        chosen = None if folder != args.data or Path(name) == args.data else _chosen(name, read_papers(stores[folder]))
        side = [s for s in statements if chosen is None or s.document in chosen]
        if args.speaker:
            called = {n[0] for n in names[folder].values() if search_key(args.speaker) in map(search_key, n)}
            if not called:
                raise QueryError(f"--speaker {args.speaker!r}: nobody in {folder} is called so; try another name")
            side = [s for s in side if s.speaker in called]
        sides.append(side)
    changes = find_changes(*sides)
    if args.format == "table":
        width = shutil.get_terminal_size().columns if sys.stdout.isatty() else 120
        text = render_table(changes, papers, width=width)
    elif args.format == "json":
        text = render_json(changes, papers)
    else:
        text = render_changes(changes, base=stores[folders[1]].base)
    sys.stdout.write(text)


def _folder_of(name: str, data: Path, scratch: Path) -> Path:
    """The dataset that a side is in: a build's folder or file, a build made of a document now, or --data."""
    path = Path(name)
    if not path.exists():
        return data
    if path.suffix in (".nt", ".ttl") or (path / "graph.nt").is_file() or (path / "graph.ttl").is_file():
        return path
    from graph.build import build_documents

    build_documents([path], scratch)
    return scratch


def _chosen(name: str, papers: Sequence[Paper]) -> set[str]:
    """The documents that a name means: by date or period where it is one, else by id, file or words of the title."""
    date = DATE.fullmatch(name)
    if name and date and any(date.groups()):
        first, dots, last = date.groups()
        end = (last or "9999") if dots else first
        found = {p.iri for p in papers if _is_within(p.date, first or "", end)}
    else:
        wanted = search_key(name)
        exact = {p.iri for p in papers if name in (p.iri.rpartition("/")[2], p.source) or wanted == search_key(p.title)}
        found = exact or {p.iri for p in papers if wanted and wanted in search_key(f"{p.title} {p.source}")}
    if not found:
        raise QueryError(f"{name}: no file or folder, and no document of the data is called or dated so")
    return found


def _is_within(date: str, first: str, last: str) -> bool:
    """Whether a date lies in a period whose ends may be years or months: "2021" to "2022-06"."""
    return bool(date) and date[: len(first)] >= first and date[: len(last)] <= last
