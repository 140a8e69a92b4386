"""Mends in a parse: fixed phrases, and participles that only look like gerunds or verbs."""

from dataclasses import replace
from itertools import takewhile

from graph.extract.cues import cues
from graph.extract.trees import NOUNS, Words, below, child_of, hang, has_object, has_own, where

# Participles that stand before a noun like adjectives: "as founding members of X".
PARTICIPIAL = ("founding", "leading", "ruling", "sitting", "serving", "participating", "contributing", "existing")


@where("to")
def mend_repeated_nouns(words: Words) -> Words:
    """A noun, "to" and the same noun again say of what kind the next one is: "people to people ties"."""
    for first in words[:-3]:
        if first.pos != "NOUN" or words[first.i + 1].text != "to":
            continue
        to, again, noun = words[first.i + 1 : first.i + 4]
        same = first.text.lower() == again.text.lower()
        if not same or noun.pos != "NOUN" or again.head != noun.i or first.head == noun.i:
            continue
        root = first.head == first.i
        hang(words, noun.i, noun.i if root else first.head, first.dep)
        hang(words, first.i, noun.i, "compound")
        words[to.i] = replace(to, head=noun.i, dep="compound")
    return words


@where(PARTICIPIAL, "pcomp")
def mend_participial_members(words: Words) -> Words:
    """What one is "as founding members of X" one does not found: the participle belongs to the noun."""
    for word in words[:-1]:
        noun = words[word.i + 1]
        prep = words[word.head]
        gerund = word.tag == "VBG" and word.text.lower() in PARTICIPIAL and word.dep == "pcomp"
        if gerund and noun.tag in ("NNS", "NN") and noun.head == word.i and noun.dep == "dobj":
            hang(words, noun.i, prep.i, "pobj")
            words[word.i] = replace(word, pos="ADJ", tag="JJ", head=noun.i, dep="amod")
    return words


@where("mark", "advcl", "VBN")
def mend_absolute_passives(words: Words) -> Words:
    """What happens to a thing behind "with" happens to it: "with every life lost in X" lives are lost."""
    for word in words:
        if word.tag != "VBN" or word.dep != "advcl":
            continue
        below = [w for w in words if w.head == word.i]
        subject = next((w for w in below if w.i < word.i and w.dep == "nsubj"), None)
        marked = any(w.dep == "mark" and w.lemma.lower() == "with" for w in below)
        if subject is not None and marked and not any(w.dep in ("aux", "auxpass", "dobj") for w in below):
            hang(words, subject.i, word.i, "nsubjpass")
    return words


# Nouns that are an adverb with "in".
ADVERBIAL = ("part", "particular", "turn", "general")


@where(ADVERBIAL, "acl")
def mend_in_part(words: Words) -> Words:
    """Between "be" and a participle "in part" is an adverb: "are in part related to X"."""
    for noun in words:
        if noun.text not in ADVERBIAL:
            continue
        prep, be = words[noun.head], words[words[noun.head].head]
        part = prep.text == "in"
        told = next((w for w in words if w.head == noun.i and w.dep == "acl" and w.tag == "VBN"), None)
        if part and be.lemma == "be" and told is not None and prep.i == be.i + 1:
            hang(words, told.i, be.i, "acomp")
            words[told.i] = replace(words[told.i], pos="ADJ", tag="JJ")
            words[prep.i] = replace(prep, dep="advmod")
    return words


@where("do", "VB")
def mend_utmost(words: Words) -> Words:
    """Who does his best to do a thing tries to: the infinitive tells what the best is."""
    for best in words:
        do = words[best.head]
        if best.text not in cues()["nouns.utmost"] or best.dep != "dobj" or do.lemma != "do":
            continue
        clause = next(
            (w for w in words[best.i :] if w.head == do.i and w.dep in ("advcl", "xcomp") and w.tag == "VB"), None
        )
        if clause is not None:
            hang(words, clause.i, best.i, "acl")
            words[best.i] = replace(best, pos="NOUN", tag="NN")
    return words


@where("as", "pcomp", "advcl")
def mend_gerund_subjects(words: Words) -> Words:
    """A gerund behind "as" in a clause without a subject is it: "as training is an investment, we pay for it"."""
    for verb in words:
        if verb.dep != "advcl" or verb.tag not in ("VBP", "VBZ", "VBD") or has_own(words, verb.i, "csubj"):
            continue
        mark = next(
            (w for w in words[: verb.i] if w.head == verb.i and w.dep == "prep" and w.text.lower() == "as"), None
        )
        gerund = next((w for w in words if mark is not None and w.head == mark.i and w.dep == "pcomp"), None)
        if mark is not None and gerund is not None and gerund.tag == "VBG":
            words[mark.i] = replace(mark, dep="mark", tag="IN", pos="SCONJ")
            hang(words, gerund.i, verb.i, "csubj")
    return words


# What papers and sums do, and nobody who signs them.
CONTAINING = ("cover", "comprise", "contain", "total", "span", "encompass", "concern", "regard")


