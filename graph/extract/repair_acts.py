"""Mends in a parse: the acts that a body does one after the other, and whom it thanks each for what."""

from dataclasses import replace

from graph.extract.cues import cues
from graph.extract.parse import Word
from graph.extract.trees import Words, below, child_of, hang, has_object, has_own, join_to, where

THANKING = tuple(sorted(cues()["verbs.thanking"]))
ASKING = ("urge", "call", "demand", "request", "invite", "encourage", "ask", "warn")
JUDGING = ("welcome", "condemn", "deplore", "denounce", "criticize", "criticise")
ACTS = (*THANKING, *ASKING, *JUDGING, "express", "reaffirm", "reiterate", "pledge")

WAYS = ("conference", "videoconference", "link", "teleconference", "video", "telephone", "phone")
BESIDE = ("off", "near", "outside", "along")  # particles that may lead to a place


@where("acl", "conj", ",", ("VBD", "VBN"), ("dobj", "pobj"))
def mend_acts_in_series(words: Words) -> Words:
    """A form with an object is no participle: "voiced fear of X, called on Y, and thanked Z", "left X, bombed Y"."""
    for act in words[4:]:
        noun = words[act.head]
        apart = act.dep == "acl" and act.tag in ("VBD", "VBN") and words[act.i - 1].text == "," and act.pos == "VERB"
        if not apart or has_own(words, act.i, "aux", "agent"):
            continue
        others = [w for w in words[act.i :] if w.head == act.i and w.dep == "conj" and w.tag in ("VBD", "VBN")]
        verb = verb_over(words, noun, "prep", "pobj", "conj")
        done = bool(others) and (has_object(words, act.i) or has_object(words, others[0].i))
        if done and verb.tag == "VBD" and verb.i < act.i and not has_own(words, others[0].i, "aux"):
            words[act.i] = replace(act, tag="VBD", head=verb.i, dep="conj")
            for other in others:
                words[other.i] = replace(other, tag="VBD", pos="VERB", head=verb.i)
    return words


@where("relcl", "conj", ACTS, "and")
def mend_acts_behind_relatives(words: Words) -> Words:
    """Who condemns a deed urges others, not who suffered it: "condemned the raid, in which ten died, and urged X"."""
    for act in words[5:]:
        clause = words[act.head]
        if act.dep != "conj" or act.lemma not in ACTS or clause.dep != "relcl" or has_own(words, act.i, "aux"):
            continue
        verb = verb_over(words, clause, "prep", "pobj", "conj", "dobj")
        joint = words[act.i - 1]
        apart = joint.text == "and" and words[act.i - 2].text == ","
        sufferer = child_of(words, clause.i, "nsubj", "nsubjpass", end=clause.i)
        led = sufferer is not None and sufferer.tag not in ("WDT", "WP")
        if apart and led and verb.tag == act.tag and verb.lemma in ACTS and verb.i < clause.i:
            join_to(words, act.i, verb.i, joint)
    return words


def verb_over(words: Words, word: Word, *deps: str) -> Word:
    """The verb above a word, over nouns and prepositions with these labels; what stands there where none does."""
    above = words[word.head]
    while above.dep in deps and above.pos != "VERB":
        above = words[above.head]
    return above


@where("for", THANKING, "conj", "PROPN")
def mend_second_thanked(words: Words) -> Words:
    """Who is thanked second is so for another thing: "thanked Peru for its bid and Chile for its gift"."""
    for second in words[5:-2]:
        thing = words[second.head]
        lead, behind = words[thing.head], words[second.i + 1]
        joined = second.dep == "conj" and second.pos == "PROPN" and words[second.i - 1].text in ("and", ",")
        if not joined or thing.dep != "pobj" or lead.text != "for" or behind.text != "for":
            continue
        verb = words[lead.head]
        first = child_of(words, verb.i, "dobj", start=verb.i, end=lead.i)
        if verb.lemma in THANKING and first is not None and not below(words, first.i, thing.i):
            joint = words[second.i - 1]
            join_to(words, second.i, first.i, joint if joint.text == "and" else None)
            hang(words, behind.i, second.i, "prep")
    return words


@where(BESIDE, ("npadvmod", "appos", "dobj"), "PROPN", "dobj")
def mend_places_behind_particles(words: Words) -> Words:
    """A name right behind a particle is what it leads to: "moored two ships off Split"."""
    for name in words[2:]:
        off = words[name.i - 1]
        loose = name.pos == "PROPN" and name.dep in ("npadvmod", "appos", "dobj") and name.head < off.i
        verb = words[off.head]
        if not loose or off.text not in BESIDE or off.dep not in ("prt", "prep", "advmod") or verb.pos != "VERB":
            continue
        if child_of(words, verb.i, "dobj", end=off.i) and child_of(words, off.i, "pobj") is None:
            words[off.i] = replace(off, dep="prep", pos="ADP", tag="IN")
            hang(words, name.i, off.i, "pobj")
    return words


@where(WAYS, ("by", "via"), ("dobj", "pobj"))
def mend_ways_of_meeting(words: Words) -> Words:
    """How one speaks or takes part is no kind of meeting: "joined the meeting by video conference"."""
    for way in words[3:]:
        lead = words[way.head]
        thing = words[lead.head]
        bare = way.lemma in WAYS and not any(w.head == way.i and w.dep in ("det", "poss") for w in words)
        led = lead.text in ("by", "via") and lead.dep == "prep" and thing.i == lead.i - 1 and thing.pos == "NOUN"
        verb = words[thing.head]
        verb = words[verb.head] if verb.dep == "prep" else verb
        if way.dep == "pobj" and bare and led and thing.dep in ("dobj", "pobj") and verb.pos == "VERB":
            hang(words, lead.i, verb.i, "prep")
    return words


@where("should", ("ccomp", "advcl", "acl", "relcl"), "nsubj", "VB")
def mend_inverted_conditions(words: Words) -> Words:
    """A "should" before its subject is an "if": "will review the mandate should X fail to act"."""
    for should in words[3:]:
        verb = words[should.head]
        doer = child_of(words, verb.i, "nsubj", start=should.i)
        joined = verb.dep in ("ccomp", "advcl", "acl", "relcl") and verb.tag == "VB" and should.text == "should"
        opened = child_of(words, verb.i, "mark", "nsubj", "advmod", end=should.i)
        if joined and should.dep == "aux" and opened is None and doer is not None and should.i < doer.i < verb.i:
            words[should.i] = replace(should, dep="mark", pos="SCONJ", tag="IN", lemma="if")
            above = next((w for w in words[: should.i][::-1] if w.pos == "VERB" and w.dep != "amod"), None)
            if above is not None:
                words[verb.i] = replace(verb, tag="VBP", head=above.i, dep="advcl")
    return words
