"""Who does what a noun names: "X's decision to act", "the pledge by X", "commended X for its efforts"."""

from graph.extract.arguments import Argument, Reader, actors
from graph.extract.bound import find_bound
from graph.extract.cues import cues
from graph.extract.frames import Frame, is_infinitive
from graph.extract.gazetteer import plain
from graph.extract.parse import Sentence
from graph.extract.phrases import find_arguments
from graph.extract.seats import capitals
from graph.model import EntityType

# Nouns for a deed that whoever has a name may mean to do.
DECISIONS = ("decision", "plan", "intention", "refusal", "pledge", "promise", "offer", "move")


def find_doers(reader: Reader, s: Sentence, noun: int, frame: Frame) -> list[Argument]:
    """Who else acts where a noun names its doer: "welcomed X's decision to …", "the pledge by X to …"."""
    if s.words[noun].lemma == "invitation" and s.child(noun, "poss") is not None:  # who accepts it is to act
        taken = s.words[s.words[noun].head].lemma in ("accept", "receive", "welcome")
        return [*frame.subjects] if taken and s.words[noun].dep == "dobj" else []
    given = ("from",) if s.words[noun].lemma in cues()["nouns.committing"] else ()
    asked = ("on", "upon", "to") if s.words[noun].lemma in cues()["nouns.calling"] else ()  # "its call on X to act"
    behind = [p for p in s.all_children(noun, "prep", "agent") if s.words[p].lemma in ("by", "of", *given, *asked)]
    before = [c for c in s.all_children(noun, "nmod", "compound") if s.words[c].name is not None]  # "U.S. readiness"
    owners = [s.child(noun, "poss"), *(s.child(p, "pobj") for p in behind), *before]
    decided = s.words[noun].lemma in DECISIONS
    for owner in owners:
        if owner is None or s.words[owner].tag == "PRP$":
            continue
        found = find_arguments(reader, s, owner, owners=frame.owners())
        # "the decision of Acme to leave"
        proper = decided and s.words[owner].pos == "PROPN" and s.words[owner].label not in ("DATE", "TIME")
        if proper and not found and plain(s.words[owner].text) in capitals():  # "Beijing's decision to close it"
            city = reader.discourse.mention_of(s, owner, s.words[owner].text, EntityType.PLACE)
            found = [Argument(head=owner, mention=city, certainty=0.9)]
        if doers := actors(found) or (found if proper else []):
            return doers
    return []


def find_possessors(reader: Reader, s: Sentence, noun: int, frame: Frame) -> list[Argument]:
    """Whom "its" or "his" before a noun speaks of: "commended X for its efforts", "Peru's pledge and its decision"."""
    owner, prep = s.child(noun, "poss"), s.words[noun].head
    if owner is not None and (bound := find_bound(s, owner)) is not None:
        return actors(find_arguments(reader, s, bound, owners=frame.owners()))
    holder = s.words[prep].head
    verb = holder if s.words[holder].pos == "VERB" else s.words[holder].head  # "expressed its thanks to X for his …"
    if (
        owner is None
        or s.words[owner].tag != "PRP$"
        or s.words[prep].lemma not in ("for", "in", "on")
        or s.words[verb].pos != "VERB"
    ):
        return []
    behind = [*s.all_children(verb, "prep"), *(s.all_children(holder, "prep") if holder != verb else [])]
    to = (p for p in behind if s.words[p].lemma == "to" and p < prep)
    places = [*(s.child(p, "pobj") for p in to), s.child(verb, "dobj")]
    found = (actors(find_arguments(reader, s, p, owners=frame.owners())) for p in places if p is not None)
    return next((doers for doers in found if doers), [])


def is_promise(s: Sentence, noun: int) -> bool:
    """Whether a noun is a promise with what is promised: "the pledge to act"."""
    return s.words[noun].lemma in cues()["nouns.committing"] and any(
        is_infinitive(s, c) for c in s.all_children(noun, "acl", "relcl")
    )


def is_own_promise(s: Sentence, noun: int) -> bool:
    """Whether a noun is the subject's own promise: "affirmed its commitment to X"."""
    owner = s.child(noun, "poss")
    return s.words[noun].lemma in cues()["nouns.committing"] and owner is not None and s.words[owner].tag == "PRP$"


def is_mere_part(s: Sentence, noun: int) -> bool:
    """Whether a noun tells of no deed: "recognizes the role of X in doing"; who praises it, or plays it, does."""
    above = s.words[s.words[noun].head].lemma
    known = cues()["verbs.praising"] | cues()["verbs.carrying"] | cues()["verbs.backing"]
    return s.words[noun].lemma in cues()["nouns.parts"] and above not in known
