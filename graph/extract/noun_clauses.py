"""Clauses that hang on a noun: "a resolution establishing X", "the ideas it proposed", "X, which joined Y"."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from graph.extract.antecedent_persons import is_thanked_for
from graph.extract.arguments import Argument, Reader, actors, is_named
from graph.extract.awaited import goes_along, is_awaited_event, is_to_be_made, wanted
from graph.extract.backgrounds import is_background
from graph.extract.brought_up import is_whole
from graph.extract.complements import purpose_modality
from graph.extract.contents import content_frame, told_frames
from graph.extract.coordination import list_head
from graph.extract.cues import cues
from graph.extract.doers import find_doers, find_possessors, is_mere_part
from graph.extract.frames import CLAUSE_TAGS, Frame, is_infinitive, is_negated, is_passive
from graph.extract.generic import is_generic
from graph.extract.modality import planned
from graph.extract.noun_complements import REFUSING, is_running
from graph.extract.noun_phrases import is_sum
from graph.extract.parse import Sentence
from graph.extract.phrases import find_arguments
from graph.extract.prepositions import PLACES
from graph.extract.pronouns import PEOPLE
from graph.extract.senders import find_senders
from graph.extract.speech import is_source
from graph.extract.thanked import HELPED, thanked_helpers
from graph.model import EntityType, Mention, Modality, Polarity

# Participles of what a thing rests on, or is for: no deed that was done to it.
RESTING = ("base", "root", "ground", "anchor", "underpin", "focus", "center", "centre", "dedicate", "devote", "gear")


def find_noun_clause(
    reader: Reader, s: Sentence, verb: int, frames: Mapping[int, Frame], *, speakers: tuple[Mention, ...]
) -> Iterator[Frame]:
    """The frame in which a clause on a noun is read, or none: the noun is its subject, its object, or what was done.

    `frames` are those of the verbs read already.
    """
    noun = s.words[verb].head
    if s.words[noun].pos not in ("NOUN", "PROPN") or (is_source(s, noun, verb) and not reader.open):
        return
    above = frames.get(verb_above(s, noun))
    counted = summed(s, noun) if s.words[verb].dep == "acl" and s.words[verb].tag == "VBN" and not reader.open else noun
    sent = find_senders(reader, s, noun, verb)
    own = replace(reader, cut=reader.open or not is_whole(s, verb))
    nouns = sent or [a for a in whole_nouns(own, s, counted, above) if a.head < verb or is_named(a)]
    if not reader.open and is_of_all(s, noun, verb):
        return
    # "A, based in X, and B", "A, which met X, and B": B is based elsewhere and met nobody
    nouns = [a for a in nouns if a.head < verb or a.head == noun or list_head(s, a.head) != list_head(s, noun)]
    saying = above.speakers if above and not is_background(reader.discourse, s, verb) else ()
    frame = Frame(speakers=saying or speakers).step(s.words[verb].dep, 0.85)
    # "the efforts led by X" are led, "a treaty they signed" is signed; what we can build may be "based on" a thing
    done = s.words[verb].tag in ("VBN", "VBD") and s.words[verb].lemma not in RESTING
    done = done and not any(s.words[a].tag in ("VBZ", "VBP") for a in s.all_children(verb, "auxpass"))  # "is guided by"
    subject = s.child(verb, "nsubj", "nsubjpass")
    relative = subject is not None and s.words[subject].tag in ("WDT", "WP")
    every = any(s.words[d].lemma == "all" for d in s.all_children(noun, "det"))
    held = every and subject is not None and not relative  # "will protect all rights that others enjoy": they do
    told = Modality.PLANNED if is_awaited_event(s, verb) else wanted(s, noun, None if done or held else above)
    frame = replace(frame, modality=told)
    there = s.child(verb, "expl") is not None  # "the view that there is no place for X"
    content = s.words[verb].dep == "acl" and (subject is not None or there) and not relative
    if content:  # "the news that X has joined Y": the clause has a subject of its own
        yield from told_frames(reader, s, noun, verb, content_frame(s, noun, frame, above), above)
    elif is_to_be_done(s, verb) and subject is None:
        yield replace(frame, subjects=tuple(nouns), passive=True, modality=planned(frame.modality))
    elif s.words[verb].dep == "acl" and is_infinitive(s, verb):
        yield from infinitive_frames(reader, s, noun, frame, above)
    elif s.words[verb].tag == "VBN" and s.words[verb].dep == "acl":
        coming = above is not None and (is_to_be_made(s, noun, verb, above) or goes_along(s, noun, verb, above))
        made = planned(above.modality) if above is not None and coming else frame.modality
        yield replace(frame, subjects=tuple(nouns), passive=True, modality=made)
    elif relative or s.words[verb].dep == "acl":
        yield relative_frame(s, noun, nouns, frame)
    elif subject is not None and bound(s, verb) is not None:  # "X, whose roof fell", "X, with whom she lived"
        yield frame
    elif (
        subject is not None and has_gap(s, verb) and not (s.words[noun].dep == "conj" and s.words[subject].tag == "PRP")
    ):
        if is_generic(s, verb) and not reader.open:
            return
        found = find_arguments(reader, s, subject, owners=above.owners() if above else ())
        when = s.words[noun].lemma in ("time", "day", "year", "moment", "way", "reason")  # "the last time we met"
        yield replace(frame, subjects=tuple(found), objects=() if when else tuple(nouns), relative=True)


def summed(s: Sentence, noun: int) -> int:
    """The sum that a bare noun tells the kind of: "$5 million in support pledged by X"; else the noun."""
    prep = s.words[noun].head
    bare = s.words[noun].dep == "pobj" and s.words[prep].lemma == "in" and noun == prep + 1
    return s.words[prep].head if bare and is_sum(s, s.words[prep].head) else noun


def relative_frame(s: Sentence, noun: int, nouns: Sequence[Argument], frame: Frame) -> Frame:
    """The frame of a clause whose subject is its noun; denied where "it was not X that did Y".

    In "it was not X but Z that did Y" it is Z who did.
    """
    be = s.words[noun].head
    subject = s.child(be, "nsubj")
    cleft = s.words[noun].dep == "attr" and subject is not None and s.words[subject].lemma == "it"
    if not cleft or not is_negated(s, be):
        return replace(frame, subjects=tuple(nouns), relative=True)
    others = tuple(a for a in nouns if a.head != noun)
    polarity = frame.polarity if others else Polarity.NEGATED
    return replace(frame, subjects=others or tuple(nouns), relative=True, polarity=polarity)


def whole_nouns(reader: Reader, s: Sentence, noun: int, above: Frame | None) -> list[Argument]:
    """What a clause on a noun is of, with the name that tells which one: "a treaty with Iran, which bans tariffs"."""
    nouns = find_nouns(reader, s, noun, above)
    whole = reader.discourse.introduced.whole
    return nouns if reader.open else [replace(a, mention=whole(s, a.head, a.mention)) for a in nouns]


def is_of_all(s: Sentence, noun: int, verb: int) -> bool:
    """Whether a clause tells which of all are meant, and so nothing of all: "all states that have not signed X"."""
    every = any(s.words[d].lemma.lower() in ("all", "any", "every", "no") for d in s.all_children(noun, "det"))
    first = s.subtree(verb)[0]
    denied = s.child(verb, "neg") is not None
    return every and denied and s.words[verb].dep == "relcl" and s.words[first - 1].text != ","


def is_to_be_done(s: Sentence, verb: int) -> bool:
    """Whether an infinitive tells what is to be done to its noun: "a fund to be managed by X"; no "need to be told"."""
    noun = s.words[s.words[verb].head].lemma
    meant = any(
        noun in cues()[f"nouns.{kind}"] for kind in ("calls", "calling", "rights", "committing", "empty", "trying")
    )
    passive = s.words[verb].dep in ("acl", "relcl") and is_infinitive(s, verb) and is_passive(s, verb)
    return passive and not meant and noun not in ("time", "chance")


def find_given(s: Sentence, noun: int) -> int | None:
    """Who is given what a noun names: "gives X a plan", "provides X with a plan"; or None."""
    prep = s.words[noun].head
    verb = s.words[prep].head if s.words[noun].dep == "pobj" else prep
    giving = cues()["verbs.supplying"] | cues()["verbs.giving"] | {"give"}
    if s.words[verb].lemma not in giving:
        return None
    if s.words[noun].dep == "pobj":
        return s.child(verb, "dobj") if s.words[prep].lemma == "with" else None
    return next((d for d in s.all_children(verb, "dative") if s.words[d].pos in ("NOUN", "PROPN", "PRON")), None)


def infinitive_frames(reader: Reader, s: Sentence, noun: int, frame: Frame, above: Frame | None) -> Iterator[Frame]:
    """The frame of an infinitive on a noun: of whom the noun names, of who is given it, or of the clause's subject."""
    if is_called_for(s, noun):  # "a need for support to do": the support does it
        return
    doers = find_doers(reader, s, noun, frame) or find_possessors(reader, s, noun, above or frame)
    if doers and s.words[noun].lemma in REFUSING:
        yield replace(frame, subjects=tuple(doers), polarity=Polarity.NEGATED)
    elif doers and s.words[noun].lemma in cues()["nouns.committing"] | cues()["nouns.trying"]:
        applied = s.words[noun].lemma in cues()["nouns.applying"]
        modality = Modality.PROPOSED if applied else Modality.PLANNED
        if s.words[noun].lemma in cues()["nouns.trying"] and is_running(s, noun):  # "their continued efforts to do"
            modality = frame.modality
        yield replace(frame, subjects=tuple(doers), modality=modality)
    elif above is not None and (given := find_given(s, noun)) is not None:  # "provides X with a plan to do"
        takers = actors(find_arguments(reader, s, given, owners=above.owners()))
        yield replace(above.later().fresh(), subjects=tuple(takers), modality=planned(above.modality)).step(
            "purpose", 0.8
        )
    elif not doers and s.words[noun].dep == "pobj" and s.words[noun].lemma == "need":
        return  # "agreed on the need to end X": who is to do it is open
    elif above is not None and not doers and is_own(s, noun, above.subjects) and actors(above.subjects):
        # "their commitment to cooperation to fund X": the purpose is that of the clause's subject.
        taken = s.words[s.words[noun].head].lemma == "as"  # "takes X as an opportunity to do" means to do
        told = planned(above.modality) if taken else purpose_modality(s, noun, above)
        # "as part of its efforts to end X, it met Y in Z": not then and there
        yield replace(above.fresh(), modality=told, qualifiers=()).step("purpose", 0.8)
    else:  # who does it is open, but not whom it is done to: "efforts to keep X from doing"
        yield replace(frame, modality=Modality.PLANNED)


