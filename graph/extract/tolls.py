"""What several did between them: "Cyclones X and Y displaced 14,000 people" tells of neither how many it displaced."""

from collections.abc import Sequence
from dataclasses import replace

from graph.extract.arguments import Argument, is_quantity
from graph.extract.coordination import conjuncts, list_head
from graph.extract.cues import cues
from graph.extract.parse import Sentence
from graph.model import EntityType

APART = ("each", "both", "respectively", "apiece", "separately")  # what tells an amount of each alone


def harms(s: Sentence, verb: int) -> bool:
    """Whether a verb may tell how many it harmed, whatever its object is."""
    return s.words[verb].lemma == "claim" or s.words[verb].lemma in cues()["verbs.tolling"]


def is_toll(s: Sentence, verb: int, harmed: Sequence[Argument]) -> bool:
    """Whether a verb tells how many or how much it harmed: "killed 3 people", "claimed 40 lives"."""
    lives = s.words[verb].lemma != "claim" or any(s.words[a.head].lemma == "life" for a in harmed)
    return harms(s, verb) and lives and any(is_quantity(a) for a in harmed)


def together(s: Sentence, doers: Sequence[Argument]) -> tuple[Argument, ...]:
    """Several doers that "and" joins as one, "Cyclones Lola and Mal"; each alone where the text tells them apart."""
    heads = sorted({a.head for a in doers})
    joined = len(doers) == len(heads) > 1 and conjuncts(s, list_head(s, heads[0])) == heads
    first, last = min(heads, default=0), max(heads, default=0)
    added = any(w.lemma == "and" for w in s.words[first:last])
    apart = any(w.lemma.lower() in APART for w in s.words)
    plain = any(a.mention.found_by != "phrase" for a in doers) and not any(a.open for a in doers)
    if not joined or not added or apart or not plain:
        return tuple(doers)
    parts = sorted((a.mention for a in doers), key=lambda m: m.span.start)
    names = [m.name for m in parts]
    name = f"{', '.join(names[:-1])} and {names[-1]}"
    whole = replace(
        parts[0],
        span=replace(parts[0].span, end=parts[-1].span.end),
        text=name,
        name=name,
        type=EntityType.GROUP,
        found_by="named phrase",
        short="",
    )
    return (replace(doers[0], mention=whole, certainty=min(a.certainty for a in doers)),)
