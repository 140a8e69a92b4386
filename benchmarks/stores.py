"""The twelve kinds of question over a made-up graph of our own shape: our store, raw pyoxigraph and rdflib, in one run.

python benchmarks/stores.py [--statements 1000000] [--runs 7] [--cap 30] [--without-rdflib]

Times are milliseconds from the text of a query to the last byte of its answer as JSON, medians of the runs; ours and
raw pyoxigraph take turns. rdflib runs each once, and is given up after `cap` seconds: its ratio is then a lower bound.
"""

import argparse
import gc
import math
import signal
import statistics
import warnings
from collections.abc import Callable
from functools import partial
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

import pyoxigraph
from made_graph import write_graph
from pyoxigraph import QueryResultsFormat, QueryTriples, RdfFormat

from graph.sparql.query import run_query
from graph.sparql.store import load_store


def questions(hub: str, other: str, speaker: str, label: str) -> dict[str, str]:
    """Return the twelve kinds, about some entities of the graph."""
    about = (
        f"{{ ?claim rdf:subject <{hub}> ; rdf:object ?other }} UNION "
        f"{{ ?claim rdf:object <{hub}> ; rdf:subject ?other }}"
    )
    return {
        "neighbours with labels": f"SELECT ?other ?label {{ {about} ?other rdfs:label ?label }}",
        "two entities, evidence": (
            f"SELECT ?claim ?text ?start ?document {{ {{ ?claim rdf:subject <{hub}> ; rdf:object <{other}> }} UNION "
            f"{{ ?claim rdf:object <{hub}> ; rdf:subject <{other}> }} ?claim prov:wasDerivedFrom ?evidence . "
            "?evidence oa:exact ?text ; oa:start ?start ; dcterms:source ?document }"
        ),
        "said by one in a year": (
            f"SELECT ?claim ?text {{ ?claim dg:speaker <{speaker}> ; dg:time ?when ; prov:wasDerivedFrom ?evidence . "
            '?evidence oa:exact ?text FILTER(STR(?when) = "2020") }'
        ),
        "the 20 with most neighbours": (
            "SELECT ?e (COUNT(DISTINCT ?o) AS ?n) { { ?c rdf:subject ?e ; rdf:object ?o } UNION "
            "{ ?c rdf:object ?e ; rdf:subject ?o } } GROUP BY ?e ORDER BY DESC(COUNT(DISTINCT ?o)) LIMIT 20"
        ),
        "counts by type": "SELECT ?t (COUNT(?e) AS ?n) { ?e a ?t } GROUP BY ?t",
        "names by a word": f'SELECT ?e ?l {{ ?e rdfs:label ?l FILTER(CONTAINS(LCASE(?l), "{label}")) }}',
        "two steps": (
            f"SELECT DISTINCT ?far {{ ?c rdf:subject <{other}> ; rdf:object ?near . "
            "?d rdf:subject ?near ; rdf:object ?far }"
        ),
        "a path of any length": f"SELECT ?o {{ <{other}> dg:supports+ ?o }} LIMIT 1000",
        "not denied": (f"SELECT ?c {{ ?c rdf:subject <{hub}> FILTER NOT EXISTS {{ ?c dg:polarity dg:Negated }} }}"),
        "groups with HAVING": (
            "SELECT ?s ?r (COUNT(?c) AS ?n) { ?c rdf:subject ?s ; rdf:predicate ?r ; dg:modality dg:Asserted } "
            "GROUP BY ?s ?r HAVING(COUNT(?c) > 5)"
        ),
        "its surroundings as triples": f"CONSTRUCT {{ ?claim ?p ?v }} WHERE {{ {about} ?claim ?p ?v }}",
        "yes or no": f"ASK {{ ?c rdf:subject <{hub}> ; rdf:object <{other}> }}",
    }


