"""Which rows of the tables, and which parts of the graph, would come out as they stand, and where they are.

A row depends on its evidence, on how sure its claim is at best in any document, and on how the entities of the claim
are called. Documents whose evidence changes lose their rows with it (`Keep.forget`); `spoil_standing` finds the others.
"""

import hashlib
import json
import sqlite3
from collections.abc import Iterable
from typing import NamedTuple

from graph.model import Entity
from graph.work.keep import DIGITS, Keep
from graph.work.outline import Outline
from graph.work.parts import Part, bucket_of


class Place(NamedTuple):
    """Where the rows of document `n` are in `claims.jsonl` and `claims.csv`, in bytes."""

    n: int
    lines_at: int
    lines_size: int
    cells_at: int
    cells_size: int


def places_of(keep: Keep) -> dict[int, Place]:
    """Where the rows of documents are that would come out as they stand."""
    return {row[0]: Place(*row) for row in keep.database.execute("SELECT * FROM rows")}


def keep_standing(keep: Keep, places: Iterable[Place], parts: Iterable[Part]) -> None:
    """Take down where all rows and parts are; before the files they are in are taken for whole."""
    with keep.database:
        keep.database.execute("DELETE FROM rows")
        keep.database.executemany("INSERT INTO rows VALUES (?, ?, ?, ?, ?)", places)
        keep.database.execute("DELETE FROM parts")
        keep.database.executemany("INSERT INTO parts VALUES (?, ?, ?, ?, ?, ?, ?)", parts)


def spoil_standing(keep: Keep, outline: Outline, *, base: str, version: str, whole: bool) -> None:
    """Forget what would come out otherwise now: all where the files are not `whole`, or of another base or version."""
    database = keep.database
    with database:
        written = f"{base} {version}"
        if not whole or keep.get("base") != written:
            database.execute("DELETE FROM rows")
            database.execute("DELETE FROM parts")
            database.execute("INSERT OR REPLACE INTO meta VALUES ('base', ?)", (written,))
        database.execute("CREATE TEMP TABLE IF NOT EXISTS restated (hash BLOB PRIMARY KEY) WITHOUT ROWID")
        database.execute("DELETE FROM restated")
        renew_tops(database)
        called = renew_shown(database, outline)
        if database.execute("SELECT 1 FROM rows").fetchone() is None:
            return
        if called:
            rows = database.execute("SELECT hash, subject, object, others FROM claims")
            found = [(name,) for name, *ends, others in rows if not called.isdisjoint((*ends, *others.split(" ")))]
            database.executemany("INSERT OR IGNORE INTO restated VALUES (?)", found)
        database.execute("DELETE FROM rows WHERE n IN (SELECT n FROM evidence JOIN restated ON hash = claim)")


def renew_tops(database: sqlite3.Connection) -> None:
    """Set how sure each claim is at best; those that are surer or less sure than before are restated."""
    database.execute("CREATE TEMP TABLE IF NOT EXISTS tops (claim BLOB PRIMARY KEY, best REAL) WITHOUT ROWID")
    database.execute("DELETE FROM tops")
    database.execute("INSERT INTO tops SELECT claim, MAX(confidence) FROM evidence GROUP BY claim ORDER BY claim")
    database.execute("INSERT INTO restated SELECT hash FROM claims JOIN tops ON claim = hash WHERE top IS NOT best")
    database.execute(
        "DELETE FROM parts WHERE kind = 'claim' AND bucket IN (SELECT lower(substr(hex(hash), 1, ?)) FROM restated)",
        (DIGITS,),
    )
    database.execute(
        "UPDATE claims SET top = (SELECT best FROM tops WHERE claim = hash) WHERE hash IN (SELECT hash FROM restated)"
    )


def renew_shown(database: sqlite3.Connection, outline: Outline) -> set[str]:
    """Take down how the entities are called and counted; return those that were called otherwise before.

    Parts with an entity that is new, gone or told otherwise are forgotten.
    """
    before = {name: (digest, whole) for name, digest, whole in database.execute("SELECT * FROM shown")}
    now = {name: digests_of(entity, outline) for name, entity in outline.entities.items()}
    changed = [name for name, digests in now.items() if before.get(name) != digests]
    gone = [name for name in before if name not in now]
    buckets = {bucket_of(name) for name in (*changed, *gone)}
    database.executemany("DELETE FROM parts WHERE kind = 'entity' AND bucket = ?", [(bucket,) for bucket in buckets])
    database.executemany("INSERT OR REPLACE INTO shown VALUES (?, ?, ?)", [(name, *now[name]) for name in changed])
    database.executemany("DELETE FROM shown WHERE entity = ?", [(name,) for name in gone])
    return {name for name in changed if name in before and before[name][0] != now[name][0]}


def digests_of(entity: Entity, outline: Outline) -> tuple[bytes, bytes]:
    """A digest of what rows show of an entity, and of all that the graph tells of it but its claims and places."""
    shown = [entity.label, entity.aliases, entity.type]
    merged = [(merge.alias, merge.reason) for merge in entity.merged_because]
    return digest(shown), digest([shown, entity.same_as, merged, outline.counted(entity.id)])


def digest(value: object) -> bytes:
    """A short digest of a value."""
    return hashlib.sha256(json.dumps(value, ensure_ascii=False).encode()).digest()[:16]
