"""When and where: the dates, periods, places and events that belong to a verb."""

from collections.abc import Sequence

from graph.extract.arguments import Reader
from graph.extract.changes import is_of_other
from graph.extract.clause_times import (
    DAYS,
    bound_of,
    bounded,
    dates,
    is_distance,
    is_rate,
    is_when,
    owner_of,
    time_qualifier,
    time_words,
)
from graph.extract.cues import cues
from graph.extract.parse import Sentence
from graph.extract.phrases import find_arguments
from graph.extract.prepositions import PLACES, is_of_body, is_place_phrase, is_time_phrase, is_where, place_of
from graph.extract.related import related_noun, where_of, where_word
from graph.extract.repair_carried import TAKING_PART
from graph.extract.tellings import kinds_of
from graph.model import EntityType, Mention, Qualifier, QualifierKind

TELLING = ("prep", "npadvmod", "tmod")  # what a word with a time under it is to its verb
CHARGING = ("accuse", "blame", "charge", "criticize", "criticise")
ON_WHAT = (EntityType.COUNTRY, EntityType.REGION)
WHERE = (EntityType.COUNTRY, EntityType.REGION, EntityType.PLACE, EntityType.EVENT)


def find_settings(
    reader: Reader, s: Sentence, verb: int, *, owners: Sequence[Mention] = ()
) -> tuple[Qualifier[Mention], ...]:
    """The time and place qualifiers of a verb's own clause, each kind in the order of the text.

    A phrase that the parser hung on a noun further down belongs to the verb all the same: "at the summit".
    """
    found: list[Qualifier[Mention]] = []
    taken: set[int] = set()
    for word in s.words:
        if word.dep not in TELLING or word.i in taken or owner_of(s, word.i) != verb:
            continue
        if is_of_judged(s, verb, word.i) or is_of_reason(s, verb, word.i) or is_of_other(s, verb, word.i):
            continue
        if is_of_rank(s, word.i):
            continue
        if word.dep == "prep" and is_time_phrase(s, word.i) and not of_noun(s, word.i) and word.lemma not in DESPITE:
            target = s.child(word.i, "pobj")
            if target is not None and not is_rate(s, target) and not is_of_coming(s, word.i):
                for date in dates(s, target):
                    taken.update(time_words(s, date))
                    found.append(bounded(time_qualifier(reader, s, date), bound_of(s, word.i, verb)))
        elif word.dep in ("npadvmod", "tmod") and is_when(s, word.i) and not is_distance(s, word.i):
            if is_of_coming(s, word.i):
                continue
            taken.update(time_words(s, word.i))
            found.append(time_qualifier(reader, s, word.i))
    for prep, target in find_places(s, verb):
        if is_of_participants(s, prep) or (is_of_judged(s, verb, prep) and not is_event(s, target)):
            continue
        places = find_arguments(reader, s, target, owners=owners)
        found.extend(Qualifier(kind=QualifierKind.PLACE, value=place.mention) for place in places)
    return tuple(found)


def is_of_coming(s: Sentence, i: int) -> bool:
    """Whether a date is that of an event before which a thing is done: "sign it before the Cebu summit next year".

    "Until the end of 2025" and "before December 2026" are times themselves.
    """
    first = s.subtree(i)[0]
    before = s.words[first - 1] if first else s.words[i]
    noun = s.words[s.words[i].head] if s.words[s.words[i].head].pos in ("NOUN", "PROPN") else before
    if before.pos not in ("NOUN", "PROPN") or noun.dep != "pobj" or noun.label in ("DATE", "TIME"):
        return False
    prep, next_ = s.words[noun.head], s.words[first].lemma == "next"
    spans = noun.lemma in ("end", "start", "beginning", "close", "year", "month", "week", "half", "quarter", "middle")
    return not spans and (prep.lemma == "before" or (prep.lemma in ("until", "after") and next_))


def is_rank(s: Sentence, i: int) -> bool:
    """Whether a word tells of which rank a thing before a comma is: "signed X, the first since 1999"."""
    word = s.words[i]
    the = i > 1 and s.words[i - 1].lemma == "the" and s.words[i - 1].head == i and s.words[i - 2].text == ","
    ordinal = word.label == "ORDINAL" or word.text in ("last", "latest")
    return the and ordinal and word.dep in ("appos", "npadvmod") and s.child(i, "prep") == i + 1


def is_of_rank(s: Sentence, i: int) -> bool:
    """Whether a time tells since when, or in how long, a thing is the first."""
    at = i
    while s.words[at].head != at and s.words[at].head < at:
        at = s.words[at].head
        if is_rank(s, at):
            return True
    return False


