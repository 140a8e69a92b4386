"""Mends in a parse: what was made with a focus, and where a list behind a preposition belongs."""

from dataclasses import replace

from graph.extract.parse import Word
from graph.extract.trees import (
    NOUNS,
    Words,
    child_of,
    first_of,
    hand_over,
    hang,
    has_own,
    is_named,
    join_to,
    make_subject,
    noun_above,
    root_of,
    where,
)

# Participles of what people make for a purpose or about a subject: no country is "intended" or "entitled".
MEANT = ("intend", "design", "aim", "mean", "dedicate", "entitle", "title", "tailor", "focus", "center")


def made_before(words: Words, name: Word) -> Word | None:
    """The common noun with a phrase behind it that ends in a name: "agreement" in "signed an agreement with X"."""
    prep, thing = words[name.head], noun_above(words, name)
    fits = (
        name.dep == "pobj" and prep.dep == "prep" and prep.lemma != "of" and thing.pos == "NOUN" and thing.name is None
    )
    return thing if fits and thing.i < name.i else None


@where(("VBD", "VBN"), "pobj", "dobj")
def mend_focused_things(words: Words) -> Words:
    """A participle right behind the name of a place tells what is held there: "a meeting in X focused on trade"."""
    for word in words[1:]:
        if word.lemma not in MEANT:
            continue
        place = words[word.i - 1]
        past = word.tag in ("VBD", "VBN") and word.dep in ("conj", "advcl", "ccomp")
        led = any(w.head == word.i and w.dep == "prep" and w.i == word.i + 1 for w in words[word.i : word.i + 2])
        if not past or not led or not is_named(place) or has_own(words, word.i, "nsubj", "nsubjpass", "aux"):
            continue
        thing = made_before(words, place)
        if thing is not None:
            words[word.i] = replace(word, tag="VBN")
            hang(words, word.i, thing.i, "acl")
    return words


@where("prep", "nsubj", ("VBZ", "VBP"))
def mend_lists_between(words: Words) -> Words:
    """The list behind "between" ends before the verb, which is its noun's: "ties between A, B and C help Peru"."""
    for last in words:
        verb = words[last.head]
        joined = last.dep == "nsubj" and is_named(last) and last.i > 1 and verb.tag in ("VBZ", "VBP")
        if not joined or verb.i < last.i:
            continue
        start = last.i - 1 if words[last.i - 1].dep == "det" else last.i
        first = next(
            (w for w in words[: last.i] if w.dep == "pobj" and words[w.head].lemma in ("between", "among")), None
        )
        if first is None or words[start - 1].text.lower() != "and":
            continue
        noun, between = words[words[first.head].head], words[first.i : start]
        listed = all(is_named(w) or w.pos in ("DET", "PUNCT", "CCONJ", "ADP") for w in between)
        singular = noun.tag == "NN" and verb.tag == "VBZ"
        governed = noun.dep == "dobj" and verb.dep == "conj" and verb.head == noun.head
        if not listed or not governed or noun.pos not in NOUNS or not (singular or noun.tag == "NNS"):
            continue
        hang(words, verb.i, noun.head, "ccomp")
        hang(words, noun.i, verb.i, "nsubj")
        join_to(words, last.i, first.i, words[start - 1])
        if words[start - 2].text == ",":
            hang(words, start - 2, first.i, "punct")
        for word in words[: noun.i]:
            if word.head == noun.i and word.text.lower() == "that":
                words[word.i] = replace(word, pos="SCONJ", tag="IN")
                hang(words, word.i, verb.i, "mark")
    return words


# Nouns of what is done about several things: the list behind their "on" is of those.
ABOUT = (
    "cooperation",
    "coordination",
    "collaboration",
    "dialogue",
    "discussion",
    "talk",
    "work",
    "engagement",
    "exchange",
)


LISTING = ("between", "among", "on", "about")  # prepositions that open a list


@where(LISTING, ",")
def mend_listed_topics(words: Words) -> Words:
    """The list that a preposition opens goes on behind it: "ties among A, B, and C", "cooperation on A, B, and C"."""
    for noun in list(words):
        if noun.pos != "NOUN" or noun.name is not None:
            continue
        first = next((w for w in words[noun.i :] if w.dep == "pobj" and opens_list(words, noun, words[w.head])), None)
        comma = first is not None and first.i + 1 < len(words) and words[first.i + 1].text == ","
        if first is None or not comma or has_own(words, first.i, "conj"):
            continue
        members = [w for w in words[first.i :] if w.head == noun.i and w.dep in ("conj", "appos")]
        heads = {noun.i, *(m.i for m in members)}
        closed = any(w.dep == "cc" and w.head in heads for w in words[first.i :])
        if not closed or not members or not all(m.pos in NOUNS for m in members):
            continue
        for word in words[first.i :]:
            if word.head == noun.i and word.dep in ("conj", "appos", "cc", "punct"):
                hang(words, word.i, first.i, "conj" if word.dep == "appos" else word.dep)
    return words


def opens_list(words: Words, noun: Word, prep: Word) -> bool:
    """Whether a preposition behind a noun asks for several, or tells what a common work is about."""
    several = prep.lemma in ("between", "among")
    about = prep.lemma in ("on", "about") and noun.lemma in ABOUT
    return prep.head == noun.i and prep.dep == "prep" and (several or about)


