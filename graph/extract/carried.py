"""What carries a name on behind its head noun: "of Friends of X", "on Fish between A and B", "1325 (2000)"."""

from collections.abc import Sequence

from graph.extract.gazetteer import Gazetteer, Head, plain
from graph.extract.listed_names import LISTING, THEMED, known_size, list_end
from graph.extract.naming import known_runs
from graph.extract.people import title_at
from graph.extract.portfolios import PORTFOLIOS
from graph.extract.relative_times import MONTHS, WEEKDAYS
from graph.extract.run_ends import ROMAN, head_of, lower_next, number_end, run_end
from graph.extract.spacy_model import is_english
from graph.extract.text import Token, is_capital, is_ordinal
from graph.extract.words import words
from graph.model import EntityType


def has_tail(tokens: Sequence[Token], end: int, head: Head) -> bool:
    """Whether a single head noun goes on as a name does: "Group of Friends", "Resolution 1325"."""
    if end + 1 >= len(tokens):
        return False
    text, following = tokens[end].text, tokens[end + 1].text
    if text == "of" or text in head.prepositions:
        return is_capital(following) or (
            following in words().articles and is_capital(tokens[min(end + 2, len(tokens) - 1)].text)
        )
    return (text.isdigit() or ROMAN.fullmatch(text) is not None) and head.type is EntityType.AGREEMENT


POSTED = (
    "Mission",
    "Embassy",
    "Office",
    "Delegation",
    "Commission",
    "Committee",
    "Panel",
    "Coalition",
    "Alliance",
    "Force",
)

# What a treaty is of, which no town is: "Treaty of Friendship, Trade and Transit".
BONDS = frozenset({"Friendship", "Amity", "Peace", "Commerce", "Alliance", "Neutrality", "Cooperation", "Trade"})
# What leads on to more of a title where it has a capital.
LEADING = frozenset({"Through", "Across", "Towards", "Toward", "Within", "Under", "Into", "By", "Against", "Over"})
SHORT_FORM = 3  # tokens of a short form in brackets
SPANNING = frozenset({"beyond"})  # leads on in the title of a paper alone: "Treaty on Seas beyond National Waters"


def is_short_form(tokens: Sequence[Token], at: int) -> bool:
    """Whether the short form of the first of two stands here: "between the Rice Agency (RA) and the Farm Bank"."""
    run = [t.text for t in tokens[at : at + SHORT_FORM + 1]]
    return len(run) > SHORT_FORM and run[0] == "(" and run[1].isupper() and run[2:] == [")", "and"]


def carry_on(tokens: Sequence[Token], end: int, head: Head, gazetteer: Gazetteer) -> int:
    """Where the name ends once numbers and the head's prepositional phrases in title case are added."""
    end = number_end(tokens, end)
    allowed = head.prepositions | {"of"}
    inside = between = articled = False
    while end < len(tokens):
        at = start = end + (SHORT_FORM if between and is_short_form(tokens, end) else 0)
        small = words().connectors | (SPANNING if inside and head.type in THEMED else frozenset())
        while at < len(tokens) and tokens[at].text in small and at - start < 3:
            at += 1
        joint = [t.text for t in tokens[start:at]]
        if not joint or at >= len(tokens) or not carries(tokens, at, gazetteer):
            break
        # "the Summit on June 12": a date is not part of the name.
        if tokens[at].text.lower() in (*MONTHS, *WEEKDAYS):
            break
        # "signed the Oslo Agreement with Chile": who signs with is not part of the name.
        if joint[0] in ("with", "from") and known_size(tokens, at, gazetteer):
            break
        if stays_apart(tokens, start, at, head, gazetteer):
            break
        # "the contribution of the World Bank to the Paris Agreement": only missions and papers are "to" something.
        if joint == ["to", "the"] and not inside and not posted(tokens[:end]) and head.type is EntityType.ORGANIZATION:
            break
        paper = joint == ["to"] and tokens[end - 1].text in gazetteer.heads and head.type is EntityType.AGREEMENT
        if paper and known_size(tokens, at, gazetteer):  # "reports on the Lima Agreement to UNESCO"
            break
        # "Operation in Mali": a body may carry the place where it works.
        local = (
            joint in (["in"], ["in", "the"])
            and head.type is EntityType.ORGANIZATION
            and known_size(tokens, at, gazetteer) > 0
        )
        fits = (
            local
            or is_seat(tokens, end, joint)
            or is_field(tokens, end, joint, gazetteer)
            or joint[0] in allowed
            or (inside and joint[0] in small and joint[0] != "in")
        )
        # "Conference Marking the …": a participle takes its object along.
        if joint[0] in words().articles:
            verbal = tokens[end - 1].text.endswith("ing") or tokens[end - 2].text == "to"  # "Plan to Implement the …"
            verbal = verbal or tokens[end - 1].text in LEADING  # "Order on Aid Through the …"
            fits = is_capital(tokens[end - 1].text) and verbal
        # "between the Academy of Science and Technology and the Ministry of Y": the second has an article as the first
        second = between and joint in ((["and", "the"],) if articled else (["and"], ["and", "the"]))
        if not second and (not fits or (joint[0] == "and" and (len(joint) > 1 or not inside))):
            break
        articled = joint == ["between", "the"] or (articled and joint[0] != "between")
        between = joint[0] == "between" or (between and not second)
        region = known_size(tokens, at, gazetteer) if joint[0] in ("for", "of") else 0  # "for Asia and the Pacific"
        end = number_end(tokens, max(run_end(tokens, at, gazetteer), at + region))
        end = listed_until(tokens, start, at, end, head, gazetteer)
        inside = True
        inner = head_of([t.text for t in tokens[at:end]], gazetteer)
        allowed = allowed | (inner.prepositions if inner else frozenset())
    return end


