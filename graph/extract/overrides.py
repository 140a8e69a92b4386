"""A user's last word on linking: names that are one thing, names that are not, and what a thing is.

An overrides file is CSV with the columns `action,name,other`:

    same,the Framework,Indo-Pacific Economic Framework    the first name stands for the second
    apart,Georgia,Republic of Georgia                     two names that rules take for one are two things
    type,Blue Line,Place                                  the name's entity is of this type
"""

import csv
import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from graph.errors import RuleError
from graph.extract.mentions import map_mentions
from graph.extract.pronouns import KINDS
from graph.extract.rules import read_text, rows_of
from graph.extract.spelling import clean, fold
from graph.model import EntityType, Extraction, Mention

COLUMNS = ("action", "name", "other")
ACTIONS = ("same", "apart", "type")


@dataclass(frozen=True, slots=True, kw_only=True)
class Overrides:
    """Names folded: `same` leads to the name to use, `apart` to those it is not, `types` to the type.

    `spelled` has all of them as the file spells them; `digest` is the SHA-256 of what the file says.
    """

    same: Mapping[str, str] = field(default_factory=dict)
    apart: Mapping[str, frozenset[str]] = field(default_factory=dict)
    types: Mapping[str, EntityType] = field(default_factory=dict)
    file: str = ""
    digest: str = ""
    spelled: Mapping[str, str] = field(default_factory=dict)


NO_OVERRIDES = Overrides()


def read_overrides(path: Path) -> Overrides:
    """The overrides of a file; RuleError names file and line of what is wrong in it."""
    text = read_text(path)
    heading = next((line for line in text.splitlines() if line.strip() and not line.startswith("#")), "")
    if tuple(next(csv.reader([heading]), [])) != COLUMNS:
        raise RuleError(f"{path}: the first line is not {','.join(COLUMNS)}; begin the file with these columns")
    same: dict[str, str] = {}
    apart: dict[str, frozenset[str]] = {}
    types: dict[str, EntityType] = {}
    spelled: dict[str, str] = {}
    for place, row in rows_of(str(path), text):
        action, name, other = (row[column].strip() for column in COLUMNS)
        if action not in ACTIONS:
            raise RuleError(f"{place}: unknown action {action!r}; use {', '.join(ACTIONS)}")
        if not fold(name) or not other:
            raise RuleError(f"{place}: a name is empty; write {action},NAME,{'TYPE' if action == 'type' else 'OTHER'}")
        spelled[fold(name)] = name
        if action == "type":
            if other not in set(EntityType):
                raise RuleError(f"{place}: unknown type {other!r}; use one of {', '.join(EntityType)}")
            types[fold(name)] = EntityType(other)
        elif fold(name) == fold(other):
            raise RuleError(f"{place}: {name!r} and {other!r} are the same name; write two names")
        elif action == "same":
            if same.get(fold(name), other) != other:
                raise RuleError(f"{place}: {name!r} is {same[fold(name)]!r} already; keep one of the lines")
            same[fold(name)] = other
        else:
            apart[fold(name)] = apart.get(fold(name), frozenset()) | {fold(other)}
    for name, other in same.items():
        if fold(other) in same or fold(other) in apart.get(name, ()):
            raise RuleError(
                f"{path}: {other!r} is told to be something else as well; name what {name!r} is in one step"
            )
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Overrides(same=same, apart=apart, types=types, file=path.name, digest=digest, spelled=spelled)


def override_extraction(extraction: Extraction, overrides: Overrides) -> Extraction:
    """The extraction with its mentions under the names and types that the overrides give them."""
    if not overrides.file:
        return extraction
    return map_mentions(extraction, lambda mention: override_mention(mention, overrides))


def override_mention(mention: Mention, overrides: Overrides) -> Mention:
    """The mention under the name that the overrides give to its words or its name, else as it is."""
    words = "" if mention.text.lower() in KINDS else clean(mention.text)
    if fold(mention.name) in overrides.apart.get(fold(words), ()):
        mention = replace(mention, name=words)
    for known in (words, mention.name):
        if fold(known) in overrides.same:
            mention = replace(mention, name=overrides.same[fold(known)], found_by="override")
            break
    kind = overrides.types.get(fold(mention.name)) or overrides.types.get(fold(words))
    return replace(mention, type=kind) if kind else mention


def met(overrides: Overrides, mentions: Iterable[Mention]) -> set[str]:
    """The names of the overrides that mentions have, in their words or as what they are called."""
    if not overrides.file:
        return set()
    return {form for m in mentions for form in (fold(m.name), fold(clean(m.text)))} & set(overrides.spelled)


def unused(overrides: Overrides, met_names: Iterable[str]) -> tuple[str, ...]:
    """The names of the overrides that nothing has met, as the file spells them: likely misspelt."""
    gone = set(met_names)
    return tuple(name for key, name in overrides.spelled.items() if key not in gone)
