"""Seconds of the whole build and of the bare parse of the same text in one process, peak memory, size of the page.

python benchmarks/time_build.py DOCUMENT [--runs 5]
"""

import argparse
import resource
import statistics
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from graph.build import build
from graph.corpus.read import read_documents
from graph.extract.gazetteer import load_gazetteer
from graph.extract.spacy_model import load_model
from graph.work.plan import Plan


def main() -> int:
    """Print the medians of the runs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("document", type=Path)
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    import graph.web.page  # noqa: F401 — imports are loading, not building

    nlp = load_model.__wrapped__()  # one of its own: builds memoize the model's rules
    load_gazetteer()
    (document,) = read_documents([options.document])
    texts = [p.text for p in document.passages]
    parses, times, stages = [], [], []
    with TemporaryDirectory() as folder:
        for _ in range(options.runs):
            start = perf_counter()
            for _doc in nlp.pipe(texts):
                pass
            parses.append(perf_counter() - start)
            start = perf_counter()
            built = build([options.document], Path(folder), Plan(fresh=True))
            times.append(perf_counter() - start)
            stages.append(built.seconds)
        size = (Path(folder) / "index.html").stat().st_size
    parse, whole = statistics.median(parses), statistics.median(times)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"bare parse   {parse:.2f} s (median of {options.runs})")
    print(f"whole build  {whole:.2f} s = {whole / parse:.2f} x parse")
    for stage in stages[0]:
        print(f"  {stage:10} {statistics.median(s[stage] for s in stages):.2f} s")
    print(f"peak memory  {peak:.0f} MiB")
    print(f"index.html   {size / 1e6:.2f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
