"""The dataset for assistants, by the Model Context Protocol over standard input and output: four tools that only read.

Every answer carries its evidence: the sentences that say it, each with its document and its place there.
"""

import json
import re
from argparse import Namespace
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

from pyoxigraph import QueryBoolean, QuerySolutions

from graph.errors import GraphError, QueryError
from graph.options import data_of, services_of, source_of
from graph.sparql.answering import Answering
from graph.sparql.assist import find_hints, limit_rows, point_at
from graph.sparql.citing import By, Citation, Citer, about, between
from graph.sparql.claims import CitedClaim, find_claims
from graph.sparql.paths import find_paths
from graph.sparql.query import Source, check_query, open_store
from graph.sparql.render import parse_answer
from graph.sparql.saved import string_literal
from graph.sparql.search import find_entities
from graph.sparql.store import Store

Json = dict[str, Any]

_MOST = 200  # entities, claims or rows of an answer
_IRI = re.compile(r"[A-Za-z][\w+.-]*:[^\s<>\"{}|^`\\]+")
_ABOUT = """What policy documents say: claims, each tied to the sentence that makes it. A claim is what a text says,
not a fact: tell its speaker, polarity and modality, and quote the sentence. dg:, entity:, rdf:, rdfs: and their like
are declared. A claim has rdf:subject, rdf:predicate, rdf:object, dg:speaker, dg:polarity, dg:modality,
dg:time, dg:place."""


def main_mcp(args: Namespace) -> None:
    """Serve what the command line names until the assistant hangs up; GraphError where `mcp` is not installed."""
    serve_mcp(source_of(args, data_of(args)), timeout=args.timeout, services=services_of(args))


def serve_mcp(source: Source, *, timeout: float, services: frozenset[str] = frozenset()) -> None:
    """Serve a dataset on standard input and output.

    A query of the tool `sparql` may take `timeout` seconds, and may call `services`.
    """
    try:
        from mcp.server import MCPServer
        from mcp.server.mcpserver.exceptions import ToolError
        from mcp_types import ToolAnnotations
    except ImportError as error:
        raise GraphError(
            "the package mcp is not installed; run `.venv/bin/pip install -e '.[mcp]'` in the clone"
        ) from error
    store = open_store(source, services)
    _ = store.prefixes  # an endpoint that does not answer is told now
    server = MCPServer("dragoman", instructions=_ABOUT, log_level="ERROR")
    reads = ToolAnnotations(read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False)
    with Answering(source, timeout, services) as answering:
        tools = Tools(store, answering)

        def told(answer: Json) -> str:
            return json.dumps(answer, ensure_ascii=False, indent=1)

        @server.tool(annotations=reads, structured_output=False)
        def search_entities(text: str, limit: int = 10) -> str:
            """Find entities by a name or a part of one, each with a claim it takes part in and the sentence of that."""
            return told(_or_error(ToolError, lambda: tools.search_entities(text, limit)))

        @server.tool(annotations=reads, structured_output=False)
        def claims_about(entity: str, limit: int = 20) -> str:
            """Find what the documents say about an entity, given by name or IRI: claims with their sentences."""
            return told(_or_error(ToolError, lambda: tools.claims_about(entity, limit)))

        @server.tool(annotations=reads, structured_output=False)
        def path_between(one: str, other: str, longest: int = 4) -> str:
            """Find how two entities are connected: the shortest ways, with the sentences behind each step."""
            return told(_or_error(ToolError, lambda: tools.path_between(one, other, longest)))

        @server.tool(annotations=reads, structured_output=False)
        def sparql(query: str, limit: int = 100) -> str:
            """Answer a SPARQL 1.1 query that reads; citations tell for each row which claims of the evidence it has."""
            return told(_or_error(ToolError, lambda: tools.sparql(query, limit)))

        server.run("stdio")


def _or_error(kind: type[Exception], run: Any) -> Any:
    try:
        return run()
    except GraphError as error:
        raise kind(str(error)) from error


