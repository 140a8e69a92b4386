"""A document's text into passages: headings, paragraphs and list items as they are read."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from graph.corpus.enumerations import split_enumeration
from graph.corpus.layout import Block, find_blocks
from graph.corpus.marks import Reading, read_spans
from graph.model import Passage, PassageKind

_FINAL = re.compile(r"[.!?:;][\"'\u201d\u2019)\]]*$")
# "… with President Ferdinand Marcos Jr.": the full stop is the last word's own
_SHORTENED = re.compile(r"\b(?:Jr|Sr|Inc|Ltd|Corp|Co|Bros|[A-Z]\.[A-Z])\.$")
_ELLIPSIS = re.compile(r"(?:\.{2,}|…)$")
# What is still to be said behind the colon: "Hereby decide to:", "We will:", "including by:", "heard X, and:"
_LEAD = re.compile(
    r"\b(?:to|will|shall|must|should|by|hereby|that|and|on|against)\W*:$"
    r"|^The .*\b(?-i:[a-z]{3,}ed|[a-z]{2,}s for|[a-z]{3,}ed (?:for|on))\W*:$",
    re.IGNORECASE,
)
# A sentence that ends inside a block: "… even quicker slogans. Take back control"
_INNER_END = re.compile(r"[^\W\d_A-Z]{4,}[.!?][\"\u201d\u2019)]*\s")
# What an item does whose subject stands above the list: "signed X", "will establish Y"
_GOES_ON = re.compile(
    r"(?:[a-z]+ly )?(?!(?:based|located|related|need|designed|aimed|entitled) )"
    r"(?:[a-z]+ed|will|shall|held|met|took) (?!by\b)"
)
# Words that make a sentence of a line: "The Council will meet"
_VERB = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|shall|must|should|can|may|do|does|did)\b")
# "Mr. President,", "Your Excellency Philemon Yang", "Ladies and gentlemen,"
_VOCATIVE = re.compile(
    r"-?(?:(?:Mr|Mrs|Madame?|Mister|Mme)\.? (?:Sec|Pres|Chair)|Your Excellenc|Excellenc|Disting|Ladies|Dear |Fellow |"
    r"Honou?rable (?:Members|Ministers|Senators|Deputies|Delegates|Colleagues|Speaker))",
    re.IGNORECASE,
)
# "KHARTOUM, March 3 (Agency) - ", "Lima (Agency) – ": where and by whom a report was filed; in small letters only with
# an agency's name.
_PLACE = (
    r"(?:/[A-Z][\w.'’-]+)?(?:, [A-Z][\w.'’ ]{1,24}?)?"
    r"(?:,? (?:\d{1,2} )?[A-Z][a-z]{2,8}\.?(?: \d{1,2})?(?:,? \d{4})?)?"
)
_DATELINE = re.compile(
    rf"(?:[A-Z][A-Z.'’-]*[A-Z](?: [A-Z][A-Z.'’-]*)*{_PLACE}(?: \([^()]{{2,30}}\))?"
    rf"|[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?{_PLACE} \([^()]{{2,30}}\)"
    r"|[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?, \d{1,2} [A-Z][a-z]{2,8} \d{4}) ?(?:--|[—–_-]) (?=[\"“‘'A-Z])"
)
# "Ana Berg: We met.": who speaks in a transcript.
_WORD = r"(?:[A-Z][\w.'’&-]*|of|for|the|and|to)"
_PARTICLE = r"(?:al|bin|bint|bte|da|de|del|der|dos|el|ibn|la|van|von|y)"
_WHO = (  # "Ana Berg", "Question (Ana Berg, Andes News)", "Ana Berg, Andes News", "Sara bint Ali, Spokesperson for X"
    rf"(?P<who>[A-Z][\w.'’-]*(?:(?: {_PARTICLE})? [A-Z][\w.'’-]*){{0,4}})"
    rf"(?: \((?P<more>[^()]{{2,40}})\)|, (?P<office>{_WORD}(?: {_WORD}){{0,17}}))?:"
)
_LABEL, _BOLD_LABEL = re.compile(rf"{_WHO} (?=[\"“‘'A-Z])"), re.compile(_WHO)
_ASKED = ("Q", "Question", "Reporter", "Journalist", "Press", "Media")  # labels that name nobody, "Question (Ana Berg)"
# "Ana Berg, Spokesperson for the Ministry", who is then "Spokesperson" only
_SPEAKS = re.compile(r"\bSpokes(?:person|man|woman)\b")
# Labels of those who are asked, whose name may stand in brackets once.
_ANSWERING = ("Spokesperson", "Spokesman", "Spokeswoman", "Minister", "President", "Moderator", "Answer")
_COURTESY = re.compile(r"(?:Mr|Ms|Mrs|Miss|Dr|Amb|H\.E|Shri|Smt)\b\.? ")
_BYLINE = re.compile(
    r"(?:\| |\(|Written )?[Bb]y:? (?:[A-Z\u00c0-\u00de][\w.'’-]*,? ?){2,4}"
)  # "By Ann Berg, Minister of Trade"
# "Ana Berg", "Ana Berg | The Paper | 3 March 2025"
_BARE_NAME = re.compile(
    rf"[A-Z\u00c0-\u00de][\w.'’-]+(?: (?:{_PARTICLE} )?[A-Z\u00c0-\u00de][\w.'’-]+){{1,3}}(?: \| .{{3,60}})?"
)
_LONGEST_TITLE = 25  # words
_LONGEST_SENTENCES = 15  # words of a title that is more than one sentence
_FRONT = 3  # blocks above which a title stands
_TURNS = 3  # labelled passages that make a transcript
_SHORTEST_DATELINE = 8  # characters: "MILAN - "
_SMALL = 4  # letters: shorter words ("of", "the", "with") stay small in titles


@dataclass(frozen=True, slots=True)
class _Draft:
    """A passage whose kind may still be guessed from what stands around it (`kind` None)."""

    text: str
    offsets: Sequence[int]
    kind: PassageKind | None


def find_passages(text: str, *, markdown: bool, start: int = 0) -> tuple[Passage, ...]:
    """Return the passages of `text` from `start` on, in order.

    For every passage and i, `text[offsets[i]] == passage.text[i]`, or is white space where that is a space;
    offsets are code points of `text`, strictly rising, a `range` where they are contiguous. Never raises.
    """
    words = frozenset[str]() if markdown or "-" not in text else _words(text)
    drafts = [
        draft
        for block in find_blocks(text, markdown=markdown, start=start)
        for draft in _read_block(text, block, markdown=markdown, words=words)
    ]
    kinds = _find_kinds(drafts, markdown=markdown)
    passages = [
        part
        for draft, kind in zip(drafts, kinds, strict=True)
        for part in split_enumeration(without_dateline(Passage(kind=kind, text=draft.text, offsets=draft.offsets)))
    ]
    return tuple(_without_labels(passages))


def _without_labels(passages: Sequence[Passage]) -> list[Passage]:
    """Return the passages of a transcript without the names of who speaks; of any other text as they are.

    A name in bold, "**Ana Berg:** We met.", stands as a heading before what is said. Who speaks goes on speaking until
    the next name or heading.
    """
    labels = [_label_of(p) for p in passages]
    if not any("?" in p.text for p in passages):  # the bold headings of a fact sheet: "**Peru:**"
        labels = [None if p.kind is PassageKind.HEADING else at for p, at in zip(passages, labels, strict=True)]
    told = [label["who"] for label in labels if label]
    if len(told) < _TURNS or len(set(told)) == len(told):  # in a transcript somebody speaks twice
        return list(passages)
    found, speaking = list[Passage](), ""
    for passage, label in zip(passages, labels, strict=True):
        heading = passage.kind is PassageKind.HEADING
        speaking = _speaker(label) if label else "" if heading else speaking
        if label and not heading:
            found.append(_without_label(passage, label))
        elif not label:
            found.append(replace(passage, turn=speaking) if speaking else passage)
    return found


def _speaker(label: re.Match[str]) -> str:
    """Return whom a label names; of "Question (Ana Berg, Andes News)" who asks, of "SPOKESPERSON (Mr. Rao)" both.

    So of "Ana Berg, Official Spokesperson", who is "Spokesperson" further on.
    """
    who = str(label["who"])
    who = who.capitalize() if who.capitalize() in (*_ASKED, *_ANSWERING) else who
    more = str(label["more"] or "").split(",")[0].strip()
    if who in _ASKED and more:
        return more
    if " " in who and (held := _SPEAKS.search(label["office"] or "")) is not None:
        return f"{held[0]} {who}"
    return f"{who} {more}" if who in _ANSWERING and _COURTESY.match(more) else who


def _label_of(passage: Passage) -> re.Match[str] | None:
    """Return the name of who speaks before or above what is said, or None."""
    heading = passage.kind is PassageKind.HEADING
    return _BOLD_LABEL.fullmatch(passage.text) if heading else _LABEL.match(passage.text)


def _without_label(passage: Passage, label: re.Match[str]) -> Passage:
    text, offsets = passage.text[label.end() :], passage.offsets[label.end() :]
    return Passage(kind=PassageKind.PARAGRAPH, text=text, offsets=offsets, turn=_speaker(label))


def without_dateline(passage: Passage) -> Passage:
    """Return a paragraph without the place, date and agency that begin a report: "LIMA, March 3 - Peru signed"."""
    found = _DATELINE.match(passage.text) if passage.kind is PassageKind.PARAGRAPH else None
    if found is None or len(found[0]) < _SHORTEST_DATELINE:  # "NATO - Russia talks failed"
        return passage
    return Passage(kind=passage.kind, text=passage.text[found.end() :], offsets=passage.offsets[found.end() :])


def is_vocative(line: str) -> bool:
    """Tell whether a line greets the audience ("Mr. President,", "Excellencies,")."""
    return bool(_VOCATIVE.match(line))


def is_title(text: str) -> bool:
    """Tell whether a line is a title rather than a sentence: no verb, and short or mostly capitalised."""
    return not _VERB.search(text) and (len(_long_words(text)) <= 2 or _is_capitalised(text))


def _is_capitalised(text: str) -> bool:
    words = _long_words(text)
    return 2 * sum(word[0].isupper() for word in words) >= len(words)


def _long_words(text: str) -> list[str]:
    return [word for word in re.findall(r"[^\W\d_][\w\u2019'-]*", text) if len(word) >= _SMALL]


def _words(text: str) -> frozenset[str]:
    return frozenset(word.lower() for word in re.findall(r"[^\W\d_]{4,}", text))


def _read_block(text: str, block: Block, *, markdown: bool, words: frozenset[str]) -> Iterator[_Draft]:
    """Yield a block's passage, with a bold run-in title as a heading of its own."""
    reading = read_spans(text, block.spans, markdown=markdown, words=words)
    whole = "".join(reading.pieces)
    kind, cut = block.kind, 0
    if kind is not PassageKind.HEADING:
        cut = _find_title_end(whole, reading)
    if cut == len(whole) and cut:
        kind, cut = PassageKind.HEADING, 0
    for part, (first, last) in ((PassageKind.HEADING, (0, cut)), (kind, (cut, len(whole)))):
        left = first + (whole[first:last].startswith(" "))
        right = last - (whole[left:last].endswith(" "))
        if any(map(str.isalnum, whole[left:right])):
            yield _Draft(whole[left:right], _compact(reading.offsets[left:right]), part)


