"""Mends in a parse: what is told of the deed, not of a noun beside it, and what "it" or "that" stands for."""

from dataclasses import replace

from graph.extract.cues import cues
from graph.extract.parse import Word
from graph.extract.repair_roots import make_root
from graph.extract.trees import (
    NOUNS,
    Words,
    below,
    child_of,
    first_of,
    hang,
    has_own,
    root_of,
    where,
)

MAKING = ("make", "find", "consider", "think", "deem")


@where("it", ("nsubj", "ccomp"), "TO", MAKING)
def mend_foretold_infinitives(words: Words) -> Words:
    """What "it" stands for comes behind: in "makes it a crime to sell X", a crime sells nothing."""
    for it in words[1:-2]:
        noun = words[it.head]
        deed = words[noun.head]
        verb = words[it.i - 1]
        told = it.text == "it" and it.dep == "nsubj" and noun.dep == "nsubj" and noun.pos == "NOUN" and noun.i > it.i
        if not told or verb.lemma not in MAKING or deed.head != verb.i or deed.tag != "VB" or deed.i < noun.i:
            continue
        hang(words, it.i, verb.i, "dobj")
        hang(words, noun.i, verb.i, "oprd")
        hang(words, deed.i, noun.i, "advcl")
    return words


@where("than", ("be", "do", "have"), ("pobj", "pcomp"))
def mend_compared_doers(words: Words) -> Words:
    """Who does so too is only what a thing is compared with: "conducts heat better than iron does"."""
    for verb in words[3:]:
        than = words[verb.head]
        if (
            verb.dep not in ("pobj", "pcomp")
            or than.text != "than"
            or verb.pos != "AUX"
            or verb.lemma not in ("be", "do", "have")
        ):
            continue
        doer = child_of(words, verb.i, "nsubj", "compound", start=than.i, end=verb.i)
        if doer is None or any(w.head == verb.i and w.i > verb.i and w.dep != "punct" for w in words):
            continue
        hang(words, doer.i, than.i, "pobj")
        hang(words, verb.i, doer.i, "dep")
    return words


REFLEXIVES = ("himself", "herself", "itself", "themselves")


@where(REFLEXIVES, ("nsubjpass", "npadvmod"), "auxpass")
def mend_reflexives_in_passives(words: Words) -> Words:
    """A reflexive inside a passive only stresses who suffers it: "was himself succeeded by his son"."""
    for own in words[1:-1]:
        verb = words[own.head]
        inside = own.text in REFLEXIVES and own.dep in ("nsubjpass", "npadvmod") and own.i < verb.i
        if inside and words[own.i - 1].dep in ("auxpass", "aux"):
            hang(words, own.i, verb.i, "dep")
    return words


@where("leave", ("VBN", "VBD"), ("ccomp", "acl", "advcl"))
def mend_left_so(words: Words) -> Words:
    """How somebody is left is what a deed has done: "left three soldiers wounded", "left thousands stranded"."""
    for state in words[3:]:
        above = words[state.head]
        verb = above if above.lemma == "leave" else words[above.head]
        told = state.tag in ("VBN", "VBD") and state.dep in ("ccomp", "acl", "advcl") and verb.lemma == "leave"
        if (
            not told
            or words[state.i - 1].pos not in NOUNS
            or child_of(words, state.i, "aux", "auxpass", "mark", "agent")
        ):
            continue
        thing = child_of(words, state.i, "nsubj", "nsubjpass", start=verb.i, end=state.i)
        thing = thing or child_of(words, verb.i, "dobj", start=verb.i, end=state.i)
        last = state.i + 1 >= len(words) or words[state.i + 1].dep in ("punct", "cc", "prep")
        if thing is None or not last or first_of(words, thing.i) != verb.i + 1:
            continue
        hang(words, thing.i, verb.i, "dobj")
        words[state.i] = replace(state, pos="ADJ", tag="JJ", head=verb.i, dep="oprd")
    return words


GIVING = frozenset({"donate", "sell", "send", "deliver", "hand", "report", "lend", "transfer", "ship"})
DIRECTED = frozenset(
    {"letter", "message", "answer", "threat", "ambassador", "envoy", "visit", "access", "road", "gift"}
)


