"""Pairs: two actors joined by a hyphen, and what they share: "Peru-Chile border", "U.S.-Iraq relations"."""

from collections.abc import Sequence

from graph.extract.gazetteer import Gazetteer, plain
from graph.extract.lexicon import Lexicon
from graph.extract.naming import Found, make_name
from graph.extract.text import Token
from graph.extract.words import words
from graph.model import EntityType


def find_pair(tokens: Sequence[Token], at: int, lexicon: Lexicon, gazetteer: Gazetteer) -> Found:
    """Two actors joined by a hyphen, with the adjectives and the noun for what they share: "A-B cultural ties"."""
    if not is_pair(tokens[at].text, lexicon, gazetteer):
        return None
    end = at + 1
    while end < len(tokens) and end - at <= 6 and tokens[end].text.isalpha():
        word = tokens[end].text.lower()
        if word in words().function and word not in words().modifiers:
            break
        end += 1
        following = tokens[end].text.lower() if end < len(tokens) else ""
        if word in gazetteer.pair_heads and following not in gazetteer.pair_heads:
            end = pair_end(tokens, end, word, lexicon, gazetteer)
            return end, make_name(tokens, at, end, kind=pair_type(word, gazetteer), found_by="pair", head=word)
    return None


def is_pair(text: str, lexicon: Lexicon, gazetteer: Gazetteer) -> bool:
    """Whether a hyphenated word joins two things that each have a name: "China-Serbia", "U.S.-ASEAN"."""
    parts = plain(text).split("-")
    return len(parts) == 2 and all(
        p in gazetteer.names or p in gazetteer.demonyms or p in lexicon.acronyms or p == "Arab" for p in parts
    )


def pair_type(head: str, gazetteer: Gazetteer) -> EntityType:
    """The type of what a pair shares: that of the capitalised head noun where one is known, else a concept."""
    one = head[:-3] + "y" if head.endswith("ies") else head.removesuffix("s")
    known = gazetteer.heads.get(head.capitalize()) or gazetteer.heads.get(one.capitalize())
    return known.type if known and head not in ("community", "partnership") else EntityType.CONCEPT


def pair_end(tokens: Sequence[Token], end: int, head: str, lexicon: Lexicon, gazetteer: Gazetteer) -> int:
    """Where the prepositional phrases end that may carry on what a pair shares ("… of mutual benefit")."""
    allowed = gazetteer.pair_prepositions.get(head, frozenset())
    while end + 1 < len(tokens) and tokens[end].text in allowed:
        at = end + 1
        if tokens[at].text in words().articles:
            at += 1
        stop = at
        while stop < len(tokens) and stop - at < 4 and is_open_word(tokens[stop].text):
            stop += 1
        if stop == at:
            break
        end = stop
        # "for a fairer world and a greener planet": the second article repeats the first.
        if (
            end + 2 < len(tokens)
            and tokens[end].text == "and"
            and tokens[end + 1].text == tokens[at - 1].text in "a an"
        ):
            stop = end + 2
            while stop < len(tokens) and stop - end < 6 and is_open_word(tokens[stop].text):
                stop += 1
            end = stop
    return end


def is_open_word(text: str) -> bool:
    """Whether a word can stand inside a noun phrase: neither punctuation nor a function word."""
    return text.isalpha() and (text not in words().function or text in words().modifiers)
