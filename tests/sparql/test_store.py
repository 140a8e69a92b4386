import pyoxigraph
import pytest

from graph.errors import StoreError
from graph.rdf.files import write_ntriples, write_turtle
from graph.rdf.triples import make_triples
from graph.sparql.store import load_store, make_store

LABELS = "SELECT ?label ?alias { ?e a dg:Initiative ; rdfs:label ?label OPTIONAL { ?e skos:altLabel ?alias } }"


def test_a_store_answers_with_our_prefixes_known(store, documents, entities, claims):
    assert store.select(LABELS) == [{"label": "Clear Sky Initiative", "alias": "CSI"}]
    assert len(store) == len(list(make_triples(documents, entities, claims)))
    assert isinstance(store.query("ASK {}"), pyoxigraph.QueryBoolean)


def test_an_unbound_variable_is_missing_from_its_row(store):
    rows = store.select("SELECT ?label ?alias { entity:aland rdfs:label ?label OPTIONAL { ?x a dg:None ; ?p ?alias } }")

    assert rows == [{"label": "Aland"}]


def test_only_a_select_has_rows(store):
    with pytest.raises(TypeError, match="takes a SELECT"):
        store.select("ASK {}")


def test_prefixes_follow_the_base_of_the_dataset(documents, entities, claims):
    store = make_store(make_triples(documents, entities, claims, base="https://example.org/kg/"))

    assert store.prefixes["entity"] == "https://example.org/kg/entity/"
    assert store.select("SELECT ?label { entity:aland rdfs:label ?label }") == [{"label": "Aland"}]
    assert make_store([]).prefixes["entity"] == "https://dragoman.invalid/entity/"


@pytest.mark.parametrize("name", ["", "graph.nt", "graph.ttl"])
def test_a_folder_or_a_file_is_loaded(tmp_path, documents, entities, claims, name):
    triples = list(make_triples(documents, entities, claims))
    write_turtle(triples, tmp_path / "graph.ttl")
    write_ntriples(triples, tmp_path / "graph.nt")

    assert len(load_store(tmp_path / name)) == len(triples)


def test_a_folder_with_turtle_only_is_loaded(tmp_path, documents, entities, claims):
    write_turtle(make_triples(documents, entities, claims), tmp_path / "graph.ttl")

    assert load_store(str(tmp_path)).select(LABELS) == [{"label": "Clear Sky Initiative", "alias": "CSI"}]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("empty", r"empty: no graph\.nt or graph\.ttl in this folder; make one with `python build\.py`"),
        ("missing", r"missing: no such file or folder; make it with `python build\.py`, or name another with --data"),
        ("damaged.nt", r"damaged\.nt, line 2: .*; build it anew with `python build\.py`"),
        ("graph.json", r"graph\.json: not an RDF file this program reads; give one that ends in \.nt, \.ttl, "),
    ],
)
def test_a_store_that_cannot_be_loaded_says_what_to_do(tmp_path, name, told):
    (tmp_path / "empty").mkdir()
    (tmp_path / "damaged.nt").write_text("<a:b> <a:b> <a:b> .\nnonsense\n")
    (tmp_path / "graph.json").write_text("{}")

    with pytest.raises(StoreError, match=told):
        load_store(tmp_path / name)
