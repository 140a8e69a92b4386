"""A dataset as files that other programs read: RDF, networks, tables, and statements for property-graph stores.

RDF is converted as it is read, from the file of record where there is one, so that any size fits. A file or folder
appears whole, or not at all.
"""

import csv
import json
import os
import re
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict
from itertools import groupby
from pathlib import Path
from typing import IO, Any

from pyoxigraph import NamedNode, Quad, RdfFormat, Triple, serialize

from graph.errors import StoreError
from graph.rdf.files import read_triples
from graph.rdf.tables import guard_cell
from graph.sparql.claims import CitedClaim, find_claims
from graph.sparql.convert import list_entities, to_networkx
from graph.sparql.query import Source, open_store
from graph.sparql.render import write_graph
from graph.sparql.store import Store, find_record

_QUADS = {"nq": RdfFormat.N_QUADS, "trig": RdfFormat.TRIG}
_BATCH = 500  # rows of a Cypher statement

CLAIM_COLUMNS = (
    *("claim", "subject", "subject_label", "relation", "relation_label", "object", "object_label", "is_entity"),
    *("polarity", "modality", "speaker", "speaker_label", "attributed", "confidence"),
    *("time", "timeText", "place", "count", "countText", "amount", "detail"),
    *("quote", "start", "end", "document", "title", "predicate", "rule"),
)
NODE_COLUMNS = ("id", "label", "type", "aliases", "same_as", "weight", "degree")
EDGE_COLUMNS = ("id", "source", "target", "label", "relation", "polarity", "modality", "speaker", "confidence")


def export(source: Source, target: Path, form: str, *, into: str | None = None) -> None:
    """Write a dataset to `target`: a file, for csv a folder with nodes.csv, edges.csv and claims.csv.

    `form` is one of `FORMS`; `into` names the graph that N-Quads and TriG put the triples in. Raises StoreError where
    the dataset cannot be read or the target not be written, QueryError where RDF/XML cannot spell a predicate.
    """
    if into is not None and form not in _QUADS:
        raise StoreError(f"{form} has no named graphs; leave the graph's name out, or write nq or trig")
    store = open_store(source)
    with _whole(target) as draft:
        if form in _WRITERS:
            _WRITERS[form](store, draft)
            return
        triples, names = _triples(source, store), store.prefixes
        with draft.open("wb") as file:
            if form in _QUADS:
                _write_quads(triples, file, form, into=into, names=names)
            else:
                write_graph(triples, form, file, prefixes=names if form in {"ttl", "rdf"} else {})


def _triples(source: Source, store: Store) -> Iterator[Triple]:
    try:
        # sorted, so that the file is the same each time
        return read_triples(find_record(source)) if isinstance(source, Path) else store.triples()
    except StoreError:  # a store on disk without its record
        return store.triples()


def _write_quads(
    triples: Iterable[Triple], file: IO[bytes], form: str, *, into: str | None, names: Mapping[str, str]
) -> None:
    graph = _named(into)
    quads = (Quad(t.subject, t.predicate, t.object, *graph) for t in triples)
    serialize(quads, file, format=_QUADS[form], prefixes=dict(names) if form == "trig" else None)


def _named(into: str | None) -> tuple[NamedNode, ...]:
    try:
        return (NamedNode(into),) if into else ()
    except ValueError as error:
        raise StoreError(f"{into!r} names no graph ({error}); give an absolute IRI") from error


def _write_graphml(store: Store, target: Path) -> None:
    import networkx as nx

    nx.write_graphml_xml(_xml_safe(to_networkx(store)), target, named_key_ids=True, edge_id_from_attribute="claim")


def _write_gexf(store: Store, target: Path) -> None:
    import networkx as nx

    network = _xml_safe(to_networkx(store))
    for _, _, data in network.edges(data=True):
        data["id"] = data.pop("claim")
        data["label"] = data["relation"]
    nx.write_gexf(network, target)


def _xml_safe(network: Any) -> Any:
    """Return the network with each claim's IRI as an attribute, and without characters that XML 1.0 has not."""
    for data in (*dict(network.nodes).values(), *(data for *_, data in network.edges(keys=True, data=True))):
        for name, value in data.items():
            if isinstance(value, str):
                data[name] = re.sub(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "\ufffd", value)
    for *_, key, data in network.edges(keys=True, data=True):
        data["claim"] = key
    return network


def _write_tables(store: Store, folder: Path) -> None:
    folder.mkdir()
    claims = list(find_claims(store))
    nodes = (asdict(entity) | {"id": entity.iri} for entity in list_entities(store))
    _write_table(folder / "nodes.csv", NODE_COLUMNS, nodes)
    _write_table(folder / "edges.csv", EDGE_COLUMNS, map(_edge, _once(claims)))
    _write_table(folder / "claims.csv", CLAIM_COLUMNS, (asdict(claim) | dict(claim.qualifiers) for claim in claims))


def _edge(claim: CitedClaim) -> dict[str, object]:
    ends = {"id": claim.claim, "source": claim.subject, "target": claim.object, "label": claim.relation_label}
    return {**asdict(claim), **ends, "speaker": claim.speaker_label}


