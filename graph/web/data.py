"""Everything the page can show, read from a store: one plain structure, ready for JSON."""

from typing import Any

import networkx as nx

from graph.rdf.names import DG
from graph.sparql.store import Store
from graph.web.network import CLAIMS, local_name, rank_of

Row = dict[str, str]
Json = dict[str, Any]

DOCUMENTS = """
SELECT ?document ?title ?creator ?date ?source ?text WHERE {
  ?document a dg:Source ; dg:text ?text .
  OPTIONAL { ?document dcterms:title ?title }
  OPTIONAL { ?document dcterms:creator ?creator }
  OPTIONAL { ?document dcterms:date ?date }
  OPTIONAL { ?document dcterms:source ?source }
} ORDER BY ?document ?title ?creator ?date ?source"""

LABELS = """
SELECT ?relation ?label WHERE {
  { SELECT DISTINCT ?relation WHERE { ?claim a dg:Claim ; rdf:predicate ?relation } }
  ?relation rdfs:label ?label .
} ORDER BY ?relation ?label"""

SPEAKERS = """
SELECT ?claim ?speaker ?attributed ?confidence WHERE {
  ?claim a dg:Claim ; dg:speaker ?speaker ; dg:attributed ?attributed .
  OPTIONAL { ?claim dg:confidence ?confidence }
} ORDER BY ?claim ?speaker"""

QUALIFIERS = """
SELECT ?claim ?kind ?value ?label WHERE {
  VALUES ?kind { dg:time dg:timeText dg:place dg:count dg:countText dg:amount }
  ?claim a dg:Claim ; ?kind ?value .
  OPTIONAL { ?value rdfs:label ?label }
} ORDER BY ?claim ?kind ?value ?label"""

EVIDENCE = """
SELECT ?claim ?quote ?start ?end ?document ?predicate ?rule WHERE {
  ?claim a dg:Claim ; prov:wasDerivedFrom ?evidence .
  ?evidence oa:exact ?quote ; oa:start ?start ; oa:end ?end ; dcterms:source ?document .
  OPTIONAL { ?evidence dg:predicate ?predicate }
  OPTIONAL { ?evidence dg:rule ?rule }
} ORDER BY ?document ?start ?end ?claim ?rule"""

IDENTITIES = """
SELECT ?entity ?kind ?value WHERE {
  VALUES ?kind { owl:sameAs dg:mergedBecause }
  ?entity ?kind ?value .
} ORDER BY ?entity ?kind ?value"""

MARKDOWN = (".md", ".markdown")
# Rules whose evidence names a thing ("Government of India") or leaves a word out, where others have the verb.
WITHOUT_VERB = frozenset({"apposition", "dative", "name", "nominal", "pair", "presence", "title"})

ASKED_BY = {"timeText": "when", "time": "when", "place": "where", "countText": "how many", "count": "how many"}


def make_page_data(network: "nx.MultiDiGraph[str]", store: Store) -> Json:
    """Return documents, relations, entities, sentences and claims; where one names another, it gives its list index.

    Entities come by importance, documents by IRI, sentences and claims in the order of the text. A sentence's `start`
    and `end` count Unicode code points of its document's text.
    """
    documents = _documents(store)
    entities = sorted(network, key=lambda node: rank_of(network, node))
    number = {iri: i for i, iri in enumerate(entities)}
    labels = {row["relation"]: row["label"] for row in reversed(store.select(LABELS))}
    sentences, evidence = _evidence(store, {document["id"]: i for i, document in enumerate(documents)})
    relations, claims = _claims(store, number, evidence)
    return {
        "documents": documents,
        "relations": [labels.get(relation, local_name(relation)) for relation in relations],
        "entities": _entities(network, store, entities),
        "sentences": sentences,
        "claims": claims,
    }


def _documents(store: Store) -> list[Json]:
    found: dict[str, Json] = {}
    for row in store.select(DOCUMENTS):
        name = row.get("title") or row.get("source") or local_name(row["document"])
        document = {"id": row["document"], "title": name, "text": row["text"], "markdown": _is_markdown(row)}
        found.setdefault(row["document"], document | {key: row[key] for key in ("creator", "date") if key in row})
    return list(found.values())


def _is_markdown(row: Row) -> bool:
    """Tell whether a document is Markdown: its file's name says so, or front matter that gave an address instead."""
    source = row.get("source", "")
    return source.lower().endswith(MARKDOWN) or ("://" in source and row["text"].startswith("---"))


