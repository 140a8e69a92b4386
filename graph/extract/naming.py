"""What a name is, before the text is parsed, and the word that the parser sees in its place."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.extract.gazetteer import Entry, Gazetteer, plain, size_of
from graph.extract.text import Token
from graph.model import EntityType


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name at [start, end) of a passage's text: `name` without titles and brackets, `proxy` what the parser reads."""

    start: int
    end: int
    name: str
    type: EntityType
    found_by: str
    proxy: str
    title: str = ""
    entry: Entry | None = None


Found = tuple[int, Name] | None

PROXIES: Mapping[EntityType, str] = {
    EntityType.COUNTRY: "France",
    EntityType.REGION: "Europe",
    EntityType.PLACE: "Paris",
    EntityType.PERSON: "Obama",
    EntityType.GROUP: "NATO",
}


def make_name(  # noqa: PLR0913 — a constructor's worth of fields
    tokens: Sequence[Token],
    start: int,
    end: int,
    *,
    kind: EntityType,
    found_by: str,
    head: str = "",
    name: str = "",
    title: str = "",
    entry: Entry | None = None,
) -> Name:
    """The name over tokens[start:end]; one word long it is its own proxy, else its head noun or its type's proxy."""
    first, last = tokens[start], tokens[end - 1]
    words_ = tokens[start:end]
    written = "".join(t.text + (" " if t.spaced else "") for t in words_).strip()
    single = len(words_) == 1 and "-" not in written
    pronoun = written.lower() in ("who", "it", "us")  # "WHO said", which the parser would take for a pronoun
    proxy = written if single and not pronoun else head or PROXIES.get(kind, "NATO")
    return Name(
        start=first.start,
        end=last.end,
        name=name or written,
        type=kind,
        found_by=found_by,
        proxy=proxy,
        title=title,
        entry=entry,
    )


def join(tokens: Sequence[Token]) -> str:
    """The tokens as they are written, with single blanks where there is white space."""
    return "".join(t.text + (" " if t.spaced else "") for t in tokens).strip()


def known_runs(tokens: Sequence[Token], at: int, gazetteer: Gazetteer) -> Iterator[tuple[int, str]]:
    """The gazetteer's names that begin at a token, the longest first, each with how many tokens it takes."""
    found = gazetteer.by_first.get(plain(tokens[at].text), ())
    second = plain(tokens[at + 1].text) if found and at + 1 < len(tokens) else None
    for known in found:
        size = size_of(known)
        if size > 1 and (second is None or second not in known):  # most names are told apart by their second word
            continue
        if plain(join(tokens[at : at + size])) == known:
            yield size, known
