"""Mends in a parse: what belongs to a name."""

from dataclasses import replace
from itertools import pairwise

from graph.extract.cues import cues
from graph.extract.parse import Word
from graph.extract.people import LANDS, PARTS
from graph.extract.trees import NOUNS, Words, child_of, hand_over, hang, has_own, is_named, is_person, where
from graph.extract.words import words as lists
from graph.model import EntityType

KIN = frozenset(
    {"daughter", "son", "wife", "widow", "widower", "husband", "brother", "sister", "heir", "mother", "father", "niece"}
)


@where("appos", "of", KIN)
def mend_kin(words: Words) -> Words:
    """Whose daughter or heir one is, is told of the person and of no place: "the Duke of Orsa, son of a miller"."""
    for word in words[3:]:
        place = words[word.head]
        of = words[place.head]
        holder = words[of.head]
        titled = place.dep == "pobj" and of.lemma == "of" and holder.pos in NOUNS and holder.i < of.i
        if word.dep == "appos" and word.lemma in KIN and titled and place.pos == "PROPN":
            hang(words, word.i, holder.i, "appos")
    return words


@where("relcl", "conj", ("first", "last", "only", "youngest", "oldest"))
def mend_second_ranks(words: Words) -> Words:
    """What somebody else is, was not done: "the first woman to climb X and the author of Y" climbed no author."""
    for other in words[4:]:
        thing = words[other.head]
        deed = words[thing.head]
        first = words[deed.head]
        ranked = deed.dep == "relcl" and thing.dep == "dobj" and first.dep == "attr" and words[first.head].lemma == "be"
        person = other.lemma in lists().callings and thing.pos == "PROPN" and other.pos == "NOUN"
        if other.dep == "conj" and ranked and person:
            joint = child_of(words, thing.i, "cc", start=thing.i, end=other.i)
            hang(words, other.i, first.i, "conj")
            if joint is not None:
                hang(words, joint.i, first.i, "cc")
    return words


@where("compound", "PROPN")
def mend_lands_of_persons(words: Words) -> Words:
    """A country's name right behind a given name, or before a surname, is a person's: "Ann Jordan", "Israel Katz"."""
    for given, surname in pairwise(words):
        if given.dep != "compound" or given.head != surname.i or given.pos != "PROPN" or surname.pos != "PROPN":
            continue
        last = is_land(surname) and given.name is None and given.label == "PERSON" and given.text not in PARTS
        first = is_land(given) and surname.name is None and surname.label == "PERSON"
        if last or first:
            for word in (given, surname):
                words[word.i] = replace(word, name=None, label="PERSON")
    return words


def is_land(word: Word) -> bool:
    """Whether a word is the name of a country or a region, as it is written."""
    return word.name is not None and word.name.type in LANDS and word.name.found_by == "gazetteer"


@where("npadvmod", "PROPN")
def mend_bare_objects(words: Words) -> Words:
    """A proper name right behind a verb without an object is its object, no measure: "sued Oracle"."""
    for word in words:
        verb = words[word.head]
        behind = (
            word.dep == "npadvmod" and verb.pos == "VERB" and all(w.head == word.i for w in words[verb.i + 1 : word.i])
        )
        if not behind or word.pos != "PROPN" or word.i < verb.i or word.label not in ("ORG", "PERSON", "GPE", "NORP"):
            continue
        if not any(w.head == verb.i and w.dep in ("dobj", "nsubjpass", "auxpass") for w in words):
            hang(words, word.i, verb.i, "dobj")
    return words


@where(("in", "at"))
def mend_places_of_people(words: Words) -> Words:
    """A place behind a person is where they are met, no part of their name: "met with X in Lima"."""
    for word in words:
        if word.dep != "prep" or word.lemma not in ("in", "at"):
            continue
        noun = words[word.head]
        person = noun.name.type is EntityType.PERSON if noun.name else noun.label == "PERSON" and noun.pos == "PROPN"
        if not person or noun.dep not in ("pobj", "dobj", "conj"):
            continue
        above = noun.head
        while above != words[above].head and words[above].pos in ("ADP", *NOUNS):
            above = words[above].head
        if words[above].pos == "VERB" and above < word.i:
            hang(words, word.i, above, "prep")
    return words


