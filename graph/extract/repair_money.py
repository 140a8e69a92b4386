"""Mends in a parse: the codes of currencies before sums, and what tells how exact a sum is."""

from dataclasses import replace

from graph.extract.cues import cues
from graph.extract.numbers import CODES
from graph.extract.trees import Words, child_of, hand_over, hang, where


@where([code.lower() for code in CODES], "CD")
def mend_codes(words: Words) -> Words:
    """A code before a number tells which money it is, and receives nothing: "provided EUR 3 billion to X"."""
    for code in words[:-1]:
        number = words[code.i + 1]
        if code.text not in CODES or number.tag != "CD" or code.name is not None:
            continue
        total = number
        while words[total.head].tag == "CD" and total.head > total.i:
            total = words[total.head]
        if total.head == code.i:
            words[total.i] = replace(total, head=code.head if code.head != code.i else total.i, dep=code.dep)
        hand_over(words, code.i, total.i)
        words[code.i] = replace(code, head=total.i, dep="quantmod", tag="$", pos="SYM")
    return words


ABOUT = ("over", "about", "around", "under", "near", "above", "below")


@where(ABOUT, "CD", "prep")
def mend_inexact_sums(words: Words) -> Words:
    """What tells how exact a sum is leads to no other thing: "provided over EUR 2 billion to X" provided the sum.

    Nor does it before a toll: "killed over 300".
    """
    for near in words[1:-1]:
        verb = words[near.head]
        behind = words[near.i + 1]
        coded = (
            behind.text in CODES or behind.tag == "$" or (behind.tag == "CD" and verb.lemma in cues()["verbs.tolling"])
        )
        if near.lemma not in ABOUT or near.dep != "prep" or verb.pos != "VERB" or near.i != verb.i + 1 or not coded:
            continue
        total = child_of(words, near.i, "pobj", start=near.i)
        if total is None or any(w.head == verb.i and w.dep in ("dobj", "nsubjpass") for w in words):
            continue
        hang(words, total.i, verb.i, "dobj")
        words[near.i] = replace(near, head=total.i, dep="quantmod", pos="ADV", tag="RB")
        giver = words[verb.head]
        if verb.dep == "acl" and giver.head == giver.i and verb.tag in ("VBN", "VBD") and giver.i < verb.i:
            words[verb.i] = replace(verb, head=verb.i, dep="ROOT", tag="VBD")  # "the EU provided over EUR 2 billion"
            hang(words, giver.i, verb.i, "nsubj")
            hand_over(words, giver.i, verb.i, start=verb.i)
    return words


@where(("up", "down"), ("percent", "%"), "advmod")
def mend_changes_behind_sums(words: Words) -> Words:
    """How much more than before stands apart from a sum: "reached 5 billion dollars, up 15 percent"."""
    for up in words[2:-1]:
        total = words[up.head]
        verb = words[total.head]
        apart = up.text in ("up", "down") and up.dep == "advmod" and words[up.i - 1].text == "," and total.i < up.i
        if apart and total.dep == "dobj" and verb.pos == "VERB":
            hang(words, up.i, verb.i, "advmod")
            hang(words, up.i - 1, verb.i, "punct")
    return words


TRADING = ("sell", "buy", "purchase", "acquire", "lease", "rent", "auction", "trade", "resell")


@where("for", TRADING, ("$", "CD"))
def mend_prices(words: Words) -> Words:
    """For how much a thing is sold is told of the sale: "sold the tower to a fund for $90 million"."""
    for price in words[3:-1]:
        holder = words[price.head]
        sold = words[words[holder.head].head] if holder.dep == "pobj" else words[holder.head]
        total = child_of(words, price.i, "pobj", start=price.i)
        money = words[price.i + 1].tag == "$" or words[price.i + 1].text in CODES
        told = price.text == "for" and price.dep == "prep" and money and total is not None and total.tag == "CD"
        if told and holder.pos != "VERB" and sold.lemma in TRADING and sold.i < holder.i:
            hang(words, price.i, sold.i, "prep")
    return words


SHARED = ("nummod", "nsubj", "nsubjpass", "dobj", "pobj", "attr", "dep")
OF_EACH = ("ten", "every", "each", "10", "100")


@where("CD", ("NNS", "NNPS"), ("out", "in"))
def mend_shares(words: Words) -> Words:
    """Some out of so many are a share of what is behind: "destroyed nine out of ten homes", "one in five children"."""
    for first in words[:-3]:
        joint = words[first.i + 1 : first.i + 3]
        of = joint[0] if joint[0].text == "in" else joint[-1]
        each = words[of.i + 1] if of.i + 2 < len(words) else first
        second = words[each.i + 1] if each.text in ("every", "each") else each
        if first.tag != "CD" or second.tag != "CD" or first.dep not in SHARED or first.label in ("DATE", "TIME"):
            continue
        shared = of.text == "of" and joint[0].text == "out"
        shared = shared or (of.text == "in" and (first.lemma == "one" or each.text in OF_EACH))
        things = next((w for w in words[second.i + 1 : second.i + 4] if w.tag in ("NNS", "NNPS")), None)
        if not shared or things is None or words[second.i].head != things.i:
            continue
        if first.head != things.i:
            hang(words, things.i, first.head, first.dep)
        hand_over(words, first.i, things.i, start=things.i)
        for word in [w for w in words[first.i : second.i] if w.tag != "CD" or w.i == first.i]:
            hang(words, word.i, second.i, "quantmod")
    return words
