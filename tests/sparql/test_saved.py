import warnings
from dataclasses import replace
from io import BytesIO

import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st
from rdflib import Literal

from graph.errors import QueryError
from graph.rdf.files import render_ntriples
from graph.rdf.triples import make_triples
from graph.sparql.query import Dataset
from graph.sparql.saved import Parameter, load_saved, saved_queries, string_literal
from graph.sparql.store import make_store

PROPOSED = "Aland proposed the Clear Sky Initiative (CSI) in 2013."
PLANNED = "“Aland will join the River Accord,” Mira Vale said in Port Élan."
JOINED = "So far, 82 countries have joined the Clear Sky Initiative."
DENIED = "Borduria does not support the Clear Sky Initiative."
MET = "On 5 May 2024, Mira Vale met Jon Reed in Port Élan."
COST = "The work cost 6.4 million crowns."
BUILT = "Borduria has launched efforts to build the River Accord."
CSI, TITLE, OFFICE = "Clear Sky Initiative", "A Clear Sky for All", "Office of Aland"

EXPECTED = {
    "between": [
        ("82 countries", "affirmed", "joined", CSI, "asserted", "Aland", JOINED),
        ("Aland", "affirmed", "proposed", CSI, "asserted", "Aland", PROPOSED),
        ("Aland", "affirmed", "joined", "River Accord", "planned", "Mira Vale", PLANNED),
        ("Borduria", "negated", "supports", CSI, "asserted", "Aland", DENIED),
        ("Borduria", "affirmed", "launch efforts to build", "River Accord", "asserted", "Aland", BUILT),
        ("Mira Vale", "affirmed", "met", "Jon Reed", "asserted", "Aland", MET),
    ],
    "denied": [("Borduria", "supports", CSI, "asserted", "Aland", DENIED)],
    "in-documents": [
        (TITLE, OFFICE, "2024-06", "Aland", "affirmed", "proposed", CSI, "asserted", PROPOSED),
        (TITLE, OFFICE, "2024-06", "Aland", "affirmed", "joined", "River Accord", "planned", PLANNED),
        (TITLE, OFFICE, "2024-06", "82 countries", "affirmed", "joined", CSI, "asserted", JOINED),
        (TITLE, OFFICE, "2024-06", "Borduria", "negated", "supports", CSI, "asserted", DENIED),
        (TITLE, OFFICE, "2024-06", "Mira Vale", "affirmed", "met", "Jon Reed", "asserted", MET),
        (TITLE, OFFICE, "2024-06", CSI, "affirmed", "cost", "6400000 crowns", "asserted", COST),
        (
            TITLE,
            OFFICE,
            "2024-06",
            "Borduria",
            "affirmed",
            "launch efforts to build",
            "River Accord",
            "asserted",
            BUILT,
        ),
    ],
    "meetings": [("Mira Vale", "met", "Jon Reed", "5 May 2024", "Port Élan", "asserted", MET)],
    "most-connected": [
        (CSI, "Initiative", "4", "3"),
        ("Aland", "Country", "2", "2"),
        ("Borduria", "Country", "2", "2"),
        ("River Accord", "Agreement", "2", "2"),
        ("82 countries", "Group", "1", "1"),
        ("Jon Reed", "Person", "1", "1"),
        ("Mira Vale", "Person", "1", "1"),
    ],
    "plans-and-deeds": [
        ("82 countries", "asserted", "joined", CSI, "", JOINED),
        ("Aland", "planned", "joined", "River Accord", "", PLANNED),
        ("Aland", "asserted", "proposed", CSI, "2013", PROPOSED),
        ("Borduria", "asserted", "launch efforts to build", "River Accord", "", BUILT),
        (CSI, "asserted", "cost", "6400000 crowns", "", COST),
        ("Mira Vale", "asserted", "met", "Jon Reed", "5 May 2024", MET),
    ],
    "said-by": [
        ("Aland", "implied", "Aland", "affirmed", "proposed", CSI, "asserted", PROPOSED),
        ("Aland", "implied", "82 countries", "affirmed", "joined", CSI, "asserted", JOINED),
        ("Aland", "implied", "Borduria", "negated", "supports", CSI, "asserted", DENIED),
        ("Aland", "implied", "Mira Vale", "affirmed", "met", "Jon Reed", "asserted", MET),
        ("Aland", "implied", CSI, "affirmed", "cost", "6400000 crowns", "asserted", COST),
        ("Aland", "implied", "Borduria", "affirmed", "launch efforts to build", "River Accord", "asserted", BUILT),
        ("Mira Vale", "named", "Aland", "affirmed", "joined", "River Accord", "planned", PLANNED),
    ],
    "sources-of": [
        ("Aland", "affirmed", "proposed", CSI, "asserted", TITLE, "0", "54", PROPOSED),
        ("Aland", "affirmed", "joined", "River Accord", "planned", TITLE, "56", "120", PLANNED),
        ("82 countries", "affirmed", "joined", CSI, "asserted", TITLE, "121", "179", JOINED),
        ("Borduria", "negated", "supports", CSI, "asserted", TITLE, "180", "231", DENIED),
        ("Mira Vale", "affirmed", "met", "Jon Reed", "asserted", TITLE, "232", "283", MET),
        (CSI, "affirmed", "cost", "6400000 crowns", "asserted", TITLE, "284", "317", COST),
        ("Borduria", "affirmed", "launch efforts to build", "River Accord", "asserted", TITLE, "318", "374", BUILT),
    ],
    "support": [
        (CSI, "joined", "82 countries", "82", "asserted", JOINED),
        ("River Accord", "joined", "Aland", "", "planned", PLANNED),
    ],
    "timeline": [
        ("2013", "Aland", "affirmed", "proposed", CSI, "asserted", PROPOSED),
        ("2024-05-05", "Mira Vale", "affirmed", "met", "Jon Reed", "asserted", MET),
    ],
    "who-proposed-what": [("Aland", CSI, "2013", PROPOSED)],
}
NARROWED = {
    "between": ({"one": "jon REED", "other": "Mira Vale"}, [5]),
    "in-documents": ({"until": "2024-05"}, []),
    "meetings": ({"who": "Jon Reed"}, [0]),
    "plans-and-deeds": ({"who": "aland"}, [1, 2]),
    "said-by": ({"speaker": "mira vale"}, [6]),
    "sources-of": ({"name": "port élan"}, [1, 4]),
    "support": ({"initiative": "csi"}, [0]),
    "timeline": ({"who": "CSI"}, [0]),
    "who-proposed-what": ({"who": "Borduria"}, []),
}


