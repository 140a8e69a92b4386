"""The state of an official whose heading does not name it: "Statement by the Minister of Foreign Affairs"."""

import re

from graph.extract.gazetteer import Gazetteer, plain
from graph.extract.letterheads import countries, outside
from graph.extract.names import find_entries, known_names
from graph.extract.parse import Parse
from graph.extract.quotes import speaks_itself
from graph.extract.seats import capitals
from graph.extract.stands import spoken_for
from graph.model import Document, EntityType, Mention, PassageKind
from graph.offices import STATE_OFFICES

OFFICE = re.compile(
    r"\b(?:(?:Prime |Foreign |Deputy )?Minister|President|Premier|Chancellor|King|Queen|Ambassador"
    r"|Taoiseach|Tánaiste)\b"
)
DATELINE = re.compile(r"^\W*(?P<city>[A-Z][\w’'.-]+(?: [A-Z][\w’'.-]+){0,2}),? ", re.MULTILINE)
# "The writer is Kenya's Minister of Trade", "The author is the Foreign Minister of Peru"
WRITER = re.compile(
    r"\b(?:[Tt]he (?:writer|author)|[Aa]uthor)(?:, [^,.]{5,60},)? (?:is|serves as) (?P<line>[^.\n]{5,160})"
)
# "By Ana Berg and Tom Rao": those who wrote it together
TOGETHER = re.compile(r"(?i)by (?P<first>[^,]{5,60}?),? and (?P<second>[^,]{5,60})")
IS = r"(?: is(?: currently)?| currently serves as| serves as|,)"
ASIDE = r", [^.;]{3,120}?, (?:is(?: currently)?|serves as)"  # "Ana Berg, a former banker, is …"
OFFICE_HELD = re.compile(
    r"\b(?:Minister|President|Premier|Chancellor|Secretary|Ambassador|King|Queen|Envoy)\b", re.IGNORECASE
)
# What tells an office that its bearer speaks from: "the foreign minister of (the Republic of)", "'s Minister of Trade".
ARTICLE = r"(?:[Tt]he |[Aa]n? )?"
BEARER = r"(?i:(?:(?:deputy|vice|prime|first|foreign|defen[cs]e|finance|interior|trade|cabinet|state)[ -]){0,3}"
BEARER += r"(?:(?P<heads>minister|secretary)|president|premier|chancellor|ambassador|king|queen|envoy))\b"
PORTFOLIO = r"(?(heads)(?: (?:of|for) [A-Za-z][\w, &-]*?)?)"  # no president of a chamber is of a state
OFFICE_OF = rf"{ARTICLE}{BEARER}{PORTFOLIO} of (?:the )?(?:\w+ of )?(?:the )?"
OWN_OFFICE = rf"(?:['’]s?)? {BEARER}"
BRIEFED = r"(?:(?:[A-Z][\w\u2019' ]*? )?(?:Briefing|Press Conference|Statement)(?:,| [-\u2013]) )?"
SEATED = re.compile(
    rf"{BRIEFED}(?:The )?"
    r"(?:(?:Foreign|Defen[cs]e) Ministry|(?:Federal )?Ministry (?:of|for) [A-Z][\w, ]+?|(?:Office|Presidency)[\w ]*?)"
    r"(?:,| –| -| in) (?P<city>[A-Z][\w’'.-]+(?: [A-Z][\w’'.-]+){0,2})(?:, .*)?"
)
# "Ministry of Commerce of the Kingdom of Cambodia"
MINISTRY_OF = re.compile(
    r"(?:The )?Ministry (?:of|for) (?:[A-Z]\w+,? (?:and )?)+of (?:the )?"
    r"(?P<state>(?:Republic of |Kingdom of )?(?:the )?[A-Z][\w ]+)"
)
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
FOOT = 4  # lines in which a note tells who wrote
HEAD = 8  # lines in which a document says who it is by, and where
LONGEST = 60  # characters of a dateline
FEWEST = 2  # deeds of a country that make the capital in the dateline its own


