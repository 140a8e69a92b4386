"""The clauses that a verb needs: "plans to …", "says that …", "urges X to …", "efforts to …", "is ready to …"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from graph.extract.arguments import Argument, Reader, actors
from graph.extract.askings import find_asked, is_asked_for, is_let, is_means, is_remembrance, is_spoken, is_wanted_to
from graph.extract.cues import cues
from graph.extract.doers import find_doers
from graph.extract.frames import (
    CLAUSE_TAGS,
    SUBJECTS,
    Frame,
    Step,
    is_infinitive,
    is_passive,
    surface_of,
    turned,
    verb_path,
)
from graph.extract.modality import (
    AGREEING,
    GUESSING,
    HOPING,
    infinitive_modality,
    is_conditional,
    is_wish_to_see,
    performs,
    planned,
    truth_of,
)
from graph.extract.noun_complements import below_noun, is_ranked_deed, is_shared_aim
from graph.extract.parse import Sentence
from graph.extract.phrases import find_arguments
from graph.extract.pronouns import KINDS
from graph.extract.purposes import find_planners
from graph.extract.reports import reported, told_frame
from graph.model import EntityType, Modality, Polarity

TO_COME = (Modality.PLANNED, Modality.PROPOSED)


def find_complements(reader: Reader, s: Sentence, verb: int, frame: Frame) -> Iterator[Step]:
    """The clauses below a verb that complete it, each with the frame it is read in."""
    judged = s.child(verb, "acomp") is not None  # "it is vital that …": the clause is the adjective's
    yield from find_duties(reader, s, verb, frame)
    for child in s.all_children(verb, "xcomp", "ccomp"):
        if s.words[child].pos not in CLAUSE_TAGS:
            yield from below_adjective(reader, s, verb, child, frame)
        elif judged:
            continue
        elif s.words[child].dep == "ccomp" and (told := told_frame(reader, s, verb, frame)) is not None:
            yield child, told
        elif s.child(child, "expl") is not None and not reader.open:  # "showed that there is support for X"
            yield child, Frame(speakers=frame.speakers, modality=frame.modality)
        else:
            yield from below_verb(reader, s, verb, child, frame)
    for child in s.all_children(verb, "acomp"):
        yield from below_adjective(reader, s, verb, child, frame)
    nouns = s.all_children(verb, "dobj", "attr")
    for noun in nouns:  # with what is coordinated: "stressed the danger and the need to act"
        nouns.extend(c for c in s.all_children(noun, "conj") if is_shared_aim(s, c))
        for clause in s.all_children(noun, "acl", "relcl"):
            if is_infinitive(s, clause) and s.child(clause, *SUBJECTS) is not None:  # "the need for X to act"
                wanted = Modality.PROPOSED if s.words[noun].lemma in cues()["nouns.calls"] else Modality.PLANNED
                yield clause, replace(frame.fresh(), subjects=(), modality=wanted)
            elif is_infinitive(s, clause) and not is_passive(s, clause):  # "a fund to be managed by X" is the noun's
                yield clause, below_noun(reader, s, verb, noun, frame)


def below_verb(reader: Reader, s: Sentence, verb: int, child: int, frame: Frame) -> Iterator[Step]:
    """The infinitive or clause below a verb: of the verb's object where one stands between, else of its subject."""
    for find in (below_unasked, below_planned, below_other, below_subject):
        steps = find(reader, s, verb, child, frame)
        if steps is not None:
            yield from steps
            return


def below_unasked(reader: Reader, s: Sentence, verb: int, child: int, frame: Frame) -> list[Step] | None:
    """The infinitive of what nobody was asked to do: who "was not asked to act" may still act; None of any other."""
    asking = s.words[verb].lemma in cues()["modality.proposed"] and is_infinitive(s, child)
    if reader.open or frame.polarity is not Polarity.NEGATED or not asking:
        return None
    if frame.passive:
        told = frame.longer(["be", s.words[verb].text, "to"], surface_of(s, verb), transparent=False)
        return [(child, replace(told, passive=False))]
    return [] if find_asked(s, verb) is not None and s.child(child, *SUBJECTS) is None else None


