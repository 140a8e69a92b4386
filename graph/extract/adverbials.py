"""The clauses beside a verb: participles, purposes, prepositional gerunds, and verbs coordinated with it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from graph.extract.arguments import Argument, Reader, actors
from graph.extract.awaited import BESIDE
from graph.extract.complements import below_verb
from graph.extract.conjoined import is_conditional, is_inverted
from graph.extract.cues import cues
from graph.extract.deeds import ALLEGING, Deed, find_deed, find_patient
from graph.extract.doers import find_doers, is_mere_part, is_own_promise, is_promise
from graph.extract.frames import (
    CLAUSE_TAGS,
    SUBJECTS,
    Frame,
    Step,
    is_awaited,
    is_finite_conjunct,
    is_infinitive,
    is_negated,
    is_passive,
    results_of,
    turned,
)
from graph.extract.modality import AGREEING, GUESSING, is_occasion, occasion_modality, planned, used_chance
from graph.extract.noun_phrases import preps_of
from graph.extract.parse import Sentence
from graph.extract.phrases import find_arguments
from graph.extract.prepositions import aimed_gerund
from graph.extract.purposes import find_purpose
from graph.extract.reports import can_speak, find_tellers
from graph.model import EntityType, Modality, Polarity

BODIES = (EntityType.COUNTRY, EntityType.ORGANIZATION, EntityType.PERSON, EntityType.GROUP)
# Verbs whose gerund is what their subject is to do: "aimed at doing", "committed to doing".
AIMED = ("aim", "design", "intend", "gear", "commit", "recommit", "rededicate", "pledge")


def find_adverbials(reader: Reader, s: Sentence, verb: int, frame: Frame) -> Iterator[Step]:
    """The adverbial clauses of a verb, each with the frame it is read in; without a subject they share the verb's."""
    fresh = frame.fresh()
    if frame.path[:1] and frame.path[0] in AGREEING and not frame.transparent:  # what one "agreed to" do is to come
        fresh = replace(fresh, modality=planned(fresh.modality))
    for child in s.all_children(verb, "advcl"):
        if is_finite_conjunct(s, child) or s.words[child].pos not in CLAUSE_TAGS:
            continue
        mark = s.child(child, "mark")
        if s.child(child, *SUBJECTS) is not None:
            yield child, beside(s, verb, child, fresh)
        elif is_infinitive(s, child) and (completes(s, verb) or lets(s, verb, child)):
            yield from below_verb(reader, s, verb, child, frame)
        elif is_infinitive(s, child) and not ("need" in frame.path[1:] and frame.path[0] != "have"):
            # not in "stressed the need to take steps to end X", where it is open who is to take them
            yield from find_purpose(reader, s, verb, child, fresh)
        elif child < verb and is_preposition(s, child):
            continue  # "looking back, trade has grown": somebody else looks
        elif child > verb and (is_felt(s, verb) or sums_up(s, child, frame)) and not reader.open:
            continue  # "are concerned about X, bringing Y": who brings it is open
        elif child > verb and is_perfect(s, child):
            done = replace(fresh, modality=Modality.ASSERTED, passive=is_passive(s, child), qualifiers=())
            yield child, done.step("participle", 0.9)
        elif s.words[child].tag == "VBG" or (mark is None and tells_of_subject(s, verb, child)):
            yield child, participle_frame(reader, s, verb, child, frame, fresh)
    yield from find_gerunds(reader, s, verb, fresh)


