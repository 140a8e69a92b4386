"""The verbs coordinated with a verb, each with the frame it is read in."""

import re
from collections.abc import Iterator
from dataclasses import replace

from graph.extract.arguments import Reader
from graph.extract.cues import cues
from graph.extract.frames import CLAUSE_TAGS, SUBJECTS, Frame, Step, is_awaited, is_finite_conjunct, is_infinitive
from graph.extract.modality import AGREEING, planned
from graph.extract.parse import Sentence
from graph.model import Mention, Modality, Polarity, Qualifier, QualifierKind, Value

PROMISING = ("commit", "recommit", "pledge", "promise", "vow", "undertake")


def is_conditional(s: Sentence, verb: int) -> bool:
    """Whether a clause opens with "if", "unless" or "whether"."""
    mark = s.child(verb, "mark")
    return mark is not None and s.words[mark].lemma in ("if", "unless", "whether")


def is_inverted(s: Sentence, verb: int) -> bool:
    """Whether a clause is a condition by its word order: "Had X signed, …"."""
    subject = s.child(verb, "nsubj", "nsubjpass")
    had = next((a for a in s.all_children(verb, "aux") if s.words[a].lemma in ("have", "should", "be")), None)
    return subject is not None and had is not None and had < subject


def is_condition(s: Sentence, verb: int) -> bool:
    """Whether a clause below another one only tells under which condition that holds: "should X fail", "if X fails"."""
    return s.words[verb].head != verb and (is_conditional(s, verb) or is_inverted(s, verb))


def times_before(s: Sentence, verb: int, conjunct: int, frame: Frame) -> tuple[Qualifier[Mention], ...]:
    """The times that a verb shares with one coordinated with it: those that do not stand between the two."""
    # Word by word, for a period with a bound leaves an article out: "by [the] end of [the] year".
    between = set(re.findall(r"\w+", s.text[s.words[verb].end : s.words[conjunct].start]))
    times = [(q, q.value.text) for q in frame.qualifiers if q.kind is QualifierKind.TIME and isinstance(q.value, Value)]
    return tuple(q for q, text in times if not between.issuperset(re.findall(r"\w+", text)))


def leaves_infinitive(s: Sentence, verb: int, conjunct: int) -> bool:
    """Whether a finite verb hangs on an infinitive, whose fellow it is not: "wishes to buy X and stands ready to sell".

    An infinitive is coordinated with its like; the finite verb goes on with the one above it.
    """
    auxiliaries = [s.words[a].tag for a in s.all_children(conjunct, "aux", "auxpass")]
    past = s.words[conjunct].tag == "VBD" and s.child(verb, "auxpass") is None  # "to be built and financed"
    alone = not auxiliaries and (s.words[conjunct].tag == "VBZ" or past)
    return is_infinitive(s, verb) and (alone or any(tag in ("VBZ", "VBD") for tag in auxiliaries))


def find_conjuncts(_: Reader, s: Sentence, verb: int, frame: Frame) -> Iterator[Step]:
    """The verbs coordinated with a verb: subject, speaker and, without an auxiliary of their own, modality are shared.

    Of the qualifiers only a time before the first is: "In May, A met B and signed C"; not "met B in May and signed C".
    """
    negative = any(s.words[c].lemma in ("or", "nor") for c in s.all_children(verb, "cc"))
    for child in s.children[verb]:
        joined = s.words[child].dep == "conj" or is_finite_conjunct(s, child)
        called = s.words[verb].lemma in cues()["modality.proposed"] and not is_infinitive(s, verb)
        if called and is_infinitive(s, child):  # "called for X and to do Y": who is to do it is open
            continue
        instead = (
            s.words[child - 1].lemma == "than" and s.words[child - 2].lemma == "rather"
        )  # "enables rather than bars X"
        if not joined or s.words[child].pos not in CLAUSE_TAGS or instead or is_left_participle(s, verb, child):
            continue
        if s.words[verb].lemma in (*PROMISING, *AGREEING) and is_infinitive(s, child) and not is_infinitive(s, verb):
            yield child, replace(frame.fresh(), modality=planned(frame.modality))  # "commits to doing X, and to do Y"
            continue
        if s.child(child, *SUBJECTS) is not None:
            own = Frame(speakers=frame.speakers, certainty=frame.certainty)
            denied = s.child(child, "aux", "auxpass") is not None and any(
                s.words[c].lemma == "nor" for c in (*s.all_children(verb, "cc"), *s.all_children(child, "cc"))
            )
            mark = s.child(child, "mark")
            if s.words[verb].dep == "ccomp" and mark is not None and s.words[mark].lemma == "that":
                yield child, replace(own, modality=frame.modality)  # "to ensure that A acts, and that B follows"
                continue
            unsure = is_conditional(s, child) or (is_conditional(s, verb) and s.child(child, "mark") is None)
            yield (
                child,
                replace(
                    own,
                    polarity=Polarity.NEGATED if denied else Polarity.AFFIRMED,
                    modality=Modality.POSSIBLE if unsure else Modality.ASSERTED,
                ),
            )
            continue
        # "will support A, strengthen B": a base form is finite only beside a finite form.
        bare = s.child(child, "aux", "auxpass") is None
        governing = ("do", "can", "could", "will", "would", "shall", "should", "may", "might", "must")
        modal = any(s.words[a].lemma in governing for a in s.all_children(verb, "aux"))
        continuous = s.words[child].tag == s.words[verb].tag == "VBG" and s.child(verb, "aux") is not None
        listed = s.words[verb].dep == "pcomp" and s.words[child].tag == "VBG"  # "from making or selling X"
        shared = (s.words[child].tag == "VB" and modal and bare) or (continuous and bare) or listed
        finite = s.words[child].tag in ("VBD", "VBZ") or (s.words[child].tag == "VBP" and s.words[verb].tag != "VB")
        above = replace(frame, path=(), surface=(), transparent=True) if leaves_infinitive(s, verb, child) else frame
        yield (
            child,
            replace(
                above,
                # "any state that joins and pays" does both under one condition
                modality=Modality.ASSERTED
                if finite and not is_awaited(s, verb) and (modal or s.words[verb].dep != "relcl")
                else frame.modality,
                polarity=frame.polarity if negative or shared else Polarity.AFFIRMED,  # "do not A and B" denies both
                rule="conjunct" if frame.rule == "clause" else frame.rule,
                qualifiers=times_before(s, verb, child, frame),
            ),
        )


def is_left_participle(s: Sentence, verb: int, child: int) -> bool:
    """Whether a past participle cannot go on with its verb: "will continue A, which is open and based on B".

    Only a perfect, a passive or a past form has one beside it; any other verb leaves it to a word the parser missed.
    """
    joined = s.words[child].tag == "VBN" and s.words[child - 1].text in ("and", "or")
    joined = joined and s.child(child, "aux", "auxpass", *SUBJECTS) is None
    plain = s.words[verb].tag in ("VB", "VBP", "VBZ") and s.words[verb].lemma not in ("be", "get", "have")
    return joined and plain and s.child(child, "dobj") is None
