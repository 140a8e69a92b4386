"""Who holds an office is a person, whatever else the name looks like: "Ana Vargas, Foreign Minister of Kenya"."""

from collections.abc import Iterable
from dataclasses import replace

from graph.extract.mentions import map_mentions
from graph.extract.words import words
from graph.model import EntityType, Extraction, Mention

OPEN = (EntityType.PLACE, EntityType.REGION, EntityType.CONCEPT)  # what a name is guessed to be by its looks alone


def is_office(relation: str) -> bool:
    """Whether a relation tells the office that somebody holds: "be president of"."""
    held = relation.removeprefix("be ").split(" of")[0].split() if relation.startswith("be ") else []
    return bool(held and held[-1].title() in words().offices)


def type_bearers(extractions: Iterable[Extraction]) -> tuple[Extraction, ...]:
    """The extractions, with who holds an office as a person where the name's looks alone told that it is none."""
    told = tuple(extractions)
    names = {e.subject.name for e in told if (is_office(e.relation) or e.relation == "hasRole") and is_open(e.subject)}
    if not names:
        return told

    def typed(mention: Mention) -> Mention:
        person = mention.name in names and is_open(mention)
        return replace(mention, type=EntityType.PERSON) if person else mention

    return tuple(map_mentions(e, typed) for e in told)


def is_open(mention: Mention) -> bool:
    """Whether an office may tell that a mention is a person's: companies chair councils too."""
    return mention.type in OPEN and is_guessed(mention)


def is_guessed(mention: Mention) -> bool:
    """Whether nothing but its looks tells what a name of several words is."""
    parts = mention.name.split()
    return mention.found_by == "proper" and len(parts) > 1 and all(p[:1].isupper() or p.islower() for p in parts)
