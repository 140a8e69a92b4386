"""Mends in a parse: whose demand, support or verb a phrase behind an object belongs to."""

from dataclasses import replace

from graph.extract.cues import cues
from graph.extract.repair_fronts import UNCHANGED
from graph.extract.trees import Words, child_of, hang, takes_modal, where

# Nouns that go on with "to" when somebody is thanked for them: "its support to X".
OWED = ("support", "contribution", "assistance", "commitment", "help", "aid", "service", "donation")


@where("by", "dobj")
def mend_proposers(words: Words) -> Words:
    """Who made a proposal stands behind it, though the verb is not the proposer's: "rejected a proposal by X"."""
    for by in words[2:]:
        verb, noun = words[by.head], words[by.i - 1]
        if by.text != "by" or by.dep not in ("prep", "agent") or noun.dep != "dobj" or noun.head != verb.i:
            continue
        passive = any(w.head == verb.i and w.dep == "auxpass" for w in words)
        target = child_of(words, by.i, "pobj", start=by.i)
        named = target is not None and (target.pos == "PROPN" or target.name is not None)
        if named and not passive and noun.lemma in cues()["nouns.calls"] | cues()["nouns.proposals"]:
            hang(words, by.i, noun.i, "prep")
    return words


@where("for", "to")
def mend_owed_support(words: Words) -> Words:
    """A "to" behind what somebody is thanked for is that thing's: "thanked X for its support to Y"."""
    for to in words[2:]:
        verb, noun = words[to.head], words[to.i - 1]
        thanked = verb.lemma in cues()["verbs.praising"] and noun.dep == "pobj" and words[noun.head].text == "for"
        if to.text == "to" and to.dep in ("prep", "dative") and thanked and noun.lemma in OWED:
            hang(words, to.i, noun.i, "prep")
    return words


@where("MD", "conj", "VBD")
def mend_modal_conjuncts(words: Words) -> Words:
    """A verb behind "and" goes on with the one that "would" stands before: "would close it and lay off staff"."""
    for word in words[2:]:
        joint, verb = words[word.i - 1], words[word.head]
        if word.dep != "conj" or word.tag != "VBD" or joint.dep != "cc" or joint.head == word.head:
            continue
        first = words[joint.head]
        modal = takes_modal(words, first.i)
        if word.text in UNCHANGED and modal and first.tag == "VB" and first.i > verb.i:
            lemma = "lay" if word.text == "lay" else word.lemma
            words[word.i] = replace(word, tag="VB", head=first.i, lemma=lemma)
    return words


@where("following")
def mend_following(words: Words) -> Words:
    """What stands behind "following" as a preposition is no object: "met following the attack"."""
    for noun in words[1:]:
        prep = words[noun.head]
        if noun.dep == "dobj" and prep.text.lower() == "following" and prep.dep == "prep":
            hang(words, noun.i, prep.i, "pobj")
            words[prep.i] = replace(prep, pos="ADP", tag="IN", lemma="following")
    return words
