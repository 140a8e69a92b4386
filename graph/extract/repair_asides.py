"""Mends in a parse: what is set off by commas, brackets or a dash, and what it is an aside to."""

from dataclasses import replace

from graph.extract.cues import cues
from graph.extract.trees import Words, child_of, first_of, hand_over, hang, has_object, has_own, root_of, where


@where(",", "acl", "agent", "VBN")
def mend_causes_of_changes(words: Words) -> Words:
    """What a change is driven by is told of the change, not of where it is: "trade grew in Peru, driven by X"."""
    for driven in words[4:]:
        place = words[driven.head]
        verb = words[words[place.head].head]
        behind = driven.dep == "acl" and driven.tag == "VBN" and words[driven.i - 1].text == ","
        grown = verb.pos == "VERB" and verb.lemma in (*cues()["verbs.changing"], "expand", "slow", "recover", "improve")
        if behind and place.dep == "pobj" and place.i < driven.i and grown and not has_object(words, verb.i):
            hang(words, driven.i, verb.i, "advcl")
    return words


@where(("up", "down"), "advmod", ",")
def mend_growth_behind_sums(words: Words) -> Words:
    """By how much a sum has grown is told of the verb: "exports were 56 million tonnes, up from 22"."""
    for up in words[3:]:
        noun = words[up.head]
        sized = up.text in ("up", "down") and up.dep == "advmod" and words[up.i - 1].text == ","
        if sized and noun.dep in ("dobj", "pobj", "attr") and noun.i < up.i and words[noun.head].i < noun.i:
            above = words[noun.head]
            hang(words, up.i, above.head if above.dep == "prep" else above.i, "advmod")
    return words


@where("csubj", "VBG", ",", "dep")
def mend_inserted_gerunds(words: Words) -> Words:
    """A subject goes on behind a clause in commas: "X, reaffirming the treaty agreed in Delhi, adopted the plan"."""
    root = words[root_of(words)]
    gerund = child_of(words, root.i, "csubj", end=root.i)
    verb = child_of(words, root.i, "dep", "ccomp", "conj", "parataxis", start=root.i)
    subject = child_of(words, root.i, "nsubj", end=root.i)
    if gerund is None or verb is None or subject is None or not subject.i < gerund.i:
        return words
    thing = child_of(words, gerund.i, "dobj", start=gerund.i, end=root.i)
    apart = words[gerund.i - 1].text == "," and words[verb.i - 1].text == "," and verb.tag in ("VBD", "VBZ", "VBP")
    if thing is None or thing.i != root.i - 1 or not apart or has_own(words, verb.i):
        return words
    words[verb.i] = replace(verb, pos="VERB", head=verb.i, dep="ROOT")
    hand_over(words, root.i, verb.i, end=gerund.i + 1)
    hand_over(words, root.i, verb.i, start=verb.i)
    hang(words, gerund.i, verb.i, "advcl")
    words[root.i] = replace(words[root.i], tag="VBN", head=thing.i, dep="acl")
    return words


@where("dobj", ",", "pobj")
def mend_appositions_as_objects(words: Words) -> Words:
    """What a name is, behind it and a comma, is no object: "provides for aid to PGZ, the state-owned group"."""
    for told in (w for w in words[5:] if w.dep == "dobj" and w.pos == "NOUN"):
        verb = words[told.head]
        start = first_of(words, told.i)
        name = words[start - 2]
        behind = words[start - 1].text == "," and words[start].text in ("the", "a", "an")
        held = name.dep == "pobj" and name.pos == "PROPN" and verb.i < name.i and verb.pos == "VERB"
        if behind and held and not any(w.text == "," for w in words[verb.i : start - 1]):
            hang(words, told.i, name.i, "appos")
    return words


# What sums up a deed and is no land: "invaded Mali, a step condemned by Chad".
SUMMING = (
    *("step", "move", "decision", "measure", "action", "act", "development", "prospect", "gesture", "feat"),
    *("charge", "claim", "allegation", "accusation", "invitation", "demand", "offer"),
)


@where(SUMMING, "appos", ",")
def mend_deeds_summed_up(words: Words) -> Words:
    """A step or a move behind a comma is the whole deed, which has no name: "invaded Mali, a step condemned by X"."""
    for step in words[4:]:
        name = words[step.head]
        verb = words[name.head]
        verb = words[verb.head] if verb.dep == "prep" else verb
        deed = step.dep == "appos" and step.lemma in SUMMING and name.dep in ("dobj", "pobj") and verb.pos == "VERB"
        if deed and name.i < step.i and any(w.head == step.i and w.text in ("a", "an") for w in words):
            hang(words, step.i, verb.i, "npadvmod")
    return words


