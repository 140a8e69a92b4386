"""The whole way: documents → claims → triples → output folder."""

import json
import shutil
import sys
from argparse import Namespace
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from time import perf_counter
from typing import TypeVar

from pyoxigraph import Triple

from graph.corpus.language import english_only
from graph.corpus.read import find_unread, read_documents, read_paths, sample_path
from graph.extract.gazetteer import load_gazetteer
from graph.extract.overrides import NO_OVERRIDES, read_overrides
from graph.extract.pipeline import Reading, read_claims
from graph.extract.rules import use_files
from graph.model import Document
from graph.output import open_draft
from graph.rdf.files import write_ntriples, write_turtle, write_whole
from graph.rdf.names import DEFAULT_BASE
from graph.rdf.tables import make_rows, write_csv, write_jsonl
from graph.rdf.triples import make_triples
from graph.sparql.store import keep_store, make_store

T = TypeVar("T")
MANY = 300_000  # statements above which a page that carries them all is no good way to look at them
VERSIONED = ("dragoman", "spacy", "pyoxigraph", "rdflib", "networkx", "pyvis", "countryinfo")


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What a build made: the documents and what was read from them, and the seconds of each stage.

    `foreign` counts the passages left unread, for they are in another language; `statements` the triples of the graph.
    """

    documents: tuple[Document, ...]
    reading: Reading
    seconds: dict[str, float]
    foreign: int = 0
    statements: int = 0


def build_documents(
    paths: Sequence[Path],
    output: Path,
    *,
    voice: str | None = None,
    base: str = DEFAULT_BASE,
    overrides: Path | None = None,
    force: bool = False,
) -> Built:
    """Read the documents at `paths` and write every file of a build into `output`.

    `overrides` is a file of a user's last words on linking; `use_files` lays rules and gazetteers over our own.
    `force` reads documents, and passages of documents, in other languages than English as well.

    Raises CorpusError, ModelError, RuleError or StoreError; what was in `output` before is then still there.
    """
    from graph.web.network import make_network
    from graph.web.page import VIEW_FILE, render_page, render_view
    from graph.web.view import make_view

    clock = Clock()
    last_words = read_overrides(overrides) if overrides else NO_OVERRIDES
    documents = clock.time("documents", lambda: tuple(read_documents(paths, voice=voice)))
    found = sum(len(document.passages) for document in documents)
    documents = documents if force else tuple(english_only(document) for document in documents)
    foreign = found - sum(len(document.passages) for document in documents)
    with open_draft(output) as draft:
        reading = clock.time("reading", lambda: read_claims(with_progress(documents), overrides=last_words))
        triples = clock.time("triples", lambda: list(triples_of(documents, reading, base=base)))
        store = clock.time("store", lambda: make_store(triples))
        network = clock.time("network", lambda: make_network(store))
        view, title = clock.time("view", lambda: make_view(network, store)), title_of(documents)
        page = clock.time("page", lambda: render_page(view, triples, title=title, base=base))
        clock.time("files", lambda: write_turtle(triples, draft / "graph.ttl", base=base))
        write_ntriples(triples, draft / "graph.nt")
        rows = list(make_rows(documents, reading.entities, reading.claims, base=base))
        write_jsonl(rows, draft / "claims.jsonl")
        write_csv(rows, draft / "claims.csv")
        write_whole(page.encode(), draft / "index.html")
        write_whole(render_view(view, title=title, base=base), draft / VIEW_FILE)
        write_whole(render_record(documents, reading, clock.seconds), draft / "build.json")
    return Built(documents=documents, reading=reading, seconds=clock.seconds, foreign=foreign, statements=len(triples))


def triples_of(documents: Sequence[Document], reading: Reading, *, base: str) -> Iterator[Triple]:
    """The triples of what was read."""
    return make_triples(documents, reading.entities, reading.claims, places=reading.places, base=base)


class Clock:
    """Times stages."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    def time(self, stage: str, run: Callable[[], T]) -> T:
        """What `run` returns; its seconds are taken down under the stage's name."""
        start = perf_counter()
        result = run()
        self.seconds[stage] = round(perf_counter() - start, 3)
        return result


