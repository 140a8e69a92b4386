"""Mends in a parse where a clause or a thing belongs to a noun or verb farther away than the nearest one."""

from graph.extract.cues import cues
from graph.extract.parse import Word
from graph.extract.trees import Words, below, child_of, hang, has_object, is_named, where
from graph.model import EntityType

# Under what one shall do a thing that it lays down: a paper, and what is agreed.
TERMS = cues()["nouns.documents"] | {"programme", "program", "scheme", "arrangement", "law", "act", "decree", "mandate"}
# What carries goods, and belongs to a body that does not itself: "two aircraft of the Air Force carrying medicines".
CARRIERS = frozenset(
    {"aircraft", "plane", "airplane", "flight", "helicopter", "ship", "vessel", "boat", "ferry", "tanker", "freighter"}
    | {"convoy", "truck", "lorry", "vehicle", "train", "caravan", "barge", "airlift"}
)
CARRYING = frozenset({"carry", "transport", "deliver", "bring", "ferry", "haul", "ship", "take"})
PAID = frozenset({"donate", "provide", "supply", "finance", "fund", "give", "gift", "send", "buy", "purchase"})
THANKING = cues()["verbs.praising"] | {"gratitude", "thanks", "appreciation"}
SUMS = ("number", "total", "toll", "tally", "count", "figure")
# What parties make with each other: "signed with X, his host, a contract".
MAKING = frozenset({"sign", "conclude", "initial", "agree", "adopt", "launch", "discuss", "negotiate"})


def is_paper(word: Word) -> bool:
    """Whether a word is the name of a paper."""
    return word.name is not None and word.name.type is EntityType.AGREEMENT


@where(CARRIERS, CARRYING, "VBG", "acl")
def mend_freight(words: Words) -> Words:
    """What is donated is what a ship carries, not the ship: "two ships of the Navy carrying wheat, donated by X"."""
    for deed in words[1:]:
        carrier = words[deed.head]
        carrying = deed.dep == "acl" and deed.tag == "VBG" and deed.lemma in CARRYING and carrier.lemma in CARRIERS
        freight = child_of(words, deed.i, "dobj", start=deed.i) if carrying else None
        given = child_of(words, carrier.i, "acl", start=deed.i + 1) if freight is not None else None
        if freight is None or given is None or words[given.i - 1].text != "," or given.tag != "VBN":
            continue
        if given.lemma in PAID:
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


SOUGHT = ("seek", "require", "need", "cost", "total", "target", "request", "cover")
PAPERS = ("plan", "appeal", "programme", "program", "project", "strategy", "fund", "mission", "initiative", "campaign")


@where("which", "relcl", SOUGHT, ("for", "in", "on"), PAPERS)
def mend_sums_of_plans(words: Words) -> Words:
    """What seeks or costs a sum is the plan, not the land it is for: "the appeal for Chad, which seeks $40 million"."""
    for clause in words[4:]:
        land = words[clause.head]
        prep = words[land.head]
        plan = words[prep.head]
        behind = clause.dep == "relcl" and land.dep == "pobj" and prep.text in ("for", "in", "on") and plan.i < prep.i
        if not behind or clause.lemma not in SOUGHT or plan.lemma not in PAPERS or not is_named(land):
            continue
        which = child_of(words, clause.i, "nsubj", end=clause.i)
        thing = child_of(words, clause.i, "dobj", start=clause.i)
        if which is not None and which.text == "which" and thing is not None and thing.label == "MONEY":
            hang(words, clause.i, plan.i, "relcl")
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
