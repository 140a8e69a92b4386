"""Stepping through a parser's transitions ends where the model's own run ends."""

import pytest

from graph.extract.spacy_model import load_model
from graph.extract.stepping import annotate

TEXTS = [
    "Norway and Peru signed the Treaty of Lima on 3 May 2021, which Kenya's parliament had rejected twice.",
    "",
    "\n",
    'Ms. Ada Obi of the World Bank told reporters in Accra: "We\'ll lend $20 million." Nobody asked why.',
    "Yes.",
]


def described(docs):
    return [
        [(w.text, w.tag_, w.pos_, w.lemma_, w.dep_, w.head.i, w.ent_iob_, w.ent_type_, w.is_sent_start) for w in doc]
        for doc in docs
    ]


@pytest.mark.parametrize("size", [1, 2, 64])
def test_docs_are_annotated_as_by_the_models_own_pipe(size):
    nlp = load_model()
    stepped = annotate(nlp, map(nlp.make_doc, TEXTS), size=size)
    assert described(stepped) == described(nlp.pipe(TEXTS, batch_size=size))


def test_docs_without_words_are_left_as_they_are():
    nlp = load_model()
    assert described(annotate(nlp, [nlp.make_doc("")], size=64)) == [[]]


def test_a_parser_with_a_beam_runs_by_itself(monkeypatch):
    nlp = load_model.__wrapped__()
    for name in ("parser", "ner"):
        nlp.get_pipe(name).cfg["beam_width"] = 2
    monkeypatch.setattr("graph.extract.stepping.step_through", None)
    assert described(annotate(nlp, [nlp.make_doc(TEXTS[0])], size=1)) == described([nlp(TEXTS[0])])
