"""Times that only the date of the document fixes: "today", "November 14", "two days ago", "last month"."""

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta
from enum import StrEnum

from graph.extract.numbers import find_number

MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTH = "|".join(MONTHS)  # as a pattern
DAY = re.compile(
    rf"(?:the )?(?:(?P<m1>{MONTH}) (?P<d1>\d\d?)(?:st|nd|rd|th)?"
    rf"|(?P<d2>\d\d?)(?:st|nd|rd|th)?(?: of)? (?P<m2>{MONTH}))"
)
NAMED = re.compile(rf"(?:(?P<which>this|last|next) )?(?P<month>{MONTH})(?: of this year| this year)?")
WEEKDAY = re.compile(rf"(?P<day>{'|'.join(WEEKDAYS)})(?: (?:morning|afternoon|evening|night))?")
AGO = re.compile(r"(?P<number>[\w-]+) (?P<unit>day|month|year)s? ago")
NEAR = re.compile(r"(?P<which>this|last|next) (?P<unit>month|year)")
STEPS = {"this": 0, "last": -1, "next": 1}
DAYS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
SLACK = 3  # days by which a document may be dated before what it tells
CLOSE = 60  # days in which a day is near, of which no tense tells whether it was or will be


class Tense(StrEnum):
    """Whether what is dated was, or will be; or neither is told."""

    PAST = "past"
    FUTURE = "future"
    OPEN = "open"


def resolve(text: str, published: str | None, *, tense: Tense = Tense.OPEN, alone: bool = True) -> str | None:
    """The ISO 8601 date of a time in a document of the date `published`; None where that does not fix it.

    A day of the week, a day or a month without a year is the last of what was, the next of what will be. It is open
    where it does not stand `alone`, but beside another year: what happened on 1 May may have happened then.
    """
    if not published or not re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", published):
        return None
    said = " ".join(text.lower().replace(",", "").split())
    year, month, day = (*map(int, published.split("-")), 0, 0)[:3]
    found = _of_year(said, year)
    if found is None and month:
        found = _of_month(said, year, month, tense if alone else None)
    if found is None and day:
        found = _of_day(said, date(year, month, day), tense if alone else None)
    return found


def _of_year(said: str, year: int) -> str | None:
    if (near := NEAR.fullmatch(said)) and near["unit"] == "year":
        return str(year + STEPS[near["which"]])
    number = _ago(said, "year")
    return None if number is None else str(year - number)


def _of_month(said: str, year: int, month: int, tense: Tense | None) -> str | None:
    if near := NEAR.fullmatch(said):
        return _month(year, month + STEPS[near["which"]])
    if named := NAMED.fullmatch(said):
        which, number = named["which"], MONTHS.index(named["month"]) + 1
        if which == "this":
            return _month(year, number)
        told = {"last": Tense.PAST, "next": Tense.FUTURE}.get(which, tense)
        months = [(year + step) * 12 + number for step in (-1, 0, 1)]
        slack = -1 if which else 0  # "last May" in May is that of the year before
        best = _choose(months, year * 12 + month, told, slack=slack, close=CLOSE // 30)
        return None if best is None else _month(0, best)
    ago = _ago(said, "month")
    return None if ago is None else _month(year, month - ago)


def _of_day(said: str, today: date, tense: Tense | None) -> str | None:
    if said in DAYS:
        return (today + timedelta(days=DAYS[said])).isoformat()
    if named := DAY.fullmatch(said):
        month, day = MONTHS.index(named["m1"] or named["m2"]) + 1, int(named["d1"] or named["d2"])
        years = (today.year + step for step in (-1, 0, 1))
        days = [date(year, month, day).toordinal() for year in years if day <= monthrange(year, month)[1]]
        best = _choose(days, today.toordinal(), tense, slack=SLACK, close=CLOSE)
        return None if best is None else date.fromordinal(best).isoformat()
    if weekday := WEEKDAY.fullmatch(said):
        return _weekday(WEEKDAYS.index(weekday["day"]), today, tense)
    number = _ago(said, "day")
    return None if number is None else (today - timedelta(days=number)).isoformat()


def _weekday(number: int, today: date, tense: Tense | None) -> str | None:
    """The day of the week that was last or will be next, today itself where it is one; open where no tense tells."""
    if tense not in (Tense.PAST, Tense.FUTURE):
        return None
    away = (today.weekday() - number) % 7 if tense is Tense.PAST else -((number - today.weekday()) % 7)
    return (today - timedelta(days=away)).isoformat()


def _ago(said: str, unit: str) -> int | None:
    """How many days, months or years ago; None where the words say no such thing."""
    ago = AGO.fullmatch(said)
    if ago is None or ago["unit"] != unit:
        return None
    return 1 if ago["number"] in ("a", "an") else find_number(ago["number"])


def _choose(found: Sequence[int], now: int, tense: Tense | None, *, slack: int, close: int) -> int | None:
    """The last of what was, the next of what will be, else the nearest that is close; None where it is open."""
    if tense is Tense.PAST:
        return max((one for one in found if one <= now + slack), default=None)
    if tense is Tense.FUTURE:
        return min((one for one in found if one >= now - slack), default=None)
    near = [one for one in found if abs(one - now) <= close] if tense else []
    return min(near, key=lambda one: abs(one - now), default=None)


def _month(year: int, month: int) -> str:
    return f"{year + (month - 1) // 12:04}-{(month - 1) % 12 + 1:02}"