def find_gerund_clause(
    reader: Reader, s: Sentence, verb: int, frames: Mapping[int, Frame], *, speakers: tuple[Mention, ...]
) -> Iterator[Frame]:
    """The frame of a gerund behind a noun that names its doer, or none: "X's role in doing"."""
    noun = s.words[s.words[verb].head].head
    if s.words[noun].pos != "NOUN":
        return
    above = frames.get(verb_above(s, noun))
    frame = Frame(speakers=(above.speakers if above else ()) or speakers)
    doers = find_doers(reader, s, noun, above or frame)
    toward = s.words[s.words[verb].head].lemma in ("toward", "towards")
    behind = s.words[s.words[verb].head].lemma
    if behind in ("after", "before", "since"):  # "its goal after doing X" is another thing
        return
    if (helpers := thanked_helpers(reader, s, noun, doers, above)) and behind == "in":
        helped = replace(frame, subjects=tuple(helpers)).step("noun complement", 0.85)
        yield helped.longer([*HELPED[s.words[noun].lemma], "in"], (noun, s.words[verb].head), transparent=False)
        return
    if is_mere_part(s, noun):
        return
    aimed = toward or s.words[noun].lemma in cues()["nouns.committing"] | cues()["nouns.aiming"]
    sought = s.words[s.words[noun].head].lemma in cues()["modality.proposed"] | {"seek", "need", "want"}
    aimed = aimed or s.words[s.words[noun].head].lemma == "wish"  # "wished X success in hosting Y"
    if doers:  # "requested X's help in doing": X is to do it
        told = Modality.PROPOSED if sought else Modality.PLANNED if aimed else Modality.ASSERTED
        frame = replace(frame, modality=told)
        yield replace(frame, subjects=tuple(doers)).step("noun complement", 0.85)
    elif above is not None and s.words[noun].dep == "dobj" and is_own_deed(s, noun):
        told = planned(above.modality) if aimed else above.modality  # "made progress in doing"
        yield replace(above.fresh(), modality=told).step("gerund", 0.85)


