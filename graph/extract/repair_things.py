"""Mends in a parse: what some of several are, and what is told of no day."""

from dataclasses import replace

from graph.extract.trees import Words, child_of, hang, where


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
