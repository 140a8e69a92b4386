"""Dates as the lines at the head of a document write them."""

import re
from collections.abc import Sequence
from datetime import date

_MONTHS = "January February March April May June July August September October November December".split(" ")  # noqa: SIM905
_MONTH = rf"(?P<month>{'|'.join(_MONTHS)}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
_SHORT = [month[:3].lower() for month in _MONTHS]
_YEAR = r"(?P<year>(?:19|20)\d\d)\b"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?[^\w\s]{0,3}"  # print reads "27th" as "27'\""
_DATES = (
    re.compile(r"\b(?P<year>\d{4})-(?P<iso>\d\d)-(?P<day>\d\d)\b"),  # "2024-09-27"
    re.compile(rf"(?i)\b{_DAY}\s+{_MONTH},?\s+{_YEAR}"),  # "27 September 2024"
    re.compile(rf"(?i)\b{_MONTH}\s+{_DAY},?\s+{_YEAR}"),  # "September 27, 2024", "Sept. 27, 2024"
    re.compile(rf"(?i)\b{_MONTH},?\s+{_YEAR}"),  # "September 2024"
    re.compile(
        rf"(?i)\b(?:No|Vol|Issue)\.?\s*\d+,?\s+{_YEAR}|\({_YEAR.replace('year', 'bracketed')}\)"
    ),  # "No. 02, 2025"
)
# What stands before the first sentence of a report, with its dash.
_DATELINE = re.compile(
    r"\s*(?:[A-Z][\w.'’/-]*,? )+(?:\d{1,2},? (?:[A-Z][a-z]+\.?,? )?)?\d{4}(?: \([^()]{2,30}\))? ?(?:--?|[–—])\s"
)


def find_published(lines: Sequence[str]) -> str | None:
    """Return the most precise date of the heading lines, the first of several, as ISO 8601 of reduced precision."""
    for pattern in _DATES:
        for line in lines:
            for match in pattern.finditer(line):
                if found := _make_date(match):
                    return found
    return None


def find_dateline(text: str) -> str | None:
    """Return the date between the place and the dash that a report begins with: "Vienna, 3 December 2026 – …"."""
    dateline = _DATELINE.match(text)
    return find_published([dateline[0]]) if dateline else None


def find_date(text: str) -> str | None:
    """Return the date that a text begins with ("2025", "2025-01", "27 September 2024, 10:00"), or None."""
    if match := re.match(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:$|[T ])", text):
        year, month, day = (int(part) if part else None for part in match.groups())
        return _iso(year or 0, month, day)
    for pattern in _DATES[1:4]:
        if (found := pattern.match(text)) and (result := _make_date(found)):
            return result
    return None


def is_date(line: str) -> bool:
    """Tell whether a line is a date and little else ("New York, 26 September 2024")."""
    return any(pattern.search(line) for pattern in _DATES[:4]) and len(line.split()) <= 7


def _make_date(match: re.Match[str]) -> str | None:
    parts = match.groupdict()
    month: int | None = None
    if parts.get("month"):
        month = _SHORT.index(parts["month"][:3].lower()) + 1
    elif parts.get("iso"):
        month = int(parts["iso"])
    year = int(parts.get("year") or parts.get("bracketed") or 0)
    return _iso(year, month, int(parts["day"]) if parts.get("day") else None)


def _iso(year: int, month: int | None, day: int | None) -> str | None:
    """Return the date as far as it is known, None if the calendar has no such day."""
    try:
        whole = date(year, month or 1, day or 1).isoformat()
    except ValueError:
        return None
    return whole[: 10 if day else 7 if month else 4]
