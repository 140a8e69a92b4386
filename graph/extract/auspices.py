"""Who leads or helps what a clause tells, by a noun: "under the leadership of X", "with the help of X"."""

from collections.abc import Iterator
from dataclasses import replace

from graph.extract.arguments import Argument, Reader, actors, is_named
from graph.extract.emission import emit
from graph.extract.frames import CLAUSE_TAGS, Frame, find_polarity, is_infinitive
from graph.extract.parse import Sentence, Word
from graph.extract.phrases import find_arguments
from graph.extract.prepositions import ACTORS
from graph.model import EntityType, Extraction, Modality, Polarity

LEADING = frozenset(
    {"leadership", "chairmanship", "chairpersonship", "presidency", "command", "direction", "chairwomanship"}
    | {"chair", "co-chairmanship", "headship", "stewardship"}
)
HELPING = frozenset({"help", "support", "assistance", "aid", "backing"})
FUNDING = frozenset({"loan", "grant", "credit", "funding", "financing"})  # "built it with a loan from X"
# Those who have one that leads them, by their common nouns.
BODIES = frozenset({"government", "cabinet", "party", "coalition", "alliance", "delegation", "mission", "team", "army"})
BODIES |= {"council", "committee", "commission", "movement", "force", "panel"}
LONGEST = 14  # words of what somebody is helped in
COURTESY = ("people", "person", "government", "nation")
SPEAKING = ("speak", "say", "state")
AHEAD = ("will", "shall", "would", "should", "may", "might", "could", "can", "must")


def find_auspices(reader: Reader, s: Sentence, noun: int) -> Iterator[Extraction]:
    """Who leads or helps, or for whom somebody acts, where "of" or "from" behind the noun tells it."""
    word, prep = s.words[noun], s.words[s.words[noun].head]
    leads = word.lemma in LEADING and prep.lemma.lower() == "under"
    helps = word.lemma in HELPING | FUNDING and prep.lemma.lower() in ("with", "through")
    stands_in = word.lemma == "behalf" and prep.lemma.lower() in ("on", "in")
    if reader.open or word.dep != "pobj" or not (leads or helps or stands_in):
        return
    of = next((p for p in s.all_children(noun, "prep") if s.words[p].lemma in ("of", "from")), None)
    who = s.child(of, "pobj") if of is not None else s.child(noun, "poss")
    found = find_arguments(reader, s, who) if who is not None else []
    doers = tuple(a for a in actors(found) if is_named(a) or a.mention.type is EntityType.ROLE)
    if of is not None and stands_in:
        yield from standing_in(reader, s, noun, of, found)
        return
    if not doers or of is None:
        return
    for extraction in (led if leads else helped)(reader, s, noun, of, doers):
        # By its own words, "help of", it would say the reverse.
        if helps and extraction.relation.startswith("help"):
            yield replace(extraction, predicate=f"helped{extraction.relation.removeprefix('help')}")  # " to build"
        else:
            yield replace(extraction, predicate="leads" if leads else "funded")


def led(reader: Reader, s: Sentence, noun: int, of: int, doers: tuple[Argument, ...]) -> Iterator[Extraction]:
    """Who leads the body right before "under": "the G20, under the presidency of X"; whom one meets under chairs it."""
    prep = s.words[noun].head
    before = prep - 1 if s.words[prep - 1].text != "," else prep - 2
    fronted = subject_of(s, s.words[prep].head) if not prep and s.words[prep].dep == "prep" else None
    body = s.words[before] if before >= 0 else s.words[fronted if fronted is not None else prep]
    known = body.name is not None and body.name.type is EntityType.ORGANIZATION
    known = known or body.label == "ORG" or body.lemma.lower() in BODIES
    if known and body.pos in ("NOUN", "PROPN"):
        frame = Frame(subjects=doers, rule="nominal", certainty=0.85)
        yield from emit(s, frame, ["lead"], (noun, of), find_arguments(reader, s, body.i)[:1])


def helped(reader: Reader, s: Sentence, noun: int, of: int, doers: tuple[Argument, ...]) -> Iterator[Extraction]:
    """Who helps the one who does a thing: "with the help of X, Y built Z", "Z was built by Y with the help of X"."""
    verb = deed_above(s, noun)
    agent = s.child(verb.i, "agent")
    subject = s.child(agent, "pobj") if agent is not None else None
    subject = subject_of(s, verb.i) if verb.pos in CLAUSE_TAGS and subject is None else subject
    asked = asked_to_do(s, verb.i, noun)
    subject = asked if asked is not None else subject
    if subject is None or find_polarity(s, verb.i, Polarity.AFFIRMED) is Polarity.NEGATED:
        return
    if is_open_clause(s, verb.i) or is_infinitive(s, verb.i):
        return
    ahead = asked is not None or any(s.words[a].lemma in AHEAD for a in s.all_children(verb.i, "aux"))
    frame = Frame(
        subjects=doers,
        rule="nominal",
        certainty=0.85,
        modality=Modality.PLANNED if ahead else Modality.ASSERTED,
    )
    thing = s.child(verb.i, "nsubjpass", "dobj") if s.words[noun].lemma in FUNDING and asked is None else None
    if thing is not None:
        things = [a for a in find_arguments(reader, s, thing) if a.mention.found_by != "pronoun"]
        yield from emit(s, frame, ["fund"], (noun, of), things)
        return
    if agent is None and asked is None and s.child(verb.i, "auxpass") is not None:  # "was built with the help of X"
        things = [a for a in find_arguments(reader, s, subject) if a.mention.found_by != "pronoun"]
        yield from emit(s, frame, ["help", "to", verb.lemma], (noun, of), things)
        return
    found = [a for a in actors(find_arguments(reader, s, subject)) if is_known(a)]
    for extraction in emit(s, frame, ["help"], (noun, of), found):
        yield replace(extraction, detail=extraction.detail or deed_told(s, verb.i))


