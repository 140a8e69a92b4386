"""What a verb's prepositions reach: which of them lead to an argument, and which only to a setting or a noun's own."""

from graph.extract.auspices import HELPING
from graph.extract.constructions import supplied
from graph.extract.cues import cues
from graph.extract.frames import is_fixed
from graph.extract.nested import LIGHT_PREPOSITIONS, is_light
from graph.extract.noun_clauses import bound
from graph.extract.noun_phrases import PARTS, is_sum
from graph.extract.owners import who_is_helped
from graph.extract.parse import Sentence
from graph.extract.prepositions import LENGTHS, TOGETHER, aimed_gerund, is_adverbial, is_prompt, is_time_phrase
from graph.extract.related import leads_to_relative
from graph.extract.settings import is_setting
from graph.model import EntityType

RAISING = ("raise", "lower", "cut", "reduce", "increase", "lift", "double", "expand", "bring", "slash", "boost")


def is_where_met(s: Sentence, verb: int, prep: int) -> bool:
    """Whether a phrase tells where somebody is met or spoken with, whom another phrase tells: "spoke with X at Y"."""
    others = (p for p in s.all_children(verb, "prep") if s.words[p].lemma in ("with", "to") and p < prep)
    return is_setting(s, prep) and s.words[verb].lemma in cues()["verbs.meeting"] and next(others, None) is not None


def with_whom(s: Sentence, prep: int) -> int:
    """The preposition that leads to the partner in "works in partnership with X"; any other as it is."""
    target = s.child(prep, "pobj")
    if s.words[prep].lemma != "in" or target is None or s.words[target].lemma not in TOGETHER:
        return prep
    return next((p for p in s.all_children(target, "prep") if s.words[p].lemma == "with"), prep)


def lacks_object(s: Sentence, verb: int, direct: int | None) -> bool:
    """Whether a relative clause has its noun as object: "the support we received on the way"."""
    subject = s.child(verb, "nsubj")
    own = subject is not None and s.words[subject].tag not in ("WDT", "WP")
    other = any(s.words[c].tag == "WRB" for c in s.children[verb]) or bound(s, verb) is not None
    gap = direct is None or s.words[direct].tag in ("WDT", "WP")
    return s.words[verb].dep == "relcl" and own and gap and not other


def is_start(s: Sentence, prep: int, lemma: str = "from") -> bool:
    """Whether a preposition tells where a number began, "rose from 19 to 25", or leads to a number at all."""
    target = s.child(prep, "pobj") if s.words[prep].lemma == lemma else None
    return target is not None and any(s.words[w].tag == "CD" for w in (target, *s.all_children(target, "nummod")))


def is_changed_by(s: Sentence, verb: int, prep: int) -> bool:
    """Whether a phrase tells by how much a thing is changed: "raised it by 5 percent", "cut it by half", "by a day"."""
    target = s.child(prep, "pobj") if s.words[prep].lemma == "by" else None
    if target is None or not (s.words[verb].lemma in RAISING or s.words[verb].lemma in cues()["verbs.lasting_changes"]):
        return False
    one = any(s.words[d].lemma in ("a", "an", "another") for d in s.all_children(target, "det"))
    unit = s.words[target].lemma in LENGTHS and one
    return (
        is_start(s, prep, "by") or s.words[target].lemma == "half" or unit or (s.words[target].lemma in PARTS and one)
    )


def is_by_event(s: Sentence, prep: int) -> bool:
    """Whether an event only tells when: "will vote on it before the NATO summit"; one testifies before a court."""
    target = s.child(prep, "pobj") if s.words[prep].lemma in ("before", "after") else None
    if target is None:
        return False
    word = s.words[target]
    event = word.name is not None and word.name.type is EntityType.EVENT
    return event or word.lemma in cues()["nouns.gatherings"] or word.lemma in ("election", "war", "vote", "deadline")


def takes_part(s: Sentence, verb: int) -> bool:
    """Whether a verb and its object are one, and lead on by "in": "took part"."""
    direct = s.child(verb, "dobj")
    return s.words[verb].lemma == "take" and direct is not None and s.words[direct].lemma == "part"


def is_argument(s: Sentence, verb: int, prep: int) -> bool:
    """Whether a verb's preposition leads to an argument: no time, no setting, nothing a light object goes on to.

    "With X, it hopes for …": what stands in front is a setting.
    """
    direct = s.child(verb, "dobj")
    lemma = s.words[prep].lemma
    if is_denied_phrase(s, prep) or is_help(s, prep) or is_of_helped(s, prep):
        return False
    # what "including" lists belongs to a noun, "given" tells why
    if lemma in ("include", "including", "give", "given") or aimed_gerund(s, prep) is not None:
        return False
    like = lemma == "like" and s.words[verb].lemma not in (
        "look",
        "sound",
        "act",
        "behave",
        "work",
    )  # "freezes like ice"
    target = s.child(prep, "pobj")
    deed = s.child(target, "acl") if target is not None and s.words[verb].lemma == "look" else None
    awaited = deed is not None and s.words[deed].tag == "VBG"  # "look forward to X hosting it"
    if like or awaited or lemma in ("follow", "following"):  # "withdrew following the election": when
        return False
    if is_afterthought(s, verb, prep) or (lemma == "as" and not is_rank(s, verb, prep)):
        return False
    if prep < verb:
        taking = lemma == "in" and (s.words[verb].lemma == "participate" or takes_part(s, verb))
        return (lemma in RELATED or taking) and leads_to_relative(s, verb, prep)
    if is_time_phrase(s, prep) or is_adverbial(s, prep) or is_fixed(s, verb, prep):
        return False
    if direct is None:
        return not (is_at_meeting(s, prep) or is_by_event(s, prep))
    welcomed = s.words[verb].lemma == "welcome" and lemma == "to"  # "welcomed X to Lima": to nothing without X
    if welcomed or (is_sum(s, direct) and lemma == "into" and prep > direct):  # "announced $2 billion into X"
        return False
    together = s.words[s.words[prep].head].lemma in TOGETHER
    joint = (
        lemma == "with"
        and not together
        and (s.words[verb].lemma in cues()["nouns.joint"] or supplied(s, verb) is not None)
    )
    taken = joint or (is_light(s, direct) and lemma in LIGHT_PREPOSITIONS)
    changed = is_changed_by(s, verb, prep)
    changed = changed or (lemma == "before" and s.words[verb].lemma in ("sue", "bring", "take", "accuse", "file"))
    led = lemma in ("with", "to", "from", "into", "against", "as", "up", "down") or changed
    return led and not is_setting(s, prep) and not taken


