"""Mends in a parse: how many objects a verb has, and what a measure or a doer takes along."""

from dataclasses import replace

from graph.extract.cues import cues
from graph.extract.prepositions import COMPASS
from graph.extract.trees import NOUNS, Words, below, child_of, first_of, hang, has_own, join_to, takes_to, where

COMPARED = ("less", "more", "fewer", "greater")
OUTSIDE = ("near", "outside", "along", "off", "beside")


@where("dative")
def mend_charged(words: Words) -> Words:
    """Who is fined or charged a sum is the object, and the sum a measure: "fined the bank 30 million pounds"."""
    for word in words:
        verb = words[word.head]
        if word.dep != "dative" or word.pos not in NOUNS or verb.lemma not in cues()["verbs.charging"]:
            continue
        sum_ = child_of(words, verb.i, "dobj", start=word.i + 1)
        if sum_ is not None:
            hang(words, word.i, verb.i, "dobj")
            hang(words, sum_.i, verb.i, "npadvmod")
    return words


@where(("VBN", "CD", "$"), ("nmod", "compound"), "dobj")
def mend_phrase_before_phrase(words: Words) -> Words:
    """A participle or a sum inside an object begins another one: "gave the owner written notice", "the bank 5 pounds".

    Inside a noun phrase they stand before all its nouns.
    """
    for word in words:
        if word.dep not in ("nmod", "compound") or word.pos != "NOUN" or word.name is not None or word.head <= word.i:
            continue
        noun, verb = words[word.head], words[words[word.head].head]
        if noun.dep != "dobj" or verb.pos != "VERB" or verb.i > word.i:
            continue
        following = words[word.i + 1]
        gives = verb.lemma in cues()["verbs.giving"] | {"give"} and following.tag == "VBN" and following.head == noun.i
        charges = verb.lemma in cues()["verbs.charging"] and following.tag in ("CD", "$")
        opened = [w for w in words[verb.i + 1 : word.i] if w.head == noun.i]
        if (gives or charges) and any(w.dep == "det" for w in words[verb.i + 1 : word.i]):
            for other in opened:
                hang(words, other.i, word.i, other.dep)
            hang(words, word.i, verb.i, "dative")
    return words


@where("than", ("CD", "$"))
def mend_comparisons(words: Words) -> Words:
    """A "less than" or "more than" before a number tells how exact it is: "in less than four minutes"."""
    for word in words[:-2]:
        than, number = words[word.i + 1], words[word.i + 2]
        if word.text.lower() in COMPARED and than.lemma == "than" and number.tag in ("CD", "$"):
            target = number if number.tag == "CD" else words[number.head]
            if target.head in (word.i, than.i):
                continue
            hang(words, than.i, target.i, "quantmod")
            hang(words, word.i, target.i, "amod")
            words[word.i] = replace(words[word.i], pos="ADV", tag="RBR")
    return words


@where(("on", "upon", "for", "to", "with", "at", "into", "against"), "dobj")
def mend_bare_prepositions(words: Words) -> Words:
    """A preposition right behind its verb takes the noun that follows: "calls upon all parties to leave"."""
    for word in words[1:-1]:
        verb = words[word.i - 1]
        if word.dep != "prep" or word.head != verb.i or verb.pos != "VERB" or any(w.head == word.i for w in words):
            continue
        behind = child_of(words, verb.i, "dobj", start=word.i)
        if behind is not None and first_of(words, behind.i) == word.i + 1:
            hang(words, behind.i, word.i, "pobj")
    return words


BUILT = ("embassy", "consulate", "office", "mission", "bank", "plant", "factory", "school", "hospital", "base", "port")


@where("in", BUILT)
def mend_built(words: Words) -> Words:
    """Where a thing stands that is opened or built tells which one it is: "opened embassies in Lima and Quito"."""
    for prep in words[2:]:
        verb, thing = words[prep.head], words[prep.i - 1]
        behind = prep.dep == "prep" and prep.lemma == "in" and thing.dep == "dobj" and thing.head == verb.i
        place = child_of(words, prep.i, "pobj", start=prep.i)
        if behind and thing.lemma in BUILT and place is not None and place.pos == "PROPN":
            hang(words, prep.i, thing.i, "prep")
    return words


