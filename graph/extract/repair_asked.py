"""Mends in a parse: who is asked, thanked or accused, of what, and by whom a deed was done that a noun names."""

from dataclasses import replace

from graph.extract.cues import cues, stating
from graph.extract.prepositions import ACTORS
from graph.extract.trees import Words, child_of, hand_over, hang, has_object, has_own, is_named, takes_to, where

LETTING = frozenset({"authorize", "authorise", "allow", "permit", "enable"})


@where("relcl", "TO", ("advcl", "xcomp"))
def mend_asked_behind_relatives(words: Words) -> Words:
    """Behind a clause that tells who is asked stands what they are to do: "urges states that left X to join it"."""
    for deed in words[5:]:
        if deed.dep not in ("advcl", "xcomp") or words[deed.head].dep != "relcl":
            continue
        clause = words[deed.head]
        asked = words[clause.head]
        verb = words[asked.head]
        told = asked.dep == "dobj" and verb.lemma in cues()["modality.proposed"]
        whole = any(w.head == clause.i and w.dep == "dobj" and clause.i < w.i < deed.i for w in words)
        if told and whole and takes_to(words, deed.i):
            hang(words, deed.i, verb.i, "xcomp")
    return words


@where("VBG", ",", "TO", "dobj")
def mend_asked_through_others(words: Words) -> Words:
    """How one is to act stands before what one is to do: "authorizes states, acting through X, to inspect ships"."""
    for asked in words[1:-6]:
        verb, means = words[asked.head], words[asked.i + 2]
        inserted = words[asked.i + 1].text == "," and means.tag == "VBG" and means.dep in ("advcl", "acl")
        if asked.dep != "dobj" or not inserted or verb.lemma not in cues()["modality.proposed"] | LETTING:
            continue
        led = (w for w in words[means.i + 2 : -1] if w.tag == "TO" and words[w.i - 1].text == ",")
        deed = next((words[to.head] for to in led), None)
        if deed is not None and deed.i > means.i and deed.head in (verb.i, means.i, asked.i):
            hang(words, deed.i, verb.i, "xcomp")
            hang(words, means.i, deed.i, "advcl")
    return words


@where("for", "pcomp", "conj", "and")
def mend_second_thanks(words: Words) -> Words:
    """Whom one thanks for something else is no object of what the first did: "thanked X for hosting Y and Z for W"."""
    for other in words[5:-1]:
        prep, thing = words[other.i + 1], words[other.head]
        deed = words[thing.head]
        first = words[deed.head]
        verb = words[first.head]
        gapped = other.dep == "conj" and thing.dep == "dobj" and deed.dep == "pcomp" and first.lemma == "for"
        if not gapped or prep.lemma != "for" or not is_named(other) or verb.lemma not in cues()["verbs.praising"]:
            continue
        thanked = child_of(words, verb.i, "dobj", start=verb.i, end=first.i)
        if thanked is not None:
            hang(words, other.i, verb.i, "dep")  # what the first is thanked for the second has not done
            hang(words, prep.i, other.i, "prep")
    return words


@where("back", "advmod", "prep")
def mend_ways_back(words: Words) -> Words:
    """Behind "back" the verb leads on: "will report back to the Council"."""
    for prep in words[2:]:
        back = words[prep.head]
        verb = words[back.head]
        if prep.dep == "prep" and back.text == "back" and back.dep == "advmod" and verb.pos == "VERB":
            hang(words, prep.i, verb.i, "prep")
    return words


# Deeds that are done "to" or "on" something: "of" behind the doer is of the doer, "the visit by the King of Spain".
DONE_TO_NOTHING = frozenset(
    {"visit", "trip", "tour", "journey", "stay", "attack", "raid", "strike", "offensive"}
    | {"statement", "speech", "address", "remark", "call", "appeal"}
)


@where("by", "NOUN", ("det", "poss"))
def mend_doers_of_nouns(words: Words) -> Words:
    """By whom a deed was done belongs to its noun: "welcomed the adoption by X of Y", "the adoption of Y by X"."""
    for by in words[3:-1]:
        doing = child_of(words, by.i, "pcomp", start=by.i)  # "funds its war by selling oil"
        measured = doing is not None or words[by.i + 1].tag == "CD"  # "prolonged the ceasefire by four days"
        if by.lemma != "by" or by.dep not in ("prep", "agent") or measured:
            continue
        above = words[by.head]
        of = words[above.head] if above.dep == "pobj" else above
        near = by.i == above.i + 1 and above.lemma in cues().nominals  # "note of the pledge by X of Y"
        deed = above if near else words[of.head] if of.lemma == "of" else words[by.i - 1]
        named = deed.pos == "NOUN" and deed.lemma in cues().nominals and (near or above.lemma not in cues().nominals)
        if not named or not has_own(words, deed.i, "det", "poss"):
            continue
        if not near and of.lemma == "of" and of.i == deed.i + 1 and above.i == by.i - 1:  # "of a law by X"
            hang(words, by.i, deed.i, "prep")
        elif by.i == deed.i + 1 and above.i in (deed.i, deed.head):  # "by X of a law"
            hang(words, by.i, deed.i, "prep")
            doer = child_of(words, by.i, "pobj", start=by.i)
            inner = (w for w in words[by.i :] if doer is not None and w.head == doer.i and w.lemma == "of")
            what = next(inner, None) if deed.lemma not in DONE_TO_NOTHING else None
            if what is not None and words[what.i - 1].i == (doer.i if doer else 0):
                hang(words, what.i, deed.i, "prep")
    return words


