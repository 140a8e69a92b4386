"""The words of a predicate."""

from dataclasses import replace

import pytest

from graph.extract.predicate_words import past_of, worded_predicate
from graph.model import EntityType, Extraction, Mention, Modality, Span


def mention(name: str) -> Mention:
    span = Span(document="d", start=0, end=len(name))
    return Mention(span=span, text=name, name=name, type=EntityType.ORGANIZATION, found_by="head")


TOLD = Extraction(
    subject=mention("Ministry of Trade"),
    predicate="Ministry of Trade",
    relation="be ministry of",
    object=mention("Kenya"),
    sentence=Span(document="d", start=0, end=1),
    rule="name",
)


@pytest.mark.parametrize(
    ("predicate", "relation", "rule", "words"),
    [
        ("Ministry of Trade", "be ministry of", "name", "is ministry of"),
        ("of", "belongsTo", "inside", "belongs to"),
        ("", "concerns", "inside", "concerns"),
        ("on", "concern", "topic", "concerns"),
        ("at", "attended", "presence", "attended"),
        ("", "hasRole", "heading", "is"),
        ("", "be prime minister of", "title", "is prime minister of"),
        ("fighting between", "fight", "nominal", "fought"),
        ("call between", "spokeWith", "nominal", "spoke with"),
        ("support for", "supports", "nominal", "supports"),
        ("agreement between", "have agreement with", "nominal", "has agreement with"),
        ("assistance in freeing", "assist in free", "noun complement", "assisted in freeing"),
        ("will export to", "export to", "clause", "will export to"),
        ("between", "stand between", "clause", "between"),
    ],
)
def test_a_predicate_that_says_nothing_is_told_by_its_relation(predicate, relation, rule, words):
    assert worded_predicate(replace(TOLD, predicate=predicate, relation=relation, rule=rule)) == words


def test_a_deed_that_is_planned_is_no_past():
    visit = replace(TOLD, predicate="closure of", relation="close", rule="nominal", modality=Modality.PLANNED)

    assert worded_predicate(visit) == "to close"


@pytest.mark.parametrize(("verb", "past"), [("deny", "denied"), ("close", "closed"), ("deploy", "deployed")])
def test_verbs_have_a_past(verb, past):
    assert past_of(verb) == past
