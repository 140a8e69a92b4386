"""What the lines at the head of a document tell: title, date, author, and in whose name it speaks."""

import re
from collections.abc import Sequence
from datetime import date

from graph.corpus.passages import is_vocative
from graph.model import Passage, PassageKind

_MONTHS = "January February March April May June July August September October November December".split(" ")  # noqa: SIM905
_MONTH = rf"(?P<month>{'|'.join(_MONTHS)})"
_YEAR = r"(?P<year>(?:19|20)\d\d)\b"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?[^\w\s]{0,3}"  # print reads "27th" as "27'\""
_DATES = (
    re.compile(r"\b(?P<year>\d{4})-(?P<iso>\d\d)-(?P<day>\d\d)\b"),  # "2024-09-27"
    re.compile(rf"(?i)\b{_DAY}\s+{_MONTH},?\s+{_YEAR}"),  # "27 September 2024"
    re.compile(rf"(?i)\b{_MONTH}\s+{_DAY},?\s+{_YEAR}"),  # "September 27, 2024"
    re.compile(rf"(?i)\b{_MONTH},?\s+{_YEAR}"),  # "September 2024"
    re.compile(
        rf"(?i)\b(?:No|Vol|Issue)\.?\s*\d+,?\s+{_YEAR}|\({_YEAR.replace('year', 'bracketed')}\)"
    ),  # "No. 02, 2025"
)
# "Statement by", "ADDRESS", "Official Statement delivered by"
_ADDRESS = re.compile(
    r"(?i)(?:[\w ]{0,30}\b)?(?:statement|address|remarks|speech)(?:\s+(?:delivered\s+)?by\b:?|\s*$)\s*(?P<rest>.*)"
)
# "His Excellency", "H.E. Mr.", "The Rt. Hon.", "Senator the Hon"
_HONORIFIC = re.compile(
    r"(?i)(?:by\s+|(?:his|her) excellency\b|h\.\s?e\.|(?:senator )?(?:the )?(?:right |rt\.? )?hon(?:ou?rable\b|\b\.?)"
    r"|(?:mr|mrs|ms|mme)\b\.?)[\s,]*"
)
_TITLED = re.compile(
    r"(?i)(?:(?:his|her) excellency|h\.\s?e\.|(?:senator )?(?:the )?(?:right |rt\.? )?hon(?:ou?rable)?\b)"
)
_PARTICLES = "al|bin|bint|da|de|del|der|di|dos|el|ibn|la|of|van|von|y"
_NAME_WORD = r"(?:[^\W\d_a-z][\w\u2019'.-]*)"
# "Wang Yi", "Sheikh Shakhboot bin Nahyan Al Nahyan"
_NAME = re.compile(rf"{_NAME_WORD}(?:\s+(?:(?:{_PARTICLES})\s+)?{_NAME_WORD}){{1,6}}")
_ROLES = (
    "ambassador|chair|chairman|chairperson|chairwoman|chancellor|chief|commissioner|deputy|director|emir|foreign|"
    "head|king|member|minister|president|prime|queen|representative|secretary|spokesperson|"
    "state councilor|under-secretary|vice"
)
# "Member of the Political Bureau …", "And Minister of Foreign Affairs", "Federal Minister for …"
_ROLE = re.compile(rf"(?i)(?:and\s+|the\s+)?(?:[a-z]+\s+)?(?:{_ROLES})\b(?!-of-)")
# "the meeting, chaired by the President of X": who is told of in a sentence does not speak for it
_OTHERS = re.compile(
    r"(?i)\b(?:(?:chaired|hosted|accompanied|invited|received|welcomed|opened|led) by|at the invitation of)\b.*"
)
# "State Visit of the President of X to Y": who visits does not speak
_VISITOR = re.compile(r"(?i)\bvisits?\s+(?:to\s+[^,\n]{2,60}?\s+)?(?:of|by)\b.*")
_JOINT = re.compile(r"(?i)\bjoint (?:statement|communiqu|declaration|press)")
# "Foreign Secretary speaks to …": a headline, no role
_DEED = re.compile(
    r"(?i)\b(?:speaks|spoke|meets|met|visits|visited|holds|held|hosts|hosted|calls|called|attends|attended|welcomes|receives"
    r"|received|travels|departs|arrives|concludes|addresses|signs|signed|says|urges|condemns|announces|announced)\b"
)
# "X holds talks with the Prime Minister of Y": whom a headline says that one meets does not speak in it
_GUEST = re.compile(rf"{_DEED.pattern}.*")
# "Meeting with the President of Y", "Letter to the Government of Y": who is met or written to does not speak
_HEARD = re.compile(
    r"(?i)\b(?:with|to)\s+(?:(?:the|his|her)\s+)?"
    r"(?:president|prime minister|government|king|emir|chancellor|premier)\b.*"
)
_SPEECH = re.compile(r"(?i)\b(?:statement|address|remarks|speech|intervention|report|resolution|letter)\b")
# A speech is somebody's: "Anna Lund's speech at X", or "Anna Lund" with a colon and "Statement at X"
_HER_SPEECH = re.compile(r"(?P<rest>[^:]{4,80}?)(?:['\u2019]s|:)\s+(?i:statement|address|remarks|speech|keynote)\b.*")
# "President Viola Amherd", "the Norwegian Foreign Minister Anna Lund": an office right before a name
_PORTFOLIO = (
    "Vice|Prime|Deputy|First|Acting|Federal|State|Foreign|Interior|Home|Defen[cs]e|Finance|Trade|Justice|Health|Education|"
    "Energy|Climate|Environment|Development|Agriculture|Culture|Permanent|Special|High|Under|Assistant|General"
)
_OFFICE = re.compile(
    rf"(?:(?:[Tt]he\s+)?(?:[A-Z][a-z]+(?:an|ish|ese|ch|ic|i|['\u2019]s)\s+)?(?:(?:{_PORTFOLIO})[\s-]+)*"
    r"(?:President|Minister|Chancellor|Ambassador|King|Queen|Secretary|Commissioner|Representative|Envoy|Premier)"
    r"(?:\s+(?:of|for)\s+(?:Foreign Affairs|External Affairs|External Relations|State|Defen[cs]e|Finance))?\s+)"
    r"(?=[^\W\d_a-z])(?!Of|OF)"
)
# A country does not have three names in a row: "the Republic of Estonia Alar Karis"
_RUN_ON = re.compile(r"(?i:republic|kingdom|commonwealth) (?i:of)(?: the)?(?: (?!(?:of|and|OF|AND)\b)\S+){3}")
_PLACE_WORD = r"[A-Z\u00c0-\u00de][\w\u2019'-]*"
# "the United Arab Emirates", "Antigua and Barbuda", "the Republic of Austria"
_PLACE = rf"(?:[Tt]he\s+|THE\s+)?(?P<place>{_PLACE_WORD}(?:\s+(?:(?:and|of|the|AND|OF|THE)\s+){{0,2}}{_PLACE_WORD})*)"
_OF = r"\s+(?:of|OF)\s+"
_VOICES = (
    # "President of the Republic of Angola", "Chairman of the Presidency of Bosnia and Herzegovina"
    re.compile(
        r"\b(?i:president|prime minister|chancellor|king|emir|head of (?:state|government)|government"
        rf"|chair(?:man|person|woman)? of the presidency){_OF}{_PLACE}"
    ),
    # "Minister of State of the United Arab Emirates", "Minister for European Affairs of the Republic of Austria"
    re.compile(
        r"(?<!prime )\b(?i:minister)\s+(?i:of|for)\s(?:(?!\b(?i:at|during|debate|session)\b)[^.;:]){1,150}?(?:of|OF)\s+"
        rf"(?=the|THE|[^,\n]*$){_PLACE}",
        re.MULTILINE,
    ),
    # "Statement by the Ministry of Foreign Affairs of Norway", "Comment of the Foreign Ministry of Peru"
    re.compile(
        r"^(?:(?i:press\s+)?(?i:statement|communiqu[ée]|release|comment|announcement|remarks)\s+(?i:by|of|from)\s+(?i:the\s+)?)"
        r"(?:(?i:ministry\s+(?:of|for)\s+(?:foreign|external|european)\s)[^.;:\n]{1,80}?|(?i:foreign\s+ministry))"
        rf"{_OF}{_PLACE}",
        re.MULTILINE,
    ),
    re.compile(rf"\b(?i:permanent mission){_OF}{_PLACE}(?=\s+(?i:to)\s)"),  # "Permanent Mission of Barbados to …"
    re.compile(
        r"\b[Aa]dopted by (?:the )?(?P<place>[A-Z]\w+(?: (?:of |the )*[A-Z]\w+)*)"
    ),  # "Adopted by the Security Council"
    re.compile(r"\b(?i:statement|address) by (?P<place>[A-Z]\w+)(?= at\b)"),  # "Statement by Denmark at …"
)
# A role is held in these, but nobody speaks for them as a country
_BODIES = re.compile(
    r"(?i)\b(?:affairs|assembly|board|bureau|commission|committee|conference|presidency|session|state)\b"
)
# "PERMANENT MISSION OF …", "Check against delivery", "UNCLASSIFIED", an address of the web or a telephone
_NOISE = re.compile(
    r"(?i)permanent mission|to the united nations$|check against|unclassified|official sensitive|unofficial|final$"
    r"|\d{3}[- ]\d{4}|www\.|https?:|@|page \d|new york"
)
_TITLE_END = re.compile(r"(?i)check against|new york,|page \d|theme\b|https?:")


