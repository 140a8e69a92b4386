"""Mends in a parse: sentences in another order than subject, verb, object, and what they deny by it."""

from dataclasses import replace

from graph.extract.cues import cues
from graph.extract.parse import Word
from graph.extract.trees import (
    NOUNS,
    Words,
    below,
    child_of,
    first_of,
    hand_over,
    hang,
    has_own,
    last_of,
    make_subject,
    root_of,
    where,
)
from graph.model import EntityType

# Verbs of being somewhere, whose subject may stand behind them.
STANDING = ("stand", "sit", "lie", "hang", "lurk", "loom", "rise", "live", "come", "lean", "rest", "flow")
AIMS = ("advcl", "csubj")  # how the parser hangs an infinitive that opens a sentence
NEAR = ("opposite", "near", "beside", "behind", "next", "close", "inside", "outside")


@where(("be", *STANDING))
def mend_inversions(words: Words) -> Words:
    """What stands behind a verb that opens with its place is its subject: "on the hill stands a castle"."""
    verb = words[root_of(words)]
    if verb.i == 0 or verb.lemma not in ("be", *STANDING):
        return words
    behind = [w for w in words[verb.i + 1 :] if w.head == verb.i and w.dep in ("dobj", "attr", "nsubj", "nsubjpass")]
    if len(behind) != 1 or behind[0].pos not in NOUNS or any(w.tag == "MD" for w in words[: verb.i]):
        return words
    subject = behind[0]
    own = [w for w in words[: verb.i] if w.head == verb.i and w.dep.startswith("nsubj")]
    first = words[0]
    if verb.lemma == "be" and not own and is_quality(words, verb):
        hang(words, subject.i, verb.i, "nsubj")
        if first.lemma == "next":
            hang(words, first.i, verb.i, "acomp")
            words[first.i] = replace(words[first.i], pos="ADJ", tag="JJ")
    elif verb.lemma in STANDING and not own and first.pos == "ADP" and first.head == verb.i:
        hang(words, subject.i, verb.i, "nsubj")
    elif verb.lemma in STANDING and len(own) == 1 and is_place(words, own[0], verb):
        words[0] = replace(first, pos="ADP", tag="IN", head=verb.i, dep="prep")
        hang(words, own[0].i, 0, "pobj")
        hang(words, subject.i, verb.i, "nsubj")
    return words


def is_place(words: Words, noun: Word, verb: Word) -> bool:
    """Whether a noun that passes for the subject stands behind a preposition: "opposite the hall stands a statue"."""
    first = words[0]
    leads = first.pos == "ADP" or first.lemma.lower() in NEAR
    return leads and first.head in (noun.i, verb.i) and noun.name is None


def is_quality(words: Words, verb: Word) -> bool:
    """Whether a sentence opens with an adjective or "next to", and what it stands for: "central to the plan is X"."""
    first = words[0]
    reaching = any(w.head == 0 and w.dep == "prep" for w in words)
    return first.head == verb.i and reaching and (first.dep == "acomp" or first.lemma.lower() == "next")


@where(("attr", "nsubjpass"), "be", ("csubj", "VBN"))
def mend_fronted_participles(words: Words) -> Words:
    """Who does what a participle in front of "be" tells stands behind: "attending the meeting were X and Y"."""
    first, root = words[0], words[root_of(words)]
    if first.tag == "VBN" and root.i == 0:  # "attached to the letter was a map"
        be = next((w for w in words[1:] if w.head == 0 and w.dep in ("aux", "auxpass") and w.lemma == "be"), None)
        behind = [w for w in words if be is not None and w.i > be.i and w.head == 0 and w.dep in ("attr", "nsubjpass")]
        if be is not None and len(behind) == 1 and not has_own(words, 0):
            hang(words, behind[0].i, 0, "nsubjpass")
            words[be.i] = replace(be, dep="auxpass")
    elif first.tag == "VBG" and first.dep == "csubj" and first.head == root.i and root.lemma == "be":
        behind = [
            w for w in words[root.i :] if w.head == root.i and w.dep == "attr" and w.tag in ("NNS", "NNP", "NNPS")
        ]
        acting = root.tag in ("VBD", "VBP") and len(behind) == 1
        if acting and any(w.head == 0 and w.dep == "dobj" for w in words):
            hand_over(words, root.i, 0)
            hang(words, 0, 0, "ROOT")
            hang(words, root.i, 0, "aux")
            hang(words, behind[0].i, 0, "nsubj")
    return words


@where(",", ("VBD", "VBZ"), ("nsubj", "nsubjpass"))
def mend_inserted_sayings(words: Words) -> Words:
    """Between commas who speaks may stand behind the verb: in "Peru, said its delegate, will join" Peru joins."""
    for verb in list(words[2:-1]):
        if verb.tag not in ("VBD", "VBZ") or verb.lemma not in cues()["speech.verbs"] or words[verb.i - 1].text != ",":
            continue
        acting = child_of(words, verb.i, "nsubj", "nsubjpass", end=verb.i)
        behind = [w for w in words[verb.i :] if w.head == verb.i and w.dep in ("dobj", "nsubj")]
        if acting is None or len(behind) != 1 or behind[0].pos not in NOUNS:
            continue
        last = last_of(words, behind[0].i)
        inner = child_of(words, verb.i, "ccomp", start=last)
        above = words[verb.head] if verb.dep in ("parataxis", "ccomp", "advcl") else None
        told = above if above is not None else inner
        closed = last + 1 < len(words) and words[last + 1].text == ","
        if told is None or not closed or told.i <= last or has_own(words, told.i):
            continue
        if above is None:
            hang(words, told.i, told.i if verb.head == verb.i else verb.head, verb.dep)
            hang(words, verb.i, told.i, "parataxis")
        make_subject(words, acting.i, told.i)
        hang(words, behind[0].i, verb.i, "nsubj")
    return words


