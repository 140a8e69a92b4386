"""Mends in a parse: what is set off at a sentence's ends: who says it, who denies it, what it turns to."""

from dataclasses import replace

from graph.extract.cues import cues
from graph.extract.parse import Word
from graph.extract.prepositions import PLACES
from graph.extract.repair_idioms import is_gathering
from graph.extract.trees import (
    Words,
    child_of,
    first_of,
    give_root,
    hand_over,
    hang,
    has_own,
    is_named,
    make_subject,
    root_of,
    where,
)

PEOPLE = ("NNS", "NNPS")
MEETING = ("summit", "meeting", "opening", "launch", "ceremony", "talk", "forum", "conference", "inauguration")
SHARES = ("half", "third", "quarter", "most", "part", "majority", "bulk", "share", "percent")
ACCUSING = ("charge", "accusation", "allegation", "claim", "assertion")


@where(("conj", "appos"), ",", "and")
def mend_reporters_behind(words: Words) -> Words:
    """Several plurals between a comma and "said" at the end say it: "it opened roads into X, A and B said"."""
    said = words[root_of(words)]
    if said.lemma not in cues()["speech.verbs"] or said.tag != "VBD" or has_own(words, said.i):
        return words
    if child_of(words, said.i, "ccomp", end=said.i) is None or any(w.text != "." for w in words[said.i + 1 :]):
        return words
    comma = next((w.i for w in reversed(words[: said.i]) if w.text == ","), 0)
    tellers = [w for w in words[comma + 1 : said.i] if w.dep in ("conj", "appos") and w.tag in PEOPLE]
    link = any(w.text == "and" for w in words[comma + 1 : said.i])
    bare = comma and not any(w.pos in ("VERB", "ADP") or w.dep == "det" for w in words[comma + 1 : said.i])
    if tellers and link and bare and tellers[0].head <= comma:
        hang(words, tellers[0].i, said.i, "nsubj")
    return words


@where("relcl", "which", "of")
def mend_parts_of_amounts(words: Words) -> Words:
    """A number is part of an amount, and a meeting one of a body: "gave 9 million to X, of which 5 were spent".

    "A joint committee on fisheries, the first meeting of which will be held" is that of the committee.
    """
    for clause in words[6:]:
        which = next((w for w in words[: clause.i] if w.text == "which" and words[w.head].text == "of"), None)
        if clause.dep != "relcl" or which is None or clause.head > which.i:
            continue
        comma = next((w.i for w in reversed(words[: which.i]) if w.text == ","), 0)
        part = child_of(words, clause.i, "nsubj", "nsubjpass", end=clause.i)
        if part is None or not comma or part.i < comma:
            continue
        if part.tag == "CD" and is_named(words[clause.head]):
            whole = amount_before(words, comma)
        elif part.lemma in MEETING and words[which.head].head == part.i:
            whole = head_before(words, comma)
        else:
            whole = None
        if whole is not None:
            hang(words, clause.i, whole.i, "relcl")
    return words


def amount_before(words: Words, comma: int) -> Word | None:
    """The last amount that a verb has before a comma: "250 million dollars to X,", "$9 billion in aid since May,"."""
    objects = (w for w in reversed(words[:comma]) if w.dep in ("dobj", "nsubjpass"))
    return next((w for w in objects if w.tag == "CD" or any(n.head == w.i and n.dep == "nummod" for n in words)), None)


def head_before(words: Words, comma: int) -> Word | None:
    """The noun whose phrase ends before a comma, without what it is on or for: "a joint committee on fisheries,"."""
    at = words[comma - 1]
    while at.dep == "pobj" and words[at.head].text in ("on", "for", "of") and words[words[at.head].head].pos == "NOUN":
        at = words[words[at.head].head]
    return at if at.pos in ("NOUN", "PROPN") else None


@where(ACCUSING, "nsubj", "ccomp", ",")
def mend_charges_denied(words: Words) -> Words:
    """Who denies a charge set off behind an accusation denies no more: "A accused B of X, a charge B denied"."""
    denied = words[root_of(words)]
    charge = child_of(words, denied.i, "nsubj", end=denied.i)
    accused = child_of(words, denied.i, "ccomp", end=denied.i)
    if charge is None or accused is None or charge.lemma not in ACCUSING or accused.i > charge.i:
        return words
    denier = child_of(words, charge.i, "appos", start=charge.i, end=denied.i)
    if denier is None or denied.lemma not in (*cues()["speech.denying"], "reject", "dismiss"):
        return words
    give_root(words, denied.i, accused.i)
    hang(words, charge.i, accused.i, "appos")
    hang(words, denied.i, charge.i, "relcl")
    hang(words, denier.i, denied.i, "nsubj")
    return words


