"""The data files of reading: the package's own, and those a user lays over them with `--rules` and `--gazetteer`.

A rules file is TOML with the tables `relations`, `cues`, `heads` and `words`, each shaped as the data file of that
name; its lists are added to the package's. A gazetteer file is CSV with the columns of `data/gazetteer.csv`; its rows
win over the package's. One set of files is in use at a time, for the whole process.
"""

import csv
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from io import StringIO
from pathlib import Path
from typing import Any, NoReturn

from graph.errors import RuleError

DATA = files("graph.extract") / "data"
TABLES = ("relations", "cues", "heads", "words")
# Where a rules file may bring keys that the package does not have.
OPEN = (("relations",), ("cues", "nominal"), ("heads", "demonyms"), ("heads", "pair", "prepositions"))
COLUMNS = ("name", "type", "wikidata", "country", "aliases")


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleFile:
    """A user's rules file: its path, its text for line numbers, its tables."""

    path: Path
    text: str
    tables: Mapping[str, Any]


_rules: list[RuleFile] = []
_gazetteers: list[Path] = []
_caches: list[Callable[[], None]] = []


def on_change(clear: Callable[[], None]) -> None:
    """Have a cache of what the data files hold cleared when other files come into use."""
    _caches.append(clear)


def use_files(*, rules: Sequence[Path] = (), gazetteers: Sequence[Path] = ()) -> None:
    """Lay the user's files over the package's, in place of those laid before; none gives the package's alone.

    Raises RuleError, with file and line, for a file that cannot be read or is not shaped as its kind.
    """
    loaded = [load_rules(path) for path in rules]
    _rules[:], _gazetteers[:] = loaded, list(gazetteers)
    for clear in _caches:
        clear()
    for file in loaded:
        for name in TABLES:
            check_table(file, file.tables.get(name, {}), own_toml(f"{name}.toml"), (name,))
        check_predicates(file, own_toml("relations.toml"))


def load_rules(path: Path) -> RuleFile:
    """A rules file; RuleError where it is not TOML or has a table of another name."""
    text = read_text(path)
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise RuleError(f"{path}: not valid TOML: {error}; correct the line named") from error
    file = RuleFile(path=path, text=text, tables=tables)
    for name in tables:
        if name not in TABLES:
            refuse(file, (name,), f"unknown table {name!r}; use {', '.join(TABLES)}")
    return file


def check_table(file: RuleFile, table: object, own: object, place: tuple[str, ...]) -> None:
    """Raise RuleError where a user's table holds what the package's data file of that name cannot."""
    if isinstance(own, list):
        if not isinstance(table, list) or not all(isinstance(word, str) and word for word in table):
            refuse(file, place, f"{'.'.join(place)} must be a list of words")
        return
    if not isinstance(table, dict) or not isinstance(own, dict):
        refuse(file, place, f"{'.'.join(place)} must be a table" if isinstance(own, dict) else "cannot be changed")
    example: object = next(iter(own.values()), [])
    for key, value in table.items():
        if key not in own and place not in OPEN:
            refuse(file, (*place, key), f"unknown key {key!r} in {'.'.join(place)}; it has {', '.join(own)}")
        if isinstance(own.get(key, example), str):
            if not isinstance(value, str):
                refuse(file, (*place, key), f"{'.'.join((*place, key))} must be a text")
        else:
            check_table(file, value, own.get(key, example), (*place, key))


def check_predicates(file: RuleFile, own: Mapping[str, Sequence[str]]) -> None:
    """Raise RuleError where a user's relation claims a predicate that another one has."""
    owners = {predicate: relation for relation, predicates in own.items() for predicate in predicates}
    for relation, predicates in file.tables.get("relations", {}).items():
        for predicate in predicates:
            other = owners.setdefault(predicate, relation)
            if other != relation:
                refuse(file, ("relations", relation), f"{predicate!r} expresses {other} already; keep one")


def refuse(file: RuleFile, place: Sequence[str], what: str) -> NoReturn:
    """Raise the RuleError for a place in a rules file, with its line: the first after the table's that has the key."""
    lines = file.text.splitlines()
    at = 0
    for key in place:
        pattern = re.compile(rf"(?<![\w-]){re.escape(key)}(?![\w-])")
        at = next((i for i in range(at, len(lines)) if pattern.search(lines[i].split("#")[0])), at)
    raise RuleError(f"{file.path}, line {at + 1}: {what}")


def read_text(path: Path) -> str:
    """The text of a user's file; RuleError where it cannot be read as UTF-8."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise RuleError(f"{path}: cannot be read ({error.strerror}); check the path") from error
    except UnicodeDecodeError as error:
        raise RuleError(f"{path}: not UTF-8 at byte {error.start}; save it as UTF-8 text") from error


def own_toml(name: str) -> dict[str, Any]:
    """The content of a data file of the package; RuleError where it is not TOML."""
    try:
        return tomllib.loads((DATA / name).read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise RuleError(f"{name}: not valid TOML: {error}; correct the line named") from error


def read_toml(name: str) -> dict[str, Any]:
    """The content of a data file with the user's rules files laid over it."""
    table = own_toml(name)
    for file in _rules:
        table = merged(table, file.tables.get(name.removesuffix(".toml"), {}))
    return table


def merged(table: Mapping[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    """A table with another laid over it: lists grow, tables are merged, texts are replaced."""
    result = dict(table)
    for key, value in over.items():
        known = result.get(key)
        if isinstance(known, dict):
            result[key] = merged(known, value)
        else:
            result[key] = [*known, *value] if isinstance(known, list) else value
    return result


def read_csv(name: str) -> Iterator[tuple[str, dict[str, str]]]:
    """The rows of a data file with "file, line" for each; lines that begin with # are left out.

    The rows of the user's gazetteer files come behind those of `gazetteer.csv`.
    """
    yield from rows_of(name, (DATA / name).read_text(encoding="utf-8"))
    for path in _gazetteers if name == "gazetteer.csv" else []:
        text = read_text(path)
        heading = next((line for line in text.splitlines() if line and not line.startswith("#")), "")
        if tuple(next(csv.reader([heading]), [])) != COLUMNS:
            raise RuleError(f"{path}: the first line is not {','.join(COLUMNS)}; begin the file with these columns")
        yield from rows_of(str(path), text)


def rows_of(name: str, text: str) -> Iterator[tuple[str, dict[str, str]]]:
    """The rows of a CSV text, each with the place that errors name."""
    lines = [
        (number, line)
        for number, line in enumerate(text.splitlines(), start=1)
        if line.strip() and not line.startswith("#")
    ]
    for (number, _), row in zip(lines[1:], csv.DictReader(StringIO("\n".join(line for _, line in lines))), strict=True):
        place = f"{name}, line {number}"
        if None in row or None in row.values():
            raise RuleError(f"{place}: has another number of fields than the heading; add or remove commas")
        yield place, row
