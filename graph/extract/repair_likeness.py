"""Mends in a parse: phrases and papers that go on with what is like them, and what a place or a noun cannot be."""

from dataclasses import replace

from graph.extract.cues import cues
from graph.extract.repair_members import is_deed_of, is_place
from graph.extract.trees import NOUNS, Words, child_of, hang, has_own, join_to, takes_to, where
from graph.extract.words import are_people
from graph.extract.words import words as lists

# What a place is; another noun with "a" behind its name is beside what is in the place.
LANDS = frozenset(
    {"city", "town", "village", "capital", "country", "state", "nation", "region", "province", "district", "port"}
    | {"island", "area", "suburb", "territory", "republic", "county", "base", "camp", "stronghold", "hub", "place"}
    | {"neighbour", "neighbor", "member", "partner", "destination", "democracy", "economy", "resort", "settlement"}
    | {"home", "seat", "part", "site", "location", "power", "kingdom", "community", "municipality", "peninsula"}
)


@where(("and", "or"), "prep", "ADP", "pobj")
def mend_second_prepositions(words: Words) -> Words:
    """A preposition behind "and" goes on with the same one before: "concern at the raid, and at the killing of X"."""
    for second in words[4:]:
        joint = words[second.i - 1]
        verb = words[second.head]
        if second.pos != "ADP" or second.dep != "conj" or joint.dep != "cc" or verb.pos not in ("VERB", "AUX"):
            continue
        thing = child_of(words, verb.i, "dobj", start=verb.i, end=second.i)
        felt = thing is not None and thing.lemma in cues()["nouns.light"] | cues()["nouns.feelings"]
        reason = second.text == "for" and words[second.i + 1].tag == "VBG"  # "thanks X for Y, and for having freed Z"
        holders = {verb.i} if thing is None else {thing.i, verb.i} if felt or reason else {thing.i}
        before = [w for w in words[verb.i : second.i] if w.head in holders and w.dep == "prep"]
        others = [w for w in before if w.text not in (second.text, "since")]  # "from A to B, and from C"
        first = next((w for w in before if w.text == second.text), None) if not others else None
        if first is not None:
            if thing is not None and first.head == verb.i and first.i == thing.i + 1 and not reason:
                hang(words, first.i, thing.i, "prep")
            join_to(words, second.i, first.i, joint)
    return words


@where(",", ("and", "or"), "conj", "ADP", "PROPN")
def mend_place_series(words: Words) -> Words:
    """Places behind the same preposition are a series: "serve in Peru, in Chad and in Mali"."""
    for third in words[6:]:
        second = words[third.head]
        if third.pos != "ADP" or third.dep != "conj" or second.dep != "prep" or second.text != third.text:
            continue
        before = [w for w in words[: second.i] if w.head == second.head and w.dep == "prep" and w.text == second.text]
        if not before or words[second.i - 1].text != ",":
            continue
        ends = [child_of(words, p.i, "pobj", start=p.i) for p in (before[-1], second, third)]
        if all(e is not None and e.pos == "PROPN" for e in ends):
            hang(words, second.i, before[-1].i, "conj")
    return words


@where("appos", "pobj", ("a", "an"))
def mend_apposed_behind_places(words: Words) -> Words:
    """What no place can be is beside what is in the place: "the hub in Riga, a partnership between X and Y"."""
    for told in words[4:]:
        place = words[told.head]
        prep = words[place.head]
        thing = words[prep.head]
        apposed = told.dep == "appos" and told.pos == "NOUN" and place.dep == "pobj" and prep.text in ("in", "at")
        if not apposed or not is_place(place) or thing.pos not in NOUNS or thing.i > prep.i:
            continue
        article = child_of(words, told.i, "det", start=place.i)
        no_land = told.lemma not in LANDS and told.lemma not in lists().callings
        if no_land and article is not None and article.lemma in ("a", "an") and words[place.i + 1].text == ",":
            hang(words, told.i, thing.i, "appos")
    return words


GOVERNED = ("government", "people", "parliament", "authority", "leadership", "state", "governments", "peoples", "king")


@where("of", "conj", ("government", "people", "parliament", "leadership"))
def mend_governments_and_peoples(words: Words) -> Words:
    """Whose a government and a people are stands behind both: "thanked the Government and people of X"."""
    for of in words[4:-1]:
        second, joint = words[of.i - 1], words[of.i - 2]
        first = words[of.i - 3]
        pair = second.lemma.lower() in GOVERNED and first.lemma.lower() in GOVERNED and joint.lemma == "and"
        pair = pair and first.text[:1].isupper()  # in small letters the two are one phrase
        if of.text != "of" or of.dep != "prep" or not pair or second.head != first.i or of.head == second.i:
            continue
        hang(words, of.i, second.i, "prep")
    return words


