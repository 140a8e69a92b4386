"""Who is at odds with whom by a noun: "armed clashes between A and B", "the war between A and B"."""

from graph.extract.cues import cues
from graph.extract.parse import Sentence

STRIFE = frozenset({"conflict", "dispute", "feud", "tension", "clash", "skirmish", "fighting", "battle", "hostility"})
STRIFE |= {"war"}
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
    if word.lemma not in STRIFE:
        return False
    if word.dep == "pobj":
        aim = s.words[above.head]
        headed_off = aim.lemma in HEADED_OFF or aim.lemma in cues()["verbs.preventing"]
        return above.lemma.lower() in THERE and not headed_off
    done = word.dep == "nsubj" and above.tag in ("VBD", "VBZ")
    return done or (word.dep == "dobj" and above.lemma in cues()["verbs.judging"] - {"fear"})
