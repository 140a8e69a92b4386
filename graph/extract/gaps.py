"""Relative clauses whose noun is the object of their verb: "the aid that they gave to X"."""

from collections.abc import Iterator
from dataclasses import replace

from graph.extract.arguments import Reader
from graph.extract.emission import emit, emit_made
from graph.extract.ends import is_stranded
from graph.extract.frames import Frame, is_infinitive, surface_of, verb_path, words_of
from graph.extract.noun_phrases import preps_of
from graph.extract.parse import Sentence
from graph.extract.phrases import find_arguments
from graph.extract.prepositions import is_adverbial, is_time_phrase
from graph.extract.settings import is_setting
from graph.model import Extraction

REACHING = ("to", "from", "for", "with", "on", "against", "into")


def gap_below(s: Sentence, verb: int) -> int | None:
    """The infinitive below a verb that has the noun as its object: "the summit which X intends to host"; or None."""
    below = (c for c in s.all_children(verb, "xcomp") if is_infinitive(s, c))
    objects = ((c, s.child(c, "dobj")) for c in below if s.words[c].pos == "VERB")
    return next((c for c, thing in objects if thing is None or s.words[thing].tag in ("WDT", "WP")), None)


def emit_gap(reader: Reader, s: Sentence, verb: int, frame: Frame) -> Iterator[Extraction]:
    """The verb with the noun as its object, and what its prepositions reach: "gave aid to X"."""
    state = s.child(verb, "acomp", "attr") if s.words[verb].lemma == "be" else None
    if state is not None and s.words[state].tag not in ("WDT", "WP"):  # "whom we are proud to call X"
        for to in (p for p in s.all_children(state, "prep") if is_stranded(s, p)):  # "treaties that X is party to"
            path = ["be", s.words[state].lemma, s.words[to].lemma]
            yield from emit(s, frame, path, (verb, state, to), frame.objects)
        return
    left = [p for p in s.all_children(verb, "prep") if not s.children[p]]  # "the world they live in"
    path = [*verb_path(s, verb), *(s.words[p].lemma for p in left)]
    yield from emit(s, frame, path, surface_of(s, verb, *left), frame.objects)
    yield from emit_made(s, verb, frame, frame.objects)
    noun = s.words[frame.objects[0].head]
    if left or len(frame.objects) > 1 or noun.name is not None or noun.pos != "NOUN":
        return
    for prep in (*preps_of(s, verb), *(d for d in s.all_children(verb, "dative") if s.words[d].pos == "ADP")):
        target = s.child(prep, "pobj")
        told = s.words[prep].lemma in REACHING and prep > verb and not is_setting(s, prep)
        if target is None or not told or is_time_phrase(s, prep) or is_adverbial(s, prep):
            continue
        found = find_arguments(reader, s, target, owners=frame.owners())
        words = f"{words_of(s, surface_of(s, verb))} {noun.text} {s.words[prep].text}"  # in the order of a clause
        for extraction in emit(s, frame, [*path, noun.lemma, s.words[prep].lemma], (), found, rule="prepositional"):
            yield replace(extraction, predicate=words)
