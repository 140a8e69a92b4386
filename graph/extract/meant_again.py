"""What a definite noun means again that was told before, by whichever way it points back; the surest way first."""

from collections.abc import Sequence
from dataclasses import replace

from graph.extract.arguments import Reader
from graph.extract.compatriots import compatriot
from graph.extract.deeds_done import Tellers, deed_done
from graph.extract.definites import definite_meant, idea_meant, kind_meant, name_meant, newest_named
from graph.extract.introduced import is_restricted
from graph.extract.later_kinds import later_of
from graph.extract.noun_phrases import text_of
from graph.extract.parse import Sentence
from graph.extract.places_meant import place_meant
from graph.extract.taken_up import fuller_of, taken_up
from graph.extract.told_deeds import deed_meant
from graph.model import EntityType, Mention

BARE_AND_NEW = 2  # words of "new mission"


def meant_again(reader: Reader, s: Sentence, head: int, run: Sequence[int], told_by: Tellers) -> Mention | None:
    """What a definite noun takes up that was told before: "the plant", "the idea", "the new mission"; or None."""
    discourse = reader.discourse
    known = definite_meant(discourse, s, head, run)
    if known is not None or reader.open:
        return known
    if len(run) == BARE_AND_NEW:
        firm = compatriot(s, head, discourse.close_by(s))
        return (
            discourse.mention_of(s, head, firm, EntityType.ORGANIZATION) if firm else newest_named(discourse, s, head)
        )
    if len(run) > 1 or s.child(head, "prep") is not None or is_restricted(s, head):
        return None
    pointed = thing_meant(reader, s, head, told_by) or deed_or_place(reader, s, head, told_by)
    span = s.span_of(head, head)
    return replace(pointed, span=span, text=text_of(s, [head]), found_by="pronoun") if pointed else None


def thing_meant(reader: Reader, s: Sentence, head: int, told_by: Tellers) -> Mention | None:
    """Which thing or body a bare noun takes up, by its name, its noun or its kind; or None."""
    discourse = reader.discourse
    before = discourse.close_by(s)
    brought = taken_up(s, head, before, told_by.make)
    known = discourse.introduced.meant(s, head, sentence=discourse.sentence)
    pointed = name_meant(discourse, s, head) or fuller_of(known, brought)
    pointed = later_of(pointed, kind_meant(discourse, s, head), before[0] if before else None)
    return pointed or brought or idea_meant(discourse, s, head)


def deed_or_place(reader: Reader, s: Sentence, head: int, told_by: Tellers) -> Mention | None:
    """Which deed that a verb has told a bare noun takes up, or which place that alone was named; or None."""
    discourse = reader.discourse
    before = discourse.close_by(s)
    deed = deed_meant(s, head, before, discourse.deeds, told_by.doers)
    deed = deed or deed_done(s, head, before, told_by._replace(deeds=discourse.deeds))
    place = place_meant(s, head, before) if deed is None else None
    return discourse.mention_of(s, head, *place) if place is not None else deed
