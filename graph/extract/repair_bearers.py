"""Mends in a parse: whose name stands behind an office and what that office is of."""

from graph.extract.parse import Word
from graph.extract.trees import (
    Words,
    child_of,
    first_name,
    first_of,
    hand_over,
    hang,
    has_own,
    is_named,
    is_person,
    join_to,
    where,
)
from graph.extract.words import words as lists
from graph.model import EntityType

LEADING = ("of", "to", "for", "in", "at")  # what leads from an office to what or where it is


@where("of", "conj", "prep", "PROPN")
def mend_lands_behind_second_bearers(words: Words) -> Words:
    """A land right behind the second of two is his: "President A and Foreign Minister B of Chad" leaves A's open."""
    for of in words[3:-1]:
        first, last = words[of.head], words[of.i - 1]
        titled = last.name is not None and last.name.title and is_person(last)
        if of.text == "of" and last.dep == "conj" and last.head == first.i and is_person(first) and titled:
            hang(words, of.i, last.i, "prep")
    return words


@where(("appos", "conj", "npadvmod"), ("of", "for", "in", "at"), "PROPN", ",")
def mend_bearers_behind_lands(words: Words) -> Words:
    """A name behind an office and its land, set off by a comma, is the bearer's: "the President of Ghana, John Mahama".

    Between two commas it is one even where it passes for another of a list. Behind "in" only a person is no place: "the
    envoy in Chad, Ann Lee".
    """
    for bearer in words[4:]:
        above = words[bearer.head]
        first = first_name(words, bearer.i)
        person = bearer.name is None or bearer.name.type is EntityType.PERSON
        if not is_named(bearer) or words[first - 1].text != "," or not person:
            continue
        land = words[first - 2]
        office = land
        led = LEADING if is_person(bearer) or bearer.label == "PERSON" else LEADING[:3]
        while office.dep == "pobj" and words[office.head].text in led and not is_held(words, office):
            office = words[words[office.head].head]  # "Minister for Trade of Ghana"
        held = is_held(words, office) and office.i < land.i and land.i > office.i + 1
        closed = bearer.i + 1 < len(words) and words[bearer.i + 1].text == ","
        misplaced = above.i == land.i and (bearer.dep in ("appos", "npadvmod") or closed)
        whole = first < bearer.i or bearer.name is not None
        listed = bearer.dep == "conj" and above.i == office.i and closed and whole
        beside = bearer.dep == "npadvmod" and above.i == office.head and above.i != office.i and whole
        if held and beside:  # "met the head of X, Y, in Z": what is behind is the verb's
            hand_over(words, bearer.i, above.i, start=bearer.i, dep="prep")
        if held and (misplaced or listed or beside):
            hang(words, bearer.i, office.i, "appos")
            for dep in ("cc", "conj"):
                hand_over(words, bearer.i, office.i, start=bearer.i, dep=dep)
    return words


def is_held(words: Words, noun: Word) -> bool:
    """Whether a noun is an office, or with "the" what one firm is to a thing: "the operator of the port of X, Y"."""
    article = child_of(words, noun.i, "det", end=noun.i)
    firm = noun.tag == "NN" and noun.lemma in (*lists().kinds, "owner") and article is not None
    return is_office(noun) or (firm and article is not None and article.text.lower() == "the")


def is_office(word: Word) -> bool:
    """Whether a noun is what somebody is called who holds it."""
    return word.text in lists().offices or (word.pos == "NOUN" and word.lemma in lists().callings)


@where("conj", "appos", "cc", ",")
def mend_persons_behind_offices(words: Words) -> Words:
    """A person behind somebody's office and "and" is one more: "joined by Anna Nowak, the chair of X, and Tom Hall"."""
    for person in words[5:]:
        office = words[person.head]
        bearer = words[office.head]
        first = first_name(words, person.i)
        told = (
            office.dep == "appos" and office.text in lists().offices and bearer.pos == "PROPN" and bearer.i < office.i
        )
        listed = person.dep == "conj" and words[first - 1].dep == "cc" and words[first - 2].text == ","
        if told and listed and person.pos == "PROPN" and first < person.i and is_enclosing(words, bearer, office):
            join_to(words, person.i, bearer.i, words[first - 1])
            hang(words, first - 2, bearer.i, "punct")
    return words


def is_enclosing(words: Words, bearer: Word, office: Word) -> bool:
    """Whether an office with an article stands right behind its bearer and a comma."""
    return words[bearer.i + 1].text == "," and any(w.head == office.i and w.dep == "det" for w in words)


@where("conj", "cc", "of", "appos")
def mend_second_offices(words: Words) -> Words:
    """An office behind an office and "and" is held by the same: "X, Director of Y and Chair of Z, visited W"."""
    for second in words[5:-2]:
        body = words[second.head]
        first = words[words[body.head].head]
        of = words[second.i + 1]
        listed = second.dep == "conj" and body.dep == "pobj" and words[second.i - 1].dep == "cc" and of.text == "of"
        offices = second.text in lists().offices and first.text in lists().offices and first.dep == "appos"
        if listed and offices and of.head in (first.i, second.i, body.i):
            join_to(words, second.i, first.i, words[second.i - 1])
            hang(words, of.i, second.i, "prep")
    return words


@where(("accuse", "suspect"), "of", "dobj", "PROPN")
def mend_accused_leaders(words: Words) -> Words:
    """Whose leader is accused stands behind "of": "accused the leader of Hamas" tells no charge."""
    for of in words[3:-1]:
        verb, office = words[of.head], words[of.i - 1]
        body = child_of(words, of.i, "pobj", start=of.i)
        held = office.dep == "dobj" and office.head == verb.i and office.lemma in (*lists().callings, "member")
        named = body is not None and body.pos == "PROPN" and of.text == "of" and of.dep == "prep"
        if named and held and verb.lemma in ("accuse", "suspect"):
            hang(words, of.i, office.i, "prep")
    return words


@where("appos", "conj", "and", ",")
def mend_two_offices_of_one(words: Words) -> Words:
    """Two offices with one article and a person set off behind them are that one's: "the Premier and Minister, X,"."""
    for bearer in words[5:]:
        second = words[bearer.head]
        first = words[second.head]
        offices = second.dep == "conj" and is_office(first) and is_office(second) and first.i < second.i < bearer.i
        if bearer.dep != "appos" or not offices or not (is_person(bearer) or bearer.label == "PERSON"):
            continue
        before = first_of(words, bearer.i) - 1
        apart = words[before].text == "," and words[min(bearer.i + 1, len(words) - 1)].text in (",", ".", ";")
        alone = has_own(words, first.i, "det", "poss") and child_of(words, second.i, "det", "poss") is None
        if apart and alone:
            hang(words, bearer.i, first.i, "appos")
            hang(words, second.i, first.i, "dep")
    return words
