"""Mends in a parse: what number, tense and fixed phrases tell of who does what to whom."""

from dataclasses import replace

from graph.extract.cues import cues
from graph.extract.repair_lists import has_member
from graph.extract.trees import Words, child_of, hand_over, hang, has_object, has_own, root_of, where
from graph.model import EntityType

MANY, ONE = ("NNS", "NNPS"), ("NN", "NNP")
STANDS = ("dismiss", "request", "ask", "demand", "announce", "praise")  # what only a speaker does, beside the cues
SUCCEEDING = ("replace", "succeed")
FINITE = ("have", "are", "has", "is")


@where(FINITE, ("ccomp", "pcomp"), "conj", ("VBP", "VBZ"))
def mend_verbs_of_another_number(words: Words) -> Words:
    """A verb goes with the subject of its number: "officials say X is weak and have accused Y", where X has not."""
    for verb in words[5:]:
        inner = words[verb.head]
        said = words[inner.head]
        joined = (
            verb.dep == "conj" and inner.dep == "ccomp" and said.i < inner.i < verb.i and not has_own(words, verb.i)
        )
        helpers = (w for w in words if w.head == verb.i and w.dep.startswith("aux"))
        told = next((w for w in (verb, *helpers) if w.text in FINITE), None)
        doers = [child_of(words, i, "nsubj", "nsubjpass", end=verb.i) for i in (said.i, inner.i)]
        if not joined or told is None or None in doers or any(has_member(words, d.i) for d in doers if d is not None):
            continue
        fitting = MANY if told.text in ("have", "are") else ONE
        other = ONE if fitting is MANY else MANY
        if doers[0] is not None and doers[1] is not None and doers[0].tag in fitting and doers[1].tag in other:
            go_on(words, verb.i, inner.i, said.i)
    return words


@where(("are", "have"), "relcl", "conj", ("WDT", "WP"))
def mend_plurals_behind_relatives(words: Words) -> Words:
    """A plural behind a clause on one thing is of the main verb: "back a summit that will meet and are ready to go"."""
    for verb in words[5:]:
        inner = words[verb.head]
        noun = words[inner.head]
        many = any(w.text in ("are", "have") and verb.i in (w.i, w.head) for w in words[inner.i : verb.i + 1])
        joined = verb.dep == "conj" and inner.dep == "relcl" and many and not has_own(words, verb.i)
        pronoun = child_of(words, inner.i, "nsubj", "nsubjpass", end=inner.i) if joined else None
        if pronoun is None or pronoun.tag not in ("WDT", "WP") or noun.tag not in ONE or has_member(words, noun.i):
            continue
        said = words[root_of(words)]
        doer = child_of(words, said.i, "nsubj", "nsubjpass", end=said.i)
        several = doer is not None and (
            doer.tag in MANY or doer.text.lower() in ("we", "they") or has_member(words, doer.i)
        )
        if several and said.i < noun.i and noun.dep != "conj":
            go_on(words, verb.i, inner.i, said.i)
    return words


@where("VBD", "conj", "ccomp", ("had", "VBZ", "VBP", "will", "can", "must"))
def mend_stands_behind_pluperfects(words: Words) -> Words:
    """Who tells what had happened takes the stand behind it: "noted that X had left and requested aid" requested it.

    What is so now, or will be, is not joined with what was done: "said that X is weak and asked for aid" asked for it.
    """
    for verb in words[6:]:
        inner = words[verb.head]
        said = words[inner.head]
        joined = verb.dep == "conj" and inner.dep == "ccomp" and said.i < inner.i < verb.i
        had = inner.tag == "VBN" and any(w.head == inner.i and w.text == "had" for w in words[said.i : inner.i])
        stands = verb.lemma in cues()["speech.stands"] or verb.lemma in STANDS
        helpers = [w for w in words[said.i : inner.i] if w.head == inner.i and w.dep.startswith("aux")]
        now = inner.tag in ("VBZ", "VBP") and not helpers
        now = now or (inner.tag == "VB" and any(w.text in ("will", "can", "must") for w in helpers))
        now = now or (inner.tag == "VBG" and any(w.text in ("is", "are", "am") for w in helpers))
        if joined and ((had and stands) or now) and verb.tag == "VBD" == said.tag and not has_own(words, verb.i, "aux"):
            go_on(words, verb.i, inner.i, said.i)
    return words


