"""Mends in a parse: what stands behind the other phrases of a noun for a deed and is the deed's all the same."""

from dataclasses import replace

from graph.extract.cues import cues
from graph.extract.parse import Word
from graph.extract.relative_times import MONTHS
from graph.extract.trees import Words, child_of, first_of, give_root, hang, is_named, where

# What leads to whom a deed reaches, to who does it, and to those between whom it is.
REACHING = ("on", "against", "to")
DOING, SHARING = "by", "between"
CHOICES = ("election", "re-election", "reelection")  # by which somebody comes to a body
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


FEATS = frozenset({"victory", "success", "achievement", "anniversary", "independence", "win", "progress", "day"})


@where("congratulate", ("on", "upon"))
def mend_congratulations(words: Words) -> Words:
    """On what somebody is congratulated is no part of who it is: "congratulated the Minister on Peru's election"."""
    for on in words[2:-1]:
        whom = words[on.head]
        if on.text not in ("on", "upon") or whom.dep != "dobj" or words[whom.head].lemma != "congratulate":
            continue
        feat = child_of(words, on.i, "pobj", "pcomp", start=on.i)
        own = feat is not None and child_of(words, feat.i, "poss") is not None
        deed = feat is not None and (feat.lemma in CHOICES or feat.lemma in FEATS or feat.lemma in cues().nominals)
        if own or deed or (feat is not None and feat.tag == "VBG"):
            hang(words, on.i, whom.head, "prep")
    return words


# What happens, whatever it is: "fighting broke out between A and B".
HAPPENING = frozenset(
    {"break", "erupt", "flare", "resume", "start", "begin", "take", "occur", "happen", "continue", "rage", "end"}
    | {"escalate", "intensify", "hold", "conclude", "collapse", "fail", "stall", "reach", "strike", "broker", "mediate"}
    | {"negotiate", "follow", "spread"}
)
AGREED = ("conclude", "reach", "strike", "negotiate")  # what those do between whom a thing is done
MUTUAL = "with"
FIGHTING = "fighting"


@where("between", "cc", ("nsubj", "nsubjpass"))
def mend_sides_as_subjects(words: Words) -> Words:
    """Of two between whom a deed is, the second is no subject: "fighting between rebels and troops continued"."""
    for prep in words[1:-4]:
        noun, first = words[prep.i - 1], child_of(words, prep.i, "pobj", start=prep.i)
        if prep.text != SHARING or prep.head != noun.i or first is None:
            continue
        if noun.tag == "NN" and noun.text.lower() == FIGHTING:  # which opens a sentence as a "fight"
            words[noun.i] = noun = replace(noun, pos="NOUN", lemma=FIGHTING)
        joint = child_of(words, first.i, "cc", start=first.i) or child_of(words, noun.i, "cc", start=first.i)
        if joint is None or joint.i != first.i + 1 or child_of(words, first.i, "conj", start=first.i) is not None:
            continue
        other = next((w for w in words[joint.i :] if w.dep in ("nsubj", "nsubjpass")), None)
        verb = words[other.head] if other is not None else noun
        deed = noun.tag == "VBG" and noun.text.lower() == FIGHTING and noun.head == noun.i and verb.head == noun.i
        again = noun.dep in ("nsubj", "nsubjpass") and noun.head == verb.i
        if other is None or first_of(words, other.i) != joint.i + 1 or other.i > verb.i or not (deed or again):
            continue
        if deed:
            give_root(words, noun.i, verb.i)
            words[noun.i] = replace(noun, tag="NN", pos="NOUN", lemma=FIGHTING, head=verb.i, dep=other.dep)
        hang(words, other.i, first.i, "conj")
        hang(words, joint.i, first.i, "cc")
    return words


@where("between", "prep", "pobj")
def mend_shared_deeds(words: Words) -> Words:
    """Behind its verb stands between whom a deed is: "fighting broke out on Monday between A and B"."""
    for prep in words[2:-3]:
        if prep.text != SHARING or prep.dep != "prep":
            continue
        above = words[prep.head]
        if is_time(above) and above.dep in ("pobj", "npadvmod"):  # "signed on 3 May between A and B"
            above = words[words[above.head].head] if above.dep == "pobj" else words[above.head]
            signed = above.pos == "VERB" and (above.lemma in ("sign", "conclude") or above.dep == "acl")
            day = words[prep.head]
            for behind in [w for w in words[prep.i :] if signed and w.head == day.i and w.dep == "prep"]:
                hang(words, behind.i, above.i, "prep")
            if signed:
                continue
        here = above
        if above.dep == "pobj" and above.pos == "PROPN" and above.i == prep.i - 1:  # "in Goma between A and B"
            above = words[words[above.head].head]
        target = child_of(words, prep.i, "pobj", start=prep.i)
        several = target is not None and child_of(words, target.i, "conj", start=target.i) is not None
        if here.i != above.i and above.pos == "NOUN" and several and MUTUAL in prepositions_of(above):
            hang(words, prep.i, above.i, "prep")  # "talks last week in X between A and B"
        if target is None or not several or above.pos != "VERB" or above.lemma not in HAPPENING or is_time(target):
            continue
        if above.lemma in AGREED and child_of(words, above.i, "auxpass") is not None:  # "was reached between A and B"
            continue
        noun = child_of(words, above.i, "nsubj", "nsubjpass", end=above.i)
        if noun is None or noun.i > above.i or MUTUAL not in prepositions_of(noun):
            continue
        if not any(w.head == noun.i and w.text == SHARING for w in words):
            hang(words, prep.i, noun.i, "prep")
    return words


def prepositions_of(noun: Word) -> frozenset[str]:
    """The prepositions that a noun for a deed takes; none where it is none."""
    nominal = cues().nominals.get(noun.lemma)
    return nominal.prepositions if nominal is not None else frozenset()


def is_time(word: Word) -> bool:
    """Whether a word tells when, or how much: no deed reaches a day, and none is done by five percent."""
    return word.label in ("DATE", "TIME", "PERCENT", "CARDINAL", "QUANTITY", "MONEY") or word.text.lower() in MONTHS


def deed_before(words: Words, prep: Word) -> Word | None:
    """The nearest noun for a deed in whose phrases a preposition stands that the deed takes; or None."""
    for word in reversed(words[: prep.i]):
        if word.pos not in INSIDE:
            return None
        nominal = cues().nominals.get(word.lemma) if word.pos == "NOUN" else None
        if word.lemma in CHOICES and prep.text == "to" and word.dep in ("dobj", "pobj", "nsubj"):
            return word
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
