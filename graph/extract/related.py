"""What a relative clause tells of its noun by a preposition: "the pact, under which X will train Y"."""

from graph.extract.extents import phrase_words
from graph.extract.noun_phrases import text_of
from graph.extract.parse import Sentence

# What leads to the frame of a deed, which is told beside its object.
FRAMING = (
    *("under", "in", "at", "during", "for", "by", "within", "through", "on", "after", "before", "since"),
    *("to", "into", "from"),  # "the mission, to which X has sent officers"
)


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
    first = s.words[first].head if s.words[first].dep == "acomp" else first  # "in which nine are due to take part"
    return first if s.words[first].dep == "relcl" else None


def leads_to_relative(s: Sentence, verb: int, prep: int) -> bool:
    """Whether a phrase in front is what a relative clause tells of its noun: "Clara, with whom he had a son"."""
    target = s.child(prep, "pobj")
    return relative_of(s, verb) is not None and target is not None and s.words[target].tag in ("WP", "WDT")


def noun_apart(s: Sentence, verb: int, prep: int) -> int | None:
    """The noun right before the comma behind which a clause tells of it: "the attack near X, in which"; or None."""
    clause = relative_of(s, verb)
    within = s.words[prep].lemma in ("in", "under", "at", "during") and s.words[prep - 1].text == ","
    if clause is None or not within or not leads_to_relative(s, verb, prep):
        return None
    noun = s.words[clause].head
    return noun if s.words[noun].pos == "NOUN" and s.words[noun].name is None else None


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
    """The noun in which a clause with "where" happens: "moved to X, where she taught"; None for any other clause.

    A second verb with its own subject happens there too; "X, the port where Y sits" is X.
    """
    joined = s.words[verb].dep == "conj" and s.child(verb, "nsubj", "nsubjpass") is not None
    clause = s.words[verb].head if joined else verb
    opened = any(s.words[c].lemma == "where" for c in s.all_children(clause, "advmod"))
    if not opened or s.words[clause].dep != "relcl":
        return None
    noun = s.words[clause].head
    named = s.words[noun].head
    if s.words[noun].dep == "appos" and s.words[noun].name is None and s.words[named].pos == "PROPN":
        noun = named
    return noun if s.words[noun].pos in ("NOUN", "PROPN") else None


def where_word(s: Sentence, verb: int) -> int:
    """The "where" of the clause in which a verb happens, or whose second verb it is."""
    clause = s.words[verb].head if s.words[verb].dep == "conj" else verb
    return next((c for c in s.all_children(clause, "advmod") if s.words[c].lemma == "where"), clause)
