"""What a speaker says of "us" that nothing can check: figures of speech, longings, appeals to everybody."""

import re
from collections.abc import Sequence

from graph.extract.cues import cues
from graph.extract.discourse import PHRASES
from graph.extract.pronouns import EVERYBODY_NAME, KINDS
from graph.model import Extraction, Mention, Modality, Value, ValueKind

# Where what a phrase is about ends: "a glimmer | of hope", "peace | in our region".
BEHIND_HEAD = re.compile(
    r",? (?:of|for|to|in|on|at|by|with|from|between|among|within|into|under|that|which|who|where|than|based|as) "
)
# How a speaker goes through a speech: "let me start with Peru", "I turn to Gaza".
OPENING = ("start with", "begin with", "turn to", "move on to", "end with", "close with", "conclude with")
KNOWING = ("know", "understand", "learn", "teach")
# "My third and final point", of which nothing is told but that it comes.
OWN_POINT = re.compile(r"(?i)my (?:[\w-]+ ){0,4}(?:point|message|topic|theme|remarks|speech|statement|address|plea)")
NO_VERBS = ("climate", "myriad")  # nouns that the parser takes for verbs behind "to": "from health to climate"
IN_MIND = re.compile(r"in (?:our|my|their|its) (?:prayers|hearts|thoughts|minds)\b")
OWNED = re.compile(r"(?:our|my|your) ", re.IGNORECASE)
OWNERS = ("our ", "my ", "its ", "their ", "his ", "her ")
VERBLESS = re.compile(r"\bensur(?:e|ing|es) that (?:[\w’'-]+ ){0,2}[\w’'-]+$")  # a clause without its verb
COUNTED = re.compile(r"\d+ ")
CONJUNCTIONS = re.compile(r",? (?:and|or) |, ")


def is_rhetoric(extraction: Extraction) -> bool:
    """Whether a claim says only how its speaker talks: "Peru will play its part", "we know war", "we need courage"."""
    if (
        is_cut(extraction) or extraction.relation.split()[0] in NO_VERBS or extraction.subject.name == "God"
    ):  # "God forbid"
        return True
    spoken = KINDS.get(extraction.subject.text.lower())
    if is_of_speaking(extraction, spoken) or is_figurative(extraction) or IN_MIND.match(extraction.detail):
        return True
    said = told_without_name(extraction)
    if said is None or extraction.modality is Modality.EVALUATIVE:
        return False
    verb, heads = extraction.relation.split(), heads_of(said)
    if (
        is_unsaid(extraction, said)
        or is_saying(extraction)
        or is_figure(verb, heads)
        or (spoken == "author" and heads & cues()["nouns.speeches"])
    ):
        return True
    if spoken != "voice" or "each other" in said:  # whose "each other" is, beside the speaker's, nothing tells
        return spoken == "voice"
    if "to" in verb[1:]:
        return False
    longing = verb[0] in cues()["verbs.longing"] and heads <= cues()["nouns.ideals"]
    return longing or verb[0] in cues()["verbs.musing"] or (is_everybody(extraction) and is_appeal(extraction, heads))


def is_cut(extraction: Extraction) -> bool:
    """Whether a claim stops before what it is about: "the work they do to end X", "efforts to ensure that states"."""
    thing = extraction.object
    told = thing.normal if isinstance(thing, Value) else thing.name
    viewed = extraction.relation == "view" and not extraction.detail  # as what is not told
    return viewed or extraction.relation.startswith("do to ") or VERBLESS.search(told) is not None


def heads_of(said: str) -> set[str]:
    """The last nouns of the parts of a phrase, before what they are about."""
    return {singular(part.split()[-1]) for part in CONJUNCTIONS.split(BEHIND_HEAD.split(said)[0]) if part.split()}


BEING = ("be", "become", "represent", "constitute", "remain")