def go_on(words: Words, verb: int, old: int, new: int) -> None:
    """Join a verb, with the "and" before it, to another one."""
    hang(words, verb, new, "conj")
    hand_over(words, old, new, start=old, end=verb, dep="cc")


@where("terms", "appos")
def mend_objects_behind_terms(words: Words) -> Words:
    """What one speaks of in strong terms is no other name for them: "condemns in the strongest terms the attack"."""
    for thing in words[4:]:
        terms = words[thing.head]
        within = words[terms.head]
        verb = words[within.head]
        manner = thing.dep == "appos" and terms.text == "terms" and terms.dep == "pobj" and within.text == "in"
        if manner and verb.pos == "VERB" and not has_object(words, verb.i) and words[thing.i - 1].text != ",":
            hang(words, thing.i, verb.i, "dobj")
    return words


@where(("of", "about"), "dobj", "pobj", "prep", "PROPN")
def mend_told_of(words: Words) -> Words:
    """Of what somebody is told stands behind a name without being its own: "informed allies in NATO of the attack"."""
    for of in words[4:]:
        if of.text not in ("of", "about") or of.dep != "prep":
            continue
        body = words[of.head]
        within = words[body.head]
        told = words[within.head]
        verb = words[told.head]
        inside = body.name is not None and body.dep == "pobj"
        telling = verb.lemma in cues()["verbs.informing"] | cues()["verbs.accusing"]
        if inside and told.dep == "dobj" and telling and within.text in ("in", "at", "from"):
            hang(words, of.i, verb.i, "prep")
    return words


@where(SUCCEEDING, "VBG", "advcl", "dobj")
def mend_successors(words: Words) -> Words:
    """Who is appointed replaces somebody, not who appoints: "appointed X as director, replacing Y"."""
    for form in words[4:]:
        verb = words[form.head]
        chosen = child_of(words, verb.i, "dobj", start=verb.i, end=form.i)
        later = form.dep == "advcl" and form.tag == "VBG" and form.lemma in SUCCEEDING
        if not later or chosen is None or verb.lemma not in cues()["verbs.appointing"]:
            continue
        if chosen.pos == "PROPN" and (chosen.name is None or chosen.name.type is EntityType.PERSON):
            hang(words, form.i, chosen.i, "acl")
    return words


@where("as", "dobj", "prep", "amod")
def mend_judged_as(words: Words) -> Words:
    """As what one judges a thing is no part of it: "rejected the allegations as unfounded"."""
    for as_ in words[2:-1]:
        quality, thing = words[as_.i + 1], words[as_.head]
        verb = words[thing.head]
        alone = quality.head == as_.i and quality.tag == "JJ" and as_.text == "as" and as_.dep == "prep"
        compared = quality.i + 1 < len(words) and words[quality.i + 1].text in ("as", "and")
        if alone and not compared and thing.dep == "dobj" and as_.i == thing.i + 1 and verb.pos == "VERB":
            hang(words, as_.i, verb.i, "prep")
    return words


@where("VBZ", "agent", "conj", "acl", "nsubj")
def mend_last_agents(words: Words) -> Words:
    """One thing "supports"; whom a comma and "and" join stand among those by whom it is done: "run by A, B, and C"."""
    for verb in words[6:]:
        thing = child_of(words, verb.i, "nsubj", end=verb.i) if verb.tag == "VBZ" else None
        done = child_of(words, thing.i, "acl", start=thing.i, end=verb.i) if thing is not None else None
        by = child_of(words, done.i, "agent", start=done.i) if done is not None else None
        doer = child_of(words, by.i, "pobj", start=by.i) if by is not None else None
        if thing is None or doer is None or thing.tag not in ONE:
            continue
        last = child_of(words, thing.i, "conj", start=doer.i + 1, end=verb.i)
        if last is None or last.name is None:
            continue
        for other in words[doer.i + 1 : last.i]:
            if other.name is not None and other.head == doer.i and other.dep == "amod":
                words[other.i] = replace(other, pos="PROPN", tag="NNP", dep="conj")
        hang(words, last.i, doer.i, "conj")
        hand_over(words, thing.i, doer.i, start=doer.i + 1, end=last.i, dep="cc")
    return words
