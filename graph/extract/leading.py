"""Who leads what meets or sets out: "met under the chairmanship of X", "left at the head of a delegation"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from graph.extract.arguments import Argument, Reader, actors
from graph.extract.emission import emit
from graph.extract.frames import Frame
from graph.extract.parse import Sentence
from graph.extract.phrases import find_arguments
from graph.model import EntityType, Extraction

CHAIRING = ("chairmanship", "chairwomanship", "chair", "chairpersonship", "presidency", "co-chairmanship")
MEETING = ("meet", "convene", "gather", "hold", "sit", "open", "assemble")
LED = ("delegation", "mission", "team", "contingent", "convoy", "column", "force", "army")
MET = (EntityType.ORGANIZATION, EntityType.EVENT, EntityType.GROUP)


def emit_leading(reader: Reader, s: Sentence, verb: int, frame: Frame) -> Iterator[Extraction]:
    """Who chairs what meets "under the chairmanship of X", or leads those "at the head of" whom one sets out."""
    for prep in () if reader.open else s.all_children(verb, "prep"):
        noun = s.child(prep, "pobj")
        of = s.prep(noun, "of") if noun is not None else None
        target = s.child(of, "pobj") if of is not None else None
        if noun is None or of is None or target is None:
            continue
        lemma, lead = s.words[prep].lemma.lower(), s.words[noun].lemma
        if lemma == "under" and lead in CHAIRING and s.words[verb].lemma in MEETING and len(frame.subjects) == 1:
            bearer = s.child(target, "appos")  # "the Prime Minister of Y, X"
            found = [a for i in (target, bearer) if i is not None for a in find_arguments(reader, s, i)]
            chairs = [a for a in found if a.mention.type is EntityType.PERSON][:1]
            meeting = [a for a in frame.subjects if a.mention.type in MET or frame.passive]
            for extraction in emit(s, led_by(frame, chairs), ["chair"], (noun, of), meeting):
                yield replace(extraction, predicate="chaired")  # "chairmanship of" would say the reverse
        elif (lemma, lead) == ("at", "head") and s.words[target].lemma in LED:
            led = find_arguments(reader, s, target)
            yield from emit(s, led_by(frame, actors(frame.subjects)), ["lead"], (noun, of), led)


def led_by(frame: Frame, leaders: Sequence[Argument]) -> Frame:
    """The frame of what leaders do by a noun, as the clause tells it and where and when."""
    return Frame(
        subjects=tuple(leaders),
        rule="nominal",
        speakers=frame.speakers,
        modality=frame.modality,
        polarity=frame.polarity,
        qualifiers=frame.qualifiers,
    )
