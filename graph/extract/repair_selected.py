"""Mends in a parse: phrases that a noun asks for by its preposition, which the parser hangs on the verb."""

from dataclasses import replace

from graph.extract.cues import cues
from graph.extract.relative_times import MONTHS, WEEKDAYS
from graph.extract.trees import Words, child_of, hang, is_led_by, where

# By preposition, the nouns that mean little without what stands behind it: "sanctions on X", "a stake in X".
ASKING = {
    "on": frozenset(
        {"sanction", "tariff", "duty", "tax", "restriction", "ban", "embargo", "limit", "pressure", "control", "levy"}
        | {"moratorium", "curb", "quota", "cap", "penalty", "toll", "blockade", "fine", "fee", "measure"}
    ),
    "in": frozenset({"stake", "share", "interest"}),
    "to": frozenset({"party", "signatory", "title", "entitlement"}),
    "with": frozenset({"compliance", "conformity", "consistency"}),
}
# Nouns for harm that somebody does to somebody: "the shelling of X by Y, which killed Z".
HARM = ("shelling", "bombing", "bombardment", "killing", "raid", "attack", "strike", "airstrike", "massacre", "assault")


@where(tuple(ASKING), ("dobj", "pobj"))
def mend_asked_phrases(words: Words) -> Words:
    """A phrase right behind a noun that asks for it is the noun's: "will impose sanctions on officials"."""
    for prep in words[2:]:
        noun = words[prep.i - 1]
        asked = prep.dep == "prep" and noun.lemma in ASKING.get(prep.text, ()) and noun.pos == "NOUN"
        those = prep.i + 1 < len(words) and words[prep.i + 1].text in ("those", "it", "them")
        if not asked or those or prep.head == noun.i or noun.dep not in ("dobj", "pobj", "nsubjpass"):
            continue
        verb = noun.head if noun.dep == "dobj" else words[noun.head].head
        if prep.head == verb:
            hang(words, prep.i, noun.i, "prep")
    return words


@where("agent", "acl", ("against", "on"))
def mend_victims_of_deeds(words: Words) -> Words:
    """Against whom is told of what is carried out, not of who does it: "attacks carried out by rebels against X"."""
    for prep in words[4:]:
        doer = words[prep.head]
        by = words[doer.head]
        done = words[by.head]
        deed = words[done.head]
        chain = doer.dep == "pobj" and by.dep == "agent" and done.dep == "acl" and deed.lemma in HARM
        if prep.text in ("against", "on") and prep.dep == "prep" and chain and doer.i < prep.i:
            hang(words, prep.i, done.i, "prep")
    return words


@where("nsubj", ("in", "at"), ("VBD", "VBZ"))
def mend_places_of_speakers(words: Words) -> Words:
    """Where somebody says a thing is told of the saying: "“…,” said Reiss in Paris"."""
    for prep in words[2:]:
        speaker = words[prep.head]
        verb = words[speaker.head]
        behind = speaker.dep == "nsubj" and speaker.pos == "PROPN" and verb.i < speaker.i < prep.i
        if prep.dep == "prep" and prep.text in ("in", "at") and behind and verb.lemma in cues()["speech.verbs"]:
            hang(words, prep.i, verb.i, "prep")
    return words


@where("which", "relcl", ("on", "in", "of"))
def mend_clauses_told(words: Words) -> Words:
    """A "which" behind a date is no date: it is the paper before it, or what the clause tells, which has no name."""
    for clause in words[4:]:
        day = words[clause.head]
        prep = words[day.head]
        which = is_led_by(words, clause, "which")
        dated = day.dep == "pobj" and (day.label in ("DATE", "TIME") or day.text.lower() in WEEKDAYS)
        if clause.dep != "relcl" or not which or not dated or prep.dep != "prep":
            continue
        above = words[prep.head]
        thing = child_of(words, above.i, "dobj", start=above.i, end=prep.i)
        dated_paper = above.pos == "PROPN" and prep.text == "of"  # "the Accords of 3 May, which ended X"
        thing = above if above.pos == "NOUN" or dated_paper else thing
        if thing is not None and (thing.pos == "NOUN" or dated_paper):
            hang(words, clause.i, thing.i, "relcl")
        else:
            hang(words, clause.i, above.i, "dep")
    return words


@where("npadvmod", "nsubj", ("VBD", "VBZ"))
def mend_bearers_as_measures(words: Words) -> Words:
    """A person before a comma and an office is who acts: "Amina Juma, the UN envoy for Uganda, praised Peru"."""
    for person in words[:-4]:
        verb = words[person.head]
        office = child_of(words, verb.i, "nsubj", start=person.i, end=verb.i)
        proper = person.dep == "npadvmod" and person.pos == "PROPN" and person.i < 3
        if not proper or office is None or words[person.i + 1].text != "," or words[verb.i - 1].text != ",":
            continue
        if office.pos == "NOUN" and any(w.head == office.i and w.text in ("the", "a", "an") for w in words):
            hang(words, person.i, verb.i, "nsubj")
            hang(words, office.i, person.i, "appos")
    return words


@where("compound", ("In", "in"))
def mend_months_before_subjects(words: Words) -> Words:
    """A month behind "In" at the beginning is when, not what: "In April talks resumed"."""
    first, month = words[0], words[1] if len(words) > 1 else words[0]
    noun = words[month.head]
    verb = words[noun.head]
    led = first.text == "In" and month.text.lower() in MONTHS and month.dep == "compound" and noun.i == 2
    if led and noun.dep == "nsubj" and verb.i == 3:
        words[1] = replace(month, head=0, dep="pobj")
        words[0] = replace(first, head=verb.i, dep="prep")
    return words


# What is done to a thing and to no country: "the programme in Libya, which is implemented by Italy".
DONE_TO_THINGS = (
    "implement",
    "build",
    "construct",
    "finance",
    "fund",
    "operate",
    "launch",
    "manage",
    "complete",
    "execute",
    "host",
    "organize",
    "organise",
    "convene",
    "chair",
    "co-host",
    "cohost",
    "co-organize",
    "co-chair",
)


@where("which", "relcl", "auxpass", "pobj")
def mend_things_in_places(words: Words) -> Words:
    """A "which" that is built or implemented is a thing, not the land where it is."""
    for clause in words[4:]:
        place = words[clause.head]
        prep = words[place.head]
        thing = words[prep.head]
        which = is_led_by(words, clause, "which")
        done = clause.dep == "relcl" and clause.tag == "VBN" and clause.lemma in DONE_TO_THINGS and which
        land = place.dep == "pobj" and place.pos == "PROPN" and prep.text in ("in", "at", "near")
        if done and land and thing.pos == "NOUN" and thing.i < prep.i:
            hang(words, clause.i, thing.i, "relcl")
    return words


HOLDING = ("hold", "keep", "find", "declare")


@where(HOLDING, "ccomp", "JJ")
def mend_states_of_objects(words: Words) -> Words:
    """In what state somebody is held is told behind the object: "hold the perpetrators accountable"."""
    for state in words[2:]:
        verb = words[state.head]
        who = child_of(words, state.i, "nsubj", start=verb.i + 1, end=state.i)
        bare = state.dep == "ccomp" and state.pos == "ADJ" and verb.lemma in HOLDING
        if who is not None and bare and not any(w.head == state.i and w.dep in ("cop", "aux", "mark") for w in words):
            hang(words, who.i, verb.i, "dobj")
            hang(words, state.i, verb.i, "oprd")
    return words
