"""Mends in a parse: of which thing is told what no land and no person does or undergoes."""

from dataclasses import replace

from graph.extract.repair_members import is_place
from graph.extract.trees import Words, child_of, hang, noun_above, where

# What no country does: "the treaty with Peru, which expired", "a pipeline to Italy that bypasses Ukraine".
NO_LAND = ("expire", "bypass", "cost", "span", "traverse", "measure", "weigh", "comprise", "carry", "run", "lapse")
# Into or in what papers and measures come: "which entered into force", "that took effect".
FORCE = ("force", "effect")


@where(("which", "that"), "relcl", "pobj")
def mend_things_no_land(words: Words) -> Words:
    """What only a thing does is told of the thing, not of the land behind it: "a treaty with X, which expired"."""
    for clause in words[4:]:
        land = words[clause.head]
        if clause.dep != "relcl" or land.dep != "pobj" or not is_place(land):
            continue
        led = any(w.head == clause.i and w.tag == "WDT" and w.dep == "nsubj" for w in words[land.i : clause.i])
        objects = [w for w in words[clause.i :] if w.head == clause.i and w.dep == "dobj"]
        into = [w.i for w in words[clause.i :] if w.head == clause.i and w.dep == "prep" and w.text == "into"]
        forced = any(w.lemma in FORCE and (w in objects or w.head in into) for w in words[clause.i :])
        thing = noun_above(words, land)
        if led and (clause.lemma in NO_LAND or forced) and thing.pos == "NOUN" and thing.i < land.i:
            hang(words, clause.i, thing.i, "relcl")
    return words


# By whom a body is led or paid: of no subject is that told behind a comma and the body.
GUIDED = ("chair", "cochair", "co-chair", "head", "lead", "support", "finance", "fund", "sponsor", "compose", "staff")

# What is done to a thing, and to no one who acts, also where more stands between.
PAID = ("fund", "finance", "cofinance", "co-finance", "pay", "build", "donate", "mediate", "broker")


@where("advcl", "agent", ",", "VBN")
def mend_guided_things(words: Words) -> Words:
    """Who leads what has just been named is told of it: "set up a commission, chaired by X", "paid for by X"."""
    for guided in words[3:]:
        verb, thing = words[guided.head], words[guided.i - 2]
        by = child_of(words, guided.i, "agent", start=guided.i)
        behind = guided.dep == "advcl" and guided.tag == "VBN" and words[guided.i - 1].text == ","
        held = thing.dep == "dobj" and thing.head == verb.i and verb.pos == "VERB"
        held = held or (thing.dep == "pobj" and verb.i < thing.i and thing.name is not None)
        far = child_of(words, verb.i, "dobj", start=verb.i, end=guided.i) if guided.lemma in PAID else None
        meant = far or (thing if held and guided.lemma in GUIDED else None)
        if behind and by is not None and meant is not None:
            hang(words, guided.i, meant.i, "acl")
    return words


LOANS = ("loan", "grant", "credit", "payment", "sum", "contract", "order", "dollar", "euro")


@where("acl", "agent", ",", LOANS)
def mend_led_takers(words: Words) -> Words:
    """No loan is led: "a loan to the Rail consortium, led by X and Y" is to those whom they lead."""
    for led in words[4:]:
        loan, taker = words[led.head], words[led.i - 2]
        prep = words[taker.head]
        told = led.dep == "acl" and led.tag == "VBN" and led.lemma in ("lead", "head", "chair", "command", "run")
        given = taker.dep == "pobj" and prep.text in ("to", "for", "with") and prep.head == loan.i
        if told and loan.lemma in LOANS and given and words[led.i - 1].text == ",":
            hang(words, led.i, taker.i, "acl")
    return words


@where("of", ("them", "whom"), "appos")
def mend_some_of_them(words: Words) -> Words:
    """What some of several are is no other name of all: "detained nine engineers, two of them Iranian nationals"."""
    for of in words[1:-2]:
        some, kind = words[of.i - 1], words[of.head]
        kind = words[some.head] if kind.i == some.i and some.dep != "appos" else kind
        if of.text == "of" and words[of.i + 1].text.lower() in ("them", "whom") and kind.dep == "appos":
            words[kind.i] = replace(kind, dep="dep")
    return words


@where("which", "relcl", "dobj", "pobj")
def mend_which_behind_days(words: Words) -> Words:
    """No day is "which" by itself: "ran two flights on Wednesday, by which 90 were brought home" tells of flights."""
    for clause in words[5:]:
        day = words[clause.head]
        which = next((w for w in words[day.i : clause.i] if w.text == "which"), None)
        if clause.dep != "relcl" or day.label != "DATE" or day.dep != "pobj" or which is None:
            continue
        before = words[which.i - 1]  # a bare "which" may be a day: "on 3 May, which is a holiday"
        apart = before.pos == "ADP" and words[which.i - 2].text == ","
        verb = words[words[day.head].head]
        thing = child_of(words, verb.i, "dobj", start=verb.i, end=day.i)
        if apart and before.text not in ("on", "in", "during", "at", "since") and thing is not None:
            hang(words, clause.i, thing.i, "relcl")
    return words
