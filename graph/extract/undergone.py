"""Event nouns for what is done to somebody: "the suspension of X from Y", "Peru's election to the Council"."""

from collections.abc import Iterator
from dataclasses import replace

from graph.extract.arguments import Reader, actors, is_named
from graph.extract.cues import cues
from graph.extract.deeds_named import praised_for
from graph.extract.emission import emit
from graph.extract.frames import Frame
from graph.extract.happenings import deed_modality, is_called_off, own_times
from graph.extract.parse import Sentence
from graph.extract.phrases import find_arguments
from graph.model import Extraction, Modality, Value

# What is done to somebody, who leaves a body by it.
UNDERGONE = {
    "suspension": "suspended",
    "exclusion": "excluded",
    "expulsion": "expelled",
    "removal": "removed",
}
# What somebody is chosen for.
CHOSEN = {"election": "elected", "re-election": "re-elected", "reelection": "re-elected", "promotion": "promoted"}
HOPED = ("hope", "look", "call", "campaign", "lobby", "agree", "vote", "decide", "work", "focus")
# What leads to a choice that is made: "congratulated X on its election to Y", "since the election of X to Y".
MADE = ("on", "follow", "upon", "after", "since", "following", "by", "with")


def find_chosen(reader: Reader, s: Sentence, noun: int) -> Iterator[Extraction]:
    """To what somebody was elected, by a noun that tells it as done: "congratulated X on its election to Y"."""
    participle = CHOSEN.get(s.words[noun].lemma)
    to = s.prep(noun, "to") if participle is not None else None
    body = s.child(to, "pobj") if to is not None else None
    if participle is None or to is None or body is None or is_called_off(s, noun):
        return
    owner, of = s.child(noun, "poss"), s.prep(noun, "of")
    whom = owner if owner is not None else s.child(of, "pobj") if of is not None else None
    if whom is not None and s.words[whom].tag == "PRP$":
        praised = praised_for(s, noun)
        whom = praised if praised is not None else whom
    if whom is None or not is_told_done(s, noun):
        return
    who = [a for a in actors(find_arguments(reader, s, whom)) if is_named(a)]
    frame = Frame(subjects=tuple(who), rule="nominal", certainty=0.9, qualifiers=own_times(reader, s, noun))
    for extraction in emit(s, frame, ["be", participle, "to"], (noun, to), find_arguments(reader, s, body)):
        yield replace(extraction, predicate=f"was {participle} to")


def find_undergone(reader: Reader, s: Sentence, noun: int) -> Iterator[Extraction]:
    """What was done to somebody, by a noun: "the suspension of X from Y" tells that X is suspended from it."""
    participle = UNDERGONE.get(s.words[noun].lemma)
    if participle is None or is_called_off(s, noun):
        return
    of = s.prep(noun, "of")
    whom = s.child(of, "pobj") if of is not None else None
    near = [*s.all_children(noun, "prep"), *(s.all_children(whom, "prep") if whom is not None else [])]
    from_ = next((p for p in near if s.words[p].lemma == "from"), None)
    body = s.child(from_, "pobj") if from_ is not None else None
    if whom is None or from_ is None or body is None:
        return
    who = [a for a in actors(find_arguments(reader, s, whom)) if is_named(a)]
    modality = deed_modality(s, noun) or Modality.ASSERTED
    frame = Frame(subjects=tuple(who), rule="nominal", certainty=0.9, modality=modality)
    yield from emit(s, frame, ["be", participle, "from"], (noun, from_), find_arguments(reader, s, body))


# What somebody does by himself.
ALONE = {"resignation": "resign", "death": "die", "retirement": "retire", "arrival": "arrive"}


def find_alone(reader: Reader, s: Sentence, noun: int) -> Iterator[Extraction]:
    """When somebody did what reaches nobody else, by a noun: "following the resignation of X in May", "as Y"."""
    verb = ALONE.get(s.words[noun].lemma)
    owner, of = (s.child(noun, "poss"), s.prep(noun, "of")) if verb is not None else (None, None)
    whom = owner if owner is not None else s.child(of, "pobj") if of is not None else None
    if verb is None or whom is None or not is_told_done(s, noun):
        return
    who = [a for a in actors(find_arguments(reader, s, whom)) if is_named(a)]
    when = own_times(reader, s, noun)
    frame = Frame(subjects=tuple(who), rule="nominal", certainty=0.9)
    for extraction in emit(s, frame, [verb, "in"], (noun,), [q.value for q in when if isinstance(q.value, Value)]):
        yield replace(extraction, predicate=f"{verb}{'d' if verb.endswith('e') else 'ed'} in")
    near = [*s.all_children(noun, "prep"), *s.all_children(whom, "prep")]
    as_ = next((p for p in near if verb == "resign" and s.words[p].lemma == "as" and p > noun), None)
    office = s.child(as_, "pobj") if as_ is not None else None
    if as_ is not None and office is not None:
        held = replace(frame, qualifiers=when)
        for extraction in emit(s, held, [verb, "as"], (noun, as_), find_arguments(reader, s, office)):
            yield replace(extraction, predicate=f"{verb}ed as")


def is_told_done(s: Sentence, noun: int) -> bool:
    """Whether a noun for what befell somebody tells it as done: "since the death of X", "regretted X's death"."""
    word, above = s.words[noun], s.words[s.words[noun].head]
    led = word.dep == "pobj" and above.lemma.lower() in MADE and s.words[above.head].lemma not in HOPED
    return (
        led
        or (word.dep == "dobj" and above.lemma in cues()["verbs.judging"] | cues()["verbs.reacting"])
        or (word.dep == "nsubj" and above.tag == "VBD")
    )
