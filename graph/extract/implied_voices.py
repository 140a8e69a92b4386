"""Whom a document speaks for where only its text tells: the body of a resolution, a spokesperson's country."""

import re
from collections import Counter

from graph.extract.cues import cues
from graph.extract.gazetteer import Gazetteer, plain
from graph.extract.letterheads import countries
from graph.extract.names import find_entries
from graph.extract.parse import Parse, Sentence
from graph.extract.pronouns import KINDS
from graph.extract.quotes import speaks_itself
from graph.extract.seats import capitals
from graph.model import Document, EntityType, Mention, PassageKind, Span

FEWEST = 3  # sentences with "we", or deeds of a country, from which a voice is taken
SPOKESPERSON = re.compile(r"\b(?:foreign ministry|ministry of foreign affairs|mfa)\b.{0,20}\bspokes", re.IGNORECASE)
SPOKEN = re.compile(r"\bspokes(?:person|man|woman)\b", re.IGNORECASE)
# What a state speaks through, before or behind its name in the title of a briefing.
BRIEFING = re.compile(r"\bspokes(?:person|man|woman)|\b(?:press|media|weekly) (?:briefing|conference)\b", re.IGNORECASE)
OFFICE = r"(?:Ministry|Department|Government|Presidency|Office|Embassy|Mission)"
BEFORE_OFFICE = rf"(?:['’]s)? (?:[A-Z]\w+ ){{0,3}}?(?:{OFFICE}|[Ss]pokes)"
OFFICE_OF = rf"{OFFICE}(?: (?:of|for) [\w, ]+?)? of (?:the )?(?:[A-Z]\w+ )*(?:of )?"
SPOKEN_FOR = r"[Ss]pokes(?:person|man|woman) (?:of|for) (?:the )?(?:Government of )?(?:the )?"
FOREIGN_OFFICE = re.compile(r"\b(?:Foreign Ministry|Ministry of Foreign Affairs|MFA|Department Press)\b", re.IGNORECASE)
HEAD = 6  # lines of a heading
# "Ankara, 5 September 2024", "Washington, D.C.": a line with a city, and a date
CITY = re.compile(
    r"(?P<city>[A-Z][\w\u2019'.-]+(?: [A-Z][\w\u2019'.-]+){0,2})(?:, D\.?C\.?)?(?:,? [^.]{0,20}\b(?:19|20)\d\d)?$"
)
# Whose spokesperson gives the noon briefing.
CHIEF = re.compile(r"\bSpokes(?:person|man|woman) (?:for|of) the Secretary-General\b")
UNITED_NATIONS = "United Nations"
# A ministry that names no state: "Foreign Ministry Spokesperson's Press Conference".
MINISTRY = re.compile(r"\b[A-Z]\w+ Ministry\b|\bMinistry of [A-Z]\w+(?: (?:and )?[A-Z]\w+)*")
# Titles of what others write about a country: their "we" is not the country's.
ANALYSIS = re.compile(
    r"\b(?:report|brief|analysis|assessment|study|review|paper|comment|explain|insight|index)", re.IGNORECASE
)
RESOLUTION = re.compile(r"\bresolution\b|\bS/RES/|\bA/RES/", re.IGNORECASE)


def implied_voice(parsed: Parse, gazetteer: Gazetteer) -> list[Mention]:
    """The body that a resolution opens with, the country of a spokesperson, or that whose policy the title is on."""
    body = opening_body(parsed) or (UNITED_NATIONS if CHIEF.search(parsed.document.title) else "")
    name, kind = (body, EntityType.ORGANIZATION) if body else (own_country(parsed), EntityType.COUNTRY)
    title = parsed.document.title
    ministry = MINISTRY.search(title) if not name and BRIEFING.search(title) else None
    name, kind = (ministry.group(), EntityType.ORGANIZATION) if ministry else (name, kind)
    if not name and SPOKEN.search(title):
        name, kind = spoken_of_most(parsed, gazetteer), EntityType.COUNTRY
    span = Span(document=parsed.document.id, start=0, end=0)
    return [Mention(span=span, text=name, name=name, type=kind, found_by="document")] if name else []


