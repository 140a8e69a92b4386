"""What a prepositional phrase is: a time, a place, an adverb, or what carries a noun's name on."""

import re

from graph.extract.cues import cues
from graph.extract.parse import Sentence
from graph.extract.words import words
from graph.model import EntityType

ACTORS = (EntityType.COUNTRY, EntityType.ORGANIZATION, EntityType.PERSON, EntityType.GROUP, EntityType.ROLE)

CARRYING = frozenset(
    {"of", "for", "on", "to", "between", "among", "with", "in", "from"}
    | {"against", "towards", "toward", "under", "over", "across"}
)
# Prepositions of two words: "because of", "ahead of", "north of".
COMPASS = ("north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest")
TWOFOLD = ("because", "due", "owing", "thanks", "according", "ahead", "instead", "out", "regardless", *COMPASS)


# Nouns that look into something: "an investigation into the deaths".
PROBES = ("investigation", "inquiry", "enquiry", "probe", "research", "insight", "study", "look")


def carries_on(s: Sentence, prep: int) -> bool:
    """Whether a prepositional phrase belongs to a noun's name."""
    lemma = s.words[prep].lemma
    own = lemma == "with" and reaches_actor(s, prep)
    if lemma == "into" and s.words[s.words[prep].head].lemma in PROBES:
        return True
    if lemma == "at" and is_post(s, prep):
        return True
    return lemma in CARRYING and not own and (lemma == "of" or not is_time_phrase(s, prep))


def is_post(s: Sentence, prep: int) -> bool:
    """Whether "at" tells where people work: "researchers at the University of Tartu"."""
    noun, target = s.words[s.words[prep].head], s.child(prep, "pobj")
    name = s.words[target].name if target is not None else None
    people = noun.lemma in words().callings | {"scholar", "expert", "scientist", "staff", "fellow"}
    return people and noun.i == prep - 1 and name is not None and name.type is EntityType.ORGANIZATION


def reaches_actor(s: Sentence, prep: int) -> bool:
    """Whether a preposition governs a name or a group of actors, which is then an argument of its own."""
    target = s.child(prep, "pobj")
    if target is None:
        return False
    word = s.words[target]
    plural = word.lemma in cues()["nouns.groups"] and word.tag == "NNS"
    return plural or (word.name is not None and word.name.type in ACTORS)


LENGTHS = ("year", "month", "week", "day", "decade", "hour", "quarter", "fortnight", "minute")


def is_time_phrase(s: Sentence, prep: int) -> bool:
    """Whether a preposition governs a date or a period."""
    target = s.child(prep, "pobj")
    share = s.words[s.words[prep].head].lemma == "account" and s.words[prep].lemma == "for"  # "for a quarter of X"
    if share:
        return False
    # "rose to 70 years": a length that is reached is no time.
    reached = s.words[prep].lemma in ("to", "by") and target is not None and s.child(target, "nummod") is not None
    if (
        target is not None and s.words[prep].lemma == "by" and s.words[target].lemma in LENGTHS
    ):  # "extended it by a day"
        reached = reached or any(s.words[d].lemma in ("a", "an", "another") for d in s.all_children(target, "det"))
    if reached and target is not None and s.words[target].lemma in LENGTHS:
        return False
    run = target is not None and s.words[target].lemma in ("term", "run") and s.child(target, "amod", "compound")
    if run and s.words[run].lemma in ("long", "short", "medium", "near", "longer", "shorter"):
        return True
    if target is not None and s.words[prep].lemma in ("by", "before", "until") and is_next(s, target):
        return True
    if target is not None and any((s.words[a].lemma, s.words[target].lemma) in LATER for a in s.children[target]):
        return True
    if target is not None and s.words[prep].lemma == "on" and DAY.fullmatch(s.words[target].text):
        return s.words[target].name is None  # "on the 9th"
    return (
        target is not None
        and (
            s.words[target].label in ("DATE", "TIME")
            or s.words[target].lemma in ("year", "month", "week", "day", "decade")
        )
        and s.words[target].name is None
    )


def is_next(s: Sentence, noun: int) -> bool:
    """Whether a meeting is the next one, which is when: "by our next session"."""
    coming = (s.words[a].lemma for a in s.all_children(noun, "amod"))
    return s.words[noun].lemma in ("meeting", "session", "summit", "conference") and any(a in COMING for a in coming)


DAY = re.compile(r"\d{1,2}(?:st|nd|rd|th)")
# "in due course", "at a later stage"
LATER = frozenset({("due", "course"), ("later", "stage"), ("later", "date"), ("late", "stage"), ("late", "date")})
COMING = ("next", "forthcoming", "upcoming", "following")
VAGUE_TIMES = ("in past", "in future", "for time", "at time", "at moment")  # "in the past", "for the first time"


