"""Who is held: whose case ministers raise and whom they want released: "X was held. She raised his case"."""

from collections.abc import Iterable
from dataclasses import replace

from graph.extract.parse import Sentence
from graph.model import EntityType, Extraction, Mention

# What a predicate says of who is held or is to be free.
HOLDING = frozenset(
    {"abducted", "seized", "detained", "arrested", "kidnapped", "captured", "imprisoned", "jailed", "sentenced", "held"}
    | {"convicted", "abduct", "seize", "detain", "arrest", "kidnap", "imprison", "jail", "release", "released", "free"}
    | {"freed", "pardon", "pardoned", "detention", "abduction", "imprisonment", "disappearance", "kidnapping"}
)
UNDERGOING = frozenset({"was", "were", "is", "are", "been", "being"})
CASES = frozenset({"case", "situation", "plight", "fate", "detention", "imprisonment", "disappearance", "abduction"})
RAISING = frozenset({"raise", "discuss", "mention", "address", "follow"})
FREEING = frozenset({"release", "free", "pardon", "extradite", "liberate"})


def held_in(told: Iterable[Extraction]) -> Mention | None:
    """The only person whom a sentence tells to be held or whose release it speaks of, or None."""
    found: dict[str, Mention] = {}
    for deed in told:
        said = set(deed.predicate.lower().split())
        who = deed.subject if said & UNDERGOING else deed.object
        if not said & HOLDING or not isinstance(who, Mention):
            continue
        unknown = who.type is EntityType.CONCEPT and " " in who.name and who.name.istitle()
        if who.type is EntityType.PERSON or unknown:
            found[who.name] = replace(who, type=EntityType.PERSON)
    return next(iter(found.values())) if len(found) == 1 else None


def is_of_held(s: Sentence, i: int) -> bool:
    """Whether "his" or "him" is of who is held, and never of who acts: "raised his case", "to release him"."""
    above = s.words[s.words[i].head]
    if s.words[i].tag == "PRP$":
        return above.lemma in CASES and above.dep == "dobj" and s.words[above.head].lemma in RAISING
    return above.lemma in FREEING and s.words[i].dep == "dobj"
