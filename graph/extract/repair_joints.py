"""Mends in a parse: what "and", "not" and "rather than" join, where the parse takes a verb for a noun."""

from dataclasses import replace

from graph.extract.cues import cues
from graph.extract.parse import Word
from graph.extract.trees import NOUNS, Words, child_of, first_of, hang, has_own, join_to, takes_to, where

# Forms in "-ing" that mostly tell of what kind a noun is: "emerging markets", "drinking water".
KINDS = frozenset(
    {"existing", "emerging", "developing", "growing", "rising", "ongoing", "remaining", "outstanding", "leading"}
    | {"missing", "drinking", "running", "living", "working", "fishing", "mining", "following", "underlying", "coming"}
    | {"overwhelming", "pressing", "lasting", "competing", "neighboring", "neighbouring", "supporting", "governing"}
)
MULTIPLES = ("double", "triple", "quadruple")
PEOPLES = ("people", "population", "rest", "others")  # of whom a thing is as much as of the state before them
TIMES = ("day", "night", "summer", "winter", "spring", "autumn", "morning", "evening", "daytime", "year", "season")


# Those of them that nobody does to what stands behind.
QUALITIES = KINDS & {"existing", "emerging", "ongoing", "remaining", "outstanding", "pressing", "lasting", "coming"}


@where(tuple(sorted(QUALITIES)), "xcomp", "dobj")
def mend_qualities_taken_for_deeds(words: Words) -> Words:
    """A form in "-ing" that only tells of what kind a noun is does nothing to it: "discussed pressing issues"."""
    for quality in words[1:-1]:
        noun = words[quality.i + 1]
        taken = quality.text in QUALITIES and quality.tag == "VBG" and quality.dep == "xcomp"
        if taken and noun.dep == "dobj" and noun.head == quality.i and noun.tag in ("NNS", "NN"):
            hang(words, noun.i, quality.head, "dobj")
            words[quality.i] = replace(quality, pos="ADJ", tag="JJ", dep="amod", head=noun.i)
    return words


@where("VBG", "pcomp", "cc", "conj")
def mend_second_gerunds(words: Words) -> Words:
    """A form in "-ing" behind "and" goes on with the gerund before: "accused of blocking aid and burning villages"."""
    for second in words[3:]:
        noun, joint = words[second.head], words[second.i - 1]
        if second.tag != "VBG" or second.dep not in ("amod", "compound") or joint.dep != "cc" or noun.i < second.i:
            continue
        thing = words[noun.head]
        gerund = words[thing.head]
        parallel = noun.dep == "conj" and thing.dep == "dobj" and gerund.dep == "pcomp" and gerund.tag == "VBG"
        if not parallel or second.text.lower() in KINDS or first_of(words, noun.i) < second.i:
            continue
        words[second.i] = replace(second, pos="VERB", head=gerund.i, dep="conj")
        hang(words, noun.i, second.i, "dobj")
        hang(words, joint.i, gerund.i, "cc")
    return words


@where("VBG", "conj", ("VBD", "VBZ", "VBP"))
def mend_joined_gerunds(words: Words) -> Words:
    """A form in "-ing" goes on with one before it, not with a finite verb: "saw the use of building and joining"."""
    for second in list(words[3:]):
        finite = words[second.head]
        bare = second.tag == "VBG" and second.dep == "conj" and not has_own(words, second.i, "aux")
        if not bare or finite.tag not in ("VBD", "VBZ", "VBP") or finite.i > second.i:
            continue
        first = next((w for w in words[finite.i + 2 : second.i] if opens_phrase(words, w)), None)
        if first is None or first.text.lower() in KINDS:
            continue
        if first.dep != "pcomp":
            thing = words[first.head]
            words[first.i] = replace(first, pos="VERB", head=first.i - 1, dep="pcomp")
            hang(words, thing.i, first.i, "dobj")
        hang(words, second.i, first.i, "conj")
    return words


def opens_phrase(words: Words, word: Word) -> bool:
    """Whether a form in "-ing" stands right behind its preposition: "of building", "of building ports"."""
    before, above = words[word.i - 1], words[word.head]
    gerund = word.dep == "pcomp" and above.i == before.i
    kind = word.dep == "amod" and above.dep == "pobj" and above.head == before.i
    return word.tag == "VBG" and before.dep == "prep" and before.lemma != "as" and (gerund or kind)


