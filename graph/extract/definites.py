"""What a bare definite noun stands for: "the country", "both sides", "this partnership", "the new mission"."""

from collections.abc import Sequence
from dataclasses import replace

from graph.extract.antecedent_things import is_public, only_country
from graph.extract.cues import cues
from graph.extract.discourse import PHRASES, Discourse
from graph.extract.parse import Sentence
from graph.extract.pronouns import PEOPLE
from graph.extract.short_names import OFFICES, is_called_new, is_short_for
from graph.extract.text import possessive
from graph.model import EntityType, Mention

# Nouns that with "the" may mean what was just named, by what it is.
KINDS_MEANT = {
    **dict.fromkeys(("country", "nation"), EntityType.COUNTRY),
    **dict.fromkeys(
        ("organization", "organisation", "bloc", "alliance", "agency", "institution", "company", "firm", "body"),
        EntityType.ORGANIZATION,
    ),
}
FIRMS = ("company", "firm", "agency")  # which no parliament or ministry is
GOVERNED = ("government", "parliament", "army")  # which each country has
STARTED = (EntityType.ORGANIZATION, EntityType.INITIATIVE, EntityType.EVENT)  # what is new where it is told
REPLACING = ("replace", "succeed", "supersede", "close", "end", "dissolve", "abolish")  # of which the old one is told
IDEAS = ("idea", "plan", "scheme", "initiative", "proposal", "suggestion")  # what was proposed
NEAR, FAR = 2, 8  # sentences across which "this summit" and "the summit" point back to a name
ASSEMBLY = "United Nations General Assembly"  # "this august Assembly" in its General Debate
HALL = ("Assembly", "assembly", "august", "esteemed", "great", "this")


def kind_meant(said: Discourse, s: Sentence, head: int) -> Mention | None:
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
    main = said.now[0] if said.now and said.now[0][0].span.start < start else []
    inside = len(main) == 1 and main[0].type is kind and s.words[head].dep in ("nsubj", "nsubjpass")
    inside = inside and s.words[s.words[head].head].tag != "VB"  # "X prepares the firm to do Y" is another
    meant = main if inside else said.last
    if governing and not meant and (home := said.sole_voice()) is not None:
        meant = [home]  # who speaks for a country tells of its government
    if len(meant) != 1 or meant[0].type is not kind or meant[0].found_by in PHRASES:
        near = only_country(s, head) if kind is EntityType.COUNTRY and not governing else ""
        return said.mention_of(s, head, near, kind) if near else None
    if s.words[head].lemma in FIRMS and is_public(meant[0]):
        return None
    named = [w.name for w in s.words[:head] if w.name is not None and w.name.found_by != "demonym"]
    known = {name.name: name.type for name in named} if inside else said.before
    others = [name for name, type_ in known.items() if type_ is kind and name != meant[0].name]
    if others or not governing:
        return None if others else meant[0]
    owned = f"{possessive(meant[0].name)} {s.words[head].lemma}"
    return replace(meant[0], name=owned, type=EntityType.ORGANIZATION)


def parties_meant(said: Discourse, s: Sentence, head: int) -> list[Mention]:
    """Whom a bare plural for parties stands for, or none: "the leaders", "the two countries", "both sides"."""
    if not may_be_several(s, head):
        return []
    if len(said.voices) == 1 and said.parties.are_ours(s, head) and len(near := lands_before(said, s, head)) == 1:
        return [*said.voices, said.mention_of(s, head, near.pop(), EntityType.COUNTRY)]
    found = said.parties.those(s, head, voices=said.voices, acting=said.now[-1:])
    ranked = said.parties.are_heads_of_state(s, head)
    if ranked or s.words[head].text.lower() == "leaders":
        found = said.parties.last.get(EntityType.PERSON, []) if ranked else found
        two = ranked or said.parties.are_two(s, head)
        found = said.short_names.leaders(found, said.parties.met, ranked=ranked, two=two)
    found = said.short_names.two_bearers(s, head) or ([] if said.short_names.strangers(s, head, found) else found)
    states = [name for name, kind in said.before.items() if kind is EntityType.COUNTRY]
    two = any(s.words[c].text.lower() == "two" for c in s.all_children(head, "nummod"))
    two = two and s.child(head, "poss") is None  # "our two countries" are the speaker's and another
    two = two and (s.words[head].dep not in ("nsubj", "nsubjpass") or tells_of_meeting(said))
    if not found and two and len(states) == 2 and s.words[head].lemma in cues()["nouns.parties_countries"]:
        return [said.mention_of(s, head, name, EntityType.COUNTRY) for name in states]
    if found or len(said.voices) != 1 or not said.parties.are_ours(s, head):
        return found
    others = [m for m in said.last if m.type is EntityType.COUNTRY and m.name != said.voices[0].name]
    return [*said.voices, *others] if len(others) == 1 else []  # "Peru is a friend. Our two countries hold talks."


def may_be_several(s: Sentence, head: int) -> bool:
    """Whether a noun may mean several parties: a plural, what is counted, or "neither side"."""
    word = s.words[head]
    if word.tag in ("NNS", "NNPS") or word.text.lower() in OFFICES or word.text.lower() in ("leaders", "heads"):
        return True
    return any(s.words[c].dep == "nummod" or s.words[c].lemma.lower() == "neither" for c in s.children[head])