def rows(results):
    return [tuple("" if term is None else str(term) for term in row) for row in results]


def test_each_saved_query_has_its_expected_answer():
    assert [query.name for query in saved_queries()] == sorted(EXPECTED)


@pytest.mark.parametrize("name", EXPECTED)
def test_a_saved_query_answers_for_all(dataset, name):
    assert rows(dataset.saved(name)) == EXPECTED[name]


@pytest.mark.parametrize("name", NARROWED)
def test_a_saved_query_answers_for_one_by_name_or_alias_in_any_case(dataset, name):
    parameters, chosen = NARROWED[name]

    assert rows(dataset.saved(name, **parameters)) == [
        row for place, row in enumerate(EXPECTED[name]) if place in chosen
    ]


@pytest.mark.parametrize("name", EXPECTED)
def test_another_engine_gives_the_same_answer(documents, entities, claims, name):
    data = BytesIO(render_ntriples(make_triples(documents, entities, claims)))
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", category=DeprecationWarning, module="rdflib")
        other = rdflib.Graph().parse(data, format="nt")

        assert rows(other.query(load_saved(name))) == EXPECTED[name]
        if name in NARROWED:
            parameters, chosen = NARROWED[name]
            assert rows(other.query(load_saved(name, **parameters))) == [EXPECTED[name][place] for place in chosen]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ({"document": "clear SKY"}, True),
        ({"document": "River"}, False),
        ({"author": "office of"}, True),
        ({"author": "Ministry"}, False),
        ({"source": "sky-2024"}, True),
        ({"source": "https://"}, False),
        ({"since": "2024", "until": "2024"}, True),
        ({"since": "2024-06", "until": "2024-06"}, True),
        ({"since": "2024-07"}, False),
        ({"until": "2024-05"}, False),
        ({"author": "office of", "since": "2025"}, False),
    ],
)
def test_documents_are_chosen_by_words_of_title_author_or_source_and_by_date(dataset, words, found):
    assert rows(dataset.saved("in-documents", **words)) == (EXPECTED["in-documents"] if found else [])


