"""Clauses that tell what a noun says: the news that X has joined Y, the demand of X that Y leave."""

from collections.abc import Iterator
from dataclasses import replace

from graph.extract.arguments import Reader, actors
from graph.extract.cues import cues
from graph.extract.doers import find_doers
from graph.extract.frames import Frame, is_negated
from graph.extract.parse import Sentence
from graph.extract.reports import held
from graph.model import Modality, Polarity


def told_frames(
    reader: Reader, s: Sentence, noun: int, verb: int, frame: Frame, above: Frame | None
) -> Iterator[Frame]:
    """The frame of a clause that tells what somebody announced or asked for: that one says it, and is its "it".

    "Mali's announcement that it would leave", "the demand of the Council that X release Y".
    """
    lemma = s.words[noun].lemma
    asked = lemma in cues()["speech.told_requests"]
    if not asked and lemma not in cues()["speech.told_plans"]:
        yield frame
        return
    frame = replace(frame, modality=Modality.PROPOSED) if asked else frame
    tellers = find_doers(reader, s, noun, above or frame)
    if not tellers:
        yield frame
        return
    frame = replace(frame, speakers=tuple(a.mention for a in tellers))
    subject = s.child(verb, "nsubj", "nsubjpass")
    own = subject is not None and s.words[subject].text.lower() in ("it", "he", "she", "they")
    yield replace(frame, subjects=tuple(tellers), relative=True) if own else frame


def content_frame(s: Sentence, noun: int, frame: Frame, above: Frame | None) -> Frame:
    """The frame of a clause that tells what a noun is: held by who has a view, denied by who dismisses a report."""
    word = s.words[noun]
    holders = tuple(a.mention for a in actors(above.subjects)) if above is not None else ()
    if above is not None and is_dismissed(s, noun):  # "dismissed reports that X did Y" says that X did not
        return replace(held(above), polarity=Polarity.NEGATED, certainty=frame.certainty)
    topic = word.dep == "pobj" and s.words[word.head].lemma in (
        "over",
        "about",
        "despite",
        "amid",
        "following",
        "after",
    )
    if topic and word.lemma in cues()["nouns.opinion"] | cues()["nouns.hearsay"]:  # "questioned him over claims that"
        return replace(frame, modality=Modality.POSSIBLE)
    if word.lemma in cues()["nouns.opinion"]:
        return replace(frame, speakers=holders or frame.speakers)
    if word.lemma in cues()["nouns.facts"]:  # "will act in recognition that X is a threat": it is one
        return replace(frame, modality=Modality.ASSERTED)
    return replace(frame, modality=Modality.POSSIBLE) if word.lemma in cues()["nouns.hearsay"] else frame


def is_dismissed(s: Sentence, noun: int) -> bool:
    """Whether a noun is what somebody is told and holds to be untrue."""
    rumour = s.words[noun].lemma in cues()["nouns.hearsay"] and s.words[noun].dep in ("dobj", "nsubjpass")
    return rumour and s.words[s.words[noun].head].lemma in cues()["verbs.dismissing"]


# How what is only said is told to be not so.
BASELESS = ("unfounded", "baseless", "groundless", "false", "untrue", "wrong", "incorrect", "fabricated")
REJECTED = ("reject", "deny", "dismiss", "refute", "disprove")


def is_unfounded(s: Sentence, verb: int) -> bool:
    """Whether a clause tells what there is no sign of: "found no evidence that X did Y" says nothing of X."""
    noun = s.words[verb].head
    if s.words[verb].dep != "acl" or s.words[noun].lemma not in cues()["nouns.hearsay"]:
        return False
    none = any(s.words[d].lemma == "no" for d in s.all_children(noun, "det"))
    above = s.words[noun].head
    told = s.words[noun].dep in ("nsubj", "nsubjpass")
    if told and any(s.words[a].lemma in BASELESS for a in s.all_children(above, "acomp")) and not is_negated(s, above):
        return True
    if s.words[noun].dep == "nsubjpass" and s.words[above].lemma in REJECTED and not is_negated(s, above):
        return True
    return none or (s.words[noun].dep == "dobj" and is_negated(s, s.words[noun].head))
