"""Dates, numbers and amounts: from words to canonical form."""

import re
from datetime import date

from graph.model import Value, ValueKind

UNITS = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]  # fmt: skip
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
NUMBERS = {w: i for i, w in enumerate(UNITS)} | {w: 10 * i for i, w in enumerate(TENS, start=2)}
SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
MONTHS = [
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
]  # fmt: skip
MONTH = "|".join(MONTHS)
YEAR = r"(?:1[5-9]|20|21)\d\d"

DATES = (
    re.compile(rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<month>{MONTH}),? (?P<year>{YEAR})\b", re.IGNORECASE),
    re.compile(rf"\b(?P<month>{MONTH}) (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>{YEAR})\b", re.IGNORECASE),
    re.compile(rf"\b(?P<month>{MONTH}),? (?P<year>{YEAR})\b", re.IGNORECASE),
    re.compile(rf"\b(?P<year>{YEAR})-(?P<month>\d\d)(?:-(?P<day>\d\d))?\b"),
    re.compile(rf"(?<![\d-])(?P<year>{YEAR})(?![\d-]|s\b)"),
)


def find_number(text: str) -> int | None:
    """The whole number that words or digits write ("eighty-two", "1,000", "two hundred and six"), or None."""
    digits = text.replace(",", "")
    if digits.isdecimal():
        return int(digits)
    total = current = 0
    for word in re.split(r"[\s-]+", text.lower()):
        if word in NUMBERS:
            if current % 100 and not (current % 10 == 0 and NUMBERS[word] < 10):
                return None  # "one two" writes no number
            current += NUMBERS[word]
        elif word in SCALES:
            current = (current or 1) * SCALES[word]
            if SCALES[word] > 100:
                total, current = total + current, 0
        elif word != "and":
            return None
    return total + current if total + current or text.lower() == "zero" else None


def make_count(text: str) -> Value:
    """A count as a value; `normal` is digits where the words are a whole number, else the words."""
    number = find_number(text)
    return Value(kind=ValueKind.COUNT, text=text, normal=text if number is None else str(number))


def make_time(text: str, *, published: str | None = None) -> Value:
    """A date or period as a value: `normal` is an ISO 8601 date where the words or the document's date fix one."""
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
    year = int(published[:4]) if published else None
    relative = {"this year": 0, "last year": -1, "next year": 1}.get(text.lower())
    if year and relative is not None:
        return Value(kind=ValueKind.DATE, text=text, normal=str(year + relative))
    if text.lower() == "today" and published:
        return Value(kind=ValueKind.DATE, text=text, normal=published)
    return Value(kind=ValueKind.PERIOD, text=text, normal=text)


def is_date(normal: str) -> bool:
    """Whether an ISO 8601 date of reduced precision is in the calendar."""
    year, month, day = (*map(int, normal.split("-")), 1, 1)[:3]
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