def participle_frame(reader: Reader, s: Sentence, verb: int, child: int, frame: Frame, fresh: Frame) -> Frame:
    """The frame of a participle beside a verb: of the subject, or of the thing that is to do it."""
    direct = s.child(verb, "dobj")
    ahead = direct if direct is not None and direct < child else None
    paper = ahead is not None and s.words[ahead].lemma in cues()["nouns.documents"]
    # "tabled a resolution urging X", not "rejected a plan, calling it bad"
    asking = paper and s.words[child].lemma in cues()["modality.proposed"] - {"call"}
    if ahead is not None and (asking or s.words[verb].lemma in cues()["modality.wanting"]):
        # "need a bank, providing X": the bank is to
        doers = tuple(actors(find_arguments(reader, s, ahead, owners=frame.owners())))
        meant = fresh.modality if asking else Modality.PROPOSED
        return replace(fresh, subjects=doers, modality=meant).step("participle", 0.85)
    opened = s.child(child, "mark", "advmod", "prep")  # "while doing X, it must …"
    timed = opened is not None and opened < child and s.words[opened].lemma in ("while", "when", "since")
    there = child < verb and (timed or s.words[child].lemma in cues()["modality.circumstance"])
    done = s.words[child].tag == "VBN" and s.words[child].lemma not in BESIDE
    there = there or (child < verb and done)  # "Deployed in May, it will remain"
    modality = Modality.ASSERTED if there else fresh.modality
    if opened is not None and s.words[opened].lemma in ("once", "when", "if") and is_to_come(s, verb):
        modality = Modality.POSSIBLE  # "once approved by X, it would give Y access"
    judged = s.words[child].lemma in ("call", "describe", "brand", "label")  # "rejected a plan, calling it X"
    # "reaffirmed our pledge to do X, helping Y", "acts with the aim of doing X, doing Y and doing Z"
    promised = ahead is not None and not judged and (is_promise(s, ahead) or is_own_promise(s, ahead))
    aimed = (
        promised or is_listed_aim(s, verb, child) or is_spelled_out(s, verb, child) or is_meant_beside(s, verb, child)
    )
    modality = planned(modality) if aimed else modality
    suffered = s.words[child].tag == "VBN" and s.child(child, "dobj") is None  # "Founded by X, it …"
    own = () if child < verb and s.words[child].tag == "VBN" else fresh.qualifiers
    return replace(fresh, modality=modality, passive=suffered, qualifiers=own).step("participle", 0.9)


def is_perfect(s: Sentence, participle: int) -> bool:
    """Whether a participle tells what its subject had done: "won the seat, having secured 129 votes"."""
    return any(s.words[a].text == "having" for a in s.all_children(participle, "aux"))


def is_to_come(s: Sentence, verb: int) -> bool:
    """Whether a verb tells what will or would be."""
    return any(s.words[a].lemma in ("will", "would", "shall") for a in s.all_children(verb, "aux"))


def is_listed_aim(s: Sentence, verb: int, participle: int) -> bool:
    """Whether a participle behind a verb goes on with the gerunds that tell an aim: "with the goal of doing".

    Or with what one promises: "commits to preventing X, ending Y and doing Z".
    """
    targets = [(p, t) for p in preps_of(s, verb, "pobj", "pcomp") if (t := s.child(p, "pobj", "pcomp")) is not None]
    targets = [(p, t) for p, t in targets if t < participle]
    aims = (t for _, t in targets if s.words[t].lemma in cues()["nouns.intent"])
    promised = (t for p, t in targets if s.words[verb].lemma in AIMED and s.words[p].lemma in ("to", "at"))
    return any(s.words[t].text.endswith("ing") for t in promised) or any(
        s.child(p, "pcomp") is not None for t in aims for p in s.all_children(t, "prep")
    )


def is_spelled_out(s: Sentence, verb: int, participle: int) -> bool:
    """Whether a participle behind a colon spells out what is promised: "committed to meet challenges: ending X"."""
    colon = any(w.text == ":" for w in s.words[verb:participle])
    return colon and s.words[verb].lemma in cues()["modality.planned"]


def is_meant_beside(s: Sentence, verb: int, participle: int) -> bool:
    """Whether a participle tells how one means to do what one plans: "committed to cut X while raising Y"."""
    mark = s.child(participle, "mark", "advmod")
    beside = mark is not None and s.words[mark].lemma in ("while", "whilst") and verb < participle
    ahead = s.words[verb].lemma == "look" and any(s.words[a].lemma == "forward" for a in s.all_children(verb, "advmod"))
    plans = beside and (ahead or s.words[verb].lemma in cues()["modality.planned"])
    below = (*s.all_children(verb, "xcomp"), *(g for p in preps_of(s, verb) for g in s.all_children(p, "pcomp")))
    return plans and any(verb < c < participle for c in below)


def beside(s: Sentence, verb: int, child: int, frame: Frame) -> Frame:
    """The frame of a clause with its own subject beside a verb: when and where the one happens the other need not."""
    modality = Modality.POSSIBLE if is_inverted(s, child) or is_conditional(s, child) else Modality.ASSERTED
    if is_infinitive(s, child):  # "it is vital for X to do", "waits for X to do"
        modality = Modality.PROPOSED if s.child(verb, "acomp") is not None else Modality.PLANNED
        what = s.child(verb, "attr")
        honoured = what is not None and s.words[what].lemma in cues()["modality.performative_nouns"]
        modality = Modality.ASSERTED if honoured else modality  # "it is an honour for X to address Y": X does
    if is_meanwhile(s, verb, child) and frame.modality is not Modality.POSSIBLE:  # "X can rise while we continue to Y"
        modality = frame.modality
    if is_occasion(s, child):
        modality = occasion_modality(s, verb, modality)
    if is_awaited(s, child) and is_present(s, child) and not is_usual(s, verb, child):
        until = any(s.words[m].lemma == "until" for m in s.all_children(child, "mark"))
        modality = Modality.POSSIBLE if until else Modality.PLANNED  # "until X ends the war": X may or may not
    return replace(frame, modality=modality, polarity=Polarity.AFFIRMED, subjects=(), qualifiers=())