# "In partnership with X" tells with whom a thing is done.
TOGETHER = frozenset(
    {"partnership", "cooperation", "coordination", "collaboration", "consultation", "concert", "tandem", "conjunction"}
)


# Nouns that with the prepositions around them are one: "at odds with".
STATES = frozenset(
    {("at", "odds", "with"), ("at", "war", "with"), ("at", "peace", "with"), ("in", "breach", "of")}
    | {("in", "violation", "of"), ("in", "favour", "of"), ("in", "favor", "of"), ("in", "talks", "with")}
    | {("in", "contact", "with"), ("in", "line", "with"), ("in", "conflict", "with"), ("in", "possession", "of")}
    | {("in", "charge", "of"), ("in", "control", "of"), ("in", "support", "of"), ("in", "need", "of")}
)


def state_of(s: Sentence, prep: int) -> int | None:
    """The second preposition of a state such as "at odds with", behind its bare noun; or None."""
    noun = s.child(prep, "pobj")
    if noun is None or noun != prep + 1 or s.words[noun].name is not None:
        return None
    second = (p for p in s.all_children(noun, "prep") if p == noun + 1)
    told = (p for p in second if tuple(s.words[i].text.lower() for i in (prep, noun, p)) in STATES)
    return next(told, None)


def is_set_apart(s: Sentence, prep: int, target: int) -> bool:
    """Whether a phrase stands for itself: "for its part", "with the United Nations at its core"."""
    lemma, following = s.words[prep].lemma, s.words[target + 1 : target + 3]
    own = lemma == "for" and s.words[target].lemma == "part" and s.child(target, "poss") is not None
    return own or (lemma == "with" and [w.tag for w in following] == ["IN", "PRP$"] and following[0].text == "at")


UNHINDERED = (
    *("delay", "exception", "hesitation", "interruption"),
    *("precondition", "condition", "reservation", "prejudice"),
)


# What somebody does who brings it about that others act.
PROMPTS = frozenset(
    {"request", "invitation", "behest", "initiative", "suggestion", "urging", "insistence", "instigation"}
)


# The same behind "on", and who stands over a deed, behind "under".
ORDERS = frozenset({"initiative", "suggestion", "proposal", "recommendation", "advice", "order", "instruction"})
OVERSIGHT = frozenset({"auspices", "auspex", "aegis", "supervision", "mediation", "sponsorship", "patronage"})


def is_prompt(s: Sentence, prep: int, noun: int) -> bool:
    """Whether a phrase tells who asked for a deed: "at the request of X", "at Y's behest"; or stands over it."""
    led, what = s.words[prep].lemma.lower(), s.words[noun].lemma
    prompt = led in ("at", "upon") and what in PROMPTS
    prompt = prompt or (led in ("on", "upon") and what in ORDERS) or (led == "under" and what in OVERSIGHT)
    return prompt and (s.child(noun, "poss") is not None or s.prep(noun, "of") is not None)


def is_adverbial(s: Sentence, prep: int) -> bool:
    """Whether a preposition and its noun are one adverb or one longer preposition: "in particular", "in spite of"."""
    target = s.child(prep, "pobj")
    called = s.words[prep].lemma in ("on", "upon") and s.words[s.words[prep].head].lemma == "call"
    if target is None or called:  # "called on both sides"
        return False
    word = s.words[target]
    twice = prep and s.words[prep].lemma in ("by", "to") and s.words[prep - 1].lemma == word.lemma
    if twice and word.name is None and s.child(target, "nummod") is None:
        return True  # "side by side", "shoulder to shoulder"
    unhindered = s.words[prep].lemma == "without" and word.lemma in UNHINDERED  # "without delay"
    if unhindered or is_set_apart(s, prep, target) or state_of(s, prep) is not None:
        return True
    one = any(s.words[d].lemma in ("a", "an") for d in s.all_children(target, "det"))
    how = ("manner", "fashion", *(("atmosphere", "tone", "spirit") if one else ()))  # "in a warm atmosphere"
    if s.words[prep].lemma == "in" and word.lemma in how and word.name is None:
        return True
    if s.words[prep].lemma == "in" and word.lemma in TOGETHER and s.child(target, "det", "amod", "poss") is None:
        return s.prep(target, "with") is not None
    if s.words[prep].lemma == "to" and word.lemma in COMPASS:  # "bordered by X to the north"
        return s.child(target, "prep") is None
    above = s.words[s.words[prep].head]
    if s.words[prep].lemma == "with" and word.lemma in cues()["nouns.feelings"] and above.pos == "VERB":
        mighty = word.lemma in ("might", "strength", "heart", "determination", "resolve")  # "with all our might"
        return mighty or s.child(target, "prep", "poss") is None  # "noted with deep concern that …"
    if f"{s.words[prep].lemma} {word.lemma}" in VAGUE_TIMES:
        timed = all(is_time_phrase(s, p) for p in s.all_children(target, "prep"))  # "for the first time in seven years"
        return timed and s.child(target, "acl", "relcl", "poss", "compound") is None
    pointing = any(s.words[d].lemma in ("this", "that", "such") for d in s.all_children(target, "det", "amod"))
    bare = word.name is None and s.child(target, "amod", "compound", "poss", "nummod") is None
    return (bare or pointing) and f"{s.words[prep].lemma} {word.lemma}" in cues()["prepositions.adverbial"]


