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
    ],
)
def test_what_is_told_of_a_saying_and_of_a_person(text, expected):
    rows = [row for _, row in read_open(make_lines(text.encode(), name="lines.txt"))]
    denied = ["not: " if row["polarity"] == "negated" else "" for row in rows]

    told = [(row["subject"], no + row["relation"], row["object"]) for no, row in zip(denied, rows, strict=True)]

    assert told == expected
