"""A verb and its objects → extractions, each under the name of its relation."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from graph.extract.cues import cues
from graph.extract.frames import Frame, is_infinitive, surface_of, verb_path, words_of
from graph.extract.noun_phrases import ACTORS, conjuncts, is_place_phrase, is_time_phrase
from graph.extract.parse import Sentence
from graph.extract.phrases import Argument, Reader, find_arguments, is_named
from graph.extract.settings import is_setting
from graph.model import EntityType, Extraction, Mention, Qualifier, QualifierKind, Value, ValueKind

COPULAS = ("be", "become", "remain", "represent", "constitute")
PRESENT_AT = (EntityType.EVENT,)
LIGHT_PREPOSITIONS = ("for", "with", "to", "on", "in", "of", "about", "over", "at")


def name_relation(path: Sequence[str], lemmas: Sequence[str], *, transparent: bool) -> str:
    """The name of a relation: of the vocabulary where the predicate is known, else the predicate's own lemmas.

    A path that changes nothing about what is done ("continue to …") is looked through.
    """
    known = cues().relations
    tail = " ".join(lemmas)
    whole = " ".join((*path, *lemmas))
    if whole in known:
        return known[whole]
    if transparent and tail in known:
        return known[tail]
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
    """An extraction for every subject of the frame with every object."""
    relation = name_relation(frame.path, lemmas, transparent=frame.transparent)
    predicate = words_of(s, (*frame.surface, *surface))
    for subject in frame.subjects:
        for item in objects:
            thing = item.mention if isinstance(item, Argument) else item
            if isinstance(thing, Mention) and thing.name.lower() == subject.mention.name.lower():
                continue
            counts = [a.count for a in (subject, item) if isinstance(a, Argument) and a.count is not None]
            certainty = frame.certainty * subject.certainty * (item.certainty if isinstance(item, Argument) else 0.9)
            places = {q.value.name for q in frame.qualifiers if isinstance(q.value, Mention)}
            own = thing.name if isinstance(thing, Mention) else ""
            yield Extraction(
                subject=subject.mention,
                predicate=predicate,
                relation=relation,
                object=thing,
                sentence=s.span,
                rule=rule or frame.rule,
                polarity=frame.polarity,
                modality=frame.modality,
                speaker=frame.speaker,
                qualifiers=(
                    *(
                        q
                        for q in frame.qualifiers
                        if not (own in places and isinstance(q.value, Mention) and q.value.name == own)
                    ),
                    *(Qualifier(kind=QualifierKind.COUNT, value=c) for c in counts),
                ),
                confidence=certainty,
            )


def emit_objects(reader: Reader, s: Sentence, verb: int, frame: Frame) -> Iterator[Extraction]:
    """The extractions of one verb: its objects, what its prepositions reach, what its objects go on to."""
    lemmas = verb_path(s, verb)
    if frame.passive:
        yield from emit_passive(reader, s, verb, frame, lemmas)
    elif s.words[verb].lemma in COPULAS:
        yield from emit_copula(reader, s, verb, frame)
    else:
        yield from emit_active(reader, s, verb, frame, lemmas)
    yield from emit_presence(s, frame)


def emit_active(reader: Reader, s: Sentence, verb: int, frame: Frame, lemmas: Sequence[str]) -> Iterator[Extraction]:
    """Direct objects, what stands behind them, whom a verb asks, and prepositional objects."""
    owners = frame.owners()
    surface = surface_of(s, verb)
    direct = s.child(verb, "dobj")
    if direct is not None:
        yield from emit_direct(reader, s, verb, frame, lemmas)
        yield from emit_partners(reader, s, verb, frame, lemmas)
        yield from emit_dative(reader, s, verb, frame, lemmas)
    for clause in s.all_children(verb, "ccomp"):
        asked = s.child(clause, "nsubj")
        if asked is not None and is_infinitive(s, clause):
            yield from emit(s, frame, lemmas, surface, find_arguments(reader, s, asked, owners=owners))
    for prep in s.all_children(verb, "prep"):
        target = s.child(prep, "pobj")
        if target is None or not is_argument(s, verb, prep):
            continue
        found = find_arguments(reader, s, target, owners=owners)
        if direct is not None or prep < verb:
            found = [a for a in found if is_named(a) or a.mention.type is EntityType.GROUP]
        yield from emit(s, frame, [*lemmas, s.words[prep].lemma], (*surface, prep), found, rule="prepositional")


def is_argument(s: Sentence, verb: int, prep: int) -> bool:
    """Whether a verb's preposition leads to an argument: no time, no setting, nothing a light object goes on to."""
    direct = s.child(verb, "dobj")
    lemma = s.words[prep].lemma
    if is_time_phrase(s, prep):
        return False
    if direct is None:
        return True
    joint = lemma == "with" and s.words[verb].lemma in cues()["nouns.joint"]
    taken = joint or (is_light(s, direct) and lemma in LIGHT_PREPOSITIONS)
    return lemma in ("with", "to", "from", "into", "against", "as") and not is_setting(s, prep) and not taken


