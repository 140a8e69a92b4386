import pytest

from graph.rdf.triples import make_triples
from graph.sparql.query import Dataset
from graph.sparql.store import make_store


@pytest.fixture
def store(documents, entities, claims):
    return make_store(make_triples(documents, entities, claims))


@pytest.fixture
def dataset(store):
    return Dataset(store)
