"""Mends in a parse: which list a member belongs to, by what can stand beside what."""

from dataclasses import replace

from graph.extract.cues import cues
from graph.extract.parse import Word
from graph.extract.spacy_model import adjective_index
from graph.extract.trees import NOUNS, Words, child_of, hand_over, hang, has_own, join_to, where
from graph.extract.words import are_people
from graph.model import EntityType

PLACES = ("GPE", "LOC", "FAC")


@where(("and", "or"), ("conj", "appos"), "pobj")
def mend_members_behind_places(words: Words) -> Words:
    """A thing is joined to a thing, not to the town before it: "signed a treaty in Paris and a protocol"."""
    for member in (w for w in words[4:] if w.dep == "conj" or (w.dep == "appos" and is_deed_of(words, w))):
        place = words[member.head]
        prep = words[place.head]
        above = words[prep.head]
        thing = child_of(words, above.i, "dobj", start=above.i, end=prep.i) if above.pos == "VERB" else above
        asked = (
            thing is not None and thing.dep == "pobj" and is_deed_of(words, member)
        )  # "call for X in Y, the end of Z"
        if place.dep != "pobj" or thing is None or not (thing.dep == "dobj" or asked) or prep.text != "in":
            continue
        if is_place(place) and is_event_or_paper(thing) and is_event_or_paper(member) and thing.i < prep.i:
            hang(words, member.i, thing.i, "conj")
            hand_over(words, place.i, thing.i, start=place.i, end=member.i, dep="cc")
            hand_over(words, member.i, thing.i, start=member.i + 1, dep="conj")
    return words


def is_deed_of(words: Words, noun: Word) -> bool:
    """Whether a noun is for a deed with what it is done to behind it: "the release of the crew"."""
    of = any(w.head == noun.i and w.text == "of" for w in words[noun.i + 1 : noun.i + 2])
    return of and noun.pos == "NOUN" and noun.lemma in cues().nominals


@where("appos", ("and", "or"), "conj", ("a", "an"))
def mend_indefinite_rows(words: Words) -> Words:
    """A thing beside a thing, and one more with "and", are three: "a school, a loan to X, and a road"."""
    for second in (w for w in words[3:] if w.dep == "appos" and w.i > w.head):
        first = words[second.head]
        behind = (w for w in words[second.i + 1 :] if w.dep == "conj" and under(words, w.head, second.i))
        third = next((w for w in behind if is_a_thing(words, w)), None)
        if third is None or not (is_a_thing(words, first) and is_a_thing(words, second)):
            continue
        hang(words, second.i, first.i, "conj")
        if third.head != second.i:
            hand_over(words, third.head, second.i, start=third.head, end=third.i, dep="cc")
            hang(words, third.i, second.i, "conj")
    return words


def under(words: Words, i: int, noun: int) -> bool:
    """Whether word i is a noun, or the name that a preposition right behind it leads to: "a loan to X"."""
    prep = words[words[i].head]
    return i == noun or (words[i].dep == "pobj" and prep.i == noun + 1 and prep.head == noun)


def is_a_thing(words: Words, noun: Word) -> bool:
    """Whether a noun with "a" is no person and no group, which another noun may tell about."""
    article = child_of(words, noun.i, "det")
    one = noun.tag == "NN" and noun.name is None and article is not None and article.lemma in ("a", "an")
    return one and not are_people(noun.lemma)


def is_place(word: Word) -> bool:
    """Whether a word is the name of a town or a land."""
    named = word.name is not None and word.name.type in (EntityType.COUNTRY, EntityType.REGION, EntityType.PLACE)
    return word.pos == "PROPN" and (named or word.label in PLACES)


def is_event_or_paper(word: Word) -> bool:
    """Whether a word is a common noun of a thing, or the name of an event or of a document."""
    if word.name is not None:
        return word.name.type in (EntityType.EVENT, EntityType.AGREEMENT)
    return word.pos == "NOUN" and not word.label


