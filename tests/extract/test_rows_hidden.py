"""Open rows of sentences that the parse reads as a mere noun phrase, and of deeds told with their doers."""

import pytest

from graph.corpus.read import make_lines
from graph.extract.rows import read_open

pytestmark = pytest.mark.model


def rows(text):
    return [
        (("not " if row["polarity"] == "negated" else "") + row["subject"], row["relation"], row["object"])
        for _, row in read_open(make_lines(text.encode(), name="lines.txt"))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A raid by Somali forces on a village near Baidoa killed a commander.", [
            ("raid by Somali forces on a village near Baidoa", "killed", "commander"),
            ("Somali forces", "raid on", "village"),
        ]),
        ("The ministry blames the outage on an attack by a foreign power.", [
            ("ministry", "blames", "outage"),
            ("ministry", "blames outage on", "attack by a foreign power"),
        ]),
        ("Maria Voss, a chemist from Graz, isolated the acid in 1911.", [
            ("Maria Voss", "isolated", "acid"),
            ("Maria Voss", "isolated acid in", "1911"),
            ("Maria Voss", "is chemist from", "Graz"),
        ]),
        ("The agency tests drinking water and publishes the results.", [
            ("agency", "tests", "drinking water"),
            ("agency", "publishes", "results"),
        ]),
        ("The laboratory tests drinking water from wells.", [
            ("laboratory", "tests", "drinking water"),
            ("laboratory", "tests water from", "wells"),
        ]),
        ("Sweden gave Eritrea medicines worth $2 million.", [
            ("Sweden", "gave", "medicines worth $2 million"),
            ("Sweden", "gave medicines to", "Eritrea"),
            ("medicines", "is worth", "$2 million"),
        ]),
        ("A fire at a textile mill that injured 40 workers was put out after six hours.", [
            ("fire", "was put out after", "six hours"),
            ("fire", "injured", "40 workers"),
        ]),
        ("As a young officer he served under General Ostrow.", [
            ("he", "served under", "General Ostrow"),
            ("he", "served as", "young officer"),
            ("Ostrow", "is", "general"),
        ]),
        ("The bombing of a hotel in Mogadishu that killed seven was condemned by the Vatican.", [
            ("bombing of a hotel in Mogadishu", "was condemned by", "Vatican"),
            ("bombing of a hotel in Mogadishu", "killed", "seven"),
        ]),
        ("Children are vaccinated against measles free of charge.", [
            ("Children", "are vaccinated against", "measles"),
            ("Children", "are vaccinated", "free of charge"),
        ]),
        ("Protesters demanded that the president resign.", [
            ("Protesters", "demanded", "the president resign"),
            ("president", "resign", ""),
        ]),
        ("The judge recommended that the state fund two clinics.", [
            ("judge", "recommended", "the state fund two clinics"),
            ("state", "fund", "two clinics"),
        ]),
        ("Teachers blame the shortage of places on the closure of three schools.", [
            ("Teachers", "blame", "shortage of places"),
            ("Teachers", "blame shortage on", "closure of three schools"),
        ]),
        ("The senate voted to impeach Rosa Lind for taking bribes.", [
            ("senate", "voted to impeach", "Rosa Lind"),
            ("senate", "voted to impeach Lind for", "taking bribes"),
            ("Rosa Lind", "taking", "bribes"),
        ]),
    ],
)  # fmt: skip
def test_a_verb_is_found_that_passes_for_another_word(text, expected):
    assert rows(text) == expected
