"""How a clause on a noun commits: what one needs, plans or looks forward to is not there yet."""

from graph.extract.cues import cues
from graph.extract.frames import Frame, is_infinitive
from graph.extract.parse import Sentence
from graph.model import Modality


def is_awaited_event(s: Sentence, verb: int) -> bool:
    """Whether a clause tells what is looked forward to: "look forward to the summit being held", "to X hosting it"."""
    being = s.words[verb].tag == "VBG" or any(s.words[a].tag == "VBG" for a in s.all_children(verb, "auxpass"))
    prep = s.words[s.words[s.words[verb].head].head]
    coming = s.words[verb].dep == "acl" and s.words[verb].tag == "VBN" and is_coming(s, s.words[verb].head)
    return coming or (being and prep.lemma == "to" and s.words[prep.head].lemma == "look")


def is_coming(s: Sentence, noun: int) -> bool:
    """Whether a noun tells of what is to come: "next week's meeting hosted by X", "the upcoming summit"."""
    near = (i for c in s.all_children(noun, "amod", "poss") for i in s.subtree(c) if i < noun)
    return any(s.words[i].lemma in ("next", "upcoming", "forthcoming", "future", "planned", "proposed") for i in near)


def wanted(s: Sentence, noun: int, frame: Frame | None) -> Modality:
    """How a clause on a noun commits: what one needs or plans is not there yet: "we need a body that acts".

    `frame` is that of the verb above the noun.
    """
    above = s.words[s.words[noun].head]
    named = s.words[noun].name is not None or s.words[noun].pos == "PROPN"  # "will sell it to Petrobras, which X leads"
    open_ = not named and s.child(noun, "poss") is None
    definite = any(s.words[d].lemma in ("the", "this", "that", "these") for d in s.all_children(noun, "det"))
    if frame is not None and open_ and not definite and frame.modality is not Modality.EVALUATIVE:
        governed = frame.modality if s.words[noun].dep in ("dobj", "pobj", "conj") else Modality.ASSERTED
        if governed is Modality.ASSERTED and s.words[noun].dep == "dobj" and cues()["nouns.calls"] & {*frame.path}:
            governed = Modality.PROPOSED  # "recognizes the need to preserve a world in which X is Y"
        there = above.lemma in cues()["verbs.opposing"] | cues()["speech.ending"] | {
            "repeal",
            "lift",
            "scrap",
        } and s.words[noun].dep in ("dobj", "conj")
        if governed is not Modality.ASSERTED and not there:
            return governed
    if any(s.words[d].lemma in ("any", "whichever") for d in s.all_children(noun, "det")):  # "any country that joins"
        return Modality.POSSIBLE
    indefinite = any(s.words[d].lemma in ("a", "an") for d in s.all_children(noun, "det"))
    indefinite = indefinite or (open_ and s.child(noun, "det") is None)  # "requires trust that is based on X"
    wanting = cues()["modality.wanting"] | cues()["modality.proposed"]  # "urges action based on X"
    asked = above.lemma in wanting and s.words[noun].dep in ("dobj", "pobj")
    needed = above.lemma == "for" and s.words[above.head].lemma in cues()["nouns.calls"]  # "the need for a plan that"
    seen = above.lemma == "of" and s.words[above.head].lemma in ("vision", "dream", "idea", "ideal")
    asked = asked or needed or seen  # "the vision of a world that"
    return Modality.PROPOSED if asked and indefinite else Modality.ASSERTED


MAKING = (
    *("establish", "create", "set", "open", "build", "found", "form", "launch", "construct", "convene"),
    *("send", "dispatch", "deploy"),  # a mission, which is then led by somebody
)


# How a body is once it is there.
STANDING = ("compose", "headquarter", "base", "locate", "lead", "head", "staff", "chair", "house", "manage", "finance")


BESIDE = ("accompany", "escort", "flank", "join")  # what is done to one while one does a thing
ACCOMPANYING = (*BESIDE, "follow", "assist")


def is_to_be_made(s: Sentence, noun: int, told: int, above: Frame) -> bool:
    """Whether a thing is yet to be set up, and so how it will be: "asks X to open an office, composed of Y"."""
    verb = s.words[s.words[noun].head]
    first = s.words[told].head if s.words[told].dep == "conj" else told
    coming = above.modality in (Modality.PLANNED, Modality.PROPOSED)
    if s.words[first].lemma in ACCOMPANYING:  # "will visit X, accompanied by Y"
        due = verb.lemma == "be" and any(is_infinitive(s, c) for c in s.all_children(verb.i, "xcomp"))  # "is to visit"
        return (coming or due) and s.words[s.subtree(first)[0] - 1].text == ","
    if s.words[first].lemma not in STANDING:  # "will launch programmes designed by X": they are
        return False
    return coming and s.words[noun].dep == "dobj" and verb.lemma in MAKING


DURING = (*BESIDE, "attend", "host")
PARTIES = ("delegation", "mission", "team", "contingent", "convoy", "group")


def goes_along(s: Sentence, noun: int, told: int, above: Frame) -> bool:
    """Whether a participle on a subject is part of the deed to come: "X, accompanied by Y, will travel to Z"."""
    led = s.words[told].lemma in ("lead", "head") and s.words[noun].lemma in PARTIES
    coming = above.modality in (Modality.PLANNED, Modality.PROPOSED) and s.words[noun].dep == "nsubj"
    dated = any(s.words[i].label == "DATE" for i in s.subtree(told))  # "the bloc, joined by X in 2010, will grow"
    return coming and not dated and (led or s.words[told].lemma in DURING)
