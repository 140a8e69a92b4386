"""Mends in a parse: members of a list whom a bracket, a bearer's name or a date keeps from being seen as such."""

from graph.extract.parse import Word
from graph.extract.repair_bearers import is_office
from graph.extract.trees import (
    Words,
    below,
    child_of,
    first_name,
    hand_over,
    hang,
    has_own,
    is_named,
    is_person,
    join_to,
    last_of,
    where,
)
from graph.extract.words import words as lists
from graph.model import EntityType

LISTED = ("nsubj", "nsubjpass", "dobj", "pobj", "conj")


@where(("and", "&"), ",", ("appos", "npadvmod"), "conj")
def mend_bearers_in_lists(words: Words) -> Words:
    """Offices each with its bearer are several persons: "the Minister of X, A, the Chair of Y, B, and the Head, C"."""
    for i in range(1, len(words)):
        first = words[i]
        bearer = bearer_behind(words, first) if first.dep in LISTED and is_office(first) else None
        second = child_of(words, bearer.i, "appos", start=bearer.i) if bearer is not None else None
        if bearer is None or second is None or not is_office(second):
            continue
        if child_of(words, second.i, "det", start=bearer.i) is None:
            continue
        closed = second.text in lists().offices and child_of(words, bearer.i, "cc", start=second.i) is not None
        if not closed and child_of(words, second.i, "conj", "appos", start=second.i) is None:
            continue
        hang(words, bearer.i, first.i, "appos")
        join_to(words, second.i, first.i, child_of(words, second.i, "cc", start=second.i))
        for dep in ("cc", "conj"):
            hand_over(words, bearer.i, first.i, start=second.i, dep=dep)
    return words


def bearer_behind(words: Words, office: Word) -> Word | None:
    """The person set off behind an office, also one that is hung on the verb: "by the Minister of Trade, A, the"."""
    bearer = child_of(words, office.i, "appos", start=office.i)
    if bearer is None:
        loose = (w for w in words[office.i + 2 :] if w.dep == "npadvmod" and w.pos == "PROPN")
        bearer = next((w for w in loose if w.head < office.i), None)
        comma = words[first_name(words, bearer.i) - 1] if bearer is not None else None
        if comma is None or comma.text != "," or last_of(words, office.i) != comma.i - 1:
            return None
    return bearer if bearer is not None and (is_person(bearer) or bearer.label == "PERSON") else None


@where("appos", ",", "pobj")
def mend_persons_behind_dates(words: Words) -> Words:
    """A person is no other name of a month: "In February, President A B, as chair of X, hosted Y"."""
    for person in words[3:]:
        date = words[person.head]
        prep = words[date.head]
        verb = words[prep.head]
        dated = date.label == "DATE" and date.dep == "pobj" and prep.dep == "prep" and prep.i < person.i < verb.i
        if person.dep == "appos" and is_person(person) and dated and verb.pos == "VERB" and not has_own(words, verb.i):
            hang(words, person.i, verb.i, "nsubj")
    return words


@where("(", ("npadvmod", "appos", "conj"), ("NUM", "CD"), ("agent", "prep"))
def mend_bracketed_shares(words: Words) -> Words:
    """A bracket behind each name does not end their list: "the sums given by X (5 million), Y (3 million) and Z"."""
    for second in words[6:]:
        if second.dep not in ("npadvmod", "appos", "conj") or not is_named(second):
            continue
        joint = words[second.i - 1 - (words[second.i - 1].text.lower() == "the")]
        close = words[joint.i - 1 - (words[joint.i - 1].text == ",")]
        if joint.text not in (",", "and") or close.text != ")" or (second.dep != "conj" and joint.text != ","):
            continue
        open_ = next((w for w in reversed(words[: close.i]) if w.text == "("), None)
        first = words[open_.i - 1] if open_ is not None else None
        if open_ is None or first is None or not is_named(first) or first.dep not in ("pobj", "conj"):
            continue
        counted = any(w.pos == "NUM" for w in words[open_.i : close.i])
        alike = second.i + 1 < len(words) and words[second.i + 1].text == "("
        if not counted or (second.dep == "conj" and (not alike or below(words, second.i, first.i))):
            continue
        join_to(words, second.i, first.i, joint if joint.text == "and" else None)
        for word in words[open_.i : close.i + 1]:
            if not open_.i <= word.head <= close.i:
                hang(words, word.i, first.i, word.dep)
    return words


@where("of", "pobj", "prep")
def mend_lands_of_offices(words: Words) -> Words:
    """The land behind what a minister is for is the office's: "the Minister of Economy and Trade of Peru"."""
    for of in words[3:-1]:
        theme = words[of.head]
        first = words[theme.head]
        if of.text != "of":
            continue
        office = words[first.head]
        held = theme.dep == "pobj" and first.text in ("of", "for") and is_office(office) and theme.name is not None
        land = child_of(words, of.i, "pobj", start=of.i)
        named = land is not None and land.name is not None and land.name.type is EntityType.COUNTRY
        if held and named and theme.name is not None and theme.name.type is EntityType.CONCEPT:
            hang(words, of.i, office.i, "prep")
    return words


@where("relcl", "(", ")", "appos")
def mend_clauses_behind_symbols(words: Words) -> Words:
    """A clause behind a bracket tells of what the bracket names: "the report of X (S/2025/1), which recorded Y"."""
    for clause in words[4:]:
        symbol = words[clause.head]
        inside = 0 < symbol.i < len(words) - 1 and words[symbol.i - 1].text == "(" and words[symbol.i + 1].text == ")"
        if clause.dep == "relcl" and symbol.dep == "appos" and inside and clause.i > symbol.i + 1:
            hang(words, clause.i, symbol.head, "relcl")
    return words
