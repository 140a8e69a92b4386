"""Mends in a parse: a verb in a list goes on with the nearest verb of its form."""

from dataclasses import replace

from graph.extract.cues import cues, stating
from graph.extract.parse import Word
from graph.extract.trees import (
    NOUNS,
    Words,
    below,
    child_of,
    hang,
    has_own,
    join_to,
    root_of,
    takes_to,
    where,
)

FINITE = ("VBZ", "VBP", "VBD", "MD")
HELD = ("accountable", "responsible", "liable")


def is_bare(words: Words, verb: Word) -> bool:
    """Whether a verb has a base form and neither "to" nor a subject or auxiliary of its own."""
    return verb.tag in ("VB", "VBP") and not takes_to(words, verb.i) and not has_own(words, verb.i, "aux")


def behind_comma(words: Words, i: int) -> bool:
    """Whether a word stands behind a comma, with "and" or "or" between or not."""
    joined = words[i - 1].lemma in ("and", "or")
    return words[i - 1 - joined].text == ","


@where(",", "conj", "TO", ("acl", "relcl"))
def mend_nearest_infinitives(words: Words) -> Words:
    """Bare verbs in a list go on with the nearest infinitive: "plans to fight hunger, cut waste, and support farms"."""
    for word in words[4:]:
        head = words[word.head]
        if word.dep != "conj" or not is_bare(words, word) or not head.i < word.i or not behind_comma(words, word.i):
            continue
        near = nearest_infinitive(words, head.i, word.i)
        if near is None or (takes_to(words, head.i) and words[near.head].head == head.i):
            continue  # "to raise ambition to limit X, speed Y, and help Z" is open
        rest = [w for w in words[word.i + 1 :] if w.dep == "conj" and w.head in (word.i, head.i) and is_bare(words, w)]
        listed = any(w.head == near.i and w.dep == "conj" for w in words[near.i : word.i])
        closed = any(w.head == near.i and w.dep == "cc" for w in words[near.i : word.i - 1])  # "to prevent and end X"
        closing = (word,) if listed and not closed else rest
        if any(words[w.i - 1].lemma in ("and", "or") and behind_comma(words, w.i) for w in closing):
            for member in (word, *rest):
                hang(words, member.i, near.i, "conj")
    return words


@where("VB", "conj", "VBN", "acl")
def mend_bases_behind_participles(words: Words) -> Words:
    """A base form goes on with one, not with a participle: "should free those held in X and reopen the road"."""
    for word in words[4:]:
        participle = words[word.head]
        noun = words[participle.head]
        above = words[noun.head] if noun.dep != "pobj" else words[words[noun.head].head]
        passed = participle.dep == "acl" and participle.tag == "VBN" and noun.i < participle.i < word.i
        passed = passed and not takes_to(words, participle.i)  # "a fund, to be run by X, and welcome Y"
        if word.dep != "conj" or word.tag != "VB" or not is_bare(words, word) or not passed or above.tag != "VB":
            continue
        hang(words, word.i, above.i, "conj")
        for joint in words[participle.i : word.i]:
            if joint.dep == "cc" and joint.head == participle.i:
                hang(words, joint.i, above.i, "cc")
    return words


def nearest_infinitive(words: Words, first: int, last: int) -> Word | None:
    """The last infinitive on a noun between two words, behind which only verbs joined to it stand; or None.

    Also one below a verb in a relative clause: "a forum which will help to cut costs".
    """
    for verb in reversed(words[first + 1 : last]):
        joined = verb.dep == "conj" and verb.tag in ("VB", "VBP") and verb.head > first
        if verb.pos in ("VERB", "AUX") and verb.tag != "TO" and not joined:
            of_noun = verb.dep in ("acl", "relcl") or (verb.dep == "xcomp" and words[verb.head].dep == "relcl")
            return verb if verb.tag == "VB" and of_noun and takes_to(words, verb.i) else None
    return None


@where("TO", "conj", "and")
def mend_second_infinitives(words: Words) -> Words:
    """An infinitive goes on with no finite verb: "affirmed its commitment to the treaty, and to end the siege"."""
    for word in words[4:]:
        head = words[word.head]
        if word.dep != "conj" or word.tag != "VB" or head.tag not in FINITE:
            continue
        to = next((w.i for w in words[: word.i] if w.head == word.i and w.tag == "TO"), 0)
        if words[to - 1].lemma != "and":
            continue
        between = [
            w for w in words[head.i + 1 : to] if w.tag == "VB" and takes_to(words, w.i) and below(words, w.i, head.i)
        ]
        meant = child_of(words, head.i, "dobj", start=head.i, end=to)
        if between:
            own = next((w for w in between if w.head == head.i), between[-1])
            hang(words, word.i, own.i, "conj")
        elif meant is not None and meant.lemma in cues()["nouns.committing"]:
            hang(words, word.i, meant.i, "acl")
    return words


@where(HELD, "amod", "dobj")
def mend_held_accountable(words: Words) -> Words:
    """Who is held accountable may stand behind the word: "hold accountable those who trade in drugs"."""
    for state in words[1:-1]:
        who = words[state.head]
        verb = words[state.i - 1]
        held = state.text in HELD and state.dep == "amod" and verb.lemma in ("hold", "keep", "make")
        if held and who.dep == "dobj" and who.head == verb.i:
            hang(words, state.i, verb.i, "oprd")
    return words


