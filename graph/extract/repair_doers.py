"""Mends in a parse: who did the deed that a noun names, whose the thing behind a noun is, who is in office."""

from dataclasses import replace

from graph.extract.cues import cues
from graph.extract.trees import NOUNS, Words, child_of, first_of, hand_over, hang, has_own, is_named, takes_to, where
from graph.extract.words import are_people
from graph.extract.words import words as lists


@where("by", "dobj", "NOUN")
def mend_doers_behind_deeds(words: Words) -> Words:
    """Behind whom a deed was done to, and where, stands its doer: an active verb has none behind "by".

    "Condemned the killing of three judges by fighters of X", "the attacks on ships in the gulf by the militia".
    """
    for by in words[5:-1]:
        verb = words[by.head]
        deed = child_of(words, verb.i, "dobj", start=verb.i, end=by.i) if verb.pos == "VERB" else None
        if by.lemma != "by" or deed is None or deed.lemma not in cues().nominals or not has_own(words, deed.i, "det"):
            continue
        reached = child_of(words, deed.i, "prep", start=deed.i, end=by.i)
        patient = child_of(words, reached.i, "pobj", start=reached.i, end=by.i) if reached is not None else None
        doer = child_of(words, by.i, "pobj", start=by.i)
        if reached is None or reached.i != deed.i + 1 or patient is None or doer is None:
            continue
        acts = (is_named(doer) or are_people(doer.lemma)) and doer.label not in ("DATE", "TIME")
        acts = acts and child_of(words, verb.i, "nsubjpass", end=verb.i) is None  # "was awarded the X of Y by Z"
        if (reached.text == "of" and patient.i == by.i - 1) or acts:
            hang(words, by.i, deed.i, "prep")
    return words


@where("of", "prep", "pobj")
def mend_of_behind_nouns(words: Words) -> Words:
    """A second "of" tells of the noun right before it: "the abduction of nine nurses by members of the M23"."""
    for of in words[5:-1]:
        deed, noun = words[of.head], words[of.i - 1]
        near = of.text == "of" and of.dep == "prep" and noun.dep == "pobj" and noun.pos == "NOUN" and noun.i != deed.i
        told = near and any(w.head == deed.i and w.text == "of" for w in words[deed.i : noun.head])
        if told and deed.lemma in cues().nominals and words[noun.head].text == "by":
            hang(words, of.i, noun.i, "prep")
    return words


@where("conj", "of", ("and", "&"), "the")
def mend_second_bearers(words: Words) -> Words:
    """An office with an article behind "and" is another's: "the Governor of X and the Director of Y opened Z"."""
    for second in words[5:]:
        body = words[second.head]
        of = words[body.head]
        first = words[of.head]
        if second.dep != "conj" or body.dep != "pobj":
            continue
        article = child_of(words, second.i, "det", end=second.i)
        offices = second.text in lists().offices and first.text in lists().offices and of.text == "of"
        if offices and article is not None and is_named(body):
            hand_over(words, body.i, first.i, start=body.i, end=second.i, dep="cc")
            hang(words, second.i, first.i, "conj")
    return words


@where("appos", "conj", "other", ",")
def mend_listed_names(words: Words) -> Words:
    """A name between commas before "and other donors" is in a list: "appealed to Members, the UN and other donors"."""
    for name in words[3:-2]:
        first = words[name.head]
        last = child_of(words, name.i, "conj", start=name.i)
        others = last is not None and any(w.head == last.i and w.lemma == "other" for w in words[name.i : last.i])
        if (
            name.dep == "appos"
            and others
            and is_named(name)
            and first.i < name.i
            and first.tag in ("NNS", "NNPS", "NNP")
        ):
            hang(words, name.i, first.i, "conj")
    return words


TASKING = ("entrust", "charge", "task")


@where(TASKING, "with", "pcomp")
def mend_tasks(words: Words) -> Words:
    """With what somebody is entrusted is no part of who that is: "entrusted the service with guarding the border"."""
    for with_ in words[3:-1]:
        gerund = child_of(words, with_.i, "pcomp", start=with_.i)
        noun = words[with_.head]
        while noun.dep in ("pobj", "prep"):
            noun = words[noun.head]
        verb = words[noun.head]
        if with_.text == "with" and gerund is not None and noun.dep == "dobj" and verb.lemma in TASKING:
            hang(words, with_.i, verb.i, "prep")
    return words


@where(("aux", "auxpass"), "conj", "VBN", "TO")
def mend_second_perfects(words: Words) -> Words:
    """A perfect goes on with a perfect: "has agreed to sign X and has invited Y" has invited Y."""
    for verb in words[5:]:
        deed = words[verb.head]
        first = words[deed.head]
        if verb.dep != "conj" or verb.tag != "VBN":
            continue
        own = child_of(words, verb.i, "aux", end=verb.i)
        perfect = own is not None and own.lemma == "have"
        above = any(w.head == first.i and w.dep == "aux" and w.lemma == "have" for w in words[: first.i])
        if perfect and above and deed.dep in ("xcomp", "advcl") and takes_to(words, deed.i) and first.pos == "VERB":
            hand_over(words, deed.i, first.i, start=deed.i, end=verb.i, dep="cc")
            hang(words, verb.i, first.i, "conj")
    return words


