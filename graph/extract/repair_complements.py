"""Mends in a parse: what a verb takes beside its object, and how long or how often it goes on."""

from dataclasses import replace

from graph.extract.cues import cues
from graph.extract.parse import Word
from graph.extract.repair_clauses import make_verb
from graph.extract.trees import Words, child_of, hang, has_own, is_named, root_of, where

MOVING = ("between", "from", "through", "into", "across", "along", "past", "toward", "towards")
AGO = ("ago", "later", "earlier", "before", "afterwards")


@where("ccomp")
def mend_small_clauses(words: Words) -> Words:
    """A clause without a verb is an object and what that is taken for: "consider him the founder"."""
    for word in words:
        verb = words[word.head]
        if word.dep != "ccomp" or word.pos not in ("NOUN", "PROPN", "ADJ") or verb.pos != "VERB" or word.i < verb.i:
            continue
        subject = next((w.i for w in words if w.head == word.i and w.dep == "nsubj"), None)
        joined = any(w.head == word.i and w.dep in ("cop", "aux", "mark") for w in words)
        if subject is not None and verb.i < subject < word.i and not joined and verb.lemma in complementing():
            hang(words, subject, verb.i, "dobj")
            hang(words, word.i, verb.i, "oprd")
    return words


@where(("appos", "compound"), "dobj")
def mend_offices_given(words: Words) -> Words:
    """A verb of appointing has two objects: "declared X the winner", "elected X president of Y"."""
    for word in list(words):
        verb = words[word.head]
        if word.dep != "dobj" or word.i < verb.i or verb.lemma not in cues()["verbs.appointing"]:
            continue
        told = next((w for w in words if w.head == word.i and w.dep == "appos" and w.i > word.i), None)
        between = words[word.i + 1 : told.i] if told is not None else []
        if told is not None and told.pos == "NOUN" and all(w.text != "," for w in between):
            hang(words, told.i, verb.i, "oprd")
            continue
        people = [w for w in words if w.head == word.i and w.dep == "compound" and w.label == "PERSON"]
        bare = word.pos == "NOUN" and not has_own(words, word.i, "det", "poss") and people
        if bare and people[-1].i == word.i - 1:
            for other in people[:-1]:
                hang(words, other.i, people[-1].i, "compound")
            hang(words, people[-1].i, verb.i, "dobj")
            hang(words, word.i, verb.i, "oprd")
    return words


def complementing() -> frozenset[str]:
    """The verbs that say what their object is, or make it so."""
    return cues()["verbs.viewing"] | cues()["verbs.appointing"] | {"make", "call", "find", "render", "leave", "keep"}


@where(AGO, "npadvmod")
def mend_distances(words: Words) -> Words:
    """A length of time with "ago" or "later" is a time of the verb: "was destroyed 900 years ago"."""
    for word in words:
        adverb = words[word.head]
        if word.dep == "npadvmod" and adverb.lemma in AGO and adverb.dep == "advmod" and adverb.i == word.i + 1:
            hang(words, word.i, adverb.head, "npadvmod")
            hang(words, adverb.i, word.i, "advmod")
            words[word.i] = replace(words[word.i], label=word.label or "DATE")
    return words


@where(("every", "each"), "dobj")
def mend_frequencies(words: Words) -> Words:
    """A length of time with "every" tells how often, and is no object: "meets every two years"."""
    for word in words:
        if word.dep != "dobj" or word.label not in ("DATE", "TIME"):
            continue
        if any(w.head == word.i and w.lemma in ("every", "each") for w in words[max(0, word.i - 3) : word.i]):
            hang(words, word.i, word.head, "npadvmod")
    return words


