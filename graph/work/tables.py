"""The tables of a build, streamed from what is kept: a row for each claim and evidence, in the order of the text."""

from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from graph.model import Entity, Evidence, Span
from graph.rdf.tables import Template, csv_heading
from graph.work.keep import Keep
from graph.work.publish import Outline
from graph.work.reading import unpack

TEMPLATES = 32_768  # claims whose rows are at hand: those of a few hundred documents


def write_tables(keep: Keep, outline: Outline, draft: Path, *, base: str) -> None:
    """Write `claims.jsonl` and `claims.csv`: documents in the order of their ids, rows in that of the text."""
    templates = Templates(keep, outline.entities, base)
    with ExitStack() as files:
        lines, table = (
            files.enter_context((draft / name).open("w", encoding="utf-8", newline="", buffering=1 << 20))
            for name in ("claims.jsonl", "claims.csv")
        )
        table.write(csv_heading())
        for document, rows in rows_of(keep):
            for start, stop, name, quote, predicate, rule in rows:
                span = Span(document=document, start=start, end=stop)
                evidence = Evidence(sentence=span, quote=quote, predicate=predicate, rule=rule)
                line, cells = templates.get(name).fill(evidence)
                lines.write(line)
                table.write(cells)


def rows_of(keep: Keep) -> Iterator[tuple[str, Iterable[tuple[int, int, bytes, str, str, str]]]]:
    """The evidence of each document, in the order of their ids and of their text."""
    for n, id_ in keep.database.execute("SELECT n, id FROM documents ORDER BY id").fetchall():
        yield (
            id_,
            keep.database.execute(
                "SELECT start, stop, claim, quote, predicate, rule FROM evidence WHERE n = ?"
                " ORDER BY start, stop, claim, predicate, rule",
                (n,),
            ).fetchall(),
        )


class Templates:
    """The row templates of claims by hash, those used last at hand."""

    def __init__(self, keep: Keep, entities: Mapping[str, Entity], base: str) -> None:
        self._keep, self._entities, self._base = keep, entities, base
        self._held: OrderedDict[bytes, Template] = OrderedDict()
        keep.database.execute("CREATE TEMP TABLE IF NOT EXISTS tops (claim BLOB PRIMARY KEY, top REAL) WITHOUT ROWID")
        keep.database.execute("DELETE FROM tops")
        keep.database.execute(
            "INSERT INTO tops SELECT claim, MAX(confidence) FROM evidence GROUP BY claim ORDER BY claim"
        )

    def get(self, name: bytes) -> Template:
        """The template of a claim."""
        held = self._held.get(name)
        if held is None:
            row = self._keep.database.execute(
                "SELECT core, top FROM claims JOIN tops ON claim = hash WHERE hash = ?", (name,)
            ).fetchone()
            iri = f"{self._base}claim/{name.hex()}"
            held = Template(replace(unpack(row[0]), confidence=row[1]), self._entities, iri=iri)
            self._held[name] = held
            if len(self._held) > TEMPLATES:
                self._held.popitem(last=False)
        else:
            self._held.move_to_end(name)
        return held