@where(("and", "or"), "conj", "PROPN", "in")
def mend_second_places(words: Words) -> Words:
    """A land behind "and" right behind a land goes on with it: "displaced people in Peru and Chad"."""
    for second in words[5:]:
        joint, first = words[second.i - 1], words[second.i - 2]
        noun = words[second.head]
        between = noun.i < first.i and first.dep == "pobj" and words[first.head].head == noun.i
        if second.dep != "conj" or joint.dep != "cc" or not between or noun.tag != "NNS":
            continue
        if noun.name is None and is_place(second) and is_place(first):
            join_to(words, second.i, first.i, joint)
    return words


@where("relcl", "conj", ("which", "who", "that"), ("nsubj", "nsubjpass"))
def mend_second_relatives(words: Words) -> Words:
    """A clause with its own "which" behind "and" is of the same noun: "a cable which joins X and which Y insures"."""
    for clause in words[5:]:
        first = words[clause.head]
        led = any(
            w.head == clause.i and w.tag in ("WDT", "WP") and w.dep in ("nsubj", "nsubjpass", "dobj")
            for w in words[first.i : clause.i]
        )
        if clause.dep == "conj" and first.dep == "relcl" and led and first.head < first.i:
            hang(words, clause.i, first.head, "relcl")
    return words


@where(("dep", "dobj"), ",", "of", "pobj")
def mend_loose_deeds(words: Words) -> Words:
    """A deed behind a comma goes on with the deed before it: "call for a truce, the release of X and access to Y"."""
    for deed in words[4:]:
        verb, before = words[deed.head], words[deed.i - 1]
        loose = deed.dep == "dep" or (deed.dep == "dobj" and verb.lemma in ("call", "appeal"))
        if not loose or not is_deed_of(words, deed) or verb.pos != "VERB" or verb.i > deed.i:
            continue
        lead = [w for w in words[verb.i : deed.i] if w.head == verb.i and w.dep == "prep"]
        first = child_of(words, lead[-1].i, "pobj", start=lead[-1].i, end=deed.i) if lead else None
        comma = words[deed.i - 2] if before.dep == "det" else before
        if first is not None and first.pos == "NOUN" and comma.text == ",":
            join_to(words, deed.i, first.i, None)
            for other in list(words[deed.i + 1 :]):
                if other.head == deed.i and other.dep in ("cc", "conj"):
                    hang(words, other.i, first.i, other.dep)
    return words


# What people do and no trade or figure does, beside what verbs of speech say.
DECIDING = ("agree", "decide", "instruct", "pledge", "set", "call", "express", "resolve", "undertake", "urge", "task")


@where("that", "ccomp", "conj", ("VBD", "VBN"), "have")
def mend_decisions_behind_facts(words: Words) -> Words:
    """A decision is of who notes a fact, not of the fact: "A and B noted that trade had grown and set a target"."""
    for deed in words[6:]:
        fact = words[deed.head]
        main = words[fact.head]
        subject = child_of(words, fact.i, "nsubj", end=fact.i)
        perfect = any(w.head == fact.i and w.dep == "aux" and w.lemma == "have" for w in words[: fact.i])
        joined = deed.dep == "conj" and deed.tag in ("VBD", "VBN") and deed.lemma in DECIDING
        told = fact.dep == "ccomp" and main.tag == "VBD" and perfect and not has_own(words, deed.i, "aux")
        thing = subject is not None and subject.pos == "NOUN" and not are_people(subject.lemma) and subject.name is None
        if joined and told and thing and words[deed.i - 1].lemma in ("and", "then", "also"):
            words[deed.i] = replace(deed, tag="VBD")
            join_to(words, deed.i, main.i, child_of(words, fact.i, "cc", end=deed.i))
    return words


@where("that", "ccomp", "conj", ("VBP", "VB", "VBZ"), ("VBD", "VBN"))
def mend_stands_behind_facts(words: Words) -> Words:
    """A stand in the present goes on with one, not with a past that it notes: "we note that X left, and urge Y"."""
    for stand in words[5:]:
        past = words[stand.head]
        main = words[past.head]
        third = stand.tag == "VBZ" and main.tag == "VBZ"
        item = main.head == main.i and main.tag == "VB" and main.lemma in cues()["speech.performing"]
        alike = third or (stand.tag in ("VBP", "VB") and (main.tag == "VBP" or (item and not has_own(words, main.i))))
        joined = stand.dep == "conj" and alike and not has_own(words, stand.i, "aux")
        perfect = past.tag == "VBN" and has_own(words, past.i, "aux")
        noted = (past.tag == "VBD" or perfect) and past.dep == "ccomp" and main.i < past.i
        joint = words[stand.i - 1]
        if joined and noted and joint.lemma == "and" and not takes_to(words, stand.i):
            words[stand.i] = replace(stand, tag=main.tag)
            join_to(words, stand.i, main.i, joint)
    return words
