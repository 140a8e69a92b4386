"""Open rows of sentences in another order than subject, verb, object, and of what they deny."""

import pytest

from graph.corpus.read import make_lines
from graph.extract.rows import read_open

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "On the hill stands a castle.",
            [
                ("castle", "stands on", "hill"),
            ],
        ),
        (
            "Opposite the town hall stands a statue of Pieter Vonk.",
            [
                ("statue of Pieter Vonk", "stands opposite", "town hall"),
            ],
        ),
        (
            "Central to the strategy is a treaty with Kenya.",
            [
                ("treaty", "is central to", "strategy"),
            ],
        ),
        (
            "Attached to the letter was a map of the border.",
            [
                ("map of the border", "was attached to", "letter"),
            ],
        ),
        (
            "Attending the meeting were the presidents of Kenya and Ghana.",
            [
                ("presidents of Kenya and Ghana", "were attending", "meeting"),
            ],
        ),
        (
            "It was in Lima that the firm opened an office.",
            [
                ("firm", "opened", "office"),
                ("firm", "opened office in", "Lima"),
            ],
        ),
        (
            "It was in 1923 that the company built the bridge.",
            [
                ("company", "built", "bridge"),
                ("company", "built bridge in", "1923"),
            ],
        ),
        (
            "Never in her life had Rosamund seen so many gulls.",
            [
                ("Rosamund", "not: Never had seen", "many gulls"),
                ("Rosamund", "not: Never had seen gulls in", "her life"),
            ],
        ),
        (
            "He pleaded not guilty to two counts of fraud.",
            [
                ("He", "not: pleaded not guilty to", "two counts of fraud"),
            ],
        ),
        (
            "Nothing prevents the commissioner from disclosing information.",
            [
                ("commissioner", "disclosing", "information"),
            ],
        ),
        (
            "The army, not the police, opened fire.",
            [
                ("army", "opened", "fire"),
            ],
        ),
        (
            "It was Anna and not Peter who broke the vase.",
            [
                ("Anna", "broke", "vase"),
            ],
        ),
        (
            "What we don’t need is a new treaty.",
            [
                ("we", "not: don’t need", "new treaty"),
            ],
        ),
        (
            "Neither France nor Spain signed the treaty.",
            [
                ("France", "not: signed", "treaty"),
                ("Spain", "not: signed", "treaty"),
            ],
        ),
        (
            "Kenya, said Ms. Odu, had sent 400 officers to Haiti.",
            [
                ("Kenya", "had sent", "400 officers"),
                ("Kenya", "had sent officers to", "Haiti"),
            ],
        ),
        (
            "The port, said the ministry on Monday, was seized by rebels.",
            [
                ("port", "was seized by", "rebels"),
            ],
        ),
    ],
)
def test_a_sentence_in_another_order_says_the_same(text, expected):
    rows = [row for _, row in read_open(make_lines(text.encode(), name="lines.txt"))]
    denied = ["not: " if row["polarity"] == "negated" else "" for row in rows]

    told = [(row["subject"], no + row["relation"], row["object"]) for no, row in zip(denied, rows, strict=True)]

    assert told == expected
