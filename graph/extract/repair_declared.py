"""Mends in a parse of declarations and readouts: with whom one shall act, when a thing was signed."""

from dataclasses import replace

from graph.extract.cues import cues, stating
from graph.extract.parse import Word
from graph.extract.trees import (
    Words,
    below,
    child_of,
    hand_over,
    hang,
    has_own,
    is_person,
    join_to,
    root_of,
    takes_to,
    where,
)
from graph.model import EntityType

JOINTLY = ("collaboration", "consultation", "cooperation", "coordination", "partnership", "conjunction")
CHAIRED = ("presidency", "chairmanship", "leadership", "chairpersonship", "chair")
# What goes on for a time; it is talked about, and is no name's description.
GOING_ON = frozenset(
    {"war", "conflict", "crisis", "situation", "fighting", "fight", "dispute", "peace", "ceasefire", "unrest", "coup"}
    | {"election", "elections", "famine", "drought", "genocide", "invasion", "occupation", "blockade", "sanction"}
)
DEEDS = frozenset(noun for noun, nominal in cues().nominals.items() if "of" in nominal.prepositions) | {"conclusion"}
HARM = ("kill", "claim", "displace", "wound", "injure", "destroy", "damage", "leave")
ADDRESSING = ("invite", "thank", "urge", "congratulate", "praise", "ask", "assure")
# What only happens, and is done to nothing.
HAPPENING = ("flare", "erupt", "rage", "escalate", "intensify", "surge", "soar", "continue", "resume", "persist")


@where("in", JOINTLY, "with", ",")
def mend_company_of_the_asked(words: Words) -> Words:
    """With whom one is to act tells of the deed, not of the asking: "asks X, in consultation with Y, to report"."""
    for prep in words[2:-3]:
        ask, noun = words[prep.head], words[prep.i + 1 : prep.i + 3]
        jointly = prep.text == "in" and prep.dep == "prep" and any(w.lemma in JOINTLY for w in noun)
        if not jointly or words[prep.i - 1].text != "," or ask.lemma not in cues()["modality.proposed"]:
            continue
        deed = asked_deed(words, ask, prep.i)
        asked = child_of(words, ask.i, "dobj", start=ask.i, end=prep.i)
        on = child_of(words, ask.i, "prep", start=ask.i, end=prep.i)
        if deed is not None and (asked is not None or (on is not None and on.text in ("on", "upon"))):
            hang(words, prep.i, deed.i, "prep")
            for comma in words[prep.i : deed.i]:
                if comma.text == "," and comma.head == ask.i:
                    hang(words, comma.i, deed.i, "punct")
    return words


def asked_deed(words: Words, ask: Word, start: int) -> Word | None:
    """What somebody is asked to do behind a phrase: "to report", "with preparing it"; or None."""
    deed = child_of(words, ask.i, "xcomp", "advcl", start=start)
    if deed is not None and deed.tag == "VB" and takes_to(words, deed.i):
        return deed
    with_ = next((w for w in words[start + 1 :] if w.head == ask.i and w.dep == "prep" and w.text == "with"), None)
    return child_of(words, with_.i, "pcomp", start=with_.i) if with_ is not None else None


@where("under", CHAIRED, "of", ("on", "upon"))
def mend_chairs_of_the_asked(words: Words) -> Words:
    """Under whose chair a body sits tells of the body: "we call on the G7, under the presidency of X, to act"."""
    for prep in words[2:-2]:
        ask = words[prep.head]
        chair = child_of(words, prep.i, "pobj", start=prep.i)
        led = prep.text == "under" and prep.dep == "prep" and words[prep.i - 1].text == ","
        if (
            not led
            or chair is None
            or chair.lemma not in CHAIRED
            or ask.lemma not in ("call", "urge", "request", "invite")
        ):
            continue
        on = child_of(words, ask.i, "prep", start=ask.i, end=prep.i)
        body = child_of(words, ask.i, "dobj", start=ask.i, end=prep.i)
        body = child_of(words, on.i, "pobj", start=on.i, end=prep.i) if body is None and on is not None else body
        if body is not None and asked_deed(words, ask, prep.i) is not None:
            hang(words, prep.i, body.i, "prep")
    return words


