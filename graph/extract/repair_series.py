"""Mends in a parse: verbs and objects in a series that the parse hangs on the wrong one of several verbs."""

from dataclasses import replace
from functools import cache

from graph.extract.cues import cues, stating
from graph.extract.trees import (
    NOUNS,
    Words,
    child_of,
    first_of,
    hand_over,
    hang,
    has_object,
    has_own,
    join_to,
    root_of,
    takes_modal,
    takes_to,
    where,
)


@where("amod", "VBN", ",", "dobj")
def mend_middle_verbs(words: Words) -> Words:
    """A verb with two objects leaves the second to the form before it: "built a port, abolished fees and joined X"."""
    for word in words[2:]:
        noun = words[word.head]
        verb = words[noun.head]
        if word.dep != "amod" or word.tag != "VBN" or words[word.i - 1].text != "," or noun.dep != "dobj":
            continue
        first = child_of(words, verb.i, "dobj", start=verb.i, end=word.i)
        if first is None or first.i == noun.i or verb.tag not in ("VBN", "VBD") or first_of(words, noun.i) < word.i:
            continue
        words[word.i] = replace(word, pos="VERB", tag=verb.tag, head=verb.i, dep="conj")
        hang(words, noun.i, word.i, "dobj")
    return words


@where(",", "VBN", "advcl", "IN")
def mend_held_meetings(words: Words) -> Words:
    """A participle behind a phrase in front tells of the event there: "at the summit, held in May, X made a pledge"."""
    prep = words[0]
    event = child_of(words, 0, "pobj", start=1)
    if prep.dep != "prep" or event is None or prep.text.lower() not in ("at", "during", "in", "following", "after"):
        return words
    for held in words[event.i + 1 : prep.head]:
        subject = child_of(words, prep.head, "nsubj", start=held.i)
        between = words[held.i - 1].text == "," and words[held.i + 1].tag == "IN" and held.head == prep.head
        if held.tag == "VBN" and held.dep == "advcl" and between and subject is not None:
            hang(words, held.i, event.i, "acl")
    return words


SPOKEN = ("thank", "congratulate", "commend", "applaud", "salute", "welcome", "deplore", "condemn")
FIRM = frozenset({*SPOKEN, "urge", "call", "reaffirm", "reiterate", "underscore", "express"})  # said, and not planned


@where("conj", "VB", ("VBP", "VBG"), "TO")
def mend_performed_conjuncts(words: Words) -> Words:
    """What several do in saying it goes on with what they said before: "we welcome the plan to act and encourage X".

    Nobody is asked to thank or to congratulate: "we ask X to open an office, and thank Y".
    """
    root = words[root_of(words)]
    subject = child_of(words, root.i, "nsubj", end=root.i)
    told = root.tag == "VBP" or any(w.head == root.i and w.dep == "aux" and w.tag == "VBP" for w in words[: root.i])
    if subject is None or not told:
        return words
    doing = stating()
    we = subject.text.lower() == "we"
    noting = root.lemma == "take" and any(w.head == root.i and w.lemma == "note" for w in words)
    stand = we and root.tag == "VBP" and (root.lemma in doing or noting)
    several = we or subject.tag in ("NNS", "NNPS") or child_of(words, subject.i, "conj", end=root.i) is not None
    for word in words[root.i + 1 :]:
        head = words[word.head]
        joined = word.dep == "conj" and word.tag in ("VB", "VBP") and head.tag == "VB" and head.i > root.i
        if not joined or word.lemma not in doing or has_own(words, word.i, "aux"):
            continue
        noun = head.dep in ("acl", "relcl") and takes_to(words, head.i)  # the aim of a thing
        own = stand and (noun or (head.dep in ("xcomp", "advcl") and word.lemma in SPOKEN))
        aim = noun or (head.dep == "advcl" and head.head == root.i)
        asking = root.lemma in cues()["modality.proposed"] or words[head.head].lemma in ("call", "request", "appeal")
        firm = several and aim and word.lemma in FIRM and not asking
        if (own or firm) and head.lemma not in doing - cues()["speech.stands"]:
            words[word.i] = replace(word, tag="VBP", head=root.i)
            hand_over(words, head.i, root.i, start=word.i - 1, end=word.i, dep="cc")
    return words


