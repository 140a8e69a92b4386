"""Sentences for rules: read by the model, or made by hand from a small table."""

from collections.abc import Callable

import pytest

from graph.corpus.read import make_document
from graph.extract.arguments import Reader
from graph.extract.discourse import Discourse
from graph.extract.gazetteer import load_gazetteer
from graph.extract.naming import Name
from graph.extract.parse import Sentence, Word, parse
from graph.extract.pipeline import Reading, read_claims
from graph.extract.read import find_extractions
from graph.extract.spacy_model import load_model
from graph.extract.voices import author_of, voices_of
from graph.model import Document, EntityType, Extraction, Mention, PassageKind, Span


def make_words(table: str) -> tuple[Word, ...]:
    """The words of a table of lines `text lemma POS TAG dep head`, counted from 0, a single blank between words.

    A seventh field makes the word a name of that entity type, or gives it a label of the model (`DATE`);
    `_` stands for a blank inside a name.
    """
    words: list[Word] = []
    at = 0
    for i, line in enumerate(table.strip().splitlines()):
        text, lemma, pos, tag, dep, head, *more = line.split()
        text, end = text.replace("_", " "), at + len(text)
        kind = EntityType(more[0]) if more and more[0] in set(EntityType) else None
        words.append(
            Word(
                i=i,
                text=text,
                lemma=text if kind else lemma,
                pos=pos,
                tag=tag,
                dep=dep,
                head=int(head),
                start=at,
                end=end,
                label=more[0] if more and kind is None else "",
                name=Name(start=at, end=end, name=text, type=kind, found_by="head", proxy=text) if kind else None,
            )
        )
        at = end + 1
    return tuple(words)


def make_sentence(table: str) -> Sentence:
    """A sentence from a table as `make_words` reads it."""
    words = make_words(table)
    children: list[list[int]] = [[] for _ in words]
    for word in words:
        if word.head != word.i:
            children[word.head].append(word.i)
    text = " ".join(w.text for w in words)
    return Sentence(
        words=words,
        children=tuple(tuple(c) for c in children),
        text=text,
        offsets=range(len(text)),
        span=Span(document="d", start=0, end=len(text)),
        kind=PassageKind.PARAGRAPH,
    )


@pytest.fixture
def sentence() -> Callable[[str], Sentence]:
    """Make a sentence from a table."""
    return make_sentence


@pytest.fixture(scope="session")
def reader() -> Callable[..., Reader]:
    """Make what is at hand while a document is read; nothing has been spoken of."""

    def make(*, voice: Mention | None = None, author: Mention | None = None) -> Reader:
        return Reader(
            gazetteer=load_gazetteer(),
            discourse=Discourse(voices=[voice] if voice else [], author=author),
            published=None,
            types={},
        )

    return make


def make_text(text: str, *, name: str = "note.txt", voice: str | None = None) -> Document:
    """A document of one text."""
    return make_document(text.encode(), name=name, voice=voice)


@pytest.fixture(scope="session")
def extract() -> Callable[..., list[Extraction]]:
    """Read the extractions of a text with the model."""

    def run(text: str, *, voice: str | None = None) -> list[Extraction]:
        gazetteer = load_gazetteer()
        parsed = next(parse(load_model(), [make_text(text, voice=voice)], gazetteer))
        voices, author = voices_of(parsed, gazetteer), author_of(parsed.document, gazetteer)
        return list(find_extractions(parsed, gazetteer, voices=voices, author=author))

    return run


@pytest.fixture(scope="session")
def read() -> Callable[..., Reading]:
    """Read the claims of a text with the model."""

    def run(text: str, *, name: str = "note.txt", voice: str | None = None) -> Reading:
        return read_claims([make_text(text, name=name, voice=voice)])

    return run


def show(extraction: Extraction) -> str:
    """An extraction in the short form of the examples, its qualifiers by kind."""
    thing = extraction.object
    parts = [
        extraction.subject.name,
        extraction.relation,
        thing.name if isinstance(thing, Mention) else thing.normal,
    ]
    if extraction.modality != "asserted":
        parts.append(extraction.modality)
    if extraction.polarity != "affirmed":
        parts.append(extraction.polarity)
    if extraction.speaker:
        parts.append(f"speaker={extraction.speaker.name}")
    for qualifier in sorted(extraction.qualifiers, key=lambda q: q.kind):
        value = qualifier.value.name if isinstance(qualifier.value, Mention) else qualifier.value.normal
        parts.append(f"{qualifier.kind}={value}")
    return " | ".join(parts)
