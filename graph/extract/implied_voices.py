"""Whom a document speaks for where only its text tells: the body of a resolution, a spokesperson's country."""

import re
from collections import Counter

from graph.extract.cues import cues
from graph.extract.parse import Parse
from graph.extract.pronouns import KINDS
from graph.model import EntityType, Mention, PassageKind, Span

FEWEST = 3  # sentences with "we", or deeds of a country, from which a voice is taken
SPOKESPERSON = re.compile(r"\b(?:foreign ministry|ministry of foreign affairs|mfa)\b.{0,20}\bspokes", re.IGNORECASE)
# Titles of what others write about a country: their "we" is not the country's.
ANALYSIS = re.compile(
    r"\b(?:report|brief|analysis|assessment|study|review|paper|comment|explain|insight|index)", re.IGNORECASE
)
RESOLUTION = re.compile(r"\bresolution\b|\bS/RES/|\bA/RES/", re.IGNORECASE)


def implied_voice(parsed: Parse) -> list[Mention]:
    """The body that a resolution opens with, the country of a spokesperson, or that whose policy the title is on."""
    body = opening_body(parsed)
    name, kind = (body, EntityType.ORGANIZATION) if body else (own_country(parsed), EntityType.COUNTRY)
    span = Span(document=parsed.document.id, start=0, end=0)
    return [Mention(span=span, text=name, name=name, type=kind, found_by="document")] if name else []


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
    we = sum(any(KINDS.get(w.text.lower()) == "voice" for w in s.words) for s in parsed.sentences)
    if not spoken and (we < FEWEST or ANALYSIS.search(title)):
        return ""
    acting: Counter[str] = Counter()
    for s in parsed.sentences:
        for word in s.words:
            subject = word.name is not None and word.dep in ("nsubj", "nsubjpass", "poss")
            if subject and word.name is not None and word.name.type is EntityType.COUNTRY:
                stands = s.words[word.head].lemma in cues()["speech.stands"] | cues()["speech.performing"]
                acting[word.name.name] += 2 if stands else 1
    (first, most), (_, other) = [*acting.most_common(2), ("", 0), ("", 0)][:2]
    owned = re.search(rf"\b{re.escape(first)}['’]s\b", title) is not None if first else False
    return first if most >= FEWEST and most > 2 * other and (spoken or owned) else ""
