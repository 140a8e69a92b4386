"""States that two prepositions tell: "is at odds with X", "voted in favour of X", "was in breach of X"."""

from collections.abc import Iterator

from graph.extract.arguments import Reader
from graph.extract.emission import emit
from graph.extract.frames import Frame, surface_of, verb_path
from graph.extract.parse import Sentence
from graph.extract.phrases import find_arguments
from graph.extract.prepositions import state_of
from graph.model import Extraction

# Verbs that without an object say nothing but their state.
STANDING = ("be", "remain", "become", "vote", "stand", "speak", "come", "stay", "act", "rule")


def emit_states(reader: Reader, s: Sentence, verb: int, frame: Frame) -> Iterator[Extraction]:
    """What a verb goes on to over a preposition, a bare noun and a second preposition."""
    standing = s.words[verb].lemma in STANDING and s.child(verb, "dobj") is None
    for prep in s.all_children(verb, "prep") if standing else ():
        second = state_of(s, prep)
        target = s.child(second, "pobj") if second is not None else None
        if second is None or target is None or prep < verb:
            continue
        noun = s.words[second].head
        found = find_arguments(reader, s, target, owners=frame.owners())
        path = [*verb_path(s, verb), *(s.words[i].text.lower() for i in (prep, noun, second))]
        yield from emit(s, frame, path, (*surface_of(s, verb), prep, noun, second), found, rule="prepositional")
