"""Open rows of sentences as reports of events have them."""

import pytest

from graph.corpus.read import make_lines
from graph.extract.rows import read_open

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "KHARTOUM, March 3 (Agency) - Sudan's information minister on Sunday accused Chadian agents.",
            [
                ("Sudan's information minister", "accused", "Chadian agents"),
                ("Sudan's information minister", "accused agents on", "Sunday"),
            ],
        ),
        (
            "The U.N. Security Council on Friday approved a resolution.",
            [
                ("U.N. Security Council", "approved", "resolution"),
                ("U.N. Security Council", "approved resolution on", "Friday"),
            ],
        ),
        (
            "Iron reacts with oxygen.",
            [
                ("Iron", "reacts with", "oxygen"),
            ],
        ),
        (
            "The pancreas secretes insulin, which lowers the level of glucose.",
            [
                ("pancreas", "secretes", "insulin"),
                ("insulin", "lowers", "level of glucose"),
            ],
        ),
        (
            "Visiting Chinese Premier Li Wen met farmers.",
            [
                ("Premier Li Wen", "met", "farmers"),
                ("Premier Li Wen", "is premier of", "China"),
            ],
        ),
        (
            "Ten hostages, including a French journalist, were released by the Abu Sayyaf group.",
            [
                ("Ten hostages", "were released by", "Abu Sayyaf group"),
                ("French journalist", "were released by", "Abu Sayyaf group"),
            ],
        ),
        (
            "The ambassador was handed a note condemning the burning of the flag.",
            [
                ("ambassador", "was handed", "note"),
                ("note", "condemning", "burning of the flag"),
            ],
        ),
        (
            "The archbishop was barred from leaving the country by immigration officers.",
            [
                ("archbishop", "was barred by", "immigration officers"),
                ("archbishop", "was barred from", "leaving the country"),
                ("archbishop", "not: leaving", "country"),
            ],
        ),
        (
            "Lusenga is bordered by Botswana to the north and Namibia to the west.",
            [
                ("Lusenga", "is bordered by", "Botswana"),
                ("Lusenga", "is bordered by", "Namibia"),
            ],
        ),
        (
            "The mayor was beaten and robbed by soldiers.",
            [
                ("mayor", "was beaten by", "soldiers"),
                ("mayor", "robbed by", "soldiers"),
            ],
        ),
        (
            "Iran-backed fighters attacked a base.",
            [
                ("Iran-backed fighters", "attacked", "base"),
                ("Iran-backed fighters", "backed by", "Iran"),
            ],
        ),
        (
            "Foreign Minister Carlo Benedetti visited Paris.",
            [
                ("Foreign Minister Carlo Benedetti", "visited", "Paris"),
                ("Carlo Benedetti", "is", "foreign minister"),
            ],
        ),
        (
            "President Boric met French President Macron.",
            [
                ("President Boric", "met", "President Macron"),
                ("Boric", "is", "president"),
                ("President Macron", "is president of", "France"),
            ],
        ),
        (
            "Kenya insists that Peru leave the pact.",
            [
                ("Kenya", "insists", "Peru leave the pact"),
                ("Peru", "leave", "pact"),
            ],
        ),
        (
            'Peruvian authorities extradited drug lord Hector "El Zorro" Mamani to the United States.',
            [
                ("Peruvian authorities", "extradited", 'Hector "El Zorro" Mamani'),
                ("Peruvian authorities", 'extradited Hector "El Zorro" Mamani to', "United States"),
                ('Hector "El Zorro" Mamani', "is", "drug lord"),
            ],
        ),
        (
            "Kyiv said it shot down five drones, while Moscow denied firing any missile.",
            [
                ("Kyiv", "said", "it shot down five drones"),
                ("it", "shot down", "five drones"),
                ("Moscow", "denied firing", "any missile"),
            ],
        ),
        (
            "The minister was quoted as saying by the Granma newspaper that the talks failed.",
            [
                ("minister", "was quoted by", "Granma newspaper"),
                ("minister", "saying", "the talks failed"),
                ("talks", "failed", ""),
            ],
        ),
        (
            "The prime minister called for the president to resign.",
            [("prime minister", "called for", "the president to resign"), ("president", "to resign", "")],
        ),
        (
            "He died in a Havana hospital of complications from diabetes.",
            [
                ("He", "died in", "Havana hospital"),
                ("He", "died of", "complications"),
                ("He", "died from", "diabetes"),
            ],
        ),
    ],
)
def test_an_event_is_told_by_who_did_it(text, expected):
    rows = [row for _, row in read_open(make_lines(text.encode(), name="lines.txt"))]
    denied = ["not: " if row["polarity"] == "negated" else "" for row in rows]

    told = [(row["subject"], no + row["relation"], row["object"]) for no, row in zip(denied, rows, strict=True)]

    assert told == expected
