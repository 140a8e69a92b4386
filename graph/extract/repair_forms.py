"""Mends in a parse: what the form of a verb tells about its place."""

from dataclasses import replace

from graph.extract.cues import cues, stating
from graph.extract.lemmas import verb_of
from graph.extract.parse import Word
from graph.extract.spacy_model import verb_index
from graph.extract.trees import BARE, NOUNS, Words, hand_over, hang, has_object, has_own, takes_to, where

QUESTIONS = ("how", "why", "what", "where", "when", "whether")
FULL = ("VBZ", "VBP", "VBD", "VB", "VBG")


@where(("VBN", "VBD"), ("ccomp", "aux", "conj"), "dobj")
def mend_participial_adjectives(words: Words) -> Words:
    """An "-ed" form between another verb and its object is the object's adjective: "welcomed intensified talks"."""
    for word in list(words):
        if word.tag not in ("VBN", "VBD") or not word.text.endswith("ed"):
            continue
        verb = words[word.i - 1] if word.i else word
        if verb.tag not in FULL:
            continue
        objects = [w for w in words if w.head == word.i and w.dep == "dobj" and w.i > word.i]
        if not objects:
            continue
        if any(w.pos not in ("ADJ", "ADV", "NOUN") for w in words[word.i + 1 : objects[0].i]):
            continue
        taken = word.dep == "ccomp" and word.head == verb.i
        joined = word.dep == "conj" and verb.tag in ("VBZ", "VBP") and not has_object(words, verb.i)
        if (taken or joined) and verb.dep not in ("aux", "auxpass") and not has_own(words, word.i, "aux", "mark"):
            make_adjective(words, word.i, verb.i, objects[0].i)
        elif verb.dep == "aux" and verb.head == word.i and verb.lemma not in ("have", "be", "do", "get", "'s", "’s"):
            words[verb.i] = replace(verb, pos="VERB", dep=word.dep, head=verb.i if word.head == word.i else word.head)
            make_adjective(words, word.i, verb.i, objects[0].i)
    return words


@where("VBN", "conj", "dobj")
def mend_listed_adjectives(words: Words) -> Words:
    """An "-ed" form behind "and" and a noun, beside a verb in the present, is the adjective of what follows.

    "Makes paper and printed books" does not print books: a past tense goes on with a past tense.
    """
    for word in list(words):
        if word.dep != "conj" or word.tag != "VBN":
            continue
        head = words[word.head]
        joined = word.i > 1 and words[word.i - 1].lemma in ("and", "or") and words[word.i - 2].pos in NOUNS
        present = head.tag in ("VBZ", "VBP", "VB", "VBG") and head.i < word.i
        if not joined or not present or has_own(words, word.i, "aux"):
            continue
        if any(w.head == head.i and w.dep == "auxpass" for w in words):
            continue
        objects = [w for w in words if w.head == word.i and w.dep == "dobj" and w.i > word.i]
        if objects and all(w.pos in ("ADJ", "NOUN") for w in words[word.i + 1 : objects[0].i + 1]):
            noun, member = objects[0], words[word.i - 2]
            hang(words, word.i - 1, member.i, "cc")
            make_adjective(words, word.i, noun.i, noun.i)
            hang(words, noun.i, member.i, "conj")
    return words


def make_adjective(words: Words, participle: int, verb: int, noun: int) -> None:
    """Make a participle the adjective of a noun, and hang what hung on it on another verb."""
    hand_over(words, participle, verb)
    hang(words, participle, noun, "amod")
    words[participle] = replace(words[participle], pos="ADJ", tag="JJ")


@where(("relcl", "acl"), "TO", "VB")
def mend_asked(words: Words) -> Words:
    """An infinitive behind a clause that tells who is asked is what is asked: "call on all who have not to sign".

    "Call on all states represented here to act".
    """
    asking = cues()["modality.proposed"]
    for word in words:
        if word.tag != "VB":
            continue
        clause = words[word.head]
        asked = words[clause.head]
        if clause.dep not in ("relcl", "acl") or not clause.i < word.i or not takes_to(words, word.i):
            continue
        governing = asking | cues()["modality.possible"] | cues()["modality.planned"]
        full = clause.lemma == "do" if clause.dep == "relcl" else clause.tag == "VBN" and clause.lemma not in governing
        verb = words[asked.head] if asked.dep == "dobj" else words[words[asked.head].head]
        if full and verb.lemma in asking and verb.i < asked.i < clause.i:
            hang(words, word.i, verb.i, "xcomp")
    return words


@where(QUESTIONS, "VBP", "VB")
def mend_questions(words: Words) -> Words:
    """A base form coordinated with a finite verb goes on with the question between them: "ask how we earn, spend X"."""
    for word in words:
        head = words[word.head]
        if word.dep != "conj" or word.tag != "VB" or head.tag not in ("VBP", "VBZ", "VBD") or head.i > word.i:
            continue
        asked = [
            w.i
            for w in words[head.i : word.i]
            if w.tag == "VBP" and w.dep in ("pcomp", "ccomp") and has_own(words, w.i) and is_asked(words, w.i)
        ]
        if asked and not has_own(words, word.i, "aux"):
            hang(words, word.i, asked[-1], "conj")
    return words


