"""Mends in a parse: what is done to what: what papers ask, what is given to whom."""

from dataclasses import replace

from graph.extract.cues import cues
from graph.extract.parse import Word
from graph.extract.trees import Words, child_of, hang, has_object, has_own, where
from graph.extract.words import are_people
from graph.model import EntityType

PAPERS = ("letter", "note", "communication", "message", "report", "statement", "memorandum", "request", "petition")
# What a paper does, in the present participle behind it: "the letter from X, requesting Y".
WRITTEN = (
    *("request", "ask", "inform", "transmit", "convey", "state"),
    *("invite", "notify", "propose", "recommend", "seek"),
)
# Verbs beside those of giving whose taker may stand before what they give.
SECURING = ("guarantee", "allow", "afford", "accord", "assure")
# Nouns for deeds, each with the verbs that do one: whose object a clause behind "of" tells of.
DONE = {
    "conduct": ("test", "exercise", "operation", "strike", "review", "survey", "trial", "raid", "campaign", "study"),
    "impose": ("ban", "embargo", "tariff", "sanction", "restriction", "tax", "duty", "fine", "blockade", "curfew"),
    "launch": ("attack", "strike", "raid", "offensive", "campaign", "appeal", "operation", "test", "programme"),
    "commit": ("massacre", "killing", "murder", "violation", "abuse", "attack", "crime", "genocide"),
    "lift": ("ban", "embargo", "tariff", "sanction", "restriction", "blockade", "curfew", "siege"),
    "carry": ("test", "attack", "strike", "raid", "killing", "review", "operation", "survey", "massacre"),
}


@where(",", ("advcl", "conj", "acl"), "VBG", PAPERS)
def mend_writing_papers(words: Words) -> Words:
    """What a paper asks is told behind it and its author: "took note of the letter from X, requesting Y"."""
    for participle in words[4:]:
        verb = words[participle.head]
        told = participle.dep in ("advcl", "conj", "acl")
        written = participle.tag == "VBG" and told and participle.lemma in WRITTEN
        if not written or words[participle.i - 1].text != "," or verb.i > participle.i:
            continue
        if has_own(words, participle.i, "mark", "advmod"):
            continue
        things = [w for w in words[verb.i : participle.i] if w.head == verb.i and w.dep in ("dobj", "prep", "pobj")]
        paper = things[-1] if things else None
        if paper is not None and paper.dep == "prep":
            paper = child_of(words, paper.i, "pobj", start=paper.i)
        if paper is not None and paper.lemma in PAPERS and comes_from(words, paper):
            hang(words, participle.i, paper.i, "acl")
    return words


def comes_from(words: Words, paper: Word) -> bool:
    """Whether a paper tells from whom it is, itself or by its date: "the letter dated 3 May from X"."""
    dated = child_of(words, paper.i, "acl", start=paper.i)
    holders = {paper.i, dated.i if dated is not None else paper.i}
    return any(w.text in ("from", "by", "of") and w.head in holders and w.dep in ("prep", "agent") for w in words)


@where("VB", "dobj", ("nsubj", "nsubjpass"))
def mend_objects_in_base_form(words: Words) -> Words:
    """What is the object of a verb, without "to", is a noun: "will double trade between X and Y"."""
    for thing in words[1:]:
        before = words[thing.i - 1]
        bare = thing.tag == "VB" and thing.dep == "dobj" and thing.head < thing.i and before.i == thing.head
        if bare and not has_object(words, thing.i) and not has_own(words, thing.i, "aux", "nsubj", "xcomp", "ccomp"):
            words[thing.i] = replace(thing, pos="NOUN", tag="NN")
    return words


@where("dobj", ("nmod", "compound"), "NNS")
def mend_takers_of_rights(words: Words) -> Words:
    """People between a verb of giving and a thing with its adjective are given it: "grants firms free access"."""
    for taker in words[2:-1]:
        gift = words[taker.head]
        verb = words[gift.head]
        inside = taker.dep in ("nmod", "compound") and gift.dep == "dobj" and verb.i < taker.i < gift.i
        if not inside or taker.tag != "NNS" or verb.lemma not in (*SECURING, *cues()["verbs.giving_to"]):
            continue
        own = all(w.head in (taker.i, gift.i) for w in words[verb.i + 1 : taker.i])
        if not are_people(taker.lemma) or not own or taker.i + 1 == gift.i:
            continue
        for other in list(words[verb.i + 1 : taker.i]):
            hang(words, other.i, taker.i, other.dep)
        hang(words, taker.i, verb.i, "dative")
    return words


@where("relcl", "of", tuple(DONE))
def mend_deeds_done(words: Words) -> Words:
    """A deed is done, not what it is done to: "the test of a missile that X conducted" tells of the test."""
    for clause in words[4:]:
        done = DONE.get(clause.lemma, ())
        at = words[clause.head]
        if clause.dep != "relcl" or not done or at.lemma in done:
            continue
        gap = child_of(words, clause.i, "dobj", end=clause.i)
        if (gap is None or gap.tag not in ("WDT", "WP")) and has_object(words, clause.i):
            continue
        while at.dep in ("pobj", "prep") and not (at.pos == "NOUN" and at.lemma in done):
            at = words[at.head]
        if at.pos == "NOUN" and at.lemma in done and at.i < clause.i:
            hang(words, clause.i, at.i, "relcl")
    return words


@where(("VBD", "VBN"), "ccomp", "dobj", "dative")
def mend_given_participles(words: Words) -> Words:
    """A participle right behind whom one gives a thing is how the thing is: "gave Peru written assurances"."""
    for how in words[3:-1]:
        verb, taker, gift = words[how.head], words[how.i - 1], words[how.i + 1]
        close = how.dep == "ccomp" and gift.head == how.i and gift.dep == "dobj" and gift.tag == "NNS"
        given = taker.head == verb.i and taker.dep in ("dative", "dobj") and verb.lemma in cues()["verbs.giving_to"]
        if close and given and how.tag in ("VBD", "VBN") and not has_own(words, how.i):
            hang(words, gift.i, verb.i, "dobj")
            words[how.i] = replace(how, pos="ADJ", tag="JJ", head=gift.i, dep="amod")
            if taker.dep == "dobj":
                hang(words, taker.i, verb.i, "dative")
    return words


@where("appos", "pobj", "prep", ("in", "at"))
def mend_heavy_objects(words: Words) -> Words:
    """Without a comma a summit is no town: "will host in Lima the first Water Summit" hosts the summit."""
    for thing in words[4:]:
        place = words[thing.head]
        prep = words[place.head]
        verb = words[prep.head]
        event = thing.name is not None and thing.name.type in (EntityType.EVENT, EntityType.AGREEMENT)
        beside = thing.dep == "appos" and place.dep == "pobj" and prep.text in ("in", "at") and verb.pos == "VERB"
        article = child_of(words, thing.i, "det", start=place.i)
        if not beside or not event or article is None or article.i != place.i + 1 or has_object(words, verb.i):
            continue
        hang(words, thing.i, verb.i, "dobj")
    return words