@where("cc", "ADP", "conj")
def mend_second_prepositions(words: Words) -> Words:
    """A preposition that comes again behind "and" goes on with the first: "calls for a truce in X and for aid"."""
    for word in words[2:]:
        joint, above = words[word.i - 1], words[word.head]
        if word.pos != "ADP" or word.dep != "conj" or joint.dep != "cc" or above.lemma == word.lemma:
            continue
        same = [w for w in words[: joint.i] if w.lemma == word.lemma and w.dep == "prep" and below(words, word.i, w.i)]
        if same:
            hang(words, word.i, same[-1].head, "prep")
            hang(words, joint.i, same[-1].head, "cc")
    return words


@where("VBG", "dobj", ("xcomp", "advcl"))
def mend_welcomed_deeds(words: Words) -> Words:
    """What is welcomed or condemned is done by whom the object names: "welcomes Kenya joining the pact"."""
    for deed in words[2:]:
        if deed.tag != "VBG":
            continue
        verb, doer = words[deed.head], words[deed.i - 1]
        judged = verb.lemma in cues()["verbs.judging"] and doer.dep == "dobj" and doer.head == verb.i
        if judged and deed.dep in ("xcomp", "advcl") and doer.name is not None:
            hang(words, deed.i, doer.i, "acl")
    return words


@where(("on", "upon", "to"), "advcl", "TO")
def mend_calls(words: Words) -> Words:
    """Who is called on is to act: "reiterated its call on all states to leave", "its demand to X to leave"."""
    for deed in words[3:]:
        if deed.dep != "advcl" or not takes_to(words, deed.i):
            continue
        verb, asked = words[deed.head], words[first_of(words, deed.i) - 1]
        prep = words[asked.head]
        call = words[prep.head]
        calling = call.lemma in cues()["nouns.calling"] and call.dep == "dobj" and call.head == verb.i
        if asked.dep == "pobj" and calling:
            hang(words, deed.i, call.i, "acl")
    return words


@where("by", "pobj", "NOUN")
def mend_targets(words: Words) -> Words:
    """Against whom a deed is done is told of the deed, not of its doers: "the attacks by gunmen on ships"."""
    for word in words:
        doer = words[word.head]
        by, deed = words[doer.head], words[words[doer.head].head]
        told = cues().nominals.get(deed.lemma) if deed.pos == "NOUN" else None
        behind = word.dep == "prep" and doer.dep == "pobj" and by.lemma == "by" and by.i < word.i
        if behind and told is not None and word.lemma in told.prepositions and doer.name is None:
            hang(words, word.i, deed.i, "prep")
    return words


@where("agent")
def mend_places_of_doers(words: Words) -> Words:
    """Where something is done is told of the deed, not of who does it: "were attacked by gunmen near the bridge"."""
    for word in words:
        doer = words[word.head]
        by = words[doer.head]
        if word.dep != "prep" or doer.dep != "pobj" or by.dep != "agent" or doer.name is not None:
            continue
        target = child_of(words, word.i, "pobj")
        year = target is not None and target.tag == "CD" and len(target.text) in (3, 4) and target.text.isdigit()
        if word.lemma in (*OUTSIDE, "over") or (word.lemma == "in" and year):
            hang(words, word.i, by.head, "prep")
            if year and target is not None:
                words[target.i] = replace(target, label="DATE")
    return words


@where(COMPASS, "of")
def mend_directions(words: Words) -> Words:
    """A point of the compass with "of" is a preposition with what it measures: "lies nine miles north of Lima"."""
    for word in words[:-1]:
        if word.text.lower() not in COMPASS:
            continue
        verb, of = words[word.head], words[word.i + 1]
        target = child_of(words, of.i, "pobj")
        hung = word.dep in ("advmod", "npadvmod", "dobj") and verb.pos in ("VERB", "AUX") and verb.i < word.i
        if hung and of.lemma == "of" and target is not None:
            words[word.i] = replace(word, pos="ADP", tag="IN", dep="prep", lemma=word.text.lower())
            hang(words, of.i, word.i, "prep")
            hang(words, target.i, word.i, "pobj")
    return words