def find_heading_lines(text: str, passages: Sequence[Passage], *, start: int = 0) -> tuple[str, ...]:
    """Return the lines before the first passage that is no heading or greets the audience, at most forty short ones."""
    end = start
    for passage in passages:
        if passage.kind is not PassageKind.HEADING or is_vocative(passage.text):
            break
        end = passage.offsets[-1] + 1
    lines = (line.strip(" \t*#_\ufeff") for line in text[start:end].splitlines())
    return tuple(line for line in lines if 0 < len(line) <= 300)[:40]


_MOST_FURTHER = 3  # lines of a title after its first
_GOES_ON = re.compile(r"(?:between|of|on|by|from|and|with|following|after|concerning|regarding) (?=\S+ ?\S)")
_PAPER = re.compile(
    r"(?:the )?(?:joint |final |press |official |presidential )*"
    r"(?:statement|communiqu[eé]|declaration|release|readout|article|resolution|conclusions)",
    re.IGNORECASE,
)


def find_title(lines: Sequence[str]) -> str | None:
    """Return the title: "Statement by …" to its end, else the first line that is no byline, role, date or noise."""
    for number, line in enumerate(lines):
        if _ADDRESS.fullmatch(line) and len(line.split()) < 30:
            return _join_title(lines[number:])
    byline = _find_byline(lines)
    for number, line in enumerate(lines):
        if (
            number not in byline
            and not _is_role(line)
            and not _NOISE.search(line)
            and not _is_date(line)
            and len(re.findall(r"\w{3,}", line)) > 1
        ):
            return _collapse(" ".join([line, *_further(line, lines[number + 1 :])]))
    return None


