"""Mends in a parse: verbs that follow each other, of one subject, and the subject behind a clause in front."""

from dataclasses import replace

from graph.extract.lemmas import verb_of_gerund
from graph.extract.trees import (
    Words,
    child_of,
    hang,
    has_own,
    is_named,
    make_subject,
    root_of,
    where,
)
from graph.extract.words import words as lists


@where("acl", "VBN", ",", "agent", "auxpass")
def mend_passives_in_rows(words: Words) -> Words:
    """What was done, by whom, and then by whom else: "was invaded by X, condemned by Y and praised by Z"."""
    for done in words[5:]:
        doer = words[done.head]
        by = words[doer.head]
        verb = words[by.head]
        row = [w for w in words[done.i :] if w.head == done.i and w.dep == "conj" and w.tag == "VBN"]
        passive = by.dep == "agent" and verb.tag == "VBN" and child_of(words, verb.i, "auxpass") is not None
        inside = done.dep == "acl" and done.tag == "VBN" and words[done.i - 1].text == "," and doer.dep == "pobj"
        if inside and passive and row and child_of(words, done.i, "agent") is not None:
            for other in (done, *row):
                hang(words, other.i, verb.i, "conj")
    return words


@where("VBG", ("amod", "compound"), ",", "nsubj")
def mend_addressed_bodies(words: Words) -> Words:
    """Whom one addresses in front does nothing: "Addressing UNICEF, Maria Silva condemned X"."""
    form, body = words[0], words[1] if len(words) > 1 else words[0]
    verb = words[body.head]
    later = child_of(words, verb.i, "nsubj", start=3)
    led = form.tag == "VBG" and form.dep in ("amod", "compound") and form.head == 1 and body.dep == "nsubj"
    if led and later is not None and len(words) > 2 and words[2].text == "," and is_named(body):
        words[0] = replace(form, pos="VERB", head=verb.i, dep="advcl")
        hang(words, 1, 0, "dobj")
    return words


@where("VBG", "appos", ",", ("VBN", "VBD"))
def mend_speakers_behind_gerunds(words: Words) -> Words:
    """Who stands behind a clause in front acts: "Briefing the Council, Maria Silva, head of X, condemned Y"."""
    form = words[0]
    root = words[root_of(words)]
    body = child_of(words, 0, "dobj")
    person = child_of(words, body.i, "appos", start=body.i) if body is not None else None
    fits = form.tag == "VBG" and form.dep in ("nsubj", "csubj", "advcl") and form.head == root.i and root.i > 4
    if not fits or person is None or person.pos != "PROPN" or root.tag not in ("VBN", "VBD"):
        return words
    subject = child_of(words, root.i, "nsubj", start=person.i, end=root.i)
    if subject is not None and (words[person.i + 1].text != "," or subject.pos == "PROPN"):
        return words
    words[0] = replace(form, pos="VERB", dep="advcl")
    hang(words, person.i, root.i, "nsubj")
    if subject is not None:
        hang(words, subject.i, person.i, "appos")
    if child_of(words, root.i, "auxpass", "aux") is None:
        words[root.i] = replace(root, tag="VBD")
    return words


@where("IN", "appos", ",", "of")
def mend_guests_behind_invitations(words: Words) -> Words:
    """Who stands before the verb behind an office in front acts: "At the invitation of X, head of Y, Z visited W"."""
    root = words[root_of(words)]
    if words[0].tag != "IN" or words[0].head != root.i or has_own(words, root.i) or root.tag not in ("VBD", "VBZ"):
        return words
    guests = [w for w in words[4 : root.i] if w.dep == "appos" and w.pos == "PROPN" and w.text not in lists().offices]
    for guest in guests:
        first = guest.i
        while words[first - 1].head == guest.i and words[first - 1].dep == "compound":
            first -= 1
        told = child_of(words, guest.i, "appos", start=guest.i, end=root.i)
        closed = told is not None and words[guest.i + 1].text == "," and words[root.i - 1].text == ","
        hosted = words[first - 1].text == "," and words[guest.head].dep in ("appos", "pobj")
        if hosted and (guest.i == root.i - 1 or closed):
            make_subject(words, guest.i, root.i)
            return words
    return words


@where("by", "compound", "pobj", ",")
def mend_means_in_front(words: Words) -> Words:
    """By doing what, in front of a sentence: "By planting trees, villagers saved their fields"."""
    by, deed = words[0], words[1] if len(words) > 1 else words[0]
    thing = words[deed.head]
    led = by.text == "By" and by.dep == "prep" and deed.dep == "compound" and deed.tag == "NN"
    if led and deed.text.endswith("ing") and thing.head == 0 and thing.tag in ("NNS", "NN") and thing.i == 2:
        words[1] = replace(deed, pos="VERB", tag="VBG", lemma=verb_of_gerund(deed.text), head=0, dep="pcomp")
        hang(words, thing.i, 1, "dobj")
    return words


@where(("invitation", "invitations"), ("extended", "issued", "sent"), "TO", "advcl")
def mend_deeds_invited_to(words: Words) -> Words:
    """Who invites is not to do what the invitation is for: "accepted the invitation extended by X to visit Y"."""
    for deed in words[4:]:
        issued = words[deed.head]
        to = child_of(words, deed.i, "aux", end=deed.i)
        told = deed.dep in ("advcl", "xcomp") and deed.tag == "VB" and to is not None and to.tag == "TO"
        if told and issued.dep == "acl" and issued.tag == "VBN" and words[issued.head].lemma == "invitation":
            hang(words, deed.i, issued.head, "acl")
    return words


@where("acl", "to", "pobj", ("invitation", "appeal", "request", "plea"))
def mend_invited_deeds(words: Words) -> Words:
    """Whom an invitation is to is to do what it is for: "extended an invitation to X to visit Y"."""
    for deed in words[5:]:
        noun = words[deed.head]
        verb = words[noun.head]
        to = child_of(words, noun.i, "prep", start=noun.i, end=deed.i)
        guest = child_of(words, to.i, "pobj", start=to.i, end=deed.i) if to is not None else None
        asking = noun.lemma in ("invitation", "appeal", "request", "plea") and noun.dep == "dobj" and deed.dep == "acl"
        if (
            deed.dep == "acl"
            and deed.tag == "VB"
            and asking
            and to is not None
            and to.text == "to"
            and guest is not None
        ):
            words[verb.i] = replace(verb, lemma="invite" if noun.lemma == "invitation" else "ask")
            hang(words, guest.i, verb.i, "dobj")
            hang(words, noun.i, verb.i, "prt")
            hang(words, to.i, verb.i, "prt")
            hang(words, deed.i, verb.i, "xcomp")
    return words
