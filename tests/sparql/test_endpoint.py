"""The protocol as a client meets it: a real server, asked over HTTP (SPARQL 1.1 Protocol, section 2)."""

import json
import socket
import threading
from time import perf_counter
from urllib.parse import quote

import httpx
import pytest
from pyoxigraph import RdfFormat, parse

from graph.web.page import render_served
from tests.sparql.server import serving, wait_until

RUNAWAY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
ASK = "ASK { ?e rdfs:label 'Aland' }"
LABELS = "SELECT ?label { ?e a dg:Country ; rdfs:label ?label } ORDER BY ?label"
CONSTRUCT = "CONSTRUCT { entity:aland rdfs:label ?o } WHERE { entity:aland rdfs:label ?o }"
FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
JSON = "application/sparql-results+json"
TURTLE = "text/turtle; charset=utf-8"
CSV = "text/csv; charset=utf-8"
PROBLEM = "application/problem+json"
NS = "https://dragoman.invalid"


@pytest.fixture(scope="module")
def server(folder):
    options = ("--timeout", "2", "--workers", "2", "--max-bytes", "20000", "--cors", "https://example.org")
    with serving(folder, *options) as (address, _):
        yield address


@pytest.fixture
def client(server):
    with httpx.Client(base_url=server, timeout=30) as client:
        yield client


def url(**parameters: str) -> str:
    return "/sparql?" + "&".join(f"{name.replace('_', '-')}={quote(text)}" for name, text in parameters.items())


def post(content: str | bytes, content_type: str | None, address: str = "/sparql"):
    headers = {"Content-Type": content_type} if content_type else {}
    return ("POST", address, headers, content.encode() if isinstance(content, str) else content)


@pytest.mark.parametrize(
    ("request_", "status", "content_type", "told"),
    [
        # 2.1.1 query via GET, 2.1.2 as a form, 2.1.3 directly
        (("GET", url(query=ASK)), 200, JSON, '"boolean":true'),
        (post(f"query={quote(ASK)}", FORM), 200, JSON, '"boolean":true'),
        (post(f"query={quote(ASK)}", f"{FORM}; charset=UTF-8"), 200, JSON, '"boolean":true'),
        (post(ASK, QUERY), 200, JSON, '"boolean":true'),
        (post(ASK, f"{QUERY}; charset=utf-8"), 200, JSON, '"boolean":true'),
        (post("SELECT ('é' AS ?x) {}", QUERY), 200, JSON, '"é"'),
        (("GET", url(query="ASK { <entity/aland> a dg:Country }")), 200, JSON, '"boolean":true'),
        (("GET", url(query=ASK) + "&query=" + quote(ASK)), 400, PROBLEM, "2 queries in one request"),
        (post(ASK, QUERY, url(query=ASK)), 400, PROBLEM, "2 queries in one request"),
        (post("", FORM), 400, PROBLEM, "no query in the form"),
        (post("query=%E9", FORM), 400, PROBLEM, "not UTF-8"),
        (post(b"ASK { ?s ?p '\xe9' }", QUERY), 400, PROBLEM, "not UTF-8 at byte 13"),
        (post(ASK, None), 415, PROBLEM, "a query comes as"),
        (post(ASK, "text/plain"), 415, PROBLEM, "a query comes as"),
        (post(ASK.encode("utf-16"), f"{QUERY}; charset=utf-16"), 415, PROBLEM, "in UTF-8"),
        (("PUT", "/sparql"), 405, PROBLEM, "PUT is not done here; use GET, HEAD, OPTIONS, POST"),
        (("DELETE", url(query=ASK)), 405, PROBLEM, "DELETE is not done here"),
        # 2.1.7 failures
        (("GET", url(query="")), 400, PROBLEM, "the query is empty"),
        (("GET", url(query="SELECT * { ?s nix:da ?o }")), 400, PROBLEM, "unknown prefix nix:"),
        (("GET", url(query="ASK { SERVICE <http://a.example/> {} }")), 403, PROBLEM, "SERVICE is refused"),
        (("GET", url(query="SELECT * { ?s ?p ?o . ?a ?b ?c }")), 500, PROBLEM, "longer than 20,000 bytes"),
        (post("x" * 1_100_000, QUERY), 413, PROBLEM, "longer than 1,048,576 bytes"),
        # 2.2 updates
        (post("update=DROP%20ALL", FORM), 403, PROBLEM, "this endpoint only reads"),
        (post("DROP ALL", "application/sparql-update"), 403, PROBLEM, "this endpoint only reads"),
        (("GET", url(update="DROP ALL")), 403, PROBLEM, "this endpoint only reads"),
        (("GET", url(query="INSERT DATA { <a:b> <a:b> 1 }")), 403, PROBLEM, "INSERT is refused"),
        # no query: the service description
        (("GET", "/sparql"), 200, TURTLE, "sd:supportedLanguage sd:SPARQL11Query"),
        (("GET", "/sparql", {"Accept": "image/png"}), 406, PROBLEM, "takes none of text/turtle"),
        # the graph
        (("GET", "/graph?default"), 200, TURTLE, "@prefix dg:"),
        (("GET", "/graph?graph=http://a.example/"), 404, PROBLEM, "there is no graph http://a.example/"),
        (("GET", "/graph"), 400, PROBLEM, "ask for one graph: /graph?default"),
        (("PUT", "/graph?default"), 405, PROBLEM, "PUT is not done here; use GET, HEAD, OPTIONS"),
        (("GET", "/entity/nobody"), 404, PROBLEM, "the graph has no entity/nobody"),
        (("GET", "/entity/a%3E%20b"), 404, PROBLEM, "the graph has no entity/a%3E%20b"),
        (("GET", '/entity/"'), 404, PROBLEM, "the graph has no entity/%22"),
        (("GET", "/nowhere"), 404, PROBLEM, "nothing is served here"),
    ],
)
def test_each_request_has_its_answer(client, request_, status, content_type, told):
    method, address, headers, content = (*request_, *({}, None)[len(request_) - 2 :])
    response = client.request(method, address, headers=headers, content=content)

    assert (response.status_code, response.headers["Content-Type"]) == (status, content_type)
    assert told in response.text


