"""What stands in brackets right behind a name."""

from graph.extract.numbers import CODES, SCALES
from graph.extract.parse import Sentence


def bracketed_sum(s: Sentence, name: int) -> list[int] | None:
    """The words of a sum in brackets right behind a name, which is its share: "Peru ($3 million)"; or None."""
    close = next((w.i for w in s.words[name + 2 : name + 7] if w.text == ")"), 0)
    if not close or s.words[name + 1].text != "(":
        return None
    inner = s.words[name + 2 : close]
    counted = any(w.pos == "NUM" or w.lemma in SCALES for w in inner) and any(
        c.isdigit() for w in inner for c in w.text
    )
    money = any(w.text in CODES or not {*w.text}.isdisjoint("$€£¥") for w in inner)
    plain = all(w.pos in ("NUM", "SYM", "PROPN", "NOUN") for w in inner)
    return [w.i for w in inner] if counted and money and plain else None
