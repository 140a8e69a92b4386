"""The infinitive below a noun that a verb has as its object: "launched efforts to …", "welcomed X's decision to …"."""

from dataclasses import replace

from graph.extract.arguments import Argument, Reader, actors
from graph.extract.cues import cues
from graph.extract.doers import find_doers
from graph.extract.frames import Frame, is_negated, surface_of, verb_path
from graph.extract.modality import planned, used_chance
from graph.extract.parse import Sentence
from graph.extract.phrases import find_arguments
from graph.model import Modality, Polarity

AGAINST = frozenset({"reject", "dismiss", "block", "veto", "criticize", "criticise"})  # beside the verbs of opposing


TAKING = frozenset({"accept", "receive", "welcome", "have", "get", "honour", "honor"})
# What somebody needs to do a thing, and does it with who has got it.
MEANS = frozenset({"mean", "means", "tool", "resource", "opportunity", "chance", "capacity", "time", "wherewithal"})


# Nouns whose infinitive the doer they name does not do: "X's refusal to leave".
REFUSING = ("refusal", "failure", "inability")


def is_shared_aim(s: Sentence, noun: int) -> bool:
    """Whether a noun coordinated with an object is what its subject has in mind: "their efforts", not "its efforts"."""
    owner = s.child(noun, "poss")
    aims = cues()["nouns.calls"] | cues()["nouns.trying"] | cues()["nouns.committing"]
    return s.words[noun].lemma in aims and (owner is None or s.words[owner].text.lower() in ("their", "our"))


def does_utmost(s: Sentence, verb: int, noun: int) -> bool:
    """Whether the object of a verb only tells how hard one tries: "does its best"."""
    return s.words[verb].lemma == "do" and s.words[noun].text.lower() in cues()["nouns.utmost"]


def below_noun(reader: Reader, s: Sentence, verb: int, noun: int, frame: Frame) -> Frame:
    """The frame of the infinitive below an object: "launched efforts to …", "welcomed X's decision to …"."""
    lemma = s.words[noun].lemma
    if lemma in ("set", "series", "range", "package") and s.child(noun, "prep") is not None:  # "a set of pledges to do"
        return replace(frame.fresh(), modality=planned(frame.modality))
    ranked = s.words[verb].lemma in ("be", "become") and is_ranked(s, noun)
    if ranked or does_utmost(s, verb, noun):  # "does its best to help": helps
        return frame.fresh()
    invited = lemma == "invitation" and s.words[verb].lemma in TAKING  # "accepted an invitation from X to visit Y"
    if s.words[verb].lemma == "spare" or invited:  # "will spare no effort to do": will do
        return replace(frame.fresh(), polarity=Polarity.AFFIRMED, modality=planned(frame.modality))
    if lemma in ("choice", "option", "alternative") and is_negated(s, verb):  # "has no choice but to leave": must leave
        return replace(frame.fresh(), polarity=Polarity.AFFIRMED, modality=Modality.PROPOSED)
    taker = s.child(verb, "dative")
    given = lemma in cues()["nouns.rights"] | MEANS | {"invitation"}
    if taker is not None and s.words[taker].pos != "ADP" and given:
        return below_gift(reader, s, verb, noun, taker, frame)
    if lemma in cues()["modality.performative_nouns"]:
        offered = lemma in ("opportunity", "occasion") and s.words[verb].lemma != "take"
        offered = offered and not used_chance(s, verb, noun)
        return replace(frame.fresh(), modality=Modality.POSSIBLE) if offered else frame.fresh()
    kinds = ("nouns.trying", "nouns.light", "nouns.empty", "nouns.own", "nouns.duties")
    done = any(lemma in cues()[kind] for kind in kinds)
    running = is_running(s, noun)
    made = s.words[verb].tag in ("VBD", "VBN") and owned_by_subject(s, noun)  # "released a guide to raise X": released
    backed = lemma in cues()["nouns.stands"] and find_doers(reader, s, noun, frame)  # "the support of X to do"
    tried = (done or running or made) and lemma not in cues()["nouns.committing"] and not backed
    modality = frame.modality if tried else planned(frame.modality)
    doers = find_doers(reader, s, noun, frame) or guests_of(reader, s, verb, noun, frame)
    if doers:  # "the right of X to act" is no deed
        modality = Modality.POSSIBLE if lemma in cues()["nouns.rights"] else modality
        # who welcomes "the efforts of X to do" does not say that X has done it; what is continued is being done
        tried = lemma in cues()["nouns.trying"] | {"step", "measure", "action"} and not running
        modality = planned(frame.modality) if tried else modality
        asking = (
            cues()["nouns.calling"]
            | cues()["nouns.applying"]
            | {"proposal", "suggestion", "recommendation", "invitation"}
        )
        modality = Modality.PROPOSED if lemma in asking else modality
        refused = lemma in REFUSING
        told = Frame(subjects=tuple(doers), modality=frame.modality if refused else modality, speakers=frame.speakers)
        told = replace(told, polarity=Polarity.NEGATED) if refused else told
        return told.step("noun complement", 0.85)
    owner = s.child(noun, "poss")
    foreign = owner is not None and s.words[owner].tag != "PRP$"
    others = s.words[noun].pos in ("PRON", "DET")  # "urges those of X to act"
    against = lemma not in cues()["nouns.trying"] and s.words[verb].lemma in AGAINST | cues()["verbs.opposing"]
    against = against or lemma == "invitation"  # who hands on an invitation does not visit anybody
    # "welcomed Acme's plan to invest": not the one who welcomes it; nor who opposes a plan to invest
    if others or ((foreign or against) and not reader.open):
        return replace(frame.fresh(), subjects=())
    verbs = ["be", s.words[verb].text.lower()] if frame.passive else verb_path(s, verb)  # "was denied leave to act"
    longer = frame.longer([*verbs, lemma, "to"], surface_of(s, verb, noun), transparent=False)
    return replace(longer, modality=modality, rule="light verb")


