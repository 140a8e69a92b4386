"""What a direct object goes on to: "expressed support for X" says more of X than of support."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from graph.extract.arguments import Argument, Reader, actors, stands_alone
from graph.extract.cues import cues
from graph.extract.deeds import find_deed
from graph.extract.doers import is_promise
from graph.extract.frames import is_infinitive
from graph.extract.noun_phrases import SCORES, is_land_of_person, preps_of, renamed
from graph.extract.parse import Sentence
from graph.extract.phrase_arguments import is_share
from graph.extract.phrase_kinds import speaks_of
from graph.extract.phrases import find_arguments
from graph.extract.prepositions import ACTORS, aimed_gerund, is_adverbial, is_place_phrase, is_time_phrase
from graph.model import Mention

LIGHT_PREPOSITIONS = ("for", "with", "to", "on", "in", "of", "about", "over", "at")


MINISTERS = ("Ministers", "Secretaries", "Commissioners")


def is_among_several(s: Sentence, prep: int) -> bool:
    """Whether a thing is among those of a list together, and among none of them alone: "ties among A, B and C"."""
    target = s.child(prep, "pobj") if s.words[prep].lemma in ("among", "amongst") else None
    return target is not None and s.child(target, "conj") is not None


def nested_objects(
    reader: Reader, s: Sentence, verb: int, direct: int, owners: Sequence[Mention]
) -> Iterator[tuple[int, list[int], list[Argument]]]:
    """What a direct object goes on to: (preposition, gerund between, arguments), where the argument has a name.

    "expressed support for X" says more of X than of support; "a plan for strengthening X" of X as well.
    """
    word = s.words[direct]
    if (
        word.name is not None or word.pos in ("NUM", "PRON") or word.lemma in ("%", "percent")
    ):  # a share is no share without its number
        return
    # the name itself is the object, and so are "most of the allies of X"
    if renamed(s, direct) is not None or speaks_of(s, direct) is not None or is_share(s, direct):
        return
    light = is_light(s, direct)
    preps = preps_of(s, direct)
    holder = s.child(direct, "poss")
    if holder is not None and s.words[holder].name is not None:  # in "Norway's pledge to its allies" they are Norway's
        owners = [a.mention for a in find_arguments(reader, s, holder)]
    if light:
        preps = preps + [
            p for p in s.all_children(verb, "prep") if s.words[p].lemma in LIGHT_PREPOSITIONS and p > direct
        ]
    else:
        preps = preps + [p for p in s.all_children(verb, "prep") if s.words[p].lemma == "for" or is_aimed(s, direct, p)]
    for prep in preps:
        if (
            is_field(s, prep)
            or is_among_several(s, prep)
            or is_deed_of_object(s, verb, prep)
            or is_call_to_act(s, direct, prep)
            or is_of_second(s, direct, prep)
            or (not reader.open and is_part_of_another(s, direct, prep))
            or is_portfolio(s, direct, prep)
            or aimed_gerund(s, prep) is not None
            or is_time_phrase(s, prep)
            or is_adverbial(s, prep)
            or (is_place_phrase(s, prep) and not light)
            or s.words[prep].lemma in ("between", "include", "including", "as", "like", "than")
            or (s.words[prep].lemma == "by" and not is_proposer(s, direct, prep))
            or is_promiser(s, direct, prep)
            or is_of_given(s, direct, prep)
            or is_behind_of(s, direct, prep)
            or is_land_of_person(s, direct, prep)
            or (s.words[prep].lemma == "with" and s.words[prep - 1].text == ",")  # ", with the first talks held in X"
        ):
            continue
        for target, middle in nested_targets(s, prep):
            if (s.words[direct].lemma, s.words[target].lemma) in UNITS:
                continue
            counting = s.words[direct].lemma in (*SCORES, "group", "series", "number", "range", "variety")
            if (
                s.words[prep].lemma == "of" and counting and s.words[target].tag in ("NNS", "NNPS")
            ):  # "dozens of workers"
                continue
            found = find_arguments(reader, s, target, owners=owners)
            asked = s.words[verb].lemma in cues()["modality.proposed"]  # "urges all parties to the conflict to act"
            open_ = reader.open and s.words[prep].lemma != "of" and not asked
            if not light and not open_:  # the direct object holds what cannot stand alone
                found = [a for a in found if stands_alone(replace(a, open=False))]
            if found:
                yield prep, middle, found


PARTS_TAKEN = ("role", "part", "partnership", "participation", "leadership", "place", "interest", "share")
# One thing in two nouns.
UNITS = (
    *(("head", "state"), ("head", "government"), ("rule", "law"), ("state", "affairs"), ("way", "life")),
    *(("war", "aggression"), ("act", "aggression"), ("act", "terrorism"), ("act", "violence"), ("act", "war")),
)


def is_deed_of_object(s: Sentence, verb: int, prep: int) -> bool:
    """Whether a gerund tells what the object did, not to whom one does a thing: "fined X for helping Y"."""
    gerund = s.words[prep].lemma in ("for", "of") and s.child(prep, "pcomp") is not None
    return gerund and find_deed(s, verb, prep) is not None


def is_call_to_act(s: Sentence, noun: int, prep: int) -> bool:
    """Whether a call is for somebody to act: "its call for X to act" calls for no X."""
    target = s.child(prep, "pobj")
    called = s.words[noun].lemma in ("call", "appeal", "demand") and s.words[prep].lemma == "for" and target is not None
    name = s.words[target].name if target is not None else None
    actor = name is not None and name.type in ACTORS
    holders = (noun, prep, target, *((s.words[noun].head,) if actor else ()))  # the parser hangs "to act" on each
    return called and any(is_infinitive(s, c) and c > prep for at in holders for c in s.children[at or 0])


def is_portfolio(s: Sentence, direct: int, prep: int) -> bool:
    """Whether a preposition tells of what somebody is minister: "instructed their Ministers of Trade"."""
    office = (
        s.words[direct].lemma.lower() in ("minister", "secretary", "commissioner") or s.words[direct].text in MINISTERS
    )
    target = s.child(prep, "pobj")
    return office and s.words[prep].lemma in ("of", "for") and target is not None and s.words[target].name is None


def is_of_second(s: Sentence, direct: int, prep: int) -> bool:
    """Whether a phrase belongs to what is joined to an office: "heads of state and leaders from X".

    Or to both of two, where the first has a phrase of its own: "ministers of Peru and envoys from X".
    """
    joined = s.child(direct, "conj")
    own = any(direct < p < (joined or 0) for p in s.all_children(direct, "prep"))
    return own and joined is not None and joined < prep


def is_field(s: Sentence, prep: int) -> bool:
    """Whether a preposition only tells of what kind a thing is: "agreements in the fields of trade and tourism"."""
    target = s.child(prep, "pobj")
    return target is not None and s.words[target].lemma in ("field", "area", "sphere", "domain", "sector")


def nested_targets(s: Sentence, prep: int) -> Iterator[tuple[int, list[int]]]:
    """What a preposition leads to, and the words between: "for X", "for strengthening X", "of working towards X"."""
    gerund = s.child(prep, "pcomp")
    if gerund is None:
        direct = s.child(prep, "pobj")
        yield from [] if direct is None else [(direct, [])]
        return
    joined = [g for g in s.all_children(gerund, "conj") if s.words[g].tag == "VBG"]  # "of building X and joining Y"
    for each in (gerund, *joined):
        target, middle = behind_gerund(s, each)
        if target is not None and s.child(each, "nsubj") is None:
            yield target, middle


def behind_gerund(s: Sentence, gerund: int) -> tuple[int | None, list[int]]:
    """What a gerund leads to, and the words from it on to there."""
    below = s.child(gerund, "xcomp")
    if s.child(gerund, "dobj") is None and below is not None and s.child(below, "dobj") is not None:
        return s.child(below, "dobj"), [gerund, below]  # "of continuing to strengthen X"
    inner = s.child(gerund, "prep")
    if s.child(gerund, "dobj") is None and inner is not None and not is_time_phrase(s, inner):
        return s.child(inner, "pobj"), [gerund, inner]
    return s.child(gerund, "dobj"), [gerund]


def is_proposer(s: Sentence, noun: int, prep: int) -> bool:
    """Whether "by" names whose demand or proposal an object is: "rejected a demand by X"."""
    return s.words[prep].head == noun and s.words[noun].lemma in cues()["nouns.calls"] | cues()["nouns.proposals"]


def is_promiser(s: Sentence, noun: int, prep: int) -> bool:
    """Whether a preposition tells whose promise it is that goes on in an infinitive: "the decision of X to act"."""
    return s.words[prep].lemma in ("of", "from") and is_promise(s, noun)


def is_of_given(s: Sentence, noun: int, prep: int) -> bool:
    """Whether a "to" or "from" belongs to what a phrase before it names: "the call for aid to islands"."""
    before = (p for p in s.all_children(noun, "prep") if p < prep and s.words[p].lemma == "for")
    given = s.words[prep].lemma in ("to", "from") and s.words[noun].lemma not in cues()["nouns.worth"]
    return given and any(s.child(p, "pobj", "pcomp") is not None for p in before)


def is_behind_of(s: Sentence, noun: int, prep: int) -> bool:
    """Whether an "of" before a preposition tells what it goes on from: "the flow of arms into X" is no flow into X."""
    before = (p for p in s.all_children(noun, "prep") if p < prep and s.words[p].lemma == "of")
    return s.words[prep].lemma != "of" and any(s.child(p, "pobj", "pcomp") is not None for p in before)


def is_aimed(s: Sentence, direct: int, prep: int) -> bool:
    """Whether a preposition behind an object leads to the actor it is aimed at: "imposed sanctions on X"."""
    target = s.child(prep, "pobj")
    name = s.words[target].name if target is not None else None
    near = prep > direct and s.words[prep].lemma in ("on", "against", "over", "upon")
    return near and name is not None and name.type in ACTORS


def is_others(s: Sentence, noun: int, subjects: Sequence[Argument]) -> bool:
    """Whether a noun has an owner with a name who is none of its clause's subjects: "Peru's commitment to X".

    A deed tells whose it is no matter who speaks of it: "condemned Peru's attack on X" condemned an attack on X.
    """
    lemma = s.words[noun].lemma
    deed = lemma in cues().nominals and lemma not in cues()["nouns.light"] | cues()["nouns.committing"]
    deed = deed and s.words[s.words[noun].head].lemma not in cues()["speech.talking"] | {"note", "recall"}
    holder = s.child(noun, "poss") if not deed else None
    name = s.words[holder].name if holder is not None else None
    if holder is None or name is None:
        return False
    named = name.entry.name if name.entry is not None else s.words[holder].text
    return not any(a.mention.name == named or a.mention.name.endswith(named) for a in subjects)


def is_light(s: Sentence, noun: int) -> bool:
    """Whether a noun carries little by itself: a light noun that is not counted ("took three steps")."""
    word = s.words[noun]
    return word.name is None and word.lemma in cues()["nouns.light"] and s.child(noun, "nummod") is None


def find_praised(reader: Reader, s: Sentence, verb: int, direct: int) -> list[Argument]:
    """Whose role or effort a verb judges, where the text names them: "commended X's role in doing Y"; else none."""
    holder = s.child(direct, "poss")
    told = s.words[verb].lemma in cues()["verbs.crediting"] | cues()["verbs.praising"]
    if reader.open or holder is None or s.words[holder].name is None or not told or not is_light(s, direct):
        return []
    return actors(find_arguments(reader, s, holder))


def told_by_noun(lemmas: Sequence[str], noun: str, behind: Sequence[str]) -> list[str]:
    """The path of what an object names, where its verb only tells it: "reiterated its condemnation of" is "condemn"."""
    nominal = cues().nominals.get(noun)
    if " ".join(lemmas) in cues()["verbs.telling"] and nominal is not None and behind[-1] in nominal.prepositions:
        path = nominal.path(behind[-1])
        return [] if path[0] == "have" else path  # who renews an agreement with X does more than to have one
    return []


def has_other_owner(s: Sentence, noun: int) -> bool:
    """Whether a noun is told to be somebody's other than the subject's: "the U.S. commitment", "the support of X"."""
    before = s.all_children(noun, "poss", "compound", "amod", "nmod")
    behind = [s.child(p, "pobj") for p in s.all_children(noun, "prep") if s.words[p].lemma in ("of", "by", "from")]
    named = any(s.words[i].name is not None for i in before)
    if s.words[noun].lemma == "invitation" and s.prep(noun, "from") is not None:  # "conveyed an invitation from X to Y"
        return True
    acting = (t for t in behind if t is not None)
    return named or any((n := s.words[t].name) is not None and n.type in ACTORS for t in acting)


def is_part_of_another(s: Sentence, noun: int, prep: int) -> bool:
    """Whether a phrase tells in what somebody else has a part: "reaffirmed technology's role in doing X" does no X."""
    owner = s.child(noun, "poss")
    other = owner is not None and s.words[owner].tag != "PRP$"
    doing = s.words[prep].lemma in ("in", "to", "at") and s.child(prep, "pcomp") is not None
    return other and doing and s.words[noun].lemma in PARTS_TAKEN
