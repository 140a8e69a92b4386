"""Mends in a parse: what a participle behind a noun covers, addresses or trains, and the list that it begins."""

from dataclasses import replace

from graph.extract.lemmas import verb_of_gerund
from graph.extract.parse import Word
from graph.extract.trees import NOUNS, Words, child_of, first_of, hang, has_own, join_to, where

# What papers, plans and groups do, and what makes no compound noun as "training" does in "a training centre".
COVERING = frozenset(
    {"cover", "comprise", "contain", "address", "span", "encompass", "concern", "involve", "govern", "regulate"}
    | {"include", "outline", "describe", "detail", "tackle", "target", "promote", "enhance", "strengthen", "advance"}
    | {"establish", "allow", "enable", "provide", "examine", "affect", "regard", "facilitate", "combat", "prevent"}
)
ONE = ("a", "an")
WHOLE = ("headquarters", "series", "means", "works", "species", "crossroads", "forces", "studies")  # "a works"
SEVERAL = ("few", "dozen", "further", "total", "hundred", "thousand", "million", "billion", "good", "great", "mere")
QUALIFYING = ("compound", "amod", "nmod", "npadvmod")


@where(ONE, ("NNS", "NN"), ("compound", "amod", "nmod"), ("dobj", "pobj"))
def mend_covering(words: Words) -> Words:
    """No plural has "a": in "a project training judges" the form in "-ing" is a verb, of the noun before it."""
    for article in words[:-4]:
        thing = words[article.head]
        if article.dep != "det" or article.text.lower() not in ONE or thing.i < article.i + 3:
            continue
        form = next((w for w in words[article.i + 2 : thing.i] if is_covering(words, w, thing)), None)
        if form is None or thing.dep not in ("dobj", "pobj", "attr", "conj") or thing.name is not None:
            continue
        noun = words[form.i - 1]
        words[noun.i] = replace(noun, pos="NOUN", head=thing.head, dep=thing.dep)
        for word in words[article.i : noun.i]:
            if word.head in (thing.i, form.i):
                hang(words, word.i, noun.i, word.dep)
        lemma = verb_of_gerund(form.text)
        words[form.i] = replace(form, pos="VERB", tag="VBG", lemma=lemma, head=noun.i, dep="acl")
        hang(words, thing.i, form.i, "dobj")
        for other in words[thing.i + 1 :]:  # "a grant covering fuel, and a loan"
            if other.dep == "conj" and other.head == thing.i and has_own(words, other.i, "det"):
                join_to(words, other.i, noun.i, child_of(words, thing.i, "cc", start=thing.i, end=other.i))
    return words


def is_covering(words: Words, form: Word, thing: Word) -> bool:
    """Whether a form in "-ing" between "a", a noun and another noun is a verb, which the second is the object of."""
    noun = words[form.i - 1]
    if not form.text.endswith("ing") or not form.text.islower() or form.dep not in QUALIFYING:
        return False
    verb = verb_of_gerund(form.text)
    several = thing.tag == "NNS" and thing.lemma not in WHOLE and thing.text not in WHOLE
    counted = any(w.tag == "CD" or w.lemma in SEVERAL for w in words[form.i - 3 : form.i] if w.head == thing.i)
    single = noun.tag == "NN" and noun.head in (form.i, thing.i) and noun.dep in QUALIFYING
    return verb != form.text and single and not counted and (several or verb in COVERING)


@where("VBG", "acl", ("conj", "appos"), ",", "dobj")
def mend_covered_lists(words: Words) -> Words:
    """A list goes on with what it began with: "signed a pact covering tea, tin and steel" covers all three."""
    for form in words[2:-3]:
        noun, before = words[form.head], words[form.i - 1]
        first = child_of(words, form.i, "dobj", start=form.i) if form.dep == "acl" and form.tag == "VBG" else None
        if first is None or before.text == "," or noun.i > form.i or not is_bare(words, first):
            continue
        for other in words[first.i + 2 :]:
            member = other.dep == "conj" and other.head == noun.i
            member = member or (other.dep == "appos" and other.head == first.i and goes_on(words, other))
            if not member or not is_like(words, first, other, noun):
                continue
            joint = words[first_of(words, other.i) - 1]
            if joint.text in (",", "and"):
                join_to(words, other.i, first.i, joint if joint.text == "and" else None)
    return words


def goes_on(words: Words, noun: Word) -> bool:
    """Whether "and" and another noun stand behind a noun."""
    return child_of(words, noun.i, "cc") is not None and child_of(words, noun.i, "conj") is not None


def is_bare(words: Words, noun: Word) -> bool:
    """Whether a noun has no article and no owner."""
    return noun.pos in NOUNS and child_of(words, noun.i, "det", "poss", end=noun.i) is None


def is_like(words: Words, first: Word, other: Word, noun: Word) -> bool:
    """Whether a noun has the form of what a participle takes, and not that of the noun before the participle."""
    counts = [child_of(words, w.i, "nummod", end=w.i) is not None for w in (first, other)]
    article = child_of(words, noun.i, "det", "poss", "nummod", end=noun.i)
    named = first.pos == other.pos == "PROPN" and noun.pos == "NOUN"
    return is_bare(words, other) and counts[0] == counts[1] and (article is not None or named)
