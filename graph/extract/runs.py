"""Capitalised runs whose head noun makes them names: "Conference on …", "Ministry of …", "Resolution 1325 (2000)"."""

import re
from collections.abc import Sequence

from graph.extract.cues import speaks_so, stating
from graph.extract.gazetteer import Gazetteer, Head, plain
from graph.extract.lexicon import Lexicon
from graph.extract.listed_names import LISTING, THEMED, known_size, list_end, listed_end
from graph.extract.naming import Found, join, make_name
from graph.extract.people import PORTFOLIOS, title_at
from graph.extract.relative_times import MONTHS, WEEKDAYS
from graph.extract.text import Token, is_capital, is_ordinal, opens_sentence
from graph.extract.words import words
from graph.model import EntityType

BEARERS = ("Governors", "Ministers", "Directors", "Presidents")  # "Central Bank Governors" are no bank


def find_run(tokens: Sequence[Token], at: int, lexicon: Lexicon, gazetteer: Gazetteer) -> Found:
    """A capitalised run whose head noun makes it a name, carried on over the prepositions the head allows."""
    if (numbered := find_numbered(tokens, at)) is not None:
        return numbered
    if not starts_run(tokens, at, lexicon, gazetteer):
        return None
    if (listed := listed_end(tokens, at, gazetteer)) is not None:
        body = gazetteer.heads[tokens[listed - 1].text]
        return listed, make_name(tokens, at, listed, kind=body.type, found_by="head", head=tokens[listed - 1].text)
    end = run_end(tokens, at, gazetteer)
    head = head_of([t.text for t in tokens[at:end]], gazetteer)
    if head is None and is_national(tokens, at, end, gazetteer):
        return end, make_name(tokens, at, end, kind=EntityType.ORGANIZATION, found_by="head")
    alone = end < len(tokens) and tokens[end].text == ","  # "Kenya's Trade Cabinet Secretary, X"
    bearer = tokens[end - 1].text in BEARERS or (alone and tokens[end - 1].text in words().offices)
    if head is None or (end - at == 1 and not has_tail(tokens, end, head)) or bearer:
        return None
    whole = gazetteer.names.get(plain(join(tokens[at:end])))
    if whole is not None and head.type is EntityType.ORGANIZATION and [t.text for t in tokens[end : end + 1]] == ["on"]:
        return None  # "briefed the Security Council on Togo"
    noun = tokens[end - 1].text if tokens[end - 1].text in gazetteer.heads else head_word(tokens[at:end], gazetteer)
    end = carry_on(tokens, end, head, gazetteer)
    if end - at == 1:
        return None
    return end, make_name(tokens, at, end, kind=head.type, found_by="head", head=noun)


def is_national(tokens: Sequence[Token], at: int, end: int, gazetteer: Gazetteer) -> bool:
    """Whether a run is one country's part of a known body whose name has no head noun: "the British Red Cross"."""
    inner = gazetteer.names.get(plain(join(tokens[at + 1 : end])))
    national = tokens[at].text in gazetteer.demonyms and end - at > 2
    return national and inner is not None and inner.type is EntityType.ORGANIZATION


def find_numbered(tokens: Sequence[Token], at: int) -> Found:
    """A resolution by its number, also further down a list: "resolutions 1325 (2000), 1820 (2008) and 1889 (2009)"."""
    opens = tokens[at].text.lower() in ("resolution", "resolutions")
    start = at + 1 if opens else at
    if start >= len(tokens) or not tokens[start].text.isdigit():
        return None
    if not opens and not any(t.text.lower() == "resolutions" for t in tokens[max(0, at - 20) : at]):
        return None
    end = number_end(tokens, start + 1 if not opens else start)
    if not opens and end == start + 1:
        return None  # in a list the year tells that the number is a resolution's
    name = f"Resolution {join(tokens[start:end])}"
    return end, make_name(tokens, at, end, kind=EntityType.AGREEMENT, found_by="head", head="Resolution", name=name)


