import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.extract.text import is_capital, is_ordinal, opens_sentence, split_tokens


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("China's plan", ["China", "'s", "plan"]),
        ("China’s plan", ["China", "’s", "plan"]),
        ("states’ rights", ["states", "’", "rights"]),
        ("a U.S.-led force of the U.N.", ["a", "U.S.-led", "force", "of", "the", "U.N."]),
        ("Côte d’Ivoire’s ports", ["Côte", "d’Ivoire", "’s", "ports"]),
        ("don't", ["don't"]),
        ("6.4 percent of 1,000.", ["6.4", "percent", "of", "1,000", "."]),
        ("the 78th session", ["the", "78th", "session"]),
        ("(2025-2027)", ["(", "2025-2027", ")"]),
        ("2025–2027", ["2025–2027"]),
        ("all‑weather ties", ["all‑weather", "ties"]),
        ("OPEC+ met", ["OPEC+", "met"]),
        ("Mr. Boric met Dr. Silva.", ["Mr.", "Boric", "met", "Dr.", "Silva", "."]),
        ("", []),
        (" \n ", []),
    ],
)
def test_a_text_is_cut_into_words_and_marks(text, tokens):
    assert [t.text for t in split_tokens(text)] == tokens


@given(st.text(max_size=60))
def test_every_token_is_what_stands_at_its_place(text):
    tokens = split_tokens(text)
    places = [(t.start, t.end) for t in tokens]
    assert [text[start:end] for start, end in places] == [t.text for t in tokens]
    assert places == sorted(places)


@given(st.text(max_size=60))
def test_no_character_but_white_space_stands_outside_the_tokens(text):
    assert "".join(t.text for t in split_tokens(text)) == "".join(text.split())


def test_a_token_knows_whether_white_space_follows():
    assert [(t.text, t.spaced) for t in split_tokens("Peru's port\nopened.")] == [
        ("Peru", False),
        ("'s", True),
        ("port", True),
        ("opened", False),
        (".", False),
    ]


@pytest.mark.parametrize(
    ("word", "capital"),
    [("Peru", True), ("G20", True), ("Élysée", True), ("peru", False), ("(", False), ("2025", False)],
)
def test_a_capital_letter_makes_a_word_capital(word, capital):
    assert is_capital(word) is capital


@pytest.mark.parametrize(("word", "ordinal"), [("78th", True), ("1st", True), ("78", False), ("first", False)])
def test_an_ordinal_is_written_in_digits(word, ordinal):
    assert is_ordinal(word) is ordinal


def test_sentences_and_quotations_open_behind_marks():
    tokens = split_tokens("Peru grew. “Trade helped,” said Boric: ties grew.")
    assert [t.text for i, t in enumerate(tokens) if opens_sentence(tokens, i)] == ["Peru", "“", "Trade", "ties"]
