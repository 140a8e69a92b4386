"""Closed lists of English words, read once from `data/words.toml`."""

from dataclasses import dataclass
from functools import cache

from graph.extract.cues import cues
from graph.extract.rules import on_change, read_toml
from graph.extract.text import split_tokens


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Titles, particles, connectors and function words.

    `titled` are all words of titles, `openings` those that they begin with, `offices` the last words of those that name
    an office, `state_offices` the titles of those of whom a state has one.
    """

    titles: frozenset[str]
    titled: frozenset[str]
    openings: frozenset[str]
    honorifics: frozenset[str]
    offices: frozenset[str]
    state_offices: tuple[str, ...]
    callings: frozenset[str]
    kinds: frozenset[str]
    particles: frozenset[str]
    connectors: frozenset[str]
    articles: frozenset[str]
    function: frozenset[str]
    modifiers: frozenset[str]


@cache
def words() -> Words:
    """The lists of `data/words.toml`."""
    table = read_toml("words.toml")
    titles, honorifics = frozenset(table["titles"]), frozenset(table["honorifics"])
    return Words(
        titles=titles,
        titled=frozenset(word for title in titles for word in title.split()),
        openings=frozenset(split_tokens(title)[0].text for title in titles),
        honorifics=honorifics,
        offices=frozenset(title.split()[-1] for title in titles - honorifics) | frozenset(table["posts"]),
        state_offices=tuple(table["state_offices"]),
        callings=frozenset(table["callings"]),
        kinds=frozenset(table["kinds"]),
        particles=frozenset(table["particles"]),
        connectors=frozenset(table["connectors"]),
        articles=frozenset({"the", "a", "an"}),
        function=frozenset(table["function_words"]),
        modifiers=frozenset(table["modifiers"]),
    )


# What before a title makes it the office of another one, or for a time.
RANKS = ("Deputy", "Assistant", "Acting", "Interim", "Vice", "Associate")


def is_title(text: str) -> bool:
    """Whether words are a title that stands before names, with what ranks it as well: "Deputy Secretary"."""
    first, _, rest = text.partition(" ")
    return text in words().titles or (first in RANKS and rest in words().titles)


def are_people(noun: str) -> bool:
    """Whether a noun, by its lemma, is for people or those who act as such: "soldier", "mayor", "government"."""
    return noun in cues()["nouns.groups"] or noun in words().callings


on_change(words.cache_clear)
