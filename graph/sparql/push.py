"""A build's triples moved to another SPARQL 1.1 server, in batches, and checked there afterwards.

What has arrived is noted in a file beside the build, so that a push that breaks off goes on where it was. A batch that
arrives twice adds nothing.
"""

import hashlib
import json
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Literal, NamedNode, QuerySolutions, Triple

from graph.errors import AwayError, QueryError, StoreError
from graph.rdf.files import read_triples, write_whole
from graph.sparql.remote import Remote, RemoteStore, open_client, post_form
from graph.sparql.store import find_record

_BATCH = 1_000  # triples of an update; some servers take no more than 10,000 lines
_BATCH_BYTES = 500_000
_PAUSES = (1.0, 3.0)  # seconds before a batch is sent again

# Engines differ in how MD5 and ENCODE_FOR_URI take what is not ASCII (Virtuoso 7.2 takes neither as UTF-8), so such
# characters count by their number only.
CHECKSUM = """SELECT ?part (COUNT(*) AS ?n) WHERE {
  ?s ?p ?o
  BIND(IF(isLITERAL(?o), CONCAT("@", LANG(?o), " ", IF(LANG(?o) = "", STR(DATATYPE(?o)), "")), "") AS ?kind)
  BIND(CONCAT(REPLACE(STR(?s), "[^ -~]", ""), " ", STR(?p), " ", REPLACE(STR(?o), "[^ -~]", "")) AS ?text)
  BIND(SUBSTR(MD5(CONCAT(?text, " ", STR(STRLEN(STR(?o))), ?kind)), 1, 3) AS ?part)
} GROUP BY ?part ORDER BY ?part"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pushed:
    """What a push did: the triples of the dataset, how many were there before it began, how many it sent."""

    triples: int
    before: int
    sent: int


class _Notes:
    """How many triples of which dataset have arrived where; kept in a file beside the build."""

    def __init__(self, record: Path, remote: Remote, digest: str) -> None:
        this = hashlib.sha256(f"{remote.url} {remote.graph}".encode()).hexdigest()[:12]
        self._file = record.with_name(f".push-{this}.json")
        self._told = {"endpoint": remote.url, "graph": remote.graph, "record": digest}

    def read(self) -> int | None:
        """Return how many triples have arrived, None where no push of this dataset to there has begun."""
        try:
            told = json.loads(self._file.read_text(encoding="utf-8"))
            arrived = int(told.pop("arrived"))
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return None
        return arrived if told == self._told else None

    def write(self, arrived: int) -> None:
        """Note how many have arrived; where that cannot be written, a push that breaks off begins again."""
        with suppress(StoreError):
            write_whole(json.dumps({**self._told, "arrived": arrived}).encode(), self._file)

    def remove(self) -> None:
        """Note that nothing is open."""
        self._file.unlink(missing_ok=True)


def push(
    source: Path,
    remote: Remote,
    *,
    update: str | None = None,
    replace: bool = False,
    progress: Callable[[int, int], None] = lambda done, of: None,
) -> Pushed:
    """Move the triples of a build's folder or RDF file to `remote`, into its graph, and check that all are there.

    Updates go to `update`, by default where the server of the endpoint is likely to take them. `replace` empties the
    graph first. `progress` is called with how many triples are there and how many there are. Raises StoreError where
    the server does not answer or take them, where the graph holds something else, or where the check fails.
    """
    record = find_record(source)
    update = update or re.sub(r"/query$", "/update", remote.url)
    expected = find_checksum(read_triples(record))
    total = sum(expected.values())
    there = RemoteStore(remote)
    notes = _Notes(record, remote, _digest(expected))
    before, arrived = len(there), notes.read()
    with open_client(remote) as client:

        def send(text: str) -> None:
            post_form(client, remote, update, {"update": text}, accept="*/*")

        if arrived is None and replace:
            send(f"CLEAR SILENT {f'GRAPH <{remote.graph}>' if remote.graph else 'DEFAULT'}")
            before = 0
        elif arrived is None and before:
            if before == total and _checksum_of(there) == expected:
                return Pushed(triples=total, before=before, sent=0)
            raise StoreError(
                f"{_place(remote)} holds {before:,} triples already, and not these; empty it with --replace, "
                "or name another graph with --graph"
            )
        start = arrived if arrived is not None and before >= arrived else 0  # a server can lose what it had
        done = start
        for batch in make_batches(read_triples(record), skip=start):
            _send_batch(send, batch, remote, done=done, total=total)
            done += len(batch)
            notes.write(done)
            progress(done, total)
    found = _checksum_of(there)
    if found != expected:
        notes.remove()
        wrong = sum((expected - found).values()), sum((found - expected).values())
        raise StoreError(
            f"{_place(remote)}: the check fails: {wrong[0]:,} triples are missing, {wrong[1]:,} should not be there; "
            "push again with --replace, to a graph that nothing else writes to"
        )
    notes.remove()
    return Pushed(triples=total, before=before, sent=total - start)


def make_batches(triples: Iterator[Triple], *, skip: int = 0) -> Iterator[list[str]]:
    """Yield the triples as lines of N-Triples, so many at a time as an update may hold, without the first `skip`."""
    batch: list[str] = []
    size = 0
    for number, triple in enumerate(triples):
        if number < skip:
            continue
        line = f"{triple} ."
        if batch and (len(batch) == _BATCH or size + len(line) > _BATCH_BYTES):
            yield batch
            batch, size = [], 0
        batch.append(line)
        size += len(line)
    if batch:
        yield batch


def find_checksum(triples: Iterator[Triple]) -> "Counter[str]":
    """Return how many triples fall into each of 4,096 parts, as `CHECKSUM` counts them; StoreError for a blank node."""
    parts: Counter[str] = Counter()
    for triple in triples:
        thing = triple.object
        if not isinstance(triple.subject, NamedNode) or not isinstance(thing, NamedNode | Literal):
            raise StoreError(f"{triple} has a blank node, which would be another one with each try; give it an IRI")
        kind = ""
        if isinstance(thing, Literal):
            kind = f"@{thing.language} " if thing.language else f"@ {thing.datatype.value}"
        text = f"{_ascii(triple.subject.value)} {triple.predicate.value} {_ascii(thing.value)}"
        summed = hashlib.md5(f"{text} {len(thing.value)}{kind}".encode(), usedforsecurity=False)
        parts[summed.hexdigest()[:3]] += 1
    return parts


def _send_batch(send: Callable[[str], None], batch: list[str], remote: Remote, *, done: int, total: int) -> None:
    body = "\n".join(batch)
    text = f"INSERT DATA {{ GRAPH <{remote.graph}> {{\n{body}\n}} }}" if remote.graph else f"INSERT DATA {{\n{body}\n}}"
    for pause in (*_PAUSES, None):
        try:
            send(text)
        except (QueryError, StoreError) as error:
            if pause is None or not isinstance(error, AwayError):
                went = f"{done:,} of {total:,} triples have arrived; the same command goes on from there"
                raise StoreError(f"{error} — {went}") from error
            time.sleep(pause)
        else:
            return


def _checksum_of(store: RemoteStore) -> "Counter[str]":
    rows = store.ask(CHECKSUM, names={}, base=None, graphs=None)
    found: Counter[str] = Counter()
    for row in rows if isinstance(rows, QuerySolutions) else ():
        if row["part"] is not None and row["n"] is not None:
            found[row["part"].value] = int(row["n"].value)
    return found


def _digest(parts: "Counter[str]") -> str:
    return hashlib.sha256(json.dumps(sorted(parts.items())).encode()).hexdigest()


def _ascii(text: str) -> str:
    return text if text.isascii() and text.isprintable() else re.sub(r"[^ -~]", "", text)


def _place(remote: Remote) -> str:
    return f"the graph {remote.graph} of {remote.url}" if remote.graph else f"the default graph of {remote.url}"
