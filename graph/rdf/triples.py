"""Documents, entities and claims as RDF triples.

A claim is an `rdf:Statement` with an IRI of its own (RDF 1.1 Semantics, appendix D.1), which every engine can read;
only what is affirmed and asserted is also said as a plain triple.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from typing import TypeVar

from pyoxigraph import Literal, NamedNode, Triple

from graph.model import (
    Claim,
    Document,
    Entity,
    Evidence,
    Modality,
    Polarity,
    Qualifier,
    QualifierKind,
    Span,
    Value,
    ValueKind,
)
from graph.rdf.names import (
    DCTERMS,
    DEFAULT_BASE,
    DG,
    OA,
    OWL,
    PROV,
    RDF,
    RDFS,
    SKOS,
    XSD,
    canonical_relations,
    claim_iri,
    document_iri,
    entity_iri,
    event_codes,
    evidence_iri,
    relation_iri,
    relation_label,
    vocabulary,
)
from graph.rdf.overview import make_overview

Object = NamedNode | Literal
T = TypeVar("T", Document, Entity)

_TYPE = NamedNode(RDF + "type")
_LABEL = NamedNode(RDFS + "label")
_STATEMENT, _SUBJECT, _PREDICATE, _OBJECT = (
    NamedNode(RDF + name) for name in ("Statement", "subject", "predicate", "object")
)
_DATE_TYPES = {4: "gYear", 7: "gYearMonth", 10: "date"}
_WITH_WORDING = {QualifierKind.TIME, QualifierKind.COUNT}  # their normal form may hide the text's own wording


def make_triples(
    documents: Iterable[Document],
    entities: Iterable[Entity],
    claims: Iterable[Claim],
    *,
    places: Iterable[tuple[str, Span]] = (),
    base: str = DEFAULT_BASE,
) -> Iterator[Triple]:
    """Yield each triple once, in the order of the input; no blank nodes. `places` tell where entities are named.

    Raises ValueError, before the first triple that would be wrong, for a claim that names an unknown entity or
    document, that comes twice, whose quote is not the document's text or whose confidence lies outside [0, 1].
    """
    texts = _by_id(documents)
    things = _by_id(entities)
    seen: dict[Triple, None] = {}
    for triple in _all_triples(texts, things, claims, base):
        if triple not in seen:
            seen[triple] = None
            yield triple
    for entity, span in places:
        where = NamedNode(f"{document_iri(span.document, base=base).value}#char={span.start},{span.end}")
        yield Triple(entity_iri(entity, base=base), _dg("mentionedAt"), where)
    yield from make_overview(seen)


def value_literal(value: Value) -> Literal:
    """Return the typed literal of a value: a year, month, day or whole number in canonical form, else a string."""
    if value.kind in {ValueKind.DATE, ValueKind.PERIOD}:
        return date_literal(value.normal)
    if value.kind is ValueKind.COUNT and re.fullmatch(r"[0-9]{1,18}", value.normal):  # more overflows 64 bits
        return Literal(str(int(value.normal)), datatype=NamedNode(XSD + "integer"))
    return Literal(value.normal)


def date_literal(text: str) -> Literal:
    """Return `text` as xsd:gYear, xsd:gYearMonth or xsd:date where it is one, else as a string."""
    if re.fullmatch(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?", text):
        try:
            date.fromisoformat((text + "-01-01")[:10])
        except ValueError:
            return Literal(text)
        return Literal(text, datatype=NamedNode(XSD + _DATE_TYPES[len(text)]))
    return Literal(text)


def _all_triples(
    documents: Mapping[str, Document], entities: Mapping[str, Entity], claims: Iterable[Claim], base: str
) -> Iterator[Triple]:
    for document in documents.values():
        yield from document_triples(document, base)
    for entity in entities.values():
        yield from entity_triples(entity, base)
    seen: set[NamedNode] = set()
    for claim in claims:
        this = claim_iri(claim, base=base)
        if this in seen:
            raise ValueError(f"claim {this.value} comes twice; merge its evidence into one claim")
        seen.add(this)
        _check_claim(claim, documents, entities)
        yield from relation_triples(claim.relation, base)
        yield from claim_triples(this, claim, base)
        for evidence in claim.evidence:
            yield from _evidence_triples(evidence, base)
            yield from _part_triples(evidence, documents[evidence.sentence.document], base)


def document_triples(document: Document, base: str) -> Iterator[Triple]:
    """Yield all that is said of a document."""

    def say(name: str, value: str) -> Triple:
        return Triple(this, NamedNode(name), Literal(value))

    this = document_iri(document.id, base=base)
    yield Triple(this, _TYPE, _dg("Source"))
    yield say(DCTERMS + "title", document.title)
    if document.author is not None:
        yield say(DCTERMS + "creator", document.author)
    if document.published is not None:
        yield Triple(this, NamedNode(DCTERMS + "date"), date_literal(document.published))
    yield say(DCTERMS + "source", document.source)
    yield say(DG + "sha256", document.sha256)
    yield say(DG + "text", document.text)
    if document.voice is not None:
        yield say(DG + "voice", document.voice)
    if document.language is not None:
        yield say(DCTERMS + "language", document.language)


def entity_triples(entity: Entity, base: str) -> Iterator[Triple]:
    """Yield what an entity is and how it is called."""
    this = entity_iri(entity.id, base=base)
    yield Triple(this, _TYPE, _dg(entity.type))
    yield Triple(this, _LABEL, Literal(entity.label))
    for alias in entity.aliases:
        yield Triple(this, NamedNode(SKOS + "altLabel"), Literal(alias))
    for same in entity.same_as:
        yield Triple(this, NamedNode(OWL + "sameAs"), NamedNode(same))
    for merge in entity.merged_because:
        yield Triple(this, _dg("mergedBecause"), Literal(f"{merge.alias}: {merge.reason}"))


def relation_triples(relation: str, base: str) -> Iterator[Triple]:
    """Yield all that is said of a relation."""
    this = relation_iri(relation, base=base)
    if relation in canonical_relations():
        yield Triple(this, _TYPE, _dg("Relation"))
    else:
        yield Triple(this, _TYPE, _dg("OpenRelation"))
        yield Triple(this, _TYPE, NamedNode(RDF + "Property"))
    yield Triple(this, _LABEL, Literal(relation_label(relation)))
    for scheme, codes in event_codes().items():
        if relation in codes:
            yield Triple(this, _dg(scheme), Literal(codes[relation]))


def claim_triples(this: NamedNode, claim: Claim, base: str) -> Iterator[Triple]:
    """Yield what a claim says, in a plain triple too where it is affirmed and asserted, and its terms' labels."""
    yield from plain_triples(claim, base)
    yield from statement_triples(this, claim, base)
    yield from term_triples(claim)