def is_figurative(extraction: Extraction) -> bool:
    """Whether a claim tells only what a thing is in a figure: "the summit is the pinnacle of our resolve"."""
    thing = extraction.object
    if extraction.relation not in BEING or isinstance(thing, Value) or thing.found_by not in PHRASES:
        return False
    kind = BEHIND_HEAD.split(thing.name)[0].split()
    return bool(kind) and singular(kind[-1]) in cues()["nouns.figures_been"]


def is_of_speaking(extraction: Extraction, spoken: str | None) -> bool:
    """Whether a claim tells how a speech goes: "let me start with X", "I have three announcements"."""
    if OWN_POINT.fullmatch(extraction.subject.text):
        return True
    if spoken != "author" or extraction.modality is Modality.EVALUATIVE:
        return False
    verb, said = extraction.relation.split()[0], told_without_name(extraction) or ""
    held = {f"{verb} {head}" for head in heads_of(said)} & cues()["nouns.speeches_held"]
    return bool(held) or extraction.relation in OPENING


def is_figure(verb: Sequence[str], heads: set[str]) -> bool:
    """Whether a verb and what it does are a figure of speech, or a thing without any content."""
    if (verb[0] in KNOWING and heads & cues()["nouns.lessons"]) or heads == {"thing"}:
        return True
    extended = list(verb[:2]) == ["extend", "hand"]  # but "joined hands with its neighbours" worked with them
    within = extended or set(verb[1:]) & (cues()["nouns.figures"] - {"hand"})
    done = {f"{verb[0]} {noun}" for noun in ({*heads, *verb[1:]} if "to" not in verb[1:2] else ())}
    done &= cues()["nouns.figures_done"]
    return bool(within or heads & cues()["nouns.figures"] or done)


def is_unsaid(extraction: Extraction, said: str) -> bool:
    """Whether a claim names its object by a noun that leaves open what it is: "has taken decisive action"."""
    *kinds, head = said.split()
    owned = extraction.object.text.lower().startswith(OWNERS)
    told = extraction.detail or owned or extraction.relation.startswith(("be ", "have "))  # "completed its work"
    return not told and singular(head) in cues()["nouns.unsaid"] and {*kinds} <= cues()["nouns.unsaid_kinds"]


def is_saying(extraction: Extraction) -> bool:
    """Whether a claim is a saying, of what stands for everybody's lot: "innocence knows no country"."""
    subject, thing = extraction.subject, extraction.object
    bare = isinstance(thing, Mention) and thing.found_by in PHRASES and told_without_name(extraction) is not None
    return bare and subject.found_by in (*PHRASES, "proper") and subject.name.lower() in cues()["nouns.sayings"]


def is_everybody(extraction: Extraction) -> bool:
    """Whether those who are to act are all whom a speaker addresses."""
    return extraction.subject.name == EVERYBODY_NAME


def is_appeal(extraction: Extraction, heads: set[str]) -> bool:
    """Whether all are told to need something, or to do what nobody can see done: "we must overcome our differences"."""
    needing = extraction.relation.startswith("need") and extraction.modality is Modality.ASSERTED
    return needing or heads <= cues()["nouns.ideals"] | cues()["nouns.musings"]


def told_without_name(extraction: Extraction) -> str | None:
    """The words of an object in which nothing has a name but the subject; None for a name or a figure."""
    thing = extraction.object
    if isinstance(thing, Value):
        counted = thing.kind in (ValueKind.COUNT, ValueKind.TEXT)
        told = COUNTED.sub("", thing.normal) if counted else ""  # "3 announcements"
    else:
        own = OWNED.match(thing.text)  # "open our eyes", where "our" has a name by now
        told = (thing.text[own.end() :] if own else thing.name) if thing.found_by in PHRASES else ""
    subject = extraction.subject.name
    if subject in told:
        told = re.sub(re.escape(subject) + "['’]s? ", "", told)
    return told if told.islower() else None


def singular(noun: str) -> str:
    """A noun without the ending of its plural."""
    return noun.removesuffix("s") if not noun.endswith(("ss", "us", "is")) else noun
