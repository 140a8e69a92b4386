"""For whom "we", "I", "he" and "she" stand by what a document has spoken of; nobody where it is open."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from graph.extract.cues import cues
from graph.extract.naming import Name
from graph.extract.parse import Sentence
from graph.extract.parties import is_single_word
from graph.extract.pronouns import (
    EVERYBODY_NAME,
    KINDS,
    PEOPLE,
    is_everybody,
    is_exhortation,
    is_i,
)
from graph.extract.words import words
from graph.model import EntityType, Mention

if TYPE_CHECKING:
    from graph.extract.discourse import Discourse


def find_voices(said: "Discourse", s: Sentence, i: int) -> Sequence[Mention]:
    """Whom "we" at word i stands for: the voices; all in the hall where one speaker exhorts an assembly.

    Who is quoted says it for the body whose office that person holds. What is "our common" or "our shared" is not one
    speaker's.
    """
    speaker = said.speaker_at(s, i)
    body = said.stands_for.get(speaker.name) if speaker else None
    if body is None and said.is_strange(s, i):
        return []
    voices = [body] if body else said.voices
    author = said.author
    if speaker is not None and body is None and author is not None and speaker.name != author.name:
        return []  # whom the writer of an article quotes does not speak for the writer's country
    if len(voices) != 1:
        return voices
    head = s.words[i].head if s.words[i].tag == "PRP$" else i
    told = {word.text.lower() for word in s.words[i + 1 : head]}
    common = not told.isdisjoint(cues()["nouns.in_common"]) or is_of_nation(s, i, voices[0], author)
    common = common or (said.assembly and not told.isdisjoint(cues()["nouns.of_all"]))
    if common or is_everybody(s, assembly=said.assembly):
        return []
    if said.assembly and is_exhortation(s, voices[0].name):
        span = s.span_of(0, 0)
        return [Mention(span=span, text="we", name=EVERYBODY_NAME, type=EntityType.GROUP, found_by="short")]
    return voices


def is_of_nation(s: Sentence, i: int, voice: Mention, author: Mention | None) -> bool:
    """Whether "our" at word i owns what nations have and no body that a person who writes leads: "our forests"."""
    own = voice.type is EntityType.ORGANIZATION and author is not None and author.type in PEOPLE
    return own and s.words[i].tag == "PRP$" and s.words[s.words[i].head].lemma in cues()["nouns.national"] | NATIVE


NATIVE = frozenset({"forest", "neighbour", "neighbor", "sea", "coast", "land", "water", "history", "ancestor"})


def find_person(said: "Discourse", pronoun: str, owners: Sequence[Mention], *, acted_on: bool) -> Sequence[Mention]:
    """The person of the clause, else the first who acts in this sentence, else whom it acts on, else the last.

    An object, `acted_on`, is none of the subjects, its `owners`: "he thanked him" speaks of two.
    """
    others = {m.name for m in owners} if acted_on else set()
    people = [m for m in owners if m.type in PEOPLE and not is_i(m) and not acted_on]
    acting = [m for group in said.now for m in group if m.type in PEOPLE and not is_i(m) and m.name not in others]
    people = people or acting or [m for m in said.patients if not is_single_word(m)]
    people = [m for m in people if m.name not in others and said.short_names.may_be(pronoun, m)]
    if people:
        return people[:1] if len({m.name for m in people}) == 1 else []
    doers = () if acted_on else owners
    offices = [m for g in (doers, *said.now) for m in g if m.type is EntityType.ROLE and m.name not in others]
    if offices:  # "the envoy will send his report": of no person named before
        return offices[:1]
    if said.officer is not None and not acted_on:
        return [said.officer]
    alone = said.alone if said.alone is not None and not is_single_word(said.alone) else None
    if alone is not None and not acted_on and said.short_names.may_be(pronoun, alone):
        return [alone]
    own = not acted_on and pronoun.lower() in ("his", "her")
    if said.sentence - said.unnamed <= 1 and not own:  # "the Minister received X, who told him": of nobody named before
        return []
    # whom something was done to comes behind who did it: "Ana Berg met Juan Soto. He left"
    back = [*said.people[-1:], *([said.met] if said.met is not None else []), *reversed(said.people[:-1])]
    before = (m for m in back if m.name not in others and said.short_names.may_be(pronoun, m))
    if (found := next(before, None)) is None and not acted_on:
        found = only_named(said, pronoun) or (said.official if said.dialogue else None)
    return [found] if found is not None else []


def only_named(said: "Discourse", pronoun: str) -> Mention | None:
    """The only person whom the sentence before names in full, though in none of its deeds: "the first was Ana Ruiz"."""
    named = [name for name, kind in said.before.items() if kind is EntityType.PERSON and " " in name]
    if len(named) != 1 or not said.behind:
        return None
    now = said.behind[-1][1]
    if any(w.text in words().titles and w.dep in ("nsubj", "dobj", "pobj", "dative") for w in now.words):
        return None  # "the President told the Governor he would come"
    span = now.span
    known = Mention(span=span, text=named[0], name=named[0], type=EntityType.PERSON, found_by="proper")
    return known if said.short_names.may_be(pronoun, known) else None


def is_single_office(group: Sequence[Mention]) -> bool:
    """Whether who acts is one of whom only the office is told: "the Foreign Minister"."""
    return len(group) == 1 and group[0].type is EntityType.ROLE


def person_ahead(s: Sentence, i: int) -> Name | None:
    """The only person whom a clause before the main one names, where "I" or "we" deal with them: "when I met X, he"."""
    named = {w.name.name: w for w in s.words[:i] if w.name is not None and w.name.type is EntityType.PERSON}
    if len(named) != 1:
        return None
    word = next(iter(named.values()))
    verb = s.words[word.head] if word.dep in ("dobj", "dative") else s.words[s.words[word.head].head]
    subject = s.child(verb.i, "nsubj") if verb.dep == "advcl" and s.words[i].head == verb.head else None
    ours = subject is not None and KINDS.get(s.words[subject].text.lower()) in ("voice", "author")
    return word.name if ours and word.dep in ("dobj", "pobj", "dative") else None


def accepts(s: Sentence, i: int) -> bool:
    """Whether a pronoun is who takes up what another offered: "X invited Y. She accepted the invitation"."""
    verb = s.words[i].head
    taken = s.words[i].dep == "nsubj" and s.words[verb].lemma in ("accept", "decline", "reject")
    thing = s.child(verb, "dobj")
    return taken and thing is not None and s.words[thing].lemma in ("invitation", "offer", "nomination", "appointment")


def is_either(s: Sentence, i: int) -> bool:
    """Whether a pronoun is one of "him or her", whoever that will be."""
    near = (s.words[j].lemma for j in (i - 1, i + 1) if 0 <= j < len(s.words))
    return "or" in near


def is_thanked_for(s: Sentence, i: int) -> bool:
    """Whether "his" tells what somebody is thanked for, which is not the thanker's: "gratitude for his aid"."""
    prep = s.words[s.words[s.words[i].head].head]
    above = s.words[prep.head]
    thanked = s.words[above.head] if above.dep == "dobj" else above
    grateful = above.lemma in ("gratitude", "thanks", "appreciation", "praise")
    praising = thanked.lemma in cues()["verbs.thanking"]
    return s.words[i].tag == "PRP$" and prep.lemma in ("for", "on") and (grateful or praising)


SUFFERED = (
    "release",
    "arrest",
    "extradition",
    "detention",
    "resignation",
    "dismissal",
    "removal",
    "expulsion",
    "trial",
)
DEMANDING = ("demand", "call", "seek", "secure", "urge", "press", "negotiate", "order", "request", "welcome", "condemn")


def is_demanded(s: Sentence, i: int) -> bool:
    """Whether "his" tells whose release or removal another demands, never the one's own: "demanded his release"."""
    noun = s.words[s.words[i].head]
    above = s.words[noun.head]
    verb = s.words[above.head] if above.lemma in ("for", "on") else above
    return s.words[i].tag == "PRP$" and noun.lemma in SUFFERED and verb.lemma in DEMANDING
