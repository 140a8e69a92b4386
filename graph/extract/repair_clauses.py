"""Mends in a parse: which verbs there are, and what they are coordinated with."""

from dataclasses import replace

from graph.extract.cues import cues
from graph.extract.trees import BARE, NOUNS, Words, below, child_of, first_name, hang, has_own, root_of, takes_to, where


@where("amod")
def mend_hidden_verb(words: Words) -> Words:
    """A sentence without a finite verb has it where an "-ed" form follows a noun: adjectives stand before theirs.

    "The minister carefully articulated [amod] the vision" is parsed as one long noun phrase.
    """
    root = root_of(words)
    if words[root].pos in ("VERB", "AUX") or any(w.tag in ("VBD", "VBZ", "VBP", "MD") for w in words):
        return words
    for word in words:
        subject = word.i - 1
        while subject > 0 and words[subject].tag in ("RB", "CC"):
            subject -= 1
        hidden = word.dep == "amod" and word.head > word.i and word.text.endswith("ed") and word.name is None
        if hidden and subject >= 0 and words[subject].pos in NOUNS and words[subject].tag != "PRP$":
            first = first_name(words, subject)
            first -= first > 0 and words[first - 1].dep == "det"
            prep = words[first - 1] if first else words[root]
            behind = words[word.i + 1].dep != "cc"
            if behind and prep.pos == "ADP" and words[root].pos == "NOUN" and root < prep.i:
                make_root_subject(words, word.i, subject, prep.i, root)
            else:
                make_verb(words, word.i, subject, word.head, root)
            break
    return words


def make_root_subject(words: Words, verb: int, inner: int, prep: int, root: int) -> None:
    """Make a word the verb of the noun that passes for the sentence: "the decision by X angered Y"."""
    noun = words[verb].head
    for other in list(words):
        if other.head == noun and other.i < verb and other.i != noun:
            hang(words, other.i, inner, other.dep)
        elif other.head == root and other.i > verb and other.i != noun:
            hang(words, other.i, verb, other.dep)
    hang(words, inner, prep, "pobj")
    hang(words, verb, verb, "ROOT")
    words[verb] = replace(words[verb], pos="VERB", tag="VBD")
    hang(words, root, verb, "nsubj")
    hang(words, noun, verb, "dobj")


def make_verb(words: Words, verb: int, subject: int, noun: int, root: int, *, tag: str = "VBD") -> None:
    """Make a word the verb of the sentence, with the noun before it as subject and the one behind as object."""
    for other in list(words):
        if other.head in (noun, root) and other.i < verb and other.i not in (subject, root):
            own = other.dep in ("det", "amod", "compound", "nummod", "poss", "nmod") and other.i < subject
            hang(words, other.i, subject if own else verb, other.dep)
    hang(words, verb, verb, "ROOT")
    words[verb] = replace(words[verb], pos="VERB", tag=tag)
    if root not in (subject, noun, verb):
        hang(words, root, verb, "prep" if words[root].pos == "ADP" else "dep")
        for other in list(words):
            if other.head == verb and words[root].pos == "ADP" and other.dep == "pobj":
                hang(words, other.i, root, "pobj")
    hang(words, noun, verb, "dobj")
    hang(words, subject, verb, "nsubj")


@where(("aux", "auxpass"))
def mend_auxiliaries(words: Words) -> Words:
    """What hangs on an auxiliary belongs to its verb: in "A and B are committed to X" A and B are committed."""
    for word in list(words):
        above = words[word.head]
        if above.dep in ("aux", "auxpass") and above.i not in (above.head, word.i):
            suffers = above.dep == "auxpass" and word.dep == "nsubj"
            hang(words, word.i, above.head, "nsubjpass" if suffers else word.dep)
    return words


@where("ought")
def mend_ought(words: Words) -> Words:
    """An "ought" is the auxiliary of the infinitive behind it, and says so: "ought to pay" is no deed."""
    for word in list(words):
        if word.lemma != "ought" or word.dep == "aux":
            continue
        verb = child_of(words, word.i, "xcomp", start=word.i)
        if verb is None:
            continue
        suffers = any(w.head == verb.i and w.dep == "auxpass" for w in words)
        hang(words, verb.i, verb.i if word.dep == "ROOT" else word.head, word.dep)
        for other in list(words):
            if other.head == word.i and other.i not in (word.i, verb.i):
                hang(words, other.i, verb.i, "nsubjpass" if suffers and other.dep == "nsubj" else other.dep)
        hang(words, word.i, verb.i, "aux")
    return words


@where("that")
def mend_conjunctions(words: Words) -> Words:
    """A verb with two subjects has "that" as its conjunction: "reports that, after years, X joined"."""
    for word in list(words):
        if word.dep != "nsubj" or word.tag != "IN" or word.text.lower() != "that":
            continue
        own = [w.i for w in words if w.head == word.head and w.dep in ("nsubj", "nsubjpass")]
        if len(own) > 1:
            hang(words, word.i, word.head, "mark")
    return words


