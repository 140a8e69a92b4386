"""Names that no head noun tells: a body's name that ends in a country, and names in other languages."""

import re
from collections.abc import Sequence

from graph.extract.gazetteer import Gazetteer, plain
from graph.extract.lexicon import Lexicon
from graph.extract.naming import Found, join, make_name
from graph.extract.people import title_at
from graph.extract.relative_times import MONTHS, WEEKDAYS
from graph.extract.spacy_model import is_english
from graph.extract.text import Token, is_capital, opens_sentence
from graph.extract.words import words
from graph.model import EntityType

FOREIGN = ("du", "des", "della", "delle", "degli", "dos")  # inside French, Italian and Portuguese names
ARTICLES = ("la", "le", "les")  # behind "pour"


def find_foreign(tokens: Sequence[Token], at: int, lexicon: Lexicon, gazetteer: Gazetteer) -> Found:
    """A body's name in another language, told by the small word inside: "Avocats du Sahel", "Front pour la paix"."""
    end, joined = at, False
    while end < len(tokens) and tokens[end].text[0].isalpha():
        before = tokens[end - 1].text if end > at else ""
        behind = tokens[end + 1].text if end + 1 < len(tokens) else "."
        text = tokens[end].text
        small = end > at and ((text in FOREIGN and behind.isalpha()) or (text == "pour" and behind in ARTICLES))
        follows = before in FOREIGN or before == "pour" or (before in ARTICLES and tokens[end - 2].text == "pour")
        if not (is_capital(text) or small or follows):
            break
        joined = joined or small
        end += 1
    if not joined or tokens[at].text.lower() in words().function or title_at(tokens, at, gazetteer):
        return None
    return end, make_name(tokens, at, end, kind=EntityType.ORGANIZATION, found_by="brand")


COMPASS = ("North", "South", "East", "West", "Central", "Northeast", "Northwest", "Southeast", "Southwest")


def find_quarter(tokens: Sequence[Token], at: int, lexicon: Lexicon, gazetteer: Gazetteer) -> Found:
    """A province called by a quarter of a region: "North Darfur", which is no other place's name."""
    if tokens[at].text not in COMPASS or at + 1 >= len(tokens):
        return None
    entry = gazetteer.names.get(plain(tokens[at + 1].text))
    if entry is None or entry.type is not EntityType.PLACE or entry.name != tokens[at + 1].text:
        return None
    return at + 2, make_name(tokens, at, at + 2, kind=EntityType.PLACE, found_by="brand")


# What only tells which part of a country is meant.
PARTS = (
    "north",
    "south",
    "east",
    "west",
    "northern",
    "southern",
    "eastern",
    "western",
    "central",
    "mainland",
    "greater",
)


def find_brand(tokens: Sequence[Token], at: int, lexicon: Lexicon, gazetteer: Gazetteer) -> Found:
    """A name that ends in a country or region and is none: "Prosper Africa", "Air France", "Global Affairs Canada"."""
    if (size := brand_size(tokens, at, gazetteer)) > 2:
        return at + size, make_name(tokens, at, at + size, kind=EntityType.ORGANIZATION, found_by="brand")
    if at + 1 >= len(tokens):
        return None
    first, second = tokens[at].text, tokens[at + 1].text
    entry = gazetteer.names.get(plain(second))
    if entry is None or entry.type not in (EntityType.COUNTRY, EntityType.REGION):
        return None
    firm = len(first) >= SHORTEST_FIRM and entry.name == second and not is_english(first.lower())
    if opens_sentence(tokens, at) and not firm:
        return None  # "Meanwhile Hungary", "Confederazione Svizzera", but "Oxfam Ireland"
    after = tokens[at + 2].text if at + 2 < len(tokens) else "."
    plain_word = first.lower() in lexicon.lower or first.lower() in words().function or first.lower() in PARTS
    known = first in gazetteer.heads or first in gazetteer.demonyms or plain(first) in gazetteer.names
    titled = first in words().titled
    fits = first.isalpha() and is_capital(first) and not first.isupper() and not (plain_word or known or titled)
    if not fits or is_capital(after):
        return None
    if first.lower() in MONTHS or not tokens[at].spaced:
        return None
    return at + 2, make_name(tokens, at, at + 2, kind=EntityType.ORGANIZATION, found_by="brand")


