"""What a clause says that names nothing else: "the contract has not been awarded", "the talks are delicate".

The words of the state are the object of "be", as a value; when it was is told by those who know the time.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from graph.extract.cues import cues
from graph.extract.emission import emit
from graph.extract.frames import CLAUSE_TAGS, Frame, is_denial, is_infinitive, overstates, particles_of
from graph.extract.modality import GUESSING, evaluated
from graph.extract.noun_phrases import text_of
from graph.extract.parse import Sentence
from graph.extract.prepositions import is_adverbial, is_time_phrase
from graph.extract.pronouns import KINDS
from graph.extract.relative_times import MONTH, WEEKDAYS
from graph.extract.values import YEAR, make_text
from graph.model import Extraction, Modality, Value, ValueKind

BOUNDS = ("until", "by", "since", "before")
# Words for a time that is one, though only the document's date would fix which: "in April", "on Monday".
FIXED = re.compile(
    rf"\b(?:{MONTH}|{'|'.join(WEEKDAYS)}|yesterday|today|tomorrow|(?:last|next|this) \w+|{YEAR})\b", re.IGNORECASE
)
LONGEST = 8  # words of a state, with what it is of
MORE = ("xcomp", "ccomp", "advcl", "acl", "npadvmod", "det")  # what an adjective goes on to, or makes a noun of it
TURNS = ("session", "order", "fact", "turn", "line", "favour", "favor")  # "is in session" tells of a day
STATES = ("on", "in", "under", "at", "within", "beyond", "behind", "without")
POINTING = ("such", "this", "that", "these", "those", "here", "there")
PLACED = ("also", "now", "since", "already", "yet", "still", "then", "therefore", "thus", "however", "never", "ever")


def times_of(frame: Frame) -> Iterator[tuple[str, Value]]:
    """The times of a clause as its objects, each with the preposition it has, if any: a date, or a bound."""
    for value in (q.value for q in frame.qualifiers if isinstance(q.value, Value)):
        prep, _, rest = value.text.partition(" ")
        if value.kind is ValueKind.PERIOD and prep == "between" and FIXED.search(value.text):
            yield prep, replace(value, text=rest)
        elif value.kind is ValueKind.DATE or (value.kind is ValueKind.PERIOD and prep not in BOUNDS):
            short = len(value.text.split()) <= 3 and not value.text.lower().startswith(("only", "later"))
            if value.kind is ValueKind.DATE or (short and FIXED.search(value.text)):
                yield leading(value), value
        elif value.kind is ValueKind.PERIOD and rest:
            yield prep, replace(value, text=rest, normal=rest)


def leading(time: Value) -> str:
    """The preposition that a time has: "in May", "on Monday"; none where it stands by itself, "last night"."""
    first = time.text.partition(" ")[0].lower()
    deictic = first in ("last", "next", "this", "yesterday", "today", "tomorrow", "tonight")
    day = first in WEEKDAYS or (deictic and len(time.normal) == len("2020-05-01") and time.normal[:4].isdigit())
    told = time.normal[:4].isdigit()  # by the date of the document
    return "on" if day else "" if deictic and not told else "in"


def is_stated(s: Sentence, verb: int) -> bool:
    """Whether a clause is a statement of the sentence, or of what somebody says, and no condition or description."""
    at = verb
    while s.words[at].dep == "conj" and s.words[s.words[at].head].pos in CLAUSE_TAGS:
        at = s.words[at].head
    word, above = s.words[at], s.words[s.words[at].head]
    if any(s.words[w].tag == "WRB" for w in s.all_children(at, "advmod")):  # "Where civilians are protected."
        return False
    if word.dep == "relcl":  # "the port, which is closed": no "ports that are closed"
        return s.words[s.subtree(at)[0] - 1].text == ","
    telling = cues()["speech.verbs"] | cues()["speech.stances"]
    said = word.dep in ("ccomp", "parataxis") and above.lemma in telling
    marks = {s.words[m].lemma for m in s.all_children(verb, "mark")}
    if is_so(s, at):
        return not marks or marks <= {s.words[m].lemma for m in s.all_children(at, "mark")}
    return (word.head == at or said) and marks <= ({"that"} if said else set())


# What opens a clause that tells what was so, beside the one that it belongs to.
SO = ("after", "because", "although", "though", "since", "as", "while", "whereas")


def is_so(s: Sentence, clause: int) -> bool:
    """Whether a clause beside the main one tells what was so: "closed the road after two trucks were looted"."""
    word, main = s.words[clause], s.words[s.words[clause].head]
    if (
        word.dep != "advcl"
        or main.dep not in ("ROOT", "xcomp", "conj", "ccomp")
        or not s.all_children(clause, "nsubj", "nsubjpass")
    ):
        return False
    marks = [s.words[m].lemma for m in s.all_children(clause, "mark")]
    helpers = s.all_children(clause, "aux", "auxpass")
    past = any(s.words[a].tag == "VBD" for a in (clause, *helpers))
    past = past and not any(s.words[a].text == "being" for a in helpers)
    return len(marks) == 1 and marks[0] in SO and past


def is_reason(s: Sentence, verb: int, helper: int) -> bool:
    """Whether a clause tells what happened before or beside another: "halted aid after two of its trucks were looted".

    What is done "if" or "when" or "before" a thing is done leaves open whether it is.
    """
    mark = s.child(verb, "mark")
    past = s.words[helper].text.lower() in ("was", "were") and s.child(verb, "aux") is None
    led = mark is not None and s.words[mark].lemma in ("after", "because", "as", "although", "though")
    return past and led and s.words[verb].dep == "advcl" and s.words[s.words[verb].head].tag in ("VBD", "VBN")


def emit_done(s: Sentence, verb: int, frame: Frame) -> Iterator[Extraction]:
    """What was done to the subject, as its state: "has not been awarded", "was sealed off by night"."""
    lemma, helper = s.words[verb].lemma, s.child(verb, "auxpass")
    if helper is None or s.words[helper].lemma != "be" or overstates(s, verb):
        return
    if not (is_stated(s, verb) or is_reason(s, verb, helper)):
        return
    unsaid = cues()["speech.verbs"] | cues()["speech.held"] | cues()["modality.proposed"] | cues()["modality.planned"]
    unsaid = unsaid - {"resolve"}  # disputes are resolved
    if lemma in cues()["verbs.half_told"] | unsaid or lemma in GUESSING or frame.path:
        return
    if s.child(verb, "dobj", "oprd", "xcomp", "ccomp", "acomp", "dative", "agent") is not None:
        return
    if any(is_infinitive(s, c) and c > verb for c in s.all_children(verb, "advcl")):  # "was created to save X"
        return
    frame = wished(s, verb, helper, frame)
    text, surface = state_text(s, verb, [verb, *particles_of(s, verb)]), helpers_of(s, verb)
    if text and surface:
        yield from emit(s, replace(frame, rule="passive"), ["be"], surface, [make_text(text)])


def wished(s: Sentence, verb: int, helper: int, frame: Frame) -> Frame:
    """The frame of a bare "be", which only tells what ought to be: "insists that civilians be protected"."""
    bare = s.words[helper].text.lower() == "be" and not any(a < helper for a in s.all_children(verb, "aux"))
    return replace(frame, modality=Modality.PROPOSED) if bare and frame.modality is Modality.ASSERTED else frame


def helpers_of(s: Sentence, verb: int) -> list[int]:
    """The auxiliaries of a verb as they stand in the text, with what denies it."""
    helpers = [a for a in s.all_children(verb, "aux", "auxpass", "neg") if s.words[a].start < s.words[a].end]
    return [a for a in helpers if s.words[a].dep != "neg" or is_denial(s, a)]


def emit_quality_alone(s: Sentence, frame: Frame, verb: int, adjective: int) -> Iterator[Extraction]:
    """What the subject is like, where the adjective goes on to nothing: "is delicate", "remains closed".

    Only what somebody could check, or what lasts.
    """
    share = share_before(s, adjective)
    checked = share is not None or s.words[adjective].lemma in cues()["evaluative.checked"]
    if s.words[verb].lemma != "remain" and not checked:
        return
    word, beside = s.words[adjective], {w.text for w in s.words[adjective - 1 : adjective + 2]}
    if s.words[verb].lemma not in ("be", "become", "remain") or not is_stated(s, verb) or frame.path:
        return
    if any(a.mention.text.lower() in KINDS for a in frame.subjects):  # what "it" is is too open
        return
    half = share is None and (word.tag != "JJ" or word.lemma in cues()["evaluative.half_told"])
    if half or "-" in beside:  # "non-negotiable"
        return
    more = [c for c in s.all_children(adjective, *MORE) if c != share]
    if s.child(verb, "xcomp", "ccomp", "advcl") is not None or more:
        return
    if text := state_text(s, adjective, [adjective, *([] if share is None else s.subtree(share))]):
        frame = wished(s, verb, verb, frame)
        judged = word.lemma in cues()["evaluative.adjectives"]
        told = replace(frame, modality=evaluated(frame.modality)) if judged else frame
        surface = [*helpers_of(s, verb), verb]
        yield from emit(s, told, [s.words[verb].lemma], surface, [make_text(text)], rule="copula")


def share_before(s: Sentence, adjective: int) -> int | None:
    """The share of a whole that a state has reached, before it: "is only four percent funded"; or None."""
    shares = (c for c in s.all_children(adjective, "npadvmod") if s.words[c].lemma in ("percent", "%"))
    return next((c for c in shares if c < adjective and s.child(c, "nummod") is not None), None)


def emit_state_phrase(s: Sentence, verb: int, frame: Frame) -> Iterator[Extraction]:
    """In which state the subject is, where a common noun tells it: "is on the agenda of X", "is under construction"."""
    if not is_stated(s, verb) or frame.path or s.child(verb, "attr", "acomp", "xcomp", "ccomp", "expl") is not None:
        return
    if any(is_infinitive(s, c) for c in s.all_children(verb, "advcl")):  # "is in a position to do"
        return
    frame = wished(s, verb, verb, frame)
    for prep in s.all_children(verb, "prep"):
        noun = s.child(prep, "pobj")
        if prep < verb or noun is None or s.words[prep].lemma not in STATES or is_time_phrase(s, prep):
            continue
        run = s.subtree(prep)
        common = (
            s.words[noun].pos == "NOUN"
            and not is_turn(s, noun)
            and s.words[noun].name is None
            and s.words[noun].label == ""
        )
        open_ = any(s.words[i].tag in ("PRP", "PRP$", "WDT", "VBG") or s.words[i].lemma in POINTING for i in run)
        if common and not open_ and len(run) <= LONGEST and all(s.words[i].tag == "RB" for i in range(verb + 1, prep)):
            value = make_text(text_of(s, run))
            yield from emit(s, frame, [s.words[verb].lemma], [*helpers_of(s, verb), verb], [value], rule="copula")


def is_turn(s: Sentence, noun: int) -> bool:
    """Whether a noun is but a part of a turn of speech: "is in line with X", not "is on the front line"."""
    return s.words[noun].lemma in TURNS and s.child(noun, "amod", "compound") is None


def state_text(s: Sentence, verb: int, words: Sequence[int]) -> str:
    """The words of a state with its adverbs and what it is of; empty where they go on to more than that."""
    head = words[0]
    run = [*words]
    for child in s.all_children(head, "advmod", "npadvmod"):
        if child < head and s.words[child].lemma in ("only", "just", "merely", "hardly", "barely"):
            return ""
        if child < head and s.words[child].lemma not in PLACED and s.words[child].tag.startswith("RB"):
            run.extend(s.subtree(child) if child == head - 1 else ())
        if child == head + 1 and s.words[child].tag == "RB" and s.words[child].text.endswith("ly"):
            run.append(child)  # "must be resolved peacefully"
    for prep in sorted({*s.all_children(head, "prep"), *s.all_children(verb, "prep")}):
        if prep < head or is_time_phrase(s, prep):
            continue
        if is_stranded(s, prep) and prep == max(run) + 1:  # "remain unaccounted for"
            run.append(prep)
            continue
        noun = s.child(prep, "pobj")
        ruled = noun is not None and s.child(noun, "prep") == noun + 1  # "in accordance with X"
        told = is_adverbial(s, prep) and not ruled and s.words[prep].lemma != "without"  # "without delay"
        if told or s.child(prep, "pobj") is None or prep != max(run) + 1:
            return ""
        if any(s.words[i].lemma in POINTING for i in s.subtree(prep)):
            return ""
        run.extend(s.subtree(prep))
    if any(
        s.words[i].dep in ("relcl", "acl", "advcl", "ccomp") or s.words[i].tag in ("PRP", "PRP$")
        for i in run
        if i not in words
    ):
        return ""
    return text_of(s, sorted(run)) if len(run) <= LONGEST else ""


def is_stranded(s: Sentence, prep: int) -> bool:
    """Whether a preposition has nothing behind it: "remain unaccounted for"."""
    behind = s.words[prep + 1] if prep + 1 < len(s.words) else None
    return not s.children[prep] and (behind is None or behind.pos in ("PUNCT", "CCONJ"))
