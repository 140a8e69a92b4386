"""The kinds of request that the W3C's protocol tests ask of a service, in our own words: every query form in every way,
and each way to get one wrong; updates, which a service that only reads refuses with 403."""

from urllib.parse import quote, urlencode

import httpx
import pytest

from tests.sparql.server import serving

FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
UPDATE = "application/sparql-update"
NS = "http://example.org/"
DATA = f"@prefix : <{NS}> . :default :in :default . :one {{ :one :in :one }} :two {{ :two :in :two }}"
ROWS = {
    *("application/sparql-results+json", "application/sparql-results+xml"),
    *("text/csv; charset=utf-8", "text/tab-separated-values; charset=utf-8"),
}
TRIPLES = {"text/turtle; charset=utf-8", "application/n-triples", "application/rdf+xml", "application/ld+json"}
# what clients of the tests send: several types, with or without a preference, and none
ACCEPTS = (
    None,
    "*/*",
    "application/sparql-results+xml, application/sparql-results+json, text/tab-separated-values, text/csv, text/turtle",
    "application/sparql-results+json;q=0.5, application/rdf+xml, text/turtle;q=0.9",
    "text/csv, application/ld+json",
    "text/tab-separated-values, application/n-triples",
)
INSERT = f"INSERT DATA {{ <{NS}new> <{NS}in> <{NS}new> }}"
MOVED = f"DELETE {{ ?s ?p ?o }} USING <{NS}one> WHERE {{ ?s ?p ?o }}"


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    file = tmp_path_factory.mktemp("cases") / "data.trig"
    file.write_text(DATA)
    with serving(file, "--workers", "1") as (address, _), httpx.Client(base_url=address) as client:
        yield client


def ways(query: str, *dataset: tuple[str, str]):
    """The three ways to send one query with its dataset."""
    pairs = [("query", query), *dataset]
    headers = {"Content-Type": QUERY}
    return [
        {"method": "GET", "url": f"/sparql?{urlencode(pairs)}"},
        {"method": "POST", "url": "/sparql", "data": {name: [v for n, v in pairs if n == name] for name, _ in pairs}},
        {"method": "POST", "url": f"/sparql?{urlencode(dataset)}", "content": query, "headers": headers},
    ]


def send(client, request, accept):
    headers = {name: value for name, value in client.headers.items() if name != "accept"}
    headers |= request.get("headers", {}) | ({"Accept": accept} if accept else {})
    made = client.build_request(**{**request, "headers": headers})
    if accept is None:
        del made.headers["Accept"]
    return client.send(made)


@pytest.mark.parametrize("accept", ACCEPTS)
@pytest.mark.parametrize(
    ("query", "types"),
    [
        ("SELECT (1 AS ?value) {}", ROWS),
        ("ASK {}", ROWS),
        (f"DESCRIBE <{NS}default>", TRIPLES),
        ("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", TRIPLES),
    ],
)
def test_every_query_form_is_answered_in_every_way_with_a_type_that_fits(client, query, types, accept):
    answers = [send(client, request, accept) for request in ways(query)]

    assert [answer.status_code for answer in answers] == [200, 200, 200]
    assert {answer.headers["Content-Type"] for answer in answers} <= types
    assert len({answer.content for answer in answers}) == 1


HERE = f"ASK {{ <{NS}one> <{NS}in> <{NS}one> }}"
NAMED = f"ASK {{ GRAPH <{NS}two> {{ <{NS}two> ?p ?o }} }}"
BOTH = f"ASK {{ <{NS}one> ?p ?o GRAPH ?g {{ <{NS}two> ?q ?r }} }}"
FROM = f"ASK FROM <{NS}default> {{ <{NS}one> ?p ?o }}"
D1, D2 = ("default-graph-uri", f"{NS}one"), ("default-graph-uri", f"{NS}two")
N1, N2 = ("named-graph-uri", f"{NS}one"), ("named-graph-uri", f"{NS}two")


@pytest.mark.parametrize(
    ("case", "query", "dataset", "found"),
    [
        ("no dataset is named", HERE, [], False),
        ("one default graph", HERE, [D1], True),
        ("two default graphs", HERE, [D2, D1], True),
        ("one named graph", NAMED, [N2], True),
        ("two named graphs", NAMED, [N1, N2], True),
        ("another named graph", NAMED, [N1], False),
        ("default and named graphs", BOTH, [D1, N2], True),
        ("the named ones are not in the default graph", BOTH, [D2, N1], False),
        ("the request's dataset before that of the query", FROM, [D1], True),
        ("the query's own dataset", FROM, [], False),
    ],
)
def test_the_dataset_of_a_request_is_taken_in_every_way(client, case, query, dataset, found):
    answers = [send(client, request, "application/sparql-results+json") for request in ways(query, *dataset)]

    assert [answer.json()["boolean"] for answer in answers] == [found] * 3, case


