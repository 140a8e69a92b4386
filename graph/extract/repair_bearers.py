"""Mends in a parse: whose name stands behind an office and what that office is of."""

from graph.extract.parse import Word
from graph.extract.trees import Words, hand_over, hang, is_named, where
from graph.extract.words import words as lists
from graph.model import EntityType


@where(("appos", "conj", "npadvmod"), "of", "PROPN", ",")
def mend_bearers_behind_lands(words: Words) -> Words:
    """A name behind an office and its land, set off by a comma, is the bearer's: "the President of Ghana, John Mahama".

    Between two commas it is one even where it passes for another of a list.
    """
    for bearer in words[4:]:
        above = words[bearer.head]
        first = first_of_name(words, bearer)
        person = bearer.name is None or bearer.name.type is EntityType.PERSON
        if not is_named(bearer) or words[first - 1].text != "," or not person:
            continue
        land = words[first - 2]
        office = words[words[land.head].head] if land.dep == "pobj" and words[land.head].text == "of" else land
        known = office.text in lists().offices or (office.pos == "NOUN" and office.lemma in lists().callings)
        held = known and office.i < land.i and land.i > office.i + 1
        closed = bearer.i + 1 < len(words) and words[bearer.i + 1].text == ","
        misplaced = above.i == land.i and (bearer.dep in ("appos", "npadvmod") or closed)
        whole = first < bearer.i or bearer.name is not None
        listed = bearer.dep == "conj" and above.i == office.i and closed and whole
        if held and (misplaced or listed):
            hang(words, bearer.i, office.i, "appos")
            for dep in ("cc", "conj"):
                hand_over(words, bearer.i, office.i, start=bearer.i, dep=dep)
    return words


def first_of_name(words: Words, bearer: Word) -> int:
    """The first word of a name that ends in a word."""
    first = bearer.i
    while first and words[first - 1].head == bearer.i and words[first - 1].dep == "compound":
        first -= 1
    return first


@where("who", "relcl", "appos")
def mend_who_behind_offices(words: Words) -> Words:
    """A "who" behind somebody's office is that one: "Anna Nowak, Supreme Commander, who praised Peru"."""
    for clause in words[4:]:
        office = words[clause.head]
        bearer = words[office.head]
        led = any(w.head == clause.i and w.text == "who" for w in words[office.i : clause.i])
        if (
            clause.dep == "relcl"
            and led
            and office.dep == "appos"
            and office.pos == bearer.pos == "PROPN"
            and bearer.i < office.i
        ):
            hang(words, clause.i, bearer.i, "relcl")
    return words


@where("conj", "appos", "cc", ",")
def mend_persons_behind_offices(words: Words) -> Words:
    """A person behind somebody's office and "and" is one more: "joined by Anna Nowak, the chair of X, and Tom Hall"."""
    for person in words[5:]:
        office = words[person.head]
        bearer = words[office.head]
        first = first_of_name(words, person)
        told = (
            office.dep == "appos" and office.text in lists().offices and bearer.pos == "PROPN" and bearer.i < office.i
        )
        listed = person.dep == "conj" and words[first - 1].dep == "cc" and words[first - 2].text == ","
        if told and listed and person.pos == "PROPN" and first < person.i and is_enclosing(words, bearer, office):
            hang(words, person.i, bearer.i, "conj")
            hang(words, first - 1, bearer.i, "cc")
            hang(words, first - 2, bearer.i, "punct")
    return words


def is_enclosing(words: Words, bearer: Word, office: Word) -> bool:
    """Whether an office with an article stands right behind its bearer and a comma."""
    return words[bearer.i + 1].text == "," and any(w.head == office.i and w.dep == "det" for w in words)
