"""spaCy's attribute ruler → the same attributes: what a word's own tag, form and label decide is looked up once.

Nearly all patterns of the English models are of one token, and look only at these three; the matcher steps through
every pattern at every token nevertheless. The few patterns of several tokens are still matched.
"""

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.pipeline.attributeruler import AttributeRuler
    from spacy.tokens import Doc

LOOKED_AT = {"TAG", "LOWER", "DEP", "IS_SPACE"}  # the form decides whether a token is a space
MOST = 100_000  # kinds of words that are remembered

Matches = list[tuple[int, int, int, int]]


@cache
def ruler_of(ruler: "AttributeRuler") -> Callable[["Doc"], "Doc"]:
    """What annotates a doc as the ruler does; the ruler itself where its patterns look at anything else."""
    from spacy.matcher import Matcher

    longer = Matcher(ruler.vocab)
    rules: list[dict[str, Any]] = ruler.patterns
    for number, rule in enumerate(rules):
        if any(not LOOKED_AT.issuperset(token) for pattern in rule["patterns"] for token in pattern):
            return ruler
        if several := [pattern for pattern in rule["patterns"] if len(pattern) > 1]:
            longer.add(str(number), several)
    known: dict[tuple[int, int, int], tuple[tuple[int, int], ...]] = {}

    def matches_of(doc: "Doc") -> Matches:
        found: Matches = []
        if len(longer):
            for id_, start, end in longer(doc, allow_missing=True):
                found.append((int(ruler.vocab.strings[id_]), id_, start, end))
        for i, key in enumerate(zip(*(doc.to_array(attr).tolist() for attr in ("TAG", "LOWER", "DEP")), strict=True)):
            met = known.get(key)
            if met is None:
                alone = ruler.matcher(doc[i : i + 1], allow_missing=True)
                met = tuple((int(ruler.vocab.strings[id_]), id_) for id_, _, _ in alone)
                if len(known) < MOST:
                    known[key] = met
            found += [(number, id_, i, i + 1) for number, id_ in met]
        return sorted(found)

    def annotate(doc: "Doc") -> "Doc":
        ruler.set_annotations(doc, matches_of(doc))  # type: ignore[no-untyped-call]
        return doc

    return annotate
