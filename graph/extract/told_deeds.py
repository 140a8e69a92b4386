"""What a noun for a deed takes up that a verb has just told: "X proposed a ban", and then "the proposal" is X's."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from graph.extract.brought_up import is_bare
from graph.extract.parse import Sentence
from graph.extract.text import possessive
from graph.model import EntityType, Extraction, Mention, Polarity

# The nouns, each with the verbs that do what it names.
DEEDS: Mapping[str, tuple[str, ...]] = {
    "proposal": ("propose", "suggest"),
    "suggestion": ("suggest",),
    "offer": ("offer",),
    "invitation": ("invite",),
    "request": ("request", "ask"),
    "accusation": ("accuse",),
    "allegation": ("accuse", "allege"),
    "visit": ("visit",),
    "attack": ("attack", "shell", "bomb", "raid"),
    "meeting": ("meet", "met"),
}
# How a noun goes on with whom the deed was done to; those of `NEEDED` do not tell enough without.
TOWARDS = {"invitation": "to", "request": "to", "accusation": "against", "allegation": "against"}
NEEDED = {"visit": "to", "attack": "on", "meeting": "with"}
WHOM = (EntityType.COUNTRY, EntityType.PERSON, EntityType.ORGANIZATION, EntityType.PLACE, EntityType.REGION)
POINTING = ("the", "this", "that")

Doers = Callable[[Sentence, int], Sequence[Mention]]


def deed_meant(
    s: Sentence, head: int, before: Sequence[Sentence], deeds: Sequence[Extraction], doers: Doers
) -> Mention | None:
    """What a bare "the proposal" takes up, where one alone has proposed a thing right before: "X's proposal"; or None.

    That is told in the sentence itself, ahead of the noun, or in the one before, whose extractions are `deeds`; `doers`
    are those for whom a subject stands.
    """
    noun = s.words[head].lemma
    if noun not in DEEDS or not points_back(s, head):
        return None
    if (subject := ahead(s, head)) is not None:
        return named(s, head, doers(s, subject), [])
    if not before or any(w.lemma == noun and w.pos == "NOUN" for w in before[0].words):
        return None
    found = list(done_before(deeds, DEEDS[noun]))
    owners = {e.subject.name: e.subject for e in found}
    if found:
        return named(s, head, list(owners.values()), [e.object for e in found if is_whom(e)])
    told = sole_subject(before[0], DEEDS[noun], len(before[0].words))
    return named(s, head, doers(before[0], told), []) if told is not None else None


def points_back(s: Sentence, head: int) -> bool:
    """Whether a noun has "the" and nothing else, and is not what "he" or "she" deals with, who may be its doer."""
    word = s.words[head]
    pointing = any(s.words[d].text.lower() in POINTING for d in s.all_children(head, "det"))
    subject = s.child(word.head, "nsubj") if word.dep == "dobj" else None
    open_ = subject is not None and s.words[subject].tag == "PRP"
    return pointing and word.tag == "NN" and is_bare(s, head) and not open_


def ahead(s: Sentence, head: int) -> int | None:
    """The subject of a clause ahead in a sentence that does what a noun names: "X asked Y, Z backs the request"."""
    subject = sole_subject(s, DEEDS[s.words[head].lemma], head)
    return subject if subject is not None and head not in own_clause(s, s.words[subject].head) else None


def sole_subject(s: Sentence, verbs: Sequence[str], end: int) -> int | None:
    """The subject of the only one of some verbs before a word, but no pronoun, and not where that is denied."""
    doing = [w.i for w in s.words[:end] if w.lemma in verbs and w.pos == "VERB"]
    subject = s.child(doing[0], "nsubj") if len(doing) == 1 and s.child(doing[0], "neg", "aux") is None else None
    return subject if subject is not None and s.words[subject].pos != "PRON" else None


def own_clause(s: Sentence, verb: int) -> set[int]:
    """The words below a verb without the clauses beside it: "X proposed it, and [Y backed it]"."""
    beside = (c for c in s.all_children(verb, "conj", "parataxis", "ccomp") if s.child(c, "nsubj", "nsubjpass"))
    return set(s.subtree(verb)) - {i for c in beside for i in s.subtree(c)}


def done_before(deeds: Sequence[Extraction], verbs: Sequence[str]) -> Iterator[Extraction]:
    """The deeds of the sentence before that one of the verbs tells, and that are not denied."""
    for deed in deeds:
        first = deed.relation.split(" ", 1)[0]
        told = not {first, first.removesuffix("d"), first.removesuffix("ed")}.isdisjoint(verbs)
        if told and deed.polarity is Polarity.AFFIRMED:
            yield deed


def sole_invited(deeds: Sequence[Extraction]) -> Mention | None:
    """The only one whom the sentence before tells to have been invited, or None."""
    invited = [
        e.object for e in done_before(deeds, DEEDS["invitation"]) if is_whom(e) and isinstance(e.object, Mention)
    ]
    return invited[0] if len({m.name for m in invited}) == 1 else None


def is_whom(deed: Extraction) -> bool:
    """Whether a deed was done to its object, which has a name: "invited X", not "ask for X"."""
    thing = deed.object
    return " " not in deed.relation and isinstance(thing, Mention) and thing.type in WHOM and thing.name[:1].isupper()


def named(s: Sentence, head: int, owners: Sequence[Mention], whom: Sequence[object]) -> Mention | None:
    """The mention of a deed by its noun, with whose it is and to whom: "X's invitation to Y"; None where open."""
    noun, names = s.words[head].lemma, sorted({m.name for m in whom if isinstance(m, Mention)})
    one = names[0] if len(names) == 1 else None
    if len(owners) != 1 or (noun in NEEDED and one is None) or (one is not None and one == owners[0].name):
        return None
    to = (TOWARDS | NEEDED).get(noun)
    told = f" {to} {one}" if one is not None and to is not None else ""
    name = f"{possessive(owners[0].name)} {noun}{told}"
    kind = EntityType.EVENT if noun in NEEDED else EntityType.CONCEPT
    return Mention(span=s.span_of(head, head), text=s.words[head].text, name=name, type=kind, found_by="pronoun")
