"""Words of a passage before any model reads them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

WORD = r"(?:(?:[^\W\d_]\.){2,}|(?:[A-Z]\.)+[A-Z](?=[-–‑][A-Z])|[^\W_]+(?:['’](?!s\b)[^\W_]+)*)"
TOKEN = re.compile(
    rf"[A-Z]{{2,}}(?:/[A-Z]{{2,}})+"
    rf"|\d+(?:st|nd|rd|th)\b|\d+\+\d+\b|\d{{4}}[-–]\d{{4}}\b|\d[\d.,]*\d|{WORD}(?:[-–‑]{WORD})*\+?|['’]s\b|\S"
)
TITLE_STOP = re.compile(r"(?:Mr|Mrs|Ms|Dr|St|Jr|Sr)$")


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark at [start, end) of a text; `spaced` where white space follows."""

    text: str
    start: int
    end: int
    spaced: bool


@lru_cache(maxsize=4096)
def split_tokens(text: str) -> tuple[Token, ...]:
    """The words and marks of a text: "U.S.-led", "d'Ivoire" and "6.4" are one token, "China's" is two."""
    tokens: list[Token] = []
    for match in TOKEN.finditer(text):
        start, end = match.span()
        spaced = end < len(text) and text[end].isspace()
        if match[0] == "." and tokens and TITLE_STOP.search(tokens[-1].text) and tokens[-1].end == start:
            last = tokens.pop()
            tokens.append(Token(last.text + ".", last.start, end, spaced))
        else:
            tokens.append(Token(match[0], start, end, spaced))
    return tuple(tokens)


def is_capital(text: str) -> bool:
    """Whether a word begins with a capital letter and is one ("G20" is, "(" and "2025" are not)."""
    return text[:1].isupper()


def is_ordinal(text: str) -> bool:
    """Whether a word is an ordinal in digits, "78th", or tells how many sit on either side of a body: "5+5"."""
    return bool(re.fullmatch(r"\d+(?:st|nd|rd|th|\+\d+)", text))


def opens_sentence(tokens: Sequence[Token], at: int) -> bool:
    """Whether a sentence or a quotation begins with this token."""
    return at == 0 or tokens[at - 1].text in {".", "!", "?", ":", ";", "“", '"', "•"}


def possessive(name: str) -> str:
    """The possessive form of a name."""
    return name + ("'" if name.endswith("s") else "'s")
