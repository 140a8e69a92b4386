"""Short names that a text defines in brackets."""

import pytest

from graph.extract.gazetteer import load_gazetteer
from graph.extract.names import find_names
from graph.extract.terms import make_lexicon
from graph.model import EntityType


def names(*texts):
    """The names of the last text, each as (words, name), once the document has all the texts."""
    lexicon = make_lexicon(list(texts), load_gazetteer())
    return [(texts[-1][n.start : n.end], n.name) for n in find_names(texts[-1], lexicon, load_gazetteer())]


def test_a_short_name_stands_for_the_person_before_its_bracket():
    found = names(
        "It thanked President Juan Boric of Chile (“the Facilitator”) again.", "It asked the Facilitator to speak."
    )
    assert found == [("Facilitator", "Juan Boric")]


def test_a_short_name_stands_for_the_body_before_its_bracket():
    found = names(
        'The Organization of Fishing States (hereinafter "the Organization") met.', "Then the Organization left."
    )
    assert found == [("Organization", "Organization of Fishing States")]


def test_a_head_noun_before_gets_the_name_that_ends_in_it():
    text = 'The Agreement signed in May by Mr. Ole Berg ("the Lima political Agreement" S/77) is new.'
    assert names(text)[0] == ("Agreement", "Lima political Agreement")
    assert names(text, "All keep the Lima Political Agreement alive.") == [
        ("Lima Political Agreement", "Lima political Agreement")
    ]


def test_a_head_noun_of_another_sentence_is_not_the_one_that_is_named():
    text = 'The Agreement is old. The one signed in May ("the Lima political Agreement") is new.'
    assert ("Agreement", "Lima political Agreement") not in names(text)


@pytest.mark.parametrize(
    "text",
    [
        "Norway and Chile (“the Parties”) met.",  # several
        "Norway said (“we shall see”) nothing.",  # words of somebody
        "Norway (the Kingdom) met.",  # no quotation marks
        "He met the old (“the Facilitator”) man.",  # no name before
    ],
)
def test_other_brackets_define_nothing(text):
    assert make_lexicon([text], load_gazetteer()).aliases == {}


@pytest.mark.model
def test_a_short_name_is_an_alias_with_its_reason(read):
    reading = read(
        'Norway joined the Oslo Convention on Fisheries ("the Fish Convention").\n\nChile left the Fish Convention.'
    )
    entity = next(e for e in reading.entities if e.id == "oslo-convention-on-fisheries")

    assert [(c.subject, c.relation, c.object) for c in reading.claims] == [
        ("norway", "joined", entity.id),
        ("chile", "leave", entity.id),
    ]
    assert entity.type is EntityType.AGREEMENT
    assert [(m.alias, m.reason) for m in entity.merged_because] == [
        ("Fish Convention", "short name defined in the text")
    ]