@where("mark", "that", "conj")
def mend_that_clauses(words: Words) -> Words:
    """A clause with "that" goes on with the clause of the verb before it, never with that verb itself.

    "Ensure that A acts, and that B follows"; behind an adjective it is what is so: "it is fair and just that A pays".
    """
    for word in list(words):
        head = words[word.head]
        head = words[head.head] if head.dep == "acomp" else head
        if word.dep != "conj" or head.pos not in ("VERB", "AUX") or head.i > word.i:
            continue
        if not any(w.head == word.i and w.dep == "mark" and w.text.lower() == "that" for w in words):
            continue
        clauses = [w.i for w in words if w.head == head.i and w.dep == "ccomp" and head.i < w.i < word.i]
        inside = [w.i for w in words[head.i : word.i] if w.dep == "ccomp" and below(words, w.i, head.i)]
        clauses = clauses or inside  # "must step up efforts to ensure A acts, and that B follows"
        judged = any(w.head == head.i and w.dep == "acomp" and w.i < word.i for w in words)
        if clauses:
            hang(words, word.i, clauses[-1], "conj")
        elif judged:
            hang(words, word.i, head.i, "ccomp")
    return words


@where("attr", "conj")
def mend_attributes(words: Words) -> Words:
    """A noun coordinated with a copula is coordinated with what the copula says: "is a plan, and the core of X"."""
    for word in words:
        head = words[word.head]
        if word.dep == "conj" and word.pos in ("NOUN", "PROPN") and head.lemma in ("be", "become", "remain"):
            attribute = next((w.i for w in words if w.head == head.i and w.dep == "attr" and w.i < word.i), None)
            if attribute is not None and not any(w.head == word.i and w.dep == "nsubj" for w in words):
                hang(words, word.i, attribute, "conj")
    return words


@where("with", "TO")
def mend_company(words: Words) -> Words:
    """A "with" takes the actor behind it, also where an infinitive follows: "works with all states to build X"."""
    for word in words:
        if word.dep != "prep" or word.lemma != "with" or any(w.head == word.i for w in words):
            continue
        noun = next((w for w in words[word.i + 1 :] if w.pos in NOUNS and w.dep != "compound"), None)
        if noun is None or noun.dep != "nsubj" or noun.i - word.i > 4 or not takes_to(words, noun.head):
            continue
        if noun.name is None and noun.lemma not in cues()["nouns.groups"]:
            continue
        hang(words, noun.head, word.head, "advcl")
        hang(words, noun.i, word.i, "pobj")
    return words


@where("it", "attr", ("ccomp", "advcl"))
def mend_clefts(words: Words) -> Words:
    """A clause behind "it is X that" is about X: "it is Norway that signed"."""
    for word in words:
        copula = words[word.head]
        if word.dep not in ("ccomp", "advcl") or copula.lemma != "be" or word.i < copula.i:
            continue
        relative = any(w.head == word.i and w.dep.startswith("nsubj") and w.lemma in ("that", "who") for w in words)
        it = any(w.head == copula.i and w.dep == "nsubj" and w.lemma == "it" for w in words)
        attribute = next((w.i for w in words if w.head == copula.i and w.dep == "attr"), None)
        if relative and it and attribute is not None:
            hang(words, word.i, attribute, "relcl")
            for other in list(words):
                if other.head == word.i and other.dep.startswith("nsubj"):
                    words[other.i] = replace(other, tag="WDT")
    return words


@where("ccomp", BARE, "VB")
def mend_seen(words: Words) -> Words:
    """A noun between "see" and a base form is who does it: "see Kenya visit Peru"."""
    for word in words:
        verb = words[word.head]
        seen = verb.tag == "VB" and verb.dep == "ccomp" and words[verb.head].lemma in BARE and verb.head < word.i
        if word.dep in ("compound", "nmod", "amod") and word.pos in NOUNS and seen and word.i < verb.i:
            hang(words, word.i, verb.i, "nsubj")
    return words


@where("advcl", "VBG", ",")
def mend_participles(words: Words) -> Words:
    """A participle behind a clause that a conjunction opens goes on with that clause, not with the one behind it.

    "When the river rose, flooding the port, the ferry …": the river floods.
    """
    for word in words:
        above = words[word.head]
        if word.dep != "advcl" or word.tag != "VBG" or above.i < word.i or words[word.i - 1].text != ",":
            continue
        subject = next((w.i for w in words if w.head == above.i and w.dep.startswith("nsubj")), -1)
        before = [
            w
            for w in words[: word.i]
            if w.dep == "advcl" and w.head in (word.i, above.i) and w.pos in ("VERB", "AUX") and opens(words, w.i)
        ]
        if subject > word.i and before:
            hang(words, before[-1].i, above.i, "advcl")
            hang(words, word.i, before[-1].i, "advcl")
    return words


