"""People: capitalised words behind a title, and surnames that stood behind one elsewhere in the document."""

import re
from collections.abc import Sequence
from difflib import get_close_matches

from graph.extract.gazetteer import Gazetteer, plain
from graph.extract.lexicon import Lexicon
from graph.extract.naming import Found, join, make_name
from graph.extract.office_seats import country_size, mission_size
from graph.extract.open_titles import GENERAL_BODIES, is_name_like, open_themes, open_title
from graph.extract.portfolios import AFFAIRS, LED_BY, SPECIFYING, led_title, themes_end
from graph.extract.spacy_model import is_only_verb
from graph.extract.text import Token, is_capital
from graph.extract.words import words
from graph.model import EntityType


def find_person(tokens: Sequence[Token], at: int, lexicon: Lexicon, gazetteer: Gazetteer) -> Found:
    """A person behind one or more titles, or a surname that stood behind a title elsewhere in the document."""
    start = at
    opened = open_title(tokens, at, gazetteer) if is_capital(tokens[at].text) else 0
    if opened and opened <= title_at(tokens, at, gazetteer):
        opened = 0
    while size := (opened if at == start else 0) or title_at(tokens, at, gazetteer):
        at += size
        if at < len(tokens) and tokens[at].text == ",":
            break
        at += portfolio_size(tokens, at, gazetteer)
        if at + 1 < len(tokens) and tokens[at].text in DASHES and title_at(tokens, at + 1, gazetteer):
            at += 1  # "Deputy Premier – Minister of Trade X Y"
            continue
        # "Deputy Premier and Minister of Trade X Y" is one; "the President and Secretary X" are two.
        joined = at + 1 < len(tokens) and tokens[at].text == "and" and tokens[at - 1].text != "President"
        second = title_at(tokens, at + 1, gazetteer) if joined else 0
        portfolio = second and portfolio_size(tokens, at + 1 + second, gazetteer)
        # so is "Deputy Premier and Foreign Minister X Y", but not "the Premier and Foreign Minister Y"
        before = tokens[start - 1].text if start else ""
        several = before.lower() == "the" or (is_capital(before) and before not in gazetteer.demonyms)
        held = second > 1 and not several and tokens[at + second].text in SECOND_OFFICES
        at += bool(portfolio or held)
    title, named = join(tokens[start:at]), at
    if title and (skipped := country_size(tokens, at, gazetteer)):
        named = at + skipped
        if person_end(tokens, named, lexicon, gazetteer) - named < 2:  # "the President of Peru Monday"
            named = at
    at = named
    end = person_end(tokens, at, lexicon, gazetteer)
    if opened and not is_name_like(tokens, at, gazetteer):
        return None
    known = bool(title) or join(tokens[at:end]) in lexicon.persons
    known = known or (any(is_joined(t.text) for t in tokens[at + 1 : end]) and tokens[at].text not in NOT_GIVEN)
    known = known or is_relative(tokens[at:end], lexicon, gazetteer)
    if end == at or not known:
        return None
    written = AFTER.sub("", join(tokens[at:end]))
    full = lexicon.persons.get(written, written)
    if end + 1 < len(tokens) and tokens[end].text == "," and tokens[end + 1].text in ("Jr.", "Sr."):
        end += 2
    return end, make_name(
        tokens, start, end, kind=EntityType.PERSON, found_by="title" if title else "person", name=full, title=title
    )


AFTER = re.compile(r" (?:MP|MEP|KC|QC|SC|CBE|OBE|KBE|MBE|AC|AO)$")  # what stands behind a name and is none of it
SECOND_OFFICES = ("Minister", "Secretary", "Coordinator", "Representative")
# Titles of several: "Presidents Berg and Holm".
OF_SEVERAL = frozenset(
    {"Presidents", "Ministers", "Premiers", "Chancellors", "Secretaries", "Ambassadors", "Senators", "Generals"}
    | {"Kings", "Commissioners", "Professors", "Messrs"}
)


# What stands with a capital before a surname and is no given name: "Yesterday Berg left", "Candidate Berg".
NOT_NAMES = frozenset(
    {"Yesterday", "Today", "Tomorrow", "Meanwhile", "Later", "Earlier", "Team", "Camp", "Democrat", "Republican"}
)


ALIKE = 0.8  # of two spellings of one given name


def is_relative(run: Sequence[Token], lexicon: Lexicon, gazetteer: Gazetteer) -> bool:
    """Whether a name of two words ends in a known person's surname and is somebody else's: "Ann Berg" by Carl Berg."""
    if len(run) != 2:
        return False
    first, full = run[0].text, lexicon.persons.get(run[1].text, "")
    given = first.isalpha() and first.istitle() and not first.endswith("ly") and first not in NOT_NAMES
    given = given and first not in NOT_GIVEN | OF_SEVERAL
    given = given and first.lower() not in words().callings | words().function and first not in gazetteer.demonyms
    known = full.split()
    return given and len(known) > 1 and not get_close_matches(first, known, cutoff=ALIKE)


