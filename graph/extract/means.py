"""What somebody has to act with, where the noun alone tells it: "Finland has the technology"."""

from collections.abc import Iterator

from graph.extract.bare import is_stated
from graph.extract.coordination import conjuncts
from graph.extract.emission import emit
from graph.extract.frames import Frame, surface_of
from graph.extract.parse import Sentence
from graph.extract.values import make_text
from graph.model import EntityType, Extraction

# What all know who has some and who needs some; with "the" it is no other than without.
MEANS = frozenset(
    {"technology", "expertise", "know-how", "workforce", "manpower", "capacity", "capability", "resource", "means"}
    | {"money", "skill", "talent", "experience", "land", "water", "port", "mineral", "ship", "helicopter", "doctor"}
    | {"engineer", "weapon", "will", "potential"}
)
OWNERS = (EntityType.COUNTRY, EntityType.ORGANIZATION)


def emit_means(s: Sentence, verb: int, direct: int, frame: Frame) -> Iterator[Extraction]:
    """That a state or body has means, told by their noun alone, with or without "the"."""
    named = all(a.mention.type in OWNERS for a in frame.subjects)
    if s.words[verb].lemma != "have" or frame.path or not named or not is_stated(s, verb):
        return
    for noun in (s.words[part] for part in conjuncts(s, direct)):
        beside = [c for c in s.children[noun.i] if s.words[c].dep not in ("conj", "cc", "punct")]
        if noun.lemma in MEANS and noun.name is None and all(s.words[c].text.lower() == "the" for c in beside):
            yield from emit(s, frame, ["have"], surface_of(s, verb), [make_text(noun.text)], rule="clause")