def is_help(s: Sentence, prep: int) -> bool:
    """Whether a phrase tells with whose help a thing is done, which `helped` tells: "with the assistance of X"."""
    target = s.child(prep, "pobj") if s.words[prep].lemma == "with" else None
    return target is not None and s.words[target].lemma in HELPING and s.prep(target, "of") is not None


def is_of_helped(s: Sentence, prep: int) -> bool:
    """Whether a phrase tells in what of its own one helps another: "stands with X in its fight" stands in no fight."""
    target = s.child(prep, "pobj") if s.words[prep].lemma == "in" else None
    owner = s.child(target, "poss") if target is not None else None
    return owner is not None and s.words[owner].tag == "PRP$" and who_is_helped(s, owner) is not None


def is_denied_phrase(s: Sentence, prep: int) -> bool:
    """Whether a phrase tells what is not so, or not alone: "acts, not just with words, but …", "with no sign of X"."""
    first, last = (s.words[i].lemma if i >= 0 else "" for i in (prep - 2, prep - 1))
    if last == "not" or (first == "not" and last in ("just", "only", "merely", "simply")):
        return True
    target = s.child(prep, "pobj")
    none = target is not None and any(s.words[d].lemma == "no" for d in s.all_children(target, "det"))
    return none and s.words[prep].lemma == "with"


def is_aside(s: Sentence, verb: int, prep: int) -> bool:
    """Whether a phrase set off behind what a verb needs names nothing: "disarm, with honesty", "bound, in a region".

    Or tells at whose request: "met at the invitation of X".
    """
    target = s.child(prep, "pobj")
    if target is not None and is_prompt(s, prep, target):
        return True
    before = [c for c in s.children[verb] if verb < c < prep and s.words[c].dep in ("dobj", "prep", "agent", "xcomp")]
    again = any(s.words[c].lemma == s.words[prep].lemma for c in before)  # "for peace, for justice"
    behind = verb < prep and s.words[prep - 1].text == ","
    if target is None or not behind or (not before and s.words[prep].lemma != "with") or again:
        return False
    return not any(s.words[i].name is not None or s.words[i].pos in ("PROPN", "NUM") for i in s.subtree(target))


# What leads a relative pronoun in that a verb reaches: "the port through which X imports oil".
RELATED = ("with", "to", "from", "through", "against", "into")


def is_at_meeting(s: Sentence, prep: int) -> bool:
    """Whether a phrase only tells at which of its own meetings somebody acts: "will revert to X at its meeting"."""
    target = s.child(prep, "pobj")
    own = target is not None and s.child(target, "poss") is not None
    return s.words[prep].lemma == "at" and own and s.words[target or 0].lemma in cues()["nouns.gatherings"]


def is_afterthought(s: Sentence, verb: int, prep: int) -> bool:
    """Whether a phrase goes with no verb alone: set off behind its complement, or beside a clause of what is known.

    "will serve as a guide, for posterity", "know from experience that X".
    """
    lemma, clause, target = s.words[prep].lemma, s.child(verb, "ccomp"), s.child(prep, "pobj")
    set_off = s.words[prep - 1].text == ","
    effect = target is not None and s.words[target].lemma in (
        "consequence",
        "result",
        "effect",
        "implication",
        "impact",
    )
    if set_off and lemma == "with" and target is not None and (effect or s.child(target, "acl") is not None):
        return True  # ", with the first meeting to be held in X", ", with dire consequences for Y"
    before = [c for c in s.children[verb] if verb < c < prep and s.words[c].dep in ("dobj", "prep", "xcomp")]
    again = any(s.words[c].lemma == lemma for c in before)  # "for peace, for justice"
    apart = set_off and bool(before) and not again
    known = clause is not None and clause > prep and s.child(clause, "mark") is not None
    return (apart and lemma in ("for", "at", "from", "through")) or (known and lemma in ("from", "by", "at", "in"))


def is_rank(s: Sentence, verb: int, prep: int) -> bool:
    """Whether "as" tells what a verb takes its object or subject for; else it is a noun's: "the listing of X as Y"."""
    known = ("taking_as", "appointing", "seeing_as")
    taking = any(s.words[verb].lemma in cues()[f"verbs.{name}"] for name in known)
    bare = s.child(verb, "dobj") is None and not any(verb < p < prep for p in s.all_children(verb, "prep"))
    return taking or bare
