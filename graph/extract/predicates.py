"""What a verb states: `emit_objects` sends the active to `actives.py`, and reads passives and copulas itself."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from graph.extract.actives import emit_active
from graph.extract.arguments import CIRCUMSTANTIAL, Argument, Reader, actors, is_named, is_told
from graph.extract.bare import emit_done, emit_state_phrase, times_of
from graph.extract.beside import emit_gapped_clause, emit_invited
from graph.extract.copulas import emit_copula, emit_quality
from graph.extract.cues import cues
from graph.extract.emission import emit, emit_presence
from graph.extract.frames import Frame, particles_of, results_of, surface_of, verb_path
from graph.extract.going_on import as_going_on
from graph.extract.measured import emit_change
from graph.extract.noun_clauses import summed
from graph.extract.noun_phrases import preps_of
from graph.extract.occasions import emit_occasions
from graph.extract.parse import Sentence
from graph.extract.phrases import find_arguments
from graph.extract.prepositions import is_adverbial, is_time_phrase
from graph.extract.reached import is_aside
from graph.extract.related import leads_to_relative, noun_apart
from graph.extract.roles import emit_roles
from graph.extract.shares import share_of
from graph.extract.states import emit_states
from graph.extract.tolls import harms, is_toll, together
from graph.extract.wanted import emit_wanted
from graph.extract.words import are_people
from graph.model import EntityType, Extraction

COPULAS = ("be", "become", "remain", "represent", "constitute")


def emit_objects(reader: Reader, s: Sentence, verb: int, frame: Frame) -> Iterator[Extraction]:
    """The extractions of one verb: its objects, what its prepositions reach, what its objects go on to."""
    occasions = [] if reader.open else emit_occasions(reader, s, verb, frame)
    if occasions:
        yield from occasions
        return
    lemmas = verb_path(s, verb)
    yield from emit_roles(reader, s, verb, frame)
    states = list(emit_states(reader, s, verb, frame))
    yield from states
    if frame.passive:
        yield from emit_passive(reader, s, verb, frame, lemmas)
    elif s.words[verb].lemma in COPULAS:
        told = [*states, *emit_copula(reader, s, verb, frame)]
        yield from told[len(states) :]
        yield from emit_state_phrase(s, verb, frame) if not (told or reader.open) else ()
    else:
        told = list(emit_active(reader, s, verb, of_all(reader, s, verb, frame), lemmas))
        yield from told
        yield from emit_date(reader, s, verb, frame, lemmas, alone=not told)
        state = s.child(verb, "acomp", "oprd") if reader.open and s.child(verb, "dobj") is None else None
        if state is not None and s.words[state].pos == "ADJ":  # "went bankrupt"
            yield from emit_quality(reader, s, frame, verb, state)
    if not reader.open:
        yield from emit_change(s, verb, frame)
    if lemmas[0] not in ("take", "participate"):  # "took part in X" tells it already
        yield from emit_presence(s, verb, frame)


def of_all(reader: Reader, s: Sentence, verb: int, frame: Frame) -> Frame:
    """The frame of a clause with its several subjects as one, where it tells how many they harmed between them."""
    direct = s.child(verb, "dobj")
    if direct is None or reader.open or len(frame.subjects) == 1 or not harms(s, verb):
        return frame
    harmed = find_arguments(reader, s, direct, owners=frame.owners())
    return replace(frame, subjects=together(s, frame.subjects)) if is_toll(s, verb, harmed) else frame


def emit_date(
    reader: Reader, s: Sentence, verb: int, frame: Frame, lemmas: Sequence[str], *, alone: bool
) -> Iterator[Extraction]:
    """When a thing began or ended that did nothing else: "the treaty entered into force on 3 May 2004".

    Who came or left did so `alone` where no other claim tells whither: "flights resumed in May".
    """
    path = " ".join(lemmas)
    body = all(a.mention.type is EntityType.ORGANIZATION for a in frame.subjects)  # who meets whom is told of both
    further = any(not is_time_phrase(s, p) and s.words[p].dep == "prep" for p in s.all_children(verb, "prep"))
    alone = alone and not further and path in cues()["verbs.passing"] and (body or path != "meet")
    alone = alone or path in cues()["verbs.happening"]
    alone = alone and s.child(verb, "dobj", "xcomp", "ccomp", "acomp", "oprd") is None
    alone = alone and s.words[verb].tag != "VBG" and s.prep(verb, "for") is None  # "entered into force for Peru"
    for prep, when in times_of(frame) if alone and not reader.open else ():
        since = s.prep(verb, prep) if prep in ("since", "until") else None  # "has not met since 2017"
        surface = (*surface_of(s, verb), *([since] if since is not None else []))
        yield from emit(s, replace(frame, qualifiers=()), [*lemmas, *prep.split()], surface, [when])


def emit_passive(reader: Reader, s: Sentence, verb: int, frame: Frame, lemmas: Sequence[str]) -> Iterator[Extraction]:
    """A passive: with a doer it is turned round, without one it is said of what was done."""
    patients = frame.subjects
    owners = frame.owners()
    surface = surface_of(s, verb)
    kept = s.all_children(verb, "dobj", "oprd")  # "was elected chair by X": the parser hangs "by X" on the chair
    agents = agents_of(reader, s, verb, kept)
    doers: list[Argument] = []
    for agent in agents:
        target = s.child(agent, "pobj")
        if target is not None and (reader.open or s.words[target].pos != "NUM"):  # "was raised by five"
            doers = find_arguments(reader, s, target, owners=owners)
            doers = [*together(s, doers)] if is_toll(s, verb, patients) and not reader.open else doers
            yield from emit_doers(reader, s, agent, frame, doers, verb)
    participle = s.text[s.words[verb].start : s.words[verb].end].lower()
    reached = False
    for noun in kept:  # "was awarded a contract", "was elected president"
        if s.words[noun].pos in ("NOUN", "PROPN", "NUM") and patients:
            found = find_arguments(reader, s, noun, owners=owners)
            reached = reached or bool(found)
            yield from emit(s, frame, ["be", participle], surface, found, rule="passive")
    yield from emit_gapped_clause(reader, s, verb, frame, ["be", participle], rule="passive")
    given = [d for d in s.all_children(verb, "dative") if s.words[d].pos == "ADP"]  # "was sold to X"
    for prep in (p for p in (*preps_of(s, verb), *given) if p not in agents):
        for extraction in emit_reached(reader, s, verb, prep, frame, doers):
            reached = True
            yield extraction
    if not reader.open:
        yield from emit_signers(reader, s, verb, frame)
    if not reached and not doers and not reader.open:
        yield from emit_when_done(s, verb, frame)
    if not doers and not reader.open:
        yield from emit_wanted(reader, s, verb, frame)
        yield from emit_invited(reader, s, verb, frame)


def emit_signers(reader: Reader, s: Sentence, verb: int, frame: Frame) -> Iterator[Extraction]:
    """Who signed with whom what was signed between them: "an agreement was signed between A and B"."""
    between = s.prep(verb, "between")
    target = s.child(between, "pobj") if between is not None else None
    paper = s.child(verb, "nsubjpass")
    if target is None or paper is None or s.words[verb].lemma not in ("sign", "conclude", "reach", "negotiate"):
        return
    noun = [] if s.words[paper].name is not None else [s.words[paper].lemma]
    for one, other in combinations(actors(find_arguments(reader, s, target)), 2):
        told = replace(frame, subjects=(one,)).step("reciprocal", 0.95)
        yield from emit(s, told, [s.words[verb].lemma, *noun, "with"], (verb,), [other])


def emit_when_done(s: Sentence, verb: int, frame: Frame) -> Iterator[Extraction]:
    """When something was or is to be done of which no more is told: "was ratified in 2020", "is valid until May".

    Where no time is told either, that it was done.
    """
    become = results_of(s, verb)
    participle = s.text[s.words[verb].start : s.words[verb].end].lower()
    meant = participle in cues()["modality.planned_adjectives"] and participle != "resolved"  # "disputes are resolved"
    if meant or s.child(verb, "xcomp") is not None:
        return  # "is committed, by 2025, to act", "was told in 2015 to be patient"
    times = list(times_of(frame))
    for prep, when in times:
        particles = [s.words[p].text.lower() for p in particles_of(s, verb)]  # "was shut down in May"
        path = ["be", participle, *particles, *(s.words[c].text.lower() for c in become), *prep.split()]
        yield from emit(s, replace(frame, qualifiers=()), path, (*surface_of(s, verb), *become), [when], rule="passive")
    if not times:
        yield from emit_done(s, verb, frame)


def gifts_of(s: Sentence, verb: int) -> list[int]:
    """What is given in a passive that keeps its object: "was given X by Y", where Y gave X."""
    kinds = ("NOUN", "PROPN") if s.words[verb].lemma in AWARDING else ("NOUN",)  # "was awarded the Order of X by Y"
    return [n for n in s.all_children(verb, "dobj") if s.words[n].pos in kinds]


def emit_doers(
    reader: Reader, s: Sentence, agent: int, frame: Frame, doers: Sequence[Argument], verb: int
) -> Iterator[Extraction]:
    """What the doers behind "by" did, a passive turned round; not below another verb, "deserves to be seen by X"."""
    lemmas, surface, gifts = verb_path(s, verb), surface_of(s, verb), gifts_of(s, verb)
    turned = replace(frame, subjects=tuple(doers), surface=frame.surface if reader.open else ())
    become = results_of(s, verb)
    path = [*lemmas, *(s.words[c].text.lower() for c in become)]  # "made worse by X": X made it worse
    # Turned round, "was signed by" would say the reverse.
    said = (*surface, *become, agent) if reader.open else (verb, *particles_of(s, verb), *become)
    if reader.open:
        yield from emit_where_done(reader, s, verb, s.child(agent, "pobj") or agent, frame)
    for noun in gifts:
        yield from emit_given(reader, s, turned, noun, agent, frame.subjects)
    if s.words[verb].text.lower() in cues()["speech.worried"] and not reader.open:  # "is concerned by X"
        yield from emit(s, frame, ["express", "concern", "about"], (*surface, agent), doers, rule="passive")
    elif not reader.open and (is_measured(s, verb, doers) or (frame.path and not frame.transparent)):
        by = ["be", s.text[s.words[verb].start : s.words[verb].end].lower(), "by"]
        yield from emit(s, frame, by, (*surface, agent), doers, rule="passive")
    elif not gifts:
        shares = {a.head: share for a in doers if (share := share_of(s, a.head)) is not None and not reader.open}
        alike = tuple(a for a in doers if a.head not in shares)
        if not is_empty_deed(reader, s, verb):
            rest = replace(turned, subjects=alike)
            told = emit(s, rest, path, said, frame.subjects, rule="passive with agent")
            yield from told if reader.open else as_going_on(s, verb, told)
        for doer in (a for a in doers if a.head in shares):
            own = replace(turned, subjects=(doer,), qualifiers=(*turned.qualifiers, shares[doer.head]))
            yield from emit(s, own, path, said, frame.subjects, rule="passive with agent")


MEASURING = ("judge", "measure", "assess", "gauge", "evaluate")


def is_measured(s: Sentence, verb: int, doers: Sequence[Argument]) -> bool:
    """Whether "by" tells what a thing is measured by rather than who does it: "will be judged by its deeds"."""
    return s.words[verb].lemma in MEASURING and not actors(doers)


def emit_where_done(reader: Reader, s: Sentence, verb: int, doer: int, frame: Frame) -> Iterator[Extraction]:
    """Where a doer behind "by" did it, in open reading: "were arrested by police in Minsk"."""
    for prep in s.all_children(doer, "prep"):
        place = s.child(prep, "pobj")
        if s.words[prep].lemma in ("in", "near", "outside") and place is not None and s.words[place].pos == "PROPN":
            participle = s.text[s.words[verb].start : s.words[verb].end].lower()
            found = find_arguments(reader, s, place)
            path = ["be", participle, s.words[prep].lemma]
            yield from emit(s, frame, path, (*surface_of(s, verb), prep), found, rule="setting")


GIVING = ("supply", "donate", "lend", "deliver", "ship")


def is_empty_deed(reader: Reader, s: Sentence, verb: int) -> bool:
    """Whether a participle only tells which one its noun is, which says nothing alone: "the efforts taken by X".

    In "used vaccines authorized by X" it is open which X authorized; "hostages held by X" are those X holds.
    """
    noun = s.words[s.words[verb].head]
    if reader.open or s.words[verb].dep != "acl" or summed(s, noun.i) != noun.i:
        return False
    said = ("place", "put", "take", "gain", "acquire", "undertake")
    empty = noun.lemma in cues()["nouns.empty"] | cues()["nouns.light"] | {"confidence", "trust", "faith", "hope"}
    one = any(s.words[d].lemma in ("a", "an") for d in s.all_children(noun.i, "det"))  # "a poll published by X"
    alone = s.child(verb, "prep") is None  # "sanctions imposed on X by Y"
    known = noun.tag == "NN" and s.child(noun.i, "det") is not None  # "the bombing carried out by X"
    bare = noun.name is None and noun.pos == "NOUN" and not one and alone and not known
    bare = bare and s.child(noun.i, "amod", "compound", "poss", "nummod", "nmod", "prep") is None
    people = are_people(noun.lemma) or noun.lemma in ("hostage", "prisoner", "victim", "refugee")
    given = s.words[verb].lemma in GIVING  # "with doses supplied by X": X supplied doses
    return (empty and s.words[verb].lemma in said) or (bare and noun.i + 1 == verb and not people and not given)


def is_deadline(s: Sentence, by: int) -> bool:
    """Whether "by" leads to a time: "is to be concluded by the end of the year"."""
    target = s.child(by, "pobj")
    word = s.words[target] if target is not None else None
    return word is not None and (word.label in ("DATE", "TIME") or word.lemma in ("end", "beginning", "close", "date"))


AWARDING = ("award", "confer", "grant", "accord", "give", "present", "offer", "assign")
# What several do together who do it "between" them: "the treaty signed between X and Y".
AGREED = ("sign", "conclude", "reach", "agree", "negotiate", "initial", "ratify", "strike")


def agents_of(reader: Reader, s: Sentence, verb: int, kept: Sequence[int]) -> list[int]:
    """The "by" of each who does what a passive tells: its own, its object's, or the next verb's."""
    preps = (p for holder in (verb, *kept) for p in s.all_children(holder, "prep") if s.words[p].lemma == "by")
    between = [
        p for p in s.all_children(verb, "prep") if s.words[p].lemma == "between" and s.words[verb].lemma in AGREED
    ]
    between = [] if reader.open else between  # a row keeps the words of the sentence
    agents = s.all_children(verb, "agent") or list(preps) or between
    shared = next((c for c in s.all_children(verb, "conj") if s.words[c].tag == "VBN" and c - verb == 2), None)
    if not agents and shared is not None and not preps_of(s, verb):  # "beaten and robbed by soldiers"
        agents = s.all_children(shared, "agent")
    if not agents and not reader.open:
        agents = [
            a for c in s.all_children(verb, "conj") if is_gapped_toll(s, verb, c) for a in s.all_children(c, "agent")
        ]
    agents = [a for a in agents if not is_deadline(s, a)]
    return [*agents, *(c for a in agents for c in s.all_children(a, "conj") if s.words[c].lemma == "by")]


def is_gapped_toll(s: Sentence, verb: int, second: int) -> bool:
    """Whether a second passive of harm shares "were" and its doer: "two were killed and four others wounded by X"."""
    harm = {s.words[verb].lemma, s.words[second].lemma} <= cues()["verbs.tolling"]
    return harm and s.child(second, "nsubjpass") is not None and s.child(second, "auxpass", "aux") is None


def emit_given(
    reader: Reader, s: Sentence, frame: Frame, noun: int, by: int, takers: Sequence[Argument]
) -> Iterator[Extraction]:
    """What somebody gave whom, from a passive that was turned round: "was given shelter by X"."""
    verb = s.words[noun].head
    lemmas, lemma = verb_path(s, verb), s.words[noun].lemma.lower()
    if reader.open:  # rows keep the order of the sentence
        surface = (*surface_of(s, verb), noun, by)
        yield from emit(s, frame, [*lemmas, lemma], surface, takers, rule="passive with agent")
        return
    found = find_arguments(reader, s, noun, owners=[a.mention for a in takers])
    yield from emit(s, frame, lemmas, (verb,), found, rule="passive with agent")
    for extraction in emit(s, frame, [*lemmas, lemma, "to"], (verb, noun), takers, rule="dative"):
        yield replace(extraction, predicate=f"{extraction.predicate} to")


def emit_reached(
    reader: Reader, s: Sentence, verb: int, prep: int, frame: Frame, doers: Sequence[Argument]
) -> Iterator[Extraction]:
    """What a preposition of a passive reaches: "was sent to X"; with a doer that one sends it to X."""
    target = s.child(prep, "pobj")
    front = prep < verb and not reader.open and not leads_to_relative(s, verb, prep)  # "As a member, it is bound"
    front = front or (is_aside(s, verb, prep) and not reader.open)
    front = front or (prep < verb and s.words[prep].lemma == "of" and not reader.open)  # "of which 78 km are done"
    front = front or (s.words[prep].lemma == "follow" and not reader.open)  # "was signed following talks with X": when
    front = front or (s.words[verb].text == "dated" and not reader.open)  # "dated 3 May from X": no date is from X
    fixed = reader.open and prep in surface_of(s, verb)  # "was stabbed to death"
    if target is None or is_time_phrase(s, prep) or is_adverbial(s, prep) or front or fixed:
        return
    lemma, lemmas, surface = s.words[prep].lemma, verb_path(s, verb), (*surface_of(s, verb), prep)
    # "was adopted by the Council at its meeting": the meeting is the doer's.
    noun = None if reader.open else noun_apart(s, verb, prep)  # "the attack near X, in which two were killed"
    apart = noun is not None
    target = target if noun is None else noun
    found = find_arguments(reader, s, target, owners=[a.mention for a in doers] or frame.owners())
    if not reader.open and lemma in CIRCUMSTANTIAL - {"in"}:
        found = [a for a in found if is_told(a)]
    if not reader.open and prep < verb and not apart:  # "the principles on which X was founded": not told which
        found = [a for a in found if a.mention.name != a.mention.name.lower()]
    towards = ("to", "from", "with", "on", "upon", "against")
    given = [s.words[a.head].lemma for a in frame.subjects[:1] if not is_named(a)]
    means = lemma == "with" and not given  # "the X Plan was prepared by Y with help": "prepared with" leaves out what
    reached = [a for a in found if is_named(a)] if means else found
    if doers and lemma in towards and not reader.open:  # "given by X to Y", "imposed by X on Y"
        turned = replace(frame, subjects=tuple(doers))
        told = s.text[s.words[verb].start : s.words[verb].end].lower()
        things = [s.words[a.head].text for a in frame.subjects[:1] if not is_named(a)]
        for extraction in emit(s, turned, [*lemmas, *given, lemma], surface, reached):
            yield replace(extraction, predicate=" ".join([told, *things, lemma]))  # "imposed restrictions on"
    participle = s.text[s.words[verb].start : s.words[verb].end].lower()
    known = " ".join(["be", *lemmas, lemma])
    particles = [s.words[p].text.lower() for p in particles_of(s, verb)]  # "will be set aside for nurses"
    path = known.split() if known in cues().relations else ["be", participle, *particles, lemma]
    yield from emit(s, frame, path, surface, found, rule="passive")
