"""What an adjective or participle ties a noun to, in open reading: "Iran-backed men", "a crocus native to Crete"."""

from collections.abc import Iterator
from dataclasses import replace

from graph.extract.arguments import Argument, Reader
from graph.extract.emission import emit
from graph.extract.frames import Frame
from graph.extract.noun_phrases import text_of
from graph.extract.parse import Sentence
from graph.extract.phrases import find_arguments
from graph.extract.values import make_text
from graph.model import Extraction

# What a name before a hyphen does to the thing behind: "Iran-backed fighters" are backed by Iran.
DONE = frozenset(
    {"backed", "led", "owned", "controlled", "funded", "sponsored", "run", "held", "supported", "brokered", "mediated"}
    | {"occupied", "trained", "supplied", "made", "built", "educated", "administered", "governed", "hosted"}
)


def done_by(reader: Reader, s: Sentence, participle: int) -> Iterator[Extraction]:
    """Who does what a hyphened participle before a noun tells, in open reading: "Iran-backed fighters"."""
    hyphen, doer = participle - 1, participle - 2
    noun = s.words[participle].head
    if doer < 0 or s.words[hyphen].text != "-" or s.words[participle].text not in DONE or noun < participle:
        return
    proper = s.words[doer].name is not None or s.words[doer].pos == "PROPN"
    if not proper or s.words[doer].end != s.words[hyphen].start:
        return
    subject = find_arguments(reader, s, noun)[:1]
    frame = Frame(subjects=tuple(subject), rule="apposition", certainty=0.85)
    for extraction in emit(
        s, frame, [s.words[participle].text, "by"], (participle,), find_arguments(reader, s, doer)[:1]
    ):
        yield replace(extraction, predicate=f"{extraction.predicate} by")


def adjective_behind(reader: Reader, s: Sentence, adjective: int) -> Iterator[Extraction]:
    """What an adjective behind a noun ties it to, in open reading: "a crocus native to Crete"."""
    noun = s.words[adjective].head
    sum_ = s.child(adjective, "npadvmod") if s.words[adjective].lemma == "worth" else None
    if sum_ is not None:  # "rice worth $12 million"
        worth = [before_word(s, a, adjective) for a in find_arguments(replace(reader, cut=True), s, noun)[:1]]
        frame = Frame(subjects=tuple(worth), rule="apposition", certainty=0.8)
        value = make_text(text_of(s, s.subtree(sum_)))
        yield from (replace(e, predicate="is worth") for e in emit(s, frame, ["be", "worth"], (adjective,), [value]))
        return
    tied = next((p for p in s.all_children(adjective, "prep") if s.words[p].lemma in ("to", "from", "of")), None)
    target = s.child(tied, "pobj") if tied is not None else None
    if not noun < adjective or tied != adjective + 1 or target is None or s.words[noun].pos not in ("NOUN", "PROPN"):
        return
    subject = [a for a in find_arguments(replace(reader, cut=True), s, noun)[:1] if s.words[adjective].tag == "JJ"]
    bare = (before_word(s, argument, adjective) for argument in subject)
    frame = Frame(subjects=tuple(bare), rule="apposition", certainty=0.8)
    path = ["be", s.words[adjective].lemma, s.words[tied].lemma]
    for extraction in emit(s, frame, path, (adjective, tied), find_arguments(reader, s, target)[:1]):
        yield replace(extraction, predicate=f"is {extraction.predicate}")


def before_word(s: Sentence, argument: Argument, word: int) -> Argument:
    """An argument as far as it stands before a word, which tells more of it."""
    cut = s.text[s.words[word].start :]
    text, name = (long.split(cut.split()[0])[0].rstrip(" ,") for long in (argument.mention.text, argument.mention.name))
    return replace(argument, mention=replace(argument.mention, text=text, name=name)) if text and name else argument
