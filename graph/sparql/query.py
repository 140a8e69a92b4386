"""A query checked and run, and its answer in the shape the caller wants.

rdflib, rich and pandas are imported only where a result is turned into their terms: start-up stays short.
"""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

import pyoxigraph
from pyoxigraph import QueryBoolean, QuerySolutions

from graph.errors import GraphError, QueryError, StoreError
from graph.sparql.mistakes import explain_mistake
from graph.sparql.render import render_result, write_result
from graph.sparql.saved import NEAR, entity_names, load_saved, string_literal
from graph.sparql.screen import check_read_only
from graph.sparql.store import Graphs, Raw, Store, load_store

if TYPE_CHECKING:
    from typing import IO

    import networkx as nx
    import pandas as pd
    from rdflib import Graph
    from rdflib.term import Identifier

    from graph.sparql.claims import CitedClaim
    from graph.sparql.remote import Remote
    from graph.sparql.search import Found

_OF_SERVICES = (OSError, RuntimeError)  # what Oxigraph raises where a service does not answer

Kind = Literal["select", "ask", "construct"]
Source: TypeAlias = "Path | Remote"  # a build's folder or an RDF file on this machine, or an endpoint


class Results:
    """The answer to a query, to be read as often as wanted.

    Iterating gives rdflib terms: for SELECT `rdflib.query.ResultRow` (by place, name or attribute; None where
    unbound), for ASK one bool, for CONSTRUCT and DESCRIBE (subject, predicate, object).
    """

    def __init__(self, store: Store, text: str, graphs: Graphs | None = None) -> None:
        self._store = store
        self._text = text
        self._graphs = graphs
        try:
            raw = self._store.query(text, graphs)
        except _OF_SERVICES as error:
            _tell_service(store, text, error)
            raise
        self._first: Raw | None = raw  # the first reader has it as it is
        self.kind: Kind = _kind_of(raw)

    @cached_property
    def variables(self) -> tuple[str, ...]:
        """Return the names of a SELECT's columns, in order; none for other queries."""
        raw = self._first if self._first is not None else self._run()
        return tuple(name.value for name in raw.variables) if isinstance(raw, QuerySolutions) else ()

    def __bool__(self) -> bool:
        """Return an ASK's answer, and for other queries whether anything was found."""
        raw = self._run()
        try:
            return bool(raw) if isinstance(raw, QueryBoolean) else next(iter(raw), None) is not None
        except _OF_SERVICES as error:
            _tell_service(self._store, self._text, error)
            raise

    def __iter__(self) -> Iterator[Any]:
        try:
            yield from self._read()
        except _OF_SERVICES as error:
            _tell_service(self._store, self._text, error)
            raise

    def _read(self) -> Iterator[Any]:
        raw = self._run()
        if isinstance(raw, QueryBoolean):
            yield bool(raw)
        elif isinstance(raw, QuerySolutions):
            yield from _rows(raw)
        else:
            for triple in raw:
                yield tuple(_rdflib_term(term) for term in (triple.subject, triple.predicate, triple.object))

    def to_pandas(self) -> "pd.DataFrame":
        """Return a pandas frame: a column per variable, numbers and dates as Python values, None where unbound.

        Raises QueryError for ASK, GraphError where pandas is not installed.
        """
        if self.kind == "ask":
            raise QueryError("an ASK query answers yes or no, which makes no frame; use SELECT")
        try:
            import pandas as pd
        except ImportError as error:
            raise GraphError("pandas is not installed; run `.venv/bin/pip install pandas`") from error
        columns = self.variables or ("subject", "predicate", "object")
        return pd.DataFrame([[_python(term) for term in row] for row in self], columns=list(columns), dtype=object)

    def render(self, form: str = "table", *, width: int = 120) -> str:
        """Return the answer as text: table, csv, tsv, json or xml (SPARQL 1.1 results), or ttl.

        `width` is the table's, in characters. Raises QueryError where the format does not fit the query.
        """
        try:
            return render_result(self._run(), form, prefixes=self._store.prefixes, width=width)
        except _OF_SERVICES as error:
            _tell_service(self._store, self._text, error)
            raise

    def write(self, target: "IO[bytes]", form: str) -> None:
        """Write the answer as json, xml, csv or tsv, or triples as ttl, nt, jsonld or rdf, to a binary target.

        Nothing is kept in memory on the way but what the query needs. Raises QueryError as `write_result` does.
        """
        try:
            write_result(self._run(), form, target, prefixes=self._store.prefixes)
        except _OF_SERVICES as error:
            _tell_service(self._store, self._text, error)
            raise

    def _run(self) -> Raw:
        first, self._first = self._first, None
        return self._store.query(self._text, self._graphs) if first is None else first


