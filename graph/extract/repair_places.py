"""Mends in a parse: what is done under a framework, and what those who speak or attack do."""

from dataclasses import replace

from graph.extract.cues import cues
from graph.extract.parse import Word
from graph.extract.repair_relatives import STRIKES
from graph.extract.trees import Words, child_of, give_root, hand_over, hang, root_of, where
from graph.model import EntityType

AROUND = ("in", "around", "at", "near", "outside")
FRAMEWORKS = ("framework", "mandate", "scheme", "umbrella", "auspices", "programme", "program", "initiative", "deal")
# What one has or takes under a law: it is called by it.
DUTIES = frozenset(
    {"right", "obligation", "commitment", "duty", "responsibility", "step", "measure", "action", "activity", "work"}
)


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
