"""A graph as text, subject by subject: what can be written without ever holding it whole.

A block is all that is said of one subject, as Turtle and as N-Triples. Blocks in the order of their subjects, one
behind the other, are the same bytes as `render_turtle` and `render_ntriples` give for all triples at once.
"""

import gzip
import re
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from itertools import islice
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, parse, serialize

from graph.rdf.names import DCTERMS, DG, OA, RDF, XSD, prefixes

TOGETHER = 1000  # blocks packed at once
KNOWN = 100_000  # terms whose spelling is at hand
_PLAIN = re.compile(r"<([^<>]*[/#])([A-Za-z0-9_][A-Za-z0-9_-]*)>")  # no character that Turtle escapes
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
    spelling = Spelling(base)
    for group in groups:
        subject = str(group[0].subject)
        said = sorted({(t.predicate.value != _TYPE, t.predicate.value, str(t.object)) for t in group})
        ntriples = "".join(sorted([f"{subject} <{predicate}> {thing} .\n" for _, predicate, thing in said]))
        parts = [spelling.of(subject)]
        before = ""
        for _, predicate, thing in said:
            if predicate == before:
                parts += (" , ", spelling.of(thing))
            else:
                parts += (" ;\n\t" if before else " ", spelling.of_predicate(predicate), " ", spelling.of(thing))
                before = predicate
        yield Block(subject, "".join([*parts, " .\n"]), ntriples, len(said))


class Spelling:
    """How Turtle spells the terms of a graph, from their N-Triples: with prefixes, and plain numbers.

    What is not plain to see is asked of Oxigraph's serializer once for each term; the last ones asked are remembered.
    """

    def __init__(self, base: str) -> None:
        self._names = prefixes(base)
        self._by_namespace = {namespace: name for name, namespace in self._names.items()}
        self._known: dict[str, str] = {}

    def of(self, term: str) -> str:
        """Return an IRI or a literal as Turtle has it."""
        if term[0] == '"' and term[-1] == '"':
            return term
        known = self._known.get(term)
        if known is None:
            if len(self._known) >= KNOWN:
                self._known.clear()
            known = self._known[term] = self._shortened(term) or self._serialized(term)
        return known

    def of_predicate(self, iri: str) -> str:
        """Return an IRI, given without brackets, as Turtle has it for a predicate."""
        return "a" if iri == _TYPE else self.of(f"<{iri}>")

    def _shortened(self, term: str) -> str | None:
        """An IRI whose last step is plain, with its prefix."""
        found = _PLAIN.fullmatch(term)
        name = self._by_namespace.get(found[1]) if found else None
        return f"{name}:{found[2]}" if found and name else None

    def _serialized(self, term: str) -> str:
        target = BytesIO()
        (quad,) = parse(f"<urn:s> <urn:p> {term} .".encode(), format=RdfFormat.N_TRIPLES)
        serialize([quad.triple], target, format=RdfFormat.TURTLE, prefixes=self._names)
        (line,) = [line for line in lines_of(target.getvalue().decode()) if line.startswith("<urn:s>")]
        return line.removeprefix("<urn:s> <urn:p> ").removesuffix(" .\n")


def evidence_block(
    iri: str, document: str, place: tuple[int, int], words: tuple[str, str, str, str], *, base: str, part: str = ""
) -> Block:
    """Return what `make_blocks` gives for a piece of evidence; `words` are quote, predicate, rule, detail.

    `part` is the page or paragraph, as "page 3", where the document has them.

    There is so much evidence in a large graph that it is put into words directly.
    """
    subject, source = f"<{base}evidence/{iri}>", f"<{base}document/{document}>"
    (start, stop), (quote, predicate, rule, detail) = place, (str(Literal(text)) for text in words)
    unit, _, number = part.partition(" ")
    more = (f"\tdg:{unit} {number} ;\n", f'{subject} <{DG}{unit}> "{number}"{_INTEGER} .\n') if part else ("", "")
    if words[-1]:
        more = f"\tdg:detail {detail} ;\n{more[0]}", f"{subject} <{DG}detail> {detail} .\n{more[1]}"
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
    return Block(subject, turtle, ntriples, 7 + bool(part) + bool(words[-1]))


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
        texts = iter(turtle)
        while some := "".join(islice(texts, TOGETHER)):  # one by one, handing them over takes longer than packing
            packed.write(some.encode())
    return target.getvalue()
