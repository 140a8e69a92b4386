"""Mends in a parse: words that the model takes for another part of speech, and pieces of one word or name."""

from dataclasses import replace

from graph.extract.cues import cues
from graph.extract.lemmas import base_of
from graph.extract.repair_lists import is_verb_form
from graph.extract.spacy_model import adjective_index
from graph.extract.trees import NOUNS, Words, first_of, hand_over, hang, is_named, make_subject, where
from graph.extract.words import are_people
from graph.model import EntityType

SHORTEST = 2  # letters: longer words in capitals are names


@where(("nmod", "compound", "amod"), "conj", ("and", "or"), "dobj")
def mend_verbs_as_modifiers(words: Words) -> Words:
    """A noun before "and" and a verb is no modifier of that verb's object: "employs miners and exports coal" exports.

    Two plurals are none before a noun, nor is a form that can only be a verb: "to enable talks and facilitate trade".
    """
    for second in words[3:-1]:
        first = words[second.head]
        thing = words[first.head]
        verb = words[thing.head]
        joined = second.dep == "conj" and words[second.i - 1].lemma in ("and", "or") and thing.dep == "dobj"
        before = first.dep in ("nmod", "compound", "amod") and verb.i < first.i < second.i < thing.i
        if not joined or not before or second.name is not None or first.pos not in NOUNS:
            continue
        plurals = first.tag == second.tag == "NNS" and first.dep == "nmod" and thing.i == second.i + 1
        base = second.pos != "VERB" and verb.tag in ("VB", "VBP") and is_verb_form(second.text)
        if not (plurals and verb.tag == "VBZ") and not base:
            continue
        hang(words, first.i, verb.i, "dobj")
        for other in list(words[verb.i + 1 : first.i]):  # what stands before the first noun is the first one's
            if other.head == thing.i:
                hang(words, other.i, first.i, other.dep)
        hang(words, second.i - 1, verb.i, "cc")
        lemma, tag = (second.text, "VB") if base else (base_of(second.text), "VBZ")
        words[second.i] = replace(second, pos="VERB", tag=tag, lemma=lemma, head=verb.i, dep="conj")
        hang(words, thing.i, second.i, "dobj")
    return words


@where("border", "compound")
def mend_bordering(words: Words) -> Words:
    """Between names of lands "border" is a verb: "Norway and Finland border Sweden"."""
    for border in words[1:-1]:
        before, land = words[border.i - 1], words[border.i + 1]
        noun = border.text == "border" and border.dep == "compound" and border.head == land.i
        if not noun or land.head != land.i or not is_named(before) or not is_named(land):
            continue
        first = before if before.dep != "conj" else words[before.head]
        words[border.i] = replace(border, pos="VERB", tag="VBP", head=border.i, dep="ROOT")
        hand_over(words, land.i, border.i, end=border.i)
        hand_over(words, land.i, border.i, start=land.i)
        hang(words, land.i, border.i, "dobj")
        hang(words, first.i, border.i, "nsubj")
    return words


@where(("nsubj", "nsubjpass"), "the", "PROPN")
def mend_callings_before_names(words: Words) -> Words:
    """What somebody is and the name behind it are one subject: "the painter Paul Klee moved"."""
    for noun in words[1:-1]:
        name = words[noun.i + 1]
        both = noun.dep in ("nsubj", "nsubjpass") and name.dep == noun.dep and name.head == noun.head
        person = name.label == "PERSON" or (name.name is not None and name.name.type is EntityType.PERSON)
        if both and noun.pos == "NOUN" and person and any(w.head == noun.i and w.text.lower() == "the" for w in words):
            hang(words, name.i, noun.i, "appos")
    return words


@where("-", "dobj")
def mend_hyphened_objects(words: Words) -> Words:
    """A word glued to the next by a hyphen is one with it: "lost the semi-final" lost no semi."""
    for first in words[:-2]:
        hyphen, last = words[first.i + 1], words[first.i + 2]
        glued = hyphen.text == "-" and first.end == hyphen.start and hyphen.end == last.start
        if (
            not glued
            or first.dep != "dobj"
            or last.head != first.head
            or last.dep not in ("acomp", "oprd", "advmod", "dobj")
        ):
            continue
        words[last.i] = replace(last, pos="NOUN", tag="NN", dep="dobj")
        hand_over(words, first.i, last.i)
        hang(words, first.i, last.i, "compound")
        hang(words, hyphen.i, last.i, "punct")
    return words