@pytest.mark.parametrize(
    ("query", "accept", "status", "content_type", "body"),
    [
        (LABELS, "text/csv", 200, CSV, "label\r\nAland\r\nBorduria\r\n"),
        (LABELS, "text/tab-separated-values", 200, "text/tab-separated-values; charset=utf-8", None),
        (LABELS, "application/sparql-results+xml", 200, "application/sparql-results+xml", None),
        (LABELS, "application/json", 200, "application/json", None),
        (LABELS, "text/turtle, text/csv;q=0.1", 200, CSV, "label\r\nAland\r\nBorduria\r\n"),
        (LABELS, "text/turtle", 406, PROBLEM, None),
        (LABELS, "image/png", 406, PROBLEM, None),
        (CONSTRUCT, "application/n-triples", 200, "application/n-triples", None),
        (CONSTRUCT, "application/ld+json", 200, "application/ld+json", None),
        (CONSTRUCT, "application/rdf+xml", 200, "application/rdf+xml", None),
        (CONSTRUCT, "*/*", 200, TURTLE, None),
        (CONSTRUCT, "text/csv", 406, PROBLEM, None),
        ("DESCRIBE entity:aland", "text/turtle", 200, TURTLE, None),
    ],
)
def test_the_client_chooses_the_form(client, query, accept, status, content_type, body):
    response = client.get(url(query=query), headers={"Accept": accept})

    assert (response.status_code, response.headers["Content-Type"]) == (status, content_type)
    assert "Accept" in response.headers["Vary"]
    assert body is None or response.text == body


@pytest.mark.parametrize("form", [RdfFormat.TURTLE, RdfFormat.N_TRIPLES, RdfFormat.JSON_LD, RdfFormat.RDF_XML])
def test_triples_are_the_same_in_every_form(client, made, form):
    whole = client.get("/graph?default", headers={"Accept": form.media_type})
    one = client.get(url(query=CONSTRUCT), headers={"Accept": form.media_type})

    assert {quad.triple for quad in parse(whole.content, format=form)} == set(made)
    assert [str(quad.object) for quad in parse(one.content, format=form)] == ['"Aland"']


def test_a_mistake_in_a_query_is_told_with_its_place(client):
    response = client.get(url(query="SELECT *\n{ ?s ?p }"))

    assert json.loads(response.text) == {
        "title": "Bad Request",
        "status": 400,
        "detail": "line 2, column 3: the query cannot be read on from here; correct it there or before",
        "line": 2,
        "column": 3,
    }
    plain = client.get(url(query="SELECT *\n{ ?s ?p }"), headers={"Accept": f"{JSON}, text/plain;q=0.5"})
    assert (plain.status_code, plain.text) == (400, json.loads(response.text)["detail"] + "\n")