@where("VBG")
def mend_gerund_topics(words: Words) -> Words:
    """An "-ing" form that a preposition governs as a noun is one, where it stands alone: "depends on fishing"."""
    for word in words:
        if word.dep == "pobj" and word.tag == "VBG" and all(w.head != word.i for w in words):
            words[word.i] = replace(word, pos="NOUN", tag="NN")
    return words


@where("from", "CD", "to")
def mend_periods(words: Words) -> Words:
    """Two years behind "from … to" are one period: "served from 1660 to 1668"."""
    for word in list(words[2:-1]):
        source, first, last = words[word.i - 2], words[word.i - 1], words[word.i + 1]
        if word.lemma != "to" or source.lemma != "from" or first.head != source.i or source.head == word.i:
            continue
        if all(w.tag == "CD" and len(w.text) == 4 for w in (first, last)):
            hang(words, word.i, source.i, "prep")
            for one in (first.i, word.i, last.i):
                words[one] = replace(words[one], label="DATE")
    return words


@where("acl", "VB")
def mend_owed(words: Words) -> Words:
    """An infinitive behind a duty or an attempt is what that is to do: "a ruling on the duties of states to cut X"."""
    owed = cues()["nouns.duties"] | cues()["nouns.trying"]
    for word in words:
        noun = words[word.head]
        if word.dep != "acl" or word.tag != "VB" or noun.lemma in owed or noun.i > word.i:
            continue
        nearer = [w for w in words[noun.i : word.i] if w.dep == "pobj" and w.lemma in owed and w.name is None]
        if nearer and words[nearer[-1].head].head == noun.i:
            hang(words, word.i, nearer[-1].i, "acl")
    return words


@where("CD", ("in", "since"))
def mend_years_of_deeds(words: Words) -> Words:
    """A year behind a sum is that of the deed, and so is a "since" behind any noun: "sold for $9 million in 2015"."""
    for word in words:
        noun = words[word.head]
        if word.dep != "prep" or word.lemma not in ("in", "since") or noun.pos not in NOUNS:
            continue
        year = child_of(words, word.i, "pobj", start=word.i)
        if year is None or year.tag != "CD" or len(year.text) != 4 or not (noun.tag == "CD" or word.lemma == "since"):
            continue
        above = noun
        while above.head != above.i and above.pos not in ("VERB", "AUX"):
            above = words[above.head]
        if above.pos in ("VERB", "AUX") and above.i < word.i:
            hang(words, word.i, above.i, "prep")
            words[year.i] = replace(words[year.i], label=year.label or "DATE")
    return words


@where(("together", "along"), "with")
def mend_companions(words: Words) -> Words:
    """Who stands "together with" a subject, between commas, acts as well: "X, together with Y, launched Z"."""
    for word in words[2:]:
        noun, before = words[word.head], words[word.i - 1]
        with_whom = word.lemma == "with" and before.text.lower() in ("together", "along")
        if not with_whom or noun.dep not in ("nsubj", "nsubjpass") or words[word.i - 2].text != ",":
            continue
        other = child_of(words, word.i, "pobj", start=word.i)
        if other is not None and noun.i < word.i and other.i < noun.head:
            join_to(words, other.i, noun.i, word)
            hang(words, before.i, word.i, "advmod")
    return words


@where("to", "of", ("accession", "admission", "return"))
def mend_joined_bodies(words: Words) -> Words:
    """What somebody joins is told of the joining: "welcomed the accession of X to Y" is no welcome to Y."""
    for prep in words[4:]:
        if prep.lemma != "to" or prep.dep != "prep":
            continue
        verb, before = words[prep.head], words[prep.i - 1]
        of = words[before.head]
        deed = words[of.head]
        joined = before.dep == "pobj" and of.lemma == "of" and deed.lemma in ("accession", "admission", "return")
        if joined and deed.dep == "dobj" and deed.head == verb.i:
            hang(words, prep.i, deed.i, "prep")
            for other in words[prep.i :]:  # "and the decision of Y to act" is welcomed as well
                second = other.dep == "conj" and words[other.head].head == prep.i and other.name is None
                if second and has_own(words, other.i, "prep"):
                    hang(words, other.i, deed.i, "conj")
    return words