def below_planned(reader: Reader, s: Sentence, verb: int, child: int, frame: Frame) -> list[Step] | None:
    """The clause below a verb that plans or denies it: "are to meet", "refused to sign"; None below any other."""
    lemma, fresh = s.words[verb].lemma, frame.fresh()
    planners = find_planners(reader, s, verb, frame) if lemma == "be" else []
    yet = lemma == "have" and any(s.words[c].lemma == "yet" for c in s.children[verb])
    if planners:
        return [(child, replace(fresh, subjects=tuple(planners), modality=Modality.PLANNED))]
    disowned = lemma in cues()["speech.denying"] and s.words[child].tag == "VBG"  # "denied having signed"
    if lemma in cues()["modality.negated"] or yet or disowned:
        if frame.polarity is Polarity.NEGATED:  # "will not hesitate to act" acts
            return [(child, replace(fresh, polarity=Polarity.AFFIRMED))]
        if yet:
            return [(child, replace(fresh, polarity=Polarity.NEGATED))]
        joint = ["to"] if is_infinitive(s, child) else []  # to refuse is a deed: "refused to sign"
        longer = frame.longer([*verb_path(s, verb), *joint], surface_of(s, verb), transparent=False)
        return [(child, longer)] if lemma != "hesitate" else []
    if frame.passive and lemma in cues()["speech.held"] and is_infinitive(s, child):  # "is said to have armed X"
        longer = frame.longer([*verb_path(s, verb), "to"], surface_of(s, verb), transparent=True)
        return [(child, replace(longer, passive=False, modality=Modality.POSSIBLE))]
    guessed = lemma in GUESSING
    if frame.passive and (guessed or s.words[verb].text.lower() in cues()["modality.planned_adjectives"]):
        told = Modality.POSSIBLE if guessed else planned(frame.modality)
        return [(child, replace(fresh, modality=told))]
    if frame.passive and lemma in cues()["modality.proposed"]:
        return [(child, replace(fresh, modality=Modality.PROPOSED))]
    ranked = lemma == "be" and is_ranked_deed(s, verb, child)  # "was among the first to act"
    if lemma == "be" and is_infinitive(s, child) and s.child(verb, "attr", "acomp") is None and not ranked:
        return [(child, replace(fresh, modality=planned(frame.modality)))]
    return None


