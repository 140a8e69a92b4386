"""The page of a build, and the view it begins with, made when the graph and the tables are written."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from graph.rdf.blocks import pack_blocks
from graph.rdf.files import write_whole
from graph.sparql.store import load_store
from graph.work.keep import Keep
from graph.work.publish import Written
from graph.work.tables import rows_of


def write_page(keep: Keep, written: Written, draft: Path, *, title: str, base: str) -> None:
    """Write `index.html` and `explorer.json`, and take `view.nt` away, which they are made from."""
    from graph.web.network import make_network
    from graph.web.page import VIEW_FILE, render_packed, render_pointer, render_view
    from graph.web.view import make_view

    store = load_store(draft / "view.nt")
    (draft / "view.nt").unlink()
    view = make_view(make_network(store), store)
    if written.blocks is None:
        page = render_pointer(view, written.statements, title=title)
    else:
        page = render_packed(
            view, pack_page(keep, written.blocks, base=base), written.statements, title=title, base=base
        )
    write_whole(page.encode(), draft / "index.html")
    write_whole(render_view(view, title=title, base=base), draft / VIEW_FILE)


def pack_page(keep: Keep, blocks: Mapping[str, str], *, base: str) -> bytes:
    """The Turtle that the page carries; claims stand beside their evidence in the order of the text: it packs best."""

    def ordered() -> Iterator[str]:
        told: set[str] = set()
        for document, rows in rows_of(keep):
            yield blocks[f"<{base}document/{document}>"]
            told.add(f"<{base}document/{document}>")
            for _, _, name, *_ in rows:
                for subject in (f"<{base}claim/{name.hex()}>", *sources[name]):
                    if subject not in told:
                        told.add(subject)
                        yield blocks[subject]
        yield from (text for subject, text in blocks.items() if subject not in told)

    sources: dict[bytes, list[str]] = {}
    for name, iri in keep.database.execute(
        "SELECT DISTINCT e.claim, e.iri FROM evidence e JOIN documents d USING (n) ORDER BY d.id, e.start, e.iri"
    ):
        sources.setdefault(name, []).append(f"<{base}evidence/{iri.hex()}>")
    return pack_blocks(ordered(), base=base)
