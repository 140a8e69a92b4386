"""A dataset behind an endpoint: the same answers, and a clear word where the endpoint is down, slow, or no endpoint."""

import subprocess
import sys
from time import perf_counter

import pytest

import graph
from graph.errors import QueryError, StoreError
from graph.sparql.query import Dataset, run_query
from graph.sparql.remote import PASSWORD, USER, Remote, RemoteStore
from graph.sparql.store import load_store
from tests.sparql.other import JSON, Reply, answering, has_basic, has_digest
from tests.sparql.server import serving
from tests.sparql.test_saved import EXPECTED, NARROWED, rows

LABELS = "SELECT ?label { ?e a dg:Country ; rdfs:label ?label } ORDER BY ?label"
YES = Reply(body=b'{"head":{},"boolean":true}')


@pytest.fixture(autouse=True)
def no_credentials(monkeypatch, tmp_path):
    monkeypatch.delenv(USER, raising=False)
    monkeypatch.delenv(PASSWORD, raising=False)
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))


@pytest.fixture(scope="module")
def ours(folder):
    with serving(folder, "--workers", "1") as (address, _):
        yield f"{address}/sparql"


@pytest.mark.parametrize("name", EXPECTED)
def test_each_saved_query_has_the_same_answer(ours, name):
    dataset = graph.connect(ours)

    assert rows(dataset.saved(name)) == EXPECTED[name]
    if name in NARROWED:
        parameters, chosen = NARROWED[name]
        assert rows(dataset.saved(name, **parameters)) == [EXPECTED[name][place] for place in chosen]


def test_it_is_a_store_like_any_other(ours, folder):
    here, there = load_store(folder), RemoteStore(Remote(url=ours))

    assert (len(there), there.prefixes) == (len(here), here.prefixes)
    assert set(there.triples()) == set(here.triples())
    assert there.select(LABELS) == here.select(LABELS)
    assert bool(there.query("ASK { <entity/aland> a dg:Country }")) is True
    assert Dataset(there).search("csi") == Dataset(here).search("csi")
    assert list(Dataset(there).claims()) == list(Dataset(here).claims())


def test_the_server_before_an_endpoint_answers_alike(ours, folder):
    import httpx

    with serving(folder, "--endpoint", ours) as (address, _):
        asked = {"query": LABELS}
        one, other = (httpx.post(f"{where}", data=asked) for where in (f"{address}/sparql", ours))
        assert (one.status_code, one.json()) == (200, other.json())
        nt = {"Accept": "application/n-triples"}
        whole = httpx.get(f"{address}/graph?default", headers=nt)
        assert sorted(whole.text.splitlines()) == sorted((folder / "graph.nt").read_text().splitlines())
        assert httpx.get(f"{address}/entity/aland", headers=nt).text != ""
        assert httpx.get(address).text.count("Clear Sky Initiative") >= 1


def test_a_query_goes_as_a_form_with_what_it_takes_and_the_prefixes_it_uses():
    with answering(lambda _: Reply()) as (url, seen):
        store = RemoteStore(Remote(url=url, graph="http://a.example/g"))
        store.__dict__["prefixes"] = {"dg": "https://d/", "rdf": "https://r/"}
        store.__dict__["base"] = "https://b/"
        run_query(store, "# rdf:type\nSELECT ?x { ?x a dg:Country, <y> }")

    (asked,) = seen
    assert asked.headers["content-type"] == "application/x-www-form-urlencoded"
    assert asked.headers["accept"].startswith(JSON)
    assert asked.form == {
        "query": ["BASE <https://b/> PREFIX dg: <https://d/> # rdf:type\nSELECT ?x { ?x a dg:Country, <y> }"],
        "default-graph-uri": ["http://a.example/g"],
    }


