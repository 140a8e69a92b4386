"""Claims as flat rows: JSON lines for programs, and a table for a spreadsheet."""

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain
from json.encoder import encode_basestring
from pathlib import Path
from typing import TypedDict

from graph.model import Claim, Document, Entity, Evidence, Polarity, QualifierKind, Span, Value, ValueKind
from graph.rdf.files import write_whole
from graph.rdf.names import DEFAULT_BASE, claim_iri

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")  # a spreadsheet would run such a cell


class Row(TypedDict):
    """One claim and one piece of its evidence: labels, not IRIs, but for `claim`.

    `speaker` is whose statement it is, `attributed_to` the same where the text names the speaker, else None.
    `modality` is "negated" for every claim of negated polarity, so that no column read alone states what is denied.
    `object_kind` is an entity type or a value kind. `sentence` is the quote, characters [start, end) of the
    document's text.
    """

    claim: str
    subject: str
    subject_aliases: list[str]
    relation: str
    predicate: str
    object: str
    object_aliases: list[str]
    object_kind: str
    sentence: str
    start: int
    end: int
    document: str
    polarity: str
    modality: str
    speaker: str
    attributed_to: str | None
    qualifiers: dict[str, list[str]]
    confidence: float
    rule: str


def make_rows(
    documents: Iterable[Document],
    entities: Iterable[Entity],
    claims: Iterable[Claim],
    *,
    base: str = DEFAULT_BASE,
) -> Iterator[Row]:
    """Yield one row per claim and evidence, in the order of the documents and of their text.

    Raises ValueError for a claim that names an unknown entity or document.
    """
    places = {document.id: place for place, document in enumerate(documents)}
    things = {entity.id: entity for entity in entities}
    rows = (
        _make_row(claim, evidence, things, iri)
        for claim in claims
        for iri in [claim_iri(claim, base=base).value]
        for evidence in claim.evidence
    )
    try:
        yield from sorted(rows, key=lambda row: (places[row["document"]], row["start"], row["end"], row["claim"]))
    except KeyError as error:
        raise ValueError(f"a claim names {error.args[0]!r}, which is neither an entity nor a document given") from error


class Template:
    """The rows of one claim with places left open for its evidence: as JSON lines, and as lines of the spreadsheet.

    Most of a row is the claim's; a claim with much evidence is put into words once.
    """

    def __init__(self, claim: Claim, entities: Mapping[str, Entity], *, iri: str) -> None:
        row = _make_row(claim, _OPEN, entities, iri)
        self._qualifiers = row["qualifiers"]
        self._plain = _as_json(self._qualifiers)
        words = [f'"{key}": {_as_json(value)}' for key, value in row.items()]
        cells = _flatten(row)
        self._json = _segments(words, list(row), ", ")
        self._csv = _segments([_csv_cell(cells[column]) for column in _columns()], _columns(), ",")

    def fill(self, evidence: Evidence) -> tuple[str, str]:
        """Return the JSON line and the spreadsheet's line for one piece of the claim's evidence, ended."""
        span, detail = evidence.sentence, evidence.detail
        first = (evidence.predicate, evidence.quote, span.start, span.end, span.document)
        words = [f'"{key}": {_as_json(value)}' for key, value in zip(_OF_EVIDENCE, first, strict=False)]
        added = _as_json(_with_detail(self._qualifiers, detail)) if detail else self._plain
        words += [f'"qualifiers": {added}', f'"rule": {_as_json(evidence.rule)}']
        cells = [_csv_cell(guard_cell(value)) for value in (*first, detail, evidence.rule)]
        return f"{{{_filled(self._json, words)}}}\n", f"{_filled(self._csv, cells)}\r\n"


_encode = json.JSONEncoder(ensure_ascii=False).encode  # made once: `json.dumps` makes one for each value
_needs_quotes = re.compile('[,"\r\n]').search


def _as_json(value: object) -> str:
    """A value as `json` writes it; text and whole numbers, which nearly all values are, without its detours."""
    if type(value) is str:
        return encode_basestring(value)
    return str(value) if type(value) is int else _encode(value)


DETAIL = "detail"
_OPEN = Evidence(sentence=Span(document="", start=0, end=0), quote="", predicate="", rule="")
# What a row has from its evidence, in the order of the columns: the spreadsheet has a column for the detail, which is
# among the qualifiers in JSON.
_OF_EVIDENCE = ("predicate", "sentence", "start", "end", "document", "qualifiers", "detail", "rule")


