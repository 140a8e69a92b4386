"""What several do with each other: "A, B and C met" says that A met B, A met C and B met C."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

from graph.extract.arguments import actors
from graph.extract.cues import cues
from graph.extract.emission import emit
from graph.extract.frames import Frame, surface_of, verb_path
from graph.extract.parse import Sentence
from graph.model import Extraction

MOST = 6  # parties that are told pair by pair: fifty members of a body that meets would make 1,225 meetings


def is_shared(s: Sentence, direct: int | None) -> bool:
    """Whether an object is what the subjects have with each other: "A and B upgraded their relations"."""
    owner = s.child(direct, "poss") if direct is not None else None
    if direct is None or owner is None or s.words[owner].lemma != "their":
        return False
    return s.words[direct].lemma in cues()["nouns.between"]


def is_mutual(s: Sentence, verb: int) -> bool:
    """Whether a copula says what its subjects are to each other: "A and B are partners"."""
    noun = s.child(verb, "attr")
    if noun is None or s.words[noun].tag != "NNS" or s.child(noun, "det", "poss", "conj") is not None:
        return False
    return s.words[noun].lemma in cues()["nouns.beside"]


def emit_reciprocal(s: Sentence, verb: int, frame: Frame) -> Iterator[Extraction]:
    """The relation of each subject to every later one, where the verb says what they do with each other."""
    parties = actors(frame.subjects)
    mutual = is_mutual(s, verb)
    direct = s.child(verb, "attr" if mutual else "dobj")
    noun = [s.words[direct].lemma] if direct is not None else []
    known = mutual or " ".join([*verb_path(s, verb), *noun]) in cues()["verbs.reciprocal"] or is_shared(s, direct)
    leading = ("with", "of", "to") if mutual else ("with",)
    preps = (p for n in (verb, direct) if n is not None for p in s.all_children(n, "prep"))
    company = any(s.words[p].lemma in leading for p in preps)
    if not 2 <= len(parties) <= MOST or len(parties) < len(frame.subjects) or not known or company or frame.passive:
        return
    surface = surface_of(s, verb, *([direct] if direct is not None else []))
    adjectives = [s.words[a].lemma for a in s.all_children(direct, "amod")] if direct is not None else []
    path = [*verb_path(s, verb), *adjectives, *noun, "of" if mutual else "with"]
    for one, other in combinations(parties, 2):
        told = replace(frame, subjects=(one,)).step("reciprocal", 0.95)
        yield from emit(s, told, path, surface, [other])
