"""Clauses that tell no deed of anybody: what "we" all can do, meet or live in, and topics in a list."""

from graph.extract.cues import cues
from graph.extract.frames import SUBJECTS
from graph.extract.parse import Sentence
from graph.extract.pronouns import KINDS

FINITE = ("VBD", "VBZ", "VBP", "MD", "WDT", "WP")
CONDITIONS = ("if", "unless", "until", "when", "whenever", "once")

EVERYBODYS = frozenset({"damage", "challenge", "threat", "risk", "harm", "time", "world", "era"})


def is_generic(s: Sentence, verb: int) -> bool:
    """Whether a clause with "we" as its subject tells no deed of the voice: an ability, a condition, everyone's lot.

    "We can build a better world", "when we look ahead", "the threats we face".
    """
    subject = s.child(verb, *SUBJECTS)
    if subject is None or KINDS.get(s.words[subject].text.lower()) != "voice":
        return False
    able = any(s.words[a].lemma in cues()["modality.able_aux"] for a in s.all_children(verb, "aux"))
    past = s.words[verb].tag == "VBD" or any(s.words[a].tag == "VBD" for a in s.all_children(verb, "aux"))
    marks = (*s.all_children(verb, "mark"), *s.all_children(verb, "advmod"))
    conditional = s.words[verb].dep == "advcl" and any(s.words[m].lemma in CONDITIONS and m < subject for m in marks)
    plain = s.words[verb].tag == "VBP" and s.child(verb, "aux") is None and not is_quoted(s, verb)
    # "the damage we are inflicting", "the challenges we are facing"
    going_on = s.words[verb].tag == "VBG" and s.words[verb].dep == "relcl" and not past
    ill = going_on and s.words[s.words[verb].head].lemma in cues()["nouns.ills"] | EVERYBODYS
    lot = (
        plain and s.words[verb].dep in ("relcl", "acl", "ccomp", "pcomp") and s.words[verb].lemma in cues()["verbs.lot"]
    )
    return able or lot or ill or (conditional and not past)


def is_quoted(s: Sentence, verb: int) -> bool:
    """Whether a clause is what somebody says in so many words, a sentence of its own: "We want X," she said."""
    above = s.words[verb].head
    said = s.words[verb].dep == "ccomp" and s.words[above].lemma in cues()["speech.verbs"]
    return said and s.child(verb, "mark") is None and any(w.tag in ("``", "''") for w in s.words)


def is_topic(s: Sentence, gerund: int) -> bool:
    """Whether a gerund is only listed as a topic: "a range of issues, including addressing X and promoting Y"."""
    if s.words[gerund].tag != "VBG" or s.child(gerund, *SUBJECTS, "aux") is not None:
        return False
    ahead = s.words[:gerund]
    listing = next((w.i for w in reversed(ahead) if w.text.lower() in ("including", "include", ";")), 0)
    if not listing or s.words[listing].text == ";" or any(w.tag in FINITE for w in ahead[listing + 1 :]):
        return False
    listed = next((w for w in reversed(ahead[:listing]) if w.pos != "PUNCT"), None)
    discussed = any(w.lemma in cues()["speech.talking"] for w in s.words[:listing]) and any(
        w.dep == "pcomp" for w in ahead[listing + 1 :]
    )  # "discuss their ties, including on doing X, doing Y, and doing Z"
    return discussed or (listed is not None and listed.lemma in cues()["nouns.topics"])