@where("should", ",", "ccomp")
def mend_conditions_at_end(words: Words) -> Words:
    """A condition at the end is one of the last clause: "Y has paid, and Z will host, should X wish"."""
    wish = words[root_of(words)]
    should = child_of(words, wish.i, "aux", end=wish.i)
    subject = child_of(words, wish.i, "nsubj", "nsubjpass", end=wish.i)
    main = child_of(words, wish.i, "ccomp", end=wish.i)
    if should is None or subject is None or main is None or should.text != "should":
        return words
    if not main.i < should.i < subject.i or words[should.i - 1].text != ",":
        return words
    deeds = [w for w in words[main.i : should.i] if w.dep in ("conj", "ccomp") and w.pos in ("VERB", "AUX")]
    give_root(words, wish.i, main.i)
    hang(words, wish.i, deeds[-1].i if deeds else main.i, "advcl")
    return words


@where("which", "of", "ccomp", ",")
def mend_members_of_which(words: Words) -> Words:
    """What is told of a part of a body tells nothing of who founded it: "set up a body, the members of which will"."""
    clause = words[root_of(words)]
    main = child_of(words, clause.i, "ccomp", end=clause.i)
    part = child_of(words, clause.i, "nsubj", "nsubjpass", end=clause.i)
    of = child_of(words, part.i, "prep", start=part.i, end=clause.i) if part is not None else None
    if main is None or part is None or of is None or words[of.i + 1].text != "which" or of.text != "of":
        return words
    comma = first_of(words, part.i) - 1
    if words[comma].text != "," or comma <= main.i:
        return words
    whole = amount_before(words, comma) if part.tag == "CD" or part.lemma in SHARES else head_before(words, comma)
    if whole is not None:
        give_root(words, clause.i, main.i)
        hang(words, clause.i, whole.i, "relcl")
    return words


TURNING = ("turning", "moving", "coming", "staying", "shifting")
ON = ("now", "on", "back", "briefly", "next", "finally")  # between the turn and its topic


@where(TURNING, ("to", "in", "with"), ",", ("advcl", "nsubj"))
def mend_turns_to_topics(words: Words) -> Words:
    """Who opens a sentence by turning to a topic goes nowhere: "Turning to Lebanon, the Ministers urged X".

    Where the turn passes for the subject, the noun behind the comma is it: "Turning to Haiti, our envoy briefed X".
    """
    first, comma = words[0], next((w.i for w in words if w.text == ","), 0)
    to = next((w for w in words[1:comma] if w.text not in ON), first)
    if first.text.lower() not in TURNING or to.text not in ("to", "in", "with") or first.dep not in ("advcl", "nsubj"):
        return words
    words[0] = replace(first, pos="ADP", tag="IN", dep="prep")
    verb, topic = words[first.head], child_of(words, to.i, "pobj", end=comma)
    if first.dep != "nsubj" or topic is None:
        return words
    doer = next((w for w in words[comma + 1 : verb.i] if w.head == topic.i and w.dep == "appos"), None)
    if doer is not None:
        make_subject(words, doer.i, verb.i)
        hand_over(words, topic.i, doer.i, start=comma + 1, end=verb.i)
    return words


# What is done to deeds, papers and ways, and to no place.
DONE_TO_THINGS = frozenset(
    {"launch", "start", "sign", "conclude", "broker", "mediate", "finance", "fund", "operate", "inaugurate", "hold"}
    | {"organise", "organize", "host", "convene", "adopt", "initiate", "introduce", "sponsor"}
)


@where("acl", DONE_TO_THINGS, ",", "PROPN", "VBN")
def mend_makers_behind_places(words: Words) -> Words:
    """No place is launched: "flights between Seoul and Riga, launched by X" were launched."""
    for form in words[4:-1]:
        place = words[form.head]
        if form.dep != "acl" or form.tag != "VBN" or form.lemma not in DONE_TO_THINGS or words[form.i - 1].text != ",":
            continue
        land = place.name is not None and place.name.type in PLACES
        first = words[place.head] if place.dep == "conj" else place
        town = place.pos == "PROPN" and place.name is None and "GPE" in (place.label, first.label)
        if not (land or town) or place.dep not in ("pobj", "conj"):
            continue
        prep = words[first.head]
        thing = words[prep.head]
        if first.dep == "pobj" and thing.pos == "NOUN" and thing.i < prep.i:
            hang(words, form.i, thing.i, "acl")
    return words


@where("TO", "be", "VBN", ",", ("advcl", "xcomp", "ccomp"))
def mend_things_to_be_held(words: Words) -> Words:
    """What is "to be held" behind a comma is the event before it: "X will speak at the forum, to be held in May"."""
    for held in words[6:]:
        verb = words[held.head]
        to_be = [w.text for w in words[held.i - 3 : held.i]] == [",", "to", "be"]
        if held.tag != "VBN" or held.dep not in ("advcl", "xcomp", "ccomp") or not to_be or verb.i > held.i:
            continue
        event = next((w for w in reversed(words[verb.i + 1 : held.i]) if is_gathering(w)), None)
        if event is not None and event.dep in ("pobj", "dobj", "conj"):
            hang(words, held.i, event.i, "acl")
    return words
