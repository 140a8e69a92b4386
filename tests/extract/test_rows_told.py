"""Open rows of what is said, and of what people are beside their names."""

import pytest

from graph.corpus.read import make_lines
from graph.extract.rows import read_open

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Officials said that the navy had intercepted a cargo ship.",
            [
                ("Officials", "said", "the navy had intercepted a cargo ship"),
                ("navy", "had intercepted", "cargo ship"),
            ],
        ),
        (
            "Researchers are testing whether seaweed can replace plastic.",
            [
                ("Researchers", "are testing", "whether seaweed can replace plastic"),
                ("seaweed", "can replace", "plastic"),
            ],
        ),
        (
            "“Our algorithm spots tumours,” said Femi Adeyinka.",
            [
                ("Femi Adeyinka", "said", "Our algorithm spots tumours"),
                ("Our algorithm", "spots", "tumours"),
            ],
        ),
        (
            "The company hired software engineer Lena Park.",
            [
                ("company", "hired", "Lena Park"),
                ("Lena Park", "is", "software engineer"),
            ],
        ),
        (
            "Researchers at the University of Leeds mapped the marsh in 2021.",
            [
                ("Researchers at the University of Leeds", "mapped", "marsh"),
                ("Researchers at the University of Leeds", "mapped marsh in", "2021"),
            ],
        ),
        (
            "The minister rejected the plan to close the port, calling it reckless.",
            [
                ("minister", "rejected", "plan to close the port"),
                ("minister", "rejected plan to close", "port"),
                ("minister", "calling it", "reckless"),
                ("minister", "calling", "it"),
            ],
        ),
        (
            "The minister rejected a plan to sell the port, calling it a gift to pirates.",
            [
                ("minister", "rejected", "plan"),
                ("minister", "rejected plan to sell", "port"),
                ("minister", "calling it", "gift to pirates"),
                ("minister", "calling", "it"),
            ],
        ),
        (
            "The canal is one of the oldest in the region.",
            [
                ("canal", "is", "one of the oldest in the region"),
            ],
        ),
        (
            "Experts at the World Bank praised the reform.",
            [
                ("Experts at the World Bank", "praised", "reform"),
            ],
        ),
    ],
)
def test_what_is_told_of_a_saying_and_of_a_person(text, expected):
    rows = [row for _, row in read_open(make_lines(text.encode(), name="lines.txt"))]
    denied = ["not: " if row["polarity"] == "negated" else "" for row in rows]

    told = [(row["subject"], no + row["relation"], row["object"]) for no, row in zip(denied, rows, strict=True)]

    assert told == expected
