"""Who signs a document, by the lines at its head: "Statement by X", "By X, Minister of Y", "Minister X's Speech"."""

import re
from collections.abc import Sequence

from graph.corpus.dates import is_date
from graph.corpus.heading import DEED, JOINT, KIND, collapse, is_issuer
from graph.offices import ANY_STATE_OFFICE

# "Statement by", "ADDRESS", "Official Statement delivered by"
ADDRESS = re.compile(
    r"(?i)(?:[\w ]{0,30}\b)?(?:statement|address|remarks|speech)(?:\s+(?:delivered\s+)?by\b:?|\s*$)\s*(?P<rest>.*)"
)
# "His Excellency", "H.E. Mr.", "The Rt. Hon.", "Senator the Hon"
_HONORIFIC = re.compile(
    r"(?i)(?:by\s+|(?:his|her) excellency\b|h\.\s?e\.|(?:senator )?(?:the )?(?:right |rt\.? )?hon(?:ou?rable\b|\b\.?)"
    r"|(?:mr|mrs|ms|mme|dr|prof)\b\.?)[\s,]*"
)
_TITLED = re.compile(
    r"(?i)(?:(?:his|her) excellency|h\.\s?e\.|(?:senator )?(?:the )?(?:right |rt\.? )?hon(?:ou?rable)?\b)"
)
_PARTICLES = "al|bin|bint|da|de|del|der|di|dos|el|ibn|la|of|van|von|y"
_NAME_WORD = r"(?:[^\W\d_a-z][\w\u2019'.-]*)"
# "Wang Yi", "Sheikh Shakhboot bin Nahyan Al Nahyan"
NAME = re.compile(rf"{_NAME_WORD}(?:\s+(?:(?:{_PARTICLES})\s+)?{_NAME_WORD}){{1,6}}")
_ROLES = (
    "ambassador|chair|chairman|chairperson|chairwoman|chancellor|chief|commissioner|deputy|director|emir|foreign|"
    "head|king|member|minister|president|prime|queen|representative|secretary|spokesperson|"
    "state councilor|under-secretary|vice"
)
# "Member of the Political Bureau …", "And Minister of Foreign Affairs", "Federal Minister for …"
_ROLE = re.compile(rf"(?i)(?:and\s+|the\s+)?(?:[a-z]+\s+)?(?:{_ROLES})\b(?!-of-)")
# "Egypt's Minister of Water", "Cabinet Secretary for Roads", "senior fellow at X": what somebody is, in a byline
POST = (
    r"(?:(?:[Aa]nd|[Tt]he|[Aa]n?)\s+)?(?:[A-Z][\w\u2019'.-]*\s+){0,4}(?i:ambassador|chair(?:man|person|woman)?|chancellor|chief"
    r"|commissioner|director|emir|head|king|member|minister|president|queen|representative|secretary(?:-general)?"
    r"|spokes(?:person|man|woman)|governor|senator|mayor|speaker|envoy|advis[eo]r|coordinator|professor|fellow"
    r"|administrator|observer|premier|economist|taoiseach|founder|manager|deputy)\b(?!-of-)"
)
_POST = re.compile(POST)
# How a byline begins: "Written by: X", "Posted on 3 May 2025 by X", "Author: X" too.
_BY = re.compile(
    r"\(?(?i:(?:(?:written|posted|published|authored)(?:\s+on\s+[^.|]{5,20}?)?\s+)?by:?\s+(?!the\b)|authors?:\s+)"
)
# "Op-ed by Minister X", "Article by the Minister of Y, X, published in Z", "Opening remarks of X at Z"
_PAPER_BY = re.compile(
    r"(?i)[^:.;]{0,80}?\b(?:statement|address|remarks|speech|article|op-?ed|opinion|essay|column|commentary|briefing|message"
    r"|foreword|preface|letter|press conference|keynote|lecture|intervention|delivered)\b[\w ,'\u2019-]{0,30}?\s?"
    r"\b(?P<of>by|of|from)\s+(?P<rest>.+)"
)
# Whose view a title says that it gives, as in "View from Minister Anna Lund: why we trade"
_VIEW = re.compile(
    r"(?:(?i:a |the )?(?i:views?|opinion|comment|perspective)) from (?P<rest>[^:|]{5,100}?)(?::| [|\u2013\u2014-] ).*"
)
# A speech is somebody's: "Anna Lund's speech at X", or "Anna Lund" with a colon and "Statement at X"
_HER_SPEECH = re.compile(r"(?P<rest>[^:]{4,80}?)(?:['\u2019]s|:)\s+(?i:statement|address|remarks|speech|keynote)\b.*")
# "President Viola Amherd", "the Norwegian Foreign Minister Anna Lund": an office right before a name
_PORTFOLIO = (
    "Vice|Prime|Deputy|First|Acting|Federal|State|Foreign|Interior|Home|Defen[cs]e|Finance|Trade|Justice|Health|Education|"
    "Energy|Climate|Environment|Development|Agriculture|Culture|Permanent|Special|High|Under|Assistant|General"
    "|Ministry|Government|Press|Official|Cabinet|Department|White House|National Security|Senior|Chief"
    "|Managing|Executive"
)
# What an office is for, where a name stands behind it: "Minister of Trade and Industry Anna Lund"
_FIELD = (
    "(?:Foreign|External|Home|Internal|Economic|European|Political|Cultural) (?:Affairs|Relations|Trade)|State"
    "|Defen[cs]e|Finance|Trade|Industry|Commerce|Justice|Health|Education|Energy|Agriculture|Fisheries|Environment"
    "|Climate Change|Tourism|Transport|Labou?r|Culture|Development|Planning|Economy|Infrastructure|Interior|Water"
    "|Mines|Science|Technology|Immigration|Migration|Housing|Communications|Investment"
    "|International Cooperation|Natural Resources"
)
_HEAD = (
    rf"(?:(?:{_PORTFOLIO})[\s-]+)*(?:President|Minister|Chancellor|Ambassador|King|Queen|Secretary|Commissioner"
    r"|Representative|Envoy|Premier|Spokes(?:person|man|woman)|Advis[eo]r|Governor|Director|Co-?ordinator)"
)
_OFFICE = re.compile(
    rf"(?:(?:[Tt]he\s+)?(?:(?:[A-Z][a-z]+(?:an|ish|ese|ch|ic|i|['\u2019]s)|[A-Z]{{2,6}})\s+)?"
    rf"(?:{_HEAD}\s+(?:and|&)\s+)?{_HEAD}(?:\s+(?:of|for)\s+(?:{_FIELD})(?:(?:,|,? and) (?:{_FIELD}))*)?\s+)"
    r"(?=[^\W\d_a-z])(?!Of|OF)"
)
# Behind a speaker's name: where, on what or when
_BEHIND = re.compile(r"\s+(?:at|on|to|in|before|during|for)\s.*")
# "UN General Assembly Speech Prime Minister Philip Davis": an office and a name right behind what is held
_SPEECH_OF = re.compile(
    r"[\w ]{0,40}\b(?i:statement|address|remarks|speech|transcript)\s*[:\u2013\u2014-]?\s+(?P<rest>.+)"
)
# Words with a capital in a title behind whose paper it is: "Statement from Minister Anna Lund Welcoming the Accord"
_TITLE_WORD = re.compile(
    r"\s+(?:On|At|In|To|For|From|With|During|Before|After|Following|Welcoming|Regarding|Concerning|Marking|Announcing"
    r"|Condemning|Honou?ring|Commemorating|About|Ahead|Upon|As)\b.*"
)
# "Bundesministerin Anna Lund" over "Rede": an office in the language of its state
_OWN_OFFICE = re.compile(rf"(?:An )?(?:{ANY_STATE_OFFICE})\s+(?P<rest>.+)")
_HELD = re.compile(r"(?i)\b(?:statement|address|remarks|speech|intervention)\b|[Rr]ede\b|\bdiscours")
# "the President of the Republic of Estonia Alar Karis": a state of one word, and a name of two
_RUN_NAME = re.compile(
    r"(?i:(?:the )?president|(?:the )?prime minister)\s+(?:of|OF)\s+(?i:the )?(?i:republic|kingdom|commonwealth)"
    rf" (?i:of)(?: the)? {_NAME_WORD}\s+(?P<name>{_NAME_WORD}\s+{_NAME_WORD})"
)

