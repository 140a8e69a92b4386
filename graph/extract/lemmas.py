"""The lemma of a token where the model's own is that of another word."""

from collections.abc import Collection
from functools import cache
from typing import Any

from graph.extract.spacy_model import verb_index

# Lemmas that the model gives to forms of other verbs, with the verb and how its forms begin.
MISTAKEN = {
    "fin": ("fine", ("fine", "fining")),
    "hop": ("hope", ("hope", "hoping")),
    "shin": ("shine", ("shine", "shining")),
    "dos": ("dose", ("doses",)),
    "basis": ("base", ("bases",)),
    "bogge": ("bog", ("bogged",)),
    "rag": ("rage", ("raging", "raged", "rages")),
    "wag": ("wage", ("wage", "waging")),
    "pende": ("pending", ("pending",)),
    "spar": ("spare", ("spare", "sparing")),
    "upskille": ("upskill", ("upskill",)),
    "reskille": ("reskill", ("reskill",)),
    "trawl": ("trawler", ("trawler",)),
    "cop": ("cope", ("cope", "coping")),
}


SHORTEST = 5  # letters of a verb that another one may end in


def lemma_of(token: Any) -> str:
    """The lemma of a token; the model takes "hoping" for a form of "hop", "doses" for one of "do"."""
    lemma: str = token.lemma_.lower()
    known = MISTAKEN.get(lemma)
    if known and token.text.lower().startswith(known[1]):
        return known[0]
    if token.tag_.startswith("VB") and lemma != token.text.lower() and is_cut(lemma):
        return f"{lemma}e"
    guessed = lemma.endswith("e") and token.tag_ in ("VBD", "VBN", "VBG") and token.text.lower() != lemma
    return without_e(lemma) if guessed else lemma


@cache
def is_cut(lemma: str) -> bool:
    """Whether a lemma is no verb that the lemmatizer knows, but is one with an "e": "elevat"."""
    verbs = verb_index()[0]
    return lemma not in verbs and f"{lemma}e" in verbs


@cache
def without_e(lemma: str) -> str:
    """The lemma of a verb that the model does not know, where the end of it is one it knows: "live-stream(e)"."""
    verbs, stem = verb_index()[0], lemma.removesuffix("e")
    joined = any(stem[i:] in verbs and lemma[i:] not in verbs for i in range(2, len(stem) - SHORTEST + 1))
    return stem if lemma not in verbs and joined else lemma


JOINT = ("chair", "host", "sponsor", "found", "author", "exist", "lead", "organize", "convene", "sign", "finance")


def joint_lemma(text: str, lemma: str) -> str:
    """The lemma of a verb written with "co-", which the model does not know: "co-chair"."""
    rest = text.removeprefix("co")
    known = "lead" if rest == "led" else next((v for v in JOINT if rest.startswith(v.removesuffix("e"))), None)
    return f"co-{known}" if known else lemma


def base_of(text: str) -> str:
    """The base form of a verb in the third person: "abolishes" is of "abolish", "carries" of "carry"."""
    if text.endswith("ies"):
        return f"{text.removesuffix('ies')}y"
    return text.removesuffix("es") if text.endswith(("shes", "ches", "sses", "xes", "zzes")) else text.removesuffix("s")


def verb_of(text: str, verbs: Collection[str]) -> str:
    """The verb of a form in "-ed" among known ones: "armed" is of "arm", "hired" of "hire", "tried" of "try"."""
    stem = text.removesuffix("ed")
    return next((verb for verb in (stem, f"{stem}e", stem[:-1], f"{stem[:-1]}y") if verb in verbs), text)


def verb_of_gerund(text: str) -> str:
    """The verb of a form in "-ing", by the lemmatizer's own index: "bombing" is of "bomb", "planting" of "plant"."""
    stem = text.lower().removesuffix("ing")
    verbs = verb_index()[0]
    return next((verb for verb in (stem, f"{stem}e", stem[:-1]) if verb in verbs), text)
