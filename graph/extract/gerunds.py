"""Deeds told by gerunds behind prepositions: "by hosting X", "thanked Y for joining Z", and whose they are."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from graph.extract.arguments import Argument, Reader, actors
from graph.extract.cues import cues
from graph.extract.deeds import ALLEGING, Deed, find_deed, find_patient
from graph.extract.doers import find_doers, is_mere_part
from graph.extract.frames import (
    CLAUSE_TAGS,
    SUBJECTS,
    Frame,
    Step,
    is_negated,
    turned,
)
from graph.extract.modality import AGREEING, planned, used_chance
from graph.extract.noun_phrases import preps_of
from graph.extract.parse import Sentence
from graph.extract.phrases import find_arguments
from graph.extract.prepositions import aimed_gerund
from graph.extract.reports import can_speak, find_tellers, unnamed_source
from graph.model import EntityType, Modality, Polarity

BODIES = (EntityType.COUNTRY, EntityType.ORGANIZATION, EntityType.PERSON, EntityType.GROUP)
# Verbs whose gerund is what their subject is to do: "aimed at doing", "committed to doing".
AIMED = ("aim", "design", "intend", "gear", "commit", "recommit", "rededicate", "pledge")


def find_gerunds(reader: Reader, s: Sentence, verb: int, fresh: Frame) -> Iterator[Step]:
    """The gerunds behind a verb's prepositions: "by doing", "without doing"."""
    direct = s.child(verb, "dobj")
    may = direct is not None and s.words[direct].lemma in ("opportunity", "chance")
    may = may and not used_chance(s, verb, direct or verb)
    for prep in preps_of(s, verb, "pobj", "pcomp"):
        gerund = s.child(prep, "pcomp") or task_of(s, verb, prep)
        own = gerund is not None and s.child(gerund, *SUBJECTS) is not None
        open_ = ("to", "of", "on", "as", "with", "from", "against")
        called = s.words[prep].lemma == "for" and s.words[verb].lemma in cues()["modality.proposed"]  # "call for doing"
        called = called or s.words[prep].lemma == "like"  # "feels like giving up"
        called = called or (not reader.open and rests_on(s, verb, fresh))
        unsure = called or (direct is not None and not find_deed(s, verb, prep) and s.words[prep].lemma in open_)
        if gerund is not None and s.words[gerund].pos in CLAUSE_TAGS and not own and not unsure:
            told = thanked_frame(reader, s, verb, prep, fresh) or gerund_frame(reader, s, verb, prep, fresh)
            if is_help_sought(s, verb, prep):
                told = replace(told, subjects=(), modality=Modality.PROPOSED)
            yield gerund, replace(told, modality=Modality.POSSIBLE) if may else told  # "has a chance to act by doing"
    with_aim = (*s.all_children(verb, "prep"), *(s.all_children(direct, "prep") if direct is not None else ()))
    for gerund in (g for prep in with_aim if (g := aimed_gerund(s, prep)) is not None):
        yield gerund, replace(fresh, modality=planned(fresh.modality)).step("gerund", 0.85)
    for adjective in s.all_children(verb, "acomp"):
        for prep in s.all_children(adjective, "prep"):
            gerund = s.child(prep, "pcomp")
            modality = adjective_modality(s, adjective, fresh)
            if gerund is not None and modality is not None and s.child(gerund, *SUBJECTS) is None:
                yield gerund, replace(fresh, modality=modality).step("gerund", 0.9)


def rests_on(s: Sentence, verb: int, frame: Frame) -> bool:
    """Whether a clause tells on what a thing depends, which others do: "growth depends on restoring trust"."""
    resting = s.words[verb].lemma in ("depend", "hinge", "rest", "rely")
    return resting and all(
        a.open or a.mention.type not in BODIES or a.mention.found_by == "phrase" for a in frame.subjects
    )


HELP = ("support", "help", "assistance", "aid", "cooperation", "advice", "training", "guidance", "backing")


def is_help_sought(s: Sentence, verb: int, prep: int) -> bool:
    """Whether a gerund is what somebody asks help in, which nobody has done yet: "asked for support in doing"."""
    behind = (s.child(p, "pobj") for p in s.all_children(verb, "prep") if p < prep and s.words[p].lemma == "for")
    return s.words[prep].lemma == "in" and any(n is not None and s.words[n].lemma in HELP for n in behind)


