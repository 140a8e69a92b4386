"""Two sides of statements → what is new, repeated, reworded, dropped, or changed in modality or number."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from functools import lru_cache

from graph.compare.statements import Statement
from graph.rdf.overview import search_key

ALIKE = 0.6  # share of words in common from which two sentences are the same one, reworded


class Kind(StrEnum):
    """What became of a claim from the one text to the other."""

    MODALITY = "changed modality"
    NUMBER = "changed number"
    REWORDED = "reworded"
    NEW = "new"
    DROPPED = "dropped"
    REPEATED = "repeated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One difference, or what stayed: the statement before, or None, and the one after, or None.

    `claims_before` and `claims_after` are the claims of each side that it is told of: the same statement by another
    speaker is another claim.
    """

    kind: Kind
    before: Statement | None
    after: Statement | None
    claims_before: tuple[str, ...] = ()
    claims_after: tuple[str, ...] = ()


def find_changes(before: Iterable[Statement], after: Iterable[Statement]) -> list[Change]:
    """Return what became of every claim, by kind and in the order of the text; each stands in one change only.

    Claims are paired by what they say, who says it left aside, the surest pairs first: the same claim; the same but
    for modality or polarity; but for numbers; the same two things, or the same subject or object, in sentences that
    have most words in common. A claim that both sides make is repeated where a sentence of each is the same but for
    case and marks, else reworded. What finds no partner is new or dropped.
    """
    old, new = _Side(before), _Side(after)
    changes = [
        *_pair(old, new, lambda s: (s.subject, s.relation, s.object, s.standing, s.numbers), _same),
        *_pair(old, new, lambda s: (s.subject, s.relation, s.object, s.numbers), lambda *_: Kind.MODALITY),
        *_pair(old, new, lambda s: (*s.core, s.standing), lambda *_: Kind.NUMBER, differs=lambda s: s.numbers),
        *_pair(old, new, lambda s: s.core, lambda *_: Kind.NUMBER, differs=lambda s: s.numbers),
        *_pair_alike(old, new),
        *(_make_change(Kind.DROPPED, found, []) for found in old.left()),
        *(_make_change(Kind.NEW, [], found) for found in new.left()),
    ]
    order = list(Kind)
    return sorted(changes, key=lambda change: (order.index(change.kind), _place(change)))


class _Side:
    """The claims of one side, each with all its statements, and which of them have no partner yet."""

    def __init__(self, statements: Iterable[Statement]) -> None:
        self.claims: dict[Hashable, list[Statement]] = {}
        for s in statements:
            self.claims.setdefault((s.subject, s.relation, s.object, s.standing, s.numbers), []).append(s)
        self.paired: set[Hashable] = set()

    def left(self) -> list[list[Statement]]:
        """The claims without a partner, in the order of the text."""
        return [found for key, found in self.claims.items() if key not in self.paired]

    def take(self, found: Sequence[Statement]) -> None:
        """Take a claim as paired."""
        s = found[0]
        self.paired.add((s.subject, s.relation, s.object, s.standing, s.numbers))


def _pair(
    old: _Side,
    new: _Side,
    key: Callable[[Statement], Hashable],
    kind: Callable[[Sequence[Statement], Sequence[Statement]], Kind],
    *,
    differs: Callable[[Statement], Hashable] | None = None,
) -> list[Change]:
    """Pair claims of the same key, in the order of the text; those for which `differs` gives the same are no pair."""
    waiting: dict[Hashable, list[list[Statement]]] = defaultdict(list)
    for found in old.left():
        waiting[key(found[0])].append(found)
    changes = []
    for found in new.left():
        partners = waiting.get(key(found[0]), [])
        fits = [p for p in partners if differs is None or _both_tell(differs(p[0]), differs(found[0]))]
        if fits:
            partners.remove(fits[0])
            old.take(fits[0])
            new.take(found)
            changes.append(_make_change(kind(fits[0], found), fits[0], found, closest=True))
    return changes


