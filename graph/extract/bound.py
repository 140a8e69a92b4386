"""What "it" and "its" stand for in a noun phrase with a doer of its own: "welcomed Peru's pledge and its decision"."""

from collections.abc import Iterable

from graph.extract.cues import cues
from graph.extract.parse import Sentence, Word
from graph.extract.prepositions import ACTORS
from graph.extract.trees import is_state
from graph.extract.words import are_people
from graph.model import EntityType

APPOINTED = ("appointment", "election", "designation", "reappointment", "selection")  # that give an office
APPOINTING = (*APPOINTED, "nomination")


def find_bound(s: Sentence, i: int) -> int | None:
    """The name in the phrase around word i for which it stands, whoever acts in the clause; or None."""
    if s.words[i].text.lower() not in ("it", "its"):
        return None
    found = (
        find(s, i)
        for find in (
            *(beside_owned, of_decider, of_appointing, of_presented, of_paper, of_teller),
            *(beside_name, of_fighters, of_clause_before, of_state_before, of_fronted, of_state),
        )
    )
    return next((bound for bound in found if bound is not None), None)


def is_actor(s: Sentence, i: int | None) -> bool:
    """Whether a word names somebody who can act."""
    name = s.words[i].name if i is not None else None
    return name is not None and name.type in ACTORS


def beside_owned(s: Sentence, i: int) -> int | None:
    """Who owns the first of two things owns the second: "welcomed Peru's pledge to act and its decision to join"."""
    noun = s.words[s.words[i].head]
    owner = s.child(noun.head, "poss") if s.words[i].dep == "poss" and noun.dep == "conj" else None
    deeds = s.words[noun.head].pos == noun.pos == "NOUN" and s.words[noun.head].dep in ("dobj", "pobj")
    return owner if deeds and is_actor(s, owner) else None


def beside_name(s: Sentence, i: int) -> int | None:
    """The name beside which stands what is its own: "sanctioned the Front and its leader, X", "Mali and its allies"."""
    noun = s.words[s.words[i].head]
    first = s.words[noun.head]
    joined = s.words[i].dep == "poss" and noun.dep == "conj" and first.dep not in ("conj", "poss", "compound")
    owned = s.child(first.i, "poss")
    alone = owned is None or s.words[owned].tag != "PRP$"  # "its envoy and its consul" are the subject's
    person = first.name is not None and first.name.type in (EntityType.PERSON, EntityType.ROLE)
    named = first.name is not None or (first.pos == "PROPN" and first.label != "DATE")
    return first.i if joined and alone and named and not person and noun.lemma not in cues().nominals else None


def of_clause_before(s: Sentence, i: int) -> int | None:
    """Who acts in the clause before a semicolon has what acts behind it: "Peru keeps no base; its forces left"."""
    noun = s.words[s.words[i].head]
    verb = s.words[noun.head]
    if s.words[i].dep != "poss" or noun.dep not in ("nsubj", "nsubjpass") or i == 0 or s.words[i - 1].text != ";":
        return None
    ahead = [c for c in (verb.head, *s.all_children(verb.i, "parataxis", "ccomp")) if c < i]
    subjects = (s.child(c, "nsubj", "nsubjpass") for c in ahead)
    found = next((subject for subject in subjects if subject is not None), None)
    objects = [s.words[o] for c in ahead[:1] for o in s.all_children(c, "dobj")]
    other = any(is_actor(s, o.i) or o.lemma in cues()["nouns.bodies"] for o in objects)  # "left the court; its judges"
    return found if is_actor(s, found) and not other else None


FIGHTERS = ("member", "fighter", "combatant", "gunman", "militant", "soldier", "troop")


def of_fighters(s: Sentence, i: int) -> int | None:
    """Whose fighters did what is deplored: of the last body named: "the raids of X and the looting by its men"."""
    noun = s.words[s.words[i].head]
    by = s.words[noun.head]
    deed = s.words[by.head]
    told = s.words[i].dep == "poss" and noun.lemma in FIGHTERS and by.text == "by" and deed.pos == "NOUN"
    bodies = (EntityType.ORGANIZATION, EntityType.GROUP)
    ahead = [w.i for w in s.words[:i] if w.name is not None and w.name.type in bodies]
    return ahead[-1] if told and ahead and s.words[ahead[-1]].dep not in ("nsubj", "nsubjpass") else None


