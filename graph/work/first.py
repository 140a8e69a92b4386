"""What the first view of a graph is made of: its most connected entities, the claims between them, all counts.

The view asks a store; the whole of a large graph would take gigabytes in memory there, and minutes on disk.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from heapq import nsmallest
from pathlib import Path

from pyoxigraph import Triple

from graph.model import Document, Entity
from graph.rdf.files import render_ntriples
from graph.rdf.names import DG, RDF, entity_iri, relation_iri
from graph.rdf.overview import make_counts
from graph.rdf.triples import document_triples, entity_triples, relation_triples
from graph.web.totals import Totals
from graph.work.keep import Keep
from graph.work.outline import Outline
from graph.work.publish import summaries_of

TOLD_OF_DOCUMENTS = ("title", "source", "sha256", "author", "published")
MOST = 2_000  # entities that a view is chosen from: those with most neighbours


def write_core(keep: Keep, outline: Outline, target: Path, *, base: str) -> Totals:
    """Write the statements of the core of a graph as N-Triples; return what is counted in all of it."""
    from graph.web.view import standing_of

    core = nsmallest(MOST, outline.entities.values(), key=lambda entity: rank_of(outline, entity, base))
    triples: list[Triple] = []
    for entity in core:
        this = entity_iri(entity.id, base=base)
        triples += entity_triples(entity, base)
        triples += make_counts(this, (), *outline.counted(entity.id))
    for relation in sorted(outline.relations):
        triples += relation_triples(relation, base)
    for document in documents_of(keep):
        triples += document_triples(document, base)
    with target.open("w", encoding="utf-8", newline="", buffering=1 << 20) as file:
        file.write(render_ntriples(triples).decode())
        file.writelines(claims_between(keep, [entity.id for entity in core], base))
    standings: Counter[str] = Counter()
    for (polarity, modality), many in outline.standings.items():
        standings[standing_of(polarity, modality)] += many
    return Totals(
        types=dict(Counter(entity.type.value for entity in outline.entities.values())),
        heaviest=max(outline.weights.values(), default=0),
        standings=dict(standings),
    )


def rank_of(outline: Outline, entity: Entity, base: str) -> tuple[int, int, str, str]:
    """The key that sorts entities by importance, as in a network: neighbours, claims, label."""
    weight, degree = outline.counted(entity.id)
    return -degree, -weight, entity.label, entity_iri(entity.id, base=base).value


def claims_between(keep: Keep, names: Iterable[str], base: str) -> Iterator[str]:
    """What the claims between these entities say, as lines of N-Triples, without times, places and evidence.

    Put into words directly, for there are very many, and each end of them is known.
    """
    chosen = {name: str(entity_iri(name, base=base)) for name in names}
    for name, subject, thing, relation, stands in keep.database.execute(
        "SELECT hash, subject, object, relation, stands FROM claims WHERE object IS NOT NULL"
    ):
        if subject in chosen and thing in chosen:
            this = f"<{base}claim/{name.hex()}>"
            polarity, modality, _ = stands.split(" ")
            yield f"{this} <{RDF}subject> {chosen[subject]} .\n{this} <{RDF}object> {chosen[thing]} .\n"
            yield f"{this} <{RDF}predicate> {relation_iri(relation, base=base)} .\n"
            yield f"{this} <{DG}polarity> <{DG}{polarity.capitalize()}> .\n"
            yield f"{this} <{DG}modality> <{DG}{modality.capitalize()}> .\n"


def documents_of(keep: Keep) -> Iterator[Document]:
    """The documents of the build without their texts."""
    for id_, told in summaries_of(keep).items():
        yield Document(id=id_, text="", **{key: told[key] for key in TOLD_OF_DOCUMENTS})