# What the names of groups and places begin with that go on like a person's: "Ansar al-Sharia", "Sharm el-Sheikh".
NOT_GIVEN = frozenset(
    {
        "Ansar",
        "Ahrar",
        "Dar",
        "Deir",
        "Harakat",
        "Hayat",
        "Hizb",
        "Jabal",
        "Jabhat",
        "Jund",
        "Khan",
        "Liwa",
        "Majlis",
        "Ras",
    }
    | {"Saraya", "Sharm", "Shatt", "Tahrir", "Tel", "Tell", "Umm", "Wadi", "Bab", "Beit", "Bayt", "Ain", "Kafr", "Tal"}
)
JOINED = re.compile(r"(?:al|el|ul|an|as|ad|ar|at|az|ash|bin|ibn)[-–‑][A-Z]")


def is_joined(text: str) -> bool:
    """Whether a word is a surname that an article is joined to: "el-Sisi", "al-Assad"."""
    return JOINED.match(text) is not None


def portfolio_size(tokens: Sequence[Token], at: int, gazetteer: Gazetteer) -> int:
    """How many tokens tell what a minister is for, before the name: "of Foreign Affairs X Y", "for Trade X Y"; or 0."""
    # "Minister of State at the Ministry of Foreign Affairs X Y"
    ministry = 3 * ([t.text for t in tokens[at : at + 3]] in (["at", "the", "Ministry"], ["in", "the", "Ministry"]))
    if at + ministry >= len(tokens) or tokens[at + ministry].text not in ("of", "for", "on"):
        return 0
    if tokens[at].text == "on":  # "Special Rapporteur on Torture X Y"
        told = at > 0 and tokens[at - 1].text in ON_THEMES and at + 1 < len(tokens)
        return max(open_themes(tokens, at + 1 + (tokens[at + 1].text == "the"), gazetteer) - at, 0) if told else 0
    if size := mission_size(tokens, at, gazetteer):
        return size
    first = at + ministry + 1
    first += first < len(tokens) and tokens[first].text == "the"  # "Minister of the Interior X Y"
    end, _ = themes_end(tokens, first, gazetteer)
    landed = bool(end) and country_size(tokens, end, gazetteer) > 0  # "Minister of Trade of Peru X Y"
    named = end and end < len(tokens) and is_capital(tokens[end].text) and tokens[end - 1].spaced
    named = named and not (
        tokens[first - 1].text == "the" and tokens[end].text in gazetteer.heads
    )  # "of the Land Bank"
    joined = end and end + 1 < len(tokens) and tokens[end].text == "and" and title_at(tokens, end + 1, gazetteer)
    own = open_themes(tokens, first, gazetteer)  # "Chief of Defence Staff X Y"
    return max((end if named or landed or joined else 0), own, at) - at


ON_THEMES = ("Rapporteur", "Envoy", "Adviser", "Advisor", "Representative", "Coordinator", "Expert", "Commissioner")
RANKS = ("Deputy", "Assistant", "Associate", "Acting", "Interim", "Vice", "First", "Federal")
DASHES = ("–", "—", "-")


AIDES = ("Assistant", "Adviser", "Advisor", "Aide", "Counselor", "Counsellor", "Envoy", "Representative")
AIDE_RANKS = ("Deputy", "Special", "Senior", "Personal")
FIRST = frozenset({*LED_BY, *SPECIFYING, *AFFAIRS, *RANKS, *AIDES, *AIDE_RANKS})  # how titles begin that no list has


def title_at(tokens: Sequence[Token], at: int, gazetteer: Gazetteer) -> int:
    """How many tokens of a title stand here, 0 where none does ("General" in "General Debate" is none)."""
    if at >= len(tokens) or (tokens[at].text not in FIRST and tokens[at].text not in words().openings):
        return 0  # which is asked of every word
    if size := led_title(tokens, at) or aide_size(tokens, at, gazetteer):
        return size
    ranked = at + 1 < len(tokens) and tokens[at].text in RANKS
    if ranked and join(tokens[at : at + 2]) not in words().titles:
        size = title_at(tokens, at + 1, gazetteer)  # "Deputy Treasury Secretary"
        return size + 1 if size else 0
    if tokens[at].text not in words().openings:
        return 0
    for size in (4, 3, 2, 1):
        if join(tokens[at : at + size]) in words().titles and at + size < len(tokens):
            following = tokens[at + size].text
            general = tokens[at].text == "General" and size == 1
            second = tokens[at + 2].text if general and at + 2 < len(tokens) else ""
            body = following in gazetteer.heads or (general and following in GENERAL_BODIES)
            body = body or second in gazetteer.heads  # "General Border Committee"
            return 0 if body else size
    return 0


def aide_size(tokens: Sequence[Token], at: int, gazetteer: Gazetteer) -> int:
    """How many tokens an office beside another one takes: "Deputy Assistant to the President Ann Berg"; or 0."""
    first = at + (tokens[at].text in AIDE_RANKS)
    if first + 3 >= len(tokens) or tokens[first].text not in AIDES:
        return 0
    size = title_at(tokens, first + 3, gazetteer) if join(tokens[first + 1 : first + 3]) == "to the" else 0
    return first + 3 + size - at if size else 0


