"""Words of a noun phrase that point to what it does not name itself: "such attacks", "whose", "bilateral"."""

from collections.abc import Sequence

from graph.extract.arguments import Reader
from graph.extract.cues import cues
from graph.extract.noun_phrases import text_of
from graph.extract.parse import Sentence
from graph.extract.prepositions import ACTORS
from graph.extract.repair_parts import PARTS

DEMONSTRATIVES = frozenset({"this", "that", "these", "those", "such"})
POINTING = DEMONSTRATIVES - {"such"}


def shared_parties(reader: Reader, s: Sentence, head: int, run: Sequence[int]) -> list[str]:
    """The two states that have a thing with each other which a phrase does not name: "bilateral trade"; or none."""
    text = text_of(s, run).lower()
    mutual = "bilateral" in text or "two-way" in text
    shared = s.words[head].lemma in cues()["nouns.between"] | {"trade", "investment"}
    told = s.child(head, "prep") is not None or any(s.words[i].name is not None for i in run) or run[-1] != head
    return reader.discourse.parties.states() if mutual and shared and not told else []


def has_owner_before(s: Sentence, run: Sequence[int], pronoun: int) -> bool:
    """Whether "its" in a phrase speaks of the owner that the phrase names: "Norway's commitment to its allies"."""
    for i in run:
        word = s.words[i]
        of = word.dep == "pobj" and s.words[word.head].lemma in ("of", "by")  # "efforts of Peru to protect its rivers"
        acts = of and word.name is not None and word.name.type in ACTORS
        if i < pronoun and word.name is not None and (word.dep == "poss" or acts):
            return True
    return has_doer_before(s, run, pronoun)


def has_doer_before(s: Sentence, run: Sequence[int], pronoun: int) -> bool:
    """Whether "its" in a phrase is of who acts in a clause of it: "the courses that the Navy holds at its school"."""
    at = pronoun
    while s.words[at].head != at and s.words[at].dep != "relcl":
        at = s.words[at].head
    doer = s.child(at, "nsubj") if s.words[at].dep == "relcl" and at in run else None
    if doer is None or not run[0] < doer < pronoun or s.words[pronoun].text.lower() != "its":
        return False
    return s.words[doer].pos in ("NOUN", "PROPN") and s.words[doer].tag not in ("NNS", "NNPS")


def is_such_as(s: Sentence, head: int) -> bool:
    """Whether a noun only leads examples in, "such activities as teaching", or points back: "such a development"."""
    if any(s.words[c].text.lower() == "such" and s.words[c].dep == "predet" for c in s.children[head]):
        return True
    if any(s.words[c].text.lower() == "following" for c in s.all_children(head, "amod")):
        return True  # "the following actions" are told behind it
    such = any(s.words[c].text.lower() == "such" for c in s.children[head])
    return such and s.prep(head, "as") is not None


def is_partitive(reader: Reader, s: Sentence, i: int, run: Sequence[int]) -> bool:
    """Whether a relative pronoun tells of what its phrase is a part: "a part of which", "many of which"."""
    part = s.words[s.words[s.words[i].head].head]
    some = part.pos == "NOUN" or part.lemma in PARTS  # "45 lorries, most of which were registered in X"
    told = reader.open or (s.words[i].dep == "pobj" and some and part.name is None)
    return told and s.words[i].tag in ("WDT", "WP") and i > run[0] and s.words[i - 1].lemma == "of"


def is_bound(s: Sentence, i: int, run: Sequence[int]) -> bool:
    """Whether a pronoun speaks of what its phrase names before: "Peru's right to defend itself", "with those of X"."""
    repeated = i + 1 in run and s.words[i + 1].lemma == "of" and s.words[i].dep == "pobj"
    return i > run[0] and (s.words[i].text.endswith(("self", "selves")) or repeated)


def is_pointing(s: Sentence, i: int, run: Sequence[int]) -> bool:
    """Whether a word of a phrase points to what another sentence tells: "that", "the victims of such attacks"."""
    word = s.words[i]
    such = word.lemma == "such" and i != run[0] and word.dep == "amod" and s.words[i + 1].lemma != "as"
    return such or (word.lemma in POINTING and word.dep not in ("det", "mark"))


def is_own_whose(s: Sentence, i: int, run: Sequence[int]) -> bool:
    """Whether a "whose" tells of the noun right before it in its phrase: "hostages whose whereabouts are open"."""
    return i > run[0] and s.words[i - 1].pos in ("NOUN", "PROPN")
