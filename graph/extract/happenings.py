"""When a deed happens that a noun names, and whether it has yet to: "X's visit to Y is planned for May".

Also the entries of a chronicle: "May 2008: X visits Y", "2024 (planned): visit by X to Y".
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from graph.extract.arguments import Reader
from graph.extract.clause_times import time_qualifier
from graph.extract.cues import cues
from graph.extract.parse import Sentence
from graph.extract.relative_times import MONTHS
from graph.extract.settings import find_settings, is_of_span
from graph.extract.values import YEAR, make_time
from graph.model import Extraction, Mention, Modality, Qualifier, QualifierKind, Value

AWAITING = ("plan", "schedule", "expect", "foresee", "envisage", "slate", "postpone", "delay", "defer")
HAPPENING = ("take", "happen", "occur", "begin", "start", "follow", "conclude", "end", "last", "come")
TO_COME = ("planned", "upcoming", "forthcoming", "scheduled", "future", "proposed", "expected", "impending")
CALLED_OFF = ("cancel", "call", "abandon", "scrap")
# Rules whose extractions tell no deed, so that the date of an entry is not theirs.
STANDING = ("title", "apposition", "name", "pair", "topic", "inside", "heading", "copula")

MONTH = rf"(?:{'|'.join(month.capitalize() for month in MONTHS)})"
DATE = rf"(?:(?:\d{{1,2}}(?:[-–]\d{{1,2}})? )?{MONTH},? |{MONTH} \d{{1,2}}(?:[-–]\d{{1,2}})?, )?{YEAR}(?:[-–]{YEAR})?"
ENTRY = re.compile(rf"\W{{0,3}}(?P<when>{DATE})(?: \((?P<note>[a-z]+)\))?(?::| [-–—]) ")


@dataclass(frozen=True, slots=True)
class Entry:
    """What the head of a chronicle's entry tells: when, and whether what it tells has yet to be done."""

    when: Value
    planned: bool


def find_entry(reader: Reader, s: Sentence) -> Entry | None:
    """The date that a passage begins with before a colon or dash: "May 2008: X visits Y"; or None."""
    found = ENTRY.match(s.text)
    if found is None:
        return None
    return Entry(make_time(found["when"], published=reader.published), found["note"] in TO_COME)


def as_entered(entry: Entry | None, extractions: Iterable[Extraction]) -> Iterator[Extraction]:
    """The extractions of an entry, each deed with the entry's date where it tells none of its own."""
    for extraction in extractions:
        if entry is None or extraction.rule in STANDING:
            yield extraction
            continue
        asserted = extraction.modality is Modality.ASSERTED
        told = replace(extraction, modality=Modality.PLANNED) if entry.planned and asserted else extraction
        dated = any(q.kind is QualifierKind.TIME for q in told.qualifiers)
        when: Qualifier[Mention] = Qualifier(kind=QualifierKind.TIME, value=entry.when)
        yield told if dated else replace(told, qualifiers=(*told.qualifiers, when))


def opens_entry(s: Sentence, noun: int) -> bool:
    """Whether a noun for a deed is all that an entry tells: "2024: visit of X to Y"."""
    above = s.words[s.words[noun].head]
    dated = above.head == above.i and (above.tag == "CD" or above.label == "DATE") and s.words[noun - 1].text == ":"
    return above.i == noun or dated


def verb_of_deed(s: Sentence, noun: int) -> int | None:
    """The verb that tells that a deed happens or is to happen, whose subject the noun for it is; or None."""
    word = s.words[noun]
    verb = s.words[word.head]
    thing = s.child(verb.i, "dobj")
    place = verb.lemma != "take" or thing is None or s.words[thing].lemma == "place"
    told = verb.lemma in (*AWAITING, *CALLED_OFF) or (verb.lemma in HAPPENING and place)
    return verb.i if word.dep in ("nsubj", "nsubjpass") and told else None


# Verbs by which a deed comes about or goes on: it lies as far ahead as they do.
BRINGING = frozenset(
    {"fund", "finance", "support", "start", "begin", "launch", "complete", "finish", "enable", "allow", "facilitate"}
    | {"oversee", "organize", "organise", "undertake", "conduct", "initiate", "resume", "continue", "expedite"}
)


def deed_modality(s: Sentence, noun: int) -> Modality | None:
    """How it is told that a deed happens which a noun names; None where nothing tells that it has yet to."""
    if any(s.words[a].text.lower() in TO_COME for a in s.all_children(noun, "amod")):
        return Modality.PLANNED
    verb = verb_of_deed(s, noun)
    above = s.words[noun].head
    if verb is None and s.words[noun].dep == "dobj" and s.words[above].lemma in BRINGING:
        verb = above  # "X will fund the restoration of Y by Z"
    if verb is None:
        return None
    aux = {s.words[a].lemma for a in s.all_children(verb, "aux")}
    if aux & {"may", "might", "could"}:
        return Modality.POSSIBLE
    to_come = s.words[verb].lemma in AWAITING and s.words[noun].dep == "nsubjpass"
    return Modality.PLANNED if to_come or aux & {"will", "shall", "would"} else None


def is_called_off(s: Sentence, noun: int) -> bool:
    """Whether a deed that a noun names is not to happen: "X's visit to Y was cancelled"."""
    verb = verb_of_deed(s, noun)
    if verb is None or s.words[verb].lemma not in CALLED_OFF or s.words[noun].dep != "nsubjpass":
        return False
    return s.words[verb].lemma != "call" or s.child(verb, "prt") is not None


def deed_times(reader: Reader, s: Sentence, noun: int) -> tuple[Qualifier[Mention], ...]:
    """When a deed happens that a noun names: "X's visit to Y took place in May", "is planned for May"."""
    verb = verb_of_deed(s, noun)
    found = find_settings(reader, s, verb) if verb is not None else ()
    return tuple(q for q in found if q.kind is QualifierKind.TIME)


CLAUSES = ("relcl", "acl", "advcl", "conj", "appos")  # that have times of their own


def own_times(reader: Reader, s: Sentence, noun: int) -> tuple[Qualifier[Mention], ...]:
    """When a deed happens by its own phrase: "the visit of X to Y in May", "the attack of 13 April on Y"."""
    found: list[Qualifier[Mention]] = []
    verb = s.words[s.words[noun].head]
    judged = s.words[noun].dep == "dobj" and verb.lemma in cues()["verbs.judging"]
    for prep in s.all_children(verb.i, "prep") if judged else ():  # "condemned X's strikes on Y on 4 March"
        date = s.child(prep, "pobj") if s.words[prep].lemma == "on" and prep > noun else None
        if date is not None and s.words[date].label == "DATE":
            found.append(time_qualifier(reader, s, date))
    todo = [noun]
    while todo:
        at = todo.pop()
        for child in s.children[at]:
            word = s.words[child]
            if word.dep in CLAUSES or child < noun or word.text.lower() == "including":  # one of many has its own time
                continue
            date = s.child(child, "pobj") if word.dep == "prep" and word.lemma in ("in", "on", "of") else None
            date = child if word.dep in ("npadvmod", "tmod") else date
            if date is not None and s.words[date].label == "DATE" and not is_of_span(s, child):
                found.append(time_qualifier(reader, s, date))
            elif word.dep in ("prep", "pobj"):
                todo.append(child)
    return tuple(found) if len(found) == 1 else ()