@where("VBG", "conj", "VB", "cc")
def mend_gerunds_behind_infinitives(words: Words) -> Words:
    """A gerund behind "and" is no partner of an infinitive: "to expand work on A and promoting B" is work on both."""
    for word in words:
        verb = words[word.head]
        joined = word.tag == "VBG" and word.dep == "conj" and words[word.i - 1].text.lower() in ("and", "or")
        if not joined or verb.tag != "VB" or verb.i > word.i or has_own(words, word.i, "nsubj", "aux"):
            continue
        within = [w for w in words[verb.i : word.i] if w.dep == "pobj" or (w.dep == "conj" and w.pos == "NOUN")]
        if within and words[within[-1].head].i > verb.i:
            hang(words, word.i, within[-1].i, "conj")
    return words


@where("attr", "conj", "of")
def mend_supported_things(words: Words) -> Words:
    """What is coordinated behind "a supporter of A" is supported too, where it is nobody: "and the work of B"."""
    for thing in words:
        holder = words[thing.head]
        agent = holder.dep == "attr" and holder.lemma in ("supporter", "defender", "advocate", "promoter", "proponent")
        if not agent or thing.dep != "conj" or thing.pos != "NOUN" or thing.lemma.endswith(("er", "or", "ist")):
            continue
        behind = (w for w in words[holder.i : thing.i] if w.dep == "pobj" and words[w.head].head == holder.i)
        target = next((w for w in behind if words[w.head].lemma == "of"), None)
        if target is not None:
            hang(words, thing.i, target.i, "conj")
    return words


@where(LISTING, "conj", ",")
def mend_list_commas(words: Words) -> Words:
    """The comma before a member of the list behind "among" or "on" is the list's, not the verb's: "among A, B, C"."""
    for member in list(words):
        one = words[member.head]
        listing = words[one.head].lemma in LISTING
        if member.dep != "conj" or one.dep != "pobj" or not listing or member.pos not in NOUNS or member.i < one.i:
            continue
        comma = words[first_of(words, member.i) - 1]
        if comma.text == "," and comma.i > one.i and not one.i <= comma.head < member.i:
            hang(words, comma.i, one.i, "punct")
    return words


@where("conj", "pobj", "of", "the")
def mend_paired_nouns(words: Words) -> Words:
    """Two bare nouns with an article each that share an "of" are one pair: "true to the spirit and the letter of X"."""
    for thing in words[4:]:
        if thing.dep not in ("conj", "dobj", "attr") or words[thing.i - 1].text != "the":
            continue
        before = [w.text.lower() for w in words[thing.i - 4 : thing.i]]
        one = words[thing.i - 3]
        paired = before[0] == before[3] == "the" and before[2] == "and" and one.dep == "pobj" and one.pos == "NOUN"
        owned = any(w.head == thing.i and w.lemma == "of" for w in words[thing.i : thing.i + 2])
        if paired and owned and thing.head != one.i:
            join_to(words, thing.i, one.i, words[thing.i - 2])
    return words


@where("prep", "since", ("JJS", "RBS"))
def mend_superlatives(words: Words) -> Words:
    """Since when a thing is the most is not since when it happened: "fell to the lowest level since 1991"."""
    for word in words[2:]:
        noun = words[word.i - 1]
        verb = words[word.head]
        most = any(w.head == noun.i and w.tag in ("JJS", "RBS") for w in words)
        if word.lemma == "since" and word.dep == "prep" and verb.pos == "VERB" and noun.pos == "NOUN" and most:
            hang(words, word.i, noun.i, "prep")
    return words


FINITE = ("VBD", "VBZ", "VBP", "MD")


@where(FINITE, ("conj", "appos"), "pobj", ",")
def mend_titled_openings(words: Words) -> Words:
    """Who stands between an opening and the verb is its subject: "Today in X, A and B met", "In view of Y, A is …"."""
    verb = words[root_of(words)]
    finite = verb.tag in FINITE or any(w.head == verb.i and w.dep == "aux" and w.tag in FINITE for w in words)
    if not finite or has_own(words, verb.i, "nsubj", "nsubjpass", "expl"):
        return words
    for word in words[1 : verb.i]:
        place, comma = words[word.head], words[first_of(words, word.i) - 1]
        joined = word.dep == "conj" or (word.dep == "appos" and place.pos == "NOUN")
        opened = joined and place.dep == "pobj" and comma.text == "," and comma.i > place.i
        if not opened or not is_named(word):
            continue
        told = [w for w in words[: verb.i] if w.pos in ("VERB", "AUX") and w.head != verb.i]
        inside = words[0].pos == "ADP" and all(w.i < comma.i and w.tag not in FINITE for w in told)
        if not told or inside:
            make_subject(words, word.i, verb.i)
            return words
    return words


FOUNDERS = ("member", "partner", "signatory", "state")


@where("found", "VBG", "aux", "dobj")
def mend_founding_members(words: Words) -> Words:
    """Who are founding members found no members: "Norway and Peru are founding members of X"."""
    for word in list(words):
        noun = child_of(words, word.i, "dobj", start=word.i)
        be = next((w for w in words[: word.i] if w.head == word.i and w.dep == "aux" and w.lemma == "be"), None)
        if word.tag != "VBG" or word.lemma != "found" or noun is None or be is None or noun.lemma not in FOUNDERS:
            continue
        hang(words, be.i, be.i if word.head == word.i else word.head, word.dep)
        hand_over(words, word.i, be.i)
        words[word.i] = replace(word, pos="ADJ", tag="JJ", lemma="founding", head=noun.i, dep="amod")
        hang(words, noun.i, be.i, "attr")
    return words