def test_head_and_options_are_answered(client):
    head, options = client.head(url(query=ASK)), client.options("/sparql")

    assert (head.status_code, head.headers["Content-Type"], head.content) == (200, JSON, b"")
    assert (options.status_code, options.headers["Allow"]) == (204, "GET, HEAD, OPTIONS, POST")
    assert client.head("/graph?default").status_code == 200


def test_an_entity_is_told_with_its_claims_and_a_browser_is_sent_to_the_page(client):
    response = client.get("/entity/port-%c3%a9lan", headers={"Accept": "application/n-triples"})
    place = f"{NS}/entity/port-%C3%A9lan"
    browser = client.get("/entity/port-%C3%A9lan", headers={"Accept": "text/html,*/*;q=0.8"})

    assert f'<{place}> <http://www.w3.org/2000/01/rdf-schema#label> "Port Élan" .' in response.text
    assert (browser.status_code, browser.headers["Location"]) == (303, "/#e=entity/port-%C3%A9lan")

    reed = client.get("/entity/jon-reed", headers={"Accept": "application/n-triples"}).text
    assert f"<http://www.w3.org/1999/02/22-rdf-syntax-ns#object> <{NS}/entity/jon-reed> ." in reed
    document = client.get("/document/sky-2024", headers={"Accept": "text/html"})
    assert (document.status_code, document.headers["Location"]) == (303, "/")


def test_the_page_is_sent_whole_once_and_not_again(client, folder):
    page = client.get("/")
    again = client.get("/", headers={"If-None-Match": page.headers["ETag"]})

    assert page.text == render_served(folder, endpoint="sparql")
    expected = {
        "Content-Type": "text/html; charset=utf-8",
        "Content-Encoding": "gzip",
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
    }
    assert {name: page.headers[name] for name in expected} == expected
    assert (again.status_code, again.content) == (304, b"")


def test_a_runaway_query_is_stopped_while_another_is_answered(client, server):
    found = {}

    def run_away():
        start = perf_counter()
        found["response"] = httpx.post(f"{server}/sparql", data={"query": RUNAWAY}, timeout=30)
        found["seconds"] = perf_counter() - start

    thread = threading.Thread(target=run_away)
    thread.start()
    start = perf_counter()
    beside = client.get(url(query=ASK))
    quick = perf_counter() - start
    thread.join()

    assert (beside.status_code, beside.json()["boolean"]) == (200, True)
    assert quick < 1.5
    assert (found["response"].status_code, found["response"].headers["Retry-After"]) == (503, "5")
    assert "stopped after 2 seconds" in found["response"].json()["detail"]
    assert 2.0 <= found["seconds"] < 4.0
    assert client.get(url(query=ASK)).json()["boolean"] is True
    assert "\ndragoman_query_timeouts_total 1\n" in client.get("/metrics").text


def test_a_client_that_goes_away_has_its_query_stopped(client, server):
    host, port = server.removeprefix("http://").split(":")

    with socket.create_connection((host, int(port))) as gone:
        gone.sendall(f"GET {url(query=RUNAWAY)} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
        wait_until(lambda: 'state="busy"} 1\n' in client.get("/metrics").text)
    start = perf_counter()
    wait_until(lambda: 'state="busy"} 0\n' in client.get("/metrics").text)

    assert perf_counter() - start < 1.5
    wait_until(lambda: 'dragoman_requests_total{status="499"} 1\n' in client.get("/metrics").text)


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "localhost@evil.example", ""])
def test_a_request_to_another_name_is_refused(client, host):
    response = client.get(url(query=ASK), headers={"Host": host})

    assert response.status_code == 421
    assert "this server answers to" in response.json()["detail"]


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:1", "[::1]:8750", "127.0.0.1"])
def test_a_request_to_this_machine_is_answered(client, host):
    assert client.get(url(query=ASK), headers={"Host": host}).status_code == 200


def test_one_foreign_origin_may_ask_and_no_other(client):
    def allowed(origin: str) -> str | None:
        return client.get(url(query=ASK), headers={"Origin": origin}).headers.get("Access-Control-Allow-Origin")

    assert (allowed("https://example.org"), allowed("https://evil.example")) == ("https://example.org", None)
