"""Many documents: time against the bare parse, processes, memory, what a change costs, a cluster, and kills.

python benchmarks/corpus.py FOLDER [--times 10] [--different] [--only parse memory change dask kills]

Each measure is printed with its target, in seconds of the wall; where the machine is shared, processor seconds
beside them tell more. `--times` says how often the folder is repeated, under other names, for the large corpus;
`--different` also exchanges countries and made-up words in every copy, so that its claims are others.
"""

import argparse
import hashlib
import os
import random
import re
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from graph.extract.gazetteer import load_gazetteer
from graph.model import EntityType

SYLLABLES = [c + v for c in "bdfgklmnprstvz" for v in "aeiou"]
FILES = ("claims.csv", "claims.jsonl", "explorer.json", "graph.nt", "graph.ttl", "index.html")
ENVIRONMENT = {**os.environ, "OMP_NUM_THREADS": "1", "PYTHONWARNINGS": "ignore"}
PARSE = """
import sys
from pathlib import Path
from graph.corpus.read import read_documents
from graph.extract.spacy_model import load_model
if __name__ == "__main__":
    texts = [p.text for d in read_documents([Path(sys.argv[1])]) for p in d.passages]
    for _ in load_model().pipe(texts, n_process=int(sys.argv[2])):
        pass
"""


class Run(NamedTuple):
    """Wall and processor seconds of a process with its children, and the peaks of memory in MB: tree, and largest."""

    wall: float
    cpu: float
    tree: float
    largest: float


