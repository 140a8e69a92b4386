"""What a relative clause or a participle asks of the noun it tells of, and what kinds of thing a noun can be for.

"Which was signed" asks for a paper, "who" for a person, "in which ten were killed" for an attack: `data/tellings.toml`.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from graph.extract.parse import Word
from graph.extract.rules import on_change, read_toml
from graph.extract.trees import Words, child_of, first_of, takes_to
from graph.extract.words import are_people
from graph.extract.words import words as closed
from graph.model import EntityType

Kinds = frozenset[str]
PRONOUNS = ("which", "who", "whom", "whose", "that", "where")
MANY, ONE = ("are", "were", "have", "do"), ("is", "was", "has", "does")
PERSONS = ("i", "we", "you", "he", "she", "they", "us", "them", "him", "me")
HELD = ("believe", "suspect", "think", "say", "know", "allege", "expect", "report", "understand")
PARTNERS = ("prep", "prt", "dobj", "agent", "advmod")  # what makes another verb of a verb: "base on", "take effect"
# Names that may be of many kinds, which their last word before a preposition tells: "Strategy for X", "Lima Airport".
OPEN = (EntityType.EVENT, EntityType.PLACE, EntityType.CONCEPT, EntityType.INITIATIVE)
LATER = re.compile(r" (?:of|for|on|in|to|with|at|against|\d+) ?")
ASIDE = (",", "–", "—", "(")
OWN_SUBJECT = ("nsubj", "nsubjpass", "csubj", "expl", "mark")


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """A clause that tells of a noun: its verb, the first word of it, and what it asks of the noun.

    `verb` is the one that asks: in "believed to be carrying arms" the inner one. `pronoun` is "which" or the like, and
    empty for a participle. `undergone` says that the noun is what something is done to, `several` of how many is told.
    """

    clause: Word
    verb: Word
    start: int
    pronoun: str = ""
    undergone: bool = False
    several: bool | None = None
    apart: bool = False
    wanted: Kinds = frozenset()


@dataclass(frozen=True, slots=True)
class Tables:
    """The data file: the kinds of each noun, the kinds that a verb or a preposition asks for, and the weights."""

    kinds: Mapping[str, Kinds]
    of_type: Mapping[str, Kinds]
    of_label: Mapping[str, Kinds]
    wants: Mapping[tuple[str, str], Kinds]
    weights: Mapping[str, float]


@cache
def tables() -> Tables:
    """The lists of `data/tellings.toml`."""
    table = read_toml("tellings.toml")
    kinds: dict[str, set[str]] = {}
    for kind, nouns in table["kinds"].items():
        for noun in nouns:
            kinds.setdefault(noun, set()).add(kind)
    wants: dict[tuple[str, str], set[str]] = {}
    for role in ("undergone", "done"):
        for entry in table[role]:
            for verb in entry["verbs"]:
                wants.setdefault((role, verb), set()).update(entry["kinds"])
    for entry in table["led"]:
        for prep in entry["prepositions"]:
            for verb in entry.get("verbs", [""]):
                wants.setdefault((prep, verb), set()).update(entry["kinds"])
    return Tables(
        {noun: frozenset(found) for noun, found in kinds.items()},
        {name: frozenset(found) for name, found in table["types"].items()},
        {name: frozenset(found) for name, found in table["labels"].items()},
        {key: frozenset(found) for key, found in wants.items()},
        table["weights"],
    )


on_change(tables.cache_clear)


def kinds_of(noun: Word) -> Kinds:
    """What a noun can be for: a paper, a meeting, people; none where it is not known."""
    known = tables()
    if noun.name is not None:
        own = known.of_type.get(noun.name.type.value, frozenset())
        if noun.name.type not in OPEN:
            return own
        head = LATER.split(noun.name.name.lower(), maxsplit=1)[0].split()[-1]
        return own | known.kinds.get(head.removesuffix("s"), frozenset())
    if noun.tag == "PRP":
        return frozenset({"people"} if noun.text.lower() in PERSONS else ())
    last = noun.lemma.lower().split()[-1] if noun.lemma.strip() else ""
    found = known.kinds.get(last, frozenset()) | known.kinds.get(last.removesuffix("s"), frozenset())
    if noun.pos == "PROPN" or noun.label in ("DATE", "TIME"):
        found |= known.of_label.get(noun.label, frozenset())
    if last in closed().callings:
        return found | {"people"}
    return found | {"actor"} if are_people(last) else found


def read_telling(words: Words, clause: Word) -> Telling | None:
    """What a relative clause or a participle behind a noun asks of it; None for another word."""
    if clause.dep == "relcl" or (clause.dep == "advcl" and is_set_off(words, clause)):
        told = read_relative(words, clause)
        # "the importance of elections to be held in May"; "time for X to be done" and "the first to be admitted" stay
        to_be_done = clause.tag == "VBN" and "deed" in kinds_of(words[clause.head]) and takes_to(words, clause.i)
        return read_participle(words, clause) if told is None and to_be_done else told
    if clause.dep == "acl" or (clause.dep == "advcl" and clause.tag == "VBN"):
        return read_participle(words, clause)
    return None


def is_set_off(words: Sequence[Word], clause: Word) -> bool:
    """Whether a clause that hangs on a verb is led by "which" or "who" behind a comma, so that it tells of a noun."""
    led = (w for w in words[clause.head + 1 : clause.i] if w.head == clause.i and w.text in ("which", "who"))
    pronoun = next(led, None)
    return pronoun is not None and words[pronoun.i - 1].text == ","


def read_participle(words: Words, clause: Word) -> Telling | None:
    """What "signed in Riga", "to be signed in Riga" or "carrying arms" asks of its noun."""
    start = first_of(words, clause.i)
    own = [w for w in words[start : clause.i] if w.head == clause.i]
    if not start or any(w.dep in OWN_SUBJECT or w.tag in ("WRB", "MD") or w.text == "having" for w in own):
        return None
    passive = any(w.dep == "auxpass" for w in own) or clause.tag == "VBN"
    apart = words[start - 1].text == ","
    form = clause.tag in ("VBN", "VBG") or (clause.tag == "VB" and passive)
    if not form or (clause.dep == "advcl" and (not apart or clause.head > clause.i)):
        return None
    verb, undergone = asking(words, clause, undergone=passive)
    wanted = asked_kinds(words, verb, undergone=undergone)
    return Telling(clause=clause, verb=verb, start=start, undergone=undergone, apart=apart, wanted=wanted)


def read_relative(words: Words, clause: Word) -> Telling | None:
    """What a clause with "which", "who", "that", "whose" or "where" asks of its noun."""
    start = first_of(words, clause.i)
    start = start if clause.head > clause.i else max(start, clause.head + 1)
    found = (w for w in words[start : clause.i] if w.text.lower() in PRONOUNS)
    pronoun = next((w for w in found if w.tag in ("WDT", "WP", "WP$", "WRB")), None)
    if pronoun is None:
        return None
    above = words[pronoun.head]
    led = above.text.lower() if pronoun.dep == "pobj" and above.tag in ("IN", "TO", "RP") else ""
    if (led and above.head != clause.i) or (not led and words[pronoun.i - 1].tag == "IN"):
        return None  # "the first meeting of which"
    start = above.i if led and above.i == pronoun.i - 1 else pronoun.i
    subject = pronoun.dep in ("nsubj", "nsubjpass") and pronoun.head == clause.i
    verb, undergone = asking(words, clause, undergone=pronoun.dep in ("nsubjpass", "dobj"))
    return Telling(
        clause=clause,
        verb=verb,
        start=start,
        pronoun=pronoun.text.lower(),
        undergone=undergone,
        several=number_of(words[pronoun.i : clause.i + 1], clause) if subject else None,
        apart=start > 0 and words[start - 1].text in ASIDE,
        wanted=kinds_wanted(words, pronoun, led, verb, undergone=undergone),
    )


def number_of(words: Sequence[Word], clause: Word) -> bool | None:
    """Whether a verb tells of several; None where its form does not say."""
    forms = [w for w in words if clause.i in (w.i, w.head)]
    if any(w.text.lower() in MANY or w.tag == "VBP" for w in forms):
        return True
    return False if any(w.text.lower() in ONE or w.tag == "VBZ" for w in forms) else None


def asking(words: Sequence[Word], clause: Word, *, undergone: bool) -> tuple[Word, bool]:
    """The verb that tells of the noun, and whether that undergoes it: in "believed to be carrying" the inner one."""
    inner = child_of(words, clause.i, "xcomp", start=clause.i) if undergone and clause.lemma in HELD else None
    if inner is None or inner.pos != "VERB":
        return clause, undergone
    return inner, child_of(words, inner.i, "auxpass") is not None


def kinds_wanted(words: Sequence[Word], pronoun: Word, led: str, verb: Word, *, undergone: bool) -> Kinds:
    """The kinds of noun that a relative clause asks for, by its pronoun, by its preposition or by its verb."""
    wants = tables().wants
    text = pronoun.text.lower()
    if text in ("whose", "where"):
        return wants.get((text, ""), frozenset())
    if led:
        return wants.get((led, verb.lemma)) or wants.get((led, ""), frozenset())
    if pronoun.dep not in ("nsubj", "nsubjpass", "dobj"):
        return frozenset()
    return asked_kinds(words, verb, undergone=undergone)


def asked_kinds(words: Sequence[Word], verb: Word, *, undergone: bool) -> Kinds:
    """The kinds that a verb asks for, by itself or with a partner: "base on", "take effect", "enter into force"."""
    wants, role = tables().wants, "undergone" if undergone else "done"
    for word in words[verb.i + 1 : verb.i + 9]:
        if word.head == verb.i and word.dep in PARTNERS:
            within = child_of(words, word.i, "pobj", start=word.i) if word.text == "into" else None
            partner = (within or word).lemma.lower()
            if (role, f"{verb.lemma} {partner}") in wants:
                return wants[role, f"{verb.lemma} {partner}"]
    return wants.get((role, verb.lemma), frozenset())
