"""What is found once, so that no reader of the graph need find it again: weights, degrees, and an index of names."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Triple

from graph.model import EntityType
from graph.rdf.names import DG, RDF, RDFS, SKOS, XSD

_SUBJECT, _OBJECT = RDF + "subject", RDF + "object"
_TYPES = frozenset(DG + kind for kind in EntityType)
INDEXED = 3  # letters; what is typed finds, by one look-up, the names with a word that begins so
_NAMES = (RDFS + "label", SKOS + "altLabel")


def make_overview(triples: Iterable[Triple]) -> Iterator[Triple]:
    """Yield `dg:weight`, `dg:degree`, `dg:searchKey` and `dg:wordStart` of every entity, in the order of their IRIs."""
    names: dict[str, dict[str, None]] = defaultdict(dict)
    ends: dict[str, dict[str, str]] = defaultdict(dict)
    entities: set[str] = set()
    for triple in triples:
        if not isinstance(triple.subject, NamedNode):
            continue
        subject, predicate, thing = triple.subject.value, triple.predicate.value, triple.object
        if predicate in _NAMES and isinstance(thing, Literal):
            names[subject][search_key(thing.value)] = None
        elif predicate in (_SUBJECT, _OBJECT) and isinstance(thing, NamedNode):
            ends[subject][predicate] = thing.value
        elif predicate == RDF + "type" and isinstance(thing, NamedNode) and thing.value in _TYPES:
            entities.add(subject)
    weights, neighbours = _count(ends.values())
    for entity in sorted(entities):
        this = NamedNode(entity)
        for key in names[entity]:
            if key:
                yield Triple(this, NamedNode(DG + "searchKey"), Literal(key))
        for start in dict.fromkeys(word[:INDEXED] for key in names[entity] for word in key.split()):
            yield Triple(this, NamedNode(DG + "wordStart"), Literal(start))
        yield Triple(this, NamedNode(DG + "weight"), _whole(weights[entity]))
        yield Triple(this, NamedNode(DG + "degree"), _whole(len(neighbours[entity] - {entity})))


def search_key(text: str) -> str:
    """Return a name as a search compares it: no accents, no capitals, one space for all that is no letter or digit."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.category(c).startswith("M"))
    # Unicode's letters and numbers (L, N), as the page's own search takes them
    kept = (c if unicodedata.category(c)[0] in "LN" else " " for c in plain.lower())
    return " ".join("".join(kept).split())


def _count(claims: Iterable[dict[str, str]]) -> tuple[dict[str, int], dict[str, set[str]]]:
    weights: dict[str, int] = defaultdict(int)
    neighbours: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        for end in set(claim.values()):
            weights[end] += 1
            neighbours[end] |= set(claim.values())
    return weights, neighbours


def _whole(number: int) -> Literal:
    return Literal(str(number), datatype=NamedNode(XSD + "integer"))
