"""Papers and plans whose theme stands before their noun with a small word in it: "a Status of Forces Agreement"."""

from collections.abc import Sequence

from graph.extract.carried import carry_on
from graph.extract.gazetteer import Gazetteer, plain
from graph.extract.lexicon import Lexicon
from graph.extract.naming import Found, make_name
from graph.extract.pairs import is_pair
from graph.extract.people import title_at
from graph.extract.text import Token, is_capital
from graph.extract.words import words
from graph.model import EntityType

INSIDE = ("of", "for", "to", "in")
THEMED = (EntityType.AGREEMENT, EntityType.INITIATIVE, EntityType.EVENT)
BEFORE = frozenset({"a", "an", "the", "its", "their", "our", "his", "her", "this", "that", "new", "'s", "’s", "'", "’"})
LONGEST = 3  # words before the small word


def find_themed(tokens: Sequence[Token], at: int, lexicon: Lexicon, gazetteer: Gazetteer) -> Found:
    """A paper by its theme: "a Status of Forces Agreement", "the Freedom to Vote Act", "the Loans for Growth Scheme".

    What stands before the small word is no name, no title and nothing that names end in: "the Embassy of Peru".
    """
    pair = "-" in plain(tokens[at].text) and is_pair(tokens[at].text, lexicon, gazetteer)
    if not pair and (not tokens[at].text.isalpha() or not is_set_off(tokens, at, gazetteer)):
        return None
    first = joint = at + pair
    while joint - first <= LONGEST and joint < len(tokens) and is_theme(tokens, joint, gazetteer):
        joint += 1
    if joint == first or joint >= len(tokens) or tokens[joint].text not in INSIDE:
        return None
    end = joint + 1
    while end < len(tokens) and (is_capital(tokens[end].text) or joins(tokens, end, gazetteer)):
        if plain(tokens[end].text) in gazetteer.names or title_at(tokens, end, gazetteer):
            return None
        end += 1
    head = gazetteer.heads.get(tokens[end - 1].text)
    if end - joint <= len(("of", "Agreement")) or head is None or head.type not in THEMED:
        return None
    noun = tokens[end - 1].text
    end = carry_on(tokens, end, head, gazetteer)
    return end, make_name(tokens, at, end, kind=head.type, found_by="head", head=noun)


def is_set_off(tokens: Sequence[Token], at: int, gazetteer: Gazetteer) -> bool:
    """Whether a capital at a token is no word of a longer name: behind an article, an owner, an adjective of origin."""
    before = tokens[at - 1].text if at else ""
    return before.lower() in BEFORE or before in gazetteer.demonyms or plain(before) in gazetteer.names


def is_theme(tokens: Sequence[Token], at: int, gazetteer: Gazetteer) -> bool:
    """Whether a word may tell what a paper is about: a capitalised one that is no name and that no name ends in."""
    text = tokens[at].text
    if not is_capital(text) or text.isupper() or text.lower() in words().function or text in gazetteer.heads:
        return False
    known = plain(text) in gazetteer.names or text in gazetteer.demonyms
    return not known and not title_at(tokens, at, gazetteer)


def joins(tokens: Sequence[Token], at: int, gazetteer: Gazetteer) -> bool:
    """Whether "and" joins two themes, neither of which is a paper: "Double Taxation and Evasion Treaty"."""
    both = tokens[at].text in ("and", "&") and tokens[at - 1].text not in gazetteer.heads
    return both and at + 1 < len(tokens) and is_capital(tokens[at + 1].text)
