"""Whom a pronoun means by the clause before it in its sentence: "A oversees banks; it sets no rates", "as X came, she".

The subject of that clause goes before all who acted in the sentences before.
"""

from collections.abc import Sequence

from graph.extract.discourse import Discourse
from graph.extract.given_names import may_be_she
from graph.extract.near_actors import SUBJECTS, nearest_actors
from graph.extract.parse import Sentence, Word
from graph.extract.pronouns import is_expletive
from graph.extract.short_names import HERS, HIS
from graph.extract.tellings import asked_kinds, kinds_of
from graph.extract.them import meant_by_them
from graph.extract.trees import is_person
from graph.model import EntityType

PERSONS = ("he", "she", "him", "her")
THINGS = ("it",)
SEVERAL = ("they", "them")
# What leads a clause in that stands ahead of the main one and tells the same thing's or person's deed.
LEADING = frozenset({"when", "after", "before", "while", "as", "since", "because", "although", "though", "once"})
JOINING = frozenset(
    {"and", "but", "yet", "so", "moreover", "however", "also", "then", "since", "later", "today", "now"}
)
# What who acts does as well as what is dealt with.
EITHER = frozenset(
    {"go", "come", "remain", "stay", "run", "last", "be", "become", "follow", "begin", "start", "end", "need", "have"}
    | {"face", "return", "move", "fall", "rise", "grow", "work", "mean", "make", "help"}
)
OPEN_KINDS = frozenset({"time", "quantity", "sum", "deed", "quality"})  # of which "it" and "they" tell nothing


def told_near(s: Sentence, i: int, said: Discourse) -> Sequence[tuple[Sentence, int]] | None:
    """The words, each with its sentence, for which a pronoun stands that are told near it; none where that is open.

    None where who acts in the sentences before is meant as everywhere else.
    """
    found = nearest(s, i)
    if found is None and s.words[i].text.lower() == "them":
        return meant_by_them(s, i, said.close_by(s)[:1])
    return None if found is None else [(s, at) for at in found]


def nearest(s: Sentence, i: int) -> list[int] | None:
    """The words of its sentence for which a pronoun stands that are told right before its clause; as in `told_near`."""
    found = nearest_actors(s, i)
    if found is not None or s.words[i].tag != "PRP":
        return found
    across = across_mark(s, i)
    return ahead_of_main(s, i) if across is None else across


def across_mark(s: Sentence, i: int) -> list[int] | None:
    """What "it" behind a semicolon means in the clause before: its subject, or what is dealt with in it."""
    text = s.words[i].text.lower()
    marks = [w.i for w in s.words[:i] if w.text == ";"] if text in (*PERSONS, *THINGS, *SEVERAL) else []
    if not marks or is_expletive(s, i):
        return None
    above = main_verb(s, marks[-2] + 1 if len(marks) > 1 else 0, marks[-1])
    if above is None:
        return None
    verb = s.words[s.words[i].head]
    end = next((w.i for w in s.words[i:] if w.text == ";"), len(s.words))
    main = main_verb(s, marks[-1] + 1, end)
    first = s.child(above, *SUBJECTS)
    if first is not None and s.words[first].tag in ("DT", "EX"):
        return []  # "this is not an idea; it is our life"
    if first is not None and any(s.words[d].lemma == "this" for d in s.all_children(first, "det")):
        return None  # "this centre is new; it …": what it points back to is taken down by now
    subject, direct = fitting(s, i, first), fitting(s, i, s.child(above, "dobj"))
    undergone = s.words[i].dep in ("nsubjpass", "dobj")
    if s.words[i].dep in SUBJECTS:
        opening = all(w.text.lower() in JOINING or w.text == "," for w in s.words[marks[-1] + 1 : i])
        if not (opening and verb.i == main):
            return None
        order = (direct, subject) if undergone else (subject, direct)
    elif s.words[i].dep == "dobj" and is_under(s, verb.i, main):
        own = s.child(verb.i, *SUBJECTS)
        if own is not None and s.words[own].tag == "PRP" and s.words[own].text.lower() == text:
            return None
        order = (direct, subject)
    else:
        return None
    return chosen(s, verb, order, undergone=undergone)


