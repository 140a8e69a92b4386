"""What the page shows before its engine is up, read from a store once: counts, and the network's first view."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import Any

import networkx as nx

from graph.rdf.names import local_name
from graph.sparql.store import Store
from graph.web.network import degree_of, rank_of
from graph.web.titles import Titled, find_marks
from graph.web.totals import Totals

Row = dict[str, str]
Json = dict[str, Any]
_Said = tuple[str, str, tuple[str, ...]]  # how a claim stands, its relation, and what became of it

MOST_STARTS = 8
MOST_DOCUMENTS = 5  # titles that the overview tells; the reader asks for all of them later

DOCUMENTS = """
SELECT ?document ?title ?creator ?date ?source WHERE {
  ?document a dg:Source .
  OPTIONAL { ?document dcterms:title ?title }
  OPTIONAL { ?document dcterms:creator ?creator }
  OPTIONAL { ?document dcterms:date ?date }
  OPTIONAL { ?document dcterms:source ?source }
} ORDER BY ?document ?title ?creator ?date ?source"""

STANDINGS = """
SELECT ?polarity ?modality (COUNT(?claim) AS ?n) WHERE {
  ?claim a dg:Claim ; dg:polarity ?polarity ; dg:modality ?modality .
} GROUP BY ?polarity ?modality"""

LINKS = """
SELECT ?claim ?subject ?object ?label ?polarity ?modality WHERE {{
  VALUES ?claim {{ {claims} }}
  ?claim rdf:subject ?subject ; rdf:object ?object ; rdf:predicate ?relation ;
    dg:polarity ?polarity ; dg:modality ?modality .
  ?relation rdfs:label ?label .
}} ORDER BY ?subject ?object ?label ?claim"""

CHANGES = """
SELECT ?kind (COUNT(?change) AS ?n) WHERE { ?change a dg:Change ; dg:change ?kind } GROUP BY ?kind"""

CHANGED = """
SELECT ?claim ?kind WHERE { ?change a dg:Change ; dg:change ?kind ; dg:ofClaim ?claim } ORDER BY ?claim ?kind"""

_STANDING = {"asserted": "stated", "evaluative": "view"}


def make_view(network: "nx.MultiDiGraph[str]", store: Store, *, totals: Totals | None = None) -> Json:
    """Return counts, the first documents, the entities with most claims, and the nodes and links of the first view.

    `nodes` come by importance, with their places; `links` are one for each ordered pair of them that claims connect,
    with how many claims and how many of those are stated as done. A store that compares two texts also gives
    `changes`, by kind, and each link how many of its claims are of each kind. Where it holds but a part of the graph,
    `totals` tell what is counted in all. The same arguments give the same view.
    """
    documents = _documents(store)
    standings = totals.standings if totals is not None else _standings(store)
    types = network.graph["types"]
    drawn = sorted((n for n, d in network.nodes(data=True) if "x" in d), key=lambda n: rank_of(network, n))
    by_weight = sorted(network, key=lambda node: (-network.nodes[node]["weight"], rank_of(network, node)))
    changes = {row["kind"]: int(row["n"]) for row in store.select(CHANGES)}
    compared = {"changes": _counted(changes)} if changes else {}
    return compared | {
        "counts": {"documents": len(documents), "entities": sum(types.values()), "claims": sum(standings.values())},
        "documents": documents[:MOST_DOCUMENTS],
        "standings": _counted(standings),
        "types": _counted(types),
        "heaviest": network.graph["heaviest"],
        "starts": [_node(network, node) for node in by_weight[:MOST_STARTS]],
        "nodes": [_node(network, node) | {key: network.nodes[node][key] for key in ("x", "y")} for node in drawn],
        "links": _links(store, sorted(key for *_, key in network.subgraph(drawn).edges(keys=True))),
    }


def standing_of(polarity: str, modality: str) -> str:
    """Return how a claim stands, from local names: denied, or stated, planned, proposed, possible or a view."""
    return "denied" if polarity == "negated" else _STANDING.get(modality, modality)


def _node(network: "nx.MultiDiGraph[str]", node: str) -> Json:
    data = network.nodes[node]
    told = {key: data[key] for key in ("label", "type", "weight", "short") if key in data}
    return {"id": node, "degree": degree_of(network, node), **told}


def _documents(store: Store) -> list[Json]:
    found: dict[str, Json] = {}
    titled: dict[str, Titled] = {}
    for row in store.select(DOCUMENTS):
        iri = row["document"]
        if iri not in found:
            name = row.get("title") or row.get("source") or local_name(iri)
            found[iri] = {"id": iri, "title": name} | {key: row[key] for key in ("creator", "date") if key in row}
            titled[iri] = Titled(iri=iri, title=name, date=row.get("date", ""), source=row.get("source", ""))
    marks = find_marks(titled.values())
    return [document | ({"mark": marks[iri]} if iri in marks else {}) for iri, document in found.items()]


def _standings(store: Store) -> dict[str, int]:
    standings: dict[str, int] = defaultdict(int)
    for row in store.select(STANDINGS):
        standings[_standing(row)] += int(row["n"])
    return standings


def _standing(row: Row) -> str:
    return standing_of(local_name(row["polarity"]).lower(), local_name(row["modality"]).lower())


def _counted(counts: Mapping[str, int]) -> list[Json]:
    return [{"key": key, "count": counts[key]} for key in sorted(counts, key=lambda key: (-counts[key], key))]


def _links(store: Store, claims: list[str]) -> list[Json]:
    pairs: dict[tuple[str, str], list[_Said]] = defaultdict(list)
    kinds = store.grouped(CHANGED, "claim", "kind")
    text = LINKS.format(claims=" ".join(f"<{claim}>" for claim in claims))
    for row in store.select(text) if claims else ():
        ends = (row["subject"], row["object"])
        if ends[0] != ends[1]:
            pairs[ends].append((_standing(row), row["label"], tuple(kinds.get(row["claim"], ()))))
    return [_link(ends, said) for ends, said in sorted(pairs.items())]


def _link(ends: tuple[str, str], said: list[_Said]) -> Json:
    told = [(standing, relation) for standing, relation, _ in said]
    names = sorted(set(told), key=lambda one: (one[0] != "stated", -told.count(one), one[1], one[0]))
    changes = Counter(kind for *_, kinds in said for kind in kinds)
    link = {
        "id": " ".join(ends),
        "from": ends[0],
        "to": ends[1],
        "claims": len(said),
        "stated": sum(standing == "stated" for standing, _ in told),
        "names": [{"standing": standing, "relation": relation} for standing, relation in names],
    }
    return link | ({"changes": dict(sorted(changes.items()))} if changes else {})
