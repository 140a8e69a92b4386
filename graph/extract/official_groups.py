"""The officials of the two who deal with each other: "the two Foreign Ministers", "their respective ministers"."""

from collections.abc import Sequence

from graph.extract.arguments import Argument, Reader
from graph.extract.cues import cues
from graph.extract.noun_phrases import text_of
from graph.extract.parse import Sentence
from graph.extract.parties import Parties
from graph.extract.resolution import resolve
from graph.extract.short_names import OFFICES
from graph.model import EntityType, Mention

PAIR = 2  # states that deal with each other


def officials(reader: Reader, s: Sentence, head: int, owners: Sequence[Mention]) -> Argument | None:
    """Officials in the plural as those of the states whose they are: "ministers of Peru and Chile"; or None.

    "The two ministers" are those of the two whose document it is, "their ministers" those of who acts.
    """
    word = s.words[head]
    if Parties.are_heads_of_state(s, head):
        return heads_of_state(reader, s, head)
    offices = word.text.lower() in OFFICES
    if word.name is not None or not (offices or word.text.lower() in cues()["nouns.officials"]):
        return None
    before = {s.words[c].dep: c for c in s.children[head] if c < head}
    if s.child(head, "prep", "acl", "relcl", "appos", "conj") is not None or not before:
        return None
    first = min(before.values())
    whose = before.get("poss")
    if whose is not None and whose == first and s.words[whose].text.lower() == "their":
        states = states_behind(reader, resolve(reader.discourse, s, whose, owners))
    elif offices and (is_both(s, head) or are_heads(reader, s, head)):
        states = parties_of(reader)
    else:
        return None
    qualities = [c for c in s.all_children(head, "amod", "compound") if s.words[c].lemma not in cues()["nouns.mutual"]]
    run = [*qualities, head]
    told = range(run[0], head + 1)
    if not states or any(s.words[i].head != head and i != head for i in told):
        return None
    name = f"{text_of(s, told).lower()} of {' and '.join(states)}"
    span, text = s.span_of(first, head), text_of(s, range(first, head + 1))
    mention = Mention(span=span, text=text, name=name, type=EntityType.GROUP, found_by="named phrase")
    return Argument(head=head, mention=mention, certainty=0.85)


def heads_of_state(reader: Reader, s: Sentence, head: int) -> Argument | None:
    """The two Heads of State of a document's two states as a group: "heads of state of Peru and Chile"; or None."""
    states = parties_of(reader)
    of = s.prep(head, "of")
    if not states or of is None:
        return None
    run = range(head, max(s.subtree(of)) + 1)
    name = f"{text_of(s, run).lower()} of {' and '.join(states)}"
    first = min(s.children[head])
    span, text = s.span_of(first, run[-1]), text_of(s, range(first, run[-1] + 1))
    mention = Mention(span=span, text=text, name=name, type=EntityType.GROUP, found_by="named phrase")
    return Argument(head=head, mention=mention, certainty=0.85)


def is_both(s: Sentence, head: int) -> bool:
    """Whether a noun is one of a pair that is known: "the two ministers", "both ministers"."""
    own = {s.words[c].text.lower() for c in s.all_children(head, "det", "predet", "nummod")}
    return own in ({"the", "two"}, {"both"}, {"both", "the"})


def are_heads(reader: Reader, s: Sentence, head: int) -> bool:
    """Whether "the Presidents" or "the Prime Ministers" are those of the two states for which a document speaks."""
    own = [s.words[c].text for c in s.all_children(head, "det", "predet", "nummod", "compound", "amod")]
    heads = own in (["the"], ["The"]) if s.words[head].text == "Presidents" else own in HEADS
    return heads and len(reader.discourse.voices) == PAIR


HEADS = (["the", "Prime"], ["The", "Prime"])  # "Ministers"


def parties_of(reader: Reader) -> list[str]:
    """The names of the two states whose document it is, or none."""
    said = reader.discourse
    found = said.voices if len(said.voices) == PAIR else said.parties.principals
    states = [m.name for m in found if m.type is EntityType.COUNTRY]
    return states if len(states) == PAIR else []


def states_behind(reader: Reader, several: Sequence[Mention]) -> list[str]:
    """The two states that act, or those of the two people in office who do, in the order of the document's own."""
    people = all(m.type is EntityType.PERSON for m in several)
    found = reader.discourse.parties.behind(several) if people else several
    states = [m.name for m in found if m.type is EntityType.COUNTRY]
    own = parties_of(reader)
    states = own if {*own} == {*states} else states
    return states if len(states) == len(several) == PAIR else []
