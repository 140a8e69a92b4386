"""Infinitives of purpose behind a verb: who is to do what they say, and how that is told: "sent X to Y to do Z"."""

from collections.abc import Iterator
from dataclasses import replace

from graph.extract.arguments import Argument, Reader, actors
from graph.extract.askings import find_asked, is_means, is_remembrance
from graph.extract.cues import cues
from graph.extract.deeds import is_body
from graph.extract.doers import find_doers
from graph.extract.frames import WIDENING, Frame, Step, is_passive
from graph.extract.modality import performs, planned, used_chance
from graph.extract.noun_complements import TAKING, is_ranked_deed
from graph.extract.parse import Sentence
from graph.extract.phrases import find_arguments
from graph.extract.words import are_people
from graph.model import Modality

FOUNDING = ("establish", "set", "create", "form", "found", "appoint", "convene", "operationalize", "operationalise")
FUNDING = ("approve", "grant", "authorize", "authorise", "back", "close", "finalize", "finalise")
FUNDS = ("loan", "grant", "credit", "facility", "package", "guarantee")
PURSES = ("fund", "facility", "centre", "center", "programme", "program", "foundation")  # what is set up to do a thing
TROOPS = frozenset(
    {"battalion", "contingent", "troops", "soldier", "brigade", "regiment", "squadron", "unit", "crew", "corps"}
)
ENLISTING = ("train", "hire", "recruit", "appoint", "elect", "nominate", "rally", "evacuate", "resettle")  # people only
FITTING = ("position", "entrust", "equip", "ready", "prime")  # whom one fits out to do a thing, who then does it
ASIDES = ("paraphrase", "quote", "borrow", "echo", "cite", "name", "sum", "recap", "recapitulate", "illustrate")
TRUST = ("trust", "confidence", "faith")


def find_purpose(reader: Reader, s: Sentence, verb: int, child: int, frame: Frame) -> Iterator[Step]:
    """An infinitive of purpose with its frame: a plan, or what is done in saying it ("met to discuss X")."""
    if s.words[child].lemma in ASIDES and child < verb:  # "to quote X, the ground was cold"
        return
    direct = s.child(verb, "dobj")
    own = direct is not None and s.words[direct].lemma in cues()["nouns.committing"]  # "affirms its wish to do"
    judging = s.words[verb].lemma in cues()["verbs.judging"] and direct is not None and not own
    sent_back = s.words[verb].lemma == "recall" and s.words[direct or verb].lemma in cues()["nouns.groups"]
    judging = (judging and not sent_back) or is_stand(s, direct)
    right = direct is not None and s.words[direct].lemma in cues()["nouns.rights"]
    if performs(s, child, frame.subjects) or is_talk(s, verb, child) or is_remembrance(s, verb, child):
        yield child, frame.step("purpose", 0.85)
    elif s.words[verb].lemma in ("be", "become") and is_ranked_deed(s, verb, child):  # "was among the first to act"
        yield child, frame.fresh()
    elif (doers := find_taker(reader, s, verb, frame) or find_committed(reader, s, verb, child, frame)) is not None:
        told = Modality.POSSIBLE if right else planned(frame.modality)
        yield child, replace(frame.later(), subjects=doers, modality=told).step("noun complement", 0.85)
    elif not judging:  # "condemns attempts to destroy X": those attempt it
        modality = Modality.PROPOSED if asks(s, verb) else planned(frame.modality)
        modality = Modality.POSSIBLE if right and s.words[verb].lemma == "have" else modality
        modality = frame.modality if direct is not None and used_chance(s, verb, direct) else modality
        modality = frame.modality if widens(s, verb, child) else modality
        aim = purpose_frame(reader, s, verb, child, frame)
        yield child, replace(aim.later(), modality=modality)


def widens(s: Sentence, verb: int, purpose: int) -> bool:
    """Whether an infinitive tells what a thing now holds: "was expanded to include X"."""
    return s.words[verb].lemma in WIDENING and s.words[purpose].lemma in ("include", "cover", "encompass")


