"""The times of a clause: which phrases are dates or periods, whose they are, and what they begin or end."""

import re
from dataclasses import replace

from graph.extract.arguments import Reader
from graph.extract.cues import cues
from graph.extract.frames import CLAUSE_TAGS
from graph.extract.noun_phrases import text_of
from graph.extract.parse import Sentence
from graph.extract.prepositions import is_time_phrase
from graph.extract.relative_times import WEEKDAYS, Tense
from graph.extract.repair_parts import SHARE
from graph.extract.values import YEAR, find_range, make_time
from graph.model import Mention, Qualifier, QualifierKind, Value, ValueKind

DAYS = ("today", "yesterday", "tonight", "morning", "afternoon", "evening", "week", *WEEKDAYS)


def bound_of(s: Sentence, prep: int, verb: int) -> str:
    """The preposition that tells how a date bounds a verb: "since" in "since the end of the war in 1995"."""
    at = prep
    while s.words[at].head not in (at, verb):
        at = s.words[at].head
        if s.words[at].dep == "prep" and s.words[at].lemma in ("since", "until", "before", "after"):
            return s.words[at].lemma
    return s.words[prep].lemma


def is_when(s: Sentence, i: int) -> bool:
    """Whether a word beside a verb tells when: a date for the model, or a day as one speaks of it."""
    often = s.words[s.words[i].head].lemma == "time"  # "three times a week"
    often = often or is_rate(s, i)
    return not often and (s.words[i].label in ("DATE", "TIME") or s.words[i].lemma.lower() in DAYS)


def is_recurring(s: Sentence, i: int) -> bool:
    """Whether a unit of time behind "every" tells how often: "every two years"."""
    unit = s.words[i].lemma in ("year", "month", "week", "day", "hour", "decade")
    return unit and any(s.words[d].lemma.lower() == "every" for d in s.all_children(i, "det"))


def is_rate(s: Sentence, i: int) -> bool:
    """Whether a unit of time tells how often or how much in it: "4 billion euros a year", "200 grants per year"."""
    unit = s.words[i].lemma in ("year", "month", "week", "day", "hour", "quarter")
    per = s.words[i].dep == "pobj" and s.words[s.words[i].head].lemma in ("per", "a", "each")
    article = [s.words[c].lemma for c in s.children[i]] in (["a"], ["an"], ["per"])
    summed = any(w.tag == "CD" for w in s.words[max(i - 4, 0) : i])
    away = any(w.lemma in ("ago", "later", "earlier", "before", "after") for w in s.words[i + 1 : i + 2])
    return unit and (per or (article and summed and not away))


def owner_of(s: Sentence, i: int) -> int | None:
    """The verb whose clause a word belongs to: the nearest above it that is not itself inside a noun phrase."""
    noun = s.words[i].head
    nominal = noun < i and s.words[noun].pos in ("NOUN", "PROPN")
    if nominal and any(noun < a < i for a in s.all_children(noun, "amod")):  # "changes unseen in a century"
        return None
    at = i
    while s.words[at].head != at:
        at = s.words[at].head
        word = s.words[at]
        if word.pos in CLAUSE_TAGS and word.dep not in ("pcomp", "amod", "compound", "aux", "auxpass"):
            return at
        if word.dep in ("relcl", "acl", "appos", SHARE) or (word.dep == "amod" and word.head < at):
            return None
    return None


def time_qualifier(reader: Reader, s: Sentence, target: int) -> Qualifier[Mention]:
    """The time qualifier that a noun phrase makes."""
    run = time_words(s, target)
    years = {year for year in re.findall(rf"\b{YEAR}\b", s.text) if not (reader.published or "").startswith(year)}
    text = text_of(s, run) or s.words[target].text
    # what is to be paid back was taken "since 1 November"
    begun = s.words[s.words[target].head].lemma == "since" or is_of_attack(s, target)
    tense = Tense.PAST if begun else Tense.OPEN if is_open_day(s, target) else tense_of(s, owner_of(s, target))
    value: Value = make_time(text, published=reader.published, tense=tense, alone=not years)
    return Qualifier(kind=QualifierKind.TIME, value=value)