def tells_of_meeting(said: Discourse) -> bool:
    """Whether the sentence before names one of those who met last, if anybody has: its countries may be theirs."""
    naming = (s for _, s in reversed(said.behind[:-1]) if any(w.name is not None for w in s.words))
    told = {w.text for w in s.words} if (s := next(naming, None)) is not None else set()
    known = {part for m in said.parties.met[-1] for part in m.name.split()} if said.parties.met else told
    return not told.isdisjoint(known) or not told


def lands_before(said: Discourse, s: Sentence, head: int) -> set[str]:
    """The other countries told of before a word: "I asked Chad's envoy that our two countries" is ours and Chad."""
    entries = [w.name.entry for w in s.words[:head] if w.name is not None and w.name.entry is not None]
    return {e.name for e in entries if e.type is EntityType.COUNTRY} - {voice.name for voice in said.voices}


def side_meant(said: Discourse, s: Sentence, head: int) -> Mention | None:
    """The country that its side is: "the Chinese side", "the U.S. side"; or None."""
    named = [s.words[c].name for c in s.all_children(head, "amod", "compound", "nmod")]
    entry = named[0].entry if len(named) == 1 and named[0] is not None else None
    if s.words[head].lemma != "side" or entry is None or entry.type is not EntityType.COUNTRY:
        return None
    return said.mention_of(s, head, entry.name, entry.type)


def is_far(said: Discourse, s: Sentence, head: int, known: Mention) -> bool:
    """Whether another passage told of a government or a parliament, of which each country has one."""
    seen = said.short_names.seen.get(known.name, said.sentence)
    distant = said.sentence - seen > NEAR or said.sole_voice() is not None
    return s.words[head].lemma.lower() in GOVERNED and seen < said.opened and distant


def name_meant(said: Discourse, s: Sentence, head: int) -> Mention | None:
    """What a small noun points back to: "this partnership", "the bank" right behind the only name that ends so.

    "The writer is Peru's envoy" tells of who wrote the article.
    """
    if head == 1 and s.words[head].lemma in ("writer", "author") and s.words[0].lemma == "the":
        return said.author if said.author is not None and said.author.type in PEOPLE else None
    pointing = {s.words[d].lemma for d in s.all_children(head, "det")}
    known = said.short_names.named(s.words[head].lemma.capitalize(), heading=said.heading)
    body = known is not None and known.type is EntityType.ORGANIZATION
    reach = NEAR if "this" in pointing or body else FAR
    far = known is not None and is_far(said, s, head, known)
    if known is None or far or said.sentence - said.short_names.seen[known.name] > reach or s.words[head].tag != "NN":
        return None
    made = known.type in (EntityType.EVENT, EntityType.AGREEMENT, EntityType.INITIATIVE) or body
    return known if "this" in pointing or ("the" in pointing and made) else None


def newest_named(said: Discourse, s: Sentence, head: int) -> Mention | None:
    """What "the new mission" is: the last thing named nearby whose name ends so, where that replaced no other."""
    word = s.words[head]
    if word.tag != "NN" or not is_called_new(s, head):
        return None
    for other in (s, *said.close_by(s)[:NEAR]):
        end = head if other is s else len(other.words)
        short = word.lemma.capitalize()
        named = [w for w in other.words[:end] if w.name is not None and is_short_for(short, w.name.name)]
        found = named[-1].name if named else None
        if found is not None:
            old = any(w.lemma in REPLACING for w in other.words[:end])
            return said.mention_of(s, head, found.name, found.type) if found.type in STARTED and not old else None
    return None


def idea_meant(said: Discourse, s: Sentence, head: int) -> Mention | None:
    """What was proposed right before, where "the idea" or "the plan" can only be that."""
    near, known = said.floated
    ahead = known is not None and known.span.start > s.span_of(head, head).start  # "he left the plan and floated X"
    return known if s.words[head].lemma in IDEAS and said.sentence - near <= NEAR and not ahead else None


def definite_meant(said: Discourse, s: Sentence, head: int, run: Sequence[int]) -> Mention | None:
    """What a bare definite noun stands for ("the vision"), where the document has called just one thing so."""
    word = s.words[head]
    article = s.child(head, "det")
    if word.text.lower() == "assembly" and said.chair is not None and article is not None:
        here = s.words[article].lemma == "this" and all(s.words[i].lemma in HALL for i in run)
        return said.mention_of(s, head, ASSEMBLY, EntityType.ORGANIZATION) if here else None
    if article is None or s.words[article].lemma not in ("the", "this", "such", "that", "these", "those"):
        return None
    extra = [i for i in run if i != head and s.words[i].lemma != "important"]
    if extra or s.child(head, "prep", "acl", "relcl") is not None:
        return None
    if word.lemma in cues()["nouns.about"]:
        return said.ideas.get(word.lemma)
    if word.tag != "NNS":
        return None
    counted = said.counted.get(word.lemma) if s.words[article].lemma in ("these", "those") else None
    return counted or said.groups.meant(word.lemma, said.passage)


def phrase_meant(said: Discourse, s: Sentence, head: int) -> Mention | None:
    """What "this mission" points back to: the phrase with the same noun in the sentence before; or None."""
    near, mention = said.recent.get(s.words[head].text.lower(), (0, None))
    return mention if said.sentence - near == 1 else None
