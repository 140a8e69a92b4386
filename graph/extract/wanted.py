"""What somebody wants done by nobody named: "X proposed that a group be set up", "X decides that Y be extended"."""

from collections.abc import Iterator

from graph.extract.arguments import Argument, Reader, actors
from graph.extract.cues import cues
from graph.extract.emission import emit
from graph.extract.frames import Frame, surface_of
from graph.extract.parse import Sentence
from graph.extract.phrases import find_arguments
from graph.model import Extraction, Modality

GRANTED = ("give", "grant", "allow", "permit", "offer", "provide", "tell", "inform", "ask", "invite", "enable")
DECIDING = frozenset({"decide", "resolve"})


def emit_wanted(reader: Reader, s: Sentence, verb: int, frame: Frame) -> Iterator[Extraction]:
    """That who asks for or decides a thing wants it done, where a passive below says it without a doer."""
    above = s.words[verb].head
    wants = s.words[above].lemma in cues()["modality.proposed"] | DECIDING and s.words[above].pos == "VERB"
    if s.words[verb].dep != "ccomp" or not wants or frame.modality not in (Modality.PROPOSED, Modality.PLANNED):
        return
    if s.child(verb, "dobj", "xcomp", "oprd") is not None or s.words[verb].lemma in GRANTED:
        return  # "demands that X be given a seat": no one demands to give X
    subject = s.child(above, "nsubj")
    heading = reader.discourse.heading
    if subject is not None:
        wanting = tuple(actors(find_arguments(reader, s, subject)))
    else:
        wanting = (Argument(head=above, mention=heading),) if heading is not None else ()
    told = Frame(subjects=wanting, rule="passive", certainty=0.85)
    path = [s.words[above].lemma, "to", s.words[verb].lemma]
    yield from emit(s, told, path, (above, *surface_of(s, verb)), frame.subjects)
