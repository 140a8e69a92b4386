"""Ways between two entities, through claims: the shortest, found from both ends."""

from collections.abc import Iterable

from graph.sparql.store import Store

_WIDEST = 2_000  # entities looked at from one side in a step


def find_paths(store: Store, one: str, other: str, *, longest: int = 4, limit: int = 3) -> list[list[str]]:
    """Return up to `limit` shortest ways from one entity to another as lists of IRIs, of at most `longest` steps.

    Each two neighbours in a way take part in a claim, whatever its direction. An entity with very many claims is not
    passed through where that many would have to be looked at.
    """
    ways: dict[str, dict[str, list[list[str]]]] = {"near": {one: [[one]]}, "far": {other: [[other]]}}
    edge = {"near": [one], "far": [other]}
    for step in range(longest + 1):
        found = [
            [*near, *reversed(far[:-1])]
            for node in ways["near"].keys() & ways["far"].keys()
            for near in ways["near"][node]
            for far in ways["far"][node]
        ]
        if found or step == longest:
            return sorted(found, key=lambda way: (len(way), way))[:limit]
        side = min(edge, key=lambda name: len(edge[name]))
        reached: dict[str, list[list[str]]] = {}
        for start, end in _neighbours(store, edge[side][:_WIDEST]):
            if end not in ways[side]:
                known = reached.setdefault(end, [])
                known += [[*way, end] for way in ways[side][start]][: limit - len(known)]
        ways[side] |= reached
        edge[side] = sorted(reached)
        if not reached:
            return []
    return []


def _neighbours(store: Store, entities: Iterable[str]) -> list[tuple[str, str]]:
    named = " ".join(f"<{entity}>" for entity in entities)
    rows = store.select(f"""SELECT DISTINCT ?near ?far WHERE {{
  VALUES ?near {{ {named} }}
  {{ ?claim rdf:subject ?near ; rdf:object ?far }} UNION {{ ?claim rdf:object ?near ; rdf:subject ?far }}
  ?far dg:weight ?weight .
}} ORDER BY ?near ?far""")
    return [(row["near"], row["far"]) for row in rows]
