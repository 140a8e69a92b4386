"""What a person's title tells: "French President X", "President of Peru X", "Ohio Governor X"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from graph.extract.arguments import Argument, Reader
from graph.extract.counterparts import NOUN as COUNTERPART
from graph.extract.counterparts import emit_counterpart
from graph.extract.emission import emit
from graph.extract.frames import Frame
from graph.extract.named import name_argument
from graph.extract.names import find_names
from graph.extract.noun_phrases import text_of
from graph.extract.office_seats import FOR_LANDS
from graph.extract.parse import Sentence
from graph.extract.phrases import find_arguments
from graph.extract.values import make_text
from graph.extract.words import words
from graph.model import EntityType, Extraction

# What before a title says that somebody holds the office no longer, not yet, or in another's place.
PAST = ("former", "acting", "deputy", "interim", "outgoing", "incoming", "ex", "late")


def title(reader: Reader, s: Sentence, person: int) -> Iterator[Extraction]:
    """A person's title with a demonym or a country: "French President X", "President X of Y"."""
    name = s.words[person].name
    if name is not None and (inside := whose_inside(reader, s, person)) is not None:
        prep, land = inside
        own = name_argument(reader, s, person)
        frame = Frame(subjects=(own,) if own and office_of(name.title) else (), rule="title", certainty=0.95)
        yield from emit(s, frame, ["be", *past_of(s, person), office_of(name.title), prep], (person,), [land])
    landed = any(s.words[c].name is not None for c in s.all_children(person, "amod", "compound", "nmod", "poss"))
    if name is not None and office_of(name.title) and not landed:
        yield from bare_office(reader, s, person) if reader.open else office_alone(reader, s, person)
    behind = (s.child(p, "pobj") for p in s.all_children(person, "prep") if s.words[p].lemma == "of")
    before = s.all_children(person, "amod", "compound", "nmod", "poss")
    for child in (*before, *(c for c in behind if c is not None)):
        place = s.words[child].name
        if place is None and name is not None and s.words[child].label == "GPE" and s.words[child].pos == "PROPN":
            yield from office_at(reader, s, person, child)
        bodies = (EntityType.COUNTRY, EntityType.ORGANIZATION)
        if name is None or place is None or place.entry is None or place.type not in bodies:
            continue
        office = " ".join([*past_of(s, person), office_of(name.title)]).strip()
        own = name_argument(reader, s, person) if office else None
        frame = Frame(subjects=(own,) if own else (), rule="title", certainty=0.95)
        country = Argument(head=child, mention=reader.discourse.mention_of(s, child, place.entry.name, place.type))
        yield from emit(s, frame, ["be", office, "of"], (child, person), [country])


def known_office(reader: Reader, s: Sentence, person: int) -> Iterator[Extraction]:
    """The office that is named right before a name and that the gazetteer knows: "UN Secretary-General X"."""
    before = s.words[person - 1] if person else None
    office = before.name if before is not None and before.dep in ("compound", "nmod", "amod") else None
    if before is None or office is None or office.type is not EntityType.ROLE or before.head != person or reader.open:
        return
    own = name_argument(reader, s, person)
    frame = Frame(subjects=(own,) if own else (), rule="title", certainty=0.95)
    yield from emit(s, frame, ["have", "role"], (), find_arguments(reader, s, before.i)[:1])


def past_of(s: Sentence, person: int) -> list[str]:
    """What tells that an office is not held in full: "Former Peruvian President X", "former President of Peru X"."""
    near = (s.words[m].text.lower() for m in s.all_children(person, "amod", "compound") if person - m <= 2)
    return [word for word in near if word in PAST]


def bare_office(reader: Reader, s: Sentence, person: int) -> Iterator[Extraction]:
    """The office before a name alone, in open reading: "Foreign Minister X" is foreign minister."""
    name = s.words[person].name
    own = name_argument(reader, s, person) if name is not None else None
    if own is None or name is None:
        return
    told = replace(own, mention=replace(own.mention, text=name.name))
    yield from emit(
        s, Frame(subjects=(told,), rule="title", certainty=0.9), ["be"], (), [make_text(office_of(name.title))]
    )


