"""Mends in a parse: what a relative clause hangs on, and what its pronoun is in it."""

from dataclasses import replace

from graph.extract.cues import cues
from graph.extract.lemmas import base_of
from graph.extract.parse import Word
from graph.extract.trees import (
    NOUNS,
    Words,
    child_of,
    hang,
    has_object,
    last_of,
    root_of,
    takes_to,
    where,
)
from graph.model import EntityType

COLLECTIVE = ("Group", "Team", "Committee", "Council", "Police", "Forces")  # what names end in that take either number
# Verbs whose infinitive is their subject's own deed, beside those of plans and of aspect.
RESOLVING = ("agree", "decide", "choose", "manage", "try")


@where("relcl", "appos", "compound", ",")
def mend_verbs_behind_relatives(words: Words) -> Words:
    """Behind a clause with "which" the sentence goes on with its verb: "the law, which Peru passed, ends visas"."""
    noun = words[root_of(words)]
    clause = child_of(words, noun.i, "relcl")
    if clause is None or noun.pos not in NOUNS:
        return words
    end = last_of(words, clause.i)
    verb = words[end + 2] if end + 2 < len(words) and words[end + 1].text == "," else noun
    thing = words[verb.head]
    hidden = verb.dep == "compound" and thing.dep == "appos" and thing.head == noun.i
    if not hidden or not verb.text.islower() or not verb.text.endswith("s") or verb.i < clause.i:
        return words
    words[verb.i] = replace(verb, pos="VERB", tag="VBZ", lemma=base_of(verb.text), head=verb.i, dep="ROOT")
    hang(words, noun.i, verb.i, "nsubj")
    hang(words, thing.i, verb.i, "dobj")
    return words


@where("that", "relcl")
def mend_relative_pronouns(words: Words) -> Words:
    """A "that" with a part in a relative clause is its pronoun: "the aid that they gave"."""
    for word in words:
        taken = word.tag == "IN" and word.text.lower() == "that" and word.dep in ("nsubj", "nsubjpass", "dobj", "pobj")
        if taken and words[word.head].dep == "relcl":
            words[word.i] = replace(word, pos="PRON", tag="WDT")
    return words


@where(("WDT", "WP"), "relcl", "xcomp")
def mend_gaps(words: Words) -> Words:
    """A relative pronoun behind "intends to do" is what is done: "the summit which Norway intends to host"."""
    for word in words:
        verb = words[word.head]
        if word.dep != "dobj" or word.tag not in ("WDT", "WP") or verb.dep != "relcl" or not does_itself(verb):
            continue
        below = [w.i for w in words if w.head == verb.i and w.dep == "xcomp" and takes_to(words, w.i)]
        if below and not has_object(words, below[0]):
            hang(words, word.i, below[0], "dobj")
    return words


def does_itself(verb: Word) -> bool:
    """Whether a verb's infinitive is its own subject's deed."""
    lists = ("modality.planned", "modality.aspect")
    return verb.lemma in RESOLVING or any(verb.lemma in cues()[name] for name in lists)


STRIKES = ("attack", "strike", "raid", "assault", "bombing", "shelling", "airstrike", "battle", "clash", "fighting")


@where("WDT", "acl", "relcl")
def mend_closed_relatives(words: Words) -> Words:
    """A clause with "which" ends at its comma: "the accord, which both sides signed, failed": the accord failed.

    The parser takes "signed" for what the sides are, and "failed" for the verb of the clause.
    """
    for word in list(words):
        noun = words[word.head]
        if word.dep != "relcl" or noun.head != noun.i or noun.pos != "NOUN":
            continue
        own = {w.dep: w.i for w in words if w.head == word.i and w.i < word.i}
        if not {"dobj", "nsubj"} <= own.keys():
            continue
        which, subject = words[own["dobj"]], words[own["nsubj"]]
        inner = child_of(words, subject.i, "acl", start=subject.i, end=word.i)
        if which.tag != "WDT" or inner is None or not any(w.text == "," for w in words[inner.i : word.i]):
            continue
        hang(words, word.i, word.i, "ROOT")
        hang(words, noun.i, word.i, "nsubj")
        hang(words, inner.i, noun.i, "relcl")
        hang(words, which.i, inner.i, "dobj")
        hang(words, subject.i, inner.i, "nsubj")
        words[inner.i] = replace(words[inner.i], tag="VBD")
    return words


def agrees(noun: Word, *, several: bool) -> bool:
    """Whether a verb in the singular or the plural can be a noun's; the name of a group takes both."""
    if noun.name is not None:
        return not several or noun.name.type is EntityType.GROUP or noun.name.name.endswith(COLLECTIVE)
    return several == (noun.tag in ("NNS", "NNPS"))


@where(("WDT", "WP"), "relcl", ("and", "or", "but"))
def mend_joined_relatives(words: Words) -> Words:
    """A clause behind "and which" tells of what the one before it does: "those who threaten X and who reject Y"."""
    for pronoun in words[3:]:
        second = words[pronoun.head]
        joined = words[pronoun.i - 1].lemma in ("and", "or", "but") and second.dep == "relcl"
        if pronoun.tag not in ("WDT", "WP") or not joined or words[pronoun.i - 2].text in (";", "."):
            continue
        same = (w for w in reversed(words[: pronoun.i]) if w.tag == pronoun.tag and w.lemma == pronoun.lemma)
        first = next((words[w.head] for w in same if words[w.head].dep == "relcl"), None)
        if first is not None and first.i < pronoun.i and first.head != second.head and words[first.head].i < first.i:
            hang(words, second.i, first.head, "relcl")
    return words
