"""Mends in a parse: phrases set off by commas or brackets, before the subject or behind it."""

from dataclasses import replace

from graph.extract.numbers import SHORT_SCALES
from graph.extract.trees import (
    NOUNS,
    Words,
    below,
    child_of,
    first_of,
    hand_over,
    hang,
    has_object,
    has_own,
    join_to,
    last_of,
    root_of,
    where,
)

# Forms that a verb has in the base form and in the past alike.
UNCHANGED = frozenset(
    {
        "set",
        "put",
        "cut",
        "hit",
        "let",
        "shut",
        "spread",
        "beat",
        "quit",
        "split",
        "cast",
        "cost",
        "bid",
        "read",
        "lay",
        "hurt",
        "burst",
    }
)
# Adverbs that go with the verb before them as one: "walk out", "hold back".
GOING_ALONG = ("out", "up", "off", "down", "away", "back", "over")
GLUED = (*SHORT_SCALES, "km", "kg")  # units written in one with their number


@where(",", "PROPN")
def mend_two_openings(words: Words) -> Words:
    """A common noun set off before a name says what the name is: "a former minister, Silva joined the board"."""
    governors = {w.head for w in words if w.pos == "PROPN" and w.dep in ("nsubj", "nsubjpass")}
    for verb in list(words):
        finite = verb.pos in ("VERB", "AUX") and verb.tag in ("VBD", "VBZ", "VBP", "VB", "VBN")
        if verb.i not in governors or not finite:
            continue
        before = [w for w in words[: verb.i] if w.head == verb.i and w.pos in NOUNS]
        named = [w for w in before if w.dep in ("nsubj", "nsubjpass") and w.pos == "PROPN"]
        if len(named) != 1 or first_of(words, named[0].i) < 2:
            continue
        name, start = named[0], first_of(words, named[0].i)
        noun = next((w for w in before if w.i < start and w.dep in ("nsubj", "nsubjpass", "advcl")), None)
        closed = words[start - 1].text == "," and words[name.i + 1].text != ","
        if noun is None or noun.pos != "NOUN" or noun.name is not None or not closed:
            continue
        if (
            first_of(words, noun.i) == 0
            and has_own(words, noun.i, "det")
            and not has_own(words, noun.i, "appos", "conj")
        ):
            hang(words, noun.i, name.i, "appos")
    return words


@where("relcl", ",", "PROPN")
def mend_contact_clauses(words: Words) -> Words:
    """No comma stands before a clause without its pronoun: in "the youngest of seven, Ann grew up there", Ann grew."""
    for verb in list(words):
        if verb.dep != "relcl":
            continue
        noun = words[verb.head]
        subject = child_of(words, verb.i, "nsubj", "nsubjpass")
        if subject is None or noun.head != noun.i or subject.tag in ("WDT", "WP"):
            continue
        start = first_of(words, subject.i)
        wh = any(w.tag in ("WDT", "WP", "WP$", "WRB") for w in words[noun.i : verb.i])
        if wh or start < 2 or words[start - 1].text != "," or first_of(words, noun.i) > 0 or subject.pos != "PROPN":
            continue
        hang(words, verb.i, verb.i, "ROOT")
        hang(words, noun.i, subject.i, "appos")
        words[noun.i] = replace(words[noun.i], pos="NOUN", tag="NN")
        hand_over(words, noun.i, verb.i, start=verb.i)
    return words


@where("relcl", "PROPN")
def mend_only_verbs(words: Words) -> Words:
    """The only finite verb is the sentence's: in "her marriage to the poet Karl Berg ended", the marriage ended."""
    finite = [w for w in words if w.tag in ("VBD", "VBZ", "VBP", "MD")]
    verb = finite[0] if len(finite) == 1 else words[0]
    noun, root = words[verb.head], words[root_of(words)]
    name = next((w for w in words if w.head == verb.i and w.dep == "nsubj" and w.pos == "PROPN"), None)
    if verb.dep != "relcl" or name is None or root.pos != "NOUN" or noun.dep != "pobj":
        return words
    close = first_of(words, name.i) == noun.i + 1 and below(words, noun.i, root.i) and first_of(words, root.i) == 0
    if not close or noun.pos != "NOUN" or any(w.tag in ("WDT", "WP", "WRB") for w in words):
        return words
    hang(words, name.i, noun.i, "appos")
    hang(words, verb.i, verb.i, "ROOT")
    hang(words, root.i, verb.i, "nsubj")
    hand_over(words, root.i, verb.i, start=verb.i)
    return words


