"""What is found once, so that no reader of the graph need find it again: weights, degrees, and an index of names."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Triple

from graph.model import EntityType
from graph.rdf.names import DG, RDF, RDFS, SKOS, XSD

_SUBJECT, _OBJECT = RDF + "subject", RDF + "object"
_TYPES = frozenset(DG + kind for kind in EntityType)
INDEXED = 3  # letters; what is typed finds, by one look-up, the names with a word that begins so
_INTEGER = NamedNode(XSD + "integer")
_UNKEPT = re.compile("[^a-z0-9]+")
_KEY, _START, _WEIGHT, _DEGREE = (NamedNode(DG + term) for term in ("searchKey", "wordStart", "weight", "degree"))
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
            names[subject][thing.value] = None
        elif predicate in (_SUBJECT, _OBJECT) and isinstance(thing, NamedNode):
            ends[subject][predicate] = thing.value
        elif predicate == RDF + "type" and isinstance(thing, NamedNode) and thing.value in _TYPES:
            entities.add(subject)
    weights, degrees = count_ends((claim.get(_SUBJECT), claim.get(_OBJECT)) for claim in ends.values())
    for entity in sorted(entities):
        yield from make_counts(NamedNode(entity), names[entity], weights.get(entity, 0), degrees.get(entity, 0))


def make_counts(this: NamedNode, names: Iterable[str], weight: int, degree: int) -> Iterator[Triple]:
    """Yield the search keys of an entity's names, how their words begin, its weight and its degree."""
    keys = dict.fromkeys(map(search_key, names))
    for key in keys:
        if key:
            yield Triple(this, _KEY, Literal(key))
    for start in dict.fromkeys(word[:INDEXED] for key in keys for word in key.split()):
        yield Triple(this, _START, Literal(start))
    yield Triple(this, _WEIGHT, _whole(weight))
    yield Triple(this, _DEGREE, _whole(degree))


def search_key(text: str) -> str:
    """Return a name as a search compares it: no accents, no capitals, one space for all that is no letter or digit."""
    if text.isascii():
        return " ".join(_UNKEPT.split(text.lower())).strip()
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.category(c).startswith("M"))
    # Unicode's letters and numbers (L, N), as the page's own search takes them
    kept = (c if unicodedata.category(c)[0] in "LN" else " " for c in plain.lower())
    return " ".join("".join(kept).split())


def count_ends(claims: Iterable[tuple[str | None, str | None]]) -> tuple[dict[str, int], dict[str, int]]:
    """Return in how many claims each thing takes part, and with how many others, from the two ends of every claim."""
    weights: dict[str, int] = defaultdict(int)
    neighbours: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        ends = {end for end in claim if end is not None}
        for end in ends:
            weights[end] += 1
            neighbours[end] |= ends
    return weights, {end: len(others - {end}) for end, others in neighbours.items()}


def _whole(number: int) -> Literal:
    return Literal(str(number), datatype=_INTEGER)
