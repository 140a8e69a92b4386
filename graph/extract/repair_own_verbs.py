"""Mends in a parse: verbs of a sentence's own subject that the parser hangs on a noun, or below another verb."""

from dataclasses import replace

from graph.extract.cues import cues
from graph.extract.parse import Word
from graph.extract.trees import (
    NOUNS,
    Words,
    child_of,
    first_of,
    hand_over,
    hang,
    has_object,
    has_own,
    is_named,
    join_to,
    make_subject,
    root_of,
    takes_to,
    where,
)
from graph.extract.words import are_people

QUOTES = ('"', "“", "”", "‘", "’")
FINITE = ("VBD", "VBZ", "VBP")


@where("VBD", "acl", ("NOUN", "PROPN"))
def mend_verbs_behind_participles(words: Words) -> Words:
    """A past behind a participle's noun is the verb of a sentence without one: "A man armed with a gun shot X".

    A participle is told of the noun before it, and so the first of the two is one.
    """
    root = words[root_of(words)]
    if root.pos not in ("NOUN", "PROPN") or has_own(words, root.i, "cop"):
        return words
    verb = next((w for w in words[root.i + 1 :] if w.tag == "VBD" and w.dep == "acl"), None)
    if verb is None or has_own(words, verb.i, "aux", "agent", "mark") or words[-1].text != ".":
        return words
    told = child_of(words, root.i, "acl", start=root.i + 1, end=verb.i - 1)
    behind = words[verb.i - 1].text == "," or verb.i - 1 == verb.head
    plain = has_object(words, verb.i) or (told is not None and has_own(words, verb.i, "prep"))
    if not behind or not plain or any(w.tag in FINITE for w in words[: verb.i]):
        return words
    words[verb.i] = replace(verb, head=verb.i, dep="ROOT")
    for other in list(words):
        if other.head == root.i and other.i != root.i and (other.dep == "punct" or other.i > verb.i):
            hang(words, other.i, verb.i, other.dep)
    hang(words, root.i, verb.i, "nsubj")
    return words


@where("auxpass", "advcl", "conj", ",", "VBN")
def mend_rows_of_passives(words: Words) -> Words:
    """A participle between two passives of a row is the third: "was besieged twice, burned down and was rebuilt"."""
    for middle in words[3:-2]:
        first = words[middle.head]
        last = child_of(words, middle.i, "conj", start=middle.i)
        row = middle.dep == "advcl" and middle.tag == "VBN" and words[middle.i - 1].text == "," and first.i < middle.i
        if not row or last is None or has_own(words, middle.i, "mark", "aux"):
            continue
        if any(child_of(words, verb.i, "auxpass") is None for verb in (first, last)):
            continue
        if child_of(words, last.i, "nsubjpass", "nsubj") is None:
            hang(words, middle.i, first.i, "conj")
    return words


@where("ccomp", ",", (*FINITE, "VB", "VBN"))
def mend_rows_of_verbs(words: Words) -> Words:
    """A verb without a subject goes on with the one before it: "The river rises in X, flows south and joins Y"."""
    root = words[root_of(words)]
    if words[root.i - 1].text != "," or has_own(words, root.i, "csubj", "expl", "aux"):
        return words
    first = child_of(words, root.i, "ccomp", end=root.i)
    if first is None or not are_alike(words, first, root) or child_of(words, first.i, "mark") is not None:
        return words
    if any(w.text in QUOTES or w.tag == "WP" for w in words[: root.i]):
        return words
    subject = child_of(words, first.i, "nsubj", "nsubjpass", end=first.i)
    joint = child_of(words, root.i, "conj", start=root.i)
    closed = joint is not None or (
        root.lemma not in cues()["speech.verbs"] and any(w.dep == "cc" for w in words[root.i :])
    )
    if subject is None or not closed:
        return words
    words[first.i] = replace(first, head=first.i, dep="ROOT")
    for other in list(words[: root.i]):
        if other.head == root.i and other.i != first.i:
            hang(words, other.i, first.i, other.dep)
    words[root.i] = replace(root, head=first.i, dep="conj", tag="VB" if root.tag == "VBP" != first.tag else root.tag)
    return words


def are_alike(words: Words, first: Word, second: Word) -> bool:
    """Whether two verbs can stand in one row: of one tense, or both behind the auxiliary of the first."""
    aids = [w for w in words if w.head == first.i and w.dep in ("aux", "auxpass")]
    modal = any(w.tag == "MD" for w in aids)
    perfect = any(w.lemma == "have" for w in aids)
    if second.tag in FINITE and not modal:
        return second.tag == first.tag or (second.tag == "VBD" and perfect and first.tag == "VBN")
    return (modal and second.tag in ("VB", "VBP")) or (perfect and second.tag == "VBN")


