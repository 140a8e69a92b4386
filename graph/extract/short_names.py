"""What a head noun or an office alone stands for: "the Council", "the Ministers", "the Prime Minister"."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import takewhile

from graph.extract.given_names import may_be_she
from graph.extract.parse import Sentence
from graph.extract.words import words
from graph.model import EntityType, Mention, Span

# Titles that tell whether "he" or "she" may stand for who bears them.
HIS = frozenset({"mr", "mr.", "sir", "lord", "king", "prince", "his", "pope", "emir", "sheikh", "emperor", "sultan"})
HERS = frozenset(
    {"ms", "ms.", "mrs", "mrs.", "lady", "dame", "baroness", "queen", "princess", "her", "madam", "sheikha"}
)
SECOND = frozenset(
    {"deputy", "vice", "former", "acting", "incoming", "assistant", "associate"}
)  # who bears the office of another one
SHE = ("she", "her", "hers", "herself")
OFFICES = ("ministers", "presidents", "ambassadors", "secretaries", "chancellors")
# What a title has between its words, and how else that of who deals with other states is called.
BETWEEN = frozenset({"of", "for", "the", "and", "affairs", "relations", "external", "international"})
HEADS = frozenset({"president", "chancellor", "king", "queen", "emir", "sultan", "emperor", "premier", "taoiseach"})
PRIME = frozenset({"prime", "minister"})
LESSER = frozenset({"minister", "chairman", "chair", "chairwoman", "governor", "mayor", "ambassador", "senator"})
PAPERS = (EntityType.AGREEMENT, EntityType.INITIATIVE)
PAIR = 2  # of "the two Prime Ministers"
# One word in two spellings: a text that names the World Health Organization may go on with "the Organisation".
SPELLED = {"Organisation": "Organization"}
LOCAL = "local"  # how the document's own things are found, whose full names it never tells


def widest(known: Sequence[Mention]) -> list[Mention]:
    """The mentions without those whose words all stand, in order, in another's name: "Group of Experts"."""

    def is_inside(short: Mention, whole: Mention) -> bool:
        rest = iter(whole.name.split())
        return short.name != whole.name and all(word in rest for word in short.name.split())

    return [m for m in known if not any(is_inside(m, other) for other in known)]


def is_short_for(word: str, name: str) -> bool:
    """Whether a word alone may stand for a name, whose head it is: "Mission", of "Support Mission in Mali"."""
    parts = name.split()
    stop = next((i for i, part in enumerate(parts) if i and part in words().connectors - {"and", "&"}), len(parts))
    return len(parts) > 1 and parts[stop - 1] == word


def is_called_new(s: Sentence, head: int) -> bool:
    """Whether a noun has "the new" before it and nothing else: "the new mission"."""
    the = any(s.words[d].text.lower() == "the" for d in s.all_children(head, "det"))
    told = s.child(head, "prep", "acl", "relcl", "compound", "nummod", "poss", "ccomp", "appos") is not None
    return the and not told and [s.words[a].lemma for a in s.all_children(head, "amod")] == ["new"]


def title_asked(s: Sentence, head: int) -> frozenset[str]:
    """The words of the title that a plural asks for, in the singular: "the two Foreign Ministers"."""
    own = (s.words[c].text.lower() for c in s.all_children(head, "compound", "amod"))
    return frozenset((*own, s.words[head].text.lower().removesuffix("s")))