OF_STATES = ("authority", "government", "leader", "leadership", "parliament", "citizen")


def of_state_before(s: Sentence, i: int) -> int | None:
    """No body has authorities: "Chad has not acted; the Council urges its authorities to do so" means Chad's."""
    noun = s.words[s.words[i].head]
    verb = s.words[noun.head]
    verb = s.words[verb.head] if verb.dep == "prep" else verb  # "called on its leaders"
    while s.child(verb.i, "nsubj") is None and verb.dep == "conj":
        verb = s.words[verb.head]
    acting = s.child(verb.i, "nsubj") if s.words[i].dep == "poss" and noun.lemma in OF_STATES else None
    if acting is None or acting > i:
        return None
    name = s.words[acting].name
    body = name.type is EntityType.ORGANIZATION if name else s.words[acting].lemma.lower() in cues()["nouns.bodies"]
    return sole_state(s.words[:i]) if body else None


def sole_state(before: Iterable[Word]) -> int | None:
    """Where the only state that words name is named last; None where they name none or several."""
    states = {w.name.name: w.i for w in before if w.name is not None and is_state(w)}
    return next(iter(states.values())) if len(states) == 1 else None


def of_decider(s: Sentence, i: int) -> int | None:
    """Who decides on a thing deals with it behind "which" too: "Peru's decision to join the pact, which it signed"."""
    clause = s.words[s.words[i].head]
    if s.words[i].dep != "nsubj" or clause.dep != "relcl":
        return None
    at = clause.head
    while s.words[at].dep in ("dobj", "pobj", "prep", "conj") and s.words[at].head < at:
        at = s.words[at].head
    noun = s.words[at].head
    owner = s.child(noun, "poss") if s.words[at].dep == "acl" and s.words[at].tag == "VB" else None
    if owner is not None and s.words[owner].text == "its":
        return beside_owned(s, owner)
    return owner if is_actor(s, owner) else None


def of_teller(s: Sentence, i: int) -> int | None:
    """Who tells of a thing and then what "it" will do: "X said that trade had doubled and that it would sign Y".

    So where a figure moved first, which does nothing else, or what "it" does is done by those who can act alone.
    """
    clause = s.words[s.words[i].head]
    first = s.words[clause.head]
    told = clause.dep == "conj" and first.dep == "ccomp" and s.words[first.head].lemma in cues()["speech.verbs"]
    if s.words[i].dep != "nsubj" or not told or not any(s.words[m].lemma == "that" for m in s.children[clause.i]):
        return None
    thing, teller = s.child(first.i, "nsubj", "nsubjpass"), s.child(first.head, "nsubj")
    if thing is None or s.words[thing].pos != "NOUN" or s.words[thing].lemma in cues()["nouns.bodies"] | GROUPED:
        return None
    moving = cues()["verbs.changing"] | cues()["verbs.passing"] | {"slow", "recover", "improve"}
    moved = first.lemma in moving and clause.lemma not in moving
    acted = clause.lemma in cues()["verbs.sending"] | cues()["verbs.appointing"] | SIGNING
    who = teller is not None and (is_actor(s, teller) or s.words[teller].pos == "PROPN")
    return teller if (moved or acted) and who and not are_people(s.words[thing].lemma) else None


def of_fronted(s: Sentence, i: int) -> int | None:
    """Whose parliament or bank acts is told in the clause before: "before Croatia joined, its parliament voted"."""
    subject = s.words[s.words[i].head]
    main = s.words[subject.head]
    if s.words[i].dep != "poss" or subject.dep not in ("nsubj", "nsubjpass") or main.dep not in ("ROOT", "ccomp"):
        return None
    fronted = [c for c in s.all_children(main.i, "advcl") if c < i]
    who = s.child(fronted[-1], "nsubj", "nsubjpass") if fronted else None
    alone = who is not None and s.child(who, "conj") is None
    return who if alone and is_actor(s, who) and s.child(fronted[-1], "mark", "advmod") is not None else None


# What only states have.
STATELY = frozenset(
    {"parliament", "senate", "navy", "coast", "coastline", "airspace", "constitution", "currency", "economy", "border"}
)