# "Minister for Climate Change, the Hon. Anna Lund"
_STYLED = re.compile(r", (?i:(?:the )?(?:right |rt\.? )?hon(?:ou?rable|\.)|mr|mrs|ms|dr|h\.\s?e)\.? ")
_BELOW = 5  # lines of a heading among which an office and its bearer stand
_TITLE = 3  # lines in which a title tells by whom
_PARTS = 4  # parts between commas before which a name stands: "by the Minister of Foreign Affairs, Trade and Y, X"
_LONGEST_BYLINE = 25  # words


def find_author(lines: Sequence[str]) -> str | None:
    """Return who signs: the name after "Statement by", the first one with an honorific, or a byline above its roles.

    Else whom a line below the title or the title itself tells: "Minister of Trade, the Hon. X", "Article by X".
    """
    joint = any(JOINT.search(line) for line in lines[:3])  # which several sign
    if not joint and (name := _find_announced(lines)):
        return name
    for line in lines:
        if name := _find_owner(line):
            return name
    own = [match for line in lines[: _TITLE + 1] if not joint and (match := _OWN_OFFICE.fullmatch(line))]
    if len(own) == 1 and NAME.fullmatch(own[0]["rest"]) and (own[0].string != lines[0] or _is_held(lines[1:4])):
        return collapse(own[0]["rest"])
    for line in lines:
        if _TITLED.match(line) and (name := _find_name(line, spoken=True)):
            return name
    byline = find_byline(lines)
    if byline:
        signed = _parts(lines[byline.start])[0]
        return _find_name(_BY.sub("", signed, count=1), spoken=_BY.match(signed) is not None)
    return (
        None if joint else _find_styled(lines[1:_BELOW]) or _find_titled(lines[:_TITLE]) or _find_viewer(lines[:_TITLE])
    )


