"""Relations without a verb: "his visit to X", "Russian President Putin", "the treaty, a pact between A and B"."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

from graph.extract.appositions import apposition, find_office
from graph.extract.arguments import Argument, Reader, actors, is_named, stands_alone
from graph.extract.auspices import find_auspices
from graph.extract.bound import APPOINTED
from graph.extract.clause_times import time_qualifier
from graph.extract.cues import cues
from graph.extract.deeds_named import (
    helped_modality,
    is_ahead,
    is_done,
    is_only_sought,
    is_paid,
    is_unreal,
    praised_for,
    thanker_of,
)
from graph.extract.emission import emit
from graph.extract.frames import Frame, is_negated
from graph.extract.gazetteer import plain
from graph.extract.given_things import find_takers
from graph.extract.happenings import deed_modality, deed_times, is_called_off, opens_entry, own_times
from graph.extract.housed import find_housed
from graph.extract.kinds_of import find_called, find_kinds, find_land
from graph.extract.named import name_argument
from graph.extract.names_told import owner_of_name, topic
from graph.extract.nested import is_call_to_act
from graph.extract.noun_phrases import preps_of
from graph.extract.owners import find_thanked
from graph.extract.papers_between import find_parties, signed_between, signed_items
from graph.extract.parse import Sentence, Word
from graph.extract.phrases import find_arguments
from graph.extract.prepositions import ACTORS, is_time_phrase
from graph.extract.ranked import find_rank
from graph.extract.roles import emit_capacity
from graph.extract.seated import find_home
from graph.extract.strife import STRIFE, is_armed, is_there
from graph.extract.tied import adjective_behind, done_by
from graph.extract.titles import calling, known_office, title
from graph.extract.undergone import find_alone, find_chosen, find_undergone
from graph.extract.values import YEAR, make_time
from graph.model import EntityType, Extraction, Modality

# Event nouns before which a name tells what one belongs to, not who acts: "the NATO membership of X".
OF_MEMBERS = ("membership", "accession", "admission")
ALLEGED = ("alleged", "suspected", "purported", "supposed", "reported")  # deeds that the text does not vouch for
FINITE = ("VBD", "VBZ", "VBP", "MD", "VBG")


def find_nominals(reader: Reader, s: Sentence) -> Iterator[Extraction]:
    """The extractions that noun phrases of a sentence state."""
    yield from signed_items(reader, s)
    stated = any(word.tag in FINITE for word in s.words)  # "Mr. President, Mr. Secretary-General," tells nothing
    for word in s.words:
        deed = word.lemma in cues().nominals and word.text.lower() != "conclusions"  # which are what one finds
        if word.name is None and word.pos == "NOUN" and deed:
            yield from event_noun(reader, s, word.i)
            yield from meeting(reader, s, word.i)
        if word.name is None and word.pos == "NOUN":
            if not is_unreal(s, word.i):
                yield from find_undergone(reader, s, word.i)
                yield from find_chosen(reader, s, word.i)
                yield from find_alone(reader, s, word.i)
                yield from signed_between(reader, s, word.i)
            yield from find_kinds(reader, s, word.i)
            yield from find_called(reader, s, word.i)
            yield from appointment(reader, s, word.i)
            yield from emit_capacity(reader, s, word.i)
            yield from find_auspices(reader, s, word.i)
        if reader.open and word.tag == "VBN" and word.dep == "amod":
            yield from done_by(reader, s, word.i)
        if reader.open and word.dep == "amod" and word.pos == "ADJ" and word.head < word.i:
            yield from adjective_behind(reader, s, word.i)
        if reader.open and word.tag == "CD" and word.dep == "appos":
            yield from lifespan(reader, s, word.i)
        if word.pos in ("ADJ", "NOUN") and word.dep in ("appos", "npadvmod"):
            yield from find_rank(reader, s, word.i)
        if word.pos == "PROPN" or word.name is not None:
            yield from from_name(reader, s, word, stated=stated)
        if word.dep == "appos" and stated:
            yield from apposition(reader, s, word.head, word.i)


def from_name(reader: Reader, s: Sentence, word: Word, *, stated: bool) -> Iterator[Extraction]:
    """What a name tells by itself; `stated` where its sentence has a verb."""
    name = word.name
    if word.pos == "PROPN":
        yield from find_land(reader, s, word.i)
    yield from find_home(reader, s, word.i)
    if name is None:
        return
    if name.type is EntityType.PERSON:
        yield from calling(reader, s, word.i)
        yield from known_office(reader, s, word.i)
    if name.title:
        yield from title(reader, s, word.i)
    if name.found_by == "pair" and stated:
        yield from pair(reader, s, word.i)
    if name.type in (EntityType.ORGANIZATION, EntityType.PLACE) and stated:
        yield from find_housed(reader, s, word.i)
    if name.found_by == "head" and stated:
        yield from owner_of_name(reader, s, word.i)
        yield from topic(reader, s, word.i)
    if stated or reader.discourse.listing is not None:
        yield from find_parties(reader, s, word.i)


def lifespan(reader: Reader, s: Sentence, year: int) -> Iterator[Extraction]:
    """When somebody was born and died, in open reading: "Anna Holm (1871-1940)"."""
    if s.words[year - 1].text != "(" or s.words[s.words[year].head].pos != "PROPN":
        return
    span = re.match(rf"({YEAR})\s?[-–—]\s?({YEAR})\)", s.text[s.words[year].start :])
    who = find_arguments(reader, s, s.words[year].head)[:1]
    frame = Frame(subjects=tuple(who), rule="apposition", certainty=0.9)
    for event, when in zip(("born", "died"), span.groups() if span else (), strict=False):
        for extraction in emit(s, frame, [event, "in"], (), [make_time(when)]):
            yield replace(extraction, predicate=f"{event} in")


def appointment(reader: Reader, s: Sentence, noun: int) -> Iterator[Extraction]:
    """What office an appointment gives to somebody: "the appointment of X as envoy to Y"."""
    if s.words[noun].lemma not in APPOINTED or is_unreal(s, noun) or is_only_sought(s, noun):
        return
    of = s.prep(noun, "of")
    who = s.child(of, "pobj") if of is not None else s.child(noun, "poss")
    near = [*s.all_children(noun, "prep"), *(s.all_children(who, "prep") if who is not None else [])]
    as_ = next((p for p in near if s.words[p].lemma == "as" and p > noun), None)
    office = s.child(as_, "pobj") if as_ is not None else None
    if who is None or as_ is None or office is None:
        return
    people = [a for a in find_arguments(reader, s, who) if a.mention.type is EntityType.PERSON]
    frame = Frame(subjects=tuple(people), rule="nominal", certainty=0.9)
    path = ["be", "appointed", "as"] if reader.open else ["have", "role"]
    offices = [a for a in find_arguments(reader, s, office) if a.mention.type is not EntityType.PERSON]
    yield from emit(s, frame, path, (noun, as_), offices or find_office(s, office))


def event_noun(reader: Reader, s: Sentence, noun: int) -> Iterator[Extraction]:
    """An event noun with the one who acts: "X's visit to Y", "the attack by X on Y", "the signing of Y by X"."""
    agent = agent_of(s, noun)
    owner = agent if agent is not None else s.child(noun, "poss")
    if owner is None and s.words[noun].dep == "conj" and s.child(noun, "det") is None:
        owner = s.child(s.words[noun].head, "poss")  # "its growth and leadership in X"
    pronoun = owner is not None and s.words[owner].lemma in ("its", "their", "his", "her")
    thanked = praised_for(s, noun) if owner is None or pronoun else None
    if owner is not None and pronoun:
        owner = thanked or find_thanked(s, owner) or holder_above(s, noun) or controller(s, noun) or owner
    owner = thanked if thanked is not None else owner  # "praised X for the deployment of troops"
    if is_unreal(s, noun) or is_called_off(s, noun):
        return
    nominal = cues().nominals[s.words[noun].lemma]
    leaving = s.prep(noun, "of")
    times = deed_times(reader, s, noun)
    entered = leaving is not None and (opens_entry(s, noun) or times)
    paid = is_paid(s, noun)
    if (owner is None or paid) and agent is None and leaving is not None and (entered or paid or is_done(s, noun)):
        owner = s.child(leaving, "pobj")  # "the withdrawal of X from Y"
    doers = doing(reader, s, owner, named=agent is not None) if owner is not None else doers_before(reader, s, noun)
    if not doers:
        return
    # "the attack by X on Y": the parser hangs "on Y" on X.
    behind = [p for p in preps_of(s, agent) if s.words[p].lemma != "of"] if agent is not None else []
    reached = [*preps_of(s, noun), *behind]
    if s.words[noun].dep == "conj":  # "its growth and leadership in X": the parser hangs "in X" on the first
        reached += [p for p in preps_of(s, s.words[noun].head) if p > noun]
    allowed = nominal.prepositions | ({"of"} if agent is not None else set())
    if s.words[noun].lemma == "support" and s.child(noun, "poss") is None:  # "with the support of X" is X's
        allowed = allowed - {"of"}
    alleged = any(s.words[a].lemma in ALLEGED for a in s.all_children(noun, "amod"))
    alleged = alleged or (thanked is not None and s.words[s.words[thanked].head].lemma in cues()["verbs.blaming"])
    modality = Modality.POSSIBLE if alleged else deed_modality(s, noun) or helped_modality(s, noun)
    modality = Modality.PLANNED if paid and is_ahead(s, noun) else modality
    times = times or own_times(reader, s, noun)
    frame = Frame(subjects=tuple(doers), rule="nominal", certainty=0.9, modality=modality, qualifiers=times)
    for prep in reached:
        target = s.child(prep, "pobj")
        if target is None or s.words[prep].lemma not in allowed or is_time_phrase(s, prep):  # "attack of 13 April by X"
            continue
        if is_call_to_act(s, noun, prep):
            continue
        thanker = thanker_of(s, thanked) if thanked is not None and owner == thanked else None
        own = [a.mention for a in (find_arguments(reader, s, thanker) if thanker is not None else doers)]
        found = [a for a in find_arguments(reader, s, target, owners=own) if stands_alone(a) or " " in a.mention.name]
        if s.words[prep].lemma == "with" and not reader.open:  # one cooperates with somebody, not with an aim
            found = [a for a in found if is_named(a) or actors([a])]
        yield from emit(s, frame, nominal.path(s.words[prep].lemma), (noun, prep), found)
    yield from find_takers(reader, s, noun, agent, frame)


# What comes from who gives it.
GIFTS = ("invitation", "donation", "contribution", "assistance", "aid", "support", "pledge", "loan")


def agent_of(s: Sentence, noun: int) -> int | None:
    """Who does what an event noun names: "the signing of Y by X", "the support from X for Y"."""
    leading = ("by", "from") if s.words[noun].lemma in GIFTS else ("by",)
    by = next((p for p in s.all_children(noun, "prep", "agent") if s.words[p].lemma in leading), None)
    return s.child(by, "pobj") if by is not None else carrier_of(s, noun)


CARRYING = frozenset({"carry", "commit", "conduct", "perpetrate", "stage", "launch", "mount", "undertake", "execute"})


def carrier_of(s: Sentence, noun: int) -> int | None:
    """Who carried a deed out: "the attack on Y, which killed nine, was carried out by X"; or None."""
    verb = s.words[s.words[noun].head]
    done = s.words[noun].dep == "nsubjpass" and verb.lemma in CARRYING and verb.tag == "VBN"
    agent = s.child(verb.i, "agent") if done else None
    unsure = is_negated(s, verb.i) or any(s.words[a].tag == "MD" for a in s.all_children(verb.i, "aux"))
    return s.child(agent, "pobj") if agent is not None and not unsure else None


def doing(reader: Reader, s: Sentence, owner: int, *, named: bool) -> list[Argument]:
    """Who did what a noun names: who can act, and whoever has a name where "by" leads to it."""
    found = find_arguments(reader, s, owner)
    told = s.words[owner].pos == "PROPN" or any(
        a.mention.found_by == "named phrase" for a in found
    )  # "Chinese vessels"
    told = told or s.words[owner].text.lower() in cues()["nouns.bare_actors"]  # "by gunmen"
    return actors(found) or (found if named and told else [])


def holder_above(s: Sentence, noun: int) -> int | None:
    """The named owner of the noun that a noun hangs on: "Norway's pledge to its ties with Peru", which are Norway's."""
    at = noun
    while s.words[at].dep in ("pobj", "prep") and s.words[at].head != at:
        at = s.words[at].head
        holder = s.child(at, "poss")
        if holder is not None and s.words[holder].name is not None:
            return holder
    return None


