"""Who and what stands beside a verb's object: to whom it is given, where it is done, with whom."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from graph.extract.arguments import Argument, Reader, actors, stands_alone
from graph.extract.coordination import conjuncts
from graph.extract.cues import cues
from graph.extract.emission import emit
from graph.extract.frames import Frame, surface_of
from graph.extract.nested import is_light
from graph.extract.noun_phrases import counted, told_words, worded
from graph.extract.parse import Sentence
from graph.extract.phrases import find_arguments
from graph.extract.prepositions import ACTORS
from graph.extract.repair_gapped import GAP_OBJECT, GAP_SUBJECT
from graph.extract.settings import find_places
from graph.extract.told_deeds import sole_invited
from graph.extract.values import make_text
from graph.model import EntityType, Extraction, Modality, Polarity, QualifierKind, Value


def kind_of(s: Sentence, noun: int) -> list[str]:
    """The common nouns right before a noun that say which kind it is: "status" in "the status quo"."""
    kind: list[str] = []
    at = counted(s, noun) - 1
    while at >= 0 and s.words[at].dep == "compound" and s.words[at].name is None and s.words[at].pos == "NOUN":
        hyphenated = at > 0 and s.words[at - 1].text in ("-", "–")  # "six-point consensus" is no point consensus
        if hyphenated or s.words[at].label or s.words[at].lemma == "percent":
            break
        kind.insert(0, s.words[at].lemma)
        at -= 1
    return kind


def emit_dative(
    reader: Reader, s: Sentence, verb: int, direct: int, frame: Frame, lemmas: Sequence[str]
) -> Iterator[Extraction]:
    """To whom something is given: "granted the port a loan", "sent a letter to X"."""
    dative = s.child(verb, "dative")
    if dative is None:
        return
    target = s.child(dative, "pobj") if s.words[dative].pos == "ADP" else dative
    gift = [s.words[counted(s, direct)].lemma] if s.words[direct].pos != "NUM" else []
    found = find_arguments(reader, s, target, owners=frame.owners()) if target is not None else []
    proper = s.words[direct].name is not None or s.words[direct].pos == "PROPN"
    path = [*lemmas, *(gift if not proper else []), "to"]
    found = [a for a in found if not is_share(s, target, a.head)]
    to = (dative,) if s.words[dative].pos == "ADP" else ()
    counting = (c for c in s.all_children(direct, "nummod", "compound", "quantmod") if c < direct)
    near = [c for c in counting if s.words[c].tag in ("CD", "$")]  # no "five" of "a five-year grant"
    numbers = (i for c in near for i in s.subtree(c) if s.words[i].tag in ("CD", "$"))  # "gave 30 ships to X"
    for extraction in emit(s, frame, path, (*surface_of(s, verb), *numbers, direct, *to), found, rule="dative"):
        yield extraction if to else replace(extraction, predicate=f"{extraction.predicate} to")


def is_share(s: Sentence, taker: int | None, member: int) -> bool:
    """Whether a member of who is given a thing is a part of the thing: "lent 9 million to firms, including a loan"."""
    prep = s.words[s.words[member].head]
    listed = prep.lemma in ("include", "including") and member != taker
    return listed and s.words[member].name is None and s.words[member].lemma in cues().nominals


def emit_gapped_clause(
    reader: Reader, s: Sentence, verb: int, frame: Frame, lemmas: Sequence[str], *, rule: str = ""
) -> Iterator[Extraction]:
    """What a second doer does to a second thing by the same verb: "Canada sent tanks and Spain a field hospital"."""
    for doer, thing in zip(s.all_children(verb, GAP_SUBJECT), s.all_children(verb, GAP_OBJECT), strict=False):
        second = replace(frame, subjects=tuple(find_arguments(reader, s, doer)))
        found = [*counted_alike(s, verb, thing)] or find_arguments(reader, s, thing, owners=second.owners())
        yield from emit(s, second, lemmas, surface_of(s, verb), found, rule=rule)


def counted_alike(s: Sentence, verb: int, number: int) -> Iterator[Value]:
    """What a bare number counts, as the object before it does: "received 40 buses and Uganda 25" are 25 buses."""
    direct = s.child(verb, "dobj")
    bare = s.words[number].tag == "CD" and s.child(number, "quantmod") is None
    if direct is not None and bare and s.words[direct].pos == "NOUN":
        kind = [c for c in s.all_children(direct, "compound", "amod") if c < direct]
        count = [i for i in s.subtree(number) if s.words[i].tag == "CD"]
        yield make_text(" ".join(s.words[i].text for i in (*count, *kind, direct)))


def emit_gapped(
    reader: Reader, s: Sentence, verb: int, direct: int, frame: Frame, lemmas: Sequence[str]
) -> Iterator[Extraction]:
    """What a second object goes on to as the first does: "imports oil from X and gas from Y"."""
    yield from emit_gapped_clause(reader, s, verb, frame, lemmas)
    first = [*s.all_children(verb, "prep", "dative"), *s.all_children(direct, "prep")]
    members = s.all_children(direct, "conj")
    counts = [m for m in members if s.words[m].tag == "CD"]
    ends = {s.words[p].lemma for m in counts for p in s.all_children(m, "prep")}
    told = s.words[direct].pos != "NUM" and s.prep(direct, "of") is None  # with its own phrases
    for other in [*([] if told or not counts else [direct]), *members]:  # "lent 2 million to X and 3 million to Y"
        for prep in s.all_children(other, "prep"):
            target = s.child(prep, "pobj")
            lemma = s.words[prep].lemma
            same = any(s.words[p].lemma == lemma and direct < p < other for p in first)
            same = lemma in ends if other == direct else same and lemma != "include"
            if target is None or not same:
                continue
            found = [a for a in find_arguments(reader, s, target, owners=frame.owners()) if stands_alone(a)]
            noun = s.words[direct if other == direct else counted(s, other)]
            thing = [noun.lemma] if noun.pos != "NUM" or noun.lemma != noun.text else []  # no "allocate million to"
            path = [*lemmas, *thing, s.words[prep].lemma]
            yield from emit(s, frame, path, (*surface_of(s, verb), other, prep), found, rule="prepositional")


def emit_places(
    reader: Reader, s: Sentence, verb: int, direct: int, frame: Frame, lemmas: Sequence[str]
) -> Iterator[Extraction]:
    """Where something is done to an object: "built a clinic in X"; who acts at an event is told by `emit_presence`."""
    kind = [] if reader.open else kind_of(s, direct)
    noun = [] if s.words[direct].name is not None else [*kind, s.words[direct].lemma]
    bare = replace(frame, qualifiers=tuple(q for q in frame.qualifiers if q.kind is QualifierKind.TIME))
    name = s.words[direct].name
    met = s.words[verb].lemma == "meet"
    human = s.words[direct].pos == "PROPN" and name is None  # "arrested X near Y"
    if not reader.open and s.words[direct].tag == "PRP":
        return  # "use them in X" would not tell what
    if not reader.open and (met or human or (name is not None and name.type is EntityType.PERSON)):
        return  # "host at X" would not tell whom
    for prep, target in find_places(s, verb):
        if is_light(s, direct) and s.words[prep].head not in (verb, direct):  # "concern at the situation in X"
            continue
        if s.words[prep].lemma == "where":  # "Lima, where X opened a base": the qualifier tells it
            continue
        if is_of_gerund(s, verb, prep) or (not reader.open and name is not None and s.words[target].name is None):
            continue  # "host in X" would not tell what; that X is where Y was hosted the qualifier tells
        found = [
            a
            for a in find_arguments(reader, s, target, owners=frame.owners())
            if a.mention.type is not EntityType.EVENT
        ]
        words = told_words(s, direct) if reader.open or direct > prep else worded(s, direct, prep)
        surface = (*surface_of(s, verb), *words, prep)
        yield from emit(s, bare, [*lemmas, *noun, s.words[prep].lemma], surface, found, rule="setting")


def is_of_gerund(s: Sentence, verb: int, prep: int) -> bool:
    """Whether a phrase tells where a gerund below a verb happens: "accused X of harassing Y in Z"."""
    at = s.words[prep].head
    while at not in (verb, s.words[at].head):
        if s.words[at].dep == "pcomp" and s.words[s.words[at].head].head == verb:
            return True
        at = s.words[at].head
    return False


def emit_partners(
    reader: Reader, s: Sentence, verb: int, direct: int, frame: Frame, lemmas: Sequence[str]
) -> Iterator[Extraction]:
    """Who does something jointly with the subject: "adopted a plan with B" is said of B as well."""
    if s.words[verb].lemma not in cues()["nouns.joint"] or reader.open or frame.path:  # who "wants to" wants it alone
        return
    for prep in (*s.all_children(verb, "prep"), *(p for d in conjuncts(s, direct) for p in s.all_children(d, "prep"))):
        target = s.child(prep, "pobj")
        if target is None or s.words[prep].lemma != "with":
            continue
        if s.words[verb].lemma in ("hold", "host") and not reader.open:  # "held a summit with X" at its own place
            continue
        reached = find_arguments(reader, s, target, owners=frame.owners())
        named = [a for a in reached if a.mention.found_by != "phrase" or a.mention.name[:1].isupper()]
        partners = [a for a in named if a.mention.type in ACTORS]
        objects = [
            a
            for a in find_arguments(replace(reader, cut=True), s, direct, owners=frame.owners())
            if not any(p.mention.name in a.mention.name for p in partners)
        ]
        joint = replace(frame, subjects=tuple(partners)).step("comitative", 0.9)
        yield from emit(s, joint, lemmas, surface_of(s, verb), objects)


def emit_invitation(reader: Reader, s: Sentence, verb: int, frame: Frame) -> Iterator[Extraction]:
    """Who invited the subject of a verb: "at the invitation of X, Y visited Z", "at X's invitation"."""
    for prep in s.all_children(verb, "prep"):
        noun = s.child(prep, "pobj") if s.words[prep].lemma in ("at", "upon", "on") else None
        if noun is None or s.words[noun].lemma != "invitation":
            continue
        of = next((p for p in s.all_children(noun, "prep") if s.words[p].lemma in ("of", "from", "by")), None)
        host = s.child(of, "pobj") if of is not None else s.child(noun, "poss")
        hosts = find_arguments(reader, s, host) if host is not None else []
        if EntityType.PERSON not in reader.discourse.parties.last:  # who met comes before who invited
            reader.discourse.observe_parties([a.mention for a in (*hosts, *frame.subjects)])  # "the two leaders" later
        asking = Frame(subjects=tuple(a for a in hosts if a.open or a.mention.type in ACTORS), certainty=0.9)
        for extraction in emit(s, asking, ["invite"], (noun,), frame.subjects, rule="nominal"):
            told = f"{extraction.predicate} of" if reader.open else "invited"  # "invitation of" would say the reverse
            yield replace(extraction, predicate=told)


def emit_inviter(reader: Reader, s: Sentence, verb: int, noun: int, frame: Frame) -> Iterator[Extraction]:
    """Who invited the one who answers an invitation: "accepted an invitation from X", "the invitation issued by X"."""
    answered = s.words[verb].lemma in ("accept", "receive", "decline") and s.words[noun].lemma == "invitation"
    done = frame.modality is Modality.ASSERTED and frame.polarity is Polarity.AFFIRMED and not frame.path
    if reader.open or not answered or not done:
        return
    clauses = [c for c in s.all_children(noun, "acl") if s.words[c].lemma in ("extend", "issue", "send")]
    agents = [a for c in clauses for a in s.all_children(c, "agent", "prep") if s.words[a].lemma == "by"]
    behind = [p for p in s.all_children(noun, "prep") if s.words[p].lemma in ("of", "from", "by")]
    places = [s.child(noun, "poss"), *(s.child(p, "pobj") for p in (*behind, *agents))]
    hosts = [a for p in places if p is not None and s.words[p].tag != "PRP$" for a in find_arguments(reader, s, p)]
    asking = Frame(subjects=tuple(a for a in hosts if a.mention.type in ACTORS), speakers=frame.speakers, certainty=0.9)
    for extraction in emit(s, asking, ["invite"], (noun,), actors(frame.subjects), rule="nominal"):
        yield replace(extraction, predicate="invited")


def emit_invited(reader: Reader, s: Sentence, verb: int, frame: Frame) -> Iterator[Extraction]:
    """Who accepted the invitation that was accepted: the only one whom the sentence before tells to be invited."""
    noun = s.child(verb, "nsubjpass")
    answered = s.words[verb].lemma in ("accept", "decline") and noun is not None and s.words[noun].lemma == "invitation"
    one = sole_invited(reader.discourse.deeds) if answered else None
    told = [a for a in frame.subjects if a.mention.found_by == "pronoun"]
    if one is not None and noun is not None and len(told) == 1 and one.name in told[0].mention.name:
        taker = Argument(
            head=noun, mention=replace(one, span=s.span_of(noun, noun), text=s.words[noun].text), certainty=0.8
        )
        accepting = replace(frame, subjects=(taker,))
        yield from emit(s, accepting, [s.words[verb].lemma], (verb,), told, rule="passive with agent")
