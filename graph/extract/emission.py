"""Subjects, predicate and objects → extractions, each under the name of its relation."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product

from graph.extract.arguments import Argument
from graph.extract.coordination import list_head
from graph.extract.cues import cues
from graph.extract.details import condition_of, find_detail
from graph.extract.discourse import PHRASES
from graph.extract.frames import CLAUSE_TAGS, Frame, is_infinitive, is_negated, turned, words_of
from graph.extract.member_times import times_of_member
from graph.extract.parse import Sentence
from graph.extract.prepositions import ACTORS, PLACES, TWOFOLD
from graph.model import (
    EntityType,
    Extraction,
    Mention,
    Modality,
    Polarity,
    Qualifier,
    QualifierKind,
    Value,
)

# What several do together: "A and B account for 40 percent" says it of neither.
SHARING = ("represent", "constitute", "comprise", "form", "total", "for", "up", "be", "number", "exceed", "reach")
HELD_TOGETHER = ("share", "forge", "develop", "build", "enjoy", "deepen")
BEING = ("represent", "constitute", "comprise", "form", "be")
SHARE = re.compile(r"[\d.,]+ ?(?:%|per ?cent|[mbtr]+illion)|(?:a|one|two)[ -](?:third|quarter|fifth|half)|half ")
# Events that nobody attends: who did something "in World War II" was at no meeting.
NO_GATHERING = {
    "war",
    "wars",
    "crisis",
    "conflict",
    "pandemic",
    "anniversary",
    "year",
    "decade",
    "election",
    "elections",
}
ANYBODY = ("partners", "nations", "countries", "states", "others", "stakeholders", "members", "allies")
# What one executes as one implements it; people are put to death.
PLANNED = re.compile(
    r"\b(?:plan|programme|program|project|strateg|order|agreement|treat|accord|decision|resolution|budget|contract"
    r"|mandate|task|reform|polic|law|measure|commitment|memorandum|agenda|roadmap|initiative|action|activit)",
    re.IGNORECASE,
)
EACH_OTHER = re.compile(r"\b(?:each other|one another)\b")
MADE = (EntityType.AGREEMENT, EntityType.INITIATIVE)
DEEPEST = 1  # infinitives below each other in one relation: more of them say nothing that can be checked


def name_relation(path: Sequence[str], lemmas: Sequence[str], *, transparent: bool) -> str:
    """The name of a relation: of the vocabulary where the predicate is known, else the predicate's own lemmas.

    A path that changes nothing about what is done ("continue to …") is looked through.
    """
    known = cues().relations
    tail = " ".join(lemmas)
    whole = " ".join((*path, *lemmas))
    if whole in known:
        return known[whole]
    if transparent:
        return known.get(tail, tail)
    return whole


def emit(
    s: Sentence,
    frame: Frame,
    lemmas: Sequence[str],
    surface: Sequence[int],
    objects: Sequence[Argument | Value],
    *,
    rule: str = "",
) -> Iterator[Extraction]:
    """An extraction for every subject of the frame with every object, by every speaker."""
    infinitives = lemmas[:-1] if rule in ("dative", "nested") else lemmas  # "agreed to give a loan to X"
    if not frame.transparent and (*frame.path, *infinitives).count("to") > DEEPEST:
        return
    lemmas, surface = whole_preposition(s, lemmas, surface)
    relation = name_relation(frame.path, lemmas, transparent=frame.transparent)
    surface = without_total(s, surface, objects)
    predicate = words_of(s, (*frame.surface, *surface))
    if len(frame.subjects) > 1 and lemmas[-1:] and lemmas[-1] in SHARING:
        objects = [o for o in objects if not is_share(o) and not is_one_of_all(s, frame, lemmas[-1], o)]
    if len(frame.subjects) > 1 and lemmas[-1:] and lemmas[-1] in HELD_TOGETHER:
        objects = [o for o in objects if not is_between(s, o)]
    objects = [o for o in objects if not is_half_told(o)]
    crossed = is_crosswise(s, frame.subjects, objects, relation)
    pairs = zip(frame.subjects, objects, strict=True) if crossed else product(frame.subjects, objects)
    for subject, item in pairs:
        thing = item.mention if isinstance(item, Argument) else item
        if isinstance(thing, Mention) and (
            thing.name.lower() == subject.mention.name.lower()
            or not any(map(str.isalnum, thing.name))
            or thing.name.isdigit()
        ):
            continue
        if isinstance(thing, Mention) and relation in ("joined", "cooperatesWith") and is_anybody(thing):
            continue
        counts = [a.count for a in (subject, item) if isinstance(a, Argument) and a.count is not None]
        certainty = frame.certainty * subject.certainty * (item.certainty if isinstance(item, Argument) else 0.9)
        own = thing.name if isinstance(thing, Mention) else ""
        land = isinstance(thing, Mention) and thing.type in PLACES
        where = land and lemmas[-1:] == ["in"]  # one of several places is no second place of what is done there
        when = times_of_member(s, item.head, frame.qualifiers) if isinstance(item, Argument) else frame.qualifiers
        others = (q for q in when if not (isinstance(q.value, Mention) and (q.value.name == own or where)))
        said = Extraction(
            subject=subject.mention,
            predicate=predicate,
            relation="call on"
            if relation == "urged" and is_visit(s, surface, subject.mention, thing)
            else by_object(relation, thing, lemmas, subject.mention),
            object=thing,
            sentence=s.span,
            rule=rule or frame.rule,
            polarity=turned(frame.polarity) if reaches_none(s, item) else frame.polarity,
            modality=open_to(frame) if is_alternative(s, item) else frame.modality,
            qualifiers=(*others, *(Qualifier(kind=QualifierKind.COUNT, value=c) for c in counts)),
            detail=find_detail(s, subject, surface, item, frame.qualifiers)
            if isinstance(item, Argument)
            else condition_of(s, surface),
            confidence=certainty,
        )
        if len(frame.subjects) == 2 and not subject.open:
            said = with_other(said, next(a for a in frame.subjects if a is not subject).mention)
        yield from (replace(said, speaker=speaker) for speaker in frame.speakers or (None,))


def without_total(s: Sentence, surface: Sequence[int], objects: Sequence[Argument | Value]) -> Sequence[int]:
    """The words of a predicate without the number that several have between them: "built 24 schools in A and B".

    Where each of them has so many, the sentence says so.
    """
    several = sum(isinstance(o, Argument) and not o.open for o in objects) > 1
    if not several or any(word.lemma in ("each", "apiece", "both", "respectively") for word in s.words):
        return surface
    totals = [n for i in surface for n in s.all_children(i, "nummod") if i != surface[-1] and is_total(s, n)]
    totals += [i for i in surface[:-1] if s.words[i].tag == "CD" and s.words[i].dep in ("dobj", "pobj")]
    left_out = {i for n in totals for i in s.subtree(n) if i <= n}
    return [i for i in surface if i not in left_out]


def is_total(s: Sentence, number: int) -> bool:
    """Whether a number counts the noun behind it, and is no part of a word: "24 schools", no "two-day visit"."""
    return s.words[number].tag == "CD" and number < s.words[number].head and s.words[number + 1].text != "-"


def with_other(said: Extraction, other: Mention) -> Extraction:
    """What one of two does to "each other", with the other's name: "A and B have a stake in each other's security"."""
    thing = said.object
    if isinstance(thing, Mention):
        thing = replace(thing, name=EACH_OTHER.sub(other.name, thing.name))
    return replace(said, object=thing, detail=EACH_OTHER.sub(other.name, said.detail))


