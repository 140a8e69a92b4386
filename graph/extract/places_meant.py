"""Which town or country a bare "the city" or "the country" is: the only one that the sentences near have named."""

from collections.abc import Iterator, Sequence

from graph.extract.brought_up import is_bare
from graph.extract.parse import Sentence, Word
from graph.extract.prepositions import is_adverbial
from graph.model import EntityType

TOWNS = frozenset({"city", "town", "village"})
COUNTRIES = frozenset({"country"})
# Behind a name they tell that it is none of a town: "Nampula Province".
OTHERS = frozenset(
    {"province", "state", "region", "county", "district", "island", "islands", "river", "governorate", "department"}
    | {"valley", "peninsula", "desert", "sea", "gulf", "strait", "bay", "basin", "lake", "border"}
)
REACH = 2  # sentences before
INSIDE = ("in", "within", "across", "throughout", "around", "inside", "from", "into", "to", "of")


def place_meant(s: Sentence, head: int, before: Sequence[Sentence]) -> tuple[str, EntityType] | None:
    """The only town that "the city" or "the town" can be, or the only country that "the country" can be; or None.

    The nearest sentence that names any decides, and of the one at hand what stands ahead.
    """
    noun = s.words[head].lemma
    if noun not in TOWNS | COUNTRIES or s.words[head].tag != "NN" or not is_alone(s, head):
        return None
    town = noun in TOWNS
    for other in (s, *before[:REACH]):
        end = head if other is s else len(other.words)
        named = dict.fromkeys(town_names(other, end) if town else country_names(other, end))
        if len(named) > 1:
            dealt = dealt_with(s, head) if other is s and not town else ""
            return (dealt, EntityType.COUNTRY) if dealt else None
        if named:
            name = next(iter(named))
            kind = EntityType.PLACE if town else EntityType.COUNTRY
            return None if name in doers_of(s, head) else (name, kind)
    return None


def dealt_with(s: Sentence, head: int) -> str:
    """The other of two countries, of which one acts: "X ended its aid to Y after the bank had classified the country".

    In a clause of its own "the country" is no more who acts in the main one, which would be "it".
    """
    clause = s.words[head].head
    while s.words[clause].head != clause and s.words[clause].dep != "advcl":
        clause = s.words[clause].head
    main = s.words[clause].head
    led = any(
        s.words[m].text.lower() in ("after", "since", "because", "before") for m in s.all_children(clause, "mark")
    )
    subject = s.child(main, "nsubj")
    if s.words[clause].dep != "advcl" or not led or subject is None or not main < clause:
        return ""
    acting = {name for i in s.subtree(subject) for name in name_at(s, i)}
    others = {name for i in range(main, s.subtree(clause)[0]) for name in name_at(s, i)} - acting
    inside = {name for i in s.subtree(clause) for name in name_at(s, i)}
    return others.pop() if len(acting) == len(others) == 1 and not inside else ""


def is_alone(s: Sentence, head: int) -> bool:
    """Whether a noun has "the" and nothing else."""
    the = any(s.words[d].text.lower() == "the" for d in s.all_children(head, "det"))
    behind = s.words[head + 1].text.lower() if head + 1 < len(s.words) else "."
    return the and is_bare(s, head) and behind not in ("of", "'s", "’s")


# Nouns of which a town without a label is told: "the shelling of El Fasher", "residents of Goma".
OF_TOWNS = frozenset(
    {"shelling", "siege", "bombing", "bombardment", "fall", "capture", "city", "town", "village", "port", "mayor"}
    | {"resident", "inhabitant", "outskirt", "suburb", "centre", "center", "people", "seizure", "airport"}
)
AT = ("in", "near", "at", "outside", "around", "from", "into", "towards")
NEAR = ("near", "outside", "around", "towards")  # no body