def find_places(s: Sentence, verb: int) -> list[tuple[int, int]]:
    """The phrases that say where a verb's own clause happens: (preposition, its noun), in the order of the text."""
    related = related_noun(s, verb)  # "the summit, at which X signed Y"
    front = [related] if related is not None and is_hall(s, *related) else []
    where = where_of(s, verb) if s.words[verb].lemma not in ("be", "have") else None
    if where is not None and is_spot(s, where):  # "the port, where X opened a base"
        front = [(where_word(s, verb), where)]
    return front + [
        (word.i, target)
        for word in s.words
        if word.dep == "prep" and owner_of(s, word.i) == verb and is_setting(s, word.i)
        if not is_time_phrase(s, word.i)
        and not is_of_body(s, word.i)
        and not is_of_thanks(s, verb, word.i)
        and not is_of_people(s, word.i)
        and not is_of_series(s, verb, word.i)
        and (target := place_of(s, word.i)) is not None
    ]


def is_of_series(s: Sentence, verb: int, prep: int) -> bool:
    """Whether a place is the first of several that a verb without an object reaches: "serve in X, in Y and in Z"."""
    more = any(s.words[c].text == s.words[prep].text for c in s.all_children(prep, "conj"))
    return more and s.child(verb, "dobj") is None


def is_spot(s: Sentence, noun: int) -> bool:
    """Whether a noun before "where" names a place: what is known for no other thing, "the Copperbelt region"."""
    name = s.words[noun].name
    if name is not None:
        return name.type in PLACES
    called = any(s.words[c].pos == "PROPN" for c in s.all_children(noun, "compound", "nmod"))
    at = s.prep(noun, "in") if noun else None  # "a training centre in Guayaquil, where 130 dogs graduate"
    town = s.child(at, "pobj") if at == noun + 1 else None
    told = town is not None and s.words[town].pos == "PROPN" and s.words[town + 1].text == ","
    return s.words[noun].pos == "PROPN" or told or (called and "land" in kinds_of(s.words[noun]))


def is_hall(s: Sentence, prep: int, noun: int) -> bool:
    """Whether a preposition leads to the event or the place that a noun names: "at which", of a summit."""
    name = s.words[noun].name
    where = s.words[prep].lemma.lower() in cues()["prepositions.place"]
    return where and name is not None and name.type in (EntityType.EVENT, EntityType.PLACE)


def is_of_people(s: Sentence, prep: int) -> bool:
    """Whether a phrase tells who people are: "the commitment of Ministers at the Lima Session" is theirs there."""
    people = s.words[prep - 1]
    owning = people.dep == "pobj" and s.words[people.head].lemma == "of"
    group = owning and people.tag in ("NNS", "NNPS")
    return group and (people.lemma in cues()["nouns.groups"] or people.text in cues()["nouns.assembled"])


def is_of_thanks(s: Sentence, verb: int, prep: int) -> bool:
    """Whether a place is within what somebody is thanked for: "thanked X for its work at the World Bank"."""
    before = (p for p in s.all_children(verb, "prep") if p < prep and s.words[p].lemma == "for")
    return s.words[verb].lemma in cues()["verbs.praising"] and next(before, None) is not None


def is_event(s: Sentence, noun: int) -> bool:
    """Whether a noun names an event."""
    name = s.words[noun].name
    return name is not None and name.type is EntityType.EVENT


DESPITE = ("despite", "notwithstanding")
REASONS = ("with", "despite", "given", "because", "following", "amid", "without", "through")


def is_of_reason(s: Sentence, verb: int, i: int) -> bool:
    """Whether a time is within what only accompanies a clause: "with the boom of recent years, we are open"."""
    at = i
    while s.words[at].head not in (at, verb):
        at = s.words[at].head
    compared = s.words[at].dep == "advmod" and s.words[at].lemma in ("up", "down")  # "16 ships, up from 10 in 2025"
    return at != i and (compared or (s.words[at].dep == "prep" and s.words[at].lemma in REASONS))


def is_of_judged(s: Sentence, verb: int, i: int) -> bool:
    """Whether a time or place behind an object that is only judged is that object's: "condemned the attack in May".

    A day as one speaks of it is the verb's: "discussed the attack today", "on Monday".
    """
    lemma = s.words[verb].lemma
    if lemma in CHARGING and is_of_charge(s, verb, i):
        return True
    if lemma not in cues()["verbs.judging"] and lemma not in cues()["verbs.reacting"]:
        return False
    thing = s.child(verb, "dobj")
    if thing is None:
        thing = next((p for p in s.all_children(verb, "prep") if s.words[p].lemma == "to" and p != i), None)
    return thing is not None and i >= thing and not any(s.words[w].lemma.lower() in DAYS for w in s.subtree(i))


