"""The clauses beside a verb: participles, purposes, prepositional gerunds, and verbs coordinated with it."""

from collections.abc import Iterator
from dataclasses import replace

from graph.extract.arguments import Reader, actors
from graph.extract.awaited import BESIDE
from graph.extract.complements import below_verb
from graph.extract.conjoined import is_conditional, is_inverted
from graph.extract.cues import cues
from graph.extract.doers import is_own_promise, is_promise
from graph.extract.frames import (
    CLAUSE_TAGS,
    SUBJECTS,
    Frame,
    Step,
    is_awaited,
    is_finite_conjunct,
    is_infinitive,
    is_passive,
    results_of,
)
from graph.extract.gerunds import AIMED, find_gerunds
from graph.extract.modality import AGREEING, GUESSING, is_occasion, occasion_modality, planned
from graph.extract.noun_phrases import preps_of
from graph.extract.parse import Sentence
from graph.extract.phrases import find_arguments
from graph.extract.purposes import find_purpose
from graph.model import Modality, Polarity


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


def is_felt(s: Sentence, verb: int) -> bool:
    """Whether a clause tells what its subject feels about a thing: "are concerned about X"."""
    adjective = s.child(verb, "acomp")
    return adjective is not None and s.child(adjective, "prep") is not None


def tells_of_subject(s: Sentence, verb: int, participle: int) -> bool:
    """Whether a past participle tells of the subject: before the clause, or behind a copula; else it is a noun's.

    Whom one is "accompanied by" goes with the subject, wherever the participle stands.
    """
    beside = s.words[participle].lemma in BESIDE and s.words[participle - 1].text == ","
    close = participle < verb or s.words[verb].lemma in ("be", "remain", "become") or beside
    return s.words[participle].tag == "VBN" and close