@where(GIVING, "dobj", "to", "prep")
def mend_takers_behind_things(words: Words) -> Words:
    """To whom a thing is given is told of the giving: "donated 20 ambulances to Peru", "reported the theft to X"."""
    for to in words[3:]:
        if to.text != "to" or to.dep != "prep" or child_of(words, to.i, "pobj") is None:
            continue
        thing = thing_over(words, to)
        verb = words[thing.head]
        plain = thing.dep == "dobj" and thing.pos == "NOUN" and verb.lemma in GIVING and verb.i < thing.i
        if plain and thing.lemma not in DIRECTED and (thing.lemma not in cues().nominals or verb.lemma == "report"):
            hang(words, to.i, verb.i, "prep")
    return words


@where("born", "NUM", ("PROPN", "npadvmod"))
def mend_birthdays(words: Words) -> Words:
    """A day before its month is part of the date: "(born 3 May 1951)"."""
    for born in words[:-2]:
        day, month = words[born.i + 1], words[born.i + 2]
        split = born.text == "born" and day.head == born.i and day.dep != "nummod" and day.tag == "CD"
        if split and day.text.isdigit() and month.head == born.i and month.label == "DATE":
            hang(words, day.i, month.i, "nummod")
    return words


@where("old", "-", ("dobj", "nsubj", "nsubjpass", "pobj"))
def mend_people_by_age(words: Words) -> Words:
    """Who is so old is a person: "killed a 17-year-old in Lima"."""
    for old in words[4:]:
        aged = old.text == "old" and old.pos == "ADJ" and words[old.i - 1].text == "-"
        if aged and old.dep in ("dobj", "nsubj", "nsubjpass", "pobj") and child_of(words, old.i, "det") is not None:
            words[old.i] = replace(old, pos="NOUN", tag="NN")
    return words


def thing_over(words: Words, prep: Word) -> Word:
    """The noun on which a preposition hangs over other phrases: the town in "the town of Rutshuru from"."""
    thing = words[prep.head]
    while thing.dep in ("pobj", "prep") and thing.head != thing.i:
        thing = words[thing.head]
    return thing


STREETS = ("street", "road", "square", "sea", "sky", "air", "hill", "barricade", "field", "court", "polls")


@where("take", STREETS, "xcomp", "TO")
def mend_aims_behind_streets(words: Words) -> Words:
    """For what one takes to the streets is what that is for: "took to the streets to demand elections"."""
    for aim in words[4:]:
        verb = words[aim.head]
        if aim.dep != "xcomp" or verb.lemma != "take" or not any(w.head == aim.i and w.tag == "TO" for w in words):
            continue
        to = child_of(words, verb.i, "prep", start=verb.i, end=aim.i)
        place = child_of(words, to.i, "pobj") if to is not None and to.text == "to" else None
        if place is not None and place.lemma in STREETS:
            hang(words, aim.i, verb.i, "advcl")
    return words


TAKING = frozenset(
    {"seize", "take", "capture", "recapture", "retake", "wrest", "steal", "confiscate", "buy", "purchase"}
)


@where(TAKING, "from", "dobj", "prep")
def mend_losers(words: Words) -> Words:
    """From whom a thing is taken is told of the taking: "seized the town of Rutshuru from Congolese forces"."""
    for from_ in words[3:]:
        if from_.text != "from" or from_.dep != "prep" or child_of(words, from_.i, "pobj") is None:
            continue
        thing = thing_over(words, from_)
        verb = words[thing.head]
        far = from_.i > thing.i + 1
        if thing.dep == "dobj" and verb.lemma in TAKING and verb.i < thing.i and far:
            hang(words, from_.i, verb.i, "prep")
    return words