@where(CONTAINING, "advcl")
def mend_contents(words: Words) -> Words:
    """What covers things behind a comma is what was signed, not who signed it: "signed five pacts, covering trade"."""
    for clause in words:
        verb = words[clause.head]
        if clause.tag != "VBG" or clause.dep != "advcl" or clause.lemma not in CONTAINING or clause.i < 2:
            continue
        thing = words[clause.i - 2]
        while thing.i > verb.i and thing.dep in ("pobj", "prep", "conj"):
            thing = words[thing.head]
        if words[clause.i - 1].text == "," and thing.dep == "dobj" and thing.head == verb.i and thing.i < clause.i:
            hang(words, clause.i, thing.i, "acl")
    return words


@where("including")
def mend_including(words: Words) -> Words:
    """The word "including" with an object and no auxiliary is a preposition, of the noun before it."""
    for word in words:
        if word.pos != "VERB" or word.text.lower() != "including" or word.head == word.i:
            continue
        parts = [w for w in words if w.head == word.i and w.i != word.i]
        target = next((w for w in parts if w.dep in ("dobj", "pobj")), None)
        if target is None:
            continue
        if any(w.dep.startswith(("aux", "nsubj")) for w in parts):
            continue
        near = [w.i for w in words[: word.i] if w.pos in NOUNS and w.i >= word.i - 2]
        before = [i for i in near if not below(words, i, word.i)]
        words[word.i] = replace(word, pos="ADP", tag="IN", dep="prep", head=before[-1] if before else word.head)
        hang(words, target.i, word.i, "pobj")
    return words


LEADING = ("begin", "start")


@where(LEADING, "with", "VBG")
def mend_beginnings(words: Words) -> Words:
    """A "beginning with" behind a comma is a preposition: "all states, beginning with Norway"."""
    for word in words:
        behind = words[word.i + 1] if word.i + 1 < len(words) else word
        opened = word.i > 0 and words[word.i - 1].text == ","
        if word.tag == "VBG" and word.lemma in LEADING and behind.lemma == "with" and opened and word.dep != "ROOT":
            words[word.i] = replace(word, pos="ADP", tag="IN", dep="prep")
            doers = [w.i for w in words if w.head == behind.i and w.dep == "pobj"]
            for other in words[word.i + 1 :]:  # "beginning with Norway building a port"
                if doers and other.tag == "VBG" and other.dep == "advcl" and words[other.i - 1].pos in NOUNS:
                    hang(words, other.i, doers[0], "acl")
    return words


@where("owing", "to")
def mend_owing(words: Words) -> Words:
    """The words "owing to" lead to a reason and owe nothing: "cut rations owing to a shortfall"."""
    for owing in words[2:-2]:
        to = words[owing.i + 1]
        if owing.text.lower() != "owing" or to.text != "to" or to.head != owing.i or owing.head == owing.i:
            continue
        words[owing.i] = replace(owing, pos="ADP", tag="IN", lemma="owing", dep="prep")
        words[to.i] = replace(to, dep="pcomp")
    return words


QUALITIES = ("binding", "pending", "lacking", "forthcoming", "promising", "alarming", "encouraging", "worrying")


@where(QUALITIES, "VBG", "aux", "be")
def mend_lasting_qualities(words: Words) -> Words:
    """What is "binding" or "pending" does nothing: "is binding on the parties" tells how it is."""
    for form in list(words):
        if form.text not in QUALITIES or form.tag != "VBG" or has_object(words, form.i):
            continue
        be = next((w for w in reversed(words[: form.i]) if w.head == form.i and w.lemma == "be"), None)
        if be is None:
            continue
        above = be.i if form.head == form.i else form.head
        words[be.i] = replace(be, dep=form.dep, head=above)
        for word in [w for w in words if w.head == form.i and w.i < form.i and w.dep != "advmod"]:
            hang(words, word.i, be.i, word.dep)
        words[form.i] = replace(form, pos="ADJ", tag="JJ", lemma=form.text, dep="acomp", head=be.i)
    return words


@where(("a", "an"), ("JJ", "JJR"), ("pobj", "dobj"))
def mend_adjectives_behind_articles(words: Words) -> Words:
    """An "a" needs a noun, over all adjectives before it: "hopes for a more peaceful, just, and equitable world"."""
    for word in list(words[2:-2]):
        if (
            word.dep not in ("pobj", "dobj")
            or word.tag not in ("JJ", "JJR")
            or words[word.i + 1].text not in (",", "and")
        ):
            continue
        article = child_of(words, word.i, "det", end=word.i)
        if article is None or article.text.lower() not in ("a", "an"):
            continue
        run = list(takewhile(lambda w: w.tag in ("JJ", "JJR", "RB", "RBR", "CC", ","), words[word.i + 1 :]))
        noun = words[min(word.i + 1 + len(run), len(words) - 1)]
        if noun.pos != "NOUN" or not run or run[-1].tag not in ("JJ", "JJR"):
            continue
        hang(words, noun.i, word.head, word.dep)
        for other in (article, word, *run):
            hang(words, other.i, noun.i, other.dep if other.pos in ("PUNCT", "CCONJ", "DET") else "amod")
    return words
