"""SERVICE by permission: one endpoint of ours calls another, and no other address."""

import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from time import sleep

import httpx
import pytest

from tests.sparql.server import serving

SD = "http://www.w3.org/ns/sparql-service-description#"


class Awry(BaseHTTPRequestHandler):
    """What is no SPARQL endpoint: each path errs in its own way."""

    def do_POST(self):
        self.rfile.read(int(self.headers["Content-Length"]))
        if self.path == "/late":
            sleep(20)
        self.send_response(302 if self.path == "/elsewhere" else 200)
        if self.path == "/elsewhere":
            self.send_header("Location", f"http://{self.headers['Host']}/ended")
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", "6")
        self.end_headers()
        self.server.asked.append(self.path)
        self.wfile.write(b"<html>")

    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def awry():
    with ThreadingHTTPServer(("127.0.0.1", 0), Awry) as server:
        server.asked, server.daemon_threads, server.block_on_close = [], True, False
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


@pytest.fixture(scope="module")
def other(folder):
    with serving(folder, "--workers", "1") as (address, _):
        yield f"{address}/sparql"


@pytest.fixture(scope="module")
def client(folder, other, awry):
    paths = ("html", "elsewhere", "late")
    allowed = [other, *(f"http://127.0.0.1:{awry.server_port}/{path}" for path in paths)]
    options = [option for url in allowed for option in ("--allow-service", url)]
    with (
        serving(folder, "--workers", "1", "--timeout", "2", *options) as (address, _),
        httpx.Client(base_url=address, timeout=30) as client,
    ):
        yield client


def ask(client, query):
    return client.post("/sparql", data={"query": query})


def test_an_allowed_service_is_called_and_its_rows_are_joined(client, other):
    query = f"SELECT ?label {{ ?e a dg:Country . SERVICE <{other}> {{ ?e rdfs:label ?label }} }} ORDER BY ?label"
    response = ask(client, query)

    assert [row["label"]["value"] for row in response.json()["results"]["bindings"]] == ["Aland", "Borduria"]


def test_another_service_is_refused_and_told_what_is_allowed(client, other, awry):
    for called in (f"<http://127.0.0.1:{awry.server_port}/>", "?other", f"<{other}?>"):
        response = ask(client, f"SELECT * {{ SERVICE {called} {{ ?s ?p ?o }} }}")

        assert response.status_code == 403
        assert f"<{other}>" in response.json()["detail"]
    assert "/" not in awry.asked


@pytest.mark.parametrize(
    ("path", "status", "told"),
    [
        ("html", 502, "Unsupported Content-Type"),
        ("elsewhere", 502, "too many redirects"),
        ("late", 503, "stopped after 2 seconds"),
    ],
)
def test_a_service_that_does_not_answer_as_one_is_told(client, awry, path, status, told):
    response = ask(client, f"ASK {{ SERVICE <http://127.0.0.1:{awry.server_port}/{path}> {{ ?s ?p ?o }} }}")

    assert (response.status_code, told in response.json()["detail"]) == (status, True)
    assert "/ended" not in awry.asked
    assert ask(client, "ASK {}").json()["boolean"] is True


def test_the_description_tells_that_services_may_be_called(client, other):
    told = client.get("/sparql", headers={"Accept": "application/n-triples"}).text

    assert f"<{SD}feature> <{SD}BasicFederatedQuery>" in told
    assert "BasicFederatedQuery" not in httpx.get(other, headers={"Accept": "application/n-triples"}).text


def query(folder, *arguments: str) -> tuple[int, str, str]:
    command = [sys.executable, "-m", "graph", "query", "--data", str(folder), *arguments]
    done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=60)
    return done.returncode, done.stdout, done.stderr


def test_a_query_of_the_command_line_calls_only_what_it_allows(folder, other, awry):
    text = f"SELECT ?label {{ SERVICE <{other}> {{ entity:aland rdfs:label ?label }} }}"
    late = f"http://127.0.0.1:{awry.server_port}/late"
    html = f"http://127.0.0.1:{awry.server_port}/html"
    declared = "PREFIX entity: <https://dragoman.invalid/entity/>\n"

    assert query(folder, declared + text, "--allow-service", other) == (0, "label\nAland\n", "")
    code, _, told = query(folder, text)
    assert (code, "SERVICE is refused" in told) == (1, True)
    code, _, told = query(folder, f"ASK {{ SERVICE <{html}> {{ ?s ?p ?o }} }}", "--allow-service", html)
    assert (code, "a service that the query calls did not answer: " in told) == (1, True)
    code, _, told = query(
        folder, f"ASK {{ SERVICE <{late}> {{ ?s ?p ?o }} }}", "--allow-service", late, "--timeout", "1"
    )
    assert (code, "stopped after 1 seconds" in told) == (1, True)


@pytest.mark.parametrize("address", ["example.org/sparql", "ftp://example.org/", "https://user:word@example.org/", ""])
def test_what_is_no_address_cannot_be_allowed(folder, address):
    code, _, told = query(folder, "ASK {}", "--allow-service", address)

    assert (code, "is no address; write it as https://example.org/sparql" in told) == (1, True)


def test_an_endpoint_calls_services_by_itself(folder, other):
    code, _, told = query(folder, "ASK {}", "--endpoint", other, "--allow-service", other)

    assert (code, "leave --allow-service or --endpoint out" in told) == (1, True)
