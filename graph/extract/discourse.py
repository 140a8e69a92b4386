"""Who "he", "it", "we" and "the vision" are: what a document has spoken of so far.

Abstains where two readings are open: an argument that cannot be resolved makes no claim.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from graph.extract.antecedents import (
    accepts,
    find_it,
    find_person,
    find_several,
    find_voices,
    is_demanded,
    is_either,
    is_public,
    is_single_office,
    is_thanked_for,
    only_country,
    person_ahead,
)
from graph.extract.bound import is_backed, is_of_secretary
from graph.extract.captives import is_of_held
from graph.extract.cues import cues
from graph.extract.groups import Groups
from graph.extract.home_offices import HomeOffices
from graph.extract.introduced import Introduced
from graph.extract.parse import Sentence, Word
from graph.extract.parties import Parties
from graph.extract.pronouns import (
    KINDS,
    PEOPLE,
    PLURAL,
    is_delegate,
    is_i,
    is_to_chair,
)
from graph.extract.short_names import ShortNames, is_called_new, is_short_for
from graph.extract.text import possessive
from graph.model import EntityType, Extraction, Mention, Modality

if TYPE_CHECKING:
    from graph.extract.listings import Listing

PHRASES = ("phrase", "named phrase")
OBJECTS = ("dobj", "dative")
FEW = 2  # people before the last one for whom "he" and "she" may stand, where their titles tell which
LONGEST_ASSEMBLED = 10  # words of those who meet, to whom "the Ministers" points back
# Nouns that with "the" may mean what was just named, by what it is.
FIRMS = ("company", "firm")  # which no parliament or ministry is
GOVERNED = ("government", "parliament", "army")  # which each country has
KINDS_MEANT = {
    **dict.fromkeys(("country", "nation"), EntityType.COUNTRY),
    **dict.fromkeys(
        ("organization", "organisation", "bloc", "alliance", "agency", "institution", "company", "firm", "body"),
        EntityType.ORGANIZATION,
    ),
}
STARTED = (EntityType.ORGANIZATION, EntityType.INITIATIVE, EntityType.EVENT)  # what is new where it is told
REPLACING = ("replace", "succeed", "supersede", "close", "end", "dissolve", "abolish")  # of which the old one is told
TIMES = frozenset({"day", "week", "month", "year", "date", "dates"})  # "proposed the second week of May"
IDEAS = ("idea", "plan", "scheme", "initiative", "proposal", "suggestion")  # what was proposed
FEW_BACK = 3  # sentences of short paragraphs before that may do so as well
CLOSE = 6  # sentences that may tell what a noun takes up
NEAR, FAR = 2, 8  # sentences across which "this summit" and "the summit" point back to a name
ASSEMBLY = "United Nations General Assembly"  # "this august Assembly" in its General Debate
HALL = ("Assembly", "assembly", "august", "esteemed", "great", "this")
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

    def kind_meant(self, s: Sentence, head: int) -> Mention | None:
        """What a noun for a kind points back to, "the country": the last subject, where it is alone of its kind.

        "The government" is that country's. As a subject it may speak of that of the main clause before it.
        """
        governing = s.words[head].lemma in GOVERNED
        kind = EntityType.COUNTRY if governing else KINDS_MEANT.get(s.words[head].lemma)
        if (
            kind is None
            or s.words[head].tag not in ("NN", "NNP")
            or not any(s.words[d].lemma == "the" for d in s.all_children(head, "det"))
        ):
            return None
        start = s.span_of(head, head).start
        main = self.now[0] if self.now and self.now[0][0].span.start < start else []
        inside = len(main) == 1 and main[0].type is kind and s.words[head].dep in ("nsubj", "nsubjpass")
        inside = inside and s.words[s.words[head].head].tag != "VB"  # "X prepares the firm to do Y" is another
        meant = main if inside else self.last
        if governing and not meant and (home := self.sole_voice()) is not None:
            meant = [home]  # who speaks for a country tells of its government
        if len(meant) != 1 or meant[0].type is not kind or meant[0].found_by in PHRASES:
            near = only_country(s, head) if kind is EntityType.COUNTRY and not governing else ""
            return self.mention_of(s, head, near, kind) if near else None
        if s.words[head].lemma in FIRMS and is_public(meant[0]):
            return None
        named = [w.name for w in s.words[:head] if w.name is not None and w.name.found_by != "demonym"]
        known = {name.name: name.type for name in named} if inside else self.before
        others = [name for name, type_ in known.items() if type_ is kind and name != meant[0].name]
        if others or not governing:
            return None if others else meant[0]
        owned = f"{possessive(meant[0].name)} {s.words[head].lemma}"
        return replace(meant[0], name=owned, type=EntityType.ORGANIZATION)

    def observe(self, subjects: Sequence[Mention]) -> None:
        """Take the subjects of a clause down, in the order of the text."""
        if subjects:
            self.now.append(list(subjects))

    def observe_parties(self, parties: Sequence[Mention], *, told: bool = False) -> None:
        """Take down who acts together or deals with each other, for "the two leaders" and "both countries" later on."""
        self.parties.observe(parties, sentence=self.sentence, told=told)

    def those(self, s: Sentence, head: int) -> list[Mention]:
        """Whom a bare plural for parties stands for, or none: "the leaders", "the two countries", "both sides"."""
        if len(self.voices) == 1 and self.parties.are_ours(s, head) and len(near := self.lands_before(s, head)) == 1:
            return [*self.voices, self.mention_of(s, head, near.pop(), EntityType.COUNTRY)]
        found = self.parties.those(s, head, voices=self.voices, acting=self.now[-1:])
        ranked = self.parties.are_heads_of_state(s, head)
        if ranked or s.words[head].text.lower() == "leaders":
            found = self.parties.last.get(EntityType.PERSON, []) if ranked else found
            two = ranked or self.parties.are_two(s, head)
            found = self.short_names.leaders(found, self.parties.met, ranked=ranked, two=two)
        found = self.short_names.two_bearers(s, head) or ([] if self.short_names.strangers(s, head, found) else found)
        states = [name for name, kind in self.before.items() if kind is EntityType.COUNTRY]
        two = any(s.words[c].text.lower() == "two" for c in s.all_children(head, "nummod"))
        two = two and s.child(head, "poss") is None  # "our two countries" are the speaker's and another
        two = two and (s.words[head].dep not in ("nsubj", "nsubjpass") or self.tells_of_meeting())
        if not found and two and len(states) == 2 and s.words[head].lemma in cues()["nouns.parties_countries"]:
            return [self.mention_of(s, head, name, EntityType.COUNTRY) for name in states]
        if found or len(self.voices) != 1 or not self.parties.are_ours(s, head):
            return found
        others = [m for m in self.last if m.type is EntityType.COUNTRY and m.name != self.voices[0].name]
        return [*self.voices, *others] if len(others) == 1 else []  # "Peru is a friend. Our two countries hold talks."

    def tells_of_meeting(self) -> bool:
        """Whether the sentence before names one of those who met last, if anybody has: its countries may be theirs."""
        naming = (s for _, s in reversed(self.behind[:-1]) if any(w.name is not None for w in s.words))
        told = {w.text for w in s.words} if (s := next(naming, None)) is not None else set()
        known = {part for m in self.parties.met[-1] for part in m.name.split()} if self.parties.met else told
        return not told.isdisjoint(known) or not told

    def lands_before(self, s: Sentence, head: int) -> set[str]:
        """The other countries told of before a word: "I asked Chad's envoy that our two countries" is ours and Chad."""
        entries = [w.name.entry for w in s.words[:head] if w.name is not None and w.name.entry is not None]
        return {e.name for e in entries if e.type is EntityType.COUNTRY} - {voice.name for voice in self.voices}

    def side(self, s: Sentence, head: int) -> Mention | None:
        """The country that its side is: "the Chinese side", "the U.S. side"; or None."""
        named = [s.words[c].name for c in s.all_children(head, "amod", "compound", "nmod")]
        entry = named[0].entry if len(named) == 1 and named[0] is not None else None
        if s.words[head].lemma != "side" or entry is None or entry.type is not EntityType.COUNTRY:
            return None
        return self.mention_of(s, head, entry.name, entry.type)

    def take_down(self, word: Word, group: Mention | None) -> None:
        """Take a group down that meets, by its last word, for "the Ministers" later on; other phrases are not."""
        short = group is not None and len(group.name.split()) <= LONGEST_ASSEMBLED
        if short and group is not None and word.text in cues()["nouns.assembled"]:
            self.short_names.observe_group(word.text, group, sentence=self.sentence)

    def is_far(self, s: Sentence, head: int, known: Mention) -> bool:
        """Whether another passage told of a government or a parliament, of which each country has one."""
        seen = self.short_names.seen.get(known.name, self.sentence)
        distant = self.sentence - seen > NEAR or self.sole_voice() is not None
        return s.words[head].lemma.lower() in GOVERNED and seen < self.opened and distant

    def pointed(self, s: Sentence, head: int) -> Mention | None:
        """What a small noun points back to: "this partnership", "the bank" right behind the only name that ends so.

        "The writer is Peru's envoy" tells of who wrote the article.
        """
        if head == 1 and s.words[head].lemma in ("writer", "author") and s.words[0].lemma == "the":
            return self.author if self.author is not None and self.author.type in PEOPLE else None
        pointing = {s.words[d].lemma for d in s.all_children(head, "det")}
        known = self.short_names.named(s.words[head].lemma.capitalize(), heading=self.heading)
        body = known is not None and known.type is EntityType.ORGANIZATION
        reach = NEAR if "this" in pointing or body else FAR
        far = known is not None and self.is_far(s, head, known)
        if (
            known is None
            or far
            or self.sentence - self.short_names.seen[known.name] > reach
            or s.words[head].tag != "NN"
        ):
            return None
        made = known.type in (EntityType.EVENT, EntityType.AGREEMENT, EntityType.INITIATIVE) or body
        return known if "this" in pointing or ("the" in pointing and made) else None

    def newest(self, s: Sentence, head: int) -> Mention | None:
        """What "the new mission" is: the last thing named nearby whose name ends so, where that replaced no other."""
        word = s.words[head]
        if word.tag != "NN" or not is_called_new(s, head):
            return None
        for other in (s, *self.close_by(s)[:NEAR]):
            end = head if other is s else len(other.words)
            short = word.lemma.capitalize()
            named = [w for w in other.words[:end] if w.name is not None and is_short_for(short, w.name.name)]
            found = named[-1].name if named else None
            if found is not None:
                old = any(w.lemma in REPLACING for w in other.words[:end])
                return self.mention_of(s, head, found.name, found.type) if found.type in STARTED and not old else None
        return None

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

    def idea_meant(self, s: Sentence, head: int) -> Mention | None:
        """What was proposed right before, where "the idea" or "the plan" can only be that."""
        near, known = self.floated
        ahead = known is not None and known.span.start > s.span_of(head, head).start  # "he left the plan and floated X"
        return known if s.words[head].lemma in IDEAS and self.sentence - near <= NEAR and not ahead else None

    def resolve(self, s: Sentence, i: int, owners: Sequence[Mention]) -> list[Mention]:
        """What the pronoun at word i stands for: one mention, several for "they", none where it is open."""
        if s.words[i].start == s.words[i].end and s.words[i].text == "We":  # of a paragraph in a declaration
            return list(self.voices)
        if s.words[i].start == s.words[i].end:
            if i == 0 and (s.words[0].text == "They" or s.words[1].start == s.words[1].end):
                return list(self.lead.mentions) if self.lead else []
            return [self.heading] if self.heading else []
        kind = KINDS.get(s.words[i].text.lower())
        owners = self.now[0] if self.now and is_backed(s, i) else owners
        found: Sequence[Mention] = ()
        if kind == "voice":
            found = find_voices(self, s, i)
        elif kind == "author" and (author := self.speaker_at(s, i) or self.author or self.stating(s, i)):
            found = [author]
        elif kind == "person":
            found = self.resolve_person(s, i, owners)
        elif kind == "thing":
            found = find_it(self, s, i, owners)
        elif kind == "chair":
            found = [self.chair] if self.chair is not None and is_to_chair(s, i) else []
        elif kind == "both" and s.text[s.words[i].end :].startswith(" of which"):
            return []
        elif kind == "both":
            found = self.parties.both(s, i)
        elif kind == "several":
            acted_on = s.words[i].tag == "PRP" and s.words[i].dep in OBJECTS
            found = find_several(self, s, i, owners, acted_on=acted_on)
        span = s.span_of(i, i)
        text = s.text[s.words[i].start : s.words[i].end]
        # A pronoun is no better a name than what it stands for.
        return [
            replace(m, span=span, text=text, found_by=m.found_by if m.found_by in PHRASES else "pronoun") for m in found
        ]

    def resolve_person(self, s: Sentence, i: int, owners: Sequence[Mention]) -> Sequence[Mention]:
        """The person or the office for whom "he", "her" or "his" at word i stands; nobody where it is open."""
        if is_of_secretary(s, i):
            return [self.mention_of(s, i, "Secretary-General", EntityType.ROLE)]
        asked = s.words[i].text.lower() == "him" and s.words[i].dep == "nsubj"  # "an invitation for him to visit"
        acted_on = asked or (s.words[i].tag == "PRP" and s.words[i].dep in OBJECTS)
        doers = self.now[-1] if asked and self.now else owners
        held = is_of_held(s, i)
        acted_on = acted_on or is_thanked_for(s, i) or is_demanded(s, i) or held
        either = is_either(s, i)  # "him or her": whoever that will be
        ahead = person_ahead(s, i) if not (either or acted_on or owners or self.now) else None
        found: Sequence[Mention] = [self.mention_of(s, i, ahead.name, ahead.type)] if ahead is not None else []
        found = found or ([] if either else find_person(self, s.words[i].text, doers, acted_on=acted_on))
        found = [self.met] if self.met is not None and accepts(s, i) else found
        if (held or is_demanded(s, i)) and not self.patients and not either:
            found = self.find_held(s.words[i].text, found)
        self.short_names.observe_pronoun(s.words[i].text, found)
        self.unsure = self.sentence if acted_on and not found else self.unsure
        return found

    def find_held(self, pronoun: str, found: Sequence[Mention]) -> Sequence[Mention]:
        """The person told to be held last, whom "his case" means; where there is none, nobody who has acted before."""
        if self.captive is not None and self.short_names.may_be(pronoun, self.captive):
            return [self.captive]
        acted = {m.name for m in self.people}
        return [m for m in found if m.name not in acted]

    def sole_voice(self) -> Mention | None:
        """The only one for whom a document speaks, or None."""
        return self.voices[0] if len(self.voices) == 1 else None

    def stating(self, s: Sentence, i: int) -> Mention | None:
        """Who takes a stand as "I" where nobody signs a document: the only one for whom it speaks; or None."""
        verb = s.words[i].head
        deeds = (s.words[v].lemma for v in (verb, *s.all_children(verb, "xcomp")))
        stands = cues()["speech.stands"] | cues()["speech.performing"] | cues()["modality.proposed"]
        meant = s.words[i].dep in ("nsubj", "dobj") and not stands.isdisjoint(deeds)
        return self.sole_voice() if meant and s.words[i].tag == "PRP" else None

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

    def definite(self, s: Sentence, head: int, run: Sequence[int]) -> Mention | None:
        """What a bare definite noun stands for ("the vision"), where the document has called just one thing so."""
        word = s.words[head]
        article = s.child(head, "det")
        if word.text.lower() == "assembly" and self.chair is not None and article is not None:
            here = s.words[article].lemma == "this" and all(s.words[i].lemma in HALL for i in run)
            return self.mention_of(s, head, ASSEMBLY, EntityType.ORGANIZATION) if here else None
        if article is None or s.words[article].lemma not in ("the", "this", "such", "that", "these", "those"):
            return None
        extra = [i for i in run if i != head and s.words[i].lemma != "important"]
        if extra or s.child(head, "prep", "acl", "relcl") is not None:
            return None
        if word.lemma in cues()["nouns.about"]:
            return self.ideas.get(word.lemma)
        if word.tag != "NNS":
            return None
        counted = self.counted.get(word.lemma) if s.words[article].lemma in ("these", "those") else None
        return counted or self.groups.meant(word.lemma, self.passage)

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

    def spoken_of(self, s: Sentence, head: int) -> Mention | None:
        """What "this mission" points back to: the phrase with the same noun in the sentence before; or None."""
        near, mention = self.recent.get(s.words[head].text.lower(), (0, None))
        return mention if self.sentence - near == 1 else None

    def introduce(self, noun: str, mention: Mention) -> None:
        """Take down that the document calls a thing a vision, a concept, an idea; every such noun then means it."""
        for known in sorted(cues()["nouns.about"]):
            if noun == known or known not in self.ideas:
                self.ideas[known] = mention