@where("quantmod", "from", "to")
def mend_spans(words: Words) -> Words:
    """Two numbers behind "from … to" are two: "rose from 20,000 to 50,000", "fell from 1.2 to 0.9 million barrels".

    The unit is told once, of both.
    """
    for first in words[1:-2]:
        source, joint, last = words[first.i - 1], words[first.i + 1], words[first.i + 2]
        opened = source.lemma == "from" and source.dep == "prep" and first.tag == "CD" and last.tag == "CD"
        if not opened or joint.lemma != "to" or joint.dep != "quantmod" or first.dep not in ("quantmod", "pobj"):
            continue
        if first.dep == "quantmod" and first.head != joint.head:
            continue
        top = last
        while top.dep in ("compound", "nummod", "quantmod") and top.head > top.i:
            top = words[top.head]
        hang(words, first.i, source.i, "pobj")
        hang(words, joint.i, source.head, "prep")
        # "expanded the Lima Treaty from 19 to 25 countries": by itself "expanded to" would tell of who expanded it
        of_name = any(w.head == source.head and w.dep == "dobj" and is_named(w) for w in words[: source.i])
        unit = top.dep == "pobj" and top.head == source.i and not of_name
        hang(words, top.i if unit else last.i, joint.i, "pobj")
    return words


@where(("compound", "nmod"), "NNS")
def mend_third_persons(words: Words) -> Words:
    """A sentence without a verb has it in the "-s" form between two nouns: "Norway attaches importance to X".

    So it has before a preposition of movement: "the canal runs between X and Y".
    """
    root = words[root_of(words)]
    if root.tag != "NNS" or root.i == 0 or root.i + 1 >= len(words) or root.name is not None:
        return words
    ended = words[-1].text in (".", "!", "?") or words[-1].pos == "PUNCT"
    if not ended or any(w.tag in ("VBD", "VBZ", "VBP", "MD") for w in words):
        return words
    subject, following = words[root.i - 1], words[root.i + 1]
    goes = following.dep == "prep" and following.lemma in MOVING
    things = ("dobj", "appos", "dep", *(("prep",) if goes else ()))
    thing = next((w for w in words if w.head == root.i and w.i > root.i and w.dep in things), None)
    acts = subject.head == root.i and subject.dep in ("compound", "nmod") and subject.pos in ("NOUN", "PROPN")
    if not acts or thing is None or not (goes or following.pos in ("DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM")):
        return words
    for other in list(words[root.i :]):
        if other.head == root.i and other.dep == "acl" and other.tag == "VB":
            hang(words, other.i, root.i, "xcomp")  # "obliges every member to act"
    make_verb(words, root.i, subject.i, thing.i, root.i, tag="VBZ")
    if thing.dep == "prep":
        hang(words, thing.i, root.i, "prep")
    return words


@where("conj", ("NNS", "VBZ", "NN"), "and")
def mend_joined_third_persons(words: Words) -> Words:
    """An "-s" form between "and" and a new noun phrase goes on with the verb: "covers the hills and feeds a river".

    So does a base form before "that": "we thank X for Y and regret that …".
    """
    for word in words:
        only = word.tag == "VBZ" and word.pos == "NOUN"  # a form that is no noun: "and abides by X"
        plural = word.tag == "NNS" or only
        if word.dep != "conj" or word.name is not None or not 0 < word.i < len(words) - 1:
            continue
        behind, before = words[word.i + 1], words[word.i - 1]
        if before.lemma != "and" or not (plural or (word.tag == "NN" and behind.lemma == "that")):
            continue
        speech = cues()["speech.verbs"] | cues()["modality.proposed"] | cues()["speech.performing"]
        told = behind.lemma == "that" and words[behind.head].i > behind.i and behind.dep != "det"
        said = told and word.lemma in speech | cues()["verbs.judging"]  # "and demands that"
        calls = word.lemma == "call" and behind.text in ("on", "upon", "for")
        calls = calls or (word.lemma in cues()["speech.performing"] and behind.pos == "PROPN")  # "and thanks Kenya"
        opens = said or only or calls or behind.tag in ("DT", "PRP$") or behind.lemma in ("into", "onto")
        main = ("ROOT", "conj", "ccomp", "relcl") if only else ("ROOT", "conj")
        form = "VBZ" if plural else "VBP"
        verbs = [w.i for w in words[: word.i] if w.tag == form and w.pos == "VERB" and w.dep in main]
        bare = not has_own(words, word.i, "det", "amod", "nummod", "compound")
        if opens and verbs and bare:
            take_object(words, word, verbs[-1])
            words[word.i] = replace(words[word.i], tag=form)
            if said:
                words[behind.i] = replace(behind, pos="SCONJ", tag="IN", dep="mark")
                hang(words, behind.head, word.i, "ccomp")
    return words


