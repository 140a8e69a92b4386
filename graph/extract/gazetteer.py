"""What is known before reading: countries with their demonyms, organisations, regions; head nouns of names.

Countries come from the countryinfo package; `data/countries.csv` and `data/gazetteer.csv` hold what no package has,
`data/heads.toml` the nouns that make a capitalised run a name of a type.
"""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from graph.errors import RuleError
from graph.extract.rules import on_change, read_csv, read_toml
from graph.extract.text import split_tokens
from graph.model import EntityType

# What the package has for countries and English for other things: Iceland, the Isle of Man, Dominica, Fiji.
OTHERS = ("Island", "Mann", "Mannin", "Dominique", "Viti")
LOCAL = "~"  # before an alias that a thing has in documents of its own country alone, a country in those that name it


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing the gazetteer knows, under its own name and others.

    `local` are the names that it has in documents of its own country alone: each country has a "Department of State".
    Those of a country are another country's as well, and its own where only it is named in full: "Congo".
    """

    name: str
    type: EntityType
    aliases: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()
    country: str | None = None
    local: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """A head noun: the type of the names it makes, and the prepositions that may carry them on."""

    type: EntityType
    prepositions: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gazetteer:
    """Names and demonyms as keys of the entries they stand for, `local` names apart; head nouns of names.

    `provinces` are the names of countries that provinces of others have, each with the codes of these; `namesakes`
    the names of countries that another country has as well, each with that one.
    """

    names: Mapping[str, Entry]
    demonyms: Mapping[str, Entry]
    heads: Mapping[str, Head]
    pair_heads: frozenset[str]
    pair_prepositions: Mapping[str, frozenset[str]]
    by_first: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    local: Mapping[str, Entry] = field(default_factory=dict)
    provinces: Mapping[str, frozenset[str]] = field(default_factory=dict)
    namesakes: Mapping[str, Entry] = field(default_factory=dict)


def plain(text: str) -> str:
    """The text with typographic apostrophes and dashes as ASCII ones, for looking names up."""
    return text.replace("’", "'").replace("–", "-").replace("‑", "-").strip()


@cache
def size_of(name: str) -> int:
    """How many tokens a name has."""
    return len(split_tokens(name))


def unaccented(text: str) -> str:
    """The text without diacritics."""
    if text.isascii():
        return text
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def split_list(text: str) -> tuple[str, ...]:
    """The parts of a cell that holds several names."""
    return tuple(part.strip() for part in text.split("|") if part.strip())


def wikidata(identifier: str) -> tuple[str, ...]:
    """The IRI of a Wikidata item, or nothing where no identifier is known."""
    return (f"http://www.wikidata.org/entity/{identifier}",) if identifier else ()


def read_countries() -> Iterator[tuple[Entry, tuple[str, ...], tuple[str, ...]]]:
    """Every country with its demonyms: the package's, and the curated ones."""
    from countryinfo import all_countries

    curated = {row["iso"]: row for _, row in read_csv("countries.csv")}
    for country in all_countries():
        info = country.info()
        iso = info["ISO"]["alpha2"]
        row = curated.get(iso)
        if row is None:
            continue
        name = row["name"] or info["name"]
        # Two- and three-letter codes are dropped: "IS", "IT", "AND" are words.
        spellings = [s for s in info.get("altSpellings", []) if s.isascii() and not (s.isupper() and len(s) <= 3)]
        own = split_list(row["aliases"])
        aliases = [info["name"], *spellings, *(alias for alias in own if not alias.startswith(LOCAL))]
        aliases = [s for s in aliases if s and "," not in s and s != name and s not in OTHERS]
        aliases += [unaccented(s) for s in (name, *aliases) if unaccented(s) != s and unaccented(s).isascii()]
        entry = Entry(
            name=name,
            type=EntityType.COUNTRY,
            aliases=tuple(dict.fromkeys(aliases)),
            same_as=wikidata(row["wikidata"]),
            country=iso,
            local=tuple(alias.removeprefix(LOCAL) for alias in own if alias.startswith(LOCAL)),
        )
        demonyms = (info.get("demonym") or "").replace(" or ", ",").split(",")
        yield entry, tuple(d.strip() for d in demonyms if d.strip()), split_list(row["demonyms"])
        del curated[iso]
    for iso, row in curated.items():  # what the package has not
        if row["name"]:
            entry = Entry(name=row["name"], type=EntityType.COUNTRY, same_as=wikidata(row["wikidata"]), country=iso)
            yield entry, (), split_list(row["demonyms"])


