"""Mends in a parse where a clause or a thing belongs to a noun or verb farther away than the nearest one."""

from graph.extract.cues import cues
from graph.extract.parse import Word
from graph.extract.trees import Words, below, child_of, hang, has_object, where
from graph.model import EntityType

# Under what one shall do a thing that it lays down: a paper, and what is agreed.
TERMS = cues()["nouns.documents"] | {"programme", "program", "scheme", "arrangement", "law", "act", "decree", "mandate"}
# What is hosted, held or chaired, and lasts for a time.
MEETINGS = cues()["nouns.gatherings"] | {"round", "negotiation", "forum", "congress", "edition", "fair", "games"}
HOSTING = frozenset(
    {"host", "hold", "chair", "convene", "organise", "organize", "attend", "open", "co-host", "co-chair"}
)
# What carries goods, and belongs to a body that does not itself: "two aircraft of the Air Force carrying medicines".
CARRIERS = frozenset(
    {"aircraft", "plane", "airplane", "flight", "helicopter", "ship", "vessel", "boat", "ferry", "tanker", "freighter"}
    | {"convoy", "truck", "lorry", "vehicle", "train", "caravan", "barge", "airlift"}
)
CARRYING = frozenset({"carry", "transport", "deliver", "bring", "ferry", "haul", "ship", "take"})
PAID = frozenset({"donate", "provide", "supply", "finance", "fund", "give", "gift", "send", "buy", "purchase"})
THANKING = cues()["verbs.praising"] | {"gratitude", "thanks", "appreciation"}
# What is done to an event or a thing, and to no person who acts: "opened the Forum, organised by X".
ARRANGED = frozenset(
    {
        "organise",
        "organize",
        "co-organise",
        "co-organize",
        "sponsor",
        "co-sponsor",
        "convene",
        "finance",
        "fund",
        "build",
    }
    | {"co-finance", "co-fund", "construct", "co-host"}
)
CARRIED = ("carry", "undertake", "conduct", "implement")  # which one does to a deed
DONE = frozenset(cues().nominals) | {
    "restoration",
    "renovation",
    "rehabilitation",
    "repair",
    "work",
    "project",
    "survey",
}
SUMS = ("number", "total", "toll", "tally", "count", "figure")
# What parties make with each other: "signed with X, his host, a contract".
MAKING = frozenset({"sign", "conclude", "initial", "agree", "adopt", "launch", "discuss", "negotiate"})


@where("which", ("under", "by", "in", "with", "through"), "relcl", TERMS)
def mend_terms_of_papers(words: Words) -> Words:
    """What is done "under which" is laid down by the paper, not by the partner: "a contract with X, under which"."""
    for clause in words[5:]:
        partner = words[clause.head]
        which = next((w for w in words[partner.i : clause.i] if w.text == "which" and w.dep == "pobj"), None)
        led = clause.dep == "relcl" and which is not None and words[which.head].head == clause.i
        if not led or which is None or words[which.head].text not in ("under", "by", "in", "with", "through"):
            continue
        under = words[which.head].text == "under"
        if partner.lemma in TERMS or is_paper(partner) or not (under or partner.name is not None):
            continue
        paper = paper_before(words, partner)
        if paper is not None and words[which.head - 1].text == ",":
            hang(words, clause.i, paper.i, "relcl")
    return words


def is_paper(word: Word) -> bool:
    """Whether a word is the name of a paper."""
    return word.name is not None and word.name.type is EntityType.AGREEMENT


def paper_before(words: Words, partner: Word) -> Word | None:
    """The paper that one has with a partner: what the phrase hangs on, or the object of its verb; or None."""
    prep = words[partner.head]
    above = words[prep.head]
    if partner.dep != "pobj" or prep.text not in ("with", "between", "by", "to", "of"):
        return None
    thing = child_of(words, above.i, "dobj", "nsubjpass", end=prep.i) if above.pos == "VERB" else above
    return thing if thing is not None and (thing.lemma in TERMS or is_paper(thing)) else None


@where("which", "relcl", HOSTING, ("between", "with", "on", "of"))
def mend_hosted_meetings(words: Words) -> Words:
    """What one hosts or chairs is the meeting, not who meets there: "the talks between X and Y, which Z will host"."""
    for clause in words[5:]:
        which = child_of(words, clause.i, "dobj", "nsubjpass", end=clause.i)
        led = clause.dep == "relcl" and clause.lemma in HOSTING and which is not None and which.text == "which"
        if not led or which is None or words[which.i - 1].text != ",":
            continue
        at, found = words[clause.head], None
        if at.lemma in MEETINGS:
            continue
        while at.dep in ("pobj", "conj", "acl") or at.dep == "prep":
            at = words[at.head]
            found = at if at.lemma in MEETINGS and at.pos == "NOUN" else found
        if found is not None and found.i < clause.i:
            hang(words, clause.i, found.i, "relcl")
    return words


@where(CARRIERS, CARRYING, "VBG", "of", "acl")
def mend_carriers(words: Words) -> Words:
    """What carries is the ship, not whose it is: "two ships of the Navy carrying wheat, donated by X".

    And what is donated is what they carry.
    """
    for carrier in words[:-5]:
        if carrier.lemma not in CARRIERS or carrier.pos != "NOUN":
            continue
        of = child_of(words, carrier.i, "prep", start=carrier.i)
        owner = child_of(words, of.i, "pobj", start=of.i) if of is not None and of.text == "of" else None
        heads = (carrier.i,) if owner is None else (carrier.i, owner.i)
        deed = next((w for w in words[carrier.i :] if w.dep == "acl" and w.tag == "VBG" and w.head in heads), None)
        if deed is None or deed.lemma not in CARRYING or not has_object(words, deed.i):
            continue
        hang(words, deed.i, carrier.i, "acl")
        freight = child_of(words, deed.i, "dobj", start=deed.i)
        given = child_of(words, carrier.i, "acl", start=deed.i + 1)
        apart = given is not None and words[given.i - 1].text == "," and given.tag == "VBN" and given.lemma in PAID
        if freight is not None and given is not None and apart:
            hang(words, given.i, freight.i, "acl")
    return words


