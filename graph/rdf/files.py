"""Triples to files and back: sorted, so that the same triples give the same bytes; whole, or not at all."""

import gzip
import os
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path

from pyoxigraph import DefaultGraph, NamedNode, RdfFormat, Triple, parse, serialize

from graph.errors import StoreError
from graph.rdf.names import DEFAULT_BASE, RDF, prefixes

_FORMATS = {
    ".nt": RdfFormat.N_TRIPLES,
    ".ttl": RdfFormat.TURTLE,
    ".nq": RdfFormat.N_QUADS,
    ".trig": RdfFormat.TRIG,
    ".rdf": RdfFormat.RDF_XML,
    ".jsonld": RdfFormat.JSON_LD,
}


def render_turtle(triples: Iterable[Triple], *, names: dict[str, str]) -> bytes:
    """Return Turtle, UTF-8: the prefixes `names` declared, one block per subject, types first (W3C RDF 1.1 Turtle)."""
    ordered = sorted(set(triples), key=_reading_order)
    head, body = _serialize_turtle(ordered, names)
    return head + b"".join(line if line.startswith(b"\t") else b"\n" + line for line in body)  # a blank line per block


def pack_turtle(triples: Iterable[Triple], *, names: dict[str, str]) -> bytes:
    """Return gzipped Turtle of the triples in their own order; the same triples give the same bytes."""
    head, body = _serialize_turtle(triples, names)
    return gzip.compress(head + b"".join(body), 9, mtime=0)


def _serialize_turtle(triples: Iterable[Triple], names: dict[str, str]) -> tuple[bytes, list[bytes]]:
    # Oxigraph declares prefixes in an order that changes from run to run; no other line begins with one
    lines = _serialize(triples, RdfFormat.TURTLE, names).splitlines(keepends=True)
    head = "".join(f"@prefix {name}: <{names[name]}> .\n" for name in sorted(names))
    return head.encode(), [line for line in lines if not line.startswith(b"@prefix ")]


def render_ntriples(triples: Iterable[Triple]) -> bytes:
    """Return canonical N-Triples, UTF-8, lines in the order of their bytes (W3C RDF 1.1 N-Triples, section 4)."""
    lines = _serialize(set(triples), RdfFormat.N_TRIPLES).splitlines(keepends=True)
    return b"".join(sorted(lines))


def write_turtle(triples: Iterable[Triple], path: Path | str, *, base: str = DEFAULT_BASE) -> None:
    """Write the triples as Turtle to `path`; StoreError if it cannot be written, and then an older file stays whole."""
    write_whole(render_turtle(triples, names=prefixes(base)), path)


def write_ntriples(triples: Iterable[Triple], path: Path | str) -> None:
    """Write the triples as sorted N-Triples to `path`; StoreError as for `write_turtle`."""
    write_whole(render_ntriples(triples), path)


def write_whole(content: bytes, path: Path | str) -> None:
    """Write `content` to `path`, through a neighbouring file that takes its place when complete."""
    path = Path(path)
    draft = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            draft.write_bytes(content)
            draft.replace(path)
        finally:
            draft.unlink(missing_ok=True)
    except OSError as error:
        reason = error.strerror or str(error)
        raise StoreError(f"{path}: cannot be written ({reason}); choose another folder or make room") from error


def read_triples(path: Path | str, *, graph: str | None = None) -> Iterator[Triple]:
    """Yield the triples of an RDF file's default graph, or of the one with this IRI, in the order of the file.

    Raises StoreError that names the path, and the line where it is damaged.
    """
    path, wanted = Path(path), NamedNode(graph) if graph else DefaultGraph()
    try:
        with path.open("rb") as source:
            for quad in parse(source, format=rdf_format(path)):
                if quad.graph_name == wanted:
                    yield quad.triple
    except SyntaxError as error:
        raise damaged(path, error) from error
    except OSError as error:
        raise StoreError(
            f"{path}: cannot be read ({error.strerror or error}); make it with `python build.py`"
        ) from error


def rdf_format(path: Path) -> RdfFormat:
    """Return the format that a file's name tells; StoreError for an ending that is none of those read here."""
    if path.suffix not in _FORMATS:
        raise StoreError(f"{path}: not an RDF file this program reads; give one that ends in {', '.join(_FORMATS)}")
    return _FORMATS[path.suffix]


def damaged(path: Path, error: SyntaxError) -> StoreError:
    """Return the error for a file that does not parse: path, line, reason and remedy."""
    place = f"line {error.lineno}" if error.lineno else "damaged"
    reason = " ".join(str(error.msg).split())
    return StoreError(f"{path}, {place}: {reason}; build it anew with `python build.py`")


def _reading_order(triple: Triple) -> tuple[str, bool, str, str]:
    not_type = triple.predicate.value != RDF + "type"
    return str(triple.subject), not_type, triple.predicate.value, str(triple.object)


def _serialize(triples: Iterable[Triple], form: RdfFormat, names: dict[str, str] | None = None) -> bytes:
    target = BytesIO()
    serialize(triples, target, format=form, prefixes=names)
    return target.getvalue()
