"""Who says it in readouts, joint statements and reports, beyond the sentence that names who speaks."""

import pytest

from graph.corpus.read import make_document
from graph.extract.pipeline import read_claims

pytestmark = pytest.mark.model


def claims(text):
    """Subject, relation, object and speaker of each claim."""
    reading = read_claims([make_document(text.encode(), name="a.txt")])
    labels = {e.id: e.label for e in reading.entities}
    return {
        (
            labels[c.subject],
            c.relation,
            labels[c.object] if isinstance(c.object, str) else c.object.text,
            labels[c.speaker] if c.attributed else None,
        )
        for c in reading.claims
    }


READOUT = """Foreign Minister Ana Berg Meets with Foreign Minister Karl Lund

Foreign Minister Ana Berg met with Foreign Minister Karl Lund in Lima. Ana Berg said that Peru supports Norway. \
Peru welcomes the Lima Treaty.

Karl Lund said that Norway supports Peru. Norway backs the Lima Treaty. The ministers visited Chile.
"""


def test_in_a_readout_what_is_so_now_goes_on_with_who_spoke_last():
    told = claims(READOUT)
    assert ("Peru", "welcomed", "Lima Treaty", "Ana Berg") in told
    assert ("Norway", "supports", "Lima Treaty", "Karl Lund") in told
    assert {speaker for _, relation, _, speaker in told if relation == "visited"} == {None}


def test_elsewhere_a_sentence_behind_a_report_is_the_document_s_own():
    text = READOUT.replace("Foreign Minister Ana Berg Meets with Foreign Minister Karl Lund", "A note on pacts")
    assert ("Peru", "welcomed", "Lima Treaty", None) in claims(text)


def test_the_sides_of_a_joint_statement_are_its_states_whoever_else_met():
    told = claims(
        "Joint Statement Between Peru and Norway\n\nPresident Ana Berg held talks with Prime Minister Karl Lund in "
        "Lima. The two sides welcomed the Lima Treaty. They thanked Chile.\n"
    )
    assert {s for s, r, *_ in told if r == "welcomed"} == {"Peru", "Norway"}
    assert {s for s, r, *_ in told if r == "thanked"} == {"Peru", "Norway"}


@pytest.mark.parametrize(
    "sentence",
    [
        "A senior official said Chile had attacked Peru.",
        '"Chile has attacked Peru," a senior official said.',
        "Chile, a senior official said, has attacked Peru.",
    ],
)
def test_who_speaks_without_a_name_speaks_all_the_same(sentence):
    (told,) = claims(f"Statement on the Coast\n\n{sentence}\n")
    assert told == ("Chile", "attacked", "Peru", "senior official (Statement on the Coast)")


def test_a_minister_whom_nobody_names_speaks_and_not_the_document():
    (told,) = claims("Statement on the Coast\n\nThe Minister said that Chile had attacked Peru and praised NATO.\n")
    assert told == ("Chile", "attacked", "Peru", "Minister (Statement on the Coast)")


def test_who_invites_is_told_before_a_visit():
    told = claims("A note\n\nAt the invitation of President Ana Berg, King Karl visited Peru.\n")
    assert ("Ana Berg", "invite", "Karl", None) in told


def test_who_is_invited_and_who_invites_are_the_two_leaders():
    told = claims(
        "A note\n\nAt the invitation of President Ana Berg, Prime Minister Karl Lund paid a State Visit to Peru. He "
        "thanked Minister Eva Holm. The two leaders signed the Lima Treaty.\n"
    )
    assert ("Karl Lund", "visited", "Peru", None) in told
    assert {s for s, r, *_ in told if r == "signed"} == {"Ana Berg", "Karl Lund"}


def test_what_is_bilateral_is_of_the_two_states_that_deal_with_each_other():
    told = claims(
        "Joint Statement Between Peru and Norway\n\nThe two sides welcomed the Lima Treaty. In 2024, bilateral trade "
        "reached 6 billion US dollars.\n"
    )
    assert ("bilateral trade of Peru and Norway", "reach", "6 billion US dollars", None) in told


def test_whom_a_headline_says_somebody_met_does_not_speak_in_it():
    told = claims(
        "Ana Berg Holds Talks with Prime Minister of Norway\n\nLima, 3 May 2024\n\n"
        "Ana Berg said that Peru supports Norway. "
        "Peru will buy ships from Norway.\n\nKarl Lund said that Norway backs the Lima Treaty. "
        "Norway thanked Peru for its "
        "help.\n\nChile attended the Lima Summit.\n"
    )
    assert {(subject, relation, speaker) for subject, relation, _, speaker in told} == {
        ("Peru", "supports", "Ana Berg"),
        ("Peru", "buy ship from", "Ana Berg"),
        ("Peru", "buy", "Ana Berg"),
        ("Norway", "supports", "Karl Lund"),
        ("Norway", "thanked", "Karl Lund"),
        ("Chile", "attended", None),
    }


def test_an_office_that_briefs_says_i():
    told = claims(
        "Briefing by the Special Envoy for Yemen to the Security Council\n\n3 May 2024\n\n"
        "I met with President Ana Silva. My office will convene the Lima Committee.\n"
    )
    assert told == {
        ("Special Envoy for Yemen", "met", "Ana Silva", None),
        (
            "Special Envoy for Yemen's office",
            "convene",
            "Lima Committee",
            None,
        ),
    }


@pytest.mark.parametrize(
    "opening",
    [
        "The Security Council of the African Union, at its 12th meeting held on 30 January 2024, on Sudan,",
        "The Security Council of the African Union (AU), at its 12th meeting,",
        "Acting under Article 7 of its Protocol, the Security Council of the African Union:",
    ],
)
def test_a_body_with_its_setting_is_the_subject_of_what_follows(opening):
    told = claims(
        f"Communiqué on Sudan\n\n30 January 2024\n\n{opening}\n\n"
        "1. Requests Egypt to support Chad;\n\n2. Thanks Kenya.\n"
    )
    assert {(subject, relation, thing) for subject, relation, thing, _ in told} == {
        ("Security Council of the African Union", "requested", "Egypt"),
        ("Egypt", "supports", "Chad"),
        ("Security Council of the African Union", "thanked", "Kenya"),
    }


def test_a_statement_that_follows_goes_on_over_paragraphs():
    told = claims(
        "Note\n\nAnna Smith issued the following statement:\n\n"
        '"Zambia has joined the Lima Pact. It supports Kenya.\n\n"Zambia has left the Cusco Pact."\n\n'
        "Chile attended the Lima Summit.\n"
    )
    assert told == {
        ("Zambia", "joined", "Lima Pact", "Anna Smith"),
        ("Zambia", "supports", "Kenya", "Anna Smith"),
        ("Zambia", "leave", "Cusco Pact", "Anna Smith"),
        ("Chile", "attended", "Lima Summit", None),
    }
