"""To whom a noun for a gift or sale goes: "X's pledge of Y to Z", "the sale of Y by X to Z"."""

from collections.abc import Iterator

from graph.extract.arguments import Reader, actors, is_named
from graph.extract.cues import cues
from graph.extract.emission import emit
from graph.extract.frames import Frame
from graph.extract.noun_phrases import preps_of
from graph.extract.parse import Sentence
from graph.extract.phrases import find_arguments
from graph.model import Extraction


def find_takers(reader: Reader, s: Sentence, noun: int, agent: int | None, frame: Frame) -> Iterator[Extraction]:
    """Who gets what a noun for giving gives, where a phrase behind what is given tells it.

    `frame` holds who gives, `agent` is the word behind "by", if any. The parser hangs "to Z" on the noun, on what is
    given, or on who gives.
    """
    verb = cues().nominals[s.words[noun].lemma].path("of")
    of = s.prep(noun, "of")
    given = s.child(of, "pobj") if of is not None else None
    if given is None or verb[0] not in cues()["verbs.giving_to"]:
        return
    near = [noun, given, *([agent] if agent is not None else [])]
    to = next((p for at in near for p in preps_of(s, at) if s.words[p].lemma == "to" and p > given), None)
    target = s.child(to, "pobj") if to is not None else None
    if to is None or target is None:
        return
    takers = find_arguments(reader, s, target)
    takers = [a for a in takers if is_named(a)] or actors(takers)
    thing = s.words[given]
    if thing.name is None and thing.lemma not in ("%", "percent"):
        yield from emit(s, frame, [*verb, thing.lemma, "to"], (noun, to), takers)