@where("npadvmod", "PROPN")
def mend_named_objects(words: Words) -> Words:
    """A name right behind a verb that has no object is its object, not a measure: "thanks Kenya"."""
    for name in words[1:]:
        verb = words[name.head]
        bare = name.dep == "npadvmod" and name.pos == "PROPN" and name.label not in ("DATE", "TIME") and verb.i < name.i
        if not bare or verb.pos != "VERB" or has_object(words, verb.i):
            continue
        if first_of(words, name.i) == verb.i + 1 and verb.tag in ("VBZ", "VBD", "VBP"):
            hang(words, name.i, verb.i, "dobj")
    return words


@where("VBG", "VB", "conj", "MD")
def mend_base_conjuncts(words: Words) -> Words:
    """A base form goes on with what stands behind "must", not with a gerund: "must stop X-ing and release Y"."""
    for word in words[2:]:
        gerund = words[word.head]
        if word.dep != "conj" or word.tag != "VB" or gerund.tag != "VBG" or not gerund.i < word.i:
            continue
        verb = words[gerund.head]
        while verb.tag == "VBG" and verb.head != verb.i:
            verb = words[verb.head]
        modal = takes_modal(words, verb.i)
        if verb.tag == "VB" and modal and not has_own(words, word.i, "aux"):
            hang(words, word.i, verb.i, "conj")
    return words


@where("relcl", "conj", ("which", "that"))
def mend_relative_conjuncts(words: Words) -> Words:
    """A verb right behind "and" goes on with the relative clause before it: "welcomes X, which bans Y and lists Z".

    Not where it says what the main verb's subject says in doing so: "… which bans Y and calls on Z".
    """
    saying = stating()
    for word in words[3:]:
        joint, head = words[word.i - 1], words[word.head]
        if word.dep != "conj" or joint.dep != "cc" or words[joint.i - 1].text == "," or word.lemma in saying:
            continue
        inner = [w for w in words[head.i + 1 : word.i] if w.dep == "relcl" and w.tag == word.tag]
        told = [v for v in inner if any(w.head == v.i and w.text in ("which", "that") for w in words)]
        if told and word.tag in ("VBZ", "VBD", "VBP") and head.tag == word.tag and not has_own(words, word.i):
            join_to(words, word.i, told[-1].i, joint)
    return words


# What opens a clause that tells when or why, and may stand between two verbs of one subject.
BETWEEN = ("after", "when", "because", "since", "as", "while", "before", "until", "once", "although", "though")

DECIDING = {"decide", "agree", "announce", "offer", "pledge", "resolve", "undertake", "commit", "adopt", "sign", "set"}
TIMES = ("since", "after", "before", "when", "once")


@where("mark", "advcl", "conj", ("auxpass", "aux"), ",", "and")
def mend_verbs_behind_reasons(words: Words) -> Words:
    """Behind a clause that tells when or why, ", and was" goes on with the main verb: "left after Y spoke, and was".

    A verb with no auxiliary, or in another number than the main subject, may go on with the clause.
    """
    for word in words[6:]:
        inner = words[word.head]
        main = words[inner.head]
        helper = child_of(words, word.i, "auxpass", "aux", start=inner.i)
        if word.dep != "conj" or inner.dep != "advcl" or helper is None or not main.i < inner.i < helper.i:
            continue
        joined = words[helper.i - 1].text == "and" and words[helper.i - 2].text == ","
        mark = child_of(words, inner.i, "mark", start=main.i)
        told = mark is not None and mark.text in BETWEEN and has_own(words, inner.i)
        subject = child_of(words, main.i, "nsubj", "nsubjpass", end=main.i)
        if not joined or not told or subject is None or has_own(words, word.i) or helper.tag == "TO":
            continue
        several = subject.tag in ("NNS", "NNPS") or child_of(words, subject.i, "conj") is not None
        if helper.text in (("was", "is", "has") if several else ("were", "are", "have")):
            continue
        join_to(words, word.i, main.i, words[helper.i - 1])
    return words


