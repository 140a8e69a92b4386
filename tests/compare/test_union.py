"""One graph of both sides of a comparison: each thing once, each claim with what became of it."""

import pytest

from graph.compare.diff import find_changes
from graph.compare.statements import names_of, read_papers, read_statements, shared_keys
from graph.compare.union import Side, unite
from graph.sparql.store import make_store
from graph.web.network import make_network
from graph.web.view import make_view
from tests.web.reports import JUNE, MAY, NAMES, compare_reports, write_report
from tests.web.sample import BASE


@pytest.fixture(scope="module")
def both():
    return make_store(compare_reports(write_report("May", MAY), write_report("June", JUNE)))


def values(store, text):
    return [tuple(row.values()) for row in store.select(text)]


def test_every_claim_of_either_side_has_its_change(both):
    rows = values(
        both,
        """SELECT ?subject ?object ?kind { ?change dg:ofClaim ?claim ; dg:change ?kind .
        ?claim rdf:subject/rdfs:label ?subject ; rdf:object/rdfs:label ?object } ORDER BY ?kind ?subject""",
    )
    assert rows == [
        ("Norway", "Lagos Convention", "changed modality"),
        ("Norway", "Lagos Convention", "changed modality"),
        ("149 countries", "Trade Fund", "changed number"),
        ("155 countries", "Trade Fund", "changed number"),
        ("Peru", "Chad", "dropped"),
        ("Chile", "Arctic Council", "new"),
        ("Kenya", "Treaty of Lima", "repeated"),
        ("Norway", "Arctic Council", "reworded"),
    ]


def test_a_change_tells_claim_sentence_and_place_of_each_side(both):
    rows = values(
        both,
        """SELECT ?old ?was ?from ?new ?is ?to { ?change dg:change "changed modality" ;
        dg:before/dg:modality ?old ; dg:evidenceBefore [ oa:exact ?was ; dcterms:source/dcterms:title ?from ] ;
        dg:after/dg:modality ?new ; dg:evidenceAfter [ oa:exact ?is ; dcterms:source/dcterms:title ?to ] }""",
    )
    (one,) = rows
    assert [value.rpartition("#")[2] for value in one] == [
        "Planned", "Norway will sign the Lagos Convention.", "Report of May",
        "Asserted", "Norway signed the Lagos Convention.", "Report of June",
    ]  # fmt: skip


def test_a_claim_of_both_sides_stands_once_with_the_evidence_of_both(both):
    rows = values(
        both,
        """SELECT ?title { ?claim rdf:predicate dg:Supports ; prov:wasDerivedFrom/dcterms:source/dcterms:title ?title }
        ORDER BY ?title""",
    )
    assert rows == [("Report of June",), ("Report of May",)]


def test_what_is_counted_is_counted_of_both_sides(both):
    assert values(both, "SELECT ?w ?d { entity:norway dg:weight ?w ; dg:degree ?d }") == [("3", "2")]
    assert values(both, "SELECT ?kind (COUNT(*) AS ?n) { [] a dg:Claim ; a ?kind } GROUP BY ?kind ORDER BY ?kind") == [
        ("http://www.w3.org/1999/02/22-rdf-syntax-ns#Statement", "8"),
        (f"{BASE}vocabulary#Claim", "8"),
    ]
    assert values(both, "SELECT ?o { entity:norway dg:Signed ?o }") == [(f"{BASE}entity/lagos-convention",)]


def test_the_same_thing_under_another_name_and_base_is_one_under_the_later_ones():
    base = "https://example.org/earlier/"
    old = {**NAMES, "Organization": ["Trade Fund", "Council of the Arctic"]}
    said = [("Norway hosted the Council of the Arctic.", "Norway", "hosted", "Council of the Arctic", "Asserted")]
    may = write_report("May", said, names=old)
    moved = make_store(_moved(triple, base) for triple in may.triples())
    june = write_report("June", [JUNE[3]])
    alias = [_alias(f"{base}entity/council-of-the-arctic", "Arctic Council")]
    store = make_store(compare_reports(make_store([*moved.triples(), *alias]), june))

    assert {row["e"] for row in store.select("SELECT ?e { ?e dg:weight ?w }")} == {
        f"{BASE}entity/{name}" for name in ("norway", "chile", "arctic-council", "wang-yi")
    }
    assert values(store, "SELECT ?l ?a { entity:arctic-council rdfs:label ?l ; skos:altLabel ?a } ORDER BY ?a") == [
        ("Arctic Council", "Council of the Arctic")
    ]
    assert not [triple for triple in store.triples() if base in str(triple)]


def _moved(triple, base):
    from pyoxigraph import NamedNode, Triple

    vocabulary = f"{BASE}vocabulary#"
    return Triple(*(
        NamedNode(term.value.replace(BASE, base))
        if isinstance(term, NamedNode) and not term.value.startswith(vocabulary)
        else term
        for term in (triple.subject, triple.predicate, triple.object)
    ))  # fmt: skip


def _alias(entity, name):
    from pyoxigraph import Literal, NamedNode, Triple

    return Triple(NamedNode(entity), NamedNode("http://www.w3.org/2004/02/skos/core#altLabel"), Literal(name))


def test_of_a_dataset_only_the_claims_compared_and_their_sentences_are_there():
    world = make_store([*write_report("May", MAY).triples(), *write_report("June", JUNE).triples()])
    (keys,) = shared_keys(names_of(world))
    may, june = sorted(paper.iri for paper in read_papers(world))[::-1]
    told = list(read_statements(world, keys=keys))
    before, after = (
        Side(
            store=world, keys=keys, documents=[d], statements=[s for s in told if s.document == d and "Lima" in s.quote]
        )
        for d in (may, june)
    )
    store = make_store(unite(before, after, find_changes(before.statements, after.statements)))

    assert [row["l"] for row in store.select("SELECT ?l { ?e dg:weight ?w ; rdfs:label ?l } ORDER BY ?l")] == [
        "Kenya", "Treaty of Lima", "Wang Yi",
    ]  # fmt: skip
    assert values(store, "SELECT ?k ?q { ?c dg:change ?k ; dg:quoteAfter ?q }") == [
        ("repeated", "Kenya supports the Treaty of Lima.")
    ]
    assert {row["d"] for row in store.select("SELECT ?d { ?d a dg:Source }")} == {may, june}


def test_the_first_view_counts_changes_and_what_became_of_each_arrow(both):
    view = make_view(make_network(both), both)
    arrows = {
        tuple(end.rpartition("/")[2] for end in (link["from"], link["to"])): link["changes"] for link in view["links"]
    }

    assert {one["key"]: one["count"] for one in view["changes"]} == {
        "changed modality": 1, "changed number": 1, "dropped": 1, "new": 1, "repeated": 1, "reworded": 1,
    }  # fmt: skip
    assert arrows["norway", "lagos-convention"] == {"changed modality": 2}
    assert arrows["chile", "arctic-council"] == {"new": 1}


def test_the_same_sides_give_the_same_triples_in_the_same_order():
    once, again = (compare_reports(write_report("May", MAY), write_report("June", JUNE)) for _ in range(2))
    assert once == again