def is_asked(words: Words, verb: int) -> bool:
    """Whether a clause opens with a question word."""
    return any(w.head == verb and w.i < verb and w.text.lower() in QUESTIONS for w in words)


def is_actor(word: Word) -> bool:
    """Whether a noun names actors."""
    return word.lemma in cues()["nouns.groups"] or (word.name is not None and word.pos in NOUNS)


# Verbs whose past tense is their base form.
UNCHANGED = (
    "put",
    "cut",
    "set",
    "let",
    "hit",
    "cost",
    "read",
    "spread",
    "shut",
    "cast",
    "hurt",
    "quit",
    "split",
    "upset",
)


def is_base(word: Word) -> bool:
    """Whether a verb taken for a past tense is a base form: "condemn" is no past, "put" may be one."""
    return word.text.lower() == word.lemma and word.lemma not in UNCHANGED


BASES = ("conj", "advcl", "dep", "parataxis", "ccomp")  # what a base form is for the parser where it goes on


@where("TO", "VB", BASES)
def mend_infinitives(words: Words) -> Words:
    """A base form coordinated with a past tense goes on with the infinitive between them.

    "pledged to fund A, support B and build C": "support" agrees with "fund", not with "pledged".
    """
    for word in words:
        head = words[word.head]
        if word.tag not in ("VB", "VBP", "VBD") or word.dep not in BASES or head.i > word.i:
            continue
        base = word.pos == "VERB"
        if word.tag == "VBD":
            base = word.dep == "conj" and head.tag == "VBD" and is_base(word)
        running = head.tag == "VBG" and has_own(words, head.i, "aux")  # "are taking steps to fund A, support B"
        plain = head.tag == "VBP" and word.tag == "VB" and word.lemma not in stating()
        past = head.tag in ("VBD", "VBZ", "VBN") or running or plain
        if not base or not past or has_own(words, word.i, "aux", "mark"):
            continue
        infinitives = [w.i for w in words[head.i : word.i] if w.tag == "VB" and takes_to(words, w.i)]
        if infinitives:
            hang(words, word.i, infinitives[0], "conj")
            words[word.i] = replace(words[word.i], tag="VB")
    return words


@where("conj", "VB", "acl", ("VBG", "VBN"))
def mend_bases_behind_participles(words: Words) -> Words:
    """A base form behind "and" is no partner of a participle: "to show the dangers facing A and raise B" raises B."""
    for word in words:
        participle = words[word.head]
        joined = word.dep == "conj" and word.tag == "VB" and participle.dep == "acl" and participle.i < word.i
        if not joined or participle.tag not in ("VBG", "VBN") or has_own(words, word.i, "aux"):
            continue
        if word.lemma in stating():
            continue
        if any(takes_to(words, w.i) for w in words[participle.i + 1 : word.i] if w.tag == "VB"):
            continue  # "efforts aimed to end A and support B"
        above = participle
        while above.head != above.i and above.tag != "VB":
            above = words[above.head]
        if above.tag == "VB" and above.i < participle.i:
            hang(words, word.i, above.i, "conj")
            first = next((w for w in words[participle.i : word.i] if w.head == participle.i and w.dep == "cc"), None)
            if first is not None:
                hang(words, first.i, above.i, "cc")
    return words


@where("conj", ("VBZ", "VBP"), ("VB", "VBD"))
def mend_agreement(words: Words) -> Words:
    """A third person coordinated with a base form or a past goes on with the third person between them.

    "will build a port that feeds the city and supports X": "supports" agrees with "feeds", not with "build". So does a
    plural in a clause with "which": "raised acts that harm X and threaten Y".
    """
    for word in words:
        if word.dep != "conj" or word.pos != "VERB":
            continue
        head = words[word.head]
        wrong = {"VBZ": ("VB", "VBD"), "VBP": ("VBD",)}.get(word.tag, ())
        if head.tag not in wrong or head.i > word.i or has_own(words, word.i):
            continue
        deps = ("relcl", "conj") if word.tag == "VBZ" else ("relcl",)
        relative = [w.i for w in words[head.i : word.i] if w.tag == word.tag and w.dep in deps and w.i != head.i]
        if relative:
            hang(words, word.i, relative[0], "conj")
    return words


@where("ccomp", BARE, "conj")
def mend_bare_infinitives(words: Words) -> Words:
    """A base form behind "see X do" goes on with what X does: "wants to see Africa flourish, expand and trade"."""
    for word in words:
        head = words[word.head]
        if word.dep != "conj" or word.tag not in ("VB", "VBP") or head.i > word.i or has_own(words, word.i, "aux"):
            continue
        bare = [
            w.i
            for w in words[head.i : word.i]
            if w.dep == "ccomp" and w.tag == "VB" and not takes_to(words, w.i) and words[w.head].lemma in BARE
        ]
        if bare:
            hang(words, word.i, bare[-1], "conj")
            words[word.i] = replace(words[word.i], tag="VB")
    return words


