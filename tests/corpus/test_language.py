"""Only English is read; what is surely in another language is refused."""

import pytest

from graph.corpus.language import check_language, english_only
from graph.corpus.read import make_document
from graph.errors import CorpusError


def check(text):
    check_language(make_document(text.encode(), name="note.txt"))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("La présidente a signé un accord avec la Norvège. Les deux pays ont adopté une déclaration commune.", "fr"),
        ("Die Bundesregierung hat das Abkommen über die Fischerei mit Norwegen in Berlin unterzeichnet.", "de"),
        ("El presidente firmó un acuerdo con Noruega sobre la pesca en el océano y la protección del mar.", "es"),
        ("挪威与智利签署了渔业协定。", "zh"),
        ("Президент подписал соглашение с Норвегией о рыболовстве.", "ru"),  # noqa: RUF001
    ],
)
def test_another_language_is_refused_by_its_code(text, code):
    with pytest.raises(CorpusError, match=rf"note\.txt: seems to be in another .* \(code {code}\).*--force"):
        check(text)


@pytest.mark.parametrize(
    "text",
    [
        "Norway signed a pact.",
        "# GOI, GPI\n\n- Oslo\n- Lima\n",
        "12 34",
        "The president, Mme Élodie Brûlé, said: “Vive la République!” to the people of the town.",
    ],
)
def test_english_and_what_is_too_short_to_tell_pass(text):
    check(text)


def test_passages_in_another_language_are_left_unread_and_the_text_stays():
    text = (
        "Norway signed the Lima Declaration, and the ministers of Peru met in the capital.\n\n"
        "La présidente a signé un accord avec la Norvège sur la pêche, et les deux pays sont unis.\n\n"
        "Oslo, Lima\n\n"
        "Kenya joined the treaty.\n"
    )
    document = make_document(text.encode(), name="note.txt")
    read = english_only(document)

    assert [p.text[:6] for p in read.passages] == ["Norway", "Oslo, ", "Kenya "]
    assert read.text == text


def test_a_long_sentence_in_another_language_inside_a_passage_is_left_unread():
    english = "Norway signed the Lima Declaration, and the ministers of Peru met in the capital. "
    french = "La présidente a signé un accord avec la Norvège sur la pêche, et les deux pays sont unis. "
    document = make_document(f"{english}{french}Kenya joined the treaty.".encode(), name="note.txt")
    (passage,) = english_only(document).passages

    assert passage.text == f"{english}Kenya joined the treaty."
    assert "".join(document.text[o] for o in passage.offsets) == passage.text
