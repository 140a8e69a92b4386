"""A dataset in the terms of networkx, pandas and rdflib, and found by name."""

import networkx as nx
import pytest
from rdflib import RDFS, URIRef

from graph.errors import StoreError
from graph.model import EntityType
from graph.rdf.files import write_ntriples
from graph.rdf.overview import make_overview
from graph.rdf.triples import make_triples
from graph.sparql.query import Dataset
from graph.sparql.remote import Remote, RemoteStore
from graph.sparql.store import load_store, make_store, write_store

NS = "https://dragoman.invalid/"


def test_a_network_has_entities_claims_and_what_the_text_says(dataset):
    network = dataset.to_networkx()
    said = {(data["relation"], data["polarity"], data["modality"]) for _, _, data in network.edges(data=True)}

    assert isinstance(network, nx.MultiDiGraph)
    assert network.nodes[f"{NS}entity/clear-sky-initiative"] == {
        "label": "Clear Sky Initiative",
        "type": "Initiative",
        "aliases": "CSI",
        "weight": 4,
        "degree": 3,
    }
    assert network.number_of_edges() == 6  # the seventh claim is about an amount
    assert said >= {("supports", "negated", "asserted"), ("joined", "affirmed", "planned")}
    ((_, _, met),) = [edge for edge in network.edges(data=True) if edge[2]["relation"] == "met"]
    assert (met["sentence"], met["document"], met["start"], met["end"]) == (
        *("On 5 May 2024, Mira Vale met Jon Reed in Port Élan.", f"{NS}document/sky-2024"),
        *(232, 283),
    )


def test_a_frame_has_a_row_for_each_piece_of_evidence(dataset):
    frame = dataset.to_pandas()
    (row,) = frame[frame.relation_label == "cost"].to_dict("records")

    assert len(frame) == 7
    assert (row["subject_label"], row["object"], row["is_entity"]) == ("Clear Sky Initiative", "6400000 crowns", False)
    assert list(frame.sort_values("start").start) == [0, 56, 121, 180, 232, 284, 318]


def test_claims_come_with_their_evidence_and_qualifiers(dataset):
    (claim,) = dataset.claims("?claim rdf:predicate dg:met .")

    assert (claim.subject_label, claim.object_label, claim.speaker_label) == ("Mira Vale", "Jon Reed", "Aland")
    assert claim.quote == "On 5 May 2024, Mira Vale met Jon Reed in Port Élan."
    assert claim.qualifiers == {"time": ("2024-05-05",), "timeText": ("5 May 2024",), "place": ("Port Élan",)}
    assert len({claim.claim for claim in dataset.claims(limit=3)}) == 3


@pytest.mark.parametrize("on_disk", [False, True])
def test_an_rdflib_graph_is_a_view(tmp_path, documents, entities, claims, on_disk):
    write_ntriples(make_triples(documents, entities, claims), tmp_path / "graph.nt")
    if on_disk:
        write_store(tmp_path / "graph.nt", tmp_path / "store")
    store = load_store(tmp_path)
    view = Dataset(store).to_rdflib()

    assert len(view) == len(store)
    assert str(view.value(URIRef(f"{NS}entity/aland"), RDFS.label)) == "Aland"
    assert [str(row.e) for row in view.query(f"SELECT ?e {{ ?e a <{NS}vocabulary#Person> }} ORDER BY ?e")] == [
        f"{NS}entity/jon-reed",
        f"{NS}entity/mira-vale",
    ]


def test_an_endpoint_has_no_view():
    with pytest.raises(StoreError, match="for an endpoint use rdflib's SPARQLStore"):
        Dataset(RemoteStore(Remote(url="http://localhost/"))).to_rdflib()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("aland", ["Aland"]),
        ("ALÁND", ["Aland"]),
        ("csi", ["Clear Sky Initiative"]),
        ("sky init", ["Clear Sky Initiative"]),
        ("port elan", ["Port Élan"]),
        ("or", ["Borduria", "River Accord", "Port Élan"]),  # too short for the index: inside of words too
        ("nitia", ["Clear Sky Initiative"]),  # nothing begins so
        ("sky aland", []),
        ("", []),
        ('"}', []),
    ],
)
def test_entities_are_found_by_any_of_their_names(dataset, text, found):
    assert sorted(one.label for one in dataset.search(text)) == sorted(found)


def test_the_closest_names_come_first_then_the_weightiest(entities):
    labels = ["Accord", "The Accord Group", "Accordance", "Accord of Lima", "Reaccord"]
    things = [
        type(entities[0])(id=label.lower().replace(" ", "-"), type=EntityType.CONCEPT, label=label) for label in labels
    ]
    dataset = Dataset(make_store(make_triples([], things, [])))

    assert [one.label for one in dataset.search("accord")] == [
        *("Accord", "Accord of Lima", "Accordance", "The Accord Group"),
    ]
    assert [one.label for one in dataset.search("accord", limit=1)] == ["Accord"]


def test_a_graph_without_the_index_is_searched_all_the_same(documents, entities, claims):
    old = [t for t in make_triples(documents, entities, claims) if not t.predicate.value.endswith("wordStart")]

    assert [one.label for one in Dataset(make_store(old)).search("clear")] == ["Clear Sky Initiative"]
    assert {t.predicate.value.rpartition("#")[2] for t in make_overview(old)} >= {"wordStart"}
