"""Provinces that have a country's name: in a document of the United States "Atlanta, Georgia" is one of its own."""

from collections.abc import Sequence, Set

from graph.extract.gazetteer import Entry, Gazetteer, plain
from graph.extract.text import Token, is_capital


def find_province(tokens: Sequence[Token], at: int, entry: Entry, homes: Set[str], gazetteer: Gazetteer) -> str | None:
    """The name of a province of the document's own country where a country's name stands behind its town; else None.

    It carries the country's code, so that it is another thing than the country of that name: "Georgia (US)".
    """
    codes = homes & gazetteer.provinces.get(entry.name, frozenset()) - {entry.country}
    town = tokens[at - 2].text if at > 1 and tokens[at - 1].text == "," else ""
    if not codes or not is_capital(town) or plain(town) in gazetteer.names:
        return None
    return f"{entry.name} ({min(codes)})"
