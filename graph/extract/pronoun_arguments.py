"""The arguments that a pronoun or a determiner makes where it stands by itself."""

from collections.abc import Sequence
from dataclasses import replace

from graph.extract.arguments import Argument, Reader
from graph.extract.discourse import PHRASES
from graph.extract.extents import LONGEST
from graph.extract.noun_phrases import text_of
from graph.extract.parse import Sentence
from graph.extract.phrase_kinds import as_worded
from graph.extract.resolution import resolve
from graph.model import EntityType, Mention


def stood_for(reader: Reader, s: Sentence, head: int, owners: Sequence[Mention]) -> Sequence[Mention]:
    """What a pronoun stands for; in open reading the pronoun itself, as the sentence words it."""
    word = s.words[head]
    resolved = resolve(reader.discourse, s, head, owners)
    if not reader.open or word.start == word.end:
        return resolved
    if word.tag == "PRP":
        return [as_worded(s, head, resolved)]
    alone = word.tag == "DT" and word.dep in ("nsubj", "nsubjpass", "dobj") and not resolved
    return [determiner(s, head)] if alone else resolved


def determiner(s: Sentence, i: int) -> Mention:
    """A determiner that stands by itself, with what it is of: "Both agreed", "each of our towns will grow"."""
    run = s.subtree(i) if s.prep(i, "of") is not None else [i]
    run = run if len(run) < LONGEST and run[0] == i else [i]
    text = text_of(s, run)
    return Mention(span=s.span_of(run[0], run[-1]), text=text, name=text, type=EntityType.CONCEPT, found_by=PHRASES[0])


def as_pronoun(s: Sentence, i: int, argument: Argument) -> Argument:
    """The argument as the pronoun at word i tells it, which is no better a name than what it stands for."""
    known = argument.mention
    found_by = known.found_by if known.found_by in PHRASES else "pronoun"
    mention = replace(known, span=s.span_of(i, i), text=text_of(s, [i]), found_by=found_by)
    return Argument(head=i, mention=mention, certainty=0.8)