def _compact(offsets: list[int]) -> Sequence[int]:
    """Offsets one after another are a range; others a tuple, so that a document stays unchangeable."""
    if offsets[-1] - offsets[0] + 1 == len(offsets):
        return range(offsets[0], offsets[-1] + 1)
    return tuple(offsets)


def _find_title_end(whole: str, reading: Reading) -> int:
    """Return where the bold title at a block's start ends, 0 if there is none, `len(whole)` if all is title."""
    end = 0
    for first, last in reading.strong:
        if whole[end:first].strip():
            break
        end = last
    if not end or not whole[:end].strip():
        return 0
    rest = whole[end:].lstrip()
    if rest[:1] in (":", ".") and rest:
        end = whole.index(rest[0], end) + 1
        rest = rest[1:].lstrip()
    title = whole[:end].strip()
    if not any(map(str.isalnum, rest)):
        return len(whole) if _is_bold_title(title) else 0
    return end if title[-1] in ":." and _is_bold_title(title) else 0


def _is_bold_title(title: str) -> bool:
    """Tell whether a bold line is a title: one without a sentence's end is, one with it only if it reads as one."""
    words = len(title.split())
    if _FINAL.search(title) and not (title.endswith(":") and words <= 8):
        return words <= 15 and is_title(title)
    return words <= 30