def office_alone(reader: Reader, s: Sentence, person: int) -> Iterator[Extraction]:
    """The office before a name that has no state beside it and tells what it is for: "Energy Minister X"."""
    name, word = s.words[person].name, s.words[person]
    own = name_argument(reader, s, person)
    behind = s.prep(person, "of") is not None
    if name is None or own is None or behind:
        return
    written = s.text[word.start : word.end]
    if whose_inside(reader, s, person) is not None or not written.startswith(name.title):
        return
    seated = written.startswith(f"{name.title} of ")  # "President of the Senate X"
    held = written.removesuffix(name.name).rstrip() if seated else without_honorifics(name.title)
    held = " ".join([*past_of(s, person), held])  # "former Energy Minister X" holds it no longer
    if " " not in held:
        return
    mention = replace(own.mention, text=held, name=held, type=EntityType.ROLE, found_by="named phrase")
    frame = Frame(subjects=(own,), rule="title", certainty=0.9)
    yield from emit(s, frame, ["have", "role"], (), [Argument(head=person, mention=mention)])


def whose_inside(reader: Reader, s: Sentence, person: int) -> tuple[str, Argument] | None:
    """The country or body between a title and the name behind it, and what leads to it: "President of Peru X Y"."""
    name, word = s.words[person].name, s.words[person]
    written = s.text[word.start : word.end]
    prep = next((p for p in ("of", "to") if name is not None and written.startswith(f"{name.title} {p} ")), "")
    if name is None or not name.title or not prep:
        return None
    behind = written.removeprefix(f"{name.title} {prep} ").removesuffix(name.name).rstrip()
    article = len("the ") * behind.startswith("the ")
    found = [n for n in find_names(behind, reader.lexicon, reader.gazetteer) if n.start in (0, article)]
    if not found or (found[0].entry is None and found[0].type is not EntityType.ORGANIZATION):
        return None
    of = found[0].entry or found[0]
    rest = behind[found[0].end :]
    sent = rest.startswith(" to ") and found[0].type is EntityType.COUNTRY  # "Ambassador of Peru to Chile"
    whole = not rest or sent
    kind, told = (of.type, of.name) if whole else (EntityType.ORGANIZATION, behind[article:])
    mention = reader.discourse.mention_of(s, person, told, kind)  # "Head of the EU Delegation to Peru"
    return prep, Argument(head=person, mention=replace(mention, text=told, found_by=found[0].found_by))


def office_at(reader: Reader, s: Sentence, person: int, place: int) -> Iterator[Extraction]:
    """A person's office in a place that is no country: "Ohio Governor X"."""
    name = s.words[person].name
    office = office_of(name.title) if name is not None else ""
    own = name_argument(reader, s, person) if office else None
    frame = Frame(subjects=(own,) if own else (), rule="title", certainty=0.85)
    yield from emit(s, frame, ["be", office, "of"], (place, person), find_arguments(reader, s, place)[:1])


def office_of(title: str) -> str:
    """The office in a title, in small letters, without what only honours: "king" in "His Majesty King"."""
    office, for_, land = without_honorifics(title).partition(" for ")
    sent = office.endswith(("Envoy", "Representative", *FOR_LANDS))  # "special envoy for Syria"
    return office.lower() + for_ + (land if sent else land.lower())


def without_honorifics(title: str) -> str:
    """A title without what only honours in it: "Foreign Minister" of "Foreign Minister Mrs"."""
    for honorific in sorted(words().honorifics, key=len, reverse=True):
        title = re.sub(rf"(?:^| ){re.escape(honorific)}(?= |$)", "", title).strip()
    return title


def calling(reader: Reader, s: Sentence, person: int) -> Iterator[Extraction]:
    """What a person is by the bare noun before the name: "opposition leader X", "founder and owner X"."""
    before = [c for c in s.all_children(person, "compound", "amod", "nmod") if c < person]
    if not before or s.words[person - 1].text.lower() not in words().callings or person - 1 not in before:
        return
    if s.words[person - 1].lemma == COUNTERPART and not reader.open:
        yield from emit_counterpart(reader, s, person - 1, person)
        return
    told = text_of(s, [i for c in before for i in s.subtree(c)])
    frame = Frame(subjects=tuple(find_arguments(reader, s, person)[:1]), rule="apposition", certainty=0.85)
    of = s.prep(person, "of")
    body = s.child(of, "pobj") if of is not None and of == person + 1 and not reader.open else None
    name = s.words[body].name if body is not None else None
    if of is not None and body is not None and name is not None and name.type is EntityType.ORGANIZATION:
        kind = told[:1].lower() + told[1:]  # "Lawmaker X of the Green Party"
        yield from emit(s, frame, ["be", kind, "of"], (person - 1, of), find_arguments(reader, s, body)[:1])
        return
    yield from emit(s, frame, ["be"], (), [make_text(told)])
