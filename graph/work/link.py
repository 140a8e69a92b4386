"""What all documents say, linked: only what changed since the last build is derived anew.

Three passes, each over one document at a time. `prepare_documents` counts the mentions of each; `link_documents` finds
the entity of every name; `derive_claims` states each document's claims in terms of entities. What is kept of a
document has a signature over all it was made from, so that whatever has the same signature would come out the same.
"""

import hashlib
import json
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from graph.extract.acronyms import share_acronyms
from graph.extract.entities import NOWHERE
from graph.extract.gazetteer import Gazetteer
from graph.extract.letterheads import label_of
from graph.extract.namesakes import find_namesakes, own_people
from graph.extract.overrides import Overrides, unused
from graph.extract.pipeline import link_counted, own_acronyms
from graph.model import DocumentReading, Entity, EntityType, Mention
from graph.work.keep import Keep
from graph.work.processes import Pool
from graph.work.reading import pack
from graph.work.statements import Prepared, Stated, count_names, state_claims

A = TypeVar("A")
B = TypeVar("B")
Pairs = set[tuple[str, str]]
BATCH = 16  # documents that go to another process at once, and are kept in one transaction
MANY = 200  # documents for which processes are started, where none have been for reading


@dataclass(frozen=True, kw_only=True)
class Means:
    """By what documents are linked: the gazetteer, what all of them tell of acronyms and people, a user's overrides."""

    gazetteer: Gazetteer
    defined: Pairs
    namesakes: Mapping[str, frozenset[str]]
    overrides: Overrides

    @cached_property
    def shared(self) -> dict[str, str]:
        """The acronyms that mean one thing in all documents."""
        return share_acronyms(self.defined)

    def own(self, acronyms: str, people: str) -> tuple[dict[str, str], dict[str, str]]:
        """A document's own acronyms and people, from what is kept of both."""
        named, home, label = json.loads(people)
        return own_acronyms(json.loads(acronyms), self.shared), own_people(named, home, label, self.namesakes)


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
            "author": document.author,
            "published": document.published,
            "sentences": reading.sentences,
            "unvoiced": reading.unvoiced,
            "foreign": reading.foreign,
        }
        with keep.database:
            if n is not None:
                keep.forget(n)
                keep.database.execute("DELETE FROM documents WHERE n = ?", (n,))
            keep.database.execute(
                "INSERT INTO documents (id, key, summary, document, acronyms, people) VALUES (?, ?, ?, ?, ?, ?)",
                (id_, keys[id_], json.dumps(summary), pack(document), json.dumps(reading.acronyms), _people(reading)),
            )
    with keep.database:
        for id_, (n, _) in known.items():
            if id_ not in keys:
                keep.forget(n)
                keep.database.execute("DELETE FROM documents WHERE n = ?", (n,))


def _people(reading: DocumentReading) -> str:
    """What `own_people` asks of a document, as JSON: whom it names, its home, its label."""
    return json.dumps([reading.people, reading.home, label_of(reading.document)])


def defined_acronyms(keep: Keep) -> Pairs:
    """The acronyms of all documents, each with what it stands for."""
    rows = keep.database.execute("SELECT acronyms FROM documents")
    return {(acronym, full) for (text,) in rows for acronym, full in json.loads(text)}


def all_namesakes(keep: Keep, overrides: Overrides) -> dict[str, frozenset[str]]:
    """The names that mean several people in the documents, each with their countries."""
    rows = keep.database.execute("SELECT people FROM documents")
    return find_namesakes(([(name, told) for name, told in json.loads(text)[0]] for (text,) in rows), overrides)


