"""Whose dealings a document is about: the two states that its title joins, and the states that persons stand for."""

import re

from graph.extract.gazetteer import Gazetteer
from graph.extract.letterheads import outside
from graph.extract.names import known_names, only_state
from graph.extract.parse import Parse, Sentence, Word
from graph.extract.words import words
from graph.model import Document, EntityType, Mention

JOINED = re.compile(r"\s*(?:[-–\u2010\u2011/]|,? and)\s*(?:the )?(?:\w+ of (?:the )?)?")
COUNTERPART = "counterpart"
FEWEST = 4  # words of an office with its state before a comma
REACH = 8  # words from a person's name to the state of the office behind it


def states_in_title(document: Document, gazetteer: Gazetteer) -> list[Mention]:
    """The only two states that a title names, where it joins them: "The Chile–Peru Partnership"; or none."""
    title = document.title
    found: dict[str, tuple[int, int]] = {}
    for name in known_names(re.sub(r"(?<=[\w.])[-–\u2010\u2011](?=[A-Z])", " ", title), gazetteer):
        if name.entry is not None and name.entry.type is EntityType.COUNTRY:
            found.setdefault(name.entry.name, (name.start, name.end))
    if len(found) != len("AB"):
        return []
    (_, end), (start, _) = sorted(found.values())
    joined = JOINED.fullmatch(title[end:start]) is not None
    return [outside(document, name, EntityType.COUNTRY) for name in found] if joined else []


def states_of_persons(parsed: Parse, gazetteer: Gazetteer) -> dict[str, str]:
    """The state for which each person holds an office by the text: "President Aliyu of Chad"; open ones left out."""
    found: dict[str, set[str]] = {}
    for s in parsed.sentences:
        for word in s.words:
            if word.name is not None and word.name.type is EntityType.PERSON:
                state = state_before(word, gazetteer) or state_beside(s, word)
                state = state or state_ahead(s, word) or state_inside(s, word, gazetteer) or state_behind(s, word)
                state = state or state_of_office(s, word)
                state = state or state_of_counterpart(s, word)
                if state:
                    found.setdefault(word.name.name, set()).add(state)
            elif word.text == COUNTERPART and (peer := unknown_behind(s, word)):
                first, last = peer
                if state := state_of_counterpart(s, s.words[first]):
                    found.setdefault(s.text[s.words[first].start : s.words[last].end], set()).add(state)
    return {person: min(states) for person, states in found.items() if len(states) == 1}


def state_before(person: Word, gazetteer: Gazetteer) -> str:
    """The state that a person's title tells: "Kenyan President X"; or nothing."""
    title = person.name.title.split() if person.name is not None else []
    entries = [gazetteer.demonyms.get(word) for word in title]
    states = [e.name for e in entries if e is not None and e.type is EntityType.COUNTRY]
    return states[0] if len(states) == 1 else ""


def state_beside(s: Sentence, person: Word) -> str:
    """The state whose adjective or name stands right before a person with a title: "Kenyan Foreign Minister X"."""
    owned = person.i > 1 and s.words[person.i - 1].tag == "POS"  # "Kenya's Foreign Minister X"
    before = s.words[person.i - 1 - owned] if person.i else None
    entry = before.name.entry if before is not None and before.name is not None else None
    titled = person.name is not None and bool(person.name.title)
    return entry.name if titled and entry is not None and entry.type is EntityType.COUNTRY else ""


def unknown_behind(s: Sentence, noun: Word) -> tuple[int, int] | None:
    """The first and the last word of a person's name right behind a noun that no list knows; or None."""
    first = noun.i + 1 + (noun.i + 1 < len(s.words) and s.words[noun.i + 1].text == ",")
    last = first
    while last < len(s.words) and s.words[last].label == "PERSON" and s.words[last].name is None:
        last += 1
    return (first, last - 1) if last - first > 1 else None


def state_of_counterpart(s: Sentence, person: Word) -> str:
    """The state of somebody's counterpart: "his Kenyan counterpart, X"; or nothing."""
    noun = person.i - 1 - (person.i > 0 and s.words[person.i - 1].text == ",")
    if noun < 1 or s.words[noun].text != COUNTERPART:
        return ""
    name = s.words[noun - 1].name
    return name.entry.name if name is not None and name.entry and name.entry.type is EntityType.COUNTRY else ""


def state_of_office(s: Sentence, person: Word) -> str:
    """The state of the office in small letters that a person's name follows: "the Kenyan minister, X"; or nothing."""
    noun = s.words[person.head]
    if person.dep != "appos" or noun.name is not None or noun.lemma.capitalize() not in words().offices:
        return ""
    names = (s.words[c].name for c in s.all_children(noun.i, "amod", "compound", "poss"))
    entries = (name.entry for name in names if name is not None)
    states = [e.name for e in entries if e is not None and e.type is EntityType.COUNTRY]
    return states[0] if len(states) == 1 else ""


def state_ahead(s: Sentence, person: Word) -> str:
    """The state of the office before a person and a comma: "the Prime Minister of the Kingdom of Y, X"; or nothing."""
    before = s.words[max(0, person.i - REACH) : person.i]
    if len(before) < FEWEST or before[-1].text != "," or before[-2].name is None or before[-2].name.entry is None:
        return ""
    entry = before[-2].name.entry
    held = entry.type is EntityType.COUNTRY and any(w.text in words().offices for w in before[:-2])
    held = held and not is_held_by_another(s, max(w.i for w in before[:-2] if w.text in words().offices))
    return entry.name if held and any(w.text == "of" for w in before[:-2]) else ""


def is_held_by_another(s: Sentence, office: int) -> bool:
    """Whether an office is of a person named before it and a comma: "Ana Berg, President of Y, received X"."""
    at = office - 1
    while at > 0 and s.words[at].pos in ("DET", "PROPN", "ADJ") and s.words[at].name is None:
        at -= 1
    person = s.words[at - 1].name if at > 0 and s.words[at].text == "," else None
    return person is not None and person.type is EntityType.PERSON


def state_inside(s: Sentence, person: Word, gazetteer: Gazetteer) -> str:
    """The state between a person's title and name: "Prime Minister of the Republic of Y X"; or nothing."""
    title = person.name.title if person.name is not None else ""
    written = s.text[person.start : person.end]
    return only_state(written, gazetteer) if title and written.startswith(f"{title} of ") else ""


def state_behind(s: Sentence, person: Word) -> str:
    """The state of which a person is told to hold an office right behind the name: "President X of Y", "X, King of Y".

    Or nothing.
    """
    titled = person.name is not None and bool(person.name.title)
    behind = s.words[person.i + 1 : person.i + 1 + REACH]
    for at, word in enumerate(behind):
        if word.name is not None and word.name.type is EntityType.COUNTRY:
            before = [w.text for w in behind[:at]]
            of = "of" in before and (titled or before[0] == ",")
            return (word.name.entry.name if word.name.entry else word.name.name) if of else ""
        if word.name is not None or word.pos in ("VERB", "AUX"):
            break
    return ""