def briefing_state(document: Document, gazetteer: Gazetteer) -> str:
    """The state whose ministry or office briefs, by the title: "Kenyan Foreign Ministry Spokesperson"; or nothing.

    A foreign ministry briefs in its capital, which a line of the heading may have with the date.
    """
    title = document.title
    if not BRIEFING.search(title):
        return ""
    forms = {e.name: e.name for e in find_entries(title, gazetteer) if e.type is EntityType.COUNTRY}
    words = (word.strip(",.:;()") for word in title.split())
    adjectives = {w: entry.name for w in words if (entry := gazetteer.demonyms.get(w)) is not None}
    states = {
        name
        for form, name in (forms | adjectives).items()
        if re.search(rf"\b{re.escape(form)}{BEFORE_OFFICE}", title)
        or re.search(rf"\b(?:{OFFICE_OF}|{SPOKEN_FOR}){re.escape(form)}\b", title)
    }
    if states or forms or not FOREIGN_OFFICE.search(title):
        return states.pop() if len(states) == 1 else ""
    lines = [line.strip("#*_ ") for line in document.text.split("\n") if line.strip("#*_ ")][:HEAD]
    cities = [plain(m["city"]) for line in lines if (m := CITY.match(line)) is not None]
    codes = {capitals()[city] for city in cities if city in capitals()}
    home = countries(gazetteer).get(codes.pop()) if len(codes) == 1 else None
    return home.name if home is not None else ""


def opening_body(parsed: Parse) -> str:
    """The body that a resolution names before anything else: "The Security Council, Recalling …"; or nothing."""
    if not RESOLUTION.search(parsed.document.title):
        return ""
    for s in parsed.sentences[:8]:
        names = [w for w in s.words[:3] if w.name is not None and w.name.type is EntityType.ORGANIZATION]
        behind = s.words[names[0].i + 1].text if names and names[0].i + 1 < len(s.words) else ""
        if names and names[0].name is not None and (behind in (",", "") or s.kind is PassageKind.HEADING):
            return names[0].name.name if s.words[0].lemma == "the" or names[0].i == 0 else ""
    return ""


def own_country(parsed: Parse) -> str:
    """The country that acts most where a spokesperson or "we" speaks: by far more than any other; or nothing."""
    title = parsed.document.title
    spoken = SPOKESPERSON.search(title) is not None
    we = sum(speaks_itself(s, "voice") for s in parsed.sentences)
    if not spoken and (we < FEWEST or ANALYSIS.search(title)):
        return ""
    acting: Counter[str] = Counter()
    met = {w.name.name for s in parsed.sentences for w in s.words if w.name is not None and is_met(s, w.i)}
    for s in parsed.sentences:
        for word in s.words:
            subject = word.name is not None and word.dep in ("nsubj", "nsubjpass", "poss")
            if subject and word.name is not None and word.name.type is EntityType.COUNTRY and word.name.name not in met:
                stands = s.words[word.head].lemma in cues()["speech.stands"] | cues()["speech.performing"]
                acting[word.name.name] += 2 if stands else 1
    (first, most), (_, other) = [*acting.most_common(2), ("", 0), ("", 0)][:2]
    owned = re.search(rf"\b{re.escape(first)}['’]s\b", title) is not None if first else False
    return first if most >= FEWEST and most > 2 * other and (spoken or owned) else ""


def spoken_of_most(parsed: Parse, gazetteer: Gazetteer) -> str:
    """The country of which a spokesperson speaks most, adjectives and names of its bodies among it; or nothing."""
    told: Counter[str] = Counter()
    for s in parsed.sentences:
        for word in s.words:
            if word.name is None:
                continue
            entry = word.name.entry or gazetteer.demonyms.get(word.name.name.split()[0])  # "Indian Air Force"
            if entry is not None and entry.type is EntityType.COUNTRY:
                told[entry.name] += 1
    (first, most), (_, other) = [*told.most_common(2), ("", 0), ("", 0)][:2]
    return first if most >= FEWEST and most > 2 * other else ""


def is_met(s: Sentence, i: int) -> bool:
    """Whether a name is of somebody whom "we" take a stand on, who is another then: "we urge Peru to act"."""
    at = i
    while s.words[at].head != at:
        below, at = at, s.words[at].head
        subject = s.child(at, "nsubj")
        if subject is None or below == subject or s.words[at].lemma not in cues()["speech.stands"]:
            continue
        if KINDS.get(s.words[subject].text.lower()) == "voice":
            return True
    return False
