"""Mends in a parse: what the subject of a verb is, and whose verb another one is."""

from dataclasses import replace

from graph.extract.parse import Word
from graph.extract.repair_clauses import make_verb
from graph.extract.trees import NOUNS, Words, first_name, hand_over, hang, has_own, join_to, root_of, takes_to, where
from graph.extract.words import words as lists

# Verbs whose participle in front tells which office the subject was given: "Elected mayor in 1999, X built Y".
APPOINTING = ("elect", "re-elect", "reelect", "appoint", "name", "crown", "nominate", "ordain", "proclaim")
# Pasts that are also nouns.
PASTS = ("bit", "cut", "hit", "put", "shot", "split", "cast", "lent", "felt", "lost", "met", "bid", "spread", "ran")
# Third persons that are plurals as well; no plural stands before a name.
BEFORE_NAMES = ("thanks", "visits", "supports", "requests", "demands", "backs", "hosts", "contacts", "praises", "calls")


@where(APPOINTING, "amod")
def mend_appointed(words: Words) -> Words:
    """An office behind a participle in front is what the subject became: "Elected mayor in 1999, Lopes built X"."""
    first, office = words[0], words[words[0].head]
    verb = words[office.head]
    later = any(w.head == verb.i and w.dep == "nsubj" and w.i > office.i for w in words)
    appointed = first.tag == "VBN" and first.lemma in APPOINTING and first.dep == "amod"
    if appointed and office.dep == "nsubj" and later:
        hang(words, first.i, verb.i, "advcl")
        words[first.i] = replace(words[first.i], pos="VERB")
        hang(words, office.i, first.i, "oprd")
        for word in list(words):
            if word.head == office.i and word.dep == "prep" and word.lemma != "of":
                hang(words, word.i, first.i, "prep")
    return words


@where("VBZ", ("compound", "npadvmod", "nmod"))
def mend_bare_subjects(words: Words) -> Words:
    """A bare noun right before a verb in the third person without a subject is its subject: "insulin lowers X"."""
    for word in words:
        verb = words[word.head]
        before = word.i == verb.i - 1 and word.pos in ("NOUN", "PROPN") and word.dep in ("compound", "npadvmod", "nmod")
        if (
            before
            and word.label not in ("DATE", "TIME")
            and verb.tag == "VBZ"
            and verb.pos == "VERB"
            and all(w.head == word.i or w.pos == "PUNCT" for w in words[: word.i])
            and not has_own(words, verb.i)
        ):
            hang(words, word.i, verb.i, "nsubj")
    return words


@where("home")
def mend_homes(words: Words) -> Words:
    """The word "home" between "is" and "to" is a noun: "the city is home to a museum"."""
    for word in words:
        to = words[word.i + 1].lemma == "to" if word.i + 1 < len(words) else False
        if word.lemma == "home" and word.dep == "advmod" and words[word.head].lemma == "be" and to:
            words[word.i] = replace(word, dep="attr", pos="NOUN", tag="NN")
    return words


@where("ccomp", ("MD", "had"), "VBD")
def mend_sayings(words: Words) -> Words:
    """A past tense goes on with who said a thing, not with what would be: "said X would act and rejected talks".

    Behind a comma it goes on with the speaker over what had been, too: "noted that X had left, and called for Y".
    """
    for word in words:
        below = words[word.head]
        above = words[below.head]
        if word.tag != "VBD" or word.dep != "conj" or below.dep != "ccomp" or above.tag != "VBD" or not word.i:
            continue
        set_off = below.tag == "VBN" and words[word.i - 1].text == "and" and words[word.i - 2].text == ","
        would = any(w.head == below.i and (w.tag == "MD" or (set_off and w.text == "had")) for w in words)
        if would and not has_own(words, word.i):
            hang(words, word.i, above.i, "conj")
    return words


