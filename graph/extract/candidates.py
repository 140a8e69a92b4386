"""The nouns that a relative clause or a participle may tell of, and what speaks for each of them.

Every reason has a name and, in `data/tellings.toml`, a weight; the noun with the highest sum is the one.
"""

from collections.abc import Iterator, Sequence

from graph.extract.parse import Word
from graph.extract.tellings import Kinds, Telling, kinds_of, tables
from graph.extract.trees import NOUNS, Words, below
from graph.model import EntityType

FINITE = ("VBD", "VBZ", "VBP", "MD")
# Where a noun is a part of another noun's name or of a clause of its own.
INSIDE = ("compound", "nmod", "poss", "npadvmod", "nummod", "amod", "quantmod", "relcl", "advmod", "det", "dep")
EITHER = ("police", "staff", "people", "number", "majority", "series", "all", "some", "that", "more")
ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
OWNERS: Kinds = frozenset({"people", "actor", "land", "body"})
FIRM: Kinds = frozenset({"body"})
MOST = 9  # nouns: no clause tells of one farther away
FAR = 5


def candidates(words: Sequence[Word], told: Telling) -> list[Word]:
    """The nouns before a clause, the nearest first, back to the subject of the verb before it."""
    found: list[Word] = []
    crossed = False
    for word in reversed(words[: told.start]):
        if word.text in (";", ":") or (word.dep == "mark" and word.text.lower() not in ("to", "for")):
            break
        if word.tag in ("WDT", "WP"):
            if not told.pronoun and word.head > told.clause.i:
                break  # a participle in a clause before its verb: "a fund that countries hit by drought can use"
            crossed = False  # a clause inside the phrase, which goes on before it
        elif is_finite(word):
            crossed = crossed or not is_reached(words, word)
        elif is_fixed(words, word) or (not told.pronoun and is_share(words, word)):
            continue
        elif is_head(word) or (word.i == told.clause.head and (word.pos in NOUNS or word.name is not None)):
            subject = word.dep in ("nsubj", "nsubjpass")
            if not crossed or subject or word.dep in ("conj", "pobj", "appos"):
                found.append(word)
            if crossed and subject:
                break
    return found[:MOST]


def is_finite(word: Word) -> bool:
    """Whether a word is a verb with a subject."""
    return word.tag in FINITE and word.pos in ("VERB", "AUX")


# What no paper or meeting does by itself, and is done to it.
REACHED = frozenset({"agree", "reach", "sign", "conclude", "broker", "mediate", "negotiate", "initial", "convene"})


def is_reached(words: Sequence[Word], verb: Word) -> bool:
    """Whether a past form right behind a paper tells what was done to it: "hailed the truce agreed between X and Y"."""
    paper = words[verb.i - 1] if verb.i else verb
    behind = words[verb.i + 1].pos if verb.i + 1 < len(words) else ""
    past = verb.tag == "VBD" and verb.lemma in REACHED and behind == "ADP" and paper.pos == "NOUN"
    return past and not kinds_of(paper).isdisjoint(("paper", "meeting"))


def is_head(word: Word) -> bool:
    """Whether a word is a noun of which something can be told."""
    noun = word.pos in NOUNS and word.dep not in INSIDE and word.tag not in ("EX", "PRP$")
    return noun and any(c.isalnum() for c in word.text)


def is_fixed(words: Sequence[Word], word: Word) -> bool:
    """Whether a noun is but a part of a preposition: "with a view to ending X"."""
    ahead = [w.text.lower() for w in words[max(word.i - 2, 0) : word.i]]
    behind = words[word.i + 1].text.lower() if word.i + 1 < len(words) else ""
    return word.lemma == "view" and ahead == ["with", "a"] and behind in ("to", "of")


SHARES = ("percent", "half", "third", "quarter", "fifth", "majority", "most", "part", "share", "bulk", "rest")


def is_share(words: Sequence[Word], word: Word) -> bool:
    """Whether a noun is a share of what stands behind it: of "half of the tea grown in Peru" the tea is grown there."""
    return word.lemma in SHARES and word.i + 1 < len(words) and words[word.i + 1].text == "of"


def scores(words: Words, told: Telling, nouns: Sequence[Word]) -> list[float]:
    """How well each of the nouns suits a clause."""
    weights = tables().weights
    sums = [sum(weights[name] for name in of_place(words, told, noun, nouns)) for noun in nouns]
    sums = [s + sum(weights[name] for name in of_sense(words, told, n)) for s, n in zip(sums, nouns, strict=True)]
    fitting = [at for at, noun in enumerate(nouns) if kinds_here(words, told, noun) & told.wanted]
    if len(fitting) == 1:
        sums[fitting[0]] += weights["alone_fits"]
    return sums


def kinds_here(words: Sequence[Word], told: Telling, noun: Word) -> Kinds:
    """What a noun can be for before this clause: a lone new name right before "which" is for no person, but for a firm.

    The parser takes many a firm for a person: "a loan to Hamkorbank, which will lend it on".
    """
    close = told.pronoun == "which" and told.apart and noun.i == told.start - 2
    lone = noun.pos == "PROPN" and noun.label == "PERSON" and noun.name is None
    if close and lone and not any(w.head == noun.i for w in words[: noun.i]):
        return FIRM
    return kinds_of(noun)