# Deeds that nobody fixes a day for.
ATTACKS = frozenset(
    {"attack", "massacre", "killing", "bombing", "invasion", "assault", "shooting", "murder", "atrocity", "slaughter"}
)


def is_of_attack(s: Sentence, day: int) -> bool:
    """Whether a day is that of an attack, which has been then: "condemn the attack by X on 7 October"."""
    at = s.words[day].head
    while s.words[at].pos in ("ADP", "PROPN", "NOUN") and s.words[at].head != at:
        if s.words[at].lemma in ATTACKS:
            return True
        at = s.words[at].head
    judged = s.child(at, "dobj") if s.words[at].lemma in cues()["verbs.judging"] else None
    return judged is not None and s.words[judged].lemma in ATTACKS


def is_open_day(s: Sentence, day: int) -> bool:
    """Whether the tense does not tell which day of the week is meant: "closed it until Friday", "met on a Friday"."""
    ahead = s.words[s.words[day].head].lemma.lower() in ENDING
    return s.words[day].lemma.lower() in WEEKDAYS and (ahead or s.child(day, "det") is not None)


def tense_of(s: Sentence, verb: int | None) -> Tense:
    """Whether what a verb tells was or will be."""
    if verb is None:
        return Tense.OPEN
    aux = [s.words[a] for a in s.all_children(verb, "aux", "auxpass")]
    if any(w.lemma in ("will", "shall", "to", "would") for w in aux):
        return Tense.FUTURE
    past = s.words[verb].tag == "VBD" or any(w.lemma == "have" or w.text.lower() in ("was", "were") for w in aux)
    return Tense.PAST if past else Tense.OPEN


ENDING = ("until", "till", "by", "before", "to")
BEGINNING = ("since", "after", "from")


def bounded(qualifier: Qualifier[Mention], prep: str) -> Qualifier[Mention]:
    """The qualifier as the open period that a preposition makes of a time: "until May 2030", "since 1999".

    A date becomes an interval of ISO 8601-2: "../2030-05", "1999/..", "1999/2003".
    """
    value = qualifier.value
    if isinstance(value, Value) and prep in ("over", "during", "for", "within") and value.text.lower() == "last year":
        return replace(qualifier, value=Value(kind=ValueKind.PERIOD, text=value.text, normal=f"{prep} the last year"))
    if isinstance(value, Value) and prep == "within" and value.kind is not ValueKind.DATE and "last" not in value.text:
        return replace(qualifier, value=replace(value, text=f"{prep} {value.text}", normal=f"{prep} {value.text}"))
    if (
        isinstance(value, Value) and "/" in value.normal and prep != "between"
    ):  # "from 6 to 7 July 2025" has its end already
        return replace(qualifier, value=replace(value, text=f"from {value.text}")) if prep == "from" else qualifier
    ends = find_range(f"{prep} {value.text}") if isinstance(value, Value) and prep == "between" else None
    if isinstance(value, Value) and ends is not None:
        return replace(qualifier, value=Value(kind=ValueKind.PERIOD, text=f"{prep} {value.text}", normal=ends))
    years = re.fullmatch(rf"({YEAR}) and ({YEAR})", value.text) if isinstance(value, Value) else None
    if isinstance(value, Value) and prep == "between" and years is not None:
        normal = f"{years[1]}/{years[2]}"
        return replace(qualifier, value=Value(kind=ValueKind.PERIOD, text=f"between {value.text}", normal=normal))
    through = isinstance(value, Value) and prep == "through" and value.kind is ValueKind.DATE
    ending = prep in ENDING or through
    if not isinstance(value, Value) or not (ending or prep in BEGINNING):
        return qualifier
    dated = f"../{value.normal}" if ending else f"{value.normal}/.."
    normal = dated if value.kind is ValueKind.DATE else f"{prep} {value.text}"
    return replace(qualifier, value=Value(kind=ValueKind.PERIOD, text=f"{prep} {value.text}", normal=normal))


