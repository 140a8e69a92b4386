"""Whose press release a document is: the body on a line of its heading that acts in the text, "Finnfund", "Equinor"."""

import re
from itertools import takewhile

from graph.extract.gazetteer import Gazetteer, plain
from graph.extract.letterheads import outside
from graph.extract.parse import Parse
from graph.model import EntityType, Mention, PassageKind

FEWEST = 2  # deeds that make a body on a line its issuer
LONGEST = 6  # words of its name
RELEASE = re.compile(
    r"(?:for immediate release|(?:press|media|news) (?:release|statement|note)|(?:stock exchange|market) announcement)"
    r"(?:\W.*)?",
    re.IGNORECASE,
)
NAMED = re.compile(r"[A-Z][\w&.’'-]*(?: (?:(?:of|for|and|the) )?[A-Z][\w&.’'-]*)*")
GROUP = re.compile(r" (?:Group|Inc\.?|Ltd\.?|plc|AG|SA|ASA)$")  # left out where a firm is told of


def releasing_body(parsed: Parse, gazetteer: Gazetteer) -> list[Mention]:
    """The one body on a line of its own above a press release that acts in it again and again; or nobody."""
    heading = [s.text.strip() for s in takewhile(lambda s: s.kind is PassageKind.HEADING, parsed.sentences)]
    if not any(map(RELEASE.fullmatch, heading)):
        return []
    told = "\n".join(dict.fromkeys(s.text for s in parsed.sentences if s.kind is not PassageKind.HEADING))
    bodies: dict[str, Mention] = {}
    for line in heading:
        if line == parsed.document.title or RELEASE.fullmatch(line) or not NAMED.fullmatch(line):
            continue
        name = GROUP.sub("", line)
        entry = gazetteer.names.get(plain(name)) or gazetteer.names.get(plain(line))
        known = entry is None or entry.type is EntityType.ORGANIZATION
        if known and len(line.split()) <= LONGEST and deeds_of(name, told) >= FEWEST:
            found = entry.name if entry is not None else name
            bodies[found] = outside(parsed.document, found, EntityType.ORGANIZATION)
    return list(bodies.values()) if len(bodies) == 1 else []


def deeds_of(name: str, text: str) -> int:
    """How many sentences a name opens with a verb behind it: "Finnfund announced", "Finnfund will open"."""
    form = (
        rf"(?:^|(?<=[.!?”\"] ))(?:The )?{re.escape(name)} (?:also |today )?(?:has|is|will|was|[a-z]+s|[a-z]+ed|said)\b"
    )
    return len(re.findall(form, text, re.MULTILINE))
