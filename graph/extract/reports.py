"""What somebody says, as the clause that tells it is read: who speaks, also where the one who does has no name."""

from dataclasses import replace

from graph.extract.arguments import Argument, Reader
from graph.extract.cues import cues
from graph.extract.frames import Frame, is_negated, turned
from graph.extract.gazetteer import plain
from graph.extract.modality import is_made_clear, is_we
from graph.extract.noun_phrases import modifiers_of
from graph.extract.parse import Sentence
from graph.extract.phrases import find_arguments, make_argument
from graph.extract.prepositions import ACTORS
from graph.extract.pronouns import KINDS
from graph.extract.seats import capitals
from graph.extract.text import possessive
from graph.extract.words import words
from graph.model import EntityType, Mention, Modality, Polarity, Qualifier, QualifierKind


def held(frame: Frame) -> Frame:
    """The frame of what somebody says or holds: the subjects of the verb are the speakers, each for itself."""
    told = tuple(a.mention for a in frame.subjects if can_speak(a))
    told = told[:1] if frame.subjects[:1] and frame.subjects[0].open else told
    lasting = tuple(q for q in frame.qualifiers if q.kind is not QualifierKind.TIME)  # said then, not done then
    return Frame(speakers=told or frame.speakers, qualifiers=lasting, certainty=frame.certainty * 0.95)


def somebody(reader: Reader, s: Sentence, verb: int) -> tuple[Mention, ...]:
    """Who speaks as "he", "she" or "they" and may be one or the other: no word of the document itself; or none."""
    subject = s.child(verb, "nsubj")
    kind = KINDS.get(s.words[subject].text.lower(), "") if subject is not None else ""
    yet = any(s.words[a].tag == "MD" for a in s.all_children(verb, "aux"))  # "he shall certify that"
    if subject is None or yet or kind not in ("person", "several"):
        return ()
    told = ("speaker", EntityType.PERSON) if kind == "person" else ("speakers", EntityType.GROUP)
    return (reader.discourse.short_names.owned(reader.discourse.mention_of(s, subject, *told)),)


def is_place_behind(qualifier: Qualifier[Mention], at: int) -> bool:
    """Whether a place stands behind a character of the document: "told reporters in Lima" tells where it was said."""
    value = qualifier.value
    return qualifier.kind is QualifierKind.PLACE and isinstance(value, Mention) and value.span.start >= at


def reported(reader: Reader, s: Sentence, verb: int, frame: Frame) -> Frame:
    """The frame of what the subject of a verb of speech says.

    Who has no name speaks all the same: what "a senior official said" is not the document's own word. Who "was told
    by X" has only heard it.
    """
    behind = s.span_of(verb, verb).end
    frame = replace(frame, qualifiers=tuple(q for q in frame.qualifiers if not is_place_behind(q, behind)))
    if frame.passive:
        told = said_where(s, verb, replace(frame, subjects=()))
        return replace(held(told), speakers=find_tellers(reader, s, verb) or frame.speakers)
    below, source = held(said_where(s, verb, frame)), unnamed_source(reader, s, verb)
    named = any(map(can_speak, frame.subjects))
    source = source or (() if reader.open else somebody(reader, s, verb))
    return replace(below, speakers=source) if source and not named else below


def said_where(s: Sentence, verb: int, frame: Frame) -> Frame:
    """The frame without the places behind a verb of speech: what one "told reporters in Lima" need not be so there."""
    clause = s.child(verb, "ccomp")
    if clause is None:
        return frame
    last = s.subtree(clause)[0] if clause > verb else len(s.words) - 1  # "X has left, Y told reporters in Lima"
    between = s.span_of(verb, last)
    told = [
        q
        for q in frame.qualifiers
        if q.kind is QualifierKind.PLACE
        and isinstance(q.value, Mention)
        and between.start <= q.value.span.start < between.end
    ]
    return replace(frame, qualifiers=tuple(q for q in frame.qualifiers if q not in told)) if told else frame


def find_tellers(reader: Reader, s: Sentence, verb: int) -> tuple[Mention, ...]:
    """Those by whom somebody was told or accused: "X was assured by Y that" and "accused by Y of" are Y's words."""
    by = s.child(verb, "agent")
    who = s.child(by, "pobj") if by is not None else None
    found = find_arguments(reader, s, who) if who is not None else []
    return tuple(a.mention for a in found if can_speak(a)) or as_source(reader, s, who)


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
    if is_negated(s, verb) and not reader.open and (unsaid := unsaid_frame(reader, s, verb, frame)) is not None:
        return unsaid
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
    told = lemma in cues()["speech.verbs"] or is_shown(s, verb, frame) or (lemma in HOLDING and has_that(s, verb))
    told = told or is_made_clear(s, verb)
    return reported(reader, s, verb, frame) if told else None


# Verbs that say what somebody holds only where a clause with "that" is behind them: nobody says what one considers.
HOLDING = frozenset(
    {"consider", "feel", "assess", "signal", "hint", "specify", "certify", "attest", "disclose", "reckon", "calculate"}
    | {"post", "tweet", "recount", "restate", "allege"}
)


def has_that(s: Sentence, verb: int) -> bool:
    """Whether a clause with "that" is behind a verb."""
    clause = s.child(verb, "ccomp")
    return clause is not None and any(s.words[m].lemma == "that" for m in s.all_children(clause, "mark"))


