"""What an answer says by its question: "Has Niger replied?" "It has, on Monday."; and what questions bring up."""

import re
from collections.abc import Iterator
from dataclasses import replace

from graph.extract.arguments import Reader
from graph.extract.frames import turned
from graph.extract.named import name_argument
from graph.extract.parse import Sentence
from graph.extract.relations import find_clauses
from graph.extract.settings import find_settings
from graph.model import EntityType, Extraction, Mention, Modality, Polarity, QualifierKind

ASKING = re.compile(r"\W*To ask (?:the|His|Her|Mr|Ms|Mrs)\b")
# "Yes.", "Yes, they did.", "It has, on Monday.", "No, it does not."
ANSWER = re.compile(
    r"(?:(?P<word>yes|indeed|no)\b[,.!]?\s*)?"
    r"(?:(?:it|he|she|they)\s+(?P<aux>has|have|did|does|do|is|are|was|were|will)(?P<no>\s+not|n['’]t|\s+no)?"
    r"(?:,? (?:on [A-Z]\w+day|yesterday|today|this \w+|last \w+|earlier \w+|in [A-Z]\w+(?: \d{4})?))?)?[.!]?",
    re.IGNORECASE,
)
TOGETHER = re.compile(r"(?:yes,? )?they\b", re.IGNORECASE)
FORMS = {"has": "have", "have": "have", "did": "do", "does": "do", "do": "do", "will": "will"}
KNOWN = (EntityType.PERSON, EntityType.ROLE)


def is_question(text: str) -> bool:
    """Whether a text ends in a question mark, or asks as members of a parliament do, "To ask the Minister whether …".

    A question states nothing.
    """
    return text.rstrip("\"'”’ ").endswith("?") or ASKING.match(text) is not None


def observe_asked(reader: Reader, s: Sentence, behind: Sentence | None) -> bool:
    """Whether a sentence asks; of whom is taken down, who may be "it" in the answer: "What did X do? It left.".

    What it asks is kept where the sentence `behind` is all of an answer, and who meet whom where that tells of "they".
    """
    if not is_question(s.text[: s.words[-1].end]):
        return False
    asked = (name_argument(reader, s, w.i) for w in s.words if w.name is not None and w.dep == "nsubj")
    subjects = [a.mention for a in asked if a is not None]
    answer = text_of(behind) if behind is not None and behind.offsets is not s.offsets else ""
    helper = opening_helper(s) if answer else None
    if helper is not None and (TOGETHER.match(answer) or answers(answer, s.words[helper].lemma)):
        said, reader.discourse.quoted = reader.discourse.quoted, ()
        reader.discourse.asked = tuple(find_clauses(reader, s))
        reader.discourse.quoted = said
    else:
        reader.discourse.observe(subjects)
    return True


def text_of(s: Sentence) -> str:
    """The words of a sentence as they stand."""
    return s.text[s.words[0].start : s.words[-1].end].strip("\"“”' ")


def opening_helper(s: Sentence) -> int | None:
    """The auxiliary or "be" by which a sentence asks for "yes" or "no", before its subject; or None."""
    root = next((w for w in s.words if w.dep == "ROOT"), None)
    subject = s.child(root.i, "nsubj", "nsubjpass") if root is not None else None
    if root is None or subject is None or any(w.tag in ("WP", "WRB", "WDT") for w in s.words[:subject]):
        return None
    helpers = [a for a in s.all_children(root.i, "aux", "auxpass") if a < subject]
    first = helpers[0] if helpers else root.i if root.lemma == "be" and root.i < subject else None
    apart = s.words[subject].text.lower() in ("you", "we", "i") or s.words[subject].tag in ("DT", "EX")
    return None if apart or first is None or s.words[first].text.lower() not in (*FORMS, *BEING) else first


BEING = ("is", "are", "was", "were")


def answers(text: str, helper: str) -> Polarity | None:
    """How a short answer takes a question with a helping verb; None where it is none, or answers another question."""
    told = ANSWER.fullmatch(text)
    if told is None or not (told["word"] or told["aux"]):
        return None
    aux, no = (told["aux"] or "").lower(), told["no"] is not None
    same = not aux or helper == (FORMS.get(aux) or "be")
    denied = (told["word"] or "").lower() == "no"
    if not same or (aux and told["word"] and denied != no):
        return None
    return Polarity.NEGATED if no or denied else Polarity.AFFIRMED


def find_answered(reader: Reader, s: Sentence) -> Iterator[Extraction]:
    """What a short answer confirms or denies of the question before it, as the word of who answers."""
    discourse = reader.discourse
    asked, discourse.asked = discourse.asked, ()
    told = ANSWER.fullmatch(text_of(s)) if asked else None
    if told is None or not discourse.quoted:
        together = partners(asked) if asked and TOGETHER.match(text_of(s)) else []
        discourse.last = together or discourse.last
        return
    no = told["no"] is not None or (told["word"] or "").lower() == "no"
    root = next(w.i for w in s.words if w.dep == "ROOT")
    times = [q for q in find_settings(reader, s, root) if q.kind is QualifierKind.TIME]
    for extraction in asked[:1] if no else asked:
        if extraction.modality not in (Modality.ASSERTED, Modality.PLANNED) or extraction.speaker is not None:
            continue
        kept = [q for q in extraction.qualifiers if not (times and q.kind is QualifierKind.TIME)]
        polarity = turned(extraction.polarity) if no else extraction.polarity
        span = replace(extraction.sentence, end=s.span.end)
        yield replace(
            extraction, polarity=polarity, qualifiers=(*kept, *times), speaker=discourse.quoted[0], sentence=span
        )


def partners(asked: tuple[Extraction, ...]) -> list[Mention]:
    """Who would meet whom by a question: "Will he meet President Ruto?"; nobody where it asks of something else."""
    people = [(e.subject, e.object) for e in asked if e.relation in ("met", "spokeWith", "meet")]
    if len(people) != 1 or not isinstance(other := people[0][1], Mention):
        return []
    return [people[0][0], other] if {people[0][0].type, other.type} <= set(KNOWN) else []
