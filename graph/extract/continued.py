"""Who goes on speaking: in a readout of a meeting the sentences behind "X said that …" are X's as well."""

import re
from collections.abc import Sequence

from graph.extract.cues import cues
from graph.extract.frames import SUBJECTS
from graph.extract.parse import Sentence
from graph.extract.pronouns import KINDS
from graph.extract.speech import is_speech
from graph.extract.trees import is_state, root_of
from graph.model import Extraction, Mention

# "X Meets with Y", "X Has a Phone Call with Y": titles of what a ministry writes of who met whom.
MET = re.compile(
    r"\b(?:meets?|met|holds? talks?|held talks|speaks?|spoke|meeting|phone call|telephone conversation|talks?"
    r"|calls? on|receives?|received)\b.{0,80}\bwith\b|\b(?:meets?|receives?|calls on)\b",
    re.IGNORECASE,
)


def is_readout(title: str) -> bool:
    """Whether a title tells that somebody met somebody, so that what follows is what they said to each other."""
    return bool(MET.search(title))


def find_telling(s: Sentence, told: Sequence[Extraction], *, before: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Who tells something in a sentence whose main verb is one of speech in the past: "X said that …"; else none.

    `before` is who told the sentence before, whom "he warned" goes on with where it makes no claim.
    """
    root = s.words[root_of(s.words)]
    speaks = root.tag == "VBD" and is_speech(s, root.i) and s.child(root.i, "ccomp") is not None
    speakers = {e.speaker.name: e.speaker for e in told if e.speaker is not None}
    subject = s.child(root.i, "nsubj")
    same = not speakers and subject is not None and KINDS.get(s.words[subject].text.lower()) == "person"
    if speaks and same:
        return before
    return tuple(speakers.values()) if speaks and len(speakers) == 1 else ()


def goes_on(s: Sentence) -> bool:
    """Whether a sentence can be what the one before it reports: of now or of what is to come, and of neither by name.

    "Peru is ready to buy more" goes on, and "Peru thanked Chile"; "they exchanged views" and "both sides agree" are
    told by who writes.
    """
    root = s.words[root_of(s.words)]
    aux = [s.words[a] for a in s.all_children(root.i, "aux", "auxpass")]
    finite = aux[0] if aux else root
    subject = s.child(root.i, *SUBJECTS)
    if subject is None or is_speech(s, root.i):
        return False
    word = s.words[subject]
    stand = root.lemma in cues()["speech.stands"] and is_state(word)  # "Thailand thanked China for its aid"
    if finite.tag not in ("VBZ", "VBP", "MD") and not stand:
        return False
    several = KINDS.get(word.text.lower()) in ("several", "both") or word.lemma in (
        "side",
        "party",
        "leader",
        "minister",
    )
    return not several and not (word.tag == "PRP" and word.text.lower() in ("he", "she"))
