"""Things inside phrases: "the future of the Suez Canal" speaks of the Suez Canal, so that a reader finds it there."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from graph.extract.arguments import Reader
from graph.extract.cues import cues
from graph.extract.discourse import PHRASES
from graph.extract.gazetteer import Entry, plain
from graph.extract.noun_phrases import text_of
from graph.extract.parse import Sentence
from graph.extract.phrases import find_arguments
from graph.extract.prepositions import ACTORS, PLACES
from graph.extract.relative_times import MONTHS
from graph.model import EntityType, Extraction, Mention, Span

# What a phrase tells of the thing in it: "farmers of Peru" belong to it, "the reach of a treaty" concerns it.
CONCERNS, BELONGS = "concerns", "belongsTo"
DIVISIONS = ("Article", "Chapter", "Section", "Part", "Annex", "Paragraph", "Title", "Protocol")
# What phrases are about, and the prepositions behind which that stands.
TOPICS = (EntityType.AGREEMENT, EntityType.INITIATIVE, EntityType.EVENT, EntityType.CONCEPT)
TOPICAL = ("of", "in", "on", "for", "about", "regarding", "against", "across", "over")
OF_COURSE = (
    *("people", "citizen", "population", "leader", "resident", "inhabitant", "civilian", "child", "man", "woman"),
    *("family", "youth", "student", "worker"),
)
STATES = ("country", "member", "state", "nation")  # right behind a name they say no more than it: "NATO countries"
# Nouns that say no more than that somebody has to do with a thing: "our role in the Decade".
SHARE_IN = ("role", "part", "partnership", "participation", "membership", "engagement", "leadership", "place", "seat")
HELD_BY = ("of", "from", "in", "at", "within", "with", "under", "and", "or")  # prepositions of whom members belong to
OF_PLACES = ("of", "and", "or")  # who is in a country, or has left it, need not be of it
AGES = ("aftermath", "era", "eve", "wake", "anniversary", "beginning", "opening", "outbreak", "end", "day")
MEMBERS = (EntityType.GROUP, EntityType.ROLE, EntityType.PERSON)
RULE = "inside"
NAMED = ("gazetteer", "head", "acronym", "alias", "demonym", "title")  # how what has a name of its own is found
CERTAINTY = 0.75
# How a noun stands inside a phrase whose head is another one.
BEHIND = ("pobj", "poss", "dobj", "compound", "nmod", "amod")


def find_inside(reader: Reader, s: Sentence, told: Iterable[Extraction]) -> Iterator[Extraction]:
    """What the phrases of extractions name inside them, each once: (phrase, concerns or belongsTo, thing)."""
    cut = replace(reader, cut=True)
    told = tuple(told)
    # "met the goals of X" tells of X already.
    seen = {(e.subject.name, e.object.name) for e in told if isinstance(e.object, Mention)}
    for extraction in told:
        for phrase in (extraction.subject, extraction.object):
            if not isinstance(phrase, Mention) or phrase.found_by not in PHRASES:
                continue
            for i, thing in find_things(cut, s, phrase):
                pairs = {(phrase.name, thing.name), (extraction.subject.name, thing.name)}
                if is_no_topic(s, i, phrase, thing) or is_torn(s, thing):
                    continue
                if pairs & seen or plain(thing.name) in (plain(extraction.subject.name), plain(phrase.name)):
                    continue
                seen.add((phrase.name, thing.name))
                belonging = belongs(s, phrase, i, thing)
                if is_division(phrase, thing) or (not belonging and not is_topic(s, phrase, i, thing)):
                    continue
                before = s.words[i].head
                behind = s.words[i].dep == "pobj"
                yield Extraction(
                    subject=phrase,
                    predicate=text_of(s, [before]) if behind else "",
                    relation=BELONGS if belonging else CONCERNS,
                    object=thing,
                    sentence=extraction.sentence,
                    rule=RULE,
                    speaker=extraction.speaker,
                    confidence=CERTAINTY,
                )


def is_division(phrase: Mention, thing: Mention) -> bool:
    """Whether a phrase names a part of a paper, which says itself of which: "Article 5 of the Lima Treaty"."""
    return thing.type is EntityType.AGREEMENT and phrase.name.split()[0] in DIVISIONS


def belongs(s: Sentence, phrase: Mention, i: int, thing: Mention) -> bool:
    """Whether a phrase is of those who belong to the thing at word i: its farmers do, its neighbours do not."""
    holder = s.words[s.words[i].head]
    apart = s.words[i].dep == "poss" and (
        holder.lemma in cues()["nouns.beside"]
        or any(w.text.lower().startswith("neighbo") for w in s.words[i : holder.i])
    )
    own = phrase.type is EntityType.EVENT and thing.type is EntityType.ORGANIZATION and holder.lemma == "of"
    if own and s.words[holder.head].head not in run_of(s, phrase):
        return True  # "the 78th session of the Council"
    behind = s.words[i].dep == "pobj"  # an ambassador belongs not to where, or for whom, he is sent
    apart = apart or (behind and holder.lemma not in (OF_PLACES if thing.type in PLACES else HELD_BY))
    one = s.words[i].dep != "conj" and s.child(i, "conj") is None  # the governments of several belong to none of them
    # the people of a state are its own
    known = holder.lemma in (*OF_COURSE, *STATES) or s.words[holder.head].lemma in OF_COURSE
    return phrase.type in MEMBERS and one and not apart and not known and not in_clause(s, phrase, i)


def is_topic(s: Sentence, phrase: Mention, i: int, thing: Mention) -> bool:
    """Whether a phrase is about the thing at word i, right behind its head: "the universal reach of the Lima Treaty".

    Whom a group knows it is not about, of an actor it is the deed or the property ("the orders of the court"), and that
    peace in a country concerns the country goes without saying.
    """
    first = i
    while s.words[first].dep == "conj":
        first = s.words[first].head
    before = s.words[s.words[first].head]
    deed = s.words[first].dep in ("compound", "nmod") and before.lemma in cues().nominals  # "BRICS cooperation"
    deed = deed and phrase.type is not EntityType.EVENT  # that "the EU summit" is the EU's goes without saying
    if s.words[before.head].lemma in (*AGES, *SHARE_IN) or before.lemma in SHARE_IN:
        return False
    if phrase.type in MEMBERS or not (thing.type in TOPICS or (deed and thing.type is EntityType.ORGANIZATION)):
        return False
    if s.words[first].dep in ("compound", "nmod"):
        return before.head not in run_of(s, phrase)
    head = s.words[before.head]
    topical = s.words[first].dep == "pobj" and before.lemma in TOPICAL
    return topical and head.pos in ("NOUN", "PROPN") and head.head not in run_of(s, phrase)


def is_torn(s: Sentence, thing: Mention) -> bool:
    """Whether a thing inside a phrase is a piece of a longer name: "Veterans Affairs", "OECD/G20 Framework"."""
    run = s.words_of(thing.span)
    if run is None:
        return False
    before, behind = s.text[: s.words[run[0]].start], s.words[run[1] : run[1] + 1]
    goes_on = thing.found_by not in NAMED and any(w.pos == "PROPN" and w.text[:1].isupper() for w in behind)
    return before.endswith("/") or goes_on


CURRENCIES = ("dollar", "dollars", "usd", "euro", "euros", "pound", "pounds", "yen", "yuan")


def is_no_topic(s: Sentence, i: int, phrase: Mention, thing: Mention) -> bool:
    """Whether a thing inside a phrase is not what it speaks of: who did it, when, in which money, or one of several.

    "decision by X", "supply in July", "2 million US dollars", "X and Y", "Envoy of the Secretary-General".
    """
    above = s.words[s.words[i].head]
    by = above.lemma == "by" and s.words[above.head].pos != "VERB"  # "areas hit by X" are so because of X
    doer = s.words[i].dep == "pobj" and (by or above.lemma in ("until", "since", "during", "at"))
    dated = s.words[i].label in ("DATE", "TIME") or thing.name.lower() in MONTHS
    money = i + 1 < len(s.words) and s.words[i + 1].text.lower() in CURRENCIES
    several = phrase.name.startswith(f"{thing.name} and ") or thing.name == "State"  # "Heads of State"
    acting = s.words[i].dep == "poss" and above.lemma in cues().nominals  # "Peru's backing for X" is Peru's deed
    giver = s.words[above.head]
    giving = giver.lemma in cues().nominals or giver.lemma in cues()["nouns.light"]
    reached = s.words[i].dep == "pobj" and above.lemma == "to" and giver.pos == "NOUN" and not giving
    office = phrase.type is EntityType.ROLE and thing.type is EntityType.ROLE
    titled = phrase.type in (EntityType.PERSON, EntityType.ROLE) and thing.found_by not in NAMED
    titled = titled or (phrase.type in MEMBERS and phrase.name.endswith(thing.name) and thing.type is EntityType.PERSON)
    office = office or titled or (phrase.type is EntityType.PERSON and thing.type not in ACTORS)  # "Secretary of X Y"
    return doer or dated or money or several or office or acting or reached or "$" in phrase.name


def find_things(reader: Reader, s: Sentence, phrase: Mention) -> Iterator[tuple[int, Mention]]:
    """The names and phrases that stand inside a phrase below its head, each with the word by which it hangs there."""
    run = run_of(s, phrase)
    for i in run:
        word = s.words[i]
        if word.dep not in BEHIND or word.head not in run or word.tag == "PRP$":
            continue
        light = word.dep == "poss" and s.words[word.head].lemma in cues()["nouns.light"]  # "Peru's concern"
        if light:
            continue
        if word.dep in ("compound", "nmod", "amod"):
            entry = word.name.entry if word.name is not None and word.name.found_by != "demonym" else None
            if entry is not None and not is_attributive(s.text[word.start : word.end], entry):
                yield i, reader.discourse.mention_of(s, i, entry.name, entry.type)
            continue
        for argument in find_arguments(reader, s, i):
            thing = argument.mention
            years = thing.name.replace("–", "").replace("-", "").isdigit()  # "the strategy for 2024–2028"
            if within(thing.span, phrase) and thing.found_by != "pronoun" and not years:
                yield i, thing


def is_attributive(text: str, entry: Entry) -> bool:
    """Whether a name stands for its adjective: "U.S. aid" and "Pacific trade" say as little as "Russian troops"."""
    short = text.isupper() or "." in text
    return entry.type is EntityType.REGION or (entry.type is EntityType.COUNTRY and short)


def in_clause(s: Sentence, phrase: Mention, i: int) -> bool:
    """Whether a word stands behind a verb in a phrase: in "partners that fund Peru" nobody belongs to Peru."""
    return any(w.pos in ("VERB", "AUX") and within(s.span_of(w.i, w.i), phrase) for w in s.words[:i] if w.start < w.end)


def run_of(s: Sentence, phrase: Mention) -> range:
    """The words of a phrase; none where it stands in another sentence."""
    return range(*(s.words_of(phrase.span) or (0, 0)))


def within(span: Span, phrase: Mention) -> bool:
    """Whether characters lie inside a phrase."""
    return phrase.span.start <= span.start and span.end <= phrase.span.end
