"""Mends in a parse: what resolutions and declarations recall, note and take note of, one paper behind another."""

from graph.extract.cues import stating
from graph.extract.trees import Words, child_of, hang, has_own, is_named, where

NOTED = ("appreciation", "satisfaction", "interest", "concern", "regret", "gratitude", "approval", "alarm")
DONE_TO_PAPERS = ("adopt", "sign", "conclude", "ratify", "endorse", "approve", "launch", "hold", "issue", "agree")


@where(NOTED, "note", "of", "with")
def mend_notes_taken(words: Words) -> Words:
    """One takes note of a thing, whatever one feels: "takes note with appreciation of the pledge by X"."""
    for of in words[4:-1]:
        feeling = words[of.head]
        with_ = words[feeling.head]
        felt = of.text == "of" and feeling.lemma in NOTED and feeling.dep == "pobj" and of.i == feeling.i + 1
        note = words[with_.i - 1]
        noted = child_of(words, of.i, "pobj", start=of.i)
        if not felt or noted is None or with_.text != "with" or note.lemma != "note" or note.dep != "dobj":
            continue
        verb = note.head
        for part in (note, of):
            hang(words, part.i, verb, "prt")
        hang(words, with_.i, verb, "prep")
        hang(words, noted.i, verb, "dobj")
        second = next((w for w in words[noted.i :] if w.text == "of" and w.dep == "conj" and w.head == of.i), None)
        beside = child_of(words, second.i, "pobj", start=second.i) if second is not None else None
        if second is not None and beside is not None:  # "and of the offer of Y"
            hang(words, beside.i, noted.i, "conj")
            hang(words, second.i, beside.i, "dep")
    return words


@where("conj", ("and", "or"), "dobj")
def mend_papers_beside_verbs(words: Words) -> Words:
    """A thing with an article behind "and" is no second verb: "recalling the X, adopted in June 2014, and the Y"."""
    for name in words[5:]:
        verb = words[name.head]
        first = child_of(words, verb.i, "dobj", start=verb.i, end=name.i)
        noun = name.pos in ("NOUN", "PROPN") and first is not None and first.pos in ("NOUN", "PROPN")
        if name.dep != "conj" or not noun or verb.pos != "VERB" or first is None:
            continue
        article = child_of(words, name.i, "det", "poss", start=verb.i, end=name.i)
        told = article is not None and verb.lemma in stating()  # "welcoming the aid, and the decision of X"
        if not told and not (is_named(name) and is_named(first)):
            continue
        start = article.i if article is not None else name.i
        if words[start - 1].text == "and" and not has_own(words, name.i):
            hang(words, name.i, first.i, "conj")
            hang(words, start - 1, first.i, "cc")
    return words


@where(DONE_TO_PAPERS, "advcl", "dobj", ",")
def mend_papers_adopted(words: Words) -> Words:
    """A participle right behind a named paper and a comma tells of it: "recalls the X, adopted in June 2014"."""
    for done in words[4:]:
        verb, name = words[done.head], words[done.i - 2]
        told = done.dep == "advcl" and done.tag == "VBN" and done.lemma in DONE_TO_PAPERS
        behind = words[done.i - 1].text == "," and name.dep == "dobj" and name.head == verb.i and is_named(name)
        if told and behind and not has_own(words, done.i, "mark", "aux", "dobj"):
            hang(words, done.i, name.i, "acl")
    return words
