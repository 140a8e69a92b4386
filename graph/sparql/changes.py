"""From one file of record to the next: a store on disk takes what has come and gone instead of loading all anew."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pyoxigraph
from pyoxigraph import Quad, RdfFormat, parse

MOST = 200_000  # lines come and gone from which on loading is the faster way


class Changes(NamedTuple):
    """The lines that are in one of two files of N-Triples alone, and how many the later file has in all."""

    gone: list[bytes]
    come: list[bytes]
    lines: int


def find_changes(before: Path, after: Path) -> Changes | None:
    """Return what has changed between two files of N-Triples; None where that is much, or cannot be told by lines.

    Both are read side by side, in the order in which a build writes them; in another order all is told as changed.
    A blank node is another one in every file, so that lines with some cannot be compared.
    """
    gone: list[bytes] = []
    come: list[bytes] = []
    lines = 0
    with before.open("rb") as old, after.open("rb") as new:
        here, there = next(old, b""), next(new, b"")
        while here or there:
            if here == there:
                lines += 1
                here, there = next(old, b""), next(new, b"")
                continue
            if not there or (here and here < there):
                gone.append(here)
                here = next(old, b"")
            else:
                lines += 1
                come.append(there)
                there = next(new, b"")
            if len(gone) + len(come) > MOST:
                return None
    return None if any(b"_:" in line for line in (*gone, *come)) else Changes(gone, come, lines)


def apply_changes(folder: Path, changes: Changes, target: Path) -> bool:
    """Make `target` a store on disk that holds what the one in `folder` holds, with these changes; whether it does.

    It does not where the older store is damaged, a line is no triple, or not every line is one of its own.
    """
    try:
        shutil.copytree(folder, target)
        store = pyoxigraph.Store(target)
        for quad in quads_of(changes.gone):
            store.remove(quad)
        store.extend(quads_of(changes.come))
        store.flush()
        return len(store) == changes.lines
    except (OSError, RuntimeError, SyntaxError):
        return False


def quads_of(lines: list[bytes]) -> Iterator[Quad]:
    """Yield the triples of some lines, in the default graph."""
    return parse(b"".join(lines), format=RdfFormat.N_TRIPLES)