def _is_held(lines: Sequence[str]) -> bool:
    """Tell whether a line says that a speech is held."""
    return any(map(_HELD.search, lines))


def _find_announced(lines: Sequence[str]) -> str | None:
    """Return the name after "Statement by", on its line or below it."""
    for number, line in enumerate(lines):
        if match := ADDRESS.fullmatch(line):
            for candidate in [match["rest"]] if match["rest"] else lines[number + 1 : number + 4]:
                if run := _RUN_NAME.fullmatch(candidate):
                    return collapse(run["name"])
                open_ended = candidate == match["rest"] and candidate.endswith(",") and lines[number + 1 : number + 2]
                if name := _find_name(" ".join([candidate, *(open_ended or ())]), spoken=True):
                    return name
    return None


def _find_styled(lines: Sequence[str]) -> str | None:
    """Return the name behind an office and an honorific, where one line has both: "Minister of Trade, the Hon. X"."""
    styled = [line for line in lines if _STYLED.search(line) and _POST.match(line) and not DEED.search(line)]
    return _find_name(styled[0], spoken=True) if len(styled) == 1 else None


def _find_titled(lines: Sequence[str]) -> str | None:
    """Return by whom a title says that a paper is; "Statement of X" only where X has an office or an honorific."""
    for told in filter(None, map(_PAPER_BY.fullmatch, lines)):
        office = any(style.match(told["rest"]) for style in (_OFFICE, _HONORIFIC, _POST))
        if (office or told["of"].lower() == "by") and (name := _find_name(told["rest"], spoken=True)):
            return name
    return None


def _find_viewer(lines: Sequence[str]) -> str | None:
    """Return the bearer of an office whose view a title gives: "View from Minister Anna Lund: why we trade"."""
    views = (told["rest"] for line in lines if (told := _VIEW.fullmatch(line)))
    return next((name for rest in views if _OFFICE.match(rest) and (name := _find_name(rest, spoken=True))), None)


def _find_owner(line: str) -> str | None:
    """Return whose speech a line tells of: "Minister Lund's Address to X", "Speech Prime Minister Anna Lund"."""
    if (of := _SPEECH_OF.fullmatch(line)) and (office := _OFFICE.match(of["rest"])):
        rest = _BEHIND.sub("", of["rest"][office.end() :])
        return collapse(rest) if NAME.fullmatch(rest) else None
    told = _HER_SPEECH.fullmatch(line)
    office = _OFFICE.match(told["rest"]) if told else None
    if not told or not (office or _TITLED.match(told["rest"])):
        return None
    surname = told["rest"][office.end() :] if office else ""
    alone = surname if re.fullmatch(_NAME_WORD, surname) and not re.search(r"(?i)['\u2019]s$", surname) else None
    return _find_name(told["rest"], spoken=True) or alone


