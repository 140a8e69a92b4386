"""Open extractions as flat rows: what every sentence states, in its own words, before any linking."""

import re
from collections.abc import Iterable, Iterator
from typing import TypedDict

from graph.extract.cues import cues
from graph.extract.gazetteer import load_gazetteer
from graph.extract.mentions import name_of
from graph.extract.parse import parse
from graph.extract.read import find_extractions
from graph.extract.spacy_model import load_model
from graph.extract.voices import author_of, voices_of
from graph.model import Document, Extraction, Mention, Value

TURNED = "passive with agent"
INFERRED = ("presence",)  # an inference, not what the sentence states
FORMS = {"be": "is", "have": "has", "concern": "concerns"}
VERBLESS = ("title", "apposition", "name", "pair", "topic")


class OpenRow(TypedDict):
    """One open extraction: characters [start, end) of the text are the sentence.

    Subject, relation and object are words of the sentence; `subject_name` and `object_name` are how the things are
    called, where a pronoun, an acronym or a demonym stands for them.
    """

    sentence: str
    start: int
    end: int
    subject: str
    relation: str
    object: str
    subject_name: str
    object_name: str
    polarity: str
    modality: str
    speaker: str | None
    rule: str
    confidence: float


def read_open(documents: Iterable[Document]) -> Iterator[tuple[Document, OpenRow]]:
    """Every relation that a sentence of the documents states, ordinary nouns and open pronouns included, each once.

    Raises ModelError or RuleError where the model or a data file is wrong.
    """
    nlp, gazetteer = load_model(), load_gazetteer()
    for parsed in parse(nlp, documents, gazetteer):
        voices, author = voices_of(parsed, gazetteer), author_of(parsed.document, gazetteer)
        found = find_extractions(parsed, gazetteer, voices=voices, author=author, open_=True)
        rows = [make_row(parsed.document, e) for e in found if e.rule not in INFERRED]
        unique = {(r["start"], r["subject"], r["relation"], r["object"]): r for r in reversed(rows)}
        yield from ((parsed.document, row) for row in reversed(unique.values()))


def make_row(document: Document, extraction: Extraction) -> OpenRow:
    """The row of an extraction; a passive keeps the order of the text: "X | was founded by | Y"."""
    span, thing = extraction.sentence, extraction.object
    subject, object_ = (quantified(document.text, t, worded(t)) for t in (extraction.subject, thing))
    if extraction.rule == TURNED:
        subject, object_ = object_, subject
    return OpenRow(
        sentence=document.text[span.start : span.end],
        start=span.start,
        end=span.end,
        subject=tidy(subject[0]),
        relation=relation_words(extraction),
        object=tidy(object_[0]),
        subject_name=subject[1],
        object_name=object_[1],
        polarity=extraction.polarity,
        modality=extraction.modality,
        speaker=extraction.speaker.name if extraction.speaker else None,
        rule=extraction.rule,
        confidence=round(extraction.confidence, 2),
    )


def worded(thing: Mention | Value) -> tuple[str, str]:
    """A thing in the words of the text and by its name; "whose" and an adjective of origin stand for a name."""
    name = name_of(thing)
    named = isinstance(thing, Mention) and (thing.found_by == "demonym" or thing.text.lower().startswith("whose "))
    return (name if named else thing.text), name


QUANTIFIED = re.compile(
    r"\b((?:(?:almost|nearly|about|over) )?(?:both|all|each|every|half|any)(?: of)?(?: the)?)\s+$", re.IGNORECASE
)


def quantified(text: str, thing: Mention | Value, told: tuple[str, str]) -> tuple[str, str]:
    """A thing in the words of the text with what tells of how many it is said: "both sides", "all five states"."""
    if not isinstance(thing, Mention):
        return told
    before = QUANTIFIED.search(text[max(0, thing.span.start - 24) : thing.span.start])
    return (f"{before[1]} {told[0]}", told[1]) if before and told[0] == thing.text else told


def tidy(text: str) -> str:
    """A noun phrase in one line, without a possessive mark behind it and without quotation marks around it."""
    bare = " ".join(text.split()).removesuffix("'s").removesuffix("’s").strip(' “”"‘,;')
    plural = bare.endswith(("s'", "s’")) and not re.search(r"(?:^| )['‘]", bare)  # "the rebels'", not "'the rebels'"
    return bare[:-1] if plural else bare


def relation_words(extraction: Extraction) -> str:
    """The relation in the words of the text; where the text has no verb for it, in plain ones: "is capital of"."""
    if extraction.rule == "reciprocal":
        return " ".join(extraction.predicate.split()) + " with"
    if extraction.rule not in VERBLESS:
        return " ".join(extraction.predicate.split())
    predicates = (p for p, relation in cues().relations.items() if relation == extraction.relation)
    first, *rest = next(predicates, extraction.relation).split()
    return " ".join([FORMS.get(first, first), *rest])
