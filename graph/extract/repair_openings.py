"""Mends in a parse: where what stands in front of a clause ends and its subject and verb begin."""

from dataclasses import replace

from graph.extract.cues import cues
from graph.extract.lemmas import verb_of
from graph.extract.spacy_model import verb_index
from graph.extract.trees import (
    Words,
    child_of,
    first_of,
    hang,
    has_own,
    is_named,
    make_subject,
    root_of,
    takes_to,
    where,
)

FINITE = ("VBD", "VBZ", "VBP", "MD")
REFLEXIVE = ("itself", "himself", "herself", "themselves")


@where("VBG", "acl", ",", ("appos", "conj", "dobj"))
def mend_verbs_behind_participles(words: Words) -> Words:
    """A sentence has a finite verb: "Noting with concern the flood, the two sides called upon X" called upon X."""
    root = words[root_of(words)]
    if root.tag != "VBG" or root.i > 1 or any(w.tag in FINITE for w in words):
        return words
    for verb in words[4:-1]:
        doer = words[verb.head]
        behind = words[verb.i + 1]
        open_ = verb.dep == "acl" and verb.tag == "VBN" and doer.i == verb.i - 1 and doer.tag in ("NNS", "NN", "NNP")
        if not open_ or behind.text == "by" or words[first_of(words, doer.i) - 1].text != ",":
            continue
        words[verb.i] = replace(verb, tag="VBD", head=verb.i, dep="ROOT")
        hang(words, doer.i, verb.i, "nsubj")
        hang(words, root.i, verb.i, "advcl")
        return words
    return words


@where("with", ("nsubj", "pobj"), "from", "conj", ",")
def mend_subjects_behind_support(words: Words) -> Words:
    """Two names behind "With support from X," are the subject of the verb: no list of three stands before it."""
    verb, support = words[root_of(words)], words[1] if len(words) > 1 else words[0]
    if words[0].text != "With" or support.dep != "nsubj" or support.head != verb.i:
        return words
    from_ = child_of(words, support.i, "prep", end=verb.i)
    giver = child_of(words, from_.i, "pobj", end=verb.i) if from_ is not None and from_.text == "from" else None
    first = child_of(words, giver.i, "conj", end=verb.i) if giver is not None else None
    second = child_of(words, first.i, "conj", end=verb.i) if first is not None else None
    if giver is None or first is None or second is None or not (is_named(first) and is_named(second)):
        return words
    if words[giver.i + 1].text != "," or second.i != verb.i - 1 or words[second.i - 1].lemma != "and":
        return words
    words[0] = replace(words[0], pos="ADP", dep="prep", head=verb.i)
    hang(words, support.i, 0, "pobj")
    hang(words, first.i, verb.i, "nsubj")
    return words


@where("nor", ":", ("ccomp", "parataxis", "conj"))
def mend_clauses_behind_nor(words: Words) -> Words:
    """Behind a colon begins another clause, which "nor" does not deny: "Nor was X forgotten: Y sent aid"."""
    colon = next((w.i for w in words if w.text == ":"), 0)
    if words[0].text != "Nor" or not colon:
        return words
    for verb in words[colon:]:
        if words[verb.head].i < colon and verb.dep in ("ccomp", "parataxis", "conj") and has_own(words, verb.i):
            hang(words, verb.i, verb.head, "dep")
    return words


@where(("which", "who"), REFLEXIVE, "nsubj")
def mend_reflexives_in_relatives(words: Words) -> Words:
    """A reflexive behind an auxiliary only stresses: "Chad, which had itself suffered, was praised" praises Chad."""
    for stress in words[3:]:
        clause, root = words[stress.head], words[root_of(words)]
        subjects = [w for w in words[: stress.i] if w.head == clause.i and w.text in ("which", "who")]
        if stress.text not in REFLEXIVE or stress.dep != "nsubj" or not subjects:
            continue
        hang(words, stress.i, clause.i, "npadvmod")
        above = words[subjects[0].i - 1 - (words[subjects[0].i - 1].text == ",")]
        if clause.dep == "ccomp" and clause.head == root.i and above.head == clause.i and not has_own(words, root.i):
            make_subject(words, above.i, root.i)
            hang(words, clause.i, above.i, "relcl")
    return words


