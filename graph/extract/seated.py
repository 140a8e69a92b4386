"""Where a body has its seat, and from where it is, by what is before its name: "Texas-based Quanta", "Peru's Acme"."""

from collections.abc import Iterator
from dataclasses import replace

from graph.extract.arguments import Reader
from graph.extract.emission import emit
from graph.extract.frames import Frame
from graph.extract.looks import is_home_of
from graph.extract.parse import Sentence
from graph.extract.phrases import find_arguments
from graph.model import EntityType, Extraction


def find_home(reader: Reader, s: Sentence, bearer: int) -> Iterator[Extraction]:
    """Where who bears a name is from or has its seat, by what is before the name."""
    if reader.open:
        return
    if s.child(bearer, "poss") is not None:
        yield from find_origin(reader, s, bearer)
    based = next((c for c in s.all_children(bearer, "amod") if s.words[c].text == "based"), None)
    if based is not None and based > 1:
        yield from find_seat(reader, s, based)


def find_seat(reader: Reader, s: Sentence, based: int) -> Iterator[Extraction]:
    """The seat of a named body that "based" joined to a place tells."""
    body = s.words[s.words[based].head].name
    place = s.child(based, "npadvmod", "compound", "nmod", "nsubj", "dobj")
    if s.words[based - 1].text not in ("-", "‑", "–") or body is None or body.type is not EntityType.ORGANIZATION:
        return
    if place is None or place >= based or s.words[place].pos != "PROPN":
        return
    frame = Frame(subjects=tuple(find_arguments(reader, s, s.words[based].head)[:1]), rule="seat", certainty=0.9)
    yield from emit(s, frame, ["be", "based", "in"], (based,), find_arguments(reader, s, place)[:1])


def find_origin(reader: Reader, s: Sentence, bearer: int) -> Iterator[Extraction]:
    """From which country a firm or a person is whose name stands behind it: "Brazil's Embraer"."""
    home = s.child(bearer, "poss")
    if home is None or not is_home_of(s, home, bearer):
        return
    told = [a for a in find_arguments(reader, s, bearer)[:1] if a.mention.name.endswith(s.words[bearer].text)]
    told = [a for a in told if " and " not in a.mention.name]
    frame = Frame(subjects=tuple(told), rule="kind", certainty=0.85)
    for extraction in emit(s, frame, ["be", "from"], (home,), find_arguments(reader, s, home)[:1]):
        yield replace(extraction, predicate="is from")
