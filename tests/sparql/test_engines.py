"""Other makers' engines hold a build after a push, and answer as the embedded store does."""

import json
import re
import shutil
import subprocess
from collections import Counter
from pathlib import Path

import pytest

from graph.compare.diff import Change, Kind
from graph.compare.render import change_triples
from graph.compare.statements import names_of, read_statements
from graph.errors import StoreError
from graph.rdf.files import read_triples, write_ntriples
from graph.sparql.push import push
from graph.sparql.query import Dataset, run_query
from graph.sparql.remote import PASSWORD, USER, Remote, RemoteStore
from graph.sparql.store import load_store, make_store
from tests.sparql.engines import missing, oxigraph, virtuoso
from tests.sparql.test_saved import EXPECTED, NARROWED, rows
from tests.web.sample import BASE, sample_world

ENGINES = {"oxigraph": oxigraph, "virtuoso": virtuoso}
LARGER = "https://example.org/larger"


@pytest.fixture(scope="module", params=ENGINES)
def engine(request, tmp_path_factory):
    with ENGINES[request.param](tmp_path_factory.mktemp(request.param)) as engine:
        yield engine


@pytest.fixture(autouse=True)
def access(engine, monkeypatch, tmp_path):
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
    for name, value in zip((USER, PASSWORD), engine.access or (), strict=False):
        monkeypatch.setenv(name, value)


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    folder = tmp_path_factory.mktemp("world")
    write_ntriples([*sample_world().whole(), *some_changes()], folder / "graph.nt")
    return folder


def some_changes():
    """What became of a few claims of the sample, as `dragoman diff` tells it."""
    store = make_store(sample_world().whole())
    before, after, *new = [row["c"] for row in store.select("SELECT ?c { ?c a dg:Claim } ORDER BY ?c LIMIT 6")]
    statements = {s.claim: s for s in read_statements(store, keys={iri: iri for iri in names_of(store)})}
    changes = [
        Change(
            kind=Kind.MODALITY, before=statements[before], after=statements[after],
            claims_before=(before,), claims_after=(after,),
        ),
        *(Change(kind=Kind.NEW, before=None, after=statements[claim], claims_after=(claim,)) for claim in new),
    ]  # fmt: skip
    return [triple for change in changes for triple in change_triples(change, BASE)]


def remote(engine, graph=None):
    return Remote(url=engine.query, graph=graph or engine.graph, timeout=60)


def test_a_build_is_pushed_and_checked_and_then_answers_alike(engine, folder):
    done = push(folder, remote(engine), update=engine.update, replace=True)
    again = push(folder, remote(engine), update=engine.update)
    there = Dataset(RemoteStore(remote(engine)))

    assert (done.sent, again.sent) == (done.triples, 0)
    assert set(there.store.triples()) == set(read_triples(folder / "graph.nt"))
    assert list(there.claims()) == list(Dataset(load_store(folder)).claims())
    assert there.search("csi") == Dataset(load_store(folder)).search("csi")
    for name, expected in EXPECTED.items():
        assert rows(there.saved(name)) == expected, name
    for name, (parameters, chosen) in NARROWED.items():
        assert rows(there.saved(name, **parameters)) == [EXPECTED[name][place] for place in chosen], name


def test_every_query_of_the_page_has_the_same_answer(engine, world):
    if (node := shutil.which("node")) is None:
        missing("node is not on the path, so the page's queries cannot be made")
    push(world, remote(engine, LARGER), update=engine.update, replace=True)
    here, there = load_store(world), RemoteStore(remote(engine, LARGER))
    entity = f"{BASE}entity/"
    told = {
        "prefixes": here.prefixes,
        "claims": [row["c"] for row in here.select("SELECT ?c { ?c a dg:Claim } ORDER BY ?c LIMIT 40")],
        "change": here.select("SELECT ?c { ?c a dg:Change } ORDER BY ?c")[0]["c"],
        "document": f"{BASE}document/shared-future",
        "china": f"{entity}china",
        "brazil": f"{entity}brazil",
        "speaker": f"{entity}wang-yi",
    }
    script = Path(__file__).with_name("ask_all.mjs")
    made = subprocess.run(
        [node, script, json.dumps(told)], check=True, capture_output=True, text=True, encoding="utf-8"
    )
    found = json.loads(made.stdout)

    assert found["left"] == []
    assert len(found["asked"]) > 60
    different = []
    for name, text in found["asked"]:
        ours, theirs = (run_query(store, text) for store in (here, there))
        if ours.variables != theirs.variables or _comparable(ours) != _comparable(theirs):
            different.append(name)
    assert different == []


def _comparable(results) -> Counter:
    """The rows in any order, numbers by what they are worth: engines differ in how they order and type the equal."""
    return Counter(tuple(_worth(term) for term in row) for row in results)


def _worth(term) -> object:
    text = None if term is None else str(term)
    return float(text) if text and re.fullmatch(r"-?\d+(\.\d+)?", text) else text


def test_yes_and_no_are_told_apart(engine, folder):
    push(folder, remote(engine), update=engine.update, replace=True)
    there = RemoteStore(remote(engine))

    assert [bool(there.query(f"ASK {{ entity:aland a dg:{kind} }}")) for kind in ("Country", "Person")] == [True, False]


def test_a_graph_that_holds_something_else_is_left_alone(engine, folder, world):
    push(folder, remote(engine), update=engine.update, replace=True)

    with pytest.raises(StoreError, match=r"holds 233 triples already, and not these; empty it with --replace"):
        push(world, remote(engine), update=engine.update)
    assert len(RemoteStore(remote(engine))) == 233


def test_what_is_wrong_there_fails_the_check(engine, folder, tmp_path, monkeypatch):
    triples = list(read_triples(folder / "graph.nt"))
    write_ntriples(triples, tmp_path / "graph.nt")
    monkeypatch.setattr("graph.sparql.push.make_batches", lambda lines, skip: [[f"{line} ." for line in triples[1:]]])

    with pytest.raises(StoreError, match="the check fails: 1 triples are missing, 0 should not be there"):
        push(tmp_path, remote(engine, "https://example.org/other"), update=engine.update, replace=True)


def test_hard_texts_arrive_as_they_are(engine, tmp_path, documents, entities, claims):
    from dataclasses import replace

    from graph.rdf.triples import make_triples

    hard = ["a\\u0041\\n", "'''\"\"\"", "tab\there", "line\r\nend", "é€🌏中", "\\", "<a> { } ; . #", "x" * 70_000]
    things = [replace(entities[0], id=f"hard-{n}", label=label, aliases=()) for n, label in enumerate(hard)]
    write_ntriples(make_triples(documents, [*entities, *things], claims), tmp_path / "graph.nt")
    graph = "https://example.org/hard"
    push(tmp_path, remote(engine, graph), update=engine.update, replace=True)

    assert set(RemoteStore(remote(engine, graph)).triples()) == set(read_triples(tmp_path / "graph.nt"))