def deed_told(s: Sentence, verb: int) -> str:
    """In what somebody is helped, in the words of the clause: "vaccinated two million children"; or nothing."""
    thing = s.child(verb, "dobj")
    if thing is None or thing < verb or s.words[thing].pos == "PRON":
        return ""
    run = s.subtree(thing)
    clause = next((s.subtree(c)[0] for c in s.all_children(thing, "relcl", "acl") if c > thing), len(s.words))
    last = max(i for i in run if i < clause and (i == thing or s.words[i].text != ","))
    return s.text[s.words[verb].start : s.words[last].end] if last - verb <= LONGEST else ""


def deed_above(s: Sentence, noun: int) -> Word:
    """The verb that a phrase between commas tells of: "X, with the help of Y, built Z"."""
    above = s.words[s.words[s.words[noun].head].head]
    on = s.words[above.head]  # "calls on X, with the help of Y, to build Z"
    if above.dep == "pobj" and on.lemma in ("on", "upon"):
        return s.words[on.head]
    return s.words[above.head] if above.dep == "nsubj" else above


def standing_in(reader: Reader, s: Sentence, noun: int, of: int, held: list[Argument]) -> Iterator[Extraction]:
    """For whom somebody acts: "X presented the draft on behalf of Y", "speaking on behalf of Y, X said"."""
    verb = deed_above(s, noun)
    agent = s.child(verb.i, "agent")
    subject = s.child(agent, "pobj") if agent is not None else subject_of(s, verb.i)
    if subject is None and verb.dep == "advcl" and verb.tag == "VBG":
        subject = subject_of(s, verb.head)
    passive = agent is None and s.child(verb.i, "auxpass") is not None
    if subject is None or passive or is_open_clause(s, verb.i) or verb.pos not in CLAUSE_TAGS:
        return
    denied = find_polarity(s, verb.i, Polarity.AFFIRMED) is Polarity.NEGATED
    ahead = any(s.words[a].lemma in AHEAD for a in s.all_children(verb.i, "aux")) or is_infinitive(s, verb.i)
    doers = tuple(a for a in actors(find_arguments(reader, s, subject)) if is_named(a))
    if denied or ahead or not doers:
        return
    frame = Frame(subjects=doers, rule="nominal", certainty=0.85)
    told = [a for a in held if a.mention.type in ACTORS and a.mention.type is not EntityType.PERSON]
    told = [a for a in told if is_named(a) or " " in a.mention.name]  # no bare "people"
    told = [a for a in told if s.words[a.head].lemma not in COURTESY]  # condolences are sent for a whole people
    path = [verb.lemma if verb.lemma in SPEAKING else "act", "on", "behalf", "of"]
    for extraction in emit(s, frame, path, (s.words[noun].head, noun, of), told):
        yield replace(extraction, predicate=f"{'spoke' if path[0] != 'act' else 'acted'} on behalf of")


def is_known(argument: Argument) -> bool:
    """Whether one can tell who is helped: by a name, as a group, or by whose it is, "Malawi's health ministry"."""
    told = argument.mention
    return is_named(argument) or told.type is EntityType.GROUP or told.found_by == "named phrase"


def asked_to_do(s: Sentence, verb: int, noun: int) -> int | None:
    """Who is helped between an object and its infinitive: "urged X, with the help of Y, to do it"; or None."""
    deed = next((c for c in s.all_children(verb, "xcomp", "ccomp", "advcl") if c > noun and is_infinitive(s, c)), None)
    if deed is None:
        return None
    who = s.child(deed, "nsubj")
    on = next((p for p in s.all_children(verb, "prep") if s.words[p].lemma in ("on", "upon") and p < noun), verb)
    who = who if who is not None else s.child(verb, "dobj") if on == verb else s.child(on, "pobj")
    return who if who is not None and verb < who < noun else None


def subject_of(s: Sentence, verb: int) -> int | None:
    """The subject of a verb: its own, that of the verb before "and", or the noun that a participle stands behind."""
    word = s.words[verb]
    own = s.child(verb, "nsubj", "nsubjpass")
    if own is not None:
        return own if s.words[own].tag not in ("WDT", "WP") else word.head if word.dep == "relcl" else None
    if word.dep == "conj" and s.words[word.head].pos in CLAUSE_TAGS:
        return subject_of(s, word.head)
    return word.head if word.dep == "acl" and word.tag in ("VBG", "VBN") else None


def is_open_clause(s: Sentence, verb: int) -> bool:
    """Whether a clause tells a condition, or what is only wanted: "if X meets under the chairmanship of Y"."""
    mark = s.child(verb, "mark")
    return mark is not None and s.words[mark].lemma.lower() in ("if", "unless", "whether", "until", "once")
