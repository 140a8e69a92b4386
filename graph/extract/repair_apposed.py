"""Mends in a parse: names beside what they are, and whose the thing is that stands behind a possessive."""

from dataclasses import replace

from graph.extract.cues import cues
from graph.extract.parse import Word
from graph.extract.repair_bearers import is_office
from graph.extract.trees import Words, child_of, first_of, hand_over, hang, has_own, is_person, where
from graph.extract.words import words as lists


@where(("conj", "appos"), "NNS", "and")
def mend_listed_bearers(words: Words) -> Words:
    """Persons behind their offices in the plural are those: "asked their ministers, A and B, to meet".

    Also right behind these: "signed by then-trade ministers A B and C D".
    """
    for first in words[2:]:
        office = words[first.head]
        held = office.tag == "NNS" and office.name is None and office.lemma in lists().callings
        if first.dep not in ("conj", "appos") or not held:
            continue
        second = child_of(words, first.i, "conj", start=first.i)
        if second is None:
            continue
        close = first_of(words, first.i) == office.i + 1
        if close and all(is_person(w) or is_full_name(words, w) for w in (first, second)):
            bear(words, first, office)
            continue
        if first.i < len(("their", "ministers", ",", "A")) or not (is_person(first) and is_person(second)):
            continue
        before, behind = words[first_of(words, first.i) - 1], words[min(second.i + 1, len(words) - 1)]
        inner = any(w.dep == "cc" for w in words[office.i : first.i]) or office.dep == "pobj"
        counted = child_of(words, office.i, "nummod") is not None  # "two lawyers, A and B"
        if (
            before.text == ","
            and before.i == office.i + 1
            and behind.text in (",", ".", ";")
            and not (inner or counted)
        ):
            bear(words, first, office)
    return words


def bear(words: Words, first: Word, office: Word) -> None:
    """Put the first of several persons in the place of the office that they bear."""
    up, dep = (first.i, "ROOT") if office.head == office.i else (office.head, office.dep)
    hang(words, first.i, up, dep)
    hang(words, office.i, first.i, "appos")


def is_full_name(words: Words, word: Word) -> bool:
    """Whether a word ends a name of several words of which nobody tells what it is."""
    before = words[word.i - 1]
    return word.pos == before.pos == "PROPN" and before.head == word.i and word.name is None and word.label != "ORG"


@where("and", ("nmod", "compound"), "PROPN")
def mend_persons_beside_callings(words: Words) -> Words:
    """A person with a title is no part of the next one's office: "met President A and bank governor B"."""
    for first in words[:-3]:
        noun = words[first.head]
        bearer = words[noun.head] if noun.dep in ("compound", "nmod") else noun
        titled = is_person(first) and first.dep in ("nmod", "compound") and first.name is not None and first.name.title
        if not titled or words[first.i + 1].text != "and" or not is_person(bearer) or bearer.i < noun.i:
            continue
        calling = words[bearer.i - 1]
        if calling.pos != "NOUN" or calling.lemma not in lists().callings:
            continue
        hang(words, first.i, bearer.head if bearer.head != bearer.i else first.i, bearer.dep)
        hang(words, bearer.i, first.i, "conj")
        for word in words[first.i + 1 : bearer.i]:
            if word.head == first.i and word.dep == "conj":
                hang(words, word.i, calling.i if word.i != calling.i else bearer.i, "compound")
        hang(words, calling.i, bearer.i, "compound")
    return words


@where("nsubj", "'s", ("case", "POS"))
def mend_owners_as_subjects(words: Words) -> Words:
    """A name with "'s" owns the noun that ends before the verb: "Peru's five-year, $6 million Compact ended"."""
    for owner in words[:-4]:
        verb = words[owner.head]
        if owner.dep not in ("nsubj", "nsubjpass") or words[owner.i + 1].tag != "POS" or verb.i < owner.i + 3:
            continue
        thing = child_of(words, verb.i, "nsubj", "nsubjpass", start=owner.i + 2, end=verb.i)
        if thing is None or thing.pos not in ("NOUN", "PROPN"):
            continue
        hang(words, owner.i, thing.i, "poss")
        for word in words[owner.i + 2 : thing.i]:
            if word.head == verb.i:
                hang(words, word.i, thing.i, "amod" if word.pos in ("NOUN", "ADJ", "NUM") else "punct")
    return words