def is_anybody(thing: Mention) -> bool:
    """Whether a bare plural tells of nobody with whom one could work: "partners", "other nations"."""
    return thing.found_by in PHRASES and thing.name.lower() in ANYBODY


def is_between(s: Sentence, thing: Argument | Value) -> bool:
    """Whether an object is what several have with each other, told as such: "A and B share deep bonds"."""
    if not isinstance(thing, Argument) or thing.open or thing.mention.found_by not in PHRASES:
        return False
    return s.words[thing.head].lemma in ("bond", "tie", "friendship") and s.child(thing.head, "prep", "poss") is None


def is_half_told(thing: Argument | Value) -> bool:
    """Whether an object is the first half of "not only X but Y", which alone denies what it means.

    Or holds "the following", which is told behind it.
    """
    name = thing.mention.name.lower() if isinstance(thing, Argument) and not thing.open else ""
    half = ("only", "just", "merely", "simply")
    return " the following " in f" {name} " or any(
        f"not {only} " in f"{name} " and " but " not in name for only in half
    )


def open_to(frame: Frame) -> Modality:
    """How each of two alternatives is told: what is so of one of them may be so of either."""
    sure = frame.modality in (Modality.ASSERTED, Modality.PLANNED) and frame.polarity is Polarity.AFFIRMED
    return Modality.POSSIBLE if sure else frame.modality


