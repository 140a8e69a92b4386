"""Mends in a parse: sentences read as a mere noun phrase, and verbs that pass for the words of another part."""

from dataclasses import replace

from graph.extract.cues import cues
from graph.extract.lemmas import base_of, verb_of
from graph.extract.parse import Word
from graph.extract.repair_roots import make_root
from graph.extract.spacy_model import verb_index
from graph.extract.trees import (
    NOUNS,
    Words,
    below,
    child_of,
    first_of,
    hand_over,
    hang,
    has_object,
    has_own,
    make_subject,
    root_of,
    where,
)
from graph.model import EntityType

FINITE = ("VBD", "VBZ", "VBP", "MD")


# What states and bodies do without an object, and what is done to no state: "China, our partner, signed in May".
ACTING = ("sign", "vote", "agree", "respond", "refuse", "abstain", "apologise", "apologize", "object", "consent")
STATES = (EntityType.COUNTRY, EntityType.ORGANIZATION)


@where("appos", ("VBN", "VBD"), ",", "ROOT")
def mend_verbs_behind_appositions(words: Words) -> Words:
    """A past form behind "X, a Y," is the verb of a sentence without one: "Ann Berg, a painter, studied law"."""
    root = words[root_of(words)]
    if root.pos not in NOUNS or words[-1].text != ".":
        return words
    beside = next((w for w in words[root.i :] if w.head == root.i and w.dep == "appos" and w.pos in NOUNS), None)
    if beside is None or words[first_of(words, beside.i) - 1].text != ",":
        return words
    form = next((w for w in words[beside.i + 2 :] if words[w.i - 1].text == "," and w.tag in ("VBN", "VBD")), None)
    if form is None or form.dep not in ("amod", "acl", "conj", "appos", "ROOT") or has_own(words, form.i, "agent"):
        return words
    if any(w.tag in FINITE and not is_in_relative(words, w) and w.i != form.i for w in words[: form.i]):
        return words
    thing = words[form.head]
    before = form.dep == "amod" and thing.i > form.i
    alone = form.lemma in ACTING and root.name is not None and root.name.type in STATES
    if not (before or alone or has_object(words, form.i)):
        return words
    make_past(words, form.i)
    if before:
        hand_over(words, thing.i, form.i, start=form.i, dep="cc")
        for other in list(words[thing.i :]):
            if other.head == thing.i and other.dep == "conj" and other.tag in ("VBN", "VBD"):
                words[other.i] = replace(other, tag="VBD", head=form.i)
        for other in list(words[form.i :]):
            if other.head == root.i:
                hang(words, other.i, form.i, other.dep)
        hang(words, thing.i, form.i, "dobj")
    hang(words, root.i, form.i, "nsubj")
    return words


@where("acl", "dobj", ("VBN", "VBD"), "ROOT", "NOUN")
def mend_pasts_with_objects(words: Words) -> Words:
    """A past participle behind a noun has no object, so what has one is the verb: "A raid on a base killed two"."""
    root = words[root_of(words)]
    if root.pos not in ("NOUN", "PROPN") or words[-1].text != "." or first_of(words, root.i) > 0:
        return words
    verb = next((w for w in words[root.i + 1 :] if w.dep == "acl" and below(words, w.i, root.i)), None)
    if verb is None or verb.tag not in ("VBN", "VBD") or not has_object(words, verb.i):
        return words
    given = cues()["verbs.giving_to"] | cues()["verbs.giving"] | {"call", "name", "dub", "title", "pay", "charge"}
    finite = any(w.tag in FINITE and w.i != verb.i and not is_in_relative(words, w) for w in words)
    if finite or verb.lemma in given or any(w.head == verb.i and is_of_passive(words, w) for w in words):
        return words
    make_past(words, verb.i)
    hand_over(words, root.i, verb.i, start=verb.i)
    hang(words, root.i, verb.i, "nsubj")
    return words


def is_of_passive(words: Words, word: Word) -> bool:
    """Whether a word below a verb makes a passive of it: no "by" that tells how much, as "extended by six months"."""
    doer = child_of(words, word.i, "pobj", start=word.i) if word.dep == "agent" else None
    return word.dep == "auxpass" or (doer is not None and doer.label not in ("DATE", "PERCENT", "CARDINAL", "QUANTITY"))


def is_in_relative(words: Words, word: Word) -> bool:
    """Whether a word stands in a clause with "who" or "which"."""
    at = word
    while at.head != at.i:
        if at.dep in ("relcl", "advcl"):
            return True
        at = words[at.head]
    return False