TELLING = ("VBD", "VBZ")


@where(("ccomp", "conj"), ("its", "his", "her", "their"), ",", TELLING)
def mend_tellers_behind(words: Words) -> Words:
    """Who is set off with an office before the last verb says it: "it will buy X, its chairman, A B, told Reuters"."""
    for said in words[6:]:
        told = said.lemma in cues()["speech.verbs"] and said.tag in TELLING
        clause = child_of(words, said.i, "ccomp", end=said.i) if said.head == said.i else words[said.head]
        joined = said.dep == "conj" and child_of(words, said.head, "cc", start=said.head, end=said.i) is None
        if not told or has_own(words, said.i) or clause is None or not (said.head == said.i or joined):
            continue
        owner = next((w for w in reversed(words[: said.i]) if w.tag == "PRP$"), None)
        office = words[owner.head] if owner is not None else None
        if owner is None or office is None or words[owner.i - 1].text != "," or office.i > said.i:
            continue
        plain = not any(w.pos in ("VERB", "ADP", "AUX") for w in words[owner.i : said.i])
        if plain and office.dep in ("appos", "conj") and is_office(office):
            hang(words, office.i, said.i, "nsubj")
            if joined and clause.head == clause.i:
                hang(words, said.i, said.i, "ROOT")
                hang(words, clause.i, said.i, "ccomp")
    return words


@where("appos", ("a", "an", "one"), "PROPN")
def mend_persons_of_a_land(words: Words) -> Words:
    """Who is "a Kenyan", or "one", is the person behind the comma: "A Kenyan, General A B, commanded the force"."""
    for person in words[3:]:
        people = words[person.head]
        article = child_of(words, people.i, "det", end=people.i)
        adjective = people.name is not None and people.name.found_by == "demonym"
        one = people.text.lower() == "one" and people.tag == "CD"
        if person.dep != "appos" or not (is_person(person) or person.label == "PERSON"):
            continue
        told = one or (adjective and article is not None and article.text.lower() in ("a", "an"))
        if told and words[people.i + 1].text == ",":
            hang(words, person.i, people.head if people.head != people.i else person.i, people.dep)
            hand_over(words, people.i, person.i, start=person.i)
            hang(words, people.i, person.i, "dep" if one else "amod")
            if article is not None:
                hang(words, article.i, person.i, "dep")
    return words


@where("appos", "of", "one", "NNS")
def mend_ones_of_several(words: Words) -> Words:
    """One of several behind whom a person's name is set off is that person: "One of our sons, A B, was abducted"."""
    for person in words[4:]:
        several = words[person.head]
        of = words[several.head]
        one = words[of.head]
        told = person.dep == "appos" and several.dep == "pobj" and several.tag == "NNS" and one.text.lower() == "one"
        named = several.i < person.i and (is_person(person) or person.label == "PERSON")
        if told and named and of.text == "of" and one.dep.startswith("nsubj") and words[several.i + 1].text == ",":
            hang(words, person.i, one.head, one.dep)
            hang(words, one.i, person.i, "dep")
            for comma in words[person.i : person.i + 2]:
                if comma.text == "," and comma.head == one.i:
                    hang(words, comma.i, person.i, "punct")
    return words


HELD = cues()["nouns.committing"] | {"decision", "refusal", "failure", "ability", "mandate", "initiative"}


@where("acl", "of", "TO")
def mend_deeds_decided(words: Words) -> Words:
    """What somebody is to do hangs on the decision, not on who took it: "the decision of the Authority to act"."""
    for deed in words[5:]:
        body = words[deed.head]
        of = words[body.head]
        noun = words[of.head]
        chosen = body.dep == "pobj" and of.text == "of" and noun.lemma in HELD and noun.i == of.i - 1
        to = child_of(words, deed.i, "aux", end=deed.i)
        if deed.dep == "acl" and deed.tag == "VB" and to is not None and to.tag == "TO" and chosen and body.i < to.i:
            hang(words, deed.i, noun.i, "acl")
    return words