@where("agent", "conj", "cc", "auxpass")
def mend_joined_agents(words: Words) -> Words:
    """A name behind who does a thing does it too: "was joined by the president, X, and the minister, Y"."""
    for member in words[4:]:
        verb = words[member.head]
        by = child_of(words, verb.i, "agent", start=verb.i, end=member.i)
        doer = child_of(words, by.i, "pobj", start=by.i, end=member.i) if by is not None else None
        bare = member.dep == "conj" and member.pos in ("NOUN", "PROPN") and verb.pos == "VERB" and member.i > verb.i
        if bare and doer is not None and not any(w.head == member.i and w.dep.startswith("nsubj") for w in words):
            hang(words, member.i, doer.i, "conj")
            hand_over(words, verb.i, doer.i, start=doer.i, end=member.i, dep="cc")
    return words


@where("we", "conj", ",")
def mend_named_speakers(words: Words) -> Words:
    """Who "we" are stands behind it between commas: "We, the ministers of X and the governors of Y, met"."""
    first = next((w for w in words[:2] if w.text == "We" and w.dep == "nsubj"), None)
    if first is None or words[first.i + 1].text != ",":
        return words
    member = child_of(words, first.i, "conj", start=first.i)
    joined = member is not None and any(w.dep == "cc" for w in words[first.i : member.i])
    if member is not None and not joined and any(w.head == member.i and w.dep == "det" for w in words):
        hang(words, member.i, first.i, "appos")
    return words


REPORTING = ("report", "explain", "describe")


@where(REPORTING, ("on", "about", "dobj"), "to", "pobj")
def mend_reported_to(words: Words) -> Words:
    """To whom one reports is told of the reporting: "report on the implementation of the plan to the Board"."""
    for to in words[4:]:
        if to.text != "to" or to.dep != "prep" or (hearer := child_of(words, to.i, "pobj", start=to.i)) is None:
            continue
        topic = words[to.head]
        top = topic
        while top.dep == "pobj" and words[top.head].dep == "prep" and words[words[top.head].head].pos == "NOUN":
            top = words[words[top.head].head]
        on = words[top.head]
        verb = words[on.head]
        body = hearer.name is not None and hearer.name.type in (
            EntityType.ORGANIZATION,
            EntityType.COUNTRY,
            EntityType.ROLE,
        )
        if top.dep == "pobj" and on.text in ("on", "about") and verb.lemma in REPORTING and verb.pos == "VERB" and body:
            hang(words, to.i, verb.i, "prep")
    return words


@where("NNP", "conj", "cc", ("pobj", "dobj", "nsubj"))
def mend_adjectives_in_capitals(words: Words) -> Words:
    """Adjectives in capitals share the noun behind the last: "Illegal, Unreported, and Unregulated Fishing"."""
    for noun in (w for w in words[4:] if w.dep == "conj"):
        last = words[noun.i - 1]
        first = words[noun.head]
        while first.dep == "conj":
            first = words[first.head]
        row = [w for w in words[first.i : last.i] if w.text != "," and w.dep != "cc"]
        listed = last.head == noun.i and first.i < last.i and bool(row)
        if not listed or noun.pos not in ("NOUN", "PROPN") or not all(is_adjective(w) for w in (*row, last)):
            continue
        hang(words, noun.i, first.head, first.dep)
        hand_over(words, first.i, noun.i, end=first.i)
        for adjective in row:
            words[adjective.i] = replace(adjective, pos="ADJ", tag="JJ", head=noun.i, dep="amod")
        for joint in words[first.i : last.i]:
            if joint.text == "," or joint.dep == "cc":
                hang(words, joint.i, noun.i, joint.dep)
    return words


def is_adjective(word: Word) -> bool:
    """Whether a word in capitals is an adjective and no name, by the lemmatizer's own index or as "un-" and "-ed"."""
    lower = word.text.lower()
    formed = lower.startswith("un") and lower.endswith("ed")
    return word.name is None and word.text.istitle() and (lower in adjective_index() or formed)


JOINT = ("shared", "joint", "mutual", "common", "respective")


