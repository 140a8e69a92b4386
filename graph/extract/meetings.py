"""The meetings that a readout goes through one by one: "During the talks with X, the sides discussed Y"."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from graph.extract.arguments import Argument, Reader
from graph.extract.cues import cues
from graph.extract.emission import emit
from graph.extract.frames import SUBJECTS, Frame
from graph.extract.parse import Sentence
from graph.extract.phrases import find_arguments
from graph.extract.trees import root_of
from graph.model import EntityType, Extraction, Mention

DURING = ("during", "in", "at", "after", "following")
MEETINGS = frozenset({"meeting", "talk", "talks", "conversation", "call", "discussion", "consultation", "negotiation"})
MET = ("met", "spokeWith")  # relations that tell whom a readout is of
PARTIES = frozenset({"side", "party", "interlocutor", "diplomat", "minister", "leader", "official", "counterpart"})


def find_host(told: Iterable[Extraction]) -> Mention | None:
    """The person whose meetings a document tells, by the first of them; or nobody."""
    met = (e.subject for e in told if e.relation in MET and e.subject.type is EntityType.PERSON)
    return next(met, None)


def open_meeting(reader: Reader, s: Sentence) -> Sequence[Extraction]:
    """That the person of the readout met whom the first phrase names, who are "the sides" from then on; or nothing.

    Where somebody is named as the subject, it is that one's meeting, and the clause tells it.
    """
    host, first = reader.discourse.host, s.words[0]
    if host is not None and is_beside_another(s, host):
        reader.discourse.parties.last.pop(EntityType.PERSON, None)  # whom the host then talks to is not told
        return ()
    noun = s.child(0, "pobj") if first.text.lower() in DURING and first.dep == "prep" else None
    with_ = s.prep(noun, "with") if noun is not None and s.words[noun].lemma in MEETINGS else None
    other = s.child(with_, "pobj") if with_ is not None else None
    subject = s.child(root_of(s.words), *SUBJECTS)
    if host is None or noun is None or with_ is None or other is None or subject is None:
        return ()
    passive = s.words[subject].dep == "nsubjpass" and s.words[subject].name is None
    if not passive and s.words[subject].lemma.lower() not in PARTIES:
        return ()
    found = [a for a in find_arguments(reader, s, other) if a.mention.type is EntityType.PERSON]
    if len(found) != 1 or found[0].mention.name == host.name:
        reader.discourse.parties.last.pop(EntityType.PERSON, None)  # "the sides" are others now, and open who
        return ()
    reader.discourse.observe_parties([host, found[0].mention])
    frame = Frame(subjects=(Argument(head=noun, mention=host),), rule="nominal", certainty=0.85)
    told = emit(s, frame, cues().nominals["meeting"].path("with"), (noun, with_), found)
    return tuple(replace(e, predicate=f"{s.words[noun].text.lower()} with") for e in told)


def is_beside_another(s: Sentence, host: Mention) -> bool:
    """Whether a sentence begins with somebody else at one's side: "With the Minister of Trade, X, she reviewed Y"."""
    with_ = s.words[0].text == "With" and s.words[0].dep == "prep"
    run = s.subtree(0) if with_ else []
    return any((n := s.words[i].name) is not None and n.type is EntityType.PERSON and n.name != host.name for i in run)
