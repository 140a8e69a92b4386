"""What the SPARQL 1.1 Protocol says that a service MUST do, sentence by sentence, asked of a real server over HTTP."""

from urllib.parse import quote, urlencode

import httpx
import pytest
from pyoxigraph import QueryResultsFormat, RdfFormat, parse, parse_query_results

from tests.sparql.server import serving

FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
UPDATE = "application/sparql-update"
NS = "http://example.org/"
DATA = f"""
@prefix : <{NS}> .
:default :in :default .
:one {{ :one :in :one }}
:two {{ :two :in :two }}
"""
ASK = "ASK {}"
ACCENT = "ASK { FILTER('é' = '\\u00E9') }".encode()
RESULTS = {
    "application/sparql-results+json": QueryResultsFormat.JSON,
    "application/sparql-results+xml": QueryResultsFormat.XML,
    "text/tab-separated-values": QueryResultsFormat.TSV,
}
GRAPHS = {form.media_type: form for form in (RdfFormat.TURTLE, RdfFormat.N_TRIPLES, RdfFormat.RDF_XML)}
GRAPHS["application/ld+json"] = RdfFormat.JSON_LD


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    file = tmp_path_factory.mktemp("protocol") / "data.trig"
    file.write_text(DATA)
    with serving(file, "--workers", "1") as (address, _), httpx.Client(base_url=address) as client:
        yield client


def get(*pairs: tuple[str, str]):
    return {"method": "GET", "url": f"/sparql?{urlencode(pairs)}"}


def form(*pairs: tuple[str, str], url: str = "/sparql", content_type: str | None = FORM):
    return body(urlencode(pairs).encode(), content_type, url=url)


def body(content: bytes, content_type: str | None, *, url: str = "/sparql"):
    headers = {"Content-Type": content_type} if content_type else {}
    return {"method": "POST", "url": url, "content": content, "headers": headers}


def send(client, request, accept="application/sparql-results+json"):
    return client.request(**{**request, "headers": {"Accept": accept, **request.get("headers", {})}})


@pytest.mark.parametrize(
    ("must", "request_"),
    [
        ("2.1.1 a query comes by GET in the query string", get(("query", ASK))),
        ("2.1.2 or by POST as a form", form(("query", ASK))),
        ("2.1.2 whose parameters are percent-encoded", body(b"query=ASK+%7B%7D", FORM)),
        ("2.1.3 or by POST as the body itself", body(ASK.encode(), QUERY)),
        ("2.1.3 which is UTF-8 and may say so", body(ACCENT, f"{QUERY};charset=UTF-8")),
        ("2.1.3 and need not say so", body(ACCENT, QUERY)),
    ],
)
def test_the_three_ways_to_ask_are_understood(client, must, request_):
    response = send(client, request_)

    assert (response.status_code, response.json()["boolean"]) == (200, True), must


IN = f"SELECT ?o {{ ?s <{NS}in> ?o }} ORDER BY ?o"
IN_NAMED = f"SELECT ?o {{ GRAPH ?g {{ ?s <{NS}in> ?o }} }} ORDER BY ?o"
FROM_ONE = f"SELECT ?o FROM <{NS}one> {{ ?s <{NS}in> ?o }}"
D1, D2 = ("default-graph-uri", f"{NS}one"), ("default-graph-uri", f"{NS}two")
N1, N2 = ("named-graph-uri", f"{NS}one"), ("named-graph-uri", f"{NS}two")
NOWHERE = ("default-graph-uri", "http://a.example/")


