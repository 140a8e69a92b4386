"""Sentences → extractions: every clause is read from its verb, and hands down what it knows to those below it.

Start at `ClauseReader.walk`. What a clause hands down is a `Frame`; which clauses are below it, and with which frame,
`complements.py`, `adverbials.py` and `noun_clauses.py` tell; what the clause itself states, `predicates.py`.
"""

from collections.abc import Collection, Iterator
from dataclasses import replace

from graph.extract.adverbials import find_adverbials
from graph.extract.arguments import Argument, Reader, is_named
from graph.extract.awaited import wanted
from graph.extract.beside import emit_invitation
from graph.extract.bridges import find_bridges
from graph.extract.companions import observe_companions
from graph.extract.complements import find_complements
from graph.extract.conjoined import find_conjuncts, is_condition
from graph.extract.contents import is_unfounded
from graph.extract.counterparts import observe_presented, observe_senders
from graph.extract.cues import cues
from graph.extract.either_done import as_either
from graph.extract.emission import emit
from graph.extract.frames import (
    CLAUSE_TAGS,
    SUBJECTS,
    WIDENING,
    Frame,
    find_polarity,
    is_infinitive,
    is_negated,
    is_passive,
    shares_passive,
    surface_of,
    turned,
    verb_path,
)
from graph.extract.gaps import emit_gap, gap_below
from graph.extract.generic import is_generic, is_topic
from graph.extract.leading import emit_leading
from graph.extract.leads import find_lead, find_teller, is_led
from graph.extract.left_over import emit_left_over
from graph.extract.listings import find_listing, listed_things
from graph.extract.modality import find_modality, is_open_question, is_timed_ahead, performs, planned
from graph.extract.noun_clauses import find_gerund_clause, find_noun_clause, verb_above
from graph.extract.noun_phrases import text_of
from graph.extract.openings import emit_existence, emit_settings, emit_told, emit_whereabouts
from graph.extract.parse import Sentence
from graph.extract.parts import part_told
from graph.extract.parts_told import emit_parts
from graph.extract.phrases import find_arguments
from graph.extract.predicates import emit_objects
from graph.extract.prompted import emit_prompt
from graph.extract.pronouns import PEOPLE, is_expletive
from graph.extract.purposes import find_planners
from graph.extract.reciprocals import emit_reciprocal
from graph.extract.required import emit_required
from graph.extract.settings import find_settings
from graph.extract.shares import emit_shares
from graph.extract.speech import find_reported_speakers, is_speech, is_told_aside
from graph.extract.stances import emit_stance
from graph.model import EntityType, Extraction, Mention, Modality

# How the clause of a verb on a noun is read, by the verb's label.
NOUN_CLAUSES = {"relcl": find_noun_clause, "acl": find_noun_clause, "pcomp": find_gerund_clause}


def find_clauses(reader: Reader, s: Sentence) -> list[Extraction]:
    """The extractions that the clauses of a sentence state; one that ends in a colon leads the list behind it."""
    clauses = ClauseReader(reader, s)
    told = list(clauses.find())
    if s.words[-1].text == ":":
        reader.discourse.lead = find_lead(reader, s, clauses.frames)
        reader.discourse.teller = find_teller(s, clauses.frames)
        reader.discourse.listing = find_listing(s, clauses.frames)
    return told or list(listed_things(reader, s))