def is_of_participants(s: Sentence, prep: int) -> bool:
    """Whether an event is where those named in an object take part: "welcomed the participation of X in Y"."""
    noun = s.words[s.words[prep].head]
    return s.words[prep].lemma in ("in", "at") and noun.lemma in TAKING_PART and noun.dep in ("dobj", "pobj", "conj")


def is_of_charge(s: Sentence, verb: int, i: int) -> bool:
    """Whether a time is that of what somebody is accused of: "accused X of shelling Y on Monday"."""
    at = i
    while s.words[at].head not in (at, verb):
        at = s.words[at].head
    return at != i and s.words[at].lemma in ("of", "for") and s.child(at, "pcomp") is not None


def is_setting(s: Sentence, prep: int) -> bool:
    """Whether a prepositional phrase says where its verb happens."""
    if is_place_phrase(s, prep):
        return True
    target = s.child(prep, "pobj")
    verb = owner_of(s, prep)
    name = s.words[target].name if target is not None else None
    # "security in Asia" is a kind of security; "launched the Initiative in Asia" tells where.
    above = s.words[prep].head
    close = above == verb or (s.words[above].name is not None and s.words[above].head == verb)
    holder = above if s.words[above].dep == "pcomp" else verb  # "is committed to building ports in Peru"
    near = close or holder == above
    transitive = near and holder is not None and s.child(holder, "dobj", "nsubjpass") is not None
    borne = s.words[prep].lemma == "on" and name is not None and name.type in ON_WHAT  # "a tax on Peru"
    where = name is not None and name.type in WHERE and not borne
    met = near and holder is not None and s.words[holder].lemma in cues()["verbs.meeting"]
    if name is None and target is not None and is_where(s, prep):  # "signed the treaty in Doha"
        return (transitive or met) and s.words[target].pos == "PROPN"
    return where and transitive and s.words[prep].lemma in ("in", "at", "on", "during")


def of_noun(s: Sentence, prep: int) -> bool:
    """Whether a date tells which one a noun is, not when something happens: "the realities of 1945"."""
    above = s.words[s.words[prep].head]
    lasting = above.lemma == "time" and s.child(above.i, "amod") is not None  # "for the first time in seven years"
    lasting = lasting or is_of_span(s, prep) or is_of_paper(s, prep)
    return lasting or (s.words[prep].lemma == "of" and above.pos in ("NOUN", "PRON", "PROPN"))


# What is often called by its date, as documents are.
PAPERS = frozenset(
    {"figure", "datum", "pact", "accord", "deal", "report", "survey", "study", "estimate", "census", "image", "draft"}
)


def is_of_paper(s: Sentence, prep: int) -> bool:
    """Whether a date tells which of several papers one is: "replaces a declaration of intent from 2021"."""
    target, before = s.child(prep, "pobj"), s.words[prep - 1]
    if s.words[prep].lemma != "from" or target is None or s.words[target].label != "DATE" or before.pos != "NOUN":
        return False
    of = s.words[before.head]
    nouns = {before.lemma, s.words[of.head].lemma if before.dep == "pobj" and of.lemma == "of" else ""}
    after = s.words[s.subtree(target)[-1] + 1 :][:1]
    ranged = any(w.lemma in ("to", "until", "till", "onward", "onwards", "through") for w in after)
    new = s.words[noun_verb(s, prep)].lemma in ("replace", "supersede", "repeal", "amend", "update")
    return not ranged and (new or not nouns.isdisjoint(cues()["nouns.documents"] | PAPERS))


def noun_verb(s: Sentence, prep: int) -> int:
    """The verb that is above a phrase, over the nouns between."""
    at = prep
    while s.words[at].head != at and s.words[at].pos != "VERB":
        at = s.words[at].head
    return at


def is_of_span(s: Sentence, prep: int) -> bool:
    """Whether a phrase tells in how long a thing is the first, or the worst: "the worst famine in 20 years"."""
    target, above = s.child(prep, "pobj"), s.words[prep].head
    span = target is not None and s.words[target].lemma in ("year", "decade", "century", "month", "week")
    ranked = any(s.words[a].tag == "JJS" or s.words[a].lemma == "first" for a in s.all_children(above, "amod"))
    return span and ranked and s.words[prep].lemma == "in"
