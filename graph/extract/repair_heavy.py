"""Mends in a parse: a long object that stands behind what else its verb has: "made available to X two ships"."""

from dataclasses import replace

from graph.extract.cues import cues
from graph.extract.parse import Word
from graph.extract.repair_members import is_place
from graph.extract.tellings import kinds_of
from graph.extract.trees import NOUNS, Words, child_of, hand_over, hang, has_object, where

# What a thing is made that is named only behind it.
STATES = ("available", "public", "operational", "possible", "accessible", "mandatory", "compulsory", "obsolete")
HANDING = frozenset(
    {
        "return",
        "deport",
        "extradite",
        "transfer",
        "surrender",
        "repatriate",
        "ship",
        "convey",
        "submit",
        "present",
        "lease",
        "hand",
        "contribute",
        "allocate",
        "channel",
        "disburse",
    }
)
# What a new noun phrase begins with, right behind another one.
OPENING = ("CD", "$", "DT")
INSIDE = ("compound", "nmod", "nummod", "quantmod", "amod", "advmod", "det", "poss")


@where(STATES, "make")
def mend_made_so(words: Words) -> Words:
    """What is made available stands before or behind: "will make available a hospital", "made funds available to X"."""
    for state in words[2:-1]:
        make = words[state.i - 1]
        if state.text not in STATES:
            continue
        if make.lemma == "make" and make.pos == "VERB":
            thing = thing_behind(words, make, state)
        else:
            thing = words[state.head] if state.dep == "amod" and state.head < state.i else None
            make = words[thing.head] if thing is not None and thing.dep == "dobj" else make
        if thing is not None and make.lemma == "make":
            hang(words, state.i, make.i, "oprd")
            hang(words, thing.i, make.i, "dobj")
            hand_over(words, state.i, make.i, start=state.i, dep="prep")
    return words


def thing_behind(words: Words, make: Word, state: Word) -> Word | None:
    """The noun behind an adjective that the parser takes for a part of it, or it for a part of the noun; or None."""
    above = words[state.head]
    if above.i > state.i and above.pos in NOUNS and state.dep in ("amod", "acomp") and above.head == make.i:
        return above
    thing = child_of(words, state.i, "nsubj", start=state.i) if state.head == make.i else None
    thing = thing or (child_of(words, make.i, "dobj", "ccomp", start=state.i + 1) if state.dep == "ccomp" else None)
    return thing if thing is not None and thing.pos in NOUNS else None


@where(("to", "into"), OPENING, ("pobj", "appos"), ("VBD", "VBN", "VB", "VBZ", "VBP", "VBG"))
def mend_gifts_behind_takers(words: Words) -> Words:
    """A number or an article right behind a taker opens what is given: "paid to the Lima Fund 20 million euros"."""
    for prep in words[1:-3]:
        verb = giver_above(words, prep)
        if verb is None or has_object(words, verb.i) or child_of(words, verb.i, "nsubjpass") is not None:
            continue
        taker = next((w for w in words[prep.i + 1 : -2] if ends_taker(words, w)), None)
        gift = gift_behind(words, taker) if taker is not None else None
        if taker is not None and gift is not None:
            part(words, prep, taker, gift)
            hang(words, gift.i, verb.i, "dobj")
            hang(words, prep.i, verb.i, prep.dep)
    return words


MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)


@where(MONTHS, ("nmod", "compound"), "prep", "pobj")
def mend_objects_behind_days(words: Words) -> Words:
    """A day ends before an article or a number, which opens the object: "to submit by 30 June a report"."""
    for month in words[2:-2]:
        if month.text.lower() not in MONTHS or month.dep not in ("nmod", "compound", "nummod"):
            continue
        thing = words[month.head]
        prep = words[thing.head]
        verb = words[prep.head]
        opening = words[month.i + 1]
        before = words[prep.i + 1 : month.i]
        dated = all(w.tag == "CD" for w in before) and (bool(before) or not opening.text.isdigit())  # "September 22"
        year = opening.tag == "CD" and len(opening.text) == 4
        opening = words[opening.i + 1] if year else opening
        told = thing.dep == "pobj" and prep.i < month.i < opening.i < thing.i and prep.text in ("in", "on", "by")
        opens = opening.tag in ("DT", "PRP$", "CD") and opening.i <= thing.i
        if (
            not (told and opens and dated)
            or verb.pos != "VERB"
            or has_object(words, verb.i)
            or thing.label in ("DATE", "TIME")
        ):
            continue
        hang(words, month.i, prep.i, "pobj")
        for word in words[prep.i + 1 : opening.i]:
            if word.head == thing.i and word.i != month.i:
                hang(words, word.i, month.i, "nummod")
        words[opening.i] = replace(opening, label="")  # "two" is no part of the day
        if opening.head == month.i:
            hang(words, opening.i, thing.i, "nummod" if opening.tag == "CD" else "det")
        hang(words, thing.i, verb.i, "dobj")
    return words