def plain_triples(claim: Claim, base: str) -> Iterator[Triple]:
    """Yield what a claim says as a triple of its own, where it is affirmed and asserted."""
    if claim.polarity is Polarity.AFFIRMED and claim.modality is Modality.ASSERTED:
        yield plain_triple(claim.subject, claim.relation, claim.object, base)


def plain_triple(subject: str, relation: str, thing: str | Value, base: str) -> Triple:
    """Return an affirmed and asserted claim as a triple of its own."""
    return Triple(entity_iri(subject, base=base), relation_iri(relation, base=base), _object(thing, base))


def term_triples(claim: Claim) -> Iterator[Triple]:
    """Yield the labels of the vocabulary's terms that tell how a claim is meant."""
    yield from (_label_triple(individual) for individual in _individuals(claim).values())


def statement_triples(this: NamedNode, claim: Claim, base: str) -> Iterator[Triple]:
    """Yield all that is said of a claim."""
    yield Triple(this, _TYPE, _dg("Claim"))
    yield Triple(this, _TYPE, _STATEMENT)
    yield Triple(this, _SUBJECT, entity_iri(claim.subject, base=base))
    yield Triple(this, _PREDICATE, relation_iri(claim.relation, base=base))
    yield Triple(this, _OBJECT, _object(claim.object, base))
    for relation, individual in _individuals(claim).items():
        yield Triple(this, _dg(relation), _dg(individual))
    yield Triple(this, _dg("speaker"), entity_iri(claim.speaker, base=base))
    yield Triple(this, _dg("confidence"), _decimal(claim.confidence))
    for qualifier in claim.qualifiers:
        yield from _qualifier_triples(this, qualifier, base)
    for evidence in claim.evidence:
        yield Triple(this, NamedNode(PROV + "wasDerivedFrom"), evidence_iri(evidence, base=base))


