"""Mends in a parse: what belongs to which noun."""

from dataclasses import replace

from graph.extract.cues import cues
from graph.extract.numbers import NUMBERS, SCALES
from graph.extract.trees import NOUNS, Words, child_of, hang, has_own, where
from graph.model import EntityType

PARTS = ("paragraph", "article", "section", "chapter", "annex", "page", "clause")
PREFIXES = ("de", "non", "anti", "counter", "pre", "post", "re", "sub", "inter", "multi", "pro", "co", "ex", "semi")
COUNTED = frozenset({*NUMBERS, *SCALES})
APPROXIMATING = ("almost", "nearly", "approximately", "roughly", "about", "around", "over")


@where(("to", "on", "for"))
def mend_prepositions(words: Words) -> Words:
    """A "for" right behind a common noun that is an object belongs to the noun: "a plan for growth".

    So does a "to" behind a noun that needs it: "a barrier to growth".
    """
    for word in words[1:]:
        if word.lemma not in ("to", "on", "for"):
            continue
        before = words[word.i - 1]
        toward = before.lemma in cues()["nouns.toward"] or (before.lemma == "party" and leads_to_treaty(words, word.i))
        if word.dep == "prep" and word.lemma == "to" and toward:
            hang(words, word.i, before.i, "prep")
            continue
        if before.name and before.name.type is EntityType.AGREEMENT and word.lemma == "on":
            hang(words, word.i, before.i, "prep")  # "Resolution 17 on fisheries"
            continue
        if word.dep != "prep" or word.lemma != "for" or before.pos != "NOUN" or before.name:
            continue
        object_ = before.dep == "dobj" and before.head == word.head
        if object_ or (
            before.dep == "pobj" and words[before.head].head == word.head and words[word.head].pos == "VERB"
        ):
            hang(words, word.i, before.i, "prep")
    return words


def leads_to_treaty(words: Words, prep: int) -> bool:
    """Whether an agreement by name stands behind a preposition: "all parties to the Lima Treaty"."""
    return any(w.head == prep and w.name is not None and w.name.type is EntityType.AGREEMENT for w in words)


@where(("for", "of"))
def mend_pairs(words: Words) -> Words:
    """A "for" or "of" behind the object of a verb that takes one is the verb's: "fined the bank for fraud"."""
    for word in words:
        noun = words[word.head]
        if word.dep != "prep" or word.lemma not in ("for", "of") or noun.pos == "VERB" or noun.i > word.i:
            continue
        above = words[noun.head]
        verb = words[above.head] if noun.dep == "pobj" and above.lemma == "by" else above
        suffers = noun.dep in ("dobj", "pobj") and verb.pos == "VERB"
        if suffers and verb.lemma in cues()[f"verbs.paired_{word.lemma}"] and noun.name is None:
            hang(words, word.i, verb.i, "prep")
    return words


@where("from", "to")
def mend_ranges(words: Words) -> Words:
    """A "to" behind a "from" within an object goes with it: "the step from war to peace"."""
    for word in words:
        if word.dep != "prep" or word.lemma != "to" or words[word.head].pos != "VERB":
            continue
        source = next((w for w in words[: word.i] if w.dep == "prep" and w.lemma == "from" and word.i - w.i <= 6), None)
        if source is not None and words[source.head].pos == "NOUN" and word.head < source.head:
            hang(words, word.i, source.head, "prep")
    return words


@where("such", "relcl")
def mend_examples(words: Words) -> Words:
    """A "such as" behind a relative clause gives examples of the noun that the clause hangs on."""
    for word in words:
        such = word.lemma == "as" and word.i and words[word.i - 1].lemma == "such"
        if such and words[word.head].dep == "relcl":
            hang(words, word.i, words[word.head].head, "prep")
    return words


