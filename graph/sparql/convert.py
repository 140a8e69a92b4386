"""A dataset in the terms of other libraries: a networkx network, a pandas frame, an rdflib graph."""

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from graph.errors import GraphError, StoreError
from graph.model import EntityType
from graph.rdf.names import local_name
from graph.sparql.claims import find_claims
from graph.sparql.store import EmbeddedStore, Store

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd
    from rdflib import Graph

_ENTITIES = f"""SELECT ?entity ?type ?label ?weight ?degree WHERE {{
  VALUES ?type {{ {" ".join(f"dg:{kind.value}" for kind in EntityType)} }}
  ?entity a ?type ; rdfs:label ?label .
  OPTIONAL {{ ?entity dg:weight ?weight }}
  OPTIONAL {{ ?entity dg:degree ?degree }}
}} ORDER BY ?entity"""
_NAMES = """SELECT ?entity ?name WHERE { ?entity skos:altLabel ?name } ORDER BY ?entity ?name"""
_SAME = """SELECT ?entity ?name WHERE { ?entity owl:sameAs ?name } ORDER BY ?entity ?name"""


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedEntity:
    """An entity as the dataset has it: IRI, label, type (local name), aliases, what it is the same as, and counts."""

    iri: str
    label: str
    type: str
    aliases: tuple[str, ...]
    same_as: tuple[str, ...]
    weight: int
    degree: int


def list_entities(store: Store) -> list[NamedEntity]:
    """Return all entities of a dataset, by IRI."""
    aliases, same = (store.grouped(query, "entity", "name") for query in (_NAMES, _SAME))
    return [
        NamedEntity(
            iri=row["entity"],
            label=row["label"],
            type=local_name(row["type"]),
            aliases=tuple(aliases.get(row["entity"], ())),
            same_as=tuple(same.get(row["entity"], ())),
            weight=int(row.get("weight", 0)),
            degree=int(row.get("degree", 0)),
        )
        for row in store.select(_ENTITIES)
    ]


def to_networkx(store: Store) -> "nx.MultiDiGraph[str]":
    """Return a network: entities are nodes, by their IRIs, and claims between two of them edges, by the claims' IRIs.

    A node has `label`, `type`, `aliases`, `weight` and `degree`; an edge `relation` (its label), `relation_iri`,
    `polarity`, `modality`, `speaker`, `confidence`, and its first evidence as `sentence`, `document`, `start`, `end`.
    All are texts and numbers; aliases are joined by "; ". Claims about a value are no edges.
    """
    import networkx as nx

    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for entity in list_entities(store):
        told = {"label": entity.label, "type": entity.type, "aliases": "; ".join(entity.aliases)}
        network.add_node(entity.iri, **told, weight=entity.weight, degree=entity.degree)
    for claim in find_claims(store):
        ends = claim.subject, claim.object
        if not claim.is_entity or any(end not in network for end in ends) or network.has_edge(*ends, key=claim.claim):
            continue
        network.add_edge(
            *ends,
            key=claim.claim,
            relation=claim.relation_label,
            relation_iri=claim.relation,
            polarity=claim.polarity.lower(),
            modality=claim.modality.lower(),
            speaker=claim.speaker_label,
            confidence=claim.confidence,
            sentence=claim.quote,
            document=claim.document,
            start=claim.start,
            end=claim.end,
        )
    return network


def to_pandas(store: Store) -> "pd.DataFrame":
    """Return a frame of all claims, a row per piece of evidence, with the fields of `CitedClaim` as columns.

    Raises GraphError where pandas is not installed.
    """
    try:
        import pandas as pd
    except ImportError as error:
        raise GraphError("pandas is not installed; run `.venv/bin/pip install pandas`") from error
    return pd.DataFrame([asdict(claim) for claim in find_claims(store)])


def to_rdflib(store: Store) -> "Graph":
    """Return an rdflib graph that is a view of an embedded store: nothing is copied, and Oxigraph answers its queries.

    Give it queries as text: prepared ones, and those with a base, fall back to rdflib's own engine. Raises StoreError
    for an endpoint, which rdflib's own SPARQLStore reads.
    """
    if not isinstance(store, EmbeddedStore):
        raise StoreError("an rdflib view shows a dataset of this machine; for an endpoint use rdflib's SPARQLStore")
    from oxrdflib import OxigraphStore
    from rdflib import Graph
    from rdflib.graph import DATASET_DEFAULT_GRAPH_ID

    view = Graph(OxigraphStore(store=store.oxigraph), identifier=DATASET_DEFAULT_GRAPH_ID)
    for prefix, namespace in store.prefixes.items() if not store.on_disk else ():
        view.bind(prefix, namespace)
    return view