@where(MULTIPLES, "TO")
def mend_multiples(words: Words) -> Words:
    """In a list of deeds "double" and "triple" are deeds too: "to cut debt, triple output and expand trade"."""
    for word in words[2:-1]:
        before = [w.i for w in words[: word.i] if w.tag == "VB" and takes_to(words, w.i)]
        listed = word.lemma in MULTIPLES and word.pos != "VERB" and words[word.i - 1].text in (",", "and")
        if not listed or not before:
            continue
        own = [
            w
            for w in words[word.i :]
            if w.dep in ("dobj", "conj", "appos") and word.i in (w.head, first_of(words, w.i))
        ]
        thing = next((w for w in own if w.pos in NOUNS), None)
        if thing is not None:
            words[word.i] = replace(word, pos="VERB", tag="VB", head=before[-1], dep="conj")
            hang(words, thing.i, word.i, "dobj")
    return words


@where("not", ",", "neg", "dobj")
def mend_denied_objects(words: Words) -> Words:
    """A "not" behind a comma denies the noun behind it alone: "sells tea, not coffee"."""
    for word in words[2:-1]:
        if word.text.lower() != "not" or words[word.i - 1].text != "," or word.dep != "neg":
            continue
        other = next((w for w in words[word.i + 1 :] if w.pos in NOUNS and w.dep in ("dobj", "conj", "appos")), None)
        if other is None or first_of(words, other.i) not in (word.i, word.i + 1):
            continue
        first = child_of(words, other.head, "dobj", end=word.i)
        if other.dep == "dobj" and first is not None:
            hang(words, word.i, other.i, "neg")
            hang(words, other.i, first.i, "dep")
    return words


@where("rather", "than", "prep")
def mend_rather_than(words: Words) -> Words:
    """What stands behind "rather than" is not so: "travelled by train rather than by car"."""
    for prep in words[2:]:
        than = words[prep.i - 1]
        if prep.dep == "prep" and than.text.lower() == "than" and words[than.i - 1].text.lower() == "rather":
            words[prep.i] = replace(prep, dep="dep")
    return words


@where("NNS", "conj", "VBZ", "cc")
def mend_joined_presents(words: Words) -> Words:
    """An "-s" form joined with a verb, a number or a time is a verb: "has 9,000 people and lies on the shore"."""
    for word in words[2:-1]:
        above, before, behind = words[word.head], words[word.i - 1], words[word.i + 1]
        if word.dep != "conj" or word.tag != "NNS" or before.text != "and" or behind.tag not in ("IN", "RB", "TO"):
            continue
        timed = above.lemma in TIMES and above.dep == "pobj"
        verbal = above.tag == "VBZ" and above.pos in ("VERB", "AUX")
        verbs = [w.i for w in words[: word.i] if w.tag == "VBZ" and w.dep in ("ROOT", "conj", "relcl")]
        if not verbs or not (timed or verbal or above.tag == "CD"):
            continue
        if has_own(words, word.i, "det", "amod", "nummod", "compound"):
            continue
        words[word.i] = replace(word, pos="VERB", tag="VBZ", head=verbs[-1])
        hang(words, before.i, verbs[-1], "cc")
        for other in list(words[word.i + 1 :]):
            if other.head in (above.i, verbs[-1]) and other.i == behind.i:
                hang(words, other.i, word.i, "prep" if other.tag == "IN" else other.dep)
    return words


@where("appos", "as", "conj")
def mend_listed_uses(words: Words) -> Words:
    """What something is used as is a list, not one thing beside another: "as a granary, a prison and a school"."""
    for noun in words[3:]:
        first = words[noun.head]
        listed = noun.dep == "appos" and first.dep == "pobj" and words[first.head].text.lower() == "as"
        if listed and any(w.head == noun.i and w.dep == "conj" for w in words):
            hang(words, noun.i, first.i, "conj")
    return words


@where("of", "conj", "pobj", ("the", "a", "an"))
def mend_parallel_things(words: Words) -> Words:
    """What has an article and an "of" goes on with what has them too: "the source of iron and the home of poets"."""
    for second in words[5:]:
        owner = words[second.head]
        of = words[owner.head]
        first = words[of.head]
        of_owner = second.dep == "conj" and owner.dep == "pobj" and of.text == "of" and first.pos == "NOUN"
        if not of_owner or second.pos != "NOUN" or words[second.i - 2].lemma != "and" or first.i > of.i:
            continue
        bare = not has_own(words, owner.i, "det", "poss") or owner.name is not None
        own = any(w.head == second.i and w.text == "of" for w in words[second.i + 1 : second.i + 2])
        alike = {words[second.i - 1].text.lower(), *(w.text.lower() for w in words[: of.i] if w.head == first.i)}
        people = second.lemma in cues()["nouns.groups"] or second.lemma in PEOPLES
        if bare and own and not people and len(alike & {"the", "a", "an"}) == 1 and has_own(words, first.i, "det"):
            join_to(words, second.i, first.i, words[second.i - 2])
    return words
