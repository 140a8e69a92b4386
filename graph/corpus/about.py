"""What a user tells about documents: a manifest for many, or a sidecar beside one. It wins over what they say."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass, fields
from io import StringIO
from pathlib import Path

from graph.corpus.dates import find_date
from graph.errors import CorpusError

SIDECAR = ".meta.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """Title, date, author, source, language and voice of a document, as a user tells them; None where they do not."""

    title: str | None = None
    date: str | None = None
    author: str | None = None
    source: str | None = None
    language: str | None = None
    voice: str | None = None


NOTHING = About()
KEYS = tuple(field.name for field in fields(About))


def read_manifest(path: Path) -> dict[str, About]:
    """Return what a manifest tells, by file: CSV with the column `file` and any of title, date, author, source,
    language and voice. Files are named from the manifest's folder, a member of an archive behind it ("a.zip/b.txt").

    Raises `CorpusError` with file and line for what is wrong in it.
    """  # noqa: D205
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise CorpusError(f"{path}: cannot be read ({error.strerror}): check the path") from error
    except UnicodeDecodeError as error:
        raise CorpusError(f"{path}: is not UTF-8 at byte {error.start}: save it as UTF-8 text") from error
    rows = csv.DictReader(StringIO(text))
    columns = rows.fieldnames or []
    unknown = [column for column in columns if column not in ("file", *KEYS)]
    if "file" not in columns or unknown:
        what = f"has the column {unknown[0]!r}" if unknown else "has no column `file`"
        raise CorpusError(f"{path}, line 1: {what}: use file and any of {', '.join(KEYS)}")
    found: dict[str, About] = {}
    for row in rows:
        if None in row or not row["file"]:
            raise CorpusError(f"{path}, line {rows.line_num}: does not fit the columns: name a file, and no more cells")
        place = str(path.parent / row["file"].strip())
        found[place] = make_about(row, name=f"{path}, line {rows.line_num}")
    return found


def read_sidecar(path: Path) -> About:
    """Return what the sidecar of a file tells: "speech.pdf.meta.yaml" beside "speech.pdf"; nothing without one."""
    sidecar = path.with_name(path.name + SIDECAR)
    if not sidecar.is_file():
        return NOTHING
    import yaml

    try:
        values = yaml.load(sidecar.read_text(encoding="utf-8-sig"), Loader=yaml.BaseLoader)  # noqa: S506  texts only
    except (OSError, UnicodeDecodeError, yaml.YAMLError, RecursionError) as error:
        reason = " ".join(str(error).split())[:120]
        raise CorpusError(f"{sidecar}: cannot be read ({reason}): write `key: value` lines") from error
    if not isinstance(values, dict) or not all(isinstance(value, str) for value in values.values()):
        raise CorpusError(f"{sidecar}: must be `key: value` lines with any of {', '.join(KEYS)}")
    unknown = [key for key in values if key not in KEYS]
    if unknown:
        raise CorpusError(f"{sidecar}: has the key {unknown[0]!r}: use any of {', '.join(KEYS)}")
    return make_about(values, name=str(sidecar))


def make_about(values: Mapping[str, str | None], *, name: str) -> About:
    """Return what the values tell; `CorpusError`, with `name` as the place, for a date that is none."""
    told = {key: " ".join((values.get(key) or "").split()) or None for key in KEYS}
    if told["date"] is not None:
        date = find_date(told["date"])
        if date is None:
            raise CorpusError(f"{name}: {told['date'][:40]!r} is no date: write it like 2025, 2025-01 or 2025-01-16")
        told["date"] = date
    return About(**told)