def _make_change(
    kind: Kind, before: Sequence[Statement], after: Sequence[Statement], *, closest: bool = False
) -> Change:
    """A change told of all statements of two claims, by their first sentences or by the two that are most alike."""
    one, other = _closest(before, after) if closest else (next(iter(before), None), next(iter(after), None))
    return Change(
        kind=kind,
        before=one,
        after=other,
        claims_before=tuple(dict.fromkeys(s.claim for s in before)),
        claims_after=tuple(dict.fromkeys(s.claim for s in after)),
    )


def _both_tell(one: Hashable, other: Hashable) -> bool:
    return bool(one) and bool(other) and one != other


def _same(before: Sequence[Statement], after: Sequence[Statement]) -> Kind:
    said = {search_key(s.quote) for s in before}
    return Kind.REPEATED if any(search_key(s.quote) in said for s in after) else Kind.REWORDED


def _closest(before: Sequence[Statement], after: Sequence[Statement]) -> tuple[Statement, Statement]:
    """The pair of sentences that is most alike, of the first few of each side."""
    pairs = [(one, other) for one in before[:5] for other in after[:5]]
    return max(pairs, key=lambda pair: likeness(pair[0].quote, pair[1].quote, least=0)) if len(pairs) > 1 else pairs[0]


def _pair_alike(old: _Side, new: _Side) -> list[Change]:
    """Pair claims with a thing in common whose sentences, or whose predicates about the same two things, are alike."""
    by_thing: dict[str, list[list[Statement]]] = defaultdict(list)
    for found in old.left():
        for thing in {found[0].subject, found[0].object}:
            by_thing[thing].append(found)
    scored = []
    for number, found in enumerate(new.left()):
        s = found[0]
        for partner in {id(p): p for thing in (s.subject, s.object) for p in by_thing.get(thing, ())}.values():
            score = _score(partner[0], s)
            if score >= ALIKE:
                scored.append((-score, number, partner[0].start, partner, found))
    changes = []
    taken: set[int] = set()
    for _, _, _, partner, found in sorted(scored, key=lambda item: item[:3]):
        if id(partner) in taken or id(found) in taken:
            continue
        taken |= {id(partner), id(found)}
        old.take(partner)
        new.take(found)
        changes.append(_make_change(_kind_of(partner[0], found[0]), partner, found))
    return changes


def _score(one: Statement, other: Statement) -> float:
    """How much two claims with a thing in common are the same one in other words, from 0 to 1."""
    if {one.subject, one.object} == {other.subject, other.object} and one.subject == other.subject:
        return max(likeness(one.predicate, other.predicate), likeness(one.quote, other.quote))
    alike = likeness(one.quote, other.quote)
    return alike if likeness(" ".join(one.words), " ".join(other.words)) >= ALIKE else 0.0


def _kind_of(one: Statement, other: Statement) -> Kind:
    # another subject, or another deed to another thing, is another claim, which has its own modality
    same = one.subject == other.subject and (one.relation == other.relation or one.object == other.object)
    if one.standing != other.standing and same:
        return Kind.MODALITY
    return Kind.NUMBER if _both_tell(one.numbers, other.numbers) else Kind.REWORDED


def likeness(one: str, other: str, *, least: float = ALIKE) -> float:
    """The share of words that two texts have in common, in their order (Ratcliff and Metzener 1988).

    0.0 where it cannot be `least`.
    """
    (words, kinds), (others, other_kinds) = _words_of(one), _words_of(other)
    if not words or not others:
        return 0.0
    # a word that the other text does not have at all cannot be in common: most pairs need no closer look
    most = min(len(words) - len(kinds - other_kinds), len(others) - len(other_kinds - kinds))
    if 2 * most < least * (len(words) + len(others)):
        return 0.0
    return SequenceMatcher(None, words, others, autojunk=False).ratio()


@lru_cache(65536)
def _words_of(text: str) -> tuple[tuple[str, ...], frozenset[str]]:
    words = tuple(search_key(text).split())
    return words, frozenset(words)


def _place(change: Change) -> tuple[str, int, int, str, str]:
    s = change.after or change.before
    if s is None:
        raise ValueError("a change has a statement before or after")
    return s.document, s.start, s.end, s.claim, s.evidence
