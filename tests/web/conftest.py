"""The sample world as triples, a store, a network and a page."""

import pytest
from pyoxigraph import Triple

from graph.sparql.store import Store, make_store
from graph.web.network import make_network
from graph.web.page import render_page
from graph.web.view import make_view

from .sample import sample_world


@pytest.fixture(scope="session")
def sample_triples() -> list[Triple]:
    return sample_world().whole()


@pytest.fixture(scope="session")
def sample_store(sample_triples) -> Store:
    return make_store(sample_triples)


@pytest.fixture(scope="session")
def sample_network(sample_store):
    return make_network(sample_store)


@pytest.fixture(scope="session")
def sample_view(sample_network, sample_store):
    return make_view(sample_network, sample_store)


@pytest.fixture(scope="session")
def sample_page(sample_view, sample_triples) -> str:
    return render_page(sample_view, sample_triples, title="Sample & Co")
