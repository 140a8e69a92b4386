"""Whose deed a gerund behind an object tells: "accused X of doing", "commended X for doing"."""

from typing import NamedTuple

from graph.extract.cues import cues
from graph.extract.parse import Sentence
from graph.model import Modality, Polarity


class Deed(NamedTuple):
    """The verbs behind whose object a gerund tells the object's deed, by which prepositions, and how it is told."""

    verbs: str
    prepositions: tuple[str, ...]
    modality: Modality | None
    polarity: Polarity


# Whose deed a gerund behind an object is: the verbs, the prepositions, and how the deed is told.
DEEDS = (
    Deed("verbs.backing", ("in", "for"), None, Polarity.AFFIRMED),
    Deed("verbs.blaming", ("for",), Modality.POSSIBLE, Polarity.AFFIRMED),
    Deed("verbs.praising", ("in", "for", "of"), None, Polarity.AFFIRMED),
    Deed("verbs.accusing", ("of", "with"), Modality.POSSIBLE, Polarity.AFFIRMED),
    Deed("verbs.preventing", ("from",), None, Polarity.NEGATED),
    Deed("verbs.tasking", ("with",), Modality.PROPOSED, Polarity.AFFIRMED),
    Deed("verbs.inducing", ("into",), None, Polarity.AFFIRMED),
    Deed("verbs.convicting", ("of", "with"), None, Polarity.AFFIRMED),
    Deed("verbs.warning", ("against", "from"), Modality.PROPOSED, Polarity.NEGATED),
)

TASKED = Deed("verbs.tasking", ("with",), Modality.PROPOSED, Polarity.AFFIRMED)  # "a group charged with doing"
THANKED = Deed("verbs.praising", ("for",), None, Polarity.AFFIRMED)  # "gratitude to X for doing"


ALLEGING = ("verbs.accusing", "verbs.blaming")  # what others did is the word of who says so


PROPERTY = ("asset", "account", "property", "salary", "licence", "license", "membership", "passport", "citizenship")


def find_patient(s: Sentence, verb: int) -> int | None:
    """Whom a verb does something to: who is given or fined a thing, or thanked, "gratitude to X"; else its object."""
    direct = s.child(verb, "dobj")
    if direct is not None and s.words[direct].lemma in cues()["nouns.thanks"]:
        behind = (p for at in (verb, direct) for p in s.all_children(at, "prep", "dative") if s.words[p].lemma == "to")
        return next((t for p in behind if (t := s.child(p, "pobj")) is not None), None)
    if direct is not None and s.words[direct].lemma in PROPERTY:  # "froze the assets of X for hiding data"
        of = s.prep(direct, "of")
        return s.child(of, "pobj") if of is not None else s.child(direct, "poss")
    given = s.child(verb, "dative")
    return given if given is not None and s.words[given].pos in ("NOUN", "PROPN", "PRON") else direct


def find_deed(s: Sentence, verb: int, prep: int) -> Deed | None:
    """How the deed of a verb's object is told in a gerund behind it, or None where the gerund is not the object's.

    In the passive the object is the subject, and of a participle behind a noun it is that noun: "accused of doing".
    """
    direct = s.child(verb, "dobj")
    suffers = s.child(verb, "auxpass", "nsubjpass") is not None or s.words[verb].tag == "VBN"
    if prep < verb or (direct is None and not suffers):  # "Instead of asking X, they …"
        return None
    lemma, behind = s.words[verb].lemma, s.words[prep].lemma
    if direct is not None and s.words[direct].lemma in cues()["nouns.thanks"] and behind == "for":
        return THANKED if find_patient(s, verb) is not None else None
    if lemma in ("add", "put", "place", "include") and behind == "for" and is_on_list(s, verb, prep):
        return THANKED
    own = direct is not None and s.child(direct, "poss") is not None  # "charged their teams with doing"
    charged = direct if direct is not None and own else s.words[verb].head
    if lemma == "charge" and behind == "with" and is_body(s, charged):
        return TASKED
    return next((deed for deed in DEEDS if lemma in cues()[deed.verbs] and behind in deed.prepositions), None)


def is_body(s: Sentence, noun: int) -> bool:
    """Whether a noun with a participle behind it is a body, which is charged with a task and not with a deed."""
    return s.words[noun].lemma.split()[-1].lower() in cues()["nouns.bodies"]


def is_on_list(s: Sentence, verb: int, prep: int) -> bool:
    """Whether what a verb does is to put somebody on a list: "added X to its blacklist for doing Y"."""
    before = (s.child(p, "pobj") for p in s.all_children(verb, "prep") if p < prep)
    return any(t is not None and s.words[t].lemma.lower().split()[-1].endswith("list") for t in before)
