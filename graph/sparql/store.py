"""Where triples are kept and asked: in memory, in a folder on disk, or behind a SPARQL endpoint (`remote.py`).

All three are a `Store`: what asks one need not know which. On disk it is Oxigraph's RocksDB, a cache beside the file of
record that is made anew when that file changes.
"""

import hashlib
import json
import shutil
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pyoxigraph
from pyoxigraph import NamedNode, Quad, QueryBoolean, QuerySolutions, QueryTriples, Triple

from graph.errors import StoreError
from graph.rdf.names import DEFAULT_BASE, DG, prefixes
from graph.sparql.bulk import bulk_load
from graph.sparql.changes import apply_changes, find_changes

RECORDS = ("graph.nt", "graph.ttl")  # the first that exists is read: N-Triples is the record and the faster one
FOLDER = "store"  # in a build's output folder
KEPT = 100_000  # statements from which a build keeps its graph in a store on disk too: loading takes a while by then
MARK = "made-from.json"  # in the store's folder: which file of record it holds

Raw = QuerySolutions | QueryBoolean | QueryTriples

_A_SOURCE = f"SELECT ?document WHERE {{ ?document a <{DG}Source> }} ORDER BY ?document LIMIT 1"
_EVERYTHING = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"


@dataclass(frozen=True, slots=True, kw_only=True)
class Graphs:
    """Which graphs of a store a query asks, by their IRIs: those merged as the default graph, and those with names.

    They stand for the whole dataset of the query: a graph that is not named here is not in it (SPARQL 1.1 Protocol,
    section 2.1.4), and one that the store does not have is empty.
    """

    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()


class Store(ABC):
    """The triples of one dataset, and the prefixes its IRIs are written with.

    `services` are the addresses that its queries may call with SERVICE.
    """

    services: frozenset[str] = frozenset()

    @abstractmethod
    def __len__(self) -> int:
        """Return how many triples there are."""

    @abstractmethod
    def ask(self, text: str, *, names: dict[str, str], base: str | None, graphs: Graphs | None) -> Raw:
        """Return the answer to a query with the prefixes `names` known; SyntaxError where it is none."""

    @cached_property
    def prefixes(self) -> dict[str, str]:
        """Return prefix → namespace; the base is read off the documents of the dataset."""
        rows = self.ask(_A_SOURCE, names={}, base=None, graphs=None)
        for row in rows if isinstance(rows, QuerySolutions) else ():
            base, found, _ = row["document"].value.rpartition("document/")
            if found and base.endswith(("/", "#", ":")):
                return prefixes(base)
        return prefixes(DEFAULT_BASE)

    @cached_property
    def base(self) -> str:
        """Return what the IRIs of the dataset begin with."""
        return self.prefixes["entity"].removesuffix("entity/")

    def query(self, text: str, graphs: Graphs | None = None) -> Raw:
        """Return the raw result, with our prefixes known; nothing is checked (see `run_query` for that).

        Relative IRIs are resolved against the dataset's base, as the SPARQL 1.1 Protocol has a service define one.
        `graphs` take the place of what the query says with FROM.
        """
        return self.ask(text, names=self.prefixes, base=self.base, graphs=graphs)

    def select(self, text: str) -> list[dict[str, str]]:
        """Return the rows of a SELECT as variable → lexical value; an unbound variable is missing from its row."""
        return list(self.rows(text))

    def rows(self, text: str) -> Iterator[dict[str, str]]:
        """Yield the rows that `select` returns, one at a time."""
        results = self.query(text)
        if not isinstance(results, QuerySolutions):
            raise TypeError("select() takes a SELECT query")
        names = [variable.value for variable in results.variables]
        for row in results:
            yield {name: getattr(term, "value", str(term)) for name in names if (term := row[name]) is not None}

    def grouped(self, text: str, key: str, value: str) -> dict[str, list[str]]:
        """Return what a SELECT binds to `value` for each binding of `key`, both in the order of the rows."""
        found: dict[str, list[str]] = {}
        for row in self.select(text):
            found.setdefault(row[key], []).append(row[value])
        return found

    def triples(self) -> Iterator[Triple]:
        """Yield every triple of the default graph."""
        found = self.ask(_EVERYTHING, names={}, base=None, graphs=None)
        if not isinstance(found, QueryTriples):
            raise TypeError("not a CONSTRUCT query")
        yield from found


class EmbeddedStore(Store):
    """Triples in an Oxigraph store of this process, in memory or on disk."""

    def __init__(self, oxigraph: pyoxigraph.Store, *, on_disk: bool = False) -> None:
        self.oxigraph = oxigraph
        self.on_disk = on_disk

    def __len__(self) -> int:
        return len(self.oxigraph)

    def ask(self, text: str, *, names: dict[str, str], base: str | None, graphs: Graphs | None) -> Raw:
        """Return Oxigraph's own result, which finds more as it is read."""
        if graphs is None:
            return self.oxigraph.query(text, prefixes=names, base_iri=base)
        return self.oxigraph.query(
            text,
            prefixes=names,
            base_iri=base,
            default_graph=[NamedNode(name) for name in graphs.default],
            named_graphs=[NamedNode(name) for name in graphs.named],
        )

    def triples(self) -> Iterator[Triple]:
        """Yield every triple of the default graph as it stands in the store."""
        for quad in self.oxigraph.quads_for_pattern(None, None, None, pyoxigraph.DefaultGraph()):
            yield quad.triple


