"""Document → extractions: the sentences are read in order, with what the document has spoken of so far."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from graph.extract.arguments import Reader
from graph.extract.cues import cues
from graph.extract.discourse import KINDS, Discourse
from graph.extract.frames import SUBJECTS
from graph.extract.gazetteer import Gazetteer, plain
from graph.extract.names import find_entries, find_names
from graph.extract.nominals import find_nominals
from graph.extract.noun_phrases import ACTORS, phrase_words, text_of
from graph.extract.parse import Parse, Sentence, opens_clauses
from graph.extract.phrases import LABELS, name_argument
from graph.extract.relations import find_clauses
from graph.extract.runs import head_of
from graph.extract.signatures import find_signature
from graph.extract.terms import person_case
from graph.model import Document, EntityType, Extraction, Mention, PassageKind, Span


def find_extractions(
    parsed: Parse,
    gazetteer: Gazetteer,
    *,
    voices: Sequence[Mention] = (),
    author: Mention | None = None,
    open_: bool = False,
) -> Iterator[Extraction]:
    """The relations that the sentences of a document state, in order; headings state none.

    `open_` gives those of ordinary nouns and open pronouns as well, which make no claims.
    """
    discourse = Discourse(voices=voices, author=author)
    reader = Reader(
        gazetteer=gazetteer,
        discourse=discourse,
        published=parsed.document.published,
        types=find_types(parsed),
        lexicon=parsed.lexicon,
        open=open_,
    )
    passage = None
    yield from find_signature(parsed.document, gazetteer, author)
    titled = title_name(parsed, gazetteer)
    for sentence in parsed.sentences:
        discourse.heading = opening_subject(reader, sentence) or discourse.heading
        if titled is not None and discourse.heading is None and is_about_title(sentence):
            discourse.heading = titled
            yield from find_clauses(reader, sentence)
            discourse.heading = None
            continue
        if sentence.kind is PassageKind.HEADING:
            continue
        if sentence.offsets is not passage:
            passage = sentence.offsets
            discourse.open_passage()
        discourse.open_sentence()
        if is_question(sentence.text[: sentence.words[-1].end]):
            continue
        told = find_clauses(reader, sentence)
        yield from told
        known = {statement_of(extraction) for extraction in told}
        yield from (e for e in find_nominals(reader, sentence) if statement_of(e) not in known)


def statement_of(extraction: Extraction) -> tuple[str, str, str]:
    """What an extraction says at its core: a clause and a noun in it may say the same."""
    thing = extraction.object
    name = thing.name if isinstance(thing, Mention) else thing.normal
    return extraction.subject.name, extraction.relation, name


def title_name(parsed: Parse, gazetteer: Gazetteer) -> Mention | None:
    """The document itself as a mention, where its title is a name: "Resolution 1325 (2000)", "The Lima Declaration"."""
    title = parsed.document.title
    names = find_names(title, parsed.lexicon, gazetteer)
    whole = len(names) == 1 and names[0].found_by == "head" and len(names[0].name) + len("the ") >= len(title.strip())
    return replace(outside(parsed.document, names[0].name, names[0].type), found_by="head") if whole else None


def is_about_title(sentence: Sentence) -> bool:
    """Whether a line says what was done with the document: "Adopted by the Security Council on 3 May 2011"."""
    first = sentence.words[0]
    return first.tag == "VBN" and first.head == first.i and sentence.child(0, *SUBJECTS) is None


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


def author_of(document: Document, gazetteer: Gazetteer) -> Mention | None:
    """Who signs the document, as a mention; None where nobody does."""
    if not document.author:
        return None
    kind = EntityType.ORGANIZATION if is_body(document.author, gazetteer) else EntityType.PERSON
    return outside(document, person_case(document.author), kind)


def voices_of(parsed: Parse, gazetteer: Gazetteer) -> list[Mention]:
    """Whom the document says "we" for, or nobody: the first of these that names somebody.

    The voice that is given; an author that is an institution; those who present themselves ("We, the ministers of …");
    the actors in the title of a joint document ("Joint Statement of A and B"); the country of an institution in the
    heading.
    """
    document = parsed.document
    for name in (document.voice, document.author if document.author and is_body(document.author, gazetteer) else None):
        if name:
            entry = gazetteer.names.get(plain(name))
            kind = entry.type if entry else EntityType.ORGANIZATION
            return [outside(document, entry.name if entry else name, kind)]
    return self_presented(parsed) or named_in_title(document, gazetteer) or home_of(parsed, gazetteer)


def self_presented(parsed: Parse) -> list[Mention]:
    """Those who say in the first sentences who they are: "We, the ministers of A and B, …"."""
    for s in parsed.sentences[:20]:
        for word in s.words:
            who = s.child(word.i, "appos") if KINDS.get(word.text.lower()) == "voice" else None
            if who is not None and s.words[who].lemma in cues()["nouns.groups"]:
                return [outside(parsed.document, text_of(s, phrase_words(s, who)), EntityType.GROUP)]
    return []


def speaks_as_we(sentence: Sentence) -> bool:
    """Whether somebody speaks as "we" in a sentence."""
    return any(KINDS.get(word.text.lower()) == "voice" for word in sentence.words)


def named_in_title(document: Document, gazetteer: Gazetteer) -> list[Mention]:
    """The actors in the title of a document that several issue together, or that a body issues."""
    known = [e for e in find_entries(document.title, gazetteer) if e.type in ACTORS]
    names = list({e.name: e for e in known}.values())
    joint = re.search(r"\bjoint\b", document.title, re.IGNORECASE) and len(names) > 1
    issued = re.search(r"\b(?:communiqu|(?:statement|declaration) (?:by|of|from))", document.title, re.IGNORECASE)
    if not joint and not (issued and all(n.type is not EntityType.COUNTRY for n in names)):
        return []
    return [outside(document, n.name, n.type) for n in names]


def home_of(parsed: Parse, gazetteer: Gazetteer) -> list[Mention]:
    """The country of an institution that the heading names."""
    countries = {e.country: e for e in gazetteer.names.values() if e.type is EntityType.COUNTRY}
    for sentence in [s for s in parsed.sentences if s.kind is PassageKind.HEADING][:8]:
        for word in sentence.words:
            entry = word.name.entry if word.name is not None else None
            if entry is not None and entry.country in countries:
                home = countries[entry.country]
                return [outside(parsed.document, home.name, home.type)]
    return []


def is_body(name: str, gazetteer: Gazetteer) -> bool:
    """Whether a name is an institution's: known as one, or with a head noun that makes it one."""
    entry = gazetteer.names.get(plain(name))
    head = head_of(name.split(), gazetteer)
    return entry is not None or (head is not None and head.type in (EntityType.ORGANIZATION, EntityType.GROUP))


def outside(document: Document, name: str, kind: EntityType) -> Mention:
    """A mention of something that the document's frame names, not one of its sentences."""
    return Mention(
        span=Span(document=document.id, start=0, end=0), text=name, name=name, type=kind, found_by="document"
    )
