"""Mends in a parse: offices and parts behind "as", and what belongs to them."""

from graph.extract.roles import is_part
from graph.extract.trees import Words, below, child_of, hand_over, hang, where


@where("as", "pobj", "conj", "of")
def mend_second_parts(words: Words) -> Words:
    """A second part with its own "of" is beside the first: "As chair of the Union's panel and host of Y, we"."""
    if words[0].text != "As" or words[0].dep != "prep":
        return words
    part = child_of(words, 0, "pobj")
    for second in words[part.i + 1 :] if part is not None and is_part(part) else ():
        if second.text == ",":
            break
        first = words[second.head]
        own = child_of(words, second.i, "prep", start=second.i) is not None
        inner = part is not None and second.dep == "conj" and first.i != part.i and below(words, first.i, part.i)
        if inner and part is not None and own and is_part(second) and not is_part(first):
            hand_over(words, first.i, part.i, start=first.i + 1, end=second.i, dep="cc")
            hang(words, second.i, part.i, "conj")
    return words


@where("as", "with", "of", "pobj")
def mend_parts_held_with(words: Words) -> Words:
    """What two lead together is behind "of": "As co-lead with Japan of the Partners Group, the EU supports X"."""
    for of in words[4:-1]:
        other = words[of.head]
        with_ = words[other.head]
        part = words[with_.head]
        held = of.text == "of" and other.name is not None and other.dep == "pobj" and with_.text == "with"
        if held and is_part(part) and part.dep == "pobj" and words[part.head].lemma == "as":
            hang(words, of.i, part.i, "prep")
    return words


@where("as", "mark", "pobj", "dobj")
def mend_parts_of_asked(words: Words) -> Words:
    """An "as" with a part behind it joins no clauses: "encourages A and B, as guarantors of X, to support it"."""
    for mark in words[2:-3]:
        part = child_of(words, mark.i, "pobj", start=mark.i)
        clause = words[mark.head]
        asked = mark.lemma == "as" and mark.dep == "mark" and clause.tag == "VB" and words[clause.head].pos == "VERB"
        if (
            asked
            and part is not None
            and is_part(part)
            and mark.i < part.i < clause.i
            and words[mark.i - 1].text == ","
        ):
            hang(words, mark.i, clause.head, "prep")
            hang(words, clause.i, clause.head, "xcomp")
    return words
