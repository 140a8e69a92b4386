"""What several do with each other: "A, B and C met" says that A met B, A met C and B met C."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations, permutations

from graph.extract.arguments import Argument, actors
from graph.extract.cues import cues
from graph.extract.emission import emit
from graph.extract.frames import Frame, surface_of, verb_path
from graph.extract.noun_phrases import text_of
from graph.extract.parse import Sentence
from graph.extract.prepositions import is_time_phrase
from graph.model import EntityType, Extraction

MOST = 6  # parties that are told pair by pair: fifty members of a body that meets would make 1,225 meetings


def is_each_other(s: Sentence, direct: int | None) -> bool:
    """Whether an object is "each other" or "one another"."""
    if direct is None or s.words[direct].lemma not in ("other", "another"):
        return False
    return direct > 0 and s.words[direct - 1].text.lower() in ("each", "one")


def is_shared(s: Sentence, direct: int | None) -> bool:
    """Whether an object is what the subjects have with each other: "A and B upgraded their relations"."""
    owner = s.child(direct, "poss") if direct is not None else None
    if direct is None or owner is None or s.words[owner].lemma != "their":
        return False
    own = s.words[direct].lemma == "border" and s.words[direct].tag == "NNS"  # each its own: "opened their borders"
    return s.words[direct].lemma in cues()["nouns.between"] and not own


IN_COMMON = {"shared", "common", "joint", "mutual"}
PERSONAL = ("friendship", "dialogue", "contact", "conversation", "bond", "rivalry", "feud", "quarrel")
# What several do to what is between them.
HOLDING = frozenset(
    {
        "have",
        "maintain",
        "keep",
        "sustain",
        "enjoy",
        "share",
        "continue",
        "establish",
        "found",
        "form",
        "create",
        "forge",
    }
    | {
        "build",
        "develop",
        "deepen",
        "strengthen",
        "expand",
        "broaden",
        "enhance",
        "intensify",
        "advance",
        "consolidate",
    }
    | {
        "resume",
        "restore",
        "renew",
        "normalise",
        "normalize",
        "upgrade",
        "elevate",
        "suspend",
        "sever",
        "cut",
        "cement",
    }
)


def is_held(s: Sentence, verb: int, direct: int | None) -> bool:
    """Whether an object is between the subjects, of nobody else: "A and B maintained diplomatic relations"."""
    if direct is None or s.words[direct].name is not None or s.words[direct].lemma not in cues()["nouns.between"]:
        return False
    others = (c for c in s.all_children(direct, "compound", "nmod", "amod", "poss") if s.words[c].lemma != "their")
    alone = not any(s.words[c].dep == "poss" or s.words[c].name is not None for c in others)
    led = any(
        s.words[p].lemma in ("between", "of", "among", "to") for n in (verb, direct) for p in s.all_children(n, "prep")
    )
    return alone and not led and s.words[direct].lemma != "border" and verb_path(s, verb)[0] in HOLDING


def is_in_common(s: Sentence, verb: int, direct: int | None) -> bool:
    """Whether an object is one that several have together, which none has alone: "A and B share a vision of X"."""
    if direct is None or s.words[direct].name is not None or s.child(direct, "poss") is not None:
        return False
    amods = {s.words[a].text.lower() for a in s.all_children(direct, "amod")}
    joint = s.words[verb].lemma == "have" and bool(amods & IN_COMMON)
    each = any(is_each_other(s, i) for i in s.subtree(direct))  # "have a shared stake in each other's security"
    return (joint or s.words[verb].lemma == "share") and s.words[direct].pos == "NOUN" and not each


def is_of_states(s: Sentence, thing: int | None, parties: Sequence[Argument]) -> bool:
    """Whether what persons deal with is between their states: "the leaders agreed to expand cooperation on X"."""
    meant = thing is not None and s.words[thing].lemma not in PERSONAL
    return meant and any(a.mention.type in (EntityType.PERSON, EntityType.ROLE) for a in parties)


def is_of_another(s: Sentence, direct: int, parties: int) -> bool:
    """Whether an object is of a thing that several subjects deal with: "A and B form a group and hold its meeting"."""
    owner = s.child(direct, "poss")
    return parties > 1 and owner is not None and s.words[owner].lemma == "its"


def is_told_of_both(s: Sentence, verb: int, direct: int, frame: Frame) -> bool:
    """Whether an object only says what two have with each other: "A and B established diplomatic ties"."""
    if is_in_common(s, verb, direct):
        return bool(parties_of(s, verb, frame))
    noun = s.words[direct]
    plain = noun.name is None and noun.lemma in cues()["nouns.between"]
    plain = plain and s.child(direct, "prep", "acl", "relcl", "conj", "poss", "det") is None
    more = any(not is_time_phrase(s, p) for p in s.all_children(verb, "prep"))  # "expand cooperation under the treaty"
    return plain and not more and bool(parties_of(s, verb, frame))


def is_mutual(s: Sentence, verb: int) -> bool:
    """Whether a copula says what its subjects are to each other: "A and B are partners"."""
    noun = s.child(verb, "attr")
    if noun is None or s.words[noun].tag != "NNS" or s.child(noun, "det", "poss", "conj") is not None:
        return False
    if any(s.words[c].name is not None for c in s.all_children(noun, "compound", "nmod")):  # "are NATO partners"
        return False
    return s.words[noun].lemma in cues()["nouns.beside"]


def parties_of(s: Sentence, verb: int, frame: Frame) -> list[Argument]:
    """Who does or is something to each other by a verb; none where it says no such thing, or says it of others."""
    parties = actors(frame.subjects)
    if not 2 <= len(parties) <= MOST or len(parties) < len(frame.subjects) or frame.passive:
        return []
    subject = s.child(verb, "nsubj")
    heads = {party.head for party in parties} | ({subject} if subject is not None else set())
    if any(s.words[p].text.lower() == "including" for head in heads for p in s.all_children(head, "prep")):
        return []  # "several states, including A, signed it", "calls on all parties, including A and B, to agree"
    if subject is not None and any(s.words[c].lemma in ("or", "nor") for c in s.all_children(subject, "cc")):
        return []  # "neither A nor B signed it"
    mutual = is_mutual(s, verb)
    thing = s.child(verb, "attr" if mutual else "dobj")
    if is_held(s, verb, thing) and is_of_states(s, thing, parties):
        return []
    if thing is not None and is_of_another(s, thing, len(parties)):
        return []
    words = [*verb_path(s, verb), *([s.words[thing].lemma] if thing is not None else [])]
    known = mutual or " ".join(words) in cues()["verbs.reciprocal"] or is_shared(s, thing) or is_held(s, verb, thing)
    known = known or is_in_common(s, verb, thing)
    leading = ("with", "of", "to") if mutual else ("with",)
    preps = (p for n in (verb, thing) if n is not None for p in s.all_children(n, "prep"))
    return parties if known and not any(s.words[p].lemma in leading for p in preps) else []


def emit_reciprocal(s: Sentence, verb: int, frame: Frame) -> Iterator[Extraction]:
    """The relation of each subject to every later one, where the verb says what they do with each other."""
    if is_each_other(s, s.child(verb, "dobj")):  # "A and B support each other"
        for one, other in permutations(actors(frame.subjects)[:MOST], 2):
            told = replace(frame, subjects=(one,)).step("mutual", 0.95)
            yield from emit(s, told, verb_path(s, verb), surface_of(s, verb), [other])
        return
    parties = parties_of(s, verb, frame)
    listed = s.words[-1].text == ":" and s.words[-2].text in (
        "to",
        "on",
        "that",
    )  # the list tells on what: "agreed to:"
    if not parties or listed:
        return
    mutual = is_mutual(s, verb)
    thing = s.child(verb, "attr" if mutual else "dobj")
    nouns = [thing] if thing is not None else []
    amods = (s.words[a] for n in nouns for a in s.all_children(n, "amod"))
    adjectives = [a.text.lower() if a.tag == "VBN" else a.lemma for a in amods]  # "a shared interest"
    path = [*verb_path(s, verb), *adjectives, *(s.words[n].lemma for n in nouns), "of" if mutual else "with"]
    for one, other in combinations(parties, 2):
        told = replace(frame, subjects=(one,)).step("reciprocal", 0.95)
        said = emit(s, told, path, surface_of(s, verb, *nouns), [other])
        yield from (replace(e, detail=e.detail or topic_of(s, verb, thing)) for e in said)


def topic_of(s: Sentence, verb: int, thing: int | None) -> str:
    """On what several have an agreement or ties with each other: "did not reach agreement **on the dam**".

    Of what they have in common it is all that stands behind it.
    """
    if thing is not None and is_in_common(s, verb, thing):
        return text_of(s, [i for i in s.subtree(thing) if i > thing])
    preps = s.all_children(thing, "prep") if thing is not None else []
    on = next(
        (p for p in preps if s.words[p].lemma in ("on", "over", "about", "in") and not is_time_phrase(s, p)), None
    )
    return text_of(s, s.subtree(on)) if on is not None else ""