def stays_apart(tokens: Sequence[Token], start: int, at: int, head: Head, gazetteer: Gazetteer) -> bool:
    """Whether small words lead to no part of the name: to a second state or body, or to whom a plan is shown."""
    joint = [t.text for t in tokens[start:at]]
    if joint == ["and"]:
        beside = (is_second_state, is_beside_body)
        second = opens_body(tokens, at, gazetteer) or any(f(tokens, start, at, gazetteer) for f in beside)
        return second or owns_next(tokens, at, gazetteer)
    planned = (
        joint == ["to", "the"] and head.type is EntityType.INITIATIVE and tokens[start - 1].text in gazetteer.heads
    )
    return planned and is_known_actor(tokens, at, gazetteer)  # "presented its Road Strategy to the World Bank"


def listed_until(tokens: Sequence[Token], start: int, at: int, end: int, head: Head, gazetteer: Gazetteer) -> int:
    """Where the list ends that a name's part from `start` to `end` may begin; `end` where it begins none."""
    joint = [t.text for t in tokens[start:at]]
    office = joint[0] in ("of", "for", "on") and any(t.text in LISTING for t in tokens[max(0, at - 4) : at])
    bond = joint[0] == "of" and tokens[end - 1].text in BONDS
    if office or ((joint[0] in ("on", "for") or bond) and head.type in THEMED):
        return list_end(tokens, end, gazetteer)
    if joint == ["to"] and end - at == 1 and head.type in THEMED:  # "to Prevent, Deter and Stop Illegal, Wild Trade"
        return list_end(tokens, list_end(tokens, end, gazetteer), gazetteer)
    return end


def is_known_actor(tokens: Sequence[Token], at: int, gazetteer: Gazetteer) -> bool:
    """Whether a country or a body that the gazetteer knows begins here."""
    entries = (gazetteer.names.get(known) for _, known in known_runs(tokens, at, gazetteer))
    return any(e is not None and e.type in (EntityType.COUNTRY, EntityType.ORGANIZATION) for e in entries)


# What a state keeps in a town of another one: "the Embassy of Peru in Lomé".
KEPT = ("Embassy", "Consulate", "General", "Legation", "Mission", "Commission", "Delegation")
SEAT_REACH = 9  # words from what is kept to its town: "the Embassy of the Republic of Korea in"
KEPT_WHOLE = ("Consulate General", "Permanent Mission", "High Commission", "Permanent Delegation")


def is_seat(tokens: Sequence[Token], end: int, joint: Sequence[str]) -> bool:
    """Whether "in" leads to the town where an embassy or a consulate is: "the Embassy of Peru in Lomé"."""
    if joint != ["in"]:
        return False
    at = next((n for n in range(end - 1, max(-1, end - SEAT_REACH), -1) if tokens[n].text in KEPT), None)
    if at is None or (at < end - 1 and tokens[at + 1].text != "of"):
        return False
    whole = tokens[at].text in ("Embassy", "Consulate", "Legation")
    return whole or (at > 0 and f"{tokens[at - 1].text} {tokens[at].text}" in KEPT_WHOLE)


