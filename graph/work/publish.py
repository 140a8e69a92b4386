"""The files of a build, streamed from what is kept: one subject, one row at a time, whatever the size of the graph."""

import json
import shutil
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, replace
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

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
from graph.rdf.names import DG, MINTED, PROV, relation_iri
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
from graph.work.processes import Desk
from graph.work.reading import unpack

VOCABULARY = "vocabulary"  # the kind of what is said of the vocabulary's own terms
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


def write_graph(desk: Desk, keep: Keep, outline: Outline, draft: Path, *, base: str) -> int:
    """Write `graph.ttl`, `graph.nt`, and `view.nt`, which holds what the first view asks for; how many statements.

    Each kind of subject is written into files of its own, beside one another, which are then put together in order.
    """
    begun = [desk.begin(write_claims, draft, base), desk.begin(write_evidence, draft, base)]
    begun.append(desk.begin(write_documents, draft, base))
    sizes = [
        _write_part("entity", entity_blocks(keep, outline, base), draft),
        _write_part("relation", relation_blocks(outline, base, vocabulary=False), draft),
        _write_part(VOCABULARY, relation_blocks(outline, base, vocabulary=True), draft),
    ]
    sizes += [result() for result in begun]
    kinds = {DG if kind == VOCABULARY else f"{base}{kind}/": kind for kind in (*MINTED, VOCABULARY)}
    for name in ("graph.ttl", "graph.nt", "view.nt"):
        with (draft / name).open("wb") as whole:
            whole.write(turtle_heading(base).encode() if name == "graph.ttl" else b"")
            for start in sorted(kinds):
                part = draft / f"{kinds[start]}-{name}"
                with part.open("rb") as file:
                    shutil.copyfileobj(file, whole, 1 << 20)
                part.unlink()
    return sum(sizes)


def write_claims(keep: Keep, draft: Path, base: str) -> int:
    """Write the part of the claims; how many statements those are."""
    return _write_part("claim", claim_blocks(keep, base), draft)


def write_evidence(keep: Keep, draft: Path, base: str) -> int:
    """Write the part of the evidence; how many statements those are."""
    return _write_part("evidence", evidence_blocks(keep, base), draft, viewed=False)


def write_documents(keep: Keep, draft: Path, base: str) -> int:
    """Write the part of the documents; how many statements those are."""
    triples = (list(document_triples(document, base)) for _, document in documents_of(keep))
    return _write_part("document", make_blocks(triples, base=base), draft)


def _write_part(kind: str, blocks: Iterable[Block], draft: Path, *, viewed: bool = True) -> int:
    statements = 0
    with ExitStack() as files:
        turtle, ntriples, view = (
            files.enter_context((draft / f"{kind}-{name}").open("w", encoding="utf-8", newline="", buffering=1 << 20))
            for name in ("graph.ttl", "graph.nt", "view.nt")
        )
        for block in blocks:
            turtle.write("\n")
            turtle.write(block.turtle)
            ntriples.write(block.ntriples)
            if viewed:
                view.writelines(line for line in lines_of(block.ntriples) if line.split(" ", 2)[1] not in HEAVY)
            statements += block.size
    return statements


def claim_blocks(keep: Keep, base: str) -> Iterator[Block]:
    """The blocks of all claims, in the order of their IRIs."""
    cores = keep.database.execute("SELECT hash, core, top FROM claims ORDER BY hash")
    grouped = keep.database.execute(
        "SELECT claim, group_concat(DISTINCT hex(iri)) FROM evidence GROUP BY claim ORDER BY claim"
    )
    derived = NamedNode(PROV + "wasDerivedFrom")

    def groups() -> Iterator[list[Triple]]:
        for (name, core, confidence), (_, iris) in zip(cores, grouped, strict=True):
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
    for iri, n, start, stop, part, *words in keep.database.execute(
        "SELECT iri, n, start, stop, part, quote, predicate, rule, detail FROM evidence GROUP BY iri ORDER BY iri"
    ):
        yield evidence_block(iri.hex(), ids[n], (start, stop), tuple(words), base=base, part=part)


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