def guests_of(reader: Reader, s: Sentence, verb: int, noun: int, frame: Frame) -> list[Argument]:
    """Whom an invitation is for: "conveyed an invitation from X to Y to visit Z"."""
    if s.words[noun].lemma != "invitation":
        return []
    behind = [p for at in (noun, verb) for p in s.all_children(at, "prep", "dative") if s.words[p].lemma == "to"]
    guests = (s.child(p, "pobj") for p in behind if p > noun)
    guest = next((g for g in guests if g is not None), None)
    return actors(find_arguments(reader, s, guest, owners=frame.owners())) if guest is not None else []


def below_gift(reader: Reader, s: Sentence, verb: int, noun: int, taker: int, frame: Frame) -> Frame:
    """The frame of what one is given the means or is invited to do: "gave X a chance to act"."""
    denied = s.words[verb].lemma in ("deny", "refuse")  # nobody does what one is denied the means to do
    takers = [] if denied else actors(find_arguments(reader, s, taker, owners=frame.owners()))
    modality = Modality.PROPOSED if s.words[noun].lemma == "invitation" else Modality.POSSIBLE
    told = Frame(subjects=tuple(takers), modality=modality, speakers=frame.speakers)
    return told.step("noun complement", 0.85)


def is_running(s: Sentence, noun: int) -> bool:
    """Whether what a noun names is told to be under way: "continued efforts"; continued attempts have not come off."""
    return s.words[noun].lemma != "attempt" and any(
        s.words[a].text in ("ongoing", "continued", "continuing", "current") for a in s.all_children(noun, "amod")
    )


def owned_by_subject(s: Sentence, noun: int) -> bool:
    """Whether a noun is nobody else's: "a guide", "its guide"."""
    owner = s.child(noun, "poss")
    return owner is None or s.words[owner].tag == "PRP$"


RANKS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "last", "only")


def is_ranked_deed(s: Sentence, verb: int, deed: int) -> bool:
    """Whether an infinitive below "be" tells what somebody is the first to do, or among the first: who did it."""
    rank = s.child(verb, "attr")
    to = next((i for i in s.all_children(deed, "aux") if s.words[i].tag == "TO"), 0)
    before = {w.text.lower() for w in s.words[max(to - 3, 0) : to]}
    return (rank is not None and is_ranked(s, rank)) or not before.isdisjoint(RANKS)


def is_ranked(s: Sentence, noun: int) -> bool:
    """Whether a noun is the first, the last or the only one of those who did what stands behind it; "way" is none."""
    ranked = any(s.words[a].lemma.lower() in RANKS for a in s.all_children(noun, "amod"))
    return ranked and s.words[noun].lemma not in cues()["nouns.vague"]
