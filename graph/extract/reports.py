"""What somebody says, as the clause that tells it is read: who speaks, also where the one who does has no name."""

from dataclasses import replace

from graph.extract.arguments import Argument, Reader
from graph.extract.cues import cues
from graph.extract.frames import Frame
from graph.extract.gazetteer import plain
from graph.extract.modality import is_we
from graph.extract.parse import Sentence
from graph.extract.phrases import make_argument
from graph.extract.prepositions import ACTORS
from graph.extract.seats import capitals
from graph.extract.words import words
from graph.model import EntityType, Mention, Modality, Polarity, QualifierKind


def held(frame: Frame) -> Frame:
    """The frame of what somebody says or holds: the subjects of the verb are the speakers, each for itself."""
    told = tuple(a.mention for a in frame.subjects if can_speak(a))
    told = told[:1] if frame.subjects[:1] and frame.subjects[0].open else told
    lasting = tuple(q for q in frame.qualifiers if q.kind is not QualifierKind.TIME)  # said then, not done then
    return Frame(speakers=told or frame.speakers, qualifiers=lasting, certainty=frame.certainty * 0.95)


def reported(reader: Reader, s: Sentence, verb: int, frame: Frame) -> Frame:
    """The frame of what the subject of a verb of speech says.

    Who has no name speaks all the same: what "a senior official said" is not the document's own word.
    """
    below, source = held(frame), unnamed_source(reader, s, verb)
    named = any(map(can_speak, frame.subjects))
    return replace(below, speakers=source) if source and not named else below


def can_speak(argument: Argument) -> bool:
    """Whether a subject may be a speaker: who acts, and in open reading anybody, but no "It"."""
    told = argument.mention
    seat = told.type is EntityType.PLACE and plain(told.name) in capitals()  # "Lima announced that"
    return (argument.open or told.type in ACTORS or seat) and told.text != "It"


def denied(reader: Reader, s: Sentence, verb: int, frame: Frame) -> Frame:
    """The frame of what somebody denies or doubts."""
    below = reported(reader, s, verb, frame)
    if s.words[verb].lemma == "doubt":
        return replace(below, modality=Modality.POSSIBLE)
    return replace(below, polarity=Polarity.NEGATED)


def told_frame(reader: Reader, s: Sentence, verb: int, frame: Frame) -> Frame | None:
    """The frame of what a verb says, denies or doubts; None below any other verb."""
    lemma = s.words[verb].lemma
    if lemma in cues()["speech.denying"]:
        return denied(reader, s, verb, frame)
    if lemma in cues()["speech.factive"] and is_obliged(s, verb):  # "we must realise that": so it is
        return Frame(speakers=frame.speakers, certainty=frame.certainty * 0.95)
    if frame.modality is Modality.PROPOSED and not frame.passive and lemma in cues()["speech.verbs"]:
        # "asks the Court to find that X did Y": the Court has not said so
        return replace(Frame(speakers=frame.speakers, certainty=frame.certainty * 0.95), modality=Modality.POSSIBLE)
    own = {a.mention.name for a in frame.subjects} & {m.name for m in reader.discourse.voices}  # "my country believes"
    doubted = lemma in cues()["speech.doubtful"] and not is_we(s, verb) and not own
    heard = frame.passive and lemma in cues()["speech.held"]  # "it is reported that"
    if doubted or heard:
        return replace(reported(reader, s, verb, frame), modality=Modality.POSSIBLE)
    return reported(reader, s, verb, frame) if lemma in cues()["speech.verbs"] else None


def is_obliged(s: Sentence, verb: int) -> bool:
    """Whether somebody ought to do what a verb tells, by who says so: "must admit", "has to admit"."""
    above = s.words[s.words[verb].head]
    duty = above.lemma in cues()["modality.obliging"] and s.words[verb].dep == "xcomp"
    return duty or any(s.words[a].lemma in ("must", "should") for a in s.all_children(verb, "aux"))


def unnamed_source(reader: Reader, s: Sentence, verb: int) -> tuple[Mention, ...]:
    """Who speaks without a name, as the document's own: "a senior official", "witnesses", "a report by X"; or none."""
    above = s.words[verb].head  # "…, a spokesman said, adding that X"
    going_on = s.words[verb].dep == "advcl" and s.words[above].lemma in cues()["speech.verbs"]
    subject = s.child(verb, "nsubj") if not going_on else s.child(verb, "nsubj") or s.child(above, "nsubj")
    return as_source(reader, s, subject)


def as_source(reader: Reader, s: Sentence, source: int | None) -> tuple[Mention, ...]:
    """A noun without a name as one who speaks, the document's own: "according to a senior official"; or none."""
    word = s.words[source] if source is not None else None
    indefinite = word is not None and word.tag in ("DT", "JJ", "NNS") and word.lemma in cues()["nouns.some"]
    noun = word is not None and word.pos in ("NOUN", "PROPN") and word.name is None
    if word is None or not (noun or indefinite) or reader.open:
        return ()
    office = word.pos == "PROPN" and word.text in words().titles  # "the Minister", whom nobody named before
    kinds = words().callings | cues()["nouns.groups"] | cues()["nouns.sources"] | cues()["nouns.bodies"]
    if not (office or indefinite) and word.lemma not in kinds:
        return ()
    told = make_argument(replace(reader, open=True), s, word.i, ())
    if told is None:
        return ()
    named = told.mention.found_by == "named phrase"  # "the Dutch government" is known beyond the document
    return (told.mention if named else reader.discourse.short_names.owned(told.mention),)