def opens_body(tokens: Sequence[Token], at: int, gazetteer: Gazetteer) -> bool:
    """Whether another body's name begins behind "and", by its head noun: "the Office of Trade and Bureau of Mines"."""
    head = gazetteer.heads.get(tokens[at].text)
    following = [t.text for t in tokens[at + 1 : at + 3]]
    body = head is not None and head.type is EntityType.ORGANIZATION and len(following) > 1
    return body and following[0] in ("of", "for", "on") and is_capital(following[1])


FIELDED = (
    "Cooperation",
    "Co-operation",
    "Collaboration",
    "Assistance",
    "Exchange",
    "Exchanges",
    "Partnership",
    "Training",
    "Trade",
    "Trafficking",
    "Investment",
    "Transparency",
    "Traffic",
    "Prize",
)

# What is traded, trafficked or honoured, which has no ministry of its own: "Agreement on Trade in Goods".
TRADED = frozenset(
    {
        "Goods",
        "Services",
        "Persons",
        "Arms",
        "Weapons",
        "Wildlife",
        "Ivory",
        "Timber",
        "Firearms",
        "Drugs",
        "Commodities",
    }
    | {"Literature", "Physics", "Chemistry", "Medicine", "Mathematics", "Economics", "Physiology", "Journalism"}
)


def is_field(tokens: Sequence[Token], end: int, joint: Sequence[str], gazetteer: Gazetteer) -> bool:
    """Whether "in" at `end` leads to what a paper, a body or a prize is for: "Cooperation in Customs Matters"."""
    at = end + len(joint)
    if joint not in (["in"], ["in", "the"]) or tokens[end - 1].text not in FIELDED or known_size(tokens, at, gazetteer):
        return False
    theme, behind = tokens[at].text, tokens[at + 1].text if at + 1 < len(tokens) else ""
    if joint == ["in", "the"]:
        return theme in ("Field", "Fields", "Area", "Areas")
    return theme.lower() not in MONTHS and (theme in PORTFOLIOS or theme in TRADED or is_capital(behind))


# What each state has one of: "the Government of Peru and Chile" are two.
ONE_EACH = ("Government", "Parliament", "President", "Ambassador", "Embassy")


def is_second_state(tokens: Sequence[Token], end: int, at: int, gazetteer: Gazetteer) -> bool:
    """Whether "and" at `end` leads to another state than the one whose government a name has named."""
    of = next((n for n in range(end - 1, max(0, end - 10), -1) if tokens[n].text == "of" and n > 0), None)
    while of is not None and of > 1 and tokens[of - 1].text not in ONE_EACH:
        of = next((n for n in range(of - 1, max(0, end - 10), -1) if tokens[n].text == "of" and n > 0), None)
    return of is not None and tokens[of - 1].text in ONE_EACH and known_size(tokens, at, gazetteer) > 0


def is_beside_body(tokens: Sequence[Token], end: int, at: int, gazetteer: Gazetteer) -> bool:
    """Whether "and" at `end` joins a state to a body called by its field: "the Ministry of Health and Germany"."""
    entry = gazetteer.names.get(plain(tokens[at].text))
    state = entry is not None and entry.type is EntityType.COUNTRY and tokens[at].text not in gazetteer.demonyms
    further = at + 1 < len(tokens) and is_capital(tokens[at + 1].text)
    field = known_size(tokens, end - 1, gazetteer) == 0 and is_english(tokens[end - 1].text.lower())
    return state and not further and field


def owns_next(tokens: Sequence[Token], at: int, gazetteer: Gazetteer) -> bool:
    """Whether the name at a token is the owner of another body: "the Ministry of Health and Japan's Ministry of X"."""
    size = known_size(tokens, at, gazetteer)
    return size > 0 and at + size < len(tokens) and tokens[at + size].text in ("'s", "’s", "'", "’")


# How the titles begin of those who have an office of their own: "Office of the High Commissioner for Refugees".
OF_OFFICES = frozenset({"High", "Auditor", "Auditor-General", "Prosecutor", "Solicitor", "Resident", "Humanitarian"})


def carries(tokens: Sequence[Token], at: int, gazetteer: Gazetteer) -> bool:
    """Whether a title-cased word that may carry a name on stands here: "African countries" may not."""
    text = tokens[at].text
    if is_ordinal(text):
        return at + 1 < len(tokens) and is_capital(tokens[at + 1].text)
    return (
        is_capital(text)
        and not (text in gazetteer.demonyms and lower_next(tokens, at))
        and (text in OF_OFFICES or not title_at(tokens, at, gazetteer))
    )


def posted(run: Sequence[Token]) -> bool:
    """Whether the last words name a body that is sent or held to something: "Mission to", "Panel to"."""
    return any(t.text in POSTED for t in run[-3:])
