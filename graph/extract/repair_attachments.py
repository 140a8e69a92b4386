"""Mends in a parse: what the parser hangs on its neighbour and belongs elsewhere by a fact of grammar."""

from dataclasses import replace

from graph.extract.cues import cues
from graph.extract.parse import Word
from graph.extract.repair_order import is_land
from graph.extract.trees import (
    NOUNS,
    Words,
    below,
    child_of,
    first_name,
    first_of,
    hand_over,
    hang,
    has_object,
    has_own,
    is_named,
    join_to,
    last_of,
    make_subject,
    root_of,
    where,
)
from graph.extract.words import are_people

FINITE = ("VBD", "VBZ", "VBP")


@where(FINITE, "appos")
def mend_objects_set_beside(words: Words) -> Words:
    """A verb has no apposition: a noun behind it without a comma is its object: "thanks Kenya for X"."""
    for word in words:
        verb = words[word.head]
        beside = word.dep == "appos" and verb.pos == "VERB" and verb.tag in FINITE and word.i > verb.i
        if beside and words[first_of(words, word.i) - 1].i == verb.i and not has_object(words, verb.i):
            hang(words, word.i, verb.i, "dobj")
    return words


@where("with", ("appos", "dep"))
def mend_objects_behind_feelings(words: Words) -> Words:
    """What one feels stands before what one feels it at: "noted with concern the situation in X"."""
    for word in words:
        feeling = words[word.head]
        prep = words[feeling.head]
        verb = words[prep.head]
        felt = feeling.lemma in cues()["nouns.feelings"] and feeling.dep in ("pobj", "pcomp") and prep.lemma == "with"
        felt = felt and verb.pos == "VERB"
        close = prep.i == verb.i + 1 and first_of(words, word.i) == feeling.i + 1
        if felt and close and word.dep in ("appos", "dep") and not has_object(words, verb.i):
            hang(words, word.i, verb.i, "dobj")
    return words


@where(FINITE, ("invitation", "request", "behest"), ",")
def mend_invited_subjects(words: Words) -> Words:
    """Behind "at the invitation of X," an office with "the" and its bearer, set off, are the subject of the verb."""
    verb = words[root_of(words)]
    asked = words[0].dep == "prep" and any(w.lemma in ("invitation", "request", "behest") for w in words[:4])
    if not asked or verb.tag not in FINITE or words[verb.i - 1].text != ",":
        return words
    bearer = words[verb.i - 2]
    start = first_name(words, bearer.i)
    set_off = bearer.pos == "PROPN" and words[start - 1].text == ","
    article = next((w for w in reversed(words[:start]) if w.dep == "det" and words[w.i - 1].text == ","), None)
    if not set_off or article is None or article.lemma != "the" or words[article.head].i > start:
        return words
    host = next((w for w in words[3:start] if w.dep == "pobj" and words[words[w.head].head].dep == "pobj"), None)
    for other in words[:start]:  # who invites may have a name behind the office too
        taken = other.head == verb.i and other.dep in ("nsubj", "conj") and other.i < article.i
        if host is not None and host.i < other.i and (taken or (other.dep == "conj" and other.i == article.i - 2)):
            hang(words, other.i, host.i, "appos")
    make_subject(words, article.head, verb.i)
    hang(words, bearer.i, article.head, "appos")
    return words


@where(("together", "along", "jointly"), "with", ("nsubj", "nsubjpass"), ",")
def mend_fronted_company(words: Words) -> Words:
    """Who is named in front as doing it together with the subject does it too: "Together with X, Y acted"."""
    prep = words[1] if len(words) > 1 else words[0]
    if words[0].text not in ("Together", "Along", "Jointly") or prep.text != "with":
        return words
    company = next((w for w in words if w.dep == "pobj" and w.head in (0, 1) and w.i > 1), None)
    subject = next((w for w in words if w.dep in ("nsubj", "nsubjpass") and w.head == root_of(words)), None)
    if company is None or not is_named(company) or subject is None or not company.i < first_of(words, subject.i):
        return words
    if words[first_of(words, subject.i) - 1].text != ",":
        return words
    join_to(words, company.i, subject.i, words[1])
    hang(words, 0, 1, "advmod")
    return words


