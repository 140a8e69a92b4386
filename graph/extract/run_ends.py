"""Where a run of capitalised words ends, and which noun in it makes it a name."""

import re
from collections.abc import Sequence

from graph.extract.gazetteer import Gazetteer, Head, plain
from graph.extract.listed_names import known_size
from graph.extract.text import Token, is_capital, is_ordinal
from graph.extract.words import words
from graph.model import EntityType


def run_end(tokens: Sequence[Token], at: int, gazetteer: Gazetteer) -> int:
    """Where the unbroken capitalised words end that begin at a token."""
    end = at
    while end < len(tokens):
        known = known_size(tokens, end, gazetteer)
        if known > 1:
            end += known
        elif goes_on(tokens, at, end, gazetteer):
            end += 1
        else:
            break
    return end


PARTICLES = ("bin", "bint", "ibn", "de", "del", "da", "dos", "das", "la", "los", "las")


def goes_on(tokens: Sequence[Token], at: int, end: int, gazetteer: Gazetteer) -> bool:
    """Whether a run that began at `at` takes the token at `end` in: a capitalised word, "and", a possessive mark."""
    text = tokens[end].text
    if is_capital(text):
        # "African countries" behind a name is another phrase.
        return not (text in gazetteer.demonyms and end > at and lower_next(tokens, end))
    if text in ("and", "&"):
        if tokens[end - 1].text in ("Strategy", "Policy") and [t.text for t in tokens[end + 1 : end + 3]] in TWINS:
            return True  # "the National Biodiversity Strategy and Action Plan"
        if at and tokens[at - 1].text in ("a", "an", "the") and is_agreement_on(tokens, end, gazetteer):
            return True  # "a Strategic Partnership and Cooperation Agreement"
        known = known_size(tokens, at, gazetteer)  # "the African Union Support and Stabilization Mission"
        if known and end == at + known:
            return False
        inside = any(t.text in gazetteer.heads for t in tokens[at + known : end])
        return not inside and head_follows(tokens, end + 1, gazetteer)
    if text in PARTICLES:  # "the Mohammed bin Zayed Initiative", "the Santa Cruz de la Sierra Agreement"
        ahead = [t.text for t in tokens[end + 1 : end + 3] if t.text not in PARTICLES]
        return end > at and bool(ahead) and is_capital(ahead[0])
    if text in ("'s", "’s", "'", "’"):
        unknown = end > at and plain(tokens[end - 1].text) not in gazetteer.names
        return unknown and end + 1 < len(tokens) and is_capital(tokens[end + 1].text)
    return end == at and is_ordinal(text)


TWINS = (["Action", "Plan"], ["Implementation", "Plan"])  # what goes with a strategy in one paper


def is_agreement_on(tokens: Sequence[Token], end: int, gazetteer: Gazetteer) -> bool:
    """Whether "and" at a token joins what one agreement is on: its head noun stands behind the second theme alone."""
    last = end + 1
    while last < len(tokens) and is_capital(tokens[last].text):
        last += 1
    head = gazetteer.heads.get(tokens[last - 1].text) if last - end > 2 else None
    first = gazetteer.heads.get(tokens[end - 1].text)
    agreed = head is not None and head.type is EntityType.AGREEMENT
    return agreed and (first is None or first.type is EntityType.INITIATIVE)


def lower_next(tokens: Sequence[Token], at: int) -> bool:
    """Whether the token after this one begins in lower case."""
    return at + 1 < len(tokens) and tokens[at + 1].text[:1].islower()


def head_follows(tokens: Sequence[Token], at: int, gazetteer: Gazetteer) -> bool:
    """Whether capitalised words begin here, right behind "and", that end in a head noun."""
    end = at
    while end < len(tokens) and is_capital(tokens[end].text):
        end += 1
    return end - at > 1 and tokens[end - 1].text in gazetteer.heads and plain(tokens[at].text) not in gazetteer.names


def head_word(run: Sequence[Token], gazetteer: Gazetteer) -> str:
    """The last word of a run that is a head noun, or the last of one of two words."""
    return next((t.text for t in reversed(run) if t.text in gazetteer.heads), run[-1].text)


def head_of(run: Sequence[str], gazetteer: Gazetteer) -> Head | None:
    """The head noun of a name: the last word before its first connector that is one."""
    breaks = words().connectors - {"and", "&"}  # "Trade and Development Agency" is an agency
    stop = next((i for i, word in enumerate(run) if i and word in breaks), len(run))
    participle = next((i for i in range(1, stop) if run[i].endswith("ing") and run[i][0].isupper()), stop)
    for limit in (participle, stop):
        for at in reversed(range(limit)):  # "Working Group" is a body, where "Group" is several
            for head in (" ".join(run[max(0, at - 1) : at + 1]), run[at]):
                if head in gazetteer.heads:
                    return gazetteer.heads[head]
    return None


ROMAN = re.compile(r"[IVXLC]+(?:bis)?")


YEARS = re.compile(r"(?:19|20)\d\d(?:[-–](?:20)?\d\d)?")
# What is made for a year or for several.
PLANS = (
    *("Agenda", "Plan", "Strategy", "Vision", "Roadmap", "Programme", "Program", "Action Plan", "Workplan"),
    *("Framework", "Compact", "Policy"),
)


def years_end(tokens: Sequence[Token], end: int) -> int:
    """Where the years behind a plan's name end, which are no time of a deed: "Strategy 2025-2035", "Plan for 2026"."""
    if end >= len(tokens) or tokens[end - 1].text not in PLANS:
        return end
    led = tokens[end].text == "for"
    at = end + led + (2 if led and [t.text for t in tokens[end + 1 : end + 3]] == ["the", "period"] else 0)
    years = tokens[at].text if at < len(tokens) else ""
    behind = tokens[at + 1].text if at + 1 < len(tokens) else ""
    if behind[:1].islower() and behind not in words().function:  # "the Plan for 2026 budget talks"
        return end
    return at + 1 if YEARS.fullmatch(years) and (led or len(years) > len("2025")) else end


def number_end(tokens: Sequence[Token], end: int) -> int:
    """Where a number behind a name ends: "Resolution 1325 (2000)", "Action Plan (2025-2027)", "Task Force 59"."""
    if (
        end < len(tokens)
        and tokens[end - 1].text in ("Article", "Chapter", "Annex")
        and ROMAN.fullmatch(tokens[end].text)
    ):
        return end + 1
    number = end < len(tokens) and tokens[end].text.isdigit() and not tokens[end - 1].text[-1].isdigit()
    if number and not counts_next(tokens, end):
        end += 1
        if end + 1 < len(tokens) and tokens[end].text == "/" and tokens[end + 1].text.isdigit():  # "resolution 71/199"
            end += 2
    if end + 2 < len(tokens) and tokens[end].text == "(" and tokens[end + 2].text == ")":
        years = plain(tokens[end + 1].text).split("-")
        if all(len(y) == 4 and y.isdigit() for y in years):
            end += 3
    return years_end(tokens, end)


def counts_next(tokens: Sequence[Token], at: int) -> bool:
    """Whether the number at `at` counts what follows, a plural: "left the Union 15 years ago", "paid it 3 million"."""
    after = tokens[at + 1].text if at + 1 < len(tokens) else "."
    if after in ("million", "billion", "thousand", "percent"):
        return True
    return after.isalpha() and after.islower() and after.endswith("s") and after not in words().function
