"""Mends in a parse: what some of several are, and what is told of no day."""

from dataclasses import replace

from graph.extract.cues import cues
from graph.extract.trees import Words, child_of, first_of, hang, where


@where("of", ("them", "whom"), "appos")
def mend_some_of_them(words: Words) -> Words:
    """What some of several are is no other name of all: "detained nine engineers, two of them Iranian nationals"."""
    for of in words[1:-2]:
        some, kind = words[of.i - 1], words[of.head]
        kind = words[some.head] if kind.i == some.i and some.dep != "appos" else kind
        if of.text == "of" and words[of.i + 1].text.lower() in ("them", "whom") and kind.dep == "appos":
            words[kind.i] = replace(kind, dep="dep")
    return words


@where("which", "relcl", "dobj", "pobj")
def mend_which_behind_days(words: Words) -> Words:
    """No day is "which" by itself: "ran two flights on Wednesday, by which 90 were brought home" tells of flights."""
    for clause in words[5:]:
        day = words[clause.head]
        which = next((w for w in words[day.i : clause.i] if w.text == "which"), None)
        if clause.dep != "relcl" or day.label != "DATE" or day.dep != "pobj" or which is None:
            continue
        before = words[which.i - 1]  # a bare "which" may be a day: "on 3 May, which is a holiday"
        apart = before.pos == "ADP" and words[which.i - 2].text == ","
        verb = words[words[day.head].head]
        thing = child_of(words, verb.i, "dobj", start=verb.i, end=day.i)
        if apart and before.text not in ("on", "in", "during", "at", "since") and thing is not None:
            hang(words, clause.i, thing.i, "relcl")
    return words


RANKS = ("first", "second", "third", "last", "only")


@where(RANKS, "TO", ("attr", "pobj"), ("be", "become"))
def mend_ranked_deeds(words: Words) -> Words:
    """What one is the first to do tells of which it is the first: "became the first state in Africa to ban plastic".

    Of who is one of the first, the verb tells it.
    """
    for deed in words[5:]:
        to = child_of(words, deed.i, "aux", end=deed.i)
        above = words[deed.head]
        if deed.tag != "VB" or to is None or to.tag != "TO" or above.i > to.i:
            continue
        ranked = next((w for w in reversed(words[: to.i]) if w.text.lower() in RANKS and w.dep == "amod"), None)
        noun = words[ranked.head] if ranked is not None else deed
        plain = ranked is not None and ranked.i < noun.i < to.i and noun.lemma not in cues()["nouns.vague"]
        if not plain or any(w.text == "," or w.pos in ("VERB", "AUX") for w in words[noun.i : to.i]):
            continue
        copula = above.lemma in ("be", "become") and deed.dep in ("advcl", "xcomp")
        if copula and noun.dep == "attr" and noun.head == above.i and first_of(words, noun.i) > above.i:
            hang(words, deed.i, noun.i, "relcl")
        one = words[words[noun.head].head] if noun.dep == "pobj" else noun
        if deed.dep == "relcl" and above.i == one.i and one.text == "one" and one.dep == "attr":
            hang(words, deed.i, one.head, "xcomp")
    return words