def is_own_deed(s: Sentence, noun: int) -> bool:
    """Whether a gerund behind an object tells its subject's deed: "made progress in doing", not "has a role in"."""
    return s.words[noun].lemma in cues()["nouns.own"] and s.words[s.words[noun].head].lemma in cues()["verbs.carrying"]


def is_called_for(s: Sentence, noun: int) -> bool:
    """Whether a noun is what one calls for or has need of: "the need for support", "calls for a body"."""
    prep = s.words[noun].head
    above = s.words[s.words[prep].head]
    wanting = above.lemma in cues()["nouns.calls"] | cues()["modality.wanting"] | cues()["modality.proposed"]
    return s.words[noun].dep == "pobj" and s.words[prep].lemma == "for" and wanting


def is_own(s: Sentence, noun: int, subjects: Sequence[Argument]) -> bool:
    """Whether a noun is what its clause's subject has in mind: not what stands behind "of" or "any"."""
    above = s.words[s.words[noun].head]
    if (owner := s.child(noun, "poss")) is not None and s.words[owner].tag == "PRP$":
        whose = s.text[s.words[owner].start : s.words[owner].end].lower()
        if is_thanked_for(s, owner):
            return False
        if whose == "their":
            return len(subjects) > 1 or any(a.open or a.mention.type is EntityType.GROUP for a in subjects)
        person = any(a.mention.type in PEOPLE for a in subjects)
        return not person if whose == "its" else person or whose not in ("his", "her")
    behind = s.words[noun].dep == "pobj" and above.lemma not in ("to", "for", "in", "on", "as")
    foreign = behind or is_judged(s, noun)
    vague = any(s.words[d].lemma in ("any", "every", "no") for d in s.all_children(noun, "det"))
    return not foreign and not vague