# What stands for the event behind it: "on the sidelines of the summit" is at the summit.
BESIDE = ("sideline", "margin", "fringe", "occasion", "framework")


def place_of(s: Sentence, prep: int) -> int | None:
    """The noun that a preposition of place leads to, through "on the sidelines of"; None where it leads to none."""
    target = s.child(prep, "pobj")
    if target is None or s.words[target].lemma not in BESIDE or s.words[target].name is not None:
        return target
    behind = s.prep(target, "of")
    inner = s.child(behind, "pobj") if behind is not None else None
    return inner if inner is not None else target


def is_place_phrase(s: Sentence, prep: int) -> bool:
    """Whether a preposition governs the place or the event where something happens: "at the Bonn Conference"."""
    if s.words[prep].lemma not in cues()["prepositions.place"] or is_situated(s, prep) or is_topic(s, prep):
        return False
    target = place_of(s, prep)
    name = s.words[target].name if target is not None else None
    if name is None or target is None:
        return False
    settings = (EntityType.EVENT, EntityType.PLACE)
    hosted = s.words[prep].lemma == "at" and name.type is EntityType.ORGANIZATION
    return name.type in settings or (hosted and not is_post(s, prep))


def is_topic(s: Sentence, prep: int) -> bool:
    """Whether "on" tells what a paper is about: "a treaty on the Senegal River"."""
    paper = s.words[s.words[prep].head]
    return s.words[prep].lemma == "on" and prep == paper.i + 1 and paper.lemma in cues()["nouns.documents"]


def is_situated(s: Sentence, prep: int) -> bool:
    """Whether "in" tells where a war or another situation is, which then is part of it: "the war in X"."""
    noun = s.words[s.words[prep].head]
    named = noun.name is not None or noun.i != prep - 1 or s.words[prep].lemma != "in"
    return not named and noun.lemma in cues()["nouns.situations"]


PLACES = (EntityType.COUNTRY, EntityType.REGION, EntityType.PLACE)
LOCATED = ("GPE", "LOC", "FAC")  # the model's labels of places


def is_of_body(s: Sentence, prep: int) -> bool:
    """Whether "in" right behind the name of a body that acts tells where it is: "the Institute in Lima trained 60"."""
    body = s.words[s.words[prep].head]
    acting = body.dep in ("nsubj", "nsubjpass") and s.words[prep].lemma == "in" and prep == body.i + 1
    housed = body.name is not None and body.name.type in (EntityType.ORGANIZATION, EntityType.PLACE)
    return acting and housed and is_where(s, prep)


def is_where_signed(s: Sentence, prep: int) -> bool:
    """Whether a preposition tells where a document was made: "a treaty in Doha" is a treaty."""
    return s.words[s.words[prep].head].lemma in cues()["nouns.documents"] and is_where(s, prep)


def is_where(s: Sentence, prep: int) -> bool:
    """Whether a preposition leads to a place: "in Doha"."""
    target = s.child(prep, "pobj")
    name = s.words[target].name if target is not None else None
    place = name.type in PLACES if name is not None else target is not None and s.words[target].label in LOCATED
    return place and s.words[prep].lemma in ("in", "at", "near")


AIMS = ("aim", "goal", "objective", "purpose", "intention", "intent", "view", "hope", "ambition", "aspiration")


def aimed_gerund(s: Sentence, prep: int) -> int | None:
    """The gerund of what is meant to come of a deed: "with the aim of doing", "with a view to doing"; or None."""
    target = s.child(prep, "pobj") if s.words[prep].lemma == "with" else None
    aim = target is not None and s.words[target].lemma in AIMS
    behind = s.child(target, "prep") if target is not None and aim else None
    return s.child(behind, "pcomp") if behind is not None else None
