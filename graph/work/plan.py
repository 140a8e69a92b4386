"""What is to be built, and what came of it: the nouns of a build, and how its sources are found and told apart."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from graph.corpus.about import read_manifest
from graph.corpus.fetch import fetch_sources, read_addresses
from graph.corpus.sources import Found, Source, find_sources
from graph.rdf.names import DEFAULT_BASE
from graph.work.keep import FOLDER
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
    the one whose content they repeat; `unread` are files of formats that are not read, `outputs` the folders with
    what a build wrote, which is not read either. `foreign` counts the passages left unread, for they are in another
    language; `unvoiced` the sentences of an unknown "we", `unvoiced_in` by the id of the document, most first; `unused`
    names what the overrides speak of and no claim does; `statements` counts the triples of the graph. `read` is how
    many documents were read now, `changed` whether any file was written.
    """

    documents: dict[str, str]
    sentences: int
    entities: int
    claims: int
    statements: int
    seconds: dict[str, float]
    unvoiced: int = 0
    unvoiced_in: dict[str, int] = field(default_factory=dict)
    foreign: int = 0
    unused: tuple[str, ...] = ()
    failures: tuple[Failure, ...] = ()
    repeated: tuple[tuple[str, str], ...] = ()
    unread: tuple[str, ...] = ()
    outputs: tuple[str, ...] = ()
    read: int = 0
    changed: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How a build is made: what decides its bytes, and what does not; `store` asks for a store on disk beside them."""

    options: Options = field(default_factory=Options)
    base: str = DEFAULT_BASE
    overrides: Path | None = None
    workers: int = 1
    scheduler: str | None = None
    manifest: Path | None = None
    fetch: Path | None = None
    strict: bool = False
    fresh: bool = False
    store: bool | None = False


def find_all(paths: Sequence[Path], plan: Plan, output: Path) -> Found:
    """The sources that the paths name and the addresses that are to be fetched."""
    manifest = read_manifest(plan.manifest) if plan.manifest else None
    found = find_sources(paths, manifest=manifest)
    if plan.fetch is None:
        return found
    fetched = fetch_sources(read_addresses(plan.fetch), output / FOLDER / "fetched")
    return replace(found, sources=(*found.sources, *fetched))


def key_of_source(source: Source, options: Options) -> str:
    """The key of a source's reading."""
    return key_of(source.digest, source.name, source.about, options)


def fingerprint(sources: Sequence[Source], plan: Plan, told: str) -> str:
    """A digest of all that decides the bytes of a build's files, and what is told of them."""
    keys = sorted((key_of_source(s, plan.options), s.place, s.failure) for s in sources)
    parts = [keys, plan.base, told, reading_version(plan.options), writing_version()]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


@cache
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
    sources: Sequence[Source], known: Mapping[str, tuple[str, str]], options: Options
) -> tuple[dict[str, str], tuple[Failure, ...], tuple[tuple[str, str], ...]]:
    """The documents to build, by id with their keys; the sources that failed; those that repeat another's content."""
    keys: dict[str, str] = {}
    failures = []
    repeated = []
    by_digest: dict[str, str] = {}
    for source in sorted(sources, key=lambda s: (s.name, key_of_source(s, options), s.place)):
        key = key_of_source(source, options)
        document, failure = ("", source.failure) if source.failure else known[key]
        if failure:
            reason = failure if source.failure else f"{source.place}{failure.removeprefix(source.name)}"
            failures.append(Failure(source=source.place, reason=reason))
            continue
        keys.setdefault(document, key)
        other = by_digest.setdefault(source.digest, source.place)
        if other != source.place:
            repeated.append((source.place, other))
    return keys, tuple(failures), tuple(repeated)