def main() -> None:
    """Print a line a question and the means."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--statements", type=int, default=1_000_000)
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--cap", type=int, default=30)
    parser.add_argument("--without-rdflib", action="store_true")
    options = parser.parse_args()
    with TemporaryDirectory() as place:
        file = Path(place) / "graph.nt"
        triples = write_graph(file, options.statements)
        loading, store = clock(lambda: load_store(file))
        print(f"{triples:,} triples; loading: ours {loading:.1f} s", end="", flush=True)
        raw = pyoxigraph.Store()
        plain, _ = clock(lambda: raw.bulk_load(path=file, format=RdfFormat.N_TRIPLES))
        print(f", raw pyoxigraph {plain:.1f} s", end="", flush=True)
        slow = None
        if not options.without_rdflib:
            import rdflib

            warnings.simplefilter("ignore", DeprecationWarning)
            seconds, slow = clock(lambda: rdflib.Graph().parse(file, format="nt"))
            print(f", rdflib {seconds:.1f} s ({seconds / loading:.1f} x ours; target: at least 4)", end="")
        print(flush=True)
    rows = store.select("SELECT ?e ?l { ?e dg:degree ?d ; rdfs:label ?l } ORDER BY DESC(?d) ?e LIMIT 300")
    hub, speaker = rows[20]["e"], rows[40]["e"]
    there = f"SELECT ?o {{ ?c rdf:subject <{hub}> ; rdf:object ?o . ?o dg:degree ?d }} ORDER BY ?d ?o LIMIT 1"
    asked = questions(hub, store.select(there)[0]["o"], speaker, rows[100]["l"].split()[0].lower()[:4])
    to_raw, to_slow = [], []
    for name, text in asked.items():
        ours, plainly = partial(answer, store, text), partial(answer_raw, raw, text, store.prefixes)
        one, other = take_turns(ours, plainly, options.runs)
        to_raw.append(one / other)
        told = f"{name:28} ours {one * 1000:9.2f}  raw {other * 1000:9.2f}  ({one / other:.2f})"
        if slow is not None:
            seconds, done = capped(partial(answer_rdflib, slow, text, store.prefixes), options.cap)
            to_slow.append(seconds / one)
            told += f"  rdflib {'' if done else '>'}{seconds * 1000:9.1f}  ({'' if done else '>'}{seconds / one:.0f} x)"
        print(told, flush=True)
    print(f"geometric means: ours / raw {mean(to_raw):.3f} (target: at most 1.15)", end="")
    print(f"; rdflib / ours {mean(to_slow):.0f} (target: at least 20)" if to_slow else "")


def answer(store: object, text: str) -> int:
    """Ask our store as the endpoint does."""
    target = BytesIO()
    results = run_query(store, text)
    results.write(target, "nt" if results.kind == "construct" else "json")
    return target.tell()


def answer_raw(store: pyoxigraph.Store, text: str, names: dict[str, str]) -> int:
    """Ask pyoxigraph itself."""
    target, raw = BytesIO(), store.query(text, prefixes=names)
    raw.serialize(target, format=RdfFormat.N_TRIPLES if isinstance(raw, QueryTriples) else QueryResultsFormat.JSON)
    return target.tell()


def answer_rdflib(graph: object, text: str, names: dict[str, str]) -> int:
    """Ask rdflib's own store."""
    results = graph.query(text, initNs=names)
    return len(results.serialize(format="nt" if results.type == "CONSTRUCT" else "json") or b"")


def take_turns(one: Callable[[], int], other: Callable[[], int], runs: int) -> tuple[float, float]:
    """Return the medians of both, run one after the other so that what else the machine does hits both."""
    one(), other()
    times = [(clock(one)[0], clock(other)[0]) for _ in range(runs)]
    return statistics.median(t[0] for t in times), statistics.median(t[1] for t in times)


def capped(run: Callable[[], int], cap: int) -> tuple[float, bool]:
    """Return the seconds of a run, and whether it came to its end."""

    def stop(*_: object) -> None:
        raise TimeoutError

    signal.signal(signal.SIGALRM, stop)
    signal.alarm(cap)
    start = perf_counter()
    try:
        run()
    except TimeoutError:
        return perf_counter() - start, False
    finally:
        signal.alarm(0)
    return perf_counter() - start, True


def clock(run: Callable[[], object]) -> tuple[float, object]:
    """Return the seconds that a run takes, and what it returns."""
    gc.collect()
    start = perf_counter()
    result = run()
    return perf_counter() - start, result


def mean(ratios: list[float]) -> float:
    """Return the geometric mean."""
    return math.exp(sum(map(math.log, ratios)) / len(ratios))


if __name__ == "__main__":
    main()
