"""Mends in a parse: what stands behind the other phrases of a noun for a deed and is the deed's all the same."""

from graph.extract.cues import cues
from graph.extract.parse import Word
from graph.extract.relative_times import MONTHS
from graph.extract.trees import Words, child_of, hang, is_named, where

# What leads to whom a deed reaches, to who does it, and to those between whom it is.
REACHING = ("on", "against", "to")
DOING, SHARING = "by", "between"
INSIDE = ("ADP", "DET", "NOUN", "PROPN", "NUM", "ADJ", "PART")


@where((*REACHING, DOING, SHARING), "NOUN", ("dobj", "pobj", "nsubj"))
def mend_phrases_of_deeds(words: Words) -> Words:
    """Behind its date and place a deed goes on: "condemned the attack of 3 May on X by Y", "clashes in May between X".

    The parser hangs such a phrase on the verb above, or on the date.
    """
    for prep in words[3:-1]:
        if prep.dep not in ("prep", "agent") or prep.text not in (*REACHING, DOING, SHARING):
            continue
        target = child_of(words, prep.i, "pobj", start=prep.i)
        deed = deed_before(words, prep) if target is not None and not is_time(target) else None
        if deed is None or target is None or prep.head in (deed.i, target.i):
            continue
        above = words[prep.head]
        again = any(w.head == deed.i and w.text == prep.text and w.dep == "prep" for w in words[deed.i : prep.i])
        again = again and not any(is_time(w) for w in words if w.dep == "pobj" and words[w.head].head == deed.i)
        loose = (above.i < deed.i and child_of(words, above.i, "auxpass") is None) or is_time(above)
        doer = is_named(target) or target.tag == "NNS"
        pair = child_of(words, target.i, "conj", start=target.i) is not None
        if loose and not again and (doer if prep.text == DOING else pair if prep.text == SHARING else True):
            hang(words, prep.i, deed.i, "prep")
    return words


def is_time(word: Word) -> bool:
    """Whether a word tells when, or how much: no deed reaches a day, and none is done by five percent."""
    return word.label in ("DATE", "TIME", "PERCENT", "CARDINAL", "QUANTITY", "MONEY") or word.text.lower() in MONTHS


def deed_before(words: Words, prep: Word) -> Word | None:
    """The nearest noun for a deed in whose phrases a preposition stands that the deed takes; or None."""
    for word in reversed(words[: prep.i]):
        if word.pos not in INSIDE:
            return None
        nominal = cues().nominals.get(word.lemma) if word.pos == "NOUN" else None
        if (
            nominal is None
            or child_of(words, word.i, "prep", start=word.i) is None
            or word.dep not in ("dobj", "pobj", "nsubj")
        ):
            continue
        shared = prep.text == SHARING and "with" in nominal.prepositions
        if shared or prep.text in nominal.prepositions or (prep.text == DOING and "with" not in nominal.prepositions):
            return word
    return None