@where("under", CHAIRED)
def mend_chairs_behind_dates(words: Words) -> Words:
    """Under whose chair one meets tells of the meeting, not of its date: "from 9 to 12 May under the chair of X"."""
    for prep in words[3:-2]:
        above = words[prep.head]
        chair = child_of(words, prep.i, "pobj", start=prep.i)
        led = prep.text == "under" and prep.dep == "prep" and chair is not None and chair.lemma in CHAIRED
        led = led and (above.pos == "ADP" or above.label == "DATE")
        while led and above.head != above.i and above.pos in ("ADP", "PROPN", "NUM"):
            above = words[above.head]
        if led and above.pos == "VERB" and above.i != prep.head and above.i < prep.i:
            hang(words, prep.i, above.i, "prep")
    return words


@where("of", ("on", "in"), DEEDS)
def mend_deeds_with_dates(words: Words) -> Words:
    """A date or a place between a deed and its "of" parts them not: "the signing, on 3 May, of a treaty by X"."""
    for of in words[4:-1]:
        if of.text != "of" or of.dep != "prep" or words[of.head].lemma in cues().nominals:
            continue
        deed = dated_deed(words, of)
        if deed is None:
            continue
        hang(words, of.i, deed.i, "prep")
        for prep in words[deed.i + 1 : of.i]:
            between = prep.text in ("on", "in", "at") if prep.dep == "prep" else prep.text == ","
            if between and not below(words, prep.i, deed.i):
                hang(words, prep.i, deed.i, prep.dep)
        thing = child_of(words, of.i, "pobj", start=of.i)
        by = child_of(words, thing.i, "prep", "agent", start=thing.i) if thing is not None else None
        if by is not None and by.text == "by":
            hang(words, by.i, deed.i, "prep")
    return words


def dated_deed(words: Words, of: Word) -> Word | None:
    """The deed with nothing but a date and places between it and an "of": "the conclusion, on 2 May, of"; or None."""
    between = ("on", "in", "at", ",")
    first = next((w for w in reversed(words[: of.i]) if w.text not in between and not is_setting(w)), None)
    if first is None or first.pos != "NOUN" or first.lemma not in DEEDS:
        return None
    dated = any(w.label == "DATE" for w in words[first.i : of.i]) and words[first.i + 1].text in between
    return first if dated else None


def is_setting(word: Word) -> bool:
    """Whether a word is part of a date or a place."""
    return word.label in ("DATE", "GPE") or word.pos == "NUM" or (word.name is not None and word.pos == "PROPN")


@where("appos", "conj", ",", tuple(GOING_ON))
def mend_topics_in_rows(words: Words) -> Words:
    """What goes on is the next topic, no description of a place: "discussed Mali, the war in Sudan and trade"."""
    for topic in words[3:-1]:
        first = words[topic.head]
        row = (
            topic.dep == "appos" and topic.lemma in GOING_ON and first.dep in ("dobj", "pobj") and not is_person(first)
        )
        if row and child_of(words, topic.i, "conj", start=topic.i) is not None:
            hand_over(words, topic.i, first.i, start=topic.i, dep="cc")
            hand_over(words, topic.i, first.i, start=topic.i, dep="conj")
            hang(words, topic.i, first.i, "conj")
    return words


@where("acl", HAPPENING, "and", "nsubj")
def mend_happenings_before_clauses(words: Words) -> Words:
    """What only happens is no participle: "as fighting flared in the east and X struck Y" is of two clauses."""
    for event in words[1:-3]:
        noun = words[event.head]
        verb = words[noun.head]
        told = event.dep == "acl" and event.lemma in HAPPENING and event.tag in ("VBN", "VBD") and noun.i == event.i - 1
        if not told or noun.dep != "nsubj" or verb.i < event.i or verb.pos != "VERB":
            continue
        doer = next((w for w in reversed(words[event.i : verb.i]) if w.dep == "conj"), None)
        joint = child_of(words, doer.head, "cc", start=event.i, end=doer.i) if doer is not None else None
        if doer is None or joint is None or any(w.pos == "VERB" for w in words[doer.i + 1 : verb.i]):
            continue
        words[event.i] = replace(event, tag="VBD", dep=verb.dep, head=verb.head if verb.head != verb.i else event.i)
        hand_over(words, verb.i, event.i, end=event.i)
        hang(words, noun.i, event.i, "nsubj")
        hang(words, doer.i, verb.i, "nsubj")
        join_to(words, verb.i, event.i, joint)
    return words


