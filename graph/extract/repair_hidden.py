"""Mends in a parse: verbs and names that stand hidden between others, and what stands beside a name."""

from dataclasses import replace

from graph.extract.cues import cues
from graph.extract.lemmas import base_of, verb_of, verb_of_gerund
from graph.extract.repair_roots import make_root
from graph.extract.spacy_model import verb_index
from graph.extract.trees import (
    Words,
    child_of,
    hand_over,
    hang,
    has_object,
    root_of,
    where,
)


@where("IN", "PROPN", "pobj")
def mend_capital_prepositions(words: Words) -> Words:
    """A preposition with a capital inside a sentence is a name: "met To Lam", "praised Per Holmberg"."""
    if not any(w.pos == "VERB" and w.text.islower() for w in words):
        return words  # a headline
    for form in words[1:-1]:
        name = words[form.i + 1]
        written = (
            form.tag in ("IN", "TO") and form.text.istitle() and form.name is None and words[form.i - 1].text.islower()
        )
        if written and form.dep == "prep" and name.head == form.i and name.dep == "pobj" and name.pos == "PROPN":
            verb = words[form.head]
            free = verb.pos == "VERB" and not has_object(words, verb.i)
            hang(words, name.i, verb.i, "dobj" if free else "npadvmod")
            words[form.i] = replace(form, pos="PROPN", tag="NNP", head=name.i, dep="compound")
    return words


@where("NOUN", ("nmod", "compound"), "conj", "appos")
def mend_verbs_of_two(words: Words) -> Words:
    """Behind two names, in a sentence without a verb, a base form can be one: "Kenya and Chad support Mali"."""
    form = words[root_of(words)]
    if form.tag != "NN" or form.lemma not in cues()["verbs.disguised"] or any(w.pos in ("VERB", "AUX") for w in words):
        return words
    first = child_of(words, form.i, "nmod", "compound", end=form.i)
    other = child_of(words, first.i, "conj", end=form.i) if first is not None else None
    thing = child_of(words, form.i, "appos", start=form.i)
    if first is None or other is None or thing is None or other.i != form.i - 1 or words[form.i + 1].text == ",":
        return words
    make_root(words, form.i)
    words[form.i] = replace(words[form.i], tag="VBP")
    hang(words, first.i, form.i, "nsubj")
    hang(words, thing.i, form.i, "dobj")
    return words


CHARGING = ("accuse", "suspect", "convict", "acquit")


@where(CHARGING, "of", "compound", "pobj")
def mend_charges(words: Words) -> Words:
    """What one is accused of is done to the name behind it: "accused Chad of bombing Goma"."""
    for deed in words[3:-1]:
        name = words[deed.head]
        of = words[deed.i - 1]
        charged = of.text == "of" and words[of.head].lemma in CHARGING and name.head == of.i and name.i == deed.i + 1
        if (
            charged
            and deed.dep == "compound"
            and deed.text.endswith("ing")
            and deed.text.islower()
            and name.pos == "PROPN"
        ):
            words[deed.i] = replace(
                deed, pos="VERB", tag="VBG", lemma=verb_of_gerund(deed.text), head=of.i, dep="pcomp"
            )
            hang(words, name.i, deed.i, "dobj")
    return words


@where("CD", "nsubj", "nummod")
def mend_measured_events(words: Words) -> Words:
    """A number behind its measure belongs to the noun behind both: "a magnitude 6 earthquake hit the town"."""
    for measure in words[:-3]:
        number, thing = words[measure.i + 1], words[measure.i + 2]
        measured = measure.lemma in ("magnitude", "category", "grade", "level", "phase", "tier")
        if (
            measured
            and number.tag == "CD"
            and number.head == thing.i
            and thing.pos == "NOUN"
            and measure.head == thing.head
        ):
            hand_over(words, measure.i, thing.i, end=measure.i)
            hang(words, measure.i, thing.i, "compound")
    return words