@where(("of", "for"), ",")
def mend_offices(words: Words) -> Words:
    """An office behind a name and a comma tells what that one is: "X, Prime Minister of Y,"."""
    offices = lists().offices
    for word in words:
        if word.text not in offices or word.name is not None or word.i + 1 >= len(words):
            continue
        start = word.i
        while start and words[start - 1].head == word.i and words[start - 1].dep in ("compound", "amod", "det"):
            start -= 1
        behind = start > 1 and words[start - 1].text == ","
        before = words[start - 2] if behind else None
        if before is None or words[word.i + 1].lemma not in ("of", "for", "to"):
            continue
        target = next((w for w in words if w.head == word.i + 1 and w.dep == "pobj"), None)
        if target is None or target.label == "PERSON" or is_person(target):
            continue  # "X, Speaker of Parliament Y": the next item of a list
        if (is_person(before) or (before.name is None and before.label == "PERSON")) and before.head != word.i:
            hang(words, word.i, before.i, "appos")
            hang(words, word.i + 1, word.i, "prep")
    return words


@where(("appos", "conj"), ("of", "for"), "PROPN")
def mend_bearers_of_offices(words: Words) -> Words:
    """A name behind an office and its comma is its bearer's, not what the office is for: "Minister of Trade, X"."""
    for word in words[4:]:
        if word.dep not in ("appos", "conj"):
            continue
        theme = words[word.head]
        prep = words[theme.head]
        office = words[prep.head]
        held = theme.dep == "pobj" and prep.lemma in ("of", "for") and office.text in lists().offices
        listed = any(w.dep == "cc" for w in words[theme.i : word.i])
        bare = held and not listed and is_named(word) and theme.name is None
        if bare and words[theme.i + 1].text == ",":
            hang(words, word.i, office.i, "appos")
    return words


POSTED = ("Ambassador", "Envoy", "Representative", "Delegate", "Consul", "Commissioner", "ambassador", "envoy")


@where("of", "to", POSTED)
def mend_posts_abroad(words: Words) -> Words:
    """Where an ambassador is sent belongs to the office: "met the Ambassador of Kenya to France"."""
    for to in words[4:]:
        state = words[to.i - 1]
        of = words[state.head]
        office = words[of.head]
        posted = office.text in POSTED and of.lemma == "of" and state.dep == "pobj"
        if to.lemma == "to" and to.dep == "prep" and posted and to.head == office.head:
            hang(words, to.i, office.i, "prep")
    return words


@where(("appos", "of"), ("appos", "conj"))
def mend_persons(words: Words) -> Words:
    """A person is coordinated with a person, not with that one's country or office: "King X of A and President Y"."""
    for word in words:
        if word.dep not in ("conj", "appos") or not is_person(word):
            continue
        head = words[word.head]
        if word.dep == "conj" and head.dep == "appos" and is_person(words[head.head]):
            hang(words, word.i, head.head, "conj")
            continue
        if word.dep == "appos" and head.dep == "pobj" and not is_person(head):
            holder = words[words[head.head].head]  # "the Representative in Lima, X": X is no name of Lima's
            holder = words[words[holder.head].head] if holder.dep == "pobj" else holder
            if holder.text in lists().offices and holder.name is None:
                hang(words, word.i, holder.i, "appos")
            continue
        person = words[words[head.head].head]
        between = head.dep == "pobj" and words[head.head].lemma == "of"
        country = head.name is not None and head.name.type is EntityType.COUNTRY
        if word.dep == "conj" and between and country and is_person(person):
            hang(words, word.i, person.i, "conj")
            if word.i + 1 < len(words) and words[word.i + 1].lemma == "of":
                hang(words, word.i + 1, word.i, "prep")
    return words


