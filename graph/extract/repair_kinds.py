"""Mends in a parse: what a thing is, told by the noun right before its name."""

from dataclasses import replace

from graph.extract.noun_phrases import BODIES
from graph.extract.parse import Word
from graph.extract.trees import Words, hand_over, hang, where
from graph.extract.words import words as lists
from graph.model import EntityType


@where(("nmod", "compound", "amod"))
def mend_kinds(words: Words) -> Words:
    """What a body is right before its name is beside it: "oil company Norvex sold a mine", "the frigate Kent"."""
    for name in words[1:]:
        noun = words[max(first_of_name(words, name) - 1, 0)]
        if noun.head != name.i or noun.dep not in ("compound", "nmod", "amod"):
            continue
        kind = noun.text.lower() in lists().kinds
        acronym = name.text.isupper() and name.tag == "NN" and len(name.text) > 1  # "pension fund CDPQ"
        part = any(f" {prep} " in name.text for prep in ("for", "of"))  # "agency Centers for Trade"
        part = part or noun.name is not None or (noun.i > 0 and noun.text[:1].isupper())
        if not kind or not (name.pos == "PROPN" or acronym) or part:
            continue
        before = [w for w in words[: noun.i] if w.head == name.i]
        owned = any(w.dep == "poss" or w.tag == "CD" or (w.dep == "det" and w.text.lower() != "the") for w in before)
        if owned or any(w.head == noun.i for w in before):
            continue
        words[name.i] = replace(name, pos="PROPN", tag="NNP") if acronym else name
        up, dep = (noun.i, "ROOT") if name.dep == "ROOT" else (name.head, name.dep)
        words[noun.i] = replace(noun, head=up, dep=dep, pos="NOUN", tag="NN")
        for other in before:
            hang(words, other.i, noun.i, other.dep)
        hang(words, name.i, noun.i, "appos")
    return words


@where(("advmod", "npadvmod", "nsubj"), ("agency", "office", "mission", "bloc", "fund", "programme"))
def mend_bodies_beside(words: Words) -> Words:
    """A body's name behind the noun that tells what it is is beside it: "the UN refugee agency, UNHCR, opened X"."""
    for name in words[2:-1]:
        body = name.name is not None and name.name.type is EntityType.ORGANIZATION
        if name.dep not in ("advmod", "npadvmod", "nsubj") or not body:
            continue
        apart = words[name.i - 1].text == "," and words[name.i + 1].text == ","
        noun = words[name.i - 2] if apart else words[name.i - 1]
        subject = noun.dep in ("nsubj", "nsubjpass") and noun.head == name.head and name.head > name.i
        if (subject or name.head == noun.i) and noun.lemma in BODIES and noun.name is None:
            hang(words, name.i, noun.i, "appos")
    return words


@where("appos", "PROPN")
def mend_named_lists(words: Words) -> Words:
    """What is listed behind a noun and its name is listed beside the noun: "the firm Norvex and the mill Ost"."""
    for name in list(words[1:]):
        noun = words[first_of_name(words, name) - 1]
        if name.dep == "appos" and name.pos == "PROPN" and name.head == noun.i and not is_plural(noun):
            for other in list(words[name.i :]):
                if other.head == name.i and other.dep in ("cc", "conj"):
                    hang(words, other.i, noun.i, other.dep)
            if noun.dep == "ROOT":
                hand_over(words, name.i, noun.i, start=name.i)
    return words


def first_of_name(words: Words, name: Word) -> int:
    """The first of the proper nouns that end in a name."""
    first = name.i
    while first and words[first - 1].pos == "PROPN" and words[first - 1].head == name.i:
        first -= 1
    return first


def is_plural(noun: Word) -> bool:
    """Whether a noun stands for several, whose names are listed behind it."""
    return noun.tag in ("NNS", "NNPS")


@where("visit")
def mend_visits(words: Words) -> Words:
    """A visit with a capital is a visit all the same: "paid a State Visit to X"."""
    for word in words:
        if word.text == "Visit" and word.pos == "PROPN" and word.name is None and word.dep in ("dobj", "pobj"):
            words[word.i] = replace(word, pos="NOUN", tag="NN", lemma="visit")
    return words
