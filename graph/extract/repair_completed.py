"""Mends in a parse: what completes a verb: what it lets be done, and what it puts in the place of another thing."""

from graph.extract.trees import Words, below, child_of, hang, has_own, takes_to, where

LETTING = frozenset({"allow", "permit", "let", "cause", "forbid"})
REACH = 7  # words from "clear" to "that", with whom it is said to between them
# Verbs that take a thing and, behind "with", what comes in its place.
EXCHANGING = frozenset({"replace", "supplant", "substitute", "swap", "exchange"})


@where("auxpass", "TO", "xcomp", "dobj", LETTING)
def mend_let_undergo(words: Words) -> Words:
    """What one lets be used is what is used: "will not permit its ports to be used for X"."""
    for deed in words[4:]:
        verb = words[deed.head]
        if deed.dep != "xcomp" or verb.lemma not in LETTING or not takes_to(words, deed.i) or has_own(words, deed.i):
            continue
        helper = child_of(words, deed.i, "auxpass", end=deed.i)
        thing = child_of(words, verb.i, "dobj", start=verb.i, end=deed.i)
        if helper is not None and thing is not None:
            hang(words, thing.i, deed.i, "nsubjpass")
            hang(words, deed.i, verb.i, "ccomp")
    return words


@where(EXCHANGING, "with", "dobj")
def mend_exchanges(words: Words) -> Words:
    """What comes in place of another thing is no part of that: "replace the mission with a larger force"."""
    for with_ in words[2:-1]:
        thing = words[with_.head]
        verb = words[thing.head]
        taken = thing.dep == "dobj" and verb.lemma in EXCHANGING and verb.pos == "VERB"
        if with_.text == "with" and with_.dep == "prep" and taken and thing.i < with_.i:
            hang(words, with_.i, verb.i, "prep")
    return words


@where("make", ("clear", "plain"), "that", "mark")
def mend_made_clear(words: Words) -> Words:
    """What one makes clear is what one says, to whomever: "made it clear to Peru that Chile would not sign"."""
    for clear in words[1:-3]:
        verb = next((w for w in words[max(clear.i - 3, 0) : clear.i] if w.lemma == "make"), None)
        if clear.lemma not in ("clear", "plain") or verb is None:
            continue
        that = next((w for w in words[clear.i + 1 : clear.i + REACH] if w.text == "that" and w.dep == "mark"), None)
        between = words[clear.i + 1 : that.i] if that is not None else []
        if that is None or (between and between[0].text != "to") or any(w.text == "," for w in between):
            continue
        if words[that.head].dep in ("acl", "relcl", "advcl", "ccomp") and not below(words, verb.i, that.head):
            hang(words, that.head, verb.i, "ccomp")
    return words