def _entities(network: "nx.MultiDiGraph[str]", store: Store, order: list[str]) -> list[Json]:
    entities: list[Json] = []
    for node in order:
        data = network.nodes[node]
        kept = {key: data[key] for key in ("label", "type", "weight", "community")}
        entities.append({"id": node, **kept, "aliases": data["aliases"]})
    by_iri = {entity["id"]: entity for entity in entities}
    for row in store.select(IDENTITIES):
        if row["entity"] in by_iri:
            by_iri[row["entity"]].setdefault(local_name(row["kind"]), []).append(row["value"])
    return entities


def _evidence(store: Store, documents: dict[str, int]) -> tuple[list[Json], dict[str, list[Json]]]:
    """Return the sentences quoted, in the order of the text, and each claim's evidence."""
    numbers: dict[tuple[int, int, int], int] = {}
    sentences: list[Json] = []
    evidence: dict[str, list[Json]] = {}
    rows = [row for row in store.select(EVIDENCE) if row["document"] in documents]
    for row in sorted(rows, key=lambda row: (row["document"], int(row["start"]), int(row["end"]))):
        place = (documents[row["document"]], int(row["start"]), int(row["end"]))
        if place not in numbers:
            numbers[place] = len(sentences)
            sentences.append({"document": place[0], "start": place[1], "end": place[2], "quote": row["quote"]})
        said = {"sentence": numbers[place], "predicate": row.get("predicate", ""), "rule": row.get("rule", "")}
        evidence.setdefault(row["claim"], []).append(said)
    return sentences, evidence


def _claims(store: Store, number: dict[str, int], evidence: dict[str, list[Json]]) -> tuple[list[str], list[Json]]:
    """Return the relations used, sorted, and the claims of entities in `number` that have evidence."""
    rows = [row for row in store.select(CLAIMS) if row["subject"] in number and row["claim"] in evidence]
    relations = sorted({row["relation"] for row in rows})
    relation_number = {relation: i for i, relation in enumerate(relations)}
    speakers = {row["claim"]: row for row in reversed(store.select(SPEAKERS))}
    qualifiers = _qualifiers(store, number)
    claims: list[Json] = []
    for row in rows:
        said = speakers.get(row["claim"], {})
        named = row["kind"] == "entity" and row["object"] in number
        claim: Json = {
            "id": row["claim"],
            "subject": number[row["subject"]],
            "relation": relation_number[row["relation"]],
            **({"object": number[row["object"]]} if named else {"value": row["object"]}),
            "polarity": local_name(row["polarity"]).lower(),
            "modality": local_name(row["modality"]).lower(),
            "attributed": local_name(said.get("attributed", "Implied")).lower(),
            "evidence": evidence[row["claim"]],
        }
        words = _words_of(row["relation"], evidence[row["claim"]][0])
        if words:
            claim["words"] = words
        if said.get("speaker") in number:
            claim["speaker"] = number[said["speaker"]]
        if "confidence" in said:
            claim["confidence"] = said["confidence"]
        if row["claim"] in qualifiers:
            claim["qualifiers"] = qualifiers[row["claim"]]
        claims.append(claim)
    return relations, sorted(claims, key=lambda claim: (claim["evidence"][0]["sentence"], claim["id"]))


def _words_of(relation: str, evidence: Json) -> str | None:
    """Return the text's words for an open relation, or None where they do not lead from subject to object.

    A passive with a doer was turned round when it was read: "is led by" would point the wrong way.
    """
    turned = evidence["rule"] == "passive" and evidence["predicate"].endswith("by")
    if relation.startswith(DG) or turned or evidence["rule"] in WITHOUT_VERB:
        return None
    return " ".join(evidence["predicate"].split()) or None


def _qualifiers(store: Store, number: dict[str, int]) -> dict[str, list[Json]]:
    """Return each claim's qualifiers: what they answer (`asks`), in the words of the text or as an entity."""
    raw: dict[str, dict[str, list[Row]]] = {}
    for row in store.select(QUALIFIERS):
        raw.setdefault(row["claim"], {}).setdefault(local_name(row["kind"]), []).append(row)
    qualifiers: dict[str, list[Json]] = {}
    for claim, kinds in raw.items():
        for kind in ("timeText", "time", "place", "countText", "count", "amount"):
            if f"{kind}Text" in kinds:  # the wording of the text says it already
                continue
            for row in kinds.get(kind, []):
                named = {"entity": number[row["value"]]} if row["value"] in number else {}
                text = row.get("label", row["value"])
                qualifiers.setdefault(claim, []).append({"asks": ASKED_BY.get(kind, "how much"), "text": text, **named})
    return qualifiers
