"""One document's part in linking, from its packed reading and what others decide of it: pure, so in any process."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from graph.extract.claims import merge_claims
from graph.extract.gazetteer import load_gazetteer
from graph.extract.mentions import all_mentions
from graph.extract.overrides import NO_OVERRIDES, Overrides, met
from graph.extract.pipeline import check_evidence, count_mentions, prepare
from graph.model import Claim, Document, DocumentReading, Evidence
from graph.rdf.names import claim_hash, evidence_hash
from graph.work.reading import pack, unpack_reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """A reading, packed, and by what it is prepared: acronyms and people of its own, and a user's overrides."""

    packed: bytes
    own: Mapping[str, str]
    people: Mapping[str, str]
    overrides: Overrides

    def reading(self, *, overridden: bool = True) -> DocumentReading:
        """The reading as it goes into linking, also as it would without the user's overrides."""
        overrides = self.overrides if overridden else NO_OVERRIDES
        reading = unpack_reading(self.packed)
        return prepare(reading, load_gazetteer(), own=self.own, people=self.people, overrides=overrides)


class Counted(NamedTuple):
    """What is kept of a document's names, as JSON: its mentions, counted; the names; those the overrides speak of."""

    mentions: str
    names: str
    told: str


class Stated(NamedTuple):
    """What is kept of a document's claims: rows of the tables `claims`, `evidence` and `places`, but for its number."""

    claims: list[tuple[object, ...]]
    evidence: list[tuple[object, ...]]
    places: list[tuple[str, int, int]]


def count_names(documents: Sequence[Prepared]) -> list[Counted]:
    """The counted names of each document."""
    return [_count(document) for document in documents]


def state_claims(documents: Sequence[tuple[Prepared, Mapping[str, str]]]) -> list[Stated]:
    """The claims of each document, which comes with the entities' ids of its names."""
    return [_state(document.reading(), ids) for document, ids in documents]


def _count(document: Prepared) -> Counted:
    reading, overrides = document.reading(), document.overrides
    counts = count_mentions(reading)
    before = count_mentions(document.reading(overridden=False)) if overrides.file else ()
    return Counted(
        mentions=json.dumps([(m.name, m.text, m.type, m.found_by, m.short, count) for m, count in counts.items()]),
        names=json.dumps(sorted({m.name for m in counts})),
        told=json.dumps(sorted(met(overrides, [*before, *counts]))),
    )


def _state(reading: DocumentReading, ids: Mapping[str, str]) -> Stated:
    document = reading.document
    claims = merge_claims(reading.extractions, ids, {document.id: document}, {document.id: ids[reading.speaker.name]})
    check_evidence(claims, {document.id: document})
    found = Stated([], [], sorted({(ids[m.name], m.span.start, m.span.end) for m in all_mentions(reading.extractions)}))
    for claim in claims:
        core = bytes.fromhex(claim_hash(claim))
        found.claims.append((core, pack(_without_evidence(claim)), *_columns(claim)))
        for e in claim.evidence:
            place, iri = (e.sentence.start, e.sentence.end), bytes.fromhex(evidence_hash(e))
            words = (e.quote, e.predicate, e.rule, e.detail, _part_of(document, e))
            found.evidence.append((*place, core, iri, claim.confidence, *words))
    return found


def _columns(claim: Claim) -> tuple[object, ...]:
    """What is asked of all claims at once: their ends, their relation, who else is in them, and how they are meant."""
    thing = claim.object if isinstance(claim.object, str) else None
    others = {claim.speaker, *(q.value for q in claim.qualifiers if isinstance(q.value, str))}
    stands = f"{claim.polarity} {claim.modality} {claim.attributed}"
    return claim.subject, thing, claim.relation, " ".join(sorted(others)), stands


def _part_of(document: Document, evidence: Evidence) -> str:
    """The page or paragraph in which evidence begins, as "page 3"; nothing where the document has none."""
    part = document.part_of(evidence.sentence.start)
    return "" if part is None else f"{document.unit} {part}"


def _without_evidence(claim: Claim) -> Claim:
    """What a claim says, without where: the same for the same statement in any document."""
    return replace(claim, evidence=(), confidence=0.0)
