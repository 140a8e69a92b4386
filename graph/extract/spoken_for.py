"""For which ministry a spokesperson speaks: the one in whose house a briefing is held, by the heading above it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from graph.extract.signatures import heading_of
from graph.model import Document, EntityType, Extraction, Mention, Span

SPOKES = re.compile(r"(?:(?:Official|Deputy|Chief|Principal|Acting) )*Spokes(?:person|man|woman)")
MINISTRY = re.compile(r"\bMinistry of [A-Z][\w-]+(?:(?:,(?= [\w ,-]* and )| and|, and)? [A-Z][\w-]+)*")


def find_spoken_for(document: Document, told: Iterable[Extraction], home: Mention | None) -> Iterator[Extraction]:
    """The offices that a heading or a label tells, a spokesperson's with the ministry of `home` in the heading."""
    ministry = find_ministry(document) if home is not None and home.type is EntityType.COUNTRY else None
    for extraction in told:
        yield extraction
        office = extraction.object.name if isinstance(extraction.object, Mention) else ""
        if ministry is not None and home is not None and SPOKES.fullmatch(office):
            said = f"{office.lower()} of"
            body = replace(ministry, name=f"{ministry.name} of {home.name}")
            yield replace(extraction, relation=f"be {said}", predicate=f"is {said}", object=body)


def find_ministry(document: Document) -> Mention | None:
    """The only ministry that the heading of a document names, without its state; or None."""
    text, offsets = heading_of(document)
    plain = "\n".join(as_title(line) if line.isupper() else line for line in text.split("\n"))
    found = {m[0]: m for m in MINISTRY.finditer(plain)}
    if len(found) != 1:
        return None
    ((name, match),) = found.items()
    span = Span(document=document.id, start=offsets[match.start()], end=offsets[match.end() - 1] + 1)
    return Mention(span=span, text=name, name=name, type=EntityType.ORGANIZATION, found_by="head")


def as_title(line: str) -> str:
    """A line of capitals in the letters of a title: "MINISTRY OF HEALTH" is "Ministry of Health"."""
    return re.sub(r" (Of|The|And) ", lambda m: m[0].lower(), line.title())