@where(("appos", "conj"))
def mend_callings(words: Words) -> Words:
    """What a person is, without an article right before the name, goes with it: "founder and owner Liv Berg"."""
    for name in list(words):
        noun = words[name.head]
        if name.dep not in ("appos", "conj") or not is_person(name) or not noun.i < name.i or noun.name is not None:
            continue
        between = words[noun.i + 1 : name.i]
        bare = not has_own(words, noun.i, "det", "poss") and noun.text.lower() in lists().callings
        joined = [w for w in between if w.dep == "cc"]
        close = all(w.pos in ("NOUN", "ADJ", "PROPN") and w.name is None for w in between if w.dep != "cc")
        if not (bare and close and len(joined) == (name.dep == "conj")) or (joined and name.i - joined[0].i < 2):
            continue
        hang(words, name.i, name.i if noun.dep == "ROOT" else noun.head, noun.dep)
        hand_over(words, noun.i, name.i, start=name.i)
        hang(words, noun.i, name.i, "compound")
    return words


@where("appos", "PROPN")
def mend_names_before(words: Words) -> Words:
    """A capitalised noun right behind a name, with no comma between, is what the name belongs to: "EU Water Appeal"."""
    for word in words:
        name = words[word.head]
        if word.dep != "appos" or word.pos != "PROPN" or word.name is not None or name.name is None or name.i > word.i:
            continue
        between = words[name.i + 1 : word.i]
        if all(w.head == word.i and w.dep in ("compound", "amod") for w in between):
            hang(words, word.i, name.head if name.head != name.i else word.i, name.dep)
            hand_over(words, name.i, word.i)
            hang(words, name.i, word.i, "compound")
    return words


@where("appos", ",")
def mend_addresses(words: Words) -> Words:
    """Whom a speaker addresses first does not do what is said then: "Mr. President, the model is unfair"."""
    comma = next((w.i for w in words[:6] if w.text == ","), 0)
    addressed = words[:comma]
    if not addressed or any(w.name is not None or w.text.lower() not in cues()["nouns.addressed"] for w in addressed):
        return words
    called = next((w for w in addressed if w.dep in ("nsubj", "nsubjpass")), None)
    meant = next((w for w in words if called and w.head == called.i and w.dep == "appos"), None)
    if called is not None and meant is not None:
        hang(words, meant.i, called.head, called.dep)
        hang(words, called.i, called.head, "npadvmod")
    return words


@where("&", "conj")
def mend_firms(words: Words) -> Words:
    """Capitalised words on both sides of "&" are one name: "Miller & Sons", "Hydro & Nuclear Power"."""
    for mark in list(words[1:-1]):
        first = words[mark.i - 1]
        behind = child_of(words, first.i, "conj", start=mark.i) if mark.text == "&" else None
        if behind is None or first.name is not None:
            continue
        inside = [first, *words[mark.i + 1 : behind.i + 1]]
        if any(not word.text[:1].isupper() or word.name is not None for word in inside):
            continue
        hang(words, behind.i, first.head if first.head != first.i else behind.i, first.dep)
        hand_over(words, first.i, behind.i)
        hang(words, first.i, behind.i, "compound")
        hang(words, mark.i, behind.i, "compound")
        words[behind.i] = replace(words[behind.i], pos="PROPN", tag="NNP")
        words[mark.i] = replace(words[mark.i], pos="PROPN", tag="NNP")
    return words


@where("of", ("state", "government"), ("nmod", "compound"))
def mend_heads(words: Words) -> Words:
    """Heads of state are one office, also where others are named with them: "heads of state and world leaders"."""
    for word in list(words):
        of = words[word.i - 1] if word.i > 1 else word
        heads = words[of.head]
        office = word.lemma in ("state", "government") and word.dep in ("nmod", "compound") and of.lemma == "of"
        others = words[word.head]
        if not office or heads.lemma != "head" or others.dep != "pobj" or others.head != of.i or others.i < word.i:
            continue
        hang(words, word.i, of.i, "pobj")
        hang(words, others.i, heads.i, "conj")
        for other in list(words[word.i + 1 : others.i]):
            if other.head == word.i:
                joint = other.dep == "cc"
                hang(words, other.i, heads.i if joint else others.i, "cc" if joint else "compound")
    return words
