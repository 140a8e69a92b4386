"""Mends in a parse: verbs that it takes for adjectives, for nouns or for members of a list."""

from dataclasses import replace

from graph.extract.cues import cues
from graph.extract.lemmas import base_of, verb_of
from graph.extract.repair_roots import make_root
from graph.extract.spacy_model import verb_index
from graph.extract.trees import Words, child_of, hand_over, hang, has_object, root_of, where

# Participles that describe no noun behind them: who "opposed sanctions" did so.
NO_ATTRIBUTES = (
    "opposed",
    "joined",
    "urged",
    "welcomed",
    "condemned",
    "praised",
    "visited",
    "hosted",
    "sought",
    "accused",
)
PASTS = ("VBD", "VBN")
HEARSAY = ("thought", "believed", "alleged", "suspected", "said", "reported")


@where(NO_ATTRIBUTES, "conj", "dobj")
def mend_opposing(words: Words) -> Words:
    """A form that describes no noun goes on with the verb: "built ports and opposed actions against Peru"."""
    for form in words[3:]:
        noun = words[form.head]
        first = words[noun.head]
        verb = words[first.head]
        listed = form.dep == "amod" and noun.dep == "conj" and first.dep == "dobj" and words[form.i - 1].dep == "cc"
        if form.text in NO_ATTRIBUTES and listed and verb.tag in PASTS and verb.i < first.i < form.i:
            lemma = verb_of(form.text, verb_index()[0])
            words[form.i] = replace(form, pos="VERB", tag=verb.tag, lemma=lemma, head=verb.i, dep="conj")
            hang(words, noun.i, form.i, "dobj")
            hang(words, form.i - 1, verb.i, "cc")
    return words


@where(",", "cc", PASTS, "conj")
def mend_three_verbs(words: Words) -> Words:
    """Verbs in a row share the object behind the last: "criticized, sanctioned and attacked X"."""
    for second in words[3:-3]:
        first = words[second.i - 2]
        if words[second.i - 1].text != "," or {first.tag, second.tag} - set(PASTS) or first.pos != "VERB":
            continue
        joint = words[second.i + 1 + (words[second.i + 1].text == ",")]
        third, noun = words[joint.i + 1], words[second.head]
        if joint.dep != "cc" or third.tag not in PASTS or third.head not in (second.i, first.i) or third.dep != "conj":
            continue
        aside = second.dep == "advcl" and second.head == first.i and has_object(words, third.i)
        inside = second.dep == "amod" and noun.dep == "dobj" and noun.head == first.i and noun.i > third.i
        chained = second.dep == "conj" and second.head == first.i and third.head == second.i
        if (aside or inside or chained) and not has_object(words, second.i):
            for verb in (second, third):
                words[verb.i] = replace(verb, pos="VERB", tag=first.tag, head=first.i, dep="conj")
        if inside:
            hang(words, noun.i, third.i, "dobj")
    return words


@where("well", "as", "pobj")
def mend_as_well_as(words: Words) -> Words:
    """What stands behind "as well as" is one more: "attacked X as well as Y", "X, as well as Y, attacks Z"."""
    for joint in words[3:-1]:
        well = words[joint.i - 1]
        other = next((w for w in words[joint.i :] if w.head in (well.i, joint.i) and w.dep == "pobj"), None)
        first = words[joint.head]
        if joint.text == "as" and joint.dep == "cc" and well.text == "well" and other is not None:
            hang(words, other.i, first.i, "conj")
    return words


@where("conj", "cc", ("nmod", "compound"), "dobj")
def mend_joined_recipients(words: Words) -> Words:
    """Two names between a verb of giving and what it gives are given it: "gave Chad and Mali weapons"."""
    for taker in (w for w in words[1:-3] if w.dep in ("nmod", "compound")):
        gift = words[taker.head]
        verb = words[gift.head]
        other = child_of(words, taker.i, "conj", start=taker.i, end=gift.i)
        named = taker.pos == "PROPN" and other is not None and other.pos == "PROPN"
        behind = gift.dep == "dobj" and verb.i == taker.i - 1
        if behind and named and gift.tag == "NNS" and verb.lemma in cues()["verbs.giving_to"]:
            hang(words, taker.i, verb.i, "dative")
    return words


@where("compound", "NNS")
def mend_disguised_presents(words: Words) -> Words:
    """Between a name and a plural, in a sentence without a verb, a form in "-s" can be one: "Peru funds schools"."""
    noun = words[root_of(words)]
    if noun.tag != "NNS" or any(w.pos in ("VERB", "AUX") for w in words):
        return words
    form = words[noun.i - 1] if noun.i > 1 else noun
    subject = words[form.i - 1]
    chained = form.dep == "compound" and form.tag in ("NNS", "VBZ") and form.text.islower() and subject.head == form.i
    named = subject.pos == "PROPN" or subject.name is not None
    if chained and named and base_of(form.text) in cues()["verbs.disguised"]:
        make_root(words, form.i)
        words[form.i] = replace(words[form.i], tag="VBZ", lemma=base_of(form.text))
        hand_over(words, noun.i, form.i, start=noun.i)
        hang(words, subject.i, form.i, "nsubj")
        hang(words, noun.i, form.i, "dobj")
    return words


@where("appos", "amod", ",")
def mend_verbs_behind_appositions(words: Words) -> Words:
    """Behind a name and who it is, between commas, a past is the verb: "Omar, a trader, financed the rebels"."""
    name = words[root_of(words)]
    told = child_of(words, name.i, "appos", start=name.i)
    if name.pos != "PROPN" or told is None:
        return words
    for form in words[told.i + 2 : -1]:
        noun = words[form.head]
        behind = form.dep == "amod" and form.tag in PASTS and words[form.i - 1].text == ","
        if behind and noun.head == told.i and noun.dep == "appos" and noun.i > form.i:
            make_root(words, form.i)
            words[form.i] = replace(words[form.i], tag="VBD")
            hand_over(words, name.i, form.i, start=noun.i)
            hang(words, name.i, form.i, "nsubj")
            hang(words, noun.i, form.i, "dobj")
            return words
    return words


@where(HEARSAY, "advcl", "TO")
def mend_thought_to(words: Words) -> Words:
    """Who is thought to do a thing is the noun before: "punished officials thought to be blocking aid"."""
    for form in words[3:-2]:
        noun = words[form.i - 1]
        told = form.tag in PASTS and words[form.i + 1].tag == "TO" and form.dep == "advcl" and form.head == noun.head
        if told and noun.dep == "dobj" and form.text in HEARSAY:
            words[form.i] = replace(form, tag="VBN", head=noun.i, dep="acl")
    return words


@where(("VBP", "VBZ", "VB"), "dobj")
def mend_objects_like_verbs(words: Words) -> Words:
    """A single word that is an object is no verb: "cooks fish"."""
    for word in words[1:]:
        if word.dep != "dobj" or word.tag not in ("VBP", "VBZ", "VB") or word.head != word.i - 1:
            continue
        if not any(w.head == word.i for w in words if w.i != word.i):
            words[word.i] = replace(word, pos="NOUN", tag="NN")
    return words
