"""Mends in a parse: what reports of events put between a subject, its verb and who is behind it."""

from dataclasses import replace

from graph.extract.cues import cues
from graph.extract.prepositions import COMPASS
from graph.extract.relative_times import WEEKDAYS
from graph.extract.trees import (
    NOUNS,
    Words,
    child_of,
    first_name,
    hang,
    has_own,
    join_to,
    make_subject,
    root_of,
    where,
)

# Participles that stand before the one who does a thing: "visiting Prime Minister X met Y".
STANDING_BEFORE = ("Visiting", "Outgoing", "Incoming", "Retiring", "Ruling", "Opposing", "Leading", "Sitting")


@where(WEEKDAYS, "on")
def mend_days_before_verbs(words: Words) -> Words:
    """A day between a subject and its verb is the verb's: "the president on Tuesday praised X"."""
    for day in words:
        if day.text.lower() not in WEEKDAYS or day.dep != "pobj":
            continue
        prep = words[day.head]
        noun = words[prep.head]
        verb = words[noun.head]
        between = noun.dep.startswith("nsubj") and noun.i < prep.i < day.i < verb.i and verb.pos in ("VERB", "AUX")
        if prep.text == "on" and between:
            hang(words, prep.i, verb.i, "prep")
    return words


@where("csubj")
def mend_visitors(words: Words) -> Words:
    """Who is visiting does what is told then: "visiting Prime Minister X held talks"."""
    first = words[0]
    verb = words[first.head]
    if first.text not in STANDING_BEFORE or first.dep != "csubj":
        return words
    name = next((w for w in words[1 : verb.i] if w.head == 0 and w.dep == "dobj" and w.pos == "PROPN"), None)
    other = any(w.head == verb.i and w.dep in ("nsubj", "nsubjpass") for w in words)
    if name is None or other or verb.tag not in ("VBD", "VBZ", "VBN"):
        return words
    make_subject(words, name.i, verb.i)
    words[0] = replace(first, pos="ADJ", tag="JJ", head=name.i, dep="amod")
    return words


@where("auxpass", "advcl", "VBG")
def mend_given_papers(words: Words) -> Words:
    """A participle right behind what a passive gives tells of that: "was handed a note condemning X"."""
    for clause in words[2:]:
        verb, thing = words[clause.head], words[clause.i - 1]
        given = clause.dep == "advcl" and clause.tag == "VBG" and thing.dep == "dobj" and thing.head == verb.i
        if given and any(w.head == verb.i and w.dep == "auxpass" for w in words):
            hang(words, clause.i, thing.i, "acl")
    return words


@where("by", "pcomp")
def mend_agents_behind_gerunds(words: Words) -> Words:
    """Who keeps somebody from a thing stands behind it all: "was barred from leaving the country by officers"."""
    for by in words:
        if by.text != "by" or by.dep not in ("prep", "agent"):
            continue
        gerund = words[by.head]
        prep = words[gerund.head]
        verb = words[prep.head]
        leading = "as" if verb.lemma in ("quote", "cite") else "from"  # "was quoted as saying by X"
        barred = gerund.dep == "pcomp" and prep.text == leading and verb.tag == "VBN" and prep.dep == "prep"
        if barred and not any(w.head == verb.i and w.dep == "agent" for w in words):
            hang(words, by.i, verb.i, "agent")
    return words


@where(COMPASS, "conj")
def mend_neighbours(words: Words) -> Words:
    """Who is "to the north" goes on with who else is there: "bordered by X to the north and Y to the west"."""
    for name in words:
        side = words[name.head]
        if name.dep != "conj" or name.pos != "PROPN" or side.text.lower() not in COMPASS or side.dep != "pobj":
            continue
        before = next((w for w in reversed(words[: side.i]) if w.pos == "PROPN" and w.dep == "pobj"), None)
        joint = child_of(words, side.i, "cc", start=side.i, end=name.i)
        if before is not None and joint is not None:
            join_to(words, name.i, before.i, joint)
    return words


# Verbs by which a body speaks, in forms that pass for plurals.
SPEAKING = ("appeals", "calls", "requests", "demands", "notes", "urges")


@where(("VBZ", *SPEAKING))
def mend_lost_verbs(words: Words) -> Words:
    """A form that is no noun is the verb of a sentence that passes for a noun phrase: "iron reacts with oxygen"."""
    root = words[root_of(words)]
    said = root.text in SPEAKING and root.tag == "NNS"
    said = said and not any(w.tag in ("VBD", "VBZ", "VBP", "MD") for w in words)
    if root.pos != "NOUN" or root.i == 0 or not (root.tag == "VBZ" or said):
        return words
    subject = words[root.i - 1]
    if subject.pos not in NOUNS or subject.head != root.i:
        return words
    words[root.i] = replace(root, pos="VERB", tag="VBZ")
    for other in list(words[: root.i]):
        if other.head == root.i and other.i != subject.i and other.dep in ("det", "amod", "compound", "poss", "nummod"):
            hang(words, other.i, subject.i, other.dep)
    hang(words, subject.i, root.i, "nsubj")
    return words


