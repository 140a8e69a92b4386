"""Mends in a parse: with whose help, at whose request or for whom somebody acts, between commas or behind an object."""

from graph.extract.cues import cues
from graph.extract.parse import Word
from graph.extract.trees import NOUNS, Words, child_of, hang, is_named, join_to, takes_to, where

# What others give, do or lead when somebody acts, in "with the help of X, Y and Z".
HELP = frozenset(
    {"support", "assistance", "help", "aid", "backing", "participation", "cooperation", "co-operation", "presence"}
    | {"collaboration", "consultation", "coordination", "partnership", "leadership", "mediation", "request", "behalf"}
)
WHOSE = ("of", "from", "with")


@where(HELP, WHOSE, ("conj", "appos"), ",")
def mend_helpers(words: Words) -> Words:
    """Names in a row behind "help of" all help: "with the assistance of X, the League of Y and Z"."""
    for noun in words[1:-4]:
        of = words[noun.i + 1]
        if noun.lemma not in HELP or noun.dep != "pobj" or of.text not in WHOSE or of.head != noun.i:
            continue
        first = child_of(words, of.i, "pobj", start=of.i)
        if first is None or not is_named(first):
            continue
        for other in words[first.i + 1 :]:
            joint = child_of(words, noun.i, "cc", start=first.i, end=other.i)
            if other.head == noun.i and other.dep in ("conj", "appos") and is_named(other) and other.pos in NOUNS:
                join_to(words, other.i, first.i, joint)
    return words


@where(HELP, WHOSE, "TO", ("with", "in", "under", "through"), ",")
def mend_deeds_with_help(words: Words) -> Words:
    """Behind "with the help of X," stands what somebody is asked to do: "urges Chad, with X's aid, to free Y"."""
    for prep in words[3:-5]:
        noun = child_of(words, prep.i, "pobj", start=prep.i)
        if prep.dep != "prep" or words[prep.i - 1].text != "," or noun is None or noun.lemma not in HELP:
            continue
        ask = words[prep.head]
        ask = words[ask.head] if ask.pos in NOUNS else ask
        to = next((w for w in words[noun.i + 2 :] if w.tag == "TO" and words[w.i - 1].text == ","), None)
        if to is None or ask.lemma not in cues()["modality.proposed"] or words[to.head].tag != "VB":
            continue
        deed = words[to.head]
        loose = deed.head != ask.i and prep.i <= words[deed.head].i < to.i
        if loose and takes_to(words, deed.i):
            hang(words, deed.i, ask.i, "xcomp")
            hang(words, prep.i, ask.i, "prep")
        on = child_of(words, ask.i, "prep", start=ask.i, end=prep.i)
        asked = child_of(words, on.i, "pobj") if on is not None and on.text in ("on", "upon") else None
        if asked is not None and prep.text == "with" and words[deed.i].head == ask.i:
            hang(words, prep.i, asked.i, "prep")
    return words


@where("behalf", "of", ("on", "in"))
def mend_on_behalf(words: Words) -> Words:
    """On whose behalf a thing is done is told of the deed: "signed the treaty on behalf of Fiji"."""
    for behalf in words[2:-1]:
        prep = words[behalf.i - 1]
        if behalf.lemma != "behalf" or prep.text not in ("on", "in") or prep.head == prep.i:
            continue
        verb = verb_over(words, words[prep.head])
        if verb is not None and words[prep.head].dep in ("dobj", "pobj", "conj"):
            hang(words, prep.i, verb.i, "prep")
    return words


def verb_over(words: Words, noun: Word) -> Word | None:
    """The verb before a noun that it hangs on, over other nouns and prepositions; or None."""
    while noun.pos != "VERB" and noun.head < noun.i:
        noun = words[noun.head]
    return noun if noun.pos == "VERB" else None
