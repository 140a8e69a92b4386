"""What is going on by a passive that is turned round: "is being built by X" tells that X is building it, not built."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from graph.extract.parse import Sentence
from graph.model import Extraction

# Verbs that double the last letter in "-ing" and do not show it in their participle.
DOUBLING = frozenset(
    {"run", "put", "cut", "set", "win", "hit", "begin", "shut", "split", "bid", "get", "spin", "rerun"}
)


def as_going_on(s: Sentence, verb: int, told: Iterable[Extraction]) -> Iterator[Extraction]:
    """The extractions of a passive turned round, as what is going on where "being" stands before its participle."""
    helpers = [s.words[a] for a in s.all_children(verb, "aux", "auxpass")]
    if not any(w.text.lower() == "being" for w in helpers):
        yield from told
        return
    past = any(w.text.lower() in ("was", "were") for w in helpers)
    form = ing_form(s.words[verb].lemma, s.words[verb].text.lower())
    first = s.text[s.words[verb].start : s.words[verb].end]
    for extraction in told:
        rest = extraction.predicate.removeprefix(first)
        yield replace(extraction, predicate=f"{'was' if past else 'is'} {form}{rest}")


def ing_form(lemma: str, participle: str) -> str:
    """The form in "-ing" of a verb: "examining", "using", "planning"."""
    if lemma.endswith("ie"):
        return f"{lemma[:-2]}ying"
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")):
        return f"{lemma[:-1]}ing"
    doubled = participle == f"{lemma}{lemma[-1]}ed" or lemma in DOUBLING
    return f"{lemma}{lemma[-1] if doubled else ''}ing"
