"""Mends in a parse: the words of one date or period, which the parser hangs here and there."""

import re
from collections.abc import Sequence
from dataclasses import replace

from graph.extract.cues import cues
from graph.extract.parse import Word
from graph.extract.relative_times import MONTHS, WEEKDAYS
from graph.extract.trees import Words, below, child_of, first_of, hand_over, hang, where
from graph.extract.values import YEAR

JOINTS = {"from": ("to", "until", "till", "through"), "between": ("and",)}
DASHES = ("-", "–", "—")
DAY = r"\d{1,2}(?:st|nd|rd|th)?"
MONTH, DAYS_OF_WEEK = tuple(MONTHS), tuple(WEEKDAYS)


@where(MONTH, (*DASHES, "to", "until", "till", "through", "and"))
def mend_ranges_of_days(words: Words) -> Words:
    """A range has two ends and is one period: "from 12 to 14 May 2025", "on 12-14 May 2025"."""
    for prep in words[:-4]:
        start = prep.i + 1
        first = dated(words, start)
        if prep.pos not in ("ADP", "SCONJ") or first == start or first >= len(words):
            continue
        joint = words[first]
        last = dated(words, first + 1)
        ranged = joint.text in (*JOINTS.get(prep.text.lower(), ()), *DASHES) and last > first + 1
        months = [w for w in words[first + 1 : last] if w.text.lower() in MONTH]
        months = months or [w for w in words[start:first] if w.text.lower() in MONTH]
        if ranged and months:
            join_range(words, prep, words[start:last], months[0])
    return words


@where(MONTH, "pobj")
def mend_torn_days(words: Words) -> Words:
    """A day, its month and its year are one date: "the letter of its Chair of | 17 | May 2025"."""
    for day, month in zip(list(words[1:]), words[2:], strict=False):
        torn = words[day.i].dep == "pobj" and re.fullmatch(DAY, day.text) and month.text.lower() in MONTH
        led = words[day.i - 1]
        if not torn or not month.text.istitle() or words[month.i].head == day.i or led.pos != "ADP":
            continue
        if led.head == month.i:  # "on 5 May recalled": no "may"
            hang(words, led.i, words[month.i].head, "prep")
        words[month.i] = replace(words[month.i], pos="PROPN", tag="NNP")
        year = words[month.i + 1] if month.i + 1 < len(words) else None
        run = [day, month, *([year] if year is not None and re.fullmatch(YEAR, year.text) else [])]
        join_range(words, words[led.i], run, words[month.i])
    return words


@where(("next", "last", "this"), ("before", "until"), "npadvmod", "pobj")
def mend_times_of_events(words: Words) -> Words:
    """A time right behind an event by which another is placed is the event's: "before the Cebu summit next year"."""
    for date in (w for w in words[3:] if w.dep == "npadvmod" and w.pos == "NOUN"):
        first = first_of(words, date.i)
        noun = words[first - 1]
        prep = words[noun.head]
        placed = (
            first > 0 and noun.dep == "pobj" and noun.pos in ("NOUN", "PROPN") and noun.label not in ("DATE", "TIME")
        )
        if words[first].text in ("next", "last", "this") and placed and prep.text in ("before", "until"):
            hang(words, date.i, noun.i, "npadvmod")
    return words


@where("than", "later", ("no", "not"))
def mend_latest_days(words: Words) -> Words:
    """A thing to be done "no later than" a day is to be done by it: "to report no later than 30 May 2026"."""
    for than in words[3:-1]:
        no, later = words[than.i - 2 : than.i]
        run = words[than.i + 1 : dated(words, than.i + 1)]
        months = [w for w in run if w.text.lower() in MONTH] or [w for w in run if re.fullmatch(YEAR, w.text)]
        latest = than.text == "than" and later.text == "later" and no.text in ("no", "not")
        verb = next((w for w in reversed(words[: no.i]) if w.pos == "VERB"), None)
        if not latest or not months or verb is None:
            continue
        words[than.i] = replace(than, pos="ADP", tag="IN", lemma="by", dep="prep", head=verb.i)
        for word in (no, later):
            hang(words, word.i, than.i, "dep")
        for word in run:
            words[word.i] = replace(word, head=months[0].i, dep="nummod", label="DATE")
        words[months[0].i] = replace(months[0], head=than.i, dep="pobj", label="DATE")
    return words


