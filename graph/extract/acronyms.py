"""Acronyms across documents: each document means by one what it defines; another may mean another thing."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from graph.extract.gazetteer import Gazetteer, plain
from graph.extract.mentions import map_mentions
from graph.extract.short_names import LOCAL
from graph.extract.spelling import fold
from graph.model import EntityType, Extraction, Mention

TITLED = ("title", "person", "document")


def share_acronyms(defined: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The acronyms that stand for one thing wherever they are defined, with its name; the others mean several things.

    A document that uses an acronym without defining it is helped by the others only where they agree.
    """
    names: dict[str, dict[str, str]] = {}
    for acronym, full in sorted(defined):
        names.setdefault(acronym, {}).setdefault(fold(full), full)
    return {acronym: next(iter(found.values())) for acronym, found in names.items() if len(found) == 1}


def write_out(extraction: Extraction, own: Mapping[str, str], gazetteer: Gazetteer) -> Extraction:
    """The extraction with the acronyms in its names as the document defines them: "Friends of the GDI"."""
    if not own:
        return extraction
    return map_mentions(extraction, lambda mention: _written(mention, own, gazetteer))


def _written(mention: Mention, own: Mapping[str, str], gazetteer: Gazetteer) -> Mention:
    name = written_out(mention, own, gazetteer)
    return replace(mention, name=name) if name != mention.name else mention


def written_out(mention: Mention, acronyms: Mapping[str, str], gazetteer: Gazetteer) -> str:
    """The name of a mention with its acronyms written out; what the gazetteer lists, and people, stay as they are."""
    told = mention.found_by == LOCAL or (mention.type is EntityType.PERSON and mention.found_by in TITLED)
    if told or plain(mention.name) in gazetteer.names:
        return mention.name
    return " ".join(acronyms.get(word, word) for word in mention.name.split())
