"""The object that several verbs share: "criticized, sanctioned and attacked X"."""

from graph.extract.cues import cues
from graph.extract.parse import Sentence

FAR = 4  # words from a verb to the one with which it shares its object


def shared_object(s: Sentence, verb: int) -> int | None:
    """The object that a verb shares with the one coordinated right behind it: "commended and backed X"; or None.

    With several in a row it is that of the last: "criticized, sanctioned and attacked X".
    """
    done = s.words[verb].tag == "VBN" and s.child(verb, "aux") is not None  # "has signed and will ratify X"
    beside = s.all_children(s.words[verb].head, "conj") if s.words[verb].dep == "conj" else []
    row = [c for c in (*s.all_children(verb, "conj"), *beside) if c > verb]
    fellows = [c for c in row if s.words[c].tag == s.words[verb].tag or is_modal(s, c, after=done)]
    after = next((c for c in fellows if s.child(c, "dobj") is not None), None)
    if after is not None and after != fellows[-1] and any(w.text == "," for w in s.words[verb:after]):
        return None  # "to flourish, build ports and create jobs"
    alone = s.words[verb].lemma in cues()["verbs.alone"]  # "decided to retire and open a camp"
    bare = not alone and s.child(verb, "prep", "xcomp", "ccomp", "dobj", "attr", "acomp", "prt", "advcl") is None
    close = (
        after is not None
        and after - verb <= FAR * len(row)
        and all(s.words[i].pos in ("CCONJ", "ADV", "AUX", "PUNCT") or i in fellows for i in range(verb + 1, after))
    )
    return s.child(after, "dobj") if after is not None and bare and close else None


def is_modal(s: Sentence, verb: int, *, after: bool) -> bool:
    """Whether a verb has an auxiliary of its own, behind one that has another."""
    return after and s.words[verb].tag == "VB" and any(s.words[a].tag == "MD" for a in s.all_children(verb, "aux"))
