"""Fits the weights of `graph/extract/data/confidence.toml` on the judged claims of ../shared, and prints them.

python benchmarks/fit_confidence.py

Logistic regression with a quadratic penalty. Printed before the weights is how well they order claims of documents
that they were not fitted on (an eighth of the documents left out in turn): the area under the ROC curve, the
chance that of a right and a wrong claim the right one has the higher confidence; and the share of right claims by
tenths of confidence.
"""

import random
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

import numpy as np
from precision import SHARED, path_of, read_verdicts

from graph.corpus.read import read_documents
from graph.extract import read
from graph.extract.confidence import is_restricted, signs_of
from graph.extract.parse import Sentence
from graph.extract.pipeline import read_claims
from graph.model import Extraction
from graph.rdf.names import claim_hash

PENALTY, STEPS, FOLDS = 5.0, 30, 8


class Judged(NamedTuple):
    """A claim of a document: its signs, and whether it was judged right."""

    document: str
    signs: dict[str, float]
    right: bool


def main() -> int:
    """Print how well signs order claims, and their weights."""
    if not SHARED.exists():
        print(f"{SHARED} is not here: nothing to fit on")
        return 0
    judged = [*find_judged()]
    names = sorted({sign for one in judged for sign in one.signs})
    signs = np.array([[one.signs.get(name, 0.0) for name in names] + [1.0] for one in judged])
    right = np.array([one.right for one in judged], dtype=float)
    foreseen = foresee([one.document for one in judged], signs, right)
    order = np.argsort(foreseen, kind="stable")
    tenths = [f"{right[part].mean():.2f}" for part in np.array_split(order, 10)]
    print(f"# {len(judged)} judged claims; area under the curve {area(foreseen, right):.3f}; right {' '.join(tenths)}")
    weights = dict(zip([*names, "base"], fit(signs, right), strict=True))
    print("[weights]")
    for name in ("base", *names):
        print(f"{name} = {weights[name]:.2f}")
    return 0


def find_judged() -> list[Judged]:
    """The judged claims that reading still makes; of several sentences that state one, the last."""
    verdicts = read_verdicts()
    found: list[Judged] = []
    seen: list[dict[str, float]] = []

    def numbered(s: Sentence, extractions: Iterable[Extraction]) -> Iterator[Extraction]:
        for extraction in extractions:
            seen.append(signs_of(s, extraction, restricted=is_restricted(s)))
            yield replace(extraction, confidence=float(len(seen)))

    read.rated = numbered  # confidence carries the number of the signs to the claim
    for document in sorted({document for document, _ in verdicts}):
        seen.clear()
        for claim in read_claims(read_documents([path_of(document)])).claims:
            right = verdicts.get((document, claim_hash(claim)))
            if right is not None and claim.confidence >= 1:
                found.append(Judged(document, seen[int(claim.confidence) - 1], right))
    return found


def fit(signs: np.ndarray, right: np.ndarray) -> np.ndarray:
    """The weights by Newton's method; the last, of the base, is not held down."""
    weights = np.zeros(signs.shape[1])
    penalty = np.diag([PENALTY] * (len(weights) - 1) + [0.0])
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-signs @ weights))
        slope = signs.T @ (chance - right) + penalty @ weights
        weights -= np.linalg.solve((signs * (chance * (1 - chance))[:, None]).T @ signs + penalty, slope)
    return weights


def foresee(documents: list[str], signs: np.ndarray, right: np.ndarray) -> np.ndarray:
    """The chance of each claim by weights fitted without its document."""
    shuffled = sorted(set(documents))
    random.Random(1).shuffle(shuffled)
    foreseen = np.zeros(len(right))
    for first in range(FOLDS):
        left_out = np.isin(documents, shuffled[first::FOLDS])
        foreseen[left_out] = 1 / (1 + np.exp(-signs[left_out] @ fit(signs[~left_out], right[~left_out])))
    return foreseen


def area(score: np.ndarray, right: np.ndarray) -> float:
    """The area under the ROC curve."""
    good, bad = score[right == 1], score[right == 0]
    return float(np.mean([(good > one).mean() + (good == one).mean() / 2 for one in bad]))


if __name__ == "__main__":
    sys.exit(main())
