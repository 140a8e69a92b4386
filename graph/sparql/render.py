"""A query's answer as text: a table for people, the SPARQL 1.1 result formats and Turtle for programs."""

import re
from collections.abc import Iterable
from io import BytesIO, StringIO
from typing import IO

import pyoxigraph
from pyoxigraph import (
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Triple,
    parse_query_results,
    serialize,
)

from graph.errors import QueryError
from graph.rdf.files import render_turtle

FORMATS = ("table", "csv", "tsv", "json", "xml", "ttl")

_RESULT_FORMATS = {
    "csv": QueryResultsFormat.CSV,
    "tsv": QueryResultsFormat.TSV,
    "json": QueryResultsFormat.JSON,
    "xml": QueryResultsFormat.XML,
}
_GRAPH_FORMATS = {
    "ttl": RdfFormat.TURTLE,
    "nt": RdfFormat.N_TRIPLES,
    "jsonld": RdfFormat.JSON_LD,
    "rdf": RdfFormat.RDF_XML,
}
_LONGEST_CELL = 240


def render_result(
    raw: QuerySolutions | QueryBoolean | QueryTriples, form: str, *, prefixes: dict[str, str], width: int
) -> str:
    """Return the text of one raw result; QueryError where the format is unknown or does not fit the query."""
    if isinstance(raw, QuerySolutions):
        _check_format(form, "SELECT", ("table", "csv", "tsv", "json", "xml"))
        if form != "table":
            return _serialize(raw, form)
        names = [variable.value for variable in raw.variables]
        rows = [[_cell(solution[name], prefixes) for name in names] for solution in raw]
        return _render_table(names, rows, width=width)
    if isinstance(raw, QueryBoolean):
        _check_format(form, "ASK", ("table", "json", "xml"))
        return ("yes\n" if raw else "no\n") if form == "table" else _serialize(raw, form)
    _check_format(form, "CONSTRUCT", ("table", "ttl"))
    if form == "ttl":
        return render_turtle(raw, names=prefixes).decode()
    rows = sorted([_cell(term, prefixes) for term in (each.subject, each.predicate, each.object)] for each in raw)
    return _render_table(["subject", "predicate", "object"], rows, width=width)


def parse_answer(body: bytes, form: str) -> QuerySolutions | QueryBoolean | QueryTriples:
    """Return a raw result again from what `write_result` wrote as json, or as nt."""
    if form == "json":
        return parse_query_results(body, format=QueryResultsFormat.JSON)
    store = pyoxigraph.Store()
    store.load(body, format=RdfFormat.N_TRIPLES)
    return store.query("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }")


def write_result(
    raw: QuerySolutions | QueryBoolean | QueryTriples, form: str, target: IO[bytes], *, prefixes: dict[str, str]
) -> None:
    """Write one raw result to a binary target as it comes: rows as json, xml, csv or tsv, triples as `write_graph`."""
    if isinstance(raw, QueryTriples):
        write_graph(raw, form, target, prefixes=prefixes)
    else:
        raw.serialize(target, format=_RESULT_FORMATS[form])


def write_graph(triples: Iterable[Triple], form: str, target: IO[bytes], *, prefixes: dict[str, str]) -> None:
    """Write triples to a binary target as they come: as ttl, nt, jsonld or rdf (RDF/XML).

    Raises QueryError where a predicate has no name that XML can spell, such as one that ends in a digit only.
    """
    checked = map(_spelled, triples) if form == "rdf" else triples
    serialize(checked, target, format=_GRAPH_FORMATS[form], prefixes=prefixes)


def _spelled(triple: Triple) -> Triple:
    # Oxigraph writes an element without a name there (RDF/XML Syntax, section 5.1: predicates are XML names)
    if not re.search(r"[^\W\d][\w.-]*$", triple.predicate.value):
        raise QueryError(f"{triple.predicate.value} cannot be written in RDF/XML; ask for Turtle")
    return triple


def _check_format(form: str, query: str, fitting: tuple[str, ...]) -> None:
    if form not in FORMATS:
        raise QueryError(f"no format {form!r}; choose one of {', '.join(fitting)}")
    if form not in fitting:
        article = "an" if query == "ASK" else "a"
        raise QueryError(f"{form} does not fit {article} {query} query; choose one of {', '.join(fitting)}")


def _serialize(raw: QuerySolutions | QueryBoolean, form: str) -> str:
    target = BytesIO()
    write_result(raw, form, target, prefixes={})
    text = target.getvalue().decode()
    return text if text.endswith("\n") else text + "\n"


def _cell(term: object, prefixes: dict[str, str]) -> str:
    if term is None:
        return ""
    if isinstance(term, pyoxigraph.NamedNode):
        return _shorten(term.value, prefixes)
    text = term.value if isinstance(term, pyoxigraph.Literal) else str(term)
    # a cell is one line, and nothing in it may steer the terminal
    line = re.sub(r"[\x00-\x1f\x7f-\x9f]", "\N{REPLACEMENT CHARACTER}", " ".join(text.split()))
    return line if len(line) <= _LONGEST_CELL else line[: _LONGEST_CELL - 1].rstrip() + "…"


def _shorten(iri: str, prefixes: dict[str, str]) -> str:
    for prefix, namespace in prefixes.items():
        if iri.startswith(namespace) and re.fullmatch(r"[\w.%~-]+", iri[len(namespace) :]):
            return f"{prefix}:{iri[len(namespace) :]}"
    return iri


def _render_table(names: list[str], rows: list[list[str]], *, width: int) -> str:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for name in names:
        table.add_column(Text(name), overflow="fold")
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    target = StringIO()
    Console(file=target, width=width, color_system=None, force_terminal=False).print(table)
    count = f"{len(rows) or 'no'} row{'' if len(rows) == 1 else 's'}"
    return "".join(line.rstrip() + "\n" for line in target.getvalue().splitlines()) + f"\n{count}\n"
