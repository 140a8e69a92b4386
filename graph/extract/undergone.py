"""Event nouns that name no doer: "the suspension of X from Y", "the signing of the Treaty on Z between A and B"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from graph.extract.arguments import Argument, Reader, actors, is_named
from graph.extract.emission import emit
from graph.extract.frames import Frame
from graph.extract.gazetteer import plain
from graph.extract.happenings import deed_modality, is_called_off
from graph.extract.parse import Sentence
from graph.extract.phrases import find_arguments
from graph.extract.trees import root_of
from graph.model import EntityType, Extraction, Mention, Modality

# What is done to somebody, who leaves a body by it.
UNDERGONE = {
    "suspension": "suspended",
    "exclusion": "excluded",
    "expulsion": "expelled",
    "removal": "removed",
}


def find_undergone(reader: Reader, s: Sentence, noun: int) -> Iterator[Extraction]:
    """What the noun tells was done to somebody, or signed by those it is between."""
    yield from undergone(reader, s, noun)
    yield from signed_between(reader, s, noun)


def undergone(reader: Reader, s: Sentence, noun: int) -> Iterator[Extraction]:
    """What was done to somebody, by a noun: "the suspension of X from Y" tells that X is suspended from it."""
    participle = UNDERGONE.get(s.words[noun].lemma)
    if participle is None or is_called_off(s, noun):
        return
    of = s.prep(noun, "of")
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


SIGNING = frozenset({"sign", "signing", "signature", "conclude", "conclusion"})
PAPERS = frozenset({"agreement", "memorandum", "protocol", "treaty", "convention", "pact", "accord", "arrangement"})
NEXT = 2  # counts of sentences to the one before in the list
BETWEEN = re.compile(r" between (?:the )?(?P<one>.+?) and (?:the )?(?P<other>.+)$")


def signed_between(reader: Reader, s: Sentence, noun: int) -> Iterator[Extraction]:
    """Who signed a paper that tells between whom it is: "witnessed the signing of the Treaty on X between A and B"."""
    of = s.prep(noun, "of")
    paper = s.child(of, "pobj") if of is not None and s.words[noun].lemma in ("signing", "conclusion") else None
    by = any(s.words[p].lemma == "by" for p in s.all_children(noun, "prep", "agent"))
    if paper is None or by or s.child(noun, "poss") is not None or is_called_off(s, noun):
        return
    above = s.words[s.words[noun].head].lemma
    held = s.words[noun].dep != "pobj" or above in ("at", "after", "following", "since", "during", "with")
    if held and s.child(paper, "conj") is None:
        yield from sign(reader, s, paper, (noun, of or noun), deed_modality(s, noun) or Modality.ASSERTED)


def signed_items(reader: Reader, s: Sentence) -> Iterator[Extraction]:
    """Who signed the papers in a list behind "signed the following:", each of which tells between whom it is."""
    discourse = reader.discourse
    if s.words[-1].text == ":" and not SIGNING.isdisjoint(w.lemma for w in s.words):
        done = not any(w.tag == "MD" for w in s.words)  # not "will sign the following:"
        discourse.signing = discourse.sentence if done else discourse.signing
        return
    root = s.words[root_of(s.words)]
    between = next((w.i for w in s.words if w.lemma == "between"), None)
    one = s.child(between, "pobj") if between is not None else None
    listed = 0 < discourse.sentence - discourse.signing <= NEXT and root.lemma.lower() in PAPERS
    if not listed or any(w.tag in ("VBD", "VBZ", "VBP", "MD") for w in s.words):
        return
    discourse.signing = discourse.sentence
    if one is None:
        return
    written = [w for w in s.words if w.pos != "PUNCT" and w.start < w.end]
    span, text = s.span_of(written[0].i, written[-1].i), s.text[written[0].start : written[-1].end]
    paper = Mention(span=span, text=text, name=text, type=EntityType.AGREEMENT, found_by="head")
    found = find_arguments(reader, s, one)
    parties = tuple(a for a in found if actors([a]) or s.words[a.head].pos == "PROPN")
    frame = Frame(subjects=parties if len(parties) > 1 else (), rule="nominal", certainty=0.85)
    for extraction in emit(s, frame, ["sign"], (), [Argument(head=root.i, mention=paper)]):
        yield replace(extraction, predicate="signed")


def sign(reader: Reader, s: Sentence, paper: int, surface: tuple[int, ...], modality: Modality) -> Iterator[Extraction]:
    """That each of the two between whom a paper is by its name has signed it."""
    for thing in (a for a in find_arguments(reader, s, paper) if not a.open):
        told = BETWEEN.search(thing.mention.name)
        names = [told[side] for side in ("one", "other")] if told else []
        entries = [reader.gazetteer.names.get(plain(name)) for name in names]
        parties = [
            reader.discourse.mention_of(s, thing.head, e.name if e else name, e.type if e else EntityType.ORGANIZATION)
            for name, e in zip(names, entries, strict=True)
            if e is not None or name.istitle() or " " in name
        ]
        subjects = tuple(Argument(head=thing.head, mention=p) for p in parties)
        frame = Frame(subjects=subjects if len(parties) > 1 else (), rule="nominal", certainty=0.9, modality=modality)
        yield from emit(s, frame, ["sign"], surface, [thing])
