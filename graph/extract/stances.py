"""How somebody takes what a clause tells: "regrets that X has left", "noted with alarm that", "hopes that X will act".

What the clause says is read by itself; here it is told, in its own words, who regrets or hopes it.
"""

from collections.abc import Iterator

from graph.extract.arguments import Reader
from graph.extract.cues import cues
from graph.extract.emission import emit
from graph.extract.frames import SUBJECTS, Frame, is_infinitive, surface_of, verb_path
from graph.extract.openings import clause_text, spoken_words
from graph.extract.parse import Sentence
from graph.model import Extraction

FELT = (
    *("concerned", "convinced", "confident", "alarmed", "worried", "pleased", "glad", "disappointed", "dismayed"),
    *("saddened", "hopeful", "proud", "grateful", "afraid", "sorry", "encouraged", "gratified", "troubled"),
)
LONGEST = 25  # words of a clause that is told whole


def emit_stance(reader: Reader, s: Sentence, verb: int, frame: Frame) -> Iterator[Extraction]:
    """Who regrets, hopes or notes with a feeling what a clause tells, with the clause as the object."""
    if frame.passive or not frame.subjects or reader.open or (found := stance_of(s, verb)) is None:
        return
    told, clause = found
    marked = any(s.words[m].lemma == "that" for m in s.all_children(clause, "mark"))
    if not marked or clause < verb or is_infinitive(s, clause) or s.child(clause, *SUBJECTS, "expl") is None:
        return
    run = spoken_words(s, clause)
    while run and s.words[run[-1]].dep in ("cc", "punct"):
        run.pop()
    whole = run == list(range(run[0], run[-1] + 1)) and len(run) <= LONGEST
    open_ = any(s.words[i].tag == "PRP" or s.words[i].text.lower() in ("this", "these", "those") for i in run)
    if whole and not open_:
        path = [*verb_path(s, verb), *(s.words[i].text.lower() for i in told)]
        yield from emit(s, frame, path, (*surface_of(s, verb), *told), [clause_text(s, run)], rule="stance")


def stance_of(s: Sentence, verb: int) -> tuple[tuple[int, ...], int] | None:
    """The words behind a verb that tell how what it tells is taken, with the verb of the clause; None where none do.

    "Regrets that" has none, "notes with alarm that", "is concerned that" and "expresses hope that" have.
    """
    lemma, clause = s.words[verb].lemma, s.child(verb, "ccomp")
    if lemma in cues()["speech.stances"]:
        return ((), clause) if clause is not None and s.child(verb, "dobj", "acomp") is None else None
    for felt in s.all_children(verb, "acomp") if lemma in ("be", "remain") else ():
        below = s.child(felt, "ccomp")
        below = below if below is not None else clause
        if s.words[felt].text.lower() in FELT and below is not None:
            return (felt,), below
    for felt in s.all_children(verb, "dobj") if lemma in ("express", "voice", "reiterate") else ():
        below = s.child(felt, "acl")
        feeling = s.words[felt].lemma in (cues()["nouns.feelings"] | {"hope"}) - cues()["nouns.committing"]
        if feeling and below is not None and felt - verb < 3:
            return (*range(verb + 1, felt + 1),), below
    for prep in s.all_children(verb, "prep") if lemma in ("note", "recognise", "recognize", "observe") else ():
        target = s.child(prep, "pobj")
        if s.words[prep].lemma == "with" and target is not None and prep == verb + 1 and clause is not None:
            return (*range(prep, target + 1),), clause
    return None
