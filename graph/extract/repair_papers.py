"""Mends in a parse: what a relative clause tells of a paper, and how papers are adopted."""

from graph.extract.trees import Words, child_of, hang, root_of, where

PAPERS = ("report", "letter", "resolution", "decision", "statement", "study", "assessment", "judgment", "opinion")


@where("which", "advcl", ",", PAPERS)
def mend_clauses_about_papers(words: Words) -> Words:
    """A clause with "which" tells of the paper before it, not of the verb: "noting the report of X, which calls"."""
    paper = child_of(words, root_of(words), "dobj")
    for clause in words[4:]:
        which = child_of(words, clause.i, "nsubj", "nsubjpass", end=clause.i)
        led = clause.dep == "advcl" and which is not None and which.text == "which" and words[which.i - 1].text == ","
        if paper is None or which is None or not led or paper.lemma not in PAPERS or paper.tag != "NN":
            continue
        single = any(w.tag == "VBZ" or w.text == "was" for w in words[which.i : clause.i + 1])
        if clause.head == paper.head and paper.i < which.i and single:
            hang(words, clause.i, paper.i, "relcl")
    return words


VOTES = ("vote", "consensus", "acclamation", "ballot", "margin")


@where("agent", VOTES)
def mend_votes(words: Words) -> Words:
    """How a thing was adopted is nobody who did it: "adopted by a recorded vote of 29 to 4"."""
    for by in words[1:-1]:
        vote = child_of(words, by.i, "pobj", start=by.i) if by.dep == "agent" else None
        if vote is not None and vote.lemma in VOTES:
            hang(words, by.i, by.head, "dep")
            second = child_of(words, vote.i, "prep", start=vote.i)
            if second is not None and second.text == "by":  # "adopted by consensus by the Council"
                hang(words, second.i, by.head, "agent")
    return words
