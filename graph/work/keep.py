"""What one build keeps for the next, in one SQLite file inside the output folder.

Every part can be checked against what it was made from: a reading has its key and digest, what was derived from it a
signature. So a process killed at any moment leaves a file that the next one can go on with, and a damaged or foreign
file is thrown away. WAL with synchronous=NORMAL survives a power cut as well (SQLite documentation, "WAL").
"""

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from graph.errors import StoreError
from graph.model import DocumentReading
from graph.work.reading import Outcome, unpack_reading

FOLDER = ".cache"
FILE = "build.sqlite"
LAYOUT = 7  # of the tables; another number makes the file be thrown away
DIGITS = 3  # characters of the last step of an IRI that tell which part of the graph's text a subject is in
MEMORY = 32_000  # KiB of the file that SQLite holds

TABLES = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE readings (key TEXT PRIMARY KEY, document TEXT NOT NULL, packed BLOB NOT NULL, digest BLOB NOT NULL,
    failure TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE documents (n INTEGER PRIMARY KEY, id TEXT UNIQUE NOT NULL, key TEXT NOT NULL, summary TEXT NOT NULL,
    document BLOB NOT NULL, acronyms TEXT NOT NULL, people TEXT NOT NULL, prepared TEXT NOT NULL DEFAULT '',
    mentions TEXT NOT NULL DEFAULT '', names TEXT NOT NULL DEFAULT '', told TEXT NOT NULL DEFAULT '',
    linked TEXT NOT NULL DEFAULT '');
CREATE TABLE evidence (n INTEGER NOT NULL, start INTEGER NOT NULL, stop INTEGER NOT NULL, claim BLOB NOT NULL,
    iri BLOB NOT NULL, confidence REAL NOT NULL, quote TEXT NOT NULL, predicate TEXT NOT NULL, rule TEXT NOT NULL,
    detail TEXT NOT NULL, part TEXT NOT NULL);
CREATE INDEX evidence_of ON evidence (n);
CREATE INDEX evidence_claim ON evidence (claim, confidence, iri);
CREATE INDEX evidence_iri ON evidence (iri);
CREATE TABLE claims (hash BLOB PRIMARY KEY, core BLOB NOT NULL, subject TEXT NOT NULL, object TEXT,
    relation TEXT NOT NULL, others TEXT NOT NULL, stands TEXT NOT NULL, top REAL) WITHOUT ROWID;
CREATE INDEX claims_of ON claims (subject);
CREATE TABLE places (n INTEGER NOT NULL, entity TEXT NOT NULL, start INTEGER NOT NULL, stop INTEGER NOT NULL);
CREATE INDEX places_of ON places (n);
CREATE INDEX places_entity ON places (entity);
CREATE TABLE shown (entity TEXT PRIMARY KEY, digest BLOB NOT NULL, whole BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE rows (n INTEGER PRIMARY KEY, lines_at INTEGER NOT NULL, lines_size INTEGER NOT NULL,
    cells_at INTEGER NOT NULL, cells_size INTEGER NOT NULL);
CREATE TABLE parts (kind TEXT NOT NULL, bucket TEXT NOT NULL, turtle_at INTEGER NOT NULL, turtle_size INTEGER NOT NULL,
    lines_at INTEGER NOT NULL, lines_size INTEGER NOT NULL, size INTEGER NOT NULL, PRIMARY KEY (kind, bucket))
    WITHOUT ROWID;
"""


class Keep:
    """The kept file of an output folder, open for one build at a time."""

    def __init__(self, database: sqlite3.Connection, file: Path) -> None:
        self.database, self.file = database, file

    def get(self, name: str) -> str:
        """A kept value, or nothing."""
        row = self.database.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
        return row[0] if row else ""

    def put(self, name: str, value: str) -> None:
        """Keep a value."""
        with self.database:
            self.database.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, value))

    def known(self) -> dict[str, tuple[str, str]]:
        """The document and failure of every key that was read."""
        rows = self.database.execute("SELECT key, document, failure FROM readings")
        return {key: (document, failure) for key, document, failure in rows}

    def add(self, outcomes: Iterable[Outcome]) -> None:
        """Keep the outcomes of a shard: all of them, or none where the process dies."""
        rows = [(o.key, o.document, o.packed, hashlib.sha256(o.packed).digest(), o.failure) for o in outcomes]
        with self.database:
            self.database.executemany("INSERT OR REPLACE INTO readings VALUES (?, ?, ?, ?, ?)", rows)

    def packed(self, key: str) -> bytes:
        """The bytes of a kept reading; sqlite3.DatabaseError where they are not those that were kept."""
        packed, digest = self.database.execute("SELECT packed, digest FROM readings WHERE key = ?", (key,)).fetchone()
        if hashlib.sha256(packed).digest() != digest:
            raise sqlite3.DatabaseError("a reading is damaged")
        return bytes(packed)

    def reading(self, key: str) -> DocumentReading:
        """A kept reading; sqlite3.DatabaseError as for `packed`."""
        return unpack_reading(self.packed(key))

    def settle(self) -> None:
        """Have all that is kept in the one file, as `open_snapshot` reads it, and not in the log beside it."""
        self.database.commit()
        busy, *_ = self.database.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if busy:
            raise sqlite3.OperationalError("its log cannot be written back")

    def keep_only(self, keys: set[str]) -> None:
        """Forget every reading of another key."""
        gone = [(key,) for key in self.known() if key not in keys]
        with self.database:
            self.database.executemany("DELETE FROM readings WHERE key = ?", gone)

    def forget_parts(self, n: int) -> None:
        """Forget where the text of a document, its claims and its evidence stands; before and after they change."""
        if self.database.execute("SELECT 1 FROM parts LIMIT 1").fetchone() is None:
            return
        self.database.execute(
            "DELETE FROM parts WHERE kind = 'claim' AND bucket IN"
            " (SELECT lower(substr(hex(claim), 1, ?)) FROM evidence WHERE n = ?)",
            (DIGITS, n),
        )
        self.database.execute(
            "DELETE FROM parts WHERE kind = 'evidence' AND bucket IN"
            " (SELECT lower(substr(hex(iri), 1, ?)) FROM evidence WHERE n = ?)",
            (DIGITS, n),
        )
        self.database.execute(
            "DELETE FROM parts WHERE kind = 'entity' AND bucket IN"
            " (SELECT substr(entity || '>', 1, ?) FROM places WHERE n = ?)",
            (DIGITS, n),
        )
        self.database.execute(
            "DELETE FROM parts WHERE kind = 'document' AND bucket = (SELECT id FROM documents WHERE n = ?)", (n,)
        )

    def forget(self, n: int) -> None:
        """Forget the evidence, places, rows and parts of a document, within the caller's transaction."""
        self.forget_parts(n)
        self.database.execute("DELETE FROM evidence WHERE n = ?", (n,))
        self.database.execute("DELETE FROM places WHERE n = ?", (n,))
        self.database.execute("DELETE FROM rows WHERE n = ?", (n,))


@contextmanager
def open_keep(output: Path, *, fresh: bool = False) -> Iterator[Keep]:
    """What the last build into `output` kept; nothing where there was none, or `fresh` asks for that.

    Raises StoreError where the folder cannot be written, or where another build writes into it now.
    """
    folder = output / FOLDER
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if fresh:
            throw_away(folder)
        database = connect(folder)
    except OSError as error:
        reason = error.strerror or str(error)
        raise StoreError(f"{output}: cannot be written ({reason}); give another folder with --output") from error
    except sqlite3.OperationalError as error:
        if "locked" in str(error):
            raise StoreError(f"{output}: another build writes into it now; wait for its end") from error
        raise StoreError(f"{output}: cannot be written ({error}); give another folder with --output") from error
    try:
        yield Keep(database, folder / FILE)
    except sqlite3.OperationalError as error:
        raise StoreError(
            f"{folder / FILE}: cannot be written ({error}); make room, or build into another folder"
        ) from (error)
    finally:
        with suppress(sqlite3.Error):
            database.close()


def open_snapshot(file: Path) -> sqlite3.Connection:
    """A kept file to read from, in a process beside the one that has it open and locked: that one must have settled it.

    It must not change it either while it is read: an immutable file is read without locks and without its log.
    """
    return sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro&immutable=1", uri=True)


def connect(folder: Path) -> sqlite3.Connection:
    """The kept file, its tables made; what is no such file is thrown away and made anew."""
    try:
        return prepare(folder)
    except sqlite3.OperationalError:
        raise
    except sqlite3.DatabaseError:
        throw_away(folder)
        return prepare(folder)


def prepare(folder: Path) -> sqlite3.Connection:
    """The kept file with its tables, made where there are none or another layout's."""
    database = sqlite3.connect(folder / FILE, timeout=0.5)
    try:
        for setting in ("locking_mode=EXCLUSIVE", "journal_mode=WAL", "synchronous=NORMAL", f"cache_size=-{MEMORY}"):
            database.execute(f"PRAGMA {setting}")
        if database.execute("PRAGMA user_version").fetchone()[0] != LAYOUT:
            old = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
            drops = "".join(f'DROP TABLE "{name}";' for (name,) in old)
            database.executescript(f"BEGIN EXCLUSIVE;{drops}{TABLES}PRAGMA user_version={LAYOUT};COMMIT;")
        database.execute("BEGIN IMMEDIATE")  # no other build has it
        database.rollback()
    except BaseException:
        database.close()
        raise
    return database


def throw_away(folder: Path) -> None:
    """Remove the kept file."""
    for file in folder.glob(f"{FILE}*"):
        file.unlink(missing_ok=True)
