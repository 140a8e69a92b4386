"""Stretches of a document into the text to be read: marks, line ends and invisible characters undone, offsets kept."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

_URL = r"\([^()\s]{0,2000}(?:\([^()\s]{0,500}\)[^()\s]{0,2000})?(?:\s+\"[^\"\n]{0,300}\")?\)"
_TAGS = "a|b|br|center|cite|div|em|figcaption|figure|font|i|img|p|s|small|span|strong|sub|sup|u"
# Controls, soft hyphen, zero-width space, direction marks; joiners stay: emoji and Persian words need them.
_INVISIBLE = "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]"
_COMMON = rf"""
  (?P<torn>(?<=[^\W\d_])-[ \t]*(?:\r\n|\n|\r)[ \t]*(?=[^\W\d_])(?!(?:and|or|to)\b))  # "rules-⏎based"
| (?P<space>\s+)
| (?P<drop>{_INVISIBLE}+)
"""
_PLAIN = re.compile(_COMMON, re.VERBOSE)
_MARKDOWN = re.compile(
    rf"""
  (?P<quote>\s*\n[ \t]*>[> \t]*)                                        # a quoted paragraph goes on
| \\(?P<escaped>[!-/:-@\[-`{{-~])                                        # "Quad\_Summit"
| (?P<skip>\\(?=[\r\n]|\Z)                                              # line break
    | \[\^\w{{1,20}}\]                                                  # note "[^1]"
    | (?<![\d\s])\*(?!\*) | \*(?![\d\s*]) | (?<!\d)\*(?=\d) | (?<=\d)\*(?!\d|\s|\*)   # "*emphasis*", not "2 * 3"
    | (?<!\w)_(?=\S) | (?<=\S)_(?!\w))                                  # "_emphasis_", not "snake_case"
| (?P<strong>\*{{2,}} | (?<!\w)__(?=\S) | (?<=\S)__(?!\w))              # "**bold**"
| (?P<tag><(?P<close>/?)(?P<name>{_TAGS})(?P<style>\s[^<>]{{0,500}})?/?>)  # "<sup>nd</sup>"
| <(?P<address>https?://[^\s<>]{{1,2000}}|[\w.+-]{{1,100}}@[\w.-]{{1,200}})>
| (?P<link>!?\[(?=[^\[\]]{{0,1000}}\]{_URL}))                           # "[text](address)" → text
| (?P<unlink>\]{_URL})
| (?P<entity>&amp;)
| {_COMMON}""",
    re.VERBOSE,
)
_NEWLINE = re.compile(r"[\n\r\v\f\x85\u2028\u2029]")
_WORD_END = re.compile(r"[^\W\d_]+$")
_WORD = re.compile(r"[^\W\d_]+")
# What is left of a word after a break, and no word itself: "coop-⏎eration", "develop-⏎ment"
_FRAGMENT = re.compile(r"(?!nation|ration)[a-z]{0,2}(?:ation|tion|sion|ment|ness|ence|ance|ating|ated|ative|ity)s?")


@dataclass(slots=True)
class Reading:
    """The text to be read, where each character stands, and which stretches of it are bold."""

    pieces: list[str] = field(default_factory=list)
    offsets: list[int] = field(default_factory=list)
    strong: list[tuple[int, int]] = field(default_factory=list)
    last: str = ""

    def add(self, text: str, offset: int) -> None:
        """Append characters that stand one after another from `offset` on."""
        if text:
            self.pieces.append(text)
            self.offsets.extend(range(offset, offset + len(text)))
            self.last = text[-1]

    def add_space(self, offset: int) -> None:
        """Append one space unless the text is empty or ends with one."""
        if self.last not in ("", " "):
            self.add(" ", offset)


@dataclass(slots=True)
class _State:
    """What is open while marks are read: links, and where bold began."""

    links: int = 0
    bold: int | None = None


def read_spans(
    text: str, spans: Sequence[tuple[int, int]], *, markdown: bool, words: frozenset[str] = frozenset()
) -> Reading:
    """Return what is to be read at `spans` of `text`: white space as one space, marks gone, offsets rising.

    `words` are the document's words in small letters; they decide whether "coop-⏎eration" is one word.
    """
    reading, state = Reading(), _State()
    pattern = _MARKDOWN if markdown else _PLAIN
    for number, (start, end) in enumerate(spans):
        if number and not (reading.last == "-" and text[start].islower()):
            reading.add_space(spans[number - 1][1])
        position = start
        for match in pattern.finditer(text, start, end):
            reading.add(text[position : match.start()], position)
            _read_mark(match, reading, state, words)
            position = match.end()
        reading.add(text[position:end], position)
    if state.bold is not None:
        reading.strong.append((state.bold, len(reading.offsets)))
    return reading


def _read_mark(match: re.Match[str], reading: Reading, state: _State, words: frozenset[str]) -> None:
    kind, at = match.lastgroup, match.start()
    if kind in ("escaped", "address"):
        reading.add(match[kind], match.start(kind))
    elif kind in ("space", "quote"):
        newline = _NEWLINE.search(match.group())
        reading.add_space(at + newline.start() if newline else at)
    elif kind == "torn" and not _is_one_word(match, words):
        reading.add("-", at)
    elif kind == "strong":
        _set_bold(reading, state, on=state.bold is None)
    elif kind == "tag":
        if match["close"] or match["name"] in ("b", "strong", "u") or "underline" in (match["style"] or ""):
            _set_bold(reading, state, on=not match["close"])
    elif kind == "entity":
        reading.add("&", at)
    else:
        _read_link(match, reading, state)


def _read_link(match: re.Match[str], reading: Reading, state: _State) -> None:
    """Count links open and closed; a link's end without its beginning is mere text."""
    if match.lastgroup == "link":
        state.links += 1
    elif match.lastgroup == "unlink" and state.links:
        state.links -= 1
    elif match.lastgroup == "unlink":
        reading.add("]", match.start())
        reading.add(match.group().split()[0][1:], match.start() + 1)


def _set_bold(reading: Reading, state: _State, *, on: bool) -> None:
    here = len(reading.offsets)
    if on and state.bold is None:
        state.bold = here
    elif not on and state.bold is not None:
        if here > state.bold:
            reading.strong.append((state.bold, here))
        state.bold = None


def _is_one_word(match: re.Match[str], words: frozenset[str]) -> bool:
    """Tell whether the hyphen at a line's end parts one word ("coop-⏎eration"), not two ("rules-⏎based").

    Most hyphens that print leaves at a line's end belong to compounds: only the document's own spelling
    of the joined word, or a rest that cannot be a word, takes one away.
    """
    whole = match.string
    before = _WORD_END.search(whole[max(0, match.start() - 40) : match.start()])
    after = _WORD.match(whole, match.end())
    if not before or not after or not after.group().islower():
        return False
    joined = (before.group() + after.group()).lower()
    return joined in words or bool(words and _FRAGMENT.fullmatch(after.group()))
