"""Claims read back from a dataset, each with its evidence: for tables, networks, and whoever must show who says so."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from graph.rdf.names import local_name
from graph.sparql.store import Store

_QUALIFIERS = ("time", "timeText", "place", "count", "countText", "amount")


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedClaim:
    """A claim and one piece of its evidence.

    `subject`, `relation`, `speaker`, `document` and `claim` are IRIs, `object` is one where `is_entity`, else a value;
    `quote` is exactly the characters [start, end) of the document's text. `polarity`, `modality` and `attributed` are
    local names of the vocabulary. `qualifiers` has the values of "time", "place", …; a place by its label.
    """

    claim: str
    subject: str
    subject_label: str
    relation: str
    relation_label: str
    object: str
    object_label: str
    is_entity: bool
    polarity: str
    modality: str
    speaker: str
    speaker_label: str
    attributed: str
    confidence: float
    quote: str
    start: int
    end: int
    document: str
    title: str
    predicate: str
    rule: str
    detail: str = ""
    qualifiers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def find_claims(store: Store, chosen: str = "", *, limit: int | None = None) -> Iterator[CitedClaim]:
    """Yield the claims of a dataset, a row per piece of evidence, by document and place; `limit` counts claims.

    `chosen` is a pattern in SPARQL that binds ?claim, empty for all claims.
    """
    pattern = "?claim a dg:Claim ."
    if chosen:
        cut = f" ORDER BY ?claim LIMIT {limit}" if limit is not None else ""
        pattern = f"{{ SELECT DISTINCT ?claim WHERE {{ {chosen} }}{cut} }}"
    elif limit is not None:
        pattern = f"{{ SELECT ?claim WHERE {{ ?claim a dg:Claim }} ORDER BY ?claim LIMIT {limit} }}"
    qualifiers = _find_qualifiers(store, pattern)
    for row in store.select(_query(pattern)):
        yield CitedClaim(
            claim=row["claim"],
            subject=row["subject"],
            subject_label=row.get("subjectLabel", row["subject"]),
            relation=row["relation"],
            relation_label=row.get("relationLabel", row["relation"]),
            object=row["object"],
            object_label=row.get("objectLabel", row["object"]),
            is_entity=row["kind"] == "entity",
            polarity=local_name(row["polarity"]),
            modality=local_name(row["modality"]),
            speaker=row["speaker"],
            speaker_label=row.get("speakerLabel", row["speaker"]),
            attributed=local_name(row["attributed"]),
            confidence=float(row["confidence"]),
            quote=row["quote"],
            start=int(row["start"]),
            end=int(row["end"]),
            document=row["document"],
            title=row.get("title", ""),
            predicate=row.get("predicate", ""),
            rule=row.get("rule", ""),
            detail=row.get("detail", ""),
            qualifiers=qualifiers.get(row["claim"], {}),
        )


def _query(pattern: str) -> str:
    return f"""SELECT ?claim ?subject ?subjectLabel ?relation ?relationLabel ?object ?objectLabel ?kind ?polarity
  ?modality ?speaker ?speakerLabel ?attributed ?confidence ?quote ?start ?end ?document ?title ?predicate ?rule ?detail
WHERE {{
  {pattern}
  ?claim rdf:subject ?subject ; rdf:predicate ?relation ; rdf:object ?object ; dg:polarity ?polarity ;
    dg:modality ?modality ; dg:speaker ?speaker ; dg:attributed ?attributed ; dg:confidence ?confidence ;
    prov:wasDerivedFrom ?evidence .
  ?evidence oa:exact ?quote ; oa:start ?start ; oa:end ?end ; dcterms:source ?document .
  OPTIONAL {{ ?evidence dg:predicate ?predicate }}
  OPTIONAL {{ ?evidence dg:rule ?rule }}
  OPTIONAL {{ ?evidence dg:detail ?detail }}
  OPTIONAL {{ ?document dcterms:title ?title }}
  OPTIONAL {{ ?subject rdfs:label ?subjectLabel }}
  OPTIONAL {{ ?relation rdfs:label ?relationLabel }}
  OPTIONAL {{ ?object rdfs:label ?objectLabel }}
  OPTIONAL {{ ?speaker rdfs:label ?speakerLabel }}
  BIND(IF(isIRI(?object), "entity", "value") AS ?kind)
}} ORDER BY ?document ?start ?end ?claim ?rule"""


def _find_qualifiers(store: Store, pattern: str) -> dict[str, dict[str, tuple[str, ...]]]:
    kinds = ", ".join(f"dg:{name}" for name in _QUALIFIERS)
    rows = store.select(f"""SELECT ?claim ?kind ?value ?label WHERE {{
  {pattern}
  ?claim ?kind ?value . FILTER(?kind IN ({kinds}))
  OPTIONAL {{ ?value rdfs:label ?label }}
}} ORDER BY ?claim ?kind ?value""")
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for row in rows:
        of_claim = found.setdefault(row["claim"], {})
        kind = local_name(row["kind"])
        of_claim[kind] = (*of_claim.get(kind, ()), row.get("label", row["value"]))
    return found
