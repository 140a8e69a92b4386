"""The dataset over HTTP: queries (SPARQL 1.1 Protocol), the whole graph (Graph Store Protocol), and each thing's IRI.

Answers are complete before the first byte is sent, so none is cut short behind a status that says all is well.
"""

import asyncio
import re
from dataclasses import dataclass
from hashlib import sha256
from http import HTTPStatus
from io import BytesIO
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect
from starlette.requests import Request as HttpRequest
from starlette.responses import FileResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from graph.errors import QueryError
from graph.rdf.files import read_triples
from graph.rdf.names import MINTED
from graph.sparql.messages import Answer, Outcome, Question
from graph.sparql.negotiate import GRAPH_OFFERS, PAGE_OFFER, RESULT_OFFERS, Offer, choose_for_query, choose_offer
from graph.sparql.pool import Pool
from graph.sparql.protocol import (
    ProblemError,
    Request,
    explain_answer,
    make_service_description,
    read_graph,
    read_query,
    render_problem,
)
from graph.sparql.render import write_graph
from graph.sparql.reply import compressing, header_of, make_reply
from graph.sparql.store import Graphs
from graph.sparql.watch import Watch

_LONGEST_REQUEST = 1 << 20  # bytes; no query that a person writes comes near
_CLIENT_GONE = 499  # nobody reads it but the log and the count of requests
_VARY = {"Vary": "Accept"}
_EVERYTHING = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How long a query may take, in seconds, and how long its answer may be, in bytes."""

    timeout: float
    max_bytes: int


class Endpoint:
    """Answers requests from a pool of workers, and a whole graph from the file of record where there is one.

    `scratch` is a folder for converted files.
    """

    def __init__(self, pool: Pool, *, record: Path | None, scratch: Path, limits: Limits) -> None:
        self._pool = pool
        self._record = record
        self._scratch = scratch
        self._limits = limits
        self._converting = asyncio.Lock()
        self._watch = Watch()

    def routes(self) -> list[Route]:
        """Return the routes of queries, of the graph, and of every kind of thing that has an IRI of ours."""
        return [
            Route("/sparql", self.answer_sparql, methods=["GET", "POST", "OPTIONS"]),
            Route("/graph", self.answer_graph, methods=["GET", "OPTIONS"]),
            *(Route(f"/{kind}/{{name:path}}", self.answer_thing, methods=["GET", "OPTIONS"]) for kind in MINTED),
        ]

    async def answer_sparql(self, request: HttpRequest) -> Response:
        """Return the answer to a query, or the service description (SPARQL 1.1 Protocol, section 2.1)."""
        if request.method == "OPTIONS":
            return _allow("GET, HEAD, OPTIONS, POST")
        asked = Request(
            method=request.method,
            parameters=request.scope["query_string"].decode("latin-1"),
            content_type=header_of(request.scope, b"content-type") or "",
            body=await _read_body(request) if request.method == "POST" else b"",
        )
        asked_for = read_query(asked)
        if asked_for is None:
            return await self._describe(request)
        rows, triples = choose_for_query(header_of(request.scope, b"accept"))
        if rows is None and triples is None:
            raise _unacceptable(*RESULT_OFFERS, *GRAPH_OFFERS)
        answer = await self._ask(
            request, asked_for.text, rows=_form(rows), triples=_form(triples), graphs=asked_for.graphs
        )
        chosen = next(offer for offer in (rows, triples) if offer is not None and offer.form == answer.form)
        return await make_reply(request.scope, answer.body, chosen.content_type)

    async def answer_straight(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request of queries as an ASGI application, which compresses, and tells its problems, itself."""
        request = HttpRequest(scope, receive, send)
        response: ASGIApp
        try:
            response = await self.answer_sparql(request)
        except (ProblemError, HTTPException) as error:
            response = compressing(answer_problem(request, error))
        await response(scope, receive, send)

    async def answer_graph(self, request: HttpRequest) -> Response:
        """Return the whole graph (SPARQL 1.1 Graph Store HTTP Protocol, sections 4.2 and 5.2)."""
        if request.method == "OPTIONS":
            return _allow("GET, HEAD, OPTIONS")
        graph = read_graph(request.url.query)
        if graph is not None:
            known = await self._ask(request, f"ASK {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}", rows="csv", triples=None)
            if known.body != b"true":
                raise ProblemError(HTTPStatus.NOT_FOUND, f"there is no graph {graph}; see /graph?default")
        offer = choose_offer(request.headers.get("Accept"), GRAPH_OFFERS)
        if offer is None:
            raise _unacceptable(*GRAPH_OFFERS)
        if self._record is None:
            graphs = Graphs(default=(graph,)) if graph else None
            answer = await self._ask(request, _EVERYTHING, rows=None, triples=offer.form, graphs=graphs)
            return Response(answer.body, headers={"Content-Type": offer.content_type} | _VARY)
        async with self._converting:
            try:
                file = await asyncio.to_thread(self._make_file, self._record, offer.form, graph)
            except QueryError as error:
                raise ProblemError(HTTPStatus.NOT_ACCEPTABLE, str(error)) from error
        return FileResponse(file, headers={"Content-Type": offer.content_type} | _VARY)

    async def answer_thing(self, request: HttpRequest) -> Response:
        """Return what the graph says of one thing, of an entity also its claims; a browser is sent to the page."""
        if request.method == "OPTIONS":
            return _allow("GET, HEAD, OPTIONS")
        path = _minted_path(request)
        offer = choose_offer(request.headers.get("Accept"), (*GRAPH_OFFERS, PAGE_OFFER))
        if offer is None:
            raise _unacceptable(*GRAPH_OFFERS, PAGE_OFFER)
        if self._pool.ready is None:
            raise self._explain(Answer(outcome=Outcome.BUSY))
        iri = f"<{self._pool.ready.prefixes['entity'].removesuffix('entity/')}{path}>"
        known = await self._ask(request, f"ASK {{ {iri} ?property ?value }}", rows="csv", triples=None)
        if known.body != b"true":
            raise ProblemError(HTTPStatus.NOT_FOUND, f"the graph has no {path}")
        if offer is PAGE_OFFER:
            place = f"/#e={path}" if path.startswith("entity/") else "/"
            return RedirectResponse(place, status_code=HTTPStatus.SEE_OTHER, headers=_VARY)
        text = f"CONSTRUCT {{ {iri} ?property ?value }} WHERE {{ {iri} ?property ?value }}"
        if path.startswith("entity/"):
            text = (
                f"CONSTRUCT {{ {iri} ?property ?value . ?claim ?told ?of }} WHERE {{ {{ {iri} ?property ?value }}"
                f" UNION {{ ?claim rdf:subject {iri} ; ?told ?of }} UNION {{ ?claim rdf:object {iri} ; ?told ?of }} }}"
            )
        answer = await self._ask(request, text, rows=None, triples=offer.form)
        return Response(answer.body, headers={"Content-Type": offer.content_type} | _VARY)

    async def _describe(self, request: HttpRequest) -> Response:
        offer = choose_offer(request.headers.get("Accept"), GRAPH_OFFERS)
        if offer is None:
            raise _unacceptable(*GRAPH_OFFERS)
        triples = self._pool.ready.triples if self._pool.ready else None
        told = make_service_description(
            f"{request.base_url}sparql", triples=triples, federated=bool(self._pool.services)
        )
        target = BytesIO()
        namespaces = {"sd": "http://www.w3.org/ns/sparql-service-description#"}
        write_graph(told, offer.form, target, prefixes=namespaces)
        return await make_reply(request.scope, target.getvalue(), offer.content_type)

    async def _ask(
        self, request: HttpRequest, text: str, *, rows: str | None, triples: str | None, graphs: Graphs | None = None
    ) -> Answer:
        """Return a complete answer; a client that goes away meanwhile has its query stopped."""
        limit = self._limits.max_bytes
        question = Question(text=text, rows=rows, triples=triples, graphs=graphs, max_bytes=limit)
        answering = self._pool.ask(question)
        self._watch.begin(answering, request.receive)
        try:
            answer = await answering
        except asyncio.CancelledError as error:
            if (task := asyncio.current_task()) is not None and task.cancelling():
                raise
            raise HTTPException(_CLIENT_GONE, "the client has gone") from error
        finally:
            self._watch.end(answering)
        if answer.outcome is not Outcome.ANSWERED:
            raise self._explain(answer)
        return answer

    def _explain(self, answer: Answer) -> ProblemError:
        limits = self._limits
        ready = self._pool.ready is not None
        return explain_answer(answer, timeout=limits.timeout, max_bytes=limits.max_bytes, ready=ready)

    def _make_file(self, record: Path, form: str, graph: str | None) -> Path:
        """Return a file of one graph, whole: one that the build wrote, else one converted from the record."""
        written = record.with_suffix(f".{form}")
        if form in {"nt", "ttl"} and graph is None and record.suffix in {".nt", ".ttl"} and written.is_file():
            return written
        name = f"graph-{sha256(graph.encode()).hexdigest()[:16]}" if graph else "graph"
        made = self._scratch / f"{name}.{form}"
        if not made.exists() or made.stat().st_mtime_ns < record.stat().st_mtime_ns:
            draft = made.with_suffix(".part")
            with draft.open("wb") as target:
                write_graph(read_triples(record, graph=graph), form, target, prefixes={})
            draft.replace(made)
        return made


