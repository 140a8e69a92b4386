"""The sample world as a store, a network and a page."""

import pytest
from pyoxigraph import RdfFormat, parse

from graph.sparql.store import Store, make_store
from graph.web.network import make_network
from graph.web.page import render_page

from .sample import sample_triples


@pytest.fixture(scope="session")
def sample_store() -> Store:
    return make_store(quad.triple for quad in parse(sample_triples(), format=RdfFormat.N_TRIPLES))


@pytest.fixture(scope="session")
def sample_network(sample_store):
    return make_network(sample_store)


@pytest.fixture(scope="session")
def sample_page(sample_network, sample_store) -> str:
    return render_page(sample_network, sample_store, title="Sample & Co")