@where("PROPN")
def mend_titled_subjects(words: Words) -> Words:
    """A common noun right before a person's name tells what that one is: "the Kenyan runner X won the race"."""
    for word in list(words[:-1]):
        if word.tag != "NN" or word.name is not None:
            continue
        following = words[word.i + 1]
        name = words[following.head] if following.dep == "compound" else following
        verb = words[name.head]
        person = name.pos == "PROPN" and name.name is None and name.label == following.label == "PERSON"
        if not person or name.dep not in ("nsubj", "nsubjpass"):
            continue
        beside = word.dep in ("nmod", "compound") and word.head == name.i
        both = word.dep in ("nsubj", "nsubjpass") and word.head == verb.i
        over = verb.head == word.i and verb.dep == "relcl"
        opened = any(w.dep in ("det", "poss") and w.head in (word.i, name.i) for w in words[: word.i])
        if not opened:
            continue
        if over:
            hang(words, verb.i, verb.i if word.dep == "ROOT" else word.head, word.dep)
        if beside or both or over:
            if beside:
                hand_over(words, name.i, word.i, end=word.i)
            hang(words, word.i, verb.i, name.dep)
            hang(words, name.i, word.i, "appos")
    return words


@where("acl", "cc")
def mend_two_subjects(words: Words) -> Words:
    """A verb with a subject on either side of "and" is two clauses: "the soup tasted of onions, and we left it"."""
    for verb in list(words):
        if verb.pos != "VERB":
            continue
        own = [w for w in words[: verb.i] if w.head == verb.i and w.dep == "nsubj"]
        if len(own) != 2:
            continue
        first, second = own
        joint = next((w for w in words[first.i : second.i] if w.dep == "cc" and w.head == first.i), None)
        clause = next(
            (w for w in words[first.i : second.i] if w.head == first.i and w.dep == "acl" and w.text.endswith("ed")),
            None,
        )
        if joint is not None and clause is not None and clause.i < joint.i:
            hang(words, clause.i, clause.i if verb.dep == "ROOT" else verb.head, verb.dep)
            words[clause.i] = replace(words[clause.i], tag="VBD")
            hang(words, first.i, clause.i, "nsubj")
            hang(words, joint.i, clause.i, "cc")
            hang(words, verb.i, clause.i, "conj")
    return words


@where(("VBZ", "thanks"), "conj")
def mend_finite_conjuncts(words: Words) -> Words:
    """A verb in the third person goes on with one, never with a noun or an infinitive.

    "Asks farms to pay workers and bans child labour": who asks bans.
    """
    for word in list(words):
        noun = words[word.head]
        if word.dep != "conj" or not (word.tag == "VBZ" or is_third_person(word)):
            continue
        loose = noun.tag == "VBG" and noun.dep in ("advcl", "acl")  # "authorizes states, acting alone, to act, and …"
        if not (noun.pos in NOUNS or takes_to(words, noun.i) or loose) or has_own(words, word.i, "aux"):
            continue
        above = [w.i for w in words[: noun.i] if w.tag == "VBZ" and w.pos == "VERB" and w.dep in ("ROOT", "conj")]
        joint = next((w for w in words[noun.i : word.i] if w.dep == "cc" and w.head == noun.i), None)
        if not above or joint is None:
            continue
        join_to(words, word.i, above[-1], joint)
        words[word.i] = replace(words[word.i], tag="VBZ")
        lost = next((w.i for w in words[word.i :] if w.head == noun.i and w.dep == "conj" and w.pos in NOUNS), None)
        if lost is not None and not has_own(words, word.i, "dobj", "prep"):
            hang(words, lost, word.i, "dobj")
    return words


def is_third_person(word: Word) -> bool:
    """Whether a form that passes for a base form ends in "s": "thanks"."""
    return word.tag == "VB" and word.pos == "VERB" and word.text in BEFORE_NAMES


@where(PASTS, "compound")
def mend_noun_verbs(words: Words) -> Words:
    """A form that is a noun and a past is a verb between a noun and an article: "the dog bit the postman"."""
    root = words[root_of(words)]
    if root.tag != "NN" or root.text not in PASTS or not 0 < root.i < len(words) - 1:
        return words
    subject, article = words[root.i - 1], words[root.i + 1]
    acts = subject.head == root.i and subject.dep == "compound"
    thing = words[article.head]
    if acts and article.tag in ("DT", "PRP$") and thing.i > article.i and thing.head == root.i:
        make_verb(words, root.i, subject.i, thing.i, root.i)
    return words