def official_voice(parsed: Parse, gazetteer: Gazetteer) -> list[Mention]:
    """The country for which an official without one in the heading says "we", or nobody.

    Its adjective opens the title ("Vietnamese Diplomacy in 2025"), it owns what that tells of ("Peru's Year"), or the
    text is dated from its capital and tells what it does.
    """
    lines = [line.strip("#*_ ") for line in parsed.document.text.split("\n") if line.strip("#*_ ")][:HEAD]
    title = parsed.document.title
    signed = any(OFFICE.search(line) for line in (title, *(line for line in lines if len(line) <= 2 * LONGEST)))
    spoken = any(speaks_itself(s, "voice", "author") for s in parsed.sentences)
    if not signed or not spoken:
        return []
    adjective = gazetteer.demonyms.get(title.split(" ", 1)[0]) if title else None
    if adjective is not None and adjective.type is EntityType.COUNTRY:
        return [outside(parsed.document, adjective.name, adjective.type)]
    named = {e.name: e for e in find_entries(title, gazetteer) if e.type is EntityType.COUNTRY}
    owner = next(iter(named.values())) if len(named) == 1 else None
    forms = "|".join(map(re.escape, (owner.name, *owner.aliases))) if owner is not None else ""
    if owner is not None and re.search(rf"(?:^|: )(?:{forms})['’]s ", title):
        return [outside(parsed.document, owner.name, owner.type)]
    if word := spoken_for(parsed):
        return word
    own = {codes for line in lines for office, codes in STATE_OFFICES.items() if is_own_office(office, line, parsed)}
    if len(own) == 1 and len(codes := own.pop()) == 1 and (state := countries(gazetteer).get(codes[0])):
        return [outside(parsed.document, state.name, state.type)]
    cities = (m["city"] for line in lines if len(line) <= LONGEST and YEAR.search(line) and (m := DATELINE.match(line)))
    states = {capitals()[plain(city)] for city in cities if plain(city) in capitals()}
    home = countries(gazetteer).get(states.pop()) if len(states) == 1 else None
    acting = sum(
        w.name is not None and home is not None and w.name.name == home.name and w.dep in ("nsubj", "nsubjpass")
        for s in parsed.sentences
        if s.kind is not PassageKind.HEADING
        for w in s.words
    )
    return [outside(parsed.document, home.name, home.type)] if home is not None and acting >= FEWEST else []


def is_own_office(office: re.Pattern[str], line: str, parsed: Parse) -> bool:
    """Whether a line of the heading gives the author an office that one state has: "An Tánaiste Ciarán Berg"."""
    author = parsed.document.author
    return author is not None and author in line and office.search(line) is not None


def writers_state(document: Document, gazetteer: Gazetteer) -> list[Mention]:
    """The one country whose office the writer of an article holds: "The writer is Kenya's Minister of Trade"."""
    told = WRITER.search(document.text)
    line = told["line"] if told is not None and OFFICE_HELD.search(told["line"]) else ""
    entries = (name.entry for name in known_names(line, gazetteer))
    served = state_served(line, gazetteer)  # "Ambassador of Chile to Singapore"
    named = {served} if served else {e.name for e in entries if e is not None and e.type is EntityType.COUNTRY}
    named = named or {state for note in writers_notes(document) if (state := state_served(note, gazetteer))}
    return [outside(document, named.pop(), EntityType.COUNTRY)] if len(named) == 1 else []