@where("conj", "cc", ("prep", "agent"))
def mend_gapped_destinations(words: Words) -> Words:
    """Behind "go to X and Y to Z" it is another that goes to Z: the second phrase is no part of the first."""
    for prep in (w for w in words[5:] if words[w.i - 1].dep == "conj"):
        verb, other = words[prep.head], words[prep.i - 1]
        first = child_of(words, verb.i, "prep", "agent", start=verb.i, end=prep.i)
        named = (other.pos == "PROPN" or other.tag == "CD") and prep.text in ("to", "from", "in", "by")
        listed = other.head in (verb.i, first.i + 1 if first is not None else -1)
        same = prep.dep in ("prep", "agent") and first is not None and first.text == prep.text
        if same and named and listed and verb.pos == "VERB" and not has_object(words, verb.i):
            hang(words, other.i, verb.i, "dep")
            hang(words, prep.i, other.i, "prep")
    return words


@where(("call", "appeal"), "pcomp", "dobj", "TO")
def mend_asked_groups(words: Words) -> Words:
    """Whom one calls on to act is a group that a form in "-ing" tells: "called on exporting countries to refrain"."""
    for kind in words[2:-3]:
        prep, group = words[kind.head], words[kind.i + 1]
        asking = words[prep.head]
        deed = child_of(words, kind.i, "advcl", "xcomp", start=group.i)
        called = prep.i == kind.i - 1 and prep.lemma in ("on", "upon", "to") and asking.lemma in ("call", "appeal")
        several = (
            group.tag == "NNS"
            and group.dep == "dobj"
            and group.head == kind.i
            and group.lemma in cues()["nouns.groups"]
        )
        if kind.tag != "VBG" or kind.dep != "pcomp" or not called or not several or deed is None:
            continue
        words[kind.i] = replace(kind, pos="ADJ", head=group.i, dep="amod")
        hang(words, group.i, prep.i, "pobj")
        hang(words, deed.i, asking.i, "xcomp")
    return words


@where(("keep", "hold"), "informed", "ccomp")
def mend_kept_informed(words: Words) -> Words:
    """Who is kept informed is kept so by somebody: "to keep it informed of the talks"."""
    for told in words[2:]:
        keep = words[told.head]
        kept = child_of(words, told.i, "nsubj", "nsubjpass", start=keep.i, end=told.i)
        finite = any(w.head == told.i and w.dep.startswith("aux") for w in words)
        if told.text == "informed" and told.dep == "ccomp" and keep.lemma in ("keep", "hold") and kept and not finite:
            hang(words, kept.i, keep.i, "dobj")
            hang(words, told.i, keep.i, "oprd")
    return words


@where("other", "conj", "and", "dobj")
def mend_other_steps(words: Words) -> Words:
    """Other steps behind "and" are more of the steps before: "take early steps, such as drills, and other steps"."""
    for other in words[4:]:
        verb = words[other.head]
        marked = any(w.head == other.i and w.lemma == "other" for w in words[: other.i])
        first = next((w for w in words[verb.i : other.i] if w.dep == "dobj" and w.lemma == other.lemma), None)
        if other.dep != "conj" or other.pos != "NOUN" or verb.pos != "VERB" or not marked or first is None:
            continue
        hand_over(words, verb.i, first.i, start=first.i + 1, end=other.i, dep="cc")
        hang(words, other.i, first.i, "conj")
    return words


@where(("particular", "notably", "especially"), "mandate", "TO", ",")
def mend_mandated_deeds(words: Words) -> Words:
    """What a mandate is renewed for stands behind "in particular": it is no deed of who renews it."""
    for deed in words[6:]:
        to = child_of(words, deed.i, "aux", end=deed.i)
        lead = words[to.i - 1] if to is not None and to.tag == "TO" else deed
        mandate = next((w for w in reversed(words[: lead.i]) if w.lemma == "mandate" and w.dep == "dobj"), None)
        led = lead.text in ("particular", "notably", "especially")
        if led and mandate is not None and deed.dep in ("ccomp", "xcomp", "conj", "advcl"):
            hang(words, deed.i, mandate.head, "advcl")
    return words


