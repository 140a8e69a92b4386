"""Who is a person by the office beside the name, whatever the model labels it: "the Representative, Bintou Keita".

And what is a firm by the noun right before the name: "the public bank Cassa Depositi".
"""

from graph.extract.gazetteer import Gazetteer
from graph.extract.parse import Sentence
from graph.extract.words import words

FEWEST, MOST = 2, 4  # words of an unknown person's name


def is_told_person(s: Sentence, first: int, last: int, gazetteer: Gazetteer) -> bool:
    """Whether proper nouns are in apposition to an office or a calling of one person: "her counterpart, Juan Besnier".

    A word for a body in the name speaks against it.
    """
    name, beside = s.words[last], s.words[s.words[last].head]
    if name.dep != "appos" or beside.tag not in ("NN", "NNP") or not FEWEST <= last - first + 1 <= MOST:
        return False
    office = beside.text in words().offices or beside.text in words().titles or beside.lemma in words().callings
    office = office or beside.lemma.lower() in words().callings
    known = any(w.text in gazetteer.heads or w.name is not None for w in s.words[first : last + 1])
    return office and not known and s.words[first - 1].text == "," and s.child(last, "det") is None


FIRMS = frozenset(
    {"company", "firm", "lender", "bank", "financier", "utility", "operator", "carrier", "airline", "developer"}
    | {"manufacturer", "producer", "miner", "retailer", "insurer", "brewer", "shipbuilder", "conglomerate", "regulator"}
    | {"contractor", "broadcaster", "publisher", "shipyard", "startup", "refiner", "automaker", "carmaker", "charity"}
)


def is_told_firm(s: Sentence, first: int, last: int) -> bool:
    """Whether proper nouns are the name of a firm of the kind that the noun right before them tells."""
    kind = s.words[s.words[last].head]
    return s.words[last].dep == "appos" and kind.i == first - 1 and kind.tag == "NN" and kind.lemma in FIRMS
