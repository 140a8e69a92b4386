"""Extractions → claims: the same statement once, with all its evidence; only what can be a node becomes an entity."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from graph.extract.cues import cues
from graph.extract.discourse import PHRASES
from graph.extract.inside import RULE as INSIDE
from graph.extract.mentions import name_of
from graph.extract.nodes import (
    AGENT,
    acts_on_name,
    can_be_object,
    can_be_subject,
    is_bare,
    is_left_open,
    is_measure,
    is_measured_of,
    repeated_phrases,
)
from graph.extract.predicate_words import worded_predicate
from graph.extract.pronouns import EVERYBODY_NAME, KINDS
from graph.extract.rhetoric import is_rhetoric
from graph.model import (
    Claim,
    Document,
    Evidence,
    Extraction,
    Mention,
    Modality,
    Polarity,
    Qualifier,
    QualifierKind,
    Span,
    Value,
    ValueKind,
)

LIGHT = ("make", "take", "pay", "give", "play", "have", "set", "put", "do", "get", "be", "become", "remain", "see")
WHOLE = ("landfall",)  # what is one verb with "make", and happens somewhere
# Rules that reach a clause's subject over other words: one common noun behind them says too little to be checked.
LOOSE = ("participle", "gerund", "acl", "relcl", "purpose", "copula", "noun complement")
ASKING = {"urged": "urge", "requested": "request", "encouraged": "encourage", "instruct": "instruct"}
LONGEST_ASKED = 4  # words of those who are asked, inside a relation
# Whom a text speaks of without telling of which conflict or treaty: "all parties concerned".
ANY_PARTY = re.compile(
    r"(?:all |both |other |relevant |interested |warring )*(?:parties|sides|stakeholders|actors|participants)"
    r"(?: (?:concerned|involved))?",
    re.IGNORECASE,
)


def turned_back(extraction: Extraction, repeated: frozenset[str]) -> Extraction | None:
    """A passive as it stands, where who did it is no node and to whom is one: "X was shot by rebels"; or None."""
    patient = extraction.object
    if extraction.rule != AGENT or not isinstance(patient, Mention) or not can_be_subject(patient, repeated):
        return None
    doer = extraction.subject
    going_on = extraction.predicate.startswith(("is ", "was "))  # "is keeping hostages" has no form by which it stands
    if doer.found_by not in PHRASES or doer.name.lower() in cues()["nouns.vague"] or going_on:
        return None
    told = Value(kind=ValueKind.TEXT, text=worded(doer), normal=doer.name)
    words = f"{extraction.predicate} by"
    return replace(extraction, subject=patient, object=told, predicate=words, relation=f"be {words.lower()}")


def find_askers(extractions: Iterable[Extraction], repeated: frozenset[str]) -> dict[Span, Extraction]:
    """The extraction that tells who asks, by where those who are asked stand; of several the first."""
    askers: dict[Span, Extraction] = {}
    for extraction in extractions:
        asked = extraction.object if extraction.relation in ASKING else None
        if isinstance(asked, Mention) and can_be_subject(extraction.subject, repeated):
            askers.setdefault(asked.span, extraction)
    return askers


def asked_through(extraction: Extraction, askers: Mapping[Span, Extraction]) -> Extraction | None:
    """What somebody who is no node is asked to do, as the asker's: "urge the parties to release X"; or None."""
    doer, said = extraction.subject, extraction.predicate.split()
    denied = bool({"not", "never"} & {*said})  # "urged the parties not to attack": the denial is among the words
    told = "to" in said[:2] and denied == (extraction.polarity is Polarity.NEGATED)
    asked = extraction.modality is Modality.PROPOSED and extraction.rule == "control"
    if not told or not asked or len(doer.name.split()) > LONGEST_ASKED:
        return None
    asking = askers.get(doer.span)
    if asking is None:
        return None
    words = f"{doer.name} {extraction.predicate}"
    return replace(
        extraction,
        subject=asking.subject,
        predicate=f"{asking.predicate} {words}",
        relation=f"{ASKING[asking.relation]} {words.lower()}",
        polarity=asking.polarity,
        modality=asking.modality,
        speaker=asking.speaker,
    )


def is_loose(extraction: Extraction) -> bool:
    """Whether a rule reaches over other words for its subject, and does not tell it in a relation of the vocabulary."""
    known = extraction.rule == "purpose" and extraction.relation in cues().names
    return extraction.rule in LOOSE and not known


def has_deadline(extraction: Extraction) -> bool:
    """Whether a plan tells until when: "reduce emissions by 2035"."""
    ends = (q.value.normal.startswith("../") for q in extraction.qualifiers if isinstance(q.value, Value))
    return extraction.modality is Modality.PLANNED and any(ends)