@where("amod", "to", "pobj", "VB")
def mend_verbs_before_objects(words: Words) -> Words:
    """Behind "to" a base form before a bare noun is what is to be done: "calls on states to double climate finance"."""
    for deed in words[3:-1]:
        noun = words[deed.head]
        to = words[deed.i - 1]
        led = deed.dep == "amod" and deed.tag == "VB" and noun.dep == "pobj" and noun.head == to.i
        if not led or to.text != "to" or to.dep != "prep" or words[to.head].pos != "VERB":
            continue
        hang(words, deed.i, to.head, "xcomp")
        hang(words, noun.i, deed.i, "dobj")
        words[to.i] = replace(to, pos="PART", tag="TO", dep="aux", head=deed.i)
        hand_over(words, to.i, deed.i, start=noun.i)
        further = next((w for w in words[noun.i :] if w.dep == "xcomp" and w.head == to.head), None)
        if further is not None and child_of(words, deed.i, "cc", start=noun.i, end=further.i) is not None:
            hang(words, further.i, deed.i, "conj")  # "and to fund X"
    return words


@where("amod", "nsubj", ("VBN", "VBD"))
def mend_modifiers_with_subjects(words: Words) -> Words:
    """A form in "-ed" with a subject is the verb, no modifier of the name behind it: "X launched SEGAR II"."""
    for verb in words[1:-1]:
        name = words[verb.head]
        modifies = verb.dep == "amod" and verb.tag in ("VBN", "VBD") and name.i == verb.i + 1 and name.head == name.i
        if not modifies or name.pos != "PROPN" or child_of(words, verb.i, "nsubj", end=verb.i) is None:
            continue
        words[verb.i] = replace(verb, tag="VBD", pos="VERB", head=verb.i, dep="ROOT")
        hang(words, name.i, verb.i, "dobj")
        for word in words:
            if word.head == name.i and word.i > name.i and word.dep in ("punct", "prep", "npadvmod"):
                hang(words, word.i, name.i if word.dep == "prep" and word.text == "of" else verb.i, word.dep)
    return words


@where("NNP", "nummod")
def mend_counted_offices(words: Words) -> Words:
    """Offices behind a number are several: "the two Prime Ministers witnessed it"."""
    for office in words[1:]:
        counted = office.tag == "NNP" and office.name is None and office.text.endswith("s")
        if counted and office.text.removesuffix("s") in lists().titles and has_own(words, office.i, "nummod"):
            words[office.i] = replace(office, tag="NNPS")
    return words


@where("acl", "TO", "poss")
def mend_initiatives_supported(words: Words) -> Words:
    """What an initiative is to do is no deed of who supports it: "support for X's initiative to hold talks"."""
    for deed in words[5:]:
        to = child_of(words, deed.i, "aux", end=deed.i)
        if deed.dep != "acl" or deed.tag != "VB" or to is None or to.tag != "TO":
            continue
        aim = words[to.i - 1]
        prep = words[aim.head]
        led = aim.dep == "pobj" and prep.text in ("for", "of") and prep.head == deed.head
        if led and aim.lemma in HELD and child_of(words, aim.i, "poss", end=aim.i) is not None:
            hang(words, deed.i, aim.i, "acl")
    return words


@where(("accuse", "blame", "condemn", "criticize", "criticise"), "advcl", "of", ",")
def mend_harm_accused(words: Words) -> Words:
    """What came of what somebody is accused of is not the accuser's: "accused X of shelling Y, killing nine"."""
    for harm in words[6:]:
        accuse = words[harm.head]
        charged = accuse.lemma in ("accuse", "blame", "condemn", "criticize", "criticise") and harm.dep == "advcl"
        if not charged or harm.tag != "VBG" or words[harm.i - 1].text != ",":
            continue
        of = next((w for w in words[accuse.i : harm.i] if w.dep == "prep" and w.text in ("of", "for")), None)
        done = child_of(words, of.i, "pcomp", "pobj", start=of.i, end=harm.i) if of is not None else None
        if done is not None:
            hang(words, harm.i, done.i, "advcl" if done.dep == "pcomp" else "acl")
            hang(words, harm.i - 1, done.i, "punct")
    return words


@where("you", "appos", "dobj")
def mend_named_addressees(words: Words) -> Words:
    """Who is spoken to by name is whom it is done to: "I congratulate you, Mr. Philip Yang of Cameroon, on this"."""
    for person in words[2:]:
        you = words[person.head]
        set_off = you.i < person.i and words[you.i + 1].text == ","
        if person.dep == "appos" and is_person(person) and you.text.lower() == "you" and you.dep == "dobj" and set_off:
            hang(words, person.i, you.head, "dobj")
            hang(words, you.i, person.i, "dep")
    return words
