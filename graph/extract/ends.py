"""Where a noun phrase may end: not inside a compound, a list, or before what its last verb needs."""

from collections.abc import Sequence

from graph.extract.coordination import list_head
from graph.extract.cues import cues
from graph.extract.parse import Sentence

LONGEST_NODE = 16  # words of a phrase that can be a node without a clause
LONGEST_WHOLE = 24  # words of a phrase with the clause that belongs to it
FEWEST = 3  # words behind the first that a phrase cut off before a pronoun must have
ARTICLES = ("the", "a", "an", "no", "all", "any", "each", "every", "some", "both")


def settled(s: Sentence, head: int, end: int) -> int:
    """Where a phrase may end at most: not inside a compound, "rules on gun trade", or before an adjective's noun."""
    inner = ("compound", "amod", "nmod", "nummod", "poss", "det", "quantmod", "advmod", "aux", "case")
    loose = ("ADP", "CCONJ", "PUNCT", "DET", "SCONJ", "PART", "AUX")
    while end > head:
        word = s.words[end]
        cut = word.dep in inner and word.head > end
        joined = end + 1 < len(s.words) and s.words[end + 1].text == "-" and s.words[end + 1].start == word.end
        hanging = word.pos in loose and word.tag not in ("RP", "POS") and not is_stranded(s, end)
        cut = cut or (
            word.pos == "VERB" and any(c > end for c in s.all_children(end, "dobj", "dative", "xcomp", "conj"))
        )
        nounless = word.pos == "ADJ" and s.words[end - 1].pos == "DET"  # "a system for an inclusive", cut by a comma
        # "countries able", cut from "to do so"
        nounless = nounless or (word.pos == "ADJ" and any(c > end for c in s.all_children(end, "prep", "xcomp")))
        if not (cut or joined or nounless or (hanging and end < head + LONGEST_WHOLE)):
            break
        end -= 1
    return before_clauses(s, head, end)


def before_clauses(s: Sentence, head: int, end: int) -> int:
    """Where a phrase may end at most without a clause that lacks its verb: "a system where pupils | feel free"."""
    clauses = [c for i in range(head, end + 1) for c in s.all_children(i, "relcl") if c > end]
    # "the request that 75 percent | of that budget be paid"
    clauses += [c for c in s.all_children(head, "acl") if c > end and s.child(c, "mark") is not None]
    begun = [s.subtree(c)[0] for c in clauses]
    begun += [i for i in range(head + 1, end + 1) if s.words[i].tag == "WRB" and not has_verb(s, i, end)]
    return min([end, *(first - 1 for first in begun if head < first <= end)])  # no clause without its verb


def is_stranded(s: Sentence, i: int) -> bool:
    """Whether a word is a preposition whose noun stands before it: "the treaties that X is party to"."""
    return s.words[i].pos == "ADP" and any(s.words[c].dep == "pobj" and c < i for c in s.children[i])


def has_verb(s: Sentence, first: int, last: int) -> bool:
    """Whether there is a verb among some words."""
    return any(w.pos in ("VERB", "AUX") for w in s.words[first : last + 1])


def boundary(s: Sentence, last: int, first: int) -> int:
    """Where a long phrase may end: behind a noun that a preposition, "and" or a clause goes on from; -1 where nowhere.

    Between the words `first` and `last`: "the news that X is to fund the port" of all that the news was.
    """
    for end in range(last, first + 2, -1):
        if is_member(s, end):
            continue
        going_on = s.words[end + 1].dep in ("prep", "cc", "mark", "punct") or s.words[end + 1].tag in (
            "WDT",
            "WP",
            "TO",
        )
        owned = s.words[end].dep in ("nsubj", "nsubjpass") or s.words[end + 1].lemma == "of"
        if s.words[end].pos in ("NOUN", "PROPN", "NUM") and going_on and not owned:
            return end
    return -1


def is_member(s: Sentence, i: int) -> bool:
    """Whether a list goes on behind a word: to end with some of its members would be to say it of them alone."""
    chain = [list_head(s, i)]
    for at in chain:
        chain.extend(c for c in s.all_children(at, "conj") if s.words[c].pos in ("NOUN", "PROPN"))
    return chain[-1] > i and len(chain) > 2


