"""What somebody is by "as": "As a member of the EU, X …", "X succeeded Y as president of Z"."""

from collections.abc import Iterator
from dataclasses import replace

from graph.extract.arguments import Reader
from graph.extract.copulas import belongings
from graph.extract.emission import emit
from graph.extract.frames import Frame
from graph.extract.parse import Sentence
from graph.extract.words import words
from graph.model import Extraction

SUCCEEDING = ("replace", "succeed", "follow")  # whose subject is from then on what the object was
# Who takes part in something, beside those who hold an office.
PARTS = ("member", "host", "chair", "co-chair", "founder", "founding", "signatory", "party", "depositary", "guarantor")


def emit_roles(reader: Reader, s: Sentence, verb: int, frame: Frame) -> Iterator[Extraction]:
    """What the subject of a verb is, by "as" in front of it, or behind the one whose place it takes."""
    subject = s.child(verb, "nsubj", "nsubjpass")
    for prep in s.all_children(verb, "prep"):
        noun = s.child(prep, "pobj")
        if s.words[prep].lemma != "as" or noun is None or subject is None or reader.open:
            continue
        front = prep < subject
        taken = s.words[verb].lemma in SUCCEEDING and not frame.passive and prep > verb
        word = s.words[noun]
        held = word.tag in ("NN", "NNP") and (word.lemma in words().callings or word.lemma in PARTS)
        if held and (front or taken):
            role = Frame(subjects=frame.subjects, speakers=frame.speakers, rule="apposition", certainty=0.85)
            role = role if front else replace(role, modality=frame.modality, polarity=frame.polarity)
            for kind, of, found in belongings(reader, s, noun, frame.owners()):
                yield from emit(s, role, ["be", kind, s.words[of].lemma], (noun, of), found)
