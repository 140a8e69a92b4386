"""Whether a mention can be a node: what can stand alone as the subject or the object of a claim."""

import re
from collections.abc import Iterable

from graph.extract.arguments import QUANTITY
from graph.extract.cues import cues
from graph.extract.discourse import PHRASES
from graph.extract.gazetteer import load_gazetteer
from graph.extract.left_bare import ends_open
from graph.model import EntityType, Extraction, Mention, Modality, Polarity, Value, ValueKind

SOLID = (EntityType.GROUP, EntityType.EVENT, EntityType.AGREEMENT, EntityType.INITIATIVE)
AGENT = "passive with agent"  # the rule that turns a passive round
# Rules that read what a clause tells of its own subject.
CLAUSAL = ("clause", "prepositional", "relcl", "conjunct", "passive", AGENT, "nested")
NUMBERED = ("passive", "prepositional", "setting")  # what tells where so many were
FIGURE = re.compile(r"\b(?!(?:19|20)\d\d\b)\d")  # but for years
PLAIN = 0.62  # confidence from which a phrase without a name may be what a claim is about
DENIED = 0.55  # the same, of what is denied
WHEN = (ValueKind.DATE, ValueKind.PERIOD)
LONGEST = 16  # words of a phrase that can be a node
LONGEST_GROUP = 24  # words of a phrase for a group of actors, which often lists them, or with a clause in it


def can_be_subject(mention: Mention, repeated: frozenset[str]) -> bool:
    """Whether a mention can stand alone as what a claim is about: named, holding a name, repeated, or a group."""
    if mention.found_by not in PHRASES:
        return not is_open_head(mention)
    told = mention.type is EntityType.GROUP or mention.short
    if len(mention.name.split()) > (LONGEST_GROUP if told else LONGEST):
        return False
    if mention.found_by == "named phrase" or mention.name.lower() in repeated:
        return True
    return mention.type in SOLID and len(mention.name.split()) > 1


def is_open_head(mention: Mention) -> bool:
    """Whether a name is no more than what names end in, "the Council": which one is open, and another in each text."""
    head = load_gazetteer().heads.get(mention.name) if mention.found_by == "proper" else None
    return head is not None and head.type is not EntityType.ROLE


def can_be_object(mention: Mention, repeated: frozenset[str]) -> bool:
    """Whether a mention can be a node as the object of a claim: as a subject, or a phrase of two words and more."""
    if can_be_subject(mention, repeated):
        return True
    size = len(mention.name.split())
    return (
        1 < size <= (LONGEST_GROUP if mention.short else LONGEST)
        and mention.name.split()[-1].lower() not in cues()["nouns.vague"]
    )


def is_left_open(thing: Mention | Value) -> bool:
    """Whether a mention is of "the treaty" or "both pacts", which has taken nothing up, or ends so: "for the treaty".

    Such a noun alone has kept its article in its text.
    """
    if not isinstance(thing, Mention) or thing.found_by not in PHRASES:
        return False
    alone = thing.found_by == PHRASES[0] and not thing.name.lower().startswith(POINTING)
    return (alone and thing.text.lower().startswith(POINTING)) or ends_open(thing.name)


POINTING = ("the ", "both ")


