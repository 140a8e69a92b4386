"""Mends in a parse: of which of the nouns before it a relative clause or a participle tells."""

from graph.extract.candidates import candidates, is_person, scores
from graph.extract.parse import Word
from graph.extract.prepositions import PLACES
from graph.extract.tellings import Telling, kinds_of, read_telling
from graph.extract.trees import Words, below, child_of, hang, is_named, where

MARGIN = 0.3  # by how much another noun has to be the better one than that which the clause hangs on
CLAUSES = ("relcl", "acl", "advcl")


@where(CLAUSES, ("WDT", "WP", "WP$", "WRB", "VBN", "VBG"))
def mend_whom_clauses_tell_of(words: Words) -> Words:
    """A clause tells of the noun that suits it best: "a report by X on Y, which Z requested" tells of the report."""
    for clause in list(words):
        told = read_telling(words, clause) if clause.dep in CLAUSES else None
        noun = choose(words, told) if told is not None else None
        if told is None or noun is None or below(words, noun.i, clause.i):
            continue
        hang(words, clause.i, noun.i, "relcl" if told.pronoun else "acl")
        if told.apart and words[told.start - 1].text == ",":
            hang(words, told.start - 1, noun.i, "punct")
    return words


def choose(words: Words, told: Telling) -> Word | None:
    """The noun that a clause tells of, where it is clearly another one than that it hangs on; or None."""
    place = words[told.start - 2]
    housed = words[words[place.head].head].lemma in HOUSES  # "a school in Lima, where 90 officers train"
    if told.pronoun == "where" and told.apart and is_place(place) and not housed:
        return place if place.i != told.clause.head else None  # "a plant in Karaganda, where X operates"
    nouns = candidates(words, told)
    hung = hung_on(words, told.clause)
    if not nouns or [noun.i for noun in nouns] == [hung]:
        return None
    sums = scores(words, told, nouns)
    best = max(range(len(nouns)), key=sums.__getitem__)
    now = next((s for noun, s in zip(nouns, sums, strict=True) if noun.i == hung), None)
    close = now is not None and sums[best] < now + MARGIN
    if nouns[best].i != hung and (
        close or are_joined(words, nouns[best].i, hung, of_all=told.several is True and is_named(words[hung]))
    ):
        return None
    noun = whole_of(words, named_of(words, nouns[best]) if told.apart else nouns[best])
    return noun if noun.i != hung else None


HOUSES = frozenset(
    {"centre", "center", "school", "academy", "hospital", "clinic", "camp", "university", "institute", "laboratory"}
)


def is_place(word: Word) -> bool:
    """Whether a word is the last of a place's name."""
    if word.name is not None:
        return word.name.type in PLACES
    return word.pos == "PROPN" and word.dep in ("pobj", "dobj") and word.label in ("", "GPE", "LOC", "FAC")


def whole_of(words: Words, noun: Word) -> Word:
    """What is counted with the measure that counts it: "58 tons of medicines, provided by X"; or the noun itself."""
    of = words[noun.head]
    measure = words[of.head]
    counted = noun.dep == "pobj" and of.text == "of" and child_of(words, measure.i, "nummod", end=measure.i) is not None
    return measure if counted and "quantity" in kinds_of(measure) else noun


def named_of(words: Words, noun: Word) -> Word:
    """Of a person's office behind the name the person: "Ana Silva, the minister, who"; of another noun itself."""
    above = words[noun.head]
    return above if noun.dep == "appos" and not is_person(noun) and is_person(above) else noun


def are_joined(words: Words, one: int, other: int, *, of_all: bool) -> bool:
    """Whether two words are members of one list: "a chair and six members appointed by X".

    Where a clause may be `of_all` of a list, whose members hang one on another, it stays with the first.
    """
    while of_all and words[one].dep == "conj" and words[one].head > other:
        one = words[one].head
    return any(words[i].dep == "conj" and words[i].head == j for i, j in ((one, other), (other, one)))


def hung_on(words: Words, clause: Word) -> int:
    """The noun that a clause is about as it hangs: of one that hangs on a verb the subject of that."""
    if clause.dep != "advcl":
        return clause.head
    subject = next((w.i for w in words[: clause.head] if w.head == clause.head and w.dep.startswith("nsubj")), None)
    return clause.head if subject is None else subject
