"""What a noun for a deed takes up by what was done: "X closed the Hiva mine", and then "the closure" is the mine's."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from graph.extract.brought_up import Brought, Make, is_bare, is_open, told
from graph.extract.parse import Sentence
from graph.extract.rules import own_toml
from graph.extract.text import possessive
from graph.extract.told_deeds import own_clause, points_back
from graph.model import EntityType, Extraction, Mention

REACH = 2  # sentences before, in which the deed is told
BARE_OBJECTS = ("leave", "quit", "exit", "join", "visit")  # whose object another verb needs a preposition for
DEPARTING = ("from", "to")  # deeds that say little without who did them: "X's withdrawal from Y"

Doers = Callable[[Sentence, int], Sequence[Mention]]


class Deed(NamedTuple):
    """A noun's verbs, and the preposition that leads to what the deed was done to; "happens" where it just happens."""

    to: str
    verbs: frozenset[str]


class Tellers(NamedTuple):
    """Who tells of a deed: what names a phrase, for whom a subject stands, and what the sentence before tells."""

    make: Make
    doers: Doers
    deeds: Sequence[Extraction] = ()


class Done(NamedTuple):
    """A sentence and the verb in it that tells a deed."""

    s: Sentence
    verb: int


@cache
def deeds() -> Mapping[str, Deed]:
    """The nouns for deeds, by how the words of the deed go on."""
    tables = own_toml("deeds.toml").items()
    return {noun: Deed(to, frozenset(verbs)) for to, nouns in tables for noun, verbs in nouns.items()}


def deed_done(s: Sentence, head: int, before: Sequence[Sentence], told_by: Tellers) -> Mention | None:
    """The deed of a bare "the closure" with what was closed, where just one verb near has told of one; or None."""
    deed = deeds().get(s.words[head].lemma)
    if deed is None or not points_back(s, head):
        return None
    for other in (s, *before[:REACH]):
        if other is not s and names_one(other, s.words[head].lemma):
            return None
        verbs = [v for v in telling(other, deed) if other is not s or (v < head and head not in own_clause(s, v))]
        if len(verbs) > 1:
            return None
        if verbs:
            name = named(s.words[head].lemma, deed, Done(other, verbs[0]), told_by)
            return event(s, head, name) if name else None
    return None


def event(s: Sentence, head: int, name: str) -> Mention:
    """The mention of a deed by a noun."""
    text = s.words[head].text
    return Mention(span=s.span_of(head, head), text=text, name=name, type=EntityType.EVENT, found_by="named phrase")


def names_one(s: Sentence, noun: str) -> bool:
    """Whether a sentence brings such a deed up by the noun itself, "a closure of X": another one, or one unnamed."""
    return any(w.lemma == noun and w.pos == "NOUN" and not is_bare(s, w.i) for w in s.words)


def telling(s: Sentence, deed: Deed) -> Iterator[int]:
    """The verbs of a sentence that tell of a deed and do not deny it."""
    for word in s.words:
        if word.lemma in deed.verbs and word.pos == "VERB" and s.child(word.i, "neg") is None:
            yield word.i


def named(noun: str, deed: Deed, done: Done, told_by: Tellers) -> str:
    """The name of a deed by its noun and what it was done to, as a sentence tells it; empty where that is open."""
    s, verb = done
    at = patient(s, verb, deed)
    thing = thing_at(s, at, told_by) if at is not None and not is_open(Brought(s, at)) else ""
    if not thing:
        return ""
    name = f"{noun} {'of' if deed.to == 'happens' else deed.to} {thing}"
    if deed.to not in DEPARTING:
        return name
    subject = s.child(verb, "nsubj")
    owners = list(told_by.doers(s, subject)) if subject is not None else []
    return f"{possessive(owners[0].name)} {name}" if len(owners) == 1 else ""


def thing_at(s: Sentence, i: int, told_by: Tellers) -> str:
    """The name of what a deed was done to, with its article; "its border" as the claims of its sentence have it."""
    if any(s.words[p].tag == "PRP$" for p in s.all_children(i, "poss")):
        at = s.span_of(i, i)
        known = (e.object for e in told_by.deeds if " " not in e.relation and isinstance(e.object, Mention))
        return next((m.name for m in known if m.span.start <= at.start and at.end <= m.span.end), "")
    mention = told(Brought(s, i), told_by.make)
    return f"{article(s, i, mention)}{mention.name}" if mention is not None else ""


def article(s: Sentence, i: int, mention: Mention) -> str:
    """The article of what a deed was done to, where it has one: "the closure of the Hiva mine"."""
    common = s.words[i].name is None and s.words[i].pos == "NOUN" and s.words[i].text in mention.name
    found = (s.words[d].text.lower() for d in s.all_children(i, "det"))
    return next((f"{word} " for word in found if word in ("the", "a", "an") and common), "")


def patient(s: Sentence, verb: int, deed: Deed) -> int | None:
    """The word for what a verb tells a deed to be done to, or to happen to; or None."""
    word = s.words[verb]
    if deed.to == "happens":
        return own(s, verb, s.child(verb, "nsubj"))
    if (passive := s.child(verb, "nsubjpass")) is not None:
        return own(s, verb, passive)
    reached = deed.to != "of" and (prep := s.prep(verb, deed.to)) is not None
    if reached and word.lemma not in BARE_OBJECTS:
        return s.child(prep, "pobj") if prep is not None else None
    if (direct := s.child(verb, "dobj")) is not None:
        return own(s, verb, direct) if deed.to not in DEPARTING or word.lemma in BARE_OBJECTS else None
    return word.head if word.dep == "acl" and word.tag == "VBN" and word.head < verb else None


def own(s: Sentence, verb: int, i: int | None) -> int | None:
    """A subject or object itself; a relative pronoun is the noun that its clause tells of."""
    if i is None or s.words[i].tag not in ("WDT", "WP"):
        return i
    return s.words[verb].head if s.words[verb].dep == "relcl" else None
