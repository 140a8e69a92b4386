"""The dataset as a networkx network: entities are nodes, claims between two entities are edges."""

from collections import Counter

import networkx as nx

from graph.model import EntityType
from graph.rdf.names import local_name
from graph.sparql.store import Store
from graph.web.layout import Box, caption_of, how_many_fit, place_nodes, short_of
from graph.web.totals import Totals

FIRST_VIEW = 60
SEED = 20130323
LARGE = 50_000

ENTITIES = f"""
SELECT ?entity ?type ?label WHERE {{
  VALUES ?type {{ {" ".join(f"dg:{kind.value}" for kind in EntityType)} }}
  ?entity a ?type ; rdfs:label ?label .
}} ORDER BY ?entity ?type ?label"""

ALIASES = "SELECT ?entity ?alias WHERE { ?entity skos:altLabel ?alias } ORDER BY ?entity ?alias"

CLAIMS = """
SELECT ?claim ?subject ?relation ?object ?kind ?polarity ?modality WHERE {
  ?claim a dg:Claim ; rdf:subject ?subject ; rdf:predicate ?relation ; rdf:object ?object ;
    dg:polarity ?polarity ; dg:modality ?modality .
  BIND(IF(isIRI(?object), "entity", "value") AS ?kind)
} ORDER BY ?claim"""

# What was counted in a whole graph is told of the core of it that a store holds.
COUNTED = "SELECT ?entity ?weight ?degree WHERE { ?entity dg:degree ?degree ; dg:weight ?weight }"

# Each end by itself: two runs over an index take half the time of a join.
SUBJECTS = "SELECT ?claim ?end WHERE { ?claim rdf:subject ?end }"
OBJECTS = "SELECT ?claim ?end WHERE { ?claim rdf:object ?end FILTER(isIRI(?end)) }"


def make_network(store: Store, *, totals: Totals | None = None) -> "nx.MultiDiGraph[str]":
    """Return the network of all entities of `store`, with one edge (key: the claim's IRI) a claim between two of them.

    A node, named by the entity's IRI, has `label`, `type`, `aliases`, `weight` (the number of claims it takes part in)
    and `community` (counted from 0, largest first); the network itself has `heaviest`, the greatest weight, and
    `types`, how many entities of each type there are. Where the store holds but the core of a graph, `totals` tell what
    is counted in all of it: then weights are those that the store tells, nodes have their `degree` too, and edges no
    data. The most connected nodes, at most FIRST_VIEW and no more than fit, also have `caption` (the label in at most
    two short lines; where these cut it, `short` instead, an alias with an acronym, if it has one) and `x` and `y`, in
    whole pixels, so that no two captions overlap. An edge has `relation`, `polarity` and `modality` (local names). The
    same store gives the same network, in the same order.
    """
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    _add_entities(network, store)
    if totals is None:
        _add_claims(network, store)
        network.graph["heaviest"] = max((data["weight"] for _, data in network.nodes(data=True)), default=0)
        network.graph["types"] = Counter(data["type"] for _, data in network.nodes(data=True))
    else:
        _add_counted(network, store)
        network.graph.update(heaviest=totals.heaviest, types=Counter(totals.types))
    for number, members in enumerate(_find_communities(network)):
        for node in members:
            network.nodes[node]["community"] = number
    drawn = _find_first_view(network)
    boxes = {node: _box_of(network, node) for node in drawn}
    for node, (x, y) in place_nodes(nx.Graph(network.subgraph(drawn)), boxes, seed=SEED).items():
        network.nodes[node].update(x=x, y=y)
    return network


def rank_of(network: "nx.MultiDiGraph[str]", node: str) -> tuple[int, int, str, str]:
    """Return the key that sorts nodes by importance: most neighbours first, then claims, then by label."""
    data = network.nodes[node]
    return (-degree_of(network, node), -data["weight"], data["label"], node)


