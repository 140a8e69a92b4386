"""What a name tells by itself: whose the thing is, and what it is about."""

import re
from collections.abc import Iterator
from dataclasses import replace

from graph.extract.arguments import Argument, Reader, is_named
from graph.extract.bound import APPOINTING
from graph.extract.deeds_named import is_only_sought, is_unreal
from graph.extract.emission import emit
from graph.extract.frames import Frame
from graph.extract.named import name_argument
from graph.extract.names import find_names
from graph.extract.noun_phrases import is_person, text_of
from graph.extract.parse import Sentence
from graph.extract.phrases import find_arguments
from graph.extract.prepositions import is_time_phrase
from graph.model import EntityType, Extraction, Mention

LISTED = 9  # words of a list that is one topic
KNOWN = ("gazetteer", "acronym", "alias")  # how a name inside another one must be found to be its owner
# Who belongs to what a name begins with is none of it: a "Dialogue Partner of ASEAN" is no dialogue.
BELONGING = re.compile(r" (?:Partner|Member|Observer)s? of ")
ORGANS = ("session", "states", "council", "assembly", "secretariat")  # whose a body's is, its name tells again
BEHIND = re.compile(r" (?:on|for|in|with|to|against) ")


def bearer_beside(s: Sentence, i: int) -> int | None:
    """The person beside whom an office stands that is told of the same: "the envoy, Ann Berg, now Peru's Adviser"."""
    name, above = s.words[i].name, s.words[i].head
    if name is None or name.type is not EntityType.ROLE or s.words[i].dep != "appos":
        return None
    beside = [*(c for c in s.all_children(above, "appos") if c < i), above]
    return next((c for c in beside if is_person(s.words[c])), None)


def appointed_to(s: Sentence, i: int) -> int | None:
    """The person whose appointment to an office is told of: "the appointment of X as Peru's Envoy for Y"."""
    name, as_ = s.words[i].name, s.words[i].head
    act = s.words[as_].head
    if name is None or name.type is not EntityType.ROLE or s.words[as_].lemma != "as":
        return None
    unreal = is_unreal(s, act) or is_only_sought(s, act)
    of = s.prep(act, "of") if s.words[act].lemma in APPOINTING and not unreal else None
    who = s.child(of, "pobj") if of is not None else None
    return who if who is not None and is_person(s.words[who]) else None


