"""Who face each other by a noun or a list: "talks between A and B", "commended A and B", and then "both parties"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.extract.cues import cues
from graph.extract.gazetteer import Gazetteer, plain
from graph.extract.parse import Sentence
from graph.extract.parties import SIDES
from graph.model import EntityType

# What there is between two who deal with each other, at peace or at war.
DEALINGS = frozenset(
    {"talk", "talks", "negotiation", "negotiations", "dialogue", "mediation", "agreement", "accord", "pact", "treaty"}
    | {"truce", "ceasefire", "cease-fire", "armistice", "peace", "deal", "war", "conflict", "dispute", "fighting"}
    | {"clash", "clashes", "hostility", "hostilities", "tension", "violence", "battle", "standoff", "conference"}
)
PAIR = 2
REACH = 2  # sentences back


@dataclass(frozen=True, slots=True, kw_only=True)
class Faced:
    """One of two who face each other: at a word of a sentence, by the name of a country or by the phrase itself."""

    sentence: Sentence
    word: int
    land: str = ""


def facing(s: Sentence, head: int, before: Sequence[Sentence], gazetteer: Gazetteer) -> Sequence[Faced]:
    """The two whom a noun for parties means by the sentence that tells last of two, or nobody.

    `before` are the sentences before, the last first. "The two countries" are the only two named so far.
    """
    noun = s.words[head].lemma.lower()
    states = noun in cues()["nouns.parties_countries"] and noun not in ("side", "party", "delegation")
    lands: dict[str, Faced] = {}
    for told, end in ((s, head), *((other, len(other.words)) for other in before[:REACH])):
        pairs = list(dealing_in(told, end)) if noun in SIDES else []
        if pairs:
            return pairs[0] if len(pairs) == 1 else ()
        here = lands_in(told, end, gazetteer)
        joined = joined_in(here)
        if states and len(joined) == PAIR:
            return joined
        lands = {**here, **lands}
        if len(lands) >= PAIR:
            hyphen = len({(id(land.sentence), land.word) for land in lands.values()}) == 1  # "the A-B Commission"
            return tuple(lands.values()) if len(lands) == PAIR and (states or hyphen) else ()
    return ()


def dealing_in(s: Sentence, end: int) -> Iterator[Sequence[Faced]]:
    """The two of each noun for dealings before a word: "the war between A and B"."""
    for word in s.words[:end]:
        if word.lemma != "between" or s.words[word.head].lemma.lower() not in DEALINGS:
            continue
        first = s.child(word.i, "pobj")
        second = s.all_children(first, "conj") if first is not None else []
        if first is not None and len(second) == 1 and s.child(second[0], "conj") is None:
            yield tuple(Faced(sentence=s, word=at) for at in (first, second[0]))


def lands_in(s: Sentence, end: int, gazetteer: Gazetteer) -> dict[str, Faced]:
    """The countries named before a word, each where it is first; "the A-B Commission" names two."""
    found: dict[str, Faced] = {}
    for word in s.words[:end]:
        name = word.name
        if name is None:
            continue
        parts = plain(name.name.split(" ", 1)[0]).split("-") if name.entry is None else []
        known = (gazetteer.demonyms.get(part) or gazetteer.names.get(part) for part in parts)
        for entry in (name.entry,) if name.entry is not None else tuple(known) if len(parts) == PAIR else ():
            if entry is not None and entry.type is EntityType.COUNTRY:
                found.setdefault(entry.name, Faced(sentence=s, word=word.i, land=entry.name))
    return found


def joined_in(lands: dict[str, Faced]) -> Sequence[Faced]:
    """The only two countries of which a sentence makes a pair: "commended A and B"; or nobody."""
    at = {land.word: land for land in lands.values()}
    pairs = []
    for land in lands.values():
        words = land.sentence.words
        first = words[land.word].head
        alone = first in at and words[first].dep != "conj" and len(land.sentence.all_children(first, "conj")) == 1
        if words[land.word].dep == "conj" and alone and land.sentence.child(land.word, "conj") is None:
            pairs.append((at[first], land))
    return pairs[0] if len(pairs) == 1 else ()
