"""Who speaks in a transcript: "Ana Berg: We met." is Ana Berg's."""

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import replace
from itertools import takewhile

from graph.extract.briefings import ANSWERING, answerer
from graph.extract.gazetteer import Gazetteer, plain
from graph.extract.letterheads import is_body, label_of, outside
from graph.extract.names import find_names
from graph.extract.parse import Parse
from graph.extract.short_names import LOCAL
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
LONGEST_OFFICE = 4  # words of one in a label, "Deputy Prime Minister"
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
    for office in named:
        if told[office][0].type is EntityType.ROLE and (holder := office_holder(parsed, office, gazetteer)):
            told[office] = (outside(document, holder, EntityType.PERSON),)
    return {number: told[turn] for number, turn in enumerate(turns) if turn in told}


SPOKES = re.compile(r"\b(?:Deputy )?Spokes(?:person|man|woman)\b")


def office_holder(parsed: Parse, office: str, gazetteer: Gazetteer) -> str | None:
    """The one person whom the heading or what stands above the first turn tells to hold an office; or None."""
    document = parsed.document
    kind = SPOKES if SPOKES.fullmatch(office) else re.compile(rf"\b{office}\b")
    above = [p.text for p in takewhile(lambda p: not p.turn, document.passages)]
    if document.author and not is_body(document.author, gazetteer) and any(map(kind.search, (document.title, *above))):
        return document.author
    behind = re.compile(rf",? (?:the )?(?:[A-Z]\w+ ){{0,3}}?{kind.pattern}")
    named = {
        name.name
        for text in above
        for name in find_names(text, parsed.lexicon, gazetteer)
        if name.type is EntityType.PERSON
        if kind.search(name.title)
        or kind.search(text[max(0, name.start - NEAR) : name.start])
        or behind.match(text, name.end)
    }
    if not named:  # a name that nothing else in the text tells
        named = {
            told["who"] for text in above for told in re.finditer(rf"(?P<who>{NAME}), (?:the )?{kind.pattern}", text)
        }
    return named.pop() if len(named) == 1 else None


NAME = r"[A-Z]\w+(?: [A-Z][\w’'.-]+){1,3}"
NEAR = 20  # characters before a name in which the office of its bearer stands


def presiding(parsed: Parse) -> set[str]:
    """The labels of those who are asked: with a courtesy or an office, and the one who begins and asks nothing."""
    passages = parsed.document.passages
    turns = list(dict.fromkeys(p.turn for p in passages if p.turn))
    asking = {p.turn for p in passages if "?" in p.text}
    titled = {turn for turn in turns if turn.partition(" ")[0].removesuffix(".").lower() in POLITE}
    titled |= {turn for turn in turns if without_office(turn) != turn}
    return (titled | {*turns[:1]}) - asking


def speaker(parsed: Parse, name: str, gazetteer: Gazetteer) -> Mention:
    """Who is named before a turn: a body, a person, or an office alone; who only asks is "journalist (Title)".

    Behind a courtesy or an office stands a person, whose full name the document may tell: "Mr. Berg".
    """
    document = parsed.document
    if name in ASKING:
        told = outside(document, f"journalist ({label_of(document)})", EntityType.GROUP)
        return replace(told, text="journalist", found_by=LOCAL)
    polite, name = name, without_courtesy(name)
    rest = without_office(name)
    if rest != name and (person := without_courtesy(rest)):  # "Spokesperson Ms. Ana Berg"
        polite, name = rest, person
    elif not rest:
        whole = re.search(
            rf"\b{re.escape(name)} (?:of|for) (?:(?:the|of|for|and) |[A-Z][\w’'-]*(?: |$))+", document.title
        )
        return outside(document, whole[0].strip() if whole else name, EntityType.ROLE)
    name = name.title() if polite != name and name.isupper() else name  # "MR BERG"
    if document.author and document.author.endswith(f" {name}"):
        return outside(document, document.author, EntityType.PERSON)
    if polite != name or name in parsed.lexicon.persons:
        return outside(document, parsed.lexicon.persons.get(name, name), EntityType.PERSON)
    entry = gazetteer.names.get(plain(name))
    single = " " not in name or is_body(name, gazetteer)
    kind = entry.type if entry is not None else EntityType.ORGANIZATION if single else EntityType.PERSON
    return outside(document, entry.name if entry is not None else name, kind)


def without_office(label: str) -> str:
    """The label without the office that it begins with: "Berg" of "Foreign Minister Berg"; nothing of an office."""
    words = label.split()
    office = next((n for n, word in enumerate(words[:LONGEST_OFFICE]) if word in OFFICES), None)
    return label if office is None else " ".join(words[office + 1 :])


def without_courtesy(name: str) -> str:
    """The name without what stands before it out of politeness: "Shri Dr. A B" is "A B"."""
    while (first := name.partition(" ")[0]).lower().removesuffix(".") in POLITE and " " in name:
        name = name.removeprefix(first).strip()
    return name
