"""Mends in a parse: what is to be so or to be done, where the parser stops at the first noun or takes the nearest."""

from collections.abc import Collection

from graph.extract.cues import cues
from graph.extract.parse import Word
from graph.extract.trees import Words, below, child_of, first_of, hang, last_of, make_subject, where

ENSURING = ("ensure", "ensuring", "ensures", "ensured")
RELATIVES = ("who", "that", "which")
CALLING = ("on", "upon", "to")


@where(ENSURING, "dobj", ("VBZ", "VBP", "MD"))
def mend_ensured_clauses(words: Words) -> Words:
    """A verb in the present right behind what is ensured says what is to be so: "to ensure markets are stable".

    The parser makes the noun an object and joins the verb to one before; but such a verb has no other subject.
    """
    for word in list(words):
        if word.lemma != "ensure" or word.pos != "VERB":
            continue
        noun = child_of(words, word.i, "dobj", start=word.i)
        verb = verb_behind(words, last_of(words, noun.i)) if noun is not None else None
        if noun is None or verb is None or verb.dep != "conj" or child_of(words, verb.i, "cc", end=verb.i) is not None:
            continue
        second = child_of(words, verb.i, "nsubj", "nsubjpass")  # "ensure A and B are heard": B's only by the parse
        if second is not None and not (second.i > noun.i and words[second.i - 1].text == "and"):
            continue
        if second is not None:
            hang(words, second.i, noun.i, "conj")
        hang(words, verb.i, word.i, "ccomp")
        make_subject(words, noun.i, verb.i)
    return words


def verb_behind(words: Words, last: int) -> Word | None:
    """The verb whose finite form stands right behind a word, or behind that and "and" with one noun; or None."""
    for at in (last + 1, last + 2, last + 3):
        if at >= len(words):
            return None
        form = words[at]
        verb = words[form.head] if form.dep in ("aux", "auxpass") else form
        if form.tag in ("VBZ", "VBP", "MD") and verb.pos in ("VERB", "AUX"):
            return verb
        if form.text != "and" and form.dep not in ("nsubj", "nsubjpass"):
            return None
    return None


@where(RELATIVES, "TO", "relcl")
def mend_asked_behind_relatives(words: Words) -> Words:
    """Who is asked is asked for something: "urge states that pledged aid to pay it" urges them to pay it.

    The parser leaves the infinitive to the relative clause, or to a noun in it.
    """
    for word in list(words):
        if word.dep != "relcl" or not is_told_of_asked(words, word):
            continue
        asked = words[word.head]
        above = words[asked.head]
        verb = words[above.head] if above.dep == "prep" and above.text in CALLING else above
        if verb.lemma not in cues()["modality.proposed"] or verb.lemma == "invite" or verb.pos != "VERB":
            continue
        if any(is_to(words, w) for w in words if w.head == verb.i and w.dep in ("xcomp", "ccomp", "advcl")):
            continue
        inside = (w for w in words[word.i + 2 :] if w.dep in ("xcomp", "acl", "advcl", "relcl", "ccomp"))
        inner = [w for w in inside if is_to(words, w) and below(words, w.i, word.i) and not is_beside(words, word, w)]
        if inner and not any(w.dep == "mark" for w in children(words, inner[-1].i)):
            hang(words, inner[-1].i, verb.i, "xcomp")
    return words


def is_told_of_asked(words: Words, clause: Word) -> bool:
    """Whether a relative clause tells of a noun as its subject: "states that pledged aid"."""
    subject = child_of(words, clause.i, "nsubj", "nsubjpass", end=clause.i)
    return subject is not None and subject.text.lower() in RELATIVES


def is_beside(words: Words, clause: Word, verb: Word) -> bool:
    """Whether an infinitive stands right behind the verb of its clause, which takes it: "that want to join"."""
    return verb.head == clause.i and words[clause.i + 1].text == "to"


def is_to(words: Words, verb: Word) -> bool:
    """Whether a verb is an infinitive with "to"."""
    return any(w.text == "to" and w.dep == "aux" for w in children(words, verb.i))


def children(words: Words, head: int) -> Collection[Word]:
    """The words that hang on a word."""
    return [w for w in words if w.head == head and w.i != head]


@where(("advcl", "xcomp"), "dobj", ",", "TO")
def mend_objects_behind_aims(words: Words) -> Words:
    """What stands behind an aim and its object, after a comma, is aimed at too: "work together to end A, B, and C".

    A verb with "together" has its object before the aim or none.
    """
    for word in list(words[4:]):
        verb = words[word.head]
        if (
            word.dep != "dobj"
            or verb.i > word.i
            or verb.pos != "VERB"
            or words[first_of(words, word.i) - 1].text != ","
        ):
            continue
        aim = next((w for w in words[verb.i : word.i] if w.head == verb.i and w.dep in ("advcl", "xcomp")), None)
        thing = child_of(words, aim.i, "dobj", start=aim.i, end=word.i) if aim is not None else None
        own = any(w.head == verb.i and w.dep == "dobj" for w in words[: word.i])
        if aim is None or thing is None or own or not is_to(words, aim):
            continue
        if last_of(words, thing.i) == first_of(words, word.i) - 2:
            hang(words, word.i, thing.i, "conj")
    return words
