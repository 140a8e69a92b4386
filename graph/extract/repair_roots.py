"""Mends in a parse: a sentence whose main verb passes for a word before a noun, an auxiliary or a clause below."""

from dataclasses import replace

from graph.extract.lemmas import verb_of
from graph.extract.parse import Word
from graph.extract.spacy_model import verb_index
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
    last_of,
    root_of,
    where,
)

AUXILIARIES = ("be", "have", "do", "get")
FINITE = ("VBD", "VBZ", "VBP", "MD")
# Verbs whose passive leads to an infinitive: "men believed to belong to X".
HELD = ("believe", "think", "say", "suspect", "allege", "know", "report", "rumour", "rumor", "fear", "understand")


def make_root(words: Words, verb: int) -> None:
    """Make a word the root of its sentence, and a verb."""
    words[verb] = replace(words[verb], pos="VERB", head=verb, dep="ROOT")


MOVING = (
    "retreating",
    "advancing",
    "invading",
    "fleeing",
    "departing",
    "occupying",
    "warring",
    "protesting",
    "striking",
)


@where(MOVING, "by")
def mend_moving_doers(words: Words) -> Words:
    """Behind "by" a form in "-ing" of movement tells which troops did a thing: "its loss to retreating troops"."""
    for word in words[1:-1]:
        thing, by = words[word.i + 1], words[word.i - 1]
        moving = word.dep == "pcomp" and word.text.lower() in MOVING and by.lemma == "by" and word.head == by.i
        if moving and thing.head == word.i and thing.dep == "dobj" and thing.tag == "NNS":
            hang(words, thing.i, by.i, "pobj")
            words[word.i] = replace(word, pos="ADJ", tag="JJ", dep="amod", head=thing.i)
    return words


@where("amod", ("VBZ", "VBN", "VBD"))
def mend_verbs_before_nouns(words: Words) -> Words:
    """A form that is no adjective is the verb of a sentence that has none: "men in Lima hurled stones at police"."""
    root = words[root_of(words)]
    if root.pos != "NOUN":
        return words
    relative = {w.i for w in words if w.tag in ("WP", "WDT", "WRB")}
    for verb in words[1:-1]:
        noun, before = words[verb.head], words[verb.i - 1]
        bare = verb.tag in ("VBN", "VBD") and before.pos in ("NOUN", "PROPN") and noun.i == verb.i + 1
        bare = bare and noun.tag == "NNS" and (noun.i == root.i or root.i < verb.i)
        third = verb.tag == "VBZ" and noun.i == root.i
        if verb.dep != "amod" or not noun.i > verb.i or not (bare or third) or any(i < verb.i for i in relative):
            continue
        if any(w.tag in FINITE and w.i != verb.i for w in words[: noun.i]):
            continue
        subject = find_subject(words, verb, root)
        if subject is None:
            continue
        lead(words, verb, subject, noun, root)
        return words
    return words


@where("amod", "aux", ("VBN", "VBD"), ("nsubj", "nsubjpass"))
def mend_perfects_before_nouns(words: Words) -> Words:
    """What "have" stands before is a verb, and the noun behind it its object: "the dispute has strained relations"."""
    for verb in list(words[2:-1]):
        noun = words[verb.head]
        if verb.dep != "amod" or noun.i < verb.i or not has_own(words, verb.i):
            continue
        if not any(w.head == verb.i and w.dep == "aux" and w.lemma == "have" for w in words[: verb.i]):
            continue
        if noun.dep == "ROOT":
            make_root(words, verb.i)
        else:
            words[verb.i] = replace(verb, pos="VERB", head=noun.head, dep=noun.dep)
        for other in list(words):
            if other.head == noun.i and other.i not in (noun.i, verb.i) and (other.i < verb.i or other.dep == "punct"):
                hang(words, other.i, verb.i, other.dep)
        hang(words, noun.i, verb.i, "dobj")
    return words


def find_subject(words: Words, verb: Word, root: Word) -> int | None:
    """The noun before a verb that is its subject: the root, what already is one, or the word right before it."""
    own = next((w.i for w in words[: verb.i] if w.head == verb.i and w.dep == "nsubj"), None)
    if own is not None or root.i < verb.i:
        return own if own is not None else root.i
    before = words[verb.i - 1]
    told = any(w.head == root.i and w.dep == "det" and w.i < before.i for w in words)
    return before.i if before.pos in NOUNS or (before.dep == "amod" and told) else None


