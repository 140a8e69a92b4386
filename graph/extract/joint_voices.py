"""Who issue a joint document whose title names no state: "Joint Statement by President Berg and Premier Okoro"."""

import re
from collections.abc import Iterator, Mapping

from graph.extract.coordination import conjuncts
from graph.extract.cues import cues
from graph.extract.gazetteer import Gazetteer
from graph.extract.letterheads import outside, state_of
from graph.extract.parse import Parse, Sentence
from graph.extract.pronouns import speaks_as_we
from graph.model import EntityType, Mention

MANY = 12  # parties from which they are one group
FIRST = 14  # passages in which those who issue a document together are named
STATES = (EntityType.COUNTRY, EntityType.ORGANIZATION)
SHORT = re.compile(r" \([^)]*\)")  # a short name in brackets
# Titles of what several say to each other's face, or after it.
TOGETHER = re.compile(r"\bjoint (?:\w+ )?(?:statement|declaration|communiqu)|\bleaders[’']? statement\b", re.IGNORECASE)


def joint_voices(parsed: Parse, gazetteer: Gazetteer) -> list[Mention]:
    """The states that the first sentences of a joint document join, the one that publishes it among them; or nobody.

    Where no site tells who publishes it, they are the subject of a sentence in which they say "we" or "our".
    """
    document = parsed.document
    if not TOGETHER.search(document.title):
        return []
    home = {m.name for m in state_of(document, gazetteer)}
    for s in parsed.sentences[:FIRST]:
        spoken = speaks_as_we(s)
        for first, parties in joined_parties(s):
            acting = s.words[first].dep in ("nsubj", "appos") and spoken
            if home & parties.keys() if home else acting:
                group = group_before(parsed, s, first) if len(parties) > MANY else None
                return [group] if group is not None else listed(parsed, parties)
    return []


def listed(parsed: Parse, parties: Mapping[str, EntityType]) -> list[Mention]:
    """The parties, each as a voice of its own."""
    return [outside(parsed.document, name, kind) for name, kind in parties.items()]


def group_before(parsed: Parse, s: Sentence, first: int) -> Mention | None:
    """What many who are listed are together, as one voice: "the 50 members of the Initiative — Albania, …"; or None."""
    who = s.words[first].head
    end = next((w.i for w in s.words[who:first] if w.pos == "PUNCT"), who)
    if s.words[first].dep != "appos" or end <= who:
        return None
    told = s.text[s.words[who].start : s.words[end - 1].end]
    return outside(parsed.document, SHORT.sub("", told), EntityType.GROUP)


def joined_parties(s: Sentence) -> Iterator[tuple[int, dict[str, EntityType]]]:
    """Every list of states in a sentence, by its first word: "the United States and the President of Peru"."""
    for word in s.words:
        if word.dep == "conj" or s.child(word.i, "conj") is None:
            continue
        told = [party_at(s, member) for member in conjuncts(s, word.i)]
        parties = {party.name: party.type for party in told if party is not None}
        if len(parties) > 1 and None not in told:
            yield word.i, parties


def party_at(s: Sentence, i: int) -> Mention | None:
    """The state at a word, or that whose leader or government the word is: "the President of Peru"."""
    word = s.words[i]
    if word.name is not None and word.name.entry is not None and word.name.entry.type in STATES:
        entry = word.name.entry
        return Mention(span=s.span, text=word.text, name=entry.name, type=entry.type, found_by="gazetteer")
    of = s.prep(i, "of")
    led = word.lemma in cues()["nouns.offices"] | cues()["nouns.parties_people"]
    state = s.child(of, "pobj") if led and of is not None else None
    return party_at(s, state) if state is not None and s.child(state, "conj") is None else None