@pytest.mark.parametrize(
    ("reply", "error", "told"),
    [
        (
            Reply(content_type="text/html", body=b"<h1>Hi</h1>"),
            StoreError,
            "answers with text/html, which is no SPARQL",
        ),
        (Reply(body=b""), StoreError, "its answer is damaged or cut short"),
        (Reply(body=b"<html>"), StoreError, "its answer is damaged or cut short"),
        (Reply(body=Reply().body[:-20]), StoreError, "its answer is damaged or cut short"),
        (YES, StoreError, "answers another kind of query than it was asked"),
        (Reply(cut=True), StoreError, "the connection broke off"),
        (Reply(status=400, content_type="text/plain", body=b"no such\nfunction"), QueryError, "no such function"),
        (
            Reply(status=500, content_type="text/html", body=b"<b>Oh</b> no"),
            StoreError,
            "500 Internal Server Error: Oh no",
        ),
        (Reply(status=503, body=b""), StoreError, "503 Service Unavailable"),
        (Reply(status=302, headers={"Location": "http://x/"}, body=b""), StoreError, "has moved to http://x/"),
        (Reply(status=401, body=b""), StoreError, f"asks for credentials \\(401\\); set {USER} and {PASSWORD}"),
        (Reply(slow=0.5), StoreError, "no answer within 1 seconds; ask for less, or give more time with --timeout"),
        (Reply(slow=5), StoreError, "no answer within 1 seconds"),
    ],
)
def test_what_is_no_answer_is_an_error_and_never_an_empty_answer(reply, error, told):
    start = perf_counter()
    with answering(lambda _: reply) as (url, _):
        store = RemoteStore(Remote(url=url, timeout=1))
        with pytest.raises(error, match=told) as raised:
            store.ask("SELECT ?x { ?x ?y ?z }", names={}, base=None, graphs=None)

    assert str(raised.value).startswith(url)
    assert "\n" not in str(raised.value)
    assert perf_counter() - start < 4


def test_an_endpoint_that_is_down_is_told():
    with answering(lambda _: YES) as (url, _):
        pass

    with pytest.raises(StoreError, match=r"does not answer .*; is the server running, and the address right"):
        len(RemoteStore(Remote(url=url)))


@pytest.mark.parametrize("url", ["localhost/sparql", "ftp://x/", "http:///x", "file:///etc/passwd"])
def test_an_address_that_is_none_is_told(url):
    with pytest.raises(StoreError, match=r"no address of an endpoint; write it as https://example\.org/sparql"):
        graph.connect(url)


def test_a_password_in_the_address_is_refused_and_not_repeated():
    with pytest.raises(StoreError, match="ends up in logs") as error:
        graph.connect("http://me:secret@localhost/sparql")

    assert "secret" not in str(error.value)


CHALLENGES = {
    "Basic": ('Basic realm="data"', has_basic),
    "Digest": ('Digest realm="data", nonce="abc", qop="auth", algorithm=MD5', has_digest),
}


@pytest.mark.parametrize("scheme", CHALLENGES)
@pytest.mark.parametrize("place", ["environment", "netrc"])
def test_credentials_go_out_only_when_asked_for(scheme, place, monkeypatch, tmp_path):
    challenge, is_right = CHALLENGES[scheme]
    if place == "environment":
        monkeypatch.setenv(USER, "me")
        monkeypatch.setenv(PASSWORD, "open sesame")
    else:
        (tmp_path / "netrc").write_text('machine 127.0.0.1 login me password "open sesame"\n')
        (tmp_path / "netrc").chmod(0o600)

    def reply(asked):
        return (
            YES if is_right(asked, "me", "open sesame") else Reply(status=401, headers={"WWW-Authenticate": challenge})
        )

    with answering(reply) as (url, seen):
        store = RemoteStore(Remote(url=url))
        answers = [bool(store.ask("ASK {}", names={}, base=None, graphs=None)) for _ in range(2)]
        monkeypatch.setenv(USER, "me")
        monkeypatch.setenv(PASSWORD, "wrong")
        with pytest.raises(StoreError, match=f"refuses these credentials \\(401\\); check {USER} and {PASSWORD}"):
            RemoteStore(Remote(url=url)).ask("ASK {}", names={}, base=None, graphs=None)

    assert answers == [True, True]
    assert ["authorization" in asked.headers for asked in seen[:3]] == [False, True, True]


def test_the_command_asks_an_endpoint_and_keeps_the_password_to_itself(ours):
    def dragoman(*arguments):
        command = [sys.executable, "-m", "graph", "query", LABELS, *arguments, "--format", "csv"]
        done = subprocess.run(command, check=False, capture_output=True, text=True, encoding="utf-8")
        return done.returncode, done.stdout, done.stderr

    assert dragoman("--endpoint", ours) == (0, "label\nAland\nBorduria\n", "")
    assert dragoman("--endpoint", ours, "--graph", "http://a.example/") == (0, "label\n", "")
    code, shown, told = dragoman("--endpoint", "http://me:secret@localhost/")
    assert (code, shown, "secret" in told) == (1, "", False)
    code, _, told = dragoman("--graph", "http://a.example/")
    assert (code, told) == (
        1,
        "dragoman: --graph names a graph of an endpoint; give --endpoint too, or choose one with FROM\n",
    )