def test_a_document_without_a_date_is_in_no_period(documents, entities, claims):
    undated = [replace(document, published=None, author=None) for document in documents]
    dataset = Dataset(make_store(make_triples(undated, entities, claims)))

    expected = [(title, "", "", *row) for title, _, _, *row in EXPECTED["in-documents"]]
    assert rows(dataset.saved("in-documents")) == expected
    assert rows(dataset.saved("in-documents", since="0001")) == []
    assert rows(dataset.saved("in-documents", until="9999")) == []


def test_a_saved_query_tells_its_question_and_blanks():
    (query,) = [query for query in saved_queries() if query.name == "said-by"]

    assert query.title == "Said by"
    assert query.question.endswith("?")
    assert query.parameters == (
        Parameter(name="speaker", meaning="name or alias of the speaker, empty for all", default=""),
    )


def test_every_blank_is_a_parameter_and_every_parameter_a_blank():
    for query in saved_queries():
        names = {parameter.name for parameter in query.parameters}

        assert {name for name in names if f'"{{{name}}}"' in query.text} == names
        assert "{" + '"' not in load_saved(query.name)


@given(st.text())
def test_any_text_is_the_same_as_a_string_literal(text):
    ((found,),) = Dataset(make_store([])).query(f"SELECT ?x {{ BIND({string_literal(text)} AS ?x) }}")

    assert found == Literal(text)


@pytest.mark.parametrize("name", ['x" } INSERT {', "a\\", "{other}", 'Said "so"\n', "'''", "SERVICE <http://x/>"])
def test_what_is_filled_in_cannot_leave_its_literal(dataset, name):
    assert rows(dataset.query(load_saved("between", one=name, other="Aland"))) == []


def test_a_name_that_the_graph_does_not_know_is_told_with_near_ones(dataset):
    with pytest.raises(QueryError, match="one: nothing in the graph is called 'Alnd'; did you mean Aland\\?"):
        dataset.saved("between", one="Alnd")


@pytest.mark.parametrize("relation", ["supports", "suport", "launch efforts to build", "costs"])
def test_relations_are_no_names_and_none_is_told_as_near(dataset, relation):
    with pytest.raises(QueryError, match=f"nothing in the graph is called '{relation}'; --saved most-connected lists"):
        dataset.saved("sources-of", name=relation)


@pytest.mark.parametrize("text", ["09/2023", "yesterday", "2023-13", "2023-02-30", "23", "2023-1", "2023-", "٢٠٢٣"])
@pytest.mark.parametrize("name", ["since", "until"])
def test_what_is_no_date_is_told_with_the_ways_to_write_one(name, text):
    with pytest.raises(QueryError, match=f"{name}='{text}' is no date; write it as 2024, 2024-05 or 2024-05-31"):
        load_saved("in-documents", **{name: text})


@pytest.mark.parametrize("text", ["", "2024", "2024-02", "2024-02-29", "0001", "9999-12-31"])
def test_years_months_and_days_are_dates(text):
    assert "{since}" not in load_saved("in-documents", since=text)


@pytest.mark.parametrize(
    ("name", "parameters", "told"),
    [
        ("said", {}, "no saved query 'said'; did you mean said-by"),
        ("zzzz", {}, "no saved query 'zzzz'; did you mean between, denied, in-documents, meetings, "),
        ("said-by", {"who": "x"}, "saved query 'said-by' has no parameter 'who'; it takes speaker"),
        ("denied", {"who": "x"}, "saved query 'denied' has no parameter 'who'; it takes none"),
    ],
)
def test_an_unknown_name_or_parameter_is_told_with_those_there_are(name, parameters, told):
    with pytest.raises(QueryError, match=told):
        load_saved(name, **parameters)