@where("compound", "PROPN", ("NNS", "NNPS"))
def mend_fronted_gerunds(words: Words) -> Words:
    """A verb in "-ing" that opens a sentence has an object of its own: "Briefing members, Ana Berg said"."""
    gerund, root = words[0], words[root_of(words)]
    thing = words[gerund.head]
    if not gerund.text.lower().endswith("ing") or gerund.dep != "compound" or thing.head != root.i:
        return words
    beside = (w for w in words if (w.head, w.dep) in ((thing.i, "appos"), (root.i, "nsubj")) and w.pos == "PROPN")
    name = next((w for w in beside if w.i > thing.i), None)
    comma = thing.i + 1 < len(words) and words[thing.i + 1].text == ","
    if name is None or not comma or thing.dep != "nsubj" or thing.i != 1 or thing.tag not in ("NNS", "NNPS"):
        return words
    lemma = gerund.text.lower().removesuffix("ing")
    hand_over(words, thing.i, name.i, start=thing.i)
    hang(words, name.i, root.i, "nsubj")
    words[0] = replace(gerund, pos="VERB", tag="VBG", lemma=lemma, dep="advcl", head=root.i)
    hang(words, thing.i, 0, "dobj")
    return words


@where(("appos", "conj"), ("prep", *AIMS), ",")
def mend_swallowed_subjects(words: Words) -> Words:
    """Behind what opens a sentence stands its subject: "at the invitation of Peru, the King of X came".

    Also "to meet its promises to Peru, X and Y agreed", where the parser takes a list for what follows.
    """
    front, root = words[0], words[root_of(words)]
    front = words[front.head] if front.tag == "TO" and words[front.head].dep in AIMS else front
    opens = front.dep in ("prep", *AIMS) and front.head == root.i and front.i < root.i
    subject = any(w.head == root.i and w.dep in ("nsubj", "nsubjpass", "expl") for w in words)
    if not opens or root.pos != "VERB" or subject or not root.text.islower():
        return words
    for who in words[3 : root.i]:
        start = first_of(words, who.i)
        apart = who.dep in ("appos", "conj") and below(words, who.i, front.i) and words[start - 1].text == ","
        behind = {w.dep for w in words[last_of(words, who.i) + 1 : root.i]}
        where_of_city = is_land(who) and is_land(words[start - 2]) and words[who.i + 1].text == ","  # "Lima, Peru,"
        apart = apart and not where_of_city
        loose = {"punct", "appos", "compound", "aux", "auxpass", "advmod"}
        if apart and who.pos in NOUNS and behind <= loose:
            beside = who.head
            make_subject(words, who.i, root.i)
            hang(words, front.i, root.i, "advcl" if front.dep in AIMS else front.dep)
            for other in list(words[who.i + 1 : root.i]):
                if other.head == beside and other.dep == "appos":
                    hang(words, other.i, who.i, "appos")
            break
    return words


def is_land(word: Word) -> bool:
    """Whether a word is the name of a place, for us or for the model."""
    places = (EntityType.COUNTRY, EntityType.PLACE, EntityType.REGION)
    return word.label in ("GPE", "LOC") if word.name is None else word.name.type in places


@where("neg")
def mend_fronted_denials(words: Words) -> Words:
    """A "never" in front of a phrase denies the clause: "never in her life had she seen it"."""
    for word in words:
        phrase = words[word.head]
        if word.dep == "neg" and word.lemma.lower() == "never" and phrase.pos == "ADP" and phrase.i == word.i + 1:
            hang(words, word.i, phrase.head, "neg")
    return words


@where("neg", ("appos", "conj"))
def mend_contrasts(words: Words) -> Words:
    """What is only said not to do it does nothing: "the army, not the police, opened fire"."""
    for word in list(words):
        if word.dep != "neg" or word.i == 0 or words[word.i - 1].text.lower() not in (",", "and"):
            continue
        above = words[word.head]
        other = next((w for w in words[word.i + 1 :] if w.pos in NOUNS and w.dep in ("appos", "conj")), None)
        if other is None or other.head > word.i:
            continue
        if any(w.pos in ("VERB", "AUX", "ADP") for w in words[word.i : other.i]):
            continue
        kept = words[other.head]
        if above.i not in (other.i, kept.i) or kept.pos not in NOUNS:
            continue
        hang(words, word.i, other.i, "neg")
        hang(words, other.i, kept.i, "dep")
        for clause in list(words):
            if clause.head == other.i and clause.dep == "relcl":
                hang(words, clause.i, kept.i, "relcl")
    return words


@where("that", "be", ("advcl", "ccomp"))
def mend_cleft_phrases(words: Words) -> Words:
    """A clause behind "it was in X that" has X as its setting: "it was in Paris that she met him"."""
    be = words[root_of(words)]
    it = child_of(words, be.i, "nsubj")
    phrase = next((w for w in words if w.head == be.i and w.dep == "prep" and w.i > be.i), None)
    if be.lemma != "be" or it is None or it.lemma.lower() != "it" or phrase is None:
        return words
    below = (w for w in words[phrase.i :] if w.head == be.i and w.dep in ("ccomp", "advcl"))
    clause = next((w for w in below if w.pos in ("VERB", "AUX")), None)
    that = next((w for w in words if clause is not None and w.head == clause.i and w.text.lower() == "that"), None)
    if clause is None or that is None or not phrase.i < that.i < clause.i or not has_own(words, clause.i):
        return words
    hang(words, clause.i, clause.i, "ROOT")
    for gone in (it, be, that):
        words[gone.i] = replace(words[gone.i], dep="dep", head=clause.i, pos="X")
    hand_over(words, be.i, clause.i)
    return words
