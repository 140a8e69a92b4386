"""Open rows of sentences with phrases set off, and of quantities."""

import pytest

from graph.corpus.read import make_lines
from graph.extract.rows import read_open

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The daughter of a Scottish surveyor, Moira Dasgupta spent her childhood in Chittagong.",
            [
                ("Moira Dasgupta", "spent", "her childhood"),
                ("Moira Dasgupta", "spent childhood in", "Chittagong"),
                ("Moira Dasgupta", "is daughter of", "Scottish surveyor"),
            ],
        ),
        (
            "A former minister, Silva joined the board in 2010.",
            [
                ("Silva", "joined", "board"),
                ("Silva", "joined board in", "2010"),
                ("Silva", "is", "former minister"),
            ],
        ),
        (
            "The youngest of seven children of a Methodist minister, Penrose grew up in Dunhaven.",
            [
                ("Penrose", "grew up in", "Dunhaven"),
            ],
        ),
        (
            "Her marriage to the poet Karl Berg ended in 1927.",
            [
                ("Her marriage to the poet", "ended in", "1927"),
                ("Karl Berg", "is", "poet"),
            ],
        ),
        (
            "The stadium, home to the Bayside Comets since 1968, seats 41,000 spectators.",
            [
                ("stadium", "seats", "41,000 spectators"),
            ],
        ),
        (
            "The telescope's mirror, 8.4 metres across, consists of eighteen segments.",
            [
                ("telescope's mirror", "consists of", "eighteen segments"),
            ],
        ),
        (
            "Ottoline Farrow (née Brask; 4 May 1899 – 17 October 1983) was an English potter.",
            [
                ("Ottoline Farrow", "was", "English potter"),
            ],
        ),
        (
            "The town is known for its covered market, its tanneries and the annual festival.",
            [
                ("town", "is known for", "its covered market"),
                ("town", "is known for", "its tanneries"),
                ("town", "is known for", "annual festival"),
            ],
        ),
        (
            "The commission shall consist of a chair and six members appointed by the President.",
            [
                ("commission", "shall consist of", "chair"),
                ("commission", "shall consist of", "six members appointed by the President"),
                ("six members", "appointed by", "President"),
            ],
        ),
        (
            "He nodded to the porter and, without a word, followed her up the stairs.",
            [
                ("He", "nodded to", "porter"),
                ("He", "followed", "her"),
                ("He", "followed her up", "stairs"),
                ("He", "followed her without", "word"),
            ],
        ),
        (
            "Dockers will walk out on Monday.",
            [
                ("Dockers", "will walk out on", "Monday"),
            ],
        ),
        (
            "Pellworth has spent $900m on its service.",
            [
                ("Pellworth", "has spent", "$900m"),
                ("Pellworth", "has spent 900m on", "its service"),
            ],
        ),
        (
            "The firm hopes to win the race and set a record.",
            [
                ("firm", "hopes to win", "race"),
                ("firm", "hopes to set", "record"),
            ],
        ),
        (
            "Sandell owns roughly a quarter of the company.",
            [
                ("Sandell", "owns", "roughly a quarter of the company"),
            ],
        ),
        (
            "About 600 are in Germany.",
            [
                ("About 600", "are in", "Germany"),
            ],
        ),
        (
            "The people, who number about 6,000, inhabit the marshes.",
            [
                ("people", "inhabit", "marshes"),
                ("people", "number", "about 6,000"),
            ],
        ),
        (
            "The two men, Sven Aldous and Raj Mohandas, held the record.",
            [("two men", "held", "record"), ("Sven Aldous", "held", "record"), ("Raj Mohandas", "held", "record")],
        ),
        (
            "Two of its directors, Ann Loomis and Carl Beck, called for a sale.",
            [
                ("Two of its directors, Ann Loomis and Carl Beck", "called for", "sale"),
            ],
        ),
        (
            "Three ministers, all from Lima, resigned on Monday.",
            [("Three ministers", "resigned on", "Monday")],
        ),
        (
            "The firm hired two lawyers, Ann Berg and Carl Beck.",
            [
                ("firm", "hired", "two lawyers"),
                ("firm", "hired", "Ann Berg"),
                ("firm", "hired", "Carl Beck"),
            ],
        ),
        (
            "One brother went to Paris and the other to Rome.",
            [
                ("One brother", "went to", "Paris"),
            ],
        ),
        (
            "With Price nursing an injury, the selectors called up Amir Qureshi.",
            [
                ("selectors", "called up", "Amir Qureshi"),
                ("Price", "nursing", "injury"),
            ],
        ),
    ],
)
def test_what_is_set_off_stands_beside_the_subject(text, expected):
    rows = [row for _, row in read_open(make_lines(text.encode(), name="lines.txt"))]
    denied = ["not: " if row["polarity"] == "negated" else "" for row in rows]

    told = [(row["subject"], no + row["relation"], row["object"]) for no, row in zip(denied, rows, strict=True)]

    assert told == expected