def below_other(reader: Reader, s: Sentence, verb: int, child: int, frame: Frame) -> list[Step] | None:
    """The clause below a verb that another one does: "urges X to sign"; None where it is the subject's own."""
    lemma, modality = s.words[verb].lemma, infinitive_modality(s, verb, frame)
    needed = lemma in cues()["modality.wanting"] and modality is Modality.ASSERTED
    modality = Modality.PROPOSED if needed and find_asked(s, verb) is not None else modality
    if frame.path[:1] and frame.path[0] in AGREEING and not frame.transparent:  # "agreed to let X do"
        modality = planned(modality)
    subject, patient = s.child(child, *SUBJECTS), find_asked(s, verb)
    fresh = replace(frame.fresh(), modality=modality)
    if is_let(s, verb):
        mine = subject is not None and KINDS.get(s.words[subject].text.lower()) == "author"
        told = replace(fresh, modality=Modality.ASSERTED if mine else Modality.PROPOSED)
        return [(child, told.step("control", 0.85))]
    # "did not help X build": whether X built it is left open
    if lemma == "help" and not reader.open and frame.polarity is Polarity.NEGATED and (subject or patient) is not None:
        helped = frame.longer(verb_path(s, verb), surface_of(s, verb), transparent=False)
        doer = subject if subject is not None else patient
        doers = find_arguments(reader, s, doer, owners=frame.owners()) if doer is not None else []
        helped = replace(helped, holders=tuple(a.mention for a in doers))  # "helped X build its port", which is X's
        return [(child, replace(helped, relative=True, modality=modality))]
    if subject is not None:
        aimed = lemma in cues()["modality.ensuring"] and s.words[child].dep == "ccomp"
        aimed = aimed or (lemma in cues()["verbs.sending"] and is_infinitive(s, child))  # "entrusted X to rebuild Y"
        wanted = lemma in cues()["modality.proposed"] and s.words[child].dep == "ccomp" and not is_infinitive(s, child)
        speakers = reported(reader, s, verb, frame).speakers if wanted else fresh.speakers  # "proposes that X be built"
        wished = lemma in ("want", "wish") and is_infinitive(s, child) and modality is Modality.PLANNED
        modality = Modality.PROPOSED if wished else modality  # "wants X to act": no plan of X
        coming = lemma == "welcome" and is_infinitive(s, child)  # "welcomes X to invest", "the summit to be held"
        held = coming and s.child(child, "auxpass") is not None
        modality = Modality.PROPOSED if (coming and not held) or is_wish_to_see(s, verb) else modality
        modality = planned(modality) if held else modality
        below = replace(fresh, modality=planned(modality) if aimed else modality, speakers=speakers)
        backed = lemma in ("support", "back", "endorse") and s.words[child].tag == "VBG"  # "supports X finalizing Y"
        below = replace(below, modality=planned(modality)) if backed else below
        if lemma == "expect" and is_infinitive(s, child):
            expected = is_told_to(frame, find_arguments(reader, s, subject, owners=frame.owners()))
            below = replace(below, modality=Modality.PROPOSED) if expected else below
        to_do = wanted or is_infinitive(s, child)
        below = below.later() if to_do and below.modality in TO_COME else below
        return [(child, below.step("control", 0.85))]
    if (
        patient is not None and is_means(s, patient) and lemma in ("allow", "permit", "enable")
    ):  # "allowed aid to enter X"
        return [(child, replace(fresh, subjects=()).step("control", 0.85))]
    if patient is not None and (is_means(s, patient) or is_asked_for(s, verb, child)):
        return [(child, replace(fresh, modality=planned(modality)).step("purpose", 0.85))]
    if patient is not None and lemma in cues()["verbs.using"] and not is_wanted_to(s, verb):
        return [(child, fresh.step("purpose", 0.85))]
    if patient is not None and lemma in cues()["verbs.meeting"] - cues()["modality.proposed"]:
        return [(child, below_meeting(reader, s, verb, patient, replace(fresh, modality=modality)))]
    if patient is not None:
        found = find_arguments(reader, s, patient, owners=frame.owners())
        capital = s.words[patient].pos == "PROPN" and lemma in cues()["modality.proposed"]  # "urged Kyiv to sign"
        asked = found if capital else actors(found)
        sent = lemma in cues()["verbs.sending"]  # who is sent to do a thing has yet to do it
        fresh = replace(fresh, modality=planned(modality)) if sent else fresh
        if lemma == "expect" and is_told_to(frame, asked):  # "expects the other side to lift the ban"
            fresh = replace(fresh, modality=Modality.PROPOSED)
        fresh = fresh.later() if fresh.modality in TO_COME else fresh
        return [(child, replace(fresh, subjects=tuple(asked)).step("control", 0.85))]
    return None


def is_told_to(frame: Frame, asked: Sequence[Argument]) -> bool:
    """Whether one state or body expects a deed of another: what analysts expect is a guess."""
    bodies = (EntityType.COUNTRY, EntityType.ORGANIZATION)
    expecting = [a for a in frame.subjects if a.mention.type in bodies and a.mention.found_by != "phrase"]
    return bool(expecting) and bool(asked) and all(a.mention.type in bodies for a in asked)


