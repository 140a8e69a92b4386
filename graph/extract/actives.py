"""What a verb in the active states: its objects, what they go on to, whom it asks, what its prepositions reach."""

from collections.abc import Iterator, Sequence

from graph.extract.arguments import CIRCUMSTANTIAL, Argument, Reader, is_quantity, is_told, stands_alone
from graph.extract.beside import emit_dative, emit_gapped, emit_inviter, emit_partners, emit_places
from graph.extract.clause_times import is_recurring
from graph.extract.constructions import (
    emit_complement,
    foretold,
    viewed_as,
)
from graph.extract.cues import cues
from graph.extract.direct_objects import REFLEXIVES, emit_direct, is_made_so, noun_path
from graph.extract.emission import emit
from graph.extract.frames import Frame, is_infinitive, is_negated, surface_of
from graph.extract.means import emit_means
from graph.extract.nested import (
    is_of_second,
)
from graph.extract.noun_phrases import preps_of, text_of, told_words, worded
from graph.extract.parse import Sentence
from graph.extract.phrases import find_arguments
from graph.extract.prepositions import LENGTHS, TOGETHER, place_of
from graph.extract.reached import (
    RAISING,
    is_argument,
    is_aside,
    is_changed_by,
    is_start,
    is_where_met,
    lacks_object,
    takes_part,
    with_whom,
)
from graph.extract.reciprocals import is_of_another
from graph.extract.shared_objects import shared_object
from graph.model import EntityType, Extraction, Value, ValueKind

JOINING = {"consultation": "consult", "coordination": "coordinate"}  # how one acts together with another
# What is always done with something: "which strains they use as the basis" lost what in a word of asking.
USING = ("use", "employ", "elevate")
ELEVATING = ("elevate", "upgrade", "raise", "lift", "promote", "transform", "turn", "expand")  # relations to a level


def emit_active(reader: Reader, s: Sentence, verb: int, frame: Frame, lemmas: Sequence[str]) -> Iterator[Extraction]:
    """Direct objects, what stands behind them, whom a verb asks, and prepositional objects."""
    owners = frame.owners()
    surface = surface_of(s, verb)
    direct = s.child(verb, "dobj") or shared_object(s, verb)
    if direct is not None and s.words[direct].tag in ("WDT", "WP"):  # `emit_gap` tells what it stands for
        direct = None
    if s.words[verb].lemma == "spare":  # "spares no effort" is an idiom
        return
    if direct is not None:
        yield from emit_objects(reader, s, verb, direct, frame, lemmas)
    yield from emit_measure(s, verb, frame, lemmas)
    yield from emit_asked(reader, s, verb, frame, lemmas)
    joined = [p for p in preps_of(s, direct) if with_whom(s, p) != p] if direct is not None else []
    for prep in (with_whom(s, p) for p in (*preps_of(s, verb), *joined)):
        target = s.child(prep, "pobj")
        # "on the sidelines of X" is where, told already
        beside = not reader.open and (
            place_of(s, prep) != target or is_aside(s, verb, prep) or is_untold(s, verb, direct, prep)
        )
        started = not reader.open and is_start(s, prep)
        if target is None or beside or started or lacks_object(s, verb, direct) or not is_argument(s, verb, prep):
            continue
        found = find_arguments(reader, s, target, owners=owners)
        noun: tuple[int, ...] = ()
        governed = s.words[prep].lemma == "in" and (
            direct is not None or s.words[verb].lemma in cues()["verbs.entering"]
        )
        circumstance = s.words[prep].lemma in CIRCUMSTANTIAL - {"over"} and not governed and not reader.open
        found = [a for a in found if is_told(a)] if circumstance else found
        if not reader.open and (is_where_met(s, verb, prep) or target == viewed_as(s, verb)):
            continue  # what X is taken for is told of X
        if direct is not None and is_made_so(s, verb) and not reader.open:
            continue  # "made funds available to X": "made funds to" says nothing
        named = (
            direct is not None and prep < verb and s.words[direct].name is not None
        )  # "with whom X signed the Y Pact"
        if direct is not None and not reader.open and (named or is_somebody(s, direct)):
            continue  # "invited X to Lima": "invited to Lima" would not tell whom
        if direct is not None:
            found = with_object(reader, s, verb, direct, prep, found)
            noun = (direct,) if reader.open or (s.words[direct].pos == "NOUN" and s.words[direct].name is None) else ()
            noun = () if verb < prep < direct and s.words[direct].name is not None else noun
        told = [word for n in noun for word in noun_path(reader, s, n)]
        path, words = [*lemmas, *told, s.words[prep].lemma], [i for n in noun for i in told_words(s, n)]
        if direct is not None and direct < prep and not reader.open:  # the relation tells no name; its words do
            words = worded(s, direct, prep)
        path, joint = joint_path(s, path, prep, verb)
        yield from emit(s, frame, path, (*surface, *words, *joint, prep), found, rule="prepositional")


