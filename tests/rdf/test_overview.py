"""What is counted once: weights, degrees and search keys."""

import pytest
from pyoxigraph import Literal, NamedNode, Triple

from graph.model import Span
from graph.rdf.names import DG, RDF, RDFS, SKOS
from graph.rdf.overview import make_overview, search_key
from graph.rdf.triples import make_triples


def triple(subject: str, predicate: str, thing: str | Literal) -> Triple:
    return Triple(NamedNode(subject), NamedNode(predicate), thing if isinstance(thing, Literal) else NamedNode(thing))


def country(name: str) -> list[Triple]:
    return [triple(f"x:{name}", RDF + "type", DG + "Country"), triple(f"x:{name}", RDFS + "label", Literal(name))]


def claim(number: int, subject: str, thing: str | Literal) -> list[Triple]:
    this = f"x:claim{number}"
    return [triple(this, RDF + "subject", subject), triple(this, RDF + "object", thing)]


def told(triples: list[Triple], name: str) -> dict[str, str]:
    return {t.subject.value: t.object.value for t in make_overview(triples) if t.predicate.value == DG + name}


def test_weight_counts_claims_and_degree_counts_neighbours():
    triples = [
        *country("a"), *country("b"), *country("c"),
        *claim(1, "x:a", "x:b"), *claim(2, "x:b", "x:a"), *claim(3, "x:a", Literal("ties")), *claim(4, "x:a", "x:a"),
    ]  # fmt: skip
    assert told(triples, "weight") == {"x:a": "4", "x:b": "2", "x:c": "0"}
    assert told(triples, "degree") == {"x:a": "1", "x:b": "1", "x:c": "0"}


def test_what_has_no_type_of_an_entity_is_not_counted():
    assert list(make_overview([triple("x:met", RDFS + "label", Literal("met"))])) == []


def test_every_name_has_its_search_key_once():
    triples = [*country("Türkiye"), triple("x:Türkiye", SKOS + "altLabel", Literal("TURKIYE"))]
    assert [t.object.value for t in make_overview(triples) if t.predicate.value.endswith("searchKey")] == ["turkiye"]


def test_the_words_of_all_names_are_indexed_by_their_first_letters():
    names = [triple("x:Ivory", SKOS + "altLabel", Literal(name)) for name in ("Côte d’Ivoire", "Ivory Coast")]
    triples = [*country("Ivory"), *names]
    starts = [t.object.value for t in make_overview(triples) if t.predicate.value.endswith("wordStart")]

    assert starts == ["ivo", "cot", "d", "coa"]


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Aleksandar Vučić", "aleksandar vucic"),
        ("Côte d’Ivoire", "cote d ivoire"),
        ("习近平", "习近平"),
        ("  U.N. ", "u n"),
        ("—", ""),
        ("ﬁrst ½", "first 1 2"),
    ],
)
def test_a_search_key_has_no_accents_capitals_or_signs(name, key):
    assert search_key(name) == key


def test_a_place_where_an_entity_is_named_is_a_fragment_of_the_document(documents, entities, claims):
    place = Span(document=documents[0].id, start=3, end=8)
    triples = make_triples(documents, entities, claims, places=[(entities[0].id, place)])
    [(subject, where)] = [(t.subject.value, t.object.value) for t in triples if t.predicate.value == DG + "mentionedAt"]
    assert subject.endswith(f"entity/{entities[0].id}")
    assert where.endswith(f"document/{documents[0].id}#char=3,8")
