"""Paths → sources: files, folders, globs and ZIP archives, each source with what a user tells about it.

Nothing of an archive is ever written anywhere; links to folders are not followed, so that no circle is.
"""

import hashlib
import os
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from zlib import error as ZlibError  # noqa: N812

from graph.corpus.about import NOTHING, SIDECAR, About, read_sidecar
from graph.corpus.formats import READ, SUFFIXES
from graph.errors import CorpusError

LARGEST = 100_000_000  # bytes of a source
ARCHIVED = 2_000_000_000  # bytes that an archive may hold unpacked
MEMBERS = 200_000  # files that it may hold
RATIO = 200  # times that a member may be larger unpacked: prose packs 3 to 4 times
ARCHIVE = ".zip"
BUILT = frozenset({"build.json", "graph.nt", "explorer.json"})  # a folder with these is the output of a build
WRITTEN = BUILT | {"claims.csv", "claims.jsonl", "graph.ttl", "index.html", "profile.txt"}  # what builds write there
STORE = "store"  # the folder in which they keep a store there


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A source: its file's name, the place a user knows it by, its content's digest and size, and what is told of it.

    `failure` says why it cannot be read, with the place; `member` is the entry of the archive at `path`.
    """

    name: str
    place: str
    path: Path
    member: str = ""
    digest: str = ""
    size: int = 0
    about: About = NOTHING
    failure: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The sources that paths name, and the files among them whose format is not read.

    `outputs` are the folders among them that builds wrote into; what they wrote there is no source.
    """

    sources: tuple[Source, ...]
    unread: tuple[str, ...] = ()
    outputs: tuple[str, ...] = ()


@dataclass(slots=True)
class _Left:
    """What is left aside while sources are found: files of other formats, and folders that builds wrote into."""

    unread: list[str] = field(default_factory=list)
    outputs: list[str] = field(default_factory=list)


def find_sources(paths: Iterable[Path], *, manifest: Mapping[str, About] | None = None) -> Found:
    """Return what `paths` name: files, folders looked through, globs ("notes/**/*.pdf") and ZIP archives.

    `manifest` tells about sources, by place; a sidecar tells where it does not. What cannot be read is a source with a
    failure. Raises `CorpusError` for a path that is missing, of another format, or a folder without documents, and
    where there is nothing but what a build wrote.
    """
    told = {os.path.normpath(place): about for place, about in (manifest or {}).items()}
    sources: dict[str, Source] = {}
    left = _Left()
    for path in paths:
        before = len(sources) + len(left.outputs)
        for source in _find(path, left):
            about = told.get(os.path.normpath(source.place), source.about)
            sources.setdefault(source.place, _with(source, about))
        if (
            len(sources) + len(left.outputs) == before
            and path.is_dir()
            and not any(_in(path, place) for place in sources)
        ):
            raise CorpusError(f"{path}: has no documents: expected {READ}")
    if left.outputs and not sources:
        raise CorpusError(f"{left.outputs[0]}: is what a build wrote: name the documents that it was built from")
    unread, outputs = (tuple(dict.fromkeys(places)) for places in (left.unread, left.outputs))
    return Found(sources=tuple(sources.values()), unread=unread, outputs=outputs)