@where(("VBZ", *BEFORE_NAMES), "compound")
def mend_hidden_third_persons(words: Words) -> Words:
    """A third person inside a noun phrase that is all of the sentence is its verb: "the region exports coffee".

    Before a name it may pass for a plural: "the Council thanks Angola".
    """
    root = words[root_of(words)]
    for word in words[1 : root.i] if root.pos in ("NOUN", "PROPN") else ():
        before = words[word.i - 1]
        third = word.tag == "VBZ" if root.name is None else word.text in BEFORE_NAMES and word.i + 1 == root.i
        hidden = third and word.dep == "compound" and word.head == root.i
        if hidden and before.pos in ("NOUN", "PROPN") and before.head in (root.i, word.i):
            make_verb(words, word.i, before.i, root.i, root.i, tag="VBZ")
            break
    return words


@where(BEFORE_NAMES, "VBZ")
def mend_third_persons_before_names(words: Words) -> Words:
    """A third person between "and" and a name goes on with the verb: "recalls its decision and thanks Norway"."""
    for word in words[2:-1]:
        if word.text not in BEFORE_NAMES:
            continue
        name = words[word.i + 1]
        hidden = word.dep == "compound" and word.head == name.i and name.name is not None
        above = [w.i for w in words[: word.i] if w.tag == "VBZ" and w.dep in ("ROOT", "conj")]
        if not (hidden and above and name.dep == "conj" and words[word.i - 1].dep == "cc"):
            continue
        words[word.i] = replace(word, pos="VERB", tag="VBZ", head=above[-1], dep="conj")
        hang(words, word.i - 1, above[-1], "cc")
        hang(words, name.i, word.i, "dobj")
    return words


@where("of", ",", ("appos", "conj"))
def mend_bearers(words: Words) -> Words:
    """A person between commas behind "the office of a place" bears that office: "the mayor of Lima, X Y, opened Z"."""
    for word in words:
        if word.dep not in ("appos", "conj") or word.label != "PERSON" or word.pos != "PROPN" or word.name is not None:
            continue
        place = words[word.head]
        of = words[place.head]
        noun = words[of.head]
        held = place.dep == "pobj" and of.lemma == "of" and noun.tag == "NN" and noun.name is None and place.i < word.i
        chaired = place.text in lists().offices  # "the chair of the President of Y, X": that one is the President
        if not held or chaired or any(w.dep == "cc" for w in words[place.i : word.i]):
            continue
        first = first_name(words, word.i)
        closed = word.i + 1 < len(words) and words[word.i + 1].text in (",", ".")
        if words[first - 1].text == "," and closed and not has_own(words, word.i, "conj"):
            hang(words, word.i, noun.i, "appos")
    return words


@where("but", "not")
def mend_left_out(words: Words) -> Words:
    """Who is told not to act is no subject, and denies nothing of who does: "Peru, but not Chile, signed X"."""
    for no in words:
        one = words[no.head]
        beside = no.i > 1 and words[no.i - 1].lemma == "but" and no.dep == "neg" and one.dep in ("nsubj", "nsubjpass")
        first = next((w for w in words if beside and w.head == one.head and w.dep == one.dep and w.i < no.i), None)
        if first is not None and one.pos in NOUNS and one.i < one.head:
            hang(words, one.i, first.i, "conj")
    return words


@where("dep", "TO", "acl", ("VBD", "VBZ"))
def mend_subjects_with_infinitives(words: Words) -> Words:
    """A noun before an infinitive is what a verb behind both speaks of: "the refusal to join X angered Y"."""
    for noun in words[:-4]:
        verb, to = words[noun.head], words[noun.i + 1]
        deed = words[to.head] if to.tag == "TO" else noun
        begun = noun.dep == "dep" and noun.pos in NOUNS and verb.tag in ("VBD", "VBZ") and deed.head == verb.i
        if not begun or deed.dep != "acl" or not noun.i < deed.i < verb.i:
            continue
        thing = next((w for w in words[deed.i : verb.i] if w.head == verb.i and w.dep == "nsubj"), None)
        if thing is None or any(w.text == "," for w in words[noun.i : verb.i]):
            continue
        for word in words[: noun.i]:
            if word.head == thing.i:
                hang(words, word.i, noun.i, word.dep)
        hang(words, noun.i, verb.i, "nsubj")
        hang(words, deed.i, noun.i, "acl")
        hang(words, thing.i, deed.i, "dobj")
    return words
