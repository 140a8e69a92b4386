"""Mends in a parse: the object of a verb behind a phrase inserted between: "will develop, with X and Y, a plan"."""

from dataclasses import replace

from graph.extract.cues import cues
from graph.extract.parse import Word
from graph.extract.repair_heavy import HANDING
from graph.extract.trees import Words, child_of, hang, last_of, where
from graph.model import EntityType

OPENING = ("det", "nummod", "poss", "quantmod")
# What the parser makes of an object behind an insertion.
LOOSE = ("appos", "conj", "dep", "dobj", "npadvmod", "oprd", "pobj")
JOINTLY = ("with", "together", "jointly", "alongside")
PARTNERS = ("partnership", "cooperation", "collaboration", "conjunction", "coordination", "concert")
GIVEN = ("submit", "present", "provide", "report", "transmit", "deliver", "send", "offer", "propose", "issue", "grant")
MAKING = ("open", "host", "establish", "create", "convene", "publish", "inaugurate", "set", "found", "form", "build")
FOUNDED = (EntityType.ORGANIZATION, EntityType.INITIATIVE, EntityType.AGREEMENT, EntityType.GROUP, EntityType.EVENT)


@where(",", LOOSE, OPENING)
def mend_objects_behind_insertions(words: Words) -> Words:
    """What stands behind a phrase inserted after a verb is its object: "will develop, with X and Y, a plan".

    One who is given it may come first: "submit to the Council, within 90 days, a plan".
    """
    for verb in words[:-6]:
        comma = inserted_at(words, verb) if verb.pos == "VERB" else 0
        lead = words[comma + 1]
        if not comma or not (lead.pos == "ADP" or lead.tag == "VBG" or lead.text in JOINTLY):
            continue
        opened = (w.i for w in words[lead.i + 2 : -2] if w.text == "," and words[w.i + 1].dep in OPENING)
        closing = next(opened, verb.i)
        thing = words[words[closing + 1].head]
        if not is_loose(words, thing, lead) or not thing.i > closing > verb.i:
            continue
        if child_of(words, verb.i, "dobj", "auxpass") is not None or child_of(words, verb.i, "xcomp", end=thing.i):
            continue
        last = last_of(words, thing.i)
        set_off = next((i for i in (last, last + 1) if i < len(words) and words[i].text == ","), 0)
        called = set_off and thing.dep != "dobj"  # "after Y, the chair of X, and left"
        called = called and not is_to_be_done(words, set_off, thing)
        if not called and not any(w.pos in ("VERB", "AUX") for w in words[lead.i + 1 : closing]):
            hang(words, thing.i, verb.i, "dobj")
            hang(words, lead.i, verb.i, {"ADP": "prep", "VERB": "advcl"}.get(lead.pos, "advmod"))
            free_insertion(words, lead, thing)
            if verb.tag == "VBN" and child_of(words, verb.i, "aux") is None:
                words[verb.i] = replace(verb, tag="VBD")
    return words


def is_to_be_done(words: Words, comma: int, thing: Word) -> bool:
    """Whether a comma is followed by what is to be done with a thing that is new: "a centre, to be run by X"."""
    new = child_of(words, thing.i, "det", end=thing.i)
    coming = [w.text.lower() for w in words[comma + 1 : comma + 3]]
    return coming == ["to", "be"] and new is not None and new.text in ("a", "an")


def free_insertion(words: Words, lead: Word, thing: Word) -> None:
    """Give what is to be done with a thing to that, where the parser has made a clause of the insertion."""
    done = child_of(words, lead.i, "pcomp", start=thing.i)
    taken = child_of(words, done.i, "nsubjpass", start=lead.i, end=thing.i) if done is not None else None
    if taken is not None:
        hang(words, taken.i, lead.i, "pobj")
    done = done if taken is not None else child_of(words, lead.head, "xcomp", start=thing.i)
    if done is not None and child_of(words, done.i, "auxpass") is not None:
        hang(words, done.i, thing.i, "relcl")


def makes(verb: Word) -> bool:
    """Whether a verb is for what needs an object: founding, adopting, signing."""
    return verb.lemma in cues()["verbs.bringing_about"] or verb.lemma in MAKING


def inserted_at(words: Words, verb: Word) -> int:
    """The comma right behind a verb, or behind the one who is given something; or 0."""
    to = words[verb.i + 1]
    if to.dep == "prt" and to.head == verb.i:
        to = words[to.i + 1]
    if to.text == ",":
        return to.i
    if to.text in ("on", "in", "at") and to.dep == "prep" and makes(verb):  # "signed on Monday, after X, a pact"
        named = child_of(words, to.i, "pobj", end=to.i + 4)
        closed = named is not None and named.i + 2 < len(words) and words[named.i + 1].text == ","
        return named.i + 1 if named is not None and closed else 0
    given = to.text == "to" and to.dep in ("prep", "dative") and (verb.lemma in GIVEN or verb.lemma in HANDING)
    taker = child_of(words, to.i, "pobj", end=to.i + 6) if given else None
    behind = taker.i + 1 if taker is not None else 0
    return behind if behind and behind + 1 < len(words) and words[behind].text == "," else 0


def is_loose(words: Words, thing: Word, lead: Word) -> bool:
    """Whether a noun can be an object that the parser has hung elsewhere: a name where others found it with one."""
    jointly = lead.text in JOINTLY or (lead.text == "in" and words[lead.i + 1].lemma in PARTNERS)
    founded = thing.name is not None and thing.name.type in FOUNDED and (jointly or thing.dep == "npadvmod")
    second = thing.dep != "pobj" or child_of(words, thing.head, "pobj", end=thing.i) is not None
    return thing.dep in LOOSE and second and (founded or thing.pos in ("NOUN", "NUM", "SYM"))