def post(content: str | bytes, content_type: str | None, url: str = "/sparql"):
    headers = {"Content-Type": content_type} if content_type else {}
    return {"method": "POST", "url": url, "content": content, "headers": headers}


@pytest.mark.parametrize(
    ("case", "request_", "status"),
    [
        ("another method", {"method": "PUT", "url": "/sparql?query=ASK%20%7B%7D"}, 405),
        ("another method with a body", {**post("ASK {}", QUERY), "method": "PUT"}, 405),
        ("two queries by GET", {"method": "GET", "url": "/sparql?query=ASK%20%7B%7D&query=ASK%20%7B%7D"}, 400),
        ("two queries in a form", post("query=ASK%20%7B%7D&query=SELECT%20%2A%20%7B%7D", FORM), 400),
        ("two queries, in address and form", post("query=ASK%20%7B%7D", FORM, "/sparql?query=ASK%20%7B%7D"), 400),
        ("two queries, in address and body", post("ASK {}", QUERY, "/sparql?query=ASK%20%7B%7D"), 400),
        ("a form without its type", post("query=ASK%20%7B%7D", None), 415),
        ("a body without its type", post("ASK {}", None), 415),
        ("a body of another type", post("ASK {}", "text/plain"), 415),
        ("a type of query that is none", post("ASK {}", "application/sparql-query-list"), 415),
        ("a body in UTF-16 that says so", post("ASK {}".encode("utf-16"), f"{QUERY}; charset=UTF-16"), 415),
        ("a body in UTF-16 that says nothing", post("ASK {}".encode("utf-16"), QUERY), 400),
        ("a body in Latin-1", post("ASK { FILTER('é' = '') }".encode("latin-1"), QUERY), 400),
        ("a form in Latin-1", post("query=ASK%20%7B%20FILTER%28%27%E9%27%3D%27%27%29%7D", FORM), 400),
        ("a form without a query", post("default-graph-uri=http%3A%2F%2Fexample.org%2F", FORM), 400),
        ("an empty form", post("", FORM), 400),
        ("an empty body", post("", QUERY), 400),
        ("an empty query", {"method": "GET", "url": "/sparql?query="}, 400),
        ("a query that is none", {"method": "GET", "url": f"/sparql?query={quote('ASK { ?s ?p')}"}, 400),
        ("two operations in one query", post("ASK {} ; ASK {}", QUERY), 400),
        ("a dataset that is no IRI", post("ASK {}", QUERY, "/sparql?default-graph-uri=one%20two"), 400),
        ("an update in a form", post(urlencode({"update": INSERT}), FORM), 403),
        ("an update as the body", post(INSERT, UPDATE), 403),
        ("an update by GET", {"method": "GET", "url": f"/sparql?update={quote(INSERT)}"}, 403),
        ("two updates", post(urlencode([("update", INSERT), ("update", INSERT)]), FORM), 403),
        ("an update beside a query", post(urlencode({"query": "ASK {}", "update": INSERT}), FORM), 403),
        ("an update that is none", post("INSERT DATA {", UPDATE), 403),
        ("an update in UTF-16", post(INSERT.encode("utf-16"), f"{UPDATE}; charset=UTF-16"), 403),
        ("an update with a dataset", post(INSERT, UPDATE, f"/sparql?using-graph-uri={NS}one"), 403),
        ("an update with named graphs", post(INSERT, UPDATE, f"/sparql?using-named-graph-uri={NS}one"), 403),
        ("an update whose two datasets are at odds", post(MOVED, UPDATE, f"/sparql?using-graph-uri={NS}two"), 403),
        ("an update with a base", post("BASE <http://a.example/> CLEAR GRAPH <one>", UPDATE), 403),
        ("an update that says it is a query", post(INSERT, QUERY), 403),
        ("an update without its type", post(urlencode({"update": INSERT}), None), 415),
        ("an update of another type", post(INSERT, "text/plain"), 415),
    ],
)
def test_what_is_wrong_is_told_as_the_fault_of_the_client(client, case, request_, status):
    response = client.request(**request_)

    assert (response.status_code, bool(response.json()["detail"])) == (status, True), case


def test_after_all_that_nothing_is_changed(client):
    whole = client.get("/graph?default", headers={"Accept": "application/n-triples"})

    assert whole.text == f"<{NS}default> <{NS}in> <{NS}default> .\n"