# What one can do only to a deed of one's own.
ENDING = (
    "cease",
    "stop",
    "halt",
    "end",
    "resume",
    "suspend",
    "continue",
    "begin",
    "start",
    "intensify",
    "launch",
    "renew",
)


def controller(s: Sentence, noun: int) -> int | None:
    """Who is asked to do what is done to a noun: "urges X to reconsider its withdrawal", which is X's."""
    verb = s.words[s.words[noun].head]
    own = s.child(verb.i, "nsubj")
    stopping = own is not None and verb.lemma in ENDING  # "regrets that X resumed its attacks"
    if s.words[noun].dep != "dobj" or not (verb.tag == "VB" or stopping) or verb.dep not in ("xcomp", "ccomp"):
        return None
    asked = own if own is not None else s.child(verb.head, "dobj")
    known = asked is not None and (s.words[asked].name is not None or (stopping and s.words[asked].pos != "PRON"))
    return asked if asked is not None and known and asked < noun else None


def doers_before(reader: Reader, s: Sentence, noun: int) -> list[Argument]:
    """Who acts where a name or an adjective of origin before the noun tells it: "Russian attacks on X"."""
    if s.words[noun].lemma in OF_MEMBERS:
        return []
    found = []
    for child in s.all_children(noun, "amod", "compound", "nmod"):
        name = s.words[child].name
        if name is None or name.type not in ACTORS:
            continue
        own = name_argument(reader, s, child)
        if own is None and name.entry is not None:
            mention = reader.discourse.mention_of(s, child, name.entry.name, name.entry.type)
            own = Argument(head=child, mention=mention)
        if own is not None:
            found.append(own)
    return found if len(found) == 1 else []


