"""Why a query cannot be read: the place of the mistake, and what was likely meant."""

import re
from difflib import get_close_matches

from graph.errors import QueryError
from graph.sparql.screen import Token, find_tokens, place_of

_FORMS = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")


def explain_mistake(text: str, message: str, prefixes: dict[str, str]) -> QueryError:
    """The error that tells where a query cannot be read, and what was likely meant, from the engine's own message."""
    tokens = list(find_tokens(text))
    first = _first_word(tokens)
    if first is None:
        return QueryError(f"{place_of(text, len(text))}: the query is empty; write SELECT, ASK, CONSTRUCT or DESCRIBE")
    if first.text.upper() not in _FORMS:
        return QueryError(f"{place_of(text, first.start)}: {first.text!r} starts no query; use {', '.join(_FORMS)}")
    unknown = _unknown_prefix(tokens, prefixes)
    if unknown is not None:
        near = get_close_matches(unknown.prefix, prefixes, n=2)
        meant = f"did you mean {' or '.join(f'{each}:' for each in near)}? Else " if near else ""
        hint = f"{meant}declare it with PREFIX {unknown.prefix}: <…>, or use one of {', '.join(prefixes)}"
        return QueryError(f"{place_of(text, unknown.start)}: unknown prefix {unknown.prefix}: — {hint}")
    found = re.match(r"error at (\d+):(\d+): (.*)", " ".join(message.split()))
    line, column, rest = found.groups() if found else ("1", "1", message)
    told = re.search(r"\bThe [A-Z][^,\[]+|\bIRI parsing failed", rest)  # Oxigraph's own words, where it has any
    if told:
        return QueryError(f"line {line}, column {column}: {told.group().strip()}; correct the query there or before")
    line, column = _find_mistake(text) or (line, column)
    return QueryError(
        f"line {line}, column {column}: the query cannot be read on from here; correct it there or before"
    )


def _find_mistake(text: str) -> tuple[str, str] | None:
    # Oxigraph often names a place far behind the mistake; rdflib names where the last good part ends.
    from pyparsing import ParseException
    from rdflib.plugins.sparql.parser import parseQuery

    try:
        parseQuery(text)
    except ParseException as error:
        return str(error.lineno), str(error.column)
    except RecursionError:
        return None
    return None


def _first_word(tokens: list[Token]) -> Token | None:
    words = iter(tokens)
    for token in words:
        if token.kind == "word" and token.text.upper() in {"PREFIX", "BASE"}:
            if token.text.upper() == "PREFIX":
                next(words, None)
            next(words, None)
        else:
            return token
    return None


def _unknown_prefix(tokens: list[Token], prefixes: dict[str, str]) -> Token | None:
    declared = set(prefixes) | {"_"}
    for before, token in zip([None, *tokens], tokens, strict=False):
        if token.kind != "name":
            continue
        if before is not None and before.text.upper() == "PREFIX":
            declared.add(token.prefix)
        elif token.prefix not in declared:
            return token
    return None