@where("conj", "auxpass", ("advcl", "acl", "xcomp"), "and", "TO")
def mend_stands_behind_aims(words: Words) -> Words:
    """A stand goes on with the first, not with what a thing is for: "open a centre, to be run by X, and note Y"."""
    root = words[root_of(words)]
    if root.tag not in ("VB", "VBP"):
        return words
    for stand in words[root.i + 6 :]:
        aim = words[stand.head]
        passive = aim.tag == "VBN" and takes_to(words, aim.i) and child_of(words, aim.i, "auxpass") is not None
        said = stand.dep == "conj" and stand.tag in ("VB", "VBP") and stand.lemma in stating()
        joint = words[stand.i - 1]
        if passive and said and joint.text == "and" and words[stand.i - 2].text == "," and words[aim.head].i < aim.i:
            words[stand.i] = replace(stand, tag=root.tag)
            join_to(words, stand.i, root.i, joint)
    return words


@where("relcl", "VBG", ",", HARM)
def mend_results_of_relatives(words: Words) -> Words:
    """What a disaster did in a relative clause it did behind it too: "X, which struck Y, killing nine"."""
    for harm in words[6:]:
        if harm.tag != "VBG" or harm.dep != "advcl" or harm.lemma not in HARM or words[harm.i - 1].text != ",":
            continue
        clause = next((w for w in reversed(words[: harm.i]) if w.dep == "relcl"), None)
        which = child_of(words, clause.i, "nsubj", end=clause.i) if clause is not None else None
        if clause is None or which is None or which.tag not in ("WDT", "WP") or clause.i < harm.head:
            continue
        if not any(w.text == "," for w in words[clause.i : harm.i - 1]):
            hang(words, harm.i, clause.i, "advcl")
    return words


@where(("imports", "exports"), ("exports", "imports", "buys", "sells"), "and", ("compound", "amod"))
def mend_trades_behind_trades(words: Words) -> Words:
    """Who exports one thing "and imports" another does both: "Peru exports fish to Chad and imports oil"."""
    root = words[root_of(words)]
    for verb in words[root.i + 3 : -1]:
        inside = (
            verb.text in ("imports", "exports") and verb.dep in ("compound", "amod") and words[verb.i - 1].text == "and"
        )
        if not inside or root.tag != "VBZ" or root.lemma not in ("export", "import", "buy", "sell"):
            continue
        goods, joint = words[verb.head], words[verb.i - 1]
        words[verb.i] = replace(verb, lemma=verb.text[:-1], pos="VERB", tag="VBZ")
        join_to(words, verb.i, root.i, joint)
        hang(words, goods.i, verb.i, "dobj")
    return words


@where("ccomp", "conj", "and", ",", ADDRESSING)
def mend_sayers_who_ask(words: Words) -> Words:
    """Who says what a state means to do asks others himself: "Berg said Peru would buy it, and invited Lee"."""
    for asked in words[6:]:
        plan = words[asked.head]
        said = words[plan.head]
        told = asked.dep == "conj" and asked.tag == "VBD" and asked.lemma in ADDRESSING and plan.dep == "ccomp"
        joint = words[asked.i - 1]
        if not told or said.tag != "VBD" or said.lemma not in cues()["speech.verbs"] or said.i > plan.i:
            continue
        sayer = child_of(words, said.i, "nsubj", end=said.i)
        apart = joint.text == "and" and words[asked.i - 2].text == "," and not has_own(words, asked.i, "aux")
        patient = child_of(words, asked.i, "dobj", start=asked.i)
        people = patient is not None and (is_person(patient) or patient.label == "PERSON" or patient.tag == "PRP")
        if apart and people and sayer is not None and (is_person(sayer) or sayer.tag == "PRP"):
            join_to(words, asked.i, said.i, joint)
    return words


@where(("conj", "appos"), ("NNS", "NNPS"), "of", ",")
def mend_lands_of_leaders(words: Words) -> Words:
    """States behind a comma are those of the leaders before it: "leaders of Mali, Chad and Peru" are of three."""
    for land in words[4:]:
        leaders, first = words[land.head], words[land.i - 2]
        row = land.dep in ("conj", "appos") and is_land(land) and words[land.i - 1].text == ","
        if not row or leaders.tag not in ("NNS", "NNPS") or not is_land(first):
            continue
        led = leaders.lemma.lower() in cues()["nouns.parties_people"] and first.dep in ("pobj", "conj")
        if not led or not below(words, first.i, leaders.i):
            continue
        hang(words, land.i, first.i, "conj")
        for other in words[land.i + 1 :]:
            if other.dep == "npadvmod" and other.head == land.i and is_land(other) and words[other.i - 1].text == ",":
                hang(words, other.i, land.i, "conj")
    return words


def is_land(word: Word) -> bool:
    """Whether a word is the name of a country."""
    return word.name is not None and word.name.type is EntityType.COUNTRY and word.pos == "PROPN"
