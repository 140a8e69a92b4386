"""Web addresses → files, only where a user asks for it; nothing else in the package opens a connection."""

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from graph.corpus.about import About
from graph.corpus.sources import LARGEST, Source
from graph.errors import CorpusError

TIMEOUT = 30  # seconds that a server may be silent
KINDS = {"application/pdf": ".pdf", "text/plain": ".txt", "text/markdown": ".md", "text/html": ".html"}


def read_addresses(path: Path) -> list[str]:
    """Return the web addresses of a list, one a line; blank lines and those that begin with # are left out.

    Raises `CorpusError` with file and line for what is no address.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise CorpusError(f"{path}: cannot be read ({error}): give a file with a web address a line") from error
    found = []
    for number, line in enumerate(map(str.strip, lines), start=1):
        if line and not line.startswith("#"):
            if urlsplit(line).scheme not in ("http", "https") or not urlsplit(line).hostname:
                raise CorpusError(f"{path}, line {number}: {line[:60]!r} is no web address: begin it with https://")
            found.append(line)
    return list(dict.fromkeys(found))


def fetch_sources(addresses: list[str], folder: Path) -> Iterator[Source]:
    """Yield a source for each address, its bytes kept in `folder`; what cannot be had is a source with a failure.

    A page that was fetched once is taken from the folder: fetching is asked for anew by emptying it.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for address in addresses:
        stem = hashlib.sha256(address.encode()).hexdigest()[:16]
        kept = sorted(folder.glob(f"{stem}.*"))
        try:
            path = kept[0] if kept else _fetch(address, folder / stem)
        except (URLError, OSError, ValueError) as error:
            reason = getattr(error, "reason", None) or error
            failure = f"{address}: cannot be fetched ({reason}): check the address"
            yield Source(name=address, place=address, path=folder / stem, failure=failure)
            continue
        data = path.read_bytes()
        yield Source(
            name=_name_of(address, path.suffix), place=address, path=path, digest=hashlib.sha256(data).hexdigest(),
            size=len(data), about=About(source=address),
        )  # fmt: skip


def _fetch(address: str, target: Path) -> Path:
    request = Request(address, headers={"User-Agent": "dragoman"})  # noqa: S310  only http and https come here
    with urlopen(request, timeout=TIMEOUT) as answer:  # noqa: S310
        if urlsplit(answer.url).scheme not in ("http", "https"):
            raise ValueError("it leads away from the web")
        data = answer.read(LARGEST + 1)
        kind = KINDS.get(answer.headers.get_content_type(), "")
    if len(data) > LARGEST:
        raise ValueError(f"it has more than {LARGEST:,} bytes")
    suffix = kind or Path(urlsplit(address).path).suffix.lower() or ".html"
    path = target.with_suffix(suffix)
    draft = path.with_name(f".{path.name}.part")
    draft.write_bytes(data)
    draft.replace(path)
    return path


def _name_of(address: str, suffix: str) -> str:
    parts = urlsplit(address)
    name = re.sub(r"[^A-Za-z0-9]+", "-", Path(parts.path).stem or parts.hostname or "page").strip("-")
    return f"{name or 'page'}{suffix}"
