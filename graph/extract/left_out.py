"""Numbers whose noun a list has named before: "three seats for X and one for Y"."""

from graph.extract.noun_phrases import text_of
from graph.extract.numbers import find_number
from graph.extract.parse import Sentence


def counted_before(s: Sentence, head: int) -> tuple[str, str]:
    """A number and the noun that it counts, where a list has named that before; or twice nothing."""
    word, thing = s.words[head], s.words[s.words[head].head]
    elliptical = word.tag == "CD" and word.dep == "conj" and thing.tag == "NNS" and word.lemma == thing.lemma
    if not elliptical:
        return "", ""
    first = head
    while s.words[first - 1].tag == "CD":
        first -= 1
    number = text_of(s, range(first, head + 1))
    return number, thing.lemma if find_number(number) == 1 else thing.text
