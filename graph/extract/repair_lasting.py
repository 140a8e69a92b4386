"""Mends in a parse: which verb what stands last belongs to, and what stands between a verb and its object."""

from dataclasses import replace

from graph.extract.cues import cues
from graph.extract.spacy_model import verb_index
from graph.extract.trees import (
    NOUNS,
    Words,
    child_of,
    first_of,
    hand_over,
    hang,
    has_object,
    has_own,
    is_named,
    last_of,
    root_of,
    where,
)

ABSTRACT = ("ism", "ity", "ness", "ship")


@where(("agent", "by"), "acl", "conj", "dobj", "and")
def mend_verbs_behind_passives(words: Words) -> Words:
    """A passive participle has no object: "the plan drafted by X and prolonged his term" prolonged it with the verb."""
    for deed in words[6:]:
        made = words[deed.head]
        passive = made.dep == "acl" and made.tag == "VBN" and child_of(words, made.i, "agent", end=deed.i) is not None
        if deed.dep != "conj" or deed.tag not in ("VBD", "VBN") or not passive or not has_object(words, deed.i):
            continue
        above = words[made.head]
        while above.head != above.i and above.pos != "VERB":
            above = words[above.head]
        if above.tag == "VBD" and not has_own(words, deed.i, "aux"):
            words[deed.i] = replace(deed, tag="VBD", head=above.i, dep="conj")
            hand_over(words, made.i, above.i, start=made.i, end=deed.i, dep="cc")
    return words


@where("TO", "VB", ("acl", "xcomp"), "conj")
def mend_nouns_behind_to(words: Words) -> Words:
    """No verb ends in "-ism": "our commitment to multilateralism and reject sanctions" rejects with the main verb."""
    for thing in words[3:]:
        to, holder = words[thing.i - 1], words[thing.head]
        noun = thing.text.endswith(ABSTRACT) and thing.tag == "VB" and thing.lemma not in verb_index()[0]
        if not noun or to.tag != "TO" or thing.dep not in ("acl", "xcomp", "advcl"):
            continue
        words[thing.i] = replace(thing, pos="NOUN", tag="NN", head=to.i, dep="pobj")
        words[to.i] = replace(to, pos="ADP", tag="IN", head=holder.i, dep="prep")
        above = words[holder.head] if holder.pos in NOUNS else holder
        for second in words[thing.i + 1 :]:
            if second.head == thing.i and second.dep == "conj" and second.pos == "VERB":
                words[second.i] = replace(second, tag=above.tag, head=above.i, dep="conj")
            elif second.head == thing.i and second.dep == "cc":
                hang(words, second.i, above.i, "cc")
    return words


@where(("provided", "if", "unless"), "advcl", "conj", "cc")
def mend_last_conditions(words: Words) -> Words:
    """A condition at the end is that of the last verb: "paid X and is ready to pay Y, provided that Z continues"."""
    for clause in words[6:]:
        verb = words[clause.head]
        mark = child_of(words, clause.i, "mark", end=clause.i)
        led = mark is not None and mark.text in ("provided", "if", "unless") and clause.dep == "advcl"
        last = next((w for w in reversed(words[: clause.i]) if w.head == verb.i and w.dep == "conj"), None)
        if led and mark is not None and last is not None and last.pos in ("VERB", "AUX") and verb.i < last.i < mark.i:
            hang(words, clause.i, last.i, "advcl")
    return words


@where(("VB", "VBP"), "as", "soon", "possible", ",")
def mend_asides_before_objects(words: Words) -> Words:
    """What is set off between a verb and its object is no end: "to present, as soon as possible, options for X"."""
    for end in words[6:-1]:
        aside = [w.lemma for w in words[max(end.i - 5, 0) : end.i]]
        if end.text != "," or aside != [",", "as", "soon", "as", "possible"]:
            continue
        verb = words[end.i - 6]
        thing = next((w for w in words[end.i + 1 :] if w.pos in NOUNS and w.dep != "compound"), None)
        plain = verb.tag in ("VB", "VBP") and not has_object(words, verb.i)
        if thing is not None and plain and first_of(words, thing.i) <= end.i + 1 and words[thing.head].i <= end.i:
            hang(words, thing.i, verb.i, "dobj")
    return words


@where("nsubj", "pobj", ",", "conj", "of")
def mend_listed_owners(words: Words) -> Words:
    """A verb has one subject: "Representatives of A, the B and the C travelled" are of all three."""
    for second in words[4:]:
        verb = words[second.head]
        first = child_of(words, verb.i, "nsubj", end=second.i) if second.dep == "nsubj" else None
        if first is None or first.i == second.i or not is_named(second) or first.tag != "NNS":
            continue
        owner = words[last_of(words, first.i)]
        comma = words[first_of(words, second.i) - 1]
        listed = child_of(words, second.i, "conj", start=second.i, end=verb.i)
        if (
            owner.dep == "pobj"
            and is_named(owner)
            and comma.text == ","
            and comma.i == owner.i + 1
            and listed is not None
        ):
            hang(words, second.i, owner.i, "conj")
            hang(words, comma.i, owner.i, "punct")
    return words


@where("prep", "amod", "nsubj", ",")
def mend_dates_in_front(words: Words) -> Words:
    """What stands in front of a comma is in no noun behind it: "On 3 March, presumed rebels attacked a convoy"."""
    first, root = words[0], words[root_of(words)]
    inside = words[first.head]
    phrase = (
        inside.dep == "amod" and words[inside.head].dep in ("nsubj", "nsubjpass") and words[inside.head].head == root.i
    )
    if first.dep != "prep" or not phrase or root.pos != "VERB" or words[inside.i - 1].text != ",":
        return words
    for i in (0, inside.i - 1):
        hang(words, i, root.i, words[i].dep)
    return words


@where("compound", ("states", "parties"), "member")
def mend_member_states(words: Words) -> Words:
    """Member States are no name, however they are written: "was condemned by all member States"."""
    for states in words[1:]:
        kind = words[states.i - 1]
        if states.text in ("States", "Parties") and kind.text in ("member", "participating") and states.name is None:
            words[states.i] = replace(
                states, pos="NOUN", tag="NNS", lemma="state" if states.text == "States" else "party"
            )
    return words


@where(("nmod", "compound"), "amod", "dobj", "PROPN")
def mend_names_before_adjectives(words: Words) -> Words:
    """No name stands before an adjective of the noun it tells of: "offered Laos joint use" offers it to Laos."""
    for taker in words[1:-2]:
        if taker.dep not in ("nmod", "compound", "poss"):
            continue
        gift, adjective = words[taker.head], words[taker.i + 1]
        verb = words[gift.head]
        placed = gift.dep == "dobj" and verb.i < taker.i and is_named(taker)
        giving = placed and (verb.lemma in cues()["verbs.giving_to"] or verb.lemma == "allow")
        if not giving or adjective.dep != "amod" or adjective.head != gift.i or adjective.text[:1].isupper():
            continue
        if any(w.dep not in ("det", "compound") for w in words[verb.i + 1 : taker.i]):
            continue
        hand_over(words, gift.i, taker.i, start=verb.i + 1, end=taker.i)
        hang(words, taker.i, verb.i, "dative")
    return words