def keep_extractions(extractions: Sequence[Extraction]) -> list[Extraction]:
    """The extractions that make claims; an object that cannot be a node stays as text."""
    inside = [e for e in extractions if e.rule == INSIDE]
    extractions = [e for e in extractions if e.rule != INSIDE]
    repeated = repeated_phrases(extractions)
    askers = find_askers(extractions, repeated)
    kept: list[Extraction] = []
    offices: set[tuple[str, ...]] = set()
    for told in extractions:
        where = any(q.kind is QualifierKind.PLACE for q in told.qualifiers)  # "in Sudan, all parties must stop"
        anybody = bool(ANY_PARTY.fullmatch(told.subject.name)) and not where
        stands = can_be_subject(told.subject, repeated) or acts_on_name(told) or is_measured_of(told)
        stands = stands and not anybody
        extraction = told if stands else turned_back(told, repeated) or asked_through(told, askers)
        if extraction is None or tells_again(extraction, offices) or is_rhetoric(extraction):
            continue
        if is_left_open(extraction.object):
            continue
        if extraction.speaker is not None and extraction.speaker.name == EVERYBODY_NAME:  # "we all agree that"
            extraction = replace(extraction, speaker=None)
        thing = extraction.object
        if isinstance(thing, Mention) and is_measure(thing):
            thing = Value(kind=ValueKind.AMOUNT, text=worded(thing), normal=thing.name)
        elif isinstance(thing, Mention) and extraction.relation in LIGHT and is_bare(thing, repeated):
            if thing.name in WHOLE and extraction.detail:
                kept.append(replace(extraction, object=Value(kind=ValueKind.TEXT, text=thing.text, normal=thing.name)))
            continue
        elif isinstance(thing, Mention) and not can_be_object(thing, repeated):
            if is_loose(extraction) and is_bare(thing, repeated) and not has_deadline(extraction):
                continue
            thing = Value(kind=ValueKind.TEXT, text=worded(thing), normal=thing.short or thing.name)
        kept.append(replace(extraction, object=thing, predicate=worded_predicate(extraction)))
    return [*kept, *keep_inside(inside, kept, repeated)]


def tells_again(extraction: Extraction, offices: set[tuple[str, ...]]) -> bool:
    """Whether a title tells what one before told already; else it is added to the `offices` that were told.

    "President Park" in every sentence says once that Park is president.
    """
    if extraction.rule != "title":
        return False
    office = (extraction.subject.name, extraction.relation, name_of(extraction.object))
    if office in offices:
        return True
    offices.add(office)
    return False


def worded(mention: Mention) -> str:
    """A phrase as the text has it; by its name where that holds a web address, or a pronoun that only stands there."""
    pointing = mention.text.lower().startswith(("our ", "my ", "its ", "their ", "his ", "her "))
    pointing = pointing or mention.text.lower() in KINDS
    return mention.name if pointing or "://" in mention.text else mention.text


def keep_inside(inside: Iterable[Extraction], kept: Iterable[Extraction], repeated: frozenset[str]) -> list[Extraction]:
    """What phrases concern, each thing once: where the phrase became a node, and nothing else tells of the thing.

    "Peru's harbours concern Peru" is what the words say already; but a thing that only a phrase names would be lost.
    """
    nodes = {t.name for e in kept for t in (e.subject, e.object) if isinstance(t, Mention)}
    found: dict[str, Extraction] = {}
    for extraction in inside:
        thing = extraction.object
        if not isinstance(thing, Mention) or extraction.subject.name not in nodes or thing.name in nodes:
            continue
        if thing.name.lower() in repeated or thing.found_by not in PHRASES:
            found.setdefault(thing.name, replace(extraction, predicate=worded_predicate(extraction)))
    return [*found.values()]


def merge_claims(
    extractions: Iterable[Extraction],
    ids: Mapping[str, str],
    documents: Mapping[str, Document],
    voices: Mapping[str, str],
) -> list[Claim]:
    """One claim for every different statement, sorted, each with all its evidence and its highest confidence.

    `ids` lead from names to entities; `voices` holds for each document the entity that speaks where the text names no
    other speaker.
    """
    claims: dict[tuple[object, ...], list[Claim]] = {}
    for extraction in extractions:
        text = documents[extraction.sentence.document].text
        evidence = Evidence(
            sentence=extraction.sentence,
            quote=text[extraction.sentence.start : extraction.sentence.end],
            predicate=extraction.predicate,
            rule=extraction.rule,
            detail=extraction.detail,
        )
        speaker = ids[extraction.speaker.name] if extraction.speaker else voices[extraction.sentence.document]
        thing = extraction.object
        claim = Claim(
            subject=ids[extraction.subject.name],
            relation=extraction.relation,
            object=ids[thing.name] if isinstance(thing, Mention) else thing,
            polarity=extraction.polarity,
            modality=extraction.modality,
            speaker=speaker,
            attributed=extraction.speaker is not None,
            qualifiers=link_qualifiers(extraction, ids),
            confidence=round(extraction.confidence, 2),
            evidence=(evidence,),
        )
        if claim.subject == claim.object:
            continue
        claims.setdefault(identity(claim), []).append(claim)
    return sorted(
        (with_evidence(same) for same in claims.values()),
        key=lambda c: (c.evidence[0].sentence.document, c.evidence[0].sentence.start, str(identity(c))),
    )


def link_qualifiers(extraction: Extraction, ids: Mapping[str, str]) -> tuple[Qualifier[str], ...]:
    """The qualifiers with entity ids in place of mentions, each once, sorted."""
    linked = {
        Qualifier(kind=q.kind, value=ids[q.value.name] if isinstance(q.value, Mention) else q.value)
        for q in extraction.qualifiers
    }
    return tuple(sorted(linked, key=lambda q: (q.kind, str(q.value))))


def identity(claim: Claim) -> tuple[object, ...]:
    """Everything that makes a claim this claim: all but evidence and confidence."""
    return (
        claim.subject,
        claim.relation,
        claim.object,
        claim.polarity,
        claim.modality,
        claim.speaker,
        claim.attributed,
        claim.qualifiers,
    )


def with_evidence(same: Sequence[Claim]) -> Claim:
    """One claim for several that state the same: all their evidence in the text's order, the highest confidence."""
    fullest: dict[tuple[Span, str, str], Evidence] = {}
    for e in sorted((e for claim in same for e in claim.evidence), key=lambda e: (len(e.detail), e.detail)):
        fullest[e.sentence, e.predicate, e.rule] = e  # what a sentence says twice it says once, in full
    ordered = sorted(
        fullest.values(), key=lambda e: (e.sentence.document, e.sentence.start, e.sentence.end, e.predicate, e.rule)
    )
    return replace(same[0], evidence=tuple(ordered), confidence=max(claim.confidence for claim in same))