class Dataset:
    """A build's dataset, open for questions."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def __len__(self) -> int:
        return len(self.store)

    def query(self, text: str) -> Results:
        """Return the answer to a SPARQL query; QueryError as for `run_query`."""
        return run_query(self.store, text)

    def saved(self, name: str, /, **parameters: str) -> Results:
        """Return the answer to a saved query.

        Raises QueryError for a query or parameter that is not there, and for a value that names no entity.
        """
        text = load_saved(name, **parameters)
        self.check_names(entity_names(name, parameters))
        return run_query(self.store, text)

    def search(self, text: str, *, limit: int = 12) -> "list[Found]":
        """Return the entities with a name that holds every word of `text`, as `find_entities` does."""
        from graph.sparql.search import find_entities

        return find_entities(self.store, text, limit=limit)

    def claims(self, pattern: str = "", *, limit: int | None = None) -> "Iterator[CitedClaim]":
        """Yield the claims, each with its evidence, as `find_claims` does; `pattern` binds ?claim."""
        from graph.sparql.claims import find_claims

        check_read_only(pattern, self.store.services)
        return find_claims(self.store, pattern, limit=limit)

    def to_networkx(self) -> "nx.MultiDiGraph[str]":
        """Return the entities and the claims between them as a networkx network, as `convert.to_networkx` tells."""
        from graph.sparql.convert import to_networkx

        return to_networkx(self.store)

    def to_pandas(self) -> "pd.DataFrame":
        """Return all claims as a pandas frame, a row per piece of evidence."""
        from graph.sparql.convert import to_pandas

        return to_pandas(self.store)

    def to_rdflib(self) -> "Graph":
        """Return the dataset as an rdflib graph, which is a view: nothing is copied."""
        from graph.sparql.convert import to_rdflib

        return to_rdflib(self.store)

    def check_names(self, parameters: Mapping[str, str]) -> None:
        """Raise QueryError where no entity has a given label or alias; an empty value stands for all."""
        given = {name: value for name, value in parameters.items() if value and not self._is_name(value)}
        if not given:
            return
        rows = self.store.select("SELECT ?name { ?e dg:weight ?weight ; rdfs:label|skos:altLabel ?name }")
        by_folded = {name.casefold(): name for name in sorted(row["name"] for row in rows)}
        for parameter, value in given.items():
            if value.casefold() in by_folded:
                continue
            near = [by_folded[n] for n in get_close_matches(value.casefold(), sorted(by_folded), n=3, cutoff=NEAR)]
            hint = f"did you mean {', '.join(near)}?" if near else "--saved most-connected lists the most frequent ones"
            raise QueryError(f"{parameter}: nothing in the graph is called {value!r}; {hint}")

    def _is_name(self, text: str) -> bool:
        # exactly so: one look-up where the check of all names would read them all
        literal = string_literal(text)
        named = f"{{ ?e rdfs:label {literal} }} UNION {{ ?e skos:altLabel {literal} }}"
        return bool(self.store.query(f"ASK {{ {named} ?e dg:weight ?weight }}"))


def load_dataset(path: Path | str) -> Dataset:
    """Return the dataset of a build's output folder or of one file; StoreError as for `load_store`."""
    return Dataset(load_store(path))


def open_store(source: Source, services: frozenset[str] = frozenset()) -> Store:
    """Return the store of a source; StoreError where it cannot be loaded. An endpoint is asked only with a query.

    Queries may call `services` with SERVICE, but those of an endpoint, which calls others by itself.
    """
    if isinstance(source, Path):
        store = load_store(source)
        store.services = services
        return store
    from graph.sparql.remote import RemoteStore

    return RemoteStore(source)


def run_query(store: Store, text: str, graphs: Graphs | None = None) -> Results:
    """Return the answer to a query that only reads; our prefixes need no declaration (SPARQL 1.1 Query).

    `graphs` take the place of what the query says with FROM.

    Raises QueryError, with line and column, for a query that is wrong, writes or calls a server that it may not, and
    StoreError where one that it may call does not answer; the rows that are read later raise this too.
    """
    check_read_only(text, store.services)
    try:
        return Results(store, text, graphs)
    except SyntaxError as error:
        raise explain_mistake(text, str(error), store.prefixes) from error


def check_query(store: Store, text: str) -> None:
    """Raise QueryError, as `run_query` does, for a query that is wrong, writes or calls another server; run nothing."""
    check_read_only(text, store.services)
    if store.services and "SERVICE" in text.upper():
        return  # an empty store too would call it
    try:
        pyoxigraph.Store().query(text, prefixes=store.prefixes, base_iri=store.base)
    except SyntaxError as error:
        raise explain_mistake(text, str(error), store.prefixes) from error


def _tell_service(store: Store, text: str, error: BaseException) -> None:
    """Raise StoreError where a service that a query called did not answer as one does; else do nothing."""
    if not store.services or "SERVICE" not in text.upper():  # then it is something else
        return
    told = " ".join(str(error).split())[:300]
    raise StoreError(f"a service that the query calls did not answer: {told}; ask again, or use SILENT") from error


def _kind_of(raw: Raw) -> Kind:
    if isinstance(raw, QuerySolutions):
        return "select"
    return "ask" if isinstance(raw, QueryBoolean) else "construct"


def _rows(raw: QuerySolutions) -> Iterator[Any]:
    from rdflib import Variable
    from rdflib.query import ResultRow

    names = [variable.value for variable in raw.variables]
    labels = [Variable(name) for name in names]
    for solution in raw:
        bound = {Variable(name): _rdflib_term(term) for name in names if (term := solution[name]) is not None}
        yield ResultRow(bound, labels)


def _rdflib_term(term: object) -> "Identifier":
    import rdflib

    if isinstance(term, pyoxigraph.NamedNode):
        return rdflib.URIRef(term.value)
    if isinstance(term, pyoxigraph.BlankNode):
        return rdflib.BNode(term.value)
    if isinstance(term, pyoxigraph.Literal):
        plain = term.language is not None or term.datatype.value == str(rdflib.XSD.string)
        datatype = None if plain else rdflib.URIRef(term.datatype.value)
        return rdflib.Literal(term.value, lang=term.language, datatype=datatype, normalize=False)
    raise TypeError(f"rdflib has no term for {term!r}")


def _python(term: Any) -> object:
    from rdflib import URIRef

    if term is None or isinstance(term, URIRef):
        return None if term is None else str(term)
    value = term.toPython()
    return str(term) if value is term else value