CARGO = ("carrier", "product")


@where(("compound", "nmod"), "NNS", "pobj", "prep")
def mend_objects_behind_places(words: Words) -> Words:
    """Behind a land or a town stands the object: "to inspect off the coast of Libya vessels bound for Malta"."""
    for thing in words[4:]:
        land, prep = words[thing.i - 1], words[thing.head]
        named = land.head == thing.i and land.dep in ("compound", "nmod") and is_place(land)
        if thing.dep != "pobj" or thing.tag != "NNS" or not named or land.i != prep.i + 1:
            continue
        verb = words[prep.head]
        while verb.pos != "VERB" and verb.head < verb.i:
            verb = words[verb.head]
        first = words[verb.i + 1]
        farther = first.i < prep.i and first.dep == "prep" and first.head == verb.i  # "in the waters off Somalia boats"
        moved = farther and not kinds_of(thing).isdisjoint(CARGO)
        if verb.pos == "VERB" and moved and not has_object(words, verb.i) and not child_of(words, verb.i, "auxpass"):
            hang(words, land.i, prep.i, "pobj")
            hang(words, thing.i, verb.i, "dobj")
    return words


def giver_above(words: Words, prep: Word) -> Word | None:
    """The verb of giving that "to" or "into" stands behind, also behind "available"; or None."""
    if prep.text not in ("to", "into") or prep.dep not in ("prep", "dative"):
        return None
    verb = words[prep.head]
    if verb.text in STATES and words[verb.i - 1].lemma == "make":
        return words[verb.i - 1]
    giving = verb.lemma in cues()["verbs.giving_to"] or verb.lemma in HANDING
    return verb if giving and verb.pos == "VERB" and verb.i < prep.i else None


def ends_taker(words: Words, word: Word) -> bool:
    """Whether a noun ends here, and a number, a sum or an article comes next."""
    behind = words[word.i + 1]
    opens = behind.tag in ("CD", "$") or (behind.tag == "DT" and behind.text.lower() in ("a", "an", "the"))
    more = behind.text in ("more", "over", "some", "about") and words[word.i + 2].tag in ("CD", "$", "IN")
    return word.tag in ("NN", "NNP", "NNS", "NNPS") and (opens or more)


def gift_behind(words: Words, taker: Word) -> Word | None:
    """The noun that is given, whose first word stands right behind the taker; None where that is a time."""
    gift = next((w for w in words[taker.i + 1 : taker.i + 4] if w.tag == "CD"), words[taker.i + 1])
    while gift.dep in INSIDE and gift.head > gift.i:
        gift = words[gift.head]
    timed = gift.label in ("DATE", "TIME") or gift.lemma in ("year", "day", "month", "week", "hour", "time")
    return gift if gift.i > taker.i and gift.dep in ("pobj", "appos") and not timed else None


def part(words: Words, prep: Word, taker: Word, gift: Word) -> None:
    """Hang the taker on its preposition, with what stands before it, and leave the gift what is behind it."""
    if taker.head == gift.i:
        hang(words, taker.i, prep.i, "pobj")
    for word in words[prep.i + 1 : gift.i]:
        if word.i < taker.i and word.head == gift.i:
            hang(words, word.i, taker.i, word.dep)
        elif word.i > taker.i and word.head == taker.i:
            hang(words, word.i, gift.i, word.dep)
        elif word.i == gift.head > taker.i:  # "delivered to Sudan over 300 tonnes"
            hang(words, word.i, gift.i, "quantmod")