def read_source(source: Source) -> bytes:
    """Return a source's bytes; raises `CorpusError` where they cannot be had, or are not those that were found."""
    try:
        data = _read_member(source) if source.member else source.path.read_bytes()
    except (OSError, zipfile.BadZipFile, ZlibError, EOFError, NotImplementedError, RuntimeError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise CorpusError(f"{source.place}: cannot be read ({reason}): check the file") from error
    if hashlib.sha256(data).hexdigest() != source.digest:
        raise CorpusError(f"{source.place}: has changed while it was read: build again")
    return data


def _find(path: Path, left: _Left) -> Iterator[Source]:
    try:
        if path.is_dir():
            for file in _walk(path):
                yield from _of_file(file, left, listed=True)
        elif path.exists() or path.is_symlink():
            yield from _of_file(path, left, listed=False)
        elif web := re.match(r"https?:/+", str(path), re.IGNORECASE):
            address = f"{web[0].rstrip('/')}//{str(path)[web.end() :]}"  # paths have no double slash
            raise CorpusError(f"{address}: is a web address: put it into a file, one a line, and give that to --fetch")
        elif any(mark in str(path) for mark in "*?["):
            yield from _glob(path, left)
        else:
            raise CorpusError(f"{path}: no such file or folder: check the path")
    except OSError as error:
        raise CorpusError(f"{path}: cannot be opened ({error.strerror}): check the path and its permissions") from error


def _glob(pattern: Path, left: _Left) -> Iterator[Source]:
    root = Path(pattern.anchor) if pattern.is_absolute() else Path()
    matches = sorted(p for p in root.glob(str(pattern.relative_to(root))) if p.is_file() and not _is_hidden(p, pattern))
    if not matches:
        raise CorpusError(f"{pattern}: matches no file: check the pattern")
    for file in matches:
        yield from _of_file(file, left, listed=True)


def _is_hidden(path: Path, pattern: Path) -> bool:
    """Whether a file, or a folder it is in, is hidden that the pattern does not name."""
    return any(part.startswith(".") and part not in pattern.parts for part in path.parts)


def _walk(folder: Path) -> list[Path]:
    """The files and the links below a folder, hidden ones left out, sorted."""
    found: list[Path] = []
    for root, names, leaves in os.walk(folder, onerror=_refuse):
        links = [name for name in names if Path(root, name).is_symlink()]
        kept = STORE if BUILT.issubset(leaves) else None  # of a build
        names[:] = [name for name in names if not name.startswith(".") and name not in links and name != kept]
        found.extend(Path(root, leaf) for leaf in (*leaves, *links) if not leaf.startswith("."))
    return sorted(found, key=lambda path: path.relative_to(folder).parts)


def _refuse(error: OSError) -> None:
    raise error


def _of_file(path: Path, left: _Left, *, listed: bool) -> Iterator[Source]:
    """The source that a file is, or those in an archive; a file that was `listed`, not named, may be of any format."""
    place, suffix = str(path), path.suffix.lower()
    if path.name.endswith(SIDECAR):
        return
    if path.name in WRITTEN and all((path.parent / name).is_file() for name in BUILT):
        left.outputs.append(str(path.parent))
        return
    if not path.is_file():
        if path.is_symlink():
            why = "a folder, which is not followed: name that folder" if path.is_dir() else "nothing, or in a circle"
            yield Source(name=path.name, place=place, path=path, failure=f"{place}: is a link that leads to {why}")
        elif not listed:
            raise CorpusError(f"{path}: is neither a file nor a folder: expected {READ}")
        return
    if suffix == ARCHIVE:
        yield from _of_archive(path, left)
    elif suffix in SUFFIXES:
        yield _scan(path)
    elif listed:
        left.unread.append(place)
    else:
        raise CorpusError(f"{path}: format {path.suffix} is not read: export it as {READ}")


def _scan(path: Path) -> Source:
    place = str(path)
    try:
        size = path.stat().st_size
        if size > LARGEST:
            return Source(name=path.name, place=place, path=path, failure=_too_large(place, size))
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        return Source(name=path.name, place=place, path=path, digest=digest, size=size, about=read_sidecar(path))
    except OSError as error:
        failure = f"{place}: cannot be read ({error.strerror}): check its permissions"
        return Source(name=path.name, place=place, path=path, failure=failure)
    except CorpusError as error:
        return Source(name=path.name, place=place, path=path, failure=str(error))


def _of_archive(path: Path, left: _Left) -> Iterator[Source]:
    """The sources in a ZIP archive; one whose name leads out of it, or that is a bomb, is a failure."""
    place = str(path)
    try:
        with zipfile.ZipFile(path) as archive:
            infos = [info for info in archive.infolist() if not info.is_dir()]
            total = sum(info.file_size for info in infos)
            if len(infos) > MEMBERS or total > ARCHIVED:
                what = f"{len(infos):,} files of {total:,} bytes in all"
                yield Source(
                    name=path.name, place=place, path=path,
                    failure=f"{place}: holds {what}, more than an archive may: unpack it, and give the folder",
                )  # fmt: skip
                return
            for info in sorted(infos, key=lambda info: info.filename):
                yield from _of_member(path, archive, info, left)
    except (OSError, zipfile.BadZipFile, NotImplementedError, ValueError) as error:
        failure = f"{place}: is no readable ZIP archive ({error}): pack it again"
        yield Source(name=path.name, place=place, path=path, failure=failure)


def _of_member(path: Path, archive: zipfile.ZipFile, info: zipfile.ZipInfo, left: _Left) -> Iterator[Source]:
    member = PurePosixPath(info.filename.replace("\\", "/"))
    place = f"{path}/{info.filename}"
    if any(part.startswith(".") and part != ".." for part in member.parts) or "__MACOSX" in member.parts:
        return
    if member.is_absolute() or ".." in member.parts or ":" in member.parts[0]:
        failure = f"{place}: its name leads out of the archive: pack it again without"
    elif member.suffix.lower() not in SUFFIXES:
        left.unread.append(place)
        return
    elif info.flag_bits & 1:
        failure = f"{place}: is encrypted: pack it again without a password"
    elif info.file_size > LARGEST:
        failure = _too_large(place, info.file_size)
    elif info.file_size > RATIO * max(info.compress_size, 1_000):
        failure = f"{place}: unpacks to {info.file_size:,} bytes from {info.compress_size:,}: it is no text"
    else:
        try:
            data = _unpacked(archive, info)
            digest = hashlib.sha256(data).hexdigest()
            yield Source(name=member.name, place=place, path=path, member=info.filename, digest=digest, size=len(data))
        except (OSError, zipfile.BadZipFile, ZlibError, EOFError, NotImplementedError, RuntimeError) as error:
            yield Source(name=member.name, place=place, path=path, failure=f"{place}: cannot be unpacked ({error})")
        return
    yield Source(name=member.name, place=place, path=path, failure=failure)


def _unpacked(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    """The bytes of a member, never more than it says it has."""
    with archive.open(info) as file:
        data = file.read(info.file_size + 1)
    if len(data) > info.file_size:
        raise zipfile.BadZipFile("it holds more than it says")
    return data


def _read_member(source: Source) -> bytes:
    with zipfile.ZipFile(source.path) as archive:
        return _unpacked(archive, archive.getinfo(source.member))


def _too_large(place: str, size: int) -> str:
    return f"{place}: has {size:,} bytes, more than {LARGEST:,}: split it into documents"


def _with(source: Source, about: About) -> Source:
    return replace(source, about=about) if about != source.about else source


def _in(folder: Path, place: str) -> bool:
    return Path(place).is_relative_to(folder)