def shortened(s: Sentence, head: int, run: Sequence[int]) -> list[int]:
    """A phrase too long for a node up to a preposition in it: "the announcement of $1 billion" in new aid of all kinds.

    As it is where none of its prepositions leaves enough of it.
    """
    for end in range(min(run[0] + LONGEST_NODE, run[-1]) - 1, head, -1):
        ends = s.words[end].pos in ("NOUN", "PROPN", "NUM") and s.words[end + 1].dep == "prep"
        if ends and s.words[end].dep not in ("compound", "amod", "nmod") and s.words[end + 1].lemma != "of":
            return list(range(run[0], end + 1))
    return list(run)


def before_pointing(s: Sentence, head: int, run: Sequence[int]) -> list[int]:
    """The words of a phrase before the preposition that leads to "this", "it" or "their"; none where too few are left.

    "a key supplier of gas to these states" is a key supplier of gas; "the aims of this vision" are no aims.
    """
    open_ = (
        i for i in run if i > head and s.words[i].tag in ("PRP", "PRP$", "DT") and s.words[i].lemma not in ARTICLES
    )
    first = next(open_, None)
    if first is None:
        return []
    end = first - 1
    while end > head and s.words[end].pos not in ("ADP", "SCONJ", "CCONJ") and s.words[end].tag != "TO":
        end -= 1
    loose = ("ADP", "SCONJ", "CCONJ", "PUNCT", "PART", "ADV", "DET", "VERB", "AUX")
    while end > head and (s.words[end].pos in loose or s.words[end].lemma in ("both", "all", "some", "many", "most")):
        end -= 1
    end = min(end, before_clauses(s, head, end))
    while end > head and (torn := torn_verb(s, head, end)) is not None:
        end = torn - 1
        while end > head and (s.words[end].pos in loose or s.words[end].tag == "TO"):
            end -= 1
    while s.words[end].dep == "pobj" and s.words[end].head > head and is_half(s, end):
        end = s.words[end].head - 1
    meaning = cues()["nouns.empty"] | cues()["nouns.light"] | cues()["nouns.committing"] | cues()["nouns.needing"]
    bare = s.words[end].lemma in meaning  # "the commitment to its allies" is no bare commitment
    return list(range(run[0], end + 1)) if end - run[0] >= FEWEST and not bare else []


# What a verb cannot be without once it is told: "to provide X with", "to turn X into".
NEEDED = ("with", "as", "into", "to", "from", "by")


def torn_verb(s: Sentence, head: int, end: int) -> int | None:
    """The verb of a phrase whose last noun lost what that goes on to: "to provide X | with the support it needs"."""
    if s.words[end].dep == "acomp" and any(c > end for c in s.all_children(end, "prep")):
        be = s.words[end].head  # "policies that are representative | of our values"
        return s.subtree(be)[0] if head < be else None
    if s.words[end].pos == "VERB":
        return end if any(c > end for c in s.all_children(end, "dobj", "ccomp", "xcomp")) else None
    verb = s.words[end].head
    held = s.words[end].dep in ("dobj", "nsubj", "nsubjpass", "pobj") and head < verb
    verb = s.words[verb].head if held and s.words[end].dep == "pobj" else verb
    if not held or s.words[verb].pos not in ("VERB", "AUX"):
        return None
    needed = any(c > end and s.words[c].lemma in NEEDED for c in s.all_children(verb, "prep"))
    lost = needed or any(c > end for c in s.all_children(verb, "dative", "dobj", "ccomp", "xcomp"))
    own = s.words[end].dep in ("nsubj", "nsubjpass") and verb > end
    return end if own else verb if lost and verb < end else None


def is_half(s: Sentence, end: int) -> bool:
    """Whether a noun needs the "of" it lost: "across the full range | of our sectors"."""
    of = s.words[end + 1].lemma == "of" if end + 1 < len(s.words) else False
    return of and any(s.words[d].lemma == "the" for d in s.all_children(end, "det"))
