"""How many of those before it a relative clause tells of: "the road, of which 78 kilometres have been completed"."""

from graph.extract.arguments import Argument
from graph.extract.extents import phrase_words
from graph.extract.noun_phrases import text_of
from graph.extract.parse import Sentence
from graph.extract.related import related_noun
from graph.model import EntityType, Mention

MEASURES = ("percent", "kilometre", "kilometer", "mile", "hectare", "tonne", "ton", "third", "quarter", "half")


def part_told(s: Sentence, verb: int, subject: int) -> Argument | None:
    """The subject with what it is a part of, where "of which" or "of whom" leads its clause; or None.

    "160 officers, of whom at least 40 percent will be women" tells of at least 40 percent of 160 officers.
    """
    word = s.words[subject]
    counted = word.tag == "CD" or (s.child(subject, "nummod") is not None and word.lemma in MEASURES)
    found = related_noun(s, verb) if counted and word.name is None else None
    if found is None or s.words[found[0]].lemma != "of":
        return None
    whole = phrase_words(s, found[1])
    article = next((c for c in s.all_children(found[1], "det") if c < whole[0]), None)
    run = [*(s.subtree(article) if article is not None else ()), *whole]
    text = f"{text_of(s, s.subtree(subject))} of {text_of(s, run)}"
    span = s.span_of(s.subtree(subject)[0], subject)
    named = any(s.words[i].name is not None or s.words[i].pos == "PROPN" for i in whole)
    how = "named phrase" if named else "phrase"
    mention = Mention(span=span, text=text, name=text, type=EntityType.CONCEPT, found_by=how)
    return Argument(head=subject, mention=mention, certainty=0.8)