class ClauseReader:
    """Walks the clauses of one sentence; `frames` keeps how each verb was read, for the clauses on nouns below it."""

    def __init__(self, reader: Reader, s: Sentence) -> None:
        self.reader = reader
        self.s = s
        self.frames: dict[int, Frame] = {}

    def find(self) -> Iterator[Extraction]:
        """The extractions of the sentence: from its root, then from clauses that hang on nouns, then leftovers."""
        s = self.s
        root = next(w.i for w in s.words if w.head == w.i)
        frame = self.opening_frame(root)
        added = s.words[root].start == s.words[root].end
        if added and not (s.words[0].text == "We" and s.child(root, "acomp")):  # an item that turns out to have no verb
            return
        if s.words[root].pos in CLAUSE_TAGS:
            worried = s.words[root].text.lower() in cues()["speech.worried"]
            yield from self.felt(root, frame, ("at", "over", "about")) if worried else ()
            yield from self.walk(root, frame)
        elif s.words[root].pos == "ADJ":
            yield from self.felt(root, frame)
        plain = replace(frame, subjects=())
        for word in s.words:
            find = NOUN_CLAUSES.get(word.dep)
            if find is not None and word.i not in self.frames and word.pos in CLAUSE_TAGS:
                for below in find(self.reader, s, word.i, self.frames, speakers=frame.speakers):
                    yield from self.walk(word.i, below)
        for word in s.words:
            if word.pos not in CLAUSE_TAGS or word.i in self.frames:
                continue
            if s.child(word.i, *SUBJECTS) is not None:
                yield from self.walk(word.i, self.left_frame(word.i, plain).step("clause", 0.85))

    def left_frame(self, verb: int, plain: Frame) -> Frame:
        """The frame of a clause with its own subject that no other clause has read."""
        s = self.s
        word = s.words[verb]
        above = s.words[word.head]
        if any(s.words[c].lemma in ("whether", "if") for c in s.children[verb]):
            plain = replace(plain, modality=Modality.POSSIBLE)
        if is_infinitive(s, verb):  # "the need for X to do"
            called = above.lemma in cues()["nouns.calls"] | cues()["modality.wanting"]
            plain = replace(plain, modality=Modality.PROPOSED if called else Modality.PLANNED)
        if word.dep == "relcl" and any(s.words[c].lemma == "where" for c in s.children[verb]):
            told = wanted(s, word.head, self.frames.get(verb_above(s, word.head)))  # "wants a world where X is safe"
            plain = replace(plain, modality=told)
        if word.dep in ("ccomp", "xcomp") and above.dep in ("acl", "advcl") and is_infinitive(s, above.i):
            plain = replace(plain, modality=Modality.PLANNED)  # "aid to help X build"
        if above.lemma == "sure" and s.words[above.head].lemma == "make":  # "makes sure that X signs"
            return replace(plain, modality=planned(find_modality(s, above.head, Modality.ASSERTED)))
        if word.dep == "ccomp" and above.lemma in cues()["modality.ensuring"]:
            return replace(plain, modality=planned(find_modality(s, above.i, Modality.ASSERTED)))
        return plain

    def felt(self, root: int, frame: Frame, behind: Collection[str] = ()) -> Iterator[Extraction]:
        """What a preamble says its body feels: "Deeply concerned by X"; `behind` which words, or all."""
        s, heading = self.s, self.reader.discourse.heading
        if heading is None or s.child(root, *SUBJECTS, "cop") is not None:
            return
        frame = replace(frame, subjects=(Argument(head=root, mention=heading),)).step("carried", 0.9)
        for prep in s.all_children(root, "prep", "agent"):
            target = s.child(prep, "pobj") if not behind or s.words[prep].lemma in behind else None
            worried = s.words[root].text.lower() in cues()["speech.worried"]
            path = ["express", "concern", "about"] if worried else ["be", s.words[root].lemma, s.words[prep].lemma]
            found = find_arguments(self.reader, s, target, owners=frame.owners()) if target is not None else []
            yield from emit(s, frame, path, (root, prep), found)

    def opening_frame(self, root: int) -> Frame:
        """The frame of the sentence's main clause: its speakers, and the subject that a heading gives it."""
        s = self.s
        frame = Frame(speakers=find_reported_speakers(self.reader, s, root) or self.reader.discourse.quoted)
        lead = self.reader.discourse.lead
        if lead is not None and is_led(s):
            return replace(frame, modality=lead.modality, speakers=frame.speakers or lead.speakers).step("item", 0.95)
        heading = self.reader.discourse.heading
        bare = s.words[root].tag in ("VBG", "VBZ", "VBN") and s.child(root, *SUBJECTS) is None
        body = heading is not None and heading.type is EntityType.ORGANIZATION
        if body and s.words[root].tag == "VBN" and s.words[root].lemma in ("adopt", "pass", "issue", "circulate"):
            return frame  # "[Adopted by a vote of 29 to 4.]" below a resolution is no body's lot
        if bare and heading is not None:
            done = s.words[root].tag == "VBN"
            frame = replace(frame, subjects=(Argument(head=root, mention=heading),), passive=done).step("carried", 0.9)
            self.reader.discourse.observe([heading])
        elif bare and s.words[root].tag == "VBG" and s.words[root].lemma in cues()["speech.performing"]:
            # "RECALLING the treaty;" in a declaration of several who have said "we"
            voices = self.reader.discourse.voices
            frame = replace(frame, subjects=tuple(Argument(head=root, mention=v) for v in voices)).step("carried", 0.9)
        return frame

    def walk(self, verb: int, frame: Frame) -> Iterator[Extraction]:
        """The extractions of a verb's clause and of all the clauses below it."""
        if verb in self.frames:
            return
        s = self.s
        open_ = is_open_question(s, verb) or is_condition(s, verb)  # what happens if, and how, nobody says to be so
        asked = (open_ and not self.reader.open) or is_unfounded(s, verb) or is_compared(s, verb)
        examples = s.words[verb].lemma == "include" and (s.words[verb].tag == "VBG" or is_aside(s, verb))
        if asked or ((examples or is_topic(s, verb)) and not self.reader.open):
            self.frames[verb] = frame
            return
        frame = self.with_subjects(verb, frame)
        if s.prep(verb, "accord") is not None:  # "notes that, according to X, …"
            frame = replace(frame, speakers=find_reported_speakers(self.reader, s, verb) or frame.speakers)
        times = find_settings(self.reader, s, verb, owners=frame.owners())
        modality = find_modality(s, verb, frame.modality)
        coming = modality is Modality.ASSERTED and is_timed_ahead(s, verb, times, self.reader.published)
        modality = Modality.PLANNED if coming else modality
        open_said = modality is Modality.PROPOSED or (modality is Modality.POSSIBLE and not is_maybe(s, verb))
        said = open_said and performs(s, verb, frame.subjects) and s.words[verb].dep != "relcl"
        frame = replace(
            frame,
            modality=Modality.ASSERTED if said else modality,
            polarity=find_polarity(s, verb, frame.polarity),
            qualifiers=(*frame.qualifiers, *times),
            passive=is_passive(s, verb) or shares_passive(s, verb, frame),
        )
        self.frames[verb] = frame
        acting = (*frame.subjects, *self.partners(verb, frame))
        tasked = frame.rule in ("control", "gerund") and modality is Modality.PROPOSED
        self.reader.discourse.observe_parties([a.mention for a in acting], told=tasked)
        observe_senders(self.reader, s, frame.subjects)
        observe_companions(self.reader, s, verb)
        inner = gap_below(s, verb) if frame.objects else None
        told = [
            *self.stated(verb, frame),
            *(emit_gap(self.reader, s, verb, frame) if frame.objects and inner is None else ()),
        ]
        yield from told
        if self.reader.open:
            yield from emit_left_over(self.reader, s, verb, frame, told)
        plain = replace(frame, objects=(), relative=False) if frame.objects or frame.relative else frame
        for find in (find_complements, find_adverbials, find_conjuncts):
            for child, below in find(self.reader, s, verb, plain):
                yield from self.walk(child, replace(below, objects=frame.objects) if child == inner else below)

    def stated(self, verb: int, frame: Frame) -> Iterator[Extraction]:
        """What the verb of a clause itself states, without the clauses below it."""
        reader, s = self.reader, self.s
        reports = is_speech(s, verb) and (s.child(verb, "ccomp") is not None or is_told_aside(s, verb))
        yield from emit_stance(reader, s, verb, frame)
        if frame.subjects and not reports:
            yield from find_bridges(reader, s, verb, frame)
            yield from as_either(s, verb, emit_objects(reader, s, verb, frame))
            yield from emit_reciprocal(s, verb, frame)
            yield from emit_invitation(reader, s, verb, frame)
            yield from emit_prompt(reader, s, verb, frame)
            yield from emit_leading(reader, s, verb, frame)
            yield from emit_parts(reader, s, verb, frame)
            yield from emit_required(reader, s, verb, frame)
            yield from emit_whereabouts(reader, s, verb, frame)
        elif frame.subjects and s.words[verb].lemma in cues()["verbs.informing"]:
            yield from self.told_whom(verb, frame)
        elif not frame.subjects and not reader.open:
            yield from emit_shares(reader, s, verb, frame)
        if s.words[verb].lemma == "be":
            observe_presented(reader, s, verb)
            yield from self.cleft_words(verb)
            yield from emit_existence(reader, s, verb, frame)
        if reader.open:
            yield from emit_settings(reader, s, verb, frame)
            yield from emit_told(s, verb, frame)

    def told_whom(self, verb: int, frame: Frame) -> Iterator[Extraction]:
        """Whom somebody tells a thing, by name: "told his colleagues" says too little of them."""
        told = self.s.child(verb, "dobj")
        pointed = told is not None and self.s.words[told].tag == "PRP"
        aside = pointed and is_told_aside(self.s, verb)  # "as the nurses told me", but "as X told the Assembly"
        found = find_arguments(self.reader, self.s, told, owners=frame.owners()) if told is not None else []
        found = [a for a in found if self.reader.open or (is_named(a) and not aside)]
        self.reader.discourse.observe_objects([a.mention for a in found])  # "I told X that …. He agreed"
        yield from emit(self.s, frame, verb_path(self.s, verb), surface_of(self.s, verb), found)

    def partners(self, verb: int, frame: Frame) -> list[Argument]:
        """Whom the subject of a verb of meeting meets: its object, or who stands behind "with" or "to"."""
        s = self.s
        direct = s.child(verb, "dobj")
        gathering = direct is not None and s.words[direct].lemma.lower() in cues()["nouns.gatherings"]
        held = gathering and s.words[verb].lemma in (
            "hold",
            "have",
            "host",
            "conduct",
            "convene",
        )  # "held talks with X"
        if not (held or s.words[verb].lemma in cues()["verbs.meeting"]) or len(frame.subjects) != 1:
            return []
        holders = (verb, direct) if held and direct is not None else (verb,)
        behind = [
            s.child(p, "pobj")
            for at in holders
            for p in s.all_children(at, "prep")
            if s.words[p].lemma in ("with", "to")
        ]
        places = [t for t in (direct if not held else None, *behind) if t is not None]
        found = (find_arguments(self.reader, s, t, owners=frame.owners()) for t in places)
        return next((partners for partners in found if partners), [])

    def cleft_words(self, verb: int) -> Iterator[Extraction]:
        """What "what X needs is Y" says: X needs Y."""
        s = self.s
        inner, attribute = s.child(verb, "csubj"), s.child(verb, "attr")
        gap = s.child(inner, "dobj") if inner is not None else None
        if inner is None or attribute is None or gap is None or s.words[gap].lemma != "what" or gap > inner:
            return
        frame = self.with_subjects(inner, Frame(speakers=self.frames[verb].speakers))
        polarity = find_polarity(s, inner, frame.polarity)
        frame = replace(frame, modality=find_modality(s, inner, Modality.ASSERTED), polarity=polarity)
        self.frames[inner] = frame
        found = find_arguments(self.reader, s, attribute, owners=frame.owners())
        yield from emit(s, frame, verb_path(s, inner), surface_of(s, inner), found)

    def with_subjects(self, verb: int, frame: Frame) -> Frame:
        """The frame with the clause's own subjects, where it has some that the frame does not stand for."""
        s = self.s
        subject = s.child(verb, *SUBJECTS)
        if subject is None or frame.relative:
            return frame
        if (whole := none_of(s, subject)) is not None and not self.reader.open:
            denied = is_negated(s, verb)  # "neither of them has": the verb itself is denied
            subject, frame = whole, frame if denied else replace(frame, polarity=turned(frame.polarity))
        few = is_not_all(s, subject) and not self.reader.open
        if is_either(s, verb, subject) or is_expletive(s, subject) or few:
            return replace(frame, subjects=())
        if s.words[subject].dep in ("csubj", "csubjpass"):
            found = self.made_thing(subject)
        else:
            part = None if self.reader.open else part_told(s, verb, subject)
            found = find_arguments(self.reader, s, subject, owners=frame.owners()) if part is None else [part]
        found = [*found, *self.likewise(verb, frame)]
        if s.words[verb].tag == "VBG" and s.child(verb, "aux") is not None:  # "X's goals are ending Y and doing Z"
            planners = find_planners(self.reader, s, verb, frame)
            found, frame = (planners, replace(frame, modality=Modality.PLANNED)) if planners else (found, frame)
        self.reader.discourse.observe([a.mention for a in found])
        generic = is_generic(s, verb) and not self.reader.open
        return replace(frame, subjects=() if generic else tuple(found))

    def likewise(self, verb: int, frame: Frame) -> list[Argument]:
        """Who did the same, as a clause behind "as" tells: "Peru signed it, as did Kenya and Mali"."""
        s = self.s
        for clause in s.all_children(verb, "advcl"):
            who, mark = s.child(clause, "nsubj"), s.child(clause, "mark")
            same = s.words[clause].lemma == "do" and mark is not None and s.words[mark].lemma == "as"
            if same and who is not None and who > clause:
                self.frames[clause] = frame
                return find_arguments(self.reader, s, who, owners=frame.owners())
        return []

    def made_thing(self, gerund: int) -> list[Argument]:
        """What a clause as subject speaks of, where it makes a thing that has a name: "Building X is …"."""
        if self.reader.open and self.s.words[gerund].tag == "VBG":
            return [self.deed(gerund)]
        target = self.s.child(gerund, "dobj")
        if target is None or self.s.words[gerund].lemma not in cues()["nouns.making"]:
            return []
        self.frames[gerund] = Frame()
        return [a for a in find_arguments(self.reader, self.s, target) if is_named(a)]

    def deed(self, gerund: int) -> Argument:
        """A clause as subject in its own words: "Crossing the desert cost him his health"."""
        run = self.s.subtree(gerund)
        text, span = text_of(self.s, run), self.s.span_of(run[0], run[-1])
        mention = Mention(span=span, text=text, name=text, type=EntityType.CONCEPT, found_by="phrase")
        return Argument(head=gerund, mention=mention, certainty=0.8, open=True)


