"""Accept headers as clients send them, against what there is to offer."""

import pytest

from graph.sparql.negotiate import GRAPH_OFFERS, PAGE_OFFER, PROBLEM_OFFERS, RESULT_OFFERS, choose_offer

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        (None, "application/sparql-results+json"),
        ("", "application/sparql-results+json"),
        ("*/*", "application/sparql-results+json"),
        ("text/*", "text/csv"),
        ("application/json", "application/json"),
        ("TEXT/CSV", "text/csv"),
        ("text/csv;q=0.4, application/sparql-results+xml;q=0.5", "application/sparql-results+xml"),
        ("text/csv, */*;q=0.1", "text/csv"),
        ("*/*, application/sparql-results+json;q=0", "application/sparql-results+xml"),
        ("text/tab-separated-values; charset=utf-8", "text/tab-separated-values"),
        ("text/csv;q=high, text/tab-separated-values;q=0.1", "text/tab-separated-values"),
        ("nonsense, text/csv", "text/csv"),
        (BROWSER, "application/xml"),
        ("text/turtle", None),
        ("text/csv;q=0", None),
        ("nonsense", None),
    ],
)
def test_rows_come_in_the_form_that_is_rated_highest(accept, media_type):
    offer = choose_offer(accept, RESULT_OFFERS)

    assert (offer and offer.media_type) == media_type


@pytest.mark.parametrize(
    ("accept", "form"),
    [
        (None, "ttl"),
        ("*/*", "ttl"),
        ("application/*", "nt"),
        ("application/ld+json, text/turtle;q=0.9", "jsonld"),
        ("application/rdf+xml", "rdf"),
        (BROWSER, "html"),
        ("application/sparql-results+json", None),
    ],
)
def test_triples_come_in_the_form_that_is_rated_highest(accept, form):
    offer = choose_offer(accept, (*GRAPH_OFFERS, PAGE_OFFER))

    assert (offer and offer.form) == form


def test_text_says_that_it_is_utf_8():
    assert GRAPH_OFFERS[0].content_type == "text/turtle; charset=utf-8"
    assert PROBLEM_OFFERS[0].content_type == "application/problem+json"
