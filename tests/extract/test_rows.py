"""Open extractions: every relation of a sentence, ordinary nouns included, in the sentence's own words."""

import pytest

from graph.corpus.read import make_lines
from graph.extract.rows import read_open

pytestmark = pytest.mark.model


def read(text):
    return [row for _, row in read_open(make_lines(text.encode(), name="lines.txt"))]


def triples(text):
    return [(row["subject"], row["relation"], row["object"]) for row in read(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rain fills the pond.", [("Rain", "fills", "pond")]),
        ("She grew up in Lagos.", [("She", "grew up in", "Lagos")]),
        (
            "The bridge was built by two engineers in 1950.",
            [("bridge", "was built by", "two engineers"), ("bridge", "was built in", "1950")],
        ),
        (
            "The court fined the company on Monday.",
            [("court", "fined", "company"), ("court", "fined company on", "Monday")],
        ),
        ("Ana Costa, a lawyer from Porto, leads the firm.", [
            ("Ana Costa", "leads", "firm"),
            ("Ana Costa", "is", "lawyer from Porto"),
        ]),
        ("The nurse asked the driver to stop the bus.", [
            ("nurse", "asked", "driver"),
            ("driver", "to stop", "bus"),
        ]),
        ("French President Macron greeted the crowd.", [
            ("President Macron", "greeted", "crowd"),
            ("President Macron", "is president of", "France"),
        ]),
        ("The bank's decision to raise rates surprised investors.", [
            ("bank's decision", "surprised", "investors"),
            ("bank", "to raise", "rates"),
        ]),
        ("Why did the firm buy the mine?", []),
    ],
)  # fmt: skip
def test_a_sentence_gives_its_relations_in_its_own_words(text, expected):
    assert triples(text) == expected


def test_a_line_that_looks_like_a_heading_is_read_as_a_sentence():
    assert triples("Rebels freed two hostages\nThe rebels took the town") == [
        ("Rebels", "freed", "two hostages"),
        ("rebels", "took", "town"),
    ]


def test_a_pronoun_keeps_its_word_and_tells_its_name():
    row = read("Norway said it would join the Arctic Council.")[0]

    assert (row["subject"], row["subject_name"]) == ("it", "Norway")
    assert (row["relation"], row["object_name"]) == ("would join", "Arctic Council")
    assert (row["modality"], row["speaker"]) == ("possible", "Norway")


def test_the_sentence_is_cut_out_of_its_line_exactly():
    text = "  Rain came.\tThe flood hit the “old” town.  "

    row = read(text)[0]

    assert text[row["start"] : row["end"]] == row["sentence"] == "The flood hit the “old” town."


def test_lines_know_nothing_of_each_other():
    assert triples("The army took the town.\nIt burned the bridge.") == [
        ("army", "took", "town"),
        ("It", "burned", "bridge"),
    ]
    assert [row["subject_name"] for row in read("The army took the town.\nIt burned the bridge.")] == ["army", "It"]


def test_a_relation_that_is_denied_says_so():
    row = read("The union did not sign the contract.")[0]

    assert (row["relation"], row["polarity"]) == ("did not sign", "negated")
