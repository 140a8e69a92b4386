"""`dragoman serve` beside `oxigraph serve` on the same data, in one run: throughput, latency, queries that run away.

python benchmarks/endpoint.py [--statements 100000] [--seconds 60]

The load comes from wrk (Debian: apt-get install wrk) on the same machine: each request is about one of 200 entities.
Both serve the same store on disk, and clients come 16 at a time.
"""

import argparse
import contextlib
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import quote

import httpx
from made_graph import write_graph

from graph.sparql.store import Store, load_store, write_store

RUNAWAY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
PREFIXES = """PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX dg: <https://dragoman.invalid/vocabulary#>
"""
# what the page asks when a reader wants to see whom an entity has claims with
NEIGHBOURS = """SELECT ?entity ?label ?type ?weight ?degree ?n WHERE {{
  {{ SELECT ?entity (COUNT(DISTINCT ?claim) AS ?n) WHERE {{
    {{ ?claim rdf:subject <{0}> ; rdf:object ?entity }} UNION {{ ?claim rdf:object <{0}> ; rdf:subject ?entity }}
  }} GROUP BY ?entity }}
  ?entity rdfs:label ?label ; a ?type ; dg:weight ?weight ; dg:degree ?degree .
  FILTER(?entity != <{0}>)
}} ORDER BY DESC(?n) DESC(?weight) ?entity LIMIT 12"""
LABEL = "SELECT ?label {{ <{0}> rdfs:label ?label }}"  # next to no work: what HTTP and the pool cost
LUA = """local paths = {{ {paths} }}
local at = {start}
request = function()
  at = at % #paths + 1
  return wrk.format("GET", paths[at], {{["Accept"] = "application/sparql-results+json"}})
end
"""


def main() -> None:
    """Print one line a server, and what runaway queries do to ours."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--statements", type=int, default=100_000)
    parser.add_argument("--seconds", type=int, default=60)
    options = parser.parse_args()
    with TemporaryDirectory() as place:
        folder = Path(place)
        triples = write_graph(folder / "graph.nt", options.statements)
        write_store(folder / "graph.nt", folder / "store")
        entities = busy_entities(load_store(folder))
        print(f"{triples:,} triples, {os.cpu_count()} cores, {options.seconds} s each")
        for kind, query in (("neighbours", NEIGHBOURS), ("one label", LABEL)):
            done = {}
            for name, server, path in (("dragoman", ours, "/sparql"), ("oxigraph", oxigraph, "/query")):
                paths = [f"{path}?query={quote(PREFIXES + query.format(entity))}" for entity in entities]
                with server(folder) as (address, _):
                    done[name] = measure(f"{kind}, {name}", address, paths, folder, options.seconds)
            one, other = done["dragoman"], done["oxigraph"]
            print(
                f"{kind}: throughput {one['rate'] / other['rate']:.2f} x oxigraph serve; p99 / median of one client "
                f"{one['p99'] / one['median']:.1f}, oxigraph {other['p99'] / other['median']:.1f} "
                "(targets, of neighbours: at least 0.6, at most 10)",
                flush=True,
            )
        run_away(folder)


def busy_entities(store: Store) -> list[str]:
    """Return 200 entities with some neighbours, from the middle of those that have most."""
    rows = store.select("SELECT ?e { ?e dg:degree ?d } ORDER BY DESC(?d) ?e LIMIT 400")
    return [row["e"] for row in rows[-200:]]


@contextlib.contextmanager
def ours(folder: Path, *more: str) -> Iterator[tuple[str, int]]:
    """Our server's address and process, once it answers."""
    command = [sys.executable, "-m", "graph", "serve", str(folder), "--port", "0", *more]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, start_new_session=True) as process:
        try:
            address = process.stdout.readline().split(" at ")[1].split()[0].rstrip("/")
            wait_for(f"{address}/health")
            yield address, process.pid
        finally:
            process.terminate()


@contextlib.contextmanager
def oxigraph(folder: Path) -> Iterator[tuple[str, int]]:
    """Oxigraph's own server on a copy of the store."""
    copy = folder / "oxigraph"
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(folder / "store", copy, ignore=shutil.ignore_patterns("made-from.json", "LOCK"))
    program = Path(sys.executable).parent / "oxigraph"
    address = "127.0.0.1:17878"
    with subprocess.Popen(
        [program, "serve", "--location", copy, "--bind", address], stderr=subprocess.DEVNULL
    ) as process:
        try:
            wait_for(f"http://{address}/")
            yield f"http://{address}", process.pid
        finally:
            process.kill()


