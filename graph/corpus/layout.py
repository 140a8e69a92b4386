"""Lines into blocks: which lines belong together, which are page furniture, which are list items."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from graph.model import PassageKind

_LINE = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]*(?:\r\n|[\n\r\v\f\x85\u2028\u2029]|\Z)")
# "Page 2 of 15", "- 3 -", "Please check against delivery"
_PAGE = re.compile(r"(?i)page \d+( of \d+)?|(please )?check against delivery\W*")
_BARE_NUMBER = re.compile(r"\W*\d{1,3}\W*")
_BULLET = re.compile(r"[-*+•‣▪●·]\s+(?=\S)")  # "- Support for …"
# "12. Welcomes …", "4.3. Welcomes …", "4.3 The Council …"; "4.3 million" is an amount
_NUMBER = re.compile(r"\d{1,3}[.)]\s+(?=\S)|\d{1,2}(?:\.\d{1,2}){1,3}(?:\.\s+(?=\S)|\s+(?=[\"\u201c]?[A-Z]))")
_LETTER = re.compile(r"\((?:[a-z]|\d{1,2}|x{0,3}(?:ix|iv|v?i{0,3}))\)\s+(?=\S)")  # "(a) Decides …", "(iv) …", "(2) …"
_ATX = re.compile(r"#{1,6}(?:[ \t]+|$)(.*?)(?:[ \t]+#+)?$")  # "## Plans for 2025 ##"
_RULE = re.compile(r"(?:[-*_][ \t]*){3,}|=+|-+|`{3,}.*|~{3,}.*")  # "---", "* * *", "===", "```"
_SETEXT = re.compile(r"=+|-{2,}")
_QUOTE = re.compile(r"(?:>[ \t]*)+")
_FINAL = re.compile(r"[.!?:;…][\"'\u201d\u2019)\]*_]*$")
_QUOTES = '"\u2018\u201c'
# A line that ends with one of these goes on: "the President of the⏎Republic of Austria"
_OPEN = frozenset(
    "a an and as at by for from her his in its of on or our that the their to which who with".split(" "),  # noqa: SIM905
)


class Line(NamedTuple):
    """One line without the white space around it: `[start, end)`; a blank line has `start == end`."""

    start: int
    end: int
    text: str
    hard_break: bool


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that are read as one: their stretches of the document's text; `kind` where the layout tells it."""

    spans: tuple[tuple[int, int], ...]
    kind: PassageKind | None = None


def find_blocks(text: str, *, markdown: bool, start: int = 0) -> list[Block]:
    """Return the blocks of a text from `start` on, in order, page furniture left out.

    Blank lines part blocks; single line ends too where the text is not hard-wrapped.
    """
    lines = list(_find_lines(text, start))
    if not markdown:
        lines = _drop_furniture(lines)
    width = find_width(lines)
    blocks: list[Block] = []
    for group in _groups(lines):
        if markdown:
            blocks.extend(_split_markdown(group, width))
        else:
            blocks.extend(_split_plain(group, width))
    return blocks if markdown or width is None else _join_broken(text, blocks)


def find_width(lines: Sequence[Line]) -> int | None:
    """Return the width at which lines are hard-wrapped, or None where each line is a paragraph.

    The width is the length of line in which the middle character of the text stands.
    Lines are paragraphs when that is more than a page is wide, or when most lines that another follows end a sentence.
    """
    lengths = sorted(len(line.text) for line in lines if line.text)
    middle, seen = sum(lengths) / 2, 0
    width = 0
    for width in lengths:
        seen += width
        if seen >= middle:
            break
    followed = [a for a, b in pairwise(lines) if a.text and b.text]
    ended = sum(bool(_FINAL.search(line.text)) for line in followed)
    if width > 160 or (followed and ended >= 0.6 * len(followed)):
        return None
    return width


def _find_lines(text: str, start: int) -> Iterator[Line]:
    for match in _LINE.finditer(text, start):
        raw = match.group()
        content = raw.strip()
        left = match.start() + len(raw) - len(raw.lstrip()) if content else match.start()
        hard = raw.rstrip("\r\n").endswith("  ") or content.endswith("\\")
        yield Line(left, left + len(content), content, hard)


def _drop_furniture(lines: Sequence[Line]) -> list[Line]:
    """Blank out page numbers, delivery notes and running heads.

    A running head comes three times, in capitals or with a number in front ("10.25 am 30 September 2024").
    """
    heads = Counter(line.text for line in lines if line.text.isupper() or line.text[:1].isdigit())
    kept: list[Line] = []
    for number, line in enumerate(lines):
        around = [lines[i].text for i in (number - 1, number + 1) if 0 <= i < len(lines)]
        alone = len(around) < 2 or not all(around)
        furniture = (
            _PAGE.fullmatch(line.text)
            or (alone and _BARE_NUMBER.fullmatch(line.text))
            or (heads[line.text] > 2 and len(line.text) > 4)
        )
        kept.append(Line(line.start, line.start, "", line.hard_break) if furniture else line)
    return kept