ADVERBS = ("Just", "Better", "More", "Next")  # that open names inside a sentence: "the Just Transition Fund"


def starts_run(tokens: Sequence[Token], at: int, lexicon: Lexicon, gazetteer: Gazetteer) -> bool:
    """Whether a name may begin with this token: capitalised, and not only because a sentence begins here."""
    token = tokens[at]
    following = tokens[at + 1].text if at + 1 < len(tokens) else ""
    if is_ordinal(token.text):
        return is_capital(following)
    opening = token.text in ADVERBS and is_capital(following) and not opens_sentence(tokens, at)
    if not is_capital(token.text) or (token.text.lower() in words().function and not opening):
        return False
    special = token.text in ("Special", "Permanent", "Personal") and at + 2 < len(tokens)
    if special and tokens[at + 2].text in ("of", "for", "to"):  # "Special Envoy of X" is an office without its bearer
        inner = at + 3 + (at + 3 < len(tokens) and tokens[at + 3].text == "the")
        size = known_size(tokens, inner, gazetteer) if inner < len(tokens) else 0
        behind = tokens[inner + size].text if inner + size < len(tokens) else ""
        return size > 0 and behind in (".", ";", "")  # a name behind it would be its bearer's
    named_after = token.text in ("King", "Queen", "Prince", "Princess") and head_follows(tokens, at, gazetteer)
    if not named_after and title_at(tokens, at, gazetteer):  # but "the King Hussein Foundation"
        return False
    titled = following[:1].islower() or title_at(tokens, at + 1, gazetteer)
    if plain(token.text) in gazetteer.demonyms and titled:
        return False
    if token.text == "Government" and [t.text for t in tokens[max(0, at - 2) : at]] == ["State", "and"]:
        return False  # "Heads of State and Government of X"
    if opens_sentence(tokens, at) and is_performed(tokens, at, gazetteer):
        return False
    if opens_sentence(tokens, at) and not token.text.isupper():
        joined = following in ("and", "&") and head_follows(tokens, at + 2, gazetteer)
        return (is_capital(following) or joined) and token.text.lower() not in lexicon.lower
    return True


def is_performed(tokens: Sequence[Token], at: int, gazetteer: Gazetteer) -> bool:
    """Whether the first word is what a body does by saying it: "Urges Member States to act", "Commend Norway for X"."""
    word = tokens[at].text.lower()
    named = at + 1 < len(tokens) and (known_size(tokens, at + 1, gazetteer) or title_at(tokens, at + 1, gazetteer))
    return speaks_so(word) or bool(named and word in stating())


def run_end(tokens: Sequence[Token], at: int, gazetteer: Gazetteer) -> int:
    """Where the unbroken capitalised words end that begin at a token."""
    end = at
    while end < len(tokens):
        known = known_size(tokens, end, gazetteer)
        if known > 1:
            end += known
        elif goes_on(tokens, at, end, gazetteer):
            end += 1
        else:
            break
    return end


def goes_on(tokens: Sequence[Token], at: int, end: int, gazetteer: Gazetteer) -> bool:
    """Whether a run that began at `at` takes the token at `end` in: a capitalised word, "and", a possessive mark."""
    text = tokens[end].text
    if is_capital(text):
        # "African countries" behind a name is another phrase.
        return not (text in gazetteer.demonyms and end > at and lower_next(tokens, end))
    if text in ("and", "&"):
        if at and tokens[at - 1].text in ("a", "an", "the") and is_agreement_on(tokens, end, gazetteer):
            return True  # "a Strategic Partnership and Cooperation Agreement"
        known = known_size(tokens, at, gazetteer)  # "the African Union Support and Stabilization Mission"
        if known and end == at + known:
            return False
        inside = any(t.text in gazetteer.heads for t in tokens[at + known : end])
        return not inside and head_follows(tokens, end + 1, gazetteer)
    if text in ("bin", "bint", "ibn"):  # "the Mohammed bin Zayed Initiative"
        return end > at and end + 1 < len(tokens) and is_capital(tokens[end + 1].text)
    if text in ("'s", "’s", "'", "’"):
        unknown = end > at and plain(tokens[end - 1].text) not in gazetteer.names
        return unknown and end + 1 < len(tokens) and is_capital(tokens[end + 1].text)
    return end == at and is_ordinal(text)


