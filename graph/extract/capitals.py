"""What resolutions and declarations write in capitals: "FURTHER RECALLING the treaty", "TAKE NOTE of X and MANDATE Y".

Those words read, and are found as names, as their like in small letters; every character keeps its place.
"""

import re
from dataclasses import replace

from graph.extract.cues import stating
from graph.extract.items import DECLARED
from graph.model import Passage, PassageKind

MOST = 6  # words in capitals that open a clause: "TAKE NOTE WITH DEEP APPRECIATION"
LEADING = re.compile(r"[^\w]*(?P<run>[A-Z]{2,}(?: [A-Z]{2,})*)(?=[ ,]+(?:[*_]+[ ,]*)?[A-Z]?[^A-Z\s*_,])")
INSIDE = re.compile(r"(?<=\band )[A-Z]{4,}(?: [A-Z]{2,})*(?= )|(?<=[;,] )[A-Z]{4,}(?: [A-Z]{2,})*(?= )")


def in_small_letters(passage: Passage) -> Passage:
    """The passage with the verbs in capitals that open its clauses in small letters, the first with a capital."""
    found = LEADING.match(passage.text) if passage.kind is not PassageKind.HEADING else None
    if found is None or not tells(found["run"]):
        return passage
    text = passage.text
    rest = INSIDE.sub(lambda m: m[0].lower() if tells(m[0]) else m[0], text[found.end() :])
    return replace(passage, text=text[: found.start("run")] + found["run"].capitalize() + rest)


def tells(run: str) -> bool:
    """Whether words in capitals are a verb by which a body speaks, with what belongs to it: "STRONGLY URGES"."""
    words = run.lower().split()
    return len(words) <= MOST and any(not known_verbs().isdisjoint(bases(word)) for word in words)


def known_verbs() -> frozenset[str]:
    """The verbs that open clauses of resolutions and declarations, in the base form."""
    return (
        stating() | DECLARED | {"accept", "appoint", "adopt", "thank", "condemn", "concern", "extend", "do", "convince"}
    )


def bases(form: str) -> set[str]:
    """What verb a form may be of: "recalling", "requests", "noting", "convinced"."""
    stems = {form} | {form.removesuffix(end) for end in ("s", "es", "ing", "ed")}
    return stems | {f"{stem}e" for stem in stems if form.endswith(("ing", "ed"))}
