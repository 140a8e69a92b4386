"""Which two of a kind "the two groups" or "both banks" are: those whom the sentence right before sets side by side."""

from collections.abc import Sequence
from dataclasses import replace

from graph.extract.brought_up import PHRASES, Make
from graph.extract.extents import phrase_words
from graph.extract.noun_phrases import renamed, text_of
from graph.extract.parse import Sentence, Word
from graph.extract.tellings import kinds_of
from graph.extract.words import are_people
from graph.model import EntityType, Mention

PAIR = 2
REACH = 2  # sentences back
# What bodies and places may be called in the plural, and what words in a name tell that it is one of them.
GROUPS = frozenset(
    {"group", "movement", "militia", "faction", "force", "army", "front", "organization", "organisation"}
)
FIRMS = frozenset(
    {"company", "firm", "corporation", "enterprise", "carrier", "airline", "operator", "utility", "group"}
)
BODIES = frozenset(
    {"institution", "organization", "organisation", "agency", "body", "institute", "partner", "association"}
)
OWN = frozenset(
    {
        "bank",
        "university",
        "ministry",
        "council",
        "commission",
        "community",
        "tribe",
        "union",
        "bloc",
        "college",
        "fund",
    }
    | {"school", "hospital", "parliament", "court", "department", "authority", "party", "committee", "institute"}
)  # which their names tell they are
LANDS = frozenset({"city", "town", "province", "region", "district", "island", "village", "port", "territory"})
COUNTED = GROUPS | FIRMS | BODIES | LANDS | OWN - {"party"}


def is_bare_pair(s: Sentence, head: int) -> bool:
    """Whether a noun is "the two groups", "both groups" or "these two groups" and nothing more."""
    word = s.words[head]
    if word.tag != "NNS" or word.lemma not in COUNTED:
        return False
    own = [s.words[c] for c in s.children[head] if s.words[c].dep != "punct" and s.words[c].tag != "VBD"]
    if any(w.dep not in ("det", "predet", "nummod", "cc", "conj") for w in own):
        return False
    told = {w.text.lower() for w in own if w.dep in ("det", "predet", "nummod")}
    return "both" in told or ("two" in told and bool(told & {"the", "these", "those"}))


def is_of_paper(s: Sentence, head: int) -> bool:
    """Whether "the parties" are those to a paper, not who met: "under the contract, X drills, and the parties …"."""
    if s.words[head].lemma != "party" or s.words[head].tag != "NNS":
        return False
    led = (w for w in s.words[:head] if w.dep == "pobj" and s.words[w.head].lemma in ("under", "by", "per", "to"))
    return any("paper" in kinds_of(w) for w in led)


def those_named(s: Sentence, head: int, before: Sequence[Sentence], make: Make) -> list[Mention]:
    """The two for whom "the two groups" stands, by the sentence that tells last of two; `make` names a phrase."""
    made = [(told, at, make(told, at)) for told, at in two_named(s, head, before)]
    named = [ended_at(told, at, mention) for told, at, mention in made if mention is not None]
    return named if len(named) == PAIR else []


def ended_at(s: Sentence, head: int, mention: Mention) -> Mention:
    """A phrase without what is told behind its noun: "the CODECO militia [against the Zaïre group]"."""
    run = [i for i in phrase_words(s, head) if i <= head] if mention.found_by in PHRASES else []
    return replace(mention, span=s.span_of(run[0], head), name=text_of(s, run)) if run else mention


def two_named(s: Sentence, head: int, before: Sequence[Sentence]) -> list[tuple[Sentence, int]]:
    """The two at their words for whom "the two groups" stands, by the sentence that tells last of two; or nobody."""
    noun = "company" if s.words[head].lemma == "party" else s.words[head].lemma
    own = [(s, head)] if noun == s.words[head].lemma else []  # those to a paper signed it before
    lone = ""
    for told, end in (*own, *((other, len(other.words)) for other in before[:REACH])):
        found = [w for w in told.words[:end] if is_one(told, w, noun)]
        joined = [pair for w in found if len(pair := pair_at(told, w, found)) == PAIR]
        apart = noun not in LANDS and len(found) == PAIR and not any(is_listed(told, w) for w in found)
        two = joined[0] if len(joined) == 1 else [w.i for w in found] if apart else []
        if two:
            return [(told, i) for i in two] if lone in ("", *(told.words[i].lemma for i in two)) else []
        if len(found) > 1:
            return []
        lone = found[0].lemma if found and told is s else lone  # one of the two, if they are told before
    return []


def is_listed(s: Sentence, word: Word) -> bool:
    """Whether a word is one of a list, of which the others are none of the kind."""
    return word.dep == "conj" or s.child(word.i, "conj") is not None


def pair_at(s: Sentence, word: Word, found: Sequence[Word]) -> list[int]:
    """The two of a list that begins at a word and has no third: "A and B", "between A and B"."""
    others = s.all_children(word.i, "conj")
    alone = len(others) == 1 and s.child(others[0], "conj") is None and word.dep != "conj"
    return [word.i, others[0]] if alone and others[0] in {w.i for w in found} else []


def is_one(s: Sentence, word: Word, noun: str) -> bool:
    """Whether a word names one of those that a noun in the plural may be for: a bank by its name, a firm as a body."""
    if (
        word.pos not in ("NOUN", "PROPN")
        or word.dep in ("nmod", "amod", "appos", "oprd")
        or s.child(word.i, "nummod") is not None
    ):
        return False
    if word.name is None and word.dep == "pobj" and s.words[word.head].text in ("in", "off", "at", "near", "as"):
        return False  # a place that the model takes for a body, or another name: "known as X"
    speaker = kinds_of(s.words[word.head])
    speaking = "people" in speaker and "body" not in speaker and word.pos == "PROPN" and noun in GROUPS
    if word.dep == "compound" and not speaking:  # "a CODECO spokesman" speaks for one
        return False
    kind = word.name.type if word.name is not None else None
    if noun in LANDS:
        return kind is EntityType.PLACE or (kind is None and word.label == "GPE" and word.pos == "PROPN")
    named = word.name is not None or any(s.words[c].pos == "PROPN" for c in s.all_children(word.i, "compound", "nmod"))
    named = named or word.pos == "PROPN" or renamed(s, word.i) is not None
    title = word.name.name.lower() if word.name is not None else word.lemma.lower()
    told = title.removeprefix("the ").split(" of ")[0].split(" for ")[0].split()[-1:]
    if noun in OWN:
        return named and (told == [noun] or noun in title.split())
    body = kind in (EntityType.ORGANIZATION, EntityType.GROUP) or (kind is None and word.label == "ORG")
    body = body or (kind is None and not word.label and word.pos == "PROPN" and word.dep in ("nsubj", "nsubjpass"))
    phrase = kind is None and word.tag == "NN" and bool(kinds_of(word) & {"body"}) and are_people(word.lemma)
    state = title in ("government", "ministry", "parliament") or title.startswith(("government of", "ministry of"))
    return named and (body or phrase) and not state
