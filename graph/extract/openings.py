"""What only open reading tells: when and where a verb happens, and what there is, as relations of their own."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from graph.extract.arguments import Argument, Reader, is_named
from graph.extract.clause_times import is_recurring, time_words
from graph.extract.cues import cues
from graph.extract.emission import emit, whole_preposition
from graph.extract.extents import phrase_words
from graph.extract.frames import SUBJECTS, Frame, is_infinitive, surface_of, verb_path, words_of
from graph.extract.noun_phrases import text_of, told_words
from graph.extract.parse import Sentence
from graph.extract.phrases import find_arguments
from graph.extract.prepositions import PLACES, is_adverbial, is_time_phrase
from graph.extract.related import where_of
from graph.extract.settings import is_setting, is_spot
from graph.extract.values import make_text, make_time
from graph.model import Extraction, Value

# What tells how or under what a thing is done, and no other place: "where troops are deployed as part of X".
FRAMING = ("as", "under", "with", "for", "since", "during", "until", "despite", "alongside", "because", "after")
LINKING = ("after", "before", "until", "because", "unless", "when", "once", "as", "since")
LONGEST_TOLD = 40  # words of a clause that is told whole
PLACE = frozenset(
    {"in", "at", "on", "near", "inside", "outside", "during", "after", "before", "under", "over", "across", "along"}
    | {"beneath", "beside", "above", "below", "off", "throughout", "around", "within", "opposite", "amongst", "among"}
    | {"following", "until", "till", "since", "aboard"}
)
# What else leads to a complement behind an object: "fined the bank for fraud", "accused X of theft".
COMPLEMENT = frozenset(
    {
        "for",
        "of",
        "through",
        "about",
        "amid",
        "despite",
        "via",
        "without",
        "behind",
        "beyond",
        "between",
        "because",
        "due",
    }
)


def emit_settings(reader: Reader, s: Sentence, verb: int, frame: Frame) -> Iterator[Extraction]:
    """The times and places of a verb, each as an object behind its preposition: "signed pact in", "in 2011"."""
    direct = s.child(verb, "dobj")
    if direct is not None and s.words[direct].tag in ("WDT", "WP"):  # "the pact, which X signed"
        direct = None
    state = s.child(verb, "attr") if direct is None and s.words[verb].lemma in ("be", "become", "remain") else None
    noun = told_words(s, direct) if direct is not None else phrase_words(s, state) if state is not None else ()
    for child in s.children[verb]:
        word = s.words[child]
        target = s.child(child, "pobj") if word.dep == "prep" else None
        if word.lemma == "ahead" and word.dep == "advmod" and child > verb:  # "met ahead of the vote"
            path = [*verb_path(s, verb), *(s.words[n].lemma for n in noun)]
            yield from emit_longer(reader, s, child, frame, path, (*surface_of(s, verb), *noun))
        surface = (*surface_of(s, verb), *noun, child)
        path = [*verb_path(s, verb), *(s.words[n].lemma for n in noun), word.lemma]
        timed = target is not None and is_time_phrase(s, child)
        apart = any(w.text == "," for w in s.words[child:verb])
        inside = verb > child > 1 and s.words[0].dep != "dep"  # an apposition; "it was in X that" is none
        if target is not None and inside and (apart or not timed):
            continue
        if target is not None and timed:
            time = make_time(text_of(s, time_words(s, target)) or s.words[target].text)
            yield from behind(s, (*frame.surface, *surface), emit(s, frame, path, surface, [time], rule="time"))
        elif target is not None and is_adverbial(s, child) and child > verb:
            yield from emit_longer(reader, s, target, frame, path, surface)
        elif target is not None and is_stated(s, verb, child, frame):
            found = find_arguments(reader, s, target, owners=frame.owners())
            yield from behind(s, (*frame.surface, *surface), emit(s, frame, path, surface, found, rule="setting"))
        elif is_before_mark(s, verb, child):  # "broke out only hours after X had left"
            continue
        elif word.dep in ("npadvmod", "tmod") and (word.label in ("DATE", "TIME") or is_recurring(s, child)):
            time = make_time(text_of(s, time_words(s, child)) or word.text)
            yield from emit(s, frame, path[:-1], surface[:-1], [time], rule="time")
    yield from emit_where(reader, s, verb, frame, noun)


def is_before_mark(s: Sentence, verb: int, time: int) -> bool:
    """Whether a time only tells how long after or before another a clause happens."""
    marks = [m for m in s.all_children(verb, "mark") if s.words[m].lemma in ("after", "before")]
    return s.words[time].dep in ("npadvmod", "tmod") and any(time < m for m in marks)


def emit_where(reader: Reader, s: Sentence, verb: int, frame: Frame, noun: Sequence[int] = ()) -> Iterator[Extraction]:
    """Where a clause with "where" happens: "moved to Oslo, where she taught", "Mali, where 90 soldiers are posted"."""
    place = where_of(s, verb)
    if place is None:
        return
    form = ["be", s.words[verb].text.lower()] if frame.passive and not reader.open else verb_path(s, verb)
    path = [*form, *(s.words[n].lemma for n in noun), "in"]
    found = find_arguments(reader, s, place, owners=frame.owners())
    for extraction in emit(s, frame, path, (*surface_of(s, verb), *noun), found, rule="setting"):
        yield replace(extraction, predicate=f"{extraction.predicate} in")


def emit_whereabouts(reader: Reader, s: Sentence, verb: int, frame: Frame) -> Iterator[Extraction]:
    """The same, where the place has a name, and the clause tells nothing else of its subject that has an object."""
    place = where_of(s, verb)
    if reader.open or place is None or not (s.words[place].name is not None or is_spot(s, place)):
        return
    other = s.child(verb, "dobj", "attr", "acomp", "ccomp", "xcomp", "agent", "oprd", "prt", "neg")
    if other is None and all(s.words[p].lemma in FRAMING or is_time_phrase(s, p) for p in s.all_children(verb, "prep")):
        yield from emit_where(reader, s, verb, frame)


def emit_longer(
    reader: Reader, s: Sentence, noun: int, frame: Frame, path: Sequence[str], surface: Sequence[int]
) -> Iterator[Extraction]:
    """What a preposition of several words leads to: "acted on behalf of the state", "stood in front of the bank".

    `path` and `surface` end in its first word, `noun` is the next.
    """
    inner = s.child(noun, "prep")
    target = s.child(inner, "pobj") if inner is not None else None
    if inner is not None and target is not None:
        found = find_arguments(reader, s, target, owners=frame.owners())
        longer = [*path, s.words[noun].lemma, s.words[inner].lemma]
        yield from emit(s, frame, longer, (*surface, noun, inner), found, rule="setting")


def is_stated(s: Sentence, verb: int, prep: int, frame: Frame) -> bool:
    """Whether a preposition of a verb leads to a place that no other rule reads: behind an object, or in front."""
    subject = s.child(verb, *SUBJECTS)
    front = subject is not None and prep < subject and (prep < 2 or s.words[0].dep == "dep")
    inside = prep > verb and not frame.passive and s.child(verb, "dobj", "attr", "ccomp") is not None
    told = s.words[prep].text.lower() in PLACE or s.words[prep].lemma in PLACE
    fits = is_setting(s, prep) or told or (inside and s.words[prep].lemma in COMPLEMENT)
    return (front or inside) and fits and not is_adverbial(s, prep)


def behind(s: Sentence, surface: Sequence[int], found: Iterator[Extraction]) -> Iterator[Extraction]:
    """The extractions with the preposition, the last of `surface`, behind the verb also where it stood before it."""
    _, whole = whole_preposition(s, [s.words[surface[-1]].lemma], surface)
    prep = " ".join(s.words[i].text.lower() for i in whole[len(surface) - 1 :])
    for extraction in found:
        words = f"{words_of(s, surface[:-1])} {prep}"
        yield replace(extraction, predicate=words)


def emit_existence(reader: Reader, s: Sentence, verb: int, frame: Frame) -> Iterator[Extraction]:
    """What there is and where: "There are three ports in X"."""
    thing = s.child(verb, "attr")
    if s.child(verb, "expl") is None or thing is None:
        return
    subjects = find_arguments(reader, s, thing)
    preps = PLACE if reader.open else {"in", "at", "near", "inside", "across", "throughout"}
    told = Frame(speakers=frame.speakers, modality=frame.modality, polarity=frame.polarity)
    for prep in (*s.all_children(verb, "prep"), *s.all_children(thing, "prep")):
        target = s.child(prep, "pobj")
        if target is not None and s.words[prep].lemma in preps and not is_time_phrase(s, prep):
            found = find_arguments(reader, s, target)
            found = found if reader.open else [a for a in found if is_named(a) and a.mention.type in PLACES]
            told = replace(told, subjects=tuple(without(s, subject, prep, target) for subject in subjects))
            place = text_of(s, s.subtree(target))
            inside = any(place in a.mention.text for a in told.subjects)
            if inside and not reader.open:  # "no peace in X without Y" is no peace that is "in X"
                continue
            yield from emit(s, told, ["be", s.words[prep].lemma], (*surface_of(s, verb), prep), found, rule="existence")


def without(s: Sentence, argument: Argument, prep: int, target: int) -> Argument:
    """An argument without a phrase at its end: what is "in X" is "three ports", not "three ports in X"."""
    mention, place = argument.mention, s.text[s.words[prep].start : s.words[target].end]
    text, name = (long.removesuffix(place).rstrip() for long in (mention.text, mention.name))
    return replace(argument, mention=replace(mention, text=text, name=name)) if text and name else argument


def emit_told(s: Sentence, verb: int, frame: Frame) -> Iterator[Extraction]:
    """What a verb leads to, as the clause that tells it: "officials said | the ship had sunk", "fined for | hiding"."""
    for find in (find_said, find_linked, find_charged, find_wished):
        for words, run in find(s, verb):
            path = [*verb_path(s, verb), *(s.words[w].lemma for w in words)]
            yield from emit(s, frame, path, (*surface_of(s, verb), *words), [clause_text(s, run)], rule="told")


def find_said(s: Sentence, verb: int) -> Iterator[tuple[tuple[int, ...], list[int]]]:
    """What somebody says, thinks or asks: no word more in the relation, and the words of the clause."""
    for clause in s.all_children(verb, "ccomp"):
        run = spoken_words(s, clause)
        while s.words[run[-1]].dep in ("cc", "punct"):
            run.pop()
        finite = s.words[clause].tag in ("VBD", "VBZ", "VBP") or s.child(clause, "aux", "auxpass") is not None
        finite = finite or any(s.words[m].lemma == "that" for m in s.all_children(clause, "mark"))  # "that X leave"
        whole = not run[0] <= verb <= run[-1] and len(run) <= LONGEST_TOLD
        hoped = s.words[verb].lemma in cues()["verbs.hoping"] and is_infinitive(s, clause)  # "expects X to act"
        told = (finite and not is_infinitive(s, clause)) or (hoped and run[0] > verb)
        if s.child(clause, *SUBJECTS) is not None and told and whole and s.words[run[0]].tag != "WDT":
            yield (), run


def find_linked(s: Sentence, verb: int) -> Iterator[tuple[tuple[int, ...], list[int]]]:
    """The conjunction and the words of a clause behind it: "broke down after the rebels had left"."""
    for clause in s.all_children(verb, "advcl"):
        when = (a for a in s.all_children(clause, "advmod") if s.words[a].lemma == "when")
        mark, run = s.child(clause, "mark") or next(when, None), spoken_words(s, clause)
        linked = mark is not None and s.words[mark].lemma in LINKING
        own = s.words[clause].pos in ("VERB", "AUX") and s.child(clause, *SUBJECTS) is not None
        linked = linked and (own or (mark is not None and s.words[mark].lemma not in ("once", "as", "since")))
        if mark is not None and linked and mark > verb and run[-1] > mark and len(run) <= LONGEST_TOLD:
            direct = s.child(verb, "dobj")
            noun = told_words(s, direct) if direct is not None and verb < direct < mark else ()
            yield (*noun, mark), [i for i in run if i > mark]


def find_charged(s: Sentence, verb: int) -> Iterator[tuple[tuple[int, ...], list[int]]]:
    """The object, the preposition and the words of a gerund: "fined for hiding data", "accused X of hiding data"."""
    lemma, direct = s.words[verb].lemma, s.child(verb, "dobj")
    for prep in s.all_children(verb, "prep"):
        gerund = s.child(prep, "pcomp")
        charging = {
            "for": cues()["verbs.paired_for"] | cues()["verbs.praising"],
            "of": cues()["verbs.paired_of"],
            "from": cues()["verbs.preventing"],
            "with": {"charge"},
        }
        charged = lemma in charging.get(s.words[prep].lemma, ())
        if gerund is not None and charged and s.words[gerund].tag == "VBG" and prep > verb:
            noun = told_words(s, direct) if direct is not None and direct < prep else ()
            yield (*noun, prep), spoken_words(s, gerund)


def find_wished(s: Sentence, verb: int) -> Iterator[tuple[tuple[int, ...], list[int]]]:
    """The "for" and the words of an infinitive with its subject: "called for X to resign"."""
    for clause in s.all_children(verb, "advcl", "ccomp", "xcomp"):
        mark = next((m for m in s.all_children(clause, "mark") if s.words[m].lemma == "for"), None)
        if mark is not None and is_infinitive(s, clause) and s.child(clause, *SUBJECTS) is not None and mark > verb:
            yield (mark,), [i for i in spoken_words(s, clause) if i > mark]


def spoken_words(s: Sentence, clause: int) -> list[int]:
    """The words of a clause that stand in the text: none that the reading has put in."""
    return [i for i in s.subtree(clause) if s.words[i].start < s.words[i].end]


def clause_text(s: Sentence, run: Sequence[int]) -> Value:
    """The words of a clause as a value, without the marks around them and without "that"."""
    text = s.text[s.words[run[0]].start : s.words[run[-1]].end].strip(" ,.;:“”\"'‘’")
    return make_text(text.removeprefix("that "))
