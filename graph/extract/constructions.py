"""Verbs whose object means little without what stands behind it: "provides X with Y", "views X as Y"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from graph.extract.arguments import Argument, Reader, actors
from graph.extract.cues import cues
from graph.extract.emission import emit
from graph.extract.frames import Frame, is_infinitive, surface_of
from graph.extract.modality import evaluated, planned
from graph.extract.noun_phrases import text_of
from graph.extract.openings import clause_text, spoken_words
from graph.extract.parse import Sentence
from graph.extract.phrases import find_arguments
from graph.extract.values import make_text
from graph.model import Extraction, Value


def supplied(s: Sentence, verb: int) -> int | None:
    """What somebody is supplied with: "provides X with Y"; or None. A "with" behind a comma tells of who helps."""
    supplies = s.words[verb].lemma in cues()["verbs.supplying"]
    aside = (",", "–", "—")  # "provides aid to X, with a focus on Y"
    preps = (
        p
        for p in s.all_children(verb, "prep")
        if supplies and s.words[p].lemma == "with" and s.words[p - 1].text not in aside
    )
    return next((t for p in preps if (t := s.child(p, "pobj")) is not None), None)


def emit_supply(reader: Reader, s: Sentence, verb: int, frame: Frame, lemmas: Sequence[str]) -> Iterator[Extraction]:
    """What is supplied, and to whom: "provides X with Y" provides Y to X."""
    what, direct = supplied(s, verb), s.child(verb, "dobj")
    if what is None or direct is None:
        return
    owners, surface = frame.owners(), surface_of(s, verb)
    yield from emit(s, frame, lemmas, surface, find_arguments(reader, s, what, owners=owners), rule="supply")
    goods = [] if s.words[what].name is not None else [s.words[what].lemma]
    path = [*lemmas, *goods, "to"]
    yield from emit(s, frame, path, surface, find_arguments(reader, s, direct, owners=owners), rule="supply")


def is_held_back(s: Sentence, verb: int) -> bool:
    """Whether a verb keeps its object from doing what a gerund behind "from" says."""
    back = (p for p in s.all_children(verb, "prep") if s.words[p].lemma == "from" and s.child(p, "pcomp") is not None)
    return s.words[verb].lemma in cues()["verbs.preventing"] and next(back, None) is not None


def is_made_to(s: Sentence, verb: int) -> bool:
    """Whether a verb makes or lets its object do what an infinitive says: "forces X to do", "enables X to do"."""
    done = any(is_infinitive(s, c) for c in s.all_children(verb, "xcomp"))
    return s.words[verb].lemma in cues()["verbs.letting"] and done


def emit_appointment(reader: Reader, s: Sentence, verb: int, frame: Frame) -> Iterator[Extraction]:
    """What somebody is made by a verb of appointing: "appointed X as envoy for Y" makes X that envoy."""
    direct = s.child(verb, "dobj")
    if direct is None or s.words[verb].lemma not in cues()["verbs.appointing"]:
        return
    preps = [*s.all_children(verb, "prep"), *s.all_children(direct, "prep")]
    office = next((s.child(p, "pobj") for p in preps if s.words[p].lemma == "as"), s.child(verb, "oprd"))
    if office is None or reader.open:
        return
    appointed = tuple(actors(find_arguments(reader, s, direct, owners=frame.owners())))
    found = find_arguments(reader, s, office, owners=frame.owners())
    path = ["be", s.words[verb].lemma, "as"]
    led = bool(frame.path) and not frame.transparent  # "decided to appoint X": X is to be
    modality = planned(frame.modality) if led else frame.modality
    told = replace(frame, subjects=appointed, modality=modality, path=(), surface=())
    lemma = s.words[verb].lemma
    made = "chosen" if lemma == "choose" else f"{lemma.removesuffix('e')}ed"
    for extraction in emit(s, told, path, surface_of(s, verb), found, rule="appointment"):
        yield replace(extraction, predicate=f"be {made} as")  # the words of the verb would make the one made its doer


def viewed_as(s: Sentence, verb: int) -> int | None:
    """What a verb takes its object for: "views X as Y"; or None."""
    views = s.words[verb].lemma in cues()["verbs.viewing"]
    direct = s.child(verb, "dobj")
    views = views and direct is not None and (s.words[direct].name is not None or s.words[direct].pos == "PRON")
    preps = (p for p in s.all_children(verb, "prep") if views and s.words[p].lemma == "as")
    bare = s.child(verb, "oprd") if views else None
    return next((t for p in preps if (t := s.child(p, "pobj")) is not None), bare)


def emit_complement(reader: Reader, s: Sentence, verb: int, frame: Frame) -> Iterator[Extraction]:
    """In open reading, what a verb says its object is: "considers X the founder of Y", "made X a general"."""
    direct, told = s.child(verb, "dobj"), s.child(verb, "oprd")
    if not reader.open or direct is None or told is None or told < direct:
        return
    path, surface = [s.words[verb].lemma, s.words[direct].lemma], (*surface_of(s, verb), direct)
    deed = foretold(s, verb)
    if deed is not None:
        wording = [i for i in s.subtree(told) if i <= told]
        run = spoken_words(s, deed)
        longer = [*path, *(s.words[i].lemma for i in wording)]
        yield from emit(s, frame, longer, (*surface, *wording), [clause_text(s, run)], rule="complement")
        return
    if s.words[told].pos == "ADJ":
        text = text_of(s, [told])
        found: list[Argument | Value] = [make_text(text)]
    else:
        found = list(find_arguments(reader, s, told, owners=frame.owners()))
    yield from emit(s, frame, path, surface, found, rule="complement")
    for prep in s.all_children(told, "prep") if s.words[told].pos == "ADJ" else ():  # "made the files open to him"
        target = s.child(prep, "pobj")
        reached = find_arguments(reader, s, target, owners=frame.owners()) if target is not None else []
        longer = [*path, s.words[told].lemma, s.words[prep].lemma]
        yield from emit(s, frame, longer, (*surface, told, prep), reached, rule="complement")


def foretold(s: Sentence, verb: int) -> int | None:
    """The infinitive that "it" stands for behind what a verb makes of it: "makes it easier to sell land"; or None."""
    direct, told = s.child(verb, "dobj"), s.child(verb, "oprd")
    if direct is None or told is None or s.words[direct].text != "it" or not direct < told:
        return None
    near = (*s.all_children(told, "advcl", "xcomp", "acl", "relcl"), *s.all_children(verb, "advcl", "xcomp", "ccomp"))
    return next((c for c in near if c > told and is_infinitive(s, c)), None)


def emit_view(reader: Reader, s: Sentence, verb: int, seen: int, frame: Frame) -> Iterator[Extraction]:
    """What an object is taken for, by the subject as the one who says it."""
    direct, owners = s.child(verb, "dobj"), frame.owners()
    if direct is None:
        return
    viewed = tuple(find_arguments(reader, s, direct, owners=owners))
    told = tuple(a.mention for a in actors(frame.subjects)) or frame.speakers
    view = replace(frame, subjects=viewed, speakers=told, modality=evaluated(frame.modality))
    participle = s.words[verb].lemma
    found = find_arguments(reader, s, seen, owners=owners)
    yield from emit(s, view, ["be", participle, "as"], surface_of(s, verb), found, rule="view")


CALLING = ("call", "label", "dub", "brand", "term")
QUOTES = {"“": "”", '"': '"', "‘": "’"}


def called_words(s: Sentence, verb: int) -> str:
    """What somebody calls a thing in quotation marks right behind it: "called the pact “a door left open”"; or none."""
    direct = s.child(verb, "dobj")
    if s.words[verb].lemma not in CALLING or direct is None or direct < verb:
        return ""
    opening = next((w for w in s.words[verb + 1 :] if w.text in QUOTES), None)
    if opening is None or opening.i < 1 or not verb < direct < opening.i:
        return ""
    if opening.i - 1 not in (direct, *(i for i in s.subtree(direct) if i < opening.i)):
        return ""
    closing = next((w for w in s.words[opening.i + 1 :] if w.text == QUOTES[opening.text]), None)
    return s.text[opening.end : closing.start].strip(" ,.;") if closing is not None else ""


def emit_called(reader: Reader, s: Sentence, verb: int, frame: Frame, words: str) -> Iterator[Extraction]:
    """What a thing is called, as the word of who calls it so."""
    direct = s.child(verb, "dobj")
    called = tuple(find_arguments(reader, s, direct, owners=frame.owners())) if direct is not None else ()
    told = tuple(a.mention for a in actors(frame.subjects)) or frame.speakers
    view = replace(frame, subjects=called, speakers=told, modality=evaluated(frame.modality))
    if any(words in a.mention.text for a in called):  # the parser took the words into the name of the thing
        return
    participle = "dubbed" if s.words[verb].lemma == "dub" else f"{s.words[verb].lemma}ed"
    for extraction in emit(s, view, ["be", s.words[verb].lemma], surface_of(s, verb), [make_text(words)], rule="view"):
        yield replace(extraction, predicate=f"is {participle}")


def taken_for(reader: Reader, s: Sentence, verb: int, frame: Frame) -> list[Extraction] | None:
    """What a verb takes its object for or calls it; None where it does neither."""
    if words := called_words(s, verb):
        return list(emit_called(reader, s, verb, frame, words))
    seen = viewed_as(s, verb)
    return None if seen is None else list(emit_view(reader, s, verb, seen, frame))
