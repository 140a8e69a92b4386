"""Documents → entities and claims: each document is read by itself; then what they all say is linked.

Reading (`read_document`) is slow and knows one document only, so that it can be done anywhere and kept. Linking sees
all documents at once, counted, so that neither their order nor who read them matters.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from graph.extract.acronyms import share_acronyms, write_out
from graph.extract.bearers import type_bearers
from graph.extract.claims import keep_extractions, merge_claims
from graph.extract.entities import link_entities, without_place
from graph.extract.gazetteer import Gazetteer, load_gazetteer
from graph.extract.letterheads import label_of
from graph.extract.memo import reading_model
from graph.extract.mentions import all_mentions
from graph.extract.namesakes import country_of, find_namesakes, own_people, people_of, renamed, tell_apart
from graph.extract.overrides import NO_OVERRIDES, Overrides, met, override_extraction, override_mention, unused
from graph.extract.parse import parse
from graph.extract.pronouns import speaks_as_we
from graph.extract.read import find_extractions
from graph.extract.voices import author_of, speaker_of, voices_of
from graph.model import Claim, Document, DocumentReading, Entity, Mention, Span


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
    gazetteer = load_gazetteer()
    held: dict[str, Document] = {}
    read: list[DocumentReading] = []
    for document in documents:
        held[document.id] = document
        read.append(read_document(document))
    defined = {pair for reading in read for pair in reading.acronyms}
    shared = share_acronyms(defined)
    namesakes = find_namesakes((r.people for r in read), overrides)
    said = met(overrides, all_mentions(e for r in read for e in r.extractions))
    read = [
        prepare(
            r,
            gazetteer,
            own=own_acronyms(r.acronyms, shared),
            people=own_people(r.people, r.home, label_of(r.document), namesakes),
            overrides=overrides,
        )
        for r in read
    ]
    read.sort(key=lambda reading: reading.document.id)
    counts = add_counts(count_mentions(reading) for reading in read)
    linked = link_counted(counts, gazetteer, defined=defined, overrides=overrides)
    ids = {name: entity.id for name, entity in linked.items()}
    speaking = {r.document.id: ids[r.speaker.name] for r in read}
    claims = merge_claims((e for r in read for e in r.extractions), ids, held, speaking)
    check_evidence(claims, held)
    used = used_ids(claims)
    entities = {e.id: e for e in linked.values() if e.id in used}
    mentions = [*all_mentions(e for r in read for e in r.extractions)]
    return Reading(
        entities=tuple(entities[i] for i in sorted(entities)),
        claims=tuple(claims),
        sentences=sum(r.sentences for r in read),
        unvoiced=sum(r.unvoiced for r in read),
        places=tuple(find_places(mentions, linked, used)),
        unused=unused(overrides, said | met(overrides, mentions)),
    )


def read_document(document: Document) -> DocumentReading:
    """What one document says, by itself; ModelError or RuleError where the model or a data file is wrong."""
    nlp, gazetteer = reading_model(), load_gazetteer()
    (parsed,) = parse(nlp, [document], gazetteer)
    voices, author = voices_of(parsed, gazetteer), author_of(document, gazetteer)
    extractions = type_bearers(find_extractions(parsed, gazetteer, voices=voices, author=author))
    speaker = speaker_of(document, voices, gazetteer)
    return DocumentReading(
        document=replace(document, passages=()),
        extractions=extractions,
        speaker=speaker,
        home=next(filter(None, (country_of(m, gazetteer) for m in (speaker, *voices))), ""),
        acronyms=tuple(sorted(parsed.lexicon.acronyms.items())),
        people=people_of(extractions, speaker, gazetteer),
        sentences=len(parsed.sentences),
        unvoiced=0 if voices else sum(speaks_as_we(s) for s in parsed.sentences),
    )


def prepare(
    reading: DocumentReading,
    gazetteer: Gazetteer,
    *,
    own: Mapping[str, str],
    people: Mapping[str, str],
    overrides: Overrides = NO_OVERRIDES,
) -> DocumentReading:
    """A reading as it goes into linking: a user's last words applied, and only what can make claims.

    `own` are the acronyms of this document that mean something else in another one (`own_acronyms`): they are written
    out in its names as it defines them, so that each keeps its own meaning. `people` are those who have a namesake in
    another one, with what they are called (`own_people`).
    """
    told = [override_extraction(e, overrides) for e in reading.extractions]
    kept = (write_out(e, own, gazetteer) for e in keep_extractions(told))
    return replace(
        reading,
        extractions=tuple(tell_apart(e, people, overrides) for e in kept),
        speaker=renamed(override_mention(reading.speaker, overrides), people, overrides),
    )


def own_acronyms(acronyms: Iterable[tuple[str, str]], shared: Collection[str]) -> dict[str, str]:
    """The acronyms that a document defines, but for those that mean the same in all documents."""
    return {acronym: full for acronym, full in acronyms if acronym not in shared}


def link_counted(
    counts: Mapping[Mention, int],
    gazetteer: Gazetteer,
    *,
    defined: Collection[tuple[str, str]],
    overrides: Overrides = NO_OVERRIDES,
) -> dict[str, Entity]:
    """The entity of every name, from the mentions of all prepared readings, counted, and the acronyms of all documents.

    Nothing else crosses documents, and neither sums nor sets know an order.
    """
    return link_entities(counts, gazetteer, acronyms=share_acronyms(defined), defined=defined, overrides=overrides)


def add_counts(counted: Iterable[Mapping[Mention, int]]) -> Counter[Mention]:
    """The sum of the counts that `count_mentions` gives for each document."""
    counts: Counter[Mention] = Counter()
    for mentions in counted:
        counts.update(mentions)
    return counts


def count_mentions(reading: DocumentReading) -> Counter[Mention]:
    """The mentions of a prepared reading without their places, with how often each stands; its speaker is one more."""
    return Counter(map(without_place, [*all_mentions(reading.extractions), reading.speaker]))


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


def check_evidence(claims: Iterable[Claim], documents: Mapping[str, Document]) -> None:
    """Stops the build where a quote is not exactly what stands at its place; that would be our mistake."""
    for claim in claims:
        for evidence in claim.evidence:
            span = evidence.sentence
            if documents[span.document].text[span.start : span.end] != evidence.quote:
                raise ValueError(f"evidence of {claim.relation} at {span} is not the document's text")
