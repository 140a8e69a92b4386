"""What resolutions and declarations write in capitals: "FURTHER RECALLING the treaty", "TAKE NOTE of X and MANDATE Y".

Those words read, and are found as names, as their like in small letters; every character keeps its place.
"""

import re
from dataclasses import replace

from graph.extract.cues import stating
from graph.extract.items import DECLARED
from graph.model import Passage, PassageKind

RUN = r"[A-Z]{2,}(?: [A-Z]{2,})*\b"
LEADING = re.compile(rf"[^\w]*(?P<run>{RUN})")
INSIDE = re.compile(rf"(?<=\band ){RUN}|(?<=[;,] ){RUN}")
# What else of a clause's first words stands in capitals, before its verb or behind it.
BESIDE = frozenset(
    {"further", "also", "again", "once", "more", "hereby", "and", "to", "of", "on", "upon", "with", "for", "by"}
    | {"note", "appreciation", "concern", "satisfaction", "regret", "interest", "grave", "deep", "in", "mind"}
)
VERBS = frozenset({"accept", "appoint", "condemn", "concern", "convince", "extend", "consider", "bear", "have", "be"})


def in_small_letters(passage: Passage) -> Passage:
    """The passage with the verbs in capitals that open its clauses in small letters, the first with a capital."""
    found = LEADING.match(passage.text) if passage.kind is not PassageKind.HEADING else None
    size = performed(found["run"]) if found is not None else 0
    if found is None or not size or not passage.text[found.start("run") + size :].strip(" .,;:"):
        return passage
    text, start = passage.text, found.start("run")
    rest = INSIDE.sub(lambda m: m[0][: performed(m[0])].lower() + m[0][performed(m[0]) :], text[start + size :])
    return replace(passage, text=text[:start] + text[start : start + size].capitalize() + rest)


def performed(run: str) -> int:
    """How many characters of words in capitals are a verb by which a body speaks, with what is beside it.

    "STRONGLY URGES", "TAKE NOTE"; 0 where there is no such verb.
    """
    size, told = 0, False
    for word in run.lower().split(" "):
        verb = not bases(word).isdisjoint(stating() | DECLARED | VERBS)
        if not verb and word not in BESIDE and not word.endswith("ly"):
            break
        told = told or verb
        size += len(word) + 1
    return size - 1 if told else 0


def bases(form: str) -> set[str]:
    """What verb a form may be of: "recalling", "requests", "noting", "convinced"."""
    stems = {form} | {form.removesuffix(end) for end in ("s", "es", "ing", "ed")}
    return stems | {f"{stem}e" for stem in stems if form.endswith(("ing", "ed"))}
