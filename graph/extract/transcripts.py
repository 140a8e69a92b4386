"""Who speaks in a transcript: "Ana Berg: We met." is Ana Berg's."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from graph.extract.gazetteer import Gazetteer, plain
from graph.extract.letterheads import is_body, outside
from graph.extract.parse import Sentence
from graph.model import Document, EntityType, Mention

# Labels of those who ask, whose words are not the word of whom the document speaks for.
ASKING = ("Q", "Question", "Questioner", "Reporter", "Journalist", "Press", "Media")
# Labels that name nobody.
NOBODY = ("A", "Answer", "Note", "Source", "Contact", "Date", "Time", "Place", "Subject", "Summary")
# Offices that stand before the name of who speaks, or alone: "Spokesperson Ana Berg:", then "Spokesperson:".
OFFICES = frozenset(
    {"Spokesperson", "Spokesman", "Spokeswoman", "Minister", "President", "Chancellor", "Secretary", "Ambassador"}
    | {"Chair", "Chairperson", "Chairman", "Chairwoman", "Moderator", "Director", "Senator", "Governor", "Commissioner"}
)
# What stands before a name out of politeness: "Shri A B:".
POLITE = frozenset({"mr", "mrs", "ms", "miss", "dr", "shri", "smt", "sir", "dame", "prof", "hon", "amb"})


def find_turns(
    document: Document, sentences: Sequence[Sentence], gazetteer: Gazetteer
) -> Mapping[int, tuple[Mention, ...]]:
    """The speaker of each sentence of a transcript, by the place of the sentence among them all."""
    if not any(p.turn for p in document.passages):
        return {}
    starts = [p.offsets[0] for p in document.passages]
    turns = [document.passages[bisect_right(starts, s.offsets[0]) - 1].turn for s in sentences]
    named = {turn for turn in turns if turn and turn not in NOBODY}
    whole = {turn: next((n for n in sorted(named) if n.startswith(f"{turn} ")), turn) for turn in named}
    told = {turn: (speaker(document, whole[turn], gazetteer),) for turn in named}
    return {number: told[turn] for number, turn in enumerate(turns) if turn in told}


def speaker(document: Document, name: str, gazetteer: Gazetteer) -> Mention:
    """Who is named before a turn: a body, a person, or an office alone; of who only asks the document tells."""
    if name in ASKING:
        return outside(document, document.title, EntityType.DOCUMENT)
    name = without_courtesy(name)
    office, _, rest = name.partition(" ")
    if office in OFFICES and len((person := without_courtesy(rest)).split()) > 1:  # "Spokesperson Ms. Ana Berg"
        name = person
    elif name in OFFICES:
        return outside(document, name, EntityType.ROLE)
    entry = gazetteer.names.get(plain(name))
    single = " " not in name or is_body(name, gazetteer)
    kind = entry.type if entry is not None else EntityType.ORGANIZATION if single else EntityType.PERSON
    return outside(document, entry.name if entry is not None else name, kind)


def without_courtesy(name: str) -> str:
    """The name without what stands before it out of politeness: "Shri Dr. A B" is "A B"."""
    while (first := name.partition(" ")[0]).lower().removesuffix(".") in POLITE and " " in name:
        name = name.removeprefix(first).strip()
    return name
