"""Closed lists of English words, read once from `data/words.toml`."""

from dataclasses import dataclass
from functools import cache

from graph.extract.rules import on_change, read_toml


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Titles, particles, connectors and function words."""

    titles: frozenset[str]
    honorifics: frozenset[str]
    particles: frozenset[str]
    connectors: frozenset[str]
    articles: frozenset[str]
    function: frozenset[str]
    modifiers: frozenset[str]


@cache
def words() -> Words:
    """The lists of `data/words.toml`."""
    table = read_toml("words.toml")
    return Words(
        titles=frozenset(table["titles"]),
        honorifics=frozenset(table["honorifics"]),
        particles=frozenset(table["particles"]),
        connectors=frozenset(table["connectors"]),
        articles=frozenset({"the", "a", "an"}),
        function=frozenset(table["function_words"]),
        modifiers=frozenset(table["modifiers"]),
    )


on_change(words.cache_clear)
