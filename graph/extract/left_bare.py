"""Bare nouns with "the" that say nothing where they take nothing up: "the project", "the treaty", "both pacts"."""

from dataclasses import replace
from functools import cache

from graph.extract.brought_up import PHRASES, is_apart, kindred, noun_of
from graph.extract.deeds_done import deeds
from graph.extract.parse import Sentence
from graph.extract.places_meant import COUNTRIES, TOWNS
from graph.model import Mention

# What only points back: it says nothing where nothing was brought up.
POINTERS = frozenset(
    {"idea", "incident", "signing", "ceremony", "scheme", "move", "step", "facility", "site"}
    | {"matter", "company", "firm", "document", "event", "gathering", "project", "mission", "occasion"}
    | {"case", "tragedy", "exercise", "venue"}
)


# What is new where it is told, and nobody's where it is not: "the new fund".
FRESH = frozenset(
    {"fund", "agreement", "treaty", "deal", "pact", "accord", "body", "office", "centre"}
    | {"center", "agency", "programme", "program", "initiative", "law", "partnership"}
)
KNOWN = POINTERS | FRESH
MEANT = frozenset(
    {"meeting", "summit", "conference", "situation", "decision", "ruling", "verdict", "ban", "resolution", "coup"}
    | {"terminal", "dam", "refinery", "smelter", "pipeline", "tanker", "factory", "earthquake", "letter", "warrant"}
    | {"investment"}
)


# What is known without being named: the law, the vote that decides.
PLAIN_ENOUGH = frozenset(
    {"law", "legislation", "vote", "road", "line", "railway", "election", "referendum", "wall"}
    | {"base", "report", "text", "motorway", "highway", "occupation", "blockade", "death", "construction"}
    | {"creation", "hospital", "clinic", "prison", "airport", "draft", "act", "campaign", "park"}
    | {"bridge", "mine", "operation", "offensive", "canal"}
)
# Behind which something tells which one is meant, also where the parser hangs it on the verb; but for days.
BEHIND = frozenset(
    {"of", "between", "with", "on", "against", "for", "to", "that", "about", "over", "in", "after", "around", "from"}
)


def is_left_bare(s: Sentence, head: int) -> bool:
    """Whether "the idea" stays what nobody knows: such a noun with "the" alone, which has taken nothing up."""
    if s.words[head].lemma not in KNOWN or s.words[head].tag not in ("NN", "NNS"):
        return False
    the = any(s.words[d].text.lower() == "the" for d in s.all_children(head, "det"))
    qualities = {s.words[a].lemma for a in s.all_children(head, "amod")}
    pointing = qualities == {"new"} or s.words[head].lemma in POINTERS
    return the and not is_told(s, head) and qualities <= {"new"} and pointing


def is_told(s: Sentence, head: int) -> bool:
    """Whether something tells which one a noun is, but for an adjective; a clause behind a comma does not."""
    if s.child(head, "prep", "compound", "nmod", "nummod", "poss", "ccomp", "appos") is not None:
        return True
    return not all(is_apart(s, c) for c in s.all_children(head, "acl", "relcl"))


def as_left_open(s: Sentence, head: int, mention: Mention) -> Mention:
    """The mention of "the treaty" or "both pacts" with its article, where it has taken nothing up and stays open.

    It is spoken of, and "it" may mean it, but no claim can be about it.
    """
    first = next(iter(s.all_children(head, "det", "predet")), head)
    longer = " " in mention.name and not s.all_children(head, "nummod")
    if longer or not may_be_open(s, head) or mention.found_by != PHRASES[0] or goes_on(s, head) or first > head:
        return mention
    return replace(mention, span=s.span_of(first, head), text=s.text[s.words[first].start : s.words[head].end])


def goes_on(s: Sentence, head: int) -> bool:
    """Whether what stands right behind a noun may tell which one it is: "the situation in X", not "the pact in May"."""
    behind = s.words[head + 1 : head + 4]
    return bool(behind) and behind[0].text.lower() in BEHIND and not any(w.label in ("DATE", "TIME") for w in behind)


def may_be_open(s: Sentence, head: int) -> bool:
    """Whether a noun is one that takes something up, and has "the", "both" or "the two" and nothing more."""
    word = s.words[head]
    before = {s.words[d].text.lower() for d in s.all_children(head, "det", "predet", "nummod")}
    two = word.tag == "NNS" and before in ({"both"}, {"the", "two"})
    if not two and not (word.tag == "NN" and before == {"the"}):
        return False
    kin = word.lemma in open_nouns() or noun_of(s, head) in kindred()
    kin = kin and (two or word.lemma not in PLAIN_ENOUGH)
    return kin and s.child(head, "amod") is None and (not is_told(s, head) or two)


@cache
def open_nouns() -> frozenset[str]:
    """The nouns that with "the" alone only point back."""
    return frozenset({*KNOWN, *MEANT, *kindred(), *deeds(), *TOWNS, *COUNTRIES})


def ends_open(name: str) -> bool:
    """Whether a phrase ends in what nobody knows: "loan for the project"."""
    *_, article, noun = ["", *name.lower().split()]
    return article == "the" and noun in open_nouns() - PLAIN_ENOUGH
