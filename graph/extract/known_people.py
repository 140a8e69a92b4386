"""The people a document introduces: behind a title or what they are, with their full names and their surnames."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from itertools import pairwise

from graph.extract.gazetteer import Gazetteer, plain
from graph.extract.lexicon import Lexicon
from graph.extract.naming import join
from graph.extract.office_seats import country_size
from graph.extract.open_titles import OFFICES, is_name_like, open_title
from graph.extract.people import OF_SEVERAL, find_person, is_joined, person_end, portfolio_size, title_at
from graph.extract.portfolios import PORTFOLIOS
from graph.extract.text import Token, is_capital
from graph.extract.words import words

LISTED_PEOPLE = 8  # words back from a name to what those in its list are
LONGEST_PERSON = 4  # words of a name beside what the person is


def find_persons(passages: Sequence[Sequence[Token]], lexicon: Lexicon, gazetteer: Gazetteer) -> dict[str, str]:
    """Surnames and full names of people who stand behind a title or what they are, each with its longest form.

    A surname that two people share stands for neither.
    """
    full: Counter[str] = Counter()
    for tokens in passages:
        at = 0
        offices = not OFFICES.isdisjoint([token.text for token in tokens])
        while at < len(tokens):
            size = title_at(tokens, at, gazetteer)
            at += size or 1
            at += portfolio_size(tokens, at, gazetteer) if size else 0
            at += country_size(tokens, at, gazetteer) if size else 0
            if size and not title_at(tokens, at, gazetteer):
                end = person_end(tokens, at, lexicon, gazetteer)
                apart = named_apart(tokens, at, lexicon, gazetteer)
                if end > at or apart:
                    full[apart or join(tokens[at:end])] += 1
            elif not size:
                full.update(find_introduced(tokens, at - 1, lexicon, gazetteer, offices=offices))
    alone = {n for n in full if " " not in n} | find_acting(passages, gazetteer)
    full.update(find_full_names(passages, alone, lexicon, gazetteer))
    persons: dict[str, set[str]] = {}
    for name in full:
        parts = [p for p in name.split() if not re.fullmatch(r"[IVX]+|[JS]r\.?", p)] or name.split()
        shorts = {name, parts[0], parts[-1]} if len(name.split()) > 1 else {name}
        if (surname := with_particle(parts)) is not None:  # "Ann van der Berg" is "Van der Berg" without her first name
            shorts |= {surname, surname[:1].upper() + surname[1:]}
        if is_joined(parts[-1]):  # "el-Sisi" is "Sisi", and "El-Sisi" where a sentence begins
            shorts |= {re.split("[-–‑]", parts[-1], maxsplit=1)[1], parts[-1][:1].upper() + parts[-1][1:]}
        for short in shorts:
            persons.setdefault(short, set()).add(name)
    known = {short: person_case(max(names, key=len)) for short, names in persons.items() if one_person(names)}
    return {
        short: name
        for short, name in sorted(known.items())
        if plain(short) not in gazetteer.names or (short == name.split()[-1] != name and is_nowhere(short, passages))
    }


def find_introduced(
    tokens: Sequence[Token], at: int, lexicon: Lexicon, gazetteer: Gazetteer, *, offices: bool
) -> list[str]:
    """The people whose names begin or end here whom no title of the list introduces, but what they are.

    `offices` tells whether the passage has a word for one that a title of its own may end in.
    """
    if offices and (titled := find_titled(tokens, at, lexicon, gazetteer)):
        return [titled]
    if several := joint_bearers(tokens, at, lexicon, gazetteer):
        return several
    if end := called_end(tokens, at, lexicon, gazetteer):
        return [join(tokens[at:end])]
    joined = joined_name(tokens, at, lexicon, gazetteer)
    return [joined] if joined else []


INSIDE_OFFICES = frozenset({"of", "for", "to", "the", "and", "on", "in", "&", "'s", "’s"})
LONGEST_OFFICE = 12  # tokens behind the title itself


def named_apart(tokens: Sequence[Token], at: int, lexicon: Lexicon, gazetteer: Gazetteer) -> str:
    """Whom commas set off behind an office and what it is for: "Special Envoy for Peru, Ana Lund, left"; or nobody."""
    comma = at
    while comma < min(at + LONGEST_OFFICE, len(tokens)) and (
        is_capital(tokens[comma].text) or tokens[comma].text in INSIDE_OFFICES
    ):
        comma += 1
    start = comma + 1
    if start >= len(tokens) or tokens[comma].text != "," or not is_name_like(tokens, start, gazetteer):
        return ""
    end = person_end(tokens, start, lexicon, gazetteer)
    closed = end < len(tokens) and tokens[end].text in (",", ".", ";", "(")
    listed = end + 1 < len(tokens) and tokens[end + 1].text in ("the", "and", "a")  # "the Minister, X, the Governor"
    closed = closed and not listed
    return join(tokens[start:end]) if closed and 2 <= end - start <= LONGEST_PERSON else ""


def find_titled(tokens: Sequence[Token], at: int, lexicon: Lexicon, gazetteer: Gazetteer) -> str:
    """The person whose title begins here that no list has: "Regional Programme Director Ana Lund"; or nobody."""
    if not is_capital(tokens[at].text) or not open_title(tokens, at, gazetteer):
        return ""
    found = find_person(tokens, at, lexicon, gazetteer)
    return found[1].name if found is not None else ""


# What stands before places.
WHERE = ("in", "across", "within", "into", "from", "to", "of", "throughout", "outside")


def is_nowhere(name: str, passages: Sequence[Sequence[Token]]) -> bool:
    """Whether a surname that is a country's too never stands where places do: "Scotland said", not "in Scotland"."""
    return not any(
        token.text == name and before.text in WHERE for tokens in passages for before, token in pairwise(tokens)
    )


