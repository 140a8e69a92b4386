"""Files and folders into documents; the only part of the folder that touches the disk."""

import hashlib
import os
import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path, PurePath

from graph.corpus.about import NOTHING, About
from graph.corpus.bylines import find_author
from graph.corpus.dates import find_dateline, find_published
from graph.corpus.decode import decode
from graph.corpus.formats import MARKDOWN, PLAIN, READ, SUFFIXES, Extracted, extract_text
from graph.corpus.front import Front, find_front
from graph.corpus.heading import find_heading_lines, find_voice, heading_end
from graph.corpus.passages import find_passages, without_dateline
from graph.corpus.titles import find_title
from graph.corpus.writers import find_noted_date, find_writer
from graph.errors import CorpusError
from graph.model import Document, Passage, PassageKind

LONGEST = 20_000_000  # characters of a document: a shelf of books
_SLUG_LENGTH = 60


def read_documents(paths: Iterable[Path], *, voice: str | None = None) -> Iterator[Document]:
    """Yield the documents at `paths`, in order, each once; `voice` overrides in whose name they speak.

    A folder gives the texts below it, sorted, hidden ones left out. All paths are checked before the first is read.
    Raises `CorpusError`: a path that is missing or forbidden, a folder without texts, a format that is not read,
    a file that is binary, empty, in an unknown encoding, or with broken front matter.
    """
    seen: set[str] = set()
    for path in read_paths(paths):
        document = make_document(_read_bytes(path), name=str(path), voice=voice)
        if document.id not in seen:
            seen.add(document.id)
            yield document


def read_paths(paths: Iterable[Path]) -> list[Path]:
    """Return the files that `paths` name, folders looked through; raises `CorpusError` as `read_documents` does."""
    found: list[Path] = []
    for path in paths:
        try:
            if path.is_dir():
                found.extend(_read_folder(path))
            elif path.exists():
                found.append(_checked(path))
            else:
                raise CorpusError(f"{path}: no such file or folder: check the path")
        except OSError as error:
            raise CorpusError(
                f"{path}: cannot be opened ({error.strerror}): check the path and its permissions"
            ) from error
    return found


def make_document(data: bytes, *, name: str, voice: str | None = None, about: About = NOTHING) -> Document:
    """Return the document that a file's bytes hold; its suffix in `name` tells the format.

    `text` is the decoded original without a byte-order mark, or what a library takes out of it; offsets count its code
    points. Title, date, author, source, language and voice come from `about`, else from the format's own metadata or
    the front matter, else from the heading lines; `voice` is for documents of which `about` tells none. Id and source
    keep the file's own name but not its folder. Raises `CorpusError` where the bytes are no text to read.
    """
    path = PurePath(name)
    extracted = extract_text(data, name=name)
    if extracted is None:
        text = decode(data, name=name)
        extracted = Extracted(text=text, markdown=path.suffix.lower() in MARKDOWN)
    text, markdown = extracted.text, extracted.markdown
    if not text.strip():
        raise CorpusError(f"{name}: is empty: expected {READ}")
    if len(text) > LONGEST:
        raise CorpusError(f"{name}: has {len(text):,} characters, more than {LONGEST:,}: split it into documents")
    front = find_front(text, name=name) if path.suffix.lower() in (*MARKDOWN, *PLAIN) else Front()
    passages = extracted.passages
    if passages is None:
        passages = find_passages(text, markdown=markdown, start=front.end)
    if not passages:
        raise CorpusError(f"{name}: has no words to read: expected {READ} with sentences in it")
    lines = find_heading_lines(text, passages, start=front.end)
    opening = text[heading_end(passages, start=front.end) :]
    told = front.title or extracted.title
    headed = (told, *lines) if told and told not in lines else lines  # a title that the text does not have
    first = passages[0].text if markdown and passages[0].kind is PassageKind.HEADING else None
    digest = hashlib.sha256(data).hexdigest()
    return Document(
        id=f"{make_slug(path.stem)}-{digest[:8]}",
        text=text,
        title=about.title or front.title or extracted.title or first or find_title(lines) or path.name,
        source=about.source or front.source_url or extracted.source or path.name,
        sha256=digest,
        author=about.author or front.author or extracted.author or find_author(headed) or find_writer(headed, passages),
        published=about.date
        or front.published
        or find_published(lines)
        or extracted.published
        or find_dateline(opening)
        or find_noted_date(passages),
        voice=about.voice or voice or front.voice or find_voice(lines),
        language=about.language or front.language,
        parts=extracted.parts,
        unit=extracted.unit,
        passages=passages,
    )


def make_lines(data: bytes, *, name: str) -> Iterator[Document]:
    """Yield every line that has words as a document of one paragraph; its id ends in the line's number, from 1.

    Nothing in a line is taken for a heading, a mark or front matter. Raises `CorpusError` as `make_document` does.
    """
    for number, line in enumerate(decode(data, name=name).split("\n"), start=1):
        text = line.rstrip("\r")
        if text.strip():
            yield Document(
                id=f"line-{number}",
                text=text,
                title=PurePath(name).name,
                source=PurePath(name).name,
                sha256=hashlib.sha256(text.encode()).hexdigest(),
                passages=(without_dateline(Passage(kind=PassageKind.PARAGRAPH, text=text, offsets=range(len(text)))),),
            )


def read_bytes(path: Path) -> bytes:
    """Return a file's bytes, or standard input's where the path is "-"; raises `CorpusError` as `read_paths` does."""
    return sys.stdin.buffer.read() if str(path) == "-" else _read_bytes(read_paths([path])[0])


def sample_path() -> Path:
    """Return where the bundled sample stands: a briefing in Markdown, in our own words."""
    return Path(str(files("graph.corpus") / "samples" / "community-briefing.md"))


def _read_folder(folder: Path) -> list[Path]:
    found = [path for path in _visible_files(folder) if path.suffix.lower() in SUFFIXES]
    if not found:
        raise CorpusError(f"{folder}: has no documents: expected {READ}")
    return found


def _visible_files(folder: Path) -> list[Path]:
    found: list[Path] = []
    for root, names, leaves in os.walk(folder, onerror=_refuse):
        names[:] = [name for name in names if not name.startswith(".")]
        found.extend(path for leaf in leaves if not leaf.startswith(".") and (path := Path(root, leaf)).is_file())
    return sorted(found, key=lambda path: path.relative_to(folder).parts)


def _refuse(error: OSError) -> None:
    raise error


def _checked(path: Path) -> Path:
    if not path.is_file():
        raise CorpusError(f"{path}: is neither a file nor a folder: expected {READ}")
    if path.suffix.lower() not in SUFFIXES:
        raise CorpusError(f"{path}: format {path.suffix} is not read: export it as {READ}")
    return path


def _read_bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise CorpusError(f"{path}: cannot be read ({error.strerror}): check its permissions") from error


def make_slug(stem: str) -> str:
    """Return a name as small ASCII letters and digits between hyphens, cut at a word; "document" if none is left."""
    ascii_only = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", ascii_only).strip("-")
    if len(slug) > _SLUG_LENGTH:
        slug = slug[: _SLUG_LENGTH + 1].rpartition("-")[0] or slug[:_SLUG_LENGTH]
    return slug or "document"
