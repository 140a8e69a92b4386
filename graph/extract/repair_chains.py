"""Mends in a parse: to which of several verbs in a row a word belongs."""

from dataclasses import replace

from graph.extract.cues import cues
from graph.extract.lemmas import verb_of
from graph.extract.spacy_model import verb_index
from graph.extract.trees import NOUNS, Words, child_of, hang, has_object, has_own, where
from graph.model import EntityType

FORMS = ("VBZ", "VBD", "VBP", "VBN")
NO_PERSONS = (EntityType.COUNTRY, EntityType.REGION, EntityType.PLACE)


@where(("VBZ", "VBD", "VBP"), ("nmod", "compound"))
def mend_compound_subjects(words: Words) -> Words:
    """A name right before a finite verb is its subject, not part of it: "X helps Y, and Y abides by it"."""
    for name in words[:-1]:
        verb = words[name.head]
        finite = verb.tag in ("VBZ", "VBD", "VBP")
        close = name.dep in ("compound", "nmod") and name.pos in NOUNS and verb.i == name.i + 1
        if close and finite and not any(w.head == verb.i and w.dep in ("nsubj", "nsubjpass") for w in words):
            hang(words, name.i, verb.i, "nsubj")
    return words


@where("conj")
def mend_chains(words: Words) -> Words:
    """A verb without a subject goes on with the nearest that has one: "X helps Y, and Y pays Z and has joined W"."""
    for verb in words:
        if verb.dep != "conj" or verb.tag not in FORMS or has_own(words, verb.i):
            continue
        between = words[verb.head + 1 : verb.i]
        nearer = [w for w in between if w.dep == "conj" and w.head == verb.head and w.tag in FORMS]
        told = [w for w in nearer if any(c.head == w.i and c.dep in ("nsubj", "nsubjpass") for c in words)]
        if told:
            hang(words, verb.i, told[-1].i, "conj")
    return words


@where("have", "JJ", "dobj")
def mend_perfect_adjectives(words: Words) -> Words:
    """Behind "have" a form in "-ed" with an object is a verb: "is said to have armed them"."""
    for word in words[1:]:
        having = any(w.head == word.i and w.lemma == "have" and w.dep == "aux" for w in words[: word.i])
        if word.tag != "JJ" or not having or not has_object(words, word.i):
            continue
        words[word.i] = replace(word, pos="VERB", tag="VBN", lemma=verb_of(word.text.lower(), verb_index()[0]))
    return words


def no_person(words: Words, i: int) -> bool:
    """Whether a word names a state, a place or a body."""
    name = words[i].name
    return words[i].pos == "PROPN" and ((name is not None and name.type in NO_PERSONS) or words[i].label == "GPE")


@where("advcl", "VBG", "TO", ",")
def mend_asked_participles(words: Words) -> Words:
    """Whom one asks does what stands behind a participle set off: "requests X, working with Y, to draft Z"."""
    for infinitive in words[3:]:
        to = next((w for w in words[: infinitive.i] if w.head == infinitive.i and w.tag == "TO"), None)
        if infinitive.tag != "VB" or to is None or words[to.i - 1].text != ",":
            continue
        participle = next(
            (w for w in words[: to.i] if w.tag == "VBG" and w.dep == "advcl" and words[w.i - 1].text == ","), None
        )
        if participle is None or infinitive.head not in (participle.i, participle.head):
            continue
        verb = words[participle.head]
        asked = child_of(words, verb.i, "dobj", start=verb.i, end=participle.i)
        if asked is not None and verb.lemma in cues()["modality.proposed"]:
            hang(words, infinitive.i, verb.i, "xcomp")
            hang(words, participle.i, asked.i, "acl")
    return words
