"""The embedded engine: triples in memory, answered by Oxigraph."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pyoxigraph
from pyoxigraph import NamedNode, Quad, QueryBoolean, QuerySolutions, QueryTriples, Triple

from graph.errors import StoreError
from graph.rdf.files import damaged, rdf_format
from graph.rdf.names import DEFAULT_BASE, DG, prefixes

RECORDS = ("graph.nt", "graph.ttl")  # the first that exists is read: N-Triples is the record and the faster one

_A_SOURCE = f"SELECT ?document WHERE {{ ?document a <{DG}Source> }} ORDER BY ?document LIMIT 1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Graphs:
    """Which graphs of a store a query asks, by their IRIs: those merged as the default graph, and those with names.

    They stand for the whole dataset of the query: a graph that is not named here is not in it (SPARQL 1.1 Protocol,
    section 2.1.4), and one that the store does not have is empty.
    """

    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()


class Store:
    """The triples of one dataset, and the prefixes its IRIs are written with."""

    def __init__(self, triples: pyoxigraph.Store) -> None:
        self._triples = triples

    def __len__(self) -> int:
        return len(self._triples)

    @cached_property
    def prefixes(self) -> dict[str, str]:
        """Return prefix → namespace; the base is read off the documents of the dataset."""
        for row in self._select(_A_SOURCE):
            base, found, _ = row["document"].value.rpartition("document/")
            if found and base.endswith(("/", "#", ":")):
                return prefixes(base)
        return prefixes(DEFAULT_BASE)

    @cached_property
    def base(self) -> str:
        """Return what the IRIs of the dataset begin with."""
        return self.prefixes["entity"].removesuffix("entity/")

    def query(self, text: str, graphs: Graphs | None = None) -> QuerySolutions | QueryBoolean | QueryTriples:
        """Return Oxigraph's own result, with our prefixes known; nothing is checked (see `run_query` for that).

        Relative IRIs are resolved against the dataset's base, as the SPARQL 1.1 Protocol has a service define one.
        `graphs` take the place of what the query says with FROM.
        """
        if graphs is None:
            return self._triples.query(text, prefixes=self.prefixes, base_iri=self.base)
        return self._triples.query(
            text,
            prefixes=self.prefixes,
            base_iri=self.base,
            default_graph=[NamedNode(name) for name in graphs.default],
            named_graphs=[NamedNode(name) for name in graphs.named],
        )

    def select(self, text: str) -> list[dict[str, str]]:
        """Return the rows of a SELECT as variable → lexical value; an unbound variable is missing from its row."""
        results = self.query(text)
        if not isinstance(results, QuerySolutions):
            raise TypeError("select() takes a SELECT query")
        names = [variable.value for variable in results.variables]
        return [
            {name: getattr(term, "value", str(term)) for name in names if (term := row[name]) is not None}
            for row in results
        ]

    def _select(self, text: str) -> QuerySolutions:
        results = self._triples.query(text)
        if not isinstance(results, QuerySolutions):
            raise TypeError("not a SELECT query")
        return results


def make_store(triples: Iterable[Triple]) -> Store:
    """Return a store in memory that holds these triples."""
    store = pyoxigraph.Store()
    store.bulk_extend(Quad(triple.subject, triple.predicate, triple.object) for triple in triples)
    return Store(store)


def load_store(path: Path | str) -> Store:
    """Return the store of a build's output folder (its graph.nt, else graph.ttl), or of one .nt or .ttl file.

    Raises StoreError where there is none, or where the file is damaged (with the line).
    """
    file = find_record(Path(path))
    store = pyoxigraph.Store()
    try:
        store.bulk_load(path=file, format=rdf_format(file))
    except SyntaxError as error:
        raise damaged(file, error) from error
    except OSError as error:
        raise StoreError(f"{file}: cannot be read ({error.strerror or error}); check its permissions") from error
    return Store(store)


def find_record(path: Path) -> Path:
    """Return the file that holds a build's triples; StoreError where there is none."""
    if path.is_file():
        return path
    for name in RECORDS:
        if (path / name).is_file():
            return path / name
    if path.is_dir():
        raise StoreError(f"{path}: no {' or '.join(RECORDS)} in this folder; make one with `python build.py`")
    raise StoreError(f"{path}: no such file or folder; make it with `python build.py`, or name another with --data")
