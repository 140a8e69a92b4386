"""Who says it: verbs of speech, "As X noted, …" and "According to X, …"."""

from dataclasses import replace

from graph.extract.arguments import Argument, Reader, stands_alone
from graph.extract.cues import cues
from graph.extract.parse import Sentence
from graph.extract.phrases import find_arguments
from graph.extract.reports import as_source, unnamed_source
from graph.model import EntityType, Mention

SPEAKERS = (
    EntityType.PERSON,
    EntityType.ROLE,
    EntityType.ORGANIZATION,
    EntityType.COUNTRY,
    EntityType.GROUP,
    EntityType.EVENT,
    EntityType.AGREEMENT,
)


# Verbs of speech whose object hears what is said.
HEARD = ("tell", "remind", "notify", "assure", "inform", "warn", "caution")


def is_speech(s: Sentence, verb: int) -> bool:
    """Whether a verb reports what its subject says."""
    return s.words[verb].lemma in cues()["speech.verbs"]


# Verbs of those who write down what they have found out.
RECORDING = frozenset({"document", "record", "verify", "detail", "find", "register", "estimate"})


def is_recorded(s: Sentence, clause: int) -> bool:
    """Whether a clause tells who has found out what the sentence says: "as documented by X"."""
    marked = any(s.words[m].lemma == "as" for m in s.all_children(clause, "mark"))
    alone = s.child(clause, "agent", "nsubj") is not None and s.child(clause, "auxpass", "dobj", "ccomp") is None
    return s.words[clause].lemma in RECORDING and marked and alone and s.words[clause].tag in ("VBN", "VBD")


def is_aside(s: Sentence, verb: int) -> bool:
    """Whether who speaks is told between commas inside what is said: "Peru, diplomats said, has left".

    Who speaks may stand behind ("said diplomats"), and who is told of it too ("diplomats told the Council").
    """
    subject = s.child(verb, "nsubj")
    if subject is None or s.child(verb, "ccomp", "mark") is not None:
        return False
    if subject > verb:
        return s.words[verb - 1].text == ","
    hearer = s.child(verb, "dobj")
    if hearer is not None and s.words[verb].lemma != "tell":
        return False
    after = (s.subtree(hearer)[-1] if hearer is not None else verb) + 1
    return s.words[s.subtree(subject)[0] - 1].text == "," and (
        after == len(s.words) or s.words[after].text in (",", ".")
    )


def is_told_aside(s: Sentence, verb: int) -> bool:
    """Whether a clause between commas only tells who told whom what the sentence says: "as the nurses reminded me"."""
    led = any(s.words[m].lemma == "as" for m in s.all_children(verb, "mark"))
    told = s.words[verb].lemma in HEARD or not says_its_own(s, verb)  # "as X noted in Lima", not "as X announced cuts"
    return led and s.words[verb].dep == "advcl" and told and s.child(verb, "ccomp") is None


def says_its_own(s: Sentence, verb: int) -> bool:
    """Whether a verb of speech has what it says with it, none of it left to its sentence: "as X announced cuts"."""
    thing = s.child(verb, "dobj")
    told = thing is not None and s.words[thing].pos == "NOUN" and s.words[verb].lemma not in HEARD
    answered = s.words[verb].lemma in ("respond", "reply") and s.prep(verb, "to") is not None
    return told or answered or s.child(verb, "ccomp") is not None


