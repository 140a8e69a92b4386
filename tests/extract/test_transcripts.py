"""Who speaks in a transcript."""

import pytest

from graph.corpus.read import make_document
from graph.extract.pipeline import read_claims

pytestmark = pytest.mark.model

TALK = """Press Conference on 5 March 2024

Andes News: Peru has asked Norway to visit Lima. When will it?

Ana Berg: Norway supports Peru.

Chile joined the Lima Treaty.

Andes News: Peru thanked Chile.

Ana Berg: Norway thanked Chile.
"""


def speakers(text, name="a.txt"):
    reading = read_claims([make_document(text.encode(), name=name)])
    labels = {e.id: e.label for e in reading.entities}
    return {(labels[c.subject], c.relation, labels[c.speaker] if c.attributed else None) for c in reading.claims}


def test_each_turn_is_said_by_who_is_named_before_it():
    assert speakers(TALK) == {
        ("Peru", "requested", "Andes News"),
        ("Norway", "visited", "Andes News"),
        ("Norway", "supports", "Ana Berg"),
        ("Chile", "joined", "Ana Berg"),  # her second paragraph
        ("Peru", "thanked", "Andes News"),
        ("Norway", "thanked", "Ana Berg"),
    }


def test_what_is_asked_is_not_said_by_whom_the_document_speaks_for():
    text = """Norwegian Foreign Ministry Spokesperson's Press Conference

Q: Peru thanked Chile. What do you say?

Spokesperson: We support Chile.

Q: Will you join the Lima Treaty?

Spokesperson: We joined the Lima Treaty.
"""
    title = "Norwegian Foreign Ministry Spokesperson's Press Conference"

    assert speakers(text) == {
        ("Peru", "thanked", f"journalist ({title})"),
        ("Norway", "supports", "Spokesperson"),
        ("Norway", "joined", "Spokesperson"),
    }


def test_a_colon_now_and_then_makes_no_transcript():
    text = (
        "Note on pacts\n\nOne aim: Norway supports Peru.\n\nAnother aim: Peru thanked Chile.\n\nNorway visited Chile.\n"
    )

    assert {who for _, _, who in speakers(text)} == {None}


def test_names_in_bold_are_of_who_speaks_below_them():
    text = """# Norwegian Foreign Ministry Press Conference

**Andes News:** Peru thanked Chile. What do you say?

**Ana Berg:** We support Chile.

**Kyoto News:** Will you join the Lima Treaty?

**Ana Berg:** We joined the Lima Treaty.
"""

    assert speakers(text, name="a.md") == {
        ("Peru", "thanked", "Andes News"),
        ("Norway", "supports", "Ana Berg"),
        ("Norway", "joined", "Ana Berg"),
    }


def test_bold_headings_of_a_text_that_asks_nothing_speak_not():
    text = """# Fact Sheet

**Norway:** Peru thanked Chile.

**Chile:** Peru helps Chile.

**Norway:** Kenya helps Peru.
"""

    assert {who for _, _, who in speakers(text, name="a.md")} == {None}


def test_who_asks_is_named_in_brackets_and_who_answers_with_an_office():
    text = """Norwegian Foreign Ministry Spokesperson's Press Conference

Spokesperson Ms. Ana Berg: Norway supports Peru.

Question (Li Wen, Andes News): Peru thanked Chile. What do you say?

Spokesperson: Norway thanked Chile.

Question (Eva Holm, Kyoto News): Peru joined the Lima Treaty. Will you?

Spokesperson: Norway joined the Lima Treaty.

Background

Chile joined the Lima Treaty.
"""

    assert speakers(text) == {
        ("Ana Berg", "hasRole", None),
        ("Li Wen", "be of", None),
        ("Eva Holm", "be of", None),
        ("Norway", "supports", "Ana Berg"),
        ("Peru", "thanked", "Li Wen"),
        ("Norway", "thanked", "Ana Berg"),
        ("Peru", "joined", "Eva Holm"),
        ("Norway", "joined", "Ana Berg"),
        ("Chile", "joined", None),
    }


BRIEFING = """Weekly Briefing by the Chief Spokesperson, Ms. Ana Berg, on the visit of President Carl Beck

Ms. Berg: Good morning. Norway supports Peru.

Question (Andes News): Peru thanked Chile. What do you say?

{label}: We thanked Chile.

Question (Kyoto News): Will you join the Lima Treaty?

{label}: We joined the Lima Treaty.
"""


@pytest.mark.parametrize("label", ["Answer", "A", "Reply", "Response"])
def test_an_answer_is_of_whom_the_heading_names(label):
    title = "Ministry of Foreign Affairs of the Kingdom of Norway\n\n"

    assert speakers(title + BRIEFING.format(label=label)) == {
        ("Ana Berg", "hasRole", None),
        ("Ana Berg", "be chief spokesperson of", None),
        ("Norway", "supports", "Ana Berg"),
        ("Peru", "thanked", "Andes News"),
        ("Norway", "thanked", "Ana Berg"),
        ("Norway", "joined", "Ana Berg"),
    }


def test_an_answer_is_of_the_one_who_begins_and_of_nobody_where_two_may_answer():
    text = BRIEFING.format(label="Answer").partition("\n")[2]
    both = text.replace("Question (A", "Mr. Beck: Norway helps Peru.\n\nQuestion (A")
    answers = {("Norway", "joined"): "Berg", ("Norway", "thanked"): "Berg"}

    def told(text):
        found = speakers("Press Conference at the Norwegian Foreign Ministry\n\n" + text)
        return {(who, what): by for who, what, by in found if (who, what) in answers}

    assert told(text) == answers
    assert set(told(both).values()) == {None}


def test_a_label_in_capitals_may_tell_a_name_in_brackets_once():
    text = """Ministry of Foreign Affairs of Norway
Weekly Press Briefing

SPOKESPERSON (Ms. Ana Berg): Good morning. Norway thanked Chile.

QUESTION (Andes News): Peru thanked Chile. What do you say?

SPOKESPERSON: We support Chile.

QUESTION (Kyoto News): Will Norway join the Lima Treaty?

SPOKESPERSON: Norway joined the Lima Treaty.
"""

    assert speakers(text) >= {
        ("Norway", "thanked", "Ana Berg"),
        ("Peru", "thanked", "Andes News"),
        ("Norway", "supports", "Ana Berg"),
        ("Norway", "joined", "Ana Berg"),
    }


def test_an_office_before_a_turn_is_of_whom_the_text_above_tells():
    text = """Noon Briefing

A transcript of the briefing by Ana Berg, Spokeswoman for the Ministry.

Question: Peru thanked Chile. What do you say?

Spokeswoman: Norway supports Chile.

Question: Will you visit Lima?

Spokeswoman: Norway joined the Lima Treaty.
"""
    assert speakers(text) == {
        ("Peru", "thanked", "journalist (Noon Briefing)"),
        ("Norway", "supports", "Ana Berg"),
        ("Norway", "joined", "Ana Berg"),
    }
