"""Event nouns that name no doer: "the suspension of X from Y"."""

from collections.abc import Iterator

from graph.extract.arguments import Reader, actors, is_named
from graph.extract.emission import emit
from graph.extract.frames import Frame
from graph.extract.happenings import deed_modality, is_called_off
from graph.extract.parse import Sentence
from graph.extract.phrases import find_arguments
from graph.model import Extraction, Modality

# What is done to somebody, who leaves a body by it.
UNDERGONE = {
    "suspension": "suspended",
    "exclusion": "excluded",
    "expulsion": "expelled",
    "removal": "removed",
}


def find_undergone(reader: Reader, s: Sentence, noun: int) -> Iterator[Extraction]:
    """What was done to somebody, by a noun: "the suspension of X from Y" tells that X is suspended from it."""
    participle = UNDERGONE.get(s.words[noun].lemma)
    if participle is None or is_called_off(s, noun):
        return
    of = s.prep(noun, "of")
    whom = s.child(of, "pobj") if of is not None else None
    near = [*s.all_children(noun, "prep"), *(s.all_children(whom, "prep") if whom is not None else [])]
    from_ = next((p for p in near if s.words[p].lemma == "from"), None)
    body = s.child(from_, "pobj") if from_ is not None else None
    if whom is None or from_ is None or body is None:
        return
    who = [a for a in actors(find_arguments(reader, s, whom)) if is_named(a)]
    modality = deed_modality(s, noun) or Modality.ASSERTED
    frame = Frame(subjects=tuple(who), rule="nominal", certainty=0.9, modality=modality)
    yield from emit(s, frame, ["be", participle, "from"], (noun, from_), find_arguments(reader, s, body))
