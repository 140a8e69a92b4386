"""A dataset behind a SPARQL 1.1 endpoint, asked over HTTP as any other store is.

Queries go form-encoded with an explicit Accept, which is what every engine understands (some hang on a query sent as
the body, and some answer with HTML where nothing is asked for). A body that is no answer is an error, never an empty
answer.
"""

import netrc
import os
import re
import weakref
from collections.abc import Generator, Iterable
from dataclasses import dataclass
from time import monotonic
from urllib.parse import urlsplit

import httpx
import pyoxigraph
from pyoxigraph import Quad, QueryBoolean, QueryResultsFormat, QuerySolutions, QueryTriples, RdfFormat, parse
from pyoxigraph import parse_query_results as parse_results

from graph.errors import AwayError, QueryError, StoreError
from graph.sparql.screen import find_tokens
from graph.sparql.store import Graphs, Raw, Store

USER, PASSWORD = "DRAGOMAN_USER", "DRAGOMAN_PASSWORD"

_ROWS = {
    "application/sparql-results+json": QueryResultsFormat.JSON,
    "application/json": QueryResultsFormat.JSON,
    "application/sparql-results+xml": QueryResultsFormat.XML,
    "application/xml": QueryResultsFormat.XML,
}
_TRIPLES = {
    "application/n-triples": RdfFormat.N_TRIPLES,
    "text/plain": RdfFormat.N_TRIPLES,  # its older name
    "text/ntriples": RdfFormat.N_TRIPLES,
    "text/turtle": RdfFormat.TURTLE,
    "application/rdf+xml": RdfFormat.RDF_XML,
}
_ACCEPT_ROWS = "application/sparql-results+json, application/sparql-results+xml;q=0.5"
_ACCEPT_TRIPLES = "application/n-triples, text/turtle;q=0.8, application/rdf+xml;q=0.5"
_ACCESS = f"set {USER} and {PASSWORD} in the environment, or put them in ~/.netrc"


@dataclass(frozen=True, slots=True, kw_only=True)
class Remote:
    """A SPARQL endpoint: its address, the named graph that holds the dataset (None: its default graph), and seconds."""

    url: str
    graph: str | None = None
    timeout: float = 60.0

    def __post_init__(self) -> None:
        if self.graph is not None:
            try:
                pyoxigraph.NamedNode(self.graph)
            except ValueError as error:
                raise StoreError(f"{self.graph!r} names no graph ({error}); give an absolute IRI") from error

    def __str__(self) -> str:
        """Return how a message names it."""
        return self.url


class RemoteStore(Store):
    """The triples that a SPARQL endpoint holds."""

    def __init__(self, remote: Remote) -> None:
        self.remote = remote
        self._client = open_client(remote)
        weakref.finalize(self, self._client.close)

    def __len__(self) -> int:
        rows = self.ask("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", names={}, base=None, graphs=None)
        return int(next(row["n"].value for row in rows)) if isinstance(rows, QuerySolutions) else 0

    def ask(self, text: str, *, names: dict[str, str], base: str | None, graphs: Graphs | None) -> Raw:
        """Return the endpoint's answer, complete and read to its end.

        Raises SyntaxError for what is no SPARQL 1.1, before anything is sent; StoreError where the endpoint does not
        answer, QueryError where it does not accept the query.
        """
        kind = type(pyoxigraph.Store().query(text, prefixes=names, base_iri=base))
        wanted = _ACCEPT_TRIPLES if kind is QueryTriples else _ACCEPT_ROWS
        if graphs is None and self.remote.graph is not None:
            graphs = Graphs(default=(self.remote.graph,))
        fields: dict[str, str | list[str]] = {"query": _declare(text, names, base)}
        if graphs is not None:
            fields |= {"default-graph-uri": list(graphs.default), "named-graph-uri": list(graphs.named)}
        media_type, body = post_form(self._client, self.remote, self.remote.url, fields, accept=wanted)
        return _read_answer(self.remote, media_type, body, kind)


def open_client(remote: Remote) -> httpx.Client:
    """Return an HTTP client for an endpoint; StoreError for an address that is none, or that tells a password."""
    parts = urlsplit(remote.url)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise StoreError(f"{remote.url}: no address of an endpoint; write it as https://example.org/sparql")
    if parts.username or parts.password:
        raise StoreError(f"{parts.hostname}: a password in an address ends up in logs; {_ACCESS}")
    access = _find_access(parts.hostname)
    auth = _Challenged(*access) if access else None
    limit = httpx.Timeout(remote.timeout, connect=min(10.0, remote.timeout))
    # without TLS no certificates need be loaded, which takes longer than a query
    return httpx.Client(auth=auth, timeout=limit, verify=parts.scheme == "https")


def post_form(
    client: httpx.Client, remote: Remote, url: str, fields: dict[str, str | list[str]], *, accept: str
) -> tuple[str, bytes]:
    """Return media type and body of the answer to a form, complete.

    Raises StoreError where there is none, QueryError where the endpoint says that the query is at fault.
    """
    end = monotonic() + remote.timeout
    body = bytearray()
    try:
        with client.stream("POST", url, data=fields, headers={"Accept": accept}) as response:
            for chunk in response.iter_bytes():
                body += chunk
                if monotonic() > end:
                    raise httpx.ReadTimeout("")
    except httpx.TimeoutException as error:
        raise AwayError(
            f"{url}: no answer within {remote.timeout:g} seconds; ask for less, or give more time with --timeout"
        ) from error
    except httpx.ConnectError as error:
        raise AwayError(f"{url}: does not answer ({error}); is the server running, and the address right?") from error
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        reason = str(error) or type(error).__name__
        raise AwayError(f"{url}: the connection broke off ({reason}); try again") from error
    if not response.is_success:
        raise _explain(url, response, bytes(body), has_access=client.auth is not None)
    return response.headers.get("Content-Type", "").partition(";")[0].strip().lower(), bytes(body)