@where("conj", ("VBP", "VB"), "and")
def mend_stands_behind_clauses(words: Words) -> Words:
    """What several do in saying it goes on with what they said before: "thank all who have helped and reiterate X"."""
    root = words[root_of(words)]
    several = any(w.head == root.i and w.dep == "nsubj" and child_of(words, w.i, "conj") for w in words)
    plural = root.tag == "VBP" or (root.tag == "VB" and several and not has_own(words, root.i, "aux"))
    if not plural or root.lemma not in stating() | {"call", "oppose", "thank", "share", "take"}:
        return words
    for word in words[root.i + 2 :]:
        head = words[word.head]
        said = word.dep == "conj" and is_bare(words, word) and words[word.i - 1].lemma == "and"
        if not said or head.i == root.i or not below(words, head.i, root.i):
            continue
        thing = child_of(words, word.i, "dobj", start=word.i)
        stressed = thing is not None and thing.lemma in ("importance", "need", "value", "support", "readiness")
        perfect = head.tag == "VBN" and head.dep in ("relcl", "acl") and word.lemma in stating()
        below_call = head.dep == "xcomp" or (root.lemma == "call" and head.tag == "VB" and head.dep != "relcl")
        asked = below_call and word.lemma in cues()["speech.performing"] and stressed
        promised = (
            head.dep == "relcl" and head.tag == "VBP" and word.lemma in ("commit", "reiterate", "reaffirm", "pledge")
        )
        if perfect or asked or promised:
            words[word.i] = replace(word, tag="VBP", head=root.i)
            hang(words, word.i - 1, root.i, "cc")
    return words


@where("VBZ", "conj", "relcl", ("WDT", "WP"))
def mend_verbs_of_relatives(words: Words) -> Words:
    """A verb in the singular goes on with the clause of one, not with what several do: "that spurs trade, helps X"."""
    for word in words[4:]:
        head = words[word.head]
        if word.dep != "conj" or word.tag != "VBZ" or head.tag != "VBP" or has_own(words, word.i, "aux"):
            continue
        clauses = (
            w
            for w in reversed(words[head.i : word.i])
            if w.dep == "relcl" and w.tag == "VBZ" and any(v.head == w.i and v.tag in ("WDT", "WP") for v in words)
        )
        clause = next(clauses, None)
        if clause is not None:
            hang(words, word.i, clause.i, "conj")
    return words


@where("VBG", "VB", "conj", "and")
def mend_gerunds_behind_bases(words: Words) -> Words:
    """A gerund goes on with a gerund: "by letting Chad import steel and asking firms to pay"."""
    for word in words[3:]:
        base = words[word.head]
        gerund = words[base.head]
        joined = word.dep == "conj" and word.tag == "VBG" and words[word.i - 1].lemma == "and"
        if joined and base.tag == "VB" and gerund.tag == "VBG" and not takes_to(words, base.i) and base.i > gerund.i:
            join_to(words, word.i, gerund.i, words[word.i - 1])
    return words


@where("VBG", "conj", "dobj", "and")
def mend_gerunds_behind_finite(words: Words) -> Words:
    """A gerund goes on with no finite verb, but with its object: "discussed trade and supporting Peru"."""
    for word in words[3:]:
        verb = words[word.head]
        thing = child_of(words, verb.i, "dobj", start=verb.i, end=word.i)
        joined = word.dep == "conj" and word.tag == "VBG" and words[word.i - 1].lemma == "and" and verb.tag in FINITE
        if joined and thing is not None and not has_own(words, word.i, "aux", "mark"):
            join_to(words, word.i, thing.i, words[word.i - 1])
    return words


@where(";", "VBG", "advcl", ("including", "include"))
def mend_listed_gerunds(words: Words) -> Words:
    """Gerunds behind semicolons go on with the one behind "including": "goals, including cutting X; raising Y"."""
    listing = next((w for w in words if w.text == "including" and child_of(words, w.i, "pcomp") is not None), None)
    first = child_of(words, listing.i, "pcomp") if listing is not None else None
    if first is None or first.tag != "VBG":
        return words
    for word in words[first.i + 1 :]:
        behind = words[word.i - 1].text == ";" or (words[word.i - 1].lemma == "and" and words[word.i - 2].text == ";")
        if word.dep == "advcl" and word.tag == "VBG" and behind and not has_own(words, word.i, "aux", "mark"):
            hang(words, word.i, first.i, "conj")
    return words


@where("VBD", "dep", "dobj", "RB")
def mend_pledged_sums(words: Words) -> Words:
    """A past form behind an object and "already" tells of the object: "divert money already pledged to Sudan"."""
    for word in words[3:]:
        verb, adverb = words[word.head], words[word.i - 1]
        thing = words[word.i - 2]
        loose = word.dep in ("dep", "conj", "advcl") and word.tag in ("VBD", "VBN") and adverb.lemma == "already"
        if loose and thing.dep == "dobj" and thing.head == verb.i and not has_own(words, word.i, "aux"):
            words[word.i] = replace(word, tag="VBN", head=thing.i, dep="acl")
    return words


@where("conj", "ccomp", ",", "ROOT")
def mend_subjects_before_asides(words: Words) -> Words:
    """A name between "and" and an aside is the subject of the next verb: "…, and Peru, in turn, backed Chile's bid"."""
    for name in words[4:-3]:
        first = words[name.head]
        second = words[first.head]
        set_off = words[name.i - 1].lemma == "and" and words[name.i + 1].text == "," and words[second.i - 1].text == ","
        joined = name.dep == "conj" and name.pos in NOUNS and first.pos == "VERB" and first.dep == "ccomp"
        if not (set_off and joined) or second.head != second.i or has_own(words, second.i) or second.i < name.i:
            continue
        words[first.i] = replace(first, head=first.i, dep="ROOT")
        hang(words, second.i, first.i, "conj")
        hang(words, name.i, second.i, "nsubj")
    return words
