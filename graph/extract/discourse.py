"""Who "he", "it", "we" and "the vision" are: what a document has spoken of so far.

Abstains where two readings are open: an argument that cannot be resolved makes no claim.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.extract.antecedent_persons import is_single_office
from graph.extract.cues import cues
from graph.extract.groups import Groups
from graph.extract.home_offices import HomeOffices
from graph.extract.introduced import Introduced
from graph.extract.parse import Sentence, Word
from graph.extract.parties import Parties
from graph.extract.pronouns import (
    PEOPLE,
    PLURAL,
    is_delegate,
    is_i,
)
from graph.extract.short_names import ShortNames
from graph.model import EntityType, Extraction, Mention, Modality

if TYPE_CHECKING:
    from graph.extract.listings import Listing

PHRASES = ("phrase", "named phrase")
FEW = 2  # people before the last one for whom "he" and "she" may stand, where their titles tell which
LONGEST_ASSEMBLED = 10  # words of those who meet, to whom "the Ministers" points back
TIMES = frozenset({"day", "week", "month", "year", "date", "dates"})  # "proposed the second week of May"
FEW_BACK = 3  # sentences of short paragraphs before that may do so as well
CLOSE = 6  # sentences that may tell what a noun takes up
MADE = (EntityType.INITIATIVE, EntityType.AGREEMENT, EntityType.EVENT, EntityType.ORGANIZATION, EntityType.CONCEPT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """What a sentence before a list hands down to its items: whose deeds they are, how they are told, who says so."""

    mentions: tuple[Mention, ...]
    modality: Modality
    speakers: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True)
class Teller:
    """Who tells the items of a list that a sentence leads up to, and how they are told, "X alleges that:"."""

    speakers: tuple[Mention, ...]
    modality: Modality


class Discourse:
    """What has been spoken of, sentence by sentence: subjects of the last sentence, the last person, named ideas."""

    def __init__(
        self,
        *,
        voices: Sequence[Mention] = (),
        author: Mention | None = None,
        assembly: bool = False,
        chair: Mention | None = None,
        short_names: ShortNames | None = None,
    ) -> None:
        self.voices = list(voices)
        self.assembly = assembly
        self.chair = chair  # who presides over the assembly that a speech is held to
        self.author = author
        self.quoted: tuple[Mention, ...] = ()
        self.quotes: tuple[tuple[int, int], ...] = ()  # characters of the passage, said by the quoters
        self.quoters: tuple[Mention, ...] = ()
        self.within = False  # whether the sentence stands in a quotation
        self.stands_for: dict[str, Mention] = {}  # the body of which a person is quoted as saying "we"
        self.officials: frozenset[str] = frozenset()  # those quoted who hold an office of a body not told
        self.host: Mention | None = None  # the person whose meetings the document tells
        self.people: list[Mention] = []
        self.turned: list[Mention] = []  # those of whom the turn of a transcript has spoken
        self.last: list[Mention] = []
        self.ended: list[Mention] = []  # the several whom the passage before spoke of last
        self.now: list[list[Mention]] = []
        self.ideas: dict[str, Mention] = {}
        self.groups = Groups()
        self.passage = 0
        self.objects: list[Mention] = []
        self.acted = 0  # the sentence that tells the objects
        self.floated: tuple[int, Mention | None] = (-FEW_BACK, None)  # the sole thing proposed last, with its sentence
        self.patients: list[Mention] = []
        self.met: Mention | None = None  # the only person to whom the sentence before tells something was done
        self.alone: Mention | None = None  # the same, where no person did it: "I met X. He told me"
        self.officer: Mention | None = None  # the office alone whose bearer acted: "The Minister met X. He left"
        self.official: Mention | None = None  # such an officer, until a person acts
        self.dialogue, self.sent_from = False, ""  # whether several speak in turn; the capital a report was sent from
        self.recent: dict[str, tuple[int, Mention]] = {}
        self.counted: dict[str, Mention] = {}
        self.introduced = Introduced()
        self.heading: Mention | None = None
        self.short_names = short_names or ShortNames()
        self.lead: Lead | None = None
        self.teller: Teller | None = None
        self.listing: Listing | None = None
        self.before: dict[str, EntityType] = {}  # the names of the sentence before, with their types
        self.sentence = 0
        self.asked: tuple[Extraction, ...] = ()  # what the question before the sentence asks
        self.deeds: Sequence[Extraction] = ()  # what the sentence before tells
        self.captive: Mention | None = None  # the person told to be held last
        self.behind: list[tuple[int, Sentence]] = []  # the sentences so far, each with its passage
        self.offices = HomeOffices()
        self.unnamed = -2  # the last sentence in which one acts of whom only the office is told
        self.unsure = -2  # the last sentence in which something is done to "him" or "her" who stays open
        self.opened = 0  # the number of sentences before the passage
        self.signing = -1  # the last sentence of a list of what was signed
        self.parties = Parties()
        if len(self.voices) > 1:
            self.observe_parties(self.voices)

    def open_sentence(self) -> None:
        """Begin a sentence: the first subjects of the one before become those that "it" and "they" may mean."""
        self.sentence += 1
        if self.now:
            self.last = self.now[0]
        people = [m for group in self.now for m in group if (m.type in PEOPLE and not is_i(m)) or is_delegate(m)]
        acting = {m.name for m in people}
        met = {m.name: m for m in self.patients if m.type in PEOPLE and m.name not in acting}
        self.met = next(iter(met.values())) if len(met) == 1 else None
        going_on = self.unsure == self.sentence - 1 or (self.met is not None and self.met.found_by == "pronoun")
        office = bool(self.now) and not (people or going_on) and is_single_office(self.now[0])
        self.officer = self.now[0][0] if office else None
        self.official = None if people else self.officer or self.official
        self.alone = self.met if not people and self.officer is None else None
        if people:
            self.people = [*self.people[-FEW:], people[0]]
            self.turned.append(people[0])
        self.now = []
        self.patients = []

    def open_passage(self, *, item: bool = False) -> None:
        """Begin a passage: "it" and "they" do not reach back into another one, "he" does.

        From an item they reach back to the one before: "3. It also urges X" is of a list that tells what one body does.
        """
        self.open_sentence()
        self.passage, self.opened = self.passage + 1, self.sentence
        self.ended = self.last if len(self.last) > 1 else []
        self.last = self.last if item else []
        self.objects = []

    def goes_on(self) -> bool:
        """Whether the sentence before is of the same passage."""
        return self.sentence > self.opened + 1

    def begin(self, s: Sentence) -> None:
        """Begin a sentence, and keep it for those to come."""
        self.open_sentence()
        self.behind.append((self.passage, s))

    def close_by(self, s: Sentence) -> list[Sentence]:
        """The sentences before one in its passage and in the passage before that, the last first."""
        near = reversed(self.behind[-CLOSE:])
        before = [(passage, other) for passage, other in near if other.span.end <= s.span.start]
        return [other for i, (passage, other) in enumerate(before) if self.passage - passage <= 1 or i < FEW_BACK]

    def open_turn(self) -> None:
        """Begin what somebody else says: "he" reaches back into the turn before, no further."""
        self.open_sentence()
        self.people = [m for m in self.people if m in self.turned]
        self.turned = []

    def observe(self, subjects: Sequence[Mention]) -> None:
        """Take the subjects of a clause down, in the order of the text."""
        if subjects:
            self.now.append(list(subjects))

    def observe_parties(self, parties: Sequence[Mention], *, told: bool = False) -> None:
        """Take down who acts together or deals with each other, for "the two leaders" and "both countries" later on."""
        self.parties.observe(parties, sentence=self.sentence, told=told)

    def take_down(self, word: Word, group: Mention | None) -> None:
        """Take a group down that meets, by its last word, for "the Ministers" later on; other phrases are not."""
        short = group is not None and len(group.name.split()) <= LONGEST_ASSEMBLED
        if short and group is not None and word.text in cues()["nouns.assembled"]:
            self.short_names.observe_group(word.text, group, sentence=self.sentence)

    def observe_objects(
        self, objects: Sequence[Mention], *, proposed: bool = False, told_of: Sequence[Mention] = ()
    ) -> None:
        """Take the named objects of a clause down: "it" as an object speaks of the last one, "him" of a person.

        The person `told_of` in a clause, "X, who left Y", is meant rather than its object. What is proposed or put
        before somebody is one also without a name: "proposed a ban on X. Peru backs it."
        """
        people = [m for m in told_of if m.type in PEOPLE] or [m for m in objects if m.type in PEOPLE and not is_i(m)]
        self.patients += people or ([m for m in objects if m.type is EntityType.ROLE] if not self.patients else [])
        things = [m for m in objects if m.found_by != "pronoun" and (m.type in MADE or proposed)]
        one = (m for m in things if m.found_by not in PHRASES or m.type is EntityType.AGREEMENT or proposed)
        things = [m for m in one if not m.name[:1].isdigit() and TIMES.isdisjoint(m.name.lower().split())]
        if things:
            self.objects, self.acted = things, self.sentence
            if proposed:
                alone = len(things) == 1 and self.floated[0] != self.sentence
                self.floated = (self.sentence, things[0] if alone else None)

    def sole_voice(self) -> Mention | None:
        """The only one for whom a document speaks, or None."""
        return self.voices[0] if len(self.voices) == 1 else None

    def speaker_at(self, s: Sentence, i: int) -> Mention | None:
        """Who is quoted at word i; None outside quotations."""
        inside = any(start <= s.words[i].start < end for start, end in self.quotes)
        speakers = self.quoted or (self.quoters if inside else ())
        return speakers[0] if speakers else None

    def is_strange(self, s: Sentence, i: int) -> bool:
        """Whether word i is quoted of somebody who does not speak for those for whom the document does.

        So are all but its author where a person signs it, and of others those of whom it tells no office.
        """
        if not self.within and not any(start <= s.words[i].start < end for start, end in self.quotes):
            return False
        speaker, signed = self.speaker_at(s, i), self.author is not None and self.author.type in PEOPLE
        if speaker is None or (self.author is not None and speaker.name == self.author.name):
            return speaker is None and signed
        return signed or (speaker.type in PEOPLE and speaker.name not in self.officials)

    def mention_of(self, s: Sentence, i: int, name: str, kind: EntityType) -> Mention:
        """A mention of something by the word at i that has another form than its name: a demonym."""
        word = s.words[i]
        return Mention(
            span=s.span_of(i, i), text=s.text[word.start : word.end], name=name, type=kind, found_by="demonym"
        )

    def mention(self, s: Sentence, head: int, mention: Mention) -> None:
        """Take a full phrase down for later short ones: "the leaders of A and B", then "the leaders"."""
        word = s.words[head]
        if " " in mention.name and word.name is None:
            self.recent[word.text.lower()] = (self.sentence, mention)
        if word.name is None:
            self.introduced.observe(s, head, mention, sentence=self.sentence)
        if s.child(head, "prep", "amod", "nummod", "poss") is None:
            return
        if word.lemma in cues()["nouns.about"]:
            self.ideas[word.lemma] = mention
        elif mention.type in PLURAL and mention.found_by == "named phrase":
            self.groups.name(word.lemma, mention, self.passage)
        elif mention.type in PLURAL and s.child(head, "nummod") is not None:
            self.counted[word.lemma] = mention

    def introduce(self, noun: str, mention: Mention) -> None:
        """Take down that the document calls a thing a vision, a concept, an idea; every such noun then means it."""
        for known in sorted(cues()["nouns.about"]):
            if noun == known or known not in self.ideas:
                self.ideas[known] = mention
