"""Titles, fields and bodies that no list has, told by the full name behind them: "Rural Health Director Ana Lund"."""

from collections.abc import Sequence
from functools import lru_cache

from graph.extract.gazetteer import Gazetteer, plain
from graph.extract.given_names import given_names
from graph.extract.naming import known_runs
from graph.extract.spacy_model import is_english, is_plain_verb
from graph.extract.text import Token, is_capital, opens_sentence
from graph.extract.words import words
from graph.model import EntityType

# What titles that a house or a State makes for itself end in.
OFFICES = frozenset(
    {"Director", "Coordinator", "Adviser", "Advisor", "Officer", "Manager", "Administrator", "Secretary", "Envoy"}
    | {"Representative", "Commissioner", "Negotiator", "Spokesperson", "Spokesman", "Spokeswoman", "Counsel", "CEO"}
    | {"Counsellor", "Counselor", "Councillor", "Councilor", "Judge", "Prosecutor", "Scientist", "Economist", "Chair"}
    | {"Analyst", "Specialist", "Inspector", "Superintendent", "Rapporteur", "Controller", "Auditor", "Registrar"}
    | {"Commander", "Attaché", "Minister", "Head", "Chief", "President", "Leader", "Rector", "Dean", "Editor"}
    | {"Whip", "Treasurer", "Ombudsman", "Advocate", "Investigator", "Delegate", "Ambassador", "Ambassador-at-Large"}
)
# What "General" opens that is no officer: "General Affairs Council", "General Review of Quotas".
GENERAL_BODIES = frozenset(
    {"Security", "Intelligence", "Staff", "Command", "Directorate", "Headquarters", "Affairs", "Review", "Atomics"}
    | {"Attorney", "Authorization", "Authorizations", "Provisions", "Comment", "Election", "Elections", "Purpose"}
    | {"Obligations"}
)
MOST_BEFORE = 5  # words of a title before the office
PASSING = ("Former", "Ex", "Late", "Outgoing", "Incoming", "Newly", "Then", "New", "Dear", "Future", "Ousted", "Exiled")


def open_title(tokens: Sequence[Token], at: int, gazetteer: Gazetteer) -> int:
    """How many tokens an office with its own words before it takes that no list has, which a full name proves; or 0."""
    if not any(t.text in OFFICES for t in tokens[at : at + MOST_BEFORE + 1]):  # which is asked of every capital
        return 0
    end = office = at
    while end < len(tokens) and end - at <= MOST_BEFORE and is_capital(tokens[end].text):
        text = tokens[end].text
        if text not in OFFICES and (text in words().titles or is_name_like(tokens, end, gazetteer)):
            break
        end += 1
        if text in OFFICES:
            office = end
        elif office == at and end < len(tokens) and tokens[end].text in ("and", "&"):
            end += 1  # "Security and Intelligence Adviser"
    if office == at or office != end or end == len(tokens) or (end == at + 1 and tokens[at].text in words().titles):
        return 0
    opening = tokens[at].text.lower() if end > at + 1 and opens_sentence(tokens, at) else ""
    verb = opening.endswith(("ing", "ly", "ed")) or is_plain_verb(opening)
    told = all(tokens[i].text in ("and", "&", *OFFICES) or is_own_word(tokens, i, gazetteer) for i in range(at, end))
    return end - at if told and not verb else 0


LANDS = (EntityType.COUNTRY, EntityType.REGION, EntityType.PLACE)
ACTING = (*LANDS, EntityType.ORGANIZATION, EntityType.GROUP)


def is_own_word(tokens: Sequence[Token], at: int, gazetteer: Gazetteer) -> bool:
    """Whether a word may stand in a title before the office: English, no name and no body's head noun."""
    text = tokens[at].text
    head = gazetteer.heads.get(text)
    if text in gazetteer.demonyms or text in PASSING or (head is not None and head.type is EntityType.ORGANIZATION):
        return False
    if text.lower() in words().function or text in words().honorifics or text.endswith("ese"):
        return False
    plain_word = is_plain_word(text) and not (text.isupper() and text.isalpha())
    return plain_word and not is_known(tokens, at, gazetteer, ACTING)


