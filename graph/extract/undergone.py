"""Event nouns that name no doer: "the suspension of X from Y", "the signing of the Treaty on Z between A and B"."""

import re
from collections.abc import Iterator

from graph.extract.arguments import Argument, Reader, actors, is_named
from graph.extract.emission import emit
from graph.extract.frames import Frame
from graph.extract.gazetteer import load_gazetteer, plain
from graph.extract.happenings import deed_modality, is_called_off
from graph.extract.parse import Sentence
from graph.extract.phrases import find_arguments
from graph.model import Extraction, Modality

# What is done to somebody, who leaves a body by it.
UNDERGONE = {
    "suspension": "suspended",
    "exclusion": "excluded",
    "expulsion": "expelled",
    "removal": "removed",
}


def undergone(reader: Reader, s: Sentence, noun: int) -> Iterator[Extraction]:
    """What was done to somebody, by a noun: "the suspension of X from Y" tells that X is suspended from it."""
    participle = UNDERGONE.get(s.words[noun].lemma)
    if participle is None or is_called_off(s, noun):
        return
    of = next((p for p in s.all_children(noun, "prep") if s.words[p].lemma == "of"), None)
    whom = s.child(of, "pobj") if of is not None else None
    near = [*s.all_children(noun, "prep"), *(s.all_children(whom, "prep") if whom is not None else [])]
    from_ = next((p for p in near if s.words[p].lemma == "from"), None)
    body = s.child(from_, "pobj") if from_ is not None else None
    if whom is None or from_ is None or body is None:
        return
    who = [a for a in actors(find_arguments(reader, s, whom)) if is_named(a)]
    modality = deed_modality(s, noun) or Modality.ASSERTED
    frame = Frame(subjects=tuple(who), rule="nominal", certainty=0.9, modality=modality)
    yield from emit(s, frame, ["be", participle, "from"], (noun, from_), find_arguments(reader, s, body))


BETWEEN = re.compile(r" between (?:the )?(?P<one>.+?) and (?:the )?(?P<other>.+)$")


def signed_between(reader: Reader, s: Sentence, noun: int) -> Iterator[Extraction]:
    """Who signed a paper that tells between whom it is: "witnessed the signing of the Treaty on X between A and B"."""
    of = next((p for p in s.all_children(noun, "prep") if s.words[p].lemma == "of"), None)
    paper = s.child(of, "pobj") if of is not None and s.words[noun].lemma in ("signing", "conclusion") else None
    by = any(s.words[p].lemma == "by" for p in s.all_children(noun, "prep", "agent"))
    if paper is None or by or s.child(noun, "poss") is not None or is_called_off(s, noun):
        return
    above = s.words[s.words[noun].head].lemma
    held = s.words[noun].dep != "pobj" or above in ("at", "after", "following", "since", "during", "with")
    found = [a for a in find_arguments(reader, s, paper) if not a.open and held and s.child(paper, "conj") is None]
    for thing in found:
        told = BETWEEN.search(thing.mention.name)
        entries = [load_gazetteer().names.get(plain(told[side])) for side in ("one", "other")] if told else []
        parties = [reader.discourse.mention_of(s, thing.head, e.name, e.type) for e in entries if e is not None]
        frame = Frame(
            subjects=tuple(Argument(head=thing.head, mention=p) for p in parties if len(parties) == len(entries)),
            rule="nominal",
            certainty=0.9,
            modality=deed_modality(s, noun) or Modality.ASSERTED,
        )
        yield from emit(s, frame, ["sign"], (noun, of or noun), [thing])
