"""Among whom a subject is one: "is one of Peru's largest employers", "is among the biggest buyers of Greek wine"."""

from collections.abc import Iterator
from dataclasses import replace

from graph.extract.arguments import Reader, is_named
from graph.extract.cues import cues
from graph.extract.emission import emit
from graph.extract.frames import Frame, surface_of
from graph.extract.modality import evaluated
from graph.extract.noun_phrases import modifiers_of, text_of
from graph.extract.parse import Sentence
from graph.extract.phrases import find_arguments
from graph.extract.prepositions import is_time_phrase
from graph.extract.values import make_text
from graph.model import Extraction

BELONGING = frozenset({"of", "for", "in", "to", "between"})
RANKING = ("top", "leading", "main", "first", "last", "few", "fast", "only")
POINTING = ("this", "that", "these", "those", "such", "here", "there")
LONGEST = 16  # words of a rank


def emit_one_of(reader: Reader, s: Sentence, verb: int, frame: Frame, one: int) -> Iterator[Extraction]:
    """Among whom a subject is one, by whose they are or where: "is one of Peru's largest employers"."""
    of = s.prep(one, "of")
    noun = s.child(of, "pobj") if of is not None else None
    if of is None or noun is None or s.words[noun].tag != "NNS" or s.words[noun].name is not None:
        return
    owner, lemma = s.child(noun, "poss"), s.words[verb].lemma
    told = ["one", "of", *modifiers_of(s, noun, "amod", "compound"), s.words[noun].text.lower()]
    found = find_arguments(reader, s, owner, owners=frame.owners()) if owner is not None else []
    whose = [a for a in found if is_named(a)]
    if whose:
        yield from emit(s, frame, [lemma, *told, "of"], (*surface_of(s, verb), one, of, noun), whose, rule="copula")
        return
    reached = False
    behind = s.all_children(noun, "prep")
    first = s.child(behind[0], "pobj") if len(behind) > 1 else None
    if first is not None and s.words[first].name is None:  # "one of the largest suppliers of gas to X"
        behind = []
    for prep in behind:
        place = s.child(prep, "pobj")
        if place is not None and s.words[prep].lemma in BELONGING:
            found = [a for a in find_arguments(reader, s, place, owners=frame.owners()) if is_named(a)]
            path = [lemma, *told, s.words[prep].lemma]
            reached = reached or bool(found)
            yield from emit(s, frame, path, (*surface_of(s, verb), one, of, noun, prep), found, rule="copula")
    if not reached and not reader.open:
        yield from emit_rank(s, verb, frame, one, noun)


def emit_among(s: Sentence, verb: int, frame: Frame) -> Iterator[Extraction]:
    """Among whom a subject is, in the words of the text: "is among the biggest buyers of Greek electricity"."""
    among = s.prep(verb, "among")
    noun = s.child(among, "pobj") if among is not None else None
    if among is not None and noun is not None and s.words[noun].tag == "NNS":
        yield from emit_rank(s, verb, frame, among, noun)


def emit_rank(s: Sentence, verb: int, frame: Frame, first: int, noun: int) -> Iterator[Extraction]:
    """That a subject is one of several by their rank, in the words of the text: "one of the largest donors to X"."""
    ranked = any(s.words[i].tag == "JJS" or s.words[i].lemma in RANKING for i in s.all_children(noun, "amod"))
    behind = s.all_children(noun, "prep", "acl", "relcl")
    late = [p for p in s.all_children(verb, "prep") if p == noun + 1 and not is_time_phrase(s, p)]
    behind = behind or late  # "remains one of the top donors to X": the parser's choice
    end = max(s.subtree(i)[-1] for i in (noun, *late))
    run = [i for i in range(first, end + 1) if i < end or s.words[i].pos != "PUNCT"]
    open_ = any(s.words[i].tag in ("PRP", "PRP$", "WP", "WDT") or s.words[i].lemma in POINTING for i in run)
    if not ranked or not behind or open_ or len(run) > LONGEST or s.words[noun].name is not None:
        return
    text = text_of(s, run)
    told = replace(frame, modality=evaluated(frame.modality)) if judges(s, noun) else frame
    yield from emit(s, told, [s.words[verb].lemma], surface_of(s, verb), [make_text(text)], rule="copula")


def judges(s: Sentence, noun: int) -> bool:
    """Whether a noun behind a copula is a judgement, by itself or by an adjective before it: "is a noble goal"."""
    adjectives = {s.words[a].lemma for a in s.all_children(noun, "amod")}
    return s.words[noun].lemma in cues()["evaluative.nouns"] or bool(adjectives & cues()["evaluative.adjectives"])
