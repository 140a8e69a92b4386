import json

import pytest

from graph.errors import QueryError
from graph.rdf.names import RDFS
from graph.sparql.query import Dataset
from graph.sparql.store import make_store

SELECT = "SELECT ?e ?label { ?e a dg:Country ; rdfs:label ?label } ORDER BY ?label"
BASE = "https://dragoman.invalid/"


TABLE = """\
e                 label
──────────────────────────
entity:aland      Aland
entity:borduria   Borduria

2 rows
"""


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("table", TABLE),
        ("csv", f"e,label\r\n{BASE}entity/aland,Aland\r\n{BASE}entity/borduria,Borduria\r\n"),
        ("tsv", f'?e\t?label\n<{BASE}entity/aland>\t"Aland"\n<{BASE}entity/borduria>\t"Borduria"\n'),
    ],
)
def test_a_select_is_shown_as_table_csv_and_tsv(dataset, form, text):
    assert dataset.query(SELECT).render(form) == text


def test_a_select_is_shown_as_json_and_xml(dataset):
    results = dataset.query(SELECT + " LIMIT 1")

    assert json.loads(results.render("json"))["results"]["bindings"] == [
        {"e": {"type": "uri", "value": f"{BASE}entity/aland"}, "label": {"type": "literal", "value": "Aland"}}
    ]
    assert f'<binding name="e"><uri>{BASE}entity/aland</uri></binding>' in results.render("xml")


def test_an_ask_is_shown_as_a_word_or_as_sparql_results(dataset):
    yes, no = dataset.query("ASK { entity:aland ?p ?o }"), dataset.query("ASK { entity:nothing ?p ?o }")

    assert (yes.render(), no.render()) == ("yes\n", "no\n")
    assert json.loads(yes.render("json")) == {"head": {}, "boolean": True}
    assert "<boolean>false</boolean>" in no.render("xml")


def test_a_construct_is_shown_as_turtle_and_as_a_sorted_table(dataset):
    results = dataset.query("CONSTRUCT { ?e rdfs:label ?label } WHERE { ?e a dg:Country ; rdfs:label ?label }")

    assert results.render("ttl").split("\n\n")[1:] == [
        'entity:aland rdfs:label "Aland" .',
        'entity:borduria rdfs:label "Borduria" .\n',
    ]
    assert results.render().splitlines()[2:] == [
        "entity:aland      rdfs:label   Aland",
        "entity:borduria   rdfs:label   Borduria",
        "",
        "2 rows",
    ]


@pytest.mark.parametrize(
    ("query", "form", "told"),
    [
        (SELECT, "ttl", "ttl does not fit a SELECT query; choose one of table, csv, tsv, json, xml"),
        ("ASK {}", "csv", "csv does not fit an ASK query; choose one of table, json, xml"),
        ("CONSTRUCT WHERE { ?s ?p ?o }", "csv", "csv does not fit a CONSTRUCT query; choose one of table, ttl"),
        (SELECT, "docx", "no format 'docx'; choose one of table, csv, tsv, json, xml"),
    ],
)
def test_a_format_that_does_not_fit_names_those_that_do(dataset, query, form, told):
    with pytest.raises(QueryError, match=f"^{told}$"):
        dataset.query(query).render(form)


def test_a_cell_is_one_line_without_control_characters_and_not_endless():
    results = Dataset(make_store([])).query(r'SELECT ("a\n\tb [red]\u001b[31m :smile:" AS ?x) {}')
    long = Dataset(make_store([])).query(f'SELECT ("{"word " * 100}" AS ?x) {{}}')

    assert results.render().splitlines()[2] == "a b [red]\N{REPLACEMENT CHARACTER}[31m :smile:"
    assert long.render(width=300).splitlines()[2] == ("word " * 48).rstrip()[:239].rstrip() + "…"


def test_an_iri_of_no_prefix_is_shown_in_full_and_an_unbound_cell_empty():
    results = Dataset(make_store([])).query(f"SELECT ?a ?b ?c {{ BIND(<a:b> AS ?a) BIND(<{RDFS}a/b> AS ?c) }}")

    assert results.render().splitlines()[2] == f"a:b       {RDFS}a/b"
    assert results.render().splitlines()[-1] == "1 row"


def test_nothing_found_is_said(dataset):
    assert dataset.query("SELECT ?x { ?x a dg:Nothing }").render().splitlines()[-1] == "no rows"