def is_stand(s: Sentence, direct: int | None) -> bool:
    """Whether an object only tells what one thinks of a thing that is to do something: "support for X to end Y"."""
    stand = direct is not None and s.words[direct].lemma in cues()["nouns.stands"]
    return stand and any(s.words[p].lemma == "for" for p in s.all_children(direct or 0, "prep"))


def find_taker(reader: Reader, s: Sentence, verb: int, frame: Frame) -> tuple[Argument, ...] | None:
    """Who is to do what an infinitive says where that is who is sent, or who took a step: "steps taken by X to do"."""
    agent, direct = s.child(verb, "agent"), s.child(verb, "dobj")
    taken = s.child(agent, "pobj") if agent is not None and s.words[verb].dep == "acl" else None
    fitted = s.words[verb].lemma in FITTING
    sent = direct if fitted or s.words[verb].lemma in cues()["verbs.sending"] else None
    who = taken if taken is not None else sent
    if who is None or is_means(s, who):
        return None
    found = find_arguments(reader, s, who, owners=frame.owners())
    troops = s.words[who].lemma in TROOPS or are_people(s.words[who].lemma)
    takers = tuple(actors(found) or (found if troops else []))
    open_ = taken is None and (fitted or s.words[verb].lemma in ENLISTING)
    return takers if takers or open_ else None


def find_committed(reader: Reader, s: Sentence, verb: int, purpose: int, frame: Frame) -> tuple[Argument, ...] | None:
    """Who is to do what an infinitive says where the object is another's promise: "the readiness of X to pay"."""
    direct = s.child(verb, "dobj")
    held = cues()["nouns.committing"] | cues()["nouns.rights"] | cues()["nouns.stands"] | {"initiative", "mandate"}
    if direct is None or direct > purpose or s.words[direct].lemma not in held:
        return None
    if s.words[direct].lemma == "invitation" and s.words[verb].lemma in TAKING:  # "accepted the invitation of X to act"
        return frame.subjects
    last = s.child(direct, "conj")  # "the right and ability of X to act"
    found = find_doers(reader, s, direct, frame) or (find_doers(reader, s, last, frame) if last is not None else [])
    others = any(is_of_another(s, n) for n in (direct, last) if n is not None)
    return tuple(found) if found or others else None


def is_of_another(s: Sentence, noun: int) -> bool:
    """Whether a noun has an owner behind it who is not the clause's subject: "the right of farmers to sell"."""
    of = next((p for p in s.all_children(noun, "prep") if s.words[p].lemma in ("of", "by")), None)
    owner = s.child(of, "pobj") if of is not None else s.child(noun, "poss")
    return owner is not None and s.words[owner].tag in ("NN", "NNS", "NNP", "NNPS")


def asks(s: Sentence, verb: int) -> bool:
    """Whether a verb asks for what is not there yet: "need a treaty", "propose a bank"."""
    return s.words[verb].lemma in cues()["modality.wanting"] | cues()["modality.proposed"]


