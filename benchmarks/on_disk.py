"""A graph of ten million statements on disk: what loading takes, and how long an answer.

python benchmarks/on_disk.py [--statements 10000000] [--store FOLDER]

The graph is made up in our own shape and loaded as a build does it, in a process of its own, whose peak memory is told.
Then come the neighbours of entities, the claims between two with their sentences, and searches by the first letters of
a name, each of 60 different ones. `--store` asks a store that is there already.
"""

import argparse
import random
import statistics
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from endpoint import NEIGHBOURS
from made_graph import write_graph

from graph.sparql.claims import find_claims
from graph.sparql.search import find_entities
from graph.sparql.store import Store, load_store

LOAD = """import resource, sys
from pathlib import Path
from time import perf_counter
from graph.sparql.store import write_store
start = perf_counter()
write_store(Path(sys.argv[1]), Path(sys.argv[2]))
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(f"loaded in {perf_counter() - start:.0f} s, peak {peak:.0f} MB (target: at most 4000)")
"""


def main() -> None:
    """Print a line for loading and one for each kind of question."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--statements", type=int, default=10_000_000)
    parser.add_argument("--store", type=Path)
    options = parser.parse_args()
    if options.store:
        ask(load_store(options.store))
        return
    with TemporaryDirectory() as place:
        file, folder = Path(place) / "graph.nt", Path(place) / "store"
        print(f"{write_graph(file, options.statements):,} triples, {file.stat().st_size / 1e6:.0f} MB", flush=True)
        told = subprocess.run([sys.executable, "-c", LOAD, file, folder], check=True, capture_output=True, text=True)
        on_disk = sum(each.stat().st_size for each in folder.iterdir()) / 1e6
        print(f"{told.stdout.strip()}; {on_disk:.0f} MB on disk", flush=True)
        ask(load_store(place))


def ask(store: Store) -> None:
    """Print the medians of three kinds of question."""
    dice = random.Random(11)
    rows = store.select(
        "SELECT ?e ?l { ?e dg:degree ?d ; rdfs:label ?l FILTER(?d >= 5) } ORDER BY DESC(?d) ?e LIMIT 20000"
    )
    some = dice.sample(rows, 60)
    ends = [
        store.select(f"SELECT ?o {{ ?c rdf:subject <{row['e']}> ; rdf:object ?o . ?o dg:degree ?d }} LIMIT 1")
        for row in some
    ]
    pairs = [(row["e"], end[0]["o"]) for row, end in zip(some, ends, strict=True) if end]
    words = [row["l"].split()[0].lower()[: dice.randint(4, 8)] for row in some]
    print(f"neighbours: {timed(lambda entity: store.select(NEIGHBOURS.format(entity)), [row['e'] for row in some])}")
    hubs = [row["e"] for row in rows[:20]]
    print(f"neighbours of the 20 with most: {timed(lambda entity: store.select(NEIGHBOURS.format(entity)), hubs)}")
    print(f"claims between two, with sentences: {timed(lambda pair: list(find_claims(store, between(*pair))), pairs)}")
    print(f"search by 4 to 8 letters: {timed(lambda word: find_entities(store, word), words)}")
    print(f"search by 3 letters: {timed(lambda word: find_entities(store, word[:3]), words[:20])}")


def between(one: str, other: str) -> str:
    """Return the pattern of the claims between two entities."""
    there = f"{{ ?claim rdf:subject <{one}> ; rdf:object <{other}> }}"
    return f"{there} UNION {{ ?claim rdf:subject <{other}> ; rdf:object <{one}> }}"


def timed(run: Callable[[object], object], asked: Iterable[object]) -> str:
    """Return the median and the 90th percentile of the milliseconds, and the median of those on the processor."""
    times, works = [], []
    for each in asked:
        start, work = perf_counter(), process_time()
        run(each)
        times.append((perf_counter() - start) * 1000)
        works.append((process_time() - work) * 1000)
    high = statistics.quantiles(times, n=10)[-1]
    return (
        f"median {statistics.median(times):.1f} ms (target: at most 300), 9 of 10 under {high:.1f} ms; "
        f"on the processor {statistics.median(works):.1f} ms"
    )


if __name__ == "__main__":
    main()
