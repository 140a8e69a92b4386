"""A file of RDF into a store of Oxigraph's, in memory that does not grow with the file."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pyoxigraph
from pyoxigraph import RdfFormat

from graph.errors import StoreError
from graph.rdf.files import damaged, rdf_format

LINES = 200_000  # of a file that are loaded at once: 0.3 GB for a store on disk
BLOCK = 1 << 22  # bytes that are looked through at once
BY_LINE = (RdfFormat.N_TRIPLES, RdfFormat.N_QUADS)


def bulk_load(store: pyoxigraph.Store, file: Path) -> None:
    """Load a file; StoreError where it is damaged or cannot be read.

    Oxigraph's loader holds up to a million statements for each thread that it starts, 1.5 GB of ours. So a file that
    can be cut at any line is handed over in parts; not one with blank nodes, which would be others in every part.
    """
    form, before = rdf_format(file), 0
    try:
        if form not in BY_LINE or has_blank_nodes(file):
            store.bulk_load(path=file, format=form)
            return
        for part, lines in parts_of(file):
            store.bulk_load(part, form)
            before += lines
    except SyntaxError as error:
        error.lineno = error.lineno and error.lineno + before
        raise damaged(file, error) from error
    except OSError as error:
        raise StoreError(f"{file}: cannot be read ({error.strerror or error}); check its permissions") from error


def has_blank_nodes(file: Path) -> bool:
    """Whether a file of lines may have blank nodes; a literal that looks like one counts too."""
    last = b""
    with file.open("rb") as lines:
        while block := lines.read(BLOCK):
            if b"_:" in last + block:
                return True
            last = block[-1:]
    return False


def parts_of(file: Path) -> Iterator[tuple[bytes, int]]:
    """The file in parts of whole lines, each with the number of its lines."""
    with file.open("rb") as lines:
        while part := list(islice(lines, LINES)):
            yield b"".join(part), len(part)
