"""What is to be built, and what came of it: the nouns of a build, and how its sources are found and told apart."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from graph.rdf.names import DEFAULT_BASE
from graph.work.reading import Options, key_of, reading_version, version_of

VERSIONED = ("dragoman", "spacy", "pyoxigraph", "rdflib", "networkx", "pyvis", "countryinfo")
WRITING = ("*.py", "rdf/*", "work/*.py", "web/*.py", "web/assets/*", "web/frontend/*.*", "sparql/**/*.*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A source that could not be read, and why."""

    source: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What a build made, counted, and the seconds of each stage.

    `documents` are their titles by id; `failures` the sources left out, with the reason; `repeated` pairs sources with
    the one whose content they repeat. `foreign` counts the passages left unread, for they are in another language;
    `unvoiced` the sentences of an unknown "we"; `unused` names what the overrides speak of and no claim does;
    `statements` counts the triples of the graph. `read` is how many documents were read now, `changed` whether any
    file was written.
    """

    documents: dict[str, str]
    sentences: int
    entities: int
    claims: int
    statements: int
    seconds: dict[str, float]
    unvoiced: int = 0
    foreign: int = 0
    unused: tuple[str, ...] = ()
    failures: tuple[Failure, ...] = ()
    repeated: tuple[tuple[str, str], ...] = ()
    read: int = 0
    changed: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How a build is made: what decides its bytes, and what does not."""

    options: Options = field(default_factory=Options)
    base: str = DEFAULT_BASE
    overrides: Path | None = None
    workers: int = 1
    strict: bool = False
    fresh: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A file to be read: where it is, how it is named, a digest of what it holds, the key of its reading."""

    path: Path
    digest: str
    size: int
    key: str


def scan(paths: Sequence[Path], options: Options) -> list[Source]:
    """The sources that paths name, each once, with their digests; no content is held."""
    found = []
    for path in dict.fromkeys(paths):
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
            size = file.tell()
        found.append(Source(path=path, digest=digest, size=size, key=key_of(digest, path.name, options)))
    return found


def fingerprint(sources: Sequence[Source], plan: Plan, told: str) -> str:
    """A digest of all that decides the bytes of a build's files."""
    parts = [sorted(s.key for s in sources), plan.base, told, reading_version(plan.options), writing_version()]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


def writing_version() -> str:
    """A digest of the code that links and writes."""
    root = Path(__file__).parents[1]
    digest = hashlib.sha256()
    for pattern in WRITING:
        for file in sorted(root.glob(pattern)):
            if file.is_file():
                digest.update(hashlib.sha256(file.read_bytes()).digest())
    digest.update(json.dumps({name: version_of(name) for name in VERSIONED}).encode())
    return digest.hexdigest()


def chosen(
    sources: Sequence[Source], known: Mapping[str, tuple[str, str]]
) -> tuple[dict[str, str], tuple[Failure, ...], tuple[tuple[str, str], ...]]:
    """The documents to build, by id with their keys; the sources that failed; those that repeat another's content."""
    keys: dict[str, str] = {}
    failures = []
    repeated = []
    by_digest: dict[str, str] = {}
    for source in sorted(sources, key=lambda s: (s.path.name, str(s.path))):
        document, failure = known[source.key]
        if failure:
            reason = f"{source.path}{failure.removeprefix(source.path.name)}"
            failures.append(Failure(source=str(source.path), reason=reason))
            continue
        keys.setdefault(document, source.key)
        other = by_digest.setdefault(source.digest, str(source.path))
        if other != str(source.path):
            repeated.append((str(source.path), other))
    return keys, tuple(failures), tuple(repeated)
