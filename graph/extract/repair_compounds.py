"""Mends in a parse: nouns that only tell of which kind another one is, alone or in a list that shares it."""

from dataclasses import replace
from itertools import pairwise

from graph.extract.parse import Word
from graph.extract.trees import Words, hang, is_state, where


@where("conj", "cc", "NN")
def mend_adjacent_nouns(words: Words) -> Words:
    """Two nouns side by side are one: "cooperation and information sharing between X and Y" shares information."""
    for noun in words[3:]:
        kind = words[noun.i - 1]
        both = noun.dep == kind.dep == "conj" and noun.head == kind.head and noun.pos == kind.pos == "NOUN"
        if both and kind.name is None and words[kind.i - 1].dep == "cc" and not any(w.head == kind.i for w in words):
            hang(words, kind.i, noun.i, "compound")
    return words


@where("conj", "cc", ("NNS", "NNPS"), "PROPN")
def mend_national_lists(words: Words) -> Words:
    """Countries in a list with an adjective of origin share the noun behind it: "the U.S., Japanese, and ROK teams"."""
    for noun in words[4:]:
        last = words[noun.i - 1]
        kinds = [last] if last.head == noun.i and last.dep in ("compound", "amod", "nmod") and is_state(last) else []
        above = words[noun.head]
        if noun.dep != "conj" or noun.tag not in ("NNS", "NNPS") or noun.name is not None or not kinds:
            continue
        while is_state(above):
            kinds.insert(0, above)
            if above.dep != "conj":
                break
            above = words[above.head]
        first = kinds[0]
        origin = any(k.name is not None and k.name.found_by == "demonym" for k in kinds[:-1])
        if not origin or first.dep not in ("dobj", "pobj", "nsubj", "nsubjpass") or not side_by_side(words, kinds):
            continue
        hang(words, noun.i, first.head, first.dep)
        for kind in kinds[:-1]:
            for other in words[first.i - 2 : noun.i]:
                if other.head == kind.i and other.dep in ("det", "cc", "punct"):
                    hang(words, other.i, noun.i if other.dep == "det" else first.i, other.dep)
        hang(words, first.i, noun.i, "nmod")
        for before, kind in pairwise(kinds):
            hang(words, kind.i, before.i, "conj")
    return words


def side_by_side(words: Words, kinds: list[Word]) -> bool:
    """Whether nothing but commas and "and" stands between the words of a list."""
    between = (w for w in words[kinds[0].i : kinds[-1].i] if w.i not in {k.i for k in kinds})
    return all(w.text == "," or w.dep == "cc" for w in between)


OBLIGING = ("oblige", "require", "allow", "permit", "force", "compel", "enable", "order", "urge", "ask", "help", "bar")


@where("xcomp", "VBG", "TO", "NNS")
def mend_kinds_of_the_obliged(words: Words) -> Words:
    """Who is to do a thing may be called after their trade: "obliges mining companies to publish their output"."""
    for trade in words[1:-3]:
        doers, verb = words[trade.i + 1], words[trade.head]
        deed = words[trade.i + 3]
        obliged = trade.tag == "VBG" and trade.dep == "xcomp" and verb.i == trade.i - 1 and verb.lemma in OBLIGING
        if not obliged or doers.tag != "NNS" or doers.head != trade.i or words[trade.i + 2].tag != "TO":
            continue
        if deed.tag == "VB":
            words[trade.i] = replace(trade, pos="NOUN", tag="NN", lemma=trade.text.lower())
            hang(words, trade.i, doers.i, "compound")
            hang(words, doers.i, deed.i, "nsubj")
            hang(words, deed.i, verb.i, "ccomp")
    return words