@where("pcomp", "VBG", "cc", "conj")
def mend_loose_joints(words: Words) -> Words:
    """An "and" stands with the two that it joins: "accused X of spreading rumours and called on Y"."""
    for joint in words[1:-1]:
        gerund = words[joint.head].dep == "pcomp" and words[joint.head].tag == "VBG"
        if joint.dep != "cc" or not gerund or any(w.head == joint.head and w.dep == "conj" for w in words[joint.i :]):
            continue
        joined = (w for w in words[joint.i + 1 :] if w.dep == "conj" and w.head < joint.i)
        second = next((w for w in joined if first_of(words, w.i) == joint.i + 1), None)
        if second is not None and second.head != joint.head:
            hang(words, joint.i, second.head, "cc")
    return words


@where("as", "mark", "advcl")
def mend_offices_as_subjects(words: Words) -> Words:
    """What somebody is elected as does nothing: "the election of X as chair pleased investors"."""
    for office in words[3:-1]:
        mark, verb = words[office.i - 1], words[office.head]
        noun = words[verb.head]
        bare = office.dep == "nsubj" and office.tag == "NN" and mark.text == "as" and mark.head == verb.i
        if (
            not bare
            or verb.dep != "advcl"
            or noun.head != noun.i
            or noun.pos != "NOUN"
            or verb.tag not in ("VBD", "VBZ")
        ):
            continue
        hang(words, verb.i, verb.i, "ROOT")
        hang(words, noun.i, verb.i, "nsubj")
        words[mark.i] = replace(mark, pos="ADP", tag="IN", head=noun.i, dep="prep")
        hang(words, office.i, mark.i, "pobj")
    return words


@where("TO", "aux", ("RB", "JJ", "NN"))
def mend_words_behind_to(words: Words) -> Words:
    """A word that "to" helps is a verb, whatever its form: "to authorise without delay a force"."""
    for deed in words[1:]:
        helped = words[deed.i - 1].tag == "TO" and words[deed.i - 1].head == deed.i and words[deed.i - 1].dep == "aux"
        formed = deed.tag in ("JJ", "NN") or (deed.tag == "RB" and deed.text.endswith(("ise", "ize", "ate", "ify")))
        if helped and formed and deed.text.islower():
            words[deed.i] = replace(deed, pos="VERB", tag="VB", lemma=deed.text)
    return words


DEEDS_AS_ADJECTIVES = ("clear", "open", "second", "free", "secure", "clean", "empty", "dry", "level", "double")


@where("to", "prep", ("compound", "amod"), "NNS", "dobj")
def mend_asked_deeds(words: Words) -> Words:
    """Behind whom one urges or sends and "to" stands a deed: "urged the government to sanction companies"."""
    asking = cues()["modality.proposed"] - {"call", "appeal"}
    for deed in words[3:-1]:
        to, thing = words[deed.i - 1], words[deed.head]
        verb = words[to.head]
        if to.text != "to" or to.dep not in ("prep", "dative") or thing.head != to.i or thing.tag != "NNS":
            continue
        deedlike = deed.dep == "compound" or (deed.dep == "amod" and deed.text in DEEDS_AS_ADJECTIVES)
        asked = words[first_end(words, to.i)]
        sent = verb.lemma in cues()["verbs.sending"] and are_people(asked.lemma)
        if not deedlike or asked.head != verb.i or asked.dep != "dobj" or not (sent or verb.lemma in asking):
            continue
        if deed.text[:1].isupper():
            continue
        words[to.i] = replace(to, pos="PART", tag="TO", dep="aux", head=deed.i)
        words[deed.i] = replace(deed, pos="VERB", tag="VB", lemma=deed.text, dep="xcomp", head=verb.i)
        hang(words, thing.i, deed.i, "dobj")
        hand_over(words, verb.i, deed.i, start=thing.i + 1, dep="prep")
        hand_over(words, verb.i, deed.i, start=thing.i + 1, dep="dative")
    return words


