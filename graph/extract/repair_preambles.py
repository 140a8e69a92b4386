"""Mends in a parse: what resolutions and declarations recall, note and take note of, one paper behind another."""

from dataclasses import replace

from graph.extract.cues import cues, stating
from graph.extract.parse import Word
from graph.extract.trees import (
    NOUNS,
    Words,
    child_of,
    first_of,
    hand_over,
    hang,
    has_own,
    is_named,
    join_to,
    root_of,
    where,
)

NOTED = ("appreciation", "satisfaction", "interest", "concern", "regret", "gratitude", "approval", "alarm")


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
        for deed in words[noted.i + 1 :]:  # "the offer of X to host Y": one takes note to do nothing
            if deed.head == verb and deed.dep == "xcomp" and deed.tag == "VB":
                hang(words, deed.i, noted.i, "acl")
        second = next((w for w in words[noted.i :] if w.text == "of" and w.dep == "conj" and w.head == of.i), None)
        beside = child_of(words, second.i, "pobj", start=second.i) if second is not None else None
        if second is not None and beside is not None:  # "and of the offer of Y"
            hang(words, beside.i, noted.i, "conj")
            hang(words, second.i, beside.i, "dep")
    return words


@where("VBG", "VB", "TO", "dobj", ("of", "poss"), ("conj", "xcomp", "advcl"))
def mend_efforts_noted(words: Words) -> Words:
    """Whose efforts are noted is to act, not who notes: "Noting the efforts of Chad, which chairs X, to convene Y"."""
    for deed in words[4:]:
        verb = words[deed.head]
        if deed.tag != "VB" or deed.dep not in ("conj", "xcomp", "advcl") or verb.tag != "VBG":
            continue
        effort = child_of(words, verb.i, "dobj", start=verb.i, end=deed.i)
        to = child_of(words, deed.i, "aux", end=deed.i)
        aims = cues()["nouns.trying"] | cues()["nouns.aiming"] | cues()["nouns.committing"]
        tried = effort is not None and effort.lemma in aims
        if effort is None or not tried or to is None or to.tag != "TO" or words[to.i - 1].text in ("and", "or"):
            continue
        owned = any(w.head == effort.i and (w.dep == "poss" or (w.dep == "prep" and w.text == "of")) for w in words)
        if owned:
            hang(words, deed.i, effort.i, "acl")
    return words


@where("conj", ("and", "or"), "dobj")
def mend_papers_beside_verbs(words: Words) -> Words:
    """A thing with an article behind "and" is no second verb: "recalling the X, adopted in June 2014, and the Y"."""
    for name in words[5:]:
        verb = words[name.head]
        if name.dep != "conj" or verb.pos != "VERB":
            continue
        first = child_of(words, verb.i, "dobj", start=verb.i, end=name.i)
        noun = name.pos in ("NOUN", "PROPN") and first is not None and first.pos in ("NOUN", "PROPN")
        if not noun or first is None:
            continue
        article = child_of(words, name.i, "det", "poss", start=verb.i, end=name.i)
        told = article is not None and verb.lemma in stating()  # "welcoming the aid, and the decision of X"
        if not told and not (is_named(name) and is_named(first)):
            continue
        start = article.i if article is not None else name.i
        if words[start - 1].text == "and" and not has_own(words, name.i):
            join_to(words, name.i, first.i, words[start - 1])
    return words


@where(("advcl", "csubj"), "VBG", (",", ";"))
def mend_openings_of_preambles(words: Words) -> Words:
    """A clause of a preamble is its first word's: "Recalling its duty under the X, signed by Y," signs the X.

    "Condemning the raid, in which two men died and six were hurt, and thanking Peru," condemns and thanks.
    """
    root = words[root_of(words)]
    opening = words[0] if words[0].tag == "VBG" else words[1] if len(words) > 1 else root
    stated = opening.tag == "VBG" and opening.lemma in (*stating(), "take", "express")
    above = words[opening.head]  # the root, or the noun that the parser takes for its subject
    first = child_of(words, opening.i, "dobj", start=opening.i, end=root.i)
    stated = stated and root.i in (above.i, above.head)
    if not stated or opening.dep not in ("advcl", "csubj") or words[-1].text not in (",", ";") or first is None:
        return words
    subject = child_of(words, root.i, "nsubj", "nsubjpass", end=root.i)
    done = root.tag in ("VBN", "VBD") and child_of(words, root.i, "aux", "auxpass", "dobj") is None
    if root.pos in NOUNS and subject is None:
        member = (root.i, first.i, "conj")
    elif done and subject is None:
        named = words[root.i - 2] if words[root.i - 1].text == "," else first
        member = (root.i, (named if is_named(named) else first).i, "acl")
    elif done and subject is not None and (before := clause_before(words, subject, root)) is not None:
        member = (root.i, before.i, "conj")  # "… in which two were killed and five others wounded"
    elif root.tag == "VBN" and done and subject is not None and words[subject.i - 1].text == "particular":
        hang(words, subject.i, first.i, "appos")
        hang(words, subject.i - 2, subject.i, "dep")  # "in particular"
        member = (root.i, subject.i, "acl")
    else:
        return words
    for word in words:
        if word.head == root.i and (word.i < opening.i or (word.i > root.i and word.dep in ("punct", "cc", "conj"))):
            partner = word.dep != "conj" or word.tag == "VBG"
            hang(words, word.i, opening.i if partner and root.pos not in NOUNS else word.head, word.dep)
    hang(words, opening.i, opening.i, "ROOT")
    words[root.i] = replace(root, tag="VBN" if done else root.tag, head=member[1], dep=member[2])
    if subject is not None and member[2] == "conj":
        hang(words, subject.i, root.i, "nsubjpass")
    return words