def find_byline(lines: Sequence[str]) -> range:
    """Return the numbers of the lines of the first byline: a name and the roles below it, "By NAME", "NAME, Minister".

    A name with its role on one line signs only where no other such line stands beside it: many may take part.
    """
    beside = [number for number, line in enumerate(lines) if number and _is_named_post(line)]
    for number, line in enumerate(lines):
        parts = _parts(line)
        by = bool(parts) and _BY.match(parts[0]) is not None
        name = _BY.sub("", parts[0], count=1).rstrip(",") if by else line.rstrip(",")
        end = number + 1
        while end < len(lines) and (_ROLE.match(lines[end]) or _POST.match(lines[end])) and not DEED.search(lines[end]):
            end += 1
        if by and len(line.split()) <= _LONGEST_BYLINE and not line.endswith(".") and _find_name(name, spoken=True):
            return range(number, end)
        if beside == [number]:
            return range(number, end)
        barred = len(parts) > 1 and any(map(is_date, parts[1:]))  # "NAME | The Paper | 3 March 2025"
        name = parts[0] if barred else name
        person = NAME.fullmatch(name) and not (_ROLE.match(name) or is_issuer(name) or KIND.fullmatch(name))
        if person and (end > number + 1 or by or barred):
            return range(number, end)
    return range(0)


def is_signed(line: str) -> bool:
    """Tell whether a line is "By NAME"."""
    return _BY.match(line) is not None and _find_name(_BY.sub("", line, count=1), spoken=True) is not None


def _parts(line: str) -> list[str]:
    """Return what stands between the bars of a line, or the line: "| By NAME | The Paper |"."""
    return [part.strip() for part in line.split("|") if part.strip()] or [line]


def _is_named_post(line: str) -> bool:
    """Tell whether a line is a name and what its bearer is: "Anna Lund, Minister for Foreign Affairs"."""
    name, _, role = line.partition(", ")
    post = _POST.match(role) is not None and not DEED.search(role) and not role.endswith((".", ":", ";"))
    return post and NAME.fullmatch(name) is not None and not (_POST.match(name) or is_issuer(name) or KIND.search(name))


def _find_name(line: str, *, spoken: bool) -> str | None:
    """Return the name a line begins with once honorifics are taken off; a spoken name may follow a role and a comma.

    Of several, "Anna Lund and Tom Berg", none is returned.
    """
    rest = _unhonoured(line)
    parts = rest.split(",")
    if office := _OFFICE.match(rest):
        parts = [rest[office.end() :]]
    elif _ROLE.match(rest) or (spoken and (_POST.match(rest) or rest.lower().startswith("the "))):
        parts = [_unhonoured(part.strip()) for part in parts[1 : _PARTS if spoken else 2]]
        parts = [part[office.end() :] if (office := _OFFICE.match(part)) else part for part in parts]
        parts = [part for part in parts if not _ROLE.match(part) and not _POST.match(part)]
    name = NAME.match(parts[0].strip()) if parts else None
    if not name or re.search(
        r"(?i)\b(?:united nations|session|assembly|republic|government|debate|mission)\b", name.group()
    ):
        return None
    if re.match(r"\s*(?:,|and|&|,\s+and)\s+", another := parts[0].strip()[name.end() :]):
        another = re.sub(r"^\s*(?:,\s+)?(?:and|&)\s+", "", another)
        office = _OFFICE.match(another)  # "Minister Anna Lund and Minister Tom Berg"
        if office or (NAME.match(another) and not _ROLE.match(another) and not _POST.fullmatch(another)):
            return None
    whole = _TITLE_WORD.sub("", re.split(rf"(?i)\s+(?:{_ROLES})\b", name.group())[0])
    if " " not in whole:
        return None
    whole = re.sub(r"(?:,? (?:MP|MLA|QC|KC|SC|PC))+$", "", whole)
    return collapse(re.sub(r"(?<=\S\s)(\S+)\s+of\s.*", r"\1", whole))  # "Anna Lund of Norway"


def _unhonoured(text: str) -> str:
    """Return a text without the honorifics it begins with: "H.E. Dr. Anna Lund" is "Anna Lund"."""
    while match := _HONORIFIC.match(text):
        text = text[match.end() :]
    return text


def is_role(line: str) -> bool:
    """Tell whether a line is but a role or a person's style ("Minister for Foreign Affairs", "Senator the Hon …")."""
    told = re.match(r"[\w ]+['\u2019]", line) or DEED.search(line)
    return bool((_ROLE.match(line) and not told) or _TITLED.match(line))