def task_of(s: Sentence, verb: int, prep: int) -> int | None:
    """The gerund of what somebody is given to do: "entrusted X with the task of doing"; or None."""
    task = s.child(prep, "pobj") if s.words[prep].lemma == "with" else None
    given = s.words[verb].lemma in cues()["verbs.tasking"] | {"charge"}
    if task is None or not given or s.words[task].lemma not in ("task", "job", "mission", "responsibility", "mandate"):
        return None
    behind = s.child(task, "prep")
    return s.child(behind, "pcomp") if behind is not None else None


def adjective_modality(s: Sentence, adjective: int, frame: Frame) -> Modality | None:
    """How the gerund behind an adjective is told: "committed to doing" plans, "capable of doing" may; None if open."""
    form = s.words[adjective].text.lower()
    if form in cues()["modality.planned_adjectives"] | cues()["modality.planned_gerunds"]:
        return planned(frame.modality)
    if form in cues()["modality.possible_gerunds"]:
        return Modality.POSSIBLE
    return frame.modality if form in cues()["modality.asserted_gerunds"] else None


def frees(s: Sentence, verb: int) -> bool:
    """Whether a verb of preventing is denied, so that a deed may be done: "nothing prevents X from doing it"."""
    subject = s.child(verb, "nsubj", "nsubjpass")
    return is_negated(s, verb) or (subject is not None and s.words[subject].lemma.lower() == "nothing")


def deed_frame(reader: Reader, s: Sentence, verb: int, prep: int, deed: Deed, frame: Frame) -> Frame:
    """The frame of what the object of a verb does: "supports X in doing"; a charge is the accuser's word.

    In "thanked X for backing its bid" the bid is the thanker's.
    """
    patient, modality = find_patient(s, verb), deed.modality
    if deed.verbs == "verbs.preventing" and s.words[verb].tag in ("VBG", "VB"):
        modality = planned(frame.modality)
    alleged = deed.verbs in ALLEGING
    own = tuple(a.mention for a in frame.subjects if can_speak(a)) if alleged and not frame.passive else ()
    own = own or (unnamed_source(reader, s, verb) if alleged and not frame.passive else ())
    told = find_tellers(reader, s, verb) if alleged and frame.passive else own
    if patient is not None and not frame.passive:
        doers = actors(find_arguments(reader, s, patient, owners=frame.owners()))
        doers = [a for a in doers if a.head < prep] or doers  # "thanked X for doing this, and Y for doing that"
        gerund = s.child(prep, "pcomp")
        served = deed.verbs == "verbs.praising" and s.words[gerund or prep].lemma in BACKED
        thankers = tuple(a.mention for a in frame.subjects) if served else frame.holders
        frame = replace(frame, subjects=tuple(doers), holders=thankers)
    freed = deed.verbs == "verbs.preventing" and frees(s, verb)
    modality = Modality.POSSIBLE if freed else modality or frame.modality
    polarity = Polarity.AFFIRMED if freed else deed.polarity
    return replace(frame, modality=modality, polarity=polarity, passive=False, speakers=told or frame.speakers)