@where("have", "amod", "dobj", "PROPN")
def mend_perfects_of_names(words: Words) -> Words:
    """Nobody has an armed Hemedti: a form in "-ed" between "has" and a name is the verb, "has armed Hemedti"."""
    for form in words[2:-1]:
        name = words[form.head]
        have = words[form.i - 1]
        between = form.dep == "amod" and form.text.endswith("ed") and form.text.islower() and name.i == form.i + 1
        had = have.lemma == "have" and have.pos == "VERB" and name.head == have.i and name.dep == "dobj"
        if not between or not had or name.pos != "PROPN" or child_of(words, name.i, "det") is not None:
            continue
        lemma = verb_of(form.text, verb_index()[0])
        if have.dep == "ROOT":
            make_root(words, form.i)
        else:
            hang(words, form.i, have.head, have.dep)
        words[form.i] = replace(words[form.i], pos="VERB", tag="VBN", lemma=lemma)
        hand_over(words, have.i, form.i)
        hang(words, name.i, form.i, "dobj")
        words[have.i] = replace(have, pos="AUX", head=form.i, dep="aux")
    return words


@where("acl", "TO", "amod", "PROPN")
def mend_verbs_behind_intents(words: Words) -> Words:
    """A form in "-ed" behind what somebody means to do is the verb: "Ann's decision to leave angered Bob"."""
    intent = words[root_of(words)]
    deed = child_of(words, intent.i, "acl", start=intent.i)
    if intent.pos != "NOUN" or deed is None or not any(w.head == deed.i and w.tag == "TO" for w in words):
        return words
    for form in words[deed.i + 1 : -1]:
        name = words[form.head]
        shaped = form.dep == "amod" and form.text.endswith("ed") and form.text.islower() and name.i == form.i + 1
        if (
            not shaped
            or name.pos != "PROPN"
            or name.dep not in ("dobj", "appos")
            or name.head not in (deed.i, intent.i)
        ):
            continue
        make_root(words, form.i)
        words[form.i] = replace(words[form.i], tag="VBD", lemma=verb_of(form.text, verb_index()[0]))
        hand_over(words, intent.i, form.i, start=name.i)
        hang(words, intent.i, form.i, "nsubj")
        hang(words, name.i, form.i, "dobj")
        return words
    return words


@where("compound", "VBZ", "nsubj")
def mend_names_between(words: Words) -> Words:
    """A name between what it is and a verb is the subject: "the moon Europa orbits Jupiter"."""
    for name in words[1:-1]:
        verb, kind = words[name.i + 1], words[name.i - 1]
        between = name.dep == "compound" and name.head == verb.i and verb.tag == "VBZ" and name.pos == "PROPN"
        if between and kind.dep == "nsubj" and kind.head == verb.i and kind.pos == "NOUN":
            hang(words, name.i, verb.i, "nsubj")
            hand_over(words, kind.i, name.i, end=kind.i)
            hang(words, kind.i, name.i, "compound")
    return words


@where("that", "mark", "compound", "dobj")
def mend_verbs_between_names(words: Words) -> Words:
    """Between two names behind "that" a form in "-s" is the verb: "France stressed that Iran arms Hamas"."""
    for name in words[4:]:
        verb, form, first = words[name.head], words[name.i - 1], words[name.i - 2]
        that = child_of(words, name.i, "mark", end=name.i)
        inside = name.dep == "dobj" and name.pos == first.pos == "PROPN" and that is not None and that.i == first.i - 1
        if not inside or form.tag != "NNS" or base_of(form.text) not in verb_index()[0] or first.dep != "compound":
            continue
        words[form.i] = replace(form, pos="VERB", tag="VBZ", lemma=base_of(form.text), head=verb.i, dep="ccomp")
        hang(words, first.i, form.i, "nsubj")
        hang(words, name.i, form.i, "dobj")
        if that is not None:
            hang(words, that.i, form.i, "mark")
    return words


@where("dobj", ("NNS", "NN"))
def mend_names_behind_kinds(words: Words) -> Words:
    """A name behind the bare noun of what it is stands with it: "Stal beat champions Radom"."""
    for name in words[2:]:
        kind = words[name.i - 1]
        both = name.dep == kind.dep == "dobj" and name.head == kind.head and kind.pos == "NOUN" and kind.tag == "NNS"
        if both and name.text.istitle() and not any(w.head == kind.i for w in words):
            words[name.i] = replace(name, pos="PROPN", tag="NNP")
            hang(words, kind.i, name.i, "compound")
    return words