def is_agreement_on(tokens: Sequence[Token], end: int, gazetteer: Gazetteer) -> bool:
    """Whether "and" at a token joins what one agreement is on: its head noun stands behind the second theme alone."""
    last = end + 1
    while last < len(tokens) and is_capital(tokens[last].text):
        last += 1
    head = gazetteer.heads.get(tokens[last - 1].text) if last - end > 2 else None
    first = gazetteer.heads.get(tokens[end - 1].text)
    agreed = head is not None and head.type is EntityType.AGREEMENT
    return agreed and (first is None or first.type is EntityType.INITIATIVE)


def lower_next(tokens: Sequence[Token], at: int) -> bool:
    """Whether the token after this one begins in lower case."""
    return at + 1 < len(tokens) and tokens[at + 1].text[:1].islower()


def head_follows(tokens: Sequence[Token], at: int, gazetteer: Gazetteer) -> bool:
    """Whether capitalised words begin here, right behind "and", that end in a head noun."""
    end = at
    while end < len(tokens) and is_capital(tokens[end].text):
        end += 1
    return end - at > 1 and tokens[end - 1].text in gazetteer.heads and plain(tokens[at].text) not in gazetteer.names


def head_word(run: Sequence[Token], gazetteer: Gazetteer) -> str:
    """The last word of a run that is a head noun."""
    return next(t.text for t in reversed(run) if t.text in gazetteer.heads)


def head_of(run: Sequence[str], gazetteer: Gazetteer) -> Head | None:
    """The head noun of a name: the last word before its first connector that is one."""
    breaks = words().connectors - {"and", "&"}  # "Trade and Development Agency" is an agency
    stop = next((i for i, word in enumerate(run) if i and word in breaks), len(run))
    participle = next((i for i in range(1, stop) if run[i].endswith("ing") and run[i][0].isupper()), stop)
    for limit in (participle, stop):
        for at in reversed(range(limit)):  # "Working Group" is a body, where "Group" is several
            for head in (" ".join(run[max(0, at - 1) : at + 1]), run[at]):
                if head in gazetteer.heads:
                    return gazetteer.heads[head]
    return None


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


# What leads on to more of a title where it has a capital.
LEADING = frozenset({"Through", "Across", "Towards", "Toward", "Within", "Under", "Into", "By", "Against", "Over"})


def carry_on(tokens: Sequence[Token], end: int, head: Head, gazetteer: Gazetteer) -> int:
    """Where the name ends once numbers and the head's prepositional phrases in title case are added."""
    end = number_end(tokens, end)
    allowed = head.prepositions | {"of"}
    inside = between = articled = False
    while end < len(tokens):
        at = end
        while at < len(tokens) and tokens[at].text in words().connectors and at - end < 3:
            at += 1
        joint = [t.text for t in tokens[end:at]]
        if not joint or at >= len(tokens) or not carries(tokens, at, gazetteer):
            break
        # "the Summit on June 12": a date is not part of the name.
        if tokens[at].text.lower() in (*MONTHS, *WEEKDAYS):
            break
        # "signed the Oslo Agreement with Chile": who signs with is not part of the name.
        if joint[0] in ("with", "from") and known_size(tokens, at, gazetteer):
            break
        if joint == ["and"] and is_second_state(tokens, end, at, gazetteer):
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
            or is_field(tokens, end, joint, head)
            or joint[0] in allowed
            or (inside and joint[0] in words().connectors and joint[0] != "in")
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
        office = joint[0] in ("of", "for", "on") and any(t.text in LISTING for t in tokens[max(0, at - 4) : at])
        if office or (joint[0] in ("on", "for") and head.type in THEMED):
            end = list_end(tokens, end, gazetteer)
        inside = True
        inner = head_of([t.text for t in tokens[at:end]], gazetteer)
        allowed = allowed | (inner.prepositions if inner else frozenset())
    return end


