"""What somebody is by "as": "As a member of the EU, X …", "X succeeded Y as president of Z"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from graph.extract.arguments import Argument, Reader, actors
from graph.extract.coordination import conjuncts
from graph.extract.copulas import belongings
from graph.extract.cues import cues
from graph.extract.doers import find_possessors
from graph.extract.emission import emit
from graph.extract.frames import Frame
from graph.extract.noun_phrases import modifiers_of
from graph.extract.parse import Sentence, Word
from graph.extract.phrases import find_arguments
from graph.extract.words import words
from graph.model import Extraction, Mention

SUCCEEDING = ("replace", "succeed", "follow")  # whose subject is from then on what the object was
CAPACITIES = ("capacity", "role", "status", "position", "function")
# Who takes part in something, beside those who hold an office.
PARTS = (
    *("member", "host", "chair", "co-chair", "founder", "founding", "signatory", "party", "depositary", "guarantor"),
    *("co-host", "co-lead", "co-sponsor", "co-founder", "coordinator", "facilitator", "mediator", "penholder"),
)


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
        for held in parts_joined(s, noun) if front or taken or asked is not None else ():
            if is_part(s.words[held]):
                yield from emit_part(reader, s, held, role, frame.owners())


def parts_joined(s: Sentence, noun: int) -> list[int]:
    """The parts of a coordination: "chair of X and host of Y" are two without an article as well."""
    joined = [noun, *s.all_children(noun, "conj")]
    return joined if all(s.prep(part, "of") is not None for part in joined) else conjuncts(s, noun)


def emit_part(reader: Reader, s: Sentence, held: int, role: Frame, owners: Sequence[Mention]) -> Iterator[Extraction]:
    """Of what somebody is a part, or holds an office; so does who does it "with" them: "as co-lead with Y of X"."""
    together = s.prep(held, "with") if s.words[held].lemma.startswith("co-") else None
    other = s.child(together, "pobj") if together is not None else None
    others = actors(find_arguments(reader, s, other, owners=owners)) if other is not None else []
    told = replace(role, subjects=(*role.subjects, *others))
    known = list(belongings(reader, s, held, owners)) or owned_parts(reader, s, held, owners)
    for kind, of, found in known:
        yield from emit(s, told, ["be", kind, s.words[of].lemma], (held, of), found)


def owned_parts(
    reader: Reader, s: Sentence, held: int, owners: Sequence[Mention]
) -> list[tuple[str, int, list[Argument]]]:
    """What one chairs or hosts that is something of a named body: "the chair of BIMSTEC's sector on culture"."""
    of = s.prep(held, "of")
    thing = s.child(of, "pobj") if of is not None else None
    owner = s.child(thing, "poss") if thing is not None else None
    if of is None or thing is None or owner is None or s.words[owner].name is None or s.words[held].lemma not in PARTS:
        return []
    kind = " ".join([*modifiers_of(s, held, "amod", "compound"), s.words[held].lemma])
    return [(kind, of, find_arguments(reader, s, thing, owners=owners))]


def emit_capacity(reader: Reader, s: Sentence, noun: int) -> Iterator[Extraction]:
    """What somebody is in a capacity: "Malaysia, in its capacity as Chair of X", "Peru's role as host of X"."""
    as_ = s.prep(noun, "as") if s.words[noun].lemma in CAPACITIES else None
    held = s.child(as_, "pobj") if as_ is not None else None
    owner, prep = s.child(noun, "poss"), s.words[noun].head
    if held is None or owner is None or not is_part(s.words[held]):
        return
    who = owner if s.words[owner].name is not None else None
    if who is None and s.words[prep].lemma == "in" and prep > 1 and s.words[prep - 1].text == ",":
        who = prep - 2 if s.words[prep - 2].name is not None else None  # "Malaysia, in its capacity as Chair of X"
    found = find_arguments(reader, s, who) if who is not None else find_possessors(reader, s, noun, Frame())
    role = Frame(subjects=tuple(actors(found)), rule="apposition", certainty=0.85)
    for part in parts_joined(s, held) if role.subjects else ():
        yield from emit_part(reader, s, part, role, ())


def is_part(word: Word) -> bool:
    """Whether a noun is an office or the part that somebody takes in something."""
    return word.tag in ("NN", "NNP", "NNS") and (word.lemma in words().callings or word.lemma in PARTS)