def is_known(tokens: Sequence[Token], at: int, gazetteer: Gazetteer, kinds: Sequence[EntityType]) -> bool:
    """Whether a name of one of some kinds begins here that the gazetteer has."""
    known = (gazetteer.names.get(name) for _, name in known_runs(tokens, at, gazetteer))
    return any(entry is not None and entry.type in kinds for entry in known)


def is_name_like(tokens: Sequence[Token], at: int, gazetteer: Gazetteer) -> bool:
    """Whether a full name begins here: two words in capitals, the first a given name or no English word."""
    if at >= len(tokens):
        return False
    first, second = tokens[at].text, tokens[at + 1].text if at + 1 < len(tokens) else ""
    if second == "." and len(first) == 1:  # "J. Silva"
        return at + 2 < len(tokens) and is_capital(tokens[at + 2].text)
    capital = is_capital(first) and (is_capital(second) or second.lower() in words().particles)
    if not capital or not tokens[at].spaced or first in gazetteer.heads or first in gazetteer.demonyms:
        return False
    if second in gazetteer.heads or second in OFFICES or first in OFFICES or plain(first) in gazetteer.names:
        return False
    if first.lower() in words().function:
        return False
    given = first in given_names().women or first in given_names().men
    if given or (first.istitle() and not is_plain_word(first)):
        return True
    last = at + 2 >= len(tokens) or not is_capital(tokens[at + 2].text)
    return first.istitle() and last and not is_plain_word(second)  # "Ted Okonjo"


@lru_cache(maxsize=4096)
def is_plain_word(text: str) -> bool:
    """Whether a word with a capital, or each part of it, is one of English."""
    return all(is_english(part.lower()) for part in text.split("-"))


SMALL = ("of", "the", "for", "and", "on", "to", "in", "&", "'s", "’s", "against")
BODIES = ("Delegation", "Group", "Programme", "Program", "Movement", "Club", "Team", "Division", "Branch")
LONGEST_FIELD = 12  # tokens of a field or of a body's name


def open_themes(tokens: Sequence[Token], at: int, gazetteer: Gazetteer) -> int:
    """Where a field ends that no list has, before a full name: "Preparedness and Response Ana Lund"; or 0."""
    end, lands = at, "for" in [t.text for t in tokens[max(at - 2, 0) : at]]  # "Envoy for the Syria Crisis"
    while end < len(tokens) and end - at < LONGEST_FIELD:
        text = tokens[end].text
        if end > at and (text in words().titles or is_name_like(tokens, end, gazetteer)):
            return end if is_capital(tokens[end - 1].text) else 0
        joint = end > at and text in ("and", "&", ",")
        own = is_capital(text) and (
            is_own_word(tokens, end, gazetteer) or (lands and is_known(tokens, end, gazetteer, LANDS))
        )
        if not joint and not own:
            return 0
        end += 1
    return 0


def open_place(tokens: Sequence[Token], at: int, gazetteer: Gazetteer) -> int:
    """Where the town or land of a mayor ends that begins here, before a full name: "Kyiv Ana Lund"; or 0."""
    end = at
    while end < len(tokens) and is_capital(tokens[end].text) and tokens[end].text not in gazetteer.heads:
        end += 1
    known = next((size for size, _ in known_runs(tokens, at, gazetteer)), 0) if end > at else 0
    size = known or int(end - at == len(("Kyiv", "Ana", "Lund")))
    return at + size if size and is_name_like(tokens, at + size, gazetteer) else 0


def open_body(tokens: Sequence[Token], at: int, gazetteer: Gazetteer) -> int:
    """Where a body's name ends that begins here, before a full name: "Bank of Uganda Ana Lund"; or 0 for none."""
    headed = False
    for end in range(at, min(at + LONGEST_FIELD, len(tokens))):
        text = tokens[end].text
        named = is_name_like(tokens, end, gazetteer) or text in words().titles
        if headed and named and is_capital(tokens[end - 1].text):
            return end
        if not is_capital(text) and text not in SMALL:
            return 0
        head = gazetteer.heads.get(text)
        headed = headed or (head is not None and head.type is EntityType.ORGANIZATION) or text in BODIES
    return 0