def make_store(triples: Iterable[Triple]) -> EmbeddedStore:
    """Return a store in memory that holds these triples."""
    store = pyoxigraph.Store()
    store.bulk_extend(Quad(triple.subject, triple.predicate, triple.object) for triple in triples)
    return EmbeddedStore(store)


def load_store(path: Path | str) -> EmbeddedStore:
    """Return the store of a build's output folder, or of one RDF file.

    A folder's store on disk is opened, where there is one that holds the file of record as it is; else that file (its
    graph.nt, else graph.ttl) is loaded into memory. Raises StoreError where there is none, or where the file is damaged
    (with the line).
    """
    path = Path(path)
    on_disk = path if (path / MARK).is_file() else path / FOLDER
    if path.is_dir() and _is_fresh(on_disk):
        return open_folder(on_disk)
    file = find_record(path)
    store = pyoxigraph.Store()
    bulk_load(store, file)
    return EmbeddedStore(store)


def write_store(record: Path, folder: Path) -> None:
    """Make `folder` a store on disk that holds a file of record; an older one there is replaced when it is complete.

    Where the older one holds another file of record beside it that differs little, only what differs is changed. Else
    the file is streamed: memory does not grow with it beyond what Oxigraph's loader takes. Raises StoreError where the
    file is damaged or the folder cannot be written.
    """
    if folder.exists() and not (folder / MARK).is_file():
        raise StoreError(f"{folder}: holds something else than a store; move it away, or build with --no-store")
    draft, old = folder.with_name(f".{folder.name}.part"), folder.with_name(f".{folder.name}.old")
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        for left in (draft, old):  # of a process that was killed
            shutil.rmtree(left, ignore_errors=True)
        try:
            _fill(draft, record, folder)
            told = {"file": record.name, "bytes": record.stat().st_size, "sha256": _digest(record)}
            (draft / MARK).write_text(json.dumps(told | {"modified": record.stat().st_mtime_ns}), encoding="utf-8")
            if folder.exists():
                folder.rename(old)
            draft.rename(folder)
        finally:
            shutil.rmtree(draft, ignore_errors=True)
            shutil.rmtree(old, ignore_errors=True)
    except OSError as error:
        told_why = error.strerror or str(error)
        raise StoreError(f"{folder}: cannot be written ({told_why}); choose another folder or make room") from error


def _fill(draft: Path, record: Path, standing: Path) -> None:
    """Make a store of a file of record at `draft`: what `standing` holds with what has changed, or loaded anew."""
    before = _record_of(standing)
    if before not in (None, record) and before.suffix == record.suffix == ".nt" and holds(standing, before):
        changes = find_changes(before, record)
        if changes is not None and apply_changes(standing, changes, draft):
            return
    shutil.rmtree(draft, ignore_errors=True)
    store = pyoxigraph.Store(draft)
    bulk_load(store, record)
    store.optimize()  # reads are several times faster afterwards, for a fifth of the time of loading
    store.flush()


def keep_store(output: Path, *, statements: int, wanted: bool | None, made: bool = False) -> None:
    """Make or renew the store on disk of a build's output folder where it is wanted, take it away where it is not.

    One that the build has just `made`, or that holds its graph and is not asked for again, stays as it is.
    """
    folder = output / FOLDER
    if wants_store(output, statements=statements, wanted=wanted):
        if not made and (wanted or not _is_fresh(folder)):
            write_store(find_record(output), folder)
    elif (folder / MARK).is_file():
        shutil.rmtree(folder, ignore_errors=True)


def wants_store(output: Path, *, statements: int, wanted: bool | None) -> bool:
    """Return whether an output folder is to have a store on disk.

    None leaves it to the size of the graph; a folder that has one keeps one.
    """
    return bool(wanted) or (wanted is None and (statements > KEPT or (output / FOLDER / MARK).is_file()))


def find_record(path: Path) -> Path:
    """Return the file that holds a build's triples; StoreError where there is none."""
    if path.is_file():
        return path
    for name in RECORDS:
        if (path / name).is_file():
            return path / name
    if path.is_dir():
        raise StoreError(f"{path}: no {' or '.join(RECORDS)} in this folder; make one with `python build.py`")
    raise StoreError(f"{path}: no such file or folder; make it with `python build.py`, or name another with --data")


def open_folder(folder: Path) -> EmbeddedStore:
    """Return the store on disk in a folder, whatever file it holds; StoreError where it is damaged."""
    try:
        return EmbeddedStore(pyoxigraph.Store.read_only(str(folder)), on_disk=True)
    except (OSError, RuntimeError) as error:
        raise StoreError(f"{folder}: cannot be opened ({error}); delete the folder, or build with --store") from error


def _is_fresh(folder: Path) -> bool:
    """Return whether a store on disk holds its file of record as it is now; one without a file beside it does."""
    record = _record_of(folder)
    return record is not None and (not record.exists() or holds(folder, record))


def holds(folder: Path, record: Path) -> bool:
    """Return whether a store on disk holds a file of record as it is now."""
    try:
        told = json.loads((folder / MARK).read_text(encoding="utf-8"))
        now = record.stat()
        if now.st_size != told["bytes"]:
            return False
        return bool(now.st_mtime_ns == told["modified"] or _digest(record) == told["sha256"])  # a copy is younger
    except (OSError, ValueError, KeyError, TypeError):
        return False


def _record_of(folder: Path) -> Path | None:
    """The place beside a store on disk of the file of record that it was made from; none where that is not told."""
    try:
        return folder.parent / str(json.loads((folder / MARK).read_text(encoding="utf-8"))["file"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _digest(file: Path) -> str:
    with file.open("rb") as source:
        return hashlib.file_digest(source, "sha256").hexdigest()
