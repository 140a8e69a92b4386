"""Mends in a parse: what a place does not do or suffer, and what is done under a framework."""

from dataclasses import replace

from graph.extract.cues import cues
from graph.extract.parse import Word
from graph.extract.repair_relatives import STRIKES, agrees
from graph.extract.trees import Words, child_of, give_root, hand_over, hang, root_of, where
from graph.model import EntityType

HARMING = frozenset(
    {"displace", "kill", "claim", "injure", "wound", "force", "destroy", "devastate", "erupt", "break", "begin"}
    | {"uproot"}
)
# What happens to a building or an office, and to no town.
OPENED = ("close", "open", "reopen", "inaugurate", "schedule", "found", "build", "launch", "run", "staff")
AROUND = ("in", "around", "at", "near", "outside")
FRAMEWORKS = ("framework", "mandate", "scheme", "umbrella", "auspices", "programme", "program", "initiative", "deal")
# What one has or takes under a law: it is called by it.
DUTIES = frozenset(
    {"right", "obligation", "commitment", "duty", "responsibility", "step", "measure", "action", "activity", "work"}
)


@where("relcl", "pobj", AROUND, "which")
def mend_deeds_before_which(words: Words) -> Words:
    """No place kills or is closed: "the fighting around X, which has displaced Y", "its centre in X, which was closed".

    The clause tells of the noun that the place is behind.
    """
    for clause in words[4:]:
        place = words[clause.head]
        prep = words[place.head]
        noun = words[prep.head]
        which = child_of(words, clause.i, "nsubj", "nsubjpass", end=clause.i)
        led = clause.dep == "relcl" and which is not None and which.text == "which" and words[which.i - 1].text == ","
        if not led or place.dep != "pobj" or prep.text not in AROUND or noun.pos != "NOUN" or noun.name is not None:
            continue
        passive = child_of(words, clause.i, "auxpass", end=clause.i) is not None
        if place.pos == "PROPN" and (clause.lemma in OPENED if passive else clause.lemma in HARMING):
            hang(words, clause.i, noun.i, "relcl")
    return words


@where("under", "dobj", FRAMEWORKS)
def mend_deeds_under_frameworks(words: Words) -> Words:
    """What is done under a framework is the deed, no kind of thing: "have deployed vessels under this framework"."""
    for under in words[2:-2]:
        thing = words[under.head]
        frame = child_of(words, under.i, "pobj", start=under.i)
        verb = words[thing.head]
        if under.text != "under" or thing.dep != "dobj" or frame is None or frame.lemma not in FRAMEWORKS:
            continue
        plain = thing.lemma not in cues().nominals and thing.lemma not in DUTIES and thing.name is None
        if plain and verb.pos == "VERB" and under.i == thing.i + 1:
            hang(words, under.i, verb.i, "prep")
    return words


@where("NNS", "that")
def mend_bodies_that_underline(words: Words) -> Words:
    """A plural before "that" is the verb of the body before it: "The Council underlines that X and reaffirms Y"."""
    root = words[root_of(words)]
    body = words[root.i - 1]
    clause = next((w for w in words[root.i + 1 :] if w.head == root.i and w.dep in ("relcl", "acl")), None)
    verb = root.text.lower().removesuffix("s")
    speaking = cues()["speech.verbs"] | cues()["speech.performing"]
    if root.tag != "NNS" or verb not in speaking or clause is None or body.head != root.i or body.dep != "compound":
        return words
    mark = words[root.i + 1]
    if mark.text != "that" or body.tag != "NNP":
        return words
    words[root.i] = replace(root, pos="VERB", tag="VBZ", lemma=verb)
    hand_over(words, root.i, body.i, end=root.i)
    hang(words, body.i, root.i, "nsubj")
    hang(words, clause.i, root.i, "ccomp")
    second = next((w for w in words[clause.i :] if w.head == clause.i and w.dep == "conj" and w.tag == "VBZ"), None)
    if second is not None and second.lemma in speaking:
        hang(words, second.i, root.i, "conj")
    return words


