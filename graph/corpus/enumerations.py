"""Lists inside a paragraph, "agreed to: (a) open a port; and (b) build a road", as items of their own."""

import re
from collections.abc import Iterator

from graph.model import Passage, PassageKind

_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_SERIES = (_ROMAN, tuple("abcdefghijklmnopqrst"), tuple(map(str, range(1, 21))))
_FIRST = re.compile(r":\s+\((?P<mark>i|a|1)\)\s+(?=\S)")
_JOINT = re.compile(r"(?:[;,](?:\s+(?:and|or))?)?\s*$")  # what stands before the next item
_FEWEST = 2  # items that make a list


def split_enumeration(passage: Passage) -> Iterator[Passage]:
    """Yield a passage as what leads up to its list and the items; whole where it holds no list behind a colon."""
    first = _FIRST.search(passage.text) if passage.kind is not PassageKind.HEADING else None
    marks = _find_marks(passage.text, first) if first else []
    if len(marks) < _FEWEST or first is None:
        yield passage
        return
    yield _part(passage, 0, first.start() + 1, passage.kind)
    ends = [start for start, _ in marks[1:]] + [len(passage.text)]
    for (_, start), end in zip(marks, ends, strict=True):
        yield _part(passage, start, end, PassageKind.ITEM)


def _find_marks(text: str, first: re.Match[str]) -> list[tuple[int, int]]:
    """Find where each mark of the list, and what it marks, begins: one follows another behind ";", ",", "; and"."""
    series = next(s for s in _SERIES if s[0] == first["mark"])
    found, at = [(first.start("mark") - 1, first.end())], first.end()
    for mark in series[1:]:
        following = re.compile(rf"[;,](?:\s+(?:and|or))?\s+(?P<mark>\({mark}\)\s+)(?=\S)").search(text, at)
        if following is None:
            break
        at = following.end()
        found.append((following.start("mark"), at))
    return found


def _part(passage: Passage, start: int, end: int, kind: PassageKind) -> Passage:
    end = start + _JOINT.search(passage.text[start:end]).start()  # type: ignore[union-attr]  # it matches anywhere
    return Passage(kind=kind, text=passage.text[start:end], offsets=passage.offsets[start:end], turn=passage.turn)
