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

LONGEST = 25  # words of a clause that is told whole


def emit_stance(reader: Reader, s: Sentence, verb: int, frame: Frame) -> Iterator[Extraction]:
    """Who regrets, hopes or notes with a feeling what a clause tells, with the clause as the object."""
    told = stance_of(s, verb)
    clause = s.child(verb, "ccomp")
    if told is None or clause is None or frame.passive or not frame.subjects or reader.open:
        return
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


def stance_of(s: Sentence, verb: int) -> tuple[int, ...] | None:
    """The words behind a verb that tell how what it tells is taken: "with alarm"; none behind "regrets".

    None where the verb tells no stance.
    """
    lemma = s.words[verb].lemma
    if lemma in cues()["speech.stances"]:
        return () if s.child(verb, "dobj", "acomp") is None else None
    for prep in s.all_children(verb, "prep") if lemma in ("note", "recognise", "recognize", "observe") else ():
        feeling = s.child(prep, "pobj")
        if s.words[prep].lemma == "with" and feeling is not None and prep == verb + 1:
            return (*range(prep, feeling + 1),)
    return None
