"""SPARQL 1.1 Protocol, section 2: what a request asks for, and what is told where it cannot be answered. No I/O."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from urllib.parse import parse_qs

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from graph.rdf.names import RDF, XSD
from graph.sparql.form import read_pairs
from graph.sparql.messages import Answer, Outcome
from graph.sparql.negotiate import GRAPH_OFFERS, PROBLEM_OFFERS, RESULT_OFFERS, choose_offer
from graph.sparql.store import Graphs

FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
UPDATE = "application/sparql-update"
RETRY_SECONDS = 5

_SD = "http://www.w3.org/ns/sparql-service-description#"
_VOID = "http://rdfs.org/ns/void#"
_FORMATS = "http://www.w3.org/ns/formats/"
_FORMAT_NAMES = (
    *("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV"),
    *("Turtle", "N-Triples", "JSON-LD", "RDF_XML"),
)
_READ_ONLY = "this endpoint only reads; use SELECT, ASK, CONSTRUCT or DESCRIBE"


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """The parts of an HTTP request that the protocol reads."""

    method: str
    parameters: str  # the query string
    content_type: str = ""
    body: bytes = b""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The query of a request, and the dataset it names, if it names one."""

    text: str
    graphs: Graphs | None = None


@dataclass(slots=True)
class ProblemError(Exception):
    """A request that is not answered: its status, why, and headers that go with it."""

    status: int
    detail: str
    headers: Mapping[str, str] = field(default_factory=dict)


def read_query(request: Request) -> Asked | None:
    """Return what a request asks, or None for a GET that asks for the service description (section 2.1).

    Raises ProblemError: 400, 403 for an update, 415 for a body of another type.
    """
    given = _read_pairs(request.parameters)
    queries = []
    if request.method == "POST":
        if _bare_type(request.content_type) == UPDATE:
            raise ProblemError(HTTPStatus.FORBIDDEN, _READ_ONLY)
        media_type = _media_type(request.content_type)
        if media_type == FORM:
            given += _read_pairs(_decode(request.body))
        elif media_type == QUERY:
            queries.append(_decode(request.body))
        else:
            detail = f"a query comes as {QUERY} or as {FORM}, in UTF-8"
            raise ProblemError(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, detail, {"Accept-Post": f"{QUERY}, {FORM}"})
    names = {name for name, _ in given}
    if "update" in names:
        raise ProblemError(HTTPStatus.FORBIDDEN, _READ_ONLY)
    queries += [value for name, value in given if name == "query"]
    if len(queries) > 1:
        raise ProblemError(HTTPStatus.BAD_REQUEST, f"{len(queries)} queries in one request; send one")
    if not queries and request.method == "POST":
        raise ProblemError(HTTPStatus.BAD_REQUEST, "no query in the form; send it as the parameter 'query'")
    return Asked(text=queries[0], graphs=_read_graphs(given)) if queries else None


def read_graph(parameters: str) -> str | None:
    """Return the IRI of the graph that a query string names, None for the default graph (Graph Store, section 4.2).

    Raises ProblemError where it names none, or more than one.
    """
    given = parse_qs(parameters, keep_blank_values=True)
    names = given.get("graph", [])
    if len(names) + ("default" in given) != 1:
        raise ProblemError(HTTPStatus.BAD_REQUEST, "ask for one graph: /graph?default, or /graph?graph=IRI")
    return _absolute_iri("graph", names[0]) if names else None


def explain_answer(answer: Answer, *, timeout: float, max_bytes: int, ready: bool) -> ProblemError:
    """Return the problem that stands for an answer without a body (section 2.1.7 for 400 and 500)."""
    later = {"Retry-After": str(RETRY_SECONDS)}
    unavailable = HTTPStatus.SERVICE_UNAVAILABLE
    match answer.outcome:
        case Outcome.WRONG:
            return ProblemError(HTTPStatus.BAD_REQUEST, answer.message)
        case Outcome.REFUSED:
            return ProblemError(HTTPStatus.FORBIDDEN, answer.message)
        case Outcome.UNFIT:
            offers = GRAPH_OFFERS if answer.form == "construct" else RESULT_OFFERS
            told = answer.message or f"this answer comes as {', '.join(offer.media_type for offer in offers)}"
            return ProblemError(HTTPStatus.NOT_ACCEPTABLE, told)
        case Outcome.CUT_OFF:
            return ProblemError(HTTPStatus.BAD_GATEWAY, answer.message)
        case Outcome.TOO_LARGE:
            told = f"the answer is longer than {max_bytes:,} bytes; add a LIMIT, or ask for less"
            return ProblemError(HTTPStatus.INTERNAL_SERVER_ERROR, told)
        case Outcome.TOO_SLOW:
            told = f"the query was stopped after {timeout:g} seconds; add a LIMIT, or ask for less"
            return ProblemError(unavailable, told, later)
        case Outcome.STOPPED:
            return ProblemError(unavailable, "the server is being stopped", later)
        case Outcome.BUSY:
            told = "all workers are busy; ask again in a while" if ready else "the dataset is still being loaded"
            return ProblemError(unavailable, told, later)
        case _:
            told = "the query took more memory than one may have, or a mistake of ours; ask for less"
            return ProblemError(HTTPStatus.INTERNAL_SERVER_ERROR, told)


