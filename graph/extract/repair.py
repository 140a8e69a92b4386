"""Mends in a parse: attachments that the small model often gets wrong, each by a fact of English word order.

Every repair takes the words of one sentence and gives them back, with other heads and labels.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from graph.extract.cues import cues
from graph.extract.parse import Word
from graph.extract.values import NUMBERS, SCALES
from graph.extract.words import words as lists
from graph.model import EntityType

Words = list[Word]
NOUNS = ("NOUN", "PROPN", "PRON", "NUM")


def repair(words: Sequence[Word]) -> tuple[Word, ...]:
    """The words with every repair made, in a fixed order."""
    mended = list(words)
    for mend in REPAIRS:
        mended = mend(mended)
    return tuple(mended)


def hang(words: Words, i: int, head: int, dep: str) -> None:
    """Give word i another head and label."""
    words[i] = replace(words[i], head=head, dep=dep)


def root_of(words: Words) -> int:
    """The root of the sentence."""
    return next(w.i for w in words if w.head == w.i)


def mend_hidden_verb(words: Words) -> Words:
    """A sentence without a finite verb has it where an "-ed" form follows a noun: adjectives stand before theirs.

    "The minister carefully articulated [amod] the vision" is parsed as one long noun phrase.
    """
    root = root_of(words)
    if words[root].pos in ("VERB", "AUX") or any(w.tag in ("VBD", "VBZ", "VBP", "MD") for w in words):
        return words
    for word in words:
        subject = word.i - 1
        while subject > 0 and words[subject].tag in ("RB", "CC"):
            subject -= 1
        hidden = word.dep == "amod" and word.head > word.i and word.text.endswith("ed") and word.name is None
        if hidden and subject >= 0 and words[subject].pos in NOUNS:
            make_verb(words, word.i, subject, word.head, root)
            break
    return words


def make_verb(words: Words, verb: int, subject: int, noun: int, root: int) -> None:
    """Make an adjective the verb of the sentence, with the noun before it as subject and the one behind as object."""
    for other in list(words):
        if other.head in (noun, root) and other.i < verb and other.i not in (subject, root):
            own = other.dep in ("det", "amod", "compound", "nummod", "poss", "nmod") and other.i < subject
            hang(words, other.i, subject if own else verb, other.dep)
    hang(words, verb, verb, "ROOT")
    words[verb] = replace(words[verb], pos="VERB", tag="VBD")
    if root not in (subject, noun):
        hang(words, root, verb, "prep" if words[root].pos == "ADP" else "dep")
        for other in list(words):
            if other.head == verb and words[root].pos == "ADP" and other.dep == "pobj":
                hang(words, other.i, root, "pobj")
    hang(words, noun, verb, "dobj")
    hang(words, subject, verb, "nsubj")


def mend_prepositions(words: Words) -> Words:
    """A "for" right behind a common noun that is an object belongs to the noun: "a plan for growth"."""
    for word in words:
        before = words[word.i - 1] if word.i else None
        if before is not None and before.name and before.name.type is EntityType.AGREEMENT and word.lemma == "on":
            hang(words, word.i, before.i, "prep")  # "Resolution 17 on fisheries"
            continue
        if word.dep != "prep" or word.lemma != "for" or before is None or before.pos != "NOUN" or before.name:
            continue
        object_ = before.dep == "dobj" and before.head == word.head
        if object_ or (
            before.dep == "pobj" and words[before.head].head == word.head and words[word.head].pos == "VERB"
        ):
            hang(words, word.i, before.i, "prep")
    return words


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


def mend_ranges(words: Words) -> Words:
    """A "to" behind a "from" within an object goes with it: "the step from war to peace"."""
    for word in words:
        source = next((w for w in words[: word.i] if w.dep == "prep" and w.lemma == "from" and word.i - w.i <= 6), None)
        if word.dep != "prep" or word.lemma != "to" or source is None or words[word.head].pos != "VERB":
            continue
        if words[source.head].pos == "NOUN" and word.head < source.head:
            hang(words, word.i, source.head, "prep")
    return words


def mend_examples(words: Words) -> Words:
    """A "such as" behind a relative clause gives examples of the noun that the clause hangs on."""
    for word in words:
        such = word.lemma == "as" and word.i and words[word.i - 1].lemma == "such"
        if such and words[word.head].dep == "relcl":
            hang(words, word.i, words[word.head].head, "prep")
    return words


def mend_attributes(words: Words) -> Words:
    """A noun coordinated with a copula is coordinated with what the copula says: "is a plan, and the core of X"."""
    for word in words:
        head = words[word.head]
        if word.dep == "conj" and word.pos in ("NOUN", "PROPN") and head.lemma in ("be", "become", "remain"):
            attribute = next((w.i for w in words if w.head == head.i and w.dep == "attr" and w.i < word.i), None)
            if attribute is not None and not any(w.head == word.i and w.dep == "nsubj" for w in words):
                hang(words, word.i, attribute, "conj")
    return words


def mend_infinitives(words: Words) -> Words:
    """A base form coordinated with a past tense goes on with the infinitive between them.

    "pledged to fund A, support B and build C": "support" agrees with "fund", not with "pledged".
    """
    for word in words:
        head = words[word.head]
        base = (
            word.pos == "VERB"
            and word.tag in ("VB", "VBP")
            and word.dep in ("conj", "advcl", "dep", "parataxis", "ccomp")
        )
        own = [w for w in words if w.head == word.i and (w.dep.startswith(("nsubj", "aux")) or w.dep == "mark")]
        if not base or own or head.tag not in ("VBD", "VBZ", "VBN") or head.i > word.i:
            continue
        infinitives = [w.i for w in words[head.i : word.i] if w.tag == "VB" and takes_to(words, w.i)]
        if infinitives:
            hang(words, word.i, infinitives[0], "conj")
            words[word.i] = replace(words[word.i], tag="VB")
    return words


def takes_to(words: Words, i: int) -> bool:
    """Whether a verb stands behind "to"."""
    return any(w.head == i and w.tag == "TO" for w in words)


def mend_agreement(words: Words) -> Words:
    """A third person coordinated with a base form goes on with the third person between them.

    "will build a port that feeds the city and supports X": "supports" agrees with "feeds", not with "build".
    """
    for word in words:
        head = words[word.head]
        own = any(w.head == word.i and w.dep.startswith("nsubj") for w in words)
        if word.dep != "conj" or word.tag != "VBZ" or own or head.tag != "VB" or head.i > word.i:
            continue
        relative = [
            w.i for w in words[head.i : word.i] if w.tag == "VBZ" and w.dep in ("relcl", "conj") and w.i != head.i
        ]
        if relative:
            hang(words, word.i, relative[0], "conj")
    return words


def mend_company(words: Words) -> Words:
    """A "with" takes the actor behind it, also where an infinitive follows: "works with all states to build X"."""
    for word in words:
        if word.dep != "prep" or word.lemma != "with" or any(w.head == word.i for w in words):
            continue
        noun = next((w for w in words[word.i + 1 :] if w.pos in NOUNS and w.dep != "compound"), None)
        if noun is None or noun.dep != "nsubj" or noun.i - word.i > 4 or not takes_to(words, noun.head):
            continue
        if noun.name is None and noun.lemma not in cues()["nouns.groups"]:
            continue
        hang(words, noun.head, word.head, "advcl")
        hang(words, noun.i, word.i, "pobj")
    return words


def mend_particular(words: Words) -> Words:
    """What stands behind "in particular" is an example of the noun before it: "the lakes, in particular Lake X"."""
    for word in words:
        following = words[word.i + 1] if word.i + 1 < len(words) else None
        if word.lemma != "in" or following is None or following.lemma != "particular":
            continue
        target = next((w for w in words if w.head == word.i and w.dep == "pobj"), None)
        before = [w for w in words[: word.i] if w.pos in NOUNS and w.i >= word.i - 2]
        if target is None or target.i == following.i or not before or words[word.i - 1].text != ",":
            continue
        hang(words, target.i, before[-1].i, "appos")
        hang(words, word.i, before[-1].i, "dep")
        hang(words, following.i, word.i, "advmod")
    return words


def mend_offices(words: Words) -> Words:
    """An office behind a name and a comma tells what that one is: "X, Prime Minister of Y,"."""
    for word in words:
        if word.text not in lists().offices or word.name is not None or word.i + 1 >= len(words):
            continue
        start = word.i
        while start and words[start - 1].head == word.i and words[start - 1].dep in ("compound", "amod", "det"):
            start -= 1
        behind = start > 1 and words[start - 1].text == ","
        before = words[start - 2] if behind else None
        if before is None or words[word.i + 1].lemma not in ("of", "for"):
            continue
        target = next((w for w in words if w.head == word.i + 1 and w.dep == "pobj"), None)
        if target is None or target.label == "PERSON" or is_person(target):
            continue  # "X, Speaker of Parliament Y": the next item of a list
        if (is_person(before) or (before.name is None and before.label == "PERSON")) and before.head != word.i:
            hang(words, word.i, before.i, "appos")
            hang(words, word.i + 1, word.i, "prep")
    return words


def is_person(word: Word) -> bool:
    """Whether a word stands for a person's name."""
    return word.name is not None and word.name.type is EntityType.PERSON


