"""Mends in a parse: phrases and papers that go on with what is like them, and what a place or a noun cannot be."""

from dataclasses import replace

from graph.extract.cues import cues
from graph.extract.parse import Word
from graph.extract.repair_members import is_deed_of, is_place
from graph.extract.trees import NOUNS, Words, child_of, hang, has_object, has_own, join_to, takes_to, where
from graph.extract.words import words as lists

PAPERS = ("letter", "note", "communication", "message", "report", "statement", "memorandum", "request", "petition")
# What a paper does, in the present participle behind it: "the letter from X, requesting Y".
WRITTEN = (
    "request",
    "ask",
    "inform",
    "transmit",
    "convey",
    "state",
    "invite",
    "notify",
    "propose",
    "recommend",
    "seek",
)
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
        holders = {verb.i} if thing is None else {thing.i, verb.i} if felt else {thing.i}  # "thanks X for Y, and for Z"
        before = [w for w in words[verb.i : second.i] if w.head in holders and w.dep == "prep"]
        others = [w for w in before if w.text not in (second.text, "since")]  # "from A to B, and from C"
        first = next((w for w in before if w.text == second.text), None) if not others else None
        if first is not None:
            if thing is not None and first.head == verb.i and first.i == thing.i + 1:
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


@where(",", ("advcl", "conj", "acl"), "VBG", PAPERS)
def mend_writing_papers(words: Words) -> Words:
    """What a paper asks is told behind it and its author: "took note of the letter from X, requesting Y"."""
    for participle in words[4:]:
        verb = words[participle.head]
        told = participle.dep in ("advcl", "conj", "acl")
        written = participle.tag == "VBG" and told and participle.lemma in WRITTEN
        if not written or words[participle.i - 1].text != "," or verb.i > participle.i:
            continue
        if has_own(words, participle.i, "mark", "advmod"):
            continue
        things = [w for w in words[verb.i : participle.i] if w.head == verb.i and w.dep in ("dobj", "prep", "pobj")]
        paper = things[-1] if things else None
        if paper is not None and paper.dep == "prep":
            paper = child_of(words, paper.i, "pobj", start=paper.i)
        if paper is not None and paper.lemma in PAPERS and comes_from(words, paper):
            hang(words, participle.i, paper.i, "acl")
    return words


def comes_from(words: Words, paper: Word) -> bool:
    """Whether a paper tells from whom it is, itself or by its date: "the letter dated 3 May from X"."""
    dated = child_of(words, paper.i, "acl", start=paper.i)
    holders = {paper.i, dated.i if dated is not None else paper.i}
    return any(w.text in ("from", "by", "of") and w.head in holders and w.dep in ("prep", "agent") for w in words)


@where("VB", "dobj", ("nsubj", "nsubjpass"))
def mend_objects_in_base_form(words: Words) -> Words:
    """What is the object of a verb, without "to", is a noun: "will double trade between X and Y"."""
    for thing in words[1:]:
        before = words[thing.i - 1]
        bare = thing.tag == "VB" and thing.dep == "dobj" and thing.head < thing.i and before.i == thing.head
        if bare and not has_object(words, thing.i) and not has_own(words, thing.i, "aux", "nsubj", "xcomp", "ccomp"):
            words[thing.i] = replace(thing, pos="NOUN", tag="NN")
    return words


@where("which", "relcl", ("in", "for", "during"), ",")
def mend_in_which(words: Words) -> Words:
    """What happens "in which" happens in the deed, not in its place: "the attack in Lima, in which X died"."""
    for clause in words[5:]:
        place = words[clause.head]
        deed = words[words[place.head].head]
        if clause.dep != "relcl" or place.dep != "pobj" or not is_place(place) or deed.i > place.i:
            continue
        led = child_of(words, clause.i, "prep", start=place.i, end=clause.i)
        which = led is not None and any(w.head == led.i and w.text == "which" for w in words[led.i : clause.i])
        if which and led is not None and led.text in ("in", "for", "during") and deed.lemma in cues().nominals:
            hang(words, clause.i, deed.i, "relcl")
    return words


# Verbs beside those of giving whose taker may stand before what they give.
SECURING = ("guarantee", "allow", "afford", "accord", "assure")


@where("dobj", ("nmod", "compound"), "NNS")
def mend_takers_of_rights(words: Words) -> Words:
    """People between a verb of giving and a thing with its adjective are given it: "grants firms free access"."""
    for taker in words[2:-1]:
        gift = words[taker.head]
        verb = words[gift.head]
        inside = taker.dep in ("nmod", "compound") and gift.dep == "dobj" and verb.i < taker.i < gift.i
        if not inside or taker.tag != "NNS" or verb.lemma not in (*SECURING, *cues()["verbs.giving_to"]):
            continue
        people = taker.lemma in cues()["nouns.groups"] | lists().callings
        own = all(w.head in (taker.i, gift.i) for w in words[verb.i + 1 : taker.i])
        if not people or not own or taker.i + 1 == gift.i:
            continue
        for other in list(words[verb.i + 1 : taker.i]):
            hang(words, other.i, taker.i, other.dep)
        hang(words, taker.i, verb.i, "dative")
    return words


# Nouns for deeds, each with the verbs that do one: whose object a clause behind "of" tells of.
DONE = {
    "conduct": ("test", "exercise", "operation", "strike", "review", "survey", "trial", "raid", "campaign", "study"),
    "impose": ("ban", "embargo", "tariff", "sanction", "restriction", "tax", "duty", "fine", "blockade", "curfew"),
    "launch": ("attack", "strike", "raid", "offensive", "campaign", "appeal", "operation", "test", "programme"),
    "commit": ("massacre", "killing", "murder", "violation", "abuse", "attack", "crime", "genocide"),
    "lift": ("ban", "embargo", "tariff", "sanction", "restriction", "blockade", "curfew", "siege"),
    "carry": ("test", "attack", "strike", "raid", "killing", "review", "operation", "survey", "massacre"),
}


@where("relcl", "of", tuple(DONE))
def mend_deeds_done(words: Words) -> Words:
    """A deed is done, not what it is done to: "the test of a missile that X conducted" tells of the test."""
    for clause in words[4:]:
        done = DONE.get(clause.lemma, ())
        at = words[clause.head]
        if clause.dep != "relcl" or not done or at.lemma in done:
            continue
        gap = child_of(words, clause.i, "dobj", end=clause.i)
        if (gap is None or gap.tag not in ("WDT", "WP")) and has_object(words, clause.i):
            continue
        while at.dep in ("pobj", "prep") and not (at.pos == "NOUN" and at.lemma in done):
            at = words[at.head]
        if at.pos == "NOUN" and at.lemma in done and at.i < clause.i:
            hang(words, clause.i, at.i, "relcl")
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


@where("that", "ccomp", "conj", ("VBP", "VB", "VBZ"), "VBD")
def mend_stands_behind_facts(words: Words) -> Words:
    """A stand in the present goes on with one, not with a past that it notes: "we note that X left, and urge Y"."""
    for stand in words[5:]:
        past = words[stand.head]
        main = words[past.head]
        third = stand.tag == "VBZ" and main.tag == "VBZ"
        alike = third or (stand.tag in ("VBP", "VB") and main.tag == "VBP")
        joined = stand.dep == "conj" and alike and not has_own(words, stand.i, "aux")
        noted = past.tag == "VBD" and past.dep == "ccomp" and main.i < past.i
        joint = words[stand.i - 1]
        if joined and noted and joint.lemma == "and" and not takes_to(words, stand.i):
            words[stand.i] = replace(stand, tag=main.tag)
            join_to(words, stand.i, main.i, joint)
    return words
