"""Precision on judged claims of ../shared, and whether confidence orders them: judged.csv holds the verdicts.

A claim was judged right (1) where its sentence says it, its arguments are whole and its modality is kept. Claims are
known by the last step of their IRI; those that reading no longer makes are counted apart.

python benchmarks/precision.py
"""

import csv
import sys
from pathlib import Path

from graph.corpus.language import english_only
from graph.corpus.read import read_documents
from graph.extract.pipeline import read_claims
from graph.rdf.names import claim_hash

SHARED = Path(__file__).parents[2] / "shared"
JUDGED = Path(__file__).parent / "judged.csv"
BANDS = ((0.0, 0.7), (0.7, 0.85), (0.85, 0.95), (0.95, 1.01))


def main() -> int:
    """Print precision by document, or by folder of the corpus, and by band of confidence."""
    if not SHARED.exists():
        print(f"{SHARED} is not here: nothing to judge")
        return 0
    verdicts = read_verdicts()
    told: list[tuple[float, bool]] = []
    groups: dict[str, tuple[list[bool], list[bool]]] = {}
    for document in sorted({document for document, _ in verdicts}):
        reading = read_claims([english_only(d) for d in read_documents([path_of(document)])])  # as a build reads
        made = {claim_hash(claim): claim.confidence for claim in reading.claims}
        kept, gone = groups.setdefault(document.split("/")[0], ([], []))
        for (_, claim), right in ((key, right) for key, right in verdicts.items() if key[0] == document):
            (kept if claim in made else gone).append(right)
            told += [(made[claim], right)] if claim in made else []
    for group, (kept, gone) in groups.items():
        share = sum(kept) / max(len(kept), 1)
        print(f"{group}: {share:.3f} right of {len(kept)}; gone: {sum(gone)} right, {len(gone) - sum(gone)} wrong")
    for low, high in BANDS:
        band = [right for confidence, right in told if low <= confidence < high]
        print(f"confidence {low:.2f} to {min(high, 1):.2f}: {sum(band) / max(len(band), 1):.3f} right of {len(band)}")
    return 0


def read_verdicts() -> dict[tuple[str, str], bool]:
    """Whether each judged claim was right, by its document and its hash."""
    with JUDGED.open(encoding="utf-8", newline="") as file:
        return {(row["document"], row["claim"]): bool(int(row["right"])) for row in csv.DictReader(file)}


def path_of(document: str) -> Path:
    """The file of a judged document: one with gold, or "folder/name" of the corpus."""
    if "/" not in document:
        return SHARED / f"gold/docs/{document}.txt"
    return next(p for p in sorted((SHARED / "corpus").glob(f"{document}.*")) if p.suffix in (".md", ".txt"))


if __name__ == "__main__":
    sys.exit(main())
