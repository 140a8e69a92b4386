"""Who "he", "it", "we" and "the vision" are: what a document has spoken of so far.

Abstains where two readings are open: an argument that cannot be resolved makes no claim.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from graph.extract.cues import cues
from graph.extract.groups import Groups
from graph.extract.introduced import Introduced
from graph.extract.parse import Sentence, Word
from graph.extract.parties import Parties
from graph.extract.prepositions import ACTORS
from graph.extract.pronouns import (
    KINDS,
    PEOPLE,
    PLURAL,
    harms,
    is_body_between,
    is_delegate,
    is_everybody,
    is_exhortation,
    is_expletive,
    is_i,
    is_judged,
    is_suffered,
    is_thing,
)
from graph.extract.short_names import ShortNames
from graph.model import EntityType, Mention, Modality

PHRASES = ("phrase", "named phrase")
OBJECTS = ("dobj", "dative")
FEW = 2  # people before the last one for whom "he" and "she" may stand, where their titles tell which
LONGEST_ASSEMBLED = 10  # words of those who meet, to whom "the Ministers" points back
NEAR = 2  # sentences across which "the summit" points back to a name
MADE = (EntityType.INITIATIVE, EntityType.AGREEMENT, EntityType.EVENT, EntityType.ORGANIZATION, EntityType.CONCEPT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """What a sentence before a list hands down to its items: whose deeds they are, how they are told, who says so."""

    mentions: tuple[Mention, ...]
    modality: Modality
    speakers: tuple[Mention, ...] = ()


class Discourse:
    """What has been spoken of, sentence by sentence: subjects of the last sentence, the last person, named ideas."""

    def __init__(
        self,
        *,
        voices: Sequence[Mention] = (),
        author: Mention | None = None,
        assembly: bool = False,
        short_names: ShortNames | None = None,
    ) -> None:
        self.voices = list(voices)
        self.assembly = assembly
        self.author = author
        self.quoted: tuple[Mention, ...] = ()
        self.quotes: tuple[tuple[int, int], ...] = ()  # characters of the passage, said by the quoters
        self.quoters: tuple[Mention, ...] = ()
        self.stands_for: Mapping[str, Mention] = {}  # the body of which a person is quoted as saying "we"
        self.people: list[Mention] = []
        self.last: list[Mention] = []
        self.ended: list[Mention] = []  # the several whom the passage before spoke of last
        self.now: list[list[Mention]] = []
        self.ideas: dict[str, Mention] = {}
        self.groups = Groups()
        self.passage = 0
        self.objects: list[Mention] = []
        self.patients: list[Mention] = []
        self.recent: dict[str, tuple[int, Mention]] = {}
        self.counted: dict[str, Mention] = {}
        self.introduced = Introduced()
        self.heading: Mention | None = None
        self.short_names = short_names or ShortNames()
        self.lead: Lead | None = None
        self.sentence = 0
        self.parties = Parties()
        if len(self.voices) > 1:
            self.observe_parties(self.voices)

    def open_sentence(self) -> None:
        """Begin a sentence: the first subjects of the one before become those that "it" and "they" may mean."""
        self.sentence += 1
        if self.now:
            self.last = self.now[0]
        people = [m for group in self.now for m in group if (m.type in PEOPLE and not is_i(m)) or is_delegate(m)]
        if people:
            self.people = [*self.people[-FEW:], people[0]]
        self.now = []
        self.patients = []

    def open_passage(self, *, item: bool = False) -> None:
        """Begin a passage: "it" and "they" do not reach back into another one, "he" does.

        From an item they reach back to the one before: "3. It also urges X" is of a list that tells what one body does.
        """
        self.open_sentence()
        self.passage += 1
        self.ended = self.last if len(self.last) > 1 else []
        self.last = self.last if item else []
        self.objects = []

    def observe(self, subjects: Sequence[Mention]) -> None:
        """Take the subjects of a clause down, in the order of the text."""
        if subjects:
            self.now.append(list(subjects))

    def observe_parties(self, parties: Sequence[Mention]) -> None:
        """Take down who acts together or deals with each other, for "the two leaders" and "both countries" later on."""
        self.parties.observe(parties, sentence=self.sentence)

    def those(self, s: Sentence, head: int) -> list[Mention]:
        """Whom a bare plural for parties stands for, or none: "the leaders", "the two countries", "both sides"."""
        found = self.parties.those(s, head, voices=self.voices, acting=self.now[-1:])
        if found or len(self.voices) != 1 or not self.parties.are_ours(s, head):
            return found
        others = [m for m in self.last if m.type is EntityType.COUNTRY and m.name != self.voices[0].name]
        return [*self.voices, *others] if len(others) == 1 else []  # "Peru is a friend. Our two countries hold talks."

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

    def pointed(self, s: Sentence, head: int) -> Mention | None:
        """What a small noun points back to: "this partnership" right behind the only name that ends so."""
        pointing = {s.words[d].lemma for d in s.all_children(head, "det")}
        known = self.short_names.named(s.words[head].lemma.capitalize(), heading=self.heading)
        if known is None or self.sentence - self.short_names.seen[known.name] > NEAR or s.words[head].tag != "NN":
            return None
        made = known.type in (EntityType.EVENT, EntityType.AGREEMENT, EntityType.INITIATIVE)
        return known if "this" in pointing or ("the" in pointing and made) else None

    def observe_objects(self, objects: Sequence[Mention]) -> None:
        """Take the named objects of a clause down: "it" as an object speaks of the last one, "him" of a person."""
        self.patients += [m for m in objects if m.type in PEOPLE and not is_i(m)]
        things = [m for m in objects if m.found_by != "pronoun" and m.type in MADE]
        one = (m for m in things if m.found_by not in PHRASES or m.type is EntityType.AGREEMENT)
        things = [m for m in one if not m.name[:1].isdigit()]
        if things:
            self.objects = things

    def resolve(self, s: Sentence, i: int, owners: Sequence[Mention]) -> list[Mention]:
        """What the pronoun at word i stands for: one mention, several for "they", none where it is open."""
        if s.words[i].start == s.words[i].end and s.words[i].text == "We":  # of a paragraph in a declaration
            return list(self.voices)
        if s.words[i].start == s.words[i].end:
            if i == 0 and s.words[1].start == s.words[1].end:
                return list(self.lead.mentions) if self.lead else []
            return [self.heading] if self.heading else []
        kind = KINDS.get(s.words[i].text.lower())
        found: Sequence[Mention] = ()
        if kind == "voice":
            found = self.find_voices(s, i)
        elif kind == "author" and (author := self.speaker_at(s, i) or self.author):
            found = [author]
        elif kind == "person":
            asked = s.words[i].text.lower() == "him" and s.words[i].dep == "nsubj"  # "an invitation for him to visit"
            acted_on = asked or (s.words[i].tag == "PRP" and s.words[i].dep in OBJECTS)
            doers = self.now[-1] if asked and self.now else owners
            found = self.find_person(s.words[i].text, doers, acted_on=acted_on)
            self.short_names.observe_pronoun(s.words[i].text, found)
        elif kind == "thing" and s.words[i].dep in ("dobj", "pobj", "dative"):
            found = self.find_asking(s, i) or (self.objects if len(self.objects) == 1 else [])
        elif kind == "thing" and not is_expletive(s, i) and not is_judged(s, i):
            found = self.find_thing(s, i, owners)
        elif kind == "both" and s.text[s.words[i].end :].startswith(" of which"):
            return []
        elif kind == "both":
            found = self.parties.both(s, i)
        elif kind == "several":
            acted_on = s.words[i].tag == "PRP" and s.words[i].dep in OBJECTS
            found = self.find_several(s, i, owners, acted_on=acted_on)
        span = s.span_of(i, i)
        text = s.text[s.words[i].start : s.words[i].end]
        # A pronoun is no better a name than what it stands for.
        return [
            replace(m, span=span, text=text, found_by=m.found_by if m.found_by in PHRASES else "pronoun") for m in found
        ]

    def find_voices(self, s: Sentence, i: int) -> Sequence[Mention]:
        """Whom "we" at word i stands for: the voices; all in the hall where one speaker exhorts an assembly.

        What is "our common" or "our shared" is not one speaker's.
        """
        speaker = self.speaker_at(s, i)
        body = self.stands_for.get(speaker.name) if speaker else None
        voices = [body] if body else self.voices
        if len(voices) != 1:
            return voices
        head = s.words[i].head if s.words[i].tag == "PRP$" else i
        told = {word.text.lower() for word in s.words[i + 1 : head]}
        common = not told.isdisjoint(cues()["nouns.in_common"])
        common = common or (self.assembly and not told.isdisjoint(cues()["nouns.of_all"]))
        if common or is_everybody(s, assembly=self.assembly):
            return []
        if self.assembly and is_exhortation(s, voices[0].name):
            span = s.span_of(0, 0)
            return [
                Mention(span=span, text="we", name="international community", type=EntityType.GROUP, found_by="short")
            ]
        return voices

    def speaker_at(self, s: Sentence, i: int) -> Mention | None:
        """Who is quoted at word i; None outside quotations."""
        inside = any(start <= s.words[i].start < end for start, end in self.quotes)
        speakers = self.quoted or (self.quoters if inside else ())
        return speakers[0] if speakers else None

    def mention_of(self, s: Sentence, i: int, name: str, kind: EntityType) -> Mention:
        """A mention of something by the word at i that has another form than its name: a demonym."""
        word = s.words[i]
        return Mention(
            span=s.span_of(i, i), text=s.text[word.start : word.end], name=name, type=kind, found_by="demonym"
        )

    def find_person(self, pronoun: str, owners: Sequence[Mention], *, acted_on: bool) -> Sequence[Mention]:
        """The person of the clause, else the first who acts in this sentence, else whom it acts on, else the last.

        An object, `acted_on`, is none of the subjects, its `owners`: "he thanked him" speaks of two.
        """
        others = {m.name for m in owners} if acted_on else set()
        people = [m for m in owners if m.type in PEOPLE and not is_i(m) and not acted_on]
        acting = [m for group in self.now for m in group if m.type in PEOPLE and not is_i(m) and m.name not in others]
        people = people or acting or self.patients
        people = [m for m in people if m.name not in others and self.short_names.may_be(pronoun, m)]
        if people:
            return people[:1] if len({m.name for m in people}) == 1 else []
        offices = [m for group in (owners, *self.now) for m in group if m.type is EntityType.ROLE and not acted_on]
        if offices:  # "the envoy will send his report": of no person named before
            return offices[:1]
        before = (m for m in reversed(self.people) if m.name not in others and self.short_names.may_be(pronoun, m))
        return [found] if (found := next(before, None)) is not None else []

    def find_thing(self, s: Sentence, i: int, owners: Sequence[Mention]) -> Sequence[Mention]:
        """The one thing of the clause for "its"; for "it" the subject of the clause or of the sentence before."""
        if s.words[i].tag == "PRP$" and is_suffered(s.words[s.words[i].head]):
            made = [m for m in owners if m.type not in ACTORS] or self.objects  # no country is implemented
            return made if len(made) == 1 and made[0].type not in ACTORS else []
        if s.words[i].tag == "PRP$" and owners:
            above = [g for g in self.now if {m.name for m in g}.isdisjoint(m.name for m in owners)]
            other = above[0] if len(above) == 1 and len(above[0]) == 1 and is_thing(above[0][0]) else []
            if other and harms(s, i):  # "Iran said that Israel had attacked one of its ships"
                return other
            if owners and all(m.type in PEOPLE for m in owners) and len(self.now) > 1:
                first = self.now[0]  # "Algeria closed its airspace after Macron criticised its system"
                return first if len(first) == 1 and is_thing(first[0]) else []
            return owners if len(owners) == 1 and is_thing(owners[0]) else []
        for group in (*self.before(s, i), self.last):
            # who says "we" of itself does not say "it"
            things = [m for m in group if is_thing(m) and KINDS.get(m.text.lower()) != "voice"]
            if group:
                return things if len(group) == 1 and things else []
        return []

    def before(self, s: Sentence, i: int) -> list[list[Mention]]:
        """The first subject of the sentence, where it is before word i: "if X breaks what it promised, Y acts"."""
        groups = sorted(self.now, key=lambda group: group[0].span.start)[:1]
        return [group for group in groups if group[0].span.start < s.span_of(i, i).start]

    def find_asking(self, s: Sentence, i: int) -> list[Mention]:
        """The one thing that asks for a deed to itself: "the Council requests X to report to it"; else none."""
        verb = s.words[i].head if s.words[i].dep != "pobj" else s.words[s.words[i].head].head
        above = s.words[s.words[verb].head]
        asked = s.words[verb].dep in ("xcomp", "ccomp", "advcl") and above.lemma in cues()["modality.proposed"]
        first = self.now[0] if asked and self.now else []
        return first if len(first) == 1 and is_thing(first[0]) and s.words[i].dep != "dobj" else []

    def find_several(self, s: Sentence, i: int, owners: Sequence[Mention], *, acted_on: bool) -> Sequence[Mention]:
        """The several of the clause, of this sentence, or of the one before; who acts on "them" does not on itself.

        One who acts with others is meant with them, unless a body is named in between: "he said that Hamas … they".
        """
        doers = {m.name for m in owners} if acted_on else set()
        opening = self.ended if i == 0 and not self.last else []  # "They" at the head of a paragraph of its own
        for group in (owners, *self.now[:1], self.last, opening):
            if doers & {m.name for m in group}:
                continue
            if len(group) > 1 or (group and group[0].type in PLURAL):
                return group
            if group and not is_body_between(s, group[0], i):
                together = self.parties.last.get(group[0].type, [])
                return together if any(m.name == group[0].name for m in together) else []
        return []

    def definite(self, s: Sentence, head: int, run: Sequence[int]) -> Mention | None:
        """What a bare definite noun stands for ("the vision"), where the document has called just one thing so."""
        word = s.words[head]
        article = s.child(head, "det")
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
