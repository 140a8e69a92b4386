from dataclasses import replace

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Store, Triple

from graph.model import EntityType, Modality, Polarity, Qualifier, QualifierKind, Value, ValueKind
from graph.rdf.files import render_ntriples
from graph.rdf.names import DG, RDFS, XSD, claim_iri, document_iri, entity_iri, evidence_iri, prefixes, relation_iri
from graph.rdf.triples import date_literal, make_triples, value_literal


def about(triples, subject):
    """Predicate and object of each triple about a subject, written with prefixes."""
    return sorted((short(triple.predicate), short(triple.object)) for triple in triples if triple.subject == subject)


def short(term):
    text = str(term)
    for prefix, namespace in prefixes().items():
        text = text.replace(f"<{namespace}", f"<{prefix}:")
    return text.replace("<", "").replace(">", "")


def test_a_claim_is_a_statement_with_speaker_modality_polarity_and_qualifiers(documents, entities, claims):
    claim = claims[4]

    assert about(make_triples(documents, entities, claims), claim_iri(claim)) == [
        ("dg:attributed", "dg:Implied"),
        ("dg:confidence", '"0.85"^^xsd:decimal'),
        ("dg:modality", "dg:Asserted"),
        ("dg:place", "entity:port-%C3%A9lan"),
        ("dg:polarity", "dg:Affirmed"),
        ("dg:speaker", "entity:aland"),
        ("dg:time", '"2024-05-05"^^xsd:date'),
        ("dg:timeText", '"5 May 2024"'),
        ("prov:wasDerivedFrom", "evidence:2db25930f9e23992"),
        ("rdf:object", "entity:jon-reed"),
        ("rdf:predicate", "dg:met"),
        ("rdf:subject", "entity:mira-vale"),
        ("rdf:type", "dg:Claim"),
        ("rdf:type", "rdf:Statement"),
    ]


def test_a_quoted_speaker_is_named_and_a_plan_stays_a_plan(documents, entities, claims):
    said = about(make_triples(documents, entities, claims), claim_iri(claims[1]))

    assert {("dg:speaker", "entity:mira-vale"), ("dg:attributed", "dg:Named"), ("dg:modality", "dg:Planned")} < {*said}


def test_evidence_holds_the_quote_and_where_it_stands(documents, entities, claims):
    (evidence,) = claims[5].evidence

    assert about(make_triples(documents, entities, claims), evidence_iri(evidence)) == [
        ("dcterms:source", "document:sky-2024"),
        ("dg:predicate", '"cost"'),
        ("dg:rule", '"clause"'),
        ("oa:end", '"317"^^xsd:integer'),
        ("oa:exact", '"The work cost 6.4 million crowns."'),
        ("oa:start", '"284"^^xsd:integer'),
        ("rdf:type", "dg:Evidence"),
    ]


def test_an_entity_keeps_its_aliases_and_why_they_were_merged(documents, entities, claims):
    triples = list(make_triples(documents, entities, claims))

    assert about(triples, entity_iri("clear-sky-initiative")) == [
        ("dg:degree", '"3"^^xsd:integer'),
        ("dg:mergedBecause", '"CSI: acronym defined in the text"'),
        ("dg:searchKey", '"clear sky initiative"'),
        ("dg:searchKey", '"csi"'),
        ("dg:weight", '"4"^^xsd:integer'),
        ("dg:wordStart", '"cle"'),
        ("dg:wordStart", '"csi"'),
        ("dg:wordStart", '"ini"'),
        ("dg:wordStart", '"sky"'),
        ("rdf:type", "dg:Initiative"),
        ("rdfs:label", '"Clear Sky Initiative"'),
        ("relation:cost", '"6400000 crowns"'),
        ("skos:altLabel", '"CSI"'),
    ]
    assert ("owl:sameAs", "http://www.wikidata.org/entity/Q784783") in about(triples, entity_iri("borduria"))


