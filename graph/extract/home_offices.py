"""Whose office is meant without a name where a document speaks for one country: "the President received X"."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache

from graph.extract.letterheads import is_agency_report, outside
from graph.extract.parse import Parse, Sentence, Word
from graph.extract.short_names import SECOND
from graph.extract.signatures import heading_of
from graph.extract.words import words
from graph.model import Document, EntityType, Mention, PassageKind

NEAR = 90  # characters beside a name in which an office of its bearer stands
MET = "?"  # the state of whom the text tells no deed: perhaps another one
# Names of countries that stand behind an article.
THE = re.compile(r"United|Netherlands|Philippines|Maldives|Gambia|Bahamas|.*(?:Republic|Islands|Federation|Kingdom)\b")
# What stands between an office and the name of its bearer, or behind the office: "of Foreign Affairs", " of Peru".
MORE = r"(?:,? (?:of|for|and|the|[A-Z][\w’'-]*))*"
RANK = r"(?: [A-Z][\w’'-]*){0,3}?"
END = r"(?: (?:of|for|and)\b|[,.;)]|$)"


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeOffices:
    """Who bears which office of state by the whole document, as lower-case title → person → state or nothing.

    `headed` are the offices in the heading, whose bearers speak and mean somebody else's by "the President";
    `briefing` is who answers in a transcript; `seated` are the offices in whose house the document was issued.
    """

    bearers: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    people: Mapping[str, Mention] = field(default_factory=dict)
    headed: frozenset[str] = frozenset()
    briefing: frozenset[str] = frozenset()
    seated: frozenset[str] = frozenset()

    def meant(self, title: str, home: Mention | None) -> Mention | None:
        """Who bears an office of the country that a document speaks for: a person, else the office; None where open."""
        state = home.name if home is not None else ""
        known = self.bearers.get(title.lower(), {})
        own = [name for name, of in known.items() if of in ("", state)]
        if len(own) == 1:
            return self.people[own[0]]
        seated = title.lower() in self.seated and (not state or state not in known.values())
        if home is None or (known and not seated) or (title.lower() in self.headed and not seated):
            return None
        return replace(home, name=office_of(title, home.name), type=EntityType.ROLE, found_by="named phrase")


def office_of(title: str, state: str) -> str:
    """An office with its state: "Prime Minister of the United Kingdom"."""
    return f"{title} of {'the ' if THE.match(state) else ''}{state}"


# Whose house or office issues a document that has it as a line of its own.
SEATS = {
    title: re.compile(rf"(?:From: ?|The )*(?:{house})(?:,| of\b| [–—-] |$)", re.IGNORECASE)
    for title, house in (
        ("president", "White House|Office of the President|Presidency|Presidential (?:Office|Administration)"),
        ("prime minister", "Prime Minister['’]s (?:Office|Department)|Office of the Prime Minister"),
        ("taoiseach", "Department of the Taoiseach"),
        ("king", "Royal (?:Hashemite )?Court"),
        ("foreign minister", "Ministry of (?:Foreign|External) Affairs|Foreign Ministry"),
    )
}
LETTERHEAD = 6  # lines above a text
# Whose deeds a title tells first: "PM meeting with X", "Readout: Taoiseach's call", "President Lee meets X".
IN_TITLE = re.compile(
    r"(?:(?:Readout|Statement|Note)(?: of)?:? (?:the )?)?(?P<office>[A-Z][\w-]*(?: [A-Z][\w-]*)?)"
    r"(?: [A-Z][\w.’'-]*){0,4}?(?:['’]s)? (?P<next>[a-z]+)\b"
)
OPEN = ("of", "for", "and", "to", "in", "on", "at", "says", "said")
SHORT = {"pm": "prime minister"}


def seats_of(parsed: Parse) -> frozenset[str]:
    """The offices by which a document means its own country's bearer: the White House calls its own "the President".

    Those whose house is a line above the text, and the one whose deeds its title tells first.
    """
    lines = [s.text.strip() for s in parsed.sentences[:LETTERHEAD] if s.kind is PassageKind.HEADING]
    seated = {title for title, seat in SEATS.items() if any(seat.match(line) for line in lines)}
    told = IN_TITLE.match(parsed.document.title) if not is_agency_report(parsed.document) else None
    office = told["office"].lower() if told is not None and told["next"] not in OPEN else ""
    forms = {office, office.split(" ")[0]}
    forms |= {SHORT[form] for form in forms & SHORT.keys()}
    return frozenset(seated | (forms & {title.lower() for title in words().state_offices}))


def find_bearers(
    parsed: Parse, home: Mention | None, states: Mapping[str, str], turns: Mapping[int, tuple[Mention, ...]]
) -> HomeOffices:
    """Who bears which office of state in a document that speaks for the country `home` or is an office's own.

    `states` are those of people in office. Who bears one without a state told is its country's where the person acts at
    all: "President Berg signed".
    """
    seated = seats_of(parsed)
    if not seated and (home is None or home.type is not EntityType.COUNTRY):
        return HomeOffices()
    bearers: dict[str, dict[str, str]] = {title.lower(): {} for title in words().state_offices}
    people: dict[str, Mention] = {}
    for s in parsed.sentences:
        for word in s.words:
            if word.name is None or word.name.type is not EntityType.PERSON:
                continue
            for title in words().state_offices:
                if holds(s, word, title):
                    person = outside(parsed.document, word.name.name, EntityType.PERSON)
                    people[word.name.name] = replace(person, found_by="title")
                    known = bearers[title.lower()]
                    state = states.get(word.name.name) or ("" if word.dep in ("nsubj", "nsubjpass") else MET)
                    known[word.name.name] = min(known.get(word.name.name, state), state)
    return HomeOffices(
        bearers={title: known for title, known in bearers.items() if known},
        people=people,
        headed=offices_in_heading(parsed.document),
        briefing=frozenset(m.name for told in turns.values() for m in told),
        seated=seated,
    )


def holds(s: Sentence, person: Word, title: str) -> bool:
    """Whether a person bears a title, before the name or beside it: "the Minister of Trade, Ms. Berg"."""
    told = frozenset(person.name.title.lower().split()) if person.name is not None else frozenset[str]()
    asked = frozenset(title.lower().split())
    if asked <= told and told & SECOND <= asked:
        return True
    ahead, behind = s.text[max(0, person.start - NEAR) : person.start], s.text[person.end : person.end + NEAR]
    before, after = beside(title)
    return before.search(ahead) is not None or after.match(behind) is not None


@cache
def beside(title: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """An office as it stands before the name of its bearer, and behind it."""
    office = rf"(?<!Vice )(?<!Vice-)(?<!Deputy )(?<!Prime ){form_of(title)}"
    return re.compile(rf"\b{office}{MORE},\s*$"), re.compile(rf",(?: the)?{RANK} {office}{END}")


def form_of(title: str) -> str:
    """How an office may be spelled, as a pattern: "Foreign Minister" is "Minister of Foreign Affairs" as well."""
    field_, _, head = title.rpartition(" ")
    if head != "Minister" or field_ in ("Prime", "Deputy Prime"):
        return re.escape(title)
    theme = {"Foreign": "(?:Foreign|External)", "Defence": "Defen[cs]e"}.get(field_, re.escape(field_))
    return rf"(?:{theme} Minister|Minister (?:of|for)(?: the| National)? {theme})"


def offices_in_heading(document: Document) -> frozenset[str]:
    """The offices of state that a heading tells, in small letters: "Address by the President"."""
    heading = f"{document.title}\n{heading_of(document)[0]}"
    return frozenset(
        title.lower() for title in words().state_offices if re.search(rf"\b{form_of(title)}\b", heading, re.IGNORECASE)
    )
