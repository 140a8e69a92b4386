"""Lists of things behind a colon: "adopted the following papers:" tells of each item what was done to it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from graph.extract.arguments import Argument, Reader
from graph.extract.cues import cues, stating
from graph.extract.emission import emit
from graph.extract.frames import Frame, surface_of, verb_path, words_of
from graph.extract.parse import Sentence
from graph.extract.phrases import find_arguments
from graph.extract.trees import root_of
from graph.model import Extraction, Modality, PassageKind

FEWEST = 2  # words before a colon that tell who does what: "Peru welcomes:"
# What one looks for has yet to come.
AWAITING = ("look", "call", "hope", "appeal", "wait", "ask", "strive", "aim", "plan", "push", "press", "await")
FINITE = ("VBD", "VBZ", "VBP", "MD")


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """What a sentence says of the things listed behind it: the frame of its verb, its relation and its words."""

    frame: Frame
    path: tuple[str, ...]
    predicate: str
    awaited: bool = False


def find_listing(s: Sentence, frames: Mapping[int, Frame]) -> Listing | None:
    """What a sentence that ends in a colon says of "the following" things, or None where it says nothing of them."""
    word = next((w for w in reversed(s.words) if w.text.lower() == "following" and w.dep in ("amod", "dobj")), None)
    if word is None:
        return find_open_end(s, frames)
    noun = s.words[word.head] if word.dep == "amod" else word
    if any(w.pos in ("VERB", "AUX") for w in s.words[noun.i :]):  # "the following steps that will lead to:"
        return None
    behind: list[int] = []  # "the signing of the following papers"
    while noun.dep == "pobj" and s.words[noun.head].lemma == "of":
        prep = s.words[noun.head]
        noun = s.words[prep.head]
        behind = [noun.i, prep.i, *behind]
    verb = noun.head
    frame = frames.get(verb)
    if frame is None or noun.dep != "dobj" or frame.passive:
        return None
    return make_listing(s, frame, verb, behind)


def find_open_end(s: Sentence, frames: Mapping[int, Frame]) -> Listing | None:
    """What a verb says of the things listed right behind it, or behind its preposition: "welcomed:", "agreed on:"."""
    last = s.words[-2] if len(s.words) > FEWEST else s.words[0]
    verb = last.head if last.dep == "prep" and last.i != last.head else last.i
    frame = frames.get(verb)
    open_ = last.dep == "prep" or s.words[verb].lemma in stating() | cues()["speech.verbs"]
    if frame is None or frame.passive or not frame.subjects or not open_ or s.words[verb].pos != "VERB":
        return None
    if s.child(last.i, "pobj", "pcomp", "dobj", "ccomp", "xcomp") is not None:
        return None
    if any(w.pos not in ("ADV", "ADP", "PART") for w in s.words[verb + 1 : last.i]):
        return None
    own = verb_path(s, verb)
    behind = [w.i for w in s.words[verb + 1 : last.i + 1] if w.lemma not in own]
    return make_listing(s, frame, verb, behind, awaited=s.words[verb].lemma in AWAITING)


def make_listing(s: Sentence, frame: Frame, verb: int, behind: Sequence[int], *, awaited: bool = False) -> Listing:
    """The listing of a verb with the words behind it that belong to its relation."""
    path = (*verb_path(s, verb), *(s.words[i].lemma for i in behind))
    words = words_of(s, (*frame.surface, *surface_of(s, verb, *behind)))
    bare = replace(frame, qualifiers=(), surface=()).step("item", 0.9)  # words of this sentence are none of an item's
    return Listing(frame=bare, path=path, predicate=words, awaited=awaited)


def as_awaited(listing: Listing | None, s: Sentence, extractions: Iterable[Extraction]) -> Iterator[Extraction]:
    """The extractions of an item as its list tells them: what one looks forward to or calls for has yet to come."""
    coming = listing is not None and listing.awaited and s.kind is PassageKind.ITEM
    for extraction in extractions:
        open_ = coming and extraction.modality is Modality.ASSERTED and extraction.rule == "nominal"
        yield replace(extraction, modality=Modality.PLANNED) if open_ else extraction


def listed_things(reader: Reader, s: Sentence) -> Iterator[Extraction]:
    """What the sentence before a list says of an item that is a thing and no clause."""
    listing = reader.discourse.listing
    clause = any(w.tag in FINITE for w in s.words) or s.words[0].start == s.words[0].end
    root = root_of(s.words)
    if listing is None or s.kind is not PassageKind.ITEM or clause or s.words[root].pos not in ("NOUN", "PROPN"):
        return
    frame = replace(listing.frame, subjects=tuple(replace(a, head=root) for a in listing.frame.subjects))
    things: list[Argument] = find_arguments(reader, s, root)
    for extraction in emit(s, frame, listing.path, (), things):
        yield replace(extraction, predicate=listing.predicate)
