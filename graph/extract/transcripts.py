"""Who speaks in a transcript: "Ana Berg: We met." is Ana Berg's, and so is what follows until the next name."""

from collections.abc import Mapping, Sequence

from graph.corpus.passages import LABEL
from graph.extract.gazetteer import Gazetteer, plain
from graph.extract.parse import Sentence
from graph.extract.voices import is_body, outside
from graph.model import Document, EntityType, Mention, PassageKind

LONGEST_LABEL = 120  # characters before a passage in which its label stands
# Labels that name nobody.
NOBODY = ("Q", "A", "Question", "Answer", "Note", "Source", "Contact", "Date", "Time", "Place", "Subject", "Summary")


def find_turns(
    document: Document, sentences: Sequence[Sentence], gazetteer: Gazetteer
) -> Mapping[int, tuple[Mention, ...]]:
    """The speaker of each sentence of a transcript, by the place of the sentence among them all."""
    found: dict[int, tuple[Mention, ...]] = {}
    passage: Sequence[int] | None = None
    speaker: tuple[Mention, ...] = ()
    for number, sentence in enumerate(sentences):
        if sentence.offsets is not passage:
            passage = sentence.offsets
            speaker = label_before(document, sentence, gazetteer) if sentence.kind is not PassageKind.HEADING else ()
        if speaker:
            found[number] = speaker
    return found


def label_before(document: Document, sentence: Sentence, gazetteer: Gazetteer) -> tuple[Mention, ...]:
    """Who is named right before a passage, on the same line; nobody where no name stands there."""
    start = sentence.offsets[0]
    line = document.text[max(0, start - LONGEST_LABEL) : start].rsplit("\n", 1)[-1].lstrip("*_ ")
    line = line.replace("**", "")
    label = LABEL.match(f"{line}A")  # the pattern asks for what begins behind it
    if label is None or label["who"] in NOBODY or label.end() != len(line):
        return ()
    name = label["who"]
    entry = gazetteer.names.get(plain(name))
    single = " " not in name or is_body(name, gazetteer)
    kind = entry.type if entry is not None else EntityType.ORGANIZATION if single else EntityType.PERSON
    return (outside(document, entry.name if entry is not None else name, kind),)
