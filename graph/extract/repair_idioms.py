"""Mends in a parse: fixed phrases that the parser takes apart, and words that only close a list or rank a doer."""

from dataclasses import replace

from graph.extract.cues import cues
from graph.extract.parse import Word
from graph.extract.prepositions import UNHINDERED
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
    join_to,
    noun_above,
    root_of,
    takes_modal,
    takes_to,
    where,
)
from graph.model import EntityType

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


@where("that", ("projects", "forecasts", "estimates"), "relcl")
def mend_projecting(words: Words) -> Words:
    """A body that "projects that" something will be says so: "the IMF projects that Peru will grow"."""
    for noun in words[1:-2]:
        if noun.text not in ("projects", "forecasts", "estimates") or noun.pos != "NOUN" or noun.head != noun.i:
            continue
        that = words[noun.i + 1]
        clause = words[that.head]
        body = words[noun.i - 1]
        subject = any(w.head == clause.i and w.dep.startswith("nsubj") and w.i != that.i for w in words)
        if that.text != "that" or clause.dep != "relcl" or not subject or body.head != noun.i or not is_named(body):
            continue
        words[noun.i] = replace(noun, pos="VERB", tag="VBZ", lemma=noun.text.removesuffix("s"))
        hang(words, body.i, noun.i, "nsubj")
        for other in list(words[: body.i]):
            if other.head == noun.i:
                hang(words, other.i, body.i, other.dep)
        words[that.i] = replace(that, pos="SCONJ", tag="IN", dep="mark")
        hang(words, clause.i, noun.i, "ccomp")
    return words


@where("nsubjpass", "ccomp", "to", "be")
def mend_events_to_come(words: Words) -> Words:
    """What is "to be held" is the event right before: "discussed preparations for the summit to be held in X"."""
    for held in words[5:]:
        verb, event = words[held.head], words[held.i - 3]
        above = noun_above(words, event)
        coming = held.dep == "ccomp" and held.lemma in ("hold", "host", "convene") and held.tag == "VBN"
        to_be = [w.text for w in words[held.i - 2 : held.i]] == ["to", "be"]
        topic = event.dep == "pobj" and above.dep == "nsubjpass" and above.head == held.i and above.i > verb.i
        if coming and to_be and topic and is_gathering(event) and not is_gathering(above):
            hang(words, above.i, verb.i, "dobj")
            hang(words, held.i, event.i, "acl")
    return words


def is_gathering(word: Word) -> bool:
    """Whether a word stands for a meeting or another event."""
    return word.lemma in cues()["nouns.gatherings"] if word.name is None else word.name.type is EntityType.EVENT


@where("that", "relcl", "attr", "to")
def mend_stranded_parties(words: Words) -> Words:
    """What one "is party to" is what the clause tells of: "treaties that Peru is party to"."""
    for clause in words[3:]:
        to = next((w for w in words[clause.i + 1 :] if w.text == "to" and w.dep == "prep"), None)
        if clause.dep != "relcl" or clause.lemma != "be" or to is None or any(w.head == to.i for w in words):
            continue
        that = next((w for w in words[: clause.i] if w.head == clause.i and w.text.lower() in ("that", "which")), None)
        said = words[to.head]
        if that is not None and said.dep in ("attr", "acomp") and said.head == clause.i:
            words[that.i] = replace(that, head=to.i, dep="pobj", pos="PRON", tag="WDT")
    return words


@where(("commitment", "pledge", "promise", "resolve", "determination", "plan", "intention"), "to", "conj")
def mend_paired_infinitives(words: Words) -> Words:
    """What one promises "to reform and strengthen" is two deeds: "reform" is no noun there."""
    for first in words[2:-2]:
        to, joint, second = words[first.i - 1], words[first.i + 1], words[first.i + 2]
        promise = words[to.head]
        bare = first.pos == "NOUN" and first.dep == "pobj" and to.text == "to" and first.head == to.i
        bare = bare and not any(w.head == first.i for w in words[: first.i]) and first.tag == "NN"
        behind = (w for w in words[second.i :] if w.head == second.i and w.dep == "dobj")
        infinitive = second.tag in ("VB", "VBP") and next(behind, None) is not None
        if not bare or joint.lemma != "and" or not infinitive or promise.lemma not in cues()["nouns.committing"]:
            continue
        words[to.i] = replace(to, pos="PART", tag="TO", dep="aux", head=first.i)
        words[first.i] = replace(first, pos="VERB", tag="VB", dep="acl", head=promise.i)
        hang(words, joint.i, first.i, "cc")
        words[second.i] = replace(second, tag="VB", head=first.i, dep="conj")
    return words


