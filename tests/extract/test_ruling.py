"""What a word's tag, form and label decide is looked up once, and is what spaCy's own ruler gives."""

import pytest
import spacy
from spacy.pipeline.attributeruler import AttributeRuler
from spacy.tokens import Doc

from graph.extract.ruling import ruler_of
from graph.extract.spacy_model import load_model

ODD = "I ain't gonna go, y'all.  Let's get it: there's a man, and he'd\n do it. He said that 'em ol' days were his, not ours."
PLAIN = "The ministers who met in Oslo have signed it, and that treaty will not be the last that they sign."


def attributes(doc: Doc) -> list[tuple[str, str, str, str, str]]:
    return [(t.tag_, t.pos_, t.lemma_, str(t.morph), t.dep_) for t in doc]


@pytest.mark.parametrize("text", [ODD, PLAIN])
def test_words_get_what_the_models_own_ruler_gives_them(text: str) -> None:
    nlp = load_model()
    ruler = nlp.get_pipe("attribute_ruler")
    assert isinstance(ruler, AttributeRuler)
    with nlp.select_pipes(enable=["tok2vec", "tagger", "parser"]):
        bare = nlp(text)
    for _ in range(2):  # found first, then remembered
        assert attributes(ruler_of(ruler)(bare.copy())) == attributes(ruler(bare.copy()))


def test_the_patterns_of_several_tokens_are_matched_too() -> None:
    nlp = load_model()
    ruler = nlp.get_pipe("attribute_ruler")
    assert isinstance(ruler, AttributeRuler)
    with nlp.select_pipes(enable=["tok2vec", "tagger", "parser"]):
        doc = ruler_of(ruler)(nlp("They are gonna sign it."))
    assert [t.lemma_ for t in doc if t.text == "gon"] == ["go"]


def test_a_ruler_that_looks_at_anything_else_is_left_as_it_is() -> None:
    ruler = spacy.blank("en").add_pipe("attribute_ruler")
    assert isinstance(ruler, AttributeRuler)
    ruler.add([[{"SHAPE": "XX"}]], {"LEMMA": "acronym"})
    assert ruler_of(ruler) is ruler