def gerund_frame(reader: Reader, s: Sentence, verb: int, prep: int, frame: Frame) -> Frame:
    """The frame of a gerund behind a preposition: "by doing", "without doing", "supports X in doing"."""
    lemma = s.words[prep].lemma
    patient = find_patient(s, verb)
    working = lemma in ("on", "towards", "toward") and s.words[verb].lemma == "work"  # who works on it has yet to do it
    frame = replace(frame, modality=planned(frame.modality) if working else frame.modality)
    instead = any(s.words[a].lemma.lower() in ("rather", "instead") for a in s.all_children(prep, "advmod"))
    instead = instead or s.words[prep - 1].lemma in ("rather", "instead")
    deed = None if instead else find_deed(s, verb, prep)
    if patient is not None and lemma == "in" and s.words[verb].lemma in ("join", "follow", "accompany"):
        others = actors(find_arguments(reader, s, patient, owners=frame.owners()))
        frame = replace(frame, subjects=(*frame.subjects, *others))  # who joins others in a deed does it with them
    elif deed is not None:
        frame = deed_frame(reader, s, verb, prep, deed, frame)
    elif lemma == "after":
        coming = frame.modality in (Modality.PLANNED, Modality.PROPOSED)  # "will open after signing"
        frame = replace(frame, modality=frame.modality if coming else Modality.ASSERTED, qualifiers=())
    elif lemma in ("before", "since"):
        frame = replace(frame, qualifiers=())
    elif patient is not None and lemma == "in":
        frame = replace(frame, subjects=tuple(doers_in(reader, s, verb, patient, frame)))
        if s.words[patient].lemma in cues()["nouns.trying"]:  # "the efforts of X in building Y"
            frame = replace(frame, modality=planned(frame.modality))
    short = lemma == "of" and s.words[prep - 1].lemma == "short"  # "stopped short of recognising X"
    if short or (lemma == "from" and s.words[verb].lemma in ("refrain", "abstain", "desist")):  # does it not
        frame = replace(frame, polarity=turned(frame.polarity))
    if lemma == "without" or (instead and lemma in ("of", "than")):
        frame = replace(frame, polarity=Polarity.NEGATED)
    form = s.words[verb].text.lower()
    bound = frame.passive and form in cues()["modality.planned_adjectives"] | cues()["modality.planned_gerunds"]
    backed = deed is not None and s.words[verb].lemma in ("support", "back")  # what one backs is to come
    backed = backed or (lemma in ("on", "to") and s.words[verb].lemma in (*AGREEING, "concur"))  # "concurred on doing"
    # "look forward to doing", "invests in doing"
    hoped = (s.words[verb].lemma, lemma) in (("look", "to"), ("invest", "in"), ("dream", "of"), ("think", "of"))
    done = s.words[verb].lemma in ("contribute", "lead")  # "contributed towards building" built
    toward = (lemma in ("toward", "towards") and not done) or (
        lemma in ("at", "to", "for") and s.words[verb].lemma in AIMED
    )
    aimed = hoped or toward
    famed = s.words[verb].lemma in FAMED and frame.passive  # "is best known for leading X"
    if backed or aimed or (lemma == "for" and not deed and not famed) or (lemma in ("to", "on") and bound):
        frame = replace(frame, modality=planned(frame.modality))
    return frame.step("gerund", 0.85)


# Who is thanked for supporting "its bid" supports that of who thanks.
BACKED = ("support", "back", "endorse", "recognize", "recognise", "defend", "assist", "aid")
# How one is for what one did.
FAMED = ("know", "remember", "note", "honour", "honor", "celebrate", "fine", "try", "sentence", "jail", "imprison")


def thanked_frame(reader: Reader, s: Sentence, verb: int, prep: int, frame: Frame) -> Frame | None:
    """The frame of what one is grateful to somebody for, or punishes somebody for, which that one did; or None.

    "Is grateful to X for having sent aid", "imposed a ban on X for obstructing talks".
    """
    adjective = s.child(verb, "acomp")
    grateful = adjective is not None and s.words[adjective].lemma in ("grateful", "thankful", "indebted")
    to = s.prep(adjective, "to") if adjective is not None and grateful and s.words[prep].lemma == "for" else None
    thanked = s.child(to, "pobj") if to is not None else find_punished(s, verb, prep)
    if thanked is None:
        return None
    doers = actors(find_arguments(reader, s, thanked, owners=frame.owners()))
    return replace(frame, subjects=tuple(doers)).step("gerund", 0.85)


def find_punished(s: Sentence, verb: int, prep: int) -> int | None:
    """Who did what something is imposed for: "imposed a travel ban on X for obstructing talks"; or None."""
    direct = s.child(verb, "dobj")
    if s.words[verb].lemma not in ("impose", "place") or s.words[prep].lemma != "for" or direct is None:
        return None
    on = s.prep(verb, "on") or s.prep(direct, "on")
    return s.child(on, "pobj") if on is not None and on < prep else None


def doers_in(reader: Reader, s: Sentence, verb: int, patient: int, frame: Frame) -> Sequence[Argument]:
    """Whose deed "in doing" behind an object is: "welcomed the role of X in doing", "took the lead in doing".

    Nobody's where it is open: "gathered the fleet in seeking shelter" is the subject's or the object's.
    """
    if is_mere_part(s, patient):
        return ()
    doers = find_doers(reader, s, patient, frame)
    judged = s.words[verb].lemma in cues()["verbs.judging"]
    own = s.words[patient].lemma in cues()["nouns.own"] and not judged
    return doers or (frame.subjects if own else ())