def first_end(words: Words, i: int) -> int:
    """The last word before a word that is no mark."""
    before = (w.i for w in reversed(words[:i]) if w.pos != "PUNCT")
    return next(before, 0)


@where("ADJ", "dobj", "nsubj")
def mend_verbs_as_adjectives(words: Words) -> Words:
    """What has a subject and an object is a verb: "Isabel married Ferdinand"."""
    for word in words:
        if word.pos != "ADJ" or not word.text.endswith("ed") or word.dep not in ("ROOT", "conj", "ccomp", "relcl"):
            continue
        own = {w.dep for w in words if w.head == word.i and w.i != word.i}
        if {"nsubj", "dobj"} <= own and not own & {"cop", "aux", "auxpass"}:
            lemma = word.text.removesuffix("ied") + "y" if word.text.endswith("ied") else word.lemma
            words[word.i] = replace(word, pos="VERB", tag="VBD", lemma=lemma)
    return words


@where("advmod", ("ADV", "ADJ", "PROPN"))
def mend_names_as_adverbs(words: Words) -> Words:
    """A name before a verb that has no subject is its subject: "USAID helped Vietnam"."""
    for word in words[:-1]:
        verb = words[word.head]
        named = word.name is not None or (word.text.isupper() and len(word.text) > SHORTEST)
        before = word.dep == "advmod" and word.pos in ("ADV", "ADJ", "PROPN") and word.i < verb.i and verb.pos == "VERB"
        if not named or not before or any(w.head == verb.i and w.dep.startswith(("nsubj", "expl")) for w in words):
            continue
        words[word.i] = replace(word, pos="PROPN", tag="NNP")
        make_subject(words, word.i, verb.i)
    return words


@where("PROPN", "conj")
def mend_torn_names(words: Words) -> Words:
    """Two names with nothing between them are one: "Karin Vogel and Zeina Toukan signed" are two people."""
    for first in words[:-1]:
        last = words[first.i + 1]
        both = first.dep == last.dep == "conj" and first.head == last.head and first.pos == last.pos == "PROPN"
        if both and first.name is None and last.name is None:
            hang(words, first.i, last.i, "compound")
    return words


@where("worth", "npadvmod")
def mend_times_behind_worths(words: Words) -> Words:
    """When something was done is no part of what it is worth: "signed a deal worth 85 million today"."""
    for time in words[3:]:
        worth = words[time.head]
        sums = (w for w in words[worth.i : time.i] if w.head == worth.i and w.dep == "npadvmod")
        if time.dep == "npadvmod" and worth.lemma == "worth" and time.label in ("DATE", "TIME") and next(sums, None):
            verb = worth
            while verb.head != verb.i and verb.pos != "VERB":
                verb = words[verb.head]
            if verb.pos == "VERB" and verb.i < worth.i:
                hang(words, time.i, verb.i, "npadvmod")
    return words


@where("appos", "NOUN")
def mend_small_tagged_names(words: Words) -> Words:
    """A word in a capital right behind a common noun is its name: "the Norwegian developer Nordvind"."""
    for name in words[2:]:
        kind = words[name.i - 1]
        behind = name.dep == "appos" and name.head == kind.i and name.pos == "NOUN" and name.tag == "NN"
        small = kind.pos == "NOUN" and kind.tag == "NN" and kind.name is None and kind.text.islower()
        if behind and small and name.name is None and name.text[:1].isupper() and name.text[1:].islower():
            words[name.i] = replace(name, pos="PROPN", tag="NNP")
    return words


@where("dobj", ("JJ", "ADJ"))
def mend_objects_as_adjectives(words: Words) -> Words:
    """An object that is no adjective of the language is a noun: "made landfall near X"."""
    for thing in words[1:]:
        taken = thing.dep == "dobj" and thing.pos == "ADJ" and thing.tag == "JJ" and thing.head == thing.i - 1
        if taken and thing.text.islower() and thing.text.isalpha() and thing.text not in adjective_index():
            words[thing.i] = replace(thing, pos="NOUN", tag="NN")
    return words
