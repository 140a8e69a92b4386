"""For which several "they", "them" and "their" stand by what a document has spoken of; none where it is open."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from graph.extract.cues import cues
from graph.extract.parse import Sentence
from graph.extract.parties import kind_of
from graph.extract.pronouns import (
    KINDS,
    PLURAL,
    is_body_between,
)
from graph.model import EntityType, Mention

if TYPE_CHECKING:
    from graph.extract.discourse import Discourse


def is_ours(group: Sequence[Mention]) -> bool:
    """Whether "they" would mean those who say "we": who "must invest in their schools" invests in others'."""
    return any(KINDS.get(m.text.lower()) == "voice" for m in group)


def is_parted(s: Sentence, i: int, group: Sequence[Mention]) -> bool:
    """Whether others stand between several who act and "them": "A and B praised farmers and the steps to help them"."""
    if not group or s.words[i].text.lower() != "them":
        return False
    run = s.words_of(group[-1].span)
    if run is None:  # those of a sentence before: "gave X two boats, which will use them"
        above = s.words[s.words[i].head]
        return above.dep == "relcl" and any(w.tag == "NNS" and w.dep == "dobj" for w in s.words[: above.head])
    return any(w.tag == "NNS" and w.dep in ("dobj", "pobj", "conj") for w in s.words[run[-1] : i])


def is_several_by_sense(mention: Mention) -> bool:
    """Whether a noun in the singular is of several: "the police", "the crew of the ship"."""
    nouns = re.split(r" (?:of|in|on|from|at) ", mention.name, maxsplit=1)[0].split()
    return bool(nouns) and nouns[-1] in cues()["nouns.plural_by_sense"]


def is_followed(s: Sentence, i: int) -> bool:
    """Whether "their" tells whose example one follows, which is another's: "urges states to follow their example"."""
    noun = s.words[s.words[i].head]
    return s.words[i].tag == "PRP$" and noun.lemma in ("example", "lead") and s.words[noun.head].lemma == "follow"


REMOVING = frozenset({"deport", "drive", "expel", "evict", "remove", "force", "evacuate", "abduct", "chase", "rescue"})


def is_of_harmed(s: Sentence, i: int) -> bool:
    """Whether "their" tells where those were to whom harm is done: "massacred families in their homes"."""
    prep = s.words[s.words[s.words[i].head].head]
    above = s.words[prep.head]
    verb = s.words[above.head] if above.dep == "dobj" else above
    harmed = s.child(verb.i, "dobj", "nsubjpass")
    where = s.words[i].tag == "PRP$" and prep.dep == "prep" and prep.lemma in ("in", "from", "at", "near", "to")
    harming = verb.lemma in cues()["verbs.harming"] | cues()["verbs.tolling"] | REMOVING
    return where and harming and harmed is not None and harmed < i and s.words[harmed].tag in ("NNS", "NNPS", "CD")


def find_several(
    said: "Discourse", s: Sentence, i: int, owners: Sequence[Mention], *, acted_on: bool
) -> Sequence[Mention]:
    """The several of the clause, of this sentence, or of the one before; who acts on "them" does not on itself.

    One who acts with others is meant with them, unless a body is named in between: "he said that Hamas … they".
    """
    if is_of_harmed(s, i):
        return []
    doers = {m.name for m in owners} if acted_on or is_followed(s, i) else set()
    opening = said.ended if i == 0 and not said.last else []  # "They" at the head of a paragraph of its own
    reached = said.objects if acted_on and len(said.objects) > 1 else []  # "sanctioned A and B, accusing them of X"
    for group in (owners, *said.now[:1], reached, said.last, opening):
        if doers & {m.name for m in group} or is_ours(group) or is_parted(s, i, group):
            continue
        if len(group) > 1 or (group and (group[0].type in PLURAL or is_several_by_sense(group[0]))):
            return group
        if group and not is_body_between(s, group[0], i):
            together = said.parties.last.get(kind_of(group[0]), [])
            return together if any(m.name == group[0].name for m in together) else []
    return going_on_together(said) if i == 0 and not said.last else []


def going_on_together(said: "Discourse") -> Sequence[Mention]:
    """The people who meet, of whom the paragraph before ended with one: "… Lund thanked Peru." Then "They agreed"."""
    together = said.parties.last.get(EntityType.PERSON, [])
    acting = {deed.subject.name for deed in said.deeds if kind_of(deed.subject) is EntityType.PERSON}
    return together if len(acting) == 1 and acting <= {m.name for m in together} else []
