"""The saved queries: files that run as they are, with blanks to fill in.

The head of a file says `# title:`, `# question:` and, for each blank, `# parameter: name — meaning — default`, or
`# words: …` where it takes any words and not the name of an entity; in the query the blank stands as the string literal
`"{name}"`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from importlib import resources

from graph.errors import QueryError

_ESCAPES = {"\\": r"\\", '"': r"\"", "\n": r"\n", "\r": r"\r", "\t": r"\t", "\b": r"\b", "\f": r"\f"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """A blank in a saved query; an empty `default` stands for no restriction.

    `names_entity` tells whether what is filled in has to be the name of an entity.
    """

    name: str
    meaning: str
    default: str
    names_entity: bool = True


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

    Raises QueryError for a name or a parameter that does not exist; it tells those that do.
    """
    query = _find(name)
    values = {parameter.name: parameter.default for parameter in query.parameters}
    for parameter in parameters:
        if parameter not in values:
            takes = f"it takes {', '.join(values)}" if values else "it takes none"
            raise QueryError(f"saved query {name!r} has no parameter {parameter!r}; {takes}")
    values.update(parameters)
    # in one pass: what is filled in is not searched for further blanks
    return re.sub(r'"\{(\w+)\}"', lambda blank: string_literal(values[blank.group(1)]), query.text)


def entity_names(name: str, parameters: Mapping[str, str]) -> dict[str, str]:
    """Return those of the `parameters` of a saved query that name an entity; QueryError for an unknown query."""
    words = {parameter.name for parameter in _find(name).parameters if not parameter.names_entity}
    return {parameter: value for parameter, value in parameters.items() if parameter not in words}


def string_literal(text: str) -> str:
    """Return `text` as a SPARQL string literal in double quotes (SPARQL 1.1 Query, section 19.7)."""
    return '"' + "".join(_ESCAPES.get(character, character) for character in text) + '"'


def _find(name: str) -> SavedQuery:
    known = {query.name: query for query in saved_queries()}
    if name not in known:
        near = get_close_matches(name, known, n=3) or sorted(known)
        raise QueryError(f"no saved query {name!r}; did you mean {', '.join(near)}? `--list-saved` shows them all")
    return known[name]


def _parse(name: str, text: str) -> SavedQuery:
    heads = re.findall(r"^# (title|question|parameter|words): *(.*?) *$", text, re.MULTILINE)
    (title,), (question,) = ([told for key, told in heads if key == wanted] for wanted in ("title", "question"))
    parameters = tuple(_parse_parameter(key, told) for key, told in heads if key in {"parameter", "words"})
    return SavedQuery(name=name, title=title, question=question, parameters=parameters, text=text)


def _parse_parameter(key: str, told: str) -> Parameter:
    name, meaning, default = (part.strip() for part in told.split("—"))
    return Parameter(name=name, meaning=meaning, default=default, names_entity=key == "parameter")