def is_distance(s: Sentence, noun: int) -> bool:
    """Whether a length of time only leads to another time: "fifty years after joining"."""
    run = time_words(s, noun)
    if not run:
        return True  # of no time by itself: "no later than 90 days after the vote"
    return run[-1] + 1 < len(s.words) and s.words[run[-1] + 1].lemma in ("after", "before", "since")


def dates(s: Sentence, target: int) -> list[int]:
    """The date and those coordinated with it that have a year of their own: "on 3 May 2011 and 4 June 2012"."""
    own = [i for i in s.all_children(target, "conj") if has_year(s, i) and has_year(s, target)]
    return [target, *own]


def has_year(s: Sentence, date: int) -> bool:
    """Whether a month has its year behind it."""
    below = (
        i for c in s.children[date] if s.words[c].dep in ("nummod", "appos", "npadvmod") for i in (c, *s.children[c])
    )
    return any(re.fullmatch(YEAR, s.words[i].text) for i in below)


def leaves(s: Sentence, i: int) -> bool:
    """Whether a date is over at a comma: what stands behind it is no part of one, "June, including …"."""
    after = s.words[i + 1] if i + 1 < len(s.words) else s.words[i]
    apart = (after.label != "DATE" and after.tag != "CD") or after.text in ("a", "an")  # "Monday, a day after X left"
    return s.words[i].text == "," and apart


def is_over(s: Sentence, i: int) -> bool:
    """Whether a date is over at a word that the model takes into it: "Saturday, ending months", "Monday, two days"."""
    after = s.words[i + 1] if s.words[i].pos == "PUNCT" and i + 1 < len(s.words) else s.words[i]
    return (
        after.tag == "VBG"
        or s.words[i].text in BEHIND_DATES
        or (after.i > i and after.tag == "CD" and not re.fullmatch(YEAR, after.text))
    )


BEHIND_DATES = ("against", "by", "with", "over", "near")  # what ends a date wherever it stands: "2 June against X"
NO_DATE = ("in", "at", *BEHIND_DATES)  # what does so where no time is behind it: "two months in Lima"


def time_words(s: Sentence, target: int) -> list[int]:
    """The words of a date or period: the noun phrase, and what goes on as a date behind it ("21 May, 1999")."""
    asides = [c for c in s.all_children(target, "appos") if s.words[c].label != "DATE"]  # "Monday, the first visit"
    inner = {i for c in (*asides, *s.all_children(target, "relcl", "acl")) for i in s.subtree(c)}
    run = [i for i in s.subtree(target) if i not in inner and s.words[i].dep != "appos"]
    places = (p for p in s.all_children(target, "prep") if s.words[p].lemma in NO_DATE and not is_time_phrase(s, p))
    others = (c - 1 for c in dates(s, target)[1:])
    stop = min((*places, *others), default=len(s.words))  # "two months in Lima", "on 3 May 2011 and 4 June 2012"
    run = [i for i in run if i < stop]
    while run and (s.words[run[0]].lemma in ("the", "a", "an") or s.words[run[0]].pos == "PUNCT"):
        run.pop(0)
    marks = (
        n for n, i in enumerate(run) if s.words[i].text in ("(", ")", ";", ":", "than", "including") or leaves(s, i)
    )
    run = run[: next(marks, len(run))]
    while run and run[-1] + 1 < len(s.words) and s.words[run[-1] + 1].label == "DATE" and not is_over(s, run[-1] + 1):
        run.append(run[-1] + 1)
    while run and s.words[run[-1]].pos in ("PUNCT", "ADP"):
        run.pop()
    return run
