"""Headings that stand in the first line of their passage: "Clean Energy: The United States will fund …"."""

import re
from collections.abc import Iterator

from graph.extract.gazetteer import Gazetteer
from graph.extract.lexicon import Lexicon
from graph.extract.names import find_names
from graph.extract.words import words
from graph.model import EntityType, Passage, PassageKind

HEADED = re.compile(r"[*_]*(?P<head>[A-Z][^.:;!?\n]{5,120})[*_]*:[*_]*\s+[*_]*(?=[A-Z])")
SPEAKING = (EntityType.PERSON, EntityType.ROLE)
BODIES = (EntityType.COUNTRY, EntityType.ORGANIZATION, EntityType.GROUP, EntityType.REGION)


def part_heading(passage: Passage, lexicon: Lexicon, gazetteer: Gazetteer) -> Iterator[Passage]:
    """A passage, its run-in heading apart: no subject of its first sentence; who speaks before a colon is none."""
    found = HEADED.match(passage.text) if passage.kind is not PassageKind.HEADING else None
    head = found["head"].rstrip("*_ ") if found else ""
    small = words().articles | words().connectors | {"by", "from", "through", "into", "a"}
    titled = len(head.split()) > 1 and all(w[:1].isupper() or not w[:1].isalpha() or w in small for w in head.split())
    names = find_names(head, lexicon, gazetteer) if titled else []
    speaker = any(n.type in SPEAKING or (n.type in BODIES and n.end - n.start == len(head)) for n in names)
    if found is None or not titled or speaker or head.isupper():
        yield passage
        return
    for kind, start, end in ((PassageKind.HEADING, 0, found.end("head")), (passage.kind, found.end(), None)):
        yield Passage(kind=kind, text=passage.text[start:end], offsets=passage.offsets[start:end])
