"""What the heading of a document says of its author: "Address by X, Prime Minister of Y, at Z"."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from graph.extract.gazetteer import Gazetteer, plain
from graph.extract.names import find_entries
from graph.extract.values import make_time
from graph.extract.words import words
from graph.model import (
    Document,
    EntityType,
    Extraction,
    Mention,
    PassageKind,
    Qualifier,
    QualifierKind,
    Span,
)

LINES = 14  # of a heading
FAR = 120  # characters between an author and the end of the office


def find_signature(document: Document, gazetteer: Gazetteer, author: Mention | None) -> Iterator[Extraction]:
    """What the author is, as the heading says right behind the name: offices, whose they are, and memberships."""
    if author is None or author.type is not EntityType.PERSON:
        return
    text, offsets = heading_of(document)
    shown = "\n".join(in_title_case(line) if line.isupper() else line for line in text.split("\n"))
    at = shown.casefold().find(author.name.casefold())
    if at < 0 or len(shown) != len(text):
        return
    yield from find_occasion(document, author, shown, offsets, gazetteer)
    start = at + len(author.name)
    offices = find_offices(shown[start : start + FAR], gazetteer)
    posts = find_posts(SHORT.sub(lambda short: " " * len(short[0]), shown)[start : start + 2 * FAR], gazetteer)
    for found in (*offices, *posts):
        span = Span(document=document.id, start=offsets[at], end=offsets[start + found.end - 1] + 1)
        thing = Mention(span=span, text=found.text, name=found.name, type=found.type, found_by=found.found_by)
        yield Extraction(
            subject=author,
            predicate=found.predicate,
            relation=found.relation,
            object=thing,
            sentence=span,
            rule="heading",
            confidence=0.9,
        )


# "79th Session of the United Nations General Assembly", also as scanners print it; "UNGA 79".
SESSION = re.compile(r"\b(\d{1,3})\W{0,3}(?:st|nd|rd|th)?\W{0,3}(?:regular )?session of (?:the )?", re.IGNORECASE)
SHORT = re.compile(r"\bUNGA\W{0,2}(\d{2})\b", re.IGNORECASE)
SPOKEN = re.compile(r"\b(?:address|statement|speech|remarks|intervention)\b", re.IGNORECASE)


def find_occasion(
    document: Document, author: Mention, shown: str, offsets: list[int], gazetteer: Gazetteer
) -> Iterator[Extraction]:
    """At which session of a body the author spoke, with where and when, as the heading of a speech tells it."""
    found = SESSION.search(shown)
    body = next(iter(find_entries(shown[found.end() : found.end() + FAR], gazetteer)), None) if found else None
    short = SHORT.search(shown)
    held = (found, body.name) if found and body is not None else (short, "United Nations General Assembly")
    spoken = SPOKEN.search(shown)
    if held[0] is None or spoken is None or (body is not None and body.type is not EntityType.ORGANIZATION):
        return
    match, place = held[0], next((e for e in find_entries(shown, gazetteer) if e.type is EntityType.PLACE), None)
    end = max(match.end(), shown.find("\n", match.end())) if found is match else match.end()
    span = Span(document=document.id, start=offsets[match.start()], end=offsets[end - 1] + 1)
    name = f"{ordinal(int(match[1]))} session of the {held[1]}"
    event = Mention(span=span, text=name, name=name, type=EntityType.EVENT, found_by="head")
    first, last = min(spoken.start(), match.start()), max(spoken.end(), end)
    settings: list[Qualifier[Mention]] = []
    if document.published:
        settings.append(Qualifier(kind=QualifierKind.TIME, value=make_time(document.published)))
    if place is not None:
        where = replace(event, text=place.name, name=place.name, type=place.type, found_by="gazetteer")
        settings.append(Qualifier(kind=QualifierKind.PLACE, value=where))
    yield Extraction(
        subject=author,
        predicate=spoken[0].lower(),
        relation="address",
        object=event,
        sentence=Span(document=document.id, start=offsets[first], end=offsets[last - 1] + 1),
        rule="heading",
        qualifiers=tuple(settings),
        confidence=0.9,
    )


def ordinal(number: int) -> str:
    """A number as one counts with it: "79th"."""
    endings = {1: "st", 2: "nd", 3: "rd"} if number % 100 not in (11, 12, 13) else {}
    return f"{number}{endings.get(number % 10, 'th')}"


def in_title_case(line: str) -> str:
    """A line in capitals as a title is written: "PRIME MINISTER OF NORWAY" is "Prime Minister of Norway"."""
    small = {"Of", "The", "And", "For", "In", "At", "To", "On", "Before"}
    return " ".join(w.lower() if w in small else w for w in line.title().split(" "))


class Post(NamedTuple):
    """An office or membership behind a name: predicate and relation, the thing, and where it ends."""

    predicate: str
    relation: str
    text: str
    name: str
    type: EntityType
    found_by: str
    end: int


def find_offices(behind: str, gazetteer: Gazetteer) -> list[Post]:
    """Of which country the author holds an office, or two: "X, Prime Minister and Minister for Finance of Y"."""
    titles = sorted(words().titles - words().honorifics, key=len, reverse=True)
    office = re.match(rf"[\s,]*(?:the )?((?:[A-Z][a-z]+ )?(?:{'|'.join(map(re.escape, titles))}))\b", behind)
    entries = [e for e in find_entries(behind, gazetteer) if e.type is EntityType.COUNTRY] if office else []
    if office is None or not entries:
        return []
    written = max((n for n in (entries[0].name, *entries[0].aliases) if n in behind), key=len, default="")
    before = behind[office.start(1) : behind.find(written)]
    held = re.match(r"(.+?)\s+of(?: the)?(?: \w+ of(?: the)?)?\s*$", before, re.IGNORECASE | re.DOTALL)
    if not written or held is None or re.search(r"\b(?:at|to|on|before)\b", held[1], re.IGNORECASE):
        return []
    entry, title = entries[0], " ".join(held[1].partition(",")[0].split())
    end = behind.find(written) + len(written)
    both = re.split(rf" and (?:the )?(?={'|'.join(map(re.escape, titles))})", title)
    return [
        Post(f"{one} of", f"be {one.lower()} of", written, entry.name, entry.type, "gazetteer", end) for one in both
    ]


# "Minister of Foreign Affairs", "Member of the Council of State": title-cased words tied by small ones, on one line.
TAIL = r"(?: (?:of|for|and)(?: the)? [A-Z][\w’'-]*(?: (?:(?!And\b)[A-Z][\w’'-]*|of(?: the)?(?= [A-Z])|and(?= [A-Z])))*)"


def find_posts(behind: str, gazetteer: Gazetteer) -> list[Post]:
    """The offices and memberships that stand one after another behind a name: "X, Member of Y and Minister of Z"."""
    titles = "|".join(sorted(map(re.escape, words().titles - words().honorifics), key=len, reverse=True))
    one = rf"(?! and (?:the )?(?:{titles})\b)"  # "Prime Minister and Minister for X" are two
    post = re.compile(rf"[\s,]*(?:[Aa]nd\s+)?(?:[Tt]he )?(Member|(?:[A-Z][a-z]+ )?(?:{titles})){one}({TAIL})")
    found: list[Post] = []
    at = 0
    while match := post.match(behind, at):
        at = match.end()
        tail = re.sub(r"^ (?:of|for|and)(?: the)? ", "", match[2])
        if match[1] == "Member":
            known = gazetteer.names.get(plain(tail))
            kind, name = (known.type, known.name) if known else (EntityType.ORGANIZATION, tail)
            found.append(Post("Member of", "memberOf", tail, name, kind, "head", at))
        else:
            office = match[1] + match[2]
            found.append(Post("", "hasRole", office, office, EntityType.ROLE, "head", at))
    return found


def heading_of(document: Document) -> tuple[str, list[int]]:
    """The heading lines above the first paragraph as one text, with the place of every character in the document."""
    text, offsets = "", list[int]()
    for passage in document.passages[:LINES]:
        if passage.kind is not PassageKind.HEADING:
            break
        text += passage.text + "\n"
        offsets.extend([*passage.offsets, passage.offsets[-1]])
    return text, offsets
