"""What a law requires of those who are no names: "the Act requires utilities to obtain 35 percent of their power"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from graph.extract.arguments import Argument, Reader
from graph.extract.details import JOINT
from graph.extract.emission import emit
from graph.extract.frames import Frame, is_infinitive, surface_of, words_of
from graph.extract.noun_phrases import text_of
from graph.extract.parse import Sentence
from graph.extract.phrases import find_arguments
from graph.extract.prepositions import is_time_phrase
from graph.extract.settings import find_settings
from graph.extract.values import make_text
from graph.model import Extraction, Value

REQUIRING = ("require", "oblige", "compel", "allow", "permit")
LONGEST_DEED = 16  # words of what they are to do it to
LONGEST = 4  # words of those of whom it is required


def emit_required(reader: Reader, s: Sentence, verb: int, frame: Frame) -> Iterator[Extraction]:
    """What the subject of a verb makes others do or lets them do, where only their deed tells who they are."""
    if s.words[verb].lemma not in REQUIRING or reader.open or frame.passive:
        return
    deed = next((c for c in s.all_children(verb, "xcomp", "ccomp") if is_infinitive(s, c)), None)
    asked = s.child(deed, "nsubj") or s.child(verb, "dobj") if deed is not None else None
    direct = s.child(deed, "dobj") if deed is not None else None
    if deed is None or asked is None or direct is None or s.words[asked].tag != "NNS":
        return
    who = find_arguments(reader, s, asked, owners=frame.owners())
    if len(who) != 1 or who[0].mention.found_by != "phrase" or len(who[0].mention.name.split()) > LONGEST:
        return
    run = s.subtree(direct)
    found: Sequence[Argument | Value] = find_arguments(reader, s, direct, owners=[who[0].mention])
    if any(s.words[i].lemma == "their" for i in run) and len(run) <= LONGEST_DEED:  # theirs, of whom the verb tells
        found = [make_text(text_of(s, run))]
    own = replace(frame, qualifiers=(*frame.qualifiers, *find_settings(reader, s, deed)))
    path = [s.words[verb].lemma, *who[0].mention.name.lower().split(), "to", s.words[deed].lemma]
    words = f"{words_of(s, surface_of(s, verb))} {who[0].mention.text} to {s.words[deed].text}"
    behind = [p for p in s.all_children(deed, "prep") if p > direct and not is_time_phrase(s, p)]
    more = JOINT.join(text_of(s, s.subtree(p)) for p in behind if len(s.subtree(p)) <= LONGEST_DEED)
    yield from (replace(e, predicate=words, detail=more) for e in emit(s, own, path, (), found))
