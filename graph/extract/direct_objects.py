"""What a verb does to its direct object, and which objects tell nothing by themselves."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from graph.extract.arguments import Reader
from graph.extract.askings import is_wanted_to
from graph.extract.beside import kind_of
from graph.extract.constructions import (
    CALLING,
    emit_appointment,
    emit_complement,
    emit_supply,
    is_held_back,
    is_made_to,
    supplied,
    taken_for,
)
from graph.extract.cues import cues
from graph.extract.emission import emit, emit_made
from graph.extract.extents import phrase_words
from graph.extract.frames import Frame, results_of, surface_of
from graph.extract.modality import evaluated
from graph.extract.nested import (
    find_praised,
    has_other_owner,
    is_light,
    is_others,
    nested_objects,
    told_by_noun,
)
from graph.extract.noun_complements import does_utmost
from graph.extract.noun_phrases import counted, joined_before, worded
from graph.extract.parse import Sentence
from graph.extract.phrases import find_arguments
from graph.extract.prepositions import is_where
from graph.extract.reciprocals import is_of_another, is_told_of_both
from graph.model import Extraction

REFLEXIVES = ("themselves", "itself", "himself", "herself", "ourselves")
# What puts before others what they may take up: "proposed a ban", and then "the idea".
PROPOSING = ("propose", "suggest", "table", "submit", "present", "introduce", "draft", "put")


def is_whole(reader: Reader, s: Sentence, verb: int, direct: int) -> bool:
    """Whether an object does not go on to what is behind it.

    Who raises another's war against X as a topic raises no war; who makes support for X conditional does not support X;
    whom one urges are the members of X.
    """
    owner = s.child(direct, "poss")
    topic = s.words[verb].lemma == "raise" and owner is not None and s.words[owner].tag != "PRP$"
    several = s.words[direct].tag == "NNS" and s.words[direct].lemma in cues()["nouns.groups"]
    asked = several and s.words[verb].lemma in cues()["modality.proposed"]
    general = s.words[direct].text == "General" and s.words[direct - 1].text == "-"  # "met the Secretary-General of X"
    held = reader.open and any(
        p in surface_of(s, verb) for p in s.all_children(verb, "prep")
    )  # "put a son of X to death"
    return topic or held or (not reader.open and (asked or general or is_made_so(s, verb)))


def is_made_so(s: Sentence, verb: int) -> bool:
    """Whether an adjective tells what an object is made: "made its support conditional"."""
    return s.words[verb].lemma == "make" and s.child(verb, "oprd") is not None


def is_told_of(s: Sentence, verb: int) -> bool:
    """Whether a clause tells of the person before it what that person did: "X, who left Y"."""
    subject = s.child(verb, "nsubj")
    return s.words[verb].dep == "relcl" and subject is not None and s.words[subject].tag == "WP"


def emit_direct(
    reader: Reader, s: Sentence, verb: int, direct: int, frame: Frame, lemmas: Sequence[str]
) -> Iterator[Extraction]:
    """The direct object, and what it goes on to: "expressed support for X" says more of X than of support."""
    owners, surface, noun = frame.owners(), surface_of(s, verb), s.words[direct]
    if " ".join([*lemmas, noun.lemma]) in cues()["evaluative.idioms"]:
        frame = replace(frame, modality=evaluated(frame.modality))
    if s.words[verb].lemma in ("deserve", "merit", "warrant"):
        frame = replace(frame, modality=evaluated(frame.modality))
    if supplied(s, verb) is not None:
        yield from emit_supply(reader, s, verb, frame, lemmas)
        return
    yield from emit_appointment(reader, s, verb, frame)
    yield from emit_complement(reader, s, verb, frame)
    if not reader.open and (is_no_object(s, verb, direct) or is_of_another(s, direct, len(frame.subjects))):
        return
    taken = None if reader.open else taken_for(reader, s, verb, frame)
    if taken is not None:
        yield from taken
        return
    if not reader.open and (is_opinion(s, direct) or is_but_called(s, verb, direct)):
        return
    others = not reader.open and is_others(s, direct, frame.subjects)  # what X's promise is, not the subject's
    nested = (
        [] if others or is_whole(reader, s, verb, direct) else list(nested_objects(reader, s, verb, direct, owners))
    )
    praised = find_praised(reader, s, verb, direct)
    if praised:
        nested = []
        yield from emit(s, frame, [*lemmas, noun.lemma, "of"], (*surface, direct), praised, rule="nested")
    infinitives = [c for c in s.all_children(direct, "acl", "relcl") if s.child(c, "aux") is not None]
    infinitive = any(s.child(c, "dobj", "prep", "xcomp") is not None for c in infinitives)
    # "deepened friendship with X": the bare noun says nothing that the nested object does not say better.
    bare = noun.name is None and len(phrase_words(s, direct)) == 1 and not reader.open
    owned = infinitive and is_owned(s, direct)  # "the readiness of X to pay" is X's
    leading = (is_light(s, direct) or (noun.lemma in cues()["nouns.empty"] and infinitive)) and not (owned or others)
    leading = (
        leading and not is_made_so(s, verb) and not (nested and all(is_led(s, verb, direct, p) for p, *_ in nested))
    )
    if (
        all(is_where(s, p) for p, *_ in nested)
        and not infinitive
        and (reader.open or s.child(direct, "amod", "compound"))
    ):
        leading = bare = False  # "signed a trade agreement in X" signed one all the same
    leads_in = noun.lemma in cues()["modality.performative_nouns"] and s.words[verb].lemma in ("have", "take", "seize")
    if leads_in and not nested:  # "have the honor to …"
        return
    both = not reader.open and is_told_of_both(s, verb, direct, frame)
    if reader.open or (not (leading and (nested or infinitive)) and not (bare and nested) and not both):
        found = find_arguments(reader, s, direct, owners=owners)
        proposed = s.words[verb].lemma in PROPOSING
        reader.discourse.observe_objects(
            [a.mention for a in found],
            proposed=proposed,
            told_of=[a.mention for a in frame.subjects if is_told_of(s, verb)],
        )
        become = results_of(s, verb)  # who is left homeless is not left
        made = [*lemmas, *(s.words[c].text.lower() for c in become)]
        yield from emit(s, frame, made, (*surface, *become), found)
        yield from emit_made(s, verb, frame, found)
    reader.discourse.observe_objects([a.mention for _, _, found in nested for a in found])
    adjectives = [s.words[a].lemma for a in s.all_children(direct, "amod")]
    for prep, middle, found in nested:
        behind = [s.words[prep].lemma, *[s.words[m].text.lower() for m in middle]]
        with_adjectives = [*lemmas, *adjectives, noun.lemma, *behind]
        known = " ".join(with_adjectives) in cues().relations
        own = [] if known or has_other_owner(s, direct) else told_by_noun(lemmas, noun.lemma, behind)
        path = own or (with_adjectives if known else [*lemmas, *noun_path(reader, s, direct), *behind])
        title = (c for c in s.all_children(direct, "compound") if s.words[c].pos == "PROPN")  # "Prime Minister"
        words = [*joined_before(s, direct), direct] if reader.open else worded(s, direct, prep)
        yield from emit(s, frame, path, (*surface, *title, *words, prep, *middle), found, rule="nested")


def is_led(s: Sentence, verb: int, direct: int, prep: int) -> bool:
    """Whether a known thing is led somewhere: "upgraded the annual dialogue to ministerial level"."""
    article = s.child(direct, "det")
    known = article is not None and s.words[article].lemma == "the" and s.child(direct, "amod") is not None
    return known and s.words[prep].head == verb and s.words[prep].lemma in ("to", "into")


def is_opinion(s: Sentence, noun: int) -> bool:
    """Whether a noun is told by a clause, which is read as what they say: "shared the view that X will grow"."""
    clauses = s.all_children(noun, "acl") if s.words[noun].lemma in cues()["nouns.opinion"] else []
    return any(s.child(c, "mark") is not None and s.child(c, "nsubj", "nsubjpass") is not None for c in clauses)


def is_no_object(s: Sentence, verb: int, direct: int) -> bool:
    """Whether an object is not what is acted on: itself, what it points to, or who is to do or not to do something.

    "prohibits X from doing" prohibits no X, "ensuring states are safe" ensures no states.
    """
    after = s.words[direct + 1] if direct + 1 < len(s.words) else s.words[direct]
    lemma = s.words[verb].lemma
    ensured = lemma in cues()["modality.ensuring"] and after.tag in ("VBZ", "VBP", "MD")
    taught = lemma in ("teach", "show", "remind") and s.child(verb, "ccomp") is not None
    become = s.child(verb, "oprd") if lemma == "make" else None  # "made peace its goal" made no peace
    ensured = ensured or taught or (become is not None and s.words[become].pos == "NOUN")
    reflexive = s.words[direct].text.lower() in REFLEXIVES
    asked = is_wanted_to(s, verb) or is_held_back(s, verb) or is_made_to(s, verb)
    return ensured or reflexive or asked or does_utmost(s, verb, direct) or is_following(s, direct)


def is_but_called(s: Sentence, verb: int, direct: int) -> bool:
    """Whether a verb calls a known thing something that is lost: "called it 'a door left open'" calls nobody."""
    above = s.words[s.words[verb].head]
    whom = s.words[verb].dep in ("relcl", "xcomp") and (  # "whom I am proud to call my ancestors"
        any(
            s.words[c].text.lower() == "whom"
            for c in (*s.children[verb], *s.children[above.i], *s.children[above.head])
        )
    )
    known = s.words[direct].tag in ("PRP", "DT", "WP", "WDT") or whom
    return known and s.words[verb].lemma in CALLING and s.child(verb, "prt") is None


def noun_path(reader: Reader, s: Sentence, noun: int) -> list[str]:
    """An object's noun as a relation tells it: what is measured, with its kind; in open reading as it stands."""
    if s.words[noun].lemma == "head" and (of := office_of(s, noun)) is not None:  # "heads of state"
        return ["head", "of", of]
    return [s.words[noun].lemma] if reader.open else [*kind_of(s, noun), s.words[counted(s, noun)].lemma]


def office_of(s: Sentence, noun: int) -> str | None:
    """What somebody is the head of, where that is an office: "state", "government"; or None."""
    behind = (s.child(p, "pobj") for p in s.all_children(noun, "prep") if s.words[p].lemma == "of")
    return next(
        (s.words[t].lemma for t in behind if t is not None and s.words[t].lemma in ("state", "government")), None
    )


def is_following(s: Sentence, noun: int) -> bool:
    """Whether a noun only points to what is told behind it: "announced the following steps"."""
    return any(s.words[c].text.lower() == "following" for c in s.all_children(noun, "amod"))


def is_owned(s: Sentence, noun: int) -> bool:
    """Whether a noun tells whose or of what it is, by more than a pronoun: "the aims of X"; "its aims" does not."""
    owner = s.child(noun, "poss")
    return s.child(noun, "prep") is not None or (owner is not None and s.words[owner].tag != "PRP$")
