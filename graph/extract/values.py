"""Dates, numbers and amounts: from words to canonical form."""

import re

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
    re.compile(rf"(?<![\d-])(?P<year>{YEAR})(?![\d-])"),
)


def find_number(text: str) -> int | None:
    """The whole number that words or digits write ("eighty-two", "1,000", "two hundred and six"), or None."""
    digits = text.replace(",", "")
    if digits.isdigit():
        return int(digits)
    total = current = 0
    for word in re.split(r"[\s-]+", text.lower()):
        if word in NUMBERS:
            current += NUMBERS[word]
        elif word in SCALES:
            current = (current or 1) * SCALES[word]
            if SCALES[word] > 100:
                total, current = total + current, 0
        elif word != "and":
            return None
    return total + current if re.search(r"[a-z]", text.lower()) else None


def make_count(text: str) -> Value:
    """A count as a value; `normal` is digits where the words are a whole number, else the words."""
    number = find_number(text)
    return Value(kind=ValueKind.COUNT, text=text, normal=text if number is None else str(number))


def make_time(text: str, *, published: str | None = None) -> Value:
    """A date or period as a value: `normal` is an ISO 8601 date where the words or the document's date fix one."""
    for pattern in DATES:
        if match := pattern.search(text):
            parts = match.groupdict()
            normal = parts["year"]
            if month := parts.get("month"):
                number = int(month) if month.isdigit() else MONTHS.index(month.lower()) + 1
                normal += f"-{number:02}"
                if parts.get("day"):
                    normal += f"-{int(parts['day']):02}"
            return Value(kind=ValueKind.DATE, text=text, normal=normal)
    year = int(published[:4]) if published else None
    relative = {"this year": 0, "last year": -1, "next year": 1}.get(text.lower())
    if year and relative is not None:
        return Value(kind=ValueKind.DATE, text=text, normal=str(year + relative))
    if text.lower() == "today" and published:
        return Value(kind=ValueKind.DATE, text=text, normal=published)
    return Value(kind=ValueKind.PERIOD, text=text, normal=text)
