import pytest

from graph.rdf.files import write_ntriples, write_turtle
from graph.rdf.names import DEFAULT_BASE
from graph.rdf.triples import make_triples
from graph.sparql.query import Dataset
from graph.sparql.store import load_store, make_store
from graph.web.network import make_network
from graph.web.page import VIEW_FILE, render_view
from graph.web.view import make_view


@pytest.fixture
def store(documents, entities, claims):
    return make_store(make_triples(documents, entities, claims))


@pytest.fixture
def dataset(store):
    return Dataset(store)


@pytest.fixture(scope="session")
def made(sample):
    return list(make_triples(*sample))


@pytest.fixture(scope="session")
def folder(tmp_path_factory, made):
    folder = tmp_path_factory.mktemp("served")
    write_ntriples(made, folder / "graph.nt")
    write_turtle(made, folder / "graph.ttl")
    store = load_store(folder)
    view = render_view(make_view(make_network(store), store), title="Sky", base=DEFAULT_BASE)
    (folder / VIEW_FILE).write_bytes(view)
    return folder