def meeting(reader: Reader, s: Sentence, noun: int) -> Iterator[Extraction]:
    """Who deals with whom where a definite noun tells between whom: "the meeting between A and B"."""
    nominal = cues().nominals[s.words[noun].lemma]
    definite = any(s.words[d].lemma == "the" for d in s.all_children(noun, "det"))
    between = s.prep(noun, "between")
    had = s.child(noun, "acl") if between is None else None  # "the agreement reached in May between A and B"
    if had is not None and s.words[had].tag == "VBN" and s.words[had].lemma not in ("sign", "conclude"):
        between = s.prep(had, "between")
    target = s.child(between, "pobj") if between is not None else None
    governing = s.words[s.words[noun].head].lemma
    asked = any(governing in cues()[f"modality.{m}"] for m in ("planned", "proposed", "wanting"))
    # "deepens cooperation between A and B": there is some already
    there = governing in cues()["verbs.going_on"] and s.child(noun, "det") is None
    above = s.words[s.words[s.words[noun].head].head].lemma if s.words[noun].dep == "pobj" else ""
    hosting = s.words[s.words[noun].head]  # "hosted talks between A and B"
    there = there or (hosting.lemma in ("host", "mediate", "broker") and hosting.tag in ("VBD", "VBZ", "VBN"))
    there = there or (governing == "of" and above in ("signing", "conclusion", "signature")) or is_there(s, noun)
    there = there or (reader.open and s.words[noun].dep in ("nsubj", "nsubjpass"))  # "Clashes between A and B left X"
    if target is None or "with" not in nominal.prepositions or not (definite or there) or asked:
        return
    found = find_arguments(reader, s, target)
    armed = s.words[noun].lemma in STRIFE  # whoever has a name may be at odds with others
    parties = [a for a in found if is_named(a) or actors([a]) or is_armed(s, a)] if armed else actors(found)
    parties = two_of(reader, s, target, parties[0]) if (reader.open or armed) and len(parties) == 1 else parties
    dated = [w for w in s.all_children(noun, "compound", "nmod", "nummod") if s.words[w].label == "DATE"]
    times = (time_qualifier(reader, s, dated[0]),) if dated and len(parties) > 1 else ()
    # "the war between A and B and C": of the last two it is open
    pairs = [(parties[0], other) for other in parties[1:]] if armed and parties else combinations(parties, 2)
    for one, other in pairs:
        frame = Frame(subjects=(one,), rule="nominal", certainty=0.9, qualifiers=times)
        yield from emit(s, frame, nominal.path("with"), (noun, between or noun), [other])