def answer_problem(request: HttpRequest, error: Exception) -> Response:
    """Return the response that tells a ProblemError or an HTTPException of Starlette's own (RFC 7807)."""
    if isinstance(error, HTTPException):
        if error.status_code == _CLIENT_GONE:
            return Response(status_code=_CLIENT_GONE)
        error = _in_our_words(request, error)
    if not isinstance(error, ProblemError):
        raise error
    content_type, body = render_problem(error, request.headers.get("Accept"))
    return Response(body, status_code=error.status, headers={**error.headers, "Content-Type": content_type} | _VARY)


def _in_our_words(request: HttpRequest, error: HTTPException) -> ProblemError:
    headers = dict(error.headers or {})
    if error.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
        headers["Allow"] = ", ".join(sorted(headers["Allow"].split(", ")))
        return ProblemError(error.status_code, f"{request.method} is not done here; use {headers['Allow']}", headers)
    if error.status_code == HTTPStatus.NOT_FOUND:
        told = "nothing is served here; see /, /sparql, /graph?default and /entity/NAME"
        return ProblemError(error.status_code, told, headers)
    return ProblemError(error.status_code, error.detail, headers)


def _form(offer: Offer | None) -> str | None:
    return offer.form if offer is not None else None


def _allow(methods: str) -> Response:
    return Response(status_code=HTTPStatus.NO_CONTENT, headers={"Allow": methods})


def _unacceptable(*offers: Offer) -> ProblemError:
    types = ", ".join(dict.fromkeys(offer.media_type for offer in offers))
    return ProblemError(HTTPStatus.NOT_ACCEPTABLE, f"the Accept header takes none of {types}")


def _minted_path(request: HttpRequest) -> str:
    """Return "entity/NAME" and its like as the IRI has it: encoded, with capital hexadecimal digits."""
    path = request.scope["raw_path"].decode("ascii", errors="replace").lstrip("/")
    if not re.fullmatch(r"\w+/(?:[\w.~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})+", path, re.ASCII):
        raise ProblemError(HTTPStatus.NOT_FOUND, "no thing in the graph can have this name")
    return re.sub(r"%..", lambda escape: escape[0].upper(), path)


async def _read_body(request: HttpRequest) -> bytes:
    body = bytearray()
    try:
        async for chunk in request.stream():
            body += chunk
            if len(body) > _LONGEST_REQUEST:
                told = f"the request is longer than {_LONGEST_REQUEST:,} bytes; send a shorter query"
                raise ProblemError(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, told, {"Connection": "close"})
    except ClientDisconnect as error:
        raise HTTPException(_CLIENT_GONE, "the client has gone") from error
    return bytes(body)