def make_past(words: Words, verb: int) -> None:
    """Make a form in "-ed" the root of its sentence, in the past."""
    form = words[verb]
    lemma = verb_of(form.text.lower(), verb_index()[0]) if form.text.endswith("ed") else form.lemma
    words[verb] = replace(form, tag="VBD", lemma=lemma)
    make_root(words, verb)


# What a thing is for, in "-ing": "drinking water", "cooking oil".
USES = ("drinking", "cooking", "baking", "bathing", "washing", "grazing", "building", "printing", "fishing", "farming")


@where(USES, ("VBZ", "NNS"), ("dobj", "appos"))
def mend_uses(words: Words) -> Words:
    """Before a noun, what a thing is for is no deed: "the agency tests drinking water" tests it."""
    for use in words[2:-1]:
        verb, thing = words[use.i - 1], words[use.i + 1]
        alone = verb.tag == "NNS" and verb.dep == "ROOT" and base_of(verb.text.lower()) in verb_index()[0]
        alone = alone and not any(w.tag in FINITE for w in words)
        told = use.text in USES and use.tag == "VBG" and thing.tag in ("NN", "NNS") and (verb.tag == "VBZ" or alone)
        if not told or thing.head != use.i or thing.dep != "dobj" or has_object(words, verb.i):
            continue
        subject = words[verb.i - 1]
        if subject.pos not in NOUNS or (subject.head != verb.i and use.head != subject.i):
            continue
        for other in words[: subject.i]:  # "the agency" of "the agency tests"
            if other.head == verb.i and other.dep in ("det", "amod", "poss", "compound", "nummod"):
                hang(words, other.i, subject.i, other.dep)
        first = words[verb.head]
        if verb.dep in ("nsubj", "compound") and first.tag in FINITE:  # "tests … and publishes"
            joint = next((w for w in words[use.i : first.i] if w.dep == "cc"), None)
            if joint is None:
                continue
            make_root(words, verb.i) if first.dep == "ROOT" else hang(words, verb.i, first.head, first.dep)
            hang(words, first.i, verb.i, "conj")
            hang(words, joint.i, verb.i, "cc")
        if alone:
            words[verb.i] = replace(verb, pos="VERB", tag="VBZ", lemma=base_of(verb.text.lower()))
        hand_over(words, use.i, verb.i)
        hang(words, use.i, thing.i, "amod")
        words[use.i] = replace(words[use.i], pos="ADJ", tag="JJ")
        hang(words, thing.i, verb.i, "dobj")
        hang(words, subject.i, verb.i, "nsubj")
    return words


@where("relcl", "ccomp", ("auxpass", "aux"), ("WDT", "WP"))
def mend_verbs_behind_harm(words: Words) -> Words:
    """Behind a relative clause and its object stands the verb: "a fire that injured 40 men was put out"."""
    root = words[root_of(words)]
    if root.pos not in NOUNS:
        return words
    clause = next((w for w in words[root.i :] if w.dep == "relcl" and below(words, w.i, root.i)), None)
    verb = child_of(words, clause.i, "ccomp", start=clause.i) if clause is not None else None
    thing = child_of(words, verb.i, "nsubj", "nsubjpass", end=verb.i) if verb is not None else None
    if clause is None or verb is None or thing is None or clause.lemma in cues()["speech.verbs"]:
        return words
    led = child_of(words, clause.i, "nsubj", end=clause.i)
    if led is None or led.tag not in ("WDT", "WP") or first_of(words, thing.i) != clause.i + 1:
        return words
    if child_of(words, verb.i, "mark") is not None:
        return words
    if thing.pos == "PRON" or child_of(words, verb.i, "auxpass", "aux", end=verb.i) is None:
        return words
    make_root(words, verb.i)
    hang(words, thing.i, clause.i, "dobj")
    make_subject(words, root.i, verb.i)
    hand_over(words, root.i, verb.i, start=verb.i)
    return words


@where("ROOT", "relcl", ("as", "in", "at", "during", "after", "before"), ("PRP", "NNP"))
def mend_openings_before_subjects(words: Words) -> Words:
    """A pronoun behind an opening phrase is the subject of the sentence: "As a young officer he served in Peru"."""
    prep = words[0]
    verb = next((w for w in words[3:] if w.dep == "relcl" and w.tag in ("VBD", "VBZ", "VBP")), None)
    subject = child_of(words, verb.i, "nsubj", "nsubjpass", end=verb.i) if verb is not None else None
    if prep.head != 0 or prep.pos not in ("ADP", "SCONJ") or verb is None or subject is None:
        return words
    noun = words[verb.head]
    near = noun.pos in NOUNS and below(words, noun.i, 0) and subject.tag in ("PRP", "NNP")
    if not near or first_of(words, subject.i) != noun.i + 1 or any(w.tag in ("WDT", "WP") for w in words[: verb.i]):
        return words
    make_root(words, verb.i)
    hang(words, 0, verb.i, "prep")
    for other in list(words[verb.i :]):
        if other.head == 0:
            hang(words, other.i, verb.i, other.dep)
    return words


