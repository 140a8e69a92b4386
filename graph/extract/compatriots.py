"""Which firm "the Peruvian company" is: the one that the text has just told to be of Peru."""

from collections.abc import Iterator, Sequence

from graph.extract.parse import Sentence
from graph.model import EntityType

FIRMS = frozenset(
    {"company", "firm", "airline", "bank", "carrier", "operator", "manufacturer", "producer", "developer"}
)
FIRM = (EntityType.ORGANIZATION, EntityType.GROUP)
NEAR = 2  # sentences before that may tell it


def of_country(s: Sentence, head: int) -> str:
    """The country of "the Peruvian company", where nothing else tells which one it is; or nothing."""
    word = s.words[head]
    if word.lemma not in FIRMS or word.tag != "NN":
        return ""
    told = s.child(head, "prep", "acl", "relcl", "compound", "nummod", "poss", "appos") is not None
    the = any(s.words[d].text.lower() == "the" for d in s.all_children(head, "det"))
    qualities = [s.words[a].name for a in s.all_children(head, "amod")]
    entry = qualities[0].entry if len(qualities) == 1 and qualities[0] is not None else None
    return entry.name if the and not told and entry is not None and entry.type is EntityType.COUNTRY else ""


def compatriot(s: Sentence, head: int, before: Sequence[Sentence]) -> str:
    """The only firm of the country of "the Peruvian company" in the sentence ahead or right before; or nothing."""
    country = of_country(s, head)
    for other in (s, *before[:NEAR]) if country else ():
        end = head if other is s else len(other.words)
        found = set(firms_of(other, country, end))
        if found:
            return found.pop() if len(found) == 1 else ""
    return ""


def firms_of(s: Sentence, country: str, end: int) -> Iterator[str]:
    """The firms that a sentence tells to be of a country: "Peru's Petroperu", "the Peruvian firm Petroperu"."""
    for word in s.words[:end]:
        known = word.name.type in FIRM if word.name is not None else word.pos == "PROPN" and word.label != "PERSON"
        if not known or word.dep == "compound":
            continue
        kind = s.words[word.head].i if s.words[word.head].lemma in FIRMS else word.i
        near = [
            s.words[c].name for at in (word.i, kind) for c in s.all_children(at, "poss", "amod", "compound", "nmod")
        ]
        lands = {n.entry.name for n in near if n is not None and n.entry is not None}
        first = min((c for c in s.all_children(word.i, "compound") if s.words[c].name is None), default=word.i)
        name = word.name.name if word.name is not None else s.text[s.words[first].start : word.end]
        if country in lands or name.startswith(country):
            yield name