def none_of(s: Sentence, subject: int) -> int | None:
    """Those of whom a subject tells that none did a thing: "none of the 40 tanks was delivered"; or None."""
    of = s.prep(subject, "of") if s.words[subject].lemma.lower() in ("none", "neither") else None
    return s.child(of, "pobj") if of is not None else None


def is_not_all(s: Sentence, subject: int) -> bool:
    """Whether a subject tells of some that it does not name: "not all members signed", "hardly any member did"."""
    run = s.subtree(subject)
    first = [s.words[i].lemma.lower() for i in run[:2]]
    if first[:1] in (["hardly"], ["scarcely"], ["barely"]):
        return True
    return first[:1] == ["not"] and first[1:] in (["all"], ["every"], ["each"], ["everyone"], ["everybody"], ["many"])


def is_compared(s: Sentence, verb: int) -> bool:
    """Whether a "do" only stands for the verb it is compared with: "sold more than they did in May"."""
    marks = s.all_children(verb, "mark") if s.words[verb].dep == "advcl" and s.child(verb, "dobj") is None else []
    return s.words[verb].lemma == "do" and any(s.words[m].lemma in ("than", "as") and m < verb for m in marks)


def is_maybe(s: Sentence, verb: int) -> bool:
    """Whether a verb only may be done: "we may condemn it"; "may I thank you" thanks."""
    subject = s.child(verb, "nsubj")
    return subject is not None and any(s.words[a].lemma in ("may", "might") and a > subject for a in s.children[verb])


def is_either(s: Sentence, verb: int, subject: int) -> bool:
    """Whether "he" in a clause beside another is its subject or its object: "the king will see X when he visits"."""
    above = s.words[verb].head
    if s.words[verb].dep != "advcl" or s.words[subject].text.lower() not in ("he", "she") or above > subject:
        return False
    behind, before = s.words[above:subject], s.words[:above]
    return all(any(w.name is not None and w.name.type in PEOPLE for w in part) for part in (behind, before))


def is_aside(s: Sentence, verb: int) -> bool:
    """Whether an infinitive only gives examples of what stands before it: "set terms for peace, to include X".

    What is expanded to include a thing includes it.
    """
    close = s.words[verb - 2].pos in ("VERB", "ADV") or s.words[s.words[verb].head].lemma in WIDENING
    return verb > 1 and not close and is_infinitive(s, verb) and s.words[verb].dep in ("advcl", "xcomp", "acl", "relcl")
