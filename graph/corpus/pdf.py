"""PDF with a text layer, through pypdf: pages kept apart, running heads and feet dropped."""

import logging
import re
import warnings
from collections import Counter
from collections.abc import Sequence
from io import BytesIO
from typing import TYPE_CHECKING

from graph.corpus.formats import Extracted
from graph.errors import CorpusError

if TYPE_CHECKING:
    from pypdf import PdfReader

EDGE = 3  # lines at the top and the foot of a page that may be its furniture
FEWEST = 3  # pages on which furniture must stand
MOST = 5_000  # pages
_NUMBER = re.compile(r"\W*(?:page\s*)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?\W*", re.IGNORECASE)
_DATE = re.compile(r"D:(\d{4})(\d\d)?(\d\d)?")


def extract(data: bytes, *, name: str) -> Extracted:
    """Return the text of all pages, each ended by a form feed, as pypdf gives it in the order of the page.

    Raises `CorpusError` where the file is damaged or encrypted, or has no text layer.
    """
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what matters of its warnings is told below
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            reader = PdfReader(BytesIO(data))
            check_readable(reader, name=name)
            pages = [page.extract_text() or "" for page in reader.pages]
            scanned = not any(map(str.strip, pages)) and any(page.images for page in reader.pages)
            told = reader.metadata
    except CorpusError:
        raise
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, OSError, RecursionError) as error:
        reason = " ".join(str(error).split())[:120] or type(error).__name__
        raise CorpusError(f"{name}: is no readable PDF ({reason}): repair it, or export it again") from error
    if not any(map(str.strip, pages)):
        what = "is a scan: it has pictures of pages and no text" if scanned else "has no text"
        raise CorpusError(f"{name}: {what}: run a text recognition (OCR) over it first")
    kept = drop_furniture(pages)
    title = str(told.title or "").strip() if told else ""
    date = _DATE.match(str(told.get("/CreationDate", ""))) if told else None
    return Extracted(
        text="".join(f"{page}\f" for page in kept),
        title=title if _is_title(title) else None,
        published="-".join(part for part in date.groups() if part) if date else None,
        parts=_starts(kept),
        unit="page",
    )


def check_readable(reader: "PdfReader", *, name: str) -> None:
    """Raises `CorpusError` for a file that is encrypted or has too many pages."""
    if reader.is_encrypted and not _opens(reader):
        raise CorpusError(f"{name}: is encrypted: save it without a password")
    if len(reader.pages) > MOST:
        raise CorpusError(f"{name}: has {len(reader.pages)} pages, more than {MOST}: split it")


def _opens(reader: "PdfReader") -> bool:
    """Whether a file that is encrypted opens without a password, as many do that only forbid printing."""
    from pypdf.errors import DependencyError

    try:
        return bool(reader.decrypt(""))
    except (DependencyError, NotImplementedError, ValueError):
        return False


def _is_title(text: str) -> bool:
    """Whether a title was given by somebody: programs write file names, or "Microsoft Word - note.doc"."""
    words = re.findall(r"[A-Za-z]{2,}", text)
    return len(words) > 1 and not re.search(r"\.\w{2,4}$|^Microsoft|untitled", text, re.IGNORECASE)


def _starts(pages: Sequence[str]) -> tuple[int, ...]:
    starts = [0]
    for page in pages[:-1]:
        starts.append(starts[-1] + len(page) + 1)
    return tuple(starts)


def drop_furniture(pages: Sequence[str]) -> list[str]:
    """The pages without their numbers and without lines at the edge that most pages share, whatever number is in them.

    No other line goes, and none where there are fewer than `FEWEST` pages but the bare number of a page.
    """
    listed = [page.replace("\r\n", "\n").split("\n") for page in pages]
    heads, feet = Counter[str](), Counter[str]()
    for lines in listed:
        filled = [line for line in lines if line.strip()]
        heads.update({_key(line) for line in filled[:EDGE]})
        feet.update({_key(line) for line in filled[-EDGE:]})
    most = max(FEWEST, (len(pages) + 1) // 2)
    shared = [{key for key, count in counts.items() if count >= most} for counts in (heads, feet)]
    return ["\n".join(_without(lines, *shared, several=len(pages) > 1)) for lines in listed]


def _without(lines: list[str], heads: set[str], feet: set[str], *, several: bool) -> list[str]:
    kept = list(lines)
    for order, known in ((1, heads), (-1, feet)):
        places = [i for i in range(len(kept)) if kept[i].strip()][::order][:EDGE]
        for place in places:
            if _key(kept[place]) in known or (several and _NUMBER.fullmatch(kept[place].strip())):
                kept[place] = ""
            else:
                break
    return kept


def _key(line: str) -> str:
    return re.sub(r"\d+", "#", " ".join(line.split())).casefold()
