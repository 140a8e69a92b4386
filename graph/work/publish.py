"""The files of a build, streamed from what is kept: one subject, one row at a time, whatever the size of the graph."""

import json
import shutil
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from pyoxigraph import NamedNode, Triple

from graph.model import Modality, Polarity
from graph.rdf.blocks import (
    Block,
    evidence_block,
    make_blocks,
    place_iri,
    turtle_heading,
    with_places,
)
from graph.rdf.names import DG, MINTED, PROV, entity_iri, relation_iri
from graph.rdf.overview import make_counts
from graph.rdf.triples import (
    document_triples,
    entity_triples,
    plain_triple,
    relation_triples,
    statement_triples,
)
from graph.work.keep import DIGITS, Keep
from graph.work.outline import Outline
from graph.work.parts import BUCKETS, FILES, Part, bucket_of, open_ranges, parts_of, write_kind
from graph.work.processes import Desk
from graph.work.reading import unpack
from graph.work.tables import documents_in

PLAIN = f"{Polarity.AFFIRMED} {Modality.ASSERTED} %"  # how claims stand that are triples of their own
VOCABULARY = "vocabulary"  # the kind of what is said of the vocabulary's own terms


def summaries_of(keep: Keep) -> dict[str, dict[str, Any]]:
    """What is told of each document, by id: source, title, sha256, and what was counted in it."""
    rows = keep.database.execute("SELECT id, summary FROM documents ORDER BY id")
    return {id_: json.loads(summary) for id_, summary in rows}


def write_graph(desk: Desk, keep: Keep, outline: Outline, draft: Path, *, base: str) -> list[Part]:
    """Write `graph.ttl` and `graph.nt`; return the parts they have, whose sizes are all the statements.

    Each kind of subject is written into files of its own, beside one another, which are then put together in order.
    """
    begun = [desk.begin(write, draft, base) for write in (write_claims, write_evidence, write_documents)]
    relations, terms = ((("", b) for b in relation_blocks(outline, base, vocabulary=v)) for v in (False, True))
    standing = parts_of(keep, "entity")
    names = sorted(outline.entities, key=lambda name: f"{name}>")  # as their IRIs sort, in brackets
    buckets = [*dict.fromkeys(map(bucket_of, names))]
    entities = entity_blocks(keep, outline, base, [name for name in names if bucket_of(name) not in standing])
    parts = write_kind("entity", entities, draft, buckets=buckets, standing=standing)
    parts += write_kind("relation", relations, draft) + write_kind(VOCABULARY, terms, draft)
    for result in begun:
        parts += result()
    kinds = {DG if kind == VOCABULARY else f"{base}{kind}/": kind for kind in (*MINTED, VOCABULARY)}
    begins: dict[str, list[int]] = defaultdict(list)
    for name in FILES:
        with (draft / name).open("wb") as whole:
            whole.write(turtle_heading(base).encode() if name == "graph.ttl" else b"")
            for start in sorted(kinds):
                begins[kinds[start]].append(whole.tell())
                piece = draft / f"{kinds[start]}-{name}"
                with piece.open("rb") as file:
                    shutil.copyfileobj(file, whole, 1 << 20)
                piece.unlink()
    return [part.moved(*begins[part.kind]) for part in parts]


def write_claims(keep: Keep, draft: Path, base: str) -> list[Part]:
    """Write the claims; their parts."""
    standing = parts_of(keep, "claim")
    blocks = bucketed("claim", claim_blocks(keep, base, standing), base)
    return write_kind("claim", blocks, draft, buckets=BUCKETS, standing=standing)


def write_evidence(keep: Keep, draft: Path, base: str) -> list[Part]:
    """Write the evidence; its parts."""
    standing = parts_of(keep, "evidence")
    blocks = bucketed("evidence", evidence_blocks(keep, base, standing), base)
    return write_kind("evidence", blocks, draft, buckets=BUCKETS, standing=standing)


def bucketed(kind: str, blocks: Iterable[Block], base: str) -> Iterator[tuple[str, Block]]:
    """Blocks with their buckets: how the last step of their IRIs begins."""
    at = len(f"<{base}{kind}/")
    return ((block.subject[at : at + DIGITS], block) for block in blocks)


