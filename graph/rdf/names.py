"""The namespaces, and the IRI of every thing.

Nothing here depends on the order of the input, on time or on chance, so that two builds give the same IRIs.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache, lru_cache
from importlib import resources
from urllib.parse import quote

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from graph.errors import GraphError
from graph.model import Claim, Evidence

DEFAULT_BASE = "https://dragoman.invalid/"  # `.invalid` never resolves (RFC 6761)
DG = "https://dragoman.invalid/vocabulary#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
XSD = "http://www.w3.org/2001/XMLSchema#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
OWL = "http://www.w3.org/2002/07/owl#"
PROV = "http://www.w3.org/ns/prov#"
OA = "http://www.w3.org/ns/oa#"
DCTERMS = "http://purl.org/dc/terms/"

_FIXED = {
    "dg": DG,
    "rdf": RDF,
    "rdfs": RDFS,
    "xsd": XSD,
    "skos": SKOS,
    "owl": OWL,
    "prov": PROV,
    "oa": OA,
    "dcterms": DCTERMS,
}
MINTED = ("entity", "relation", "claim", "evidence", "document")
_BASE_HINT = "give an absolute IRI such as https://example.org/"


def prefixes(base: str = DEFAULT_BASE) -> dict[str, str]:
    """Return prefix → namespace of all that a dataset with this base uses; GraphError where the base does not fit."""
    try:
        NamedNode(base)
    except ValueError as error:
        raise GraphError(f"base {base!r}: {error}; {_BASE_HINT}") from error
    if "#" in base:  # places in documents are told by a fragment, and an IRI has but one
        raise GraphError(f"base {base!r}: holds a #, which the places in documents need; {_BASE_HINT}")
    # inside a namespace of the fixed ones, two prefixes would fit one IRI
    if not base.endswith(("/", ":")) or base.startswith(tuple(_FIXED.values())):
        raise GraphError(f"base {base!r}: does not end in / or :, or lies in another vocabulary; {_BASE_HINT}")
    return _FIXED | {name: f"{base}{name}/" for name in MINTED}


@lru_cache(32_768)
def entity_iri(entity: str, *, base: str = DEFAULT_BASE) -> NamedNode:
    """Return the IRI of the entity with this id."""
    return _mint("entity", _encode(entity), base)


def document_iri(document: str, *, base: str = DEFAULT_BASE) -> NamedNode:
    """Return the IRI of the document with this id."""
    return _mint("document", _encode(document), base)


@lru_cache(32_768)
def relation_iri(relation: str, *, base: str = DEFAULT_BASE) -> NamedNode:
    """Return the vocabulary's IRI of a canonical relation, and for any other wording one made of its words.

    A hyphen inside a word is encoded, so that "co-host" and "co host" stay two relations.
    """
    if relation in canonical_relations():
        return NamedNode(DG + relation)
    return _mint("relation", "-".join(_encode(word).replace("-", "%2D") for word in relation.split()), base)


def claim_iri(claim: Claim, *, base: str = DEFAULT_BASE) -> NamedNode:
    """Return the IRI of a claim: the same statement by the same speaker has one IRI, however often it is found."""
    return _mint("claim", claim_hash(claim), base)


def evidence_iri(evidence: Evidence, *, base: str = DEFAULT_BASE) -> NamedNode:
    """Return the IRI of a piece of evidence."""
    return _mint("evidence", evidence_hash(evidence), base)


def claim_hash(claim: Claim) -> str:
    """Return 16 hex digits over all fields but evidence and confidence; the order of qualifiers does not count."""
    hashed = {name: _plain(getattr(claim, name)) for name in _OF_CLAIM}
    hashed["qualifiers"] = sorted(map(_plain, claim.qualifiers), key=_canonical_json)
    return _hash(hashed)


def evidence_hash(evidence: Evidence) -> str:
    """Return 16 hex digits over span, predicate, rule and detail."""
    return _hash({name: _plain(value) for name in _OF_EVIDENCE if (value := getattr(evidence, name)) != ""})


_OF_CLAIM = [f.name for f in fields(Claim) if f.name not in ("evidence", "confidence")]
_OF_EVIDENCE = [f.name for f in fields(Evidence) if f.name != "quote"]


def _plain(thing: object) -> object:
    """Nouns of the model as dictionaries, as `asdict` makes them, without its copies: each claim is hashed."""
    if isinstance(thing, tuple):
        return [_plain(one) for one in thing]
    if is_dataclass(thing):
        names: tuple[str, ...] = getattr(thing, "__slots__")  # noqa: B009 — mypy knows no slots of a dataclass
        return {name: _plain(getattr(thing, name)) for name in names}
    return thing


def local_name(iri: str) -> str:
    """Return what follows the last # or / of an IRI."""
    return iri.replace("#", "/").rsplit("/", 1)[-1]


def relation_label(relation: str) -> str:
    """Return the words a reader sees for a relation: the vocabulary's label, or the relation's own words."""
    return canonical_relations().get(relation) or " ".join(relation.split())


@cache
def vocabulary() -> Mapping[str, str]:
    """Return local name → label of every term that `vocabulary.ttl` defines."""
    return {name: target.value for name, target in _read_vocabulary(RDFS + "label") if isinstance(target, Literal)}


@cache
def canonical_relations() -> Mapping[str, str]:
    """Return local name → label of every relation that `vocabulary.ttl` defines."""
    relation = NamedNode(DG + "Relation")
    return {name: vocabulary()[name] for name, target in _read_vocabulary(RDF + "type") if target == relation}


@cache
def event_codes() -> Mapping[str, Mapping[str, str]]:
    """Return "cameo" and "plover", each with local name → code of the relations that the scheme has."""
    return {
        scheme: {name: target.value for name, target in _read_vocabulary(DG + scheme) if isinstance(target, Literal)}
        for scheme in ("cameo", "plover")
    }


def _read_vocabulary(predicate: str) -> Iterator[tuple[str, object]]:
    data = resources.files("graph.rdf").joinpath("vocabulary.ttl").read_bytes()
    for quad in parse(data, format=RdfFormat.TURTLE):
        if quad.predicate.value == predicate and isinstance(quad.subject, NamedNode):
            yield quad.subject.value.removeprefix(DG), quad.object


def _mint(kind: str, name: str, base: str) -> NamedNode:
    if name in {"", ".", ".."}:  # as the last step of a path these would name another thing
        raise ValueError(f"no {kind} can be named {name!r}")
    return NamedNode(f"{base}{kind}/{name}")


def _encode(text: str) -> str:
    return quote(text, safe="")


def _hash(fields: dict[str, object]) -> str:
    return hashlib.sha256(_canonical_json(fields).encode()).hexdigest()[:16]


def _canonical_json(value: object) -> str:
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