def _find_kinds(drafts: Sequence[_Draft], *, markdown: bool) -> list[PassageKind]:
    """Guess what the layout leaves open; if nothing but guessed headings is left, they are paragraphs."""
    kinds: list[PassageKind] = []
    front = not markdown or (bool(drafts) and drafts[0].kind is None)  # a text without marks is plain at its head
    for number, draft in enumerate(drafts):
        words = len(draft.text.split())
        final = bool(_FINAL.search(draft.text)) and not (words <= 4 and _ELLIPSIS.search(draft.text))
        final = final and not (front and not kinds and _SHORTENED.search(draft.text))
        if draft.kind is not None:
            kind = draft.kind
        elif _leads(drafts[number : number + 2]):
            kind = PassageKind.PARAGRAPH
        elif _is_heading(draft.text, words=words, final=final, front=front) or (front and _opens(drafts, number)):
            kind = PassageKind.HEADING
        else:
            kind = PassageKind.PARAGRAPH
        kinds.append(kind)
        # The head of a document ends with its first sentence or greeting.
        prose = kind is not PassageKind.HEADING and (words >= 15 or (final and words >= 6))
        front = front and not prose and not is_vocative(draft.text)
    if all(kind is PassageKind.HEADING for kind in kinds):
        return [draft.kind or PassageKind.PARAGRAPH for draft in drafts]
    return kinds


