"""Two verbs joined by "or" are told as one: "300 people were killed or injured" tells of none that they were killed."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from graph.extract.parse import Sentence
from graph.model import Extraction, Value

FORMS = ("VBN", "VBD")
BEHIND = ("dobj", "prep", "agent", "dative", "oprd", "xcomp", "npadvmod", "prt")  # what a verb goes on to


def other_done(s: Sentence, verb: int) -> int | None:
    """The second of two verbs joined by "or" that stand side by side; None where a verb is not the first of such."""
    if verb + 2 >= len(s.words) or s.words[verb + 1].text != "or" or s.words[verb].tag not in FORMS:
        return None
    second = s.words[verb + 2]
    return second.i if second.dep == "conj" and second.head == verb and second.tag in FORMS else None


def as_either(s: Sentence, verb: int, told: Iterable[Extraction]) -> Iterator[Extraction]:
    """What a verb tells, of two joined by "or" as told by both: "be killed or injured in X".

    What the two go on to hangs on the second, which tells it; where they go on to nothing, the first does.
    """
    second = other_done(s, verb)
    first = verb if second is not None else s.words[verb].head
    second = verb if second is None and s.words[verb].dep == "conj" and other_done(s, first) == verb else second
    if second is None:
        yield from told
        return
    goes_on = s.child(second, *BEHIND) is not None
    if (verb == second) is goes_on:
        yield from (of_both(s, first, second, verb, extraction) for extraction in told)


def of_both(s: Sentence, first: int, second: int, verb: int, told: Extraction) -> Extraction:
    """What one of two verbs tells as told by both."""
    one, other, own = s.words[first], s.words[second], s.words[verb]
    both = f"{one.text} or {other.text}"
    words = told.predicate.replace(own.text, both, 1)
    helpers = [s.words[a].text for a in s.all_children(first, "aux", "auxpass", "neg") if a < first]
    passive = told.relation.startswith("be ")
    words = " ".join([*helpers, words]) if passive and words.startswith(both) else words
    thing = told.object
    if told.relation == "be" and isinstance(thing, Value) and thing.normal == own.text:  # "were killed or injured"
        return replace(told, object=replace(thing, text=both, normal=both))
    for form, pair in ((own.text, both), (own.lemma, f"{one.lemma} or {other.lemma}")):
        if form in told.relation.split():
            relation = " ".join(pair if word == form else word for word in told.relation.split())
            return replace(told, predicate=words, relation=relation)
    return replace(told, predicate=words, relation=both)