SHORTEST_FIRM = 5  # letters of what a firm may be called by where a sentence begins
SHORTEST = 3  # letters of what a programme is called by
NUMERAL = re.compile(r"(?:II|III|IV|V|VI|VII|VIII|IX|X)")


def find_series(tokens: Sequence[Token], at: int, _: Lexicon, gazetteer: Gazetteer) -> Found:
    """A programme called by capitals and the numeral of its turn: "SEGAR II", "PEACE IV"."""
    short = tokens[at].text
    known = plain(short) in gazetteer.names or NUMERAL.fullmatch(short)
    if not short.isalpha() or not short.isupper() or len(short) < SHORTEST or known or at + 1 >= len(tokens):
        return None
    if not NUMERAL.fullmatch(tokens[at + 1].text):
        return None
    return at + 2, make_name(tokens, at, at + 2, kind=EntityType.INITIATIVE, found_by="brand")


ROUTE = re.compile(r"[A-Z][\w’']{2,}(?:–[A-Z][\w’']{2,})+")


# Towns whose names have a small word in the middle: "Port-au-Prince", "Stratford-upon-Avon".
TOWN = re.compile(r"[A-Z][^\W_]+-(?:au|aux|sur|sous|le|la|les|lès|de|du|des|en|upon|on|by)-[A-Z][^\W_]+")


def find_route(tokens: Sequence[Token], at: int, lexicon: Lexicon, gazetteer: Gazetteer) -> Found:
    """Names that dashes join, of a line or what lies between: "the Baku–Tbilisi–Kars railway"; no pair of states.

    And a town with a small word in its name: "Port-au-Prince".
    """
    if TOWN.fullmatch(tokens[at].text):
        return at + 1, make_name(tokens, at, at + 1, kind=EntityType.PLACE, found_by="brand")
    parts = tokens[at].text.split("–")
    if not ROUTE.fullmatch(tokens[at].text) or title_at(tokens, at, gazetteer):
        return None
    known = [plain(p) in gazetteer.names or p in gazetteer.demonyms or p in lexicon.acronyms for p in parts]
    if all(known):
        return None
    return at + 1, make_name(tokens, at, at + 1, kind=EntityType.PLACE, found_by="brand")


def brand_size(tokens: Sequence[Token], at: int, gazetteer: Gazetteer) -> int:
    """How many tokens a body's name has that ends in a country: "Global Affairs Canada", "Clean Energy Asia"; or 0."""
    size = 0
    while at + size < len(tokens) and size < 4 and is_brand_word(tokens[at + size], gazetteer):
        size += 1
    last = at + size
    if size < 2 or last >= len(tokens) or (last + 1 < len(tokens) and is_capital(tokens[last + 1].text)):
        return 0
    entry = gazetteer.names.get(plain(tokens[last].text))
    land = (entry is not None and entry.type is EntityType.COUNTRY) or tokens[last].text in CONTINENTS
    return size + 1 if land else 0


CONTINENTS = ("Africa", "Asia", "Europe")


NO_BRANDS = ("New", "Saint", "San", "Port", "Fort")  # towns begin so


def is_brand_word(token: Token, gazetteer: Gazetteer) -> bool:
    """Whether a token can be a word of a body's name before its country: no name, no title, no head noun, no month."""
    text = token.text
    if not text.istitle() or not text.isalpha() or not token.spaced or text in NO_BRANDS or text in words().titled:
        return False
    small = text.lower()
    if small in PARTS or small in MONTHS or small in words().function:
        return False
    return text not in gazetteer.heads and text not in gazetteer.demonyms and plain(text) not in gazetteer.names


# What is called by what stands before it: "the French for All initiative".
CALLED = ("initiative", "programme", "program", "project", "campaign", "scheme", "fund", "compact", "forum", "agenda")
INSIDE = ("for", "to", "through", "in", "of", "with", "on", "and")