def write_documents(keep: Keep, draft: Path, base: str) -> list[Part]:
    """Write the documents; their parts."""
    standing = parts_of(keep, "document")
    ids = [id_ for _, id_ in documents_in(keep)]
    missing = [id_ for id_ in ids if id_ not in standing]
    packed = (
        keep.database.execute("SELECT document FROM documents WHERE id = ?", (id_,)).fetchone()[0] for id_ in missing
    )
    triples = (list(document_triples(unpack(one), base)) for one in packed)
    blocks = zip(missing, make_blocks(triples, base=base), strict=True)
    return write_kind("document", blocks, draft, buckets=ids, standing=standing)


def claim_blocks(keep: Keep, base: str, standing: Mapping[str, Part]) -> Iterator[Block]:
    """The blocks of all claims but those that stand, in the order of their IRIs."""
    derived = NamedNode(PROV + "wasDerivedFrom")

    def groups() -> Iterator[list[Triple]]:
        for ends in open_ranges(standing):
            cores = keep.database.execute(
                "SELECT hash, core, top FROM claims WHERE hash BETWEEN ? AND ? ORDER BY hash", ends
            )
            grouped = keep.database.execute(
                "SELECT claim, group_concat(DISTINCT hex(iri)) FROM evidence WHERE claim BETWEEN ? AND ?"
                " GROUP BY claim ORDER BY claim",
                ends,
            )
            for (name, core, confidence), (_, iris) in zip(cores, grouped, strict=True):
                this = NamedNode(f"{base}claim/{name.hex()}")
                own = statement_triples(this, replace(unpack(core), confidence=confidence), base)
                sources = [NamedNode(f"{base}evidence/{iri.lower()}") for iri in iris.split(",")]
                yield [*own, *(Triple(this, derived, source) for source in sources)]

    return make_blocks(groups(), base=base)


def evidence_blocks(keep: Keep, base: str, standing: Mapping[str, Part]) -> Iterator[Block]:
    """The blocks of all evidence but what stands, in the order of their IRIs."""
    ids = dict(documents_in(keep))
    for ends in open_ranges(standing):
        for iri, n, start, stop, part, *words in keep.database.execute(
            "SELECT iri, n, start, stop, part, quote, predicate, rule, detail FROM evidence"
            " WHERE iri BETWEEN ? AND ? GROUP BY iri ORDER BY iri",
            ends,
        ):
            yield evidence_block(iri.hex(), ids[n], (start, stop), tuple(words), base=base, part=part)


def entity_blocks(keep: Keep, outline: Outline, base: str, names: Iterable[str]) -> Iterator[tuple[str, Block]]:
    """The blocks of these entities with their buckets, in the order of the names."""
    ids = dict(documents_in(keep))
    mentioned = NamedNode(DG + "mentionedAt")
    found: list[tuple[str, list[tuple[str, int, int]]]] = []

    def groups() -> Iterator[list[Triple]]:
        for name in names:
            rows = keep.database.execute("SELECT n, start, stop FROM places WHERE entity = ?", (name,))
            here = [(ids[n], start, stop) for n, start, stop in rows]
            found.append((name, here))
            entity = outline.entities[name]
            told = keep.database.execute(  # a claim is unpacked only for a value
                "SELECT relation, object, CASE WHEN object IS NULL THEN core END FROM claims"
                " WHERE subject = ? AND stands LIKE ?",
                (name, PLAIN),
            )
            plain = {plain_triple(name, r, unpack(core).object if core else thing, base) for r, thing, core in told}
            triples = [*entity_triples(entity, base), *plain]
            this = entity_iri(name, base=base)
            triples += make_counts(this, [entity.label, *entity.aliases], *outline.counted(name))
            if here:
                document, start, stop = here[0]
                triples.append(Triple(this, mentioned, place_iri(document, start, stop, base=base)))
            yield triples

    for block in make_blocks(groups(), base=base):
        name, here = found.pop()
        yield bucket_of(name), with_places(block, here, base=base) if here else block


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
