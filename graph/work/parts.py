"""The graph's text in parts: those that no changed document touches are copied from the files that stand.

Claims, evidence and entities are parted by how the last step of their IRIs begins, documents one by one. Whoever
changes evidence forgets the parts it is in (`Keep.forget_parts`), so that a part that is known would come out the same.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from itertools import groupby
from pathlib import Path
from typing import BinaryIO, NamedTuple

from graph.rdf.blocks import Block
from graph.work.keep import DIGITS, Keep

FILES = ("graph.ttl", "graph.nt")
BUCKETS = tuple(f"{number:0{DIGITS}x}" for number in range(16**DIGITS))
BLOCK = 1 << 20  # bytes that are copied at once
WHOLE = 16  # digits of an IRI's last step


class Part(NamedTuple):
    """Where the blocks of one bucket of a kind are in `graph.ttl` and `graph.nt`, in bytes, and how many statements."""

    kind: str
    bucket: str
    turtle_at: int
    turtle_size: int
    lines_at: int
    lines_size: int
    size: int

    def moved(self, turtle: int, lines: int) -> "Part":
        """This part where its kind begins that much later in each file."""
        return self._replace(turtle_at=self.turtle_at + turtle, lines_at=self.lines_at + lines)


def bucket_of(entity: str) -> str:
    """The bucket of an entity: as its IRI sorts, in brackets."""
    return f"{entity}>"[:DIGITS]


def parts_of(keep: Keep, kind: str) -> dict[str, Part]:
    """The parts of a kind, by bucket, that would come out as they stand."""
    rows = keep.database.execute("SELECT * FROM parts WHERE kind = ?", (kind,))
    return {part.bucket: part for part in map(Part._make, rows)}


def open_ranges(standing: Mapping[str, Part]) -> Iterator[tuple[bytes, bytes]]:
    """The first and the last hash of each run of buckets that are to be written anew."""
    for known, names in groupby(BUCKETS, key=standing.__contains__):
        run = list(names)
        if not known:
            yield bytes.fromhex(run[0].ljust(WHOLE, "0")), bytes.fromhex(run[-1].ljust(WHOLE, "f"))


def write_kind(
    kind: str,
    blocks: Iterable[tuple[str, Block]],
    draft: Path,
    *,
    buckets: Sequence[str] = ("",),
    standing: Mapping[str, Part] | None = None,
) -> list[Part]:
    """Write the files of one kind of subject, and return its parts, as they stand in these.

    `blocks` are those of all buckets but the ones `standing`, with their buckets, in the order of `buckets`.
    """
    known = standing or {}
    following = iter(blocks)
    waiting = next(following, None)
    parts: list[Part] = []
    with ExitStack() as opened:
        turtle, lines = (opened.enter_context((draft / f"{kind}-{name}").open("wb", buffering=BLOCK)) for name in FILES)
        olds = [opened.enter_context((draft.parent / name).open("rb")) for name in FILES] if known else []
        for bucket in buckets:
            at, size = (turtle.tell(), lines.tell()), 0
            if bucket in known:
                part = known[bucket]
                copy(olds[0], part.turtle_at, part.turtle_size, turtle)
                copy(olds[1], part.lines_at, part.lines_size, lines)
                size = part.size
            while waiting is not None and waiting[0] == bucket:
                block = waiting[1]
                turtle.write(b"\n" + block.turtle.encode())
                lines.write(block.ntriples.encode())
                size += block.size
                waiting = next(following, None)
            if size:
                parts.append(Part(kind, bucket, at[0], turtle.tell() - at[0], at[1], lines.tell() - at[1], size))
    if waiting is not None:
        raise ValueError(f"{kind}: a subject of bucket {waiting[0]!r} is out of order")
    return parts


def copy(source: BinaryIO, at: int, size: int, target: BinaryIO) -> None:
    """Write a part of one file into another."""
    source.seek(at)
    while size > 0:
        block = source.read(min(size, BLOCK))
        if not block:
            raise OSError(f"{source.name} was cut short while it was read")
        target.write(block)
        size -= len(block)