def find_reported_speakers(reader: Reader, s: Sentence, root: int) -> tuple[Mention, ...]:
    """The speakers whom an adverbial clause or phrase names for the whole sentence."""
    for child in s.children[root]:
        word = s.words[child]
        if word.dep in ("advcl", "ccomp", "parataxis") and (is_speech(s, child) or is_recorded(s, child)):
            mark = s.child(child, "mark", "advmod")
            if (mark is None or s.words[mark].lemma != "as") and not is_aside(s, child):
                continue
            if says_its_own(s, child):
                continue
            agent = s.child(child, "agent")
            if agent is not None and child > root and s.words[root].lemma in cues()["verbs.judging"]:
                continue  # "condemns the transfer, as reported by X": X reports the transfer
            subject = s.child(agent, "pobj") if agent is not None else s.child(child, "nsubj")
            if subject is None and s.words[child].tag == "VBN":  # "their ties, as expressed in the pact"
                continue
        elif word.dep == "prep" and word.lemma == "accord":
            to = s.child(child, "prep")
            subject = s.child(to if to is not None else child, "pobj")
        else:
            continue
        if subject is not None and word.dep == "prep":
            subject = source_of(s, subject)
        told = [as_body(s, a) for a in find_arguments(reader, s, subject)] if subject is not None else []
        found = [a for a in told if may_speak(a)]
        mute = not found or not (found[0].open or found[0].mention.type in SPEAKERS)
        if not found and word.dep != "prep" and (source := unnamed_source(reader, s, child)):
            return source
        if mute and subject is not None and word.dep == "prep" and (source := as_source(reader, s, subject)):
            return source
        if not mute:
            speakers = tuple(a.mention for a in found if a.open or a.mention.type in SPEAKERS)
            reader.discourse.observe(speakers)
            return speakers
    return ()


def is_source(s: Sentence, noun: int, clause: int) -> bool:
    """Whether a clause tells of what only leads to who says a sentence: "according to figures published by X"."""
    to = s.words[s.words[noun].head]
    by = s.words[to.head] if to.lemma == "to" else to
    pointed = s.words[noun].dep == "pobj" and by.lemma == "accord"
    return pointed and s.words[noun].pos == "NOUN" and s.words[clause].dep == "acl"


def as_body(s: Sentence, argument: Argument) -> Argument:
    """An argument as a body where capitals stand behind a noun for one: "Kenya's statistics office KNBS"."""
    kinds = (s.words[c].lemma for c in s.all_children(argument.head, "compound"))
    body = s.words[argument.head].text.isupper() and not cues()["nouns.bodies"].isdisjoint(kinds)
    return replace(argument, mention=replace(argument.mention, type=EntityType.ORGANIZATION)) if body else argument


def may_speak(argument: Argument) -> bool:
    """Whether an argument tells who speaks: what stands alone, or a body with a name in it, "Kenya's treasury KRA"."""
    named = argument.mention.found_by == "named phrase" and argument.mention.type is EntityType.ORGANIZATION
    return stands_alone(argument) or named


# What nobody says: how a thing is done "according to plan".
MUTE = (
    "plan",
    "rule",
    "law",
    "schedule",
    "principle",
    "standard",
    "need",
    "custom",
    "tradition",
    "procedure",
    "criterion",
)


# What tells a thing by whose it is: "figures from the Department of Trade".
RECORDS = frozenset(
    {"statement", "release", "communique", "figure", "datum", "data", "estimate", "statistic", "record"}
)


def source_of(s: Sentence, source: int) -> int | None:
    """Who speaks in what "according to" names: itself, or whose statement it is; None where nothing speaks in it."""
    word = s.words[source]
    if word.name is None and word.lemma in MUTE:
        return None
    owner = s.child(source, "poss")
    behind = (s.child(p, "pobj") for p in s.all_children(source, "prep") if s.words[p].lemma in ("by", "of", "from"))
    told = word.name is None and word.lemma in cues()["nouns.sources"] | RECORDS
    agents = (s.child(c, "agent") for c in s.all_children(source, "acl"))  # "figures published by Eurostat"
    by = (s.child(a, "pobj") for a in agents if a is not None)
    makers = s.all_children(source, "compound")  # "Eurostat figures"
    whose = (owner, *behind, *by, *makers)
    return next((i for i in whose if told and i is not None and is_known(s, i)), source)


def is_known(s: Sentence, noun: int) -> bool:
    """Whether a noun is the name of somebody who may speak."""
    word = s.words[noun]
    return word.name.type in SPEAKERS if word.name is not None else word.pos == "PROPN" and word.label == "ORG"
