"""Which state an official quoted serves where only the place tells: "our forces", said an army spokesman in Kigali."""

import re
from collections.abc import Iterator, Sequence

from graph.extract.arguments import Reader
from graph.extract.gazetteer import plain
from graph.extract.letterheads import countries
from graph.extract.mentions import name_of
from graph.extract.nominals import find_nominals
from graph.extract.parse import Sentence
from graph.extract.pronouns import KINDS
from graph.extract.seats import capitals
from graph.model import Document, EntityType, Mention

# Offices that a report names without a state only where it is the state it reports from.
HOME_OFFICE = re.compile(
    r"(?:(?:[\w-]+,? ){0,8}(?:Minister|minister)(?: (?:of|for) [\w, -]+)?|(?:Vice[ -])?President|Premier"
    r"|Chancellor|(?:army|military|navy|police|government|presidential|(?:air|defen[cs]e) force|(?:[\w-]+ )?ministry)"
    r" (?:spokes(?:person|man|woman)|chief|commander))"
)
# "KIGALI, 4 June (APA) – ": whence a report was sent.
SENT_FROM = re.compile(
    r"^\W*(?P<city>[A-Z][\w’'.-]+(?: [A-Z][\w’'.-]+){0,2})(?:,[^\n–—]{1,30}| \(\w+\))? ?(?:--|[–—-]) ", re.MULTILINE
)
OPENING = 600  # characters of a document in which a report tells whence it was sent


def sent_from(document: Document) -> str:
    """The capital from which a report was sent, in plain letters; or nothing."""
    cities = (plain(told["city"]) for told in SENT_FROM.finditer(document.text[:OPENING]))
    return next((city for city in cities if city in capitals()), "")


def home_here(reader: Reader, sentences: Sequence[Sentence], who: Mention, said: Sentence) -> Mention | None:
    """The state of the capital where an official speaks, or whence the report comes, if the text names that state."""
    spoken = [plain(w.text) for w in said.words if w.label == "GPE" and w.name is None and is_spoken_in(said, w.i)]
    city = spoken[0] if spoken else reader.discourse.sent_from
    if who.type is not EntityType.PERSON or city not in capitals() or not serves(reader, sentences, who):
        return None
    state = countries(reader.gazetteer).get(capitals()[city])
    if state is None or not any(state.name in named_states(s) for s in sentences):
        return None
    asked = any(KINDS.get(w.text.lower()) == "voice" for w in said.words) and state.name in named_states(said)
    return (
        None if asked else Mention(span=who.span, text=who.text, name=state.name, type=state.type, found_by="demonym")
    )


def is_spoken_in(s: Sentence, place: int) -> bool:
    """Whether a place is where the speech of a sentence is made: "told reporters in Kigali"."""
    prep = s.words[s.words[place].head]
    verb = s.words[prep.head]
    hearers = verb.lemma in ("reporter", "journalist", "lawmaker", "parliament") or verb.lemma in ("say", "tell")
    return s.words[place].dep == "pobj" and prep.lemma == "in" and hearers


def serves(reader: Reader, sentences: Sequence[Sentence], who: Mention) -> bool:
    """Whether the sentences that name a person tell an office of state, with no state."""
    for s in sentences:
        if not any(w.name is not None and w.name.name == who.name for w in s.words):
            continue
        if any(HOME_OFFICE.fullmatch(office) for office in offices_in(reader, s, who)):
            return True
    return False


def offices_in(reader: Reader, s: Sentence, who: Mention) -> Iterator[str]:
    """What a sentence calls a person, by titles and by nouns beside the name."""
    yield from (w.name.title for w in s.words if w.name is not None and w.name.name == who.name)
    yield from (name_of(e.object) for e in find_nominals(reader, s) if e.subject.name == who.name)


def named_states(s: Sentence) -> set[str]:
    """The states that a sentence names, by adjectives too."""
    entries = (w.name.entry for w in s.words if w.name is not None)
    return {e.name for e in entries if e is not None and e.type is EntityType.COUNTRY}