def is_under(s: Sentence, verb: int, main: int | None) -> bool:
    """Whether a verb is the main one, or one that it has or is joined with: not of "life as we know it"."""
    while verb != main and s.words[verb].dep in ("xcomp", "conj", "ccomp"):
        verb = s.words[verb].head
    return verb == main


def main_verb(s: Sentence, start: int, end: int) -> int | None:
    """The verb of which all between two words hang, or None."""
    own = [w for w in s.words[start:end] if w.head == w.i or not start <= w.head < end]
    verbs = [w.i for w in own if w.pos in ("VERB", "AUX")]
    return verbs[0] if len(verbs) == 1 else None


def chosen(s: Sentence, verb: Word, order: Sequence[int | None], *, undergone: bool) -> list[int] | None:
    """Which of a subject and an object a verb can tell of, the first where both; None where neither fits."""
    found = [at for at in order if at is not None]
    wanted = asked_kinds(list(s.words), verb, undergone=undergone)
    suited = [at for at in found if kinds_of(s.words[at]) & wanted]
    if len(found) > 1 and not suited and verb.lemma in EITHER and s.child(found[-1], "det", "poss") is not None:
        return []  # "the Senate passed the bill; it goes to the House"
    return (suited or found)[:1] or None


def fitting(s: Sentence, i: int, at: int | None) -> int | None:
    """A word where a pronoun may stand for it by number and kind; or None."""
    if at is None or at >= i:
        return None
    word, text = s.words[at], s.words[i].text.lower()
    kind = word.name.type if word.name is not None else None
    joined = s.child(at, "conj") is not None
    if text in SEVERAL:
        plural = word.tag in ("NNS", "NNPS") and (word.name is None or kind is EntityType.GROUP)
        return at if (plural or joined) and not kinds_of(word) & OPEN_KINDS else None
    if joined:
        return None
    if text in PERSONS:
        return person_at(s, at, text)
    if word.tag == "PRP":
        return at if text == word.text.lower() else None
    kinds = kinds_of(word)
    person = kind is EntityType.PERSON or (word.name is None and "people" in kinds and "body" not in kinds)
    thing = word.pos in ("NOUN", "PROPN") and (word.tag in ("NN", "NNP") or kind is not None)
    thing = thing and kind is not EntityType.GROUP and not kinds & OPEN_KINDS
    return at if thing and not person else None


def person_at(s: Sentence, at: int, text: str) -> int | None:
    """The word that names the person at a word, or beside it: "the minister, Ana Ruiz"; None where it tells of none."""
    named = next((c for c in (at, *s.all_children(at, "appos")) if is_person(s.words[c])), None)
    if named is None or s.words[named].name is None:
        return None
    return named if fits_sex(s.words[named], text) else None


def fits_sex(word: Word, text: str) -> bool:
    """Whether "he" or "she" may stand for a person by the title or the first name."""
    name = word.name
    titles = set(name.title.lower().split()) if name is not None and name.title else set()
    she = True if titles & HERS else False if titles & HIS else may_be_she(name.name) if name is not None else None
    return she is None or she is (text in ("she", "her"))


def ahead_of_main(s: Sentence, i: int) -> list[int] | None:
    """Who acts in a clause ahead of the main one, where a pronoun acts in that: "when Ms Ruiz came to Lima, she"."""
    if s.words[i].dep not in SUBJECTS or s.words[i].text.lower() not in (*THINGS, *PERSONS, *SEVERAL):
        return None
    verb = s.words[i].head
    clauses = [c for c in s.all_children(verb, "advcl") if c < i and leads_in(s, c)]
    if len(clauses) != 1 or is_expletive(s, i):
        return None
    subject = s.child(clauses[0], *SUBJECTS)
    found = fitting(s, i, subject)
    return [found] if found is not None and s.words[found].tag != "PRP" else None


def leads_in(s: Sentence, clause: int) -> bool:
    """Whether a clause begins with "when", "after" or the like."""
    return any(s.words[c].lemma in LEADING for c in s.all_children(clause, "mark", "advmod") if c < clause)
