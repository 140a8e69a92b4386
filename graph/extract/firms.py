"""Firms by what the law makes them call themselves: "Saab AB", "Raízen S.A.", "Zenith Cold Ltd"."""

from collections.abc import Sequence

from graph.extract.gazetteer import Gazetteer, plain
from graph.extract.given_names import given_names
from graph.extract.lexicon import Lexicon
from graph.extract.naming import Found, make_name
from graph.extract.open_titles import open_title
from graph.extract.people import title_at
from graph.extract.relative_times import MONTHS, WEEKDAYS
from graph.extract.spacy_model import is_english
from graph.extract.text import Token, is_capital, opens_sentence
from graph.extract.words import words
from graph.model import EntityType

# What stands behind a firm's own name, and behind nothing else.
FORMS = frozenset(
    {"Ltd", "Limited", "Inc", "Corp", "LLC", "LLP", "GmbH", "KGaA", "PLC", "Plc", "plc", "Pty", "Pvt", "Berhad", "Bhd"}
    | {"Tbk", "Oyj", "ASA", "SpA", "S.p.A.", "S.A.", "S.A.S.", "S.L.", "S.r.l.", "N.V.", "B.V.", "a.s.", "a.ş.", "SARL"}
    | {"JSC", "PJSC", "OJSC", "A.Ş.", "Holdings", "Airlines", "Airways", "Aerospace", "Pharmaceuticals", "Industries"}
    | {"Motors", "Petroleum", "Semiconductors"}
)
# The same where no other word is all in capitals: in a shouted line they are words.
SHORT_FORMS = frozenset({"SA", "SE", "AG", "AB", "AS", "NV", "BV", "Oy", "KG", "SAS", "Co"})
POINTED = frozenset({"Ltd", "Inc", "Corp", "Co", "Pty", "Pvt"})  # that a point may follow
LONGEST = 6  # words before the form


# What a firm that is called after its country makes, whose name no "the" opens: "Nippon Steel", "China Mobile".
NATIONAL = frozenset({"Steel", "Telecom", "Telekom", "Mobile", "Motor", "Railways", "Shipping", "Telecommunications"})


def is_national_firm(tokens: Sequence[Token], at: int, end: int, gazetteer: Gazetteer) -> bool:
    """Whether a country and what a firm of it makes are the firm's name: "Nippon Steel", "U.S. Steel", "Air India"."""
    if end != at + 2:
        return False
    if tokens[at].text == "Air":
        return is_country(tokens[at + 1].text, gazetteer)
    behind = tokens[end].text if end < len(tokens) else "."
    before = tokens[at - 1].text.lower() if at else ""
    national = tokens[at + 1].text in NATIONAL and is_country(tokens[at].text, gazetteer)
    return national and behind not in ("'s", "’s") and before not in ("the", "a", "an")


def is_country(text: str, gazetteer: Gazetteer) -> bool:
    """Whether a word is the name of a country."""
    entry = gazetteer.names.get(plain(text))
    return entry is not None and entry.type is EntityType.COUNTRY


def find_firm(tokens: Sequence[Token], at: int, _: Lexicon, gazetteer: Gazetteer) -> Found:
    """A firm by the legal form or the trade that closes its name; "Co., Ltd." is one form."""
    if not opens_firm(tokens, at, gazetteer):
        return None
    end = at
    while end < len(tokens) and end - at <= LONGEST and (is_firm_word(tokens[end].text) or joins(tokens, at, end)):
        if end > at and is_form(tokens, end):
            end = form_end(tokens, end)
            return end, make_name(tokens, at, end, kind=EntityType.ORGANIZATION, found_by="brand")
        end += 1
    if not is_national_firm(tokens, at, end, gazetteer):
        return None
    return end, make_name(tokens, at, end, kind=EntityType.ORGANIZATION, found_by="brand")


def joins(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether an "and" at a token joins two trades of one firm, English words: "Employment and Services Ltd"."""
    both = [t.text.lower() for t in (tokens[end - 1], *tokens[end + 1 : end + 2])]
    return tokens[end].text in ("and", "&") and end > at + 1 and len(both) > 1 and all(map(is_english, both))


def find_based(tokens: Sequence[Token], at: int, _: Lexicon, gazetteer: Gazetteer) -> Found:
    """A body or firm behind its seat, whose name no head noun tells: "Texas-based Quanta"; no person and no title."""
    if not at or not tokens[at - 1].text.endswith("-based") or not is_capital(tokens[at].text):
        return None
    first = tokens[at].text
    named = first in given_names().women or first in given_names().men
    if named or first.isdigit() or title_at(tokens, at, gazetteer) or open_title(tokens, at, gazetteer):
        return None
    end = at
    while end < len(tokens) and (is_capital(tokens[end].text) or tokens[end].text == "&"):
        end += 1
    return end, make_name(tokens, at, end, kind=EntityType.ORGANIZATION, found_by="brand")


def is_firm_word(text: str) -> bool:
    """Whether a word may stand in a firm's name: a capitalised one, a sign for "and", a form in small letters."""
    return is_capital(text) or text == "&" or text in FORMS


def opens_firm(tokens: Sequence[Token], at: int, gazetteer: Gazetteer) -> bool:
    """Whether a firm's name may begin here: a capitalised word behind none, that is no title and no word of English."""
    token = tokens[at]
    inside = at > 0 and is_capital(tokens[at - 1].text) and not opens_sentence(tokens, at)
    inside = inside and not tokens[at - 1].text.endswith("-based")
    inside = inside and tokens[at - 1].text not in gazetteer.demonyms and tokens[at - 1].text != "The"
    small = token.text.lower()
    plain_word = small in words().function or small in MONTHS or small in WEEKDAYS
    return is_capital(token.text) and not inside and not plain_word and not title_at(tokens, at, gazetteer)


def is_form(tokens: Sequence[Token], at: int) -> bool:
    """Whether what closes a firm's name stands here, and no more of a name behind it."""
    text, before = tokens[at].text, tokens[at - 1].text
    known = text in FORMS or (text in SHORT_FORMS and not before.isupper())
    end = form_end(tokens, at) if known else at
    further = (
        end < len(tokens) and (is_capital(tokens[end].text) or tokens[end].text == "&") and tokens[end - 1].text != "."
    )
    return known and not further and (text != "Co" or tokens[end - 1].text != "Co")


def form_end(tokens: Sequence[Token], at: int) -> int:
    """Where a legal form of one word or several ends that begins here: "Ltd", "Pty Ltd", "Co., Ltd."."""
    end = at
    while end < len(tokens) and (tokens[end].text in FORMS or tokens[end].text in SHORT_FORMS):
        end += 1
        last = tokens[end - 1]
        pointed = end < len(tokens) and tokens[end].text == "." and tokens[end].start == last.end
        follows = end + 1 < len(tokens) and not is_capital(tokens[end + 1].text)
        listed = end + 1 < len(tokens) and tokens[end + 1].text in FORMS
        if pointed and last.text in POINTED and (follows or listed):
            end += 1
        if end + 1 < len(tokens) and tokens[end].text == "," and tokens[end + 1].text in POINTED:
            end += 1
    return end
