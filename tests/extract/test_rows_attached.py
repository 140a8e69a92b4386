"""What is hung on its neighbour and belongs elsewhere: companions, situations, documents, offices behind openings."""

import pytest

from graph.corpus.read import make_lines
from graph.extract.rows import read_open

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Norway thanks Kenya for its role in Somalia.",
            [("Norway", "thanks", "Kenya"), ("Norway", "thanks Kenya for", "its role in Somalia")],
        ),
        (
            "Brazil noted with concern the situation in Sudan.",
            [("Brazil", "noted", "situation in Sudan"), ("Brazil", "noted situation in", "Sudan")],
        ),
        (
            "At the invitation of King Karl III, the President of Peru, Ana Silva, visited Oslo.",
            [
                ("Ana Silva", "visited", "Oslo"),
                ("King Karl III", "invitation of", "Ana Silva"),
                ("Ana Silva", "visited Oslo at", "invitation of King Karl III"),
                ("Karl III", "is", "king"),
                ("Ana Silva", "is president of", "Peru"),
            ],
        ),
        (
            "Together with Denmark, Norway recognised Palestine.",
            [("Denmark", "recognised", "Palestine"), ("Norway", "recognised", "Palestine")],
        ),
        (
            "Norway supports peace in Gaza and the release of hostages.",
            [
                ("Norway", "supports", "peace in Gaza"),
                ("Norway", "supports", "release of hostages"),
                ("Norway", "supports peace in", "Gaza"),
            ],
        ),
        (
            "Norway discussed trade and the situation in Darfur.",
            [("Norway", "discussed", "trade"), ("Norway", "discussed", "situation in Darfur")],
        ),
        (
            "Brazil read the report on Chad, which was written by Oxfam.",
            [
                ("Brazil", "read", "report on Chad"),
                ("Brazil", "read report on", "Chad"),
                ("report on Chad", "was written by", "Oxfam"),
            ],
        ),
        ("Kenyan soldiers lay down their arms.", [("Kenyan soldiers", "lay down", "their arms")]),
        (
            "Norway visited Rwanda, a member of the Commonwealth since 2009.",
            [("Norway", "visited", "Rwanda"), ("Rwanda", "is member of", "Commonwealth")],
        ),
        (
            "Along with Chad, Norway signed the Lima Treaty.",
            [("Chad", "signed", "Lima Treaty"), ("Norway", "signed", "Lima Treaty")],
        ),
        (
            "Kenya, which hosts Syrian refugees, called for aid.",
            [("Kenya", "called for", "aid"), ("Kenya", "hosts", "Syrian refugees")],
        ),
    ],
)
def test_a_word_goes_with_what_it_belongs_to(text, expected):
    rows = [row for _, row in read_open(make_lines(text.encode(), name="lines.txt"))]

    assert [(row["subject"], row["relation"], row["object"]) for row in rows] == expected