def town_names(s: Sentence, end: int) -> Iterator[str]:
    """The towns that a sentence names before a word, and no countries or provinces; a name that is open twice over.

    The model labels few towns right: what stands behind "in" without an article is a place as well.
    """
    for word in s.words[:end]:
        behind = s.words[word.i + 1].lemma.lower() if word.i + 1 < len(s.words) else ""
        other = not OTHERS.isdisjoint((behind, word.text.lower()))
        if word.pos != "PROPN" or other or word.dep in ("compound", "nmod") or word.label in DATED:
            continue
        if word.name is None:
            first = first_of(s, word.i)
            name = s.text[s.words[first].start : word.end]
            if word.label == "GPE" or is_placed(s, word.i, first) or is_taken(s, word.i):
                yield name
            elif may_be_town(s, word.i):
                yield from (name, OPEN)
        elif word.name.type is EntityType.PLACE and not OTHERS & {*word.name.name.lower().split()}:
            yield word.name.name


OPEN = "?"  # beside a name that may be a town's or anybody's


def may_be_town(s: Sentence, i: int) -> bool:
    """Whether a name of nobody known may be a town's: what is visited or hit, or stands behind a preposition."""
    alone = s.child(i, "det", "poss", "amod", "appos") is None and s.words[i].tag == "NNP"
    return alone and s.words[i].dep in ("dobj", "pobj", "nsubjpass", "conj") and s.words[i].text.istitle()


DATED = ("DATE", "TIME", "EVENT", "WORK_OF_ART", "LAW")


def first_of(s: Sentence, i: int) -> int:
    """The first word of a proper name that ends at a word: "El Fasher"."""
    return min((c for c in s.all_children(i, "compound") if s.words[c].pos == "PROPN"), default=i)


def is_called_town(s: Sentence, i: int) -> bool:
    """Whether a name is told to be a town's right behind it: "El Obeid, the capital of North Kordofan"."""
    return any(s.words[a].lemma in (*TOWNS, "capital", "port", "seat") for a in s.all_children(i, "appos"))


# What is done to towns; the model takes many for bodies.
TAKING = frozenset({"capture", "recapture", "retake", "besiege", "shell", "occupy", "enter", "reach", "bomb", "attack"})


def is_taken(s: Sentence, i: int) -> bool:
    """Whether a name of nobody is what is captured or shelled, as a town is: "rebels attacked Bunia"."""
    verb = s.words[s.words[i].head]
    alone = s.child(i, "det", "poss", "amod", "compound") is None and s.words[i].text.istitle()
    return s.words[i].dep in ("dobj", "nsubjpass") and verb.lemma in TAKING and alone and s.words[i].label != "PERSON"


def is_placed(s: Sentence, i: int, first: int) -> bool:
    """Whether a proper name without an article stands where a town does: "in Goma", "the shelling of El Fasher"."""
    above = s.words[s.words[i].head]
    of = above.text == "of" and {s.words[above.head].lemma, s.words[above.head].text.lower()} & OF_TOWNS
    body = s.words[i].label in ("ORG", "PRODUCT") and above.text.lower() not in NEAR
    at = above.text.lower() in AT and (not body or is_called_town(s, i))
    alone = s.child(i, "det", "poss", "amod") is None and s.words[i].tag == "NNP"
    return s.words[i].dep == "pobj" and above.i == first - 1 and bool(of or at) and alone


def country_names(s: Sentence, end: int) -> Iterator[str]:
    """The countries that a sentence names before a word, by adjectives as well."""
    for i in range(end):
        yield from name_at(s, i)


def name_at(s: Sentence, i: int) -> Iterator[str]:
    """The country that a word names."""
    name = s.words[i].name
    if name is not None and name.type is EntityType.COUNTRY:
        yield name.entry.name if name.entry is not None else name.name


def doers_of(s: Sentence, head: int) -> set[str]:
    """Who acts on a noun and so is not it: "Russia invaded the country"; one acts in one's own land."""
    above: Word = s.words[s.words[head].head]
    inside = s.words[head].dep == "pobj" and above.text.lower() in INSIDE
    verb = s.words[above.head] if s.words[head].dep == "pobj" and not is_adverbial(s, above.i) else above
    subject = s.child(verb.i, "nsubj") if not inside else None
    if subject is None:
        return set()
    return {name for i in s.subtree(subject) for name in name_at(s, i)}
