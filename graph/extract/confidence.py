"""How sure a claim is: the chance that a strict editor calls it right and whole, by signs of its sentence and rule.

A logistic function of a few signs; `data/confidence.toml` has their weights, fitted on judged claims
(`benchmarks/fit_confidence.py`). It is one thing to be read from a plain clause, another from the depth of a long one.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from math import exp

from graph.extract.cues import cues
from graph.extract.discourse import PHRASES
from graph.extract.inside import RULE as INSIDE
from graph.extract.parse import Sentence
from graph.extract.rules import on_change, read_toml
from graph.model import EntityType, Extraction, Mention, Modality

# Rules that read what stands beside a noun, with no clause to be mistaken about.
BESIDE = ("heading", "title", "pair", "nominal", "reciprocal")
RESTRICTED = ("not", "only")
# What counts as one whole of a sign that is measured in words.
FAR, DEEP, BEHIND, LONG, WIDE = 40, 8, 40, 12, 60


def rated(s: Sentence, extractions: Iterable[Extraction]) -> Iterator[Extraction]:
    """The extractions of a sentence, each with its confidence in place of the product of its steps."""
    weights, restricted = weights_of(), is_restricted(s)
    for extraction in extractions:
        signs = signs_of(s, extraction, restricted=restricted)
        odds = weights["base"] + sum(weights[sign] * much for sign, much in signs.items())
        yield replace(extraction, confidence=1 / (1 + exp(-odds)))


@cache
def weights_of() -> dict[str, float]:
    """The weight of each sign in log odds, and their base."""
    weights: dict[str, float] = read_toml("confidence.toml")["weights"]
    return weights


on_change(weights_of.cache_clear)


def is_restricted(s: Sentence) -> bool:
    """Whether a sentence denies or restricts something, by "not" or "only"."""
    return any(w.lemma in RESTRICTED for w in s.words)


def signs_of(s: Sentence, extraction: Extraction, *, restricted: bool) -> dict[str, float]:
    """What tells of how sure an extraction is, each sign from 0 to 1; those that are not there are left out."""
    thing = extraction.object
    subject = s.words_of(extraction.subject.span)
    object_ = s.words_of(thing.span) if isinstance(thing, Mention) else None
    unnamed = isinstance(thing, Mention) and thing.found_by == PHRASES[0]
    signs: dict[str, float] = {
        "steps": extraction.confidence,
        "beside": extraction.rule in BESIDE,
        "inside": extraction.rule == INSIDE,
        "vocabulary": extraction.relation in cues().names,
        "planned": extraction.modality is Modality.PLANNED,
        "possible": extraction.modality is Modality.POSSIBLE,
        "detail": bool(extraction.detail),
        "restricted": restricted,
        "unnamed": unnamed,
        "bare": unnamed and isinstance(thing, Mention) and " " not in thing.name,
        "person": extraction.subject.type is EntityType.PERSON,
        "passive": extraction.rule.startswith("passive"),
        "wide": part(len(s.words), WIDE),
    }
    if subject:
        signs["behind"] = part(subject[0], BEHIND)
    if object_:
        signs["long"] = part(object_[1] - object_[0], LONG)
        signs["closed"] = object_[1] < len(s.words) and s.words[object_[1]].pos == "PUNCT"
    if subject and object_:
        low, high = sorted((top_of(s, *subject), top_of(s, *object_)))
        signs["far"] = part(high - low, FAR)
        signs["deep"] = part(depth_of_both(s, low, high), DEEP)
    return {sign: float(much) for sign, much in signs.items() if much}


def part(many: int, whole: int) -> float:
    """How much of a whole so many words are, at most all of it."""
    return min(many, whole) / whole


def top_of(s: Sentence, first: int, end: int) -> int:
    """The word of a run by which it hangs on the rest of the sentence."""
    runs_out = (i for i in range(first, end) if not first <= s.words[i].head < end or s.words[i].head == i)
    return next(runs_out, end - 1)


def depth_of_both(s: Sentence, one: int, other: int) -> int:
    """How many words above the lowest one that holds both of two words."""
    above, over = ways_up(s, one), set(ways_up(s, other))
    return len(above) - 1 - next((n for n, i in enumerate(above) if i in over), len(above) - 1)


def ways_up(s: Sentence, i: int) -> list[int]:
    """Word i and all above it, up to the root."""
    found = [i]
    while s.words[i].head != i and len(found) < len(s.words):
        i = s.words[i].head
        found.append(i)
    return found