@pytest.mark.parametrize(
    ("must", "query", "dataset", "found"),
    [
        ("2.1.4 the service's own dataset where none is named", IN, [], ["default"]),
        ("2.1.4 with its named graphs", IN_NAMED, [], ["one", "two"]),
        ("2.1.4 one default graph", IN, [D1], ["one"]),
        ("2.1.4 the merge of several", IN, [D1, D2], ["one", "two"]),
        ("2.1.4 no named graph unless it is named", IN_NAMED, [D1], []),
        ("2.1.4 one named graph", IN_NAMED, [N2], ["two"]),
        ("2.1.4 several named graphs", IN_NAMED, [N1, N2], ["one", "two"]),
        ("2.1.4 an empty default graph beside them", IN, [N1], []),
        ("2.1.4 both kinds, the default", IN, [D1, N2], ["one"]),
        ("2.1.4 both kinds, the named", IN_NAMED, [D1, N2], ["two"]),
        ("2.1.4 the query's own FROM", FROM_ONE, [], ["one"]),
        ("2.1.4 the request's dataset before the query's FROM", FROM_ONE, [D2], ["two"]),
        ("2.1.4 a graph that is not there is empty", IN, [NOWHERE], []),
    ],
)
@pytest.mark.parametrize("way", ["GET", "form", "direct", "form, dataset in the address"])
def test_the_dataset_is_the_one_that_the_request_names(client, must, query, dataset, found, way):
    address = f"/sparql?{urlencode(dataset)}"
    request = {
        "GET": get(("query", query), *dataset),
        "form": form(("query", query), *dataset),
        "direct": body(query.encode(), QUERY, url=address),
        "form, dataset in the address": form(("query", query), url=address),
    }[way]
    response = send(client, request)

    assert response.status_code == 200, must
    assert [row["o"]["value"] for row in response.json()["results"]["bindings"]] == [NS + name for name in found], must


@pytest.mark.parametrize(
    ("query", "formats"),
    [("SELECT * { ?s ?p ?o }", RESULTS), ("ASK {}", {k: v for k, v in RESULTS.items() if "tab" not in k})],
)
def test_rows_and_yes_or_no_come_as_a_results_document_of_the_type_that_is_told(client, query, formats):
    for media_type, fmt in formats.items():
        response = send(client, get(("query", query)), media_type)

        assert response.headers["Content-Type"].partition(";")[0] == media_type
        answer = parse_query_results(response.content, format=fmt)
        assert bool(answer) if query.startswith("ASK") else len(list(answer)) == 1


@pytest.mark.parametrize("query", ["CONSTRUCT WHERE { ?s ?p ?o }", f"DESCRIBE <{NS}default>"])
def test_graphs_come_as_rdf_of_the_type_that_is_told(client, query):
    for media_type, fmt in GRAPHS.items():
        response = send(client, get(("query", query)), media_type)

        assert response.headers["Content-Type"].partition(";")[0] == media_type
        assert [quad.object.value for quad in parse(response.content, format=fmt)] == [f"{NS}default"]


@pytest.mark.parametrize(
    ("must", "query", "found"),
    [
        ("2.1.8 BASE in the query", f"BASE <{NS}> ASK {{ <default> <in> <default> }}", True),
        (
            "2.1.8 else a base of the service's own",
            "ASK { FILTER(STRENDS(STR(<x>), '/x') && STRLEN(STR(<x>)) > 8) }",
            True,
        ),
    ],
)
def test_a_relative_iri_has_a_base(client, must, query, found):
    assert send(client, get(("query", query))).json()["boolean"] is found, must


