"""Deeds that nouns name: when they happen, whether they have yet to, and entries of a chronicle."""

import pytest

from graph.corpus.read import make_document
from graph.extract.pipeline import read_claims
from graph.model import QualifierKind

pytestmark = pytest.mark.model


def claims(text):
    """Subject, relation, object, modality and time of each claim of a text without a heading."""
    reading = read_claims([make_document(text.encode(), name="a.md")])
    labels = {e.id: e.label for e in reading.entities}
    return [
        (
            labels[c.subject],
            c.relation,
            labels[c.object] if isinstance(c.object, str) else c.object.text,
            c.modality.value,
            next((q.value.normal for q in c.qualifiers if q.kind is QualifierKind.TIME), ""),
        )
        for c in reading.claims
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("President Ana Silva's visit to Kenya is planned for May 2030.", ("planned", "2030-05")),
        ("President Ana Silva's visit to Kenya will take place in May 2030.", ("planned", "2030-05")),
        ("President Ana Silva's visit to Kenya may be postponed.", ("possible", "")),
        ("The visit of President Ana Silva to Kenya took place in May 2020.", ("asserted", "2020-05")),
        ("President Ana Silva's upcoming visit to Kenya surprised Peru.", ("planned", "")),
    ],
)
def test_a_visit_is_told_as_the_sentence_has_it(text, expected):
    assert ("Ana Silva", "visited", "Kenya", *expected) in claims(text)


def test_what_is_called_off_is_told_as_no_visit():
    told = claims("President Ana Silva's visit to Kenya was cancelled.")

    assert told == [("Ana Silva's visit to Kenya", "be", "cancelled", "asserted", "")]


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("2008: Tarja Halonen visits Kenya", ("asserted", "2008")),
        ("May 2008 – Tarja Halonen visits Kenya", ("asserted", "2008-05")),
        ("3 May 2008: visit of President Tarja Halonen to Kenya", ("asserted", "2008-05-03")),
        ("2030 (planned): visit by Tarja Halonen to Kenya", ("planned", "2030")),
    ],
)
def test_an_entry_of_a_chronicle_tells_when(entry, expected):
    assert sorted(claims(f"# Peru\n\n- {entry}\n- 2001: Peru joins the Lima Treaty\n")) == [
        ("Peru", "joined", "Lima Treaty", "asserted", "2001"),
        ("Tarja Halonen", "visited", "Kenya", *expected),
    ]


def test_between_two_years_is_a_period():
    assert ("Peru", "fund school in", "Kenya", "asserted", "1974/2018") in claims(
        "Between 1974 and 2018, Peru funded schools in Kenya."
    )