@where("cc", "conj", "dobj")
def mend_nouns_beside_verbs(words: Words) -> Words:
    """A noun is coordinated with the object, and not with the verb: "supports peace in X and the release of Y"."""
    for word in words:
        verb = words[word.head]
        if word.dep != "conj" or word.pos != "NOUN" or verb.pos != "VERB" or word.i < verb.i:
            continue
        thing = child_of(words, verb.i, "dobj", start=verb.i, end=word.i)
        joint = words[first_of(words, word.i) - 1]
        clause = has_own(words, word.i, "aux", "cop", "dobj", "xcomp", "mark")
        if thing is None or thing.pos not in NOUNS or clause or joint.text != "and" or joint.head != verb.i:
            continue
        own = any(w.head == word.i and (w.lemma == "the" or w.dep == "poss") for w in words)
        verbal = any(w.pos in ("VERB", "AUX") for w in words[thing.i : last_of(words, word.i)])
        if verbal or (words[joint.i - 1].text == "," and not own):
            continue
        join_to(words, word.i, thing.i, joint)
    return words


@where("in", "prep", "dobj")
def mend_places_of_situations(words: Words) -> Words:
    """Where a war or a crisis is belongs to it: "discussed the war in X"."""
    for word in words:
        if word.dep != "prep" or word.text != "in" or not word.i or words[word.head].pos != "VERB":
            continue
        noun = words[word.i - 1]
        argument = noun.dep in ("dobj", "pobj", "conj", "nsubj", "nsubjpass")
        situated = noun.lemma in cues()["nouns.situations"] and argument and noun.name is None
        if situated and any(w.head == word.i and w.dep == "pobj" and is_land(w) for w in words[word.i :]):
            hang(words, word.i, noun.i, "prep")
    return words


@where("lay", "dobj")
def mend_laid(words: Words) -> Words:
    """A "lay" with an object is no form of "lie": "soldiers lay down their arms"."""
    for word in words:
        if word.text.lower() == "lay" and word.lemma == "lie" and has_object(words, word.i):
            words[word.i] = replace(word, lemma="lay")
    return words


@where("appos", ("since", "until"), ",")
def mend_times_of_appositions(words: Words) -> Words:
    """A "since" behind an office or membership tells of it, not of the verb: "met X, minister since 2023"."""
    for word in words:
        verb = words[word.head]
        if word.lemma not in ("since", "until") or word.dep != "prep" or verb.pos != "VERB" or not word.i:
            continue
        beside = next(
            (w for w in reversed(words[: word.i]) if w.dep == "appos" and last_of(words, w.i) == word.i - 1), None
        )
        if beside is not None and words[first_of(words, beside.i) - 1].text == "," and beside.i > verb.i:
            hang(words, word.i, beside.i, "prep")
    return words


@where("relcl", "acl", ("VBN", "VBD"), ",")
def mend_verbs_taken_for_participles(words: Words) -> Words:
    """Behind a clause with "which" and a comma goes on the sentence: "X, which hosts refugees, called for aid"."""
    noun = words[root_of(words)]
    clause = child_of(words, noun.i, "relcl")
    if clause is None or noun.pos not in NOUNS or has_own(words, noun.i, "cop", "aux"):
        return words
    for word in words[clause.i + 1 :]:
        hidden = word.dep == "acl" and word.tag in ("VBN", "VBD") and below(words, word.head, clause.i)
        if hidden and words[word.i - 1].text == "," and word.text.endswith("ed"):
            words[word.i] = replace(word, pos="VERB", tag="VBD", head=word.i, dep="ROOT")
            hang(words, noun.i, word.i, "nsubj")
            return words
    return words


@where("worth", "dobj", "npadvmod")
def mend_worths_of_things(words: Words) -> Words:
    """What something is worth is told of the thing: "bought drones worth 40 million dollars"."""
    for worth in words[2:-1]:
        thing = words[worth.i - 1]
        behind = worth.text == "worth" and worth.dep == "prep" and thing.dep == "dobj" and thing.head == worth.head
        if behind and child_of(words, worth.i, "npadvmod", start=worth.i) is not None:
            words[worth.i] = replace(worth, pos="ADJ", tag="JJ", head=thing.i, dep="amod")
    return words