def two_of(reader: Reader, s: Sentence, first: int, both: Argument) -> list[Argument]:
    """The two that one phrase of ordinary nouns holds: "farmers and herders"; the phrase where it holds but one."""
    joint, second = s.child(first, "cc"), s.child(first, "conj")
    if joint is None or second is None or not first < joint < second:
        return [both]
    span = s.span_of(s.subtree(first)[0], joint - 1)
    text = s.text[s.words[s.subtree(first)[0]].start : s.words[joint - 1].end].removeprefix("the ")
    one = replace(both.mention, span=span, text=text, name=text, short="")
    return [replace(both, mention=one), *find_arguments(reader, s, second)]


def pair(reader: Reader, s: Sentence, i: int) -> Iterator[Extraction]:
    """Two actors joined by a hyphen have in common what the noun says: "U.S.-Iraq ties" are had by both."""
    name = s.words[i].name
    if name is None or name.proxy.lower() not in cues()["nouns.shared"]:
        return
    first, *rest = name.name.split()
    sides = [side_of(reader, s, i, part) for part in plain(first).split("-")]
    if len(sides) != 2 or not all(sides):
        return
    frame = Frame(subjects=tuple(x for x in sides[:1] if x), rule="pair", certainty=0.8)
    stop = next((n for n, w in enumerate(rest) if w.lower() == name.proxy.lower()), len(rest) - 1)
    path = ["have", *(w.lower() for w in rest[: stop + 1]), "with"]
    yield from emit(s, frame, path, (i,), [x for x in sides[1:] if x])


def side_of(reader: Reader, s: Sentence, i: int, part: str) -> Argument | None:
    """One of the two actors of a pair."""
    entry = reader.gazetteer.names.get(part) or reader.gazetteer.demonyms.get(part)
    if entry is None or entry.type not in ACTORS:
        return None
    mention = reader.discourse.mention_of(s, i, entry.name, entry.type)
    return Argument(head=i, mention=replace(mention, text=entry.name, found_by="gazetteer"))
