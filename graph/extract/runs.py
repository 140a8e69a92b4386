"""Capitalised runs whose head noun makes them names: "Conference on …", "Ministry of …", "Resolution 1325 (2000)"."""

from collections.abc import Sequence

from graph.extract.carried import carry_on, has_tail
from graph.extract.cues import speaks_so, stating
from graph.extract.gazetteer import Gazetteer, Head, plain
from graph.extract.lexicon import Lexicon
from graph.extract.listed_names import known_size, listed_end
from graph.extract.naming import Found, join, known_runs, make_name
from graph.extract.people import find_person, title_at
from graph.extract.run_ends import PLANS, YEARS, head_follows, head_of, head_word, number_end, run_end
from graph.extract.text import Token, is_capital, is_ordinal, opens_sentence
from graph.extract.words import words
from graph.model import EntityType

# Prepositions that open a sentence and no name: "Following Hurricane Ada, Peru sent aid".
LEADING = ("Following", "After", "Despite", "Amid", "Upon", "Since", "During", "Notwithstanding", "Until")
HEADED = (["State", "and"], ["Head", "of"], ["Heads", "of"])
BEARERS = ("Governors", "Ministers", "Directors", "Presidents")  # "Central Bank Governors" are no bank


def find_run(tokens: Sequence[Token], at: int, lexicon: Lexicon, gazetteer: Gazetteer) -> Found:
    """A capitalised run whose head noun makes it a name, carried on over the prepositions the head allows."""
    if (numbered := find_numbered(tokens, at) or find_targeted(tokens, at, lexicon, gazetteer)) is not None:
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
    if (
        head is None
        or (end - at == 1 and not has_tail(tokens, end, head))
        or ends_in_office(tokens, end, head, gazetteer)
    ):
        return None
    whole = gazetteer.names.get(plain(join(tokens[at:end])))
    if whole is not None and head.type is EntityType.ORGANIZATION and [t.text for t in tokens[end : end + 1]] == ["on"]:
        return None  # "briefed the Security Council on Togo"
    if leads_to_person(tokens, at, end, lexicon, gazetteer):
        return None
    noun = tokens[end - 1].text if tokens[end - 1].text in gazetteer.heads else head_word(tokens[at:end], gazetteer)
    end = carry_on(tokens, end, head, gazetteer)
    if end - at == 1:
        return None
    return end, make_name(tokens, at, end, kind=head.type, found_by="head", head=noun)


def ends_in_office(tokens: Sequence[Token], end: int, head: Head, gazetteer: Gazetteer) -> bool:
    """Whether the last word of a run names no body, but who acts: "the Force Commander of the mission"."""
    last, before = tokens[end - 1].text, tokens[end - 2].text
    if last in BEARERS:
        return True
    # "Kenya's Trade Cabinet Secretary, X"
    alone = end < len(tokens) and (tokens[end].text == "," or head.type is EntityType.ORGANIZATION)
    if not alone or last not in words().offices or last in gazetteer.heads:
        return False
    # "Consulate General", "Department of Defense"
    return join(tokens[end - 2 : end]) not in gazetteer.heads and before not in ("of", "for")


def leads_to_person(tokens: Sequence[Token], at: int, end: int, lexicon: Lexicon, gazetteer: Gazetteer) -> bool:
    """Whether a run is a body or an office that is known, and who acts for it: "UN Special Envoy Ana Lopez"."""
    size, known = next(known_runs(tokens, at, gazetteer), (0, ""))
    behind = head_of([t.text for t in tokens[at + size : end]], gazetteer) if size else None
    if not size or (behind is not None and behind.type is not EntityType.ROLE):
        return False
    entry = gazetteer.names.get(known)
    held = (
        entry is not None and entry.type is EntityType.ROLE and at + size < end
    )  # "the UN Secretary-General Ana Lopez"
    titled = title_at(tokens, at + size, gazetteer) > 0
    return held or (titled and find_person(tokens, at + size, lexicon, gazetteer) is not None)


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


SYLLABLES = ("Can", "Do", "An", "To", "So")  # of names that are spelt as little words of English are


def find_targeted(tokens: Sequence[Token], at: int, lexicon: Lexicon, gazetteer: Gazetteer) -> Found:
    """A plan whose title opens with its year or years: "the 2050 Strategy for X", "the 2025–2030 Rural Health Plan".

    A plan in several words needs an article or an owner before the year: "by 2030 National Plans must …" has none.
    """
    if at + 1 >= len(tokens) or not YEARS.fullmatch(tokens[at].text):
        return None
    if tokens[at + 1].text in PLANS and not tokens[at].text.startswith("19"):
        titled = find_run(tokens, at + 1, lexicon, gazetteer)
        noun = tokens[at + 1].text
    else:
        behind = at > 0 and tokens[at - 1].text in ("the", "The", "its", "their", "our", "a", "new", "'s", "’s")
        titled = find_run(tokens, at + 1, lexicon, gazetteer) if behind and is_capital(tokens[at + 1].text) else None
        noun = titled[1].proxy if titled is not None else ""
    if titled is None or noun not in PLANS or titled[1].found_by != "head":
        return None
    return titled[0], make_name(tokens, at, titled[0], kind=titled[1].type, found_by="head", head=noun)


def starts_run(tokens: Sequence[Token], at: int, lexicon: Lexicon, gazetteer: Gazetteer) -> bool:
    """Whether a name may begin with this token: capitalised, and not only because a sentence begins here."""
    token = tokens[at]
    following = tokens[at + 1].text if at + 1 < len(tokens) else ""
    if is_ordinal(token.text):
        return is_capital(following)
    opening = token.text in ADVERBS and is_capital(following) and not opens_sentence(tokens, at)
    small = at > 0 and tokens[at - 1].text.isalpha() and not is_capital(tokens[at - 1].text)
    opening = opening or (small and token.text in SYLLABLES and is_capital(following))  # "at Can Tho University"
    if not is_capital(token.text) or (token.text.lower() in words().function and not opening):
        return False
    special = token.text in ("Special", "Permanent", "Personal") and at + 2 < len(tokens)
    special = special and join(tokens[at : at + 2]) not in gazetteer.heads  # "Special Jurisdiction for Peace" is a body
    if special and tokens[at + 2].text in ("of", "for", "to"):  # "Special Envoy of X" is an office without its bearer
        inner = at + 3 + (at + 3 < len(tokens) and tokens[at + 3].text == "the")
        size = known_size(tokens, inner, gazetteer) if inner < len(tokens) else 0
        behind = tokens[inner + size].text if inner + size < len(tokens) else ""
        beside = behind == "," and (tokens[at + 2].text != "of" or (at > 0 and tokens[at - 1].text == ","))
        return size > 0 and (beside or behind in (".", ";", ""))  # a name behind it would be its bearer's
    named_after = token.text in ("King", "Queen", "Prince", "Princess") and head_follows(tokens, at, gazetteer)
    if not named_after and title_at(tokens, at, gazetteer):  # but "the King Hussein Foundation"
        return False
    titled = following[:1].islower() or title_at(tokens, at + 1, gazetteer)
    if plain(token.text) in gazetteer.demonyms and titled:
        return False
    if token.text in ("Government", "State") and [t.text for t in tokens[max(0, at - 2) : at]] in HEADED:
        return False  # "Heads of State and Government of X", "the visit by a Kenyan Head of State to Ghana"
    if opens_sentence(tokens, at) and (token.text in LEADING or is_performed(tokens, at, gazetteer)):
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
