"""Recall on the hand-made facts of ../shared/gold, compared with the best figures kept in best.json.

python benchmarks/score_gold.py            # fails where a figure is more than 0.01 below the best
python benchmarks/score_gold.py --keep     # writes better figures into best.json
"""

import argparse
import json
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from graph.corpus.read import read_documents
from graph.extract.pipeline import read_claims
from graph.rdf.tables import make_rows, write_jsonl

GOLD = Path(__file__).parents[2] / "shared/gold"
BEST = Path(__file__).parent / "best.json"
FIGURES = ("core_recall", "all_recall", "entity_recall", "modality_acc", "attribution_acc", "evidence_verbatim")
SLACK = 0.01


def score(slug: str, folder: Path) -> dict[str, float]:
    """The scorer's figures for one document."""
    documents = list(read_documents([GOLD / f"docs/{slug}.txt"]))
    reading = read_claims(documents)
    predictions = folder / f"{slug}.jsonl"
    write_jsonl(make_rows(documents, reading.entities, reading.claims), predictions)
    command = [sys.executable, str(GOLD / "score.py"), "--slug", slug, "--json", str(predictions)]
    answer = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)["scores"][0]
    return {figure: round(answer[figure] or 0.0, 3) for figure in FIGURES} | {
        "split": answer["split_errors"],
        "merged": len(answer["overmerged"]),
    }


def main() -> int:
    """Print the figures; 1 where one has fallen."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--keep", action="store_true", help="keep figures that are better than the best")
    options = parser.parse_args()
    if not GOLD.exists():
        print(f"{GOLD} is not here: nothing to score")
        return 0
    best = json.loads(BEST.read_text(encoding="utf-8")) if BEST.exists() else {}
    fallen = []
    with TemporaryDirectory() as folder:
        for path in sorted((GOLD / "docs").glob("*.txt")):
            figures = score(path.stem, Path(folder))
            print(path.stem, " ".join(f"{name}={value}" for name, value in figures.items()))
            kept = best.setdefault(path.stem, {})
            fallen += [
                f"{path.stem} {n}: {figures[n]} < {kept[n]}" for n in FIGURES if figures[n] < kept.get(n, 0) - SLACK
            ]
            if options.keep:
                kept.update({n: max(figures[n], kept.get(n, 0)) for n in FIGURES})
    if options.keep:
        BEST.write_text(json.dumps(best, indent=2, sort_keys=True) + "\n", encoding="utf-8")
    print("\n".join(["fallen:", *fallen]) if fallen else "nothing has fallen")
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main())
