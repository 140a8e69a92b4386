"""The YAML front matter of a document: what it says, and where the text begins after it."""

import re
from dataclasses import dataclass
from typing import Any

import yaml

from graph.corpus.dates import find_date
from graph.errors import CorpusError

_BLOCK = re.compile(r"---[ \t]*(?:\r\n|\n|\r)(?P<yaml>.*?)(?<=[\r\n])(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|\Z)", re.DOTALL)
_OPENED = re.compile(r"---[ \t]*(?:\r\n|\n|\r)\s*[A-Za-z_][\w-]*:(?:\s|$)")
# Backslashes that YAML does not know in double quotes, as Markdown writes them: "Quad\#Summit"
_BACKSLASH = re.compile(r"\\(?![0abtnvfre \"/\\N_LPxuU\r\n\t])")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    """What front matter says, None where it is silent; the text after it begins at `end`."""

    end: int = 0
    title: str | None = None
    author: str | None = None
    published: str | None = None
    source_url: str | None = None
    language: str | None = None
    voice: str | None = None


def find_front(text: str, *, name: str) -> Front:
    """Return what the front matter of a text says; a text without any gives an empty `Front`.

    Raises `CorpusError`, with `name` as the file, for YAML that cannot be read and for a date that is none.
    """
    if not _OPENED.match(text):
        return Front()
    block = _BLOCK.match(text)
    if not block:
        raise CorpusError(f"{name}: front matter is opened in line 1 and never closed: add a line with --- after it")
    values = _load(block["yaml"], name=name)
    return Front(
        end=block.end(),
        title=_read_text(values, "title", name=name),
        author=_read_text(values, "author", name=name),
        published=_read_date(values, "date", name=name) or _read_date(values, "published", name=name),
        source_url=_read_text(values, "source_url", name=name) or _read_text(values, "source", name=name),
        language=_read_text(values, "language", name=name),
        voice=_read_text(values, "voice", name=name),
    )


def _load(text: str, *, name: str) -> dict[Any, Any]:
    """Read YAML with every scalar as the text it is: dates are ours to check."""
    try:
        values = _load_scalars(text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f"line {mark.line + 2}" if mark else "its first lines"
        problem = " ".join(str(getattr(error, "problem", None) or "a character YAML does not allow").split())
        message = (
            f"{name}: front matter is not valid YAML in {where} ({problem}): correct it, or put the value in quotes"
        )
        raise CorpusError(message) from error
    except RecursionError as error:
        raise CorpusError(f"{name}: front matter is nested too deeply: write plain `key: value` lines") from error
    if not isinstance(values, dict):
        raise CorpusError(f"{name}: front matter must be `key: value` lines between two lines of ---")
    return values


def _load_scalars(text: str) -> object:
    """Read YAML, if need be with the backslashes it does not know taken literally."""
    try:
        return yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506  (builds texts, lists and mappings only)
    except yaml.YAMLError:
        return yaml.load(_BACKSLASH.sub(r"\\\\", text), Loader=yaml.BaseLoader)  # noqa: S506


def _read_text(values: dict[Any, Any], key: str, *, name: str) -> str | None:
    """Return a value as one line, Markdown's escapes undone; a list of texts is joined with commas."""
    value = values.get(key)
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        value = ", ".join(value)
    if not isinstance(value, str | None):
        raise CorpusError(f"{name}: front matter key `{key}` must be a text: write `{key}: …` on one line")
    return " ".join(_ESCAPE.sub(r"\1", value or "").split()) or None


def _read_date(values: dict[Any, Any], key: str, *, name: str) -> str | None:
    value = _read_text(values, key, name=name)
    if value is None:
        return None
    found = find_date(value)
    if found is None:
        raise CorpusError(
            f"{name}: front matter key `{key}` is no date ({value[:40]!r}): write it like 2025, 2025-01 or 2025-01-16"
        )
    return found
