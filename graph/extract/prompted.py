"""At whose request something is done: "deployed engineers at the request of X", "met at Y's request"."""

from collections.abc import Iterator
from dataclasses import replace

from graph.extract.arguments import Reader, actors
from graph.extract.emission import emit
from graph.extract.frames import Frame, surface_of, words_of
from graph.extract.parse import Sentence
from graph.extract.phrases import find_arguments
from graph.extract.prepositions import is_prompt
from graph.model import EntityType, Extraction


def emit_prompt(reader: Reader, s: Sentence, verb: int, frame: Frame) -> Iterator[Extraction]:
    """Who asked for what a clause tells, behind its own words: "was withdrawn at the request of X"."""
    for prep in s.all_children(verb, "prep") if not reader.open and frame.transparent else ():
        noun = s.child(prep, "pobj")
        if noun is None or not is_prompt(s, prep, noun) or s.words[noun].lemma == "invitation":
            continue
        of = s.prep(noun, "of")
        asking = s.child(of, "pobj") if of is not None else s.child(noun, "poss")
        found = actors(find_arguments(reader, s, asking, owners=frame.owners())) if asking is not None else []
        subject = s.child(verb, "nsubj", "nsubjpass")
        front = subject is not None and prep < subject
        if front and not any(w.text == "," for w in s.words[prep:subject]):  # the asker passes for the subject
            continue
        asked = [a for a in found if a.mention.type is EntityType.ROLE or a.mention.name[:1].isupper()]
        direct = s.child(verb, "dobj")
        place = direct is not None and s.words[direct].label in ("GPE", "LOC", "FAC")
        if (
            direct is not None and s.words[direct].pos != "NOUN" and not place
        ):  # "arrested at the request of X" would not tell whom
            continue
        thing = [direct] if direct is not None else []
        led = [s.words[prep].lemma.lower(), s.words[noun].text.lower()]
        told = " ".join([words_of(s, (*frame.surface, *surface_of(s, verb), *thing)), led[0], "the", led[1], "of"])
        deed = ["be", s.words[verb].text.lower()] if frame.passive else [s.words[verb].lemma]
        path = [*deed, *(s.words[i].lemma for i in thing), *led, "of"]
        for extraction in emit(s, frame, path, (*surface_of(s, verb), *thing), asked, rule="prepositional"):
            yield replace(extraction, predicate=told)
