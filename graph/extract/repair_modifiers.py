"""Mends in a parse: what a participle behind a noun tells of, and what the list behind "between" belongs to."""

from dataclasses import replace

from graph.extract.parse import Word
from graph.extract.trees import NOUNS, Words, hang, has_own, where

# Participles of what people make for a purpose or about a subject: no country is "intended" or "entitled".
MEANT = ("intend", "design", "aim", "mean", "dedicate", "entitle", "title", "tailor", "focus", "center")


def is_named(word: Word) -> bool:
    """Whether a word is a name."""
    return word.pos == "PROPN" or word.name is not None


def made_before(words: Words, name: Word) -> Word | None:
    """The common noun with a phrase behind it that ends in a name: "agreement" in "signed an agreement with X"."""
    prep = words[name.head]
    thing = words[prep.head]
    if thing.pos in ("VERB", "AUX"):  # the parser hangs the phrase on the verb
        found = (w for w in words[: prep.i] if w.head == thing.i and w.dep == "dobj")
        thing = next(found, name)
    fits = (
        name.dep == "pobj" and prep.dep == "prep" and prep.lemma != "of" and thing.pos == "NOUN" and thing.name is None
    )
    return thing if fits and thing.i < name.i else None


@where("acl", "VBN")
def mend_meant_things(words: Words) -> Words:
    """What is meant for a purpose is the thing made, not the name behind it: "a pact with X intended to end Y"."""
    for word in words:
        name = words[word.head]
        if word.dep != "acl" or word.tag != "VBN" or word.lemma not in MEANT or not is_named(name):
            continue
        thing = made_before(words, name)
        if thing is not None:
            hang(words, word.i, thing.i, "acl")
    return words


@where(("VBD", "VBN"), "pobj", "dobj")
def mend_focused_things(words: Words) -> Words:
    """A participle right behind the name of a place tells what is held there: "a meeting in X focused on trade"."""
    for word in words[1:]:
        place = words[word.i - 1]
        past = word.tag in ("VBD", "VBN") and word.lemma in MEANT and word.dep in ("conj", "advcl", "ccomp")
        led = any(w.head == word.i and w.dep == "prep" and w.i == word.i + 1 for w in words[word.i : word.i + 2])
        if not past or not led or not is_named(place) or has_own(words, word.i, "nsubj", "nsubjpass", "aux"):
            continue
        thing = made_before(words, place)
        if thing is not None:
            words[word.i] = replace(word, tag="VBN")
            hang(words, word.i, thing.i, "acl")
    return words


@where("prep", "nsubj", ("VBZ", "VBP"))
def mend_lists_between(words: Words) -> Words:
    """The list behind "between" ends before the verb, which is its noun's: "ties between A, B and C help Peru"."""
    for last in words:
        verb = words[last.head]
        joined = last.dep == "nsubj" and is_named(last) and last.i > 1 and verb.tag in ("VBZ", "VBP")
        if not joined or verb.i < last.i:
            continue
        start = last.i - 1 if words[last.i - 1].dep == "det" else last.i
        first = next(
            (w for w in words[: last.i] if w.dep == "pobj" and words[w.head].lemma in ("between", "among")), None
        )
        if first is None or words[start - 1].text.lower() != "and":
            continue
        noun, between = words[words[first.head].head], words[first.i : start]
        listed = all(is_named(w) or w.pos in ("DET", "PUNCT", "CCONJ", "ADP") for w in between)
        singular = noun.tag == "NN" and verb.tag == "VBZ"
        governed = noun.dep == "dobj" and verb.dep == "conj" and verb.head == noun.head
        if not listed or not governed or noun.pos not in NOUNS or not (singular or noun.tag == "NNS"):
            continue
        hang(words, verb.i, noun.head, "ccomp")
        hang(words, noun.i, verb.i, "nsubj")
        hang(words, last.i, first.i, "conj")
        hang(words, start - 1, first.i, "cc")
        if words[start - 2].text == ",":
            hang(words, start - 2, first.i, "punct")
        for word in words[: noun.i]:
            if word.head == noun.i and word.text.lower() == "that":
                words[word.i] = replace(word, pos="SCONJ", tag="IN")
                hang(words, word.i, verb.i, "mark")
    return words
