"""What a bare noun with "the" takes up from the sentences before: "a geothermal plant at X", and then "the plant"."""

from collections.abc import Sequence

from graph.extract.brought_up import (
    HELD,
    PLAIN,
    POINTING,
    Brought,
    Make,
    brought_up,
    is_bare,
    is_open,
    kindred,
    noun_of,
    told,
)
from graph.extract.cues import cues
from graph.extract.introduced import SOLE
from graph.extract.parse import Sentence
from graph.extract.words import are_people
from graph.model import Mention

FAR = 4  # sentences across which a noun is taken up, in its paragraph and the one before


def taken_up(s: Sentence, head: int, before: Sequence[Sentence], make: Make) -> Mention | None:
    """What a bare "the plant" takes up, where the sentences before have brought up just one that can be named; or None.

    `before` are the sentences of its paragraph and the one before, the last first; `make` names a phrase of one.
    A noun of the same kind is taken up only where the noun itself has brought up nothing: "a tanker … the ship".
    """
    if not may_take_up(s, head):
        return None
    pointing = any(s.words[d].text.lower() != "the" for d in s.all_children(head, "det"))
    reach = FAR if not pointing else 1 if before and brings_other(before[0]) else 2
    near = (s, *before[:reach])
    kin = kindred().get(noun_of(s, head), frozenset())
    for nouns in ({noun_of(s, head)}, kin):
        if nouns is kin and (going_on := spoken_of(s, head, before, kin)) is not None:
            return taken_up(before[0], going_on, before[1:], make)
        found = [b for sentence in near for b in brought_up(sentence, nouns, plural=s.words[head].tag == "NNS")]
        found = [b for b in found if b.s is not s or is_ahead(s, b.head, head)]
        if found:
            return sole(found, make)
    return None


def spoken_of(s: Sentence, head: int, before: Sequence[Sentence], nouns: frozenset[str]) -> int | None:
    """What the sentence before goes on about by a noun of the same kind: "The park is …", then "the project"."""
    own = [b for b in brought_up(s, nouns, plural=False) if is_ahead(s, b.head, head)]
    if own or not before or s.words[head].tag != "NN":
        return None
    last = before[0]
    bare = [w.i for w in last.words if w.tag == "NN" and w.lemma in nouns and is_bare(last, w.i)]
    others = next(brought_up(last, nouns, plural=False), None)
    return bare[0] if len(bare) == 1 and others is None else None


def brings_other(s: Sentence) -> bool:
    """Whether a sentence brings something up itself, which "this" behind it may mean under another name."""
    return any(w.dep == "det" and w.lemma in ("a", "an") for w in s.words)


def may_take_up(s: Sentence, head: int) -> bool:
    """Whether a noun points back and stands for a thing: not for people, nor for what is vague by itself."""
    word = s.words[head]
    pointing = any(s.words[d].text.lower() in POINTING for d in s.all_children(head, "det"))
    kinds = ("nouns.vague", "nouns.light", "nouns.about")
    gathered = noun_of(s, head) in kindred() or word.lemma in HELD
    vague = not gathered and any(word.lemma in cues()[kind] for kind in kinds)
    after = s.words[head + 1].text if head + 1 < len(s.words) else "."
    people = are_people(word.lemma) and word.lemma not in PLACES_TO_WORK
    vague = vague or word.lemma in SOLE or word.lemma in LANDS
    return pointing and word.tag in ("NN", "NNS") and not vague and not people and after not in OF


# Groups of actors by their nouns that are things as well.
PLACES_TO_WORK = frozenset(
    {"mission", "hospital", "clinic", "laboratory", "university", "school", "operation", "force"}
)
# Of which there are many, each known where it is spoken of.
LANDS = frozenset({"region", "area", "country", "city", "capital", "town", "village", "territory", "border", "world"})
OF = ("of", "between", "for", "to")  # behind which another one is told: "the project for X"


def is_ahead(s: Sentence, other: int, head: int) -> bool:
    """Whether a phrase of the same sentence stands before a noun and holds it not."""
    return other < head and head not in s.subtree(other) and other not in s.subtree(head)


def sole(found: Sequence[Brought], make: Make) -> Mention | None:
    """The only thing that phrases bring up, with its fullest name; None where two are open, or it cannot be named."""
    names: list[Mention] = []
    for brought in found:
        mention = None if is_open(brought) else told(brought, make)
        if mention is None:
            return None
        names.append(mention)
    fullest = max(names, key=lambda m: len(m.name))
    whole = words_of(fullest)
    return fullest if all(words_of(m) <= whole for m in names) else None


def fuller_of(known: Mention | None, brought: Mention | None) -> Mention | None:
    """What was brought up by a name, or the longer name of the same: "container terminal", "… in Walvis Bay"."""
    if known is None or brought is None:
        return known
    return brought if words_of(known) <= words_of(brought) else known


def words_of(mention: Mention) -> set[str]:
    """The words of a name that tell which thing it is."""
    return {word.lower() for word in mention.name.replace("-", " ").split()} - PLAIN - {"the", "a", "an"}