FIELDED = (
    "Cooperation",
    "Co-operation",
    "Collaboration",
    "Assistance",
    "Exchange",
    "Exchanges",
    "Partnership",
    "Training",
)


def is_field(tokens: Sequence[Token], end: int, joint: Sequence[str], head: Head) -> bool:
    """Whether "in" at `end` leads to what a paper is on: "the Agreement on Cooperation in Customs Matters"."""
    led = joint in (["in"], ["in", "the"]) and head.type in (EntityType.AGREEMENT, EntityType.INITIATIVE)
    if not led or tokens[end - 1].text not in FIELDED:
        return False
    theme, behind = (tokens[at].text if at < len(tokens) else "" for at in (end + len(joint), end + len(joint) + 1))
    if joint == ["in", "the"]:
        return theme in ("Field", "Fields", "Area", "Areas")
    return theme not in MONTHS and (theme in PORTFOLIOS or is_capital(behind))


# What each state has one of: "the Government of Peru and Chile" are two.
ONE_EACH = ("Government", "Parliament", "President", "Ambassador", "Embassy")


def is_second_state(tokens: Sequence[Token], end: int, at: int, gazetteer: Gazetteer) -> bool:
    """Whether "and" at `end` leads to another state than the one whose government a name has named."""
    of = next((n for n in range(end - 1, max(0, end - 10), -1) if tokens[n].text == "of" and n > 0), None)
    while of is not None and of > 1 and tokens[of - 1].text not in ONE_EACH:
        of = next((n for n in range(of - 1, max(0, end - 10), -1) if tokens[n].text == "of" and n > 0), None)
    return of is not None and tokens[of - 1].text in ONE_EACH and known_size(tokens, at, gazetteer) > 0


def carries(tokens: Sequence[Token], at: int, gazetteer: Gazetteer) -> bool:
    """Whether a title-cased word that may carry a name on stands here: "African countries" may not."""
    text = tokens[at].text
    if is_ordinal(text):
        return at + 1 < len(tokens) and is_capital(tokens[at + 1].text)
    return (
        is_capital(text)
        and not (text in gazetteer.demonyms and lower_next(tokens, at))
        and not title_at(tokens, at, gazetteer)
    )


ROMAN = re.compile(r"[IVXLC]+(?:bis)?")


def posted(run: Sequence[Token]) -> bool:
    """Whether the last words name a body that is sent or held to something: "Mission to", "Panel to"."""
    return any(t.text in POSTED for t in run[-3:])


def number_end(tokens: Sequence[Token], end: int) -> int:
    """Where a number behind a name ends: "Resolution 1325 (2000)", "Action Plan (2025-2027)", "Task Force 59"."""
    if (
        end < len(tokens)
        and tokens[end - 1].text in ("Article", "Chapter", "Annex")
        and ROMAN.fullmatch(tokens[end].text)
    ):
        return end + 1
    number = end < len(tokens) and tokens[end].text.isdigit() and not tokens[end - 1].text[-1].isdigit()
    if number and not counts_next(tokens, end):
        end += 1
        if end + 1 < len(tokens) and tokens[end].text == "/" and tokens[end + 1].text.isdigit():  # "resolution 71/199"
            end += 2
    if end + 2 < len(tokens) and tokens[end].text == "(" and tokens[end + 2].text == ")":
        years = plain(tokens[end + 1].text).split("-")
        if all(len(y) == 4 and y.isdigit() for y in years):
            end += 3
    return end


def counts_next(tokens: Sequence[Token], at: int) -> bool:
    """Whether the number at `at` counts what follows, a plural: "left the Union 15 years ago"."""
    after = tokens[at + 1].text if at + 1 < len(tokens) else "."
    return after.isalpha() and after.islower() and after.endswith("s") and after not in words().function
