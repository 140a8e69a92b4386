"""Mends in a parse: what the members of a list of verbs are coordinated with."""

from graph.extract.cues import cues
from graph.extract.repair_clauses import is_base
from graph.extract.trees import Words, hang


def mend_gerund_lists(words: Words) -> Words:
    """Gerunds in a list that "and" closes go on with the one that a preposition governs, not with the verb above.

    "a role in funding A, backing B, and building C": the role is in all three.
    """
    for first in list(words):
        if first.tag != "VBG" or first.dep != "pcomp" or words[first.head].lemma in ("as", "like"):
            continue
        verb = verb_above(words, first.i)
        participles = (w.tag == "VBG" and w.dep == "advcl" and w.head == verb and w.i < first.i for w in words)
        if words[verb].tag == "VBG" or any(participles):
            continue  # "…, drafting a plan for funding A, and leading B": those are the list
        members: list[int] = []
        for word in words[first.i + 1 :]:
            listed = word.tag == "VBG" and words[word.i - 1].text in (",", ";", "and", "or")
            if listed and word.dep in ("advcl", "conj") and word.head in (verb, first.i, *members):
                members.append(word.i)
        closed = bool(members) and words[members[-1] - 1].text in ("and", "or")
        for member in members if closed else ():
            hang(words, member, first.i, "conj")
    return words


def mend_gerund_partners(words: Words) -> Words:
    """A finite verb is no partner of a gerund: "recognise X's role in doing Y and express support" goes on above."""
    for word in words:
        head = words[word.head]
        finite = word.dep == "conj" and word.tag in ("VBP", "VBZ", "VBD", "VB") and word.pos == "VERB"
        if not finite or head.tag != "VBG" or head.dep != "pcomp" or head.i > word.i:
            continue
        above = verb_above(words, head.i)
        if words[above].tag in ("VBP", "VBZ", "VBD", "VB") and above < head.i:
            hang(words, word.i, above, "conj")
    return words


def verb_above(words: Words, i: int) -> int:
    """The nearest finite verb or infinitive above a word; the word itself where none is."""
    at = i
    while words[at].head != at:
        at = words[at].head
        if words[at].pos in ("VERB", "AUX") and words[at].dep != "pcomp":
            return at
    return at


def mend_performatives(words: Words) -> Words:
    """What one does in saying goes on with what one says: "we reaffirm that X must act, and reiterate our support"."""
    performing = cues()["speech.performing"]
    for word in words:
        head = words[word.head]
        if word.dep != "conj" or head.dep != "ccomp" or word.lemma not in performing or head.i > word.i:
            continue
        saying = cues()["speech.verbs"] | performing
        above = words[head.head]
        said = above.lemma in saying and above.i < head.i
        own = any(w.head == word.i and w.dep.startswith(("nsubj", "aux")) for w in words)
        tense = "VBP" if above.tag == "VBD" and is_base(above) else above.tag
        same = {word.tag, tense} in ({"VBP"}, {"VB", "VBP"}, {"VBD"}, {"VBZ"})
        if said and same and not own and head.lemma not in saying:
            hang(words, word.i, above.i, "conj")
    return words