def _groups(lines: Sequence[Line]) -> Iterator[list[Line]]:
    group: list[Line] = []
    for line in lines:
        if line.text:
            group.append(line)
        elif group:
            yield group
            group = []
    if group:
        yield group


def _split_plain(group: Sequence[Line], width: int | None) -> Iterator[Block]:
    """Part a group where an item begins, at every line end if not wrapped, else where a line was ended on purpose."""
    current: list[tuple[int, int]] = []
    kind: PassageKind | None = None
    previous: Line | None = None
    for line in group:
        mark = _item_mark(line.text, after=previous, in_list=kind is PassageKind.ITEM)
        if previous and (mark or width is None or _ended_on_purpose(previous, line, width)):
            yield Block(_merged(current), kind)
            current, kind = [], None
        kind = PassageKind.ITEM if mark else kind
        current.append((line.start + mark, line.end))
        previous = line
    yield Block(_merged(current), kind)


def _split_markdown(group: Sequence[Line], width: int | None) -> Iterator[Block]:
    current: list[tuple[int, int]] = []
    kind: PassageKind | None = None
    previous: Line | None = None
    for raw in group:
        line = _unquoted(raw)
        atx = _ATX.match(line.text)
        if atx or _RULE.fullmatch(line.text):
            underlined = bool(current) and kind is None and bool(_SETEXT.fullmatch(line.text))
            if current:
                yield Block(_merged(current), PassageKind.HEADING if underlined else kind)
            if atx and atx[1]:
                yield Block(((line.start + atx.start(1), line.start + atx.end(1)),), PassageKind.HEADING)
            current, kind, previous = [], None, None
            continue
        mark = _item_mark(line.text, after=previous, in_list=kind is PassageKind.ITEM)
        if current and previous and (mark or (width is None and kind is None) or _hard_break(previous)):
            yield Block(_merged(current), kind)
            current, kind = [], None
        kind = PassageKind.ITEM if mark else kind
        if line.text:
            current.append((line.start + mark, line.end))
            previous = line
    if current:
        yield Block(_merged(current), kind)


def _unquoted(line: Line) -> Line:
    quote = _QUOTE.match(line.text)
    return Line(line.start + quote.end(), line.end, line.text[quote.end() :], line.hard_break) if quote else line


def _hard_break(line: Line) -> bool:
    """Two blanks at a line's end part blocks after a sentence or a bold line; elsewhere they are mere white space."""
    text = line.text.rstrip("\\").rstrip()
    return line.hard_break and bool(_FINAL.search(text) or text.endswith(("**", "__", "</u>", "</span>")))


def _item_mark(text: str, *, after: Line | None, in_list: bool) -> int:
    """Return the length of the list mark a line begins with, 0 if there is none.

    Inside a wrapped paragraph "12. " or "- " may be mere text: there a mark counts after a mark or an ended clause.
    """
    free = after is None or in_list or bool(re.search(r"[.;:,!?][\"\u201d\u2019)*_]*$", after.text))
    number = _NUMBER.match(text)
    mark = (_BULLET.match(text) or number or _LETTER.match(text)) if free else None
    return mark.end() if mark else 0


def _ended_on_purpose(line: Line, following: Line, width: int) -> bool:
    """Tell whether a line of wrapped text ends well before the next word would have left the page."""
    words = line.text.split()
    if following.text[0].islower() or words[-1].lower() in _OPEN:
        return False
    return len(line.text) + 1 + len(following.text.split()[0]) < 0.7 * width


def _merged(spans: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Lines of one block stand one after another: one stretch from the first to the last."""
    return ((spans[0][0], spans[-1][1]),)


def _join_broken(text: str, blocks: Sequence[Block]) -> list[Block]:
    """Join printed blocks that a page or line break tore apart in the middle of a sentence."""
    joined: list[Block] = []
    for block in blocks:
        if joined and block.kind is None and _is_torn(text, joined[-1], block):
            joined[-1] = Block(joined[-1].spans + block.spans, joined[-1].kind)
        else:
            joined.append(block)
    return joined


def _is_torn(text: str, block: Block, following: Block) -> bool:
    (start, end), first = block.spans[-1], text[following.spans[0][0]]
    tail = text[max(start, end - 40) : end]
    last = tail.split()[-1].lower()
    if _FINAL.search(tail):
        return False
    return first.islower() or (last in _OPEN and end - start > 40 and (first.isalnum() or first in _QUOTES))