def is_alternative(s: Sentence, item: Argument | Value) -> bool:
    """Whether an object is one of two behind "either": "will face either X or Y"."""
    if not isinstance(item, Argument):
        return False
    return any(s.words[c].lemma == "either" for c in s.all_children(list_head(s, item.head), "preconj", "cc", "det"))


def reaches_none(s: Sentence, item: Argument | Value) -> bool:
    """Whether "no" before the object of a preposition denies what is said of it: "can think of no better way"."""
    if not isinstance(item, Argument) or s.words[item.head].dep != "pobj":
        return False
    verb = s.words[s.words[item.head].head].head
    none = any(s.words[d].lemma == "no" for d in s.all_children(item.head, "det"))
    return none and s.words[verb].pos in CLAUSE_TAGS and not is_negated(s, verb)


def whole_preposition(
    s: Sentence, lemmas: Sequence[str], surface: Sequence[int]
) -> tuple[Sequence[str], Sequence[int]]:
    """The predicate with the second word of its preposition: "was sold because of X"."""
    if not surface or s.words[surface[-1]].lemma not in TWOFOLD or lemmas[-1:] != [s.words[surface[-1]].lemma]:
        return lemmas, surface
    last = surface[-1]
    rest = next((c for c in s.children[last] if c == last + 1 and s.words[c].pos == "ADP" and not s.children[c]), None)
    return (lemmas, surface) if rest is None else ([*lemmas, s.words[rest].lemma], [*surface, rest])


def is_share(thing: Argument | Value) -> bool:
    """Whether an object is a share or a sum: "40 percent of trade", "a third of the people"."""
    text = thing.mention.name if isinstance(thing, Argument) else thing.normal
    return bool(SHARE.match(text))


def is_one_of_all(s: Sentence, frame: Frame, lemma: str, thing: Argument | Value) -> bool:
    """Whether several together are one thing, which none of them is alone: "A and B form an alliance"."""
    together = isinstance(thing, Argument) and not frame.subjects[0].open and lemma in BEING
    head = thing.head if isinstance(thing, Argument) else 0
    one = any(s.words[d].lemma in ("a", "an") for d in s.all_children(head, "det"))
    return together and one and s.words[head].tag == "NN"


def is_crosswise(s: Sentence, subjects: Sequence[Argument], objects: Sequence[Argument | Value], relation: str) -> bool:
    """Whether the first does the first thing, the second the second: "A and B host the X Summit and the Y Summit".

    So where the text says "respectively", and where as many events as hosts are named: each has one host.
    """
    told = any(w.lemma == "respectively" for w in s.words) or is_each_own(s, objects)
    events = all(isinstance(o, Argument) and o.mention.type is EntityType.EVENT for o in objects)
    named = all(isinstance(o, Argument) and o.mention.found_by not in PHRASES for o in objects)
    return len(subjects) == len(objects) > 1 and (told or (relation == "hosted" and events and named))