def measure(name: str, address: str, paths: list[str], folder: Path, seconds: int) -> dict[str, float]:
    """Return requests a second and p99 at concurrency 16, and the median of a single client, in milliseconds."""
    script = folder / "ask.lua"
    script.write_text(LUA.format(paths=", ".join(f'"{path}"' for path in paths), start=0))
    single = load(address, script, connections=1, seconds=max(5, seconds // 6))
    many = load(address, script, connections=16, seconds=seconds)
    print(
        f"{name}: {many['rate']:.0f} requests/s, median {many['median']:.1f} ms, p99 {many['p99']:.1f} ms, "
        f"{many['errors']:.0f} errors; one client {single['rate']:.0f}/s, median {single['median']:.2f} ms"
    )
    return {**many, "median": single["median"]}


def load(address: str, script: Path, *, connections: int, seconds: int) -> dict[str, float]:
    """Return what wrk measures."""
    threads = min(2, connections)
    command = [
        "wrk",
        f"-t{threads}",
        f"-c{connections}",
        f"-d{seconds}s",
        "--latency",
        "--timeout",
        "10s",
        "-s",
        script,
    ]
    told = subprocess.run([*command, address], check=True, capture_output=True, text=True).stdout
    wrong = re.search(r"Non-2xx or 3xx responses: (\d+)", told)
    broken = re.search(r"Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)", told)
    return {
        "rate": float(re.search(r"Requests/sec:\s+([\d.]+)", told)[1]),
        "median": milliseconds(re.search(r"^ +50% +(\S+)", told, re.MULTILINE)[1]),
        "p99": milliseconds(re.search(r"^ +99% +(\S+)", told, re.MULTILINE)[1]),
        "errors": int(wrong[1] if wrong else 0) + sum(map(int, broken.groups() if broken else ())),
    }


def milliseconds(text: str) -> float:
    """Return wrk's "1.2ms", "3us" or "1.5s" as milliseconds."""
    number, unit = re.fullmatch(r"([\d.]+)(us|ms|s|m)", text).groups()
    return float(number) * {"us": 0.001, "ms": 1, "s": 1000, "m": 60_000}[unit]


def run_away(folder: Path) -> None:
    """Print how a cheap query fares beside 20 that run away, and what is left when these are over."""
    with ours(folder, "--timeout", "3") as (address, session):
        before = len(processes_of(session))
        statuses: list[int] = []

        def ask() -> None:
            statuses.append(httpx.post(f"{address}/sparql", data={"query": RUNAWAY}, timeout=120).status_code)

        crowd = [threading.Thread(target=ask) for _ in range(20)]
        for thread in crowd:
            thread.start()
        times, refused = [], 0
        with httpx.Client(timeout=60) as client:
            while any(thread.is_alive() for thread in crowd):
                start = time.perf_counter()
                answer = client.post(f"{address}/sparql", data={"query": "ASK { ?s ?p ?o }"})
                times.append(time.perf_counter() - start)
                refused += answer.status_code != 200
                time.sleep(0.05)
        for thread in crowd:
            thread.join()
        time.sleep(3)
        after = len(processes_of(session))
        metrics = httpx.get(f"{address}/metrics").text
    p95 = statistics.quantiles(times, n=20)[-1] if len(times) > 1 else times[0]
    busy = re.search(r'state="busy"} (\d+)', metrics)[1]
    told = json.dumps({str(status): statuses.count(status) for status in sorted(set(statuses))})
    print(
        f"20 runaway queries: statuses {told}; beside them "
        f"{len(times)} cheap queries, median {statistics.median(times) * 1000:.0f} ms, p95 {p95 * 1000:.0f} ms "
        f"(target: under 1000), {refused} refused; processes {before} before, {after} after, {busy} busy"
    )


def wait_for(address: str) -> None:
    """Return when a server answers."""
    for _ in range(600):
        with contextlib.suppress(httpx.HTTPError):
            if httpx.get(address).status_code == 200:
                return
        time.sleep(0.1)
    raise SystemExit(f"{address} does not answer")


def processes_of(session: int) -> list[int]:
    """Return the living processes of a session."""
    found = []
    for status in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            state, _, _, its = status.read_text().rpartition(")")[2].split()[:4]
            if int(its) == session and state != "Z":
                found.append(int(status.parent.name))
    return found


if __name__ == "__main__":
    main()
