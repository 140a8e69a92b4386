"""Whether a person is a woman or a man by the first name, where it is one that only women or only men bear."""

from dataclasses import dataclass
from functools import cache

from graph.extract.rules import on_change, read_toml


@dataclass(frozen=True, slots=True)
class GivenNames:
    """First names of women and of men; those of both are in neither."""

    women: frozenset[str]
    men: frozenset[str]


@cache
def given_names() -> GivenNames:
    """The names of `data/given_names.toml`."""
    table = read_toml("given_names.toml")
    return GivenNames(women=frozenset(table["women"]), men=frozenset(table["men"]))


def may_be_she(name: str) -> bool | None:
    """Whether "she" may stand for a person by the whole name, and "he" may not; None where it does not tell."""
    first, _, rest = name.partition(" ")
    own = first if first in given_names().men else first.partition("-")[0]  # "Anne-Marie" as "Anne"
    known = own in given_names().women or own in given_names().men
    return own in given_names().women if rest and known else None


on_change(given_names.cache_clear)