@where("xcomp", "VBP", "conj")
def mend_intentions(words: Words) -> Words:
    """A base form coordinated with a verb of intent goes on with what is intended: "intend to fund A, back B"."""
    for word in words:
        if word.dep != "conj" or word.tag not in ("VB", "VBP"):
            continue
        head = words[word.head]
        planning = head.tag == "VBP" and head.i < word.i and head.lemma in cues()["modality.planned"]
        if not planning or has_own(words, word.i, "aux"):
            continue
        aims = [w.i for w in words[head.i : word.i] if w.dep == "xcomp" and w.head == head.i and takes_to(words, w.i)]
        if aims:
            hang(words, word.i, aims[0], "conj")
            words[word.i] = replace(words[word.i], tag="VB")
    return words


def mend_noun_forms(words: Words) -> Words:
    """A gerund without an object that is a subject is a noun, and so is a finite form behind a preposition.

    "Fighting in the north has displaced thousands", "in the highlands".
    """
    for word in words:
        if word.dep not in ("nsubj", "nsubjpass", "csubjpass", "pobj"):
            continue
        subject = word.dep != "pobj" and word.tag == "VBG"
        behind = word.dep == "pobj" and word.tag in ("VBZ", "VBP", "VBD")
        if (subject or behind) and word.pos == "VERB" and not has_own(words, word.i, "dobj", "aux"):
            dep = "nsubjpass" if word.dep == "csubjpass" else word.dep  # "asked that trawling near X be banned"
            words[word.i] = replace(word, pos="NOUN", tag="NN" if subject else "NNS", dep=dep)
        before = words[word.i - 1] if word.i else word
        if word.dep == "pobj" and before.dep == "pobj" and before.head == word.head and before.pos == "PROPN":
            hang(words, before.i, word.i, "compound")  # "in the Karun highlands"
    return words


@where("ADJ", "the")
def mend_adjective_subjects(words: Words) -> Words:
    """An adjective with "the" that acts names those who are so: "the strong dictate to the weak"."""
    for word in words:
        places = ("nsubj", "nsubjpass", "pobj", "dobj")
        if word.pos != "ADJ" or word.tag not in ("JJ", "JJS", "JJR") or word.dep not in places:
            continue
        if any(w.head == word.i and w.lemma == "the" for w in words[max(0, word.i - 2) : word.i]):
            words[word.i] = replace(word, pos="NOUN", tag="NNS" if word.tag == "JJ" else "NN")
    return words


RAISING = ("elevate", "upgrade", "raise", "lift", "promote", "increase")


@where(("VBD", "VBN", "JJ"), "conj", "amod", ("VERB", "AUX"))
def mend_past_adjectives(words: Words) -> Words:
    """A past tense behind "and" before a noun is no adjective but goes on with the verb: "was born and studied law"."""
    for word in words:
        shaped = word.tag in ("VBD", "VBN") or (word.tag == "JJ" and word.text.endswith("ed"))
        if word.dep != "amod" or not shaped:
            continue
        noun = words[word.head]
        joined = word.i > 0 and words[word.i - 1].lemma in ("and", "but")
        if not joined or noun.dep != "conj":
            continue
        verb = words[noun.head]
        if verb.pos == "VERB" and verb.i < word.i < noun.i:
            lemma = word.lemma if word.lemma in verb_index()[0] else verb_of(word.text, verb_index()[0])
            words[word.i] = replace(word, pos="VERB", tag="VBD", lemma=lemma, head=verb.i, dep="conj")
            hang(words, noun.i, word.i, "dobj")
            if lemma in RAISING:  # "to the level of a partnership"
                for to in [w for w in words[noun.i :] if w.head == noun.i and w.text == "to"]:
                    hang(words, to.i, word.i, "prep")
    return words


@where("VBD", "TO", "conj")
def mend_past_conjuncts(words: Words) -> Words:
    """A past tense goes on with no infinitive but with the finite verb before it: "was the first to vote and led X"."""
    for word in words:
        head = words[word.head]
        if word.dep != "conj" or word.tag != "VBD" or not takes_to(words, head.i) or has_own(words, word.i):
            continue
        at = head.i
        while at != words[at].head and words[at].tag not in ("VBD", "VBZ"):
            at = words[at].head
        if words[at].tag in ("VBD", "VBZ") and at < word.i and not is_base(word):
            hang(words, word.i, at, "conj")
    return words


@where("auxpass", "VBD", "conj")
def mend_given(words: Words) -> Words:
    """What is coordinated with a passive and gives something is passive too: "was translated and awarded a prize"."""
    for word in words:
        if word.dep != "conj" or word.tag != "VBD" or word.lemma not in cues()["verbs.giving"]:
            continue
        passive = any(w.head == word.head and w.dep == "auxpass" for w in words)
        if passive and word.text.endswith("ed") and not has_own(words, word.i, "aux", "iobj", "dative"):
            words[word.i] = replace(word, tag="VBN")
    return words
