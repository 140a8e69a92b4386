"""Who speaks in a transcript: "Ana Berg: We met." is Ana Berg's."""

from bisect import bisect_right
from collections.abc import Mapping

from graph.extract.briefings import ANSWERING, answerer
from graph.extract.gazetteer import Gazetteer, plain
from graph.extract.letterheads import is_body, outside
from graph.extract.parse import Parse
from graph.model import EntityType, Mention

# Labels of those who ask, whose words are not the word of whom the document speaks for.
ASKING = ("Q", "Question", "Questioner", "Reporter", "Journalist", "Press", "Media")
# Labels that name nobody.
NOBODY = (*ANSWERING, "Note", "Source", "Contact", "Date", "Time", "Place", "Subject", "Summary")
# Offices that stand before the name of who speaks, or alone: "Spokesperson Ana Berg:", then "Spokesperson:".
OFFICES = frozenset(
    {"Spokesperson", "Spokesman", "Spokeswoman", "Minister", "President", "Chancellor", "Secretary", "Ambassador"}
    | {"Chair", "Chairperson", "Chairman", "Chairwoman", "Moderator", "Director", "Senator", "Governor", "Commissioner"}
)
# What stands before a name out of politeness: "Shri A B:".
POLITE = frozenset({"mr", "mrs", "ms", "miss", "dr", "shri", "smt", "sir", "dame", "prof", "hon", "amb"})


def find_turns(parsed: Parse, gazetteer: Gazetteer) -> Mapping[int, tuple[Mention, ...]]:
    """The speaker of each sentence of a transcript, by the place of the sentence among them all."""
    document, sentences = parsed.document, parsed.sentences
    if not any(p.turn for p in document.passages):
        return {}
    starts = [p.offsets[0] for p in document.passages]
    turns = [document.passages[bisect_right(starts, s.offsets[0]) - 1].turn for s in sentences]
    named = {turn for turn in turns if turn and turn not in NOBODY}
    whole = {turn: next((n for n in sorted(named) if n.startswith(f"{turn} ")), turn) for turn in named}
    told = {turn: (speaker(parsed, whole[turn], gazetteer),) for turn in named}
    if set(turns) & set(ANSWERING):
        officials = (told[turn][0] for turn in presiding(parsed) if turn in told)
        people = {m.name for m in officials if m.type is EntityType.PERSON}
        name = answerer(parsed, people, gazetteer)
        told |= {turn: (outside(document, name, EntityType.PERSON),) for turn in ANSWERING if name}
    return {number: told[turn] for number, turn in enumerate(turns) if turn in told}


def presiding(parsed: Parse) -> set[str]:
    """The labels of those who are asked: with a courtesy or an office, and the one who begins and asks nothing."""
    passages = parsed.document.passages
    turns = list(dict.fromkeys(p.turn for p in passages if p.turn))
    asking = {p.turn for p in passages if "?" in p.text}
    titled = {turn for turn in turns if turn.partition(" ")[0].removesuffix(".").lower() in POLITE}
    titled |= {turn for turn in turns if turn.partition(" ")[0] in OFFICES}
    return (titled | {*turns[:1]}) - asking


def speaker(parsed: Parse, name: str, gazetteer: Gazetteer) -> Mention:
    """Who is named before a turn: a body, a person, or an office alone; of who only asks the document tells.

    Behind a courtesy or an office stands a person, whose full name the document may tell: "Mr. Berg".
    """
    document = parsed.document
    if name in ASKING:
        return outside(document, document.title, EntityType.DOCUMENT)
    polite, name = name, without_courtesy(name)
    office, _, rest = name.partition(" ")
    if office in OFFICES and (person := without_courtesy(rest)):  # "Spokesperson Ms. Ana Berg"
        polite, name = rest, person
    elif name in OFFICES:
        return outside(document, name, EntityType.ROLE)
    if polite != name or name in parsed.lexicon.persons:
        return outside(document, parsed.lexicon.persons.get(name, name), EntityType.PERSON)
    entry = gazetteer.names.get(plain(name))
    single = " " not in name or is_body(name, gazetteer)
    kind = entry.type if entry is not None else EntityType.ORGANIZATION if single else EntityType.PERSON
    return outside(document, entry.name if entry is not None else name, kind)


def without_courtesy(name: str) -> str:
    """The name without what stands before it out of politeness: "Shri Dr. A B" is "A B"."""
    while (first := name.partition(" ")[0]).lower().removesuffix(".") in POLITE and " " in name:
        name = name.removeprefix(first).strip()
    return name