class ShortNames:
    """The names of a document by what they may be called for short.

    `topics` are the names in its title, `opening` is the title's first word where that is in none of them; `label`
    tells the document's own things from those of other documents.
    """

    def __init__(self, *, topics: Collection[str] = (), label: str = "", opening: str = "") -> None:
        self.topics = topics
        self.label = label
        self.opening = opening
        self.bearers: dict[str, tuple[Mention, set[frozenset[str]]]] = {}
        self.short: dict[str, dict[str, Mention]] = {}
        self.seen: dict[str, int] = {}
        self.offices: dict[str, dict[str, Mention]] = {}
        self.sexes: dict[str, frozenset[str]] = {}
        self.peers: dict[str, Mention] = {}
        self.titles: dict[str, str] = {}
        self.aside: set[str] = set()  # those who head a body that is no state: "the President of the Port Authority, X"

    def observe_title(self, title: str, person: Mention) -> None:
        """Take down who bears a title, for "the President" later on."""
        told = frozenset(title.lower().split())
        self.titles.setdefault(person.name, title)
        for titles in (HIS, HERS):
            if told & titles:
                self.sexes[person.name] = titles
        self.bearers.setdefault(person.name, (person, set()))[1].add(told)

    def observe_peer(self, person: Mention, peer: Mention) -> None:
        """Take down whose counterpart somebody is, who holds the same office: both are "the two ministers" later on."""
        self.peers[peer.name] = person

    def observe_pronoun(self, pronoun: str, people: Sequence[Mention]) -> None:
        """Take down whether "he" or "she" has stood for a person."""
        for person in people:
            self.sexes.setdefault(person.name, HERS if pronoun.lower() in SHE else HIS)

    def may_be(self, pronoun: str, person: Mention) -> bool:
        """Whether "he" or "she" may stand for a person, by the titles borne so far, else by the first name."""
        sex = self.sexes.get(person.name)
        told = may_be_she(person.name) if sex is None else None
        sex = sex if told is None else HERS if told else HIS
        return sex is None or (sex is HERS) == (pronoun.lower() in SHE)

    def observe_office(self, title: str, person: Mention) -> None:
        """Take down whose office stands behind the name, "X, President of Y"; where nobody else bears it, that one."""
        self.offices.setdefault(title.lower(), {})[person.name] = person

    def bearer(self, title: str) -> Mention | None:
        """The only person so far who bears a title, with all its words and in nobody's place, or None."""
        known = self.bearers_of(title) or list(self.offices.get(title.lower(), {}).values())
        return known[0] if len(known) == 1 else None

    def bearers_of(self, title: str) -> list[Mention]:
        """All the people so far who bear a title, with all its words and in nobody's place."""
        asked = frozenset(title.lower().split())
        known = self.bearers.values()
        titled = [m for m, titles in known if any(asked <= told and (told & SECOND) <= asked for told in titles)]
        return list({m.name: m for m in (*titled, *self.offices.get(title.lower(), {}).values())}.values())

    def two_bearers(self, s: Sentence, head: int) -> list[Mention]:
        """The only two people so far who bear the title of "the two Prime Ministers", "the Presidents"; or nobody."""
        own = [s.words[c] for c in s.children[head] if s.words[c].dep != "punct"]
        plural = s.words[head].tag in ("NNS", "NNPS") or s.words[head].text.lower() in OFFICES
        two = plural and any(w.text.lower() == "two" for w in own)
        told = any(w.dep not in ("det", "compound", "amod") for w in own)
        the = plural and not told and any(w.text.lower() == "the" for w in own) and s.words[head].text[:1].isupper()
        two = two or (the and (len(own) > 1 or s.words[head].text == "Presidents"))  # of ministers there are more
        before = [w.text for w in own if w.dep in ("compound", "amod")]
        title = " ".join([*before, s.words[head].text.removesuffix("s")]).title()
        found = self.bearers_of(title) if two and title in words().titles else []
        return found if len(found) == PAIR else []

    def strangers(self, s: Sentence, head: int, people: Sequence[Mention]) -> bool:
        """Whether one of those whom "the ministers" would mean is not known to be any: no office of theirs was told."""
        known = {name for bearers in self.offices.values() for name in bearers} | self.bearers.keys()
        persons = [m for m in people if m.type is EntityType.PERSON]
        persons = [self.peers.get(m.name, m) for m in persons]
        unknown = any(m.name not in known and m.found_by != "document" for m in persons)  # not of the title
        asked = title_asked(s, head)
        return s.words[head].text.lower() in OFFICES and (unknown or not all(self.fits(m, asked) for m in persons))

    def fits(self, person: Mention, asked: frozenset[str]) -> bool:
        """Whether a person may bear an office by the others that were told: no President is a foreign minister."""
        small = {word.lower() for honorific in words().honorifics for word in honorific.split()} | BETWEEN
        told = [titles - small for titles in self.bearers.get(person.name, (person, set()))[1]]
        told += [frozenset(t.split()) - small for t, bearers in self.offices.items() if person.name in bearers]
        held = [titles for titles in told if titles]
        head = asked & {office.removesuffix("s") for office in OFFICES}
        return not held or any(head <= titles and (len(asked) == 1 or titles <= asked) for titles in held)

    def leaders(
        self, found: Sequence[Mention], before: Sequence[Sequence[Mention]], *, ranked: bool, two: bool
    ) -> list[Mention]:
        """Whom "leaders" means: those who met last, else, where one of them is of lesser rank, the last who are not.

        A `ranked` noun, "the two Heads of State", means heads of states only; of `two`, where nobody has met, the only
        two told so far. A leader who met the chairman of a chamber is not one of two.
        """
        lesser = any(self.is_lesser(m) for m in found) or (ranked and not all(self.leads(m) for m in found))
        if found and not lesser:
            return list(found)
        above = next((pair for pair in reversed(before) if all(self.leads(m) for m in pair)), None)
        if found and above is not None:
            return list(above)
        known = [m for m, _ in self.bearers.values() if self.leads(m)]
        known += [m for name in self.offices.values() for m in name.values() if self.leads(m)]
        heads = {m.name: m for m in known}
        if two and len(heads) == PAIR and (ranked or not found):
            return list(heads.values())
        return [] if ranked or any(m.name in self.aside for m in found) else list(found)

    def is_lesser(self, person: Mention) -> bool:
        """Whether a person is known by an office that is none of those at the head of a state or next to it."""
        told = [*self.bearers.get(person.name, (person, set()))[1]]
        told += [frozenset(title.split()) for title, bearers in self.offices.items() if person.name in bearers]
        near = any(titles & HEADS or titles >= PRIME or "prince" in titles for titles in told)
        return person.name in self.aside or (any(titles & LESSER for titles in told) and not near)

    def leads(self, person: Mention) -> bool:
        """Whether a person has been told to be the head of a state or a government."""
        told = self.bearers.get(person.name, (person, set()))[1]
        held = (frozenset(title.split()) for title, bearers in self.offices.items() if person.name in bearers)
        ranks = any(titles & HEADS or titles >= PRIME for titles in (*told, *held) if not titles & SECOND)
        return ranks and person.name not in self.aside

    def observe_name(self, mention: Mention, heads: Collection[str], *, sentence: int) -> None:
        """Take a name of a sentence down under its head noun, for "the Council" later on."""
        parts = mention.name.split()
        breaks = words().connectors - {"and", "&"}  # a "Group of Heads of State and Government" is a group
        stop = next((i for i, part in enumerate(parts) if i and part in breaks), len(parts))
        ending = list(takewhile(lambda part: not part[0].isalpha(), reversed(parts[:stop])))  # "(2025-2027)"
        last = parts[stop - len(ending) - 1]  # "Review of Union Affairs" is no union
        if last not in heads and mention.type in PAPERS:  # "Status of Forces Agreement"
            last = parts[-len(ending) - 1]
        head = last if len(parts) > 1 and last in heads else ""
        if head and mention.found_by in ("gazetteer", "head", "acronym", "alias", "document", "pair"):
            self.observe(head, mention, sentence=sentence)

    def observe_group(self, head: str, mention: Mention, *, sentence: int) -> None:
        """Take those down who meet, under what they are, for "the Ministers" later on."""
        self.observe(head, replace(mention, type=EntityType.GROUP), sentence=sentence)

    def observe(self, head: str, mention: Mention, *, sentence: int) -> None:
        """Take down what a head noun may stand for."""
        self.short.setdefault(SPELLED.get(head, head), {})[mention.name] = mention
        self.seen[mention.name] = sentence

    def named(self, head: str, *, heading: Mention | None) -> Mention | None:
        """The only thing so far whose name ends in a head noun ("the Council"), or None.

        Of several it is the one that the document is of, by its title or its heading; what the title begins with,
        "Council conclusions on …", is the document's own.
        """
        known = widest(list(self.short.get(SPELLED.get(head, head), {}).values()))
        own = [m for m in known if m.found_by == LOCAL]
        if head == self.opening:
            known = own
        if len(known) > 1:
            known = own or [m for m in known if m.name in self.topics or (heading and m.name == heading.name)]
        return known[0] if len(known) == 1 else None

    def fuller(self, name: str) -> Mention | None:
        """The only thing so far whose name begins with a whole one and tells whose it is: "Executive Board of X"."""
        known = {m.name: m for named in self.short.values() for m in named.values() if m.name.startswith(f"{name} of ")}
        return next(iter(known.values())) if len(known) == 1 else None

    def without_label(self, name: str) -> str:
        """A name inside a longer one, where the title behind a thing of the document's own would be in the way."""
        return name.removesuffix(f" ({self.label})")

    def own(self, head: str, kind: EntityType, span: Span, *, sentence: int) -> Mention | None:
        """The document's own thing that it calls by a head noun, where none before is named so: "Council (Title)"."""
        if not self.label or (self.short.get(SPELLED.get(head, head)) and head != self.opening):
            return None
        mention = Mention(span=span, text=head, name=self.labelled(head), type=kind, found_by=LOCAL)
        self.observe(head, mention, sentence=sentence)
        return mention

    def labelled(self, name: str) -> str:
        """A name with what tells the document's own things from those of other documents: "Council (Title)"."""
        return f"{name} ({self.label})" if self.label else name

    def owned(self, mention: Mention) -> Mention:
        """A phrase without a name as the document's own: "senior official (Title)"."""
        return replace(mention, name=self.labelled(mention.name), type=EntityType.GROUP, found_by=LOCAL)
