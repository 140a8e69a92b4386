"""Document → extractions: the sentences are read in order, with what the document has spoken of so far."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from graph.extract.addressed import Addressing
from graph.extract.answered import find_answered, observe_asked
from graph.extract.arguments import Reader
from graph.extract.briefings import find_offices
from graph.extract.captives import held_in
from graph.extract.confidence import rated
from graph.extract.continued import find_telling, goes_on, is_readout
from graph.extract.discourse import Discourse, Teller
from graph.extract.frames import SUBJECTS
from graph.extract.gazetteer import Gazetteer
from graph.extract.happenings import as_entered, find_entry
from graph.extract.hearing import as_quoted, listen
from graph.extract.home_offices import find_bearers, office_of
from graph.extract.inside import find_inside
from graph.extract.items import find_opener
from graph.extract.labels import find_label_offices, find_outlets
from graph.extract.leads import find_addressed, is_addressee
from graph.extract.letterheads import label_of, outside
from graph.extract.listings import as_awaited
from graph.extract.looks import find_types
from graph.extract.meetings import find_host, open_meeting
from graph.extract.mentions import name_of
from graph.extract.named import name_argument
from graph.extract.names import find_names
from graph.extract.naming import Name
from graph.extract.nominals import find_nominals
from graph.extract.parse import Parse, Sentence
from graph.extract.phrase_kinds import LABELS
from graph.extract.principals import states_in_title, states_of_persons
from graph.extract.quoted_home import sent_from
from graph.extract.relations import find_clauses
from graph.extract.short_names import ShortNames
from graph.extract.signatures import find_signature
from graph.extract.spoken_for import find_spoken_for
from graph.extract.transcripts import find_turns
from graph.extract.words import words
from graph.model import Document, EntityType, Extraction, Mention, Modality, PassageKind


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
    topics = find_names(sentence_case(parsed.document.title), parsed.lexicon, gazetteer)
    turns = find_turns(parsed, gazetteer)
    reader = open_reader(parsed, gazetteer, topics, voices=voices, author=author, open_=open_)
    discourse, passage, kind = reader.discourse, None, None
    telling: tuple[Mention, ...] = ()
    titled, readout = title_name(parsed.document, topics), is_readout(parsed.document.title) and not voices
    hearing = listen(reader, parsed.sentences, turns)
    observe_offices(reader, parsed, turns)
    offices = find_told_offices(parsed, gazetteer, author, turns)
    yield from find_spoken_for(parsed.document, offices, discourse.sole_voice())
    addressing = Addressing()
    for number, sentence in enumerate(parsed.sentences):
        hearing.open(number)
        discourse.heading = opening_subject(reader, sentence) or discourse.heading
        if (paper := told_of(reader, parsed.sentences, number, titled)) is not None:
            discourse.heading = paper
            yield from rated(sentence, find_clauses(reader, sentence))
            discourse.heading = None
            continue
        if heads_others(reader, sentence, addressing, first=not number):
            continue
        if sentence.offsets is not passage:
            listed, passage = sentence.kind is PassageKind.ITEM is kind, sentence.offsets
            discourse.open_passage(item=listed)
            kind, telling = sentence.kind, ()
            discourse.teller = discourse.teller if kind is PassageKind.ITEM else None
            discourse.listing = discourse.listing if kind is PassageKind.ITEM else None
        going_on = readout and not discourse.quoted and bool(telling) and goes_on(sentence)
        discourse.quoted = telling if going_on else discourse.quoted
        if discourse.teller is not None and not discourse.quoted:
            discourse.quoted = discourse.teller.speakers
        discourse.begin(sentence)
        hearing.resolve(number)
        if observe_asked(reader, sentence, next(iter(parsed.sentences[number + 1 : number + 2]), None)):
            continue
        yield from find_answered(reader, sentence)
        entry = find_entry(reader, sentence)
        teller = discourse.teller
        told = list(as_quoted(reader, sentence, as_told(teller, as_entered(entry, clauses_of(reader, sentence)))))
        telling = telling if going_on else find_telling(sentence, told, before=telling)
        yield from rated(sentence, told)
        known = {statement_of(extraction) for extraction in told}
        named = as_awaited(discourse.listing, sentence, as_entered(entry, find_nominals(reader, sentence)))
        nominals = [e for e in named if statement_of(e) not in known]
        inside = [] if open_ else find_inside(reader, sentence, (*told, *nominals))
        by = discourse.quoted[:1]
        voiced = (replace(e, speaker=by[0]) if by and e.speaker is None else e for e in (*nominals, *inside))
        yield from rated(sentence, as_told(teller, voiced))
        discourse.before, discourse.deeds = named_in(sentence), told
        discourse.captive = held_in(told) or discourse.captive


def observe_offices(reader: Reader, parsed: Parse, turns: Mapping[int, tuple[Mention, ...]]) -> None:
    """Take down who bears which office of state, and whose state an office of one's own is."""
    discourse = reader.discourse
    home, states = discourse.sole_voice(), discourse.parties.states_of
    discourse.offices = find_bearers(parsed, home, states, turns)
    if home is not None:
        own = {office_of(title, home.name): home.name for title in words().state_offices}
        discourse.parties.states_of = {**own, **states}


