"""Word documents, through python-docx: paragraphs, headings and list items as the styles tell them."""

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

from graph.corpus.formats import Extracted
from graph.errors import CorpusError
from graph.model import Passage, PassageKind

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.text.paragraph import Paragraph

LARGEST = 200_000_000  # bytes that the parts of a file may have unpacked


def extract(data: bytes, *, name: str) -> Extracted:
    """Return the paragraphs of a document, those in tables among them, one a line; each is a part.

    Raises `CorpusError` where the file is damaged, encrypted, or larger unpacked than `LARGEST`.
    """
    import docx
    from docx.opc.exceptions import OpcError
    from lxml.etree import LxmlError

    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise CorpusError(f"{name}: is encrypted, or of an old Word: save it as .docx without a password")
    try:
        check_size(data, name=name)
        document = docx.Document(BytesIO(data))
        paragraphs = [(p.text, kind_of(p)) for p in paragraphs_of(document) if any(map(str.isalnum, p.text))]
        told = document.core_properties
    except CorpusError:
        raise
    except (
        OpcError,
        zipfile.BadZipFile,
        LxmlError,
        KeyError,
        ValueError,
        AttributeError,
        OSError,
    ) as error:
        reason = " ".join(str(error).split())[:120] or type(error).__name__
        raise CorpusError(f"{name}: is no readable Word document ({reason}): save it again as .docx") from error
    text, passages, starts = "", [], []
    for words, kind in paragraphs:
        starts.append(len(text))
        start = len(text) + len(words) - len(words.lstrip())
        spoken = re.sub(r"\s", " ", words.strip())
        passages.append(Passage(kind=kind, text=spoken, offsets=range(start, start + len(spoken))))
        text += f"{words}\n"
    first = next((p.text for p in passages if p.kind is PassageKind.HEADING), None)
    return Extracted(
        text=text,
        title=(told.title or "").strip() or first,
        author=(told.author or "").strip() or None,
        passages=tuple(passages),
        parts=tuple(starts),
        unit="paragraph",
    )


def check_size(data: bytes, *, name: str) -> None:
    """Raises `CorpusError` for a file that unpacks to more than `LARGEST`."""
    with zipfile.ZipFile(BytesIO(data)) as parts:
        if sum(part.file_size for part in parts.infolist()) > LARGEST:
            raise CorpusError(f"{name}: unpacks to more than {LARGEST // 1_000_000} MB: it is no plain document")


def paragraphs_of(document: "WordDocument") -> "Iterator[Paragraph]":
    """The paragraphs of a document and of its tables' cells, each cell once, in the order of the text."""
    from docx.table import Table

    for item in document.iter_inner_content():
        if isinstance(item, Table):
            seen = set()
            for cell in (cell for row in item.rows for cell in row.cells):
                if cell._tc not in seen:  # noqa: SLF001  merged cells come once for each place they cover
                    seen.add(cell._tc)  # noqa: SLF001
                    yield from cell.paragraphs
        else:
            yield item


def kind_of(paragraph: "Paragraph") -> PassageKind:
    """What a paragraph's style says that it is."""
    style = paragraph.style
    name = (style.name or "") if style is not None else ""
    if name.startswith(("Heading", "Title", "Subtitle")):
        return PassageKind.HEADING
    return PassageKind.ITEM if name.startswith("List") else PassageKind.PARAGRAPH
