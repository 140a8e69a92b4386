"""What one document teaches about its own names, as plain data; `terms.py` finds it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from graph.extract.gazetteer import Entry
from graph.model import EntityType


@dataclass(frozen=True, slots=True, kw_only=True)
class Alias:
    """A short name that the document defines, in small letters, and what it stands for.

    `head` is the noun that the definition gives the name to, where it is not a name itself.
    """

    short: tuple[str, ...]
    name: str
    type: EntityType
    entry: Entry | None = None
    head: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Acronyms and people by short form, terms by first word (longest first), and every word written in lower case.

    Aliases stand under their first word; those that name a noun stand under "" as well. `homes` are the codes of the
    countries that the document is of; `namesakes` are names that are another's in most documents; `spelled_out` are
    the names that acronyms stand for, under their first word.
    """

    acronyms: Mapping[str, str] = field(default_factory=dict)
    persons: Mapping[str, str] = field(default_factory=dict)
    terms_by_first: Mapping[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict)
    lower: frozenset[str] = frozenset()
    aliases: Mapping[str, tuple[Alias, ...]] = field(default_factory=dict)
    homes: frozenset[str] = frozenset()
    namesakes: Mapping[str, Entry] = field(default_factory=dict)
    spelled_out: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
