"""For whom or what a pronoun stands: who is quoted, who acts, what was told before; nobody where it is open."""

from collections.abc import Sequence
from copy import copy
from dataclasses import replace

from graph.extract.antecedent_groups import find_several
from graph.extract.antecedent_persons import (
    accepts,
    find_person,
    find_voices,
    is_demanded,
    is_either,
    is_thanked_for,
    person_ahead,
)
from graph.extract.antecedent_things import find_it
from graph.extract.bound import is_backed, is_of_secretary
from graph.extract.captives import is_of_held
from graph.extract.cues import cues
from graph.extract.discourse import PHRASES, Discourse
from graph.extract.noun_phrases import text_of
from graph.extract.parse import Sentence
from graph.extract.pronouns import KINDS, is_to_chair
from graph.model import EntityType, Mention

OBJECTS = ("dobj", "dative")


def resolve(said: Discourse, s: Sentence, i: int, owners: Sequence[Mention]) -> list[Mention]:
    """What the pronoun at word i stands for: one mention, several for "they", none where it is open."""
    if s.words[i].start == s.words[i].end and s.words[i].text == "We":  # of a paragraph in a declaration
        return list(said.voices)
    if s.words[i].start == s.words[i].end:
        if i == 0 and (s.words[0].text == "They" or s.words[1].start == s.words[1].end):
            return list(said.lead.mentions) if said.lead else []
        return [said.heading] if said.heading else []
    kind = KINDS.get(s.words[i].text.lower())
    owners = said.now[0] if said.now and is_backed(s, i) else owners
    found: Sequence[Mention] = ()
    if kind == "voice":
        found = find_voices(said, s, i)
    elif kind == "author" and (author := said.speaker_at(s, i) or said.author or stating(said, s, i)):
        found = [author]
    elif kind == "person":
        found = resolve_person(said, s, i, owners)
    elif kind == "thing":
        found = find_it(said, s, i, owners)
    elif kind == "chair":
        found = [said.chair] if said.chair is not None and is_to_chair(s, i) else []
    elif kind == "both" and s.text[s.words[i].end :].startswith(" of which"):
        return []
    elif kind == "both":
        found = said.parties.both(s, i)
    elif kind == "several":
        acted_on = s.words[i].tag == "PRP" and s.words[i].dep in OBJECTS
        found = find_several(said, s, i, owners, acted_on=acted_on)
    span = s.span_of(i, i)
    text = s.text[s.words[i].start : s.words[i].end]
    # A pronoun is no better a name than what it stands for.
    return [
        replace(m, span=span, text=text, found_by=m.found_by if m.found_by in PHRASES else "pronoun") for m in found
    ]


def resolve_person(said: Discourse, s: Sentence, i: int, owners: Sequence[Mention]) -> Sequence[Mention]:
    """The person or the office for whom "he", "her" or "his" at word i stands; nobody where it is open."""
    if is_of_secretary(s, i):
        return [said.mention_of(s, i, "Secretary-General", EntityType.ROLE)]
    asked = s.words[i].text.lower() == "him" and s.words[i].dep == "nsubj"  # "an invitation for him to visit"
    acted_on = asked or (s.words[i].tag == "PRP" and s.words[i].dep in OBJECTS)
    doers = said.now[-1] if asked and said.now else owners
    held = is_of_held(s, i)
    acted_on = acted_on or is_thanked_for(s, i) or is_demanded(s, i) or held
    either = is_either(s, i)  # "him or her": whoever that will be
    ahead = person_ahead(s, i) if not (either or acted_on or owners or said.now) else None
    found: Sequence[Mention] = [said.mention_of(s, i, ahead.name, ahead.type)] if ahead is not None else []
    seen = without_beside(said, s, i)
    doers = [m for m in doers if m.name != named_beside(s, i)]
    found = found or ([] if either else find_person(seen, s.words[i].text, doers, acted_on=acted_on))
    found = [said.met] if said.met is not None and accepts(s, i) else found
    found = [m for m in found if not is_beside_author(said, s, m)]
    if (held or is_demanded(s, i)) and not said.patients and not either:
        found = find_held(said, s.words[i].text, found)
    said.short_names.observe_pronoun(s.words[i].text, found)
    said.unsure = said.sentence if acted_on and not found else said.unsure
    return found


def is_beside_author(said: Discourse, s: Sentence, found: Mention) -> bool:
    """Whether "she" would be who is "I" in the same sentence: "a nurse told me that she had left"."""
    own = said.author is not None and said.author.name == found.name
    return own and any(KINDS.get(w.text.lower()) == "author" for w in s.words)


def named_beside(s: Sentence, i: int) -> str:
    """Who is told to be what is "his" or "her", and so is not the one whose it is: "His envoy, X, left"; or nobody."""
    other = s.child(s.words[i].head, "appos") if s.words[i].tag == "PRP$" else None
    if other is None or s.words[other].pos != "PROPN":
        return ""
    name = s.words[other].name
    return name.name if name is not None else text_of(s, [*s.all_children(other, "compound"), other])


def without_beside(said: Discourse, s: Sentence, i: int) -> Discourse:
    """What was spoken of but for who is beside what a possessive pronoun is before, the same document otherwise."""
    beside = named_beside(s, i)
    if not beside or all(m.name != beside for group in said.now for m in group):
        return said
    seen = copy(said)
    seen.now = [kept for group in said.now if (kept := [m for m in group if m.name != beside])]
    return seen


def find_held(said: Discourse, pronoun: str, found: Sequence[Mention]) -> Sequence[Mention]:
    """The person told to be held last, whom "his case" means; where there is none, nobody who has acted before."""
    if said.captive is not None and said.short_names.may_be(pronoun, said.captive):
        return [said.captive]
    acted = {m.name for m in said.people}
    return [m for m in found if m.name not in acted]


def stating(said: Discourse, s: Sentence, i: int) -> Mention | None:
    """Who takes a stand as "I" where nobody signs a document: the only one for whom it speaks; or None."""
    verb = s.words[i].head
    deeds = (s.words[v].lemma for v in (verb, *s.all_children(verb, "xcomp")))
    stands = cues()["speech.stands"] | cues()["speech.performing"] | cues()["modality.proposed"]
    meant = s.words[i].dep in ("nsubj", "dobj") and not stands.isdisjoint(deeds)
    return said.sole_voice() if meant and s.words[i].tag == "PRP" else None