def _further(line: str, lines: Sequence[str]) -> list[str]:
    """Return the lines that go on with a title: "Joint Statement", then "between X and Y", then "on Z"."""
    found: list[str] = []
    for following in lines[:_MOST_FURTHER]:
        joins = _GOES_ON.match(following) or (_PAPER.fullmatch(line) and _GOES_ON.match(following.lower()))
        if not joins or _is_date(following) or following.endswith((".", ":", ";")):
            break
        found.append(following)
    return found


def find_published(lines: Sequence[str]) -> str | None:
    """Return the most precise date of the heading lines, the first of several, as ISO 8601 of reduced precision."""
    for pattern in _DATES:
        for line in lines:
            for match in pattern.finditer(line):
                if found := _make_date(match):
                    return found
    return None


def find_date(text: str) -> str | None:
    """Return the date that a text begins with ("2025", "2025-01", "27 September 2024, 10:00"), or None."""
    if match := re.match(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:$|[T ])", text):
        year, month, day = (int(part) if part else None for part in match.groups())
        return _iso(year or 0, month, day)
    for pattern in _DATES[1:4]:
        if (found := pattern.match(text)) and (result := _make_date(found)):
            return result
    return None


def find_author(lines: Sequence[str]) -> str | None:
    """Return who signs: the name after "Statement by", the first one with an honorific, or a byline above its roles."""
    joint = any(_JOINT.search(line) for line in lines[:3])  # which several sign
    for number, line in enumerate(lines if not joint else ()):
        if match := _ADDRESS.fullmatch(line):
            for candidate in [match["rest"]] if match["rest"] else lines[number + 1 : number + 4]:
                if name := _find_name(candidate, spoken=True):
                    return name
    for line in lines:
        told = _HER_SPEECH.fullmatch(line)
        held = told and (_OFFICE.match(told["rest"]) or _TITLED.match(told["rest"]))
        if told and held and (name := _find_name(told["rest"], spoken=True)):
            return name
    for line in lines:
        if _TITLED.match(line) and (name := _find_name(line, spoken=True)):
            return name
    byline = _find_byline(lines)
    return _find_name(lines[byline.start], spoken=False) if byline else None


