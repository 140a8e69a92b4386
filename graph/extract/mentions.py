"""The mentions of an extraction: all of them, and the extraction with each of them changed."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from graph.model import Extraction, Mention, Qualifier, Value


def name_of(thing: Mention | Value) -> str:
    """A thing by its name, a value in its canonical form."""
    return thing.name if isinstance(thing, Mention) else thing.normal


def mentions_of(extraction: Extraction) -> Iterator[Mention]:
    """Every mention of an extraction."""
    things = [extraction.subject, extraction.object, extraction.speaker, *(q.value for q in extraction.qualifiers)]
    return (thing for thing in things if isinstance(thing, Mention))


def all_mentions(extractions: Iterable[Extraction]) -> Iterator[Mention]:
    """Every mention of each extraction."""
    return (mention for extraction in extractions for mention in mentions_of(extraction))


def map_mentions(extraction: Extraction, change: Callable[[Mention], Mention]) -> Extraction:
    """The extraction with what `change` makes of each mention."""
    thing, speaker = extraction.object, extraction.speaker
    return replace(
        extraction,
        subject=change(extraction.subject),
        object=change(thing) if isinstance(thing, Mention) else thing,
        speaker=change(speaker) if speaker else None,
        qualifiers=tuple(
            Qualifier(kind=q.kind, value=change(q.value)) if isinstance(q.value, Mention) else q
            for q in extraction.qualifiers
        ),
    )
