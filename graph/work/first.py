"""What the first view of a large graph is made of: its most connected entities, the claims between them, all counts.

The view asks a store, and the whole of a large graph would take gigabytes in memory, and minutes on disk.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from heapq import nsmallest
from pathlib import Path

from pyoxigraph import NamedNode, Triple

from graph.model import Document, Entity
from graph.rdf.files import render_ntriples, write_whole
from graph.rdf.names import DG, RDF, entity_iri
from graph.rdf.overview import make_counts
from graph.rdf.triples import document_triples, entity_triples, relation_triples, statement_triples
from graph.web.totals import Totals
from graph.work.keep import Keep
from graph.work.outline import Outline
from graph.work.reading import unpack

TOLD_OF_DOCUMENTS = ("title", "source", "sha256", "author", "published")
MOST = 2_000  # entities that a view is chosen from: those with most neighbours
TOLD = {f"{RDF}{name}" for name in ("subject", "predicate", "object")} | {f"{DG}polarity", f"{DG}modality"}


def write_core(keep: Keep, outline: Outline, target: Path, *, base: str) -> Totals:
    """Write the statements of the core of a graph as N-Triples; return what is counted in all of it."""
    from graph.web.view import standing_of

    core = nsmallest(MOST, outline.entities.values(), key=lambda entity: rank_of(outline, entity, base))
    triples: list[Triple] = []
    for entity in core:
        this = entity_iri(entity.id, base=base)
        triples += entity_triples(entity, base)
        triples += make_counts(this, (), outline.weights.get(entity.id, 0), outline.degrees.get(entity.id, 0))
    triples += claims_between(keep, {entity.id for entity in core}, base)
    for relation in sorted(outline.relations):
        triples += relation_triples(relation, base)
    for document in documents_of(keep):
        triples += document_triples(document, base)
    write_whole(render_ntriples(triples), target)
    standings: Counter[str] = Counter()
    for (polarity, modality), many in outline.standings.items():
        standings[standing_of(polarity, modality)] += many
    return Totals(
        types=dict(Counter(entity.type.value for entity in outline.entities.values())),
        heaviest=max((outline.weights.get(name, 0) for name in outline.entities), default=0),
        standings=dict(standings),
    )


def rank_of(outline: Outline, entity: Entity, base: str) -> tuple[int, int, str, str]:
    """The key that sorts entities by importance, as in a network: neighbours, claims, label."""
    degree, weight = outline.degrees.get(entity.id, 0), outline.weights.get(entity.id, 0)
    return -degree, -weight, entity.label, entity_iri(entity.id, base=base).value


def claims_between(keep: Keep, names: Iterable[str], base: str) -> Iterator[Triple]:
    """What the claims between these entities say, without times, places and evidence."""
    chosen = frozenset(names)
    for name, subject, thing, packed in keep.database.execute(
        "SELECT hash, subject, object, core FROM claims WHERE object IS NOT NULL"
    ):
        if subject in chosen and thing in chosen:
            said = statement_triples(NamedNode(f"{base}claim/{name.hex()}"), unpack(packed), base)
            yield from (triple for triple in said if triple.predicate.value in TOLD)


def documents_of(keep: Keep) -> Iterator[Document]:
    """The documents of the build without their texts."""
    for id_, summary in keep.database.execute("SELECT id, summary FROM documents ORDER BY id"):
        told = json.loads(summary)
        yield Document(
            id=id_, text="", **{key: told[key] for key in ("title", "source", "sha256", "author", "published")}
        )