def _once(claims: Iterable[CitedClaim]) -> Iterator[CitedClaim]:
    """Yield the claims between two entities, each with its first evidence only."""
    seen: set[str] = set()
    for claim in claims:
        if claim.is_entity and claim.claim not in seen:
            seen.add(claim.claim)
            yield claim


def _write_table(path: Path, columns: tuple[str, ...], rows: Iterable[Mapping[str, object]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(columns)
        for row in rows:
            writer.writerow([guard_cell(list(v) if isinstance(v := row.get(name), tuple) else v) for name in columns])


def _write_cypher(store: Store, target: Path) -> None:
    """Write openCypher: entities, values and documents as nodes, and a relationship for each claim.

    A statement is a line that ends in a semicolon; running all of them twice adds nothing.
    """
    entities = sorted(list_entities(store), key=lambda entity: entity.type)
    claims = list(find_claims(store))
    documents = {claim.document: {"iri": claim.document, "title": claim.title} for claim in claims}
    with target.open("w", encoding="utf-8") as file:
        file.write("CREATE INDEX FOR (n:Entity) ON (n.iri);\nCREATE INDEX FOR (n:Value) ON (n.value);\n")
        for kind, of_kind in groupby(entities, key=lambda entity: entity.type):
            rows = ({name: v for name, v in asdict(e).items() if name != "type"} for e in of_kind)
            _write_statements(file, rows, f"MERGE (n:Entity:{_quoted(kind)} {{iri: row.iri}}) SET n += row")
        _write_statements(file, documents.values(), "MERGE (n:Source {iri: row.iri}) SET n += row")
        values = dict.fromkeys(claim.object for claim in claims if not claim.is_entity)
        _write_statements(file, ({"value": value} for value in values), "MERGE (n:Value {value: row.value})")
        by_kind = sorted(_with_all_evidence(claims), key=lambda one: (one["relation"], one["is_entity"]))
        for (relation, is_entity), alike in groupby(by_kind, key=lambda one: (one["relation"], one["is_entity"])):
            far = "(o:Entity {iri: row.object})" if is_entity else "(o:Value {value: row.object})"
            claimed = ({name: one[name] for name in ("subject", "object", "told")} for one in alike)
            _write_statements(
                file,
                claimed,
                f"MATCH (s:Entity {{iri: row.subject}}), {far} "
                f"MERGE (s)-[r:{_quoted(relation)} {{claim: row.told.claim}}]->(o) SET r += row.told",
            )


def _with_all_evidence(claims: list[CitedClaim]) -> Iterator[dict[str, Any]]:
    by_claim: dict[str, list[CitedClaim]] = {}
    for claim in claims:
        by_claim.setdefault(claim.claim, []).append(claim)
    for iri, cited in by_claim.items():
        first = cited[0]
        qualifiers = {name: list(values) for name, values in first.qualifiers.items()}
        yield {
            "relation": re.sub(r"\W+", "_", first.relation_label).strip("_").upper() or "SAYS",
            "is_entity": first.is_entity,
            "subject": first.subject,
            "object": first.object,
            "told": {
                "claim": iri,
                "relation": first.relation,
                "polarity": first.polarity,
                "modality": first.modality,
                "speaker": first.speaker_label,
                "confidence": first.confidence,
                "sentences": [one.quote for one in cited],
                "details": [one.detail for one in cited],
                "documents": [one.document for one in cited],
                "starts": [one.start for one in cited],
                "ends": [one.end for one in cited],
                **qualifiers,
            },
        }


def _write_statements(file: IO[str], rows: Iterable[Mapping[str, object]], statement: str) -> None:
    batch: list[str] = []
    for row in rows:
        batch.append(_cypher(row))
        if len(batch) == _BATCH:
            file.write(f"UNWIND [{', '.join(batch)}] AS row {statement};\n")
            batch.clear()
    if batch:
        file.write(f"UNWIND [{', '.join(batch)}] AS row {statement};\n")


def _cypher(value: object) -> str:
    """Return a value as an openCypher literal, on one line (openCypher 9, section 3.2)."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_quoted(name)}: {_cypher(each)}" for name, each in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(_cypher, value)) + "]"
    return str(value) if isinstance(value, int | float) else json.dumps(value, ensure_ascii=False)


def _quoted(name: str) -> str:
    return name if re.fullmatch(r"[A-Za-z_]\w*", name, re.ASCII) else f"`{name.replace('`', '``')}`"


@contextmanager
def _whole(target: Path) -> Iterator[Path]:
    """A name beside the target for what is being written, which takes the target's place when it is complete."""
    draft = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            yield draft
            if target.is_dir() and draft.is_dir():
                for file in draft.iterdir():
                    file.replace(target / file.name)
            else:
                draft.replace(target)
        finally:
            shutil.rmtree(draft) if draft.is_dir() else draft.unlink(missing_ok=True)
    except OSError as error:
        raise StoreError(f"{target}: cannot be written ({error.strerror or error}); give another place") from error


_RDF = ("ttl", "nt", "jsonld", "rdf")
_WRITERS: dict[str, Callable[[Store, Path], None]] = {
    "graphml": _write_graphml,
    "gexf": _write_gexf,
    "csv": _write_tables,
    "cypher": _write_cypher,
}
FORMS = (*_RDF, *_QUADS, *_WRITERS)
