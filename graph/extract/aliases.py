"""Short names that a text defines in quotation marks within brackets: 'X of Y ("the Facilitator")'.

The short name stands for the name right before the bracket; where it ends in a head noun, for the nearest thing that
the sentence calls so: 'the Agreement signed by A and B in C ("the C Agreement")'.
"""

from collections.abc import Iterator, Sequence

from graph.extract.gazetteer import Gazetteer, plain
from graph.extract.lexicon import Alias, Lexicon
from graph.extract.naming import Found, Name, join, make_name
from graph.extract.text import Token, is_capital
from graph.extract.words import words

QUOTES = frozenset("\"“”‘’'«»„")
LONGEST = 6  # words of a short name
FAR = 60  # words between a head noun and the bracket that names it


def find_definitions(tokens: Sequence[Token], names: Sequence[Name], gazetteer: Gazetteer) -> Iterator[Alias]:
    """The short names that a passage defines; `names` are those found in it."""
    for bracket in range(1, len(tokens)):
        short = quoted(tokens, bracket)
        if not short:
            continue
        written = join(short).strip(" \"“”'’")
        key = tuple(t.text.lower() for t in short)
        head = gazetteer.heads.get(short[-1].text)
        named = head_before(tokens, bracket, short[-1].text) if head else None
        target = target_before(tokens[bracket - 1].end, names)
        if named is not None and head is not None:
            whole = next((n for n in names if n.start <= named.start < n.end), None)
            name, kind = (whole.name, whole.type) if whole else (written, head.type)
            yield Alias(short=key, name=name, type=kind, entry=whole.entry if whole else None, head=named.text)
        elif target is not None and plain(written) not in gazetteer.names:
            yield Alias(short=key, name=target.name, type=target.type, entry=target.entry)


def quoted(tokens: Sequence[Token], bracket: int) -> list[Token]:
    """The words of a short name in quotation marks within the bracket that opens here; else none."""
    if tokens[bracket].text != "(":
        return []
    closing = next((i for i in range(bracket, min(bracket + 16, len(tokens))) if tokens[i].text == ")"), bracket)
    marks = [i for i in range(bracket, closing) if tokens[i].text in QUOTES]
    if len(marks) < 2 or marks[0] - bracket > 6:
        return []
    inner = list(tokens[marks[0] + 1 : marks[1]])
    if inner and inner[0].text.lower() in words().articles:
        inner.pop(0)
    fits = 0 < len(inner) <= LONGEST and is_capital(inner[0].text) and is_capital(inner[-1].text)
    plural = bool(inner) and inner[-1].text.endswith("s") and len(inner) == 1  # "the Parties" are several
    return inner if fits and not plural else []


def head_before(tokens: Sequence[Token], bracket: int, head: str) -> Token | None:
    """The last word before a bracket, in its sentence, that is this head noun."""
    for at in range(bracket - 1, max(bracket - FAR, -1), -1):
        if tokens[at].text in (".", ";"):
            return None
        if tokens[at].text == head:
            return tokens[at]
    return None


def target_before(end: int, names: Sequence[Name]) -> Name | None:
    """The name that ends right before a bracket; a person, where only "of" and that one's country stand between."""
    before = [name for name in names if name.end <= end]
    if not before or before[-1].end != end:
        return None
    last = before[-1]
    near = len(before) > 1 and last.start - before[-2].end <= len(" of the ")
    return before[-2] if near and before[-2].title and not last.title else last


def find_alias(tokens: Sequence[Token], at: int, lexicon: Lexicon, _: Gazetteer) -> Found:
    """A short name that the document defines, or the noun that its definition names."""
    for alias in lexicon.aliases.get(tokens[at].text.lower(), ()):
        run = tokens[at : at + len(alias.short)]
        if tuple(t.text.lower() for t in run) == alias.short and is_capital(run[-1].text):
            return at + len(run), make_alias(tokens, at, at + len(run), alias)
    for alias in lexicon.aliases.get("", ()):
        if tokens[at].text == alias.head and is_named_later(tokens, at, alias):
            return at + 1, make_alias(tokens, at, at + 1, alias)
    return None


def make_alias(tokens: Sequence[Token], start: int, end: int, alias: Alias) -> Name:
    """The name that a short name stands for, over its words."""
    head = tokens[end - 1].text if alias.head else ""
    return make_name(
        tokens, start, end, kind=alias.type, found_by="alias", head=head, name=alias.name, entry=alias.entry
    )


def is_named_later(tokens: Sequence[Token], at: int, alias: Alias) -> bool:
    """Whether a noun is the one that the next bracket of its sentence gives this short name."""
    for bracket in range(at + 1, min(at + FAR, len(tokens))):
        if tokens[bracket].text in (".", ";"):
            return False
        short = quoted(tokens, bracket)
        if short and tuple(t.text.lower() for t in short) == alias.short:
            return head_before(tokens, bracket, alias.head) == tokens[at]
    return False
