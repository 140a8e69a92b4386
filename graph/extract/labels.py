"""Which offices a label in a transcript tells of who speaks: "Ana Berg, Head of Press and Spokesperson: We met."."""

import re
from collections.abc import Iterator, Mapping

from graph.extract.parse import Parse
from graph.extract.transcripts import OFFICES, without_courtesy
from graph.extract.words import words
from graph.model import EntityType, Extraction, Mention, Span

LABEL = re.compile(r"\W*(?P<who>[^,:()]{3,60}), (?P<offices>[^:()]{4,200}):\W*$")
# "Spokesperson Ms. Ana Berg:", where the office stands before the name.
LED = re.compile(
    rf"\W*(?P<offices>(?:[A-Z][a-z]+ )?(?:{'|'.join(sorted(OFFICES))})) (?P<who>[A-Z][^,:()]{{3,60}}):\W*$"
)
# "SPOKESPERSON (Mr. Ana Berg):", where the name stands in brackets.
BORNE = re.compile(r"\W*(?P<offices>(?i:spokes(?:person|man|woman))) \((?P<who>[A-Z][^,:()]{3,60})\):\W*$")
# Between two offices of one: "Advisor to the Prime Minister and Official Spokesperson", not in "Peace and Security".
JOINT = re.compile(r" and (?:the )?(?=(?:[A-Z][\w’'-]+ ){0,3}(?P<office>[A-Z]\w+)\b)")
ASKER = re.compile(
    r"\W*(?i:question|q|questioner|journalist|reporter) ?"
    r"\((?P<who>[A-Z][^,:()]{3,40}), (?P<outlet>[A-Z][^:()]{1,40})\):\W*$"
)
OFFICERS = frozenset({"Spokesperson", "Spokesman", "Spokeswoman", "Advisor", "Adviser", "Head", "Chief"})
BEHIND = re.compile(r" (?:of|for|to|at|in|on) ")


def find_label_offices(parsed: Parse, turns: Mapping[int, tuple[Mention, ...]]) -> Iterator[Extraction]:
    """What each speaker of a transcript is by the first label that tells it."""
    speakers = {m.name: m for told in turns.values() for m in told if m.type is EntityType.PERSON}
    document, told = parsed.document, set[str]()
    for passage in document.passages if speakers else ():
        begin, line = label_before(document.text, passage.offsets[0])
        label = (LABEL.match(line) or LED.match(line) or BORNE.match(line)) if passage.turn else None
        name = without_courtesy(label["who"].strip()) if label is not None else ""
        speaker = speakers.get(parsed.lexicon.persons.get(name, name))
        if label is None or speaker is None or speaker.name in told:
            continue
        told.add(speaker.name)
        at = begin + label.start("offices")
        offices = label["offices"].title() if label["offices"].isupper() else label["offices"]
        for start, office in offices_in(offices):
            held = Span(document=document.id, start=at + start, end=at + start + len(office))
            yield Extraction(
                subject=speaker,
                predicate="",
                relation="hasRole",
                object=Mention(span=held, text=office, name=office, type=EntityType.ROLE, found_by="head"),
                sentence=Span(document=document.id, start=begin, end=begin + label.end("offices")),
                rule="heading",
                confidence=0.9,
            )


def label_before(text: str, end: int) -> tuple[int, str]:
    """What stands in the line before a passage, or alone in the line above it, and where that begins."""
    begin = text.rfind("\n", 0, end) + 1
    if begin and not text[begin:end].strip():
        begin = text.rfind("\n", 0, begin - 1) + 1
    return begin, text[begin:end]


def find_outlets(parsed: Parse, turns: Mapping[int, tuple[Mention, ...]]) -> Iterator[Extraction]:
    """For whom those write who ask in a transcript, each told once: "Question (Ana Berg, Reuters): …"."""
    speakers = {m.name: m for told in turns.values() for m in told if m.type is EntityType.PERSON}
    document, told = parsed.document, set[str]()
    for passage in document.passages if speakers else ():
        begin, line = label_before(document.text, passage.offsets[0])
        label = ASKER.match(line) if passage.turn else None
        speaker = speakers.get(label["who"].strip()) if label is not None else None
        if label is None or speaker is None or speaker.name in told:
            continue
        told.add(speaker.name)
        held = Span(document=document.id, start=begin + label.start("outlet"), end=begin + label.end("outlet"))
        outlet = label["outlet"].strip()
        yield Extraction(
            subject=speaker,
            predicate="is of",
            relation="be of",
            object=Mention(span=held, text=outlet, name=outlet, type=EntityType.ORGANIZATION, found_by="head"),
            sentence=Span(document=document.id, start=begin, end=begin + label.end()),
            rule="heading",
            confidence=0.9,
        )


def offices_in(text: str) -> Iterator[tuple[int, str]]:
    """The offices that stand one after another, each with its place; what is none, such as a newspaper, is left out."""
    starts = [0, *(m.end() for m in JOINT.finditer(text) if is_office(text[m.end() :]))]
    for start, after in zip(starts, [*starts[1:], None], strict=True):
        office = text[start:after]
        office = re.sub(r"(?:,| and| and the) ?$", "", office).strip()
        if is_office(office):
            yield start, office


def is_office(text: str) -> bool:
    """Whether words begin with an office, whose last word is for those who hold one: "Official Spokesperson for X"."""
    first = BEHIND.split(text, maxsplit=1)[0].removeprefix("the ").split(",")[0]
    return first[:1].isupper() and (first.split()[-1] in words().offices | OFFICERS)
