"""Open rows of sentences whose subject, denial or preposition is easily lost."""

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
        ("Elected mayor of Porto Novo in 1999, Lopes introduced free bus travel.", [
            ("Lopes", "introduced", "free bus travel"),
            ("Lopes", "Elected", "mayor of Porto Novo"),
            ("Lopes", "Elected in", "1999"),
        ]),
        ("Insulin lowers the level of glucose.", [("Insulin", "lowers", "level of glucose")]),
        ("The city is home to two universities.", [("city", "is", "home to two universities")]),
        ("Weber said Germany would continue its aid and rejected calls for talks.", [
            ("Weber", "said", "Germany would continue its aid"),
            ("Germany", "would continue", "its aid"),
            ("Weber", "rejected", "calls for talks"),
            ("Weber", "rejected calls for", "talks"),
        ]),
    ],
)  # fmt: skip
def test_the_subject_is_found_where_the_parse_has_none_or_two(text, expected):
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The soldiers acted on behalf of the state.", [("soldiers", "acted on behalf of", "state")]),
        ("Protesters gathered in front of the bank.", [("Protesters", "gathered in front of", "bank")]),
        ("The moon contains an ocean beneath its icy crust.", [
            ("moon", "contains", "ocean"),
            ("moon", "contains ocean beneath", "its icy crust"),
        ]),
        ("The land was given to the church by the king.", [
            ("land", "was given by", "king"),
            ("land", "was given to", "church"),
        ]),
        ("Speaking to reporters, Weber defended the plan.", [
            ("Weber", "defended", "plan"),
            ("Weber", "Speaking to", "reporters"),
        ]),
        ("Nicaragua stripped 94 dissidents of their citizenship.", [
            ("Nicaragua", "stripped", "94 dissidents"),
            ("Nicaragua", "stripped dissidents of", "their citizenship"),
        ]),
        ("Canada joined Peru in banning the app.", [
            ("Canada", "joined", "Peru"),
            ("Canada", "joined Peru in", "banning the app"),
            ("Canada", "banning", "app"),
            ("Peru", "banning", "app"),
        ]),
        ("The rebels released all minors.", [("rebels", "released", "all minors")]),
        ("Former Peruvian President Hugo Barrantes met the king.", [
            ("President Hugo Barrantes", "met", "king"),
            ("President Hugo Barrantes", "is former president of", "Peru"),
        ]),
    ],
)  # fmt: skip
def test_prepositions_of_several_words_places_and_numbers_are_told(text, expected):
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The minister dismissed reports that Russia sent troops.", [
            ("minister", "dismissed", "reports"),
            ("not Russia", "sent", "troops"),
        ]),
        ("The court found no evidence that the firm had bribed officials.", [
            ("not court", "found", "evidence"),
        ]),
        ("The treaty was signed by neither Peru nor Chile.", [
            ("not treaty", "was signed by", "Peru"),
            ("not treaty", "was signed by", "Chile"),
        ]),
        ("The rebels met neither the king nor the queen.", [
            ("not rebels", "met", "king"),
            ("not rebels", "met", "queen"),
        ]),
        ("Instead of attacking the town, the rebels left the valley.", [
            ("rebels", "left", "valley"),
        ]),
    ],
)  # fmt: skip
def test_what_is_denied_or_unfounded_is_never_told_as_done(text, expected):
    assert rows(text) == expected