@where("ROOT", "conj", "auxpass", ("VBN", "VBD"))
def mend_reduced_roots(words: Words) -> Words:
    """A second verb needs an "and": in "a journalist held in Mali for two years has been freed", the first is none."""
    root = words[root_of(words)]
    verb = next((w for w in words[root.i + 1 :] if w.head == root.i and w.dep == "conj"), None)
    if verb is None or root.tag not in ("VBD", "VBN") or has_own(words, verb.i, "cc"):
        return words
    passive = child_of(words, verb.i, "auxpass", end=verb.i)
    subject = child_of(words, root.i, "nsubj", "nsubjpass", end=root.i)
    between = any(w.text in (",", ";") or w.dep == "cc" for w in words[root.i : verb.i])
    aided = child_of(words, root.i, "aux", "auxpass", "neg") is not None
    if passive is None or subject is None or between or aided or subject.pos not in ("NOUN", "PROPN"):
        return words
    make_root(words, verb.i)
    hang(words, subject.i, verb.i, "nsubjpass")
    words[root.i] = replace(root, tag="VBN", head=subject.i, dep="acl")
    for other in list(words):
        if other.head == root.i and (other.i < root.i or other.i > verb.i):
            hang(words, other.i, verb.i, other.dep)
        elif other.head == root.i and other.dep == "dobj" and other.i == root.i + 1:
            hang(words, other.i, root.i, "oprd")  # "held hostage"
            for prep in list(words[other.i : verb.i]):
                if prep.head == other.i and prep.dep == "prep":
                    hang(words, prep.i, root.i, "prep")
    return words


# Verbs that take a person and a clause: "convinced voters that X"; what is told is no relative clause.
CONVINCING = frozenset(
    {"convince", "persuade", "assure", "remind", "warn", "satisfy", "show", "teach", "promise", "bet"}
)


@where("that", "ccomp", "mark", "dobj")
def mend_things_taken_up(words: Words) -> Words:
    """A "that" clause without an object behind one is a relative one: "breaks it into sugars that yeast eats"."""
    for clause in words[5:]:
        verb = words[clause.head]
        if clause.dep != "ccomp" or clause.tag not in ("VB", "VBZ", "VBP", "VBD") or verb.i > clause.i:
            continue
        that = child_of(words, clause.i, "mark", start=verb.i, end=clause.i)
        thing = child_of(words, verb.i, "dobj", start=verb.i, end=clause.i)
        subject = child_of(words, clause.i, "nsubj", end=clause.i)
        if that is None or thing is None or subject is None or that.text != "that" or thing.pos != "NOUN":
            continue
        told = cues()["speech.verbs"] | cues()["verbs.informing"] | CONVINCING
        meant = cues()["nouns.opinion"] | cues()["nouns.hearsay"] | cues()["nouns.facts"]
        noun = words[that.i - 1]
        if verb.lemma in told or noun.pos != "NOUN" or not below(words, noun.i, verb.i) or noun.lemma in meant:
            continue
        if child_of(words, clause.i, "dobj", "ccomp", "xcomp", "prep", "acomp", "attr", "auxpass") is not None:
            continue
        words[that.i] = replace(that, pos="PRON", tag="WDT", dep="dobj")
        hang(words, clause.i, noun.i, "relcl")
    return words


DAYTIMES = ("dawn", "dusk", "noon", "midday", "midnight", "night", "nightfall", "sunrise", "sunset", "daybreak")


@where(DAYTIMES, "at", "dobj")
def mend_daytimes(words: Words) -> Words:
    """At what time of day a thing is done is told of the deed: "reached the summit at dawn"."""
    for day in words[3:]:
        at = words[day.head]
        thing = words[at.head]
        if day.lemma in DAYTIMES and at.text == "at" and thing.dep == "dobj" and thing.i < at.i:
            hang(words, at.i, thing.head, "prep")
    return words


@where("as", "by", "VBN", "pobj")
def mend_doers_behind_capacities(words: Words) -> Words:
    """Behind what a thing is done as stands who does it: "founded as a trading post by Danish merchants"."""
    for by in words[4:-1]:
        noun = words[by.head]
        as_ = words[noun.head]
        verb = words[as_.head]
        told = by.text == "by" and by.dep in ("prep", "agent") and noun.dep == "pobj" and as_.text == "as"
        if not told or verb.tag != "VBN" or noun.lemma in cues().nominals or verb.lemma in ("know", "describe"):
            continue
        if child_of(words, verb.i, "agent", "dobj") is None and child_of(words, by.i, "pobj") is not None:
            hang(words, by.i, verb.i, "agent")
    return words