@where(("advmod", "npadvmod"), ",")
def mend_set_off(words: Words) -> Words:
    """A noun or a measure between commas behind a noun is beside it: "the stadium, home to X since 1968, seats Y"."""
    for word in list(words):
        noun = words[word.head]
        if word.dep not in ("advmod", "npadvmod") or noun.pos not in NOUNS or not noun.i < word.i:
            continue
        start = first_of(words, word.i)
        last = last_of(words, word.i)
        closed = words[start - 1].text == "," and last + 1 < len(words) and words[last + 1].text in (",", ".")
        if not closed:
            continue
        if word.pos == "NOUN":
            hang(words, word.i, noun.i, "appos")
        elif noun.head != noun.i and noun.dep.startswith("nsubj"):
            hang(words, word.i, noun.head, "advmod")
    return words


@where(",")
def mend_phrases_behind_subjects(words: Words) -> Words:
    """A phrase between commas behind a subject is the verb's: "the ministers, in their statement, urged calm"."""
    for prep in list(words):
        if prep.dep != "prep" or prep.lemma in ("include", "including", "as", "like", "with", "except"):
            continue
        noun = words[prep.head]
        verb = words[noun.head]
        subject = noun.dep in ("nsubj", "nsubjpass") and noun.i < prep.i < verb.i and verb.pos in ("VERB", "AUX")
        if not subject:
            continue
        start = first_of(words, prep.i)
        last = last_of(words, prep.i)
        closed = last + 1 < len(words) and words[last + 1].text == ","
        if words[start - 1].text != "," or not closed:
            continue
        of_all = any(w.head == prep.i and w.text.lower() in ("all", "both", "most") for w in words)  # "all from Lima"
        hang(words, prep.i, verb.i, "dep" if of_all else "prep")
    return words


@where(("other", "others"), "conj")
def mend_gapped_others(words: Words) -> Words:
    """The other one's way is not the first one's: "one went to Paris and the other to Rome"."""
    for other in list(words[:-1]):
        prep = words[other.i + 1]
        gapped = other.text.lower() in ("other", "others") and other.dep == "conj" and prep.dep == "prep"
        if gapped and has_own(words, other.i, "det") and prep.head < other.i:
            hang(words, prep.i, other.i, "prep")
            words[other.i] = replace(words[other.i], dep="dep")
    return words


@where("oprd", "prt")
def mend_particle_objects(words: Words) -> Words:
    """A name behind a verb with its particle is the verb's object: "called up Amir Berg"."""
    for name in list(words):
        if name.dep != "oprd" or name.pos != "PROPN":
            continue
        verb = words[name.head]
        close = any(w.head == verb.i and w.dep == "prt" and verb.i < w.i < name.i for w in words)
        if close and not has_object(words, verb.i):
            hang(words, name.i, verb.i, "dobj")
    return words


@where("(", ")")
def mend_bracketed_subjects(words: Words) -> Words:
    """What stands in brackets is no subject: "Ann Farrow (née Berg; 1899-1983) was a potter"."""
    for word in list(words):
        verb = words[word.head]
        if not word.dep.startswith("nsubj") or not word.i < verb.i:
            continue
        opening = next((w.i for w in reversed(words[: word.i]) if w.text in ("(", ")")), None)
        closing = next((w.i for w in words[word.i : verb.i] if w.text in ("(", ")")), None)
        bracketed = opening is not None and words[opening].text == "(" and closing is not None
        if not bracketed or opening in (None, 0) or words[closing or 0].text != ")":
            continue
        name = words[opening - 1]
        if name.pos not in NOUNS:
            continue
        hang(words, name.i, verb.i, word.dep)
        hand_over(words, word.i, name.i, end=opening)
        hang(words, word.i, name.i, "dep")
    return words


