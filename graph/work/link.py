"""What all documents say, linked: only what changed since the last build is derived anew.

Three passes, each over one document at a time. `prepare_documents` counts the mentions of each; `link_documents` finds
the entity of every name; `derive_claims` states each document's claims in terms of entities. What is kept of a
document has a signature over all it was made from, so that whatever has the same signature would come out the same.
"""

import hashlib
import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from graph.extract.acronyms import share_acronyms
from graph.extract.claims import merge_claims
from graph.extract.entities import NOWHERE
from graph.extract.gazetteer import Gazetteer
from graph.extract.overrides import Overrides
from graph.extract.pipeline import check_evidence, count_mentions, link_counted, mentions_of, prepare
from graph.extract.spelling import clean, fold
from graph.model import Claim, Document, DocumentReading, Entity, EntityType, Evidence, Mention
from graph.rdf.names import claim_hash, evidence_hash
from graph.work.keep import Keep
from graph.work.reading import pack

Pairs = set[tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Means:
    """By what documents are linked: the gazetteer, the acronyms that documents define, a user's overrides."""

    gazetteer: Gazetteer
    defined: Pairs
    overrides: Overrides


def add_documents(keep: Keep, keys: Mapping[str, str]) -> None:
    """Enter the documents that were read, by id with their keys, and forget those that are not among them."""
    known = {id_: (n, key) for n, id_, key in keep.database.execute("SELECT n, id, key FROM documents")}
    for id_ in sorted(keys):
        n, key = known.get(id_, (None, ""))
        if key == keys[id_]:
            continue
        reading = keep.reading(keys[id_])
        document = reading.document
        summary = {
            "source": document.source,
            "title": document.title,
            "sha256": document.sha256,
            "sentences": reading.sentences,
            "unvoiced": reading.unvoiced,
            "foreign": reading.foreign,
        }
        with keep.database:
            if n is not None:
                keep.forget(n)
                keep.database.execute("DELETE FROM documents WHERE n = ?", (n,))
            keep.database.execute(
                "INSERT INTO documents (id, key, summary, document, acronyms) VALUES (?, ?, ?, ?, ?)",
                (id_, keys[id_], json.dumps(summary), pack(document), json.dumps(reading.acronyms)),
            )
    with keep.database:
        for id_, (n, _) in known.items():
            if id_ not in keys:
                keep.forget(n)
                keep.database.execute("DELETE FROM documents WHERE n = ?", (n,))


def defined_acronyms(keep: Keep) -> Pairs:
    """The acronyms of all documents, each with what it stands for."""
    rows = keep.database.execute("SELECT acronyms FROM documents")
    return {(acronym, full) for (text,) in rows for acronym, full in json.loads(text)}


def prepare_documents(keep: Keep, means: Means, *, version: str) -> None:
    """Count the mentions of every document whose reading, overrides or acronyms of several meanings are new.

    `version` stands for all else that this depends on.
    """
    shared = share_acronyms(means.defined)
    rows = keep.database.execute("SELECT n, key, prepared, acronyms FROM documents ORDER BY id").fetchall()
    with keep.database:
        for n, key, prepared, acronyms in rows:
            own = [pair for pair in json.loads(acronyms) if pair[0] not in shared]
            signature = _digest([version, key, own])
            if signature == prepared:
                continue
            read = keep.reading(key)
            reading = prepare(read, means.gazetteer, defined=means.defined, overrides=means.overrides)
            counts = count_mentions(reading)
            keep.database.execute(
                "UPDATE documents SET prepared = ?, mentions = ?, names = ?, told = ? WHERE n = ?",
                (
                    signature,
                    json.dumps([(m.name, m.text, m.type, m.found_by, m.short, count) for m, count in counts.items()]),
                    json.dumps(sorted({m.name for m in counts})),
                    json.dumps(sorted(met_names(read, counts, means))),
                    n,
                ),
            )


def met_names(read: DocumentReading, counts: Iterable[Mention], means: Means) -> set[str]:
    """The names, folded, of a user's overrides that a document has, before they are applied or after."""
    told = told_names(means.overrides)
    if not told:
        return set()
    before = count_mentions(prepare(read, means.gazetteer, defined=means.defined))
    return told & {fold(form) for m in (*before, *counts) for form in (m.name, clean(m.text))}


def told_names(overrides: Overrides) -> set[str]:
    """The names, folded, that a user's overrides speak of."""
    return {*overrides.same, *overrides.apart, *overrides.types}


def link_documents(keep: Keep, means: Means) -> tuple[dict[str, Entity], list[str]]:
    """The entity of every name that the documents have, and the overrides that meet none of them."""
    sums: Counter[tuple[str, ...]] = Counter()
    met: set[str] = set()
    for mentions, told in keep.database.execute("SELECT mentions, told FROM documents"):
        for *mention, count in json.loads(mentions):
            sums[tuple(mention)] += count
        met.update(json.loads(told))
    counts = {
        Mention(span=NOWHERE, name=name, text=text, type=EntityType(kind), found_by=found_by, short=short): count
        for (name, text, kind, found_by, short), count in sums.items()
    }
    linked = link_counted(counts, means.gazetteer, defined=means.defined, overrides=means.overrides)
    return linked, sorted(told_names(means.overrides) - met)


def derive_claims(keep: Keep, linked: Mapping[str, Entity], means: Means) -> int:
    """State the claims of every document whose names lead to other entities than before; return how many those are."""
    changed: list[tuple[int, str, str]] = []
    for n, key, prepared, names, before in keep.database.execute(
        "SELECT n, key, prepared, names, linked FROM documents ORDER BY id"
    ):
        signature = _digest([prepared, [linked[name].id for name in json.loads(names)]])
        if signature != before:
            changed.append((n, key, signature))
    for n, key, signature in changed:
        reading = prepare(keep.reading(key), means.gazetteer, defined=means.defined, overrides=means.overrides)
        with keep.database:
            keep.forget(n)
            _enter(keep.database, n, reading, linked)
            keep.database.execute("UPDATE documents SET linked = ? WHERE n = ?", (signature, n))
    with keep.database:
        keep.database.execute("DELETE FROM claims WHERE hash NOT IN (SELECT claim FROM evidence)")
    return len(changed)


def _enter(database: sqlite3.Connection, n: int, reading: DocumentReading, linked: Mapping[str, Entity]) -> None:
    document = reading.document
    voices = {document.id: linked[reading.speaker.name]}
    claims = merge_claims(reading.extractions, linked, {document.id: document}, voices)
    check_evidence(claims, {document.id: document})
    for claim in claims:
        core = bytes.fromhex(claim_hash(claim))
        database.execute("INSERT OR IGNORE INTO claims VALUES (?, ?)", (core, pack(without_evidence(claim))))
        database.executemany(
            "INSERT INTO evidence VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (n, e.sentence.start, e.sentence.end, core, bytes.fromhex(evidence_hash(e)), claim.confidence,
                 e.quote, e.predicate, e.rule, part_of(document, e))
                for e in claim.evidence
            ],
        )  # fmt: skip
    places = {(linked[m.name].id, m.span.start, m.span.end) for m in _mentions(reading)}
    database.executemany("INSERT INTO places VALUES (?, ?, ?, ?)", [(n, *place) for place in sorted(places)])


def part_of(document: Document, evidence: Evidence) -> str:
    """The page or paragraph in which evidence begins, as "page 3"; nothing where the document has none."""
    part = document.part_of(evidence.sentence.start)
    return "" if part is None else f"{document.unit} {part}"


def without_evidence(claim: Claim) -> Claim:
    """What a claim says, without where: the same for the same statement in any document."""
    return replace(claim, evidence=(), confidence=0.0)


def _mentions(reading: DocumentReading) -> Iterator[Mention]:
    return (mention for extraction in reading.extractions for mention in mentions_of(extraction))


def _digest(value: object) -> str:
    return hashlib.sha256(json.dumps(value, ensure_ascii=False).encode()).hexdigest()[:32]
