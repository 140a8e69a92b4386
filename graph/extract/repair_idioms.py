"""Mends in a parse: fixed phrases that the parser takes apart, and words that only close a list or rank a doer."""

from dataclasses import replace

from graph.extract.trees import NOUNS, Words, hand_over, hang, has_own, root_of, where

RANKS = ("first", "last", "only")


@where("account", ("hold", "bring", "call"))
def mend_accounts(words: Words) -> Words:
    """Who is held to account accounts for nothing: "account" is a noun there, and who is held is the object."""
    for word in words[3:]:
        to = words[word.i - 1]
        if word.text.lower() != "account" or to.text.lower() != "to" or word.pos == "NOUN":
            continue
        verb = words[word.head]
        if verb.lemma not in ("hold", "bring", "call") or verb.i > word.i:
            continue
        for other in list(words):
            if other.head == word.i and other.dep == "nsubj":
                hang(words, other.i, verb.i, "dobj")
        words[to.i] = replace(to, pos="ADP", tag="IN", dep="prep", head=verb.i)
        hand_over(words, word.i, verb.i)
        words[word.i] = replace(word, pos="NOUN", tag="NN", dep="pobj", head=to.i)
        hang(words, to.i, verb.i, "prep")
    return words


@where("worth", "npadvmod")
def mend_worths(words: Words) -> Words:
    """What is worth a sum is the thing before it, not what was done to it: "signed deals with X worth 2 million"."""
    for word in words[2:]:
        verb = words[word.head]
        if (
            word.lemma != "worth"
            or word.dep not in ("advcl", "advmod", "acomp")
            or verb.pos != "VERB"
            or verb.i > word.i
        ):
            continue
        own = (w for w in reversed(words[verb.i : word.i]) if w.dep == "dobj" and w.pos in NOUNS)
        thing = next(own, None)
        if thing is not None and not any(w.text == "," for w in words[thing.i : word.i]):
            hang(words, word.i, thing.i, "amod")
    return words


@where("more", "conj")
def mend_and_more(words: Words) -> Words:
    """A list that ends in "and more" names nothing there: "ports, roads, and more"."""
    for word in words[2:]:
        joint = words[word.i - 1]
        closing = word.text.lower() == "more" and word.dep == "conj" and joint.lemma == "and"
        if not closing or any(w.head == word.i for w in words):
            continue
        last = words[joint.i - 1]
        root = root_of(words)
        for each in (word, joint, *([last] if last.text == "," else [])):
            hang(words, each.i, root, "dep")
    return words


@where(RANKS, "to", "be")
def mend_firsts(words: Words) -> Words:
    """Who is among the first to do a thing does it: "was one of the first to send aid"."""
    for word in words[4:]:
        first = words[word.head]
        ranked = first.text.lower() in RANKS or any(
            w.head == first.i and w.dep == "amod" and w.text.lower() in RANKS for w in words[: first.i]
        )
        told = word.dep in ("relcl", "acl") and word.tag == "VB" and has_own(words, word.i, "aux")
        prep = words[first.head]
        above = words[prep.head]
        if not told or not ranked or first.dep != "pobj" or has_own(words, word.i, "nsubj"):
            continue
        among = prep.lemma == "among" and above.lemma == "be"
        one = prep.lemma == "of" and above.text.lower() == "one" and above.dep == "attr"
        verb = above if among else words[above.head]
        if (among or one) and verb.lemma == "be":
            hang(words, word.i, verb.i, "xcomp")
    return words