def find_told_offices(
    parsed: Parse, gazetteer: Gazetteer, author: Mention | None, turns: Mapping[int, tuple[Mention, ...]]
) -> Iterator[Extraction]:
    """What the author and those who speak are, as a heading or a label tells it."""
    yield from find_signature(parsed.document, gazetteer, author)
    yield from find_offices(parsed, turns, gazetteer)
    yield from find_label_offices(parsed, turns)
    yield from find_outlets(parsed, turns)


def clauses_of(reader: Reader, s: Sentence) -> list[Extraction]:
    """The extractions of a sentence's clauses, and the meeting that its first phrase tells of."""
    told = [*open_meeting(reader, s), *find_clauses(reader, s)]
    reader.discourse.host = reader.discourse.host or find_host(told)
    return told


def named_in(s: Sentence) -> dict[str, EntityType]:
    """What a sentence names, with its types; of adjectives of origin the states."""
    names = (word.name for word in s.words if word.name is not None)
    return {(n.entry.name if n.entry else n.name): n.type for n in names}


def heads_others(reader: Reader, s: Sentence, addressing: Addressing, *, first: bool) -> bool:
    """Whether a line states nothing itself: a heading, or whom the items below are for; both are taken down."""
    heading = s.kind is PassageKind.HEADING
    if is_addressee(addressing, s):
        reader.discourse.lead, reader.discourse.listing = find_addressed(reader, s), None
        return True
    if heading:
        reader.discourse.listing = None
    for word in s.words if heading and not first else ():  # "the programme" below is the one of the heading
        name_argument(reader, s, word.i)
    return heading


def as_told(teller: Teller | None, extractions: Iterable[Extraction]) -> Iterator[Extraction]:
    """The extractions of an item as who leads up to its list tells them: what one alleges is possible."""
    for extraction in extractions:
        open_ = teller is not None and extraction.modality is Modality.ASSERTED
        yield replace(extraction, modality=teller.modality) if open_ and teller is not None else extraction


def open_reader(
    parsed: Parse,
    gazetteer: Gazetteer,
    topics: Sequence[Name],
    *,
    voices: Sequence[Mention],
    author: Mention | None,
    open_: bool,
) -> Reader:
    """What is at hand when the first sentence is read: whom the heading names, who speaks; `topics` are its names."""
    discourse = Discourse(
        voices=voices,
        author=author,
        assembly=is_assembly(parsed.document.text),
        chair=chair_of(parsed.document),
        short_names=ShortNames(
            topics={name.name for name in topics},
            label=label_of(parsed.document),
            opening="" if any(name.start == 0 for name in topics) else parsed.document.title.split(" ", 1)[0],
        ),
    )
    discourse.sent_from = sent_from(parsed.document)
    discourse.parties.principals = states_in_title(parsed.document, gazetteer)
    discourse.parties.states_of = states_of_persons(parsed, gazetteer)
    bodies = [voice for voice in voices if voice.type is EntityType.ORGANIZATION]
    for voice in bodies if len(voices) == 1 else ():  # "the Committee" is the one whose report this is
        discourse.short_names.observe_name(voice, gazetteer.heads, sentence=0)
    people = {name.name for name in topics if name.type is EntityType.PERSON}
    if len(people) > 1:  # "Statement by President A and President B": they are "the Presidents"
        discourse.observe_parties([outside(parsed.document, name, EntityType.PERSON) for name in sorted(people)])
    return Reader(
        gazetteer=gazetteer,
        discourse=discourse,
        published=parsed.document.published,
        types=find_types(parsed, LABELS, gazetteer),
        lexicon=parsed.lexicon,
        open=open_,
    )