def lead(words: Words, verb: Word, subject: int, noun: Word, root: Word) -> None:
    """Hang a sentence below a verb that stands between its subject and its object."""
    make_root(words, verb.i)
    for other in list(words[: verb.i]):
        if other.i != subject and other.head == noun.i and noun.i != root.i:
            prep = words[other.i - 1]  # "in" of "in Lima"
            hang(words, other.i, prep.i if prep.dep == "prep" else verb.i, "pobj" if prep.dep == "prep" else other.dep)
        elif other.i != subject and other.head == root.i and root.i != subject:
            close = other.i < subject and other.dep in ("det", "amod", "compound", "poss", "nummod")
            hang(words, other.i, subject if close else verb.i, other.dep)
    if words[subject].pos not in NOUNS:
        words[subject] = replace(words[subject], pos="NOUN", tag="NN")
    for other in list(words[noun.i + 1 :]):
        if other.head == root.i and not (other.dep == "relcl" and root.i == noun.i):
            last = [w.i for w in words[: other.i] if w.dep == "pobj"]
            near = last[-1] if other.dep == "relcl" and last else verb.i
            hang(words, other.i, near, other.dep)
    hang(words, subject, verb.i, "nsubj")
    hang(words, noun.i, verb.i, "dobj")


@where(",", ("auxpass", "aux"), ("VBN", "VBD"))
def mend_false_auxiliaries(words: Words) -> Words:
    """A full verb is no auxiliary: in "founded in 1874, the firm became a publisher", the firm became one."""
    root = words[root_of(words)]
    if root.i != 0 or root.tag not in ("VBN", "VBD"):
        return words
    verb = next((w for w in words if w.head == 0 and w.dep in ("aux", "auxpass") and w.lemma not in AUXILIARIES), None)
    comma = next((w.i for w in words if verb is not None and w.text == "," and w.i < verb.i), None)
    if verb is None or comma is None or verb.tag not in ("VBD", "VBZ") or words[verb.i - 1].pos not in NOUNS:
        return words
    subject = words[verb.i - 1]
    if has_own(words, 0):
        return words
    make_root(words, verb.i)
    if verb.text in ("became", "becomes"):  # which as an auxiliary has no lemma
        words[verb.i] = replace(words[verb.i], lemma="become")
    words[0] = replace(root, tag="VBN", head=verb.i, dep="advcl")
    hand_over(words, root.i, verb.i, start=verb.i + 1)
    hang(words, subject.i, verb.i, "nsubj")
    return words


@where(",", ("ccomp", "advcl"), ("VBN", "VBD"))
def mend_reduced_clauses(words: Words) -> Words:
    """A participle between commas behind a subject leaves it to the main verb: "Ann, considered a poet, wrote it"."""
    root = words[root_of(words)]
    if has_own(words, root.i) or root.tag not in ("VBD", "VBZ", "VBP"):
        return words
    for clause in words[2 : root.i]:
        if clause.head != root.i or clause.dep not in ("advcl", "ccomp") or clause.tag not in ("VBD", "VBN"):
            continue
        subject = child_of(words, clause.i, "nsubj", "nsubjpass", end=clause.i)
        closed = words[clause.i - 1].text == "," and words[root.i - 1].text == ","
        if subject is None or not closed or any(w.head == clause.i and w.dep == "aux" for w in words):
            continue
        hang(words, subject.i, root.i, "nsubj")
        words[clause.i] = replace(clause, tag="VBN", head=subject.i, dep="acl")
        return words
    return words


