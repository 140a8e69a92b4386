"""What the lines at the head of a document tell: who wrote it, and in whose name it speaks."""

import re
from collections.abc import Sequence

from graph.corpus.passages import is_vocative
from graph.model import Passage, PassageKind

# "Statement by", "ADDRESS", "Official Statement delivered by"
ADDRESS = re.compile(
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
# "Foreign Secretary speaks to …", "Premier of X concludes visit": a headline, no role, and nobody in it speaks
_DEED = re.compile(
    r"(?i)\b(?:speaks|spoke|meets|met|visits|visited|holds|held|hosts|hosted|calls|called|attends|attended|welcomes"
    r"|receives|received|travels|departs|arrives|begins|ends|concludes|pays|paid|discusses|discussed|reaffirms|hails"
    r"|thanks|addresses|signs|signed|says|urges|condemns|announces|announced)\b"
)
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
# "UN General Assembly Speech Prime Minister Philip Davis": an office and a name right behind what is held
_SPEECH_OF = re.compile(r"[\w ]{0,40}\b(?i:statement|address|remarks|speech)\s*[:\u2013\u2014-]?\s+(?P<rest>.+)")
# "Bundesministerin Anna Lund" over "Rede": an office in the language of its state
_OWN_OFFICE = re.compile(
    r"(?:Bundes(?:minister|kanzler)(?:in)?|Bundespr[äa]sident(?:in)?|Bundes(?:rat|rätin)|Taoiseach|Tánaiste)\s+(?P<rest>.+)"
)
_HELD = re.compile(r"(?i)\b(?:statement|address|remarks|speech|intervention)\b|[Rr]ede\b|\bdiscours")
# "the President of the Republic of Estonia Alar Karis": a state of one word, and a name of two
_RUN_NAME = re.compile(
    r"(?i:(?:the )?president|(?:the )?prime minister)\s+(?:of|OF)\s+(?i:the )?(?i:republic|kingdom|commonwealth)"
    rf" (?i:of)(?: the)? {_NAME_WORD}\s+(?P<name>{_NAME_WORD}\s+{_NAME_WORD})"
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
NOISE = re.compile(
    r"(?i)permanent mission|to the united nations$|check against|unclassified|official sensitive|unofficial|final$"
    r"|\d{3}[- ]\d{4}|www\.|https?:|@|page \d|new york"
)
# "Press release", "Agency - Press release No. 214/2026", "Opinion | Commentary": what kind of paper a document is.
KIND = re.compile(
    r"(?:[^-–—|]{2,60} [-–—|] )?"
    r"(?:for immediate release|press communiqu[eé]|(?:press|media|news) (?:release|statement|story|note|notice|item)"
    r"|readout|news|opinion|op-ed|commentary|analysis|guest essay|speech|transcript|fact ?sheet)"
    r"(?: \| .{2,30})?(?:,? (?:no|nr)?\.? ?[\d/-]+)?",
    re.IGNORECASE,
)
# What the names of those end in who issue documents, before "of" and a comma.
_BODY = re.compile(
    r"(?:Ministry|Department|Office|Embassy|Mission|Government|Cabinet|Chancellery|Presidency|Secretariat|Bureau|House"
    r"|Kremlin|Palace|State|Republic|Kingdom|Federation|Emirates|Nations|Council|Commission|Committee|Parliament|Senate"
    r"|Assembly|Court|Forum|Community|Union|League|System|Organi[sz]ation|Association|Agency|Authority|Bank|Fund)",
    re.IGNORECASE,
)
_JOINING = ("of", "for", "on", "to", "in")
_SMALL = (*_JOINING, "the", "and", "de", "du", "la")
_LONGEST_BODY = 12  # words of the name of a body


def find_heading_lines(text: str, passages: Sequence[Passage], *, start: int = 0) -> tuple[str, ...]:
    """Return the lines before the first passage that is no heading or greets the audience, at most forty short ones."""
    end = heading_end(passages, start=start)
    lines = (line.strip(" \t*#_\ufeff") for line in text[start:end].splitlines())
    return tuple(line for line in lines if 0 < len(line) <= 300)[:40]


def heading_end(passages: Sequence[Passage], *, start: int = 0) -> int:
    """Return where the headings at the head of a text end, or its start where it has none."""
    end = start
    for passage in passages:
        if passage.kind is not PassageKind.HEADING or is_vocative(passage.text):
            break
        end = passage.offsets[-1] + 1
    return end


def find_author(lines: Sequence[str]) -> str | None:
    """Return who signs: the name after "Statement by", the first one with an honorific, or a byline above its roles."""
    joint = any(_JOINT.search(line) for line in lines[:3])  # which several sign
    for number, line in enumerate(lines if not joint else ()):
        if match := ADDRESS.fullmatch(line):
            for candidate in [match["rest"]] if match["rest"] else lines[number + 1 : number + 4]:
                if run := _RUN_NAME.fullmatch(candidate):
                    return collapse(run["name"])
                open_ended = candidate == match["rest"] and candidate.endswith(",") and lines[number + 1 : number + 2]
                if name := _find_name(" ".join([candidate, *(open_ended or ())]), spoken=True):
                    return name
    for line in lines:
        if name := _find_owner(line):
            return name
    own = _OWN_OFFICE.fullmatch(lines[0]) if lines and not joint else None
    if own is not None and _NAME.fullmatch(own["rest"]) and any(map(_HELD.search, lines[1:4])):
        return collapse(own["rest"])
    for line in lines:
        if _TITLED.match(line) and (name := _find_name(line, spoken=True)):
            return name
    byline = find_byline(lines)
    return _find_name(lines[byline.start], spoken=False) if byline else None


def _find_owner(line: str) -> str | None:
    """Return whose speech a line tells of: "Minister Lund's Address to X", "Speech Prime Minister Anna Lund"."""
    if (of := _SPEECH_OF.fullmatch(line)) and (office := _OFFICE.match(of["rest"])):
        rest = of["rest"][office.end() :]
        return collapse(rest) if _NAME.fullmatch(rest) else None
    told = _HER_SPEECH.fullmatch(line)
    office = _OFFICE.match(told["rest"]) if told else None
    if not told or not (office or _TITLED.match(told["rest"])):
        return None
    surname = told["rest"][office.end() :] if office else ""
    alone = surname if re.fullmatch(_NAME_WORD, surname) and not re.search(r"(?i)['\u2019]s$", surname) else None
    return _find_name(told["rest"], spoken=True) or alone


def find_voice(lines: Sequence[str]) -> str | None:
    """Return the country or institution in whose name the author speaks, where the heading says so explicitly."""
    if any(_JOINT.search(line) for line in lines[:3]):  # of which each side has one
        return None
    own = [_OTHERS.sub("", line) for line in lines if _SPEECH.search(line) or not _DEED.search(line)]
    own = [_VISITOR.sub("", _HEARD.sub("", line)) for line in own]
    joined = re.sub(r"(?i)\b(of|the|and|for)\n+", r"\1 ", "\n".join(own))
    joined = re.sub(r"(?i)\n+(of|and)\b", r" \1", joined)
    for pattern in _VOICES:
        for match in pattern.finditer(joined):
            place = collapse(match["place"].split("\n")[0])
            if not _BODIES.search(place) and not _RUN_ON.search(place) and place.upper() != "UNITED NATIONS":
                shouted = match.group().isupper()  # in a title of small letters "ECOWAS" is spelled so
                return _lower_capitals(place) if shouted else place
    return None


def find_byline(lines: Sequence[str]) -> range:
    """Return the numbers of the lines of the first byline: a name and the roles below it, or "By NAME"."""
    for number, line in enumerate(lines):
        name = re.sub(r"(?i)^by\s+", "", line).rstrip(",")
        end = number + 1
        while end < len(lines) and _ROLE.match(lines[end]) and not _DEED.search(lines[end]):
            end += 1
        signed, _, role = name.partition(", ")  # "By NAME, Minister of …"
        if name != line.rstrip(",") and _NAME.fullmatch(signed) and _ROLE.match(role):
            return range(number, end)
        person = _NAME.fullmatch(name) and not (_ROLE.match(name) or is_issuer(name) or KIND.fullmatch(name))
        if person and (end > number + 1 or name != line.rstrip(",")):
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
    return collapse(re.sub(r"(?<=\S\s)(\S+)\s+of\s.*", r"\1", whole))  # "Anna Lund of Norway"


def is_issuer(line: str) -> bool:
    """Tell whether a line is but the name of a body: "Ministry of Foreign Affairs, Lima", "State of Peru – Senate"."""
    words = re.findall(r"[^\W\d_][\w'’.-]*", line)
    named = all(word[:1].isupper() or word in _SMALL for word in words) and not re.search(r"\d", line)
    first = re.split(rf",|\(|[–—-] | (?i:{'|'.join(_JOINING)}) ", line, maxsplit=1)[0].split()
    return named and bool(first) and len(words) <= _LONGEST_BODY and bool(_BODY.fullmatch(first[-1]))


def is_role(line: str) -> bool:
    """Tell whether a line is but a role or a person's style ("Minister for Foreign Affairs", "Senator the Hon …")."""
    told = re.match(r"[\w ]+['\u2019]", line) or _DEED.search(line)
    return bool((_ROLE.match(line) and not told) or _TITLED.match(line))


def _lower_capitals(name: str) -> str:
    """Return a name set in capitals as names are written ("REPUBLIC OF BOTSWANA" → "Republic of Botswana")."""
    if not name.isupper():
        return name
    return " ".join(w.lower() if w in ("OF", "THE", "AND") else w.capitalize() for w in name.split())


def collapse(text: str) -> str:
    """Return a text with one space between its words."""
    return " ".join(text.split())
