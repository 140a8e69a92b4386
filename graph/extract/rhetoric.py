"""What a speaker says of "us" that nothing can check: figures of speech, longings, appeals to everybody."""

import re

from graph.extract.cues import cues
from graph.extract.discourse import PHRASES
from graph.extract.pronouns import EVERYBODY_NAME, KINDS
from graph.model import Extraction, Modality, Value, ValueKind

# Where what a phrase is about ends: "a glimmer | of hope", "peace | in our region".
BEHIND_HEAD = re.compile(r",? (?:of|for|to|in|on|at|by|with|from|between|among|that|which|who|where|than|based|as) ")
CONJUNCTIONS = re.compile(r",? (?:and|or) |, ")


def is_rhetoric(extraction: Extraction) -> bool:
    """Whether a claim says only how its speaker talks: "Peru will play its part", "we know war", "we need courage"."""
    spoken = KINDS.get(extraction.subject.text.lower())
    said = told_without_name(extraction)
    if said is None or extraction.modality is Modality.EVALUATIVE:
        return False
    verb = extraction.relation.split()
    heads = {singular(part.split()[-1]) for part in CONJUNCTIONS.split(BEHIND_HEAD.split(said)[0]) if part.split()}
    figures = heads & cues()["nouns.figures"] or {f"{verb[0]} {head}" for head in heads} & cues()["nouns.figures_done"]
    if figures or (spoken == "author" and heads & cues()["nouns.speeches"]):
        return True
    if spoken != "voice" or "to" in verb[1:]:
        return False
    longing = verb[0] in cues()["verbs.longing"] and heads <= cues()["nouns.ideals"]
    return longing or verb[0] in cues()["verbs.musing"] or (is_everybody(extraction) and is_appeal(extraction, heads))


def is_everybody(extraction: Extraction) -> bool:
    """Whether those who are to act are all whom a speaker addresses."""
    return extraction.subject.name == EVERYBODY_NAME


def is_appeal(extraction: Extraction, heads: set[str]) -> bool:
    """Whether all are told to need something, or to do what nobody can see done: "we must overcome our differences"."""
    needing = extraction.relation.startswith("need") and extraction.modality is Modality.ASSERTED
    return needing or heads <= cues()["nouns.ideals"] | cues()["nouns.musings"]


def told_without_name(extraction: Extraction) -> str | None:
    """The words of an object in which nothing has a name but the subject; None for a name or a figure."""
    thing = extraction.object
    if isinstance(thing, Value):
        told = thing.normal if thing.kind is ValueKind.TEXT else ""
    else:
        told = thing.name if thing.found_by in PHRASES else ""
    subject = extraction.subject.name
    if subject in told:
        told = re.sub(re.escape(subject) + "['’]s? ", "", told)
    return told if told.islower() else None


def singular(noun: str) -> str:
    """A noun without the ending of its plural."""
    return noun.removesuffix("s") if not noun.endswith(("ss", "us", "is")) else noun
