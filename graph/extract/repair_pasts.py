"""Mends in a parse: which of two finite forms is the main verb, behind a participle or a relative clause."""

from dataclasses import replace

from graph.extract.parse import Word
from graph.extract.trees import (
    NOUNS,
    Words,
    child_of,
    first_of,
    give_root,
    hang,
    has_object,
    has_own,
    make_subject,
    root_of,
    where,
)

PAST = ("VBD", "VBN")
ASIDE, OWN = ("WDT", "WP", "WRB"), ("mark", "nsubj", "nsubjpass")  # of clauses between the two
HUNG = ("conj", "advcl", "dep", "parataxis", "acl", "relcl")


@where("acl", "VBD")
def mend_finite_participles(words: Words) -> Words:
    """A past form right behind its noun is a participle: "refugees displaced from X have reached Y"."""
    for form in words[1:]:
        bare = form.dep == "acl" and form.tag == "VBD" and words[form.head].pos in NOUNS and form.head == form.i - 1
        if bare and not has_own(words, form.i, "aux", "mark", "dobj"):
            words[form.i] = replace(form, tag="VBN")
    return words


@where("nsubj", PAST, HUNG)
def mend_two_pasts(words: Words) -> Words:
    """Two verbs with one subject need an "and": "the troops deployed to X by Y arrived in June" were deployed."""
    first = words[root_of(words)]
    subject = words[first.i - 1] if first.i else first
    led = subject.dep == "nsubj" and subject.head == first.i and subject.pos in NOUNS and subject.tag != "PRP"
    if not led or first.tag not in PAST or has_object(words, first.i):
        return words
    if child_of(words, first.i, "aux", "auxpass", "prt", "xcomp", "neg") is not None:
        return words
    main = next((w for w in words[first.i + 2 :] if is_main(words, w, first)), None)
    if main is None:
        return words
    give_root(words, first.i, main.i)
    for other in list(words[first.i + 1 :]):
        if other.head == first.i and (other.i > main.i or other.dep == "cc"):
            hang(words, other.i, main.i, other.dep)
    hang(words, subject.i, main.i, "nsubj")
    words[first.i] = replace(words[first.i], tag="VBN", head=subject.i, dep="acl")
    words[main.i] = replace(words[main.i], dep="ROOT", head=main.i)
    return words


def before_aside(words: Words, last: int, first: Word) -> int:
    """The last word before a relative clause between commas that ends at a word: "reached in May, which X led, was"."""
    if words[last].text != ",":
        return last
    comma = next((w.i for w in reversed(words[first.i : last]) if w.text == ","), first.i)
    aside = comma + 1 < last and words[comma + 1].tag in ASIDE and comma > first.i + 1
    return comma - 1 if aside else last


def is_main(words: Words, verb: Word, first: Word) -> bool:
    """Whether a finite verb stands right behind the phrases of a past form, with nothing of its own before it."""
    start = verb.i - 1
    while start > first.i and words[start].head == verb.i and words[start].dep in ("aux", "auxpass", "advmod", "neg"):
        start -= 1
    if verb.dep not in HUNG or verb.head != first.i or has_own(words, verb.i, "mark"):
        return False
    start = before_aside(words, start, first)
    before, inside = words[start], words[first.i + 1 : start + 1]
    finite = any(w.tag in ("VBD", "VBZ", "VBP", "MD") for w in words[start + 1 : verb.i + 1])
    closed = before.pos in NOUNS and before.dep in ("pobj", "conj") and inside[0].dep in ("prep", "agent", "dative")
    joined = any(w.tag == "CC" and words[w.head].pos not in NOUNS for w in inside)
    return finite and closed and not (joined or any(w.text == "," or w.tag in ASIDE or w.dep in OWN for w in inside))


@where("relcl", "conj", ("which", "whose", "who"), ",")
def mend_main_verbs_behind_relatives(words: Words) -> Words:
    """Behind the comma that ends a clause with "whose" the sentence goes on: "the port, whose quay grew, belongs to X".

    A second verb of the clause has "and" before it.
    """
    noun = words[root_of(words)]
    clause = child_of(words, noun.i, "relcl", start=noun.i + 1)
    if clause is None or noun.pos not in NOUNS or noun.tag == "PRP":
        return words
    verb = child_of(words, clause.i, "conj", start=clause.i + 1)
    finite = verb is not None and (verb.tag in ("VBZ", "VBP", "VBD") or child_of(words, verb.i, "aux", "auxpass"))
    if verb is None or not finite or child_of(words, verb.i, "nsubj", "nsubjpass", "expl") is not None:
        return words
    first = min([verb.i, *(w.i for w in words[clause.i : verb.i] if w.head == verb.i)])
    led = words[first_of(words, clause.i) - 1]
    joint = child_of(words, clause.i, "cc", start=clause.i, end=verb.i)
    if words[first - 1].text != "," or led.text != "," or joint is not None or noun.i > clause.i:
        return words
    hang(words, verb.i, verb.i, "ROOT")
    make_subject(words, noun.i, verb.i)
    return words