def emit_objects(
    reader: Reader, s: Sentence, verb: int, direct: int, frame: Frame, lemmas: Sequence[str]
) -> Iterator[Extraction]:
    """The direct object, what shares its verb, whom it is done to or with, and where that leads."""
    fixed = reader.open and (s.words[verb].lemma, s.words[direct].text) == ("take", "place")  # is one verb
    if reader.open and foretold(s, verb) is not None:  # "makes it easier to sell land"
        yield from emit_complement(reader, s, verb, frame)
    else:
        means = [] if reader.open or fixed else list(emit_means(s, verb, direct, frame))
        yield from means
        yield from [] if fixed or means else emit_direct(reader, s, verb, direct, frame, lemmas)
    yield from emit_gapped(reader, s, verb, direct, frame, lemmas)
    yield from emit_partners(reader, s, verb, direct, frame, lemmas)
    yield from emit_dative(reader, s, verb, direct, frame, lemmas)
    yield from emit_inviter(reader, s, verb, direct, frame)
    if reader.open or not (is_made_so(s, verb) or is_of_another(s, direct, len(frame.subjects))):
        yield from emit_places(reader, s, verb, direct, frame, lemmas)


def emit_asked(reader: Reader, s: Sentence, verb: int, frame: Frame, lemmas: Sequence[str]) -> Iterator[Extraction]:
    """Whom a verb asks or helps where that is the subject of what they are to do: "asks for X to act"."""
    surface, owners = surface_of(s, verb), frame.owners()
    for clause in s.all_children(verb, "ccomp", "xcomp"):
        asked = s.child(clause, "nsubj")
        hoped = s.words[verb].lemma in cues()["verbs.hoping"]  # "expects revenue to double" expects no revenue
        unhelped = s.words[verb].lemma == "help" and is_negated(s, verb)  # "did not help X to do it"
        letting = s.words[verb].lemma in cues()["verbs.letting"]
        kept = letting and is_negated(s, verb) and not reader.open  # "will not allow X to be used"
        made = unhelped or (letting and not kept and not reader.open)
        asked = s.child(clause, "nsubjpass") if kept and asked is None else asked
        helped = s.words[verb].lemma == "help" and s.words[clause].tag == "VB"  # "helps X build"
        watched = reader.open and s.words[verb].lemma in ("watch", "see", "hear") and s.words[clause].tag == "VB"
        if asked is not None and (helped or watched or is_infinitive(s, clause)) and not hoped and not made:
            on = [m for m in s.all_children(clause, "mark") if s.words[m].lemma in ("on", "upon")]  # "and on X to act"
            path = [*lemmas, *(s.words[m].lemma for m in on)]
            yield from emit(s, frame, path, (*surface, *on), find_arguments(reader, s, asked, owners=owners))


def joint_path(s: Sentence, path: list[str], prep: int, verb: int) -> tuple[list[str], list[int]]:
    """A relation and the words that "with" needs: who signs in consultation with X has not signed with X.

    Who hosts the Y Forum in partnership with X works with X: "host in partnership with" would not tell what.
    """
    joint = s.words[prep].head
    if s.words[joint].lemma not in TOGETHER or " ".join(path) in cues().relations:
        return path, []
    words = [s.words[joint].head, joint]
    thing = s.child(verb, "dobj")
    if thing is not None and (s.words[thing].tag in ("WDT", "WP") or is_other_than_noun(s, thing)):
        return [JOINING.get(s.words[joint].lemma, "cooperate"), "with"], words
    return [*path[:-1], "in", s.words[joint].lemma, "with"], words


def is_untold(s: Sentence, verb: int, direct: int | None, prep: int) -> bool:
    """Whether a relation would not tell to what something is done, because that has a name or stands before.

    "Which strains they use as the basis", "declared 2005 as the Year of X"; nor does "is acting: 43 percent by 2030".
    """
    means = s.words[prep].lemma == "by" and s.words[verb].lemma in ("work", "act")
    if direct is None:
        return means or s.words[verb].lemma in USING
    return s.words[prep].lemma == "as" and is_other_than_noun(s, direct)


