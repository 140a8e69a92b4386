"""Names that stand in the text before it is parsed, so that the parser sees each of them as one word.

A name is a gazetteer entry, an acronym the document defines, a person behind a title (`people.py`), a capitalised
run whose head noun makes it a name (`runs.py`), two actors joined by a hyphen and what they share (`pairs.py`),
or a term that recurs in the document (`terms.py`).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from graph.extract.aliases import find_alias
from graph.extract.brands import (
    find_agency,
    find_brand,
    find_called,
    find_foreign,
    find_quarter,
    find_route,
    find_series,
)
from graph.extract.firms import find_based, find_firm
from graph.extract.gazetteer import Entry, Gazetteer, plain, size_of
from graph.extract.lexicon import Lexicon
from graph.extract.listed_names import known_size
from graph.extract.naming import PROXIES, Found, Name, join, known_runs, make_name
from graph.extract.office_seats import is_body_head
from graph.extract.open_titles import open_title
from graph.extract.pairs import find_pair
from graph.extract.people import find_person, title_at
from graph.extract.portfolios import find_portfolio
from graph.extract.provinces import find_province
from graph.extract.relative_times import WEEKDAYS
from graph.extract.run_ends import counts_next, head_of
from graph.extract.runs import find_run
from graph.extract.text import Token, is_capital, split_tokens
from graph.extract.themed_papers import find_themed
from graph.extract.words import words
from graph.model import EntityType


def find_names(text: str, lexicon: Lexicon, gazetteer: Gazetteer) -> list[Name]:
    """The names of a passage from left to right, the longest where several begin at the same word; none overlap."""
    tokens = split_tokens(text)
    names: list[Name] = []
    defined = {alias.head for alias in lexicon.aliases.get("", ())}
    at = 0
    while at < len(tokens):
        if not (may_begin(tokens[at].text, lexicon, gazetteer) or tokens[at].text in defined):
            at += 1
            continue
        if tokens[at].text.endswith("-based"):
            at += 1  # "Texas-based Quanta": of the seat, no part of the name
            continue
        if is_year(tokens, at) or is_kind_of_visit(tokens, at):
            at += 2
            continue
        if tokens[at].text.lower() in WEEKDAYS and known_size(tokens, min(at + 1, len(tokens) - 1), gazetteer):
            at += 1  # "said on Monday Norway had left"
            continue
        best = find_longest(tokens, at, lexicon, gazetteer) or find_office(tokens, at, gazetteer)
        if best and (body := before_officer(tokens, at, best[0], lexicon, gazetteer)):
            best = find_longest(tokens[:body], at, lexicon, gazetteer)
        if best and tokens[at].text == "The" and (found := find_run(tokens, at + 1, lexicon, gazetteer)):
            best = None if found[0] > best[0] else best  # "The Netherlands Red Cross"
        if best and (seat := seat_end(tokens, at, best[0])):
            at = seat
            continue
        if best:
            end, name = numbered(tokens, at, *with_brackets(tokens, best[0], best[1], lexicon))
            names.append(name)
            at = end
        else:
            at += 1
    return names


def find_office(tokens: Sequence[Token], at: int, gazetteer: Gazetteer) -> Found:
    """An office of several words that no list has, without who holds it: "the Emergency Relief Coordinator said"."""
    size = open_title(tokens, at, gazetteer)
    behind = tokens[at + size].text if at + size < len(tokens) else "."
    if size < 3 or is_capital(behind) or behind in (",", "and", "&", "of", "for", "to", "at"):
        return None
    end = at + size
    return end, make_name(tokens, at, end, kind=EntityType.ROLE, found_by="head", head=tokens[end - 1].text)


def find_longest(tokens: Sequence[Token], at: int, lexicon: Lexicon, gazetteer: Gazetteer) -> Found:
    """The longest name that begins at a token, the first kind of several as long; or None."""
    best: Found = None
    for find in FINDERS:
        found = find(tokens, at, lexicon, gazetteer)
        if found and (best is None or found[0] > best[0]):
            best = found
    return best


def before_officer(tokens: Sequence[Token], at: int, end: int, lexicon: Lexicon, gazetteer: Gazetteer) -> int:
    """Where a body ends whose officer is named right behind it: "World Bank President Ann Berg"; 0 where none is."""
    for size in range(at + 1, end):
        if not (title_at(tokens, size, gazetteer) or open_title(tokens, size, gazetteer)):
            continue
        entry = find_entry(tokens, at, lexicon, gazetteer)
        if not is_body_head(tokens[size - 1].text, gazetteer) and (entry is None or entry[0] != size):
            continue
        person = find_person(tokens, size, lexicon, gazetteer)
        if person is not None and person[0] >= end:
            return size
    return 0


def seat_end(tokens: Sequence[Token], at: int, end: int) -> int:
    """Where the seat of a body ends that a name took in which begins with it: "New York-based Acme"; or 0."""
    return next((i + 1 for i in range(at, end) if tokens[i].text.endswith("-based")), 0)


def is_kind_of_visit(tokens: Sequence[Token], at: int) -> bool:
    """Whether a kind of visit stands here, which is paid by many: "paid a State Visit to X"."""
    kind = tokens[at].text in ("State", "Official", "Working", "Goodwill", "Private")
    return kind and at + 1 < len(tokens) and tokens[at + 1].text in ("Visit", "Visits")


def is_year(tokens: Sequence[Token], at: int) -> bool:
    """Whether a kind of year stands here, which is a time and no name: "Fiscal Year 2022"."""
    kind = tokens[at].text.lower() in ("fiscal", "financial", "academic", "calendar")
    return kind and at + 1 < len(tokens) and tokens[at + 1].text.lower() == "year"


def may_begin(text: str, lexicon: Lexicon, gazetteer: Gazetteer) -> bool:
    """Whether a name may begin with a token: marks and most words in small letters need no closer look."""
    if not text.isalpha() or not text.islower():
        return len(text) > 1 or text.isalnum()
    return (
        text in gazetteer.by_first
        or text in lexicon.terms_by_first
        or text in lexicon.aliases
        or text in lexicon.acronyms
        or text in words().openings
        or text in words().particles
        or text in ("resolution", "resolutions")
    )


def find_entry(tokens: Sequence[Token], at: int, lexicon: Lexicon, gazetteer: Gazetteer) -> Found:
    """A name or demonym of the gazetteer that begins here; a local name where the document is of its country."""
    if (shouted := find_shouted(tokens, at, gazetteer)) is not None:
        return shouted
    for size, known in known_runs(tokens, at, gazetteer):
        run = tokens[at : at + size]
        money = at + size < len(tokens) and tokens[at + size].text in "$€£¥" and not run[-1].spaced
        if money or (size == 1 and known.islower()):  # "US$77 million" names no country
            continue
        entry = lexicon.namesakes.get(known) or gazetteer.names.get(known) or gazetteer.local[known]
        if known in gazetteer.local and entry.country not in lexicon.homes:
            continue
        if size == 1 and run[0].text in lexicon.persons and entry.type in PLACES:  # "Scotland", Patricia
            continue
        if size == 1 and is_redefined(run[0].text, entry, lexicon):
            continue
        longer = find_run(tokens, at + 1, lexicon, gazetteer) if known.startswith("the ") else None
        if longer is not None and longer[0] > at + size:  # "the Caribbean Development Bank"
            continue
        province = find_province(tokens, at, entry, lexicon.homes, gazetteer)
        if province is not None:
            kind = EntityType.PLACE
            return at + size, make_name(tokens, at, at + size, kind=kind, found_by="brand", name=province)
        head = run[-1].text if entry.type not in PROXIES and run[-1].text in gazetteer.heads else ""
        return at + size, make_name(
            tokens, at, at + size, kind=entry.type, found_by="gazetteer", head=head, name=entry.name, entry=entry
        )
    for size in (2, 1) if at + 1 < len(tokens) else (1,):
        adjective = join(tokens[at : at + size])
        if adjective in gazetteer.demonyms:
            entry = gazetteer.demonyms[adjective]
            return at + size, make_name(
                tokens, at, at + size, kind=entry.type, found_by="demonym", head=adjective.split()[-1], entry=entry
            )
    return None


def find_shouted(tokens: Sequence[Token], at: int, gazetteer: Gazetteer) -> Found:
    """A name of several words in a line that is all in capitals: "VIET NAM", in which "NAM" is nothing."""
    if at + 1 >= len(tokens) or not (tokens[at].text.isupper() and tokens[at + 1].text.isupper()):
        return None
    for known in gazetteer.by_first.get(plain(tokens[at].text.capitalize()), ()):
        size = size_of(known)
        run = tokens[at : at + size]
        shouted = size > 1 and len(run) == size and all(t.text.isupper() for t in run)
        entry = gazetteer.names.get(known) if shouted else None
        if entry is not None and plain(join(run)).lower() == known.lower() != known:
            kind = entry.type
            return at + size, make_name(
                tokens, at, at + size, kind=kind, found_by="gazetteer", name=entry.name, entry=entry
            )
    return None


def is_redefined(short: str, entry: Entry, lexicon: Lexicon) -> bool:
    """Whether the document defines an acronym for something else than the gazetteer has it for: no word is in both."""
    full = lexicon.acronyms.get(short, "")
    own, known = ({w for w in plain(name).lower().split() if len(w) > 3} for name in (full, entry.name))
    return short.isupper() and " " in full and plain(full) != plain(entry.name) and own.isdisjoint(known)


def find_entries(text: str, gazetteer: Gazetteer) -> list[Entry]:
    """The entries of the gazetteer that a text names, in its order, inside longer names as well; no demonyms."""
    names = known_names(text, gazetteer)
    return [name.entry for name in names if name.entry is not None and name.found_by == "gazetteer"]


def only_state(text: str, gazetteer: Gazetteer) -> str:
    """The only state that a text names, adjectives of origin apart; or nothing."""
    states = {e.name for e in find_entries(text, gazetteer) if e.type is EntityType.COUNTRY}
    return states.pop() if len(states) == 1 else ""


def known_names(text: str, gazetteer: Gazetteer) -> Iterator[Name]:
    """The names and demonyms of the gazetteer in a text that is no part of a document, in its order."""
    tokens, nothing, at = split_tokens(text), Lexicon(), 0
    while at < len(tokens):
        found = find_entry(tokens, at, nothing, gazetteer)
        if found is not None:
            yield found[1]
        at = found[0] if found is not None else at + 1


def find_acronym(tokens: Sequence[Token], at: int, lexicon: Lexicon, gazetteer: Gazetteer) -> Found:
    """An acronym that the document defines."""
    full = lexicon.acronyms.get(tokens[at].text)
    if not full:
        return None
    entry = gazetteer.names.get(plain(full))
    head = head_of(full.split(), gazetteer)
    kind = entry.type if entry else head.type if head else EntityType.CONCEPT
    return at + 1, make_name(
        tokens, at, at + 1, kind=kind, found_by="acronym", name=entry.name if entry else full, entry=entry
    )


def find_spelled_out(tokens: Sequence[Token], at: int, lexicon: Lexicon, gazetteer: Gazetteer) -> Found:
    """A name that an acronym of the document spells out, lists in it and all: "Office for Aid, Bonds and Customs"."""
    article = tokens[at].text.lower() == "the" and at + 1 < len(tokens)
    at += article
    for full in lexicon.spelled_out.get(tokens[at].text, ()):
        if article and "," not in full:
            continue
        end = at
        while end < len(tokens) and tokens[end].end - tokens[at].start < len(full):
            end += 1
        if join(tokens[at : end + 1]) == full:
            head = head_of(full.split(), gazetteer)
            kind = head.type if head else EntityType.CONCEPT
            noun = next((word for word in full.split() if word in gazetteer.heads), "")
            return end + 1, make_name(tokens, at, end + 1, kind=kind, found_by="head", head=noun)
    return None


def find_term(tokens: Sequence[Token], at: int, lexicon: Lexicon, _: Gazetteer) -> Found:
    """A term that recurs in the document and begins here."""
    for term in lexicon.terms_by_first.get(tokens[at].text.lower(), ()):
        run = tokens[at : at + len(term)]
        if tuple(t.text.lower() for t in run) == term:
            head = term_head(term)
            return at + len(term), make_name(
                tokens, at, at + len(term), kind=EntityType.CONCEPT, found_by="term", head=head
            )
    return None


def term_head(term: Sequence[str]) -> str:
    """The head noun of a term: the last word before its first preposition."""
    for number, word in enumerate(term):
        if number and word in words().connectors:
            return term[number - 1]
    return term[-1]


def with_brackets(tokens: Sequence[Token], end: int, name: Name, lexicon: Lexicon) -> tuple[int, Name]:
    """The name with the acronym that stands in brackets behind it, which names nothing else."""
    closing = next((i for i in range(end, min(end + 5, len(tokens))) if tokens[i].text == ")"), None)
    if end >= len(tokens) or tokens[end].text != "(" or closing is None:
        return end, name
    inner = [t.text for t in tokens[end + 1 : closing] if t.text.isalnum()]
    if len(inner) != 1 or inner[0] not in lexicon.acronyms:
        return end, name
    return closing + 1, replace(name, end=tokens[closing].end)


SCALES = ("hundred", "thousand", "million", "billion", "trillion", "percent", "per", "%")
NUMBER = re.compile(r"\d{1,3}(?:\.\d)?")  # no year


def numbered(tokens: Sequence[Token], at: int, end: int, name: Name) -> tuple[int, Name]:
    """The name with the number right behind it that makes it another one: "SDG 16", "the United Nations 2.0".

    Not where the number counts what follows: "the African Union 15 years ago".
    """
    fits = name.found_by in ("gazetteer", "acronym") and name.type not in (EntityType.COUNTRY, EntityType.REGION)
    if not fits or end >= len(tokens) or not NUMBER.fullmatch(tokens[end].text) or not tokens[end - 1].spaced:
        return end, name
    sum_ = end + 1 < len(tokens) and tokens[end + 1].text.lower() in SCALES  # "gives UNICEF 7 million dollars"
    if counts_next(tokens, end) or sum_:
        return end, name
    own = make_name(tokens, at, end + 1, kind=name.type, found_by="brand")
    return end + 1, own


# The kinds of name, in the order in which one of several as long is taken.
PLACES = (EntityType.COUNTRY, EntityType.REGION)
FINDERS = (
    *(find_entry, find_acronym, find_alias, find_person),
    *(
        find_pair,
        find_term,
        find_run,
        find_brand,
        find_agency,
        find_spelled_out,
        find_foreign,
        find_called,
        find_quarter,
        find_series,
        find_themed,
        find_firm,
        find_based,
        find_route,
        find_portfolio,
    ),
)
