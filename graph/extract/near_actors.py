"""Whom a pronoun behind "as", "when" or "where" means: who stands right before, "supports Peru as it votes"."""

from collections.abc import Collection, Sequence

from graph.extract.cues import cues
from graph.extract.parse import Sentence, Word
from graph.extract.prepositions import ACTORS
from graph.extract.words import are_people
from graph.model import EntityType

MARKERS = ("as", "when", "while", "whenever", "where")
SUBJECTS = ("nsubj", "nsubjpass")
OBJECTS = ("dobj", "pobj", "dative", "conj", "appos")
THINGS = (EntityType.COUNTRY, EntityType.ORGANIZATION, EntityType.INITIATIVE, EntityType.AGREEMENT, EntityType.EVENT)
HE = ("he", "she")
# Who is helped or thanked is who does what is told behind "as" and "when"; who is met may be so or not.
SUPPORTING = frozenset(
    {"assistance", "aid", "help", "backing", "solidarity", "stand", "work", "partner", "cooperate", "cooperation"}
    | {"thank", "accompany", "protect", "offer", "provide", "observe", "remind", "commend", "congratulate", "wish"}
    | {"see", "empower", "equip", "prepare", "advice", "urge"}
)
MEETING = frozenset({"meet", "meeting", "host", "visit", "join", "welcome"})
LACKING = ("need", "deserve", "lack", "require")  # what one is given: "provide nurses with the tools they need"


def nearest_actors(s: Sentence, i: int) -> list[int] | None:
    """The words of those whom a pronoun means that stand right before its clause; none where that is open.

    None where who acts in the sentence is meant as everywhere else: no other stands between.
    """
    pronoun, verb = s.words[i], s.words[s.words[i].head]
    if pronoun.tag != "PRP" or pronoun.dep not in SUBJECTS or verb.dep not in ("advcl", "relcl"):
        return None
    marker = marker_of(s, i)
    lacking = verb.dep == "relcl" and marker is None and verb.lemma in LACKING
    if (marker is None and not lacking) or verb.head > i:
        return None
    end = verb.head if lacking else i
    near = [w.i for w in s.words[:end] if is_meant(s, w, i) and not is_of_subject(s, w.i, verb)]
    near = [j for j in near if j != verb.head or pronoun.text.lower() in HE]
    if marker == "where" and pronoun.text.lower() in HE:  # "a visit by X, where she", not "met X in Y, where she"
        top = top_noun(s, verb.head)
        near = [j for j in near if j in s.subtree(top) and j != top]
    if not near:
        return None
    found = holder(s, near)
    helping = cues()["verbs.backing"] | SUPPORTING - MEETING | (MEETING if pronoun.text.lower() == "it" else set())
    return [first_of(s, found)] if lacking or marker == "where" or is_of(s, found, helping) else []


def top_noun(s: Sentence, i: int) -> int:
    """The noun at the head of the phrase in which a noun stands: "visit" of "a visit to Peru by X"."""
    while s.words[i].dep in ("pobj", "prep", "agent", "conj") and s.words[s.words[i].head].pos in (
        "ADP",
        "NOUN",
        "PROPN",
    ):
        i = s.words[i].head
    return i


def marker_of(s: Sentence, i: int) -> str | None:
    """The "as" or "when" right before a pronoun that leads its clause in; or None."""
    before = s.words[i - 1] if i else None
    leads = before is not None and before.lemma in MARKERS and before.head == s.words[i].head
    measure = i > 1 and s.words[i - 2].lemma in ("long", "soon", "far", "just", "such")  # "as long as it lasts"
    return before.lemma if before is not None and leads and not measure else None


def is_meant(s: Sentence, word: Word, i: int) -> bool:
    """Whether a word stands for somebody whom a pronoun at word i may mean, by number and kind."""
    pronoun = s.words[i].text.lower()
    kind = word.name.type if word.name is not None else None
    if word.dep not in OBJECTS or word.pos not in ("NOUN", "PROPN", "ADJ", "NUM"):
        return False
    if pronoun in HE:
        return kind is EntityType.PERSON
    if pronoun == "it":
        return kind in THINGS and word.tag not in ("NNS", "NNPS")
    people = word.tag == "NNS" and (are_people(word.lemma) or word.lemma in ("woman", "man", "child", "community"))
    people = people or word.lemma == "people" or (word.tag == "NNPS" and (word.name is None or kind in ACTORS))
    listed = kind in ACTORS and word.dep != "conj" and s.child(word.i, "conj") is not None
    return pronoun == "they" and (people or listed or kind is EntityType.GROUP)


def is_of_subject(s: Sentence, j: int, verb: Word) -> bool:
    """Whether a word is part of who acts in the clause above, or of a phrase ahead of it."""
    at = verb.head
    while s.words[at].pos not in ("VERB", "AUX") and s.words[at].head != at:
        at = s.words[at].head
    subject = s.child(at, *SUBJECTS)
    return j < at or (subject is not None and j in s.subtree(subject))


def holder(s: Sentence, near: Sequence[int]) -> int:
    """The last of several that may be meant; where that only tells of another before it, or where it is, the other.

    "The people of Peru and Chile as they …", "helps firms in twelve states as they …".
    """
    found = near[-1]
    for other in reversed(near[:-1]):
        place = s.words[s.words[found].head].lemma in ("in", "from", "across", "around", "at")
        found = other if place or found in s.subtree(other) else found
    return found


def is_of(s: Sentence, found: int, helping: Collection[str]) -> bool:
    """Whether a word is of who is helped or dealt with: "support for Peru", "thanked Peru", "work with Peru"."""
    at = found
    for _ in range(4):
        at = s.words[at].head
        if s.words[at].lemma in helping:
            return True
    return False


def first_of(s: Sentence, found: int) -> int:
    """The first of the names that a word is coordinated with."""
    while s.words[found].dep == "conj" and s.words[found].name is not None and s.words[s.words[found].head].name:
        found = s.words[found].head
    return found
