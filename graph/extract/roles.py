"""What somebody is by "as": "As a member of the EU, X …", "X succeeded Y as president of Z"."""

from collections.abc import Iterator
from dataclasses import replace

from graph.extract.arguments import Reader, actors
from graph.extract.coordination import conjuncts
from graph.extract.copulas import belongings
from graph.extract.cues import cues
from graph.extract.emission import emit
from graph.extract.frames import Frame
from graph.extract.parse import Sentence, Word
from graph.extract.phrases import find_arguments
from graph.extract.words import words
from graph.model import Extraction

SUCCEEDING = ("replace", "succeed", "follow")  # whose subject is from then on what the object was
# Who takes part in something, beside those who hold an office.
PARTS = ("member", "host", "chair", "co-chair", "founder", "founding", "signatory", "party", "depositary", "guarantor")


def emit_roles(reader: Reader, s: Sentence, verb: int, frame: Frame) -> Iterator[Extraction]:
    """What the subject of a verb is, by "as" in front of it, behind it and a comma, or by whose place it takes.

    Who is asked may have a role too: "encourages X, as host of Y, to act".
    """
    subject = s.child(verb, "nsubj", "nsubjpass")
    for prep in s.all_children(verb, "prep"):
        noun = s.child(prep, "pobj")
        if s.words[prep].lemma != "as" or noun is None or subject is None or reader.open:
            continue
        apart = s.words[prep - 1].text == "," if prep else True
        front = prep < subject or (subject < prep < verb and apart)
        taken = s.words[verb].lemma in SUCCEEDING and not frame.passive and prep > verb
        asked = s.child(verb, "dobj") if s.words[verb].lemma in cues()["modality.proposed"] and apart else None
        asked = asked if asked is not None and verb < asked < prep else None
        subjects = frame.subjects
        if asked is not None:
            subjects = tuple(actors(find_arguments(reader, s, asked, owners=frame.owners())))
        role = Frame(subjects=subjects, speakers=frame.speakers, rule="apposition", certainty=0.85)
        role = replace(role, modality=frame.modality, polarity=frame.polarity) if taken else role
        for held in conjuncts(s, noun) if front or taken or asked is not None else ():
            if is_part(s.words[held]):
                for kind, of, found in belongings(reader, s, held, frame.owners()):
                    yield from emit(s, role, ["be", kind, s.words[of].lemma], (held, of), found)


def is_part(word: Word) -> bool:
    """Whether a noun is an office or the part that somebody takes in something."""
    return word.tag in ("NN", "NNP", "NNS") and (word.lemma in words().callings or word.lemma in PARTS)
