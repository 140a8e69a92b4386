"""The memoized model says what the model itself says, of words it meets first and of those it had before."""

from graph.extract.memo import memoize_lemmas, memoize_matches, reading_model
from graph.extract.spacy_model import load_model

TEXT = (
    "Let's say it ain't so: the ministers have gotta meet, and they've met. He'd gone; he'd go. She's here, it's hers. "
    'The better plans fit best, as they lay where others lie, and I\'m gonna axe the axes.  "We did," 5 said.'
)


def described(nlp, text):
    return [(w.text, w.tag_, w.pos_, str(w.morph), w.dep_, w.lemma_, w.ent_type_) for w in nlp(text)]


def test_words_are_described_as_by_the_model_itself():
    stock, memoized = load_model.__wrapped__(), load_model.__wrapped__()
    memoize_lemmas(memoized.get_pipe("lemmatizer"))
    memoize_matches(memoized.get_pipe("attribute_ruler"))
    expected = described(stock, TEXT)
    assert described(memoized, TEXT) == expected
    assert described(memoized, TEXT) == expected


def test_what_is_remembered_has_an_end(monkeypatch):
    monkeypatch.setattr("graph.extract.memo.MOST", 3)
    nlp = load_model.__wrapped__()
    memoize_lemmas(nlp.get_pipe("lemmatizer"))
    memoize_matches(nlp.get_pipe("attribute_ruler"))
    assert described(nlp, TEXT) == described(load_model.__wrapped__(), TEXT)


def test_the_model_is_made_once():
    assert reading_model() is reading_model()