def test_a_document_keeps_its_text_and_where_it_comes_from(documents, entities, claims):
    (document,) = documents
    bare = replace(document, author=None, published=None, voice=None)

    assert about(make_triples(documents, [], []), document_iri(document.id)) == [
        ("dcterms:creator", '"Office of Aland"'),
        ("dcterms:date", '"2024-06"^^xsd:gYearMonth'),
        ("dcterms:source", '"sky-2024.txt"'),
        ("dcterms:title", '"A Clear Sky for All"'),
        ("dg:sha256", f'"{document.sha256}"'),
        ("dg:text", short(Literal(document.text))),
        ("dg:voice", '"Aland"'),
        ("rdf:type", "dg:Source"),
    ]
    assert [predicate for predicate, _ in about(make_triples([bare], [], []), document_iri(document.id))] == [
        "dcterms:source",
        "dcterms:title",
        "dg:sha256",
        "dg:text",
        "rdf:type",
    ]


def test_a_relation_says_whether_it_is_the_vocabularys_or_the_texts(documents, entities, claims):
    triples = list(make_triples(documents, entities, claims))

    assert about(triples, relation_iri("met")) == [
        ("dg:cameo", '"04"'),
        ("dg:plover", '"CONSULT"'),
        ("rdf:type", "dg:Relation"),
        ("rdfs:label", '"met"'),
    ]
    assert about(triples, relation_iri("launch efforts to build")) == [
        ("rdf:type", "dg:OpenRelation"),
        ("rdf:type", "rdf:Property"),
        ("rdfs:label", '"launch efforts to build"'),
    ]


def test_the_individuals_used_have_labels(documents, entities, claims):
    triples = list(make_triples(documents, entities, claims))
    used = {t.object for t in triples if t.predicate.value in {DG + "polarity", DG + "modality", DG + "attributed"}}
    labelled = {t.subject: t.object.value for t in triples if t.predicate.value == RDFS + "label"}

    assert {short(one): labelled[one] for one in used} == {
        "dg:Affirmed": "affirmed",
        "dg:Negated": "negated",
        "dg:Asserted": "asserted",
        "dg:Planned": "planned",
        "dg:Named": "named",
        "dg:Implied": "implied",
    }


@pytest.mark.parametrize("polarity", Polarity)
@pytest.mark.parametrize("modality", Modality)
def test_only_what_is_affirmed_and_asserted_is_a_plain_triple(documents, entities, claims, polarity, modality):
    claim = replace(claims[0], polarity=polarity, modality=modality)
    plain = Triple(entity_iri("aland"), relation_iri("proposed"), entity_iri("clear-sky-initiative"))

    assert (plain in set(make_triples(documents, entities, [claim]))) == (
        (polarity, modality) == (Polarity.AFFIRMED, Modality.ASSERTED)
    )


@pytest.mark.parametrize("kind", EntityType)
def test_every_entity_type_is_a_class_of_the_vocabulary(entities, kind):
    entity = replace(entities[0], type=kind)

    assert ("rdf:type", f"dg:{kind}") in about(make_triples([], [entity], []), entity_iri(entity.id))


@pytest.mark.parametrize(
    ("kind", "normal", "lexical", "datatype"),
    [
        (ValueKind.DATE, "2013", "2013", "gYear"),
        (ValueKind.DATE, "2023-12", "2023-12", "gYearMonth"),
        (ValueKind.PERIOD, "2024-09-27", "2024-09-27", "date"),
        (ValueKind.DATE, "2023-02-30", "2023-02-30", "string"),  # no such day
        (ValueKind.DATE, "0000", "0000", "string"),  # no such year in XSD 1.0
        (ValueKind.PERIOD, "2013/2023", "2013/2023", "string"),
        (ValueKind.COUNT, "82", "82", "integer"),
        (ValueKind.COUNT, "007", "7", "integer"),  # canonical
        (ValueKind.COUNT, "٨٢", "٨٢", "string"),  # digits of another script
        (ValueKind.COUNT, "9" * 19, "9" * 19, "string"),  # more than 64 bits hold
        (ValueKind.COUNT, "more than 80", "more than 80", "string"),
        (ValueKind.AMOUNT, "6.4 percent", "6.4 percent", "string"),
        (ValueKind.ORDINAL, "78", "78", "string"),
        (ValueKind.TEXT, "2013", "2013", "string"),
    ],
)
def test_a_value_becomes_a_typed_literal_in_canonical_form(kind, normal, lexical, datatype):
    literal = value_literal(Value(kind=kind, text="as written", normal=normal))

    assert (literal.value, literal.datatype.value) == (lexical, XSD + datatype)


