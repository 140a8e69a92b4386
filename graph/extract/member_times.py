"""The time of one member of a list where each has its own: "lent 20 to Chad in 2021 and 30 to Mali in 2022"."""

from collections.abc import Sequence
from itertools import pairwise

from graph.extract.parse import Sentence
from graph.model import Mention, Qualifier, QualifierKind, Value

BELOW = ("pobj", "prep", "dative", "conj")


def times_of_member(s: Sentence, noun: int, qualifiers: Sequence[Qualifier[Mention]]) -> Sequence[Qualifier[Mention]]:
    """The qualifiers of what is told of a noun, without the times that are those of the other members of its list."""
    times = [(q, when.text) for q in qualifiers if isinstance(when := q.value, Value) and is_point(q, when)]
    if len(times) < 2:
        return qualifiers
    begin, end = s.words[0].start, s.words[-1].end
    told = s.text[begin:end]
    placed = sorted((begin + told.find(text), i) for i, (_, text) in enumerate(times) if told.count(text) == 1)
    first = noun
    while s.words[first].dep in BELOW:
        first = s.words[first].head
    starts = [at for at, _ in placed]
    if len(placed) < len(times) or s.words[first].start > starts[0]:
        return qualifiers
    members = [w.start for w in s.words if w.dep == "conj" and w.pos in ("NOUN", "PROPN", "NUM")]
    if not all(any(a < m < b for m in members) for a, b in pairwise(starts)):
        return qualifiers
    behind = [i for at, (_, i) in zip(starts, placed, strict=True) if at > s.words[noun].start]
    others = {id(q) for i, (q, _) in enumerate(times) if i != behind[0]} if behind else set()
    return [q for q in qualifiers if id(q) not in others]


def is_point(q: Qualifier[Mention], when: Value) -> bool:
    """Whether a qualifier is a day, a month or a year, with no bound: no "since 2020"."""
    return q.kind is QualifierKind.TIME and ".." not in when.normal
