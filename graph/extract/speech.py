"""Who says it: verbs of speech, "As X noted, …" and "According to X, …"."""

from graph.extract.arguments import Reader, stands_alone
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
        if word.dep in ("advcl", "ccomp", "parataxis") and is_speech(s, child):
            mark = s.child(child, "mark", "advmod")
            if (mark is None or s.words[mark].lemma != "as") and not is_aside(s, child):
                continue
            if says_its_own(s, child):
                continue
            agent = s.child(child, "agent")
            subject = s.child(agent, "pobj") if agent is not None else s.child(child, "nsubj")
        elif word.dep == "prep" and word.lemma == "accord":
            to = s.child(child, "prep")
            subject = s.child(to if to is not None else child, "pobj")
        else:
            continue
        if subject is not None and word.dep == "prep":
            subject = source_of(s, subject)
        found = [a for a in find_arguments(reader, s, subject) if stands_alone(a)] if subject is not None else []
        if not found and word.dep != "prep" and (source := unnamed_source(reader, s, child)):
            return source
        if not found and subject is not None and word.dep == "prep" and (source := as_source(reader, s, subject)):
            return source
        if found and (found[0].open or found[0].mention.type in SPEAKERS):
            told = tuple(a.mention for a in found if a.open or a.mention.type in SPEAKERS)
            reader.discourse.observe(told)
            return told
    return ()


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


def source_of(s: Sentence, source: int) -> int | None:
    """Who speaks in what "according to" names: itself, or whose statement it is; None where nothing speaks in it."""
    word = s.words[source]
    if word.name is None and word.lemma in MUTE:
        return None
    owner = s.child(source, "poss")
    behind = (s.child(p, "pobj") for p in s.all_children(source, "prep") if s.words[p].lemma in ("by", "of", "from"))
    told = word.name is None and word.lemma in cues()["nouns.sources"] | {"statement", "release", "communique"}
    return next((i for i in (owner, *behind) if told and i is not None and s.words[i].name is not None), source)
