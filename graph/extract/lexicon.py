"""What one document teaches about its own names, as plain data; `terms.py` finds it."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Acronyms and people by short form, terms by first word (longest first), and every word written in lower case."""

    acronyms: Mapping[str, str]
    persons: Mapping[str, str]
    terms_by_first: Mapping[str, tuple[tuple[str, ...], ...]]
    lower: frozenset[str]