def prepare_documents(keep: Keep, means: Means, pool: Pool, *, version: str) -> None:
    """Count the mentions of every document whose reading, overrides or acronyms of several meanings are new.

    `version` stands for all else that this depends on.
    """
    changed: list[tuple[str, int, str, dict[str, str], dict[str, str]]] = []
    for n, key, prepared, acronyms, named in keep.database.execute(
        "SELECT n, key, prepared, acronyms, people FROM documents ORDER BY id"
    ):
        own, people = means.own(acronyms, named)
        signature = _digest([version, key, [*own.items()], [*people.items()]])
        if signature != prepared:
            changed.append((signature, n, key, own, people))
    documents = (
        [
            Prepared(packed=keep.packed(key), own=own, people=people, overrides=means.overrides)
            for *_, key, own, people in batch
        ]
        for batch in _batches(changed)
    )
    counted = _run(pool, count_names, documents, len(changed))
    for batch, found in zip(_batches(changed), counted, strict=True):
        rows = [(signature, *one, n) for (signature, n, *_), one in zip(batch, found, strict=True)]
        with keep.database:
            keep.database.executemany(
                "UPDATE documents SET prepared = ?, mentions = ?, names = ?, told = ? WHERE n = ?", rows
            )


def link_documents(keep: Keep, means: Means) -> tuple[dict[str, Entity], tuple[str, ...]]:
    """The entity of every name that the documents have, and the overrides that meet none of them."""
    sums: Counter[tuple[str, ...]] = Counter()
    said: set[str] = set()
    for mentions, told in keep.database.execute("SELECT mentions, told FROM documents"):
        for *mention, count in json.loads(mentions):
            sums[tuple(mention)] += count
        said.update(json.loads(told))
    counts = {
        Mention(span=NOWHERE, name=name, text=text, type=EntityType(kind), found_by=found_by, short=short): count
        for (name, text, kind, found_by, short), count in sums.items()
    }
    linked = link_counted(counts, means.gazetteer, defined=means.defined, overrides=means.overrides)
    return linked, unused(means.overrides, said)


def derive_claims(keep: Keep, linked: Mapping[str, Entity], means: Means, pool: Pool) -> int:
    """State the claims of every document whose names lead to other entities than before; return how many those are."""
    changed: list[tuple[str, int]] = []
    for n, prepared, names, before in keep.database.execute(
        "SELECT n, prepared, names, linked FROM documents ORDER BY id"
    ):
        signature = _digest([prepared, [linked[name].id for name in json.loads(names)]])
        if signature != before:
            changed.append((signature, n))

    def document(n: int) -> tuple[Prepared, dict[str, str]]:
        key, names, acronyms, named = keep.database.execute(
            "SELECT key, names, acronyms, people FROM documents WHERE n = ?", (n,)
        ).fetchone()
        own, people = means.own(acronyms, named)
        prepared = Prepared(packed=keep.packed(key), own=own, people=people, overrides=means.overrides)
        return prepared, {name: linked[name].id for name in json.loads(names)}

    documents = ([document(n) for _, n in batch] for batch in _batches(changed))
    stated = _run(pool, state_claims, documents, len(changed))
    for batch, found in zip(_batches(changed), stated, strict=True):
        with keep.database:
            for (signature, n), one in zip(batch, found, strict=True):
                keep.forget(n)
                _enter(keep.database, n, one)
                keep.forget_parts(n)
                keep.database.execute("UPDATE documents SET linked = ? WHERE n = ?", (signature, n))
    with keep.database:
        keep.database.execute("DELETE FROM claims WHERE hash NOT IN (SELECT claim FROM evidence)")
    return len(changed)


def _enter(database: sqlite3.Connection, n: int, found: Stated) -> None:
    database.executemany(
        "INSERT OR IGNORE INTO claims (hash, core, subject, object, relation, others, stands)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        found.claims,
    )
    database.executemany(
        "INSERT INTO evidence VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", [(n, *row) for row in found.evidence]
    )
    database.executemany("INSERT INTO places VALUES (?, ?, ?, ?)", [(n, *place) for place in found.places])


def _batches(things: Sequence[A]) -> Iterator[Sequence[A]]:
    return (things[start : start + BATCH] for start in range(0, len(things), BATCH))


def _run(pool: Pool, work: Callable[[A], B], pieces: Iterable[A], documents: int) -> Iterator[B]:
    """What `work` gives for each piece, beside this process where there is enough to do."""
    return pool.over(work, pieces) if pool.is_worth(documents, MANY) else map(work, pieces)


def _digest(value: object) -> str:
    return hashlib.sha256(json.dumps(value, ensure_ascii=False).encode()).hexdigest()[:32]
