"""Mends in a parse: whose deed a verb in its base form is: "help X build", "the decision to open A and close B"."""

from dataclasses import replace

from graph.extract.parse import Word
from graph.extract.repair_nearest import is_bare
from graph.extract.trees import (
    Words,
    child_of,
    hang,
    has_object,
    has_own,
    last_of,
    takes_modal,
    takes_to,
    where,
)

FINITE = ("VBP", "VBD")  # of several


@where(("help", "let"), "conj", ("VB", "VBP"))
def mend_helped_deeds(words: Words) -> Words:
    """A base form right behind whom one helps is theirs: "those who help Chile build ships"."""
    for deed in words[3:]:
        if deed.dep != "conj" or not is_bare(words, deed):
            continue
        helped = next((w for w in words[: deed.i] if w.lemma in ("help", "let") and w.pos == "VERB"), None)
        doer = child_of(words, helped.i, "dobj", start=helped.i, end=deed.i) if helped is not None else None
        if helped is None or doer is None or deed.head == doer.i:
            continue
        if last_of(words, doer.i) == deed.i - 1:
            hang(words, deed.i, helped.i, "ccomp")
            hang(words, doer.i, deed.i, "nsubj")
    return words


def make_preposition(words: Words, given: Word) -> None:
    """Make a participle the preposition it is: "given our needs"."""
    thing = child_of(words, given.i, "dobj", start=given.i)
    words[given.i] = replace(given, pos="ADP", tag="IN", lemma="given", dep="prep")
    if thing is not None:
        hang(words, thing.i, given.i, "pobj")


@where(("help", "let", "make"), "ccomp", ("VBP", "by", "given"))
def mend_presents_behind_helped(words: Words) -> Words:
    """What one helps several to do is no present tense: "helped farmers adopt rice"; "by doing X" is the helper's."""
    for deed in words[3:]:
        above = words[deed.head]
        helped = above.lemma in ("help", "let", "make") and above.pos == "VERB" and deed.dep == "ccomp"
        doer = child_of(words, deed.i, "nsubj", start=above.i + 1, end=deed.i) if helped else None
        given = helped and deed.text == "given"  # "can help us given our needs"
        if not (doer or given) or child_of(words, deed.i, "aux", "mark") is not None:
            continue
        if given:
            make_preposition(words, deed)
        if given and doer is not None:
            hang(words, doer.i, above.i, "dobj")
        elif deed.tag == "VBP":
            words[deed.i] = replace(deed, tag="VB")
        for by in words[deed.i + 1 :]:
            gerund = words[by.i + 1] if by.i + 1 < len(words) else by
            if by.text == "by" and by.head == deed.i and (gerund.tag == "VBG" or gerund.text == ":"):
                hang(words, by.i, above.i, "prep")
    return words


@where("that", "conj", "NNS", FINITE)
def mend_that_before_plurals(words: Words) -> Words:
    """No plural is "that" one: "reaffirm that new plans are keys" tells of the plans what they are."""
    for that in words[2:-2]:
        noun = words[that.head]
        verb = words[noun.head]
        if that.lemma != "that" or that.dep != "det" or noun.tag != "NNS" or noun.dep != "dobj" or noun.i < that.i:
            continue
        clause = child_of(words, verb.i, "conj", start=noun.i + 1)
        if clause is None or clause.tag not in FINITE or has_own(words, clause.i) or words[clause.i - 1].dep == "cc":
            continue
        words[that.i] = replace(that, pos="SCONJ", tag="IN", head=clause.i, dep="mark")
        hang(words, noun.i, clause.i, "nsubj")
        hang(words, clause.i, verb.i, "ccomp")
    return words


@where("TO", "advcl", "and", ",")
def mend_listed_infinitives(words: Words) -> Words:
    """Infinitives in a list stand side by side: "urges X to meet A, to address B, and to reach C"."""
    for deed in words[4:]:
        first = words[deed.head]
        to = child_of(words, deed.i, "aux", end=deed.i)
        further = child_of(words, deed.i, "conj", start=deed.i + 1)
        listed = deed.dep == "advcl" and first.dep == "xcomp" and takes_to(words, first.i) and first.i < deed.i
        if not listed or to is None or to.tag != "TO" or words[to.i - 1].text != "," or further is None:
            continue
        last = child_of(words, further.i, "aux", end=further.i)
        if last is not None and last.tag == "TO" and words[last.i - 1].lemma in ("and", "or"):
            hang(words, deed.i, first.i, "conj")
    return words


@where("conj", "MD", "VB", "and")
def mend_bases_behind_modals(words: Words) -> Words:
    """A form that is also a base goes on with a modal: "will sign a treaty and co-chair a session"."""
    for deed in words[4:]:
        verb = words[deed.head]
        if deed.dep != "conj" or deed.pos != "VERB" or deed.tag == "VB" or verb.tag != "VB":
            continue
        base = deed.text in (deed.lemma, deed.lemma.replace("-", ""))
        if base and takes_modal(words, verb.i) and not has_own(words, deed.i, "aux"):
            words[deed.i] = replace(deed, tag="VB")
    return words


@where("open", "amod", "MD", ",")
def mend_opening_in_lists(words: Words) -> Words:
    """Before a plural in a list of deeds "open" is one: "will host X, open embassies in Y, and build Z"."""
    for deed in words[4:-1]:
        thing = words[deed.head]
        verb = words[thing.head]
        modal = any(w.head == verb.i and w.tag in ("MD", "TO") for w in words[: verb.i])
        listed = words[deed.i - 1].lemma in (",", "and") and verb.i < deed.i < thing.i and thing.tag == "NNS"
        if deed.text != "open" or deed.dep != "amod" or not (modal and listed) or verb.tag != "VB":
            continue
        if thing.dep not in ("dobj", "conj", "appos") or not has_object(words[: deed.i], verb.i):
            continue
        words[deed.i] = replace(deed, pos="VERB", tag="VB", head=verb.i, dep="conj")
        hang(words, thing.i, deed.i, "dobj")
    return words


@where("ccomp", "mark", ",", "that")
def mend_second_contents(words: Words) -> Words:
    """A clause without a subject goes on with the one before: "recognize that X drains Y, can fuel Z" is of X."""
    for deed in words[6:]:
        verb = words[deed.head]
        first = child_of(words, verb.i, "ccomp", start=verb.i, end=deed.i)
        open_ = deed.dep == "ccomp" and not has_own(words, deed.i, "mark") and first is not None and first.i != deed.i
        modal = takes_modal(words, deed.i)
        if open_ and modal and first is not None and has_own(words, first.i):
            hang(words, deed.i, first.i, "conj")
    return words
