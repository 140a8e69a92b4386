"""The saved queries: files that run as they are, with blanks to fill in.

The head of a file says `# title:`, `# question:` and, for each blank, `# parameter: name — meaning — default`, or
`# words: …` where it takes any words and not the name of an entity, or `# date: …`; in the query the blank stands as
the string literal `"{name}"`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from functools import cache
from importlib import resources

from graph.errors import QueryError

NEAR = 0.75  # of the letters of two names that are the same, in order, from which one may be meant by the other
_ESCAPES = {"\\": r"\\", '"': r"\"", "\n": r"\n", "\r": r"\r", "\t": r"\t", "\b": r"\b", "\f": r"\f"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """A blank in a saved query; an empty `default` stands for no restriction.

    `names_entity` tells whether what is filled in has to be the name of an entity, `is_date` whether a date.
    """

    name: str
    meaning: str
    default: str
    names_entity: bool = True
    is_date: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedQuery:
    """A question an analyst asks, and the SPARQL that answers it (`text`, with its blanks still open)."""

    name: str
    title: str
    question: str
    parameters: tuple[Parameter, ...]
    text: str


@cache
def saved_queries() -> tuple[SavedQuery, ...]:
    """Return all saved queries, by name."""
    files = [
        file for file in resources.files("graph.sparql").joinpath("queries").iterdir() if file.name.endswith(".rq")
    ]
    return tuple(
        _parse(file.name.removesuffix(".rq"), file.read_text("utf-8"))
        for file in sorted(files, key=lambda file: file.name)
    )


def load_saved(name: str, /, **parameters: str) -> str:
    """Return the text of a saved query with its blanks filled in, each as an escaped string literal.

    Raises QueryError for a name or a parameter that does not exist, with those that do, and for what is no date.
    """
    query = _find(name)
    values = {parameter.name: parameter.default for parameter in query.parameters}
    for parameter in parameters:
        if parameter not in values:
            takes = f"it takes {', '.join(values)}" if values else "it takes none"
            raise QueryError(f"saved query {name!r} has no parameter {parameter!r}; {takes}")
    for blank in query.parameters:
        if blank.is_date:
            _check_date(blank.name, parameters.get(blank.name, ""))
    values.update(parameters)
    # in one pass: what is filled in is not searched for further blanks
    return re.sub(r'"\{(\w+)\}"', lambda blank: string_literal(values[blank.group(1)]), query.text)


def entity_names(name: str, parameters: Mapping[str, str]) -> dict[str, str]:
    """Return those of the `parameters` of a saved query that name an entity; QueryError for an unknown query."""
    others = {parameter.name for parameter in _find(name).parameters if not parameter.names_entity}
    return {parameter: value for parameter, value in parameters.items() if parameter not in others}


def string_literal(text: str) -> str:
    """Return `text` as a SPARQL string literal in double quotes (SPARQL 1.1 Query, section 19.7)."""
    return '"' + "".join(_ESCAPES.get(character, character) for character in text) + '"'


def _check_date(name: str, text: str) -> None:
    """QueryError for what is no day, month or year of ISO 8601; nothing is no restriction."""
    if text and not tells_date(text):
        raise QueryError(f"{name}={text!r} is no date; write it as 2024, 2024-05 or 2024-05-31")


def tells_date(text: str) -> bool:
    """Return whether a text is a day, month or year that there is, as ISO 8601 writes it: 2024-05-31, 2024-05, 2024."""
    if not re.fullmatch(r"[0-9]{4}(-[0-9]{2}){0,2}", text):
        return False
    try:
        date.fromisoformat(f"{text}-01-01"[:10])
    except ValueError:
        return False
    return True


def _find(name: str) -> SavedQuery:
    known = {query.name: query for query in saved_queries()}
    if name not in known:
        near = get_close_matches(name, known, n=3) or sorted(known)
        raise QueryError(f"no saved query {name!r}; did you mean {', '.join(near)}? `--list-saved` shows them all")
    return known[name]


def _parse(name: str, text: str) -> SavedQuery:
    heads = re.findall(r"^# (title|question|parameter|words|date): *(.*?) *$", text, re.MULTILINE)
    (title,), (question,) = ([told for key, told in heads if key == wanted] for wanted in ("title", "question"))
    parameters = tuple(_parse_parameter(key, told) for key, told in heads if key in {"parameter", "words", "date"})
    return SavedQuery(name=name, title=title, question=question, parameters=parameters, text=text)


def _parse_parameter(key: str, told: str) -> Parameter:
    name, meaning, default = (part.strip() for part in told.split("—"))
    return Parameter(
        name=name, meaning=meaning, default=default, names_entity=key == "parameter", is_date=key == "date"
    )
