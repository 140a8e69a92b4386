"""Bytes of any format that is read → the text that a build stores, with what the format itself tells about it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import PurePath

from graph.errors import CorpusError
from graph.model import Passage

MARKDOWN = (".md", ".markdown")
PLAIN = (".txt", ".text", "")
LIBRARY = {".pdf": "pdf", ".docx": "docx", ".html": "html", ".htm": "html", ".xhtml": "html", ".eml": "mail"}
SUFFIXES = (*MARKDOWN, *PLAIN, *LIBRARY)
READ = "text (.txt, .text, no suffix), Markdown (.md), HTML, PDF, Word (.docx) or mail (.eml)"
_MAGIC = ((b"%PDF-", ".pdf"),)


@dataclass(frozen=True, slots=True, kw_only=True)
class Extracted:
    """The text of a source and what its format tells; None where it is silent.

    `parts` are the characters at which its pages or paragraphs begin, `unit` says which of the two. `passages` are
    given where the format tells them itself; else they are found in the text, read as Markdown where `markdown`.
    """

    text: str
    title: str | None = None
    author: str | None = None
    published: str | None = None
    source: str | None = None
    markdown: bool = False
    passages: tuple[Passage, ...] | None = None
    parts: Sequence[int] = ()
    unit: str = ""


def extract_text(data: bytes, *, name: str) -> Extracted | None:
    """Return the text of a format that a library reads; None for text and Markdown, which are their own text.

    The suffix in `name` tells the format, or the first bytes where there is no suffix. Raises `CorpusError`, with
    `name` as the file, where the bytes are damaged, encrypted, or hold no text.
    """
    suffix = PurePath(name).suffix.lower()
    if not suffix:
        suffix = next((kind for magic, kind in _MAGIC if data.startswith(magic)), "")
    module = LIBRARY.get(suffix)
    if module is None:
        return None
    extract: Callable[..., Extracted] = import_module(f"graph.corpus.{module}").extract
    extracted = extract(data, name=name)
    if not extracted.text.strip():
        raise CorpusError(f"{name}: has no words to read: expected {READ} with sentences in it")
    return extracted
