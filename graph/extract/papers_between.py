"""Between whom a paper is, and who signed it: "the signing of the Treaty on Z between A and B", a list of papers."""

import re
from collections.abc import Iterator
from dataclasses import replace

from graph.extract.arguments import Argument, Reader, actors, is_named
from graph.extract.emission import emit
from graph.extract.frames import Frame, is_infinitive
from graph.extract.happenings import deed_modality, is_called_off
from graph.extract.names import find_names
from graph.extract.parse import Sentence
from graph.extract.phrases import find_arguments
from graph.extract.prepositions import ACTORS
from graph.extract.trees import root_of
from graph.model import EntityType, Extraction, Mention, Modality

SIGNING = frozenset({"sign", "signing", "signature", "conclude", "conclusion"})
PAPERS = frozenset({"agreement", "memorandum", "protocol", "treaty", "convention", "pact", "accord", "arrangement"})
PAPERS |= {"plan", "programme", "program", "roadmap", "contract", "declaration", "statement", "minutes", "letter"}
OTHERS = re.compile(r" (?:with|by|between|among) ")  # "Loan Agreement with the Bank of X"
NEXT = 2  # counts of sentences to the one before in the list
# Where each has an article, "and the" parts them: "between the Academy of Science and Art and the Bank of Y".
PARTIES = re.compile(
    r" between (?:the (?P<one>.+?) and the (?P<other>.+)|(?:the )?(?P<first>.+?) and (?:the )?(?P<second>.+))$"
)


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
    kind = root.name.proxy if root.name is not None else root.lemma
    listed = 0 < discourse.sentence - discourse.signing <= NEXT and kind.lower() in PAPERS
    if not listed or any(w.tag in ("VBD", "VBZ", "VBP", "MD") for w in s.words):
        return
    discourse.signing = discourse.sentence
    between = next((w.i for w in s.words if w.lemma == "between"), None)
    one = s.child(between, "pobj") if between is not None else None
    if one is None:
        told = list(sign(reader, s, root.i, (), Modality.ASSERTED))
        yield from told or signed_by_states(reader, s, root.i)
        return
    written = [w for w in s.words if w.pos != "PUNCT" and w.start < w.end]
    span, text = s.span_of(written[0].i, written[-1].i), s.text[written[0].start : written[-1].end]
    paper = Mention(span=span, text=text, name=text, type=EntityType.AGREEMENT, found_by="head")
    found = find_arguments(reader, s, one)
    parties = tuple(a for a in found if actors([a]) or s.words[a.head].pos == "PROPN")
    frame = Frame(subjects=parties if len(parties) > 1 else (), rule="nominal", certainty=0.85)
    for extraction in emit(s, frame, ["sign"], (), [Argument(head=root.i, mention=paper)]):
        yield replace(extraction, predicate="signed")


def signed_by_states(reader: Reader, s: Sentence, paper: int) -> Iterator[Extraction]:
    """That the two states for which a document speaks signed a paper in its list that tells of no others."""
    states = [v for v in reader.discourse.voices if v.type is EntityType.COUNTRY]
    others = OTHERS.search(s.text) is not None
    if others or len(states) != len(reader.discourse.voices) or len(states) != len(("one", "other")):
        return
    parties = [Argument(head=paper, mention=reader.discourse.mention_of(s, paper, v.name, v.type)) for v in states]
    frame = Frame(subjects=tuple(parties), rule="nominal", certainty=0.8)
    for thing in (a for a in find_arguments(reader, s, paper) if not a.open):
        for extraction in emit(s, frame, ["sign"], (), [thing]):
            yield replace(extraction, predicate="signed")


def sign(reader: Reader, s: Sentence, paper: int, surface: tuple[int, ...], modality: Modality) -> Iterator[Extraction]:
    """That each of the two between whom a paper is by its name has signed it."""
    for thing in (a for a in find_arguments(reader, s, paper) if not a.open):
        parties = sides(reader, s, thing.head, thing.mention.name) or parties_behind(reader, s, thing.head)
        frame = Frame(subjects=tuple(parties), rule="nominal", certainty=0.9, modality=modality)
        for extraction in emit(s, frame, ["sign"], surface, [thing]):
            yield extraction if surface else replace(extraction, predicate="signed")


def parties_behind(reader: Reader, s: Sentence, paper: int) -> list[Argument]:
    """The two between whom a paper is that has a name without them: "the Memorandum of Cooperation between A and B"."""
    between = s.prep(paper, "between") if s.words[paper].name is not None else None
    one = s.child(between, "pobj") if between is not None else None
    found = [a for a in find_arguments(reader, s, one) if is_named(a)] if one is not None else []
    return found if len(found) == len(("one", "other")) else []


def find_parties(reader: Reader, s: Sentence, i: int) -> Iterator[Extraction]:
    """That the two whom the name of a paper joins have it with each other, where nothing tells that they signed it."""
    name = s.words[i].name
    above = s.words[s.words[s.words[i].head].head].lemma
    signed = above in SIGNING or reader.discourse.signing == reader.discourse.sentence
    if name is None or name.type is not EntityType.AGREEMENT or signed:
        return
    parties = [a for a in sides(reader, s, i, name.name) if a.mention.type in ACTORS]
    if len(parties) < len(("one", "other")):
        return
    noun, verb = name.proxy.lower(), s.words[i].head
    while s.words[verb].dep == "conj" and s.words[verb].head < verb:  # "to meet and sign"
        verb = s.words[verb].head
    aimed = s.words[i].dep == "dobj" and is_infinitive(s, verb)  # "to sign the Agreement between X and Y"
    modality = Modality.PLANNED if aimed else Modality.ASSERTED
    frame = Frame(subjects=(parties[0],), rule="name", certainty=0.9, modality=modality)
    for extraction in emit(s, frame, ["have", noun, "with"], (i,), parties[1:]):
        yield replace(extraction, predicate=f"have {noun} with")


def sides(reader: Reader, s: Sentence, i: int, paper: str) -> list[Argument]:
    """The two between whom the name of a paper says it is; none where it does not, or names no whole names."""
    told = PARTIES.search(paper)
    texts = [told[side] for side in ("one", "other", "first", "second") if told[side]] if told else []
    found: list[Argument] = []
    for text in texts:
        names = find_names(text, reader.lexicon, reader.gazetteer)
        whole = len(names) == 1 and names[0].start == 0 and names[0].end == len(text)
        if whole or text.istitle() or " " in text:
            name, kind = (names[0].name, names[0].type) if whole else (text, EntityType.ORGANIZATION)
            mention = reader.discourse.mention_of(s, i, name, kind)
            found.append(Argument(head=i, mention=replace(mention, text=text)))
    return found if len(found) == len(texts) else []
