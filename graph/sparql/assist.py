"""What helps to write a query: the place of a mistake, names that were meant, what a query has to look through."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import pairwise
from time import perf_counter

from graph.errors import QueryError
from graph.rdf.names import DG, vocabulary
from graph.rdf.overview import search_key
from graph.sparql.query import run_query
from graph.sparql.saved import NEAR, string_literal
from graph.sparql.screen import Token, find_tokens
from graph.sparql.store import Store

_WIDEST = 100  # characters of a line that are shown


def point_at(text: str, error: QueryError) -> str:
    """Return the error's message, and below it the line of the query it tells of, with a caret under the place."""
    place = re.match(r"line (\d+), column (\d+): ", str(error))
    lines = text.splitlines() or [""]
    if place is None or not 1 <= int(place[1]) <= len(lines) + 1:
        return str(error)
    number, column = int(place[1]), int(place[2])
    line = (lines[number - 1] if number <= len(lines) else "").expandtabs(1)
    start = max(0, column - 1 - _WIDEST // 2) if len(line) > _WIDEST else 0
    shown = line[start : start + _WIDEST]
    return f"{error}\n  {shown}\n  {' ' * (column - 1 - start)}^"


def find_hints(store: Store, text: str) -> Iterator[str]:
    """Yield, for each name in a query that neither vocabulary nor data have, a line that tells so and what is near.

    Such a query is right and finds nothing; only names with our own prefixes are looked at.
    """
    tokens = [token for token in find_tokens(text) if token.kind in {"name", "word"}]
    declared = {token.prefix for before, token in pairwise(tokens) if before.text.upper() == "PREFIX"}
    for name in dict.fromkeys(token.text for token in tokens if token.kind == "name" and token.prefix not in declared):
        prefix, _, local = name.partition(":")
        namespace = store.prefixes.get(prefix)
        if namespace == DG and local and local not in vocabulary():
            near = get_close_matches(local, vocabulary(), n=3) or _without_case(local)
            meant = f"; did you mean {', '.join(f'dg:{each}' for each in near)}?" if near else ""
            yield f"{name} is no term of the vocabulary{meant}"
        elif prefix in {"entity", "relation"} and namespace and local and not _is_there(store, name):
            meant = _near_entity(store, local) if prefix == "entity" else _near_relation(store, local)
            yield f"{name} is not in the graph{meant}"


def limit_rows(text: str, limit: int) -> str:
    """Return the query with no more than `limit` rows or triples; ASK stays as it is (SPARQL 1.1 Query, 15.5)."""
    depth, closed, last, found = 0, False, "", None
    values: Token | None = None
    for token in find_tokens(text):
        depth += (token.text in {"{", "("}) - (token.text in {"}", ")"})
        word = token.text.upper() if token.kind == "word" and depth == 0 else ""
        if word == "ASK" and not closed:
            return text
        closed = closed or (depth == 0 and token.text == "}")
        if last == "LIMIT" and token.text.isdigit():
            found = token
        if word == "VALUES" and closed and values is None:
            values = token
        last = word
    if found is not None:
        end = found.start + len(found.text)
        return f"{text[: found.start]}{min(limit, int(found.text))}{text[end:]}"
    at = values.start if values is not None else len(text)
    return f"{text[:at]}\nLIMIT {limit}\n{text[at:]}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """What a query has to do: its operators as the standard reads it, its patterns with how much each finds alone.

    `seconds` are until the first row and until the last, `rows` how many there are.
    """

    algebra: str
    patterns: tuple[tuple[str, int], ...]
    rows: int
    seconds: tuple[float, float]

    def __str__(self) -> str:
        """Return it as text for a terminal."""
        widest = max((len(f"{count:,}") for _, count in self.patterns), default=0)
        told = [f"  {f'{count:,}':>{widest}}  {pattern}" for pattern, count in self.patterns]
        first, last = self.seconds
        return "\n".join(
            [
                "Algebra (SPARQL 1.1 Query, section 18):",
                self.algebra,
                "Matches of each pattern alone:",
                *told,
                f"{self.rows:,} rows; the first after {first * 1000:.1f} ms, the last after {last * 1000:.1f} ms",
            ]
        )


def explain(store: Store, text: str) -> Explained:
    """Return what a query has to do, and how long it took; QueryError as for `run_query`."""
    start = perf_counter()
    results = iter(run_query(store, text))
    rows = int(next(results, None) is not None)
    first = perf_counter() - start
    rows += sum(1 for _ in results)
    seconds = first, perf_counter() - start
    tree, patterns = _read_algebra(store, text)
    counted = tuple((pattern, _count(store, pattern)) for pattern in dict.fromkeys(patterns))
    return Explained(algebra="\n".join(tree), patterns=counted, rows=rows, seconds=seconds)


def _read_algebra(store: Store, text: str) -> tuple[list[str], list[str]]:
    from rdflib.plugins.sparql.algebra import translateQuery
    from rdflib.plugins.sparql.parser import parseQuery
    from rdflib.plugins.sparql.parserutils import CompValue
    from rdflib.term import Node

    tree: list[str] = []
    patterns: list[str] = []

    def walk(part: object, depth: int) -> None:
        if isinstance(part, CompValue):
            if part.name == "BGP" or "triples" in part:
                tree.append(f"{'  ' * depth}{part.name}")
                for triple in part.get("triples") or []:
                    patterns.append(" ".join(_spell(term, store.prefixes) for term in triple))
                    tree.append(f"{'  ' * (depth + 1)}{patterns[-1]}")
                return
            if part.name[:1].isupper() and not part.name.startswith(
                ("Builtin_", "Relational", "Conditional", "Aggregate_", "TrueFilter", "OrderCond")
            ):
                tree.append(f"{'  ' * depth}{part.name}")
                depth += 1
            for value in part.values():
                walk(value, depth)
        elif isinstance(part, list | tuple) and not isinstance(part, Node):
            for each in part:
                walk(each, depth)

    base = store.base
    walk(translateQuery(parseQuery(text), base=base, initNs=store.prefixes).algebra, 1)
    return tree, patterns


def _spell(term: object, prefixes: dict[str, str]) -> str:
    import rdflib
    from rdflib.paths import Path as PropertyPath

    if isinstance(term, PropertyPath):
        return re.sub(r"<([^<>\s]*)>", lambda iri: _short(iri[1], prefixes), str(term.n3()))
    if isinstance(term, rdflib.URIRef):
        return _short(str(term), prefixes)
    if isinstance(term, rdflib.BNode):
        return f"?{re.sub('[^A-Za-z0-9]', '', str(term))}"
    return str(term.n3()) if isinstance(term, rdflib.term.Node) else str(term)


def _short(iri: str, prefixes: dict[str, str]) -> str:
    for prefix, namespace in prefixes.items():
        if iri.startswith(namespace) and re.fullmatch(r"[A-Za-z][\w-]*", iri[len(namespace) :]):
            return f"{prefix}:{iri[len(namespace) :]}"
    return f"<{iri}>"


def _count(store: Store, pattern: str) -> int:
    return int(store.select(f"SELECT (COUNT(*) AS ?n) {{ {pattern} }}")[0]["n"])


def _is_there(store: Store, name: str) -> bool:
    return bool(store.query(f"ASK {{ {{ {name} ?p ?o }} UNION {{ ?s ?p {name} }} UNION {{ ?s {name} ?o }} }}"))


def _without_case(local: str) -> list[str]:
    return [name for name in vocabulary() if name.casefold() == local.casefold()]


def _near_entity(store: Store, local: str) -> str:
    start, size = store.prefixes["entity"], len(local)
    named = f"{{ ?entity dg:searchKey {string_literal(search_key(local))} ; dg:weight ?weight }}"
    alike = (
        f"{{ ?entity dg:weight ?weight BIND(STRLEN(STR(?entity)) - {len(start)} AS ?size)"
        f" FILTER(?size >= {size // 2} && ?size <= {2 * size}) }}"
    )
    called, known = (
        [row["entity"].removeprefix(start) for row in store.select(f"SELECT DISTINCT ?entity {where} ORDER BY ?entity")]
        for where in (named, alike)
    )
    near = called[:3] or get_close_matches(local, known, n=3, cutoff=NEAR)
    return f"; did you mean {', '.join(f'entity:{each}' for each in near)}?" if near else ""


def _near_relation(store: Store, local: str) -> str:
    start = store.prefixes["relation"]
    known = [row["r"] for row in store.select("SELECT DISTINCT ?r { ?r a dg:OpenRelation }")]
    near = get_close_matches(local, [iri.removeprefix(start) for iri in known], n=3, cutoff=NEAR)
    terms = get_close_matches(local, vocabulary(), n=1)
    meant = [f"relation:{each}" for each in near] + [f"dg:{each}" for each in terms]
    return f"; did you mean {', '.join(meant)}?" if meant else ""
