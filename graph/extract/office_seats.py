"""Of what an office is, between a title and a name: "President of Peru X Y", "Speaker of the House of Commons X Y"."""

from collections.abc import Sequence

from graph.extract.gazetteer import Gazetteer
from graph.extract.naming import known_runs
from graph.extract.open_titles import is_name_like, open_body, open_place
from graph.extract.text import Token, is_capital
from graph.model import EntityType

SENT = ("Ambassador", "Envoy", "Representative", "Commissioner", "Observer")  # who are to a country or a body
FOR_LANDS = ("Coordinator", "Adviser", "Advisor", "Rapporteur")


def country_size(tokens: Sequence[Token], at: int, gazetteer: Gazetteer) -> int:
    """How many tokens the country or body takes between a title and a name: "President of Peru X Y"; 0 for none."""
    posted = at > 0 and tokens[at - 1].text in SENT
    if at + 2 >= len(tokens) or not (tokens[at].text == "of" or (posted and tokens[at].text == "to")):
        return 0
    size = seat_size(tokens, at, gazetteer)
    if size and posted and [t.text for t in tokens[at + size : at + size + 1]] == ["to"]:
        size += seat_size(tokens, at + size, gazetteer)  # "Ambassador of Peru to Chile X Y"
    return size


SEATED = ("Mayor", "Governor", "Archbishop", "Bishop", "Prefect", "Emir", "Sultan", "Patriarch")  # of towns and lands


def seat_size(tokens: Sequence[Token], at: int, gazetteer: Gazetteer) -> int:
    """How many tokens a preposition and the country, body or town behind it take, before a name; 0 for none."""
    first = at + 1 + (tokens[at + 1].text == "the")
    own = open_body(tokens, first, gazetteer)
    for size, known in known_runs(tokens, first, gazetteer):
        entry = gazetteer.names.get(known)
        if entry is not None and entry.type in (EntityType.COUNTRY, EntityType.ORGANIZATION):
            return max(first + size, own) - at
    if at and tokens[at - 1].text in SEATED and (place := open_place(tokens, first, gazetteer)):
        return place - at
    return own - at if own else body_size(tokens, at, gazetteer)


LANDS = (EntityType.COUNTRY, EntityType.REGION, EntityType.PLACE)


def mission_size(tokens: Sequence[Token], at: int, gazetteer: Gazetteer) -> int:
    """How many tokens tell to which land one is sent, before a full name: "Special Envoy for the Sahel X Y"; or 0."""
    if at + 3 >= len(tokens) or tokens[at].text != "for" or tokens[at - 1].text not in (*SENT, *FOR_LANDS):
        return 0
    first = at + 1 + (tokens[at + 1].text == "the")
    for size, known in known_runs(tokens, first, gazetteer):
        entry, end = gazetteer.names.get(known), first + size
        if entry is not None and entry.type in LANDS and is_name_like(tokens, end, gazetteer):
            return end - at
    return 0


LONGEST_BODY = 5  # words of a body's name behind an office


def body_size(tokens: Sequence[Token], at: int, gazetteer: Gazetteer) -> int:
    """How many tokens a body by its head noun takes between a title and a full name: "of the Senate X Y"; or 0."""
    end = at
    while end < len(tokens) and tokens[end].text == "of":
        first = end + 1 + (end + 1 < len(tokens) and tokens[end + 1].text == "the")
        run = [t.text for t in tokens[first : first + LONGEST_BODY]]
        size = next((n for n, text in enumerate(run, start=1) if is_body_head(text, gazetteer)), 0)
        if not size or not all(is_capital(text) or text in ("'s", "’s") for text in run[:size]):
            return 0
        end = first + size
        end += seated_size(tokens, end)
    named = [t.text for t in tokens[end : end + 2]]
    full = len(named) == 2 and all(is_capital(text) and text not in gazetteer.heads for text in named)
    return end - at if full else 0


def seated_size(tokens: Sequence[Token], at: int) -> int:
    """How many tokens tell who sits in a body or whose it is: "of Representatives", "of the Republic"; or 0."""
    run = [t.text for t in tokens[at : at + 3]]
    size = 2 + (run[1:2] == ["the"])
    last = run[size - 1] if len(run) >= size and run[0] == "of" else ""
    return size if is_capital(last) and (last.endswith("s") or last == "Republic") else 0


def is_body_head(text: str, gazetteer: Gazetteer) -> bool:
    """Whether a word is what names of bodies end in."""
    head = gazetteer.heads.get(text)
    return head is not None and head.type is EntityType.ORGANIZATION
