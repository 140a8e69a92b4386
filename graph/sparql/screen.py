"""What a query may not do, found before it runs.

Oxigraph cannot be told to leave `SERVICE` alone, so a query must not reach it with one that is not allowed: not hidden
behind a name that only looks like one word (`trueSERVICE`, `SERVICEex:a`), nor behind a `<` that may open an IRI or
compare two values. Where the two readings of `<` differ in what they would hide, the query is refused rather than
guessed at. A service is allowed by its address as it is written, since Oxigraph calls what stands between `<` and `>`
and follows no redirect.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph.errors import QueryError, RefusedError

_WRITES = frozenset({"INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH"})

_TOKEN = re.compile(
    r"""
    (?P<comment> \#[^\n\r]* )
  | (?P<string> \"{3}(?:\"{0,2}(?:[^"\\]|\\.))*\"{3} | '{3}(?:'{0,2}(?:[^'\\]|\\.))*'{3}
      | "(?:[^"\\\n\r]|\\[^\n\r])*" | '(?:[^'\\\n\r]|\\[^\n\r])*' )
  | (?P<iri> <[^<>"{}|^`\x00-\x20]*> )
  | (?P<variable> [?$]\w+ )
  | (?P<language> @[A-Za-z]+(?:-[A-Za-z0-9]+)* )
  | (?P<name> (?P<prefix> (?:\w(?:[\w.-]*[\w-])?)? ) :
      (?: (?:[\w:]|%[0-9A-Fa-f]{2}|\\.) (?: \.* (?:[\w:-]|%[0-9A-Fa-f]{2}|\\.) )* )? )
  | (?P<word> \w+ )
  | (?P<sign> \S )
    """,
    re.VERBOSE | re.DOTALL,
)
_SUSPICIOUS = (*sorted(_WRITES), "SERVICE")
_OPERANDS = frozenset({"string", "iri", "variable", "language", "name", "word"})
_DEEPEST = 200  # Oxigraph reads brackets recursively and takes the process down at some thousands


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """One lexical piece of a query: `kind` is a group of the token pattern, `start` its offset."""

    kind: str
    text: str
    start: int
    prefix: str = ""


def find_tokens(text: str) -> Iterator[Token]:
    """Yield the pieces of a query but comments and spaces, in order."""
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup or ""
        if kind != "comment":
            yield Token(kind=kind, text=match.group(), start=match.start(), prefix=match.group("prefix") or "")


def check_read_only(text: str, services: frozenset[str] = frozenset()) -> None:
    """Raise RefusedError, with line and column, if the query would write or call another server than `services`.

    Raises QueryError where it hides what it does, or nests too deep. FROM only chooses among the graphs of the store.
    """
    capital = text.upper()
    if not any(map(capital.__contains__, _SUSPICIOUS)) and sum(map(text.count, "({[")) <= _DEEPEST:
        return  # none of the words is there, not even inside another: nothing can be hidden
    before = ""
    brackets: list[str] = []
    tokens = list(find_tokens(text))
    for at, token in enumerate(tokens):
        if token.kind == "iri" and brackets[-1:] == ["("] and before in _OPERANDS and _is_ambiguous(token.text):
            reason = "'<' may open an IRI or compare; write a space after it, or use a prefixed name"
            raise QueryError(_told(text, token, reason))
        if (token.kind == "word" or token.prefix) and _called(tokens[at : at + 3]) not in services:
            _check_word(text, token, services)
        if token.text in {"(", "{", "["}:
            brackets.append(token.text)
            if len(brackets) > _DEEPEST:
                raise QueryError(_told(text, token, f"more than {_DEEPEST} brackets are open; write a flatter query"))
        elif token.text in {")", "}", "]"} and brackets:
            brackets.pop()
        before = "name" if token.text == ")" else token.kind


def place_of(text: str, offset: int) -> str:
    """Return "line L, column C" of an offset, both from 1."""
    line_start = text.rfind("\n", 0, offset) + 1
    return f"line {text.count(chr(10), 0, offset) + 1}, column {offset - line_start + 1}"


def _called(tokens: list[Token]) -> str | None:
    """Return the address that tokens which begin with SERVICE call, None where it cannot be read off them."""
    word, *others = tokens
    if word.kind == "word" and word.text.upper() == "SERVICE":
        address = next((token for token in others if (token.kind, token.text.upper()) != ("word", "SILENT")), None)
        if address is not None and address.kind == "iri":
            return address.text[1:-1]
    return None


def _check_word(text: str, token: Token, services: frozenset[str]) -> None:
    word = token.text.upper()
    if "SERVICE" in (token.prefix or word).upper():  # anywhere in it: Oxigraph needs no space around a keyword
        reason = "SERVICE is refused, a query may not call other servers; take that part out"
        if services:
            allowed = ", ".join(f"<{service}>" for service in sorted(services))
            reason = f"SERVICE is refused, a query may call {allowed} only, written so; take that part out"
        raise RefusedError(_told(text, token, reason))
    if token.kind == "name":
        return
    if word in _WRITES:
        reason = f"{word} is refused, a query may only read; use SELECT, ASK, CONSTRUCT or DESCRIBE"
        raise RefusedError(_told(text, token, reason))


def _is_ambiguous(iri: str) -> bool:
    # Without '#' nothing after the closing '>' depends on the reading; no expression starts like "http://".
    return "#" in iri and not re.match(r"<[A-Za-z][A-Za-z0-9+.-]*://", iri)


def _told(text: str, token: Token, reason: str) -> str:
    return f"{place_of(text, token.start)}: {reason}"