def emit_direct(reader: Reader, s: Sentence, verb: int, frame: Frame, lemmas: Sequence[str]) -> Iterator[Extraction]:
    """The direct object, and what it goes on to: "expressed support for X" says more of X than of support."""
    direct = s.child(verb, "dobj")
    if direct is None:
        return
    owners, surface, noun = frame.owners(), surface_of(s, verb), s.words[direct]
    nested = list(nested_objects(reader, s, verb, direct, owners))
    infinitive = any(s.child(c, "aux") is not None for c in s.all_children(direct, "acl", "relcl"))
    if not (is_light(s, direct) and (nested or infinitive)):
        yield from emit(s, frame, lemmas, surface, find_arguments(reader, s, direct, owners=owners))
    adjectives = [s.words[a].lemma for a in s.all_children(direct, "amod")]
    for prep, middle, found in nested:
        behind = [s.words[prep].lemma, *[s.words[m].text.lower() for m in middle]]
        with_adjectives = [*lemmas, *adjectives, noun.lemma, *behind]
        known = " ".join(with_adjectives) in cues().relations
        path = with_adjectives if known else [*lemmas, noun.lemma, *behind]
        yield from emit(s, frame, path, (*surface, direct, prep, *middle), found, rule="nested")


def emit_dative(reader: Reader, s: Sentence, verb: int, frame: Frame, lemmas: Sequence[str]) -> Iterator[Extraction]:
    """To whom something is given: "granted the port a loan", "sent a letter to X"."""
    direct, dative = s.child(verb, "dobj"), s.child(verb, "dative")
    if direct is None or dative is None:
        return
    target = s.child(dative, "pobj") if s.words[dative].pos == "ADP" else dative
    gift = [s.words[m].lemma for m in s.all_children(direct, "amod", "compound")] + [s.words[direct].lemma]
    found = find_arguments(reader, s, target, owners=frame.owners()) if target is not None else []
    path = [*lemmas, *(gift if s.words[direct].name is None else []), "to"]
    yield from emit(s, frame, path, (*surface_of(s, verb), direct), found, rule="dative")


def is_light(s: Sentence, noun: int) -> bool:
    """Whether a noun carries little by itself: a light noun that is not counted ("took three steps")."""
    word = s.words[noun]
    return word.name is None and word.lemma in cues()["nouns.light"] and s.child(noun, "nummod") is None


def emit_partners(reader: Reader, s: Sentence, verb: int, frame: Frame, lemmas: Sequence[str]) -> Iterator[Extraction]:
    """Who does something jointly with the subject: "adopted a plan with B" is said of B as well."""
    direct = s.child(verb, "dobj")
    if direct is None or s.words[verb].lemma not in cues()["nouns.joint"]:
        return
    for prep in (*s.all_children(verb, "prep"), *(p for d in conjuncts(s, direct) for p in s.all_children(d, "prep"))):
        target = s.child(prep, "pobj")
        if target is None or s.words[prep].lemma != "with":
            continue
        partners = [a for a in find_arguments(reader, s, target, owners=frame.owners()) if a.mention.type in ACTORS]
        objects = find_arguments(reader, s, direct, owners=frame.owners())
        joint = replace(frame, subjects=tuple(partners)).step("comitative", 0.9)
        yield from emit(s, joint, lemmas, (*surface_of(s, verb), prep), objects)


def nested_objects(
    reader: Reader, s: Sentence, verb: int, direct: int, owners: Sequence[Mention]
) -> Iterator[tuple[int, list[int], list[Argument]]]:
    """What a direct object goes on to: (preposition, gerund between, arguments), where the argument has a name.

    "expressed support for X" says more of X than of support; "a plan for strengthening X" of X as well.
    """
    if s.words[direct].name is not None:
        return
    light = is_light(s, direct)
    preps = s.all_children(direct, "prep")
    if light:
        preps = preps + [
            p for p in s.all_children(verb, "prep") if s.words[p].lemma in LIGHT_PREPOSITIONS and p > direct
        ]
    else:
        preps = preps + [p for p in s.all_children(verb, "prep") if s.words[p].lemma == "for"]
    for prep in preps:
        if (
            is_time_phrase(s, prep)
            or is_place_phrase(s, prep)
            or s.words[prep].lemma in ("between", "by", "include", "including")
        ):
            continue
        target, middle = s.child(prep, "pobj"), []
        gerund = s.child(prep, "pcomp")
        if gerund is not None:
            target, middle = s.child(gerund, "dobj"), [gerund]
            if s.child(gerund, "nsubj") is not None:
                continue
        if target is None:
            continue
        found = find_arguments(reader, s, target, owners=owners)
        if not light:
            found = [a for a in found if is_named(a) or a.mention.type is EntityType.GROUP]
        if found:
            yield prep, middle, found


