"""What a rank set off behind a thing tells of it: "opened an embassy in X, the third in Europe"."""

from collections.abc import Iterator

from graph.extract.arguments import Reader
from graph.extract.emission import emit
from graph.extract.frames import CLAUSE_TAGS, Frame
from graph.extract.noun_phrases import text_of
from graph.extract.parse import Sentence
from graph.extract.phrases import find_arguments
from graph.extract.settings import is_rank
from graph.extract.values import make_text
from graph.model import Extraction, Modality


def find_rank(reader: Reader, s: Sentence, rank: int) -> Iterator[Extraction]:
    """That a thing is "the second of its kind in X", "the first by Y since Z"."""
    thing = None if reader.open or not is_rank(s, rank) else ranked(s, rank)
    if thing is None:
        return
    run = s.subtree(rank)
    verb = s.words[thing].head
    ahead = any(s.words[a].tag == "MD" for a in s.all_children(verb, "aux"))
    frame = Frame(
        subjects=tuple(find_arguments(reader, s, thing)[:1]),
        rule="apposition",
        certainty=0.8,
        modality=Modality.PLANNED if ahead else Modality.ASSERTED,
    )
    yield from emit(s, frame, ["be"], (), [make_text(text_of(s, run[1:]))])


def ranked(s: Sentence, rank: int) -> int | None:
    """The thing that a rank behind a comma is told of: not the place that it is in, nor when it came about."""
    at = s.words[rank].head
    while s.words[at].dep == "pobj":
        at = s.words[s.words[at].head].head
    if s.words[at].pos not in CLAUSE_TAGS:
        return at
    thing = s.child(at, "dobj", "nsubjpass")
    told = thing is not None and thing < rank and s.child(thing, "acl", "conj") is None
    return thing if told else None