@pytest.mark.parametrize("text", ["2025-1", "25", "2025-01-16T00:00", "", "2025\n"])
def test_what_is_not_quite_a_date_stays_a_string(text):
    assert date_literal(text) == Literal(text)


@pytest.mark.parametrize(("confidence", "lexical"), [(1.0, "1"), (0, "0"), (0.1 + 0.2, "0.3"), (1e-05, "0.00001")])
def test_confidence_is_a_canonical_decimal(documents, entities, claims, confidence, lexical):
    claim = replace(claims[0], confidence=confidence)

    assert ("dg:confidence", f'"{lexical}"^^xsd:decimal') in about(
        make_triples(documents, entities, [claim]), claim_iri(claim)
    )


def test_oxigraph_keeps_every_literal_as_it_is_written(documents, entities, claims):
    triples = list(make_triples(documents, entities, claims))
    store = Store()
    store.load(render_ntriples(triples), format=RdfFormat.N_TRIPLES)

    assert {quad.triple for quad in store} == set(triples)


def test_each_triple_comes_once_and_has_no_blank_node(documents, entities, claims):
    triples = list(make_triples(documents, entities, claims))

    assert len(triples) == len(set(triples))
    assert not any(isinstance(term, BlankNode) for triple in triples for term in triple)


def with_qualifier(claim, value):
    return replace(claim, qualifiers=(Qualifier(kind=QualifierKind.TIME, value=value),))


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda claim: replace(claim, subject="nobody"), "unknown entity 'nobody'"),
        (lambda claim: replace(claim, object="nothing"), "unknown entity 'nothing'"),
        (lambda claim: replace(claim, speaker="no one"), "unknown entity 'no one'"),
        (lambda claim: with_qualifier(claim, "never"), "unknown entity 'never'"),
        (lambda claim: replace(claim, evidence=()), "no evidence"),
        (lambda claim: replace(claim, confidence=1.5), "outside \\[0, 1\\]"),
        (lambda claim: replace(claim, evidence=(replace(claim.evidence[0], quote="Else."),)), "is not sky-2024"),
    ],
)
def test_a_claim_that_does_not_hold_together_is_our_mistake(documents, entities, claims, change, told):
    with pytest.raises(ValueError, match=told):
        list(make_triples(documents, entities, [change(claims[0])]))


def test_a_claim_or_an_id_that_comes_twice_is_our_mistake(documents, entities, claims):
    with pytest.raises(ValueError, match="comes twice"):
        list(make_triples(documents, entities, [claims[0], claims[0]]))
    with pytest.raises(ValueError, match="two different things have the id 'aland'"):
        list(make_triples(documents, [*entities, replace(entities[0], label="Åland")], claims))
    with pytest.raises(ValueError, match="unknown document 'sky-2024'"):
        list(make_triples([], entities, claims))


def test_a_time_that_is_an_entity_has_no_wording_of_its_own(documents, entities, claims):
    claim = with_qualifier(claims[0], "river-accord")
    said = about(make_triples(documents, entities, [claim]), claim_iri(claim))

    assert [pair for pair in said if pair[0].startswith("dg:time")] == [("dg:time", "entity:river-accord")]


def test_a_base_reaches_every_minted_iri(documents, entities, claims):
    terms = {
        term.value
        for triple in make_triples(documents, entities, claims, base="https://example.org/")
        for term in triple
        if isinstance(term, NamedNode)
    }

    assert {iri for iri in terms if iri.startswith("https://dragoman.invalid/") and not iri.startswith(DG)} == set()
