"""Mends in a parse: verbs in the present that pass for plural nouns, and what belongs to the second of two verbs."""

from dataclasses import replace

from graph.extract.tellings import kinds_of
from graph.extract.trees import Words, child_of, hand_over, hang, has_object, has_own, where

# Verbs whose third person is a plural noun as well; no plural stands before another noun as part of its name.
TWOFOLD = frozenset(
    {"export", "import", "supply", "fund", "host", "train", "ship", "support", "process", "issue", "finance", "limit"}
    | {"ban", "tax", "aid", "place", "market", "transport", "plan", "force", "order", "value", "design", "group"}
    | {"store", "guarantee", "deposit", "purchase", "harvest", "monitor", "cost", "house", "arm", "document"}
)


@where("NNS", "compound", "and")
def mend_joined_plurals(words: Words) -> Words:
    """A plural before a noun, behind "and" and the object of a present, is a verb: "grows wheat and exports wine"."""
    for plural in words[3:]:
        thing = words[plural.head]
        made = words[thing.head]
        verb = words[made.head]
        listed = plural.dep == "compound" and thing.dep == "conj" and made.dep == "dobj" and verb.tag == "VBZ"
        joint = words[plural.i - 1]
        if not listed or plural.tag != "NNS" or plural.lemma not in TWOFOLD or joint.text != "and":
            continue
        words[plural.i] = replace(plural, pos="VERB", tag="VBZ", head=verb.i, dep="conj")
        hang(words, thing.i, plural.i, "dobj")
        hang(words, joint.i, verb.i, "cc")
    return words


@where("VBZ", "nsubj", "conj")
def mend_presents_as_subjects(words: Words) -> Words:
    """A present with a subject is no subject: "The river rises in the hills, flows through X, and empties into Y"."""
    for first in words:
        verb = words[first.head]
        if first.tag != "VBZ" or first.dep != "nsubj" or verb.tag != "VBZ" or not has_own(words, first.i):
            continue
        above, dep = (first.i, verb.dep) if verb.head == verb.i else (verb.head, verb.dep)
        hang(words, first.i, above, dep)
        hand_over(words, verb.i, first.i, start=verb.i)
        hang(words, verb.i, first.i, "conj")
        third = next((w.i for w in words[verb.i + 1 :] if w.dep == "conj" and w.head == first.i), len(words))
        for own in words[verb.i + 1 : third]:
            if own.head == first.i and own.dep in ("prep", "dobj", "advmod"):
                hang(words, own.i, verb.i, own.dep)
    return words


@where("conj", "prep", "dobj")
def mend_phrases_behind_second_verbs(words: Words) -> Words:
    """A phrase behind the object of the second verb is the second's: "makes cars and exports trucks to Asia"."""
    for prep in words[4:]:
        verb = words[prep.head]
        if prep.dep != "prep" or verb.pos != "VERB" or prep.i < verb.i or words[prep.i - 1].text == ",":
            continue
        thing = words[prep.i - 1]
        second = words[thing.head]
        own = thing.dep == "dobj" and second.dep == "conj" and second.head == verb.i and second.i < thing.i
        if own and second.tag == verb.tag and verb.tag != "VBG" and prep.text in ("to", "from", "into", "with", "for"):
            hang(words, prep.i, second.i, "prep")
    return words


@where(("which", "whom"), "relcl", "compound")
def mend_presents_in_relatives(words: Words) -> Words:
    """A plural or present before the last noun of a relative clause is its verb: "to which Peru exports machines"."""
    for thing in words[4:]:
        verb, doer = words[thing.i - 1], words[thing.i - 2]
        led = child_of(words, thing.i, "prep", end=thing.i)
        bound = led is not None and words[led.i + 1].tag in ("WDT", "WP")
        inside = thing.dep == "relcl" and thing.pos == "NOUN" and verb.head == doer.head == thing.i
        present = verb.dep == "compound" and (verb.tag == "VBZ" or (verb.tag == "NNS" and verb.lemma in TWOFOLD))
        if led is None or not bound or not inside or not present or doer.dep != "compound":
            continue
        words[verb.i] = replace(verb, pos="VERB", tag="VBZ", head=thing.head, dep="relcl")
        hand_over(words, thing.i, verb.i)
        hang(words, doer.i, verb.i, "nsubj")
        hang(words, thing.i, verb.i, "dobj")
    return words


COUNTING = ("nummod", "compound", "amod", "quantmod", "advmod")


@where("npadvmod", ("VBD", "VBZ", "VBP", "VB", "VBN"))
def mend_doers_as_measures(words: Words) -> Words:
    """A noun right before a finite verb without a subject is its subject: "The railway cut travel time".

    And people right behind a verb are no measure of it: "Chad hosts 400,000 refugees".
    """
    for doer in words[:-1]:
        verb = words[doer.head]
        if doer.dep == "npadvmod" and doer.tag == "NNS" and verb.i < doer.i and "people" in kinds_of(doer):
            between = words[verb.i + 1 : doer.i]
            counted = between and all(w.dep in COUNTING for w in between)
            if counted and verb.pos == "VERB" and not has_object(words, verb.i):
                hang(words, doer.i, verb.i, "dobj")
            continue
        close = doer.dep == "npadvmod" and doer.pos in ("NOUN", "PROPN") and verb.i == doer.i + 1 and not doer.label
        if close and verb.tag in ("VBD", "VBZ") and not has_own(words, verb.i) and has_object(words, verb.i):
            hang(words, doer.i, verb.i, "nsubj")
    return words
