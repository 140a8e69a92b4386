"""Dates and counts: from words to canonical form."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from graph.extract.numbers import find_number
from graph.extract.relative_times import MONTH, MONTHS, Tense, resolve
from graph.model import Value, ValueKind

YEAR = r"(?:1[5-9]|20|21)\d\d"

DATES = (
    re.compile(rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<month>{MONTH}),? (?P<year>{YEAR})\b", re.IGNORECASE),
    re.compile(rf"\b(?P<month>{MONTH}) (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>{YEAR})\b", re.IGNORECASE),
    re.compile(rf"\b(?P<month>{MONTH}),? (?P<year>{YEAR})\b", re.IGNORECASE),
    re.compile(rf"\b(?P<year>{YEAR})-(?P<month>\d\d)(?:-(?P<day>\d\d))?\b"),
    re.compile(rf"(?<![\d-])(?P<year>{YEAR})(?![\d-]|s\b)"),
)


_DAY = r"(?P<{}>\d{{1,2}})(?:st|nd|rd|th)?"
_TO = r"\s?(?P<joint>to|and|until|-|–|—)\s?"
_FIRST, _LAST = _DAY.format("first"), _DAY.format("last")
_BEGUN = rf"(?:,? (?P<begun>{YEAR}))?"
# "6 to 7 July 2025", "14-15 July 2025", "July 14-15, 2025", "30 June to 2 July 2025", "June 30 to July 2, 2025"; the
# first end may have a year of its own, "30 June 2024 to 2 July 2025", and both be no more than months
RANGES = (
    re.compile(rf"\b{_FIRST}{_TO}{_LAST}(?: of)? (?P<month>{MONTH}),? (?P<year>{YEAR})\b", re.IGNORECASE),
    re.compile(rf"\b(?P<month>{MONTH}) {_FIRST}{_TO}{_LAST},? (?P<year>{YEAR})\b", re.IGNORECASE),
    re.compile(
        rf"\b{_FIRST} (?P<from>{MONTH}){_BEGUN}{_TO}{_LAST} (?P<month>{MONTH}),? (?P<year>{YEAR})\b", re.IGNORECASE
    ),
    re.compile(
        rf"\b(?P<from>{MONTH}) {_FIRST}{_BEGUN}{_TO}(?P<month>{MONTH}) {_LAST},? (?P<year>{YEAR})\b", re.IGNORECASE
    ),
    re.compile(rf"(?<!\d )\b(?P<from>{MONTH}){_BEGUN}{_TO}(?P<month>{MONTH}),? (?P<year>{YEAR})\b", re.IGNORECASE),
)
YEARS = re.compile(rf"(?<![\d-])(?P<first>{YEAR})\s?(?:-|–|—|to)\s?(?P<last>{YEAR})(?![\d-])")


def find_range(text: str) -> str | None:
    """The interval of days or years that words tell of, as ISO 8601: "2025-07-06/2025-07-07", "2025/2028"; or None."""
    if (years := YEARS.search(text)) and years["first"] < years["last"]:
        return f"{years['first']}/{years['last']}"
    for pattern in RANGES:
        match = pattern.search(text)
        if match is None:
            continue
        parts = match.groupdict()
        month = MONTHS.index(parts["month"].lower()) + 1
        begun = MONTHS.index(parts["from"].lower()) + 1 if parts.get("from") else month
        of = parts.get("begun") or parts["year"], parts["year"]
        days = [f"-{int(parts[end]):02}" if parts.get(end) else "" for end in ("first", "last")]
        ends = [f"{y}-{m:02}{d}" for y, m, d in zip(of, (begun, month), days, strict=True)]
        if all(map(is_date, ends)) and ends[0] < ends[1] and not is_apart(text, match, ends):
            return "/".join(ends)
    return None


def is_apart(text: str, match: re.Match[str], ends: Sequence[str]) -> bool:
    """Whether two dates are no ends of a period: "in May and August 2025", where "between May and August" has ends."""
    if match["joint"].lower() != "and" or text[: match.start()].rstrip().lower().endswith("between"):
        return False
    whole = all(end.count("-") == 2 for end in ends)
    return not whole or date.fromisoformat(ends[0]) + timedelta(days=1) != date.fromisoformat(ends[1])


def make_text(text: str) -> Value:
    """Words that are no name, as a value."""
    return Value(kind=ValueKind.TEXT, text=text, normal=text)


def make_count(text: str) -> Value:
    """A count as a value; `normal` is digits where the words are a whole number, else the words."""
    number = find_number(text)
    return Value(kind=ValueKind.COUNT, text=text, normal=text if number is None else str(number))


def make_time(text: str, *, published: str | None = None, tense: Tense = Tense.OPEN, alone: bool = True) -> Value:
    """A date or period as a value: `normal` is an ISO 8601 date where the words or the document's date fix one.

    `tense` and `alone` are those of `relative_times.resolve`.
    """
    if interval := find_range(text):
        return Value(kind=ValueKind.PERIOD, text=text, normal=interval)
    spans_years = len(set(re.findall(YEAR, text))) > 1
    for pattern in DATES:
        if (match := pattern.search(text)) and not spans_years:
            parts = match.groupdict()
            normal = parts["year"]
            if month := parts.get("month"):
                number = int(month) if month.isdigit() else MONTHS.index(month.lower()) + 1
                normal += f"-{number:02}"
                if parts.get("day"):
                    normal += f"-{int(parts['day']):02}"
            if not is_date(normal):
                break
            return Value(kind=ValueKind.DATE, text=text, normal=normal)
    if normal := resolve(text, published, tense=tense, alone=alone):
        return Value(kind=ValueKind.DATE, text=text, normal=normal)
    return Value(kind=ValueKind.PERIOD, text=text, normal=text)


def is_date(normal: str) -> bool:
    """Whether an ISO 8601 date of reduced precision is in the calendar."""
    year, month, day = (*map(int, normal.split("-")), 1, 1)[:3]
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