@where("that", "MD", "relcl")
def mend_clauses_behind_who_warned(words: Words) -> Words:
    """A noun between "that" and a modal is its subject: "X, who warned that famine could spread, met Y"."""
    spread = words[root_of(words)]
    subject = child_of(words, spread.i, "nsubj", end=spread.i)
    told = child_of(words, subject.i, "relcl", start=subject.i, end=spread.i) if subject is not None else None
    noun = child_of(words, told.i, "dobj", start=told.i, end=spread.i) if told is not None else None
    later = child_of(words, spread.i, "conj", start=spread.i)
    if subject is None or told is None or noun is None or later is None or later.tag != "VBD":
        return words
    that = child_of(words, noun.i, "det", end=noun.i)
    spoken = told.lemma in cues()["speech.verbs"] and that is not None and that.text == "that"
    if not spoken or that is None or words[noun.i + 1].tag != "MD" or words[noun.i + 1].head != spread.i:
        return words
    give_root(words, spread.i, later.i)
    hang(words, subject.i, later.i, "nsubj")
    hang(words, spread.i, told.i, "ccomp")
    hang(words, noun.i, spread.i, "nsubj")
    hang(words, that.i, spread.i, "mark")
    for word in words[told.i : spread.i]:
        if word.head == later.i and word.tag == "MD":
            hang(words, word.i, spread.i, "aux")
    return words


LOCATED = (EntityType.COUNTRY, EntityType.PLACE, EntityType.REGION)
LANDS = frozenset(
    {"water", "forest", "prefecture", "region", "province", "area", "district", "territory", "county", "state"}
    | {"town", "city", "village", "desert", "mountain", "valley", "sea", "port", "zone", "suburb", "north", "east"}
    | {"south", "west", "part", "coast", "border", "delta", "basin", "island"}
)


HOLDING = frozenset({"include", "cover", "comprise", "contain", "total", "consist", "amount", "expire"})  # of packages
COSTING = frozenset({"cost", "threaten", "undermine", "endanger", "deny"})
GROWING = frozenset({"reach", "exceed", "rise", "fall", "grow", "increase", "decrease", "drop", "double"})  # of volumes


@where("which", "relcl", ",")
def mend_relatives_behind_lands(words: Words) -> Words:
    """No land costs or displaces: "the attacks in the provinces of X and Y, which have displaced thousands"."""
    for clause in words[5:]:
        which = child_of(words, clause.i, "nsubj", end=clause.i)
        behind = words[words[clause.head].head].text  # "a package for Peru, which includes"
        harms = clause.lemma in cues()["verbs.befalling"] | COSTING
        held = (behind in ("for", "to", "with") and clause.lemma in HOLDING) or (
            behind in ("along", "through", "between", "across") and clause.lemma in GROWING
        )
        led = clause.dep == "relcl" and which is not None and which.text == "which" and which.i > 0
        if not led or which is None or not (harms or held):
            continue
        verbs = words[which.i : clause.i + 1]
        several = any(w.tag == "VBP" or w.text == "were" for w in verbs)
        told = several or any(w.tag == "VBZ" or w.text == "was" for w in verbs)  # not by "killed"
        at = words[clause.head]
        while (
            (held and at.i == clause.head)
            or is_land(at)
            or is_part_named(words, at)
            or (told and at.pos == "NOUN" and not agrees(at, several=several))
        ):
            above = words[at.head]
            if at.dep not in ("conj", "pobj") or above.i >= at.i:
                break
            at = above if at.dep == "conj" else words[above.head]
            at = words[at.head] if at.pos == "VERB" and at.dep in ("acl", "relcl") else at
        apart = words[which.i - 1].text == ","
        fits = at.pos == "NOUN" and not is_land(at) and (not told or agrees(at, several=several))
        if apart and at.i < clause.head and fits:
            hang(words, clause.i, at.i, "relcl")
    return words


def is_land(noun: Word) -> bool:
    """Whether a noun is a place or a part of one."""
    named = noun.label in ("GPE", "LOC") or (noun.name is not None and noun.name.type in LOCATED)
    return named or noun.lemma in LANDS


GUIDING = ("lead", "head", "command", "chair", "direct")


@where("against", "acl", ("agent", "by"))
def mend_attacks_by_guided(words: Words) -> Words:
    """Nobody is led against others: "the attacks by the Front, led by Ali Noor, against civilians" are against them."""
    for against in words[6:]:
        led = words[against.head]
        group = words[led.head]
        by = words[group.head]
        if (
            against.text != "against"
            or led.dep != "acl"
            or led.lemma not in GUIDING
            or words[against.i - 1].text != ","
        ):
            continue
        above = words[by.head]  # the attack, or the participle behind it
        deed = words[above.head] if above.dep == "acl" else above
        if group.dep == "pobj" and by.text == "by" and above.i < by.i and deed.lemma in ATTACKS:
            hang(words, against.i, above.i, "prep")
    return words