def purpose_frame(reader: Reader, s: Sentence, verb: int, purpose: int, frame: Frame) -> Frame:
    """The frame of an infinitive of purpose: of whom a thing is handed to, "submitted X to Y to review"; or shared."""
    if planners := find_planners(reader, s, verb, frame) if s.words[verb].lemma == "be" else []:
        return replace(frame, subjects=tuple(planners)).step("purpose", 0.85)  # "our focus is on dams to store water"
    direct = s.child(verb, "dobj")
    passive = direct is not None and direct < purpose and is_passive(s, purpose) and not frame.passive
    if passive and direct is not None:  # "launched an observatory, to be managed by X"
        made = find_arguments(reader, s, direct, owners=frame.owners())
        return replace(frame, subjects=tuple(made)).step("purpose", 0.85)
    body = direct is not None and (is_body(s, direct) or s.words[direct].lemma.split()[-1].lower() in PURSES)
    founded = body and s.words[verb].lemma in FOUNDING
    taker = taker_of(s, verb, purpose)
    funded = direct is not None and s.words[verb].lemma in FUNDING and s.words[direct].lemma in FUNDS
    if funded and taker is not None:  # "approved a loan to X to build Y"
        found = find_arguments(reader, s, taker, owners=frame.owners())
        return replace(frame, subjects=tuple(found)).step("purpose", 0.85)
    # "need a treaty to end X": the treaty ends it; "set up a group to end X": the group; "approved a loan to build X"
    summed = (
        direct is not None and s.words[direct].label == "MONEY" and s.child(purpose, "dobj") is not None
    )  # who "seeks $3 million to end X" is to end it
    if (founded or funded or (asks(s, verb) and not summed)) and direct is not None and direct < purpose:
        found = find_arguments(reader, s, direct, owners=frame.owners())
        fund = founded and direct is not None and not is_body(s, direct)
        return replace(frame, subjects=tuple(found if funded or fund else actors(found))).step("purpose", 0.85)
    if direct is None and s.words[verb].lemma in cues()["modality.proposed"]:
        asked = find_asked(s, verb)  # "call on X to do"; in "call for efforts to do" it is open who is to
        takers = actors(find_arguments(reader, s, asked, owners=frame.owners())) if asked is not None else []
        return replace(frame, subjects=tuple(takers)).step("purpose", 0.85)
    trusted = direct is not None and s.words[direct].lemma in TRUST  # "places its trust in X to do"
    lent = direct is not None and s.words[direct].lemma in FUNDS and s.words[verb].lemma in cues()["verbs.giving_to"]
    handed = trusted or lent or s.words[verb].lemma in cues()["verbs.handing"] or s.words[verb].lemma == "look"
    holders = (verb, direct) if trusted and direct is not None else (verb,)
    behind = [p for at in holders for p in s.all_children(at, "prep", "dative") if p < purpose]
    behind = [p for p in behind if s.words[p].lemma == ("in" if trusted else "to")]
    target = s.child(behind[-1], "pobj") if handed and behind else None
    found = find_arguments(reader, s, target, owners=frame.owners()) if target is not None else []
    takers = actors(found) or (found if lent and target is not None and s.words[target].pos == "PROPN" else [])
    hoped = s.words[verb].lemma == "look" and target is not None  # "look forward to X to do"
    return (replace(frame, subjects=tuple(takers)) if takers or hoped else frame).step("purpose", 0.85)


def find_planners(reader: Reader, s: Sentence, verb: int, frame: Frame) -> list[Argument]:
    """Whose plan it is where the subject is one: "X's goal is to do", "the purpose of X is to do"."""
    subject = s.child(verb, "nsubj")
    if subject is None or s.words[subject].lemma not in cues()["nouns.intent"]:
        return []
    of = s.prep(subject, "of")
    owner = s.child(subject, "poss") if of is None else s.child(of, "pobj")
    return find_arguments(reader, s, owner, owners=frame.owners()) if owner is not None else []


def taker_of(s: Sentence, verb: int, purpose: int) -> int | None:
    """The name behind "to" that gets what a verb gives, before an infinitive: "approved a loan to X to build"."""
    direct = s.child(verb, "dobj")
    holders = (verb, direct) if direct is not None else (verb,)
    behind = [p for at in holders for p in s.all_children(at, "prep", "dative") if p < purpose]
    targets = (s.child(p, "pobj") for p in behind if s.words[p].lemma == "to")
    return next((t for t in targets if t is not None and (s.words[t].pos == "PROPN" or is_named_body(s, t))), None)


def is_named_body(s: Sentence, noun: int) -> bool:
    """Whether a noun for a firm or the like has its name before it: "the Lobito Railway consortium"."""
    body = s.words[noun].lemma in ("consortium", "company", "firm", "group", "venture", "operator", "bank")
    return body and any(s.words[c].pos == "PROPN" for c in s.all_children(noun, "compound"))


def is_talk(s: Sentence, verb: int, purpose: int) -> bool:
    """Whether what somebody met or called for is said in doing so: "spoke with X to thank Y"."""
    talking = s.words[verb].lemma in cues()["verbs.meeting"]
    return talking and s.words[purpose].lemma in cues()["speech.performing"] | cues()["speech.talking"]
