"""The spaCy model as documents are read with it: what its rules say of a word is found once, and then looked up.

Two of the model's components are rules, and go through all of them at every word of every text. Neither sees more of a
word than the keys below, so that what they say of the same key is the same; tags and lemmas stay what they were.
"""

import gc
from functools import cache
from typing import TYPE_CHECKING, Any

from graph.extract.products import multiply_by_numpy
from graph.extract.spacy_model import load_model

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

SEEN = ("LOWER", "TAG", "DEP", "IS_SPACE")  # all that the attribute ruler's patterns look at in a word
GARBAGE = 20_000  # new objects before circles among them are looked for
MOST = 200_000  # words that are remembered; then it begins anew

Match = tuple[int, int, int, int]


@cache
def reading_model() -> "Language":
    """The model of `load_model` with its rules memoized and faster products; ModelError as there."""
    nlp = load_model()
    multiply_by_numpy(nlp)
    for name, component in nlp.pipeline:
        if name == "lemmatizer":
            memoize_lemmas(component)
        elif name == "attribute_ruler":
            memoize_matches(component)
    gc.freeze()  # the model stays: to look through all of it again and again costs a tenth of a document's reading
    gc.set_threshold(GARBAGE)  # and hardly anything of a reading is in a circle: it costs a fiftieth to look so often
    return nlp


def memoize_lemmas(lemmatizer: Any) -> None:
    """Let a rule lemmatizer look up the lemmas of a form with a part of speech and a morphology that it had before."""
    known: dict[tuple[int, int, int], list[str]] = {}
    lemmatize = lemmatizer.lemmatize

    def remembered(token: "Token") -> list[str]:
        key = token.orth, token.pos, token.morph.key  # type: ignore[attr-defined]
        found = known.get(key)
        if found is None:
            make_room(known)
            found = known[key] = lemmatize(token)
        return found

    if lemmatizer.mode == "rule":
        lemmatizer.lemmatize = remembered
        index = lemmatizer.lookups.get_table("lemma_index", {})
        for kind, forms in list(index.items()):
            index[kind] = frozenset(forms)  # a list of up to 57,528 forms, and only ever asked whether it holds one


def memoize_matches(ruler: Any) -> None:
    """Let an attribute ruler look up which of its patterns of one word match a word like one it had before."""
    from spacy.matcher import Matcher

    patterns = [(str(i), pattern) for i, entry in enumerate(ruler.patterns) for pattern in entry["patterns"]]
    if not all(key in SEEN for _, pattern in patterns for word in pattern for key in word):
        return
    phrases, openings = Matcher(ruler.vocab), Matcher(ruler.vocab)
    for name, pattern in patterns:
        if len(pattern) > 1:
            phrases.add(name, [pattern])
            openings.add(name, [pattern[:1]])
    known: dict[tuple[int, ...], tuple[bool, list[tuple[int, int]]]] = {}

    def numbered(matches: Any) -> list[Match]:
        return [(int(ruler.vocab.strings[name]), name, start, end) for name, start, end in matches]

    def match(doc: "Doc") -> list[Match]:
        found: list[Match] = []
        opened = False
        for i, key in enumerate(map(tuple, doc.to_array(list(SEEN)).tolist())):
            if key not in known:
                make_room(known)
                word = doc[i : i + 1]
                alone = numbered(ruler.matcher(word, allow_missing=True))
                opens = bool(openings(word, allow_missing=True))
                known[key] = opens, [(number, name) for number, name, *_ in alone]
            opens, rules = known[key]
            opened = opened or opens
            found.extend((number, name, i, i + 1) for number, name in rules)
        if opened:
            found.extend(numbered(phrases(doc, allow_missing=True)))
        return sorted(found)  # later rules have precedence

    ruler.match = match


def make_room(known: dict[Any, Any]) -> None:
    """Forget what is known where it is too much."""
    if len(known) >= MOST:
        known.clear()