def _individuals(claim: Claim) -> dict[str, str]:
    return {
        "polarity": claim.polarity.capitalize(),
        "modality": claim.modality.capitalize(),
        "attributed": "Named" if claim.attributed else "Implied",
    }


@cache
def _label_triple(individual: str) -> Triple:
    return Triple(_dg(individual), _LABEL, Literal(vocabulary()[individual]))


def _qualifier_triples(this: NamedNode, qualifier: Qualifier[str], base: str) -> Iterator[Triple]:
    yield Triple(this, _dg(qualifier.kind), _object(qualifier.value, base))
    if isinstance(qualifier.value, Value) and qualifier.kind in _WITH_WORDING:
        yield Triple(this, _dg(f"{qualifier.kind}Text"), Literal(qualifier.value.text))


def _evidence_triples(evidence: Evidence, base: str) -> Iterator[Triple]:
    def whole(number: int) -> Literal:
        return Literal(str(number), datatype=NamedNode(XSD + "integer"))

    this = evidence_iri(evidence, base=base)
    yield Triple(this, _TYPE, _dg("Evidence"))
    yield Triple(this, NamedNode(OA + "exact"), Literal(evidence.quote))
    yield Triple(this, NamedNode(OA + "start"), whole(evidence.sentence.start))
    yield Triple(this, NamedNode(OA + "end"), whole(evidence.sentence.end))
    yield Triple(this, NamedNode(DCTERMS + "source"), document_iri(evidence.sentence.document, base=base))
    yield Triple(this, _dg("predicate"), Literal(evidence.predicate))
    yield Triple(this, _dg("rule"), Literal(evidence.rule))
    if evidence.detail:
        yield Triple(this, _dg("detail"), Literal(evidence.detail))


def _part_triples(evidence: Evidence, document: Document, base: str) -> Iterator[Triple]:
    part = document.part_of(evidence.sentence.start)
    if part is not None:
        number = Literal(str(part), datatype=NamedNode(XSD + "integer"))
        yield Triple(evidence_iri(evidence, base=base), _dg(document.unit), number)


def _check_claim(claim: Claim, documents: Mapping[str, Document], entities: Mapping[str, Entity]) -> None:
    this = f"claim that {claim.subject} {claim.relation} …"
    named = [claim.subject, claim.object, claim.speaker, *(qualifier.value for qualifier in claim.qualifiers)]
    for name in named:
        if isinstance(name, str) and name not in entities:
            raise ValueError(f"{this}: unknown entity {name!r}")
    if not claim.evidence:
        raise ValueError(f"{this}: no evidence")
    for evidence in claim.evidence:
        span = evidence.sentence
        if span.document not in documents:
            raise ValueError(f"{this}: unknown document {span.document!r}")
        if documents[span.document].text[span.start : span.end] != evidence.quote:
            raise ValueError(f"quote {evidence.quote!r} is not {span.document} [{span.start}, {span.end})")


def _by_id(things: Iterable[T]) -> dict[str, T]:
    found: dict[str, T] = {}
    for thing in things:
        if found.setdefault(thing.id, thing) != thing:
            raise ValueError(f"two different things have the id {thing.id!r}")
    return found


def _object(thing: str | Value, base: str) -> Object:
    return value_literal(thing) if isinstance(thing, Value) else entity_iri(thing, base=base)


def _decimal(number: float) -> Literal:
    if not 0 <= number <= 1:
        raise ValueError(f"confidence {number} lies outside [0, 1]")
    digits = format(Decimal(str(round(number, 6))).normalize(), "f")
    return Literal(digits, datatype=NamedNode(XSD + "decimal"))


@cache
def _dg(name: str) -> NamedNode:
    return NamedNode(DG + name)