def render_problem(problem: ProblemError, accept: str | None) -> tuple[str, bytes]:
    """Return Content-Type and body that tell a problem: as RFC 7807, or as plain text where that is preferred."""
    offer = choose_offer(accept, PROBLEM_OFFERS) or PROBLEM_OFFERS[0]
    if offer.form == "text":
        return offer.content_type, f"{problem.detail}\n".encode()
    status = HTTPStatus(problem.status)
    told: dict[str, object] = {"title": status.phrase, "status": status.value, "detail": problem.detail}
    place = re.match(r"line (\d+), column (\d+): ", problem.detail)
    if place:
        told |= {"line": int(place[1]), "column": int(place[2])}
    return offer.content_type, json.dumps(told, ensure_ascii=False).encode()


def make_service_description(endpoint: str, *, triples: int | None, federated: bool = False) -> list[Triple]:
    """Return what the endpoint at this address is and can (SPARQL 1.1 Service Description, section 3).

    It is `federated` where queries may call other services.
    """
    service, dataset, default = BlankNode("service"), BlankNode("dataset"), BlankNode("graph")
    told = [
        Triple(service, NamedNode(RDF + "type"), NamedNode(_SD + "Service")),
        Triple(service, NamedNode(_SD + "endpoint"), NamedNode(endpoint)),
        Triple(service, NamedNode(_SD + "supportedLanguage"), NamedNode(_SD + "SPARQL11Query")),
        *(Triple(service, NamedNode(_SD + "resultFormat"), NamedNode(_FORMATS + name)) for name in _FORMAT_NAMES),
        Triple(service, NamedNode(_SD + "defaultDataset"), dataset),
        Triple(dataset, NamedNode(RDF + "type"), NamedNode(_SD + "Dataset")),
        Triple(dataset, NamedNode(_SD + "defaultGraph"), default),
        Triple(default, NamedNode(RDF + "type"), NamedNode(_SD + "Graph")),
    ]
    if federated:
        told.append(Triple(service, NamedNode(_SD + "feature"), NamedNode(_SD + "BasicFederatedQuery")))
    if triples is not None:
        count = Literal(str(triples), datatype=NamedNode(XSD + "integer"))
        told.append(Triple(dataset, NamedNode(_VOID + "triples"), count))
    return told


def _read_graphs(given: list[tuple[str, str]]) -> Graphs | None:
    """Return the dataset of section 2.1.4, None where the request names none."""
    names: dict[str, list[str]] = {"default-graph-uri": [], "named-graph-uri": []}
    for parameter, value in given:
        if parameter in names:
            names[parameter].append(_absolute_iri(parameter, value))
    default, named = (tuple(dict.fromkeys(found)) for found in names.values())
    return Graphs(default=default, named=named) if default or named else None


def _absolute_iri(parameter: str, value: str) -> str:
    try:
        return NamedNode(value).value
    except ValueError as error:
        told = f"{parameter} {value[:80]!r} is no absolute IRI ({error}); name a graph by its IRI"
        raise ProblemError(HTTPStatus.BAD_REQUEST, told) from error


def _read_pairs(text: str) -> list[tuple[str, str]]:
    try:
        return read_pairs(text, most=100)
    except UnicodeDecodeError as error:
        raise ProblemError(HTTPStatus.BAD_REQUEST, "a parameter is not UTF-8; encode it so") from error
    except ValueError as error:
        raise ProblemError(HTTPStatus.BAD_REQUEST, "more than 100 parameters; send the query alone") from error


def _decode(body: bytes) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        told = f"the body is not UTF-8 at byte {error.start}; encode it so"
        raise ProblemError(HTTPStatus.BAD_REQUEST, told) from error


def _media_type(content_type: str) -> str:
    """Return the type without its parameters; empty where it names another charset than UTF-8."""
    _, _, parameters = content_type.partition(";")
    charset = re.search(r"charset\s*=\s*\"?([^\s;\"]+)", parameters, re.IGNORECASE)
    if charset and charset[1].lower() not in {"utf-8", "utf8", "us-ascii"}:
        return ""
    return _bare_type(content_type)


def _bare_type(content_type: str) -> str:
    return content_type.partition(";")[0].strip().lower()
