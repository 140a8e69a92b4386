"""Relational nouns behind a colon: in "the aims of X: the goal is Y; the way is Z" the goal is X's."""

from collections.abc import Iterator
from dataclasses import replace

from graph.extract.arguments import Argument, Reader
from graph.extract.emission import emit
from graph.extract.frames import Frame
from graph.extract.parse import Sentence
from graph.extract.phrases import find_arguments
from graph.model import Extraction, Mention


def find_bridges(reader: Reader, s: Sentence, verb: int, frame: Frame) -> Iterator[Extraction]:
    """What a clause behind a colon says of the topic before it, by a bare noun as its subject: "the goal is Y"."""
    subject = s.child(verb, "nsubj")
    colon = next((w.i for w in s.words if w.text == ":"), None)
    if subject is None or colon is None or colon > subject or s.words[verb].lemma not in ("be", "lie", "come"):
        return
    bare = s.child(subject, "det") is not None and s.child(subject, "prep") is None and s.words[subject].name is None
    topic = find_topic(reader, s, colon) if bare else None
    if topic is None:
        return
    speaker, about = topic
    modifiers = [s.words[c].text.lower() for c in s.all_children(subject, "amod", "compound")]
    told = replace(frame, subjects=(about,), speakers=(speaker,) if speaker else frame.speakers).step("bridge", 0.85)
    for item in find_complement_nouns(s, verb, colon):
        found = find_arguments(reader, s, item, owners=[about.mention])
        yield from emit(s, told, ["have", *modifiers, s.words[subject].lemma], (subject, verb), found)


def find_topic(reader: Reader, s: Sentence, colon: int) -> tuple[Mention | None, Argument] | None:
    """Who speaks before a colon, and of what: the last name there behind "of" or behind a gerund."""
    places = []
    for word in s.words[:colon]:
        above = s.words[word.head]
        behind_of = word.dep == "pobj" and above.lemma == "of"
        if word.name is not None and (behind_of or (word.dep == "dobj" and above.dep == "pcomp")):
            places.append(word.i)
    found = find_arguments(reader, s, places[-1]) if places else []
    speaker = next((w for w in s.words[:colon] if w.dep == "nsubj" and w.name is not None), None)
    says = find_arguments(reader, s, speaker.i) if speaker is not None else []
    return (says[0].mention if says else None, found[0]) if found else None


def find_complement_nouns(s: Sentence, verb: int, colon: int) -> list[int]:
    """The nouns behind a colon that a copula leads to: "is Y", "is to build Y", "lies in building Y"."""
    preps = s.all_children(verb, "prep")
    gerunds = [g for p in preps if (g := s.child(p, "pcomp")) is not None]
    nouns = [o for o in s.all_children(verb, "attr", "dobj") if s.words[o].pos in ("NOUN", "PROPN")]
    nouns += [t for p in preps if (t := s.child(p, "pobj")) is not None]
    nouns += [t for c in (*s.all_children(verb, "xcomp", "ccomp"), *gerunds) if (t := s.child(c, "dobj")) is not None]
    return [noun for noun in nouns if noun > colon]