def is_shown(s: Sentence, verb: int, frame: Frame) -> bool:
    """Whether a clause is what somebody's study shows: "a report by X showed that Y has left"."""
    subject = s.child(verb, "nsubj")
    if s.words[verb].lemma not in ("show", "demonstrate", "document") or subject is None or not frame.subjects:
        return False
    makers = (s.words[i] for i in s.subtree(subject))
    named = any(w.name.type in ACTORS if w.name is not None else w.label == "ORG" for w in makers)
    return named and s.words[subject].lemma in cues()["nouns.sources"]


# Verbs whose denial is that of what they lead to: who does not believe that X will act believes that X will not.
RAISING = ("believe", "think", "suppose")
# Verbs that do not touch whether it is so: who did not mention that X has left says nothing against it.
KNOWING = ("realise", "realize", "know", "forget", "remember", "mention", "notice", "hide", "conceal", "ignore", "lose")
# Verbs that leave it open when they are denied: "could not verify that X has left".
SHOWING = ("verify", "show", "prove", "demonstrate", "establish", "accept", "guarantee", "mean", "imply", "hint")


def unsaid_frame(reader: Reader, s: Sentence, verb: int, frame: Frame) -> Frame | None:
    """The frame of what somebody does not say, think or know: it is no word of that one; None below other verbs."""
    lemma, sure = s.words[verb].lemma, frame.certainty * 0.95
    if lemma in RAISING and not frame.passive:
        below = reported(reader, s, verb, frame)
        return replace(below, polarity=turned(below.polarity))
    if lemma in KNOWING:
        return Frame(speakers=frame.speakers, certainty=sure)
    if lemma in cues()["speech.denying"] or lemma in cues()["speech.verbs"] or lemma in SHOWING:
        return Frame(speakers=frame.speakers, certainty=sure, modality=Modality.POSSIBLE)
    return None


def is_obliged(s: Sentence, verb: int) -> bool:
    """Whether somebody ought to do what a verb tells, by who says so: "must admit", "has to admit"."""
    above = s.words[s.words[verb].head]
    duty = above.lemma in cues()["modality.obliging"] and s.words[verb].dep == "xcomp"
    return duty or any(s.words[a].lemma in ("must", "should") for a in s.all_children(verb, "aux"))


def unnamed_source(reader: Reader, s: Sentence, verb: int) -> tuple[Mention, ...]:
    """Who speaks without a name, as the document's own: "a senior official", "witnesses", "a report by X"; or none."""
    above = s.words[verb].head  # "…, a spokesman said, adding that X"
    going_on = s.words[verb].dep == "advcl" and s.words[above].lemma in cues()["speech.verbs"]
    first = verb
    while (
        s.words[first].dep == "conj" and s.child(first, "nsubj") is None and s.words[s.words[first].head].pos == "VERB"
    ):
        first = s.words[first].head  # "the spokesman accused X and said that Y"
    subject = s.child(first, "nsubj") if not going_on else s.child(verb, "nsubj") or s.child(above, "nsubj")
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
    if (called := called_source(reader, s, word.i) or own_source(reader, s, word.i)) is not None:
        return (called,)
    told = make_argument(replace(reader, open=True), s, word.i, ())
    if told is None:
        return ()
    named = told.mention.found_by == "named phrase"  # "the Dutch government" is known beyond the document
    return (told.mention if named else reader.discourse.short_names.owned(told.mention),)


def own_source(reader: Reader, s: Sentence, noun: int) -> Mention | None:
    """Whose official speaks of what the state itself did: "Peru has left, its foreign minister said"; or None."""
    owner, verb = s.child(noun, "poss"), s.words[noun].head
    while s.words[verb].dep == "prep" and s.words[verb].lemma in (
        "to",
        "accord",
    ):  # "according to its foreign minister"
        verb = s.words[verb].head
    if owner is None or s.words[owner].text.lower() not in ("its", "their"):
        return None
    said = s.child(verb, "ccomp") if s.words[noun].dep == "nsubj" else verb
    told = said if s.words[verb].dep != "parataxis" else s.words[verb].head
    doer = s.child(told, "nsubj", "nsubjpass") if told is not None and told < noun else None
    name = s.words[doer].name if doer is not None else None
    if name is None or name.type not in (EntityType.COUNTRY, EntityType.ORGANIZATION):
        return None
    office = " ".join([*modifiers_of(s, noun, "amod", "compound"), s.words[noun].text])
    kind = EntityType.ORGANIZATION if s.words[noun].lemma in cues()["nouns.bodies"] else EntityType.ROLE
    told_of = name.entry.name if name.entry is not None else name.name
    return replace(
        reader.discourse.mention_of(s, noun, f"{possessive(told_of)} {office}", kind), found_by="named phrase"
    )


def called_source(reader: Reader, s: Sentence, noun: int) -> Mention | None:
    """Whose name stands right behind a noun for one who speaks: "the newspaper La Nación", "state agency SANA"."""
    close = (i for i in s.all_children(s.words[noun].head, "nsubj") if i == noun + 1)  # a second subject to the parser
    name = s.child(noun, "appos") or next(close, None)
    if name is None or s.words[name].pos != "PROPN":
        return None
    found = [a.mention for a in find_arguments(reader, s, name)[:1]]
    body = s.words[noun].lemma in cues()["nouns.bodies"] | cues()["nouns.sources"]
    kind = EntityType.ORGANIZATION if body else EntityType.PERSON
    unsure = bool(found) and found[0].type not in ACTORS and found[0].found_by not in ("gazetteer", "phrase")
    return replace(found[0], type=kind) if unsure else next((m for m in found if m.type in ACTORS), None)