def degree_of(network: "nx.MultiDiGraph[str]", node: str) -> int:
    """Return how many other nodes a node has claims with, in the whole store."""
    known: int | None = network.nodes[node].get("degree")
    if known is not None:
        return known
    return len((set(network.predecessors(node)) | set(network.successors(node))) - {node})


def _add_counted(network: "nx.MultiDiGraph[str]", store: Store) -> None:
    """Add what is counted of the entities of a core, and the claims between two of them."""
    for row in store.rows(COUNTED):
        network.nodes[row["entity"]].update(weight=int(row["weight"]), degree=int(row["degree"]))
    subjects = {row["claim"]: row["end"] for row in store.rows(SUBJECTS)}
    for claim, thing in sorted((row["claim"], row["end"]) for row in store.rows(OBJECTS)):
        network.add_edge(subjects[claim], thing, key=claim)


def _add_entities(network: "nx.MultiDiGraph[str]", store: Store) -> None:
    for row in store.select(ENTITIES):
        if row["entity"] not in network:
            network.add_node(
                row["entity"],
                label=row["label"],
                type=local_name(row["type"]),
                aliases=[],
                weight=0,
                community=0,
            )
    for row in store.select(ALIASES):
        if row["entity"] in network:
            network.nodes[row["entity"]]["aliases"].append(row["alias"])


def _add_claims(network: "nx.MultiDiGraph[str]", store: Store) -> None:
    for row in store.select(CLAIMS):
        ends = [row["subject"]] + [row["object"]] * (row["kind"] == "entity")
        for node in dict.fromkeys(end for end in ends if end in network):
            network.nodes[node]["weight"] += 1
        if len(ends) == 2 and all(end in network for end in ends):
            network.add_edge(
                *ends,
                key=row["claim"],
                relation=row["relation"],
                polarity=local_name(row["polarity"]).lower(),
                modality=local_name(row["modality"]).lower(),
            )


def _find_communities(network: "nx.MultiDiGraph[str]") -> list[list[str]]:
    """Return Louvain's communities of the nodes, each sorted, the largest first (ties: by first node).

    Above LARGE nodes, where Louvain takes minutes, they are what is connected at all.
    """
    nodes = list(network)
    number = {node: i for i, node in enumerate(nodes)}
    simple: nx.Graph[int] = nx.Graph()  # of numbers: a set of strings has another order in every run
    simple.add_nodes_from(range(len(nodes)))
    for subject, object_ in network.edges():
        ends = number[subject], number[object_]
        parallel = simple.get_edge_data(*ends, {"weight": 0})["weight"]
        simple.add_edge(*ends, weight=parallel + 1)
    if len(nodes) > LARGE:
        communities = list(nx.connected_components(simple))
    else:
        communities = nx.community.louvain_communities(simple, seed=SEED)
    found = [sorted(nodes[i] for i in members) for members in communities]
    return sorted(found, key=lambda members: (-len(members), members))


def _find_first_view(network: "nx.MultiDiGraph[str]") -> list[str]:
    """Return the nodes to draw at first: the most connected, each next to one that is drawn too, as many as fit."""
    ranked = sorted(network, key=lambda node: rank_of(network, node))
    neighbours = {node: set(nx.all_neighbors(network, node)) - {node} for node in ranked}
    connected = [node for node in ranked if neighbours[node]] or ranked
    while True:
        chosen = connected[: min(FIRST_VIEW, how_many_fit(_box_of(network, node) for node in connected))]
        lonely = {node for node in chosen if neighbours[node] and neighbours[node].isdisjoint(chosen)}
        if not lonely:
            return chosen
        connected = [node for node in connected if node not in lonely]


def _box_of(network: "nx.MultiDiGraph[str]", node: str) -> Box:
    data = network.nodes[node]
    if "caption" not in data:
        data["caption"] = caption_of(data["label"])
        short = short_of(data["label"], data["aliases"]) if data["caption"].endswith("…") else None
        if short:
            data.update(short=short, caption=caption_of(short))
    return Box.of(data["caption"], data["weight"], network.graph["heaviest"])