def _segments(texts: Sequence[str], keys: Sequence[str], by: str) -> list[str]:
    """What stands before, between and behind the places that an evidence's values take, in their order."""
    segments = [""]
    for number, (text, key) in enumerate(zip(texts, keys, strict=True)):
        segments[-1] += by if number else ""
        if key in _OF_EVIDENCE:
            segments.append("")
        else:
            segments[-1] += text
    return segments


def _filled(segments: Sequence[str], values: Sequence[str]) -> str:
    return "".join(chain.from_iterable(zip(segments, (*values, ""), strict=True)))


def _csv_cell(text: str) -> str:
    """A cell as `csv` writes it: in quotation marks only where it must be (RFC 4180, section 2)."""
    return '"' + text.replace('"', '""') + '"' if _needs_quotes(text) else text


def csv_heading() -> str:
    """Return the first line of the spreadsheet, behind its byte order mark."""
    return "\ufeff" + ",".join(_columns()) + "\r\n"


def write_jsonl(rows: Iterable[Row], path: Path | str) -> None:
    """Write one JSON object a line, UTF-8; StoreError if the file cannot be written."""
    write_whole("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode(), path)


def write_csv(rows: Iterable[Row], path: Path | str) -> None:
    """Write a table that a spreadsheet opens as it is; StoreError if the file cannot be written.

    UTF-8 with a byte order mark, lists joined by "; ", a column per qualifier, and no cell is a formula.
    """
    target = io.StringIO(newline="")
    table = csv.DictWriter(target, _columns())
    table.writeheader()
    table.writerows(_flatten(row) for row in rows)
    write_whole(target.getvalue().encode("utf-8-sig"), path)


def _make_row(claim: Claim, evidence: Evidence, entities: Mapping[str, Entity], iri: str) -> Row:
    subject = entities[claim.subject]
    target = claim.object if isinstance(claim.object, Value) else entities[claim.object]
    return Row(
        claim=iri,
        subject=subject.label,
        subject_aliases=list(subject.aliases),
        relation=claim.relation,
        predicate=evidence.predicate,
        object=target.text if isinstance(target, Value) else target.label,
        object_aliases=_spellings(target) if isinstance(target, Value) else list(target.aliases),
        object_kind=target.kind.value if isinstance(target, Value) else target.type.value,
        sentence=evidence.quote,
        start=evidence.sentence.start,
        end=evidence.sentence.end,
        document=evidence.sentence.document,
        polarity=claim.polarity.value,
        modality="negated" if claim.polarity is Polarity.NEGATED else claim.modality.value,
        speaker=entities[claim.speaker].label,
        attributed_to=entities[claim.speaker].label if claim.attributed else None,
        qualifiers=_with_detail(_qualifiers(claim, entities), evidence.detail),
        confidence=claim.confidence,
        rule=evidence.rule,
    )


def _spellings(value: Value) -> list[str]:
    """How else a text is put; a date or an amount has its canonical form in no column of names."""
    return [value.normal] if value.kind is ValueKind.TEXT and value.normal != value.text else []


def _qualifiers(claim: Claim, entities: Mapping[str, Entity]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for qualifier in claim.qualifiers:
        texts = found.setdefault(qualifier.kind.value, [])
        if isinstance(qualifier.value, Value):
            texts.append(qualifier.value.text)
            if qualifier.kind is QualifierKind.TIME and qualifier.value.normal != qualifier.value.text:
                texts.append(qualifier.value.normal)
        else:
            texts.append(entities[qualifier.value].label)
    return found


def _with_detail(qualifiers: dict[str, list[str]], detail: str) -> dict[str, list[str]]:
    return {**qualifiers, DETAIL: [detail]} if detail else qualifiers


@cache
def _columns() -> tuple[str, ...]:
    columns = list(Row.__annotations__)
    place = columns.index("qualifiers")
    return (*columns[:place], *QualifierKind, DETAIL, *columns[place + 1 :])


def _flatten(row: Row) -> dict[str, str]:
    cells = {**row, **row["qualifiers"]}
    return {column: guard_cell(cells.get(column)) for column in _columns()}


def guard_cell(value: object) -> str:
    """Return a value as a cell of a table: lists joined by "; ", and a quote before what would be a formula."""
    if type(value) is str:
        text = value
    elif isinstance(value, int | float):
        return str(value)
    else:
        text = "" if value is None else "; ".join(value) if isinstance(value, list) else str(value)
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text