def join_range(words: Words, prep: Word, run: Sequence[Word], month: Word) -> None:
    """Hang all words of a period on the month that ends it, and this on the preposition that leads to it."""
    if below(words, prep.i, month.i):
        return
    for word in run:
        hand_over(words, word.i, prep.head, start=run[-1].i + 1)
    for word in run:
        label = "DATE" if word.text.isalnum() else word.label
        dep = "nummod" if word.tag == "CD" else "cc" if not word.text[:1].isdigit() else "nmod"
        words[word.i] = replace(word, head=month.i, dep=dep, label=label)
    words[month.i] = replace(month, head=prep.i, dep="pobj", label="DATE")


def dated(words: Sequence[Word], start: int) -> int:
    """Where the words of a date end that begin at a word, in either order: "12", "12 May 2025", "May 12, 2025"."""
    at = start
    while at < len(words):
        text = words[at].text
        month, year = text.lower() in MONTH and text[:1].isupper(), re.fullmatch(YEAR, text) is not None
        comma = text == "," and at > start and at + 1 < len(words) and re.fullmatch(YEAR, words[at + 1].text)
        if not (month or year or comma or re.fullmatch(DAY, text)):
            break
        at += 1
        if year:
            break
    return at


@where("from", "to", "CD", "prep")
def mend_times_of_starts(words: Words) -> Words:
    """A time behind what a change starts from is that of its start: "from 3 million in 2021 to 5 million in 2024"."""
    for time in words[4:-1]:
        verb = words[time.head]
        start = next((w for w in words[verb.i : time.i] if w.text == "from" and w.head == verb.i), None)
        amount = child_of(words, start.i, "pobj", start=start.i, end=time.i) if start is not None else None
        close = amount is not None and amount.i == time.i - 1 and amount.label not in ("DATE", "TIME")
        in_year = time.text == "in" and time.dep == "prep" and re.fullmatch(YEAR, words[time.i + 1].text)
        counted = amount is not None and (
            amount.tag == "CD" or any(w.dep == "nummod" for w in words if w.head == amount.i)
        )
        ends = (child_of(words, w.i, "pobj") for w in words if w.head == verb.i and w.text == "to")
        reached = any(e is not None and (e.tag == "CD" or child_of(words, e.i, "nummod")) for e in ends)
        if start is not None and close and in_year and counted and reached and verb.pos == "VERB":
            hang(words, time.i, start.i, "prep")
    return words


@where("ccomp", ("prep", "npadvmod"), ("CD", "PROPN", "NNP"))
def mend_days_of_sayings(words: Words) -> Words:
    """A date behind a verb of speech, before what is said, is when it was said: "said on Monday they had left"."""
    for clause in words[3:]:
        verb = words[clause.head]
        if clause.dep != "ccomp" or verb.i > clause.i or verb.lemma not in cues()["speech.verbs"]:
            continue
        hearer = child_of(words, verb.i, "dobj", "dative", start=verb.i, end=clause.i)
        prep = words[(hearer.i if hearer is not None else verb.i) + 1]
        bare = prep.text.lower() in DAYS_OF_WEEK
        start = prep.i if bare else prep.i + 1
        if start >= clause.i:
            continue
        end = start + 1 if words[start].text.lower() in DAYS_OF_WEEK else dated(words, start)
        subject = child_of(words, clause.i, "nsubj", "nsubjpass", start=end, end=clause.i)
        opens = subject is not None and first_of(words, subject.i) in (start, end)
        if end == start or not opens or not (bare or prep.lemma in ("on", "in")):
            continue
        month = next((w for w in words[start:end] if w.text.lower() in (*MONTH, *DAYS_OF_WEEK)), words[end - 1])
        for word in words[start:end]:
            words[word.i] = replace(word, head=month.i, dep="nummod", label="DATE")
        words[month.i] = replace(
            month, head=verb.i if bare else prep.i, dep="npadvmod" if bare else "pobj", label="DATE"
        )
        if not bare:
            hang(words, prep.i, verb.i, "prep")
    return words
