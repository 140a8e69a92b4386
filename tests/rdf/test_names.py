from dataclasses import replace

import pytest
from pyoxigraph import NamedNode

from graph.errors import GraphError
from graph.rdf.names import (
    DG,
    canonical_relations,
    claim_hash,
    document_iri,
    entity_iri,
    evidence_hash,
    prefixes,
    relation_iri,
    relation_label,
)


@pytest.mark.parametrize(
    ("relation", "iri", "label"),
    [
        ("memberOf", DG + "memberOf", "member of"),  # canonical
        ("launch efforts to build", "https://dragoman.invalid/relation/launch-efforts-to-build", None),  # open
        ("  call\nfor ", "https://dragoman.invalid/relation/call-for", "call for"),  # spaces collapsed
        ("co-host", "https://dragoman.invalid/relation/co%2Dhost", "co-host"),  # not the same as "co host"
        ("Person", "https://dragoman.invalid/relation/Person", "Person"),  # a class is no relation
        ("über <all>", "https://dragoman.invalid/relation/%C3%BCber-%3Call%3E", "über <all>"),  # percent-encoded
    ],
)
def test_a_relation_gets_the_iri_of_the_vocabulary_or_one_of_its_words(relation, iri, label):
    assert (relation_iri(relation), relation_label(relation)) == (NamedNode(iri), label or relation)


def test_a_base_moves_all_that_is_minted_and_leaves_the_vocabulary():
    base = "https://example.org/kg/"

    assert entity_iri("china", base=base).value == "https://example.org/kg/entity/china"
    assert document_iri("a b", base=base).value == "https://example.org/kg/document/a%20b"
    assert relation_iri("joined", base=base).value == DG + "joined"


@pytest.mark.parametrize("base", ["example", "https://example.org", "https://a b/", DG, "http://www.w3.org/ns/oa#x/"])
def test_a_base_that_no_iri_can_start_with_is_refused(base):
    with pytest.raises(GraphError, match=r"give an absolute IRI such as https://example\.org/"):
        prefixes(base)


@pytest.mark.parametrize("name", ["", ".", ".."])
def test_a_name_that_would_be_a_step_in_a_path_is_refused(name):
    with pytest.raises(ValueError, match="no entity can be named"):
        entity_iri(name)


def test_a_claims_hash_is_stable_and_does_not_count_evidence_confidence_or_order_of_qualifiers(claims):
    claim = claims[4]
    same = replace(claim, evidence=(), confidence=0.1, qualifiers=claim.qualifiers[::-1])

    assert claim_hash(claim) == claim_hash(same) == "c1a1208d0a5ba832"
    assert claim_hash(replace(claim, speaker="mira-vale")) != claim_hash(claim)


def test_an_evidences_hash_counts_span_predicate_rule_and_detail(claims):
    (evidence,) = claims[0].evidence

    assert evidence_hash(evidence) == evidence_hash(replace(evidence, quote="")) == "bad5db57145302be"
    assert evidence_hash(replace(evidence, rule="other")) != evidence_hash(evidence)
    assert evidence_hash(replace(evidence, detail="in full")) != evidence_hash(evidence)


def test_the_canonical_relations_are_those_agreed_upon():
    agreed = """
        accused adopted agreedWith alsoKnownAs announced arrested attacked attended belongsTo builds concerns condemned
        cooperatesWith encouraged established expressedConcernAbout hasRole heldAt hosted implements includes
        joined killed launched leads marks memberOf met opposes participatesIn partOf praised
        promotes proposed provides reaffirmed requested sanctioned sentMessageTo signed spokeWith strengthens
        supports thanked threatened urged visited welcomed withdrewFrom
    """

    assert sorted(canonical_relations(), key=str.lower) == agreed.split()


def test_a_base_with_a_hash_is_refused_for_places_need_theirs():
    with pytest.raises(GraphError, match="holds a #"):
        prefixes("https://example.org/graph#")
