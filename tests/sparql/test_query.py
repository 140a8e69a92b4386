import builtins
import subprocess
import sys
from datetime import date
from decimal import Decimal

import pandas as pd
import pytest
from rdflib import RDF, XSD, Literal, URIRef

import graph
from graph.errors import GraphError, QueryError
from graph.rdf.files import write_ntriples
from graph.rdf.triples import make_triples

ALAND = URIRef("https://dragoman.invalid/entity/aland")
DG = "https://dragoman.invalid/vocabulary#"


def test_a_loaded_dataset_answers(tmp_path, documents, entities, claims):
    write_ntriples(make_triples(documents, entities, claims), tmp_path / "graph.nt")
    results = graph.load(tmp_path).query("SELECT ?label { entity:aland rdfs:label ?label }")

    assert [row.label for row in results] == [Literal("Aland")]


def test_a_select_gives_rdflib_terms_by_place_name_and_attribute(dataset):
    results = dataset.query("SELECT ?when ?c ?nothing { ?x dg:time ?when ; dg:confidence ?c } ORDER BY STR(?when)")
    rows = list(results)

    assert (results.kind, results.variables) == ("select", ("when", "c", "nothing"))
    assert [tuple(row) for row in rows] == [
        (Literal("2013", datatype=XSD.gYear), Literal("0.85", datatype=XSD.decimal), None),
        (Literal("2024-05-05", datatype=XSD.date), Literal("0.85", datatype=XSD.decimal), None),
    ]
    assert rows[1][0] == rows[1]["when"] == rows[1].when
    assert list(results) == rows  # to be read as often as wanted


def test_literals_keep_their_language(dataset):
    assert [tuple(row) for row in dataset.query('SELECT ?x { BIND("ciel"@fr AS ?x) }')] == [
        (Literal("ciel", lang="fr"),)
    ]


def test_an_ask_gives_one_bool(dataset):
    yes, no = dataset.query("ASK { entity:aland a dg:Country }"), dataset.query("ASK { entity:aland a dg:Person }")

    assert (yes.kind, list(yes), bool(yes), list(no), bool(no)) == ("ask", [True], True, [False], False)


@pytest.mark.parametrize(
    "query", ["CONSTRUCT WHERE { ?s a dg:Country }", "DESCRIBE ?s { ?s a dg:Country ; a dg:Country }"]
)
def test_a_construct_gives_triples(dataset, query):
    results = dataset.query(query)

    assert (results.kind, results.variables) == ("construct", ())
    assert (ALAND, RDF.type, URIRef(DG + "Country")) in set(results)


def test_results_are_true_where_something_was_found(dataset):
    assert bool(dataset.query("SELECT * { ?s a dg:Country }")) is True
    assert bool(dataset.query("SELECT * { ?s a dg:Nothing }")) is False


def test_a_frame_has_python_values(dataset):
    frame = dataset.query("SELECT * { ?c dg:time ?t ; dg:confidence ?f ; rdf:subject ?s ; dg:place ?p }").to_pandas()
    expected = {
        "c": ["https://dragoman.invalid/claim/c1a1208d0a5ba832"],
        "f": [Decimal("0.85")],
        "p": ["https://dragoman.invalid/entity/port-%C3%A9lan"],
        "s": ["https://dragoman.invalid/entity/mira-vale"],
        "t": [date(2024, 5, 5)],
    }

    pd.testing.assert_frame_equal(frame, pd.DataFrame(expected, dtype=object))


def test_a_frame_of_a_construct_has_three_columns_and_an_ask_has_none(dataset):
    frame = dataset.query("CONSTRUCT WHERE { entity:aland rdfs:label ?o }").to_pandas()

    assert frame.to_dict("list") == {
        "subject": [str(ALAND)],
        "predicate": ["http://www.w3.org/2000/01/rdf-schema#label"],
        "object": ["Aland"],
    }
    with pytest.raises(QueryError, match="yes or no"):
        dataset.query("ASK {}").to_pandas()


def test_without_pandas_it_is_said_what_to_install(dataset, monkeypatch):
    known = builtins.__import__

    def without_pandas(name, *arguments, **options):
        if name == "pandas":
            raise ImportError(name)
        return known(name, *arguments, **options)

    monkeypatch.setattr(builtins, "__import__", without_pandas)
    with pytest.raises(GraphError, match=r"pandas is not installed; run `.venv/bin/pip install pandas`"):
        dataset.query("SELECT * {}").to_pandas()


def test_ones_own_prefixes_win(dataset):
    query = "PREFIX entity: <http://www.wikidata.org/entity/>\nSELECT ?x { ?x owl:sameAs entity:Q784783 }"

    assert [row.x for row in dataset.query(query)] == [URIRef("https://dragoman.invalid/entity/borduria")]


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("SELECT * {\n  ?s foo:x ?o }", r"line 2, column 6: unknown prefix foo: — declare it with PREFIX foo: <…>"),
        ("SELEC * { }", r"line 1, column 1: 'SELEC' starts no query; use SELECT, ASK, CONSTRUCT, DESCRIBE"),
        ("PREFIX a: <a:>\n# nothing\n", r"line 3, column 1: the query is empty; write SELECT, ASK, CONSTRUCT or"),
        ("SELECT * {\n?s ?p ?o\n", r"line 3, column 1: the query cannot be read on from here; correct it there or"),
        ('SELECT * { ?s ?p "é😀" OPTINAL {} }', r"line 1, column 23: the query cannot be read on from here"),
        ("SELECT * {\n # a comment\n ?s ?p ?o\n FILTER ?s = 1 }", r"line 4, column 2: the query cannot be read on"),
        ("SELECT * { BIND(EXISTS { ?s } AS ?x) }", r"line 1, column "),
        ("SELECT * { ?s <a b> ?o }", r"line 1, column "),
        ("SELECT ?a { } GROUP BY ?b", r"line 1, column 26: The SELECT contains a variable that is unbound; correct"),
        ("SELECT * { SERVICE <http://x/> { } }", r"line 1, column 12: SERVICE is refused"),
        ("DELETE WHERE { ?s ?p ?o }", r"line 1, column 1: DELETE is refused"),
    ],
)
def test_a_wrong_query_is_told_in_one_line_with_its_place(dataset, query, told):
    with pytest.raises(QueryError, match=told) as error:
        dataset.query(query)

    assert "\n" not in str(error.value)


def test_start_up_loads_nothing_slow():
    slow = "spacy rdflib rich pandas networkx pyvis numpy"
    program = f"import sys, graph.sparql.query; print([name for name in {slow.split()} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)

    assert done.stdout == "[]\n"