def with_particle(parts: Sequence[str]) -> str | None:
    """A surname of several words, from its first particle on: "van der Berg" of "Ann van der Berg"; or None."""
    first = next((n for n, part in enumerate(parts[:-1]) if n and part in words().particles), None)
    return " ".join(parts[first:]) if first is not None else None


def joint_bearers(tokens: Sequence[Token], at: int, lexicon: Lexicon, gazetteer: Gazetteer) -> list[str]:
    """The people behind the title of several that stands here: "Foreign Ministers Berg and Holm"; or nobody."""
    found: list[str] = []
    start = at + 1 if tokens[at].text in OF_SEVERAL else len(tokens)
    while start < len(tokens) and (end := person_end(tokens, start, lexicon, gazetteer)) > start:
        found.append(join(tokens[start:end]))
        listed = end < len(tokens) and tokens[end].text in (",", "and")
        start = end + 1 if listed else len(tokens)
    return found if len(found) > 1 else []


def joined_name(tokens: Sequence[Token], at: int, lexicon: Lexicon, gazetteer: Gazetteer) -> str:
    """The person whose name ends here in a surname with an article, "Abdel Fattah el-Sisi"; or nothing."""
    start = at
    while is_joined(tokens[at].text) and start > 0 and is_capital(tokens[start - 1].text):
        start -= 1
    found = next((f for i in range(start, at) if (f := find_person(tokens, i, lexicon, gazetteer))), None)
    return found[1].name if found and found[0] > at else ""


# What a person does whom a text calls by the surname alone, and whom it has named in full.
ACTING = ("said", "says", "told", "added", "warned", "argued", "replied", "visited", "met")


def find_acting(passages: Sequence[Sequence[Token]], gazetteer: Gazetteer) -> set[str]:
    """The single words with a capital that stand before what people do: "Berg said", "Berg met"."""
    return {
        name.text
        for tokens in passages
        for before, name, verb in zip([Token(".", 0, 0, spaced=False), *tokens], tokens, tokens[1:], strict=False)
        if verb.text in ACTING and name.text.istitle() and not is_capital(before.text)
        if plain(name.text) not in gazetteer.names and name.text not in gazetteer.heads
    }


def find_full_names(
    passages: Sequence[Sequence[Token]], surnames: Set[str], lexicon: Lexicon, gazetteer: Gazetteer
) -> Iterator[str]:
    """The names in full, without a title, of those whose surnames stand behind one: "Anna Berg" of "Minister Berg"."""
    for tokens in passages if surnames else ():
        for at, token in enumerate(tokens):
            before = tokens[at - 1].text if at else "."
            inside = is_capital(before) or before in ("of", "for", "and", "&") or token.text in PORTFOLIOS
            inside = inside or any(t.text in OF_SEVERAL for t in tokens[at : at + 3])  # "Prime Ministers Berg and Holm"
            if inside or not is_capital(token.text) or token.text in surnames or title_at(tokens, at, gazetteer):
                continue
            end = person_end(tokens, at, lexicon, gazetteer)
            if 2 <= end - at <= LONGEST_PERSON and tokens[end - 1].text in surnames:
                yield join(tokens[at:end])


def called_end(tokens: Sequence[Token], at: int, lexicon: Lexicon, gazetteer: Gazetteer) -> int:
    """Where the name of a person ends that begins here beside what the person is, or 0 where none does.

    "The diplomat Anna Berg", "Anna Berg, a lawyer from Lima,": two words or more, in capitals where names have them.
    """
    opening = at == 1 and tokens[0].text.lower() in words().callings  # "Novelist Anna Berg"
    follows = at > 0 and is_capital(tokens[at - 1].text) and not opening
    if not is_capital(tokens[at].text) or tokens[at].text.isupper() or follows:
        return 0
    end = person_end(tokens, at, lexicon, gazetteer)
    parts = sum(is_capital(t.text) for t in tokens[at:end])
    if not 2 <= parts <= LONGEST_PERSON or (end < len(tokens) and is_capital(tokens[end].text)):
        return 0
    behind = [t.text for t in tokens[end + 1 : end + 5]] if end < len(tokens) and tokens[end].text == "," else []
    closed = end < len(tokens) and tokens[end].text in (",", ".", ";")
    office = at > 1 and tokens[at - 1].text == "," and tokens[at - 2].text in words().offices and closed
    before = at > 0 and (tokens[at - 1].text in words().callings or follows_callings(tokens, at) or office)
    before = before or opening
    said = next((n for n, text in enumerate(behind) if text in words().callings), None)
    told = said is not None and all(
        t.isalpha() and t not in words().connectors - words().articles for t in behind[:said]
    )
    return end if before or told else 0


def follows_callings(tokens: Sequence[Token], at: int) -> bool:
    """Whether a name stands in a list of what several people are called: "two lawyers, Ann Berg and Carl Beck"."""
    back = [t.text for t in reversed(tokens[max(0, at - LISTED_PEOPLE) : at])]
    if not back or back[0] not in (",", "and"):
        return False
    first = next((n for n, text in enumerate(back) if text not in (",", "and") and not is_capital(text)), None)
    plural = back[first] if first is not None and back[first - 1] == "," else ""
    return plural in ("men", "women", "people") or (
        plural.endswith("s") and plural.removesuffix("s") in words().callings
    )


def one_person(names: set[str]) -> bool:
    """Whether all the names can be one person's: each is part of the longest."""
    longest = set(max(names, key=lambda n: (len(n), n)).lower().split())
    return all(set(name.lower().split()) <= longest for name in names)


def person_case(name: str) -> str:
    """A person's name as it is written outside headings: capitals only where names begin."""
    return name.title() if name.isupper() else name
