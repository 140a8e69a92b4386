"""Who wrote an article by the note that tells it: "The writer is Kenya's Minister of Trade", "Anna Lund is …"."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from graph.corpus.bylines import NAME, POST
from graph.corpus.dates import find_published
from graph.corpus.heading import KIND, is_issuer
from graph.model import Passage, PassageKind

_HEAD, _FOOT = 8, 4  # passages in which a note stands
_ABOVE = 4  # passages at the head, of which one tells who writes
_LONGEST = 60  # words of one
_IS = r"(?: is| serves as| served as| was)(?: currently)?"
_LEADS = r"(?: currently)? (?:commands|leads|heads|chairs|directs|runs|represents) (?:the |[A-Z])"
_STYLED = r"(?:Mr|Mrs|Ms|Dr|Prof)\.?"
_WRITER = re.compile(rf"\W*(?:(?:[Tt]he|[Tt]his) )?(?:[Ww]riter|[Aa]uthor)(?:, (?P<name>{NAME.pattern}),)?{_IS} ")
# "Anna Lund is the Foreign Minister of Peru", "Anna Lund, a former economist, is Peru's Minister of Trade"
_NOTE = re.compile(
    rf"(?:^\W*|(?<=[.!?] ))(?P<name>{NAME.pattern}|{_STYLED} [A-Z][\w\u2019'-]+)(?:, [^.;]{{3,120}},)?"
    rf"(?:{_IS} {POST}|{_LEADS})"
)
_STYLE = re.compile(
    r"(?:(?:Mr|Mrs|Ms|Dr|Prof|Hon|H\.E|Sir|Dame|Ambassador|Professor|(?:(?:Vice|Rear|Major|Lieutenant|Brigadier) )?"
    r"(?:Admiral|General|Colonel|Marshal))\.? )+"
)
_I = re.compile(r"\b(?:I|[Mm]y)\b")
_QUOTED = re.compile(r"\u201c[^\u201c\u201d]*(?:\u201d|$)|\"[^\"]*(?:\"|$)")
# Titles that name the writer, as in "View from Anna Lund: why we trade" and "Opinion | Anna Lund"
_HEADED = re.compile(
    rf"(?:.*(?:\b(?:[Vv]iews?|[Oo]pinion|[Cc]omment) from|[|:]) )?(?P<name>{NAME.pattern})"
    r"(?:(?::| [|\u2013\u2014-]) .*)?"
)
# "Anna Lund, the president of Palau, writes that …", "… , writes Peru's trade minister Anna Lund."
_STANDFIRST = re.compile(
    rf"(?:^|(?<=[a-z,] ))(?P<name>{NAME.pattern})(?:, (?P<aside>[^.;]{{3,100}}?))?,? "
    r"(?:writes|argues|explains|makes the case)\b"
    rf"|,? (?:writes|argues) (?:[\w\u2019'-]+ ){{0,6}}?(?P<behind>{NAME.pattern})(?:, [^.;]{{3,100}})?\.?$"
)
# "From: Foreign Office and The Rt Hon Anna Lund MP", below "Foreign Secretary's article for X"
_FROM = re.compile(rf"From:.*\b(?:Rt )?Hon\.? (?P<name>{NAME.pattern}?)(?: MP| QC| KC)*$")
_OWN = re.compile(r"['\u2019]s? (?:article|op-ed|speech|statement|remarks)\b")
# "Published 3 June 2025", "This op-ed was first published in X on 3 June 2025"
_PUBLISHED = re.compile(
    r"(?i)^\W*(?:published|posted|issued|date)\b.*"
    r"|(?:^|(?<=[.!?] ))\W*(?:this|the) (?:\S+ ){1,3}?(?:was |were )?(?:\w+ly |first )*(?:published|appeared)\b.*"
)


def find_writer(lines: Sequence[str], passages: Sequence[Passage]) -> str | None:
    """Return whom a note tells to be the author, where the heading names that one or the text says "I".

    One whom the text names besides is told of in it, and need not have written it.
    """
    if not any(_I.search(_QUOTED.sub("", passage.text)) for passage in passages):
        return None
    noted = [_whole(name, lines) for note in _notes(passages) for name in _noted(note)]
    headed = (told["name"] for line in lines if (told := _HEADED.fullmatch(line)))
    named = {_STYLE.sub("", line.strip("()[]*_ ")).casefold() for line in (*lines, *headed)}
    stood = _stands_first(passages[:_ABOVE]) or _signs(passages[-_FOOT:])
    if len(set(noted)) == 1 and stood != noted[0]:
        alone = " " in noted[0] and sum(noted[0] in passage.text for passage in passages) == 1
        return noted[0] if alone or noted[0].casefold() in named else None
    if stood is not None or noted:
        return stood if set(noted) <= {stood} else None
    for note in _notes(passages):
        if writer := _WRITER.match(note):
            above = dict.fromkeys((*lines[1:], *(passage.text for passage in passages[1:_HEAD])))
            signed = [line for line in above if NAME.fullmatch(line) and not (is_issuer(line) or KIND.search(line))]
            return writer["name"] or (signed[0] if len(signed) == 1 else None)
        if (by := _FROM.match(note)) and any(_OWN.search(line) for line in lines[:2]):
            return by["name"]
    return None


def _stands_first(passages: Sequence[Passage]) -> str | None:
    """Return of whom a short passage at the head tells that this one writes, or None."""
    short = (passage.text for passage in passages if len(passage.text.split()) <= _LONGEST)
    told = [match for text in short if (match := _STANDFIRST.search(text))]
    if len(told) != 1:
        return None
    aside = told[0]["aside"] or ""  # "the head of the Trade Agency, Anna Lund, argues"
    beside = aside if NAME.fullmatch(aside) and not re.match(POST, aside) else ""
    return _STYLE.sub("", beside or told[0]["name"] or told[0]["behind"])


def _signs(passages: Sequence[Passage]) -> str | None:
    """Return the name in a last line, with an office behind it or on the line below, or None where several sign."""
    signed: list[str] = []
    for passage, below in pairwise((*passages, None)):
        name, comma, post = (passage.text if passage else "").strip("()[]*_–—- ").partition(", ")
        post = post if comma else below.text if below is not None and below.kind is PassageKind.HEADING else ""
        line = passage is not None and passage.kind is PassageKind.HEADING and not re.search(r"@|\d{3}", post)
        if line and NAME.fullmatch(name) and re.match(POST, post) and not (is_issuer(name) or KIND.search(name)):
            signed.append(_STYLE.sub("", name))
    return signed[0] if len(signed) == 1 else None


def find_noted_date(passages: Sequence[Passage]) -> str | None:
    """Return the date that a note tells a document to be published on: "Published 3 June 2025"."""
    return find_published([told[0] for note in _notes(passages) if (told := _PUBLISHED.search(note))])


def _notes(passages: Sequence[Passage]) -> Iterator[str]:
    """Yield the short passages at the head and at the foot."""
    for passage in (*passages[:_HEAD], *passages[_HEAD:][-_FOOT:]):
        if len(passage.text.split()) <= _LONGEST:
            yield passage.text


def _noted(note: str) -> Iterator[str]:
    for match in _NOTE.finditer(note):
        yield _STYLE.sub("", match["name"])


def _whole(name: str, lines: Sequence[str]) -> str:
    """Return a surname with the given name that a line of the heading has before it: "Dr Lund" under "Anna Lund"."""
    if " " in name:
        return name
    bare = (_STYLE.sub("", line) for line in lines)
    return next((line for line in bare if line.endswith(f" {name}") and NAME.fullmatch(line)), name)