def find_called(tokens: Sequence[Token], at: int, lexicon: Lexicon, gazetteer: Gazetteer) -> Found:
    """A programme's name before its noun in small letters: "the French for All initiative", "a Women in Trade fund"."""
    if at == 0 or tokens[at - 1].text.lower() not in ("the", "a", "an", "its", "their", "our", "this"):
        return None
    end, joined = at, False
    while end < len(tokens) and (is_capital(tokens[end].text) or (end > at and tokens[end].text in INSIDE)):
        joined = joined or tokens[end].text in INSIDE
        end += 1
    bracketed = end + 2 < len(tokens) and tokens[end].text == "(" and tokens[end + 2].text == ")"
    noun = end + 3 if bracketed else end
    whole = joined and noun < len(tokens) and tokens[noun].text in CALLED and tokens[end - 1].text not in INSIDE
    known = plain(tokens[at].text) in gazetteer.names or tokens[at].text in gazetteer.heads
    if not whole or known or title_at(tokens, at, gazetteer):
        return None
    kind, head = EntityType.INITIATIVE, tokens[noun].text.capitalize()
    stop = end if bracketed else noun + 1
    return stop, make_name(tokens, at, stop, kind=kind, found_by="head", head=head)


# What a state's agencies are called by before its name: "Business Finland", "Statistics Canada".
AGENCIES = frozenset({"Business", "Invest", "Innovation", "Enterprise", "Statistics", "Tourism", "Infrastructure"})
AGENCIES_IN_TWO = ("Export Finance", "Export Development", "Foreign Investors", "Skills Development")


def find_agency(tokens: Sequence[Token], at: int, _: Lexicon, gazetteer: Gazetteer) -> Found:
    """A state's agency that its country's name closes: "Business Finland", "Fisheries and Oceans Canada"."""
    size = 1 if tokens[at].text in AGENCIES else 2 if join(tokens[at : at + 2]) in AGENCIES_IN_TWO else 0
    size = themes_size(tokens, at, gazetteer) or size
    last = at + size
    if not size or last >= len(tokens) or (at and is_capital(tokens[at - 1].text) and tokens[at - 1].text != "The"):
        return None
    entry = gazetteer.names.get(plain(tokens[last].text))
    further = last + 1 < len(tokens) and (is_capital(tokens[last + 1].text) or tokens[last + 1].text in ("'s", "’s"))
    if entry is None or entry.type is not EntityType.COUNTRY or further or tokens[last].text in gazetteer.demonyms:
        return None
    return last + 1, make_name(tokens, at, last + 1, kind=EntityType.ORGANIZATION, found_by="brand")


LONGEST_LIST = 12  # tokens of a department's themes
PEOPLE = ("women", "men", "children")  # of whom the index has no plural


def themes_size(tokens: Sequence[Token], at: int, gazetteer: Gazetteer) -> int:
    """How many tokens a list of common nouns in capitals has that closes with "and", before the next capital; or 0.

    A department is called so before its country: "Innovation, Science and Economic Development Canada".
    """
    end, joined = at, 0
    behind = tokens[at + 1].text if at + 1 < len(tokens) else "."
    if behind not in (",", "and", "&") and not is_capital(behind):
        return 0
    while end + 1 < len(tokens) and end - at < LONGEST_LIST:
        text, closing = tokens[end].text, 0 < joined < end - 1
        if text in (",", "and", "&") and end > at and not joined:
            joined = end if text != "," else 0
        elif text == "," or not is_theme_word(tokens[end], gazetteer):
            return end - at if closing and is_capital(text) else 0
        end += 1
    return 0


def is_theme_word(token: Token, gazetteer: Gazetteer) -> bool:
    """Whether a token is a common noun or an adjective in capitals, as departments are called by: "Agri-Food"."""
    parts = token.text.split("-")
    if not is_capital(token.text) or any(token.text in known for known in (gazetteer.demonyms, gazetteer.heads)):
        return False
    small = [part.lower() for part in parts]
    if any(part in MONTHS or part in WEEKDAYS or part in words().function for part in small):
        return False
    known = small[-1] in PEOPLE or (small[-1].isalpha() and is_english(small[-1]))
    return known and token.text not in words().titled and plain(token.text) not in gazetteer.names