def opens(words: Words, verb: int) -> bool:
    """Whether a verb has a subject of its own behind a conjunction: "when the river rose"."""
    own = [w for w in words[:verb] if w.head == verb]
    return any(w.dep.startswith("nsubj") for w in own) and any(w.dep == "mark" or w.tag == "WRB" for w in own)


@where("dobj")
def mend_disguised_verbs(words: Words) -> Words:
    """A word with an object and without a determiner is a verb, whatever its form: "to fund A, support B, and visit C".

    Behind an infinitive or a modal it goes on with it; with a subject of its own it is the verb of the sentence.
    """
    governors = {w.head for w in words if w.dep == "dobj"}  # no word becomes an object here
    for word in words:
        if word.pos != "NOUN" or word.name is not None or word.i not in governors:
            continue
        below = [w for w in words if w.head == word.i and w.i != word.i]
        takes = any(w.dep == "dobj" and w.i > word.i for w in below)
        noun = any(w.dep in ("det", "amod", "poss", "compound", "nummod", "case") for w in below)
        if not takes or noun:
            continue
        subject = any(w.dep == "nsubj" for w in below)
        before = [w.i for w in words[: word.i] if w.tag == "VB" and is_led(words, w.i)]
        if subject:
            words[word.i] = replace(word, pos="VERB", tag="VBP")
        elif before and words[word.i - 1].text in (",", "and"):
            words[word.i] = replace(word, pos="VERB", tag="VB", head=before[-1], dep="conj")
    return words


def is_led(words: Words, i: int) -> bool:
    """Whether a base form stands behind "to" or a modal verb."""
    return takes_to(words, i) or any(w.head == i and w.tag == "MD" for w in words)


@where("agent")
def mend_agents(words: Words) -> Words:
    """Only a passive has a doer behind "by": "has stood by its allies" stood by them."""
    for word in list(words):
        verb = words[word.head]
        if word.dep != "agent" or verb.pos != "VERB":
            continue
        passive = any(w.head == verb.i and w.dep == "auxpass" for w in words)
        perfect = any(w.head == verb.i and w.dep == "aux" and w.lemma == "have" for w in words)
        if not passive and (perfect or verb.tag in ("VBZ", "VBP", "VB")):
            hang(words, word.i, verb.i, "prep")
    return words


@where(("VBD", "VBN"), ",", "conj")
def mend_set_off_participles(words: Words) -> Words:
    """An "-ed" form behind a comma goes on with no verb without an "and": "known for its fair, held every May"."""
    for word in list(words):
        if word.dep != "conj" or word.tag not in ("VBD", "VBN") or word.i < 2 or has_own(words, word.i, "aux", "dobj"):
            continue
        noun, verb = words[word.i - 2], words[word.head]
        joined = any(w.dep == "cc" and w.head in (verb.i, word.i) for w in words)
        listed = any(w.dep == "conj" and w.head in (verb.i, word.i) and w.i != word.i for w in words)
        behind = words[word.i - 1].text == "," and noun.pos in ("NOUN", "PROPN") and verb.i < noun.i
        if behind and verb.pos == "VERB" and not (joined or listed):
            hang(words, word.i, noun.i, "acl")
            words[word.i] = replace(words[word.i], tag="VBN")
    return words


@where(";", "ccomp")
def mend_semicolons(words: Words) -> Words:
    """A clause before a semicolon stands by itself: "A opposed X; they said Y" tells nothing said by them of X."""
    for word in words:
        if word.dep != "ccomp" or word.head < word.i:
            continue
        if any(w.text == ";" for w in words[word.i : word.head]):
            hang(words, word.i, word.head, "parataxis")
    return words


@where("conj", "CC")
def mend_next_subjects(words: Words) -> Words:
    """A noun behind "and" right before a finite verb without a subject is its subject: "X is one and Y is another"."""
    for word in words[:-1]:
        if word.dep != "conj" or word.pos not in NOUNS:
            continue
        verb = words[word.i + 1]
        before = words[word.head]
        first = words[before.head]
        second = before.dep in ("attr", "dobj") and first.dep == "relcl" and verb.tag == first.tag
        finite = verb.tag in ("VBZ", "VBD", "VBP", "MD") and (second or verb.dep in ("conj", "aux", "ROOT", "auxpass"))
        verb = words[verb.head] if verb.dep in ("aux", "auxpass") else verb
        if second and verb.dep in ("advcl", "ccomp") and verb.head < first.i and not has_own(words, verb.i, "mark"):
            hang(words, verb.i, first.i, "conj")  # "values X, of which A is a member and B is a partner"
            verb = words[verb.i]
        if not finite or verb.dep != "conj" or verb.i < word.i:
            continue
        alone = not has_own(words, verb.i)
        joined = word.i > 1 and any(w.tag == "CC" and before.i < w.i < word.i for w in words)
        if alone and joined and before.dep in ("attr", "dobj", "pobj", "acomp") and verb.head < word.i:
            hang(words, word.i, verb.i, "nsubj")
    return words
