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
    has_own,
    is_named,
    last_of,
    noun_above,
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


# Verbs of what is built and shown: no place is opened or demolished where a thing stands in it.
MAKING = ("build", "construct", "open", "reopen", "design", "demolish", "inaugurate", "unveil", "renovate", "repair")
# What is done to a house or a firm, and to no town.
FOUNDED = (
    *MAKING,
    "found",
    "fund",
    "finance",
    "own",
    "operate",
    "run",
    "organize",
    "organise",
    "host",
    "attend",
    "supply",
)
STRIKES = ("attack", "strike", "raid", "assault", "bombing", "shelling", "airstrike", "battle", "clash", "fighting")
GUIDED = ("lead", "head", "command", "run", "staff", "manage", "operate", "chair")  # by whom what stands in a town is
HARMING = ("kill", "wound", "injure")


def find_strike(words: Words, clause: Word, target: Word) -> int | None:
    """The attack on a target, where a clause tells whom it harmed: "the raid on the port, which killed three"."""
    while target.dep == "conj":
        target = words[target.head]
    prep = words[target.head]
    while target.dep == "pobj" and prep.lemma == "of" and words[prep.head].dep == "pobj":  # "a convoy of the Red Cross"
        target = words[prep.head]
        prep = words[target.head]
    known = words[prep.head].lemma in STRIKES and prep.lemma in ("on", "against", "of", "between")
    aimed = target.dep == "pobj" and (known or words[prep.head].lemma in ("siege", "bombardment"))
    return prep.head if aimed and clause.lemma in HARMING else None


@where("which", "relcl")
def mend_relatives(words: Words) -> Words:
    """A clause with "which" behind a bare topic is about what has the topic: "a commission on trade, which meets".

    Behind a place it is about what befalls people or is made there: "the war in Mali, which displaced thousands",
    "the lighthouse at Cape Race, which was built in 1907"; deaths are of the attack: "the raid on X, which killed".
    """
    for word in words:
        topic = words[word.head]
        topic = words[topic.head] if word.dep == "relcl" and topic.dep == "conj" and topic.pos == "PROPN" else topic
        prep = words[topic.head]
        thing = words[prep.head]
        if word.dep != "relcl" or topic.dep != "pobj" or thing.pos != "NOUN":
            continue
        which = any(w.head == word.i and w.tag == "WDT" and w.text == "which" for w in words[: word.i])
        apart = topic.i < word.i and any(w.text == "," for w in words[topic.i : word.i])
        if not which or not apart or not has_own(words, thing.i, "det", "poss"):
            continue
        bare = (
            topic.tag == "NN" and topic.name is None and not has_own(words, topic.i, "det", "amod", "compound", "poss")
        )
        topical = bare and prep.lemma in ("on", "about", "for", "against")
        made = thing.name is None and word.lemma in MAKING
        placed = topic.pos == "PROPN" and (
            (prep.lemma == "in" and word.lemma in cues()["verbs.befalling"])
            or (prep.lemma in ("in", "at", "near", "on", "outside") and made)
        )
        struck = find_strike(words, word, topic)
        struck = find_strike(words, word, thing) if placed and struck is None else struck
        if topical or placed or struck is not None:
            hang(words, word.i, thing.i if struck is None else struck, "relcl")
    return words


# What a town is or has; what else is done behind its name is done by what stands in it.
OF_TOWNS = (
    "be",
    "lie",
    "border",
    "have",
    "host",
    "house",
    "contain",
    "suffer",
    "see",
    "become",
    "remain",
    "serve",
    "face",
)


@where("which", "relcl", ",")
def mend_relatives_behind_towns(words: Words) -> Words:
    """A clause with "which" behind a town tells what the thing in it does: "a centre in Lima, which trains"."""
    for word in words[4:]:
        town = words[word.head]
        prep = words[town.head]
        above = words[prep.head]
        subject = ("nsubj", "nsubjpass") if word.lemma in GUIDED else ("nsubj",)
        which = any(w.head == word.i and w.text == "which" and w.dep in subject for w in words[: word.i])
        located = town.dep == "pobj" and town.name is None and town.label in ("GPE", "LOC", "FAC")
        said = word.lemma in OF_TOWNS or word.lemma in cues()["speech.verbs"] | cues()["modality.proposed"]
        if word.dep != "relcl" or not which or not located or prep.lemma not in ("in", "at", "near") or said:
            continue
        objects = (w for w in words[: prep.i] if w.head == above.i and w.dep == "dobj" and w.i > above.i)
        thing = next(objects, None) if above.pos == "VERB" else above
        if (
            thing is not None
            and thing.pos in ("NOUN", "PROPN")
            and thing.i < prep.i
            and words[word.head + 1].text == ","
        ):
            hang(words, word.i, thing.i, "relcl")
    return words


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


