"""Mends in a parse: of which of two nouns a clause or an apposition tells, and whose doer stands behind "by"."""

from dataclasses import replace

from graph.extract.cues import cues
from graph.extract.parse import Word
from graph.extract.trees import NOUNS, Words, child_of, hand_over, hang, has_object, has_own, where
from graph.extract.words import words as closed
from graph.model import EntityType

SMALL = ("a", "an", "the")
NO_PEOPLE = (EntityType.COUNTRY, EntityType.REGION, EntityType.PLACE, EntityType.ORGANIZATION)


def is_bearer(word: Word) -> bool:
    """Whether a noun says what a person is: "mayor", "President", "lawyer"."""
    text = word.text.lower()
    return word.pos in NOUNS and (text in closed().callings or word.text.capitalize() in closed().offices)


def bearer_above(words: Words, noun: Word) -> Word | None:
    """The person of whose place or body a noun is the name: "the mayor of Lima"; or None."""
    of = words[noun.head]
    holder = words[of.head]
    owned = noun.dep == "pobj" and of.text == "of" and holder.i < of.i and is_bearer(holder)
    return holder if owned else None


@where("appos", "of")
def mend_bearers_told(words: Words) -> Words:
    """What a person is tells of a person, not of a place: "the mayor of Lima, a former teacher"."""
    for told in words:
        noun = words[told.head]
        holder = bearer_above(words, noun) if told.dep == "appos" and is_bearer(told) else None
        place = noun.label in ("GPE", "LOC", "ORG", "FAC") or (noun.name is not None and noun.name.type in NO_PEOPLE)
        article = any(w.head == told.i and w.text.lower() in SMALL for w in words)
        if holder is not None and article and (place or noun.pos == "NOUN"):
            hang(words, told.i, holder.i, "appos")
    return words


@where("agent", "acl", "relcl", "that")
def mend_made_things(words: Words) -> Words:
    """A "that" behind who made a thing is the thing, which has the article "a": "a hormone made by X that acts"."""
    for clause in words:
        doer = words[clause.head]
        by = words[doer.head]
        made = words[by.head]
        thing = words[made.head]
        that = any(w.head == clause.i and w.text == "that" and w.tag == "WDT" for w in words[: clause.i])
        one = any(w.head == thing.i and w.text.lower() in ("a", "an") for w in words)
        definite = any(w.head == doer.i and w.text.lower() == "the" for w in words)
        chain = clause.dep == "relcl" and doer.dep == "pobj" and by.dep == "agent" and made.dep == "acl"
        if chain and that and one and definite and thing.i < made.i and doer.tag == "NN" and thing.tag == "NN":
            hang(words, clause.i, thing.i, "relcl")
    return words


@where("by", "prep", "of")
def mend_doers_behind_nouns(words: Words) -> Words:
    """Who does what a noun names stands behind it, where the verb is active: "applies to the sale of wine by monks"."""
    for by in words[3:]:
        verb = words[by.head]
        doer = child_of(words, by.i, "pobj", start=by.i + 1)
        if by.text != "by" or by.dep not in ("prep", "agent") or verb.pos != "VERB" or doer is None or doer.tag == "CD":
            continue
        if verb.tag == "VBN" or has_object(words, verb.i) or doer.label in ("DATE", "TIME", "PERCENT", "QUANTITY"):
            continue
        thing = words[by.i - 1]
        of = words[thing.head]
        deed = words[of.head]
        near = thing.dep == "pobj" and of.text == "of" and verb.i < deed.i < of.i
        named = deed.lemma in cues().nominals or deed.text.endswith(("ing", "tion", "sion", "ment", "sale", "use"))
        if near and deed.pos == "NOUN" and named:
            hang(words, by.i, deed.i, "prep")
    return words


