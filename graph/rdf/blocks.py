"""A graph as text, subject by subject: what can be written without ever holding it whole.

A block is all that is said of one subject, as Turtle and as N-Triples. Blocks in the order of their subjects, one
behind the other, are the same bytes as `render_turtle` and `render_ntriples` give for all triples at once.
"""

import gzip
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from itertools import islice
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, serialize

from graph.rdf.names import DCTERMS, DG, OA, RDF, XSD, prefixes

CHUNK = 400  # subjects that are put into words at once
_TYPE = RDF + "type"
_MENTIONED = DG + "mentionedAt"
_INTEGER = f"^^<{XSD}integer>"


class Block(NamedTuple):
    """All that is said of a subject; `size` counts the triples."""

    subject: str
    turtle: str
    ntriples: str
    size: int


def lines_of(text: str) -> list[str]:
    """Return the lines of a text with their ends; nothing but a line feed ends one, as RDF has it."""
    return [f"{line}\n" for line in text.split("\n")[:-1]]


def turtle_heading(base: str) -> str:
    """Return the lines that declare the prefixes."""
    names = prefixes(base)
    return "".join(f"@prefix {name}: <{names[name]}> .\n" for name in sorted(names))


def make_blocks(groups: Iterable[Sequence[Triple]], *, base: str) -> Iterator[Block]:
    """Yield a block for each group, which holds all triples of one subject, in any order."""
    waiting = iter(groups)
    names = prefixes(base)
    while chunk := [sorted(set(group), key=_reading_order) for group in islice(waiting, CHUNK)]:
        target = BytesIO()
        serialize((t for group in chunk for t in group), target, format=RdfFormat.TURTLE, prefixes=names)
        lines = [line for line in lines_of(target.getvalue().decode()) if line[:1] != "@"]
        starts = [i for i, line in enumerate(lines) if line[:1] != "\t"]
        for group, start, stop in zip(chunk, starts, [*starts[1:], len(lines)], strict=True):
            ntriples = "".join(sorted(f"{triple} .\n" for triple in group))
            yield Block(str(group[0].subject), "".join(lines[start:stop]), ntriples, len(group))


def evidence_block(
    iri: str, document: str, place: tuple[int, int], words: tuple[str, str, str], *, base: str, part: str = ""
) -> Block:
    """Return what `make_blocks` gives for a piece of evidence; `words` are quote, predicate and rule.

    `part` is the page or paragraph, as "page 3", where the document has them.

    There is so much evidence in a large graph that it is put into words directly.
    """
    subject, source = f"<{base}evidence/{iri}>", f"<{base}document/{document}>"
    (start, stop), (quote, predicate, rule) = place, (str(Literal(text)) for text in words)
    unit, _, number = part.partition(" ")
    more = (f"\tdg:{unit} {number} ;\n", f'{subject} <{DG}{unit}> "{number}"{_INTEGER} .\n') if part else ("", "")
    turtle = (
        f"evidence:{iri} a dg:Evidence ;\n\tdcterms:source document:{document} ;\n\toa:end {stop} ;\n"
        f"\toa:exact {quote} ;\n\toa:start {start} ;\n{more[0]}\tdg:predicate {predicate} ;\n\tdg:rule {rule} .\n"
    )
    ntriples = (
        f"{subject} <{DCTERMS}source> {source} .\n{subject} <{_TYPE}> <{DG}Evidence> .\n"
        f'{subject} <{OA}end> "{stop}"{_INTEGER} .\n{subject} <{OA}exact> {quote} .\n'
        f'{subject} <{OA}start> "{start}"{_INTEGER} .\n{more[1]}{subject} <{DG}predicate> {predicate} .\n'
        f"{subject} <{DG}rule> {rule} .\n"
    )
    return Block(subject, turtle, ntriples, 8 if part else 7)


def with_places(block: Block, places: Sequence[tuple[str, int, int]], *, base: str) -> Block:
    """Return the block of an entity with all its places (document, start, end); it has one of them already."""
    where = sorted((f"{base}document/{d}#char={start},{stop}", d, start, stop) for d, start, stop in places)
    lines = lines_of(block.ntriples)
    kept = [line for line in lines if f" <{_MENTIONED}> " not in line]
    more = [f"{block.subject} <{_MENTIONED}> <{iri}> .\n" for iri, *_ in where]
    objects = " , ".join(rf"document:{d}\#char\={start}\,{stop}" for _, d, start, stop in where)
    turtle = [
        f"\tdg:mentionedAt {objects} {line[-2:]}" if line.startswith("\tdg:mentionedAt ") else line
        for line in lines_of(block.turtle)
    ]
    return Block(block.subject, "".join(turtle), "".join(sorted([*kept, *more])), len(kept) + len(more))


def place_iri(document: str, start: int, stop: int, *, base: str) -> NamedNode:
    """Return the IRI of a place in a document (RFC 5147)."""
    return NamedNode(f"{base}document/{document}#char={start},{stop}")


def pack_blocks(turtle: Iterable[str], *, base: str) -> bytes:
    """Return gzipped Turtle of blocks, in their own order; the same blocks give the same bytes."""
    target = BytesIO()
    with gzip.GzipFile(fileobj=target, mode="wb", compresslevel=9, mtime=0, filename="") as packed:
        packed.write(turtle_heading(base).encode())
        for text in turtle:
            packed.write(text.encode())
    return target.getvalue()


def _reading_order(triple: Triple) -> tuple[bool, str, str]:
    return triple.predicate.value != _TYPE, triple.predicate.value, str(triple.object)
