"""Mends in a parse: what goes on with an earlier word, because the nearest one cannot carry it."""

from dataclasses import replace

from graph.extract.cues import cues
from graph.extract.parse import Word
from graph.extract.tellings import asked_kinds, kinds_of
from graph.extract.trees import NOUNS, Words, below, child_of, hang, has_own, join_to, where
from graph.model import EntityType

TAKING_PART = ("participation", "involvement", "attendance", "engagement")
HELD = ("host", "lead", "hold", "organize", "organise", "chair", "convene", "stage", "sponsor", "run")
AWARDING = ("award", "confer", "grant", "accord", "present", "deny", "offer", "promise", "assign")
PAPERS = frozenset({"agreement", "accord", "memorandum", "mou", "protocol", "contract", "deal", "arrangement", "pact"})
# What is done to a paper, and not to the thing that it is about.
SEALED = frozenset(
    {
        "sign",
        "ratify",
        "approve",
        "conclude",
        "finalize",
        "finalise",
        "renew",
        "extend",
        "implement",
        "initial",
        "amend",
    }
    | {"negotiate", "submit", "publish", "review", "adopt", "endorse", "table", "present", "enforce", "follow"}
)
# The making or the end of a thing, behind which the thing itself is told of: "the launch of the fund, to be run by X".
MAKING = frozenset(
    {"establishment", "creation", "launch", "opening", "founding", "formation", "construction", "building", "setting"}
    | {"development", "conclusion", "signing", "adoption", "completion", "acquisition", "purchase", "introduction"}
)
ADVERBS = 3  # words from "be" to its participle: "to be jointly run"
COMPANY = ("delegation", "group", "team", "entourage", "party")


@where(("call", "appeal"), "conj", "dobj", "VBP")
def mend_calls_behind_gifts(words: Words) -> Words:
    """A form with "on" behind "and" is a verb as the present before it: "grant X the status of Y and call on Z"."""
    for call in words[5:-1]:
        thing, joint, prep = words[call.head], words[call.i - 1], words[call.i + 1]
        verb = words[thing.head]
        if call.lemma not in ("call", "appeal") or call.dep != "conj" or call.tag not in ("VB", "VBP", "NN"):
            continue
        said = verb.tag == "VBP" and thing.dep == "dobj" and verb.i < thing.i < call.i and has_own(words, verb.i)
        if not said or joint.dep != "cc" or prep.text not in ("on", "upon", "to") or prep.head != call.i:
            continue
        words[call.i] = replace(call, pos="VERB", tag="VBP")
        join_to(words, call.i, verb.i, joint)
        deed = child_of(words, verb.i, "advcl", "xcomp", start=prep.i)
        if deed is not None and deed.tag == "VB":
            hang(words, deed.i, call.i, "advcl")
    return words


@where(TAKING_PART, ("in", "at"), "of")
def mend_parts_taken(words: Words) -> Words:
    """In what somebody takes part tells of the taking part: "the participation of four ships of X in Exercise Y"."""
    for prep in words[4:-1]:
        noun, event = words[prep.head], child_of(words, prep.i, "pobj", start=prep.i)
        if prep.text not in ("in", "at") or prep.dep != "prep" or event is None or not is_gathering(event):
            continue
        while noun.dep in ("pobj", "prep") and noun.lemma not in TAKING_PART:
            noun = words[noun.head]
        if noun.lemma in TAKING_PART and noun.i < prep.head:
            hang(words, prep.i, noun.i, "prep")
    return words


def is_gathering(word: Word) -> bool:
    """Whether a word names an event, or calls a meeting or an exercise."""
    if word.name is not None:
        return word.name.type is EntityType.EVENT
    return word.lemma in cues()["nouns.gatherings"] or word.lemma in ("exercise", "operation", "mission", "drill")


@where("auxpass", "by", "dobj", AWARDING)
def mend_givers(words: Words) -> Words:
    """Who gives what somebody is awarded stands behind "by": "was awarded the Order of X by the King"."""
    for by in words[4:]:
        thing = words[by.head]
        verb = words[thing.head if thing.dep == "dobj" else words[thing.head].head if thing.dep == "pobj" else by.i]
        while verb.dep == "dobj":
            verb = words[verb.head]
        if by.text != "by" or by.dep != "prep" or verb.lemma not in AWARDING or verb.i > by.i:
            continue
        giver = child_of(words, by.i, "pobj", start=by.i)
        passive = child_of(words, verb.i, "auxpass", end=verb.i) is not None
        if passive and giver is not None and acts(giver) and child_of(words, verb.i, "agent") is None:
            hang(words, by.i, verb.i, "agent")
    return words


def acts(word: Word) -> bool:
    """Whether a word names or calls somebody who can give: a name or an office, and no day."""
    dated = word.label in ("DATE", "TIME", "CARDINAL", "PERCENT", "MONEY")
    return not dated and (word.pos == "PROPN" or word.name is not None or word.lemma in cues()["nouns.groups"])


