"""What is known of the whole graph before it is written: its entities, how they are counted, and its relations."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from pyoxigraph import Triple

from graph.model import Entity
from graph.rdf.overview import count_ends
from graph.rdf.triples import term_triples
from graph.work.keep import Keep
from graph.work.reading import unpack


@dataclass(kw_only=True)
class Outline:
    """What is known of the graph before it is written; `standings` counts claims by polarity and modality."""

    entities: dict[str, Entity]
    weights: dict[str, int]
    degrees: dict[str, int]
    relations: set[str]
    terms: set[Triple]
    standings: dict[tuple[str, str], int]
    claims: int

    def counted(self, name: str) -> tuple[int, int]:
        """In how many claims an entity takes part, and with how many others."""
        return self.weights.get(name, 0), self.degrees.get(name, 0)


def make_outline(keep: Keep, linked: Mapping[str, Entity]) -> Outline:
    """The outline of all claims."""
    entities = {entity.id: entity for entity in linked.values()}
    used: set[str] = set()
    ends: list[tuple[str, str | None]] = []
    relations: set[str] = set()
    ways: dict[str, bytes] = {}  # one claim for each way to mean one: all claims of it need the same terms
    standings: Counter[tuple[str, str]] = Counter()
    for name, subject, thing, relation, others, stands in keep.database.execute(
        "SELECT hash, subject, object, relation, others, stands FROM claims"
    ):
        ends.append((subject, thing))
        used.update(others.split(" "))
        relations.add(relation)
        ways.setdefault(stands, name)
        polarity, modality, _ = stands.split(" ")
        standings[polarity, modality] += 1
    used.update(end for pair in ends for end in pair if end is not None)
    weights, degrees = count_ends(ends)
    cores = [keep.database.execute("SELECT core FROM claims WHERE hash = ?", (name,)) for name in ways.values()]
    return Outline(
        entities={name: entities[name] for name in used},
        weights=weights,
        degrees=degrees,
        relations=relations,
        terms={triple for rows in cores for (core,) in rows for triple in term_triples(unpack(core))},
        standings=dict(standings),
        claims=len(ends),
    )
