"""Entities by what they are called, through the index that every build makes (`dg:wordStart`, `dg:searchKey`)."""

from dataclasses import dataclass

from graph.rdf.names import local_name
from graph.rdf.overview import INDEXED, search_key
from graph.sparql.saved import string_literal
from graph.sparql.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """An entity that a search found: IRI, label, type (local name), and how many claims it takes part in."""

    iri: str
    label: str
    type: str
    weight: int


def find_entities(store: Store, text: str, *, limit: int = 12) -> list[Found]:
    """Return the entities with a name that holds every word of `text`, the closest and weightiest first.

    Capitals and accents do not count. Names with a word that begins so come by the index; only where there are none are
    all names looked at, and what stands inside of words.
    """
    words = search_key(text).split()
    if not words:
        return []
    longest = max(words, key=len)  # the one that fewest names are likely to have
    rows = store.select(_query(words, longest[:INDEXED], limit)) if len(longest) >= INDEXED else []
    rows = rows or store.select(_query(words, "", limit))
    return [
        Found(iri=row["entity"], label=row["label"], type=local_name(row["type"]), weight=int(row["weight"]))
        for row in rows
    ]


def _query(words: list[str], start: str, limit: int) -> str:
    whole = string_literal(" ".join(words))
    begin = " && ".join(f'CONTAINS(CONCAT(" ", ?key), {string_literal(" " + word)})' for word in words)
    rank = f"IF(?key = {whole}, 4, IF(STRSTARTS(?key, {whole}), 3, IF({begin}, 2, 1)))"
    looked_up = f"?entity dg:wordStart {string_literal(start)} . " if start else ""
    held = " && ".join(f"CONTAINS(?key, {string_literal(word)})" for word in words)
    return f"""SELECT ?entity ?label ?type ?weight ?score WHERE {{
  {{ SELECT ?entity ?weight (MAX(?rank) AS ?score) WHERE {{
    {looked_up}?entity dg:searchKey ?key .
    FILTER({held})
    BIND({rank} AS ?rank)
    ?entity dg:weight ?weight .
  }} GROUP BY ?entity ?weight ORDER BY DESC(?score) DESC(?weight) ?entity LIMIT {limit} }}
  ?entity rdfs:label ?label ; a ?type .
}} ORDER BY DESC(?score) DESC(?weight) ?label"""
