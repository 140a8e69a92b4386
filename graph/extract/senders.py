"""Who asks or tells by a paper: "a letter from X requesting Y"."""

from graph.extract.arguments import Argument, Reader, actors
from graph.extract.parse import Sentence
from graph.extract.phrases import find_arguments


def find_senders(reader: Reader, s: Sentence, paper: int, verb: int) -> list[Argument]:
    """Who asks or tells by a paper what a participle behind it tells: "a letter from X requesting Y"; or none."""
    sender = sender_of(s, paper) if s.words[paper].lemma in SENT and s.words[verb].tag == "VBG" else None
    return actors(find_arguments(reader, s, sender)) if sender is not None else []


SENT = ("letter", "note", "message", "communication")


def sender_of(s: Sentence, paper: int) -> int | None:
    """Who sent a paper, told of it or of its date: "the letter dated 3 May from X"; or None."""
    dated = s.child(paper, "acl")
    holders = (paper, dated) if dated is not None and s.words[dated].text == "dated" else (paper,)
    behind = (p for at in holders for p in s.all_children(at, "prep") if s.words[p].text == "from")
    return next((target for p in behind if (target := s.child(p, "pobj")) is not None), None)
