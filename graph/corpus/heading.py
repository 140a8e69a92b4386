"""What the lines at the head of a document tell: whose paper it is, and in whose name it speaks."""

import re
from collections.abc import Sequence

from graph.corpus.passages import is_vocative
from graph.model import Passage, PassageKind

# "the meeting, chaired by the President of X": who is told of in a sentence does not speak for it
_OTHERS = re.compile(
    r"(?i)\b(?:(?:chaired|hosted|accompanied|invited|received|welcomed|opened|led) by|at the invitation of)\b.*"
)
# "State Visit of the President of X to Y": who visits does not speak
_VISITOR = re.compile(r"(?i)\bvisits?\s+(?:to\s+[^,\n]{2,60}?\s+)?(?:of|by)\b.*")
JOINT = re.compile(r"(?i)\bjoint (?:statement|communiqu|declaration|press)")
# "Foreign Secretary speaks to …", "Premier of X concludes visit": a headline, no role, and nobody in it speaks
DEED = re.compile(
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
    r"|readout|news|opinion|viewpoint|op-ed|commentary|analysis|guest essay|speech|transcript|fact ?sheet"
    r"|(?:stock exchange|regulatory|market) (?:announcement|release|news))"
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


def find_voice(lines: Sequence[str]) -> str | None:
    """Return the country or institution in whose name the author speaks, where the heading says so explicitly."""
    if any(JOINT.search(line) for line in lines[:3]):  # of which each side has one
        return None
    own = [_OTHERS.sub("", line) for line in lines if _SPEECH.search(line) or not DEED.search(line)]
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


def is_issuer(line: str) -> bool:
    """Tell whether a line is but the name of a body: "Ministry of Foreign Affairs, Lima", "State of Peru – Senate"."""
    words = re.findall(r"[^\W\d_][\w'’.-]*", line)
    named = all(word[:1].isupper() or word in _SMALL for word in words) and not re.search(r"\d", line)
    first = re.split(rf",|\(|[–—-] | (?i:{'|'.join(_JOINING)}) ", line, maxsplit=1)[0].split()
    return named and bool(first) and len(words) <= _LONGEST_BODY and bool(_BODY.fullmatch(first[-1]))


def _lower_capitals(name: str) -> str:
    """Return a name set in capitals as names are written ("REPUBLIC OF BOTSWANA" → "Republic of Botswana")."""
    if not name.isupper():
        return name
    return " ".join(w.lower() if w in ("OF", "THE", "AND") else w.capitalize() for w in name.split())


def collapse(text: str) -> str:
    """Return a text with one space between its words."""
    return " ".join(text.split())
