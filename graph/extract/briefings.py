"""Who answers in a briefing: the one whom its heading or its first turn names, "Briefing by Spokesperson Ana Berg"."""

import re
from collections.abc import Iterator, Mapping, Set
from dataclasses import replace

from graph.extract.gazetteer import Gazetteer
from graph.extract.letterheads import outside
from graph.extract.names import find_names
from graph.extract.parse import Parse
from graph.extract.signatures import heading_of
from graph.extract.titles import without_honorifics
from graph.model import EntityType, Extraction, Mention, Span

# Labels of those who are asked and have no name there.
ANSWERING = ("A", "Ans", "Answer", "Reply", "Response")
HELD = re.compile(
    r"\bspokes(?:person|man|woman)|\b(?:briefing|press conference|interview|media availab)", re.IGNORECASE
)
TOPIC = re.compile(r" (?:on|regarding|concerning|about|following|after|before|ahead of) ")
# "An interview with Ana Berg, Peru's Minister of Trade"
INTERVIEWED = re.compile(r"\b[Ii]nterview (?:with|of) (?P<who>[A-Z]\w+(?: [A-Z][\w’'.-]+){1,3})(?=,|:|$| \(| [–-])")
# The office right before who briefs: "by the Official Spokesperson, Mr. ".
SPOKES = re.compile(r"(?P<office>(?:[A-Z][\w’'-]+ ){0,3}Spokes(?:person|man|woman))(?:,| –| -)? ?$")


def named_in_heading(parsed: Parse, gazetteer: Gazetteer) -> list[str]:
    """The people whom the heading of a briefing names before what it is on: "Press Conference by Ana Berg on X"."""
    text, _ = heading_of(parsed.document)
    if not HELD.search(text):
        return []
    lines = [TOPIC.split(line, maxsplit=1)[0] for line in text.split("\n")]
    found = (name for line in lines for name in find_names(line, parsed.lexicon, gazetteer))
    named = list({name.name: None for name in found if name.type is EntityType.PERSON})
    return named or [told["who"] for line in lines if (told := INTERVIEWED.search(line))]


def answerer(parsed: Parse, people: Set[str], gazetteer: Gazetteer) -> str | None:
    """The one who answers where the label does not tell; `people` are those whom labels name, None where it is open."""
    heading = named_in_heading(parsed, gazetteer)
    labelled = [name for name in heading if name in people] or heading or sorted(people)
    return labelled[0] if len(labelled) == 1 else None


def find_offices(parsed: Parse, turns: Mapping[int, tuple[Mention, ...]], gazetteer: Gazetteer) -> Iterator[Extraction]:
    """The offices of who speaks in `turns`, as the heading tells them: "Official Spokesperson, Ms. Ana Berg"."""
    speakers = {m.name: m for told in turns.values() for m in told}
    text, offsets = heading_of(parsed.document)
    begin = 0
    for line in text.split("\n"):
        for named in find_names(line, parsed.lexicon, gazetteer):
            before = SPOKES.search(line[: named.start] + without_honorifics(named.title))
            if named.name in speakers and before is not None:
                start, end = begin + before.start("office"), begin + before.end("office")
                held = Span(document=parsed.document.id, start=offsets[start], end=offsets[end - 1] + 1)
                office = outside(parsed.document, before["office"], EntityType.ROLE)
                yield Extraction(
                    subject=speakers[named.name],
                    predicate="",
                    relation="hasRole",
                    object=replace(office, span=held, found_by="head"),
                    sentence=replace(held, end=offsets[begin + named.end - 1] + 1),
                    rule="heading",
                    confidence=0.9,
                )
        begin += len(line) + 1
