"""What is told of a part whose clause has no verb: "6,000 families fled Homs, many of them to Lebanon"."""

from collections.abc import Iterator
from dataclasses import replace

from graph.extract.arguments import Argument, Reader
from graph.extract.emission import emit
from graph.extract.frames import Frame, surface_of, verb_path
from graph.extract.noun_phrases import is_sum, text_of
from graph.extract.parse import Sentence
from graph.extract.parts_again import argument_of, part_name, told_whole
from graph.extract.phrases import find_arguments
from graph.extract.repair_parts import SHARE
from graph.extract.values import make_text
from graph.model import Extraction

WAYS = ("to", "towards", "toward", "into", "from", "via", "through", "across")  # which who moves takes


def emit_parts(reader: Reader, s: Sentence, verb: int, frame: Frame) -> Iterator[Extraction]:
    """What a verb tells of a part of its subject or of its object, behind both."""
    for part in s.all_children(verb, SHARE):
        pronoun = told_whole(s, part)
        whole = whole_of(s, verb, part, pronoun) if pronoun is not None and not reader.open else None
        if whole is None or pronoun is None:
            continue
        told = argument_of(reader, s, part, pronoun, part_name(s, part, [(s, whole)]), (s, whole))
        yield from told_part(reader, s, verb, frame, told, of_object=s.words[whole].dep == "dobj")


def told_part(
    reader: Reader, s: Sentence, verb: int, frame: Frame, part: Argument, *, of_object: bool
) -> Iterator[Extraction]:
    """What those are who are a part; where they went, or to what its subject did the deed."""
    own, surface = replace(frame, subjects=(part,)), surface_of(s, verb)
    done = s.text[s.words[verb].start : s.words[verb].end].lower()
    lemmas = ["be", done] if frame.passive else verb_path(s, verb)
    what, of = s.child(part.head, "appos"), replace(own, path=(), surface=(), passive=False, qualifiers=())
    origin = s.prep(part.head, "from") if of_object else None
    home = s.child(origin, "pobj") if origin is not None else None
    home = home if home is None or s.child(home, "conj") is None else None  # most of it is from A, B and C together
    if what is not None or home is not None:
        path = ["be"] if what is not None else ["be", "from"]
        # "a quarter of them women"
        kind = [] if what is None else [make_text(text_of(s, s.subtree(what)))]
        found = kind or find_arguments(reader, s, home or 0, owners=frame.owners())
        yield from (replace(e, predicate=" ".join(["are", *path[1:]])) for e in emit(s, of, path, (), found))
        return
    if of_object:
        yield from emit(s, frame, lemmas, surface, [part])
        return
    for prep in (p for p in s.all_children(part.head, "prep") if s.words[p].lemma != "of"):
        target = s.child(prep, "pobj")
        found = find_arguments(reader, s, target, owners=frame.owners()) if target is not None else []
        yield from emit(s, own, [*lemmas, s.words[prep].lemma], (*surface, prep), found, rule="prepositional")


def whole_of(s: Sentence, verb: int, part: int, pronoun: int) -> int | None:
    """Of what a part is, the object of the verb or its subject; None where both may be meant."""
    direct, subject = s.child(verb, "dobj"), s.child(verb, "nsubj", "nsubjpass")
    if s.words[pronoun].text.lower() == "it":
        return direct if direct is not None and is_sum(s, direct) else None
    found = [i for i in (direct, subject) if i is not None and is_several(s, i)]
    counted = [i for i in found if s.child(i, "nummod") is not None] if len(found) > 1 else found
    moving = any(s.words[p].lemma in WAYS for p in s.all_children(part, "prep"))
    of_them = [i for i in counted if i == subject] if moving and len(counted) > 1 else counted
    return of_them[0] if len(of_them) == 1 else None


def is_several(s: Sentence, noun: int) -> bool:
    """Whether a noun tells of several: "soldiers", "400 Syrians"; no name in the plural."""
    word = s.words[noun]
    plain = word.tag == "NNS" and word.pos == "NOUN" and (word.text.islower() or noun == 0)
    return word.name is None and (plain or (word.tag == "NNPS" and s.child(noun, "nummod") is not None))