MEANS = ("telephone", "phone", "video", "videoconference", "teleconference", "letter", "email")


@where(MEANS)
def mend_means(words: Words) -> Words:
    """With whom one speaks by telephone one speaks: "spoke by telephone with X"."""
    for means in words:
        by = words[means.head]
        if means.text not in MEANS or by.text not in ("by", "via", "over") or by.dep not in ("prep", "agent"):
            continue
        words[by.i] = replace(by, dep="prep")
        for prep in list(words):
            if prep.head == means.i and prep.dep == "prep":
                hang(words, prep.i, by.head, "prep")
    return words


@where("appos", "conj", "PROPN")
def mend_offices_in_row(words: Words) -> Words:
    """Each name between commas is of the office right before: "the premier, X, and the minister of trade, Y, met"."""
    for office in list(words):
        name = words[office.head]
        joined = (
            office.dep == "conj" and name.dep == "appos" and name.pos == "PROPN" and has_own(words, office.i, "det")
        )
        if joined and office.pos in ("NOUN", "PROPN") and office.name is None and words[office.i - 1].tag == "DT":
            hang(words, office.i, name.head, "conj")
            for joint in list(words[name.i : office.i]):
                if joint.head == name.i and joint.dep == "cc":
                    hang(words, joint.i, name.head, "cc")
    for name in list(words):
        if name.dep != "appos" or name.pos != "PROPN":
            continue
        first = first_name(words, name.i)
        if first < 2 or words[first - 1].text != ",":
            continue
        noun = words[first - 2]
        while noun.i > name.head and noun.dep in ("pobj", "prep", "compound"):
            noun = words[noun.head]
        if noun.i > name.head and noun.dep == "conj" and noun.head == name.head and noun.pos in ("NOUN", "PROPN"):
            hang(words, name.i, noun.i, "appos")
    return words


FELT = ("concerned", "alarmed", "dismayed", "saddened", "appalled", "disturbed", "outraged", "worried", "shocked")


@where(FELT, "agent")
def mend_feelings(words: Words) -> Words:
    """What one is concerned by does nothing: one is concerned about it."""
    for by in words:
        verb = words[by.head]
        if by.text == "by" and by.dep == "agent" and verb.text in FELT:
            words[by.i] = replace(by, dep="prep")
    return words


@where("out", "of")
def mend_out_of(words: Words) -> Words:
    """What one is pulled "out of" one is pulled out of: the first word is the verb's particle."""
    for out in list(words[:-1]):
        of = words[out.i + 1]
        if out.text == "out" and of.text == "of" and of.head == out.i and words[out.head].pos == "VERB":
            hang(words, of.i, out.head, "prep")
            words[out.i] = replace(out, dep="prt", pos="ADP", tag="RP")
    return words


@where(("while", "whereas"), "ccomp", "advcl")
def mend_contrasting_clauses(words: Words) -> Words:
    """What another one says behind "while" is no part of what the first one says: "A said X, while B denied Y"."""
    for clause in words:
        said = words[clause.head]
        above = words[said.head]
        if clause.dep != "advcl" or said.dep != "ccomp" or not above.i < said.i < clause.i:
            continue
        mark = next(
            (w for w in words if w.head == clause.i and w.dep == "mark" and w.text in ("while", "whereas")), None
        )
        own = any(w.head == clause.i and w.dep == "nsubj" and w.pos == "PROPN" for w in words)
        if mark is not None and own and words[mark.i - 1].text == ",":
            hang(words, clause.i, above.i, "advcl")
    return words


# What befalls a thing, in which people die: "died in the collapse of a bridge".
BEFALLING = frozenset(
    {"collapse", "crash", "explosion", "sinking", "derailment", "capsizing", "wreck", "wreckage", "storming", "siege"}
    | {
        "defence",
        "defense",
        "service",
        "aftermath",
        "course",
        "wake",
        "midst",
        "hands",
        "hand",
        "name",
        "ruins",
        "ruin",
    }
    | {"battle", "fall", "blast", "flooding", "crossing", "rubble", "eruption", "month", "year", "city", "town"}
)


@where("die", "of")
def mend_deaths(words: Words) -> Words:
    """What one dies of stands behind where: "died in a hospital of complications"."""
    for of in words:
        place = words[of.head]
        prep = words[place.head]
        dies = of.text == "of" and place.dep == "pobj" and prep.text in ("in", "at") and words[prep.head].lemma == "die"
        event = place.lemma in cues().nominals or place.lemma in BEFALLING
        if dies and place.name is None and not event:
            hang(words, of.i, prep.head, "prep")
    return words