@where(SUMMING, "nsubj", "ccomp", ",")
def mend_denied_charges(words: Words) -> Words:
    """A charge that is denied is an aside: "X accused Y of arming rebels, a charge Y denied" accuses all the same."""
    root = words[root_of(words)]
    charge = child_of(words, root.i, "nsubj", end=root.i)
    denier = child_of(words, root.i, "nsubj", start=charge.i + 1, end=root.i) if charge is not None else None
    told = child_of(words, root.i, "ccomp", end=root.i)
    if charge is None or denier is None or told is None or charge.lemma not in SUMMING or told.i > charge.i:
        return words
    words[told.i] = replace(told, head=told.i, dep="ROOT")
    hand_over(words, root.i, told.i, end=charge.i)
    hang(words, charge.i, told.i, "npadvmod")
    hang(words, root.i, charge.i, "relcl")
    return words


@where("(", ")", ("relcl", "acl", "appos"))
def mend_datelines(words: Words) -> Words:
    """A town in the bracket that opens a report does nothing: "(Beirut, May 14, 2024) – The army arrested X"."""
    closing = next((w.i for w in words if w.text == ")"), None)
    dashed = closing is not None and closing + 2 < len(words) and words[closing + 1].text in ("–", "-", "—")
    if words[0].text != "(" or closing is None or not dashed:
        return words
    clause = next((w for w in words[closing:] if w.head < closing and w.pos == "VERB"), None)
    town = words[clause.head] if clause is not None else words[0]
    if clause is None or clause.dep not in ("relcl", "acl", "appos", "conj", "dep"):
        return words
    verb = clause.i if town.head == town.i else town.head
    hang(words, clause.i, verb, "ROOT" if verb == clause.i else town.dep if town.dep == "ccomp" else "ccomp")
    hang(words, town.i, clause.i, "dep")
    return words


COURTEOUS = ("mr.", "mr", "madam", "mrs.", "madame", "your")
CHAIRS = ("president", "chairman", "chairperson", "chair", "excellency", "speaker")


@where(COURTEOUS, "nsubj", ",", CHAIRS)
def mend_vocatives(words: Words) -> Words:
    """Whom one speaks to between commas does nothing: "This year, Mr. President, Peru hosts the summit"."""
    for chair in words[1:-2]:
        named = chair.lemma.lower() in CHAIRS and words[chair.i - 1].text.lower() in COURTEOUS
        if not named or chair.dep not in ("nsubj", "nsubjpass") or words[chair.i + 1].text != ",":
            continue
        verb = words[chair.head]
        own = child_of(words, verb.i, "nsubj", "nsubjpass", start=chair.i + 2, end=verb.i)
        own = own or child_of(words, chair.i, "appos", start=chair.i + 2, end=verb.i)
        if own is not None and words[chair.i - 2].text == ",":
            hang(words, own.i, verb.i, chair.dep)
            hang(words, chair.i, verb.i, "dep")
    return words


MONARCHS = ("King", "Queen", "Emperor", "Empress", "Pope", "Tsar", "Sultan", "Shah", "Prince", "Kaiser")


JOINTS = ("since", "after", "before", "until", "as")  # before a noun or a clause


@where("i", "nsubj", "PRP")
def mend_first_monarchs(words: Words) -> Words:
    """Right behind the name of a monarch "I" is a number: "King Zog I founded the bank"."""
    for first in words[1:-1]:
        name = words[first.i - 1]
        titled = name.name is not None and name.name.title.split()[-1:] and name.name.title.split()[-1] in MONARCHS
        joint = words[name.head]  # "since King Zog I founded the bank"
        clause = name.dep == "pobj" and joint.text.lower() in JOINTS and joint.i < name.i
        if first.text == "I" and first.dep == "nsubj" and titled and (clause or name.head in (first.head, first.i)):
            hang(words, name.i, first.head, "nsubj")
            if clause:
                hang(words, joint.i, first.head, "mark")
            words[first.i] = replace(first, pos="NUM", tag="CD", dep="nummod", head=name.i)
    return words