@where("mark", "conj", "and", "VBN", ("acl", "advcl"), ("since", "after", "before", "when", "once"))
def mend_verbs_behind_times(words: Words) -> Words:
    """Behind a time within an object a verb is the main subject's: "praised the work done since X left, and agreed"."""
    for second in words[8:]:
        inner, joint = words[second.head], words[second.i - 1]
        if second.dep != "conj" or second.lemma not in decided() or joint.text != "and" or has_own(words, second.i):
            continue
        mark = child_of(words, inner.i, "mark", end=inner.i)
        done = words[mark.i - 1] if mark is not None and mark.text in TIMES else second
        done = words[done.head] if done.dep == "prt" else done  # "carried out since"
        main = words[done.head]
        while main.pos in (*NOUNS, "ADP") and main.head != main.i:
            main = words[main.head]
        whole = done.tag == "VBN" and done.dep == "acl" and has_own(words, inner.i) and has_own(words, main.i, "nsubj")
        passive = inner.tag == "VBN" and child_of(words, inner.i, "auxpass") is not None  # "was signed and decided"
        alike = main.tag == second.tag == inner.tag or (passive and main.tag == "VBD" and second.tag in ("VBN", "VBD"))
        if whole and alike and inner.dep == "advcl" and inner.head in (done.i, main.i) and main.i < done.i:
            words[second.i] = replace(second, tag=main.tag)
            join_to(words, second.i, main.i, joint)
    return words


@cache
def decided() -> frozenset[str]:
    """What those do who have looked back: they decide, say or ask."""
    return frozenset(DECIDING | stating() | set(cues()["modality.proposed"]))


@where("cc", ("conj", "dep"), ("prep", "npadvmod", "advmod"), ("VBD", "VBN", "VBZ", "VBP", "VB"))
def mend_settings_of_second_verbs(words: Words) -> Words:
    """What stands between "and" and a second verb is told of that: "took X in May and, in June this year, left Y"."""
    for second in words[4:]:
        first = words[second.head]
        alike = second.pos == "VERB" and first.pos == "VERB" and second.tag == first.tag and first.i < second.i
        if not alike or second.dep not in ("conj", "dep") or has_own(words, second.i, "mark"):
            continue
        joint = next((w for w in reversed(words[first.i : second.i]) if w.head == first.i and w.dep == "cc"), None)
        if joint is None or any(w.head == first.i and w.dep in ("conj", "dobj") for w in words[joint.i : second.i]):
            continue
        between = [w for w in words[joint.i + 1 : second.i] if w.head == first.i and w.dep != "punct"]
        if not between or any(w.dep not in ("prep", "npadvmod", "advmod") for w in between):
            continue
        for word in between:
            hang(words, word.i, second.i, word.dep)
        hang(words, second.i, first.i, "conj")
    return words


ALIKE = ("VB", "VBZ", "VBP", "VBD")


@where("conj", "dobj", ALIKE, ("and", "or"))
def mend_verbs_joined_to_nouns(words: Words) -> Words:
    """A verb behind "and" goes on with the verb before it, not with that verb's object: "cuts poverty and spurs trade".

    Both have one form, and the second an object of its own.
    """
    for word in words[3:]:
        noun = words[word.head]
        joint = words[word.i - 1 - (words[word.i - 1].pos == "ADV")]
        if word.dep != "conj" or word.pos != "VERB" or noun.pos not in NOUNS or joint.lemma not in ("and", "or"):
            continue
        while noun.dep == "conj" and noun.pos in NOUNS:
            noun = words[noun.head]
        verb = words[noun.head]
        alike = (word.tag == verb.tag and word.tag in ALIKE) or {word.tag, verb.tag} <= {"VB", "VBP"}
        bare = word.lemma != "think" and not has_own(words, word.i, "aux", "det", "amod", "compound")  # "think tanks"
        if noun.dep == "dobj" and verb.i < noun.i < word.i and alike and bare and has_object(words, word.i):
            words[word.i] = replace(word, tag=verb.tag)
            join_to(words, word.i, verb.i, joint)
    return words