def of_state(s: Sentence, i: int) -> int | None:
    """Whose parliament or border it is: of the only state named before: "backed Ghana after its parliament"."""
    if s.words[i].dep != "poss" or s.words[s.words[i].head].lemma not in STATELY:
        return None
    return sole_state(w for w in s.words[:i] if w.pos == "PROPN")


GROUPED = frozenset({"government", "country", "state", "ministry", "army", "party", "side", "company", "bank", "court"})
# What only those do who can act: no talks and no trade sign or host anything.
SIGNING = frozenset(
    {
        "sign",
        "ratify",
        "host",
        "invite",
        "recall",
        "repay",
        "buy",
        "sell",
        "vote",
        "sue",
        "expel",
        "pay",
        "hire",
        "fire",
    }
)


def of_appointing(s: Sentence, i: int) -> int | None:
    """Who appoints somebody has the office: "welcomes the appointment by Peru of X as its envoy"."""
    above = s.words[s.words[s.words[i].head].head]
    if s.words[i].dep != "poss" or above.lemma != "as":
        return None
    nouns = [w.i for w in s.words[: above.i] if w.lemma in APPOINTING and w.pos == "NOUN"]
    by = s.prep(nouns[-1], "by") if nouns else None
    agent = s.child(by, "pobj") if by is not None else None
    return agent if is_actor(s, agent) else None


def of_presented(s: Sentence, i: int) -> int | None:
    """Whose chair presents what is of a body: "the report of the Panel, presented by its Chair"."""
    by = s.words[s.words[s.words[i].head].head]
    deed = s.words[by.head]
    if s.words[i].dep != "poss" or by.dep != "agent" or deed.dep != "acl" or deed.tag != "VBN":
        return None
    of = s.prep(deed.head, "of")
    body = s.child(of, "pobj") if of is not None else None
    return body if is_actor(s, body) and body is not None and body < deed.i else None


def of_paper(s: Sentence, i: int) -> int | None:
    """What is ratified is the one paper named before: "asks Peru, in favour of a pact, to see to its ratification"."""
    if s.words[i].dep != "poss" or s.words[s.words[i].head].lemma not in ("implementation", "ratification"):
        return None
    papers = {w.name.name: w.i for w in s.words[:i] if w.name is not None and w.name.type is EntityType.AGREEMENT}
    return next(iter(papers.values())) if len(papers) == 1 else None


# What one does for another's cause, and for whose people.
BACKING = frozenset(
    {"support", "back", "endorse", "champion", "recognize", "recognise", "second", "facilitate", "respect", "assist"}
)
HOSTING = frozenset(
    {"host", "receive", "welcome", "train", "shelter", "release", "evacuate", "treat", "rescue", "accommodate", "help"}
)


def is_backed(s: Sentence, i: int) -> bool:
    """Whether "its" is of who thanks another for backing it: "thanked Peru for supporting its bid"."""
    noun = s.words[s.words[i].head]
    deed = s.words[noun.head]
    while deed.dep == "conj" and deed.tag == "VBG":
        deed = s.words[deed.head]
    prep = s.words[deed.head]
    prep = s.words[prep.head] if prep.dep == "conj" else prep
    thanks = s.words[prep.head]
    thanks = s.words[thanks.head] if thanks.dep in ("dobj", "pobj") else thanks
    own = s.words[noun.head].lemma
    cause = own in BACKING or (own in HOSTING and are_people(noun.lemma))
    told = s.words[i].tag == "PRP$" and noun.dep == "dobj" and s.words[noun.head].tag == "VBG" and cause
    return told and prep.lemma == "for" and thanks.lemma in cues()["verbs.praising"]


def is_of_secretary(s: Sentence, i: int) -> bool:
    """Whether "he" is who wrote a paper: "the report of the Secretary-General, in which he asked for help"."""
    clause = s.words[s.words[i].head]
    prep = s.child(clause.i, "prep")
    which = s.child(prep, "pobj") if prep is not None and prep < i else None
    if s.words[i].dep != "nsubj" or clause.dep != "relcl" or which is None or s.words[which].tag != "WDT":
        return False
    before = [w.text for w in s.words[:which] if w.text[:1].isupper() or w.text in ("-", "of")]
    return any(before[at : at + 4] == ["of", "Secretary", "-", "General"] for at in range(len(before)))