def _explain(url: str, response: httpx.Response, body: bytes, *, has_access: bool) -> StoreError | QueryError:
    status, told = response.status_code, _first_words(body, response.headers.get("Content-Type", ""))
    if status in {401, 407} and has_access:
        return StoreError(f"{url}: refuses these credentials ({status}); check {USER} and {PASSWORD}, or ~/.netrc")
    if status in {401, 407}:
        return StoreError(f"{url}: asks for credentials ({status}); {_ACCESS}")
    if response.is_redirect:
        return StoreError(f"{url}: has moved to {response.headers.get('Location')}; give that address")
    if status == 400:
        return QueryError(f"{url} does not accept this: {told or 'it does not say why'}")
    kind = AwayError if status >= 500 else StoreError
    return kind(f"{url}: {status} {response.reason_phrase}{': ' if told else ''}{told}")


def _first_words(body: bytes, content_type: str) -> str:
    text = body.decode("utf-8", errors="replace")
    if "problem+json" in content_type:
        found = re.search(r'"detail":\s*"((?:[^"\\]|\\.)*)"', text)
        text = found[1] if found else text
    if "html" in content_type:
        text = re.sub(r"<[^>]*>", " ", re.sub(r"(?s)<(head|script|style).*?</\1>", " ", text))
    words = " ".join(text.split())
    return words if len(words) <= 300 else words[:300].rstrip() + "…"


def _read_answer(remote: Remote, media_type: str, body: bytes, kind: type[Raw]) -> Raw:
    """Return a body as what an embedded store would have given; StoreError where it is none."""
    try:
        if kind is QueryTriples:
            return _as_result(quad for quad in parse(body, format=_TRIPLES[media_type]))
        form = _ROWS[media_type]
        if kind is QueryBoolean and b"__ASK_RETVAL" in body:  # Virtuoso's way to say yes or no
            return _yes_or_no(body, form)
        _read_to_the_end(body, form)  # a cut answer must not pass for a short one
        answer = parse_results(body, format=form)
    except KeyError as error:
        told = f"answers with {media_type or 'no type'}, which is no SPARQL result"
        raise StoreError(f"{remote.url}: {told}; is this the address of its query endpoint?") from error
    except (SyntaxError, ValueError) as error:
        reason = " ".join(str(error).split())
        raise StoreError(f"{remote.url}: its answer is damaged or cut short ({reason}); try again") from error
    if type(answer) is not kind:
        del answer
        raise StoreError(f"{remote.url}: answers another kind of query than it was asked; is it a SPARQL endpoint?")
    return answer


def _yes_or_no(body: bytes, form: QueryResultsFormat) -> Raw:
    told = parse_results(body, format=form)
    yes = isinstance(told, QuerySolutions) and [row[0].value for row in told] == ["1"]
    return parse_results(b'{"head": {}, "boolean": %s}' % str(yes).lower().encode(), format=QueryResultsFormat.JSON)


def _read_to_the_end(body: bytes, form: QueryResultsFormat) -> None:
    answer = parse_results(body, format=form)
    try:
        for _ in answer if isinstance(answer, QuerySolutions) else ():
            pass
    finally:  # an error keeps this frame alive, and an answer must not end in another thread than its own
        del answer


def _as_result(quads: Iterable[Quad]) -> QueryTriples:
    store = pyoxigraph.Store()
    store.extend(quads)
    found = store.query("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }")
    if not isinstance(found, QueryTriples):
        raise TypeError("not a CONSTRUCT query")
    return found


def _declare(text: str, names: dict[str, str], base: str | None) -> str:
    """Return the query with the prefixes and the base that it uses declared before it, on its first line."""
    tokens = list(find_tokens(text))
    used = dict.fromkeys(token.prefix for token in tokens if token.kind == "name" and token.prefix in names)
    relative = base is not None and any(token.kind == "iri" and ":" not in token.text for token in tokens)
    head = [f"BASE <{base}> "] * relative + [f"PREFIX {prefix}: <{names[prefix]}> " for prefix in used]
    return "".join(head) + text


def _find_access(host: str) -> tuple[str, str] | None:
    user, password = os.environ.get(USER), os.environ.get(PASSWORD)
    if user is not None and password is not None:
        return user, password
    try:
        found = netrc.netrc(os.environ.get("NETRC")).authenticators(host)
    except OSError:
        return None
    except netrc.NetrcParseError as error:
        raise StoreError(f"{error.filename}, line {error.lineno}: {error.msg}; correct it") from error
    return (found[0], found[2]) if found else None


class _Challenged(httpx.Auth):
    """Sends credentials only when asked for them, and by Digest where that is offered."""

    def __init__(self, user: str, password: str) -> None:
        self._access = (user, password)
        self._chosen: httpx.Auth | None = None

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        """Yield the request, and again with what the challenge asks for."""
        if self._chosen is None:
            response = yield request
            if response.status_code != 401:
                return
            offered = " ".join(response.headers.get_list("WWW-Authenticate")).lower()
            if "digest" in offered:
                self._chosen = httpx.DigestAuth(*self._access)
                flow = self._chosen.auth_flow(request)
                next(flow)  # the request without credentials, which has had its answer
                yield flow.send(response)
                return
            self._chosen = httpx.BasicAuth(*self._access)
        yield from self._chosen.auth_flow(request)