ATTACKS = frozenset(STRIKES) | {"violence", "crime", "offensive", "violation", "abuse", "killing", "campaign"}


def attack_on(words: Words, victim: Word) -> Word:
    """The attack whose victims a noun names, or the noun: "attacks committed by X against civilians"."""
    prep = words[victim.head]
    above = words[prep.head]
    above = words[above.head] if above.dep == "acl" else above
    struck = victim.dep == "pobj" and prep.text in ("against", "on") and above.lemma in ATTACKS
    return above if struck and above.i < victim.i else victim


@where("which", "relcl", ("against", "on"))
def mend_relatives_behind_victims(words: Words) -> Words:
    """No victims displace others: "attacks by rebels against villagers in X, which have displaced thousands"."""
    for clause in words[5:]:
        which = child_of(words, clause.i, "nsubj", end=clause.i)
        apart = which is not None and which.text == "which" and words[which.i - 1].text == ","
        if clause.dep == "relcl" and apart and clause.lemma in cues()["verbs.befalling"]:
            victim = at_home(words, words[clause.head])
            if (attack := attack_on(words, victim)) != victim:
                hang(words, clause.i, attack.i, "relcl")
    return words


def at_home(words: Words, land: Word) -> Word:
    """Who or what is in a land behind a preposition, or the land: "villages in the districts of X and Y"."""
    at = land
    while is_land(at) or is_part_named(words, at):
        prep = words[at.head]
        inner = at.dep == "pobj" and prep.text in ("of", "in", *AROUND)
        if at.dep != "conj" and (not inner or words[prep.head].pos != "NOUN"):
            break
        at = prep if at.dep == "conj" else words[prep.head]
    return at


def is_part_named(words: Words, noun: Word) -> bool:
    """Whether a name is that of a part of a land: "the prefectures of X and Y", "the area of Z"."""
    first = words[noun.head] if noun.dep == "conj" else noun
    return first.pos == "PROPN" and first.dep == "pobj" and words[words[first.head].head].lemma in LANDS


QUALITIES = frozenset({"generosity", "hospitality", "courage", "resilience", "leadership", "wisdom", "patience"})


@where("which", "relcl", "of", QUALITIES)
def mend_qualities_before_which(words: Words) -> Words:
    """Who has a quality does things, the quality does none: "the generosity of X, which has received refugees"."""
    for clause in words[5:]:
        quality = words[clause.head]
        of = child_of(words, quality.i, "prep", start=quality.i, end=clause.i)
        owner = child_of(words, of.i, "pobj", start=of.i, end=clause.i) if of is not None and of.text == "of" else None
        which = child_of(words, clause.i, "nsubj", end=clause.i)
        told = which is not None and which.text == "which" and owner is not None and owner.name is not None
        if clause.dep == "relcl" and quality.lemma in QUALITIES and told and owner is not None:
            hang(words, clause.i, owner.i, "relcl")
    return words


# What an event does, and nobody who takes part in it.
EVENTFUL = frozenset({"result", "lead", "cause", "kill", "claim", "displace", "injure", "wound", "destroy", "cost"})
EVENTFUL |= {"last", "begin", "erupt", "end", "start", "expire", "enter", "leave", "break"}


@where(("which", "that"), "relcl", "between", "conj")
def mend_relatives_behind_two(words: Words) -> Words:
    """What is told of one thing is told of none it is between: "the summit between X and Y which was held by Z"."""
    for clause in words[6:]:
        first = words[clause.head]
        first = words[first.head] if first.dep == "conj" else first
        between = words[first.head]
        thing = words[between.head]
        two = child_of(words, first.i, "conj", start=first.i, end=clause.i) is not None
        parted = clause.dep == "relcl" and first.dep == "pobj" and between.text == "between" and two
        which = child_of(words, clause.i, "nsubj", "nsubjpass", end=clause.i)
        if not parted or which is None or which.tag != "WDT" or thing.pos != "NOUN":
            continue
        verbs = words[which.i : clause.i + 1]
        one = thing.tag == "NN" and any(w.text == "was" or w.tag == "VBZ" for w in verbs)
        if one or clause.lemma in EVENTFUL:  # "clashes between X and Y, which killed nine people"
            hang(words, clause.i, thing.i, "relcl")
    return words
