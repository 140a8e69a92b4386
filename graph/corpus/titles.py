"""What a document is called: the line at its head that says what it is."""

import re
from collections.abc import Sequence

from graph.corpus.bylines import ADDRESS, find_byline, is_role, is_signed
from graph.corpus.dates import is_date
from graph.corpus.heading import KIND, NOISE, collapse, is_issuer

_TITLE_END = re.compile(r"(?i)check against|new york,|page \d|theme\b|https?:")
# What tells of the occasion: a session, an item of the agenda, who adopted or sent it, when it was posted, its symbol.
_OCCASION = re.compile(
    r"(?:[\w-]+ )?(?:[\w-]+(?:st|nd|rd|th) )(?:regular |special |emergency )?session$|agenda item\b"
    r"|adopted (?:by|at|on)\b|(?:united nations\s+)?[as]/(?:res/)?\d|distr\b|original:"
    r"|(?:posted|published|updated|last updated|issued)(?: on)?:|\(?transcript;|from:",
    re.IGNORECASE,
)
_NEWSPAPER = re.compile(
    r"The (?:[A-Z]\w+ ){0,3}(?:Times|Star|Post|News|Herald|Tribune|Journal|Gazette|Guardian|Telegraph|Standard|Observer"
    r"|Citizen|Mail|Chronicle|Nation|Independent|Monitor|Mirror|Express)(?: of [A-Z]\w+)?"
)
_SITE = re.compile(r"(?:[A-Z][\w.&'’-]*\s+){1,4}(?:News|Newswire|Press|Agency|Media|Online|Today|Portal|Wire|Radio)")
_LONGEST_SLOGAN = 5  # words below the name of a site of news
# What is held on a date, and called by it: "Department Press Briefing – 9 October 2024"
_HELD = re.compile(r"(?i)\b(?:briefing|press conference|interview|summit|hearing|debate)\b")
_LONGEST_ISSUER = 6  # words of the name of a newspaper or a body above the kind of a paper
_MOST_FURTHER = 3  # lines of a title after its first
_GOES_ON = re.compile(r"(?:between|of|on|by|from|and|with|following|after|concerning|regarding) (?=\S+ ?\S)")
_PAPER = re.compile(
    r"(?:the )?(?:joint |final |press |official |presidential )*"
    r"(?:statement|communiqu[eé]|declaration|release|readout|article|resolution|conclusions)",
    re.IGNORECASE,
)


def find_title(lines: Sequence[str]) -> str | None:
    """Return the title: "Statement by …" to its end, else the first line that says what the document is.

    That is no byline, role, date or noise; nor, where another line is left, the name of who issues the document, of the
    newspaper above "Opinion", the slogan of a site of news, the session, or "Press release", as many documents are
    called.
    """
    for number, line in enumerate(lines):
        if ADDRESS.fullmatch(line) and not KIND.fullmatch(line) and len(line.split()) < 30:
            return _join_title(lines[number:])
    byline = find_byline(lines)
    fit = [
        number
        for number, line in enumerate(lines)
        if number not in byline
        and not is_role(line)
        and not NOISE.search(line)
        and not (is_date(line) and not _HELD.search(line))
        and len(re.findall(r"\w{3,}", line)) > 1
    ]
    kind = next((number for number, line in enumerate(lines) if KIND.fullmatch(line)), -1)
    above = len(lines[0].split()) <= _LONGEST_ISSUER if kind > 0 else True  # else the title stands above its kind
    below = [number for number in fit if number > kind or not above]
    own = [number for number in below if not _is_general(lines[number])]
    own = _below_site(lines, own)
    chosen = next(iter(own or fit), None)
    if chosen is None:
        return None
    return collapse(" ".join([lines[chosen], *_further(lines[chosen], lines[chosen + 1 :])]))


def _below_site(lines: Sequence[str], own: list[int]) -> list[int]:
    """Return the lines that may be a title without the name of a site of news at the head and its slogan."""
    if not own or not _SITE.fullmatch(lines[0]):
        return own
    slogan = len(lines) > 1 and len(lines[1].split()) <= _LONGEST_SLOGAN
    left = [number for number in own if number > 1 or (number == 1 and not slogan)]
    return left or [number for number in own if number] or own


def _is_general(line: str) -> bool:
    """Tell whether a line may stand above many documents: who issues them, their kind, the session, what is done."""
    return bool(KIND.fullmatch(line) or _OCCASION.match(line) or _NEWSPAPER.fullmatch(line)) or is_issuer(line)


def _further(line: str, lines: Sequence[str]) -> list[str]:
    """Return the lines that go on with a title: "Joint Statement", then "between X and Y", then "on Z"."""
    found: list[str] = []
    for following in lines[:_MOST_FURTHER]:
        joins = _GOES_ON.match(following) or (_PAPER.fullmatch(line) and _GOES_ON.match(following.lower()))
        if not joins or is_signed(following) or is_date(following) or following.endswith((".", ":", ";")):
            break
        found.append(following)
    return found


def _join_title(lines: Sequence[str]) -> str:
    """Join the lines of a speech's title: up to a date, a place or a note on delivery, forty words at most."""
    words: list[str] = []
    for number, line in enumerate(lines):
        if number and (is_date(line) or _TITLE_END.match(line) or len(words) + len(line.split()) > 40):
            break
        words.extend(line.split())
    while words and words[-1].lower() in ("at", "on", "in", "the", "during", "of"):
        words.pop()
    return " ".join(words).rstrip(",")
