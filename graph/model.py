"""The nouns of Dragoman, frozen; standard library only.

One idea carries them: mention : entity = extraction : claim.
What a text says (spans) is kept apart from what the graph holds (identities); evidence ties the two.
Read from the top: the order is the pipeline's.
"""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Generic, TypeVar

T = TypeVar("T")


class _Word(StrEnum):
    """A word of the model, pickled by its value: early Python 3.11 asks for `getattr`, which no reading may."""

    def __reduce_ex__(self, protocol: object) -> tuple[type, tuple[str]]:
        return type(self), (self.value,)


class PassageKind(_Word):
    """What a passage is in its document's layout."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"


class EntityType(_Word):
    """What an entity is; each value is the local name of a class in the vocabulary."""

    COUNTRY = "Country"
    ORGANIZATION = "Organization"
    PERSON = "Person"
    REGION = "Region"
    EVENT = "Event"
    INITIATIVE = "Initiative"
    AGREEMENT = "Agreement"
    CONCEPT = "Concept"
    PLACE = "Place"
    ROLE = "Role"
    DOCUMENT = "Document"
    GROUP = "Group"


class ValueKind(_Word):
    """What a value measures."""

    DATE = "date"
    PERIOD = "period"
    COUNT = "count"
    AMOUNT = "amount"
    ORDINAL = "ordinal"
    TEXT = "text"


class Polarity(_Word):
    """Whether a claim affirms or denies."""

    AFFIRMED = "affirmed"
    NEGATED = "negated"


class Modality(_Word):
    """How a speaker commits to a claim: a plan is never shown as done."""

    ASSERTED = "asserted"
    PLANNED = "planned"
    PROPOSED = "proposed"
    POSSIBLE = "possible"
    EVALUATIVE = "evaluative"


class QualifierKind(_Word):
    """What a qualifier adds to a claim."""

    TIME = "time"
    PLACE = "place"
    COUNT = "count"
    AMOUNT = "amount"


def _restore(self: Any, state: Sequence[object]) -> None:
    """Fill what pickle has made: builds unpack millions, and the dataclass's own way looks its fields up each time."""
    cls = type(self)
    filling = _FILLING.get(cls)
    if filling is None:
        filling = _FILLING[cls] = tuple(getattr(cls, name).__set__ for name in cls.__slots__)
    for fill, value in zip(filling, state, strict=True):
        fill(self, value)


_FILLING: dict[type, tuple[Callable[[Any, object], None], ...]] = {}  # what fills each slot of a class, in their order


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Characters [start, end) of a document's text, counted in Unicode code points."""

    __setstate__ = _restore

    document: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One block of a document as it is read: layout undone, way back kept.

    `text[i]` stands at `offsets[i]` in the document's text; `offsets` is strictly rising and as long as `text`.
    `turn` is who is named before it in a transcript ("Ana Berg: …"), and is no part of `text`.
    """

    kind: PassageKind
    text: str
    offsets: Sequence[int]
    turn: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One source: the decoded original in `text`, every line end kept, and the passages read from it.

    `voice` names whom "we" speaks for, `author` who signs; both are names as the text writes them, or None.
    `published` is an ISO 8601 date of reduced precision ("2025", "2025-01", "2025-01-16"), or None.
    `parts` are the characters at which the original's pages or paragraphs begin, where it has them and `text` was taken
    out of it; `unit` says which of the two.
    """

    id: str
    text: str
    title: str
    source: str
    sha256: str
    author: str | None = None
    published: str | None = None
    voice: str | None = None
    language: str | None = None
    parts: Sequence[int] = ()
    unit: str = ""
    passages: tuple[Passage, ...] = ()

    def part_of(self, start: int) -> int | None:
        """The page or paragraph in which a character stands, counted from 1; None where there are none."""
        return bisect_right(self.parts, start) if self.parts else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A stretch of text that names a thing; `name` is how the thing is called, `found_by` the rule that saw it.

    `short` is the name without the clause in it that tells which one is meant: "threat" for "threat posed by X".
    """

    __setstate__ = _restore

    span: Span
    text: str
    name: str
    type: EntityType
    found_by: str
    short: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """A date, number or text: `text` as written, `normal` in canonical form ("2023-12", "82", "6.4 percent")."""

    __setstate__ = _restore

    kind: ValueKind
    text: str
    normal: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Qualifier(Generic[T]):
    """What an extraction or claim adds about when, where and how many: a value, or a T that names a thing."""

    __setstate__ = _restore

    kind: QualifierKind
    value: Value | T


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """One relation as one sentence states it, before linking.

    `predicate` is the relation in the words of the text, `relation` its name in the vocabulary or a name made of it.
    `speaker` is None where the document itself speaks. `detail` is what the clause adds to all that, in its own words.
    """

    __setstate__ = _restore

    subject: Mention
    predicate: str
    relation: str
    object: Mention | Value
    sentence: Span
    rule: str
    polarity: Polarity = Polarity.AFFIRMED
    modality: Modality = Modality.ASSERTED
    speaker: Mention | None = None
    qualifiers: tuple[Qualifier[Mention], ...] = ()
    detail: str = ""
    confidence: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentReading:
    """What one document says, read by itself and not linked: nothing in it depends on any other document.

    `document` is without its passages. `speaker` says what the document says in its own name, and `home` is the country
    for which; `acronyms` are those it defines, with what each stands for, and `people` those it names, each with the
    country whose official it tells them to be, or with nothing: both sorted. `unvoiced` counts sentences of an unknown
    "we", `foreign` the passages left unread, for they are in another language.
    """

    document: Document
    extractions: tuple[Extraction, ...]
    speaker: Mention
    home: str = ""
    acronyms: tuple[tuple[str, str], ...] = ()
    people: tuple[tuple[str, str], ...] = ()
    sentences: int = 0
    unvoiced: int = 0
    foreign: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """Why another name was taken for the same entity."""

    alias: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """One thing of the world as the graph holds it; `id` is unique and safe in an IRI's path."""

    __setstate__ = _restore

    id: str
    type: EntityType
    label: str
    aliases: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()
    merged_because: tuple[Merge, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Where a claim stands.

    `quote` is exactly the document's text at `sentence`; `predicate` is the relation in the words of the text;
    `rule` names the rule that read it; `detail` is what the clause says beyond subject, predicate, object and
    qualifiers, in the words of the text, or empty.
    """

    __setstate__ = _restore

    sentence: Span
    quote: str
    predicate: str
    rule: str
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What someone said: never called a fact. Subject, speaker and entity objects are entity ids.

    `attributed` tells whether the text names the speaker ("As X noted, …") or the document itself speaks.
    Evidence is never empty; confidence lies in [0, 1].
    """

    __setstate__ = _restore

    subject: str
    relation: str
    object: str | Value
    polarity: Polarity
    modality: Modality
    speaker: str
    attributed: bool
    qualifiers: tuple[Qualifier[str], ...]
    confidence: float
    evidence: tuple[Evidence, ...]