def is_present(s: Sentence, verb: int) -> bool:
    """Whether a clause tells of what is to come in the present: "until X ends it", "before X takes over"."""
    return s.words[verb].tag in ("VBZ", "VBP") and s.child(verb, "aux") is None


def is_usual(s: Sentence, verb: int, child: int) -> bool:
    """Whether a clause tells what always comes after: "the river passes X before it joins Y"."""
    mark = s.child(child, "mark")
    before = mark is not None and s.words[mark].lemma == "before" and child > verb
    return before and is_present(s, verb)


def sums_up(s: Sentence, participle: int, frame: Frame) -> bool:
    """Whether a participle tells of all that its clause says: "A and B agreed, reflecting Y"; not of who did it."""
    told = s.words[participle].lemma in cues()["verbs.summing_up"] and not results_of(s, participle)
    return told and bool(actors(frame.subjects))


def is_meanwhile(s: Sentence, verb: int, clause: int) -> bool:
    """Whether a clause tells what its subject does meanwhile: "we will pay while we save" is a plan throughout."""
    mark, own, main = s.child(clause, "mark"), s.child(clause, *SUBJECTS), s.child(verb, *SUBJECTS)
    meanwhile = mark is not None and s.words[mark].lemma in ("while", "whilst")
    said = [s.words[i].text.lower() for i in (own, main) if i is not None]
    return meanwhile and len(said) == 2 and said[0] in (said[1], "it", "they", "we")


def completes(s: Sentence, verb: int) -> bool:
    """Whether an infinitive behind a verb tells no aim: "continues to embody", "has evolved to embody"."""
    lemma = s.words[verb].lemma
    if lemma in ("go", "come", "move") and s.child(verb, "prep") is not None:  # "went to Mali to end the war"
        return False
    if lemma in GUESSING and s.child(verb, "auxpass") is not None:  # "is projected by X to slow"
        return True
    return lemma in cues()["modality.aspect"] or (
        lemma in cues()["verbs.becoming"] and s.child(verb, "dobj", "prep") is None
    )


def lets(s: Sentence, verb: int, infinitive: int) -> bool:
    """Whether a verb makes its object do what an infinitive says, however that hangs: "obliges X to report"."""
    direct = s.child(verb, "dobj")
    return s.words[verb].lemma in cues()["verbs.letting"] and direct is not None and direct < infinitive


def is_preposition(s: Sentence, participle: int) -> bool:
    """Whether a participle before its clause says nothing of the subject: "looking back, trade grew", "based on X"."""
    word = s.words[participle]
    told = s.child(participle, "aux") is not None or any(
        s.words[p].lemma in ("to", "with") for p in s.all_children(participle, "prep")
    )  # "having considered the report", "speaking to reporters"
    opening = (
        word.lemma == "look"
        or (word.lemma == "ask" and word.tag == "VBN")
        or (word.lemma in ("consider", "judge", "speak") and not told)
    )
    return opening or (word.lemma == "base" and word.tag == "VBN")


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


def is_felt(s: Sentence, verb: int) -> bool:
    """Whether a clause tells what its subject feels about a thing: "are concerned about X"."""
    adjective = s.child(verb, "acomp")
    return adjective is not None and s.child(adjective, "prep") is not None


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
    told = find_tellers(reader, s, verb) if alleged and frame.passive else own
    if patient is not None and not frame.passive:
        doers = actors(find_arguments(reader, s, patient, owners=frame.owners()))
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


def tells_of_subject(s: Sentence, verb: int, participle: int) -> bool:
    """Whether a past participle tells of the subject: before the clause, or behind a copula; else it is a noun's.

    Whom one is "accompanied by" goes with the subject, wherever the participle stands.
    """
    beside = s.words[participle].lemma in BESIDE and s.words[participle - 1].text == ","
    close = participle < verb or s.words[verb].lemma in ("be", "remain", "become") or beside
    return s.words[participle].tag == "VBN" and close