@where("prt", "pobj")
def mend_called_on(words: Words) -> Words:
    """A particle with an object of its own is a preposition: "called on all parties"."""
    for word in words:
        if word.dep == "prt" and any(w.head == word.i and w.dep == "pobj" for w in words[word.i :]):
            words[word.i] = replace(word, dep="prep", tag="IN", pos="ADP")
    return words


@where(("concerned", "involved"), "xcomp", "to")
def mend_concerned(words: Words) -> Words:
    """Those "concerned" are whom one asks, not who is concerned to act: "urged all states concerned to act"."""
    for deed in words[3:]:
        adjective = words[deed.head]
        who = words[adjective.head]
        verb = words[who.head]
        behind = adjective.text in ("concerned", "involved") and adjective.i == who.i + 1 and deed.dep == "xcomp"
        asked = who.dep in ("dobj", "pobj") and (verb.pos == "VERB" or words[verb.head].pos == "VERB")
        if behind and asked and takes_to(words, deed.i):
            hang(words, deed.i, verb.i if verb.pos == "VERB" else verb.head, "xcomp")
    return words


@where("MD", "conj", "cc")
def mend_second_clauses(words: Words) -> Words:
    """Behind "and" a noun before "will" begins a clause: "X will give a rover and Y will give two flights"."""
    for who in words[2:-2]:
        modal = words[who.i + 1]
        verb = words[modal.head]
        if who.dep != "conj" or modal.tag != "MD" or modal.dep != "aux" or verb.i < modal.i:
            continue
        start = first_of(words, who.i)
        joint = words[start - 1]
        first = words[who.head]
        above = words[first.head]
        joined = joint.dep == "cc" and first.dep == "dobj" and above.pos == "VERB" and above.i < first.i
        told = takes_modal(words, above.i)
        if joined and told and not has_own(words, verb.i) and verb.dep in ("ccomp", "conj", "advcl", "dep"):
            hang(words, who.i, verb.i, "nsubj")
            join_to(words, verb.i, above.i, joint)
    return words


@where("date", "have", "VBN")
def mend_to_date(words: Words) -> Words:
    """What somebody has "to date" done is done, no duty: "has to date trained 500 judges"."""
    for date in words[2:-1]:
        have, verb = words[date.i - 2], words[date.i + 1]
        between = have.lemma == "have" and words[date.i - 1].text == "to" and date.text == "date"
        if not between or verb.tag != "VBN" or have.dep == "aux":
            continue
        thing = words[verb.head] if verb.dep == "amod" else None
        root = have.head == have.i
        words[verb.i] = replace(verb, pos="VERB", dep=have.dep, head=verb.i if root else have.head)
        hand_over(words, have.i, verb.i)
        words[have.i] = replace(have, pos="AUX", dep="aux", head=verb.i)
        if thing is not None:
            hang(words, thing.i, verb.i, "dobj")
    return words


@where("without", UNHINDERED)
def mend_objects_behind_manners(words: Words) -> Words:
    """What is done "without delay" stands behind it: "to examine without further delay the situation"."""
    for manner in words[2:-1]:
        without = next((w for w in words[max(manner.i - 2, 0) : manner.i] if w.lemma == "without"), None)
        if manner.lemma not in UNHINDERED or without is None or without.dep != "prep":
            continue
        verb, above = words[without.head], words[manner.head]
        if verb.pos != "VERB" or verb.i > without.i or has_object(words, verb.i):
            continue
        taken = above if manner.dep in ("amod", "compound") and above.dep == "pobj" else None
        behind = child_of(words, manner.i, "dobj", "appos", start=manner.i + 1)
        thing = taken if taken is not None else behind
        if taken is not None or manner.dep == "pcomp":
            words[manner.i] = replace(manner, pos="NOUN", tag="NN", dep="pobj", head=without.i)
        if thing is not None and first_of(words, thing.i) == manner.i + 1:
            hang(words, thing.i, verb.i, "dobj")
    return words


@where("prep", "pobj", sorted({phrase.split()[1] for phrase in cues()["verbs.fixed"]}))
def mend_behind_fixed_phrases(words: Words) -> Words:
    """What stands behind a phrase that is one verb with its verb goes with it: "entered into force for Kenya"."""
    for prep in words[3:-1]:
        noun = words[prep.head]
        led = words[noun.head]
        fixed = noun.dep == "pobj" and f"{led.lemma} {noun.lemma}" in cues()["verbs.fixed"] and led.i == noun.i - 1
        if (
            prep.dep == "prep"
            and prep.text != "of"
            and fixed
            and prep.i == noun.i + 1
            and words[led.head].pos == "VERB"
        ):
            hang(words, prep.i, led.head, "prep")
    return words