# Verbs of which what stands behind "on" or "for" is their object's: "congratulated X on the agreement to do".
THANKING = ("congratulate", "thank", "commend", "praise", "credit", "blame", "honour", "honor")


def is_judged(s: Sentence, noun: int) -> bool:
    """Whether a noun is in what its clause's subject only judges: "thanked X for support for the effort to do"."""
    at = noun
    while s.words[at].head != at and s.words[at].pos not in CLAUSE_TAGS:
        owner = s.child(at, "poss")
        if owner is not None and s.words[owner].tag == "PRP$" and s.words[at].lemma in cues()["nouns.committing"]:
            return False  # "reaffirmed their commitment to efforts to do"
        if at != noun and s.words[at].lemma in cues()["nouns.stands"]:
            return True  # "offered support for efforts to do"
        at = s.words[at].head
    judging = s.words[at].lemma in cues()["verbs.judging"] or s.words[at].lemma in THANKING
    return at < noun and judging


def has_gap(s: Sentence, verb: int) -> bool:
    """Whether a relative clause has no object but its relative pronoun: "the plan (that) it proposed"."""
    direct = s.child(verb, "dobj")
    filled = s.child(verb, "ccomp") is not None  # "the pact, which they agreed is dead": the pact is dead
    asking = any(s.words[c].tag == "WRB" for c in s.children[verb])  # "the reason why they left"
    return (
        (direct is None or s.words[direct].tag in ("WDT", "WP")) and bound(s, verb) is None and not (filled or asking)
    )


def bound(s: Sentence, verb: int) -> int | None:
    """The relative pronoun of a clause that is neither its subject nor its object: "whose", "with whom"; or None.

    Also what its subject is a part of: "many of which"; and what is expected or begun in it: "from which X is to gain".
    """
    states = s.all_children(verb, "acomp")  # "in which nine navies are due to take part"
    begun = [i for at in (verb, *states) for child in s.all_children(at, "xcomp") for i in s.children[child]]
    near = [i for child in (*s.children[verb], *begun) for i in (child, *s.children[child]) if i < verb]
    parts = [i for at in near if s.words[at].lemma == "of" for i in s.children[at]]
    return next((i for i in (*near, *parts) if is_bound(s, i)), None)


def is_bound(s: Sentence, i: int) -> bool:
    """Whether a word is a relative pronoun behind a preposition, or "whose"."""
    word = s.words[i]
    return word.tag == "WP$" or (word.tag in ("WDT", "WP") and word.dep == "pobj")


def find_nouns(reader: Reader, s: Sentence, noun: int, above: Frame | None) -> list[Argument]:
    """What the noun stands for; a noun behind a copula stands for the subject: "X is a body founded by Y"."""
    subject = s.child(s.words[noun].head, "nsubj")
    cleft = subject is not None and s.words[subject].lemma == "it"  # "it is X that did Y"
    known = s.words[noun].name is not None  # "the supreme organ is the Union, which acts"
    if s.words[noun].dep == "attr" and not cleft and not known and above is not None and above.subjects:
        return list(above.subjects)
    above_it = s.words[noun].head
    told = any(
        s.words[d].lemma in ("a", "an") or (s.words[d].lemma == "the" and s.words[d - 1].text == "," and not known)
        for d in s.all_children(noun, "det")
        if s.words[noun].tag == "NN"
    )
    name = s.words[above_it].name
    firm = s.words[above_it].label == "ORG" and s.words[above_it].pos == "PROPN" and name is None
    named = s.words[above_it].label == "PERSON" or firm or (name is not None and name.type not in PLACES)
    named = named or any(s.words[c].pos == "PROPN" for c in s.all_children(above_it, "compound"))
    if s.words[noun].dep == "appos" and told and named:  # "Ann Berg, the judge who sentenced X": she sentenced X
        noun = above_it
    behind = above is not None and verb_above(s, noun) < noun and len(actors(above.subjects)) == len(above.subjects)
    owners = above.owners() if above is not None and behind else ()  # "will reopen its mission, which closed"
    found = find_arguments(reader, s, noun, owners=owners)
    return found[:1] if s.words[noun].dep == "conj" else found


def verb_above(s: Sentence, i: int) -> int:
    """The nearest verb above a word, or -1."""
    at = i
    while s.words[at].head != at:
        at = s.words[at].head
        if s.words[at].pos in CLAUSE_TAGS:
            return at
    return -1