def find_voice(lines: Sequence[str]) -> str | None:
    """Return the country or institution in whose name the author speaks, where the heading says so explicitly."""
    if any(_JOINT.search(line) for line in lines[:3]):  # of which each side has one
        return None
    own = [_OTHERS.sub("", line if _SPEECH.search(line) else _GUEST.sub("", line)) for line in lines]
    own = [_VISITOR.sub("", _HEARD.sub("", line)) for line in own]
    joined = re.sub(r"(?i)\b(of|the|and|for)\n+", r"\1 ", "\n".join(own))
    joined = re.sub(r"(?i)\n+(of|and)\b", r" \1", joined)
    for pattern in _VOICES:
        for match in pattern.finditer(joined):
            place = _collapse(match["place"].split("\n")[0])
            if not _BODIES.search(place) and not _RUN_ON.search(place) and place.upper() != "UNITED NATIONS":
                shouted = match.group().isupper()  # in a title of small letters "ECOWAS" is spelled so
                return _lower_capitals(place) if shouted else place
    return None


def _join_title(lines: Sequence[str]) -> str:
    """Join the lines of a speech's title: up to a date, a place or a note on delivery, forty words at most."""
    words: list[str] = []
    for number, line in enumerate(lines):
        if number and (_is_date(line) or _TITLE_END.match(line) or len(words) + len(line.split()) > 40):
            break
        words.extend(line.split())
    while words and words[-1].lower() in ("at", "on", "in", "the", "during", "of"):
        words.pop()
    return " ".join(words).rstrip(",")


def _find_byline(lines: Sequence[str]) -> range:
    """Return the numbers of the lines of the first byline: a name and the roles below it, or "By NAME"."""
    for number, line in enumerate(lines):
        name = re.sub(r"(?i)^by\s+", "", line).rstrip(",")
        end = number + 1
        while end < len(lines) and _ROLE.match(lines[end]):
            end += 1
        signed, _, role = name.partition(", ")  # "By NAME, Minister of …"
        if name != line.rstrip(",") and _NAME.fullmatch(signed) and _ROLE.match(role):
            return range(number, end)
        if _NAME.fullmatch(name) and not _ROLE.match(name) and (end > number + 1 or name != line.rstrip(",")):
            return range(number, end)
    return range(0)


def _find_name(line: str, *, spoken: bool) -> str | None:
    """Return the name a line begins with once honorifics are taken off; a spoken name may follow a role and a comma."""
    rest = line
    while match := _HONORIFIC.match(rest):
        rest = rest[match.end() :]
    parts = rest.split(",")
    if office := _OFFICE.match(rest):
        parts = [rest[office.end() :]]
    elif _ROLE.match(rest) or (spoken and rest.lower().startswith("the ")):
        parts = parts[1:2]
    name = _NAME.match(parts[0].strip()) if parts else None
    if not name or re.search(
        r"(?i)\b(?:united nations|session|assembly|republic|government|debate|mission)\b", name.group()
    ):
        return None
    whole = re.split(rf"(?i)\s+(?:{_ROLES})\b", name.group())[0]
    return _collapse(re.sub(r"(?<=\S\s)(\S+)\s+of\s.*", r"\1", whole))  # "Anna Lund of Norway"


def _is_role(line: str) -> bool:
    """Tell whether a line is but a role or a person's style ("Minister for Foreign Affairs", "Senator the Hon …")."""
    told = re.match(r"[\w ]+['\u2019]", line) or _DEED.search(line)
    return bool((_ROLE.match(line) and not told) or _TITLED.match(line))


def _is_date(line: str) -> bool:
    """Tell whether a line is a date and little else ("New York, 26 September 2024")."""
    return any(pattern.search(line) for pattern in _DATES[:4]) and len(line.split()) <= 7


def _make_date(match: re.Match[str]) -> str | None:
    parts = match.groupdict()
    month: int | None = None
    if parts.get("month"):
        month = _MONTHS.index(parts["month"].capitalize()) + 1
    elif parts.get("iso"):
        month = int(parts["iso"])
    year = int(parts.get("year") or parts.get("bracketed") or 0)
    return _iso(year, month, int(parts["day"]) if parts.get("day") else None)


def _iso(year: int, month: int | None, day: int | None) -> str | None:
    """Return the date as far as it is known, None if the calendar has no such day."""
    try:
        whole = date(year, month or 1, day or 1).isoformat()
    except ValueError:
        return None
    return whole[: 10 if day else 7 if month else 4]


def _lower_capitals(name: str) -> str:
    """Return a name set in capitals as names are written ("REPUBLIC OF BOTSWANA" → "Republic of Botswana")."""
    if not name.isupper():
        return name
    return " ".join(w.lower() if w in ("OF", "THE", "AND") else w.capitalize() for w in name.split())


def _collapse(text: str) -> str:
    return " ".join(text.split())