@where("appos", "conj", "and")
def mend_offices_joined(words: Words) -> Words:
    """An office is joined to an office, not to a name: "the Minister of Trade, X, and the Minister of Finance, Y"."""
    for office in words[3:]:
        person = words[office.head]
        first = words[person.head]
        bearers = is_bearer(office) and is_bearer(first) and office.text[:1].isupper()
        named = any(w.head == office.i and w.dep == "appos" and w.pos == "PROPN" for w in words[office.i + 1 :])
        if office.dep == "conj" and person.dep == "appos" and person.pos == "PROPN" and bearers and named:
            hang(words, office.i, first.i, "conj")
            hand_over(words, person.i, first.i, start=person.i, end=office.i, dep="cc")
    return words


@where("including", "prep", "nsubj")
def mend_subjects_including(words: Words) -> Words:
    """Whom several include is told at the end: "Several countries signed the treaty, including Peru and Chile"."""
    for including in words[4:]:
        thing = words[including.head]
        verb = words[thing.head] if thing.dep == "dobj" else thing
        if including.text != "including" or words[including.i - 1].text != "," or verb.pos != "VERB":
            continue
        several = child_of(words, verb.i, "nsubj", "nsubjpass", end=verb.i)
        member = child_of(words, including.i, "pobj", start=including.i + 1)
        one = thing is verb or thing.tag in ("NN", "NNP")
        if several is None or member is None or several.tag != "NNS" or member.pos != "PROPN" or not one:
            continue
        acting = member.name is None or member.name.type is not EntityType.AGREEMENT
        if acting and several.lemma in cues()["nouns.groups"]:
            hang(words, including.i, several.i, "prep")
    return words


@where(("WP", "WDT"), "advcl", ",")
def mend_with_whom(words: Words) -> Words:
    """A clause that "with whom" or "to which" leads is of the noun before the comma: "works with X, with whom it V"."""
    for prep in words[2:-2]:
        who, clause, noun = words[prep.i + 1], words[prep.head], words[prep.i - 2]
        led = who.tag in ("WP", "WDT") and who.head == prep.i and who.dep == "pobj" and prep.dep == "prep"
        if led and clause.dep == "advcl" and words[prep.i - 1].text == "," and noun.pos in ("NOUN", "PROPN"):
            hang(words, clause.i, noun.i, "relcl")
    return words


@where("relcl", ("and", "or"), ("VB", "VBP"))
def mend_plural_conjuncts(words: Words) -> Words:
    """A form without "-s" is not of who does the main verb with it: "She helps farmers who grow wheat, keep bees"."""
    for verb in words:
        first = words[verb.head]
        third = verb.dep == "conj" and verb.tag in ("VB", "VBP") and first.tag == "VBZ"
        if not third or child_of(words, verb.i, "aux", "nsubj", "auxpass") is not None:
            continue
        nearer = [w for w in words[first.i + 1 : verb.i] if w.dep == "relcl" and w.tag in ("VBP", "VB")]
        if nearer:
            hang(words, verb.i, nearer[-1].i, "conj")
            if verb.tag == "VB":
                words[verb.i] = replace(words[verb.i], tag="VBP")
    return words


@where("relcl", "conj", ("who", "which", "that"))
def mend_second_relatives(words: Words) -> Words:
    """A second "who" is of the same noun: "the man who found the boy and who called the police"."""
    for clause in words:
        first = words[clause.head]
        own = any(w.head == clause.i and w.dep == "nsubj" and w.tag in ("WP", "WDT") for w in words[first.i : clause.i])
        if clause.dep == "conj" and first.dep == "relcl" and own and first.head < first.i:
            hang(words, clause.i, first.head, "relcl")
    return words


@where("relcl", "conj", "VBD", ("auxpass", "nsubjpass"))
def mend_pasts_behind_relatives(words: Words) -> Words:
    """What is listed behind a "who" is that one's: "It was led by a man who fired workers, sold the mill and left"."""
    for verb in words:
        root = words[verb.head]
        passive = any(w.head == root.i and w.dep == "auxpass" for w in words)
        if verb.dep != "conj" or verb.tag != "VBD" or root.tag != "VBN" or not passive or has_own(words, verb.i):
            continue
        before = [w for w in words[root.i : verb.i] if w.dep == "relcl" and w.tag == "VBD"]
        if before and words[verb.i - 1].text == ",":
            hang(words, verb.i, before[-1].i, "conj")
    return words