def emit_passive(reader: Reader, s: Sentence, verb: int, frame: Frame, lemmas: Sequence[str]) -> Iterator[Extraction]:
    """A passive: with a doer it is turned round, without one it is said of what was done."""
    patients = frame.subjects
    owners = frame.owners()
    surface = surface_of(s, verb)
    agents = s.all_children(verb, "agent") or [p for p in s.all_children(verb, "prep") if s.words[p].lemma == "by"]
    doers: list[Argument] = []
    for agent in agents:
        target = s.child(agent, "pobj")
        if target is not None:
            doers = find_arguments(reader, s, target, owners=owners)
            turned = replace(frame, subjects=tuple(doers))
            yield from emit(s, turned, lemmas, (*surface, agent), patients, rule="passive")
    participle = s.text[s.words[verb].start : s.words[verb].end].lower()
    reached = False
    for prep in s.all_children(verb, "prep"):
        target = s.child(prep, "pobj")
        if target is None or prep in agents or is_time_phrase(s, prep):
            continue
        found = find_arguments(reader, s, target, owners=owners)
        known = " ".join(["be", *lemmas, s.words[prep].lemma])
        path = known.split() if known in cues().relations else ["be", participle, s.words[prep].lemma]
        for extraction in emit(s, frame, path, (*surface, prep), found, rule="passive"):
            reached = True
            yield extraction
    if not reached and not doers:
        for qualifier in frame.qualifiers:
            if isinstance(qualifier.value, Value) and qualifier.value.kind is ValueKind.DATE:
                bare = replace(frame, qualifiers=())
                yield from emit(s, bare, ["be", participle, "in"], surface, [qualifier.value], rule="passive")


def emit_copula(reader: Reader, s: Sentence, verb: int, frame: Frame) -> Iterator[Extraction]:
    """What a subject is: the noun behind the copula, and what that noun belongs to ("is the core concept of X")."""
    owners = frame.owners()
    surface = surface_of(s, verb)
    lemma = s.words[verb].lemma
    for attribute in s.all_children(verb, "attr", "oprd", "dobj", "acomp"):
        word = s.words[attribute]
        if word.pos in ("NOUN", "PROPN"):
            found = find_arguments(reader, s, attribute, owners=owners)
            for argument in found:
                nested = list(belongings(reader, s, argument.head, owners))
                for noun, prep, targets in nested:
                    path = [lemma, noun, s.words[prep].lemma]
                    yield from emit(s, frame, path, (*surface, argument.head, prep), targets, rule="copula")
                if not nested:
                    yield from emit(s, frame, [lemma], surface, [argument], rule="copula")
                if word.lemma in cues()["nouns.about"] and len(frame.subjects) == 1:
                    reader.discourse.introduce(word.lemma, frame.subjects[0].mention)
        elif word.pos in ("ADJ", "VERB"):
            for prep in s.all_children(attribute, "prep"):
                target = s.child(prep, "pobj")
                if target is not None and not is_time_phrase(s, prep):
                    found = find_arguments(reader, s, target, owners=owners)
                    path = [lemma, word.text.lower(), s.words[prep].lemma]
                    yield from emit(s, frame, path, (*surface, attribute, prep), found, rule="copula")
    for prep in s.all_children(verb, "prep"):
        target = s.child(prep, "pobj")
        if target is not None and s.child(verb, "attr", "acomp") is None and not is_time_phrase(s, prep):
            found = [a for a in find_arguments(reader, s, target, owners=owners) if is_named(a)]
            yield from emit(s, frame, [lemma, s.words[prep].lemma], (*surface, prep), found, rule="copula")


def belongings(
    reader: Reader, s: Sentence, noun: int, owners: Sequence[Mention]
) -> Iterator[tuple[str, int, list[Argument]]]:
    """What a noun belongs to by name: (noun with its adjectives, preposition, arguments)."""
    if s.words[noun].name is not None:
        return
    for prep in s.all_children(noun, "prep"):
        target = s.child(prep, "pobj")
        if target is None or s.words[prep].lemma not in ("of", "for", "in", "to", "between"):
            continue
        found = [a for a in find_arguments(reader, s, target, owners=owners) if is_named(a)]
        if found:
            modifiers = [s.words[m].text.lower() for m in s.all_children(noun, "amod", "compound")]
            yield " ".join([*modifiers, s.words[noun].lemma]), prep, found


def emit_presence(s: Sentence, frame: Frame) -> Iterator[Extraction]:
    """A person who did something at an event attended it."""
    people = tuple(a for a in frame.subjects if a.mention.type is EntityType.PERSON)
    events = [
        Argument(head=0, mention=q.value)
        for q in frame.qualifiers
        if q.kind is QualifierKind.PLACE and isinstance(q.value, Mention) and q.value.type in PRESENT_AT
    ]
    times = tuple(q for q in frame.qualifiers if q.kind is QualifierKind.TIME)
    if people and events:
        bare = replace(frame, subjects=people, path=(), surface=(), transparent=True, qualifiers=times)
        for extraction in emit(s, bare.step("presence", 0.8), ["attend"], (), events, rule="presence"):
            yield replace(extraction, predicate="at")