LEADING = ("after", "before", "since", "until", "as")


@where(LEADING, ("advcl", "conj"), ("VBD", "VBZ", "aux", "auxpass"))
def mend_clauses_behind_prepositions(words: Words) -> Words:
    """A verb behind the noun of "after" has it as its subject: "shares fell after its chief, Tom Reyes, resigned"."""
    for verb in words[3:]:
        above = words[verb.head]
        helper = child_of(words, verb.i, "aux", "auxpass", start=above.i, end=verb.i)
        finite = verb.tag in ("VBD", "VBZ") if helper is None else helper.tag in (*FINITE, "MD")
        if verb.dep not in ("advcl", "conj") or not finite or above.i > verb.i or above.pos not in ("VERB", "AUX"):
            continue
        if has_own(words, verb.i, "mark", "csubj"):
            continue
        preps = (w for w in reversed(words[above.i : verb.i]) if w.head == above.i and w.dep == "prep")
        prep = next((w for w in preps if w.text in LEADING), None)
        noun = child_of(words, prep.i, "pobj", end=verb.i) if prep is not None else None
        joined = any(w.dep in ("cc", "mark") for w in words[noun.i : verb.i]) if noun is not None else True
        if prep is None or noun is None or joined or noun.label in ("DATE", "TIME"):
            continue
        close = words[noun.i + 1].i == (verb if helper is None else helper).i
        if not close and (verb.dep == "conj" or prep.text == "as"):  # "served as chair until May, was elected again"
            continue
        hang(words, verb.i, above.i, "advcl")
        hang(words, prep.i, verb.i, "mark")
        make_subject(words, noun.i, verb.i)
    return words


BIDDING = frozenset(
    {"force", "oblige", "compel", "enable", "empower", "persuade", "convince", "teach", "train", "tell", "inspire"}
    | {"motivate", "forbid", "allow", "permit", "urge", "order", "ask", "instruct", "encourage", "beg", "pressure"}
    | {"invite", "authorise", "authorize", "tempt", "warn", "direct", "prompt", "lead", "help"}
)


@where(("relcl", "acl"), "TO", "VB", "dobj")
def mend_bidden_deeds(words: Words) -> Words:
    """Whom a verb forces, teaches or allows to act is who acts: "forced many households to choose between A and B"."""
    for deed in words[4:]:
        noun = words[deed.head]
        verb = words[noun.head]
        close = deed.dep in ("relcl", "acl") and deed.tag == "VB" and noun.dep == "dobj" and noun.i == deed.i - 2
        if not close or verb.lemma not in BIDDING or not takes_to(words, deed.i) or has_own(words, deed.i):
            continue
        if are_people(noun.lemma) or noun.lemma in cues()["nouns.groups"] or is_named(noun) or noun.tag == "PRP":
            hang(words, deed.i, verb.i, "xcomp")
    return words


@where("as", "CD", "pobj")
def mend_times_behind_capacities(words: Words) -> Words:
    """When somebody is taken on as something is when that is done: "joined the paper as a reporter in 1998"."""
    for day in words[5:]:
        prep = words[day.head]
        role = words[prep.head]
        as_ = words[role.head]
        timed = day.dep == "pobj" and day.label == "DATE" and prep.dep == "prep" and prep.text in ("in", "on", "since")
        capacity = as_.text == "as" and as_.dep == "prep" and role.i == prep.i - 1 and as_.i > as_.head
        if timed and capacity and words[as_.head].pos == "VERB":
            hang(words, prep.i, as_.head, "prep")
    return words


@where("appos", "conj", ",", "PROPN")
def mend_members_behind_names(words: Words) -> Words:
    """Who stands behind a name between commas is another, no second name: "by his wife, Helen, and three sons"."""
    for other in words[5:]:
        name = words[other.head]
        kin = words[name.head]
        if other.dep != "conj" or name.dep != "appos" or not name.i + 2 < other.i or other.pos not in NOUNS:
            continue
        joint = words[name.i + 2]
        if words[name.i + 1].text != "," or joint.dep != "cc" or is_named(other):
            continue
        if is_named(name) and not is_named(kin) and kin.i < name.i and other.tag in ("NN", "NNS"):
            hang(words, joint.i, kin.i, "cc")
            hang(words, other.i, kin.i, "conj")
    return words


