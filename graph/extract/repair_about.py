"""Mends in a parse: what a relative clause, an infinitive or an aside hidden among other words belongs to."""

from dataclasses import replace

from graph.extract.cues import cues
from graph.extract.spacy_model import verb_index
from graph.extract.trees import (
    NOUNS,
    Words,
    child_of,
    first_of,
    hang,
    has_object,
    has_own,
    is_named,
    takes_to,
    where,
)

MONTHS = frozenset(
    {"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november"}
    | {"december"}
)


@where("that", "acl", "nsubj", ("dobj", "pobj", "advcl"))
def mend_that_before_subjects(words: Words) -> Words:
    """A clause right behind "that" and a subject is a relative one: "builds on the pact that the two sides signed".

    The parser makes the pronoun an object of the verb before, and the subject a subject of the pronoun.
    """
    for that in words[3:-2]:
        noun = words[that.i - 1]
        subject = next((w for w in words[that.i + 1 :] if w.head == that.i and w.dep == "nsubj"), None)
        verb = child_of(words, subject.i, "acl", start=subject.i) if subject is not None else None
        torn = (
            that.text == "that" and that.dep in ("dobj", "pobj", "advcl") and that.head < noun.i and noun.pos in NOUNS
        )
        if not torn or subject is None or verb is None or verb.i != subject.i + 1 or not verb.text.endswith("ed"):
            continue
        if has_object(words, verb.i) or child_of(words, verb.i, "agent") is not None:
            continue
        words[verb.i] = replace(verb, tag="VBD", head=noun.i, dep="relcl")
        words[that.i] = replace(that, pos="PRON", tag="WDT", head=verb.i, dep="dobj")
        hang(words, subject.i, verb.i, "nsubj")
    return words


DEMANDING = ("demand", "urge", "insist", "request", "require", "recommend", "propose", "ask")


@where("VBD", "ccomp", "that", DEMANDING)
def mend_pasts_in_demands(words: Words) -> Words:
    """What is demanded is not past: "demands that the Front lay down its arms", "put an end to X"."""
    for verb in words[3:]:
        above = words[verb.head]
        same = verb.tag == "VBD" and verb.text in ("lay", "put", "cut", "let", "set", "shut", "quit", "read")
        that = same and verb.dep == "ccomp" and above.lemma in DEMANDING and above.tag != "VBD"
        if that and any(w.head == verb.i and w.dep == "mark" and w.text == "that" for w in words[above.i : verb.i]):
            words[verb.i] = replace(verb, tag="VBP", lemma=verb.text)
    return words


@where("that", ("ccomp", "dobj"), ("compound", "nmod"), (*DEMANDING, "suggest", "order"))
def mend_nouns_demanded(words: Words) -> Words:
    """Behind "demands that" and a name stands what it is to do: "demands that Peru release the crew"."""
    for deed in words[4:-1]:
        above, doer = words[deed.head], words[deed.i - 1]
        asks = above.lemma in (*DEMANDING, "suggest", "order") and above.pos == "VERB" and above.i < doer.i
        named = doer.head == deed.i and doer.dep in ("compound", "nmod") and doer.pos == "PROPN"
        if (
            deed.tag != "NN"
            or not (asks and named)
            or deed.dep not in ("ccomp", "dobj")
            or deed.text not in verb_index()[0]
        ):
            continue
        that = child_of(words, deed.i, "mark", "det", start=above.i, end=doer.i)
        if that is None or that.text != "that":
            continue
        words[that.i] = replace(that, pos="SCONJ", tag="IN", dep="mark")
        for word in words[that.i + 1 : doer.i]:
            if word.head == deed.i:
                hang(words, word.i, doer.i, word.dep)
        words[deed.i] = replace(deed, pos="VERB", tag="VB", lemma=deed.text, dep="ccomp")
        hang(words, doer.i, deed.i, "nsubj")
        thing = child_of(words, deed.i, "dobj", "appos", start=deed.i)
        if thing is not None:
            hang(words, thing.i, deed.i, "dobj")
        behind = words[deed.i + 1]
        if behind.tag == "RB" and behind.dep == "advmod":  # "release immediately all staff"
            hang(words, behind.i, deed.i, "advmod")
    return words


GIVEN = ("submit", "present", "provide", "report", "give", "send", "offer", "transmit", "propose", "supply")