@where("particular")
def mend_particular(words: Words) -> Words:
    """What stands behind "in particular" is an example of the noun before it: "the lakes, in particular Lake X"."""
    for word in words:
        following = words[word.i + 1] if word.i + 1 < len(words) else None
        if word.lemma != "in" or following is None or following.lemma != "particular":
            continue
        target = child_of(words, word.i, "pobj")
        before = [w for w in words[: word.i] if w.pos in NOUNS and w.i >= word.i - 2]
        if target is None or target.i == following.i or not before or words[word.i - 1].text != ",":
            continue
        above = words[words[before[-1].head].head]
        paper = target.name is not None and target.name.type is EntityType.AGREEMENT
        of_papers = paper and before[-1].dep == "pobj" and above.tag == "NNS"  # "resolutions on X, in particular Y"
        noun = above if of_papers and above.lemma in cues()["nouns.documents"] else before[-1]
        hang(words, target.i, noun.i, "appos")
        hang(words, word.i, noun.i, "dep")
        hang(words, following.i, word.i, "advmod")
    return words


@where(COUNTED, "amod")
def mend_numbers(words: Words) -> Words:
    """A number word before a noun counts it: "Sixty states"."""
    for word in words:
        if word.dep == "amod" and word.head > word.i and word.text.lower() in COUNTED:
            words[word.i] = replace(word, pos="NUM", tag="CD", dep="nummod")
    return words


@where(PARTS, "CD")
def mend_parts(words: Words) -> Words:
    """A part of a document before its number is a noun: "paragraphs 8 and 9"."""
    for word in words:
        numbered = word.i + 1 < len(words) and words[word.i + 1].tag == "CD"
        if word.pos == "VERB" and word.lemma in PARTS and numbered:
            words[word.i] = replace(word, pos="NOUN", tag="NNS")
    return words


@where(PREFIXES, "-")
def mend_prefixes(words: Words) -> Words:
    """A prefix with its hyphen belongs to the noun behind it: "de-escalation" is no escalation."""
    for word in words[:-2]:
        hyphen, noun = words[word.i + 1], words[word.i + 2]
        close = word.end == hyphen.start and hyphen.end == noun.start
        if word.text.lower() not in PREFIXES or hyphen.text != "-" or not close:
            continue
        behind = words[noun.i + 1] if noun.i + 1 < len(words) else noun
        alone = noun.dep == "amod" and behind.pos not in (*NOUNS, "ADJ")  # "in the semi-final,"
        if noun.pos == "ADJ" and (noun.dep in ("dobj", "pobj") or alone):  # "a counter-offensive"
            noun = words[noun.i] = replace(noun, pos="NOUN", tag="NN")
        if noun.pos not in ("NOUN", "PROPN"):
            continue
        if word.head != noun.i and noun.head in (word.i, hyphen.i, word.head):
            hang(words, noun.i, word.head if word.head != word.i else noun.i, word.dep)
            for other in list(words):
                if other.head in (word.i, hyphen.i) and other.i != noun.i:
                    hang(words, other.i, noun.i, other.dep)
            hang(words, word.i, noun.i, "compound")
            hang(words, hyphen.i, noun.i, "punct")
    return words


@where(("due", "owing", "thanks"), "to")
def mend_owing(words: Words) -> Words:
    """What is "due to" something is a whole clause, not the noun before: "cancelled flights due to a storm"."""
    for word in list(words[:-1]):
        noun = words[word.head]
        verb = words[noun.head]
        close = word.lemma in ("due", "owing", "thanks") and words[word.i + 1].lemma == "to" and noun.i < word.i
        if close and word.dep in ("amod", "prep") and noun.dep in ("dobj", "pobj") and verb.pos == "VERB":
            hang(words, word.i, verb.i, "prep")
    return words


@where("dated")
def mend_dated(words: Words) -> Words:
    """What is "dated" right behind a noun is a paper, not who wrote it: "the report of the minister dated X"."""
    for word in list(words):
        noun = words[word.i - 1]
        hung = word.dep in ("acl", "conj", "advcl", "ROOT") and word.text.lower() == "dated"
        if not hung or word.i == 0 or noun.pos not in NOUNS or has_own(words, word.i, "aux"):
            continue
        if word.dep == "ROOT":  # "Having considered the report dated X,"
            above = next((w.i for w in words[: word.i] if w.head == word.i and w.dep == "advcl"), None)
            if above is None:
                continue
            hang(words, above, above, "ROOT")
        prep = words[noun.head]
        of = noun.dep == "pobj" and prep.lemma in ("of", "from") and words[prep.head].pos == "NOUN"
        hang(words, word.i, prep.head if of else noun.i, "acl")
        words[word.i] = replace(words[word.i], tag="VBN")
    return words


