"""Who deals with each other: for whom "the leaders", "the two countries" and "both sides" stand."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from graph.extract.cues import cues
from graph.extract.numbers import find_number
from graph.extract.parse import Sentence
from graph.extract.pronouns import is_acted_on
from graph.extract.words import words
from graph.model import EntityType, Mention

KINDS_OF_PARTIES: Sequence[tuple[EntityType, str, bool]] = (
    (EntityType.PERSON, "nouns.parties_people", False),
    (EntityType.COUNTRY, "nouns.parties_countries", True),
)


POINTING_BACK = {"the", "both", "we", "our"}
POINTING = {"the", "both", "our", "we", "these", "those"}
FEWEST = 2
FEW = 4  # parties that a text counts and need not name again
STATES = (EntityType.COUNTRY, EntityType.ORGANIZATION)
SIDES = ("side", "party", "delegation", "government")  # nouns for states that deal with each other
DOING = ("nsubj", "nsubjpass", "poss", "conj")  # what people stand as who act or are told of


def is_single_word(mention: Mention) -> bool:
    """Whether a person is known by one word alone that no title tells to be one: that may be a firm."""
    return mention.type is EntityType.PERSON and mention.found_by == "proper" and " " not in mention.name


def kind_of(mention: Mention) -> EntityType:
    """What kind of party somebody is: an office acts as the person who bears it, "Prime Minister of Peru"."""
    return EntityType.PERSON if mention.type is EntityType.ROLE else mention.type


class Parties:
    """Those who acted together last, people and countries apart, and those before them.

    `principals` are the two states whose dealings the document is about, `states_of` that of each person in office.
    """

    def __init__(self) -> None:
        self.principals: Sequence[Mention] = ()
        self.states_of: Mapping[str, str] = {}
        self.last: dict[EntityType, list[Mention]] = {}
        self.earlier: dict[EntityType, list[Mention]] = {}
        self.seen: dict[EntityType, int] = {}
        self.met: list[Sequence[Mention]] = []  # all the people who dealt with each other

    def observe(self, parties: Sequence[Mention], *, sentence: int = 0, told: bool = False) -> None:
        """Take down who acts together or deals with each other; of two pairs in one sentence neither is "the two".

        People who are `told` what to do act on behalf of "the leaders" and take nobody's place.
        """
        for kind in (EntityType.COUNTRY,) if told else (EntityType.PERSON, EntityType.COUNTRY):
            several = {m.name: m for m in parties if kind_of(m) is kind and not is_single_word(m)}
            if len(several) > 1 and len(several) == len({m.name for m in parties}):
                before = self.last.get(kind, [])
                known = {m.name for m in before}
                aside = len(known & several.keys()) == 1  # one of them met somebody else
                if kind is EntityType.PERSON and aside and self.behind(before) and not self.behind([*several.values()]):
                    continue
                if known != several.keys():
                    self.earlier[kind] = before
                crossing = aside and len(known) == len(several) == FEWEST
                open_ = crossing and sentence > 0 and self.seen.get(kind) == sentence
                self.last[kind] = [] if open_ else list(several.values())
                if kind is EntityType.PERSON:
                    self.met.append(list(several.values()))
                self.seen[kind] = sentence
                states = self.behind(self.last[kind]) if kind is EntityType.PERSON else []
                if {m.name for m in states} != {m.name for m in self.last.get(EntityType.COUNTRY, [])}:
                    self.observe(states, sentence=sentence)

    def send(self, senders: Sequence[Mention]) -> None:
        """Take down whose negotiators deal with each other: they are "the two sides", a rebel group as well."""
        self.last[EntityType.COUNTRY] = list(senders)

    def behind(self, people: Sequence[Mention]) -> list[Mention]:
        """The states for which people who deal with each other hold their offices, where each has another."""
        states = {self.states_of.get(m.name, ""): m for m in people}
        if "" in states or len(states) < len(people):
            return []
        return [replace(m, name=name, type=EntityType.COUNTRY) for name, m in states.items()]

    def those(
        self, s: Sentence, head: int, *, voices: Sequence[Mention], acting: Iterable[Sequence[Mention]]
    ) -> list[Mention]:
        """Whom a bare plural for parties stands for, or none; `acting` are the subjects of the clause."""
        word = s.words[head]
        own = s.children[head]
        numbers = [s.words[c].text.lower() for c in own if s.words[c].dep == "nummod"]
        others = [c for c in own if s.words[c].dep not in ("det", "predet", "nummod", "punct", "poss")]
        office = " ".join([*(s.words[c].text for c in others), word.text.removesuffix("s")])
        titled = office in words().titles or office.title() in words().titles
        others = [] if titled else others  # "the two Prime Ministers"
        before = {s.words[c].lemma.lower() for c in own if s.words[c].dep in ("det", "predet", "poss")}
        neither = word.tag == "NN" and before == {"neither"}  # "neither side has signed": denied of both
        if others or not (neither or (word.tag in ("NNS", "NNPS") and before and before <= POINTING_BACK)):
            return []
        noun = word.lemma if word.tag == "NNS" else word.text.lower().removesuffix("s")  # "the Leaders"
        ours = bool(before & {"our", "we"}) and len(voices) > 1
        if ours and noun == "side":  # "our two sides"
            return list(voices)
        if ours and not numbers and noun in cues()["nouns.parties_countries"]:  # "our governments"
            return list(voices) if {m.type for m in voices} == {EntityType.COUNTRY} else []
        size = 2 if neither or "both" in before else find_number(numbers[0]) if numbers else None
        doers = {m.name for group in acting for m in group}
        principals = len(voices) > 1 and all(m.type in STATES for m in voices)
        if noun in SIDES and principals and size in (None, len(voices)) and not is_acted_on(s, head):
            return list(voices)  # of a joint statement, whoever else has met
        own_names = {m.name for m in self.principals}
        near = [w.name for w in s.words[:head] if w.name is not None and w.name.type in STATES]
        named = any(name.entry is not None and name.entry.name not in own_names for name in near)
        named = named or len({name.entry.name for name in near if name.entry is not None}) > 1
        if noun in cues()["nouns.parties_countries"] and size == len(self.principals) and not named:
            return list(self.principals)
        kinds = KINDS_OF_PARTIES[::-1] if noun in SIDES and EntityType.COUNTRY in self.last else KINDS_OF_PARTIES
        if noun == "party" and word.dep not in DOING:
            kinds = KINDS_OF_PARTIES[1:]  # "binding on the parties": those to a case
        for kind, nouns, counted in kinds:
            found = self.last.get(kind, [])
            if is_acted_on(s, head) and doers == {m.name for m in found}:
                found = self.earlier.get(kind, [])  # "A and B gave aid to both countries": others
            if noun in cues()[nouns] and found and (size == len(found) or (size is None and not counted)):
                return found
        return []

    @staticmethod
    def are_open(s: Sentence, head: int) -> bool:
        """Whether a noun can only mean parties named before: "the two countries", "both sides"; not "the 27 states"."""
        word = s.words[head]
        if word.tag != "NNS":
            return False
        own = [s.words[c] for c in s.children[head] if s.words[c].dep != "punct"]
        numbers = [find_number(w.text.lower()) for w in own if w.dep == "nummod"]
        before = {w.lemma.lower() for w in own if w.dep in ("det", "predet", "poss")}
        others = any(w.dep not in ("det", "predet", "nummod", "poss") for w in own)
        party = word.lemma in cues()["nouns.parties_people"] | cues()["nouns.parties_countries"]
        few = "both" in before or (bool(numbers) and (numbers[0] or FEW + 1) <= FEW)
        return party and not others and bool(before & POINTING) and few

    @staticmethod
    def are_heads_of_state(s: Sentence, head: int) -> bool:
        """Whether a noun is "the two Heads of State" or "both Heads of State and Government"."""
        if s.words[head].text not in ("Heads", "heads"):
            return False
        of = s.prep(head, "of")
        state = s.child(of, "pobj") if of is not None else None
        ruling = state is not None and s.words[state].text.lower() in ("state", "government")
        own = {s.words[c].text.lower() for c in s.children[head] if c < head}
        return ruling and own in ({"the", "two"}, {"both"}, {"both", "the"}) and s.child(head, "conj") is None

    @classmethod
    def are_two(cls, s: Sentence, head: int) -> bool:
        """Whether a noun means two parties named before, without a number only those to a thing: "the parties"."""
        own = [s.words[c] for c in s.children[head] if s.words[c].dep != "punct"]
        bare = s.words[head].lemma in SIDES and [w.text.lower() for w in own] == ["the"]
        counted = any(w.text.lower() in ("both", "two") for w in own)
        return cls.are_open(s, head) and counted if not bare else s.words[head].tag == "NNS"

    @classmethod
    def are_ours(cls, s: Sentence, head: int) -> bool:
        """Whether a noun means the speaker's country and one other: "our two countries"."""
        own = {s.words[c].lemma.lower() for c in s.children[head] if s.words[c].dep in ("poss", "nummod")}
        return cls.are_open(s, head) and bool(own & {"we", "our"}) and "two" in own

    def both(self, s: Sentence, i: int) -> Sequence[Mention]:
        """The only two of a kind who deal with each other; countries where the sentence has just spoken of nations."""
        nations = any(w.lemma in cues()["nouns.parties_countries"] for w in s.words[:i])
        if nations and self.principals:
            return self.principals
        kinds = [EntityType.COUNTRY] if nations and EntityType.COUNTRY in self.last else list(self.last)
        return next((self.last[kind] for kind in kinds if len(self.last[kind]) == 2), [])

    def states(self) -> list[str]:
        """The names of the two states that deal with each other last, or none."""
        found = self.last.get(EntityType.COUNTRY, [])
        return [m.name for m in found] if len(found) == 2 else []
