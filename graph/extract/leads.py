"""Lists: whose deeds the items behind a colon are, and how they are told: "X will:" – "support Y"; "X urges Z to:"."""

from collections.abc import Mapping
from dataclasses import replace

from graph.extract.addressed import Addressing
from graph.extract.arguments import Argument, Reader, actors
from graph.extract.askings import find_asked
from graph.extract.bare_leads import is_bare_lead
from graph.extract.cues import cues
from graph.extract.discourse import Lead, Teller
from graph.extract.frames import Frame
from graph.extract.modality import AGREEING, planned
from graph.extract.parse import Sentence
from graph.extract.phrases import find_arguments
from graph.extract.trees import root_of
from graph.model import EntityType, Modality

COMMITTING = (*AGREEING, "commit", "pledge", "resolve", "plan", "intend", "aim", "will", "shall")
FEWEST = 3  # words of a sentence that leads up to a list
AUXILIARIES = (
    ("modality.planned_aux", Modality.PLANNED),
    ("modality.proposed_aux", Modality.PROPOSED),
    ("modality.possible_aux", Modality.POSSIBLE),
)


def find_lead(reader: Reader, s: Sentence, frames: Mapping[int, Frame]) -> Lead | None:
    """What a sentence that ends in a colon hands down to the items behind it, or None where it has no subject.

    `frames` tell how its verbs were read; the last verb with a subject that can act leads.
    """
    if (mandated := find_mandated(reader, s)) is not None:
        return mandated
    led = [verb for verb in sorted(frames) if deciding(frames[verb])]
    if not led:
        solemn = any(word.lemma == "hereby" for word in s.words)  # "We, the ministers of X, …; hereby decide to:"
        voices = tuple(reader.discourse.voices) if solemn else ()
        return Lead(mentions=voices, modality=Modality.PLANNED) if voices else find_bare(reader, s)
    helping = [v for v in led if not (s.words[v].dep == "ccomp" and s.words[s.words[v].head].lemma == "help")]
    verb = helping[-1] if helping else led[-1]  # "helps X do Y by:" tells what the helper does
    frame, lemma = frames[verb], s.words[verb].lemma
    subjects, modality = deciding(frame), frame.modality
    asked = find_asked(s, verb) if lemma in cues()["modality.proposed"] else None
    if asked is not None:
        subjects = actors(find_arguments(reader, s, asked, owners=frame.owners()))
        modality = Modality.PROPOSED
    elif commits(s, verb, frame):
        modality = planned(modality)
    for cue, told in AUXILIARIES:
        modality = told if lemma in cues()[cue] and modality is Modality.ASSERTED else modality
    mentions = tuple(a.mention for a in subjects)
    return Lead(mentions=mentions, modality=modality, speakers=frame.speakers) if mentions else None


MANDATES = ("mandate", "task", "function", "responsibility", "role")


def find_mandated(reader: Reader, s: Sentence) -> Lead | None:
    """Who has the mandate whose tasks a list tells: "decides that the mandate of X shall be as follows:"."""
    for noun in s.words:
        if noun.lemma not in MANDATES or noun.dep not in ("nsubj", "nsubjpass"):
            continue
        shall = any(s.words[a].lemma in ("shall", "will") for a in s.all_children(noun.head, "aux"))
        listed = s.words[noun.head].lemma in ("be", "include", "comprise", "consist")
        of = s.prep(noun.i, "of")
        holder = s.child(of, "pobj") if of is not None else None
        if holder is None or not (shall and listed):
            continue
        mentions = tuple(a.mention for a in actors(find_arguments(reader, s, holder, owners=())))
        return Lead(mentions=mentions, modality=Modality.PLANNED) if mentions else None
    return None


def find_bare(reader: Reader, s: Sentence) -> Lead | None:
    """What a subject without a verb hands down to the items behind its colon, which tell its deeds: "Both sides:"."""
    names = [word.name for word in s.words if word.name is not None]
    start = s.words[0].start
    told = s.text[start : s.words[-1].end]
    if not is_bare_lead(told, [replace(n, start=n.start - start, end=n.end - start) for n in names]):
        return None
    root = root_of(s.words)
    found = find_arguments(reader, s, root, owners=())
    mentions = tuple(argument.mention for argument in actors(found) or found)
    return Lead(mentions=mentions, modality=Modality.ASSERTED) if mentions else None


def deciding(frame: Frame) -> list[Argument]:
    """The subjects of a clause that can act, a summit or a conference among them, which decides as a body does."""
    return actors(frame.subjects) or [a for a in frame.subjects if a.mention.type is EntityType.EVENT]


def find_teller(s: Sentence, frames: Mapping[int, Frame]) -> Teller | None:
    """Who tells the items behind a sentence that ends in "that:", and how: as alleged, as asked for, as it is."""
    root = root_of(s.words)
    frame, lemma = frames.get(root), s.words[root].lemma
    asked, doubted = lemma in cues()["modality.proposed"], lemma in cues()["speech.doubtful"]
    tells = asked or doubted or lemma in cues()["speech.verbs"]
    if frame is None or not tells or len(s.words) < FEWEST or s.words[-2].text != "that":
        return None
    speakers = tuple(a.mention for a in actors(frame.subjects))
    modality = Modality.PROPOSED if asked else Modality.POSSIBLE if doubted else Modality.ASSERTED
    return Teller(speakers, modality) if speakers else None


def is_addressee(addressing: Addressing, s: Sentence) -> bool:
    """Whether a line names whom the items below it are for; `addressing` has seen the lines before it."""
    return addressing.observe(s.kind, s.text, [word.name for word in s.words if word.name is not None])


def find_addressed(reader: Reader, s: Sentence) -> Lead | None:
    """What a line that names whom recommendations are for hands down to its items, or None where nobody can act."""
    root = root_of(s.words)
    target = s.child(root, "pobj")
    found = actors(find_arguments(reader, s, root if target is None else target, owners=()))
    teller, lead = reader.discourse.teller, reader.discourse.lead
    speakers = teller.speakers if teller else lead.speakers if lead and lead.modality is Modality.PROPOSED else ()
    mentions = tuple(argument.mention for argument in found)
    return Lead(mentions=mentions, modality=Modality.PROPOSED, speakers=speakers) if mentions else None


def commits(s: Sentence, verb: int, frame: Frame) -> bool:
    """Whether what follows a verb is its subject's plan: "agreed to:", "is committed to:", "intends, by:"."""
    verbs = (s.words[verb].lemma, *frame.path[:1])
    forms = {s.words[a].text.lower() for a in (verb, *s.all_children(verb, "acomp"))}
    planning = cues()["modality.planned"]
    return any(v in COMMITTING or v in planning for v in verbs) or bool(forms & cues()["modality.planned_adjectives"])


def is_led(s: Sentence) -> bool:
    """Whether a sentence lacks its subject, which the lead before its list has: its first words have no characters."""
    they = s.words[0].text == "They" and s.words[0].start == s.words[0].end
    return they or (len(s.words) > 1 and all(word.start == word.end for word in s.words[:2]))