def run(*command: str | Path, check: bool = True) -> Run:
    """Run a command and watch its whole tree of processes."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    process = subprocess.Popen(list(map(str, command)), env=ENVIRONMENT, stdout=subprocess.DEVNULL)
    tree = largest = 0
    while process.poll() is None:
        sizes = [memory_of(pid) for pid in tree_of(process.pid)]
        tree, largest = max(tree, sum(sizes)), max(largest, *sizes)
        time.sleep(0.1)
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if check and process.returncode:
        raise SystemExit(f"{' '.join(map(str, command))}: exit {process.returncode}")
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Run(wall, cpu, tree / 1e6, largest / 1e6)


def tree_of(pid: int) -> list[int]:
    """A process and all below it."""
    found = [pid]
    for parent in found:
        for task in Path(f"/proc/{parent}/task").glob("*/children"):
            try:
                found.extend(map(int, task.read_text().split()))
            except OSError:
                continue
    return found


def memory_of(pid: int) -> int:
    """The resident memory of a process in bytes; 0 where it has ended."""
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return 0


def build(folder: Path, output: Path, *options: str | int) -> Run:
    """A build in processes of its own."""
    return run(sys.executable, "-m", "graph", "build", folder, "--output", output, *map(str, options))


def digest(output: Path) -> str:
    """One digest over all files whose bytes must not differ."""
    whole = hashlib.sha256()
    for name in FILES:
        with (output / name).open("rb") as file:
            whole.update(hashlib.file_digest(file, "sha256").digest())
    return whole.hexdigest()


def tell(what: str, value: float, target: str, *, unit: str = "x") -> None:
    """Print one measure."""
    print(f"{what:62} {value:8.2f} {unit:3} target {target}", flush=True)


def measure_parse(folder: Path, work: Path) -> None:
    """The whole build against the bare parse with as many processes, and two processes against one."""
    script = work / "parse.py"
    script.write_text(PARSE)
    runs = {
        n: (run(sys.executable, script, folder, str(n)), build(folder, work / f"by{n}", "--workers", n)) for n in (1, 2)
    }
    for n, (bare, whole) in runs.items():
        print(f"processes {n}: bare parse {bare.wall:.1f} s ({bare.cpu:.1f} s of processor), "
              f"build {whole.wall:.1f} s ({whole.cpu:.1f} s)")  # fmt: skip
        tell(f"build / bare parse, {n} processes, wall", whole.wall / bare.wall, "<= 1.5")
        tell(f"build / bare parse, {n} processes, processor", whole.cpu / bare.cpu, "<= 1.5")
    tell("one process / two, wall", runs[1][1].wall / runs[2][1].wall, ">= 1.7")
    print(f"same bytes by one and two processes: {digest(work / 'by1') == digest(work / 'by2')}")


def measure_memory(folder: Path, many: Path, work: Path) -> None:
    """The peak of memory with many documents against that with few."""
    few, large = build(folder, work / "few", "--workers", 2), build(many, work / "many", "--workers", 2)
    print(f"few: {few.tree:.0f} MB in all, {few.largest:.0f} MB the largest process; {few.wall:.1f} s, {few.cpu:.1f} s")
    print(f"many: {large.tree:.0f} MB, {large.largest:.0f} MB; {large.wall:.1f} s, {large.cpu:.1f} s")
    tell("peak of all processes, many / few", large.tree / few.tree, "<= 1.3")
    tell("peak of the largest process, many / few", large.largest / few.largest, "<= 1.3")
    tell("largest process", large.largest / 1000, "<= 2", unit="GB")


def measure_change(folder: Path, many: Path, work: Path) -> None:
    """What one document more costs, and nothing new, against the whole."""
    whole = build(many, work / "many", "--workers", 2, "--fresh")
    one = next(iter(sorted(folder.iterdir())))
    added = many / f"added{one.suffix}"
    added.write_text(f"{one.read_text(encoding='utf-8')}\nNorway joined the Arctic Tea Society.\n", encoding="utf-8")
    try:
        more, again = build(many, work / "many", "--workers", 2), build(many, work / "many", "--workers", 2)
    finally:
        added.unlink()
    print(f"whole {whole.wall:.1f} s ({whole.cpu:.1f} s), one more {more.wall:.1f} s ({more.cpu:.1f} s)")
    tell("one document more / whole, wall", 100 * more.wall / whole.wall, "<= 5", unit="%")
    tell("one document more / whole, processor", 100 * more.cpu / whole.cpu, "<= 5", unit="%")
    tell("nothing changed", again.wall, "<= 2", unit="s")


def measure_dask(folder: Path, work: Path) -> None:
    """A cluster of two workers against two processes."""
    log = work / "dask.log"
    with log.open("w") as told:
        dask = [sys.executable, "-m", "dask"]
        started = [subprocess.Popen([*dask, "scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard"],
                                    env=ENVIRONMENT, stdout=told, stderr=told)]  # fmt: skip
        while not (found := re.search(r"tcp://127\.0\.0\.1:\d+", log.read_text())):
            time.sleep(0.2)
        started += [
            subprocess.Popen([*dask, "worker", found[0], "--nthreads", "1", "--no-dashboard", "--no-nanny",
                              "--local-directory", str(work / "dask")], env=ENVIRONMENT, stdout=told, stderr=told)
            for _ in range(2)
        ]  # fmt: skip
        try:
            time.sleep(5)
            there = build(folder, work / "there", "--scheduler", found[0])
            here = build(folder, work / "here", "--workers", 2)
        finally:
            for process in started:
                process.kill()
                process.wait()
    print(f"cluster {there.wall:.1f} s, processes {here.wall:.1f} s")
    tell("Dask with two workers / two processes, wall", there.wall / here.wall, "<= 1.15")
    print(f"same bytes: {digest(work / 'there') == digest(work / 'here')}")


def measure_kills(folder: Path, work: Path, *, kills: int = 10) -> None:
    """Kill a build at random moments, then let it end: the bytes, and what is left behind."""
    whole = build(folder, work / "whole", "--workers", 2)
    chance = random.Random(7)
    output = work / "killed"
    for number in range(kills):
        process = subprocess.Popen(
            [sys.executable, "-m", "graph", "build", str(folder), "--output", str(output), "--workers", "2"],
            env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        # the moments lie in the reading and in the writing: each run begins where the last one ended
        time.sleep(chance.uniform(0.1, 2 * whole.wall / kills if number < kills - 3 else whole.wall / 3))
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
    last = build(folder, output, "--workers", 2)
    made = {p.name for p in (work / "whole").iterdir()}  # a large graph has its store beside the files
    left = sorted(p.name for p in output.iterdir() if p.name not in made)
    left += sorted(p.name for p in (output / ".cache").iterdir() if p.name != "build.sqlite")
    print(
        f"{kills} kills, then {last.wall:.1f} s; same bytes: {digest(output) == digest(work / 'whole')}; left: {left}"
    )


def repeat(folder: Path, target: Path, times: int, *, different: bool) -> Path:
    """The files of a folder, `times` times under other names; with other names in them too where they are different."""
    target.mkdir(parents=True, exist_ok=True)
    for number in range(times):
        change = exchanger(number) if different else str
        for file in sorted(folder.iterdir()):
            text = change(file.read_text(encoding="utf-8"))
            (target / f"r{number}-{file.name}").write_text(text, encoding="utf-8")
    return target


def exchanger(number: int) -> Callable[[str], str]:
    """What gives a text other countries, and other words for every second one with a capital within a sentence."""
    gazetteer = load_gazetteer()
    entries = {e.name for e in gazetteer.names.values() if e.type is EntityType.COUNTRY}
    countries = sorted(name for name in entries if " " not in name)
    others = {name: countries[(at + 17 * number) % len(countries)] for at, name in enumerate(countries)}
    chance, words = random.Random(number), {}

    def word(found: re.Match[str]) -> str:
        text = found[1]
        if text in others or text in gazetteer.heads or not number:
            return others.get(text, text)
        made = "".join(chance.choice(SYLLABLES) for _ in range(3)).capitalize()
        return words.setdefault(text, made if chance.random() < 0.5 else text)

    return lambda text: re.sub(r"(?<=[a-z,] )([A-Z][a-z]{3,})\b", word, text)


def main() -> int:
    """Run the measures asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--times", type=int, default=10)
    parser.add_argument("--different", action="store_true")
    measures = ("parse", "memory", "change", "dask", "kills")
    parser.add_argument("--only", nargs="*", default=measures, choices=measures)
    options = parser.parse_args()
    with TemporaryDirectory(prefix="dragoman-") as scratch:
        work = Path(scratch)
        large = {"memory", "change"} & {*options.only}
        many = repeat(options.folder, work / "corpus", options.times, different=options.different) if large else work
        if "parse" in options.only:
            measure_parse(options.folder, work)
        if "memory" in options.only:
            measure_memory(options.folder, many, work)
        if "change" in options.only:
            measure_change(options.folder, many, work)
        if "dask" in options.only:
            measure_dask(options.folder, work)
        if "kills" in options.only:
            measure_kills(options.folder, work)
    return 0


if __name__ == "__main__":
    sys.exit(main())
