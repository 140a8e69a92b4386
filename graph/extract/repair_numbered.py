"""Mends in a parse: numbers behind the noun that they tell apart, as parts of a paper and the years of a term."""

import re

from graph.extract.trees import Words, below, child_of, hang, where
from graph.extract.values import YEAR
from graph.model import EntityType

DASHES = ("-", "–", "‑")
PLANS = ("Plan", "Strategy", "Agenda", "Programme", "Program", "Framework", "Roadmap", "Compact", "Policy")
SPANS = ("term", "period", "year", "cycle", "biennium", "season", "triennium", "mandate")
PART = re.compile(r"\d+(?:\.\d+)*|[IVX]+")


@where(DASHES, ("CD", "NUM"))
def mend_years_behind_nouns(words: Words) -> Words:
    """Two years joined by a hyphen are one period: "the seat for the term 2028-2030"."""
    for dash in words[2:-1]:
        first, last = words[dash.i - 1], words[dash.i + 1]
        joined = dash.text in DASHES and first.end == dash.start and dash.end == last.start
        years = re.fullmatch(YEAR, first.text) and re.fullmatch(YEAR, last.text)
        if joined and years and first.text < last.text and not below(words, first.i, last.i):
            hang(words, dash.i, first.i, "punct")
            hang(words, last.i, first.i, "nummod")
    return words


@where(SPANS)
def mend_years_of_terms(words: Words) -> Words:
    """Years right behind a term tell which it is, and not when its clause is so: "backs X for the term 2028–2030"."""
    for years in words[1:]:
        term = words[years.i - 1]
        known = term.lemma in SPANS and term.pos == "NOUN" and term.dep == "pobj"
        if known and re.fullmatch(rf"{YEAR}[–‑-]{YEAR}", years.text) and not below(words, term.i, years.i):
            hang(words, years.i, term.i, "nummod")
    return words


@where(DASHES, "npadvmod")
def mend_years_of_plans(words: Words) -> Words:
    """Years right behind a plan's name are part of it: "endorsed the Health Strategy 2025-2035", and not in 2025."""
    for years in words[2:-2]:
        plan = words[years.i - 1]
        named = plan.name is not None and plan.name.type in (EntityType.INITIATIVE, EntityType.AGREEMENT)
        named = named or (plan.pos == "PROPN" and plan.text in PLANS)
        period = words[years.i + 1].text in DASHES and words[years.i + 2].head == years.i
        if named and period and years.dep == "npadvmod" and re.fullmatch(YEAR, years.text):
            hang(words, years.i, plan.i, "nummod")
    return words


@where("NNS", ("CD", "NUM"), ("and", "("))
def mend_numbered_parts(words: Words) -> Words:
    """Numbers behind a plural are a list, each with its bracket: "sections 1 (land), 3.2 and 3.4 of the Treaty"."""
    for parts in words[:-3]:
        first = words[parts.i + 1]
        if parts.tag != "NNS" or first.head != parts.i or not PART.fullmatch(first.text):
            continue
        numbers, end = [first.i], bracket_end(words, first.i + 1)
        while (following := next_number(words, end)) is not None:
            numbers.append(following)
            end = bracket_end(words, following + 1)
        if len(numbers) == 1 or (words[numbers[-1] - 1].text == "," and words[end - 1].text != ")"):
            continue
        for word in words[first.i + 1 : end]:
            inside = first.i < word.head < end and word.i not in numbers and word.head not in numbers
            if word.i in numbers:
                hang(words, word.i, first.i, "conj")
            elif word.text == "and" and word.i + 1 in numbers:
                hang(words, word.i, first.i, "cc")
            elif not inside:
                hang(words, word.i, first.i, "punct" if word.pos == "PUNCT" else "nmod")
        of = words[end] if end < len(words) else words[0]
        if of.text == "of" and child_of(words, of.i, "pobj") is not None:
            hang(words, of.i, parts.i, "prep")
    return words


def next_number(words: Words, at: int) -> int | None:
    """The number that a list of numbers goes on with behind a comma, "and" or both; or None."""
    start = at
    while at < len(words) and at - start < 2 and words[at].text in (",", "and"):
        at += 1
    return at if start < at < len(words) and PART.fullmatch(words[at].text) else None


def bracket_end(words: Words, at: int) -> int:
    """Where brackets end that open at a word; the word itself where none do."""
    if at >= len(words) or words[at].text != "(":
        return at
    return next((w.i + 1 for w in words[at:] if w.text == ")"), at)