@where(("ccomp", "advcl"), ("VBD", "VBN"))
def mend_held_participles(words: Words) -> Words:
    """Of two verbs that nothing joins the first is a participle: "fighters linked to X attacked Y".

    Who is "believed to belong to" somebody goes on to act as well: "men believed to belong to X kidnapped Y".
    """
    root = words[root_of(words)]
    if root.tag not in ("VBD", "VBN") or root.i < 1 or words[root.i - 1].tag not in ("NNS", "NNPS", "NN"):
        return words
    subject = child_of(words, root.i, "nsubj", end=root.i)
    verb = next((w for w in words[root.i :] if w.head == root.i and w.dep in ("ccomp", "advcl")), None)
    if subject is None or verb is None or subject.i != root.i - 1 or verb.tag not in ("VBD", "VBZ", "VBP", "VBN"):
        return words
    aux = child_of(words, verb.i, "aux", "auxpass", end=verb.i)
    start = first_of(words, verb.i)
    told = takes_aim(words, root.i) if root.lemma in HELD else led_by_phrase(words, root.i, start)
    finite = verb.tag != "VBN" or (aux is not None and aux.tag in ("VBD", "VBZ", "VBP"))
    if not told or not finite or has_own(words, verb.i, "mark") or words[start - 1].pos not in NOUNS:
        return words
    if start not in (verb.i, aux.i if aux is not None else verb.i):  # "said in Lima when it left"
        return words
    make_root(words, verb.i)
    words[root.i] = replace(root, tag="VBN", head=subject.i, dep="acl")
    hand_over(words, root.i, verb.i, start=verb.i)
    hang(words, subject.i, verb.i, "nsubjpass" if has_own(words, verb.i, "auxpass") else "nsubj")
    return words


def takes_aim(words: Words, verb: int) -> bool:
    """Whether an infinitive stands right behind a verb: "believed to belong"."""
    return any(w.head == verb and w.dep == "xcomp" and w.tag == "VB" and w.i <= verb + 2 for w in words[verb:])


def led_by_phrase(words: Words, verb: int, end: int) -> bool:
    """Whether nothing but a phrase with its preposition stands between a verb and another word: "linked to X"."""
    prep = words[verb + 1]
    led = prep.head == verb and prep.dep in ("prep", "agent") and has_own(words, prep.i, "pobj")
    return led and last_of(words, prep.i) == end - 1


@where("NOUN", "relcl", ",")
def mend_verbs_behind_commas(words: Words) -> Words:
    """A form in "-ed" behind a clause between commas is the main verb: "The attack, in which 38 died, alarmed Peru"."""
    root = root_of(words)
    head = words[root]
    clause = next((w for w in words[root:] if w.dep == "relcl" and below(words, w.i, root)), None)
    if head.pos not in ("NOUN", "PROPN") or clause is None:
        return words
    for form in words[clause.i + 1 : -1]:
        thing = words[form.head]
        shaped = form.tag in ("VBN", "JJ") and form.text.endswith("ed") and words[form.i - 1].text == ","
        if not shaped or form.dep not in ("amod", "acl", "conj", "appos") or not first_of(words, root) <= 1:
            continue
        before = form.dep == "amod" and thing.i > form.i
        words[form.i] = replace(
            form, pos="VERB", tag="VBD", lemma=verb_of(form.text.lower(), verb_index()[0]), head=form.i, dep="ROOT"
        )
        if before:
            hang(words, thing.i, form.i, "dobj")
        hang(words, root, form.i, "nsubj")
        return words
    return words


@where("in", ("terms", "term"), "relcl")
def mend_strongest_terms(words: Words) -> Words:
    """What is condemned "in the strongest terms" stands behind them: it is the object, no part of the terms."""
    for terms in words[3:-1]:
        prep = words[terms.head]
        verb = words[prep.head]
        fixed = terms.lemma == "term" and prep.text == "in" and verb.pos == "VERB" and not has_object(words, verb.i)
        clause = next((w for w in words[terms.i + 1 :] if w.head == terms.i and w.dep == "relcl"), terms)
        thing = child_of(words, clause.i, "nsubj", start=terms.i + 1)
        if not fixed or thing is None or clause.tag != "VBN":
            continue
        hang(words, thing.i, verb.i, "dobj")
        hang(words, clause.i, thing.i, "acl")
    return words


SIDES = ("side", "delegation")


@where("VBN", "acl", SIDES)
def mend_sides_that_act(words: Words) -> Words:
    """A side with a participle and no other verb acts in a whole sentence: "The Omani side briefed on the plan."."""
    side = words[root_of(words)]
    told = words[min(side.i + 1, len(words) - 1)]
    whole = side.lemma in SIDES and words[0].text == "The" and words[-1].text == "."
    if not whole or told.dep != "acl" or told.tag != "VBN" or has_own(words, told.i, "agent", "aux"):
        return words
    if child_of(words, told.i, "prep", "dobj", "ccomp", start=told.i) is None:
        return words
    words[told.i] = replace(told, tag="VBD", head=told.i, dep="ROOT")
    hang(words, side.i, told.i, "nsubj")
    hand_over(words, side.i, told.i, start=told.i)
    return words
