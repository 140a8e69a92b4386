"""For whom those who are quoted say "we": the body whose office they hold, by all that the document tells of them."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from graph.extract.arguments import Reader
from graph.extract.gazetteer import plain
from graph.extract.letterheads import countries
from graph.extract.mentions import name_of
from graph.extract.names import find_names
from graph.extract.nominals import find_nominals
from graph.extract.parse import Sentence
from graph.extract.quoted_home import home_here
from graph.extract.seats import capitals
from graph.extract.words import words
from graph.model import EntityType, Extraction, Mention

BODIES = (EntityType.COUNTRY, EntityType.ORGANIZATION)
HELD = re.compile(r"be (?P<office>.+) (?:of|for)|be (?P<spoken>(?:\S+ )?(?:spokes\w+|campaigner|director)) at")
ROLES = ("be", "hasRole")  # relations to what one is called
FIRM = re.compile(r"(?P<name>(?:[A-Z][\w.&’'-]* )+)(?:\w+ )*executive\b")  # "Siemens chief executive"
# What else than an office lets one speak for a body.
LEADING = frozenset({"chief", "executive", "negotiator", "spokesman", "spokeswoman", "campaigner", "founder", "leader"})
LEADING |= {"co-founder", "co-chair", "delegate", "manager", "officer", "head", "diplomat", "official"}
# Offices whose bearers speak for those who chose them, or for nobody: their "we" stays open.
OWN_MIND = frozenset({"senator", "congressman", "congresswoman", "judge", "justice", "parliament", "representative"})
PAST = frozenset({"former", "late", "ex", "future", "prospective", "opposition"})
# The office of which a text tells no state: that of the country for which the document speaks.
OFFICIAL = re.compile(
    r"\b(?:Minister|President|Premier|Chancellor|Taoiseach|Secretary|Ambassador|Commissioner|Governor|Envoy|King|Queen"
    r"|Spokes\w+|Director|Chief|Commander|Administrator)\b",
    re.IGNORECASE,
)


def speaking_offices() -> frozenset[str]:
    """The offices, in small letters, whose bearers say "we" for the body that they are of."""
    return frozenset(office.lower() for office in words().offices) - OWN_MIND | LEADING


def find_bodies(
    reader: Reader, sentences: Sequence[Sentence], quoted: Mapping[str, tuple[Mention, Sentence]]
) -> dict[str, Mention]:
    """The body for which each of the people quoted speaks; `quoted` are they with a sentence that quotes them.

    That sentence tells it first, then the state for which one holds an office, then the rest of the document.
    """
    found: dict[str, Mention] = {}
    for name, (who, said) in quoted.items():
        state = reader.discourse.parties.states_of.get(name, "") if not has_left(said, name) else ""
        if who.type is not EntityType.PERSON:
            body = who if who.type in BODIES else body_of_place(reader, who) or body_in(reader, who, who.name)
        else:
            body = find_body(reader, [said], who)
            body = body or (replace(who, name=state, type=EntityType.COUNTRY, found_by="demonym") if state else None)
            body = body or find_body(reader, naming(sentences, name), who)
            body = body or (home_here(reader, sentences, who, said) if not has_left(said, name) else None)
        if body is not None:
            found[name] = body
    return found


def has_left(s: Sentence, name: str) -> bool:
    """Whether a sentence says that a person no longer holds an office: "former minister X", "X, the late president"."""
    gone, who = r"\b(?:former|late|ex)\b", re.escape(name.rsplit(maxsplit=1)[-1])
    return (
        re.search(rf"(?i:{gone})[^,.;]{{0,40}},?[^,.;]{{0,20}}\b{who}|\b{who},? (?:an? |the )?(?i:{gone})", s.text)
        is not None
    )


def naming(sentences: Iterable[Sentence], name: str) -> list[Sentence]:
    """The sentences that name a person."""
    return [
        s
        for s in sentences
        if name in s.text[s.words[0].start : s.words[-1].end] or any(w.name and w.name.name == name for w in s.words)
    ]


def find_body(reader: Reader, sentences: Iterable[Sentence], speaker: Mention) -> Mention | None:
    """The one state or body whose office sentences give to a speaker: "French President X", "X, head of NATO"."""
    own = (e for s in sentences for e in find_nominals(reader, s) if e.subject.name == speaker.name)
    held = (e for e in own if is_held(e) or e.relation in ROLES)
    bodies = {m.name: m for e in held if (m := body_told(reader, speaker, e)) is not None}
    return next(iter(bodies.values())) if len(bodies) == 1 else None


def body_told(reader: Reader, speaker: Mention, extraction: Extraction) -> Mention | None:
    """The body that an office names: what it is "of", or what its name begins with, "EU foreign policy chief"."""
    body = extraction.object
    if extraction.relation in ROLES:
        return body_in(reader, speaker, name_of(extraction.object), opening=True)
    if not isinstance(body, Mention):
        return None
    firm = body.type is EntityType.PLACE and "executive" in extraction.relation.split()  # no town has a chief executive
    return replace(body, type=EntityType.ORGANIZATION) if firm else body if body.type in BODIES else None


def body_in(reader: Reader, speaker: Mention, office: str, *, opening: bool = False) -> Mention | None:
    """The only body that the words of an office name: "a Qatari official"; or None, also where it is no office."""
    told = re.findall(r"[\w’'-]+", office.lower())
    if speaking_offices().isdisjoint(told) or not PAST.isdisjoint(told):
        return None
    names = [n for n in find_names(office, reader.lexicon, reader.gazetteer) if not opening or n.start == 0]
    known = [(n.entry.name, n.entry.type) for n in names if n.entry is not None]
    adjectives = [reader.gazetteer.demonyms.get(word) for word in office.split()[: 1 if opening else None]]
    known += [(e.name, e.type) for e in adjectives if e is not None]
    bodies = {name: kind for name, kind in known if kind in BODIES}
    if opening and not bodies and (firm := FIRM.match(office)) is not None:
        bodies = {firm["name"].strip(): EntityType.ORGANIZATION}
    if len(bodies) != 1:
        return None
    ((name, kind),) = bodies.items()
    return replace(speaker, name=name, type=kind, found_by="demonym")


def body_of_place(reader: Reader, place: Mention) -> Mention | None:
    """The state of whose capital a text tells that it speaks: "Paris said"; or None."""
    seated = place.type is EntityType.PLACE and plain(place.name) in capitals()
    state = countries(reader.gazetteer).get(capitals()[plain(place.name)]) if seated else None
    return replace(place, name=state.name, type=state.type, found_by="demonym") if state is not None else None


def is_held(extraction: Extraction) -> bool:
    """Whether one holds an office by which one speaks for others: "be president of", no "be former judge of"."""
    held = HELD.fullmatch(extraction.relation)
    if held is None:
        return False
    told = set((held["office"] or held["spoken"]).lower().split())
    return not told.isdisjoint(speaking_offices()) and told.isdisjoint(PAST | OWN_MIND)


def find_officials(reader: Reader, sentences: Sequence[Sentence], quoted: Iterable[Mention]) -> frozenset[str]:
    """Those of the people quoted who hold an office of which no body is told: "Ana Berg, Minister of Trade"."""
    return frozenset(who.name for who in quoted if holds_office(reader, naming(sentences, who.name), who))


def holds_office(reader: Reader, sentences: Iterable[Sentence], who: Mention) -> bool:
    """Whether sentences give a person an office, by a title or by what they are called."""
    for s in sentences:
        titles = (w.name.title for w in s.words if w.name is not None and w.name.name == who.name)
        if any(OFFICIAL.search(title) for title in titles):
            return True
        told = (e for e in find_nominals(reader, s) if e.subject.name == who.name)
        roles = (e.relation if e.relation not in ROLES else name_of(e.object) for e in told)
        if any(OFFICIAL.search(role) for role in roles):
            return True
    return False