HARMING = frozenset({"kill", "injure", "wound", "destroy", "damage", "maim", "displace", "claim", "devastate", "hurt"})
HAPPENINGS = frozenset(
    {"attack", "bombing", "raid", "strike", "airstrike", "explosion", "blast", "crash", "fire", "accident", "ambush"}
    | {"shooting", "shelling", "collapse", "earthquake", "flood", "landslide", "storm", "stampede", "assault", "clash"}
    | {"battle", "riot", "massacre", "derailment", "sinking", "collision", "avalanche", "eruption", "outbreak"}
)


@where(HARMING, "relcl", HAPPENINGS, ("WDT", "WP"))
def mend_harm_of_happenings(words: Words) -> Words:
    """What killed somebody is what happened, not where: "the bombing of a hotel in X that killed seven"."""
    for clause in words[4:]:
        led = child_of(words, clause.i, "nsubj", end=clause.i)
        if clause.dep != "relcl" or clause.lemma not in HARMING or led is None or led.text not in ("that", "which"):
            continue
        at = words[clause.head]
        while at.dep in ("pobj", "prep", "compound") and at.lemma not in HAPPENINGS and at.head != at.i:
            at = words[at.head]
        if at.lemma in HAPPENINGS and at.pos == "NOUN" and at.i != clause.head:
            hang(words, clause.i, at.i, "relcl")
    return words


@where("free", "charge", "of")
def mend_free_of_charge(words: Words) -> Words:
    """How a thing is done is told of the deed: "are treated for malaria free of charge"."""
    for free in words[2:-2]:
        told = free.text == "free" and [w.text for w in words[free.i + 1 : free.i + 3]] == ["of", "charge"]
        at = words[free.head]
        while told and at.head != at.i and at.pos not in ("VERB", "AUX"):
            at = words[at.head]
        if not told or at.pos != "VERB" or at.i > free.i:
            continue
        noun = child_of(words, free.i, "compound", "nmod", end=free.i)
        if noun is not None:  # "for malaria free of charge"
            hang(words, noun.i, free.head, free.dep)
        hang(words, free.i, at.i, "advmod")
        for prep in list(words[free.i + 3 :]):
            if prep.head in (free.i, free.i + 2) and prep.dep == "prep":
                hang(words, prep.i, at.i, "prep")
    return words


@where("ccomp", "that", "mark", ("NOUN", "ADJ"))
def mend_demanded_deeds(words: Words) -> Words:
    """What others are to do stands in the base form: "demanded that the government free them", "that he resign"."""
    for deed in words[4:]:
        verb = words[deed.head]
        verb = words[verb.head] if deed.dep == "conj" else verb  # "and that the mayor resign"
        asked = deed.dep in ("ccomp", "conj") and deed.pos in ("NOUN", "ADJ") and verb.lemma in DEMANDING
        that = child_of(words, deed.i, "mark", end=deed.i) if asked else None
        if that is None or that.text != "that" or deed.text.lower() not in verb_index()[0]:
            continue
        before = words[deed.i - 1]
        inside = before.head == deed.i and before.dep == "compound" and before.tag in ("NN", "NNS")
        subject = child_of(words, deed.i, "nsubj", end=deed.i) or (before if inside else None)
        if subject is None or child_of(words, deed.i, "aux") is not None:
            continue
        for other in words[: subject.i]:  # "the state" of "the state fund"
            if other.head == deed.i and other.dep in ("det", "amod", "compound", "poss"):
                hang(words, other.i, subject.i, other.dep)
        hang(words, subject.i, deed.i, "nsubj")
        words[deed.i] = replace(deed, pos="VERB", tag="VB", lemma=deed.text.lower())
    return words


DEMANDING = frozenset(
    {"demand", "insist", "require", "request", "recommend", "propose", "suggest", "ask", "urge", "order"}
)


@where("blame", "on", ("dobj", "pobj"))
def mend_blamed(words: Words) -> Words:
    """On whom a thing is blamed is told of the blaming: "blames the shortage of places on the closures"."""
    for on in words[3:]:
        if on.text != "on" or on.dep != "prep":
            continue
        at = words[on.head]
        while at.dep in ("pobj", "prep", "compound"):
            at = words[at.head]
        if at.dep == "dobj" and words[at.head].lemma == "blame" and words[at.head].i < at.i:
            hang(words, on.i, at.head, "prep")
    return words
