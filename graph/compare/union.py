"""One graph of both sides of a comparison: the claims compared, what they rest on, and what became of each."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pyoxigraph import Literal, NamedNode, Triple

from graph.compare.diff import Change
from graph.compare.render import change_triples
from graph.compare.statements import Statement
from graph.rdf.names import DG, OWL, PROV, RDF, RDFS, SKOS
from graph.rdf.overview import make_overview
from graph.sparql.store import EmbeddedStore

Object = NamedNode | Literal
Rename = Callable[[str], str]
_Said = dict[NamedNode, dict[str, set[Object]]]

TYPE, LABEL, OTHER_NAME = RDF + "type", RDFS + "label", SKOS + "altLabel"
DERIVED, CONFIDENCE, MENTIONED = PROV + "wasDerivedFrom", DG + "confidence", DG + "mentionedAt"
OF_ENTITIES = frozenset({TYPE, LABEL, OTHER_NAME, OWL + "sameAs", DG + "mergedBecause", MENTIONED})
OF_TERMS = frozenset({DG + "polarity", DG + "modality", DG + "attributed"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One side of a comparison: its dataset with the keys of the entities there, its documents and its statements."""

    store: EmbeddedStore
    keys: Mapping[str, str]
    documents: Sequence[str]
    statements: Sequence[Statement]


def unite(before: Side, after: Side, changes: Iterable[Change]) -> Iterator[Triple]:
    """Yield one graph of the claims of both sides, with their evidence, documents and entities, and of the changes.

    Entities of the same key are one, under the IRI and the label that they have after. Weights, degrees and the index
    of names are of the claims in it. The same arguments give the same triples in the same order.
    """
    rename = _renaming(before, after)
    said: _Said = {}
    for side, naming in ((after, _as_it_is), (before, rename)):
        _add_side(said, side, naming)
    listed = [
        Triple(subject, NamedNode(predicate), thing)
        for subject, pairs in said.items()
        for predicate in sorted(pairs, key=lambda name: (name != TYPE, name))
        for thing in sorted(pairs[predicate], key=str)
    ]
    yield from listed
    yield from make_overview(listed)
    for change in changes:
        yield from change_triples(_renamed(change, rename), after.store.base)


def _as_it_is(iri: str) -> str:
    return iri


def _renaming(before: Side, after: Side) -> Rename:
    """The name that something of the earlier dataset has in the later one."""
    if before.store is after.store:
        return _as_it_is
    by_key: dict[str, str] = {}
    for iri, key in sorted(after.keys.items()):
        by_key.setdefault(key, iri)
    known = {
        iri: iri if after.keys.get(iri) == key else by_key[key] for iri, key in before.keys.items() if key in by_key
    }
    old, new = before.store.base, after.store.base

    def rename(iri: str) -> str:
        return known.get(iri) or (new + iri.removeprefix(old) if old != new and iri.startswith(old) else iri)

    return rename


def _renamed(change: Change, rename: Rename) -> Change:
    s = change.before
    return replace(
        change,
        before=s and replace(s, claim=rename(s.claim), evidence=rename(s.evidence)),
        claims_before=tuple(map(rename, change.claims_before)),
    )


def _add_side(said: _Said, side: Side, rename: Rename) -> None:
    """Add what is said of the claims of a side: beside each its evidence, then documents, entities and relations."""
    known = set(said)  # what the other side has told already, and is told once

    def tell(iri: str, keep: Callable[[str, Object], bool]) -> None:
        _tell(said, side.store, iri, rename, keep=keep, known=known)

    evidence = {s.evidence for s in side.statements}
    for s in side.statements:
        tell(s.claim, lambda name, thing: name != DERIVED or getattr(thing, "value", "") in evidence)
        tell(s.evidence, _everything)
    for document in side.documents:
        tell(document, _everything)
    claims = dict.fromkeys(s.claim for s in side.statements)
    entities, terms = _named_in(side, claims)
    places = tuple(f"{document}#" for document in side.documents)

    def of_entities(name: str, thing: Object) -> bool:
        return name in OF_ENTITIES and (name != MENTIONED or str(thing.value).startswith(places))

    for iri in entities:
        tell(iri, of_entities)
    for iri in terms:
        tell(iri, _everything)
    _add_plain(said, (NamedNode(rename(claim)) for claim in claims))


def _everything(_name: str, _thing: Object) -> bool:
    return True


def _named_in(side: Side, claims: Iterable[str]) -> tuple[list[str], list[str]]:
    """The entities that claims name, as subject, object, speaker or place, and their relations and other terms."""
    entities: set[str] = set()
    terms: set[str] = set()
    for claim in claims:
        for quad in side.store.oxigraph.quads_for_pattern(NamedNode(claim), None, None):
            if isinstance(quad.object, NamedNode):
                iri = quad.object.value
                if iri in side.keys:
                    entities.add(iri)
                elif quad.predicate.value == RDF + "predicate" or quad.predicate.value in OF_TERMS:
                    terms.add(iri)
    return sorted(entities), sorted(terms)


def _tell(
    said: _Said,
    store: EmbeddedStore,
    iri: str,
    rename: Rename,
    *,
    keep: Callable[[str, Object], bool],
    known: set[NamedNode],
) -> None:
    """Add what a store says of something; what has one value keeps it, but for the confidence, which is the higher."""
    this = NamedNode(rename(iri))
    found: dict[str, set[Object]] = {}
    for quad in store.oxigraph.quads_for_pattern(NamedNode(iri), None, None):
        name, thing = quad.predicate.value, quad.object
        if isinstance(thing, NamedNode | Literal) and keep(name, thing):
            found.setdefault(name, set()).add(NamedNode(rename(thing.value)) if isinstance(thing, NamedNode) else thing)
    here = said.setdefault(this, {})
    if this not in known:
        here |= found
        return
    for name, things in found.items():
        if name in (LABEL, OTHER_NAME):
            if names := things - here.get(LABEL, set()):
                here.setdefault(OTHER_NAME, set()).update(names)
        elif name == CONFIDENCE:
            here[name] = {max(things | here.get(name, set()), key=lambda thing: float(thing.value))}
        elif name in (DERIVED, *OF_ENTITIES - {TYPE}) or name not in here:
            here.setdefault(name, set()).update(things)


def _add_plain(said: _Said, claims: Iterable[NamedNode]) -> None:
    """Say what is affirmed and asserted as a plain triple too, as a build does."""
    for claim in claims:
        told = {name: next(iter(things)) for name, things in said[claim].items() if name != TYPE}
        if (told[DG + "polarity"], told[DG + "modality"]) == (NamedNode(DG + "Affirmed"), NamedNode(DG + "Asserted")):
            subject, relation = told[RDF + "subject"], told[RDF + "predicate"]
            if isinstance(subject, NamedNode):
                said[subject].setdefault(relation.value, set()).add(told[RDF + "object"])
