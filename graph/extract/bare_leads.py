"""Leads that are a subject and no more: "The Presidents:", then "• welcomed X", "• will establish Y"."""

import re
from collections.abc import Sequence
from functools import cache

from graph.extract.cues import cues, stating
from graph.extract.naming import Name
from graph.model import EntityType

_ACTORS = (EntityType.COUNTRY, EntityType.ORGANIZATION, EntityType.PERSON, EntityType.ROLE)
_SENTENCE = re.compile(r"(?<=[a-z\d)][.!?;]) +(?=[A-Z])")
# The past of verbs that do not end in "-ed", by which bodies and people are told to act.
_PAST = frozenset(
    {"met", "held", "took", "made", "gave", "set", "began", "spoke", "paid", "put", "sent", "undertook", "saw", "drew"}
    | {"had", "have", "were", "are", "will", "shall", "should", "must", "also", "reiterated", "laid", "chose"}
)
# What ends so and tells no deed: a noun, or the state of a thing, "based in X", "entitled Y".
_STATES = frozenset(
    {"need", "speed", "seed", "indeed", "greed", "red", "hundred", "based", "located", "situated", "related", "linked"}
    | {"interested", "involved", "affected", "concerned", "designed", "aimed", "dedicated", "required", "needed"}
    | {"listed", "named", "entitled", "titled", "composed", "compared", "used", "led"}
)
_ADVERB = r"(?:[A-Za-z][a-z]+ly )?"


@cache
def _subject() -> re.Pattern[str]:
    """A sentence of a subject alone, its names masked: "In trade, the two sides:", "NAME and NAME also:"."""
    nouns = (
        cues()["nouns.parties_people"]
        | cues()["nouns.parties_countries"]
        | {word.lower() for word in cues()["nouns.assembled"]}
    )
    forms = nouns | {f"{word}s" for word in nouns} | {f"{word[:-1]}ies" for word in nouns if word.endswith("y")}
    noun = rf"(?:{'|'.join(sorted(re.escape(form) for form in forms))})"
    group = rf"(?:the |both |they|we|his |her |their ){{0,2}}(?:[\w-]+ ){{0,3}}?{noun}(?: (?:of|from) (?:the )?NAME)?"
    one = rf"(?:{group}|(?:the )?(?:NAME )?NAME)"
    several = rf"{one}(?:(?:, and |, | and ){one})*"
    setting = r"(?:(?:in|on|at|during|regarding|concerning|with|as|after|following) [^:.;]{2,80}, )?"
    return re.compile(
        rf"{setting}(?:{several}|they|we)(?: (?:also|further|jointly|furthermore|therefore|both|have|had))*\s*:",
        re.IGNORECASE,
    )


def is_bare_lead(text: str, names: Sequence[Name]) -> bool:
    """Whether a passage ends in a subject without a verb and a colon: "The two sides:", "Peru and Chile:"."""
    if not text.rstrip().endswith(":"):
        return False
    masked = text
    for name in sorted(names, key=lambda name: name.start, reverse=True):
        if name.type in _ACTORS:
            masked = f"{masked[: name.start]}NAME{masked[name.end :]}"
    return bool(_subject().fullmatch(_SENTENCE.split(masked.strip())[-1]))


def goes_on(text: str, names: Sequence[Name]) -> bool:
    """Whether an item begins with what a subject did: "signed X", "will establish Y", "urge X to act"; small letters.

    A participle that "by" follows tells of what was done: "funded by X".
    """
    first = re.match(rf"{_ADVERB}([a-z]+)(?= (?!by\b))", text)
    if first is None or (names and names[0].start < first.end()):
        return False
    verb = first[1]
    base = {verb, verb.removesuffix("s"), verb.removesuffix("es")}
    return verb in _PAST or (verb.endswith("ed") and verb not in _STATES) or not base.isdisjoint(stating() | {"agree"})
