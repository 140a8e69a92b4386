"""Mends in a parse: what the subject of a verb is, and whose verb another one is."""

from dataclasses import replace

from graph.extract.trees import Words, hang, has_own

# Verbs whose participle in front tells which office the subject was given: "Elected mayor in 1999, X built Y".
APPOINTING = ("elect", "re-elect", "reelect", "appoint", "name", "crown", "nominate", "ordain", "proclaim")


def mend_appointed(words: Words) -> Words:
    """An office behind a participle in front is what the subject became: "Elected mayor in 1999, Lopes built X"."""
    first, office = words[0], words[words[0].head]
    verb = words[office.head]
    later = any(w.head == verb.i and w.dep == "nsubj" and w.i > office.i for w in words)
    appointed = first.tag == "VBN" and first.lemma in APPOINTING and first.dep == "amod"
    if appointed and office.dep == "nsubj" and later:
        hang(words, first.i, verb.i, "advcl")
        words[first.i] = replace(words[first.i], pos="VERB")
        hang(words, office.i, first.i, "oprd")
        for word in list(words):
            if word.head == office.i and word.dep == "prep" and word.lemma != "of":
                hang(words, word.i, first.i, "prep")
    return words


def mend_bare_subjects(words: Words) -> Words:
    """A bare noun right before a verb in the third person without a subject is its subject: "insulin lowers X"."""
    for word in words:
        verb = words[word.head]
        before = word.i == verb.i - 1 and word.pos in ("NOUN", "PROPN") and word.dep in ("compound", "npadvmod", "nmod")
        first = all(w.head == word.i or w.pos == "PUNCT" for w in words[: word.i])
        if (
            before
            and first
            and word.label not in ("DATE", "TIME")
            and verb.tag == "VBZ"
            and verb.pos == "VERB"
            and not has_own(words, verb.i)
        ):
            hang(words, word.i, verb.i, "nsubj")
    return words


def mend_homes(words: Words) -> Words:
    """The word "home" between "is" and "to" is a noun: "the city is home to a museum"."""
    for word in words:
        to = words[word.i + 1].lemma == "to" if word.i + 1 < len(words) else False
        if word.lemma == "home" and word.dep == "advmod" and words[word.head].lemma == "be" and to:
            words[word.i] = replace(word, dep="attr", pos="NOUN", tag="NN")
    return words


def mend_sayings(words: Words) -> Words:
    """A past tense goes on with who said a thing, not with what would be: "said X would act and rejected talks"."""
    for word in words:
        below = words[word.head]
        above = words[below.head]
        modal = any(w.head == below.i and w.tag == "MD" for w in words)
        past = word.tag == "VBD" and word.dep == "conj" and not has_own(words, word.i)
        if past and modal and below.tag == "VB" and below.dep == "ccomp" and above.tag == "VBD":
            hang(words, word.i, above.i, "conj")
    return words