@where("auxpass", "TO", ",", ("relcl", "acl", "advcl", "xcomp"), "VBN")
def mend_things_to_be_done(words: Words) -> Words:
    """What is ", to be run by X" is the nearest thing before the comma: "accord on the launch of a line, to be run"."""
    for be in words[3:-1]:
        done, to, comma = words[be.head], words[be.i - 1], words[be.i - 2]
        passive = be.text == "be" and be.dep == "auxpass" and done.tag == "VBN" and done.i - be.i <= ADVERBS
        led = passive and to.tag == "TO" and comma.text == "," and done.dep in ("relcl", "acl", "advcl", "xcomp")
        thing = thing_before(words, comma.i, about=done.lemma.removeprefix("co-") in HELD) if led else None
        if thing is None or suits_better(words, words[done.head], thing, done):
            continue
        paper = thing.text.split()[-1].lower() in PAPERS
        if (paper or done.lemma not in SEALED) and not below(words, thing.i, done.i):
            hang(words, done.i, thing.i, "relcl")
    return words


def suits_better(words: Words, noun: Word, other: Word, done: Word) -> bool:
    """Whether of two nouns only the first is of a kind to which this is done: a group is co-chaired, mobility not."""
    wanted = asked_kinds(words, done, undergone=True)
    return noun.pos in NOUNS and bool(kinds_of(noun) & wanted) and not kinds_of(other) & wanted


def thing_before(words: Words, comma: int, *, about: bool) -> Word | None:
    """The thing that the words before a comma end in: of what is made or talked about the thing, else where it is.

    "the launch of a line" is the line's, "talks with X on the pact" the pact's, "a centre in Accra" the centre's;
    what is held is not what it is `about`: "a conference on fish, to be hosted by X".
    """
    through = {"of", "in", "at", "with", "from", "by", "between", "near", "for", "to", "among"}
    through |= {"on", "about"} if about else set()
    at = words[comma - 1]
    while at.dep in ("compound", "amod", "nmod", "conj") and words[at.head].i < comma and words[at.head].pos in NOUNS:
        at = words[at.head]
    while at.dep == "pobj":
        prep = words[at.head]
        above = words[prep.head]
        made = prep.text == "of" and above.lemma in MAKING
        event = at.name is not None and at.name.type is EntityType.EVENT
        if made or prep.text not in through or (event and prep.text in ("on", "about")):
            break
        held = child_of(words, above.i, "dobj", start=above.i, end=prep.i) if above.pos == "VERB" else above
        if held is None and prep.text in ("on", "about", "for"):
            break  # "agreed on a conference"
        if held is None or held.pos not in NOUNS or held.i > at.i:
            return None
        at = held
    living = at.name is not None and at.name.type in (EntityType.PERSON, EntityType.COUNTRY)
    return None if living or at.pos not in ("NOUN", "PROPN") or at.label in ("PERSON", "GPE", "DATE") else at


@where("agent", "appos", "conj", COMPANY)
def mend_company_behind_bearers(words: Words) -> Words:
    """A delegation beside a bearer is one more with the office: "by the Minister of X, Mr. Y, and a delegation"."""
    for company in words[6:]:
        bearer = words[company.head]
        office = words[bearer.head]
        if company.dep != "conj" or bearer.dep != "appos" or company.lemma not in COMPANY:
            continue
        person = bearer.name is not None and bearer.name.type is EntityType.PERSON
        joint = child_of(words, bearer.i, "cc", start=bearer.i, end=company.i)
        if person and joint is not None and has_own(words, company.i, "det") and office.pos in ("NOUN", "PROPN"):
            join_to(words, company.i, office.i, joint)
    return words


@where("invitation", "at", ("to", "until"), "from")
def mend_invitations_behind_spans(words: Words) -> Words:
    """No days are at an invitation: "is on a visit from 3 to 5 May at the invitation of X"."""
    for at in words[4:-2]:
        span = words[at.head]
        invited = any(w.head == at.i and w.lemma == "invitation" for w in words[at.i :])
        if at.text == "at" and span.dep == "prep" and span.text == "from" and invited:
            hang(words, at.i, span.head, "prep")
    return words


@where(("inform", "notify", "remind", "apprise", "assure"), "of", "dobj")
def mend_told_of_things(words: Words) -> Words:
    """Of what a person is informed is told by the verb, it is no part of the name: "informed Ana Vega of the plan"."""
    for of in words[2:-1]:
        person = words[of.head]
        verb = words[person.head]
        told = verb.lemma in ("inform", "notify", "remind", "apprise", "assure") and person.dep == "dobj"
        named = person.name is not None and person.i == of.i - 1
        thing = child_of(words, of.i, "pobj", start=of.i)
        if of.text == "of" and told and named and thing is not None and thing.name is None:
            hang(words, of.i, verb.i, "prep")
    return words


@where("and", "of", "appos")
def mend_second_owners(words: Words) -> Words:
    """An "of" behind "and" goes on with the one before: "the visit of X, Mr. Y, and of the President of Z, Ms. W"."""
    for second in words[6:]:
        verb, joint = words[second.head], words[second.i - 1]
        thing = child_of(words, verb.i, "dobj", start=verb.i, end=second.i)
        if second.text != "of" or second.dep != "prep" or joint.text != "and" or thing is None:
            continue
        first = child_of(words, thing.i, "prep", start=thing.i, end=second.i)
        last = words[joint.i - 2 if words[joint.i - 1].text == "," else joint.i - 1]
        if first is not None and first.text == "of" and below(words, last.i, first.i):
            join_to(words, second.i, first.i, joint)
    return words