@where(("WDT", "WP"), "relcl")
def mend_agreeing_relatives(words: Words) -> Words:
    """A relative clause is about the noun that its verb agrees with: "the principles of the UN, which guard peace"."""
    for word in words:
        near = words[word.head]
        above = noun_above(words, near)
        if word.dep != "relcl" or near.dep != "pobj" or above.pos != "NOUN" or above.i > near.i or above.name:
            continue
        which = any(w.head == word.i and w.text.lower() == "which" for w in words[near.i : word.i])
        person = near.label == "PERSON" or (near.name is not None and near.name.type is EntityType.PERSON)
        if which and person:  # "a song by X, which moved Y"
            hang(words, word.i, above.i, "relcl")
            continue
        pronoun = any(w.head == word.i and w.dep.startswith("nsubj") and w.tag in ("WDT", "WP") for w in words)
        finite = [w for w in words if w.tag in ("VBZ", "VBP") and word.i in (w.i, w.head)]
        finite += [w for w in words if w.head == word.i and w.text.lower() in ("was", "were")]
        listed = any(w.head in (near.i, above.i) and w.dep == "conj" for w in words)
        if not pronoun or listed or not finite:
            continue
        several = finite[0].tag == "VBP" or finite[0].text.lower() == "were"
        if not agrees(near, several=several) and agrees(above, several=several):
            hang(words, word.i, above.i, "relcl")
    return words


def agrees(noun: Word, *, several: bool) -> bool:
    """Whether a verb in the singular or the plural can be a noun's; the name of a group takes both."""
    if noun.name is not None:
        return not several or noun.name.type is EntityType.GROUP or noun.name.name.endswith(COLLECTIVE)
    return several == (noun.tag in ("NNS", "NNPS"))


# Verbs by which a deed is judged: no country "constitutes a violation".
JUDGING = ("constitute", "represent", "amount", "violate", "breach", "contravene", "cause", "require", "aim")


@where("which", "relcl")
def mend_judged_relatives(words: Words) -> Words:
    """What is judged behind a deed is the deed: "the attack by X on Y, which constitutes a breach of Z"."""
    for word in words:
        if word.dep != "relcl" or word.lemma not in JUDGING:
            continue
        name = words[word.head]
        prep = words[name.head]
        deed = words[prep.head]
        which = any(w.head == word.i and w.dep == "nsubj" and w.text.lower() == "which" for w in words)
        country = name.name is not None and name.name.type is EntityType.COUNTRY and name.dep == "pobj"
        if not which or not country:
            continue
        whole = words[words[deed.head].head]  # "a war of aggression"
        deed = whole if words[deed.head].lemma == "of" and whole.pos == "NOUN" else deed
        if deed.pos == "NOUN" and deed.name is None and deed.i < name.i:
            hang(words, word.i, deed.i, "relcl")
    return words


# What has an author or a seat behind it, of which a clause between commas tells: "the report on X, which Y rejected".
AUTHORED = frozenset(
    {
        "session",
        "meeting",
        "summit",
        "conference",
        "assembly",
        "round",
        "application",
        "report",
        "decision",
        "proposal",
        "bid",
        "request",
        "centre",
        "center",
        "fund",
        "bank",
        "mission",
    }
    | {"plan", "body", "agency", "resolution", "statement", "draft", "agreement", "treaty", "pact", "law", "bill"}
)


@where("which", "relcl")
def mend_object_relatives(words: Words) -> Words:
    """A clause between commas is of the paper or the body, not of the name in it: "a report on X, which Y rejected"."""
    for clause in words:
        name = words[clause.head]
        noun = words[words[name.head].head]
        if clause.dep != "relcl" or name.dep != "pobj" or noun.lemma not in AUTHORED or noun.i > name.i:
            continue
        which = next(
            (w for w in words if w.head == clause.i and w.text == "which" and w.dep in ("dobj", "nsubj")), None
        )
        apart = which is not None and words[which.i - 1].text == "," and which.i - 2 >= name.i
        placed = is_named(name) and words[name.head].lemma in ("of", "on", "in", "for")
        if apart and placed and not (name.name is not None and name.name.type is EntityType.AGREEMENT):
            hang(words, clause.i, noun.i, "relcl")
    return words


@where("acl", "VBN", ",", "pobj")
def mend_participles_behind_places(words: Words) -> Words:
    """What was founded or is known behind a place and a comma is the thing there: "a firm in Billund, founded by X"."""
    for told in words[4:]:
        place = words[told.head]
        while place.dep == "appos":
            place = words[place.head]
        prep = words[place.head]
        thing = words[prep.head]
        behind = told.dep == "acl" and told.tag == "VBN" and words[told.i - 1].text == ","
        held = place.dep == "pobj" and place.pos == "PROPN" and prep.text in ("in", "at", "near") and thing.i < prep.i
        kept = thing.dep == "attr" or (told.lemma in FOUNDED and words[told.i + 1].dep == "agent")
        if behind and held and kept and thing.pos == "NOUN" and thing.name is None:
            hang(words, told.i, thing.i, "acl")
    return words