def clause_before(words: Words, subject: Word, root: Word) -> Word | None:
    """The passive of a relative clause with which a passive without "were" goes on: "killed and five wounded"."""
    start = first_of(words, subject.i)
    before = next((w for w in reversed(words[:start]) if w.dep == "relcl"), None)
    joined = words[start - 1].text == "and" and root.i == subject.i + 1
    return before if joined and before is not None and child_of(words, before.i, "auxpass") else None


@where("note", "with", NOTED, ("ccomp", "acl", "relcl"), ",")
def mend_stands_in_series(words: Words) -> Words:
    """What is noted with a feeling takes no stand itself: "we note with concern X, call on Y and thank Z"."""
    for stand in words[6:]:
        above = words[stand.head]
        beside = stand.dep in ("acl", "relcl") and above.dep == "dobj"  # the parser hangs it on what is noted
        note = words[above.head] if beside else above
        felt = note.lemma in ("note", "observe") and words[min(note.i + 1, len(words) - 1)].text == "with"
        thing = above if beside else child_of(words, stand.i, "nsubj", start=note.i, end=stand.i)
        if not (beside or stand.dep == "ccomp") or not felt or thing is None or stand.lemma not in stating():
            continue
        plain = child_of(words, stand.i, "mark", "aux", end=stand.i) is None and stand.tag in ("VB", "VBP", "VBZ")
        if not plain or words[stand.i - 1].text != ",":
            continue
        hang(words, thing.i, note.i, "dobj")
        hang(words, stand.i, note.i, "conj")
        for last in words[stand.i + 1 :]:
            same = last.dep == "conj" and last.lemma in stating() and last.head != stand.i and last.head > stand.i
            if same and words[last.i - 1].text == "and" and words[last.i - 2].text == ",":
                hang(words, last.i, stand.i, "conj")
    return words


@where("nummod", ("since", "in", "by", "until", "from"), "prep")
def mend_years_before_names(words: Words) -> Words:
    """A year right behind its preposition is no part of the name after it: "Since 2010 Embrapa has trained"."""
    for year in words[1:-1]:
        name, prep = words[year.head], words[year.i - 1]
        dated = year.dep == "nummod" and len(year.text) == len("2010") and year.text.isdigit()
        led = prep.text.lower() in ("since", "in", "by", "until", "from") and prep.dep == "prep"
        subject = name.dep in ("nsubj", "nsubjpass") and name.i == year.i + 1 and name.pos == "PROPN"
        if dated and led and subject and child_of(words, prep.i, "pobj") is None:
            hang(words, year.i, prep.i, "pobj")
    return words


@where("ROOT", "PROPN", ("compound", "nmod", "amod"))
def mend_preambles_as_names(words: Words) -> Words:
    """A preamble's first word in "-ing" is what it does, and no name: "Commending Peru and Chad for hosting X"."""
    first, root = words[0], words[root_of(words)]
    stem = first.text.lower().removesuffix("ing")
    said = next((verb for verb in (stem, f"{stem}e") if verb in stating()), None)
    named = first.head == root.i == 1 and first.dep in ("compound", "nmod", "amod") and root.pos in NOUNS
    if said is None or first.text.islower() or not first.text.endswith("ing") or not named:
        return words
    words[0] = replace(first, pos="VERB", tag="VBG", lemma=said, dep="ROOT", head=0)
    hang(words, 1, 0, "dobj")
    hand_over(words, 1, 0, dep="punct")
    for prep in words[2:]:
        if prep.head == 1 and prep.text == "for":
            hang(words, prep.i, 0, "prep")
    return words
