"""Precision on judged claims of ../shared/gold, and whether confidence orders them: judged.csv holds the verdicts.

A claim was judged right (1) where its sentence says it, its arguments are whole and its modality is kept. Claims are
known by the last step of their IRI; those that reading no longer makes are counted apart.

python benchmarks/precision.py
"""

import csv
import sys
from pathlib import Path

from graph.corpus.read import read_documents
from graph.extract.pipeline import read_claims
from graph.rdf.names import claim_hash

GOLD = Path(__file__).parents[2] / "shared/gold/docs"
JUDGED = Path(__file__).parent / "judged.csv"
BANDS = ((0.0, 0.7), (0.7, 0.85), (0.85, 0.95), (0.95, 1.01))


def main() -> int:
    """Print precision by document and by band of confidence."""
    if not GOLD.exists():
        print(f"{GOLD} is not here: nothing to judge")
        return 0
    with JUDGED.open(encoding="utf-8", newline="") as file:
        verdicts = {(row["document"], row["claim"]): row["right"] == "1" for row in csv.DictReader(file)}
    told: list[tuple[float, bool]] = []
    for slug in sorted({document for document, _ in verdicts}):
        reading = read_claims(read_documents([GOLD / f"{slug}.txt"]))
        made = {claim_hash(claim): claim.confidence for claim in reading.claims}
        kept = [(made[c], right) for (d, c), right in verdicts.items() if d == slug and c in made]
        gone = [right for (d, c), right in verdicts.items() if d == slug and c not in made]
        told += kept
        share = sum(right for _, right in kept) / max(len(kept), 1)
        print(
            f"{slug}: {share:.3f} right of {len(kept)} judged; gone: {sum(gone)} right, {len(gone) - sum(gone)} wrong"
        )
    for low, high in BANDS:
        band = [right for confidence, right in told if low <= confidence < high]
        print(f"confidence {low:.2f} to {min(high, 1):.2f}: {sum(band) / max(len(band), 1):.3f} right of {len(band)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
