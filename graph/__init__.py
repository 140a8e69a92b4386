"""Dragoman: from policy documents to a graph of cited claims.

    >>> import graph
    >>> dataset = graph.load("output")                                   # doctest: +SKIP
    >>> for row in dataset.query("SELECT ?label { ?e rdfs:label ?label }"):  # doctest: +SKIP
    ...     print(row.label)

Importing this package loads the nouns and the errors only; what needs Oxigraph is loaded when it is called.
"""

from typing import TYPE_CHECKING

from graph.errors import CorpusError, GraphError, ModelError, QueryError, RuleError, StoreError
from graph.model import (
    Claim,
    Document,
    Entity,
    EntityType,
    Evidence,
    Extraction,
    Mention,
    Merge,
    Modality,
    Passage,
    PassageKind,
    Polarity,
    Qualifier,
    QualifierKind,
    Span,
    Value,
    ValueKind,
)

if TYPE_CHECKING:
    from pathlib import Path

    from graph.sparql.query import Dataset

__all__ = [
    "Claim",
    "CorpusError",
    "Document",
    "Entity",
    "EntityType",
    "Evidence",
    "Extraction",
    "GraphError",
    "Mention",
    "Merge",
    "Modality",
    "ModelError",
    "Passage",
    "PassageKind",
    "Polarity",
    "Qualifier",
    "QualifierKind",
    "QueryError",
    "RuleError",
    "Span",
    "StoreError",
    "Value",
    "ValueKind",
    "connect",
    "load",
]


def connect(endpoint: str, *, graph: str | None = None, timeout: float = 60.0) -> "Dataset":
    """Return the dataset behind a SPARQL endpoint, in its default graph or in the one with this IRI.

    It is asked with the first query; `timeout` is in seconds. Credentials come from the environment (`DRAGOMAN_USER`,
    `DRAGOMAN_PASSWORD`) or ~/.netrc. Raises StoreError for an address that is none.
    """
    from graph.sparql.query import Dataset
    from graph.sparql.remote import Remote, RemoteStore

    return Dataset(RemoteStore(Remote(url=endpoint, graph=graph, timeout=timeout)))


def load(path: "Path | str") -> "Dataset":
    """Return the dataset of a build's output folder or of one .nt or .ttl file, open for queries.

    Raises StoreError where there is none, or where the file is damaged.
    """
    from graph.sparql.query import load_dataset

    return load_dataset(path)