@where("amod", "nsubj", ",", ("VBD", "VB", "VBP"))
def mend_verbs_before_commas(words: Words) -> Words:
    """No comma parts a subject from its verb: "Heavy rain flooded streets, cut power" has flooded them."""
    root = words[root_of(words)]
    things = words[root.i - 2] if root.i > len("A B") and words[root.i - 1].text == "," else root
    made = words[things.i - 1]
    doer = words[made.i - 1]
    told = things.dep == "nsubj" and things.head == root.i and things.tag == "NNS" and made.head == things.i
    if not told or made.dep != "amod" or not made.text.endswith("ed") or doer.pos not in ("NOUN", "PROPN"):
        return words
    words[made.i] = replace(
        made, pos="VERB", tag="VBD", head=made.i, dep="ROOT", lemma=verb_of(made.text, verb_index()[0])
    )
    for other in words[: made.i]:
        if other.head in (things.i, made.i):
            hang(words, other.i, doer.i, other.dep)
    hang(words, doer.i, made.i, "nsubj")
    hang(words, things.i, made.i, "dobj")
    hang(words, root.i, made.i, "conj")
    words[root.i] = replace(words[root.i], tag="VBD")
    return words


@where("amod", "conj", "VBD", "and", ",")
def mend_last_verbs(words: Words) -> Words:
    """A list of verbs ends in a verb: "flooded streets, toppled trees and closed schools" has closed them."""
    for made in words[6:-1]:
        things = words[made.head]
        before = words[things.head]
        verb = words[before.head]
        first = words[verb.head]
        last = made.dep == "amod" and made.text.endswith("ed") and things.dep == "conj" and things.i == made.i + 1
        listed = verb.dep == "conj" and verb.tag == "VBD" and first.pos == "VERB" and words[verb.i - 1].text == ","
        if not last or not listed or before.dep != "dobj" or words[made.i - 1].lemma != "and":
            continue
        lemma = verb_of(made.text, verb_index()[0])
        words[made.i] = replace(made, pos="VERB", tag="VBD", head=verb.i, dep="conj", lemma=lemma)
        hang(words, things.i, made.i, "dobj")
        hang(words, made.i - 1, verb.i, "cc")
    return words


@where("VBG", "advcl", ",", ("ccomp", "parataxis", "ROOT"))
def mend_participles_behind_quotes(words: Words) -> Words:
    """A participle behind who said a thing is the speaker's: ""Rain spoils all," Anton says, folding his umbrella"."""
    for deed in words[6:]:
        told = words[deed.head]
        said = next((w for w in reversed(words[: deed.i]) if w.pos == "VERB" and w.tag in ("VBD", "VBZ")), None)
        if (
            deed.tag != "VBG"
            or deed.dep != "advcl"
            or said is None
            or said.i == told.i
            or words[deed.i - 1].text != ","
        ):
            continue
        speaker = child_of(words, said.i, "nsubj")
        quoted = any(w.text in QUOTES for w in words[: said.i])
        if quoted and told.i < said.i and speaker is not None and said.lemma in cues()["speech.verbs"]:
            hang(words, deed.i, said.i, "advcl")
    return words


QUOTES = ('"', "”", "''", "’’")


CLAUSES = ("advcl", "xcomp", "ccomp")


@where(("allow", "permit"), CLAUSES, ("me", "us"))
def mend_leave_to_speak(words: Words) -> Words:
    """Who asks for leave to say a thing says it, with a word between too: "Allow me first to thank Peru"."""
    allow = words[root_of(words)]
    for who in words[1:3]:
        verb = next((w for w in words[who.i :] if w.head == allow.i and w.dep in CLAUSES), None)
        asked = allow.tag == "VB" and who.text in ("me", "us") and who.dep == "dobj" and who.head == allow.i
        if not asked or verb is None or verb.tag != "VB" or not takes_to(words, verb.i) or has_own(words, verb.i):
            continue
        hang(words, verb.i, allow.i, "ccomp")
        hang(words, who.i, verb.i, "nsubj")
        for between in list(words[who.i + 1 : verb.i]):
            if between.head == allow.i:
                hang(words, between.i, verb.i, between.dep)
    return words


DIRECTIONS = ("north", "south", "east", "west", "inland", "afield", "upstream", "downstream")


@where(DIRECTIONS, "nsubj", ",")
def mend_directions(words: Words) -> Words:
    """Where in a land a thing is done opens the sentence: "Further north, in Dosso, rebels attacked a town"."""
    for way in words[:2]:
        apart = way.lemma in DIRECTIONS and way.dep == "nsubj" and words[way.i + 1].text == ","
        if apart and child_of(words, way.head, "nsubj", "nsubjpass", start=way.i + 1) is not None:
            hang(words, way.i, way.head, "advmod")
    return words
