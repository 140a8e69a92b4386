"""Who deals with whom by a noun: "his Kenyan counterpart, X", "negotiators from A and B"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from graph.extract.antecedent_persons import find_person
from graph.extract.arguments import Argument, Reader
from graph.extract.emission import emit
from graph.extract.frames import Frame
from graph.extract.parse import Sentence
from graph.extract.phrases import find_arguments
from graph.extract.prepositions import ACTORS
from graph.model import EntityType, Extraction

NOUN = "counterpart"
SENT = ("negotiator", "delegation", "delegate", "envoy")  # who deals with others for those that sent them
ARMED = ("group", "movement", "militia", "rebel", "front", "faction", "insurgent", "force")
PAIR = 2


def emit_counterpart(reader: Reader, s: Sentence, noun: int, person: int) -> Iterator[Extraction]:
    """Whose counterpart somebody is; of "the two ministers" that one is the other from then on.

    "Foreign Minister X met his Italian counterpart, Y": Y is foreign minister of Italy.
    """
    found = [a for a in owner_of(reader, s, noun, person) if a.mention.type is EntityType.PERSON]
    own = [as_person(a) for a in find_arguments(reader, s, person)[:1]]
    own = [a for a in own if a.mention.type is EntityType.PERSON]
    if own and len(found) == 1 and own[0].mention.name == found[0].mention.name:
        found = owner_but(reader, s, found[0])
    if reader.open or len(found) != 1 or not own or own[0].mention.name == found[0].mention.name:
        return
    short_names = reader.discourse.short_names
    short_names.observe_peer(found[0].mention, own[0].mention)
    frame = Frame(subjects=tuple(own), rule="apposition", certainty=0.85)
    yield from emit(s, frame, ["be", NOUN, "of"], (noun,), found)
    titles = (short_names.titles.get(a.mention.name, "") for a in (*own, *found))
    office = next((t for t in titles if "Minister" in t.split()), "")
    land = next((c for c in s.all_children(noun, "amod") if s.words[c].name is not None), noun)
    name = s.words[land].name
    state = name.entry if name is not None else None
    if office and state is not None and state.type is EntityType.COUNTRY:
        where = reader.discourse.mention_of(s, land, state.name, EntityType.COUNTRY)
        path = ["be", *office.lower().split(), "of"]
        yield from emit(s, frame, path, (noun,), [Argument(head=land, mention=where)])


def as_person(argument: Argument) -> Argument:
    """An argument of which nothing but its looks tells what it is, as a person: only people have counterparts."""
    mention = argument.mention
    looks = mention.found_by == "proper" and " " in mention.name
    return replace(argument, mention=replace(mention, type=EntityType.PERSON)) if looks else argument


def owner_of(reader: Reader, s: Sentence, noun: int, person: int) -> Sequence[Argument]:
    """Whose counterpart is told: of a row, that of its first, "X and his counterpart Y"; else by the possessive."""
    at = noun if s.words[noun].dep == "conj" else person
    owner = next((o for i in (noun, person) if (o := s.child(i, "poss")) is not None), None)
    if owner is None:
        return []
    of_row = s.words[owner].tag == "PRP$" and s.words[at].dep == "conj"
    return find_arguments(reader, s, s.words[at].head if of_row else owner)[:1]


def owner_but(reader: Reader, s: Sentence, himself: Argument) -> list[Argument]:
    """Whom a possessive means where it cannot mean the one who is told to be the counterpart; or nobody."""
    pronoun = s.words[himself.head]
    if pronoun.tag != "PRP$":
        return []
    found = find_person(reader.discourse, pronoun.text, [himself.mention], acted_on=True)
    return [replace(himself, mention=replace(m, span=himself.mention.span, found_by="pronoun")) for m in found]


def observe_senders(reader: Reader, s: Sentence, subjects: Sequence[Argument]) -> None:
    """Take down for whom those deal with each other who act, where two have sent them: "negotiators from A and B"."""
    sent = subjects[0].head if len(subjects) == 1 else None
    if sent is None or s.words[sent].lemma.lower() not in SENT or s.words[sent].tag != "NNS":
        return
    prep = s.prep(sent, "from") or s.prep(sent, "of")
    first = s.child(prep, "pobj") if prep is not None else None
    senders = find_arguments(reader, s, first) if first is not None else []
    if len(senders) == PAIR and all(is_sender(s, a) for a in senders):
        reader.discourse.parties.send([a.mention for a in senders])


def is_sender(s: Sentence, sender: Argument) -> bool:
    """Whether somebody has negotiators: a state, a body, or armed people called by a name, "the M23 rebel group"."""
    head = sender.head
    armed = s.words[head].lemma in ARMED and s.child(head, "det") is not None and sender.mention.name[:1].isupper()
    return armed or (s.words[head].name is not None and sender.mention.type in ACTORS)


def observe_presented(reader: Reader, s: Sentence, verb: int) -> None:
    """Take down whom a copula presents, for "she" in the next sentence: "the first to greet us was Ana Berg"."""
    subject, who = s.child(verb, "nsubj"), s.child(verb, "attr")
    if subject is None or who is None or s.words[subject].name is not None or s.words[who].pos != "PROPN":
        return
    found = find_arguments(reader, s, who)[:1]
    reader.discourse.observe([a.mention for a in found if a.mention.type is EntityType.PERSON])