@where("ccomp", "TO", ("VBD", "VBN"), "nsubj")
def mend_asked_bodies(words: Words) -> Words:
    """A form in "-ed" behind who is directed to act tells of them: "directs the body established by X to name Y"."""
    for made in words[3:-2]:
        ask = words[made.head]
        body = child_of(words, made.i, "nsubj", start=ask.i, end=made.i)
        deed = child_of(words, made.i, "advcl", "xcomp", start=made.i)
        asks = ask.lemma in cues()["modality.proposed"] and ask.tag in ("VBZ", "VBD", "VBP") and made.dep == "ccomp"
        if not asks or body is None or deed is None or not takes_to(words, deed.i) or body.i != made.i - 1:
            continue
        if made.tag not in ("VBD", "VBN") or any(w.dep in ("mark", "aux") for w in words[ask.i : made.i]):
            continue
        words[made.i] = replace(made, tag="VBN", head=body.i, dep="acl")
        hang(words, body.i, ask.i, "dobj")
        hang(words, deed.i, ask.i, "xcomp")
        pursuant = words[made.i + 1]
        if pursuant.text == "pursuant":
            hang(words, pursuant.i, made.i, "advmod")
            hang(words, pursuant.i + 1, pursuant.i, "prep")
    return words


@where(("xcomp", "advcl"), "conj", "TO", "dobj")
def mend_last_asked(words: Words) -> Words:
    """Whom the last verb asks is to act: "advised X against Y and encouraged Z, its owner, to pay" asks Z to pay."""
    for deed in words[6:]:
        if deed.dep not in ("xcomp", "advcl") or not takes_to(words, deed.i):
            continue
        verbs = (w for w in reversed(words[deed.head + 1 : deed.i]) if w.pos == "VERB" and w.dep == "conj")
        last = next((w for w in verbs if w.lemma in cues()["modality.proposed"]), None)
        if last is not None and has_object(words, last.i) and not has_own(words, last.i, "xcomp"):
            hang(words, deed.i, last.i, "xcomp")
    return words


@where(("acl", "relcl"), "TO", "dobj")
def mend_all_asked(words: Words) -> Words:
    """Who is named is asked to do what stands behind: "urges the Grain Board to act", "encouraged A and B to act"."""
    for deed in words[4:]:
        last = words[deed.head]
        first = words[last.head] if last.dep == "conj" else last
        verb = words[first.head]
        if deed.dep not in ("acl", "relcl") or not takes_to(words, deed.i) or first.dep != "dobj" or not is_named(last):
            continue
        set_off = (
            words[deed.i - 2].text == "," and child_of(words, last.i, "appos") is not None
        )  # "asks X, Ms. Y, to act"
        known = last.name is not None and last.name.type in ACTORS and verb.lemma not in ("propose", "recommend")
        acting = known or set_off or last.i != first.i
        asked = verb.lemma in cues()["modality.proposed"] and acting and is_named(first)
        if asked and not child_of(words, verb.i, "xcomp"):
            hang(words, deed.i, verb.i, "xcomp")
    return words


@where("conj", ("VB", "VBP"), "TO", ("xcomp", "ccomp", "advcl"))
def mend_rows_asked(words: Words) -> Words:
    """Bare verbs in a row go on with what is asked: "calls on all to allow aid, protect civilians, and respect X".

    Not what one does in saying so: "we call on X to pay, welcome Y, and thank Z".
    """
    for word in words[5:]:
        asking, before = words[word.head], words[word.i - 1]
        bare = word.dep == "conj" and word.tag in ("VB", "VBP") and not has_own(words, word.i, "aux")
        if not bare or asking.lemma not in cues()["modality.proposed"] or not asking.i < word.i:
            continue
        deeds = (w for w in reversed(words[asking.i : word.i]) if w.head == asking.i and w.tag == "VB")
        deed = next((w for w in deeds if w.dep in ("xcomp", "ccomp", "advcl") and takes_to(words, w.i)), None)
        row = before.text == "," or before.pos == "ADV"
        if deed is not None and row and word.lemma not in stating() and not takes_to(words, word.i):
            hang(words, word.i, deed.i, "conj")
    return words


CALLING = {"call": ("on", "upon"), "appeal": ("to",), "plead": ("with",)}
AMONG = ("in", "of", "from", "across")  # where those are, or of whom, who are asked


@where("prep", "TO", ("on", "upon", "to", "with"), AMONG, tuple(CALLING))
def mend_places_of_the_asked(words: Words) -> Words:
    """Where those are who are asked is told of them: "called on the authorities in Guinea to release X"."""
    for place in words[4:-2]:
        verb = words[place.head]
        if place.text not in AMONG or place.dep != "prep" or verb.lemma not in CALLING or verb.i > place.i:
            continue
        asked = words[place.i - 1]
        by = words[asked.head]
        called = asked.dep == "pobj" and asked.name is None and by.head == verb.i and by.text in CALLING[verb.lemma]
        deed = next((w for w in words[place.i :] if w.head == verb.i and w.dep in ("advcl", "xcomp")), None)
        if called and deed is not None and takes_to(words, deed.i):
            hang(words, place.i, asked.i, "prep")
    return words
