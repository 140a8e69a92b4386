"""Mends in a parse: who or what is named together, of which the parser takes one for a part of something else."""

from graph.extract.cues import cues
from graph.extract.parse import Word
from graph.extract.repair_members import is_place
from graph.extract.tellings import kinds_of
from graph.extract.trees import NOUNS, Words, child_of, hand_over, hang, is_named, is_person, is_state, join_to, where
from graph.extract.words import are_people
from graph.model import EntityType

FINITE = ("VBD", "VBZ", "VBP")
LEADS = ("after", "before", "since", "until", "as")
BODIES = (EntityType.ORGANIZATION, EntityType.GROUP)


@where(LEADS, ("advcl", "conj"), "and", "pobj", FINITE)
def mend_pairs_behind_leads(words: Words) -> Words:
    """Two with "and" between "after" and a verb do what it tells: "after floods and the fall of a dam drove X out"."""
    for verb in words[4:-1]:
        if verb.tag not in FINITE or verb.dep not in ("advcl", "conj"):
            continue
        if child_of(words, verb.i, "mark", "csubj", "expl") is not None:
            continue
        prep = lead_before(words, verb)
        first = child_of(words, prep.i, "pobj", start=prep.i, end=verb.i) if prep is not None else None
        if prep is None or first is None or first.pos not in NOUNS or first.label in ("DATE", "TIME"):
            continue
        joint = next((w for w in words[first.i + 1 : verb.i] if w.text == "and"), None)
        own = child_of(words, verb.i, "nsubj", "nsubjpass", start=prep.i, end=verb.i)
        second = own or child_of(words, first.i, "conj", start=first.i, end=verb.i)
        if joint is None or second is None or not first.i < joint.i < second.i or second.pos not in NOUNS:
            continue
        if verb.dep == "conj" and not (is_happening(first) and is_happening(second) and own is not None):
            continue  # "rose after the vote and the minister resigned"
        label = own.dep if own is not None else "nsubj"
        hang(words, verb.i, verb.head, "advcl")
        hang(words, prep.i, verb.i, "mark")
        hang(words, first.i, verb.i, label)
        join_to(words, second.i, first.i, joint)
    return words


def is_happening(noun: Word) -> bool:
    """Whether a noun is for what happens: an attack, a storm, the closure of a port."""
    return bool(kinds_of(noun) & {"violence", "deed"}) or noun.lemma in cues().nominals


def lead_before(words: Words, verb: Word) -> Word | None:
    """The "after" or the like that only a noun phrase parts from a verb below which, or beside which, it hangs."""
    for word in reversed(words[: verb.i]):
        parted = word.pos in ("VERB", "AUX") and word.head != verb.i and word.dep != "amod"
        if word.text == "," or parted or word.tag in ("WDT", "WP", "WRB"):
            return None
        if word.text.lower() in LEADS and word.dep == "prep":
            return word if word.head in (verb.i, verb.head) else None
    return None


@where("poss", "conj", "POS", "and")
def mend_persons_before_owners(words: Words) -> Words:
    """A person without "'s" owns nobody: in "Ann Berg and Peru's minister Leo Cruz met" both met."""
    for first in words[:-4]:
        second = words[first.head]
        joint = words[first.i + 1]
        owner = child_of(words, first.i, "conj", start=first.i, end=second.i)
        if first.dep != "poss" or not named_person(first) or joint.text != "and" or owner is None:
            continue
        marked = child_of(words, owner.i, "case", end=second.i) or words[owner.i + 1]
        if not named_person(second) or marked.tag != "POS":
            continue
        hang(words, first.i, second.head, second.dep)
        hang(words, owner.i, second.i, "poss")
        hang(words, marked.i, owner.i, "case")
        join_to(words, second.i, first.i, joint)
        hand_over(words, second.i, first.i, start=second.i, dep="punct")
    return words


def named_person(word: Word) -> bool:
    """Whether a word is the name of a person, for us or for the model."""
    return is_person(word) or (word.label == "PERSON" and word.pos == "PROPN")


@where(("in", "at"), "conj", "pobj", "and")
def mend_bodies_behind_places(words: Words) -> Words:
    """A body is joined to a body, not to the town where that is: "the Caritas Centre in Amman and the Jordan Fund"."""
    for member in words[4:]:
        place = words[member.head]
        prep = words[place.head]
        body = words[prep.i - 1]
        if member.dep != "conj" or place.dep != "pobj" or prep.text not in ("in", "at"):
            continue
        if prep.head not in (body.i, words[body.head].head):
            continue
        alike = (is_body(body) and is_body(member)) or (named_person(body) and named_person(member))
        if alike and is_place(place) and not is_place(member):
            joint = child_of(words, place.i, "cc", start=place.i, end=member.i)
            hang(words, prep.i, body.i, "prep")
            join_to(words, member.i, body.i, joint)
    return words


def is_body(word: Word) -> bool:
    """Whether a word names a body."""
    return word.name.type in BODIES if word.name is not None else word.label == "ORG"


@where("of", "conj", "and", ("NNS", "NNPS", "NNP"))
def mend_lands_of_several(words: Words) -> Words:
    """Several with one office have a land each: in "the Prime Ministers of Mali and Togo" Togo has one too."""
    for land in words[4:]:
        office = words[land.head]
        of = words[office.i + 1] if office.i + 1 < len(words) else office
        first = child_of(words, of.i, "pobj", start=of.i, end=land.i)
        if land.dep != "conj" or of.text != "of" or of.head != office.i or first is None or not several(office):
            continue
        if is_state(first) and is_state(land) and words[land.i - 1].text in ("and", ",", "the"):
            joint = child_of(words, office.i, "cc", start=first.i, end=land.i)
            join_to(words, land.i, first.i, joint)
            hand_over(words, office.i, first.i, start=first.i, end=land.i, dep="punct")
    return words


def several(office: Word) -> bool:
    """Whether a noun is for several with the same office: "Ministers", "Governments", "ambassadors"."""
    text = office.text.lower()
    single = text.removesuffix("s")
    known = are_people(single) or single in ("government", "parliament", "embassie")
    return text.endswith("s") and known and office.name is None


@where("between", "on", "pobj", "conj")
def mend_parties_of_papers(words: Words) -> Words:
    """Between whom a paper is stands behind what it is on: "a memorandum on geothermal energy between X and Y"."""
    for between in words[3:-3]:
        topic = words[between.head]
        on = words[topic.head]
        paper = words[on.head]
        if between.text != "between" or topic.dep != "pobj" or on.text != "on" or not is_paper(paper):
            continue
        if topic.lemma in cues()["nouns.between"] or topic.lemma in cues()["nouns.situations"]:
            continue  # "a treaty on the border between X and Y"
        first = child_of(words, between.i, "pobj", start=between.i)
        if first is not None and (is_named(first) and child_of(words, first.i, "conj") is not None):
            hang(words, between.i, paper.i, "prep")
    return words


def is_paper(noun: Word) -> bool:
    """Whether a noun is for what several sign, or the name of such a paper: "Memorandum of Cooperation"."""
    return noun.lemma in cues()["nouns.documents"] or noun.text.partition(" ")[0].lower() in cues()["nouns.documents"]
