"""By how much a thing changed whose size a clause tells: "trade reached 9 billion, an increase of 5 percent"."""

from collections.abc import Iterator

from graph.extract.arguments import actors
from graph.extract.emission import emit
from graph.extract.frames import Frame
from graph.extract.noun_phrases import text_of
from graph.extract.parse import Sentence
from graph.extract.repair_attachments import CHANGES
from graph.model import Extraction, Value, ValueKind

COUNTS = ("number", "total", "volume", "value")  # of people, who act
VERBS = {"growth": "grow"}  # of the nouns of change that are not spelt as their verbs are


def emit_change(s: Sentence, verb: int, frame: Frame) -> Iterator[Extraction]:
    """That a thing, which does nothing by itself, rose or fell by so much, as an aside behind its size tells."""
    for change in s.all_children(verb, "npadvmod"):
        noun = s.words[change].lemma
        told = noun in CHANGES and s.words[s.subtree(change)[0] - 1].text == ","
        if not told or any(s.words[a.head].lemma not in COUNTS for a in actors(frame.subjects)):
            continue
        of = s.prep(change, "of")
        start = s.child(of, "pobj") if of is not None else s.child(change, "compound", "nummod", "amod")
        run = much(s, start, change) if start is not None else []
        if run and any(s.words[i].tag == "CD" for i in run):
            text = text_of(s, run)
            value = Value(kind=ValueKind.AMOUNT, text=text, normal=text)
            yield from emit(s, frame, [VERBS.get(noun, noun), "by"], (change,), [value], rule="measure")


def much(s: Sentence, amount: int, change: int) -> list[int]:
    """The words of an amount, and of what it is compared with behind the change: "6 percent over 2022"."""
    run = s.subtree(amount)
    beside = (p for p in s.all_children(change, "prep") if s.words[p].lemma in COMPARING and s.subtree(p)[0] == p)
    behind = next((s.subtree(p) for p in beside if p == run[-1] + 1), [])
    return [*run, *behind]


COMPARING = ("over", "on", "from", "since", "compare", "against")