@where("for", ("term", "period"), "agent")
def mend_terms_of_office(words: Words) -> Words:
    """How long somebody is chosen for is no voter's: "is elected by the members for a term of four years"."""
    for prep in words[3:-1]:
        doer = words[prep.head]
        by = words[doer.head]
        term = child_of(words, prep.i, "pobj", start=prep.i)
        if prep.text == "for" and term is not None and term.lemma in ("term", "period") and by.dep == "agent":
            hang(words, prep.i, by.head, "prep")
    return words


JUDGED = frozenset(
    {"breach", "violation", "crime", "act", "affront", "provocation", "escalation", "blow", "contravention"}
)


@where("appos", JUDGED, "pobj", ",")
def mend_judged_deeds(words: Words) -> Words:
    """What is called a breach is the deed, not whom it was done to: "X's attack on Y, a breach of the Charter"."""
    for judged in words[4:]:
        target = words[judged.head]
        prep = words[target.head]
        deed = words[prep.head]
        called = judged.dep == "appos" and judged.lemma in JUDGED and target.dep == "pobj" and is_named(target)
        if called and deed.pos == "NOUN" and deed.lemma in cues().nominals and deed.i < target.i < judged.i:
            hang(words, judged.i, deed.i, "appos")
    return words


CHANGES = ("increase", "rise", "decrease", "fall", "decline", "drop", "growth", "jump")


# Verbs that tell how much something is.
REACHING = ("amount", "stand", "be", "hit", "exceed", "surpass", "number")


@where(CHANGES, ("appos", "npadvmod", "dobj", "attr"), ("a", "an"), ",")
def mend_measured_changes(words: Words) -> Words:
    """A change set off behind a clause measures what it tells: "said that trade had reached 9 billion, a rise of 5"."""
    for change in words[4:]:
        if change.lemma not in CHANGES or change.dep not in ("appos", "npadvmod", "dobj", "attr"):
            continue
        first = first_of(words, change.i)
        clause = next((w for w in reversed(words[:first]) if w.pos in ("VERB", "AUX")), None)
        apart = words[first].text in ("a", "an") and words[first - 1].text == ","
        if clause is not None and apart and (clause.lemma in cues()["verbs.changing"] or clause.lemma in REACHING):
            hang(words, change.i, clause.i, "npadvmod")
            hand_over_times(words, words[change.i])
    return words


def hand_over_times(words: Words, change: Word) -> None:
    """With what a change is compared stands beside it: "an increase of 6 percent over 2022"."""
    of = child_of(words, change.i, "prep", start=change.i)
    much = child_of(words, of.i, "pobj", start=of.i) if of is not None and of.text == "of" else None
    if much is not None:
        hand_over(words, much.i, change.i, start=much.i, dep="prep")
        end = last_of(words, change.i) + 1
        hand_over(words, change.head, change.i, start=end, end=end + 1, dep="prep")


# From where something is taken, which is then told of it and not of who takes it.
APART = frozenset(
    {
        "expel",
        "evict",
        "evacuate",
        "free",
        "rescue",
        "release",
        "remove",
        "drive",
        "displace",
        "deport",
        "take",
        "steal",
    }
    | {
        "ship",
        "fire",
        "launch",
        "transfer",
        "withdraw",
        "exclude",
        "separate",
        "protect",
        "prevent",
        "smuggle",
        "seize",
    }
    | {"receive", "derive", "import", "buy", "send", "bring", "abduct", "kidnap", "liberate", "oust", "dismiss", "drop"}
)


@where("agent", "from", ("NNS", "NNPS"))
def mend_origins_of_agents(words: Words) -> Words:
    """Where they are from who do a thing belongs to them: "joined by Mayor X and experts from ten firms"."""
    for from_ in words[4:]:
        verb, doer = words[from_.head], words[from_.i - 1]
        first = words[doer.head] if doer.dep == "conj" else doer
        first = words[first.head] if first.dep == "conj" else first
        by = words[first.head]
        several = doer.tag in ("NNS", "NNPS") and first.dep == "pobj" and by.dep == "agent" and by.head == verb.i
        moved = verb.lemma in APART
        if from_.text == "from" and from_.dep == "prep" and several and are_people(doer.lemma) and not moved:
            hang(words, from_.i, doer.i, "prep")
    return words
