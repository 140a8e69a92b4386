"""What the heading of a document says of its author: "Address by X, Prime Minister of Y, at Z"."""

import re
from collections.abc import Iterator

from graph.extract.gazetteer import Gazetteer
from graph.extract.names import find_entries
from graph.extract.words import words
from graph.model import Document, EntityType, Extraction, Mention, PassageKind, Span

LINES = 14  # of a heading
FAR = 120  # characters between an author and the end of the office


def find_signature(document: Document, gazetteer: Gazetteer, author: Mention | None) -> Iterator[Extraction]:
    """That the author holds an office of a country, where the heading says so right behind the name."""
    if author is None or author.type is not EntityType.PERSON:
        return
    text, offsets = heading_of(document)
    shown = " ".join(word.title() if word.isupper() and len(word) > 1 else word for word in text.split(" "))
    at = shown.casefold().find(author.name.casefold())
    if at < 0 or len(shown) != len(text):
        return
    behind = shown[at + len(author.name) : at + len(author.name) + FAR]
    titles = sorted(words().titles - words().honorifics, key=len, reverse=True)
    office = re.match(rf"[\s,]*(?:the )?((?:[A-Z][a-z]+ )?(?:{'|'.join(map(re.escape, titles))}))\b", behind)
    entries = [e for e in find_entries(behind, gazetteer) if e.type is EntityType.COUNTRY] if office else []
    if office is None or not entries:
        return
    written = max((n for n in (entries[0].name, *entries[0].aliases) if n in behind), key=len, default="")
    before = behind[office.start(1) : behind.find(written)]
    held = re.match(r"(.+?)\s+of(?: the)?(?: \w+ of(?: the)?)?\s*$", before, re.IGNORECASE)
    if not written or held is None or re.search(r"\b(?:at|to|on|before)\b", held[1], re.IGNORECASE):
        return
    entry, title = entries[0], held[1].partition(",")[0]
    end = at + len(author.name) + behind.find(written) + len(written)
    span = Span(document=document.id, start=offsets[at], end=offsets[end - 1] + 1)
    object_ = Mention(span=span, text=written, name=entry.name, type=entry.type, found_by="gazetteer")
    yield Extraction(
        subject=author,
        predicate=f"{title} of",
        relation=f"be {title.lower()} of",
        object=object_,
        sentence=span,
        rule="heading",
        confidence=0.9,
    )


def heading_of(document: Document) -> tuple[str, list[int]]:
    """The heading lines above the first paragraph as one text, with the place of every character in the document."""
    text, offsets = "", list[int]()
    for passage in document.passages[:LINES]:
        if passage.kind is not PassageKind.HEADING:
            break
        text += passage.text + " "
        offsets.extend([*passage.offsets, passage.offsets[-1]])
    return text, offsets
