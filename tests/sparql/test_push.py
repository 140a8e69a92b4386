"""A push that meets what goes wrong: a server that dies, refuses, or is none. Nothing is lost, and it goes on."""

import subprocess
import sys

import pytest

from graph.errors import StoreError
from graph.rdf.files import read_triples, write_ntriples
from graph.sparql.push import find_checksum, make_batches, push
from graph.sparql.remote import USER, Remote, RemoteStore
from tests.sparql.engines import free_port, oxigraph
from tests.sparql.other import Reply, answering
from tests.web.sample import sample_world

NONE = b'{"head":{"vars":["n"]},"results":{"bindings":[{"n":{"type":"literal","value":"0"}}]}}'


@pytest.fixture
def world(tmp_path):
    folder = tmp_path / "world"
    write_ntriples(sample_world().whole(), folder / "graph.nt")
    return folder


@pytest.fixture(autouse=True)
def quickly(monkeypatch, tmp_path):
    monkeypatch.setattr("graph.sparql.push._PAUSES", (0.01, 0.01))
    monkeypatch.setattr("graph.sparql.push._BATCH", 200)
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
    monkeypatch.delenv(USER, raising=False)


def test_a_push_to_a_server_that_dies_goes_on_where_it_was(world, tmp_path):
    record, told, total = world / "graph.nt", [], len(list(read_triples(world / "graph.nt")))
    data, port = tmp_path / "data", free_port()
    data.mkdir()

    def stop(done, of):
        told.append((done, of))
        if len(told) == 3:
            engine.process.kill()
            engine.process.wait()

    with oxigraph(data, port=port) as engine:
        went = f"does not answer .* 600 of {total:,} triples have arrived; the same command goes on from there"
        with pytest.raises(StoreError, match=went):
            push(world, Remote(url=engine.query), update=engine.update, progress=stop)
    with oxigraph(data, port=port) as engine:
        done = push(world, Remote(url=engine.query), update=engine.update)
        assert set(RemoteStore(Remote(url=engine.query)).triples()) == set(read_triples(record))

    assert told == [(200, total), (400, total), (600, total)]
    assert (done.sent, done.before) == (total - 600, 600)
    assert list(world.glob(".push-*.json")) == []


def test_a_server_that_lost_what_it_had_gets_it_again(world, tmp_path):
    total, port = len(list(read_triples(world / "graph.nt"))), free_port()
    (tmp_path / "one").mkdir()
    (tmp_path / "other").mkdir()

    def stop(done, of):
        if done == 400:
            raise KeyboardInterrupt

    with oxigraph(tmp_path / "one", port=port) as engine, pytest.raises(KeyboardInterrupt):
        push(world, Remote(url=engine.query), update=engine.update, progress=stop)
    with oxigraph(tmp_path / "other", port=port) as engine:
        assert push(world, Remote(url=engine.query), update=engine.update).sent == total


def test_another_build_does_not_go_on_where_the_last_one_was(world, tmp_path):
    with oxigraph(tmp_path) as engine:
        remote = Remote(url=engine.query)

        def stop(done, of):
            raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            push(world, remote, update=engine.update, progress=stop)
        with (world / "graph.nt").open("a") as record:
            record.write("<a:b> <a:b> <a:b> .\n")
        with pytest.raises(StoreError, match="holds 200 triples already, and not these"):
            push(world, remote, update=engine.update)
        assert push(world, remote, update=engine.update, replace=True).before == 0


@pytest.mark.parametrize(
    ("update", "told"),
    [
        (Reply(status=401, body=b""), r"asks for credentials \(401\); set DRAGOMAN_USER"),
        (Reply(status=403, content_type="text/plain", body=b"read only"), "403 Forbidden: read only"),
        (
            Reply(status=400, content_type="text/plain", body=b"no default graph"),
            "does not accept this: no default graph",
        ),
        (Reply(status=503, body=b""), "503 Service Unavailable"),
        (Reply(cut=True), "the connection broke off"),
        (Reply(slow=2), "no answer within 0.5 seconds"),
        (Reply(content_type="text/html", body=b"<h1>Welcome</h1>"), "the check fails: .* triples are missing"),
    ],
)
def test_a_server_that_does_not_take_it_is_told_with_what_has_arrived(world, update, told):
    def reply(asked):
        return update if "update" in asked.form else Reply(body=NONE)

    with answering(reply) as (url, _), pytest.raises(StoreError, match=told) as error:
        push(world, Remote(url=url, timeout=0.5))

    assert "\n" not in str(error.value)
    if "check" not in told:
        assert "— 0 of 3,805 triples have arrived" in str(error.value)


@pytest.mark.parametrize(
    ("query", "told"),
    [
        (
            Reply(content_type="text/html", body=b"<h1>Welcome</h1>"),
            "answers with text/html, which is no SPARQL result",
        ),
        (Reply(status=404, content_type="text/plain", body=b"Not here"), "404 Not Found: Not here"),
    ],
)
def test_an_address_that_is_no_endpoint_is_told_before_anything_is_sent(world, query, told):
    with answering(lambda _: query) as (url, seen), pytest.raises(StoreError, match=told):
        push(world, Remote(url=url), replace=True)

    assert ["update" in asked.form for asked in seen] == [False]


def test_batches_are_bounded_by_lines_and_by_size(monkeypatch):
    from pyoxigraph import Literal, NamedNode, Triple

    monkeypatch.setattr("graph.sparql.push._BATCH_BYTES", 300)
    node = NamedNode("a:b")
    short = [Triple(node, node, Literal("x" * 10 + str(n))) for n in range(450)]
    long = [Triple(node, node, Literal("y" * 1000))]
    sizes = [len(batch) for batch in make_batches(iter([*short[:3], *long, *short[3:6]]))]

    assert sizes == [3, 1, 3]
    monkeypatch.setattr("graph.sparql.push._BATCH_BYTES", 1_000_000)
    assert [len(batch) for batch in make_batches(iter(short), skip=40)] == [200, 200, 10]


def test_a_blank_node_is_refused_since_it_would_double(tmp_path):
    (tmp_path / "graph.nt").write_text("_:b <a:b> <a:b> .\n")

    with pytest.raises(StoreError, match="has a blank node, which would be another one with each try; give it an IRI"):
        find_checksum(read_triples(tmp_path / "graph.nt"))


def test_the_command_tells_what_it_did(world, tmp_path):
    def dragoman(*arguments):
        command = [sys.executable, "-m", "graph", "push", *map(str, arguments)]
        done = subprocess.run(command, check=False, capture_output=True, text=True, encoding="utf-8")
        return done.returncode, done.stdout, done.stderr

    total = f"{len(list(read_triples(world / 'graph.nt'))):,}"
    with oxigraph(tmp_path) as engine:
        agree = "counts and checksums agree\n"
        assert dragoman(world, "--endpoint", engine.query) == (
            *(0, f"{total} triples are there, {total} of them sent now; {agree}", ""),
        )
        assert dragoman(world, "--endpoint", engine.query) == (0, f"{total} triples were there already; {agree}", "")
    assert dragoman(world) == (1, "", "dragoman: no endpoint is named; give its address with --endpoint\n")
    code, _, told = dragoman(world, "--endpoint", "http://127.0.0.1:1/", "--graph", "a b")
    assert (code, told.startswith("dragoman: 'a b' names no graph")) == (1, True)
