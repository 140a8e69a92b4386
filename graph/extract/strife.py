"""Who is at odds with whom by a noun: "armed clashes between A and B", "the war between A and B"."""

from graph.extract.arguments import Argument
from graph.extract.cues import cues
from graph.extract.frames import is_negated
from graph.extract.parse import Sentence
from graph.extract.words import are_people

STRIFE = frozenset({"conflict", "dispute", "feud", "tension", "clash", "skirmish", "fighting", "battle", "hostility"})
STRIFE |= {"war"}
# What two have with each other, which there is where it is told that it ended, or is welcomed.
TOGETHER = frozenset(
    {"talk", "talks", "negotiation", "consultation", "agreement", "deal", "pact", "ceasefire", "truce"}
)
# What leads to a thing that is there: "concern at clashes between A and B", "since the war between A and B".
THERE = frozenset({"at", "about", "over", "amid", "amidst", "after", "following", "since", "despite", "in", "during"})
THERE |= {"from", "by", "of"}
# What one does to strife that there is not, or may not come to be.
HEADED_OFF = frozenset(
    {"risk", "danger", "threat", "prevention", "avoidance", "possibility", "likelihood", "outbreak"}
    | {"settlement", "resolution", "conclusion"}
)


def is_there(s: Sentence, noun: int) -> bool:
    """Whether a noun tells of strife that there is: one feels something at it, it goes on, or it did something."""
    word, above = s.words[noun], s.words[s.words[noun].head]
    if word.lemma in TOGETHER:
        return is_had(s, noun)
    if word.lemma not in STRIFE:
        return False
    if word.dep == "pobj":
        aim = s.words[above.head]
        headed_off = aim.lemma in HEADED_OFF or aim.lemma in cues()["verbs.preventing"]
        return above.lemma.lower() in THERE and not headed_off
    return is_told(s, noun) or (word.dep == "dobj" and above.lemma in cues()["verbs.judging"] - {"fear"})


def is_had(s: Sentence, noun: int) -> bool:
    """Whether talks or a pact are told as had: "talks between A and B ended", "welcomed a deal between A and B"."""
    word, above = s.words[noun], s.words[s.words[noun].head]
    none = any(s.words[d].lemma in ("no", "any") for d in s.all_children(noun, "det")) or is_negated(s, above.i)
    welcomed = word.dep == "dobj" and above.lemma in cues()["verbs.judging"] - {"fear"}
    return not none and (is_told(s, noun) or welcomed)


def is_told(s: Sentence, noun: int) -> bool:
    """Whether a finite verb, and no plan, tells of what a noun names: "the war began", "tensions have risen"."""
    word, above = s.words[noun], s.words[s.words[noun].head]
    aux = [s.words[a].tag for a in s.all_children(above.i, "aux", "auxpass")]
    told = above.tag in ("VBD", "VBZ") or (above.tag == "VBN" and aux[:1] and aux[0] in ("VBD", "VBZ", "VBP"))
    return word.dep in ("nsubj", "nsubjpass") and bool(told) and "MD" not in aux


def is_armed(s: Sentence, argument: Argument) -> bool:
    """Whether a phrase tells of those who fight, whose name may be unknown: "M23 fighters", "the Congolese army"."""
    head = s.words[argument.head]
    people = head.tag == "NNS" and are_people(head.lemma)  # "Dinka farmers"
    return people or head.pos == "PROPN" or head.text.lower() in cues()["nouns.bare_actors"]