def read_provinces(countries: Set[str]) -> dict[str, frozenset[str]]:
    """The names of countries that provinces of other countries have, with the codes of those: Georgia of the US."""
    from countryinfo import all_countries

    found: dict[str, set[str]] = {}
    for country in all_countries():
        info = country.info()
        for province in countries & {*(info.get("provinces") or ())} - {info["name"]}:
            found.setdefault(province, set()).add(info["ISO"]["alpha2"])
    return {name: frozenset(codes) for name, codes in found.items()}


def read_entries() -> Iterator[Entry]:
    """Every curated entry; RuleError names the line of one whose type is unknown."""
    for place, row in read_csv("gazetteer.csv"):
        try:
            kind = EntityType(row["type"])
        except ValueError as error:
            known = ", ".join(EntityType)
            raise RuleError(f"{place}: unknown type {row['type']!r}; use one of {known}") from error
        if not row["name"].strip():
            raise RuleError(f"{place}: has no name; write one in the first column")
        aliases = split_list(row["aliases"])
        local = tuple(alias.removeprefix(LOCAL) for alias in aliases if alias.startswith(LOCAL))
        if local and not row["country"]:
            raise RuleError(f"{place}: {LOCAL}{local[0]} is a name in one country; tell its code under country")
        yield Entry(
            name=row["name"],
            type=kind,
            aliases=tuple(alias for alias in aliases if not alias.startswith(LOCAL)),
            same_as=wikidata(row["wikidata"]),
            country=row["country"] or None,
            local=local,
        )


def read_heads(table: Mapping[str, Any]) -> dict[str, Head]:
    """The head nouns of `heads.toml`; where a noun stands under two types the first one wins."""
    heads: dict[str, Head] = {}
    for kind, entry in table.items():
        if kind == "pair":
            continue
        head = Head(type=EntityType(kind), prepositions=frozenset(entry["prepositions"]))
        for noun in entry["heads"]:
            heads.setdefault(noun, head)
    return heads


def own_adjective(adjective: str, entries: Sequence[Entry]) -> Entry | None:
    """The country that an adjective speaks of: the only one, or the only one whose name begins alike, or None.

    "Indian" is India's and not the British Indian Ocean Territory's; "Congolese" may be either Congo's.
    """
    alike = [e for e in entries if e.name[:3].lower() == adjective[:3].lower()]
    found = entries if len(entries) == 1 else alike
    return found[0] if len(found) == 1 else None


def is_adjective(name: str, entry: Entry, demonyms: Mapping[str, Entry]) -> bool:
    """Whether a package gives a country's adjective as a name of it: "Thai" troops are no "Thailand troops"."""
    return demonyms.get(name) is entry and name != entry.name and entry.type is EntityType.COUNTRY


@cache
def load_gazetteer() -> Gazetteer:
    """The gazetteer of the package's own data files; RuleError names file and line of what is wrong in them."""
    names: dict[str, Entry] = {}
    demonyms: dict[str, Entry] = {}
    local: dict[str, Entry] = {}
    shared: dict[str, list[Entry]] = {}
    namesakes: dict[str, Entry] = {}
    for entry, adjectives, curated in read_countries():
        namesakes |= dict.fromkeys(map(plain, entry.local), entry)
        demonyms |= dict.fromkeys(curated, entry)
        for adjective in adjectives:
            shared.setdefault(adjective, []).append(entry)
        for alias in (entry.name, *entry.aliases):
            names.setdefault(plain(alias), entry)
    for entry in read_entries():
        for alias in (entry.name, *entry.aliases):
            names[plain(alias)] = entry
        local |= {plain(alias): entry for alias in entry.local}
    for adjective, entries in shared.items():
        owner = own_adjective(adjective, entries)
        if owner is not None:
            demonyms.setdefault(adjective, owner)
    table = read_toml("heads.toml")
    for adjective, name in table["demonyms"].items():
        if name not in names:
            raise RuleError(f"heads.toml, demonyms.{adjective}: {name!r} is not in the gazetteer; add a row for it")
        demonyms.setdefault(adjective, names[name])
    names = {name: entry for name, entry in names.items() if not is_adjective(name, entry, demonyms)}
    by_first: dict[str, list[str]] = {}
    for name in {**names, **local}:
        by_first.setdefault(plain(split_tokens(name)[0].text), []).append(name)
    return Gazetteer(
        names=names,
        demonyms=demonyms,
        heads=read_heads({k: v for k, v in table.items() if k != "demonyms"}),
        pair_heads=frozenset(table["pair"]["heads"]),
        pair_prepositions={k: frozenset(v) for k, v in table["pair"]["prepositions"].items()},
        by_first={first: tuple(sorted(found, key=len, reverse=True)) for first, found in by_first.items()},
        local={name: entry for name, entry in local.items() if name not in names},
        provinces=read_provinces({e.name for e in names.values() if e.type is EntityType.COUNTRY}),
        namesakes=namesakes,
    )


on_change(load_gazetteer.cache_clear)
