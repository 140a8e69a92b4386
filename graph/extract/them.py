"""Whom "them" means where several are told of: "Peru sent two boats to Chad. Togo had asked for them"."""

from collections.abc import Iterator, Sequence

from graph.extract.near_actors import SUBJECTS
from graph.extract.parse import Sentence, Word
from graph.extract.prepositions import ACTORS
from graph.extract.tellings import asked_kinds, kinds_of
from graph.model import EntityType

OBJECTS = ("dobj", "dative", "pobj")
PARTS = (*SUBJECTS, *OBJECTS, "attr")
UNITS = frozenset({"time", "sum", "quantity"})
# What is in the plural only in a preposition of more words: "on the margins of".
FIXED = ("margin", "sideline", "term", "means", "ground", "percent", "%", "other", "line", "hand")
PART = ("among", "of", "between", "including", "amongst", "like")  # behind which "them" is told of part of those
WHO = frozenset({"people", "actor", "body", "land"})
CALLING = ("call", "appeal")
Told = tuple[Sentence, int]


def meant_by_them(s: Sentence, i: int, before: Sequence[Sentence]) -> list[Told] | None:
    """The several for whom "them" stands, by their sentence and word; none where two may be meant.

    None where no noun in the plural stands near, and those who act or are named are meant as everywhere else.
    """
    if s.words[i].text.lower() != "them" or s.words[i].dep not in OBJECTS or s.words[s.words[i].head].text in PART:
        return None
    own = set(own_subject(s, i))
    here = [(s, w.i) for w in plurals(s, i) if w.i not in own]
    joined = [(s, j) for j in pairs(s, i) if j not in own]
    if here or joined:
        return together(s, i) or picked(s, i, [*here, *joined])
    if not before:
        return None
    told = before[0]
    here = [(told, w.i) for w in plurals(told, len(told.words))]
    joined = [(told, j) for j in pairs(told, len(told.words))]
    acted_on = [(at, j) for at, j in here if at.words[j].dep == "dobj"]
    if joined and here and all(at.words[j].dep in SUBJECTS for at, j in joined) and s.words[i].dep == "dobj":
        return (
            acted_on if len(acted_on) == 1 and not owes(*acted_on[0]) else []
        )  # "A and B sent boats. C received them"
    return picked(s, i, [*here, *joined]) if here else None


def own_subject(s: Sentence, i: int) -> list[int]:
    """The words of the subject of the clause in which a pronoun stands."""
    at = i
    while s.words[at].head != at:
        at = s.words[at].head
        if (subject := s.child(at, *SUBJECTS)) is not None:
            return s.subtree(subject)
    return []


def plurals(s: Sentence, end: int) -> Iterator[Word]:
    """The nouns in the plural before a word that something can be done to."""
    for word in s.words[:end]:
        common = word.tag == "NNS" and word.name is None and word.dep in PARTS and word.label not in ("DATE", "TIME")
        if common and not kinds_of(word) & UNITS and word.lemma not in FIXED:
            yield word


def pairs(s: Sentence, end: int) -> Iterator[int]:
    """The first of each list of names of actors before a word: "France and Germany"."""
    for word in s.words[:end]:
        actor = word.name is not None and word.name.type in (*ACTORS, EntityType.PERSON) and word.dep != "conj"
        if actor and any(s.words[c].name is not None and c < end for c in s.all_children(word.i, "conj")):
            yield word.i


def together(s: Sentence, i: int) -> list[Told]:
    """What is dealt with once and again: "wrote leaflets on X and gave them to Y"."""
    verb = s.words[s.words[i].head]
    first = s.words[verb.head] if verb.dep == "conj" and s.words[i].dep == "dobj" else None
    direct = s.child(first.i, "dobj") if first is not None else None
    return [(s, direct)] if direct is not None and s.words[direct].tag == "NNS" else []


def picked(s: Sentence, i: int, found: Sequence[Told]) -> list[Told]:
    """The only one of several nouns, else the only one that the verb can be told of, else the object; or none."""
    verb = s.words[s.words[i].head]
    wanted = asked_kinds(list(s.words), verb, undergone=True) if verb.pos == "VERB" else frozenset()
    if (verb if verb.pos == "VERB" else s.words[verb.head]).lemma in CALLING:  # "calls upon them to act"
        wanted = WHO
    suited = [(at, j) for at, j in found if kinds_of(at.words[j]) & wanted]
    direct = [(at, j) for at, j in found if at.words[j].dep == "dobj"]
    direct = direct if found and (found[-1] in direct or found[-1][0] is not s) else []
    for some in (found, suited, [] if suited else direct):
        if len(some) == 1:
            return [] if owes(*some[0]) and some[0][0] is not s else list(some)
    return []


def owes(s: Sentence, i: int) -> bool:
    """Whether a phrase holds "their" or the like, which means somebody only in its own sentence."""
    return any(s.words[j].tag in ("PRP", "PRP$") for j in s.subtree(i))
