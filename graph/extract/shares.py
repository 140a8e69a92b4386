"""How much of a thing is each one's, in brackets behind its name: "aid pledged by Peru ($3 million) and Chad"."""

from collections.abc import Iterator
from dataclasses import replace

from graph.extract.arguments import Reader
from graph.extract.brackets import bracketed_sum
from graph.extract.emission import emit
from graph.extract.frames import Frame, verb_path
from graph.extract.parse import Sentence
from graph.extract.phrases import find_arguments
from graph.model import Extraction, Mention, Qualifier, QualifierKind, Value, ValueKind


def share_of(s: Sentence, doer: int) -> Qualifier[Mention] | None:
    """How much of what is told of several is one's, by the brackets behind its name."""
    sum_ = sum_of(s, doer)
    return Qualifier(kind=QualifierKind.AMOUNT, value=sum_) if sum_ is not None else None


def sum_of(s: Sentence, doer: int) -> Value | None:
    """The sum in brackets behind a name; or None."""
    words = bracketed_sum(s, doer)
    if words is None:
        return None
    text = s.text[s.words[words[0]].start : s.words[words[-1]].end]
    return Value(kind=ValueKind.AMOUNT, text=text, normal=text)


def emit_shares(reader: Reader, s: Sentence, verb: int, frame: Frame) -> Iterator[Extraction]:
    """Who gave how much of what says nothing by itself: "contributions announced by Peru ($3 million)"."""
    noun, agent = s.words[s.words[verb].head], s.child(verb, "agent")
    target = s.child(agent, "pobj") if agent is not None else None
    if s.words[verb].dep != "acl" or s.words[verb].tag != "VBN" or noun.tag != "NNS" or target is None:
        return
    for doer in find_arguments(reader, s, target):
        amount = sum_of(s, doer.head)
        if amount is not None:
            own = replace(frame, subjects=(doer,), path=(), surface=())
            path = [*verb_path(s, verb), noun.lemma, "of"]
            for told in emit(s, own, path, (verb,), [amount], rule="passive with agent"):
                yield replace(told, predicate=f"{told.predicate} {noun.text} of")


def emit_measured_quality(s: Sentence, frame: Frame, verb: int, quality: int) -> Iterator[Extraction]:
    """By how much a thing is what it is: "the plan is only 41 per cent funded", "the dam is 60 per cent full"."""
    measure = s.child(quality, "npadvmod")
    further = s.child(quality, "prep") is not None  # "is 90 per cent dependent on X"
    if measure is None or s.words[measure].lemma != "percent" or measure != quality - 1 or further:
        return
    run = [i for i in s.subtree(measure) if s.words[i].dep != "advmod"]
    text = s.text[s.words[run[0]].start : s.words[run[-1]].end]
    value = Value(kind=ValueKind.AMOUNT, text=text, normal=text)
    path = [s.words[verb].lemma, s.words[quality].text.lower()]
    yield from emit(s, frame, path, (verb, quality), [value], rule="copula")
