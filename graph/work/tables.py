"""The tables of a build, streamed from what is kept: a row for each claim and evidence, in the order of the text.

The rows of a document that would come out as they stand are copied from where they stand (`standing.py`).
"""

from collections import OrderedDict
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from graph.model import Entity, Evidence, Span
from graph.rdf.tables import Template, csv_heading
from graph.work.keep import Keep
from graph.work.outline import Outline
from graph.work.parts import BLOCK, copy
from graph.work.reading import unpack
from graph.work.standing import Place, places_of

TEMPLATES = 32_768  # claims whose rows are at hand: those of a few hundred documents
FILES = ("claims.jsonl", "claims.csv")
Rows = list[tuple[int, int, bytes, str, str, str, str]]


def write_tables(keep: Keep, outline: Outline, draft: Path, *, base: str) -> list[Place]:
    """Write `claims.jsonl` and `claims.csv`: documents in the order of their ids, rows in that of the text.

    Return where each document's rows are in them. What `spoil_standing` left is copied from the files that stand.
    """
    templates = Templates(keep, outline.entities, base)
    standing = places_of(keep)
    places: list[Place] = []
    with ExitStack() as opened:
        lines, cells = (opened.enter_context((draft / name).open("wb", buffering=BLOCK)) for name in FILES)
        olds = [opened.enter_context((draft.parent / name).open("rb")) for name in FILES] if standing else []
        cells.write(csv_heading().encode())
        for n, id_ in documents_in(keep):
            at = lines.tell(), cells.tell()
            place = standing.get(n)
            if place is not None:
                copy(olds[0], place.lines_at, place.lines_size, lines)
                copy(olds[1], place.cells_at, place.cells_size, cells)
            else:
                for line, row in filled(templates, id_, rows_in(keep, n)):
                    lines.write(line.encode())
                    cells.write(row.encode())
            places.append(Place(n, at[0], lines.tell() - at[0], at[1], cells.tell() - at[1]))
    return places


def filled(templates: "Templates", document: str, rows: Rows) -> Iterator[tuple[str, str]]:
    """The line of JSON and the line of the spreadsheet for each row."""
    for start, stop, name, quote, predicate, rule, detail in rows:
        span = Span(document=document, start=start, end=stop)
        evidence = Evidence(sentence=span, quote=quote, predicate=predicate, rule=rule, detail=detail)
        yield templates.get(name).fill(evidence)


def rows_of(keep: Keep) -> Iterator[tuple[str, Rows]]:
    """The evidence of each document, in the order of their ids and of their text."""
    for n, id_ in documents_in(keep):
        yield id_, rows_in(keep, n)


def documents_in(keep: Keep) -> list[tuple[int, str]]:
    """The number and id of each document, in the order of their ids."""
    return keep.database.execute("SELECT n, id FROM documents ORDER BY id").fetchall()


def rows_in(keep: Keep, n: int) -> Rows:
    """The evidence of one document in the order of its text."""
    return keep.database.execute(
        "SELECT start, stop, claim, quote, predicate, rule, detail FROM evidence WHERE n = ?"
        " ORDER BY start, stop, claim, predicate, rule, detail",
        (n,),
    ).fetchall()


class Templates:
    """The row templates of claims by hash, those used last at hand."""

    def __init__(self, keep: Keep, entities: Mapping[str, Entity], base: str) -> None:
        self._keep, self._entities, self._base = keep, entities, base
        self._held: OrderedDict[bytes, Template] = OrderedDict()

    def get(self, name: bytes) -> Template:
        """The template of a claim."""
        held = self._held.get(name)
        if held is None:
            row = self._keep.database.execute("SELECT core, top FROM claims WHERE hash = ?", (name,)).fetchone()
            iri = f"{self._base}claim/{name.hex()}"
            held = Template(replace(unpack(row[0]), confidence=row[1]), self._entities, iri=iri)
            self._held[name] = held
            if len(self._held) > TEMPLATES:
                self._held.popitem(last=False)
        else:
            self._held.move_to_end(name)
        return held
