"""Mends in a parse: what stands behind the other phrases of a noun for a deed and is the deed's all the same."""

from graph.extract.cues import cues
from graph.extract.parse import Word
from graph.extract.relative_times import MONTHS
from graph.extract.trees import Words, child_of, hang, is_named, join_to, root_of, where
from graph.model import EntityType

# What leads to whom a deed reaches, to who does it, and to those between whom it is.
REACHING = ("on", "against", "to")
DOING, SHARING = "by", "between"
INSIDE = ("ADP", "DET", "NOUN", "PROPN", "NUM", "ADJ", "PART")


@where((*REACHING, DOING, SHARING), "NOUN", ("dobj", "pobj", "nsubj"))
def mend_phrases_of_deeds(words: Words) -> Words:
    """Behind its date and place a deed goes on: "condemned the attack of 3 May on X by Y", "clashes in May between X".

    The parser hangs such a phrase on the verb above, or on the date.
    """
    for prep in words[3:-1]:
        if prep.dep not in ("prep", "agent") or prep.text not in (*REACHING, DOING, SHARING):
            continue
        target = child_of(words, prep.i, "pobj", start=prep.i)
        deed = deed_before(words, prep) if target is not None and not is_time(target) else None
        if deed is None or target is None or prep.head in (deed.i, target.i):
            continue
        above = words[prep.head]
        again = any(w.head == deed.i and w.text == prep.text and w.dep == "prep" for w in words[deed.i : prep.i])
        again = again and not any(is_time(w) for w in words if w.dep == "pobj" and words[w.head].head == deed.i)
        loose = (above.i < deed.i and child_of(words, above.i, "auxpass") is None) or is_time(above)
        doer = is_named(target) or target.tag == "NNS"
        pair = child_of(words, target.i, "conj", start=target.i) is not None
        if loose and not again and (doer if prep.text == DOING else pair if prep.text == SHARING else True):
            hang(words, prep.i, deed.i, "prep")
    return words


# What is no thing that somebody is to host, sign or run.
NO_THING = (EntityType.COUNTRY, EntityType.REGION, EntityType.PLACE, EntityType.PERSON, EntityType.GROUP)
PLACES = ("GPE", "LOC", "NORP", "PERSON", "FAC", "DATE")
PAPER_DEEDS = ("sign", "conclude", "initial", "ratify", "adopt")  # "talks with X on a pact, to be signed"
FOUNDING = ("establishment", "creation", "launch", "formation", "opening", "signing", "conclusion")


@where("TO", "auxpass", ",", ("acl", "advcl", "xcomp", "relcl", "ccomp", "conj"))
def mend_things_to_be_done(words: Words) -> Words:
    """Behind a comma "to be hosted" tells of the thing right before: "the establishment of X, to be hosted by Y".

    Or before where that is: "a fund for the Strait, to be run by Y".
    """
    for deed in words[4:]:
        to = child_of(words, deed.i, "aux", end=deed.i) if deed.tag == "VBN" and deed.dep != "ROOT" else None
        be = child_of(words, deed.i, "auxpass", end=deed.i)
        if to is None or be is None or to.tag != "TO" or to.i != be.i - 1 or words[to.i - 1].text != ",":
            continue
        thing = thing_before(words, words[to.i - 2])
        if thing is None or thing.i >= to.i or thing.head == deed.i:
            continue
        founded = words[deed.head].lemma in FOUNDING and words[words[thing.head].head].i == deed.head
        paper = thing.name is not None and thing.name.type is EntityType.AGREEMENT and deed.lemma in PAPER_DEEDS
        if words[deed.head].pos in ("VERB", "AUX") or founded or paper or is_no_thing(words[deed.head]):
            hang(words, deed.i, thing.i, "acl")
        joined = child_of(words, deed.i, "conj", start=deed.i)
        root = words[root_of(words)]
        asked = joined is not None and joined.tag in ("VB", "VBP") and joined.lemma in cues()["modality.proposed"]
        if joined is not None and asked and root.tag in ("VB", "VBP") and root.i < thing.i:
            join_to(words, joined.i, root.i, child_of(words, deed.i, "cc", start=deed.i))
    return words


def is_no_thing(word: Word) -> bool:
    """Whether a word stands for a place, a person or a group."""
    return word.name.type in NO_THING if word.name is not None else word.label in PLACES


def thing_before(words: Words, noun: Word) -> Word | None:
    """The thing in whose phrase a noun ends: itself, or what stands before a place, a person or a group; or None."""
    at = noun
    while at.dep in ("compound", "amod", "nummod") and noun.i < at.head + 2:
        at = words[at.head]
    for _ in range(len(("in", "of", "for", "on"))):
        if at.pos not in ("NOUN", "PROPN"):
            return None
        if not is_no_thing(at):
            return at
        above = words[words[at.head].head] if at.dep == "pobj" else words[at.head]
        if above.pos == "VERB":
            return child_of(words, above.i, "dobj", start=above.i, end=at.i)
        if above.i >= at.i:
            return None
        at = above
    return None


def is_time(word: Word) -> bool:
    """Whether a word tells when, or how much: no deed reaches a day, and none is done by five percent."""
    return word.label in ("DATE", "TIME", "PERCENT", "CARDINAL", "QUANTITY", "MONEY") or word.text.lower() in MONTHS


def deed_before(words: Words, prep: Word) -> Word | None:
    """The nearest noun for a deed in whose phrases a preposition stands that the deed takes; or None."""
    for word in reversed(words[: prep.i]):
        if word.pos not in INSIDE:
            return None
        nominal = cues().nominals.get(word.lemma) if word.pos == "NOUN" else None
        if (
            nominal is None
            or child_of(words, word.i, "prep", start=word.i) is None
            or word.dep not in ("dobj", "pobj", "nsubj")
        ):
            continue
        shared = prep.text == SHARING and "with" in nominal.prepositions
        if shared or prep.text in nominal.prepositions or (prep.text == DOING and "with" not in nominal.prepositions):
            return word
    return None