def of_place(words: Words, told: Telling, noun: Word, nouns: Sequence[Word]) -> Iterator[str]:
    """What the place of a noun in its sentence says for and against it."""
    at = nouns.index(noun)
    between = words[noun.i + 1 : told.start]
    if told.clause.head == noun.i:
        yield from ("parsed", "parsed_apart") if told.apart else ("parsed",)
    if at == 0:
        yield "nearest_apart" if told.apart else "nearest"
    elif below(words, nouns[0].i, noun.i):
        yield "reaches"
    if not told.apart:
        yield from ["far"] * min(at, FAR)
        if any(w.text in (",", "including") for w in between):
            yield "beyond_comma"
    if any(is_finite(w) for w in between):
        yield from ("crossed", "crossed_relative") if told.pronoun else ("crossed",)
    if any(w.dep == "conj" and w.head == noun.i for w in between):
        yield "joined"
    yield from of_part(words, told, noun)


def of_part(words: Sequence[Word], told: Telling, noun: Word) -> Iterator[str]:
    """What the part of a noun in its clause says for and against it."""
    prep = words[noun.head].text.lower() if noun.dep == "pobj" else ""
    if prep == "of" or (prep == "for" and told.apart and noun.pos == "NOUN" and noun.name is None):
        yield prep
    if is_origin(words, noun) and told.pronoun == "which":
        yield "origin"
    if noun.dep in ("dobj", "nsubjpass", "attr"):
        yield "object"
    if told.undergone and not told.apart and told.verb.lemma in LEADING and gathers(words, noun, told.start):
        yield "gathers"


LEADING = ("lead", "head", "chair", "coordinate", "co-chair", "co-lead")


def gathers(words: Sequence[Word], noun: Word, start: int) -> bool:
    """Whether a noun is for one body of the several behind it: who leads "a coalition of 30 parties" leads that."""
    of = words[noun.i + 1]
    members = next((w for w in words[of.i : start] if w.head == of.i and w.dep == "pobj"), None)
    one = noun.tag in ("NN", "NNP") and noun.name is None and "body" in kinds_of(noun)
    return one and of.text == "of" and members is not None and members.tag == "NNS" and members.name is None


def is_origin(words: Sequence[Word], noun: Word) -> bool:
    """Whether a noun tells where a named person is from: "chaired by Ana Silva of Peru"."""
    above = words[words[noun.head].head]
    return noun.dep == "pobj" and words[noun.head].text in ("of", "from") and is_person(above)


def is_person(noun: Word) -> bool:
    """Whether a word is the name of a person."""
    typed = noun.name is not None and noun.name.type is EntityType.PERSON
    return typed or (noun.label == "PERSON" and noun.pos == "PROPN")


def of_sense(words: Sequence[Word], told: Telling, noun: Word) -> Iterator[str]:
    """What the number, the article and the sense of a noun say for and against it."""
    yield from of_kind(words, told, noun)
    yield from of_person(words, told, noun)
    number = is_several(words, noun)
    if told.several is not None and number is not None and number != told.several:
        yield from ("disagrees", "disagrees") if noun.name is not None else ("disagrees",)  # a name is surely of one
    if any(w.head == noun.i and is_ordinal(w.text.lower()) for w in words[: noun.i]):
        yield "ordinal"
    named = noun.name is not None or noun.pos == "PROPN"
    if named and not told.apart:
        yield "named_close"
    article = next((w.text.lower() for w in words[: noun.i] if w.head == noun.i and w.dep in ("det", "poss")), "")
    if article in ("a", "an"):
        yield "a"
    elif article and told.apart:
        yield "the_apart"
    elif not article and not named and noun.tag == "NN" and "sum" not in kinds_of(noun):  # "trade, which reached"
        yield "bare"


def is_ordinal(text: str) -> bool:
    """Whether a word in small letters is "first", "25th" or the like."""
    return text in ORDINALS or (text[:1].isdigit() and text.endswith(("st", "nd", "rd", "th")))


def of_kind(words: Sequence[Word], told: Telling, noun: Word) -> Iterator[str]:
    """What the kind of a noun says: whether it is one that the clause asks for."""
    kinds = kinds_here(words, told, noun)
    fits = bool(kinds & told.wanted)
    if fits:
        yield "fits"
        if told.apart:
            yield "fits_apart"
    elif kinds and told.wanted:
        yield "misses"
    if "land" in kinds and not fits and told.pronoun in ("", "which"):
        yield "land_which" if told.pronoun else "land_participle"
    if told.pronoun == "whose" and kinds & OWNERS:
        yield "owner_whose"
    yield from (kind for kind in ("deed", "quality", "quantity", "time") if kind in kinds)


def of_person(words: Sequence[Word], told: Telling, noun: Word) -> Iterator[str]:
    """What says that a noun is for a person, where the pronoun is "who", and for none, where it is "which"."""
    kinds = kinds_here(words, told, noun)
    people = "people" in kinds
    if told.pronoun in ("who", "whom") and people:
        yield "person_who"
    if told.pronoun in ("who", "whom"):
        if not people:
            yield "no_person"
        if "land" in kinds:
            yield "land_who"
        if "actor" in kinds:
            yield "actor_who"
    elif told.pronoun in ("which", "where") and people and "body" not in kinds:
        yield "person_which"
        if told.pronoun == "which" and kinds is not FIRM and is_person(noun):
            yield "named_person_which"


def is_several(words: Sequence[Word], noun: Word) -> bool | None:
    """Whether a noun is for several things; None where it may be either way."""
    if noun.dep == "conj" or any(w.head == noun.i and w.dep == "conj" for w in words) or noun.lemma in EITHER:
        return None
    if noun.name is not None:
        return None if noun.name.type is EntityType.GROUP else False
    if noun.tag in ("NNS", "NNPS"):
        return True
    return False if noun.tag in ("NN", "NNP") else None
