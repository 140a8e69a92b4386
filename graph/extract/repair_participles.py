"""Mends in a parse: whose deed a participle is: of the noun before it, or of who speaks."""

from dataclasses import replace

from graph.extract.cues import cues
from graph.extract.parse import Word
from graph.extract.repair_lists import verb_above
from graph.extract.trees import NOUNS, Words, child_of, hand_over, hang, last_of, where
from graph.model import EntityType

QUOTES = ('"', "“", "‘", "'")
PATHS = (
    *("spend", "begin", "start", "open", "end", "close", "finish", "continue", "keep", "stop", "go", "come", "leave"),
    *("arrive", "return", "travel", "stand", "sit", "lie", "live", "die", "work", "remain", "meet", "speak", "be"),
)
# What the subject does it with, in saying it, or what comes of it, also without a comma.
THE_SUBJECTS = frozenset(
    {"use", "utilize", "utilise", "act", "work", "include", "follow", "emphasize", "emphasise", "stress", "underscore"}
    | {
        "highlight",
        "underline",
        "say",
        "add",
        "kill",
        "wound",
        "injure",
        "displace",
        "strand",
        "leave",
        "force",
        "cause",
    }
    | {
        "prompt",
        "trigger",
        "raise",
        "bring",
        "make",
        "destroy",
        "damage",
        "push",
        "drive",
        "send",
        "cut",
        "end",
        "help",
    }
)
PLACING = ("in", "at", "on", "across", "from", "around", "throughout", "near", "within", "over")


@where("VBG", "advcl", ("dobj", "pobj"))
def mend_participles_behind_nouns(words: Words) -> Words:
    """A participle right behind a noun, without a comma, tells of that: "invested in groups addressing X"."""
    for form in words[3:]:
        verb, before = words[form.head], words[form.i - 1]
        behind = form.dep == "advcl" and form.tag == "VBG" and verb.i < form.i - 1 and verb.pos == "VERB"
        if not behind or not (before.pos in NOUNS or before.label == "DATE") or verb.lemma in PATHS:
            continue
        own = child_of(words, form.i, "mark", "prep", "nsubj", "aux", "neg", end=form.i)
        if form.lemma in THE_SUBJECTS or own is not None or child_of(words, verb.i, "auxpass") is not None:
            continue
        noun = noun_told_of(words, before, verb)
        living = noun is not None and noun.name is not None and noun.name.type is not EntityType.AGREEMENT
        if noun is None or living or noun.label in ("PERSON", "GPE", "DATE") or noun.pos not in ("NOUN", "PROPN"):
            continue
        if verb.i < noun.i:
            hang(words, form.i, noun.i, "acl")
    return words


def noun_told_of(words: Words, last: Word, verb: Word) -> Word | None:
    """The noun that what stands behind a phrase tells of: no day, no place, but what is then or there."""
    thing = child_of(words, verb.i, "dobj", start=verb.i, end=last.i + 1)
    while last.dep in ("compound", "nummod", "det") and words[last.head].i > verb.i:
        last = words[last.head]
    if last.label in ("DATE", "TIME") or last.dep in ("npadvmod", "advmod"):
        return thing
    prep = words[last.head]
    if last.dep == "pobj" and prep.text in PLACING:
        before, above = words[prep.i - 1], words[prep.head]
        last = above if above.pos in NOUNS else before if before.pos == "NOUN" else verb
    return last if last.i != verb.i else thing


@where("VBG", ("acl", "advcl"), ",")
def mend_spoken_participles(words: Words) -> Words:
    """What is said behind a comma the speaker says, and no noun before it: "backs ties with Peru, recognizing X".

    What is "thereby" done is done by the deed of the sentence: "drives efforts to build X, thereby cutting Y".
    """
    for form in words[4:]:
        above, before = words[form.head], words[form.i - 1]
        spoken = form.dep == "acl" and form.lemma in cues()["speech.performing"] and before.text == ","
        thereby = before.text in ("thereby", "thus", "hence") and above.dep == "acl" and above.tag == "VB"
        if form.tag != "VBG" or above.i > form.i or not (spoken or thereby):
            continue
        held = words[above.head] if thereby else above
        verb = words[verb_above(words, held.i)]
        told = held.dep in ("pobj", "dobj", "conj") and verb.pos == "VERB" and verb.i < held.i
        if told and child_of(words, verb.i, "auxpass") is None:
            hang(words, form.i, verb.i, "advcl")
    return words


@where("VBG", ("advcl", "acl", "xcomp"), QUOTES)
def mend_titles_in_quotes(words: Words) -> Words:
    """A gerund with a capital behind a noun and an opening quote is a title: "the theme, ‘Building a Future’"."""
    for form in words[3:]:
        noun = words[form.i - 2] if words[form.i - 2].text not in (",", ":") else words[form.i - 3]
        title = form.tag == "VBG" and words[form.i - 1].text in QUOTES and form.text.istitle()
        if title and noun.pos == "NOUN" and form.dep in ("advcl", "acl", "xcomp"):
            words[form.i] = replace(form, pos="NOUN", tag="NN", head=noun.i, dep="appos")
    return words


BASES = (
    "run",
    "set",
    "put",
    "cut",
    "hit",
    "overrun",
    "split",
    "shut",
    "beset",
    "read",
)  # participles like the infinitive


@where(BASES, "by", "conj", "VBN")
def mend_base_participles(words: Words) -> Words:
    """Joined to a participle, "run by" is one too: "a centre funded by X and run by Y" is run by Y."""
    for form in words[2:-1]:
        by, first = words[form.i + 1], words[form.head]
        joined = form.dep == "conj" and form.text in BASES and form.tag in ("VB", "VBP", "VBD", "NN")
        if not joined or first.tag != "VBN" or by.text != "by" or by.head != form.i:
            continue
        if child_of(words, form.i, "dobj", "nsubj", "aux") is None:
            words[form.i] = replace(form, pos="VERB", tag="VBN")
            words[by.i] = replace(by, dep="agent")
    return words


@where("run", "NN", "by", "compound")
def mend_things_run(words: Words) -> Words:
    """What is "run by" somebody is the noun before that: "visited a school run by Oxfam"."""
    for run in words[2:-2]:
        thing, by = words[run.i - 1], words[run.i + 1]
        joined = thing.dep == "compound" and thing.head == run.i and thing.tag == "NN"
        if run.text != "run" or run.tag != "NN" or not joined or by.text != "by" or by.head != run.i:
            continue
        hang(words, thing.i, run.head, run.dep)
        hand_over(words, run.i, thing.i)
        words[run.i] = replace(run, pos="VERB", tag="VBN", head=thing.i, dep="acl")
        hang(words, by.i, run.i, "agent")
    return words


@where("taking", "place", "advcl")
def mend_taking_place(words: Words) -> Words:
    """What takes place is the noun before the comma, not who acts: "noted the talks, taking place in X, thanking Y"."""
    for form in words[3:-1]:
        if form.text != "taking" or words[form.i + 1].text != "place" or form.dep != "advcl":
            continue
        verb = words[form.head]
        noun = next((w for w in words if w.head == verb.i and w.dep == "dobj" and last_of(words, w.i) < form.i), None)
        if noun is None or verb.i > form.i or words[form.i - 1].text != "," or last_of(words, noun.i) < form.i - 2:
            continue
        hang(words, form.i, noun.i, "acl")
        for other in words[form.i + 2 :]:
            if other.head == form.i and other.tag == "VBG" and words[other.i - 1].text == ",":
                hang(words, other.i, verb.i, "advcl")
    return words