def writers_notes(document: Document) -> list[str]:
    """What the first and the last lines say that the author is: "Ana Berg is the Foreign Minister of Peru."."""
    lines = [line.strip("#*_ ") for line in document.text.split("\n") if line.strip("#*_ ")]
    both = next((pair for line in lines[:HEAD] if (pair := TOGETHER.fullmatch(line)) is not None), None)
    writers = [document.author] if document.author else [both["first"], both["second"]] if both is not None else []
    names = "|".join(re.escape(form) for name in writers for form in (name, name.split()[-1]))
    forms = [
        re.compile(rf"(?:^|\. |\b(?:by|of) )\W?(?:[A-Z][a-z]*\.? )?(?:{names}){is_} (?P<line>[^.;]{{5,160}})")
        for is_ in (IS, ASIDE)
    ]
    foot = lines[1:][-FOOT:]
    signed = (f"{name}, {post} of {state}" for name, post, state in zip(foot, foot[1:], foot[2:], strict=False))
    ends = (*lines[:HEAD], *lines[HEAD:][-FOOT:], *signed)
    return [told["line"] for line in ends for who in forms for told in who.finditer(line)] if writers else []


# Who leads a public body speaks for it: "director of the Peruvian Space Agency"; who leads an institute, for nobody.
LEADER = re.compile(
    rf"{ARTICLE}(?i:(?:(?:executive|managing|deputy|regional) )?director(?:[- ]general)?|head|chief executive|president"
    r"|secretary[- ]general|chair(?:man|woman|person)?|administrator|(?:high )?commissioner|governor)"
    r" of (?:the )?(?P<body>[A-Z][\w’'-]+(?: (?:(?:of|for|on|and|the) )*[A-Z][\w’'-]+)*)"
)
PUBLIC = re.compile(
    r"\b(?:Agency|Fund|Bank|Commission|Authority|Organi[sz]ation|Office|Service|Secretariat|Alliance)\b"
)


def writers_body(document: Document, gazetteer: Gazetteer) -> list[Mention]:
    """The one public body that the writer of an article leads by a note about the writer; or nobody."""
    led = {told["body"] for note in writers_notes(document) if (told := LEADER.match(note)) is not None}
    name = led.pop() if len(led) == 1 else ""
    if not PUBLIC.search(name):
        return []
    entry = gazetteer.names.get(plain(name))
    return [outside(document, entry.name if entry else name, EntityType.ORGANIZATION)]


def state_served(note: str, gazetteer: Gazetteer) -> str:
    """The country whose office a note begins with, or nothing: "Peru's Minister of Trade", "the President of Peru"."""
    for name in known_names(note, gazetteer):
        if name.entry is None or name.entry.type is not EntityType.COUNTRY:
            continue
        ahead, behind = note[: name.start], note[name.end :]
        if re.fullmatch(OFFICE_OF, ahead) or (re.fullmatch(ARTICLE, ahead) and re.match(OWN_OFFICE, behind)):
            return name.entry.name
    adjective = re.match(rf"{ARTICLE}(?P<state>[A-Z]\w+)(?={OWN_OFFICE})", note)
    entry = gazetteer.demonyms.get(adjective["state"]) if adjective else None
    return entry.name if entry is not None and entry.type is EntityType.COUNTRY else ""


def seated_ministry(document: Document, gazetteer: Gazetteer) -> list[Mention]:
    """The country whose ministry a line of the heading names with its capital: "Ministry of Trade, Lima"; or nobody.

    The capital may have the next line.
    """
    lines = [line.strip("#*_ ") for line in document.text.split("\n") if line.strip("#*_ ")][:HEAD]
    for line in lines:
        own = MINISTRY_OF.fullmatch(line)
        served = [e for e in find_entries(own["state"], gazetteer) if e.type is EntityType.COUNTRY] if own else []
        if len(served) == 1 and line != document.title:
            return [outside(document, served[0].name, served[0].type)]
    for line, next_ in zip(lines, (*lines[1:], ""), strict=True):
        seat = SEATED.fullmatch(line) or SEATED.fullmatch(f"{line}, {next_}")
        home = countries(gazetteer).get(capitals().get(plain(seat["city"]))) if seat else None
        if home is not None:
            return [outside(document, home.name, home.type)]
    return []