@where(GIVEN, ",", ("conj", "dobj"), ("xcomp", "ccomp"), "to")
def mend_things_behind_asides(words: Words) -> Words:
    """Behind an aside stands what is to be given: "requests X to submit to it, no later than 1 May, options for Y"."""
    for thing in words[8:]:
        asks = words[thing.head]
        if thing.dep not in ("conj", "dobj") or thing.pos != "NOUN" or asks.pos == "NOUN":
            continue
        deed = child_of(words, asks.i, "xcomp", "ccomp", start=asks.i, end=thing.i)
        start = first_of(words, thing.i)
        if deed is None or deed.lemma not in GIVEN or has_object(words, deed.i) or not takes_to(words, deed.i):
            continue
        to = child_of(words, deed.i, "prep", "dative", start=deed.i, end=start)
        commas = [w.i for w in words[deed.i : start] if w.text == ","]
        joined = any(w.tag == "CC" for w in words[deed.i : start])
        if to is None or joined or len(commas) != 2 or commas[1] != start - 1:
            continue
        hang(words, thing.i, deed.i, "dobj")
        inner = child_of(words, thing.i, "prep", start=thing.i)
        topic = child_of(words, inner.i, "pobj", start=inner.i) if inner is not None else None
        for aside in words[thing.i :]:
            if aside.head == thing.i and aside.text == "to" and topic is not None and topic.i < aside.i:
                hang(words, aside.i, topic.i, "prep")  # "options for the handover of bases to X"
        for aside in words[commas[0] : start]:
            if aside.head == asks.i:
                hang(words, aside.i, deed.i, aside.dep)
    return words


@where("conj", ("JJ", "ADJ"), "dobj", "cc")
def mend_harm_behind_harm(words: Words) -> Words:
    """A form in "-ed" with an object behind "and" is a verb: "killed two of ours and flooded Port Louis"."""
    for second in words[3:-1]:
        first = words[second.head]
        joint = words[second.i - 1]
        like = second.dep == "conj" and second.tag == "JJ" and second.text.endswith("ed") and joint.tag == "CC"
        if like and first.tag == "VBD" and has_object(words, second.i) and not has_own(words, second.i):
            words[second.i] = replace(second, pos="VERB", tag="VBD", lemma=base_of_past(second.text))
            hang(words, joint.i, first.i, "cc")
    return words


def base_of_past(text: str) -> str:
    """The base of a regular past, as the known verbs have it: "flooded", "damaged"."""
    return text[:-1] if text[:-1] in cues()["verbs.tolling"] | cues()["verbs.befalling"] else text[:-2]


CALLING = ("call", "appeal")


@where(CALLING, ("upon", "on", "to"), "conj", "acl", "TO")
def mend_rows_called_on(words: Words) -> Words:
    """All who are called on are to act: "calls upon the Government and the Commission to hold elections"."""
    for deed in words[6:]:
        last = words[deed.head]
        asked = last
        while asked.dep == "conj" and asked.head < asked.i:
            asked = words[asked.head]
        prep = words[asked.head]
        call = words[prep.head]
        called = call.lemma in CALLING and call.pos == "VERB" and prep.text in ("upon", "on", "to")
        if deed.dep != "acl" or not takes_to(words, deed.i) or not called or asked.i == last.i:
            continue
        if asked.dep == "pobj" and prep.i == call.i + 1 and last.i == deed.i - 2:
            hang(words, deed.i, call.i, "xcomp")
    return words


@where("of", ("dobj", "nsubj", "nsubjpass"), "pobj", MONTHS)
def mend_of_behind_days(words: Words) -> Words:
    """A day has nothing "of" it: "welcomes the signing in Lima on 19 April of a pact" is the signing of a pact."""
    for of in words[5:-1]:
        day = words[of.head]
        on = words[day.head]
        behind = of.text == "of" and of.dep == "prep" and day.lemma in MONTHS and day.dep == "pobj" and on.text == "on"
        above = words[on.head]
        deed = child_of(words, above.i, "dobj", start=above.i, end=on.i) if above.pos == "VERB" else above
        if not behind or deed is None or deed.pos != "NOUN" or deed.lemma not in cues().nominals or deed.i > on.i:
            continue
        if not any(w.head == deed.i and w.text == "of" for w in words[deed.i : on.i]):
            hang(words, of.i, deed.i, "prep")
            hang(words, on.i, deed.i, "prep")
    return words


@where("with", "as", ",", ("dobj", "pobj"), "prep")
def mend_parts_given(words: Words) -> Words:
    """Behind a comma "with X as Y" gives X a part, and the verb nothing: "backs talks, with Geneva as a seat"."""
    for as_ in words[4:-1]:
        verb, one = words[as_.head], words[as_.i - 1]
        with_ = words[one.head]
        given = as_.text == "as" and as_.dep == "prep" and one.dep == "pobj" and with_.text == "with" and is_named(one)
        if given and with_.head == verb.i and words[with_.i - 1].text == "," and verb.pos == "VERB":
            hang(words, as_.i, one.i, "prep")
            hang(words, with_.i, verb.i, "dep")
    return words