def title_of(documents: Sequence[Document]) -> str:
    """The page's title: the document's own, or how many there are."""
    return documents[0].title if len(documents) == 1 else f"{len(documents)} documents"


def render_record(documents: Iterable[Document], reading: Reading, seconds: dict[str, float]) -> bytes:
    """`build.json`: versions, inputs with their digests, counts, timings."""
    record = {
        "versions": {name: version(name) for name in VERSIONED} | {"python": sys.version.split()[0]},
        "inputs": [{"document": d.id, "source": d.source, "title": d.title, "sha256": d.sha256} for d in documents],
        "counts": {
            "sentences": reading.sentences,
            "entities": len(reading.entities),
            "claims": len(reading.claims),
        },
        "seconds": seconds,
    }
    return (json.dumps(record, indent=2, ensure_ascii=False) + "\n").encode()


def with_progress(documents: Sequence[Document]) -> Iterator[Document]:
    """The documents, with a progress bar on a terminal where there is more than one."""
    if len(documents) < 2 or not sys.stderr.isatty():
        yield from documents
        return
    from tqdm import tqdm

    yield from tqdm(documents, desc="reading", unit=" documents", leave=False)


def main_build(args: Namespace) -> int:
    """Build what the command line asks for and print a summary."""
    paths = read_paths(args.documents) if args.documents else [sample_path()]
    start = perf_counter()
    use_files(rules=args.rules, gazetteers=args.gazetteer)
    load_gazetteer()  # what is wrong in a user's file is told before the long work
    built = build_documents(
        paths, args.output, voice=args.voice, base=args.base, overrides=args.overrides, force=args.force
    )
    keep_store(args.output, statements=built.statements, wanted=args.store)
    counts = built.reading
    hints = find_hints(built, find_unread(args.documents), data=data_option(args.output))
    lines = [
        f"documents  {len(built.documents)}",
        f"sentences  {counts.sentences}",
        f"entities   {len(counts.entities)}",
        f"claims     {len(counts.claims)}",
        f"seconds    {perf_counter() - start:.1f}",
        "",
        *hints,
        f"Open {args.output / 'index.html'} in a browser, or ask:",
        f"  {command_name()} query --saved who-proposed-what{data_option(args.output)}",
    ]
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


def find_hints(built: Built, unread: Sequence[Path], *, data: str = "") -> list[str]:
    """What the user should know about how the documents were read, each a line, and an empty one behind them."""
    hints = []
    if unread:
        more = f" and {len(unread) - 3} more" if len(unread) > 3 else ""
        hints.append(
            f"Not read, for they are neither text nor Markdown: {', '.join(p.name for p in unread[:3])}{more}."
        )
    if built.reading.unvoiced:
        hints.append(
            f'Sentences of an unknown "we": {built.reading.unvoiced}. No heading says who speaks, '
            'so what "we" do is unread; name the speaker with --voice.'
        )
    if built.foreign:
        hints.append(
            f"Passages in another language than English, left unread: {built.foreign}. Read them with --force."
        )
    if built.reading.unused:
        hints.append(f"Overrides that meet nothing: {', '.join(built.reading.unused)}. Check how the text writes them.")
    if built.statements > MANY:
        folder = data.removeprefix(" --data") or " output"
        hints.append(
            f"The graph has {built.statements:,} statements, which make index.html large and slow to open: "
            f"`{command_name()} serve{folder}` shows the same page and keeps the graph beside it."
        )
    if not built.reading.claims:
        hints.append("No claim was found. Dragoman reads English prose that names who does what.")
    return [*hints, ""] if hints else []


def command_name() -> str:
    """The command as the user can type it: with the path of its environment where it is not on the search path."""
    if shutil.which("dragoman"):
        return "dragoman"
    here = Path(sys.prefix) / "bin" / "dragoman"
    return str(here.relative_to(Path.cwd()) if here.is_relative_to(Path.cwd()) else here)


def data_option(output: Path) -> str:
    """The option that names an output folder which is not the default one."""
    return "" if output == Path("output") else f" --data {output}"