def is_other_than_noun(s: Sentence, direct: int) -> bool:
    """Whether an object is a name or a number, which no relation tells."""
    return s.words[direct].name is not None or s.words[direct].pos != "NOUN"


def is_somebody(s: Sentence, noun: int) -> bool:
    """Whether a noun is a person by name, or a pronoun that is none of the subject's own."""
    name = s.words[noun].name
    return (s.words[noun].tag == "PRP" and not s.words[noun].text.endswith(("self", "selves"))) or (
        name is not None and name.type is EntityType.PERSON
    )


def with_object(
    reader: Reader, s: Sentence, verb: int, direct: int, prep: int, found: Sequence[Argument]
) -> list[Argument]:
    """What a preposition behind an object reaches that can be told: by itself, or as the amount of a change."""
    if not reader.open and s.words[prep].lemma == "from" and is_of_second(s, direct, prep):
        return []  # "convened heads of state and leaders from X"
    doer = s.child(verb, "nsubj")
    own = s.words[direct].text.lower() != "ourselves" or (doer is not None and s.words[doer].text.lower() == "we")
    if s.words[direct].text.lower() in REFLEXIVES and own:  # "aligns itself with the statement"
        return [a for a in found if stands_alone(a) or " " in a.mention.name]
    if is_changed_by(s, verb, prep):
        return list(found) if s.words[direct].pos == "NOUN" or reader.open else []  # "raise by" would not tell what
    if takes_part(s, verb):
        return list(found)
    raised = s.words[verb].lemma in RAISING  # "raised tariffs to 10 percent"
    if s.words[prep].lemma == "by" and s.words[direct].pos != "NOUN" and not reader.open:
        return []  # "raise by" would not tell what
    level = s.words[verb].lemma in ELEVATING and s.words[prep].lemma in ("to", "into")  # "to a strategic partnership"
    level = level and s.words[direct].lemma in cues()["nouns.between"]
    return [a for a in found if stands_alone(a) or (raised and is_quantity(a)) or (level and " " in a.mention.name)]


def emit_measure(s: Sentence, verb: int, frame: Frame, lemmas: Sequence[str]) -> Iterator[Extraction]:
    """How much or how far: "fell 7 percent", "rises 4,312 metres above X"."""
    for child in s.children[verb]:
        inner = s.child(child, "npadvmod") if s.words[child].dep == "prep" else child
        word = s.words[inner] if inner is not None else None
        # "rose four times" is a measure, "met three times" and "rose twice a week" are none.
        changed = s.words[verb].lemma in cues()["verbs.changing"]
        if inner is not None and s.words[inner - 1].lemma in ("worth", "to") and is_worth(s, inner):
            continue
        behind = s.words[inner + 1].lemma if inner is not None and inner + 1 < len(s.words) else ""
        timed = word is not None and (word.label in ("DATE", "TIME") or word.lemma in LENGTHS)
        if timed and behind in ("before", "earlier", "later", "after", "ago", "previously"):  # "had left years before"
            continue
        often = word is not None and word.lemma == "time" and not (changed and s.child(word.i, "npadvmod") is None)
        often = often or (word is not None and is_recurring(s, word.i))
        if word is None or word.dep != "npadvmod" or often or word.label in ("DATE", "TIME") or word.i < verb:
            continue
        run = s.subtree(word.i)
        apart = s.words[run[0]].lemma in ("among", "including")  # "trained 215 people, among them 62 women"
        if s.child(word.i, "nummod") is not None and not apart:
            text = text_of(s, run)
            if not text[:1].isalnum() and text[:1] not in "$€£¥":
                continue
            value = Value(kind=ValueKind.AMOUNT, text=text, normal=text)
            much = [] if s.words[verb].lemma in cues()["verbs.charging"] else ["by"]  # "fined X 5 euros"
            yield from emit(s, frame, [*lemmas, *much], surface_of(s, verb), [value], rule="measure")


def is_worth(s: Sentence, sum_: int) -> bool:
    """Whether a sum tells what a thing before it is worth: "projects worth up to 2 million dollars"."""
    before = (w.lemma for w in reversed(s.words[:sum_]) if w.pos not in ("NUM", "SYM") and w.lemma not in ("up", "to"))
    return next(before, "") == "worth"
