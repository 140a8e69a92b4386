"""Times that are not those of a deed: since when a change counts, when its start was, when a merit is."""

from graph.extract.cues import cues
from graph.extract.parse import Sentence
from graph.extract.repair_attachments import CHANGES


def is_of_other(s: Sentence, verb: int, time: int) -> bool:
    """Whether a time is that of what a verb tells of, not of the deed: of a change, its start, a request, a merit."""
    changed = is_since_change(s, time) or is_of_start(s, verb, time)
    return changed or is_of_merit(s, verb, time) or is_of_asked_thing(s, verb, time) or is_of_deed(s, verb, time)


def is_of_deed(s: Sentence, verb: int, prep: int) -> bool:
    """Whether a time is that of the deed that the subject names: "the withdrawal of X in 2023 has left a void".

    A perfect takes no date of the past.
    """
    if s.words[verb].tag != "VBN" or not any(s.words[a].tag in ("VBZ", "VBP") for a in s.all_children(verb, "aux")):
        return False
    at = prep
    while s.words[at].head not in (at, verb) and s.words[at].dep in ("prep", "pobj"):
        at = s.words[at].head
    deed = s.words[at].dep == "nsubj" and s.words[at].lemma in cues().nominals and at < prep < verb
    return deed and not any(w.text == "," for w in s.words[at:prep])


def is_since_change(s: Sentence, prep: int) -> bool:
    """Whether a phrase tells since when a measured change counts: "reached 9 billion, a rise of 5 over last year"."""
    change = s.words[s.words[prep].head]
    measured = change.lemma in cues()["nouns.inward"] or change.lemma in CHANGES
    return change.dep == "npadvmod" and measured and s.words[prep].dep == "prep"


def is_of_start(s: Sentence, verb: int, prep: int) -> bool:
    """Whether a time is that of the amount a change began with: "rose to 5 million in 2024, from 3 million in 2021"."""
    at = prep
    while s.words[at].head not in (at, verb):
        at = s.words[at].head
    return at != prep and is_start_of_change(s, verb, at)


def is_start_of_change(s: Sentence, verb: int, prep: int) -> bool:
    """Whether a phrase is the amount from which a verb of change, or one that leads to an amount, starts."""
    start = s.child(prep, "pobj") if s.words[prep].lemma == "from" else None
    reached = (s.child(p, "pobj") for p in s.all_children(verb, "prep") if s.words[p].lemma == "to")
    changed = s.words[verb].lemma in cues()["verbs.changing"] or any(n is not None and is_amount(s, n) for n in reached)
    return changed and start is not None and is_amount(s, start)


def is_amount(s: Sentence, noun: int) -> bool:
    """Whether a noun or number tells how much, and not when."""
    number = s.words[noun].tag == "CD" or s.child(noun, "nummod") is not None
    return number and s.words[noun].label not in ("DATE", "TIME")


def is_of_asked_thing(s: Sentence, verb: int, prep: int) -> bool:
    """Whether a deadline is that of what somebody is asked for, not of the asking: "asked X for a report by May"."""
    asking = s.words[verb].lemma in cues()["modality.proposed"] and s.child(verb, "dobj") is not None
    led = (p for p in s.all_children(verb, "prep") if s.words[p].lemma == "for" and s.child(p, "pobj") is not None)
    return asking and s.words[prep].lemma in ("by", "before", "within") and any(p < prep for p in led)


CONGRATULATING = ("congratulate", "felicitate")


def is_of_merit(s: Sentence, verb: int, time: int) -> bool:
    """Whether a time is that of what one is congratulated on: "congratulated X on its presidency in 2025"."""
    merit = s.prep(verb, "on") if s.words[verb].lemma in CONGRATULATING else None
    target = s.child(merit, "pobj") if merit is not None else None
    return merit is not None and target is not None and merit < time and s.words[target].label not in ("DATE", "TIME")