def below_meeting(reader: Reader, s: Sentence, verb: int, patient: int, frame: Frame) -> Frame:
    """The frame of an infinitive behind whom one meets: "visited X to do" is what the visitor came for.

    Who is welcomed to do a thing is to do it, and accords one welcomes "to link X with Y" are not for oneself to do.
    """
    if s.words[verb].lemma != "welcome":
        return replace(frame, modality=planned(frame.modality)).step("purpose", 0.85)
    welcomed = actors(find_arguments(reader, s, patient, owners=frame.owners()))
    return replace(frame.later(), subjects=tuple(welcomed), modality=Modality.PROPOSED).step("control", 0.85)


def below_subject(_: Reader, s: Sentence, verb: int, child: int, frame: Frame) -> list[Step]:
    """The clause below a verb that its own subject does: "continues to fund", "agreed to fund", "would like to"."""
    lemma, modality = s.words[verb].lemma, infinitive_modality(s, verb, frame)
    fresh = replace(frame.fresh(), modality=modality)
    if frame.passive and is_remembrance(s, verb, child):
        return [(child, frame.fresh())]
    if lemma in ("be", "become") and is_ranked_deed(s, verb, child):  # "became the first woman to win X" won X
        return [(child, frame.fresh())]
    noun = s.words[s.words[verb].head].lemma if s.words[verb].dep == "relcl" else ""
    taken = (lemma == "play" and noun in ("role", "part")) or (
        lemma == "take" and noun in ("step", "action", "measure")
    )
    if taken and s.child(verb, "dobj") is None:  # "the role X played to do", "the steps X is taking to do"
        meant = modality if lemma == "play" else planned(modality)
        return [(child, replace(frame.fresh(), modality=meant).step("purpose", 0.85))]
    if lemma in cues()["verbs.meeting"] and is_infinitive(s, child) and performs(s, child, frame.subjects):
        return [(child, fresh.step("purpose", 0.85))]  # "met to exchange views" exchanged them
    company = lemma == "work" and s.child(verb, "prep") is not None  # "works with X to build Y"
    if company and is_infinitive(s, child):
        done = s.words[verb].tag == "VBD"  # who works, or has worked, "with X to build Y" has yet to build it
        told = fresh if done else replace(fresh.later(), modality=planned(modality))
        return [(child, told.step("purpose", 0.85))]
    if lemma in cues()["verbs.joining"] and is_infinitive(s, child):
        return [(child, replace(fresh, modality=planned(modality)).step("purpose", 0.85))]
    polite = lemma in cues()["modality.performative_verbs"] and is_spoken(s, child)
    if polite or (lemma == "want" and performs(s, child, frame.subjects)):
        return [(child, replace(fresh, modality=Modality.ASSERTED))]
    if lemma in HOPING and any(s.words[a].lemma == "have" for a in s.all_children(child, "aux")):
        modality = Modality.POSSIBLE  # "we hope to have helped"
    joint = ["to"] if is_infinitive(s, child) else []
    plain = lemma in cues()["modality.aspect"] or lemma in cues()["modality.planned"]
    own = ["be", s.words[verb].text.lower()] if frame.passive and not plain else verb_path(s, verb)  # "be used to do"
    longer = frame.longer([*own, *joint], surface_of(s, verb), transparent=plain)
    return [(child, replace(longer, modality=modality))]


def find_duties(reader: Reader, s: Sentence, verb: int, frame: Frame) -> Iterator[Step]:
    """What somebody ought to or may do, behind "it": "it is the duty of X to act"."""
    under = s.prep(verb, "under")
    duty = s.child(under, "pobj") if under is not None else None
    if s.words[verb].lemma == "be" and duty is not None and s.words[duty].lemma in cues()["nouns.duties"]:
        for child in s.all_children(duty, "acl"):  # "is under an obligation to pay": ought to pay
            if is_infinitive(s, child):
                yield child, replace(frame.fresh(), modality=Modality.PROPOSED).step("noun complement", 0.85)
    noun, subject = s.child(verb, "attr"), s.child(verb, "nsubj")
    if s.words[verb].lemma != "be" or noun is None or subject is None or s.words[subject].lemma != "it":
        return
    owed = s.words[noun].lemma in cues()["nouns.duties"] | cues()["nouns.rights"]
    doers = find_doers(reader, s, noun, frame) if owed else []
    for child in s.all_children(verb, "xcomp", "advcl"):
        if doers and is_infinitive(s, child):
            told = purpose_modality(s, noun, frame)
            yield child, replace(frame.fresh(), subjects=tuple(doers), modality=told).step("noun complement", 0.85)