@where("poss", "conj", "cc", (*JOINT, "cooperation", "relationship", "ties", "partnership", "relations"))
def mend_shared_owners(words: Words) -> Words:
    """What two share is of both: "discussed the United States and Mexico's shared commitment to X"."""
    for thing in words[4:]:
        first = words[thing.head]
        second = child_of(words, thing.i, "poss", start=first.i, end=thing.i)
        joint = words[second.i - 1] if second is not None else first
        shared = thing.lemma in cues()["nouns.between"] or any(
            w.head == thing.i and w.text in JOINT for w in words[first.i : thing.i]
        )
        listed = thing.dep == "conj" and first.dep in ("dobj", "pobj", "nsubj") and joint.dep == "cc"
        if second is None or not listed or not shared or first.pos != "PROPN" or second.pos != "PROPN":
            continue
        hang(words, thing.i, first.head, first.dep)
        hang(words, first.i, thing.i, "poss")
        join_to(words, second.i, first.i, joint)
    return words


@where("for", "conj", "cc", "dobj", "pobj")
def mend_second_reasons(words: Words) -> Words:
    """For what one is thanked second stands behind "and": "thanked X for his leadership and support for Y"."""
    for reason in words[5:]:
        whom = words[reason.head]
        verb = words[whom.head]
        praised = verb.lemma in cues()["verbs.praising"] and whom.dep == "dobj" and whom.pos == "PROPN"
        if reason.dep != "conj" or reason.pos != "NOUN" or not praised or words[reason.i - 1].dep != "cc":
            continue
        why = child_of(words, verb.i, "prep", start=whom.i, end=reason.i)
        first = child_of(words, why.i, "pobj", start=why.i, end=reason.i) if why is not None else None
        if why is not None and why.text == "for" and first is not None:
            join_to(words, reason.i, first.i, words[reason.i - 1])
    return words


SIZING = ("exceed", "total", "reach", "amount", "average", "surpass", "number")


@where("advcl", "VBG", ",", "CD")
def mend_sizes_behind_nouns(words: Words) -> Words:
    """How much there is of a thing is told of it, not of who speaks: "investments, exceeding four trillion"."""
    for sizing in words[3:]:
        noun = words[sizing.i - 2]
        behind = sizing.dep == "advcl" and sizing.tag == "VBG" and words[sizing.i - 1].text == ","
        told = sizing.lemma in SIZING and noun.tag == "NNS" and noun.dep in ("pobj", "dobj") and sizing.head < noun.i
        if behind and told:
            hang(words, sizing.i, noun.i, "acl")
    return words


@where(("VBN", "VBD"), "conj", "dobj", ("amod", "compound"), ",")
def mend_changed_members(words: Words) -> Words:
    """An "-ed" form behind a comma goes on with a list of such nouns: "through lower costs, improved roads, and aid".

    No deed: the verb before it is of another time, and the noun before it has an adjective in "-ed" itself.
    """
    for word in words[4:]:
        verb, thing = words[word.head], child_of(words, word.i, "dobj", start=word.i)
        if word.dep != "conj" or word.tag not in ("VBN", "VBD") or thing is None or has_own(words, word.i, "aux"):
            continue
        joined = words[word.i - 1].lemma in ("and", "or")
        comma = words[word.i - 1 - joined]
        if comma.text != "," or verb.tag in ("VBN", "VBD") or not word.text.endswith("ed"):
            continue
        member = changed_before(words, comma.i)
        if member is None or any(w.pos not in ("ADJ", *NOUNS) for w in words[word.i + 1 : thing.i]):
            continue
        hand_over(words, word.i, member.i, start=thing.i + 1)
        words[word.i] = replace(word, pos="ADJ", tag="JJ", head=thing.i, dep="amod")
        hang(words, thing.i, member.i, "conj")
        if joined:
            hang(words, word.i - 1, member.i, "cc")
    return words


def changed_before(words: Words, end: int) -> Word | None:
    """The noun in the phrase right before a word that has an adjective in "-ed": "enhanced exercises"; or None."""
    for noun in reversed(words[:end]):
        if noun.pos not in (*NOUNS, "ADP", "ADJ", "DET"):
            return None
        adjective = child_of(words, noun.i, "amod", end=noun.i)
        if noun.pos == "NOUN" and adjective is not None and adjective.text.endswith("ed"):
            return noun if noun.dep in ("pobj", "dobj", "conj") else None
    return None