# What stands before the name of a country and tells a part of it, not a given name: "West Jordan".
PARTS = frozenset(
    {"North", "South", "East", "West", "Northern", "Southern", "Eastern", "Western", "Central", "New", "Upper", "Lower"}
    | {"Greater", "Lake", "Saint", "St", "Northeast", "Northwest", "Southeast", "Southwest", "Republic", "Kingdom"}
)


def is_land_of_person(tokens: Sequence[Token], at: int, end: int, gazetteer: Gazetteer) -> bool:
    """Whether a country's name is part of a person's that begins at `at`: "Patricia Scotland", "Minister Israel Katz".

    The last word behind a given name, or behind a title the first before a surname.
    """
    entry = gazetteer.names.get(plain(tokens[end].text))
    if entry is None or entry.type not in LANDS or not tokens[end].text.istitle():
        return False
    following = tokens[end + 1].text if end + 1 < len(tokens) else "."
    if end > at:
        given = tokens[end - 1].text
        return end - at <= MOST_GIVEN and given.istitle() and given not in PARTS and not is_capital(following)
    titled = bool(at) and tokens[at - 1].text in HOLDERS
    named = plain(following) in gazetteer.names or following in gazetteer.demonyms or following in gazetteer.heads
    return titled and following.istitle() and not named and not title_at(tokens, end + 1, gazetteer)


LANDS = (EntityType.COUNTRY, EntityType.REGION)
MOST_GIVEN = 2  # given names before a surname that is a country's name too
HOLDERS = (
    "Minister",
    "President",
    "Secretary",
    "Ambassador",
    "Chancellor",
    "Premier",
    "Senator",
    "Commissioner",
    "General",
)


def person_end(tokens: Sequence[Token], at: int, lexicon: Lexicon, gazetteer: Gazetteer) -> int:
    """Where the capitalised words of a person's name that begin here end; `at` itself where none begins."""
    end = at
    while end < len(tokens) and end - at < 8:
        if (end > at or tokens[end].text != ".") and (size := joint_size(tokens, end)):
            end += size
            continue
        if end > at and (size := nickname_size(tokens, end)):
            end += size
            continue
        token = tokens[end]
        if token.text in ("Jr.", "Sr."):
            return end + (end > at)
        capital = is_capital(token.text) or is_joined(token.text)
        if not capital or token.text in gazetteer.heads:
            break
        if token.text.lower() in words().function and not (end == at and is_surname(tokens, at, lexicon, gazetteer)):
            break
        if plain(token.text) in gazetteer.names and token.text not in lexicon.persons:
            if is_land_of_person(tokens, at, end, gazetteer):
                end += 1
                continue
            break
        joined = end > at and tokens[end - 1].text.lower() in words().particles  # "bin Sultan"
        if not joined and (token.text in gazetteer.demonyms or title_at(tokens, end, gazetteer)):
            break
        if end > at and is_only_verb(token.text.lower()):  # "Minister Berg Announces New Plan"
            break
        end += 1
    return end


# Surnames that are spelt as little words of English are.
LITTLE = ("An", "Do", "He", "So", "To", "You")


def is_surname(tokens: Sequence[Token], at: int, lexicon: Lexicon, gazetteer: Gazetteer) -> bool:
    """Whether a little word with a capital behind a title is a surname: "Minister Do Quang Binh", "Premier He Lifeng".

    Not in a line where every word has one, "President To Visit Lima": what follows is no word of the document.
    """
    if tokens[at].text not in LITTLE or not at or not is_capital(tokens[at - 1].text) or at + 1 >= len(tokens):
        return False
    given = tokens[at + 1].text
    known = plain(given) in gazetteer.names or given in gazetteer.demonyms or given in gazetteer.heads
    return given.istitle() and given.lower() not in lexicon.lower | words().function and not known


def nickname_size(tokens: Sequence[Token], at: int) -> int:
    """How many tokens a name in quotation marks takes inside a person's name: 'Hector "El Zorro" Mamani'; or 0."""
    if tokens[at].text not in ('"', "“"):
        return 0
    for size in (3, 4, 5):
        run = tokens[at : at + size]
        closed = len(run) == size and run[-1].text in ('"', "”") and at + size < len(tokens)
        if closed and all(is_capital(t.text) for t in run[1:-1]):
            return size if is_capital(tokens[at + size].text) else 0
    return 0


def joint_size(tokens: Sequence[Token], at: int) -> int:
    """How many tokens here only join parts of a person's name: the point of an initial, "van der", "bin"."""
    if tokens[at].text == "." and len(tokens[at - 1].text) == 1:
        return 1 if at + 1 < len(tokens) and is_capital(tokens[at + 1].text) else 0
    size = 0
    while at + size < len(tokens) and tokens[at + size].text.lower() in words().particles:
        size += 1
    return size if size and at + size < len(tokens) and is_capital(tokens[at + size].text) else 0