@where("with", ",", "appos", MAKING)
def mend_things_behind_partners(words: Words) -> Words:
    """What is signed may stand behind with whom: "signed with his host, President X, a contract" signs the contract."""
    for thing in words[5:]:
        made = thing.dep == "appos" and (thing.lemma in TERMS or is_paper(thing))
        article = child_of(words, thing.i, "det", end=thing.i)
        if not made or article is None or article.lemma not in ("a", "an", "the") or words[article.i - 1].text != ",":
            continue
        at = words[thing.head]
        while at.dep == "appos":
            at = words[at.head]
        prep = words[at.head]
        verb = words[prep.head]
        joint = at.dep == "pobj" and prep.text == "with" and verb.lemma in MAKING and verb.pos == "VERB"
        if joint and not (has_object(words, verb.i) or has_passive(words, verb)) and at.lemma not in TERMS:
            hang(words, thing.i, verb.i, "dobj")
    return words


def has_passive(words: Words, verb: Word) -> bool:
    """Whether a verb is in the passive."""
    return child_of(words, verb.i, "auxpass", end=verb.i) is not None


@where("well", "as", "for", THANKING)
def mend_second_reasons(words: Words) -> Words:
    """Behind "as well as for" stands another reason to thank: "thanked X for the dam, built by Y, as well as for Z"."""
    for second in words[6:-1]:
        well = [w.text for w in words[second.i - 3 : second.i]] == ["as", "well", "as"]
        if second.text != "for" or not well:
            continue
        for first in words[: second.i - 4]:
            above = words[first.head]
            thanked = first.text == "for" and first.dep == "prep" and above.lemma in THANKING
            if thanked and above.i < first.i and not below(words, above.i, second.i):
                hang(words, second.i, above.i, "prep")
                for word in words[second.i - 3 : second.i]:
                    hang(words, word.i, second.i, "advmod")
                break
    return words


@where("which", ("bring", "take", "raise"), SUMS, "relcl")
def mend_sums_of_clauses(words: Words) -> Words:
    """What brings a total to a number is all that was told: "fled thanks to X's help, which brings the total to 80"."""
    for clause in words[4:]:
        which = child_of(words, clause.i, "nsubj", end=clause.i)
        total = child_of(words, clause.i, "dobj", start=clause.i)
        led = clause.dep == "relcl" and clause.lemma in ("bring", "take", "raise") and which is not None
        if not led or which is None or which.text != "which" or total is None or total.lemma not in SUMS:
            continue
        at = words[clause.head]
        while at.head != at.i and at.pos not in ("VERB", "AUX"):
            at = words[at.head]
        if words[which.i - 1].text == "," and at.pos == "VERB":
            hang(words, clause.i, at.i, "advcl")
    return words


@where("–", "appos", "PROPN")
def mend_dashed_names(words: Words) -> Words:
    """A dash without spaces joins two names before a noun: "a new EU–Horn of Africa strategy" is a strategy."""
    for first in words[:-3]:
        dash, second = words[first.i + 1], words[first.i + 2]
        joined = dash.text == "–" and first.end == dash.start and dash.end == second.start and first.pos == "PROPN"
        noun = child_of(words, first.i, "appos", start=second.i) if joined else None
        if noun is None or noun.pos != "NOUN" or not below(words, second.i, noun.i) or noun.i == second.i:
            continue
        hang(words, noun.i, first.head, first.dep)
        for word in list(words):
            if word.head == first.i and word.i != noun.i and (word.i < first.i or word.i > noun.i or word.i == dash.i):
                hang(words, word.i, noun.i, word.dep)
        hang(words, first.i, noun.i, "nmod")
    return words


@where(("advcl", "acl"), "VBN", "agent", ",", ARRANGED | {*CARRIED})
def mend_organised_things(words: Words) -> Words:
    """What is organised or carried out is the thing before the comma: "addressed the Forum, jointly organised by X"."""
    for deed in words[4:-2]:
        first = deed.i - 1 if words[deed.i - 1].tag == "RB" else deed.i
        above, near = words[deed.head], words[first - 2]
        loose = deed.dep == "advcl" or (deed.dep == "acl" and deed.lemma in CARRIED)
        apart = loose and deed.tag == "VBN" and words[first - 1].text == "," and above.i <= near.i
        doer = child_of(words, deed.i, "agent", start=deed.i)
        if not apart or doer is None or near.pos not in ("NOUN", "PROPN") or has_subject(words, deed):
            continue
        at: Word | None = near if deed.lemma in ARRANGED else None
        if deed.lemma in CARRIED:
            at = near
            while at.lemma not in DONE and at.dep == "pobj" and words[at.head].text == "of":
                at = words[words[at.head].head]
            at = at if at.lemma in DONE else None
        if at is not None and at.dep in ("dobj", "pobj") and (at.i > above.i or deed.dep == "acl"):
            hang(words, deed.i, at.i, "acl")
            hang(words, first - 1, at.i, "punct")
    return words


def has_subject(words: Words, verb: Word) -> bool:
    """Whether a verb has a subject of its own."""
    return child_of(words, verb.i, "nsubj", "nsubjpass") is not None