class Tools:
    """What the tools answer, as JSON."""

    def __init__(self, store: Store, answering: Answering) -> None:
        self._store = store
        self._answering = answering

    def search_entities(self, text: str, limit: int) -> Json:
        """Return the entities with such a name, each with one of its claims."""
        found = find_entities(self._store, text, limit=_bounded(limit))
        return {
            "entities": [
                {
                    "iri": one.iri,
                    "label": one.label,
                    "type": one.type,
                    "claims": one.weight,
                    "evidence": _told(find_claims(self._store, about(one.iri), limit=1)),
                }
                for one in found
            ]
        }

    def claims_about(self, entity: str, limit: int) -> Json:
        """Return the claims that an entity takes part in, as subject, object, speaker or place."""
        iri = self._resolve(entity)
        chosen = f"{about(iri)} UNION {{ ?claim dg:speaker <{iri}> }} UNION {{ ?claim dg:place <{iri}> }}"
        total = self._store.select(f"SELECT (COUNT(DISTINCT ?claim) AS ?n) {{ {chosen} }}")[0]["n"]
        claims = _told(find_claims(self._store, chosen, limit=_bounded(limit)))
        return {"entity": iri, "claims_in_all": int(total), "claims": claims}

    def path_between(self, one: str, other: str, longest: int) -> Json:
        """Return the shortest ways between two entities, each step with up to three claims."""
        ends = self._resolve(one), self._resolve(other)
        ways = find_paths(self._store, *ends, longest=min(max(longest, 1), 6))
        steps = {step for way in ways for step in pairwise(way)}
        claims = {step: _told(find_claims(self._store, between(*step), limit=3)) for step in sorted(steps)}
        return {
            "from": ends[0],
            "to": ends[1],
            "paths": [{"entities": way, "steps": [{"claims": claims[step]} for step in pairwise(way)]} for way in ways],
        }

    def sparql(self, query: str, limit: int) -> Json:
        """Return the answer, the claims behind it, and by row which; QueryError, with a caret, for a wrong query."""
        try:
            check_query(self._store, query)
            answer = self._answering.ask(limit_rows(query, _bounded(limit)))
        except QueryError as error:
            raise QueryError(point_at(query, error)) from error
        citer = Citer(self._store, query)
        found = parse_answer(answer.body, answer.form)
        if isinstance(found, QueryBoolean):
            told: Json = {"boolean": bool(found)}
            citations = [citer.cite_query()]
        elif isinstance(found, QuerySolutions):
            names = [variable.value for variable in found.variables]
            solutions = list(found)
            citations = citer.cite([tuple(solution) for solution in solutions])
            bound = [[(name, term) for name in names if (term := row[name]) is not None] for row in solutions]
            rows = [{name: getattr(term, "value", str(term)) for name, term in row} for row in bound]
            told = {"variables": names, "rows": rows}
        else:
            triples = list(found)
            citations = citer.cite([(triple.subject, triple.predicate, triple.object) for triple in triples])
            told = {"triples": answer.body.decode()}
        cited = [{"by": str(each.by), "claims": list(each.claims)} for each in citations]
        hints = [*find_hints(self._store, query), *_uncited(citations)]
        return told | {"citations": cited, "evidence": _told(citer.cited), "hints": hints}

    def _expand(self, name: str) -> str:
        return self._store.prefixes["entity"] + name.partition(":")[2]

    def _resolve(self, entity: str) -> str:
        """Return the IRI of an entity given by IRI, prefixed name, label or alias; QueryError where there is none."""
        text = entity.strip().strip("<>")
        if text.startswith("entity:"):
            text = self._expand(text)
        if _IRI.fullmatch(text) and self._store.query(f"ASK {{ <{text}> rdfs:label ?label }}"):
            return text
        literal = string_literal(text)
        named = f"{{ ?e rdfs:label {literal} }} UNION {{ ?e skos:altLabel {literal} }}"
        exact = self._store.select(f"SELECT ?e {{ {named} ?e dg:weight ?w }} ORDER BY DESC(?w) LIMIT 1")
        if exact:
            return exact[0]["e"]
        near = find_entities(self._store, text, limit=5)
        if len(near) == 1:
            return near[0].iri
        meant = f"did you mean {', '.join(one.label for one in near)}?" if near else "find names with search_entities"
        raise QueryError(f"nothing in the graph is called {entity!r}; {meant}")


def _told(claims: Iterable[CitedClaim]) -> list[Json]:
    """Return claims as an assistant reads them, each once, with all of its evidence."""
    found: dict[str, Json] = {}
    for claim in claims:
        told = found.setdefault(claim.claim, _head(claim))
        told["evidence"].append(
            {
                "sentence": claim.quote,
                "document": claim.title or claim.document,
                "document_iri": claim.document,
                "characters": [claim.start, claim.end],
                **({"detail": claim.detail} if claim.detail else {}),
            }
        )
    return list(found.values())


def _head(claim: CitedClaim) -> Json:
    return {
        "claim": claim.claim,
        "subject": claim.subject_label,
        "relation": claim.relation_label,
        "object": claim.object_label,
        "polarity": claim.polarity.lower(),
        "modality": claim.modality.lower(),
        "speaker": claim.speaker_label,
        "speaker_is_named": claim.attributed == "Named",
        "confidence": claim.confidence,
        **{name: list(values) for name, values in claim.qualifiers.items()},
        "evidence": [],
    }


def _uncited(citations: list[Citation]) -> Iterator[str]:
    """Yield what an assistant must know of rows that no sentence is cited for."""
    bare = sum(citation.by is By.NONE for citation in citations)
    if bare:
        where = "" if bare == len(citations) else f" for {bare} of {len(citations)} rows"
        yield f"no sentence cited{where}: no claim is named there, and none links the entities; add ?claim"
    left = sum(citation.by is By.UNSOUGHT for citation in citations)
    if left:
        yield f"sentences were looked up for the first {len(citations) - left} rows only; ask for fewer rows"


def _bounded(limit: int) -> int:
    return min(max(limit, 1), _MOST)
