"""What is made of a build's graph when that is written: the page, the view it begins with, and a store on disk."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph.rdf.blocks import Spelling, pack_blocks, turtle_heading
from graph.rdf.files import write_whole
from graph.sparql.store import FOLDER, load_store, wants_store, write_store
from graph.web.totals import Totals
from graph.work.keep import Keep
from graph.work.processes import Desk
from graph.work.tables import rows_of

CORE = "view.nt"  # of the graph: what the first view is chosen from
CARRIED = 1_000_000  # statements up to which the page carries the graph itself


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What the page tells of the graph it stands for, whose IRIs begin with `base`; `totals` are counted in all of it.

    The first view is made of the graph's core alone, which is held in memory.
    """

    title: str
    base: str
    statements: int
    totals: Totals


def begin_page(desk: Desk, draft: Path, about: About) -> Callable[[], None]:
    """Begin `index.html` and `explorer.json`; what is returned ends them."""
    made = desk.begin(write_view, draft, about)
    packed = desk.begin(pack_page, draft / "graph.ttl", about.base) if about.statements <= CARRIED else None

    def end() -> None:
        from graph.web.page import render_packed, render_pointer

        view = made()
        if packed is None:
            page = render_pointer(view, about.statements, title=about.title)
        else:
            page = render_packed(view, packed(), about.statements, title=about.title, base=about.base)
        write_whole(page.encode(), draft / "index.html")
        (draft / CORE).unlink(missing_ok=True)

    return end


def begin_store(desk: Desk, draft: Path, statements: int, *, wanted: bool | None) -> Callable[[], None] | None:
    """Begin the store on disk where one is wanted; what is returned ends it.

    It stands in the output folder before the graph it holds does: until then it is not taken for the older one's.
    """
    output = draft.parent
    if not wants_store(output, statements=statements, wanted=wanted):
        return None
    return desk.begin(write_record, draft / "graph.nt", output / FOLDER)


def write_record(_: Keep, record: Path, folder: Path) -> None:
    """Make a store on disk of a file of record."""
    write_store(record, folder)


def write_view(_: Keep, draft: Path, about: About) -> dict[str, Any]:
    """Write `explorer.json`; the view that the page begins with."""
    from graph.web.network import make_network
    from graph.web.page import VIEW_FILE, render_view
    from graph.web.view import make_view

    store = load_store(draft / CORE)
    network = make_network(store, totals=about.totals)
    view = make_view(network, store, totals=about.totals)
    write_whole(render_view(view, title=about.title, base=about.base), draft / VIEW_FILE)
    return view


def pack_page(keep: Keep, turtle: Path, base: str) -> bytes:
    """The Turtle that the page carries; claims stand beside their evidence in the order of the text: it packs best."""
    spelling = Spelling(base)
    with turtle.open(encoding="utf-8", newline="") as file:
        file.seek(len(f"{turtle_heading(base)}\n".encode()))
        # a blank line parts blocks: no literal has one, for line feeds in them are escaped
        blocks = {text.split(" ", 1)[0]: f"{text}\n" for text in file.read().removesuffix("\n").split("\n\n")}

    def ordered() -> Iterator[str]:
        told: set[str] = set()
        for document, rows in rows_of(keep):
            subject = spelling.of(f"<{base}document/{document}>")
            yield blocks[subject]
            told.add(subject)
            for _, _, name, *_ in rows:
                for subject in (f"claim:{name.hex()}", *sources[name]):
                    if subject not in told:
                        told.add(subject)
                        yield blocks[subject]
        yield from (text for subject, text in blocks.items() if subject not in told)

    sources: dict[bytes, list[str]] = {}
    for name, iri in keep.database.execute(
        "SELECT DISTINCT e.claim, e.iri FROM evidence e JOIN documents d USING (n) ORDER BY d.id, e.start, e.iri"
    ):
        sources.setdefault(name, []).append(f"evidence:{iri.hex()}")
    return pack_blocks(ordered(), base=base)
