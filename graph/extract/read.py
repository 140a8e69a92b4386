"""Document → extractions: the sentences are read in order, with what the document has spoken of so far."""

from collections import Counter
from collections.abc import Iterator

from graph.extract.discourse import Discourse
from graph.extract.gazetteer import Gazetteer, plain
from graph.extract.nominals import find_nominals
from graph.extract.parse import Parse, Sentence, opens_clauses
from graph.extract.phrases import LABELS, Reader, name_argument
from graph.extract.relations import find_clauses
from graph.extract.terms import person_case
from graph.model import Document, EntityType, Extraction, Mention, PassageKind, Span


def find_extractions(parsed: Parse, gazetteer: Gazetteer) -> Iterator[Extraction]:
    """The relations that the sentences of a document state, in order; headings state none."""
    document = parsed.document
    discourse = Discourse(voice=voice_of(parsed, gazetteer), author=author_of(document))
    reader = Reader(
        gazetteer=gazetteer,
        discourse=discourse,
        document_id=document.id,
        published=document.published,
        types=find_types(parsed),
    )
    passage = None
    for sentence in parsed.sentences:
        discourse.heading = opening_subject(reader, sentence) or discourse.heading
        if sentence.kind is PassageKind.HEADING:
            continue
        if sentence.offsets is not passage:
            passage = sentence.offsets
            discourse.open_passage()
        discourse.open_sentence()
        if is_question(sentence.text[: sentence.words[-1].end]):
            continue
        yield from find_clauses(reader, sentence)
        yield from find_nominals(reader, sentence)


def find_types(parsed: Parse) -> dict[str, EntityType]:
    """What each proper name mostly is in the document, by the model's labels: single labels are often wrong."""
    votes: dict[str, Counter[EntityType]] = {}
    for sentence in parsed.sentences:
        for word in sentence.words:
            if word.pos == "PROPN" and word.name is None and word.label in LABELS:
                first = word.i
                while (
                    first and sentence.words[first - 1].label == word.label and sentence.words[first - 1].pos == "PROPN"
                ):
                    first -= 1
                name = sentence.text[sentence.words[first].start : word.end]
                votes.setdefault(name, Counter())[LABELS[word.label]] += 1
    return {name: max(sorted(counts), key=lambda t: counts[t]) for name, counts in votes.items()}


def opening_subject(reader: Reader, sentence: Sentence) -> Mention | None:
    """The subject that a passage of its own gives to those that follow, such as "The Security Council,"."""
    named = [w for w in sentence.words if w.name is not None]
    if not opens_clauses(sentence.text, [w.name for w in named if w.name is not None]):
        return None
    argument = name_argument(reader, sentence, named[0].i)
    return argument.mention if argument else None


def is_question(text: str) -> bool:
    """Whether a text ends in a question mark: a question states nothing."""
    return text.rstrip("\"'”’ ").endswith("?")


def author_of(document: Document) -> Mention | None:
    """Who signs the document, as a mention; None where nobody does."""
    return outside(document, person_case(document.author), EntityType.PERSON) if document.author else None


def voice_of(parsed: Parse, gazetteer: Gazetteer) -> Mention | None:
    """Whom the document says "we" for: as given, else the country of an institution in its heading, else None."""
    document = parsed.document
    if document.voice:
        entry = gazetteer.names.get(plain(document.voice))
        return outside(
            document, entry.name if entry else document.voice, entry.type if entry else EntityType.ORGANIZATION
        )
    heading = [s for s in parsed.sentences if s.kind is PassageKind.HEADING][:8]
    for sentence in heading:
        for word in sentence.words:
            if word.name is not None and word.name.entry is not None and word.name.entry.country:
                entry = next(
                    (
                        e
                        for e in gazetteer.names.values()
                        if e.type is EntityType.COUNTRY and e.country == word.name.entry.country
                    ),
                    None,
                )
                return outside(document, entry.name, entry.type) if entry else None
    return None


def outside(document: Document, name: str, kind: EntityType) -> Mention:
    """A mention of something that the document's frame names, not one of its sentences."""
    return Mention(
        span=Span(document=document.id, start=0, end=0), text=name, name=name, type=kind, found_by="document"
    )
