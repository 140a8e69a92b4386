"""Names of bodies that list what they are for: the Foreign, Trade and Aid Office, the Ministry of X, Y and Z."""

from collections.abc import Sequence

from graph.extract.gazetteer import Gazetteer
from graph.extract.naming import known_runs
from graph.extract.office_seats import is_body_head
from graph.extract.spacy_model import is_english
from graph.extract.text import Token, is_capital
from graph.model import EntityType


def listed_end(tokens: Sequence[Token], at: int, gazetteer: Gazetteer) -> int | None:
    """Where a name ends that lists what it is for, "the Foreign, Trade and Aid Office"; or None.

    No name that is known stands in it, and an article before it: one of a single thing before a paper or a plan, "a
    bilateral Science, Trade, and Transit Agreement".
    """
    if at + 1 >= len(tokens) or tokens[at + 1].text != "," or (article := article_before(tokens, at)) is None:
        return None
    end, closed = at, False
    while end < len(tokens):
        text = tokens[end].text
        head = gazetteer.heads.get(text) if closed else None
        paper = head is not None and head.type in THEMED and article in ("a", "an")
        if closed and ((is_body_head(text, gazetteer) and tokens[at - 1].text.lower() == "the") or paper):
            return end + 1
        themed = is_capital(text) and text not in gazetteer.heads and not known_size(tokens, end, gazetteer)
        if not (themed or (text == "," and not closed) or text == "and") or (themed and text in gazetteer.demonyms):
            return None
        closed = closed or text == "and"
        end += 1
    return None


def article_before(tokens: Sequence[Token], at: int) -> str | None:
    """The article in front of a token, in small letters, with up to two words in small letters between; or None."""
    for before in reversed(tokens[max(at - 3, 0) : at]):
        if before.text.lower() in ("a", "an", "the"):
            return before.text.lower()
        if not before.text.isalpha() or not before.text.islower():
            return None
    return None


THEMED = (EntityType.AGREEMENT, EntityType.INITIATIVE)  # "Treaty on Trade, Transport and Tourism"
# Offices and bodies whose names list what they are for: "Ministry of Science, Energy and Technology".
LISTING = (
    *("Ministry", "Minister", "Committee", "Commission", "Department", "Subcommittee", "Bureau", "Office"),
    *("Centers", "Centres", "Representative", "Envoy", "Adviser", "Advisor", "Rapporteur"),
    *("Agency", "Authority", "Directorate", "Secretariat", "Secretary", "Institute", "Council", "Centre", "Center"),
)
JOINTS = (",", "and", "&")
WITH_ARTICLE = ("Environment", "Interior", "Family", "Arts", "Sea", "Economy", "Elderly", "Media")  # "the Environment"


def list_end(tokens: Sequence[Token], end: int, gazetteer: Gazetteer) -> int:
    """Where a list in title case ends that goes on with commas and closes with "and"; `end` where none does."""
    at, closed = end, False
    while at + 1 < len(tokens) and not closed:
        joint, behind = tokens[at].text, tokens[at + 1].text
        closed = joint in ("and", "&") or (joint == "," and behind in ("and", "&"))
        if joint not in JOINTS:
            break
        start = at + 1 + (joint == "," and behind in ("and", "&"))
        article = [t.text for t in tokens[start : start + 1]] == ["the"]
        start += article and start + 1 < len(tokens) and tokens[start + 1].text in WITH_ARTICLE
        at = start
        while (
            at < len(tokens)
            and is_capital(tokens[at].text)
            and is_theme(tokens, at, start if closed else at, gazetteer)
        ):
            at += 1
        if at == start or known_size(tokens, start, gazetteer) or not is_english(tokens[start].text.lower()):
            return end  # "the Ministry of Health, Pfizer and Moderna"
    return at if closed and at > end else end


def is_theme(tokens: Sequence[Token], at: int, start: int, gazetteer: Gazetteer) -> bool:
    """Whether a word may tell what a body is for: no head noun, or no body's at the end of a theme, "Land Reform"."""
    head = gazetteer.heads.get(tokens[at].text)
    last = at + 1 == len(tokens) or not is_capital(tokens[at + 1].text)
    if not last and head is not None and head.type is EntityType.INITIATIVE:  # "Community Development"
        return gazetteer.heads.get(tokens[at + 1].text) is None
    return head is None or (at > start and last and head.type is EntityType.CONCEPT)


def known_size(tokens: Sequence[Token], at: int, gazetteer: Gazetteer) -> int:
    """How many tokens the gazetteer's name is long that begins here, 0 where none does."""
    return next((size for size, _ in known_runs(tokens, at, gazetteer)), 0)
