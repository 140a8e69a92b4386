"""Mends in a parse: what a relative clause hangs on, and what its pronoun is in it."""

from dataclasses import replace

from graph.extract.cues import cues
from graph.extract.lemmas import base_of
from graph.extract.parse import Word
from graph.extract.trees import (
    NOUNS,
    Words,
    below,
    child_of,
    first_of,
    hang,
    has_object,
    is_led_by,
    join_to,
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


FORESEEN = ("expect", "schedule", "set", "plan", "intend", "project", "believe", "know", "report", "say", "forecast")
FRAMES = ("in", "at", "during", "on", "by")  # "talks in which they agreed to meet": they agreed there


@where(("WDT", "WP"), "xcomp", "pobj")
def mend_raised_phrases(words: Words) -> Words:
    """What is expected or begun has the phrase with "which": "from which towns are expected to benefit"."""
    for word in words:
        prep = words[word.head]
        verb = words[prep.head]
        if word.dep != "pobj" or word.tag not in ("WDT", "WP") or prep.i != word.i - 1 or prep.i > verb.i:
            continue
        due = child_of(words, verb.i, "acomp", start=verb.i) if verb.lemma == "be" else None
        ahead = due is not None and due.lemma in ("due", "set", "likely", "bound")  # "in which nine navies are due to"
        inner = child_of(words, due.i if ahead and due is not None else verb.i, "xcomp", start=verb.i)
        if inner is None or inner.pos != "VERB" or has_object(words, verb.i):
            continue
        foreseen = verb.lemma in FORESEEN and child_of(words, verb.i, "auxpass", end=verb.i) is not None
        begun = verb.lemma in cues()["modality.aspect"] or (does_itself(verb) and prep.text.lower() not in FRAMES)
        if foreseen or begun or ahead:
            hang(words, prep.i, inner.i, "prep")
    return words


@where(("and", "but"), ("WDT", "WP", "WP$"), "relcl")
def mend_second_relatives(words: Words) -> Words:
    """Clauses joined by "and" tell of one noun: "the line, which X built and through which Y sells power"."""
    for word in list(words):
        start = word.i - 1 if words[word.i - 1].tag in ("IN", "TO") else word.i
        joint = words[start - 1]
        if word.tag not in ("WDT", "WP", "WP$") or start < 2 or joint.text.lower() not in ("and", "but"):
            continue
        verb = words[word.head]
        while verb.pos not in ("VERB", "AUX") and verb.head != verb.i:
            verb = words[verb.head]
        before = (w for w in reversed(words[:start]) if w.dep == "relcl" and w.head < w.i and is_led(words, w))
        first = next(before, None)
        movable = verb.i > word.i and verb.dep in ("conj", "relcl", "advcl", "ccomp", "dep")
        if first is None or not movable or below(words, first.i, verb.i):
            continue
        if verb.dep == "conj" and is_led(words, words[verb.head]) and words[verb.head].i != first.i:
            continue
        hang(words, verb.i, first.head, "relcl")
        hang(words, joint.i, first.i, "cc")
    return words


def is_led(words: Words, clause: Word) -> bool:
    """Whether a clause has a relative pronoun before its verb."""
    return any(w.tag in ("WDT", "WP", "WP$") and below(words, w.i, clause.i) for w in words[clause.head : clause.i])


APART = ("with", "including", "like", "as", "such", "despite", "without", "of", "than", "among", "against", "between")
SAID = ("example", "instance", "particular", "addition", "turn", "part", "fact", "all", "which", "whom", "whose")


@where(("relcl", "acl"), ",", ("prep", "advcl"))
def mend_phrases_behind_closed_clauses(words: Words) -> Words:
    """A clause between commas ends at the second: "revive the body, which last met in 2019, in Lima": revived there."""
    for clause in list(words):
        if clause.dep not in ("relcl", "acl") or not is_enclosed(words, clause):
            continue
        first = next((w for w in words[clause.i :] if w.head == clause.i and is_apart(words, w)), None)
        above = words[clause.head]
        while above.pos not in ("VERB", "AUX") and above.head != above.i:
            above = words[above.head]
        if first is None or above.pos not in ("VERB", "AUX") or above.i > clause.i:
            continue
        comma = first_of(words, first.i) - 1
        rest = [w for w in words[comma:] if w.head == clause.i]
        closed = not any(w.text == "," for w in words[clause.i : comma])
        if closed and all(w.dep in ("prep", "punct", "npadvmod", "advcl") for w in rest):  # else "is, in effect, a ban"
            for word in rest:
                hang(words, word.i, above.i, word.dep)
    return words


def is_enclosed(words: Words, clause: Word) -> bool:
    """Whether a clause with "who" or "which", or a past participle behind a noun, begins behind a comma."""
    if clause.dep == "acl":
        return clause.tag == "VBN" and words[clause.i - 1].text == "," and clause.head < clause.i
    pronoun = next((w for w in words[clause.head + 1 : clause.i] if w.text in ("who", "which")), None)
    return pronoun is not None and words[pronoun.i - 1].text == "," and pronoun.i <= first_of(words, clause.i) + 1


def is_apart(words: Words, told: Word) -> bool:
    """Whether a phrase or an infinitive stands behind a comma, and tells where, when or to what end a thing is done."""
    if words[first_of(words, told.i) - 1].text != ",":
        return False
    if told.dep == "advcl":
        return told.tag == "VB" and takes_to(words, told.i)
    within = child_of(words, told.i, "pobj", start=told.i)
    return told.dep == "prep" and within is not None and told.lemma not in APART and within.text not in SAID


@where("WDT", "relcl", ("VBD", "VBN"))
def mend_participles_before_verbs(words: Words) -> Words:
    """Of two verbs behind "which" and a subject the first only tells of that: "which groups linked to X have used".

    The parser makes the participle the verb, and gives the last name to the true one.
    """
    for first in words[3:-3]:
        which = child_of(words, first.i, "dobj", end=first.i)
        subject = child_of(words, first.i, "nsubj", end=first.i)
        closed = first.dep == "relcl" and which is not None and which.tag == "WDT" and subject is not None
        if not closed or subject is None or which is None or subject.i != first.i - 1 or not has_phrase(words, first):
            continue
        verb = verb_behind(words, first, subject)
        if verb is None:
            continue
        name = child_of(words, verb.i, "nsubj", start=first.i, end=verb.i)
        joint = child_of(words, first.i, "cc", start=first.i, end=verb.i)
        last = next((w for w in reversed(words[first.i : verb.i]) if w.dep == "pobj"), None)
        if name is not None and joint is not None and last is not None:
            join_to(words, name.i, last.i, joint)
        hang(words, verb.i, first.head, "relcl")
        hang(words, which.i, verb.i, "dobj")
        hang(words, subject.i, verb.i, "nsubj")
        hang(words, first.i, subject.i, "acl")
        words[first.i] = replace(words[first.i], tag="VBN")
        if verb.tag == "VBN" and child_of(words, verb.i, "aux") is None:
            words[verb.i] = replace(words[verb.i], tag="VBD")
        return words
    return words


def has_phrase(words: Words, verb: Word) -> bool:
    """Whether a verb without an auxiliary has a phrase right behind it."""
    behind = words[verb.i + 1]
    return behind.dep in ("prep", "agent") and behind.head == verb.i and child_of(words, verb.i, "aux") is None


def verb_behind(words: Words, first: Word, subject: Word) -> Word | None:
    """The true verb behind a participle: a second past right behind its phrase, or one of several behind one name."""
    end = last_of(words, words[first.i + 1].i) + 1
    second = words[end] if end < len(words) else first
    by = child_of(words, second.i, "agent", start=second.i)
    if second.dep == "acl" and second.tag in ("VBN", "VBD") and second.head < second.i and by is None:
        return second if words[end - 1].pos == "PROPN" or words[end - 1].name is not None else None
    joined = child_of(words, first.i, "conj", start=end)
    name = child_of(words, joined.i, "nsubj", start=end, end=joined.i) if joined is not None else None
    if joined is None or name is None or name.tag not in ("NN", "NNP") or subject.tag != "NNS":
        return None
    many = any(w.head == joined.i and w.text in ("have", "are", "were") for w in words[name.i : joined.i])
    return joined if many or joined.text in ("are", "were", "have") else None


@where("where", "relcl", "conj", "and")
def mend_second_wheres(words: Words) -> Words:
    """What "and" joins to a clause with "where" in its own tense happens there: "the port where X sits and Y is"."""
    for verb in words[5:]:
        root = words[verb.head]
        own = child_of(words, verb.i, "nsubj", "nsubjpass", start=root.i, end=verb.i)
        if verb.dep != "conj" or own is None:
            continue
        joint = words[first_of(words, own.i) - 1]
        clause = next((w for w in reversed(words[root.i : joint.i]) if w.dep == "relcl"), None)
        if clause is None or joint.text != "and" or not is_led_by(words, clause, "where"):
            continue
        alike = tense_of(words, verb) == tense_of(words, clause) != tense_of(words, root)
        if alike and last_of(words, clause.i) >= joint.i - 1 and words[clause.head].i > root.i:
            join_to(words, verb.i, clause.i, joint)
    return words


def tense_of(words: Words, verb: Word) -> str:
    """The tag of the finite form of a verb: "VBZ" of "is stationed"; of two presents the same."""
    led = (w.tag for w in words[: verb.i] if w.head == verb.i and w.tag in ("VBZ", "VBP", "VBD", "MD"))
    return next(led, verb.tag).replace("VBP", "VBZ")