@where("of", "conj", "a")
def mend_second_parents(words: Words) -> Words:
    """Two of whom somebody is the child are joined: "the daughter of a Nigerian diplomat and a Scottish doctor"."""
    for second in words[6:]:
        child = words[second.head]
        of = child_of(words, child.i, "prep", start=child.i, end=second.i) if second.dep == "conj" else None
        first = child_of(words, of.i, "pobj", end=second.i) if of is not None and of.text == "of" else None
        if first is None or child.lemma not in ("son", "daughter", "child", "grandson", "granddaughter"):
            continue
        alike = all(child_of(words, w.i, "det", end=w.i) is not None for w in (first, second))
        if alike and are_people(first.lemma) and are_people(second.lemma):
            hand_over(words, child.i, first.i, start=first.i, end=second.i, dep="cc")
            hang(words, second.i, first.i, "conj")
    return words


DECLINING = ("decline", "refuse", "give", "go", "offer", "call")  # what a speaker does beside saying a thing


@where("ccomp", "conj", ",", ("VBD", "VBZ"))
def mend_verbs_behind_sayings(words: Words) -> Words:
    """Behind an inserted saying the clause before it goes on: "The town grew, officials said, and drew settlers"."""
    said = words[root_of(words)]
    if said.lemma not in cues()["speech.verbs"] or said.i + 2 >= len(words) or words[said.i + 1].text != ",":
        return words
    clause, who = child_of(words, said.i, "ccomp", end=said.i), child_of(words, said.i, "nsubj", end=said.i)
    more = child_of(words, said.i, "conj", start=said.i)
    if clause is None or who is None or more is None or not clause.i < who.i or more.tag != clause.tag:
        return words
    if has_own(words, more.i) or more.lemma in cues()["speech.verbs"] or more.lemma in DECLINING:
        return words
    joint = child_of(words, said.i, "cc", start=said.i, end=more.i)
    if joint is not None and joint.i == said.i + 2 and words[first_of(words, who.i) - 1].text == ",":
        join_to(words, more.i, clause.i, joint)
    return words


@where("aged", "acl", ",")
def mend_ages(words: Words) -> Words:
    """Who is aged is the person of whom a clause tells, not the place: "He died at his home in Turin, aged 83"."""
    for aged in words[3:]:
        place = words[aged.head]
        if aged.text != "aged" or aged.dep != "acl" or words[aged.i - 1].text != "," or place.i > aged.i:
            continue
        verb = place
        while verb.pos != "VERB" and verb.head != verb.i:
            verb = words[verb.head]
        who = child_of(words, verb.i, "nsubj", "nsubjpass", end=place.i)
        if place.dep == "pobj" and who is not None and verb.pos == "VERB":
            hang(words, aged.i, verb.i, "advcl")
    return words


FORCES = frozenset({"police", "army", "troop", "troops", "court", "authority", "navy", "militia", "rebel", "guard"})


@where("auxpass", "xcomp", "TO", "by")
def mend_bidders(words: Words) -> Words:
    """Who forces others to act stands behind "by", at the end too: "were forced to leave the building by police"."""
    for by in words[5:-1]:
        holder = words[by.head]
        deed = words[holder.head] if holder.dep in ("dobj", "pobj") else holder
        bidding, who = words[deed.head], child_of(words, by.i, "pobj", start=by.i)
        asked = deed.dep == "xcomp" and bidding.lemma in BIDDING and child_of(words, bidding.i, "auxpass") is not None
        if by.text != "by" or by.dep not in ("prep", "agent") or not asked or who is None:
            continue
        acting = are_people(who.lemma) or who.lemma in cues()["nouns.groups"] | FORCES or is_named(who)
        if acting and takes_to(words, deed.i) and child_of(words, bidding.i, "agent") is None:
            hang(words, by.i, bidding.i, "agent")
    return words


@where("NOUN", "conj", "PROPN", "compound", "nsubj")
def mend_two_callings(words: Words) -> Words:
    """Two callings before one name are that person's: "The actress and singer Mona Reis"."""
    for name in words[3:]:
        first = words[name.head]
        second = child_of(words, name.i, "compound", start=first.i, end=name.i)
        if name.dep != "conj" or second is None or not is_named(name) or second.i != first.i + 2:
            continue
        callings = first.pos == second.pos == "NOUN" and first.tag == second.tag == "NN" and first.name is None
        callings = callings and child_of(words, first.i, "det", end=first.i) is not None
        if not callings or not (are_people(first.lemma) and are_people(second.lemma)):
            continue
        hang(words, name.i, first.head, first.dep)
        hand_over(words, first.i, name.i)
        hang(words, first.i, name.i, "compound")
        hang(words, first.i + 1, first.i, "cc")
        hang(words, second.i, first.i, "conj")
    return words