@pytest.mark.parametrize(
    ("must", "request_", "status"),
    [
        ("2.1 no method but GET and POST", {**get(("query", ASK)), "method": "PUT"}, 405),
        ("2.1 no method but GET and POST", {**get(("query", ASK)), "method": "DELETE"}, 405),
        ("2.1 no method but GET and POST", {**get(("query", ASK)), "method": "PATCH"}, 405),
        ("2.1.1 exactly one query by GET", get(("query", ASK), ("query", ASK)), 400),
        ("2.1.2 exactly one query in a form", form(("query", ASK), ("query", ASK)), 400),
        ("2.1.2 a query in a form at all", form(("default-graph-uri", NS)), 400),
        ("2.1.2 the type of a form is told", form(("query", ASK), content_type=None), 415),
        ("2.1.2 the type of a form is told truly", form(("query", ASK), content_type="text/plain"), 415),
        ("2.1.2 a form is UTF-8", body(f"query={ASK}".encode("utf-16"), f"{FORM};charset=utf-16"), 415),
        ("2.1.3 the type of a body is told", body(ASK.encode(), None), 415),
        ("2.1.3 the type of a body is told truly", body(ASK.encode(), "text/plain"), 415),
        ("2.1.3 a body is UTF-8", body(ASK.encode("utf-16"), f"{QUERY};charset=UTF-16"), 415),
        ("2.1.3 a body is UTF-8 when it says nothing", body(b"ASK { FILTER('\xe9' = '') }", QUERY), 400),
        ("2.1.3 one query, not two", body(ASK.encode(), QUERY, url=f"/sparql?query={quote(ASK)}"), 400),
        ("2.1.4 a graph is named by an IRI", get(("query", ASK), ("default-graph-uri", "no iri")), 400),
        ("2.1.7 a query that is none", get(("query", "ASK {")), 400),
        ("2.1.7 an empty query", get(("query", "")), 400),
        (
            "2.1.5 an answer that the client takes in no form",
            {**get(("query", ASK)), "headers": {"Accept": "a/b"}},
            406,
        ),
        ("2.2.1 an update in a form", form(("update", "CLEAR ALL")), 403),
        ("2.2.2 an update as the body", body(b"CLEAR ALL", UPDATE), 403),
        ("2.2.2 whatever its charset", body("CLEAR ALL".encode("utf-16"), f"{UPDATE};charset=utf-16"), 403),
        ("2.2 two updates", form(("update", "CLEAR ALL"), ("update", "CLEAR ALL")), 403),
        ("2.2 an update by GET", get(("update", "CLEAR ALL")), 403),
        ("2.2.3 an update with a dataset", form(("update", "CLEAR ALL"), ("using-graph-uri", NS)), 403),
        ("2.2.3 in the address", body(b"CLEAR ALL", UPDATE, url=f"/sparql?using-named-graph-uri={NS}"), 403),
        ("2.2 an update called a query", get(("query", "CLEAR ALL")), 403),
        ("2.2 an update of a type that is none", body(b"CLEAR ALL", "text/plain"), 415),
    ],
)
def test_what_is_no_query_is_refused(client, must, request_, status):
    response = send(client, request_)

    assert response.status_code == status, must
    assert response.json()["detail"], must


def test_the_service_description_names_endpoint_language_formats_and_graphs(client):
    response = client.get("/sparql", headers={"Accept": "application/n-triples"})
    sd = "http://www.w3.org/ns/sparql-service-description#"
    told = {
        (quad.predicate.value, getattr(quad.object, "value", ""))
        for quad in parse(response.content, format=RdfFormat.N_TRIPLES)
    }

    assert (sd + "supportedLanguage", sd + "SPARQL11Query") in told
    assert (sd + "endpoint", str(client.base_url.join("/sparql"))) in told
    assert (sd + "feature", sd + "BasicFederatedQuery") not in told
    assert {value for name, value in told if name == sd + "resultFormat"} >= {
        f"http://www.w3.org/ns/formats/{name}" for name in ("SPARQL_Results_JSON", "Turtle")
    }


def test_a_named_graph_is_read_by_its_iri(client):
    response = client.get("/graph", params={"graph": f"{NS}two"}, headers={"Accept": "application/n-triples"})
    default = client.get("/graph?default", headers={"Accept": "application/n-triples"})

    assert response.text == f"<{NS}two> <{NS}in> <{NS}two> .\n"
    assert default.text == f"<{NS}default> <{NS}in> <{NS}default> .\n"
    assert client.get("/graph", params={"graph": "no iri"}).status_code == 400
    assert client.get("/graph?default&graph=http://example.org/two").status_code == 400