def take_object(words: Words, word: Word, verb: int) -> None:
    """Make a noun a verb coordinated with another one, with what stands behind it as its object or preposition."""
    behind = words[word.i + 1]
    noun = behind.head if behind.tag in ("DT", "PRP$") or behind.dep == "compound" else behind.i
    hang(words, word.i, verb, "conj")
    words[word.i] = replace(words[word.i], pos="VERB", tag="VBZ")
    if noun != word.i and noun > word.i and behind.lemma != "that":
        hang(words, noun, word.i, "prep" if behind.tag == "IN" else "dobj")


@where(("prep", "dative"), ("dobj", "attr", "acomp", "oprd"))
def mend_fixed_nouns(words: Words) -> Words:
    """A verb with a bare noun and a preposition may be one verb: who "takes note of X" takes no note."""
    for noun in list(words):
        if noun.dep not in ("dobj", "attr", "acomp", "oprd") or noun.head > noun.i or noun.name is not None:
            continue
        verb, prep = words[noun.head], words[noun.i + 1] if noun.i + 1 < len(words) else noun
        if prep.dep not in ("prep", "dative"):
            continue
        if f"{verb.lemma} {noun.lemma} {prep.lemma}" not in cues()["verbs.fixed_nouns"]:
            continue
        target = child_of(words, prep.i, "pobj", "pcomp")
        if target is None or not all(w.i > noun.i for w in words if w.head == noun.i and w.i != noun.i):
            continue
        for i in (noun.i, prep.i):
            hang(words, i, verb.i, "prt")
            words[i] = replace(words[i], pos="ADP", tag="RP")
        hang(words, target.i, verb.i, "dobj" if target.dep == "pobj" else "xcomp")
    return words


@where("with", "that", ("acl", "relcl"))
def mend_noted(words: Words) -> Words:
    """A clause with "that" behind "noted with concern" is what is noted, and no concern."""
    for word in words:
        feeling = words[word.head]
        prep = words[feeling.head]
        felt = feeling.dep == "pobj" and prep.lemma == "with" and feeling.lemma in cues()["nouns.feelings"]
        if word.dep not in ("acl", "relcl") or not felt or words[prep.head].lemma not in cues()["speech.verbs"]:
            continue
        if any(w.head == word.i and w.dep == "mark" and w.lemma == "that" for w in words[: word.i]):
            hang(words, word.i, prep.head, "ccomp")
    return words


CONDITIONAL = ("conditional", "contingent", "dependent", "possible", "mandatory", "compulsory", "permanent")


@where("make", CONDITIONAL, "compound")
def mend_made_conditional(words: Words) -> Words:
    """What something is made stands behind it and is no part of a name: "make support for Peru conditional"."""
    for state in words[3:]:
        name = words[state.i - 1]
        prep = words[state.head]
        verb = words[words[prep.head].head]
        made = state.text in CONDITIONAL and state.dep == "pobj" and name.dep == "compound" and name.head == state.i
        if made and verb.lemma == "make" and verb.pos == "VERB":
            hang(words, name.i, prep.i, "pobj")
            words[state.i] = replace(state, pos="ADJ", tag="JJ", head=verb.i, dep="oprd")
    return words


@where(("pursuant", "subject"), "to", ("oprd", "acomp", "amod", "advcl"))
def mend_pursuant(words: Words) -> Words:
    """By which law one acts is told of the deed: "designated X pursuant to Order 14"."""
    for form in words[2:-1]:
        verb = words[form.head]
        led = form.text == "pursuant" and words[form.i + 1].text == "to" and verb.pos == "VERB"
        if led and form.dep in ("oprd", "acomp", "advcl"):
            hang(words, form.i, verb.i, "advmod")
    return words
