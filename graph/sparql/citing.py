"""The claims behind the rows of an answer: those that a row names, else those that link the entities it names.

A row may name an entity by its IRI or by its label. What is looked up is bounded, whatever the answer.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from typing import TypeGuard

from pyoxigraph import Literal, NamedNode

from graph.rdf.names import DG, XSD
from graph.sparql.claims import CitedClaim, find_claims
from graph.sparql.saved import string_literal
from graph.sparql.screen import find_tokens
from graph.sparql.store import Store

Row = Sequence[object]  # the terms that a solution binds, or those of a triple

_ROWS = 40  # of an answer, that claims are looked up for
_PAIRS = 6  # of the entities of one row
_CLAIMS = 2  # of each pair, or of an entity alone


class By(StrEnum):
    """How claims belong to a row."""

    NAMED = "the row names the claim"
    BETWEEN = "the claim links entities of the row"
    ABOUT = "the claim is about the only entity of the row"
    NONE = "no sentence cited: add ?claim"
    UNSOUGHT = "not looked up: ask for fewer rows"


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """The claims behind one row, by their IRIs, and how they belong to it."""

    by: By
    claims: tuple[str, ...] = ()


def about(iri: str) -> str:
    """Return the pattern of the claims that an entity is subject or object of."""
    return f"{{ ?claim rdf:subject <{iri}> }} UNION {{ ?claim rdf:object <{iri}> }}"


def between(one: str, other: str) -> str:
    """Return the pattern of the claims that link two entities, whichever of them is the subject."""
    there = f"{{ ?claim rdf:subject <{one}> ; rdf:object <{other}> }}"
    return f"{there} UNION {{ ?claim rdf:subject <{other}> ; rdf:object <{one}> }}"


class Citer:
    """Finds the claims behind the answer to a query; `cited` has all that were found, each with its evidence."""

    def __init__(self, store: Store, query: str) -> None:
        self.cited: list[CitedClaim] = []
        self._store = store
        self._named = list(_named_in(query, store.prefixes))
        self._known: dict[str, tuple[str, ...]] = {}

    def cite(self, rows: Sequence[Row]) -> list[Citation]:
        """Return what stands behind each row; of relations, those that the row names come first, then the query's."""
        sought = rows[:_ROWS]
        entities = self._entities_called(sorted({term.value for row in sought for term in row if _is_text(term)}))
        found = [self._cite(row, entities) for row in sought]
        return found + [Citation(by=By.UNSOUGHT)] * (len(rows) - len(found))

    def cite_query(self) -> Citation:
        """Return what stands behind the entities that the query itself names, for an answer without rows."""
        return self._cite([NamedNode(iri) for iri in self._named], {})

    def _cite(self, row: Row, called: dict[str, list[str]]) -> Citation:
        for by, patterns in self._ways(row, called):
            claims = dict.fromkeys(claim for pattern in patterns for claim in self._find(pattern))
            if claims:
                return Citation(by=by, claims=tuple(claims))
        return Citation(by=By.NONE)

    def _ways(self, row: Row, called: dict[str, list[str]]) -> Iterator[tuple[By, list[str]]]:
        """Yield the ways to find claims of a row, the most certain first."""
        named = list(dict.fromkeys(term.value for term in row if isinstance(term, NamedNode)))
        claims = self._of_kind("claim", named)
        if claims:
            yield By.NAMED, [f"VALUES ?claim {{ <{claim}> }} ?claim a dg:Claim ." for claim in claims]
            return
        by_label = [iri for term in row if _is_text(term) for iri in called.get(term.value, ())]
        entities = list(dict.fromkeys(self._of_kind("entity", named) + by_label))
        if len(entities) > 1:
            by, patterns = By.BETWEEN, [between(*pair) for pair in list(combinations(entities, 2))[:_PAIRS]]
        else:
            by, patterns = By.ABOUT, [about(iri) for iri in entities]
        for relations in (self._relations(named), self._relations(self._named)):
            if relations:
                told = f"VALUES ?told {{ {' '.join(f'<{iri}>' for iri in relations)} }} ?claim rdf:predicate ?told ."
                yield by, [f"{{ {pattern} }} {told}" for pattern in patterns]
        yield by, patterns

    def _find(self, pattern: str) -> tuple[str, ...]:
        if pattern not in self._known:
            found = list(find_claims(self._store, pattern, limit=_CLAIMS))
            already = {claim.claim for claim in self.cited}
            self.cited += [claim for claim in found if claim.claim not in already]
            self._known[pattern] = tuple(dict.fromkeys(claim.claim for claim in found))
        return self._known[pattern]

    def _entities_called(self, labels: list[str]) -> dict[str, list[str]]:
        if not labels:
            return {}
        values = " ".join(map(string_literal, labels))
        entity = f"FILTER(STRSTARTS(STR(?e), {string_literal(self._store.prefixes['entity'])}))"
        rows = f"SELECT ?label ?e {{ VALUES ?label {{ {values} }} ?e rdfs:label ?label {entity} }} ORDER BY ?e"
        return self._store.grouped(rows, "label", "e")

    def _of_kind(self, kind: str, iris: list[str]) -> list[str]:
        return [iri for iri in iris if iri.startswith(self._store.prefixes[kind])]

    def _relations(self, iris: list[str]) -> list[str]:
        return [iri for iri in iris if iri.startswith((DG, self._store.prefixes["relation"]))]


def _is_text(term: object) -> TypeGuard[Literal]:
    return isinstance(term, Literal) and term.language is None and term.datatype.value == f"{XSD}string"


def _named_in(query: str, prefixes: dict[str, str]) -> Iterator[str]:
    """Yield the IRIs that a query names with our own prefixes, or whole."""
    for token in find_tokens(query):
        if token.kind == "iri":
            yield token.text[1:-1]
        elif token.kind == "name" and token.prefix in prefixes:
            yield prefixes[token.prefix] + token.text.partition(":")[2].replace("\\", "")