@where(",", "cc")
def mend_crossing(words: Words) -> Words:
    """What goes on behind a verb is not beside a noun before it: "is known for its market, its mills and the fair"."""
    for word in list(words):
        noun = words[word.head]
        if word.dep not in ("appos", "conj") or word.pos not in NOUNS or noun.pos not in NOUNS or not noun.i < word.i:
            continue
        verb = words[noun.head]
        crossing = noun.dep.startswith("nsubj") and verb.pos in ("VERB", "AUX") and noun.i < verb.i < word.i
        if not crossing or not any(w.head == word.i and w.dep == "cc" for w in words):
            continue
        start = first_of(words, word.i)
        last = words[start - 2] if start > 1 and words[start - 1].text == "," else None
        if last is None or last.pos not in ("NOUN", "PROPN") or last.i <= verb.i:
            continue
        if last.dep in ("pobj", "dobj", "attr"):
            hang(words, word.i, last.i, "conj")
    return words


@where("conj", "cc")
def mend_noun_conjuncts(words: Words) -> Words:
    """A noun behind "and" goes on with the noun before, not with the verb: "consists of a chair and six members"."""
    for word in list(words):
        verb = words[word.head]
        if word.dep != "conj" or word.pos not in ("NOUN", "PROPN") or verb.pos not in ("VERB", "AUX"):
            continue
        joint = child_of(words, verb.i, "cc", start=verb.i, end=word.i)
        before = words[joint.i - 1] if joint is not None and joint.i > verb.i + 1 else None
        if joint is None or before is None or before.pos not in ("NOUN", "PROPN") or before.dep not in ("pobj", "dobj"):
            continue
        alike = before.name is None or word.name is not None  # "in Peru and 250 students"
        noun = (
            alike
            and has_own(words, word.i, "det", "nummod", "poss")
            and not has_own(words, word.i, "aux", "dobj", "ccomp")
        )
        if first_of(words, word.i) == joint.i + 1 and noun:
            join_to(words, word.i, before.i, joint)
    return words


@where(",", "conj")
def mend_phrases_between(words: Words) -> Words:
    """A phrase between "and" and a verb belongs to that verb: "nodded and, without a word, left"."""
    for prep in list(words):
        verb = words[prep.head]
        if prep.dep != "prep" or prep.i < 2 or words[prep.i - 1].text != "," or words[prep.i - 2].dep != "cc":
            continue
        joined = next((w for w in words[prep.i :] if w.head == verb.i and w.dep == "conj" and w.pos == "VERB"), None)
        last = last_of(words, prep.i)
        closed = last + 1 < len(words) and words[last + 1].text == ","
        if joined is not None and verb.i < prep.i and closed and joined.i == last + 2:
            hang(words, prep.i, joined.i, "prep")
    return words


@where(GOING_ALONG, "advmod")
def mend_particles(words: Words) -> Words:
    """A bare adverb of place right behind a verb is part of it: "walk out", "hold back"."""
    for word in words[1:]:
        verb = words[word.i - 1]
        alone = (
            word.dep == "advmod" and word.head == verb.i and not has_own(words, word.i, "prep", "npadvmod", "advmod")
        )
        if alone and word.text in GOING_ALONG and verb.pos == "VERB" and verb.tag != "VBG":
            words[word.i] = replace(word, dep="prt", tag="RP", pos="ADP")
    return words


@where(UNCHANGED, "conj")
def mend_unchanged_forms(words: Words) -> Words:
    """A past goes on with no present: in "hopes to win the race and set a record", it is the infinitive's."""
    for word in list(words):
        verb = words[word.head]
        if word.dep != "conj" or word.text not in UNCHANGED or word.tag != "VBD":
            continue
        if verb.tag == "VB" and any(w.head == verb.i and w.tag == "MD" for w in words):  # "will open X and shut Y"
            words[word.i] = replace(word, tag="VB")
            continue
        if verb.tag not in ("VBZ", "VBP"):
            continue
        infinitive = child_of(words, verb.i, "xcomp", start=verb.i, end=word.i)
        if infinitive is not None and infinitive.tag == "VB" and not has_own(words, word.i, "aux"):
            words[word.i] = replace(word, tag="VB", head=infinitive.i)
    return words


@where(GLUED, "CD")
def mend_units(words: Words) -> Words:
    """A number written in one with its unit counts it: "$900m"."""
    for word in words[1:]:
        number = words[word.i - 1]
        glued = number.tag == "CD" and number.end == word.start and word.text in GLUED
        if not glued or number.head == word.i or word.head == number.i:
            continue
        hang(words, number.i, word.i, "nummod")
        hand_over(words, number.i, word.i)
    return words