@where("that", "VBZ", "ccomp", "MD")
def mend_nouns_before_modals(words: Words) -> Words:
    """A clause has one finite verb: "proposed to X that talks on Y should resume" proposes talks."""
    for noun in words[3:-3]:
        that = words[noun.i - 1]
        verb = child_of(words, noun.head, "ccomp", start=noun.i + 1)
        plural = noun.tag == "VBZ" and noun.dep == "ccomp" and noun.text.endswith("s") and that.text == "that"
        if not plural or verb is None or has_own(words, verb.i) or that.head != noun.i:
            continue
        if not any(w.head == verb.i and w.tag == "MD" for w in words[noun.i : verb.i]):
            continue
        words[that.i] = replace(that, pos="SCONJ", tag="IN", head=verb.i, dep="mark")
        words[noun.i] = replace(noun, pos="NOUN", tag="NNS", head=verb.i, dep="nsubj")
    return words


@where("allow", ("me", "us"), "TO", ("ccomp", "xcomp"))
def mend_allowing_oneself(words: Words) -> Words:
    """Who says "allow me to congratulate X" congratulates, as who says "let me"; and what follows "and to" as well."""
    if words[0].text != "Allow" or len(words) < len("Allow me to do it") or words[1].text not in ("me", "us"):
        return words
    deed = next((w for w in words[2:] if w.head == 0 and w.dep in ("ccomp", "xcomp") and takes_to(words, w.i)), None)
    if deed is None:
        return words
    words[0] = replace(words[0], lemma="let")
    for second in words[deed.i + 1 :]:
        if second.head == 0 and second.dep == "conj" and takes_to(words, second.i):
            hang(words, second.i, deed.i, "conj")
    return words


PERSONAL = frozenset({"critic", "ally", "friend", "member", "supporter", "opponent", "founder", "veteran", "native"})


@where("appos", ("from", "in"), ",")
def mend_told_persons(words: Words) -> Words:
    """No town is a critic: "the senator from Ohio, a longtime critic of the treaty" is."""
    for told in words[5:]:
        place = words[told.head]
        prep = words[place.head]
        person = words[prep.head]
        personal = told.lemma in PERSONAL or told.lemma in lists().callings
        placed = place.dep == "pobj" and prep.text in ("from", "in", "of") and place.label in ("GPE", "LOC", "FAC")
        if told.dep == "appos" and personal and placed and person.pos in NOUNS and person.lemma in lists().callings:
            hang(words, told.i, person.i, "appos")
    return words


@where(("which", "whom"), "of", "relcl", ",")
def mend_parts_of_which(words: Words) -> Words:
    """Behind "of which" stands the verb of a part: "set up a council, the first meeting of which will be held in X"."""
    for which in words[4:-1]:
        of, verb = words[which.i - 1], words[which.head]
        part = words[of.head]
        told = which.text in ("which", "whom") and of.text == "of" and verb.dep == "relcl" and verb.head == part.i
        comma = first_of(words, part.i) - 1
        if not told or which.dep not in ("nsubj", "nsubjpass") or words[comma].text != "," or comma < 1:
            continue
        whole = words[comma - 1]
        if whole.pos not in NOUNS:
            continue
        hang(words, which.i, of.i, "pobj")
        hang(words, part.i, verb.i, which.dep)
        hang(words, verb.i, whole.i, "relcl")
    return words


@where("dep", "by", "and")
def mend_last_doers(words: Words) -> Words:
    """Who stands behind "and" is another doer, and a second "by" tells when: "is drafted by X and Y by June"."""
    for last in words[4:]:
        joint = words[last.i - 1]
        first = words[joint.head]
        by = words[first.head]
        doers = joint.text == "and" and first.dep in ("pobj", "conj") and by.text == "by"
        if last.dep != "dep" or not doers or last.pos not in NOUNS or last.head != by.head:
            continue
        when = child_of(words, last.i, "prep", start=last.i)
        time = child_of(words, when.i, "pobj") if when is not None else None
        if when is None or time is None or not (time.label == "DATE" or time.tag == "CD"):
            continue  # "X is led by A and Y by B"
        hang(words, last.i, first.i, "conj")
        hang(words, when.i, by.head, "prep")
    return words


OF_DEEDS = ("over", "for", "after", "since", "during", "amid", "with", "under", "against", "to", "on", "before")


@where("agent", "appos", "prep")
def mend_phrases_behind_named_doers(words: Words) -> Words:
    """What stands behind a doer's name is of the deed: "sued by the British firm Icelink over the cable"."""
    for prep in words[4:]:
        name = words[prep.head]
        doer = words[name.head]
        by = words[doer.head]
        named = name.dep == "appos" and name.pos == "PROPN" and name.i == doer.i + 1 and prep.i == name.i + 1
        if prep.dep == "prep" and named and by.dep == "agent" and prep.text in OF_DEEDS:
            hang(words, prep.i, by.head, "prep")
    return words