def is_each_own(s: Sentence, objects: Sequence[Argument | Value]) -> bool:
    """Whether each of several has one of the objects, in their order: "sent their respective ministers, A and B"."""
    first = objects[0].head if objects and isinstance(objects[0], Argument) else 0
    offices = (w.i for w in s.words[:first] if w.lemma == "respective" and w.dep == "amod")
    heads = {s.words[i].head for i in offices}
    return any(s.words[h].head == first or s.words[first].head == h for h in heads)


def is_gathering(thing: Mention) -> bool:
    """Whether a thing is a meeting, which one concludes and does not sign."""
    return thing.type is EntityType.EVENT or thing.name.split()[-1].lower() in cues()["nouns.gatherings"]


def by_object(relation: str, thing: Mention | Value, lemmas: Sequence[str], doer: Mention) -> str:
    """The relation as its object makes it: one joins a body, but cooperates with those whom one joins in doing.

    One meets somebody, or meets a challenge; creates a body, or a crisis; holds a summit, or hostages.
    """
    actors = isinstance(thing, Mention) and (
        thing.type in (EntityType.COUNTRY, EntityType.PERSON)
        or (thing.type is EntityType.GROUP and thing.found_by in PHRASES)
    )
    somebody = isinstance(thing, Mention) and (thing.found_by not in PHRASES or thing.type in ACTORS)
    if relation == "met" and not somebody and "with" not in lemmas:
        return "meet"
    event = isinstance(thing, Mention) and thing.type is EntityType.EVENT and thing.found_by not in PHRASES
    if relation == "hosted" and not event and lemmas[-1:] == ["hold"]:
        return "hold"
    agreed = isinstance(thing, Mention) and not is_gathering(thing) and is_pact(thing)
    if relation == "signed" and lemmas[-1:] == ["conclude"] and not agreed:  # "concluded its investigation"
        return "conclude"
    made = isinstance(thing, Mention) and thing.found_by != "phrase"
    named = isinstance(thing, Mention) and thing.found_by not in PHRASES
    renamed = relation == "alsoKnownAs" and not named  # "will be known as the forum" gives it no other name
    if renamed or (relation == "established" and not made and lemmas[-1:] == ["create"]):
        return " ".join(lemmas) if renamed else "create"
    struck = isinstance(thing, Mention) and (is_struck_only(thing) or doer.name.lower() in cues()["nouns.forces"])
    if lemmas[-1:] == ["strike"] and struck:
        return "strike"
    done_to = lemmas[-1:] == ["execute"] and isinstance(thing, Mention) and not PLANNED.search(thing.name)
    carried = relation == "implements" and lemmas[-1:] == ["out"]
    if done_to or (carried and isinstance(thing, Mention) and is_deed(thing)):
        return " ".join(lemmas[-2:])  # one carries out an attack, which one does not implement
    if relation in ("strengthens", "promotes") and isinstance(thing, Mention) and is_ill(thing):
        return " ".join(lemmas)
    if relation == "memberOf" and lemmas[-2:] == ["belong", "to"] and doer.type not in ACTORS:
        return "belong to"  # a lake is no member
    return "cooperatesWith" if relation == "joined" and actors else relation


def is_visit(s: Sentence, surface: Sequence[int], doer: Mention, thing: Mention | Value) -> bool:
    """Whether one pays a person a visit, and asks nothing: "called on President X" without "to" or "for"."""
    person = isinstance(thing, Mention) and thing.type in (EntityType.PERSON, EntityType.ROLE)
    caller = doer.type in (EntityType.PERSON, EntityType.ROLE, EntityType.GROUP)
    verb = next((i for i in surface if s.words[i].lemma == "call"), None)
    if not (person and caller) or verb is None or s.prep(verb, "for") is not None:
        return False
    return s.prep(verb, "on") is not None and not any(w.tag == "TO" for w in s.words[verb:])


PACTS = frozenset({"deal", "agreement", "pact", "treaty", "accord", "memorandum", "contract", "protocol"})