def acts_on_name(extraction: Extraction) -> bool:
    """Whether a phrase does something to a thing with a name, or is measured: "infant mortality fell to 7 percent"."""
    subject, thing = extraction.subject, extraction.object
    if is_left_open(subject):
        return False
    told = isinstance(thing, Mention) and (thing.found_by not in PHRASES or is_measure(thing) or is_part_of_name(thing))
    counted = isinstance(thing, Mention) and is_counted(thing) and extraction.confidence >= PLAIN
    bare = subject.name.lower() in cues()["nouns.bare_actors"] and extraction.rule != AGENT
    if counted and (bare or can_be_object(subject, frozenset())):  # "the closure of the port isolated 240,000 people"
        return True
    striking = subject.name.lower() in cues()["nouns.forces"] and extraction.modality is Modality.ASSERTED
    if (
        striking and isinstance(thing, Mention) and (thing.found_by != PHRASES[0] or is_measure(thing))
    ):  # "an earthquake struck southern Peru"
        return True
    # "the bridge at Tyre was destroyed on 9 January", "the final contract has not been awarded"
    dated = isinstance(thing, Value) and (extraction.rule in ("passive", "copula") or thing.kind in WHEN)
    amount = isinstance(thing, Value) or (isinstance(thing, Mention) and bool(QUANTITY.match(thing.name)))
    told = told or dated or (amount and is_change(extraction))  # "prices rose 4 percent"
    # "inflation rose to 16 percent"
    measured = subject.name.lower() in cues()["nouns.measures"] and is_change(extraction)
    acting = subject.name.lower() in cues()["nouns.bare_actors"] and extraction.modality is Modality.ASSERTED
    asked = extraction.modality is Modality.PROPOSED and extraction.rule in ("control", "purpose")
    asked = asked and subject.type is EntityType.GROUP  # "asked donors to fund X"
    group = acting or measured or asked  # "rebels attacked X"
    # "nine patients were killed in the shelling of X": so many, and where
    named = isinstance(thing, Mention) and any(word[:1].isupper() for word in thing.name.split())
    numbered = named and bool(QUANTITY.match(subject.name)) and extraction.rule in NUMBERED
    if numbered and extraction.confidence >= DENIED and can_be_object(subject, frozenset()):
        return True
    # What is denied is less sure to begin with: "the final contract has not been awarded".
    denied = dated and extraction.polarity is Polarity.NEGATED and extraction.confidence >= DENIED
    return told and (denied or extraction.confidence >= PLAIN) and (group or can_be_object(subject, frozenset()))


# A noun and what tells which one: "the volume of trade", "clashes in Catatumbo", "discussions between the ministers".
RESTRICTED = re.compile(r"[\w'’-]+(?: [\w'’-]+)* (?:of|in|between|from|at) [\w'’-]+")


def is_measured_of(extraction: Extraction) -> bool:
    """Whether a clause tells a figure of a phrase that says which thing is meant: "the volume of trade fell by 4 %"."""
    subject, thing = extraction.subject, extraction.object
    if extraction.rule not in CLAUSAL or subject.found_by not in PHRASES or not RESTRICTED.match(subject.name):
        return False
    told = thing.normal if isinstance(thing, Value) else thing.name
    part = extraction.relation == "be" and bool(FIGURE.search(subject.name))  # "a third of the 55 million was spent"
    return len(subject.name.split()) <= LONGEST and (part or bool(FIGURE.search(told)))


def is_change(extraction: Extraction) -> bool:
    """Whether a relation tells how much something changed."""
    return extraction.relation.split()[0] in cues()["verbs.changing"]


def is_bare(mention: Mention, repeated: frozenset[str]) -> bool:
    """Whether an object is one common noun, which says nothing behind a verb of little meaning: "pay tribute"."""
    return " " not in mention.name and not can_be_subject(mention, repeated)


def is_counted(mention: Mention) -> bool:
    """Whether a phrase counts actors: "240,000 people"."""
    return mention.type is EntityType.GROUP and bool(QUANTITY.match(mention.name))


PART = re.compile(
    r"(?:almost |nearly |about |roughly |at least |up to |(?:more|less) than |over )?"
    r"(?:(?:an? )?(?:most|much|half|all|part|parts|third|quarter|fifth)|[\d.,]+ ?(?:%|per ?cent)) of [A-Z]"
)


def is_part_of_name(mention: Mention) -> bool:
    """Whether a phrase is a part of a thing with a name: "most of Goma"."""
    return PART.match(mention.name) is not None


def is_measure(mention: Mention) -> bool:
    """Whether a phrase measures and names nothing: "$5 million in aid", "70 years"; counted actors are a group."""
    return mention.found_by == "phrase" and mention.type not in SOLID and bool(QUANTITY.match(mention.name))


def repeated_phrases(extractions: Iterable[Extraction]) -> frozenset[str]:
    """The phrases that more than one sentence uses as an argument."""
    seen: dict[str, set[int]] = {}
    for extraction in extractions:
        for thing in (extraction.subject, extraction.object):
            if isinstance(thing, Mention) and thing.found_by == "phrase" and " " in thing.name:
                seen.setdefault(thing.name.lower(), set()).add(extraction.sentence.start)
    return frozenset(name for name, places in seen.items() if len(places) > 1)