def owner_of_name(reader: Reader, s: Sentence, i: int) -> Iterator[Extraction]:
    """Whose a named thing is: "the U.N.'s Charter", "Summit of the Arab League"."""
    name = s.words[i].name
    child = s.child(i, "poss")
    child = None if child is not None and s.words[child].text.lower() in ("our", "my") else child
    own = name_argument(reader, s, i)
    beside = s.child(i, "appos")
    if name is not None and name.type is EntityType.ROLE and beside is not None and is_person(s.words[beside]):
        return  # "Peru's Envoy for Chile, Ana Berg": of her, not of the office
    bearer = bearer_beside(s, i)
    borne = find_arguments(reader, s, bearer)[:1] if bearer is not None and not reader.open else [own] if own else []
    if not reader.open and (appointed := appointed_to(s, i)) is not None:
        borne = find_arguments(reader, s, appointed)[:1]
    frame = Frame(subjects=tuple(borne), rule="name", certainty=0.9)
    told = bearer is not None and bearer == s.words[i].head and s.words[bearer].label == "PERSON"  # as an apposition
    if own is not None and bearer is not None and not told and not reader.open:
        yield from emit(s, frame, ["have", "role"], (), [own])
    owners = [a for a in find_arguments(reader, s, child) if is_named(a)] if child is not None else []
    behind = {n.name for c in s.all_children(i, "appos") if (n := s.words[c].name) is not None}
    owners = [a for a in owners if a.mention.name not in behind]  # "his Envoy, Ann Berg": the envoy is not her own
    if (
        name is not None
        and " of " in name.name
        and " between " not in name.name
        and not BELONGING.match(name.name.partition(name.proxy)[2])
    ):  # "Treaty of Friendship between X and Y"
        inner = name.name.split(" of ", maxsplit=1)[1].removeprefix("the ")
        inner = "" if BEHIND.search(inner) else inner  # "Panel of Experts on X" is no panel of X
        listed = ", " in inner and " of " in inner
        if listed:  # "Ministry of Trade, Youth and Land Reform of X"
            inner = inner.rsplit(" of ", maxsplit=1)[1].removeprefix("the ")
        found = [n for n in find_names(inner, reader.lexicon, reader.gazetteer) if n.found_by in KNOWN]
        told = name.name.lower().removeprefix("the ").startswith(f"{name.proxy.lower()} of ")
        state = found[:1] and found[0].start == 0 and found[0].type is EntityType.COUNTRY
        told = told or (
            f"{name.proxy} of " in name.name and name.type is EntityType.ORGANIZATION
        )  # "Central Bank of X"
        organ = found[:1] and found[0].type is EntityType.ORGANIZATION and name.proxy.lower().split()[-1] in ORGANS
        plain_name = (told and state and not listed) or organ  # "Constitution of X", "78th Session of the Assembly"
        if plain_name:  # "Government of India": that it is India's its name says
            found = []
        if found and found[-1].end >= len(inner) - 1 and found[-1].type not in (EntityType.REGION, EntityType.PLACE):
            mention = reader.discourse.mention_of(s, i, found[-1].name, found[-1].type)
            owners.append(Argument(head=i, mention=replace(mention, text=found[-1].name, found_by=found[-1].found_by)))
    if name is not None:
        yield from emit(s, frame, ["be", name.proxy.lower(), "of"], (i,), owners)


# What "on" leads to where it tells of no topic: "the respect for X on both sides", "on the ground".
NO_TOPICS = ("side", "ground", "part", "basis", "behalf", "occasion", "agenda", "page")


def topic(reader: Reader, s: Sentence, i: int) -> Iterator[Extraction]:
    """What a document is about: "Resolution 1325 (2000) on women, peace and security"."""
    own = name_argument(reader, s, i)
    prep = next((p for p in s.all_children(i, "prep") if s.words[p].lemma == "on" and p == i + 1), None)
    target = s.child(prep, "pobj") if prep is not None else None
    if own is None or own.mention.type is not EntityType.AGREEMENT or target is None or is_time_phrase(s, prep or 0):
        return
    if s.words[target].lemma in NO_TOPICS:
        return
    frame = Frame(subjects=(own,), rule="topic", certainty=0.9)
    listed = listed_whole(s, target)
    found = [listed_argument(reader, s, target, listed)] if listed else find_arguments(reader, s, target)
    inner = [
        a for p in s.all_children(target, "prep") if (t := s.child(p, "pobj")) for a in find_arguments(reader, s, t)
    ]
    yield from emit(s, frame, ["concern"], (i + 1,), [*found, *(a for a in inner if is_named(a))])


def listed_whole(s: Sentence, target: int) -> list[int]:
    """The words of a short list of bare nouns that together are one topic: "on women, peace and security"; or none."""
    last = target
    while (behind := s.child(last, "conj")) is not None and not s.all_children(behind, "det", "poss"):
        last = behind
    run = list(range(s.subtree(target)[0], last + 1))
    plain_nouns = all(s.words[i].pos in ("NOUN", "ADJ", "PUNCT", "CCONJ") and s.words[i].name is None for i in run)
    return run if last != target and plain_nouns and len(run) <= LISTED else []


def listed_argument(reader: Reader, s: Sentence, target: int, run: list[int]) -> Argument:
    """The argument that a list of bare nouns makes as a whole."""
    text = text_of(s, run)
    mention = Mention(span=s.span_of(run[0], run[-1]), text=text, name=text, type=EntityType.CONCEPT, found_by="phrase")
    return Argument(head=target, mention=mention, certainty=0.9)
