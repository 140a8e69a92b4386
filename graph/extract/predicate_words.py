"""The words of a predicate, where those of the text alone say nothing: "of", the name of its subject, or none."""

import re

from graph.extract.cues import cues
from graph.extract.prepositions import CARRYING
from graph.extract.thanked import HELPED
from graph.model import Extraction, Modality

# What a relation is in words, where the text tells it by no verb.
WORDED = {
    "concern": "concerns",
    "concerns": "concerns",
    "belongsTo": "belongs to",
    "partOf": "is part of",
    "hasRole": "is",
    "memberOf": "is a member of",
    "attended": "attended",
    "participatesIn": "took part in",
    "cooperatesWith": "cooperates with",
    "heldAt": "was held at",
}
SAYING_NOTHING = CARRYING | {"at", "by", "as", "within"}
BE = re.compile(r"be (?P<told>.+)")


def worded_predicate(extraction: Extraction) -> str:
    """The predicate; where its words say nothing, the relation in words.

    That of who somebody is by a title or an apposition has no verb, and often half of its words: "the Prime Minister of
    Peru, X" tells that X "is prime minister of" Peru. "Peru's Ministry of Trade" tells of the Ministry only its name.
    """
    if extraction.rule in ("title", "apposition", "heading"):
        told = BE.fullmatch(extraction.relation)
        return f"is {told['told']}" if told and extraction.rule != "heading" else extraction.predicate or "is"
    if not is_empty(extraction):
        return worded_deed(extraction)
    told = BE.fullmatch(extraction.relation)
    worded = f"is {told['told']}" if told else WORDED.get(extraction.relation, "")
    return worded or extraction.predicate


def is_empty(extraction: Extraction) -> bool:
    """Whether a predicate tells nothing of its subject: no word but prepositions, or the subject's own name."""
    said = extraction.predicate.lower().split()
    own = extraction.rule == "name" and extraction.relation.startswith("be ")
    return own or all(word in SAYING_NOTHING for word in said)


# The pasts of verbs in cues.toml's `nominal` that are not made by "-ed" alone.
IRREGULAR = {"have": "has", "be": "is", "fight": "fought", "buy": "bought", "lend": "lent", "sell": "sold"}
IRREGULAR |= {"send": "sent", "build": "built", "steal": "stole", "meet": "met", "speak": "spoke", "lead": "led"}
IRREGULAR |= {
    "withdraw": "withdrew",
    "take": "took",
    "overthrow": "overthrew",
    "ship": "shipped",
    "traffic": "trafficked",
}
IRREGULAR |= {"transfer": "transferred", "commit": "committed", "submit": "submitted"}
CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")


def past_of(verb: str) -> str:
    """The past of a verb that a noun for a deed comes from."""
    if verb in IRREGULAR:
        return IRREGULAR[verb]
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return f"{verb[:-1]}ied"
    return f"{verb}d" if verb.endswith("e") else f"{verb}ed"


def worded_deed(extraction: Extraction) -> str:
    """The predicate, with the verb of a deed that a noun tells: "fighting between A and B" tells that A fought B.

    "Kenya leadership of X", as the words of the text would have it, is no sentence.
    """
    said, relation = extraction.predicate, extraction.relation
    noun, _, rest = said.partition(" ")
    noun = noun.lower()
    if noun in HELPED and relation.split()[0] == HELPED[noun][0] and rest:  # "its assistance in freeing X"
        return " ".join([past_of(HELPED[noun][0]), *HELPED[noun][1:], rest])
    deed = extraction.rule == "nominal" and not {noun, noun.removesuffix("s"), noun.removesuffix("es")}.isdisjoint(
        cues().nominals
    )
    if not deed or relation == "hasRole":
        return said
    if relation in cues().names:
        return CAMEL.sub(" ", relation).lower()
    verb, _, rest = relation.partition(" ")
    told = f"to {verb}" if extraction.modality is not Modality.ASSERTED else past_of(verb)
    return f"{told} {rest}".strip()
