"""Documents → entities and claims: the stages of reading in their order."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph.extract.claims import keep_extractions, merge_claims
from graph.extract.entities import link_entities
from graph.extract.gazetteer import load_gazetteer
from graph.extract.overrides import NO_OVERRIDES, Overrides, override_extraction, override_mention, unused
from graph.extract.parse import load_model, parse
from graph.extract.read import find_extractions
from graph.extract.voices import author_of, speaker_of, speaks_as_we, voices_of
from graph.model import Claim, Document, Entity, Extraction, Mention, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What was read: the entities by id, the claims, how many sentences there were, and how many of an unknown "we".

    `places` tell where the documents name the entities of claims, in the text's order; `unused` names what the
    overrides speak of and no claim does.
    """

    entities: tuple[Entity, ...]
    claims: tuple[Claim, ...]
    sentences: int
    unvoiced: int
    places: tuple[tuple[str, Span], ...] = ()
    unused: tuple[str, ...] = ()


def read_claims(
    documents: Iterable[Document],
    *,
    overrides: Overrides = NO_OVERRIDES,
) -> Reading:
    """The entities and claims of the documents; ModelError or RuleError where the model or a data file is wrong."""
    nlp, gazetteer = load_model(), load_gazetteer()
    kept: list[Extraction] = []
    held: dict[str, Document] = {}
    speakers: dict[str, Mention] = {}
    acronyms: dict[str, str] = {}
    sentences = unvoiced = 0
    for parsed in parse(nlp, documents, gazetteer):
        document = parsed.document
        held[document.id] = document
        sentences += len(parsed.sentences)
        voices, author = voices_of(parsed, gazetteer), author_of(document, gazetteer)
        found = find_extractions(parsed, gazetteer, voices=voices, author=author)
        kept.extend(keep_extractions([override_extraction(e, overrides) for e in found]))
        unvoiced += 0 if voices else sum(speaks_as_we(s) for s in parsed.sentences)
        speakers[document.id] = override_mention(speaker_of(document, voices, gazetteer), overrides)
        acronyms |= parsed.lexicon.acronyms
    mentions = [m for extraction in kept for m in mentions_of(extraction)]
    linked = link_entities([*mentions, *speakers.values()], gazetteer, acronyms=acronyms, overrides=overrides)
    speaking = {document: linked[mention.name] for document, mention in speakers.items()}
    claims = merge_claims(kept, linked, held, speaking)
    check_evidence(claims, held)
    used = used_ids(claims)
    entities = {e.id: e for e in linked.values() if e.id in used}
    return Reading(
        entities=tuple(entities[i] for i in sorted(entities)),
        claims=tuple(claims),
        sentences=sentences,
        unvoiced=unvoiced,
        places=tuple(find_places(mentions, linked, used)),
        unused=tuple(unused(overrides, mentions)),
    )


def mentions_of(extraction: Extraction) -> list[Mention]:
    """Every mention of an extraction."""
    things = [extraction.subject, extraction.object, extraction.speaker, *(q.value for q in extraction.qualifiers)]
    return [thing for thing in things if isinstance(thing, Mention)]


def find_places(mentions: Iterable[Mention], linked: Mapping[str, Entity], used: set[str]) -> list[tuple[str, Span]]:
    """Where the documents name the entities in `used`, pronouns included, each place once, in the text's order."""
    places = {(linked[mention.name].id, mention.span) for mention in mentions if linked[mention.name].id in used}
    return sorted(places, key=lambda place: (place[1].document, place[1].start, place[1].end, place[0]))


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
