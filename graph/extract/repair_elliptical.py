"""Mends in a parse: numbers that stand for a noun told before them."""

from dataclasses import replace

from graph.extract.parse import Word
from graph.extract.trees import NOUNS, Words, child_of, first_of, hang, where

LEADS = ("to", "for", "from", "in", "into", "at")  # what stands behind a number and behind the thing it counts
NUMBERS = ("CD", "$")


@where("CD", "dobj", LEADS, ("and", ","))
def mend_numbers_for_nouns(words: Words) -> Words:
    """A number before its own phrase counts the thing before it: "sent three tents to Peru, two to X and one to Y"."""
    for number in words[4:-2]:
        lead = words[number.i + 1]
        second = number.dep == "appos" and words[number.head].dep == "pobj" and child_of(words, number.i, "nummod")
        if not (number.tag == "CD" or second) or lead.text not in LEADS or words[lead.i + 1].i == len(words) - 1:
            continue
        start = first_of(words, number.i) if second else first_number(words, number)
        joint = words[start - 1]
        thing = counted_before(words, number, start) if joint.text in ("and", ",") else None
        if thing is None or not has_alike(words, thing, lead, start):
            continue
        lemma = thing.lemma if thing.pos == "NOUN" and not second else number.lemma
        words[number.i] = replace(number, head=thing.i, dep="conj", lemma=lemma)
        if joint.text == "and":
            hang(words, joint.i, thing.i, "cc")
        hang(words, lead.i, number.i, "prep")
        name_taker(words, words[number.i + 1], words[number.i + 2])
        first = next(w for w in words[thing.i + 1 : start] if w.text == lead.text and w.head in (thing.i, thing.head))
        hang(words, first.i, thing.i, "prep")
    return words


def name_taker(words: Words, lead: Word, taker: Word) -> None:
    """Make a name right behind "to" a name, where the parser takes it for an infinitive: "$8 million to Belize"."""
    if lead.tag == "TO" and taker.text.istitle() and taker.pos == "VERB":
        words[lead.i] = replace(lead, pos="ADP", tag="IN")
        words[taker.i] = replace(taker, pos="PROPN", tag="NNP", lemma=taker.text, head=lead.i, dep="pobj")


def first_number(words: Words, number: Word) -> int:
    """Where the words of a number begin, with its currency: "USD" in "USD 3 million"."""
    start = number.i
    while start and words[start - 1].tag in NUMBERS:
        start -= 1
    return start


def counted_before(words: Words, number: Word, start: int) -> Word | None:
    """The nearest object before a number that is counted too, or is a sum."""
    for thing in reversed(words[:start]):
        if thing.dep == "dobj" and thing.i != number.i:
            told = thing.tag == "CD" or any(w.head == thing.i and w.dep == "nummod" for w in words[: thing.i])
            return thing if told and thing.pos in NOUNS else None
    return None


def has_alike(words: Words, thing: Word, lead: Word, start: int) -> bool:
    """Whether the same preposition leads on from a counted thing, or from its verb, before the next number."""
    above = (thing.i, thing.head)
    return any(w.text == lead.text and w.head in above for w in words[thing.i + 1 : start]) and not any(
        w.pos in ("VERB", "AUX") and w.dep != "amod" for w in words[thing.i + 1 : start]
    )
