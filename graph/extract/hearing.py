"""Who is heard in each sentence of a document as it is read: a turn's speaker, who is quoted, whom "she said" means."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from graph.extract.arguments import Reader
from graph.extract.official_voices import state_served
from graph.extract.parse import Sentence
from graph.extract.quoted_for import find_bodies, find_officials
from graph.extract.quotes import NOBODY, Place, Quotations, find_quotations, resolve_quoter
from graph.model import EntityType, Extraction, Mention, PassageKind

HEADINGS = 8  # sentences among which a heading tells who speaks


@dataclass(frozen=True, slots=True, kw_only=True)
class Hearing:
    """Who speaks in the sentences of a document; `turns` are those of a transcript, `met` whom "she" has meant."""

    reader: Reader
    sentences: Sequence[Sentence]
    turns: Mapping[int, tuple[Mention, ...]]
    quotations: Quotations
    met: dict[Place, tuple[Mention, ...]] = field(default_factory=dict)

    def open(self, number: int) -> None:
        """Take down who says a sentence, and who its quoted parts, as far as names tell it."""
        discourse = self.reader.discourse
        if self.turns.get(number) != self.turns.get(number - 1):
            discourse.open_turn()
        whole = self.quotations.whole.get(number)
        discourse.quoted = (whole.named if whole else ()) or self.turns.get(number, ())
        discourse.quotes, quoter = self.quotations.parts.get(number, ((), NOBODY))
        discourse.quoters = quoter.named
        discourse.within = whole is not None and not whole.ours and (bool(whole) or number not in self.turns)

    def resolve(self, number: int) -> None:
        """Take down whom "she said" or "the ministry said" means, once the sentences before it have been read."""
        discourse = self.reader.discourse
        whole = self.quotations.whole.get(number, NOBODY).told
        _, quoter = self.quotations.parts.get(number, ((), NOBODY))
        if whole is not None:
            discourse.quoted = self.meant(whole) or discourse.quoted
        if quoter.told is not None:
            discourse.quoters = self.meant(quoter.told)

    def meant(self, place: Place) -> tuple[Mention, ...]:
        """Who speaks at a place that names nobody, and for whom, by what has been told until then."""
        if place not in self.met:
            discourse, told = self.reader.discourse, self.sentences[: place[0] + 1]
            found = self.met[place] = resolve_quoter(self.reader, self.sentences, place)
            new = {m.name: (m, told[-1]) for m in found if m.name not in discourse.stands_for}
            discourse.stands_for |= find_bodies(self.reader, told, new)
            discourse.officials |= find_officials(self.reader, told, [who for who, _ in new.values()])
        return self.met[place]


def listen(reader: Reader, sentences: Sequence[Sentence], turns: Mapping[int, tuple[Mention, ...]]) -> Hearing:
    """What there is to hear in a document before it is read."""
    quotations = find_quotations(reader, sentences)
    spoken = {m.name: (m, sentences[n]) for n in sorted(turns, reverse=True) for m in turns[n]}
    people = {name: pair for name, pair in spoken.items() if pair[0].type is EntityType.PERSON}
    bodies = find_bodies(reader, sentences, people) if people else {}
    bodies |= headed_states(reader, sentences, {name: m for name, (m, _) in people.items() if name not in bodies})
    reader.discourse.stands_for = bodies | quotations.voices
    reader.discourse.officials = quotations.officials
    reader.discourse.dialogue = bool(turns)
    return Hearing(reader=reader, sentences=sentences, turns=turns, quotations=quotations)


def headed_states(
    reader: Reader, sentences: Sequence[Sentence], people: Mapping[str, Mention]
) -> Mapping[str, Mention]:
    """The states that people speak for by an office behind their names in a heading: "Ana Berg, Peru's Minister"."""
    found: dict[str, Mention] = {}
    for s in sentences[:HEADINGS] if people else ():
        for name, who in people.items() if s.kind is PassageKind.HEADING else ():
            behind = s.text.partition(f"{name}, ")[2]
            if behind and (state := state_served(behind, reader.gazetteer)):
                found[name] = replace(who, name=state, type=EntityType.COUNTRY)
    return found


def as_quoted(reader: Reader, s: Sentence, told: Iterable[Extraction]) -> Iterator[Extraction]:
    """The extractions of a sentence, those that stand in a quotation with who is quoted, whatever the parse tells."""
    quotes, quoters = reader.discourse.quotes, reader.discourse.quoters
    for extraction in told:
        run = s.words_of(extraction.subject.span) if quotes and quoters and extraction.speaker is None else None
        inside = run is not None and any(start <= s.words[run[0]].start < end for start, end in quotes)
        thing = s.words_of(extraction.object.span) if inside and isinstance(extraction.object, Mention) else run
        whole = inside and thing is not None and any(a <= s.words[thing[0]].start < b for a, b in quotes)
        yield replace(extraction, speaker=quoters[0]) if whole else extraction