def purpose_modality(s: Sentence, noun: int, above: Frame) -> Modality:
    """How what a noun is for is told: a right may be used, a duty ought to be done, all else is a plan."""
    if s.words[noun].lemma in cues()["nouns.rights"]:
        return Modality.POSSIBLE
    return Modality.PROPOSED if s.words[noun].lemma in cues()["nouns.duties"] else planned(above.modality)


def below_judged(reader: Reader, s: Sentence, verb: int, adjective: int, frame: Frame) -> Frame:
    """The frame of a clause with its own subject below an adjective: "is aware that X is", "it is true that X is"."""
    form = s.words[adjective].text.lower()
    if form in ("aware", "conscious", "mindful"):  # of what is so
        return Frame(speakers=frame.speakers, certainty=frame.certainty * 0.95)
    if (so := truth_of(s, verb, adjective)) is not None:
        return Frame(speakers=frame.speakers, modality=so[0], polarity=so[1]).step("clause", 0.95)
    if form in cues()["speech.feeling"]:
        return replace(reported(reader, s, verb, frame), modality=frame.modality)
    if any(s.words[a].lemma == "so" for a in s.all_children(adjective, "advmod")):
        return replace(frame.fresh(), subjects=())  # "ran so low that farmers drove their cattle away": what came of it
    return replace(frame, modality=Modality.PROPOSED, subjects=())


def below_adjective(reader: Reader, s: Sentence, verb: int, adjective: int, frame: Frame) -> Iterator[Step]:
    """The clause below an adjective: "is ready to …" is a plan, "it is vital that …" a proposal."""
    word = s.words[adjective]
    form = word.text.lower()
    for child in (*s.all_children(adjective, "xcomp", "ccomp"), *s.all_children(verb, "xcomp", "ccomp")):
        if s.words[child].pos not in CLAUSE_TAGS:
            continue
        if form in cues()["modality.performative_adjectives"]:
            yield child, replace(frame.fresh(), modality=Modality.ASSERTED)
        elif s.child(child, *SUBJECTS) is not None:
            yield child, below_judged(reader, s, verb, adjective, frame)
        elif any(s.words[a].lemma in ("less", "least") for a in s.all_children(adjective, "advmod")):
            continue  # "will be less able to stop X"
        elif form in cues()["modality.possible_adjectives"]:
            longer = frame.longer(["be", form, "to"], surface_of(s, verb, adjective), transparent=True)
            done = form == "able" and s.words[verb].tag == "VBD"  # who was able to do a thing did it
            yield child, longer if done else replace(longer, modality=Modality.POSSIBLE)
        elif form in cues()["modality.denied_adjectives"]:
            longer = frame.longer(["be", form, "to"], surface_of(s, verb, adjective), transparent=True)
            told = frame.modality if form == "unable" else Modality.POSSIBLE
            yield child, replace(longer, modality=told, polarity=turned(frame.polarity))
        elif form in cues()["modality.planned_adjectives"] or word.lemma in cues()["modality.planned_adjectives"]:
            longer = frame.longer(["be", form, "to"], surface_of(s, verb, adjective), transparent=True)
            told = (
                Modality.POSSIBLE if is_conditional(s, verb) else planned(frame.modality)
            )  # "if X fails, is ready to"
            yield child, replace(longer, modality=told)
