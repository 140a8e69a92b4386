"""What an office is for: "Minister of Trade and Foreign Affairs", "the Transport, Energy and Water Minister"."""

import re
from collections.abc import Sequence

from graph.extract.gazetteer import Gazetteer
from graph.extract.lexicon import Lexicon
from graph.extract.naming import Found, make_name
from graph.extract.office_seats import is_body_head
from graph.extract.text import Token, is_capital
from graph.model import EntityType

# What the names of ministries end in.
PORTFOLIOS = frozenset(
    {"Affairs", "Defence", "Defense", "Finance", "Trade", "Interior", "Justice", "Health", "Energy", "Education"}
    | {"Economy", "Commerce", "Agriculture", "Development", "Security", "Cooperation", "State", "Transport"}
    | {"Environment", "Labour", "Labor", "Tourism", "Industry", "Culture", "Planning", "Treasury", "Information"}
    | {"Emigration", "Immigration", "Migration", "Expatriates", "Minerals", "Mines", "Mining", "Water", "Resources"}
    | {"Infrastructure", "Technology", "Innovation", "Science", "Communications", "Women", "Youth", "Sports", "Sport"}
    | {"Investment", "Fisheries", "Forestry", "Housing", "Citizenship", "Integration", "Works", "Climate", "Abroad"}
    | {"Investments", "Business", "Enterprise", "Telecommunications", "Petroleum", "Oil", "Gas", "Electricity", "Power"}
    | {"Railways", "Aviation", "Shipping", "Ports", "Media", "Broadcasting", "Employment", "Manpower", "Welfare"}
    | {"Gender", "Equality", "Children", "Family", "Families", "Relations", "Budget", "Revenue", "Food", "Livestock"}
    | {
        "Management",
        "Aid",
        "Reconstruction",
        "Solidarity",
        "Conservation",
        "Safety",
        "Decentralisation",
        "Decentralization",
        "Forces",
        "Rights",
    }
    | {"Partnerships", "Enlargement", "Neighbourhood", "Preparedness", "Competition", "Democracy", "Governance"}
    | {"Strategy", "Transition", "Connectivity", "Digitalisation", "Digitalization", "Sovereignty", "Protection"}
    | {
        "Change",
        "Wildlife",
        "Lands",
        "Heritage",
        "Antiquities",
        "Reform",
        "Reforms",
        "Administration",
        "Diaspora",
        "Research",
        "Services",
        "Utilities",
        "Hydrocarbons",
        "Pensions",
        "Skills",
        "Arts",
        "Forests",
        "Roads",
        "Veterans",
        "Cooperatives",
    }
)
# What nouns of fields end in, and no given name: "Irrigation", "Geology", "Statistics".
FIELD = re.compile(r"[A-Z][a-z]+(?:ology|tion|sion|ture|ics|graphy)")


def themes_end(tokens: Sequence[Token], at: int, gazetteer: Gazetteer) -> tuple[int, set[str]]:
    """Where the portfolios that begin here end, several joined as well, and what joins them; or 0."""
    end, joints = theme_end(tokens, at), set[str]()
    while end and end + 1 < len(tokens) and tokens[end].text in ("and", ","):
        closed = bool(joints) and tokens[end].text == "," and tokens[end + 1].text == "and"
        joint = end + closed  # "Trade, Energy, and Tourism"
        article = [t.text for t in tokens[joint : joint + 2]] == ["and", "the"]
        further = theme_end(tokens, joint + 1 + article) or field_end(tokens, joint + 1 + article)
        bodied = article and any(is_body_head(t.text, gazetteer) for t in tokens[further : further + 2])
        if not further or bodied:  # "the Minister of Trade and the Environment Agency"
            break
        joints.add(tokens[joint].text)
        end = further
    return end, joints


def theme_end(tokens: Sequence[Token], at: int) -> int:
    """Where one theme of a ministry ends that begins here, "Foreign Affairs", "Trade"; 0 where none does."""
    for size in (3, 2, 1):  # "National Security Affairs" before "National Security"
        run = tokens[at : at + size]
        if len(run) == size and run[-1].text in PORTFOLIOS and all(is_capital(t.text) for t in run):
            return at + size
    shared = [t.text for t in tokens[at : at + 2]]  # "European and International Affairs"
    return theme_end(tokens, at + 2) if shared[1:] == ["and"] and is_capital(shared[0]) else 0


def field_end(tokens: Sequence[Token], at: int) -> int:
    """Where a field ends that no list has, joined to a theme: "Water Resources **and Irrigation**"; or 0."""
    field = at + 1 < len(tokens) and FIELD.fullmatch(tokens[at].text) is not None
    return at + 1 if field and tokens[at + 1].text not in HEADED else 0


def find_portfolio(tokens: Sequence[Token], at: int, _: Lexicon, gazetteer: Gazetteer) -> Found:
    """What a minister whose name does not follow is for, where "and" joins it: "the Minister of Economy and Trade"."""
    if at < len(("Minister", "of")) or tokens[at - 1].text not in ("of", "for") or tokens[at - 2].text not in HEADED:
        return None
    end, joints = themes_end(tokens, at, gazetteer)
    if "and" not in joints:
        return None
    return end, make_name(tokens, at, end, kind=EntityType.CONCEPT, found_by="brand", head="Trade")


HEADED = ("Minister", "Ministers", "Secretary", "Commissioner")
LED_BY = PORTFOLIOS | {"and", "&", ","}
# What tells more of a theme before it: "Green Economy", and of two at once, "Foreign and Diaspora Affairs".
SPECIFYING = frozenset(
    {"Digital", "Green", "Foreign", "Public", "Rural", "Regional", "Social", "Economic", "Human", "Higher", "Natural"}
    | {"National", "Local", "Maritime", "Civil", "International", "European", "Blue", "Renewable", "Veterans", "Armed"}
)


def opens_theme(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word tells more of the theme of a ministry behind it: "Digital" before "Development"."""
    return tokens[at].text in SPECIFYING and at + 1 < len(tokens) and tokens[at + 1].text in LED_BY - {","}


LEADERS = ("Minister", "Secretary", "Commissioner", "Coordinator")
AFFAIRS = ("External", "Internal", "Home", "Social", "European")  # of which ministers are


def led_title(tokens: Sequence[Token], at: int) -> int:
    """How many tokens a title has that begins with what its bearer is for: "Commerce and Industry Minister"; or 0."""
    end = at
    while end < len(tokens) and end - at < 7 and (tokens[end].text in LED_BY or opens_theme(tokens, end)):
        end += 1
    foreign = at + 1 < len(tokens) and tokens[at].text in AFFAIRS
    end = at + 2 if end == at and foreign and tokens[at + 1].text in PORTFOLIOS else end
    bearer = end > at and end + 1 < len(tokens) and tokens[end].text in LEADERS
    named = bearer and is_capital(tokens[end + 1].text)
    return end + 1 - at if named and tokens[end - 1].text not in ("and", "&", ",") else 0