# "Mr. President, … Excellencies": who is greeted at the beginning of a speech to an assembly.
GREETED = re.compile(r"\b(?:Mr\.?|Mister|Madame?) (?:President|Chair|Secretary)|\bExcellenc(?:y|ies)\b")


# "Statement at the General Assembly", "UN speech": what a heading says of where a speech is held.
HEADED = re.compile(
    r"\b(?:speech|statement|address|remarks|debate)\b.{0,200}\b(?:UN|UNGA|United Nations|General Assembly)\b"
    r"|\b(?:UN|UNGA\d*|United Nations|General Assembly)\b.{0,60}\b(?:speech|statement|address|remarks|debate)\b",
    re.IGNORECASE | re.DOTALL,
)


def is_assembly(text: str) -> bool:
    """Whether a text is a speech to the United Nations: it greets who presides, or its heading tells it."""
    greeted = bool(GREETED.search(text[:4000])) and "United Nations" in text
    return greeted or bool(HEADED.search(text[:400]))


# The General Debate is held in the General Assembly only.
DEBATING = re.compile(r"\bGeneral Debate\b|\bsession of the (?:United Nations |UN )?General Assembly\b", re.IGNORECASE)


def chair_of(document: Document) -> Mention | None:
    """Who presides over the assembly that a document's title says a speech is held to; or None."""
    if not DEBATING.search(document.title) or "resolution" in document.title.lower():
        return None
    return outside(document, "President of the United Nations General Assembly", EntityType.ROLE)


def statement_of(extraction: Extraction) -> tuple[str, str, str]:
    """What an extraction says at its core: a clause and a noun in it may say the same."""
    return extraction.subject.name, extraction.relation, name_of(extraction.object)


# Words that join nouns, which titles write with capitals: "Meeting Between President A and President B".
JOINING = re.compile(r"(?<= )(?:Between|Following|During|After|Before|Regarding|Concerning|By|With|From|At|On)(?= )")


def sentence_case(title: str) -> str:
    """A title with the words that join its nouns in small letters, of the same length."""
    return JOINING.sub(lambda m: m[0].lower(), title)


def title_name(document: Document, names: Sequence[Name]) -> Mention | None:
    """The document itself as a mention, where its title is a name: "Resolution 1325 (2000)", "The Lima Declaration".

    `names` are those in its title.
    """
    size = len(document.title.strip())
    whole = len(names) == 1 and names[0].found_by == "head" and len(names[0].name) + len("the ") >= size
    return replace(outside(document, names[0].name, names[0].type), found_by="head") if whole else None


def told_of(reader: Reader, sentences: Sequence[Sentence], number: int, titled: Mention | None) -> Mention | None:
    """The document of which a line above the text tells that it was adopted: the title's, or the heading's above it."""
    if reader.discourse.heading is not None or not is_about_title(sentences[number]):
        return None
    return titled or (paper_above(reader, sentences[number - 1]) if number else None)


def paper_above(reader: Reader, s: Sentence) -> Mention | None:
    """The document that a heading is the name of, below a letterhead: "Resolution 1325 (2000)"; or None."""
    word = s.words[0]
    lone = s.kind is PassageKind.HEADING and len(s.words) == 1 and word.name is not None
    if not lone or word.name is None or word.name.found_by != "head" or word.name.type is not EntityType.AGREEMENT:
        return None
    argument = name_argument(reader, s, 0)
    return argument.mention if argument is not None else None


def is_about_title(sentence: Sentence) -> bool:
    """Whether a line says what was done with the document: "Adopted by the Security Council on 3 May 2011"."""
    first = sentence.words[0]
    return first.tag == "VBN" and first.head == first.i and sentence.child(0, *SUBJECTS) is None


def opening_subject(reader: Reader, sentence: Sentence) -> Mention | None:
    """The subject that a passage of its own gives to those that follow, such as "The Security Council,"."""
    named = [(w.i, w.name) for w in sentence.words if w.name is not None]
    opener = find_opener(sentence.text, [name for _, name in named])
    argument = name_argument(reader, sentence, named[opener][0]) if opener is not None else None
    return argument.mention if argument else None