def mend_persons(words: Words) -> Words:
    """A person is coordinated with a person, not with that one's country or office: "King X of A and President Y"."""
    for word in words:
        head = words[word.head]
        if word.dep == "conj" and head.dep == "appos" and is_person(word) and is_person(words[head.head]):
            hang(words, word.i, head.head, "conj")
            continue
        if word.dep == "appos" and head.dep == "pobj" and is_person(word) and not is_person(head):
            holder = words[words[head.head].head]  # "the Representative in Lima, X": X is no name of Lima's
            holder = words[words[holder.head].head] if holder.dep == "pobj" else holder
            if holder.text in lists().offices and holder.name is None:
                hang(words, word.i, holder.i, "appos")
            continue
        person = words[words[head.head].head]
        between = head.dep == "pobj" and words[head.head].lemma == "of"
        country = head.name is not None and head.name.type is EntityType.COUNTRY
        if word.dep == "conj" and between and country and is_person(word) and is_person(person):
            hang(words, word.i, person.i, "conj")
            if word.i + 1 < len(words) and words[word.i + 1].lemma == "of":
                hang(words, word.i + 1, word.i, "prep")
    return words


def mend_numbers(words: Words) -> Words:
    """A number word before a noun counts it: "Sixty states"."""
    for word in words:
        if word.dep == "amod" and word.head > word.i and word.text.lower() in (*NUMBERS, *SCALES):
            words[word.i] = replace(word, pos="NUM", tag="CD", dep="nummod")
    return words


PARTS = ("paragraph", "article", "section", "chapter", "annex", "page", "clause")


def mend_parts(words: Words) -> Words:
    """A part of a document before its number is a noun: "paragraphs 8 and 9"."""
    for word in words:
        numbered = word.i + 1 < len(words) and words[word.i + 1].tag == "CD"
        if word.pos == "VERB" and word.lemma in PARTS and numbered:
            words[word.i] = replace(word, pos="NOUN", tag="NNS")
    return words


REPAIRS: tuple[Callable[[Words], Words], ...] = (
    mend_hidden_verb,
    mend_prepositions,
    mend_pairs,
    mend_ranges,
    mend_examples,
    mend_attributes,
    mend_infinitives,
    mend_agreement,
    mend_company,
    mend_particular,
    mend_offices,
    mend_persons,
    mend_numbers,
    mend_parts,
)
