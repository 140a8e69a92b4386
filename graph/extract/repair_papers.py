"""Mends in a parse: how papers are adopted."""

from graph.extract.trees import Words, child_of, hang, where

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