# Verbs of how many or how much there is.
COUNTING = (
    "number",
    "total",
    "reach",
    "exceed",
    "cost",
    "weigh",
    "measure",
    "average",
    "comprise",
    "contain",
    "employ",
)


@where(("under", *APPROXIMATING), ("CD", "$"))
def mend_approximations(words: Words) -> Words:
    """An adverb right before a number says how exact it is: "almost $200 million"."""
    for word in words[:-1]:
        following = words[word.i + 1]
        number = following if following.tag in ("CD", "$") else None
        if number is None:
            continue
        if word.dep == "prep" and word.lemma in ("over", "under"):
            noun = child_of(words, word.i, "pobj")
            large = any(w.lemma in SCALES for w in words[number.i : number.i + 2])
            if noun is not None and large:
                hang(words, noun.i, word.head, "dobj")  # "holds over two million books"
                hang(words, word.i, number.i, "advmod")
                words[word.i] = replace(words[word.i], pos="ADV", tag="RB")
                continue
        bare = word.dep == "prep" and word.lemma in ("about", "around") and number.dep == "pobj"
        if bare and number.tag == "CD" and words[word.head].lemma in COUNTING:  # "number about 6,000"
            hang(words, number.i, word.head, "dobj")
            hang(words, word.i, number.i, "advmod")
            words[word.i] = replace(words[word.i], pos="ADV", tag="RB")
            continue
        if word.lemma not in APPROXIMATING or word.pos != "ADV":
            continue
        target = number if number.tag == "CD" or words[number.head].tag != "CD" else words[number.head]
        if words[word.head].pos in ("VERB", "AUX"):
            hang(words, word.i, target.i, "advmod")
    return words


@where("CD", ("nmod", "compound"))
def mend_double_objects(words: Words) -> Words:
    """A name right before a sum is whom the sum goes to, not part of it: "fined Acme 2 billion euros".

    Behind a preposition the name is the preposition's, and the sum the verb's: "returned to Peru 5 million dollars".
    """
    for word in words:
        if word.dep not in ("nmod", "compound") or word.head <= word.i:
            continue
        total = words[word.head]
        before = words[word.i - 1] if word.i else word
        counted = word.i + 1 < len(words) and words[word.i + 1].tag in ("CD", "$")
        named = word.name is not None or (word.pos == "PROPN" and word.label in ("ORG", "GPE", "PERSON"))
        if not (named and counted) or not any(w.head == total.i and w.tag == "CD" for w in words[word.i + 1 :]):
            continue
        verb = words[total.head] if total.dep == "dobj" else words[words[total.head].head]
        if verb.pos != "VERB":
            continue
        if total.dep == "pobj" and words[total.head].i == before.i:
            hang(words, word.i, before.i, "pobj")
            hang(words, total.i, verb.i, "dobj")
        elif total.dep == "dobj" and verb.i == before.i:
            hang(words, word.i, verb.i, "dative")
    return words


@where("with", "dobj")
def mend_features(words: Words) -> Words:
    """A "with" right behind what somebody makes tells what it has: "build a community with a shared future".

    Not where it leads to a name or to several, with whom it is made.
    """
    for word in words:
        before = words[word.i - 1] if word.i else word
        if word.dep != "prep" or word.lemma != "with":
            continue
        target = child_of(words, word.i, "pobj")
        made = words[word.head].lemma in cues()["nouns.making"] and before.dep == "dobj" and before.head == word.head
        if made and target is not None and before.name is None:
            alone = target.name is None and target.tag == "NN" and target.lemma not in cues()["nouns.groups"]
            if alone:
                hang(words, word.i, before.i, "prep")
    return words