def is_pact(thing: Mention) -> bool:
    """Whether a thing is what parties conclude with each other: a treaty, "a trade deal"; not "talks on a deal"."""
    return thing.type is EntityType.AGREEMENT or not PACTS.isdisjoint(thing.name.lower().split(" on ")[0].split())


def is_struck_only(mention: Mention) -> bool:
    """Whether who strikes a thing does not attack it: a tone, a deal, a balance."""
    noun = mention.name.split(" of ")[0].split(" with ")[0].split()[-1].lower()
    return noun in ("tone", "deal", "balance", "chord", "bargain", "note", "agreement", "compromise", "pose", "pact")


def is_deed(mention: Mention) -> bool:
    """Whether a phrase names a deed, as "the attacks on X" do."""
    noun = mention.name.split(" on ")[0].split(" of ")[0].split()[-1].lower()
    return mention.found_by in PHRASES and not {noun, noun.removesuffix("s")}.isdisjoint(cues().nominals)


def is_ill(mention: Mention) -> bool:
    """Whether a phrase names what is bad: one deepens a crisis, which strengthens nothing."""
    return mention.found_by in PHRASES and mention.name.split(" of ")[0].split()[-1].lower() in cues()["nouns.ills"]


def emit_made(s: Sentence, verb: int, frame: Frame, objects: Sequence[Argument | Value]) -> Iterator[Extraction]:
    """At which event a paper or an initiative came about: who "adopted X at the Y Summit" had X adopted at it."""
    made = (a for a in objects if isinstance(a, Argument) and not a.open and a.mention.type in MADE)
    named = tuple(a for a in made if a.mention.found_by not in PHRASES)
    participle = s.text[s.words[verb].start : s.words[verb].end].lower()
    done = frame.transparent and not participle.endswith("ing") and not is_infinitive(s, verb)
    if not named or not done or s.words[verb].lemma not in cues()["verbs.bringing_about"]:
        return
    times = tuple(q for q in frame.qualifiers if q.kind is QualifierKind.TIME)
    bare = replace(frame, subjects=named, path=(), surface=(), qualifiers=times).step("presence", 0.9)
    yield from emit(s, bare, ["be", participle, "at"], (verb,), events_of(frame), rule="setting")


def events_of(frame: Frame) -> list[Argument]:
    """The events at which a clause happens, but for those that nobody attends."""
    return [
        Argument(head=0, mention=q.value)
        for q in frame.qualifiers
        if q.kind is QualifierKind.PLACE and isinstance(q.value, Mention) and q.value.type is EntityType.EVENT
        if not NO_GATHERING & set(q.value.name.lower().split())
    ]


def emit_presence(s: Sentence, verb: int, frame: Frame) -> Iterator[Extraction]:
    """A person who did something at an event attended it; a state or an organization took part in it.

    Who judges what went on "in" a process took no part in it: "deplored the delays in the Minsk Process".
    """
    judged = s.child(verb, "dobj") if s.words[verb].lemma in cues()["verbs.judging"] else None
    within = s.subtree(judged) if judged is not None else ()
    if any(s.words[i].lemma == "in" and s.words[i].head in within for i in within):
        return
    people = tuple(a for a in frame.subjects if a.mention.type is EntityType.PERSON)
    bodies = tuple(a for a in frame.subjects if a.mention.type in (EntityType.COUNTRY, EntityType.ORGANIZATION))
    events = events_of(frame)
    times = tuple(q for q in frame.qualifiers if q.kind is QualifierKind.TIME)
    done = frame.modality is Modality.ASSERTED and frame.polarity is Polarity.AFFIRMED and not frame.passive
    for present, path in ((people, ["attend"]), (bodies if done else (), ["participate", "in"])):
        if present and events:
            bare = replace(frame, subjects=present, path=(), surface=(), transparent=True, qualifiers=times)
            for extraction in emit(s, bare.step("presence", 0.8), path, (), events, rule="presence"):
                yield replace(extraction, predicate="at")
