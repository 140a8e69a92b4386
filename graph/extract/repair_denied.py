"""Mends in a parse: what is denied, withheld or left undone: "not X but Y", "was denied leave to act"."""

from dataclasses import replace

from graph.extract.cues import cues
from graph.extract.parse import Word
from graph.extract.trees import Words, child_of, first_of, hang, where

LEAVE = frozenset({"permission", "access", "leave", "permit", "licence", "license", "visa", "entry", "consent"})
GRANTING = ("deny", "refuse", "grant", "give")


@where("not", "but", "conj")
def mend_not_but(words: Words) -> Words:
    """What stands behind "but" is meant, what behind "not" is not: "wants not words but tanks", "not to A but to B"."""
    for word in words[2:-3]:
        before = words[word.i - (2 if words[word.i - 1].dep == "punct" else 1)]
        denied = next((w for w in words[word.i + 1 :] if w.dep in ("dobj", "pobj", "prep")), None)
        if word.text.lower() != "not" or before.pos not in ("VERB", "ADP") or denied is None:
            continue
        meant = child_of(words, denied.i, "conj", start=denied.i + 2)
        joint = words[first_of(words, meant.i) - 1] if meant is not None else word
        if meant is None or joint.lemma != "but" or first_of(words, denied.i) not in (word.i, word.i + 1):
            continue
        hang(words, meant.i, denied.head, denied.dep)
        hang(words, denied.i, meant.i, "dep")
        for other in (joint, word):
            hang(words, other.i, denied.i, "dep")
    return words


@where("short", "of", "pcomp")
def mend_short_of(words: Words) -> Words:
    """One stops "short of doing" a thing, and does not do it: the gerund is of the verb."""
    for short in words[1:-2]:
        of, verb = words[short.i + 1], words[short.head]
        if short.lemma == "short" and of.text == "of" and of.head == short.i and verb.lemma in ("stop", "fall"):
            hang(words, of.i, verb.i, "prep")
    return words


@where(("deny", "refuse", "grant", "give"), "TO", ("advcl", "xcomp"))
def mend_leave_to_act(words: Words) -> Words:
    """Leave is given or denied to do a thing, also when that stands apart: "was denied entry last year to do X"."""
    for deed in words[4:]:
        verb = words[deed.head]
        leave = child_of(words, verb.i, "dobj", start=verb.i + 1, end=deed.i)
        led = child_of(words, deed.i, "aux", end=deed.i)
        if deed.tag != "VB" or deed.dep not in ("advcl", "xcomp") or verb.lemma not in GRANTING or leave is None:
            continue
        if led is not None and led.tag == "TO" and leave.lemma in LEAVE | cues()["nouns.rights"]:
            hang(words, deed.i, leave.i, "acl")
    return words


@where("among", ("them", "these"), ",", "NNS")
def mend_among_them(words: Words) -> Words:
    """Who stands behind "among them" is one of the several before: "40 firms, among them X and Y, left"."""
    for among in words[2:-2]:
        them, member = words[among.i + 1], words[among.i + 2]
        several = next((w for w in reversed(words[: among.i]) if w.tag == "NNS"), None)
        if among.lemma != "among" or words[among.i - 1].text != "," or several is None:
            continue
        if them.text.lower() not in ("them", "these"):
            continue
        if member.tag == "CD" and member.head == them.i:  # "among them 75 from Belize": of the several, not of the deed
            hang(words, among.i, several.i, "dep")
            for prep in words[member.i + 1 : member.i + 2]:
                if prep.dep == "prep":
                    hang(words, prep.i, member.i, "prep")
            continue
        if among.head != member.i or not is_listed(words, member):
            continue
        words[among.i] = replace(among, text="including", lemma="include", head=several.i, dep="prep")
        hang(words, them.i, among.i, "dep")
        hang(words, member.i, among.i, "pobj")
    return words


def is_listed(words: Words, member: Word) -> bool:
    """Whether a name stands alone or in a list, with no verb of its own."""
    return member.pos == "PROPN" and not any(w.head == member.i and w.pos in ("VERB", "AUX") for w in words)
