"""The files of a build, streamed from what is kept: one subject, one row at a time, whatever the size of the graph."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import IO, Any

from pyoxigraph import NamedNode, Triple

from graph.model import Claim, Document, Entity
from graph.rdf.blocks import (
    Block,
    evidence_block,
    lines_of,
    make_blocks,
    place_iri,
    turtle_heading,
    with_places,
)
from graph.rdf.names import DG, PROV, relation_iri
from graph.rdf.overview import count_ends, make_counts
from graph.rdf.triples import (
    document_triples,
    entity_triples,
    plain_triples,
    relation_triples,
    statement_triples,
    term_triples,
)
from graph.work.keep import Keep
from graph.work.reading import unpack

CARRIED = 1_000_000  # statements up to which the page carries the graph itself
HEAVY = (f"<{DG}mentionedAt>", f"<{PROV}wasDerivedFrom>", f"<{DG}text>")  # of no use to the first view


@dataclass(kw_only=True)
class Outline:
    """What is known of the graph before it is written: who takes part in what, and what is said plainly."""

    entities: dict[str, Entity]
    weights: dict[str, int]
    degrees: dict[str, int]
    plain: dict[str, set[Triple]]
    relations: set[str]
    terms: set[Triple]
    claims: int


@dataclass(kw_only=True)
class Written:
    """What `write_graph` leaves to the page: the Turtle blocks by subject, or none where they are too many."""

    statements: int = 0
    blocks: dict[str, str] | None = field(default_factory=dict)


def documents_of(keep: Keep) -> Iterator[tuple[int, Document]]:
    """The documents of the build, without passages, in the order of their ids."""
    for n, packed in keep.database.execute("SELECT n, document FROM documents ORDER BY id"):
        yield n, unpack(packed)


def summaries_of(keep: Keep) -> dict[str, dict[str, Any]]:
    """What is told of each document, by id: source, title, sha256, and what was counted in it."""
    rows = keep.database.execute("SELECT id, summary FROM documents ORDER BY id")
    return {id_: json.loads(summary) for id_, summary in rows}


def make_outline(keep: Keep, linked: Mapping[str, Entity], *, base: str) -> Outline:
    """The outline of all claims."""
    entities = {entity.id: entity for entity in linked.values()}
    used: set[str] = set()
    relations: set[str] = set()
    terms: set[Triple] = set()
    plain: dict[str, set[Triple]] = defaultdict(set)
    ends: list[tuple[str, str | None]] = []
    for (core,) in keep.database.execute("SELECT core FROM claims"):
        claim: Claim = unpack(core)
        thing = claim.object if isinstance(claim.object, str) else None
        ends.append((claim.subject, thing))
        relations.add(claim.relation)
        used.update(q.value for q in claim.qualifiers if isinstance(q.value, str))
        used.update(name for name in (claim.subject, claim.speaker, thing) if name is not None)
        plain[claim.subject].update(plain_triples(claim, base))
        terms.update(term_triples(claim))
    weights, degrees = count_ends(ends)
    return Outline(
        entities={name: entities[name] for name in used},
        weights=weights,
        degrees=degrees,
        plain=plain,
        relations=relations,
        terms=terms,
        claims=len(ends),
    )


def write_graph(keep: Keep, outline: Outline, draft: Path, *, base: str) -> Written:
    """Write `graph.ttl`, `graph.nt`, and `view.nt`, which holds what the first view asks for."""
    written = Written()
    groups: dict[str, Callable[[], Iterator[Block]]] = {
        f"<{base}claim/": lambda: claim_blocks(keep, base),
        f"<{base}document/": lambda: make_blocks(
            (list(document_triples(d, base)) for _, d in documents_of(keep)), base=base
        ),
        f"<{base}entity/": lambda: entity_blocks(keep, outline, base),
        f"<{base}evidence/": lambda: evidence_blocks(keep, base),
        f"<{base}relation/": lambda: relation_blocks(outline, base, vocabulary=False),
        f"<{DG}": lambda: relation_blocks(outline, base, vocabulary=True),
    }
    with ExitStack() as files:
        turtle, ntriples, view = (
            files.enter_context((draft / name).open("w", encoding="utf-8", newline="", buffering=1 << 20))
            for name in ("graph.ttl", "graph.nt", "view.nt")
        )
        turtle.write(turtle_heading(base))
        for start in sorted(groups):
            light = None if start == f"<{base}evidence/" else view
            for block in groups[start]():
                _write_block(block, written, turtle, ntriples, light)
    return written


def _write_block(block: Block, written: Written, turtle: IO[str], ntriples: IO[str], view: IO[str] | None) -> None:
    turtle.write("\n")
    turtle.write(block.turtle)
    ntriples.write(block.ntriples)
    if view is not None:
        view.writelines(line for line in lines_of(block.ntriples) if line.split(" ", 2)[1] not in HEAVY)
    written.statements += block.size
    if written.blocks is not None:
        if written.statements > CARRIED:
            written.blocks = None
        else:
            written.blocks[block.subject] = block.turtle


def claim_blocks(keep: Keep, base: str) -> Iterator[Block]:
    """The blocks of all claims, in the order of their IRIs."""
    cores = keep.database.execute("SELECT hash, core FROM claims ORDER BY hash")
    grouped = keep.database.execute(
        "SELECT claim, MAX(confidence), group_concat(DISTINCT hex(iri)) FROM evidence GROUP BY claim ORDER BY claim"
    )
    derived = NamedNode(PROV + "wasDerivedFrom")

    def groups() -> Iterator[list[Triple]]:
        for (name, core), (_, confidence, iris) in zip(cores, grouped, strict=True):
            this = NamedNode(f"{base}claim/{name.hex()}")
            own = statement_triples(this, replace(unpack(core), confidence=confidence), base)
            sources = [NamedNode(f"{base}evidence/{iri.lower()}") for iri in iris.split(",")]
            yield [*own, *(Triple(this, derived, source) for source in sources)]

    return make_blocks(groups(), base=base)


def entity_blocks(keep: Keep, outline: Outline, base: str) -> Iterator[Block]:
    """The blocks of the entities that claims speak of, in the order of their IRIs."""
    names = sorted(outline.entities, key=lambda name: f"{name}>")  # as their IRIs sort, in brackets
    rows = keep.database.execute(
        "SELECT p.entity, d.id, p.start, p.stop FROM places p JOIN documents d USING (n) ORDER BY p.entity || '>'"
    )
    places = groupby(rows, key=itemgetter(0))
    mentioned = NamedNode(DG + "mentionedAt")
    found: dict[str, list[tuple[str, int, int]]] = {}

    def groups() -> Iterator[list[Triple]]:
        at: tuple[str, Any] | None = next(places, None)
        for name in names:
            while at is not None and f"{at[0]}>" < f"{name}>":
                at = next(places, None)
            here = [(d, start, stop) for _, d, start, stop in at[1]] if at is not None and at[0] == name else []
            entity = outline.entities[name]
            triples = [*entity_triples(entity, base), *outline.plain.get(name, ())]
            this = triples[0].subject
            triples += make_counts(
                this, [entity.label, *entity.aliases], outline.weights.get(name, 0), outline.degrees.get(name, 0)
            )
            if here:
                found[str(this)] = here
                document, start, stop = here[0]
                triples.append(Triple(this, mentioned, place_iri(document, start, stop, base=base)))
            yield triples

    for block in make_blocks(groups(), base=base):
        here = found.pop(block.subject, [])
        yield with_places(block, here, base=base) if here else block


def evidence_blocks(keep: Keep, base: str) -> Iterator[Block]:
    """The blocks of all evidence, in the order of their IRIs."""
    ids = dict(keep.database.execute("SELECT n, id FROM documents"))
    for iri, n, start, stop, part, quote, predicate, rule in keep.database.execute(
        "SELECT iri, n, start, stop, part, quote, predicate, rule FROM evidence GROUP BY iri ORDER BY iri"
    ):
        yield evidence_block(iri.hex(), ids[n], (start, stop), (quote, predicate, rule), base=base, part=part)


def relation_blocks(outline: Outline, base: str, *, vocabulary: bool) -> Iterator[Block]:
    """The blocks of the relations that claims use, and of the vocabulary's own terms, in the order of their IRIs."""
    groups: dict[str, list[Triple]] = {}
    for relation in outline.relations:
        this = relation_iri(relation, base=base)
        if this.value.startswith(DG) == vocabulary:
            groups.setdefault(str(this), []).extend(relation_triples(relation, base))
    if vocabulary:
        for triple in outline.terms:
            groups.setdefault(str(triple.subject), []).append(triple)
    return make_blocks((groups[subject] for subject in sorted(groups)), base=base)
