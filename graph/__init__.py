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
    "load",
]


def load(path: "Path | str") -> "Dataset":
    """Return the dataset of a build's output folder or of one .nt or .ttl file, open for queries.

    Raises StoreError where there is none, or where the file is damaged.
    """
    from graph.sparql.query import load_dataset

    return load_dataset(path)
