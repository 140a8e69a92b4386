"""What is known of the whole graph before it is written: entities and their counts, and what is said plainly."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from pyoxigraph import Triple

from graph.model import Claim, Entity
from graph.rdf.overview import count_ends
from graph.rdf.triples import plain_triples, term_triples
from graph.work.keep import Keep
from graph.work.reading import unpack


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
