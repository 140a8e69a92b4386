"""What open reading tells of a clause that no rule has told: each phrase of its verb is an object of its own.

The rules of `predicates.py` and `openings.py` say what verbs and prepositions of a kind mean. Here is what is left:
"joined the paper | as | a reporter", "remained | closed", "works towards | ending the war", "flows | south".
"""

from collections.abc import Iterator, Sequence

from graph.extract.arguments import Argument, Reader
from graph.extract.clause_times import time_words
from graph.extract.constructions import foretold
from graph.extract.cues import cues
from graph.extract.emission import emit
from graph.extract.extents import phrase_words
from graph.extract.frames import CLAUSE_TAGS, SUBJECTS, Frame, is_infinitive, surface_of, verb_path
from graph.extract.noun_phrases import preps_of, text_of, told_words
from graph.extract.openings import LONGEST_TOLD, behind, clause_text, spoken_words
from graph.extract.parse import Sentence
from graph.extract.phrases import find_arguments
from graph.extract.prepositions import is_adverbial, is_time_phrase
from graph.extract.values import make_text, make_time
from graph.model import Extraction, Mention, Value

# Prepositions that lead to examples, to a source or to what the whole sentence stands beside.
BESIDE = frozenset({"accord", "according", "include", "including", "such", "like", "unlike", "than", "per"})
# Adverbs that tell when, where or how often, by themselves.
TELLING = frozenset(
    {"overnight", "abroad", "overseas", "online", "twice", "thrice", "daily", "weekly", "monthly", "annually"}
    | {"yearly", "indoors", "outdoors", "underground", "ashore", "upstream", "downstream", "nearby"}
    | {"south", "north", "east", "west", "southward", "northward", "eastward", "westward", "home"}
    | {"nationwide", "worldwide", "elsewhere", "everywhere", "unopposed", "posthumously", "yesterday"}
    | {"today", "tomorrow", "free", "locally", "globally", "remotely", "forever"}
    | {"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "last"}
)
INSTEAD = ("instead", "rather")  # "instead of helping": does not help
LONGEST_MANNER = 8  # words of an adverb with what it goes on to: "faster in water than in air"


def emit_left_over(
    reader: Reader, s: Sentence, verb: int, frame: Frame, told: Sequence[Extraction]
) -> Iterator[Extraction]:
    """What no extraction in `told` says of the clause of a verb; where that is nothing, that its subject does it."""
    if not frame.subjects or s.words[verb].start == s.words[verb].end or lacks_object(s, verb):
        return
    found = [*told]
    for emit_kind in (emit_objects_left, emit_phrases_left, emit_states_left, emit_adverbs_left, emit_compared):
        for extraction in emit_kind(reader, s, verb, frame, found):
            found.append(extraction)
            yield extraction
    if not found and is_whole(s, verb, frame):
        yield from emit_manner(s, verb, frame)


def emit_objects_left(
    reader: Reader, s: Sentence, verb: int, frame: Frame, told: Sequence[Extraction]
) -> Iterator[Extraction]:
    """The direct object or the attribute that is no object yet."""
    for noun in s.all_children(verb, "dobj", "attr", "oprd"):
        foreseen = s.words[noun].dep == "oprd" and foretold(s, verb) is not None  # "makes it a crime to sell X"
        if s.words[noun].pos in ("NOUN", "PROPN", "NUM") and not foreseen and not is_covered(s, noun, told):
            yield from emit(s, frame, verb_path(s, verb), surface_of(s, verb), things(reader, s, noun, frame))


def emit_phrases_left(
    reader: Reader, s: Sentence, verb: int, frame: Frame, told: Sequence[Extraction]
) -> Iterator[Extraction]:
    """What each preposition of a verb leads to: a noun, a time, or a gerund with its words."""
    direct = s.child(verb, "dobj", "attr", "acomp")
    direct = None if direct is not None and s.words[direct].tag in ("WDT", "WP") else direct
    subject = s.child(verb, *SUBJECTS)
    by = (p for p in s.all_children(verb, "agent", "dep") if s.words[p].text == "by" and s.words[p - 1].lemma != "than")
    for prep in (*preps_of(s, verb), *by):  # "by 312 votes to 41"
        word, target, gerund = s.words[prep], s.child(prep, "pobj"), s.child(prep, "pcomp")
        fronted = prep < verb and any(w.text == "," for w in s.words[prep:verb]) and target is None
        fixed = prep in surface_of(s, verb)  # "came under fire"
        inserted = subject is not None and subject < prep < verb  # "The castle, now in ruins, stands on a hill"
        if fixed or inserted or word.lemma in BESIDE or fronted or (target is not None and is_adverbial(s, prep)):
            continue
        noun = told_words(s, direct) if direct is not None and direct != prep else ()
        surface = (*surface_of(s, verb), *noun, prep)
        path = [*verb_path(s, verb), *(s.words[n].lemma for n in noun), word.lemma]
        if target is not None and not is_covered(s, target, told) and s.words[target].tag not in ("WDT", "WP", "PRP$"):
            timed = is_time_phrase(s, prep)
            time = make_time(text_of(s, time_words(s, target)) or s.words[target].text) if timed else None
            found = [time] if time is not None else things(reader, s, target, frame)
            rule = "time" if timed else "phrase"
            yield from behind(s, (*frame.surface, *surface), emit(s, frame, path, surface, found, rule=rule))
        elif gerund is not None and is_deed(s, gerund) and prep > verb and s.words[prep - 1].lemma not in INSTEAD:
            run = spoken_words(s, gerund)
            if len(run) <= LONGEST_TOLD and not is_covered(s, gerund, told):
                yield from emit(s, frame, path, surface, [clause_text(s, run)], rule="told")


def is_deed(s: Sentence, clause: int) -> bool:
    """Whether the clause behind a preposition is a deed: "by digging", "of having dug", "on how to dig"; no saying."""
    having = any(s.words[a].tag == "VBG" for a in s.all_children(clause, "aux", "auxpass"))
    said = s.words[clause].lemma in cues()["speech.verbs"] and s.child(clause, "ccomp") is not None
    return (s.words[clause].tag == "VBG" or having or is_infinitive(s, clause)) and not said


def emit_states_left(
    reader: Reader, s: Sentence, verb: int, frame: Frame, told: Sequence[Extraction]
) -> Iterator[Extraction]:
    """The adjective or participle that completes a verb: "remained closed", "was found guilty of fraud"."""
    for state in s.all_children(verb, "acomp", "oprd", "xcomp"):
        word = s.words[state]
        adjective = word.pos == "ADJ" or word.tag in ("VBN", "JJ")
        below = s.child(state, *SUBJECTS, "xcomp", "ccomp")  # "is ready to act": the clause is read by itself
        if not adjective or is_covered(s, state, told) or below is not None:
            continue
        if any(word.text.lower() in e.predicate.lower().split() for e in told):  # "shot dead X", "is central to X"
            continue
        run = spoken_words(s, state)
        if len(run) > LONGEST_TOLD:
            continue
        direct = s.child(verb, "dobj")
        noun = told_words(s, direct) if direct is not None and direct < state else ()
        path = [*verb_path(s, verb), *(s.words[n].lemma for n in noun)]
        yield from emit(s, frame, path, (*surface_of(s, verb), *noun), [clause_text(s, run)], rule="state")


def emit_adverbs_left(
    _: Reader, s: Sentence, verb: int, frame: Frame, told: Sequence[Extraction]
) -> Iterator[Extraction]:
    """The adverbs behind a verb that tell when, where or how often: "was besieged | twice"."""
    direct = s.child(verb, "dobj")
    for adverb in s.all_children(verb, "advmod"):
        word = s.words[adverb]
        if adverb < verb or word.lemma.lower() not in TELLING or is_covered(s, adverb, told):
            continue
        noun = told_words(s, direct) if direct is not None and direct < adverb else ()
        path = [*verb_path(s, verb), *(s.words[n].lemma for n in noun)]
        run = [i for i in s.subtree(adverb) if i <= adverb or word.lemma == "free"]  # "free of charge"
        value = make_text(text_of(s, run))
        yield from emit(s, frame, path, (*surface_of(s, verb), *noun), [value], rule="adverb")


def emit_compared(
    reader: Reader, s: Sentence, verb: int, frame: Frame, told: Sequence[Extraction]
) -> Iterator[Extraction]:
    """With what a deed is compared: "conducts heat better than | iron"."""
    direct = s.child(verb, "dobj")
    for adverb in s.all_children(verb, "advmod"):
        than = s.prep(adverb, "than")
        other = s.child(than, "pobj") if than is not None else None
        if than is None or other is None or adverb < verb or is_covered(s, other, told):
            continue
        noun = told_words(s, direct) if direct is not None and direct < adverb else ()
        more = [a for a in s.all_children(adverb, "advmod") if a < adverb]
        surface = (*surface_of(s, verb), *noun, *more, adverb, than)
        path = [*verb_path(s, verb), *(s.words[i].lemma for i in (*noun, *more, adverb, than))]
        yield from emit(s, frame, path, surface, things(reader, s, other, frame), rule="comparison")


def emit_manner(s: Sentence, verb: int, frame: Frame) -> Iterator[Extraction]:
    """How a subject does what has no object, else that it does it: "travels | faster in water", "cannot fly |"."""
    lemmas, surface = verb_path(s, verb), surface_of(s, verb)
    runs = ([i for i in spoken_words(s, a) if i > verb] for a in s.all_children(verb, "advmod", "npadvmod") if a > verb)
    manner = next((run for run in runs if 0 < len(run) <= LONGEST_MANNER), None)
    value = clause_text(s, manner) if manner is not None else make_text("")
    yield from emit(s, frame, lemmas, surface, [value], rule="adverb" if manner is not None else "bare")


def lacks_object(s: Sentence, verb: int) -> bool:
    """Whether the object of a clause is the noun it hangs on: "the assets they hold in X"; not "the day they left"."""
    subject = s.child(verb, *SUBJECTS)
    own = subject is not None and s.words[subject].tag not in ("WDT", "WP") and s.words[subject].lemma != "that"
    opened = s.child(verb, "advmod", "prep")
    led = opened is not None and opened < (subject or verb)  # "where they live", "in which they live"
    return s.words[verb].dep in ("relcl", "acl") and own and not led and s.child(verb, "dobj", "auxpass") is None


def is_whole(s: Sentence, verb: int, frame: Frame) -> bool:
    """Whether a verb tells by itself what its subject does: it has no clause, object or relative word of its own."""
    word = s.words[verb]
    said = word.lemma in cues()["speech.verbs"] and s.child(verb, "ccomp") is None  # ", said Ms. Odu,"
    if said or word.lemma in ("be", "have", "do") or frame.objects or word.pos not in CLAUSE_TAGS:
        return False
    if s.child(verb, "dobj", "attr", "acomp", "oprd", "xcomp", "ccomp", "dative", "agent") is not None:
        return False
    if word.dep not in ("ROOT", "conj", "ccomp", "xcomp", "advcl", "relcl", "parataxis"):
        return False
    finite = word.tag in ("VBD", "VBZ", "VBP") or s.child(verb, "aux", "auxpass") is not None
    own = s.child(verb, *SUBJECTS) is not None or word.dep == "conj"
    bidden = word.dep in ("ccomp", "conj") and word.tag == "VB" and s.child(verb, *SUBJECTS) is not None
    finite = finite or bidden  # "demanded that the president resign"
    # "called on the minister to resign", "refused to move"
    if is_infinitive(s, verb) and (frame.rule == "control" or frame.surface):
        return s.child(verb, "conj", "advcl") is None
    return finite and own and not (word.dep in ("relcl", "advcl") and frame.passive and word.tag == "VBN")


def things(reader: Reader, s: Sentence, noun: int, frame: Frame) -> list[Argument | Value]:
    """The arguments that a noun phrase makes; its words where it makes none."""
    word = s.words[noun]
    if word.pos == "NUM" and word.text.isdigit() and word.dep == "attr":  # "who is 71"
        return [make_text(word.text)]
    found = find_arguments(reader, s, noun, owners=frame.owners())
    if found or word.pos not in ("NOUN", "PROPN", "NUM", "ADJ") or word.start == word.end:
        return [*found]
    text = text_of(s, phrase_words(s, noun))
    return [make_text(text)] if any(map(str.isalnum, text)) else []


def is_covered(s: Sentence, i: int, told: Sequence[Extraction]) -> bool:
    """Whether a word is part of what an extraction has as subject or object."""
    start, text = s.span_of(i, i).start, s.words[i].text
    for extraction in told:
        for thing in (extraction.subject, extraction.object):
            if isinstance(thing, Mention) and thing.span.start <= start < thing.span.end:
                return True
            if isinstance(thing, Value) and text in thing.text.split():
                return True
    return False
