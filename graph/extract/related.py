"""What a relative clause tells of its noun by a preposition: "the pact, under which X will train Y"."""

from graph.extract.extents import phrase_words
from graph.extract.noun_phrases import text_of
from graph.extract.parse import Sentence

# What leads to the frame of a deed, which is told beside its object.
FRAMING = ("under", "in", "at", "during", "for", "by", "within", "through", "on", "after", "before", "since")


def related_noun(s: Sentence, verb: int) -> tuple[int, int] | None:
    """The preposition before "which" and the noun that the clause of a verb is about; None where there is neither."""
    clause = relative_of(s, verb)
    if clause is None:
        return None
    preps = (p for p in s.all_children(verb, "prep") if p < verb and leads_to_relative(s, verb, p))
    return next(((p, s.words[clause].head) for p in preps), None)


def relative_of(s: Sentence, verb: int) -> int | None:
    """The relative clause that a verb leads, goes on with or is what is begun or expected in it; or None."""
    first = s.words[verb].head if s.words[verb].dep in ("conj", "xcomp") else verb
    return first if s.words[first].dep == "relcl" else None


def leads_to_relative(s: Sentence, verb: int, prep: int) -> bool:
    """Whether a phrase in front is what a relative clause tells of its noun: "Clara, with whom he had a son"."""
    target = s.child(prep, "pobj")
    return relative_of(s, verb) is not None and target is not None and s.words[target].tag in ("WP", "WDT")


def related_detail(s: Sentence, verb: int) -> tuple[int, str] | None:
    """The preposition and the words for what a relative clause tells its deed to be under: "under the Lima Pact"."""
    found = related_noun(s, verb)
    if found is None or s.words[found[0]].lemma.lower() not in FRAMING:
        return None
    prep, noun = found
    if s.words[noun].label in ("DATE", "TIME"):  # "the pact of May 2023, under which": the parser's choice
        return None
    article = next((c for c in s.all_children(noun, "det", "poss") if c < noun), None)
    run = phrase_words(s, noun)
    first = min([*run, *(s.subtree(article) if article is not None else [])])
    phrase = text_of(s, [i for i in range(first, run[-1] + 1) if i < prep])
    return prep, f"{s.words[prep].lemma.lower()} {phrase.rstrip(' ,')}"


def where_of(s: Sentence, verb: int) -> int | None:
    """The noun in which a clause with "where" happens: "moved to X, where she taught"; None for any other clause."""
    noun = s.words[verb].head
    opened = any(s.words[c].lemma == "where" for c in s.all_children(verb, "advmod"))
    return noun if opened and s.words[verb].dep == "relcl" and s.words[noun].pos in ("NOUN", "PROPN") else None
