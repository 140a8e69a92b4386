"""Documents → entities and claims: the stages of reading in their order."""

from collections.abc import Iterable
from dataclasses import dataclass

from graph.extract.claims import keep_extractions, merge_claims
from graph.extract.entities import link_entities
from graph.extract.gazetteer import load_gazetteer
from graph.extract.parse import load_model, parse
from graph.extract.read import author_of, find_extractions, outside, voice_of
from graph.extract.terms import make_lexicon
from graph.model import Claim, Document, Entity, EntityType, Extraction, Mention


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What was read: the entities by id, the claims, and how many sentences there were."""

    entities: tuple[Entity, ...]
    claims: tuple[Claim, ...]
    sentences: int


def read_claims(documents: Iterable[Document]) -> Reading:
    """The entities and claims of the documents; ModelError or RuleError where the model or a data file is wrong."""
    nlp, gazetteer = load_model(), load_gazetteer()
    kept: list[Extraction] = []
    held: dict[str, Document] = {}
    speakers: dict[str, Mention] = {}
    acronyms: dict[str, str] = {}
    sentences = 0
    for parsed in parse(nlp, documents, gazetteer):
        document = parsed.document
        held[document.id] = document
        sentences += len(parsed.sentences)
        kept.extend(keep_extractions(list(find_extractions(parsed, gazetteer))))
        speakers[document.id] = (
            author_of(document) or voice_of(parsed, gazetteer) or outside(document, document.title, EntityType.DOCUMENT)
        )
        acronyms |= make_lexicon([p.text for p in document.passages], gazetteer).acronyms
    mentions = [m for extraction in kept for m in mentions_of(extraction)]
    linked = link_entities([*mentions, *speakers.values()], gazetteer, acronyms=acronyms)
    voices = {document: linked[mention.name] for document, mention in speakers.items()}
    claims = merge_claims(kept, linked, held, voices)
    check_evidence(claims, held)
    used = used_ids(claims)
    entities = {e.id: e for e in linked.values() if e.id in used}
    return Reading(entities=tuple(entities[i] for i in sorted(entities)), claims=tuple(claims), sentences=sentences)


def mentions_of(extraction: Extraction) -> list[Mention]:
    """Every mention of an extraction."""
    things = [extraction.subject, extraction.object, extraction.speaker, *(q.value for q in extraction.qualifiers)]
    return [thing for thing in things if isinstance(thing, Mention)]


def used_ids(claims: Iterable[Claim]) -> set[str]:
    """The ids of the entities that claims speak of."""
    used: set[str] = set()
    for claim in claims:
        things = [claim.subject, claim.object, claim.speaker, *(q.value for q in claim.qualifiers)]
        used.update(thing for thing in things if isinstance(thing, str))
    return used


def check_evidence(claims: Iterable[Claim], documents: dict[str, Document]) -> None:
    """Stops the build where a quote is not exactly what stands at its place; that would be our mistake."""
    for claim in claims:
        for evidence in claim.evidence:
            span = evidence.sentence
            if documents[span.document].text[span.start : span.end] != evidence.quote:
                raise ValueError(f"evidence of {claim.relation} at {span} is not the document's text")