def _leads(drafts: Sequence[_Draft]) -> bool:
    """Tell whether a block leads up to the item below it: it ends in a colon, and the item goes on in small letters."""
    if len(drafts) < 2 or not drafts[0].text.endswith(":"):
        return False
    item = drafts[1]
    return item.kind is PassageKind.ITEM and bool(_GOES_ON.match(item.text))


def _opens(drafts: Sequence[_Draft], number: int) -> bool:
    """Tell whether a block is the title, however long: the first without a full stop or a verb, or one that is signed.

    What stands above a byline or a bare name is a title also where it is a sentence, "We must act"; two sentences with
    a full stop only below a line as "Opinion".
    """
    title, below = drafts[number].text, [draft.text for draft in drafts[number + 1 : number + 3]]
    words = len(title.split())
    if not below or title.endswith((",", "-", ":")) or words > _LONGEST_TITLE or number > _FRONT:
        return False
    below_it = bool(_BYLINE.match(below[0])) or (_is_bare_name(below[0]) and (not number or len(below) > 1))
    if title.endswith("?") and words <= _LONGEST_SENTENCES:  # "Who will feed the Sahel?"
        return len(below) > 1 and all(len(draft.text.split()) <= _SMALL for draft in drafts[:number])
    if _FINAL.search(title):
        kinds = all(len(draft.text.split()) <= _SMALL for draft in drafts[:number])
        return below_it and kinds and bool(number) and words <= _LONGEST_SENTENCES and title[:1].isupper()
    signed = below_it or (number == 1 and bool(_BYLINE.match(drafts[0].text)))
    opened = bool(_FINAL.search(below[0])) or below[0].endswith(",")  # "The European Parliament,"
    bare = opened and not _VERB.search(title) and not number
    return (signed or bare) and title[:1].isupper() and not _LEAD.search(title) and not _INNER_END.search(title)


def _is_bare_name(line: str) -> bool:
    """Tell whether a line is a name and nothing else, or one with a newspaper and a date behind bars."""
    return bool(_BARE_NAME.fullmatch(line))


def _is_heading(text: str, *, words: int, final: bool, front: bool) -> bool:
    """Tell whether an unmarked block is a heading: short, no final punctuation, no sentence inside."""
    if _LEAD.search(text):
        return False
    if _INNER_END.search(text):
        return False
    if final:
        return text.endswith(":") and words <= (40 if front else 4) and is_title(text)
    if words >= 5 and _VERB.search(text) and not _is_capitalised(_VERB.sub("", text)):
        return False
    if text.endswith(","):
        long = [word for word in text.split() if len(word) > _SMALL]
        return words < 15 and all(word[0].isupper() for word in long)
    return words < (41 if front else 15)
