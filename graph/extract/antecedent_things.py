"""For which thing "it" and "its" stand by what a document has spoken of; none where it is open."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from graph.extract.bound import find_bound
from graph.extract.cues import cues
from graph.extract.parse import Sentence
from graph.extract.prepositions import ACTORS
from graph.extract.pronouns import (
    KINDS,
    PEOPLE,
    harms,
    is_expletive,
    is_judged,
    is_suffered,
    is_thing,
)
from graph.extract.tellings import tables
from graph.model import EntityType, Mention, Span

if TYPE_CHECKING:
    from graph.extract.discourse import Discourse

MADE_OR_ACTING = (EntityType.COUNTRY, EntityType.ORGANIZATION, EntityType.INITIATIVE, EntityType.EVENT)
# What stands for a thing that cannot be named, and which "it" means all the same.
NOBODY = Mention(span=Span(document="", start=0, end=0), text="", name="", type=EntityType.PERSON, found_by="none")


def find_it(said: "Discourse", s: Sentence, i: int, owners: Sequence[Mention]) -> Sequence[Mention]:
    """What "it" or "its" stands for: what the phrase around it tells, else the object or the subject told before."""
    bound = find_bound(s, i)
    name = s.words[bound].name if bound is not None else None
    if name is not None:
        return [said.mention_of(s, i, name.name, name.type)]
    if bound is not None:
        return next(iter(groups_at(said, s, bound)), [])
    if s.words[i].dep in ("dobj", "pobj", "dative"):
        return find_asking(said, s, i) or (said.objects if len(said.objects) == 1 else [])
    found = [] if is_expletive(s, i) or is_judged(s, i) else find_thing(said, s, i, owners)
    if found and is_misfit(s, i, found[0]):
        return [m for m in said.objects if not is_misfit(s, i, m)] if len(said.objects) == 1 else []
    return [] if found and s.words[i].tag == "PRP" and is_beside_us(said, s, i, found[0]) else found


def is_misfit(s: Sentence, i: int, found: Mention) -> bool:
    """Whether "it" undergoes what no thing of this kind does: no parliament "was signed by X"."""
    verb = s.words[s.words[i].head]
    if s.words[i].dep != "nsubjpass" or found.type not in ACTORS:
        return False
    wanted = tables().wants.get(("undergone", verb.lemma), frozenset())
    return wanted == {"paper"}


def is_beside_us(said: "Discourse", s: Sentence, i: int, found: Mention) -> bool:
    """Whether "it" would mean who says "we" or "our" in the same clause: "it must not be our destiny"."""
    verb = s.words[s.words[i].head]  # "X affirmed it would go on with our work" is X
    ours = verb.lemma == "be" and any(KINDS.get(s.words[j].text.lower()) == "voice" for j in s.subtree(verb.i))
    return ours and any(voice.name == found.name for voice in said.voices)


NO_PLURALS = ("ss", "us", "is", "ics", "news", "series", "headquarters")


def is_several(mention: Mention) -> bool:
    """Whether a phrase is a plural, of which nothing is "its": "60 projects"; a bare one may be a firm."""
    noun = mention.text.split(" of ")[0]
    if " " not in noun:
        return False
    return mention.found_by.endswith("phrase") and noun.endswith("s") and not noun.endswith(NO_PLURALS)


def find_thing(said: "Discourse", s: Sentence, i: int, owners: Sequence[Mention]) -> Sequence[Mention]:
    """The one thing of the clause for "its"; for "it" the subject of the clause or of the sentence before."""
    if s.words[i].tag == "PRP$" and is_suffered(s.words[s.words[i].head]):
        made = [m for m in owners if m.type not in ACTORS] or said.objects  # no country is implemented
        return made if len(made) == 1 and made[0].type not in ACTORS else []
    owners = [m for m in owners if not is_several(m)]
    if s.words[i].tag == "PRP$" and owners:
        above = [g for g in said.now if {m.name for m in g}.isdisjoint(m.name for m in owners)]
        other = above[0] if len(above) == 1 and len(above[0]) == 1 and is_thing(above[0][0]) else []
        if other and harms(s, i):  # "Iran said that Israel had attacked one of its ships"
            return other
        if owners and all(m.type in PEOPLE for m in owners) and len(said.now) > 1:
            first = said.now[0]  # "Algeria closed its airspace after Macron criticised its system"
            return first if len(first) == 1 and is_thing(first[0]) else []
        return owners if len(owners) == 1 and is_thing(owners[0]) else []
    near = any(s.words[a].lemma == "when" for a in s.all_children(s.words[i].head, "advmod"))
    if s.words[i].tag == "PRP" and near and (land := only_country(s, i)) and not names_body(s, i):
        return [said.mention_of(s, i, land, EntityType.COUNTRY)]  # "visit Peru in 2026, when it will chair X"
    if is_demanded_of(s, i):
        return said.objects if len(said.objects) == 1 and is_thing(said.objects[0]) else []
    if (asked := asked_above(s, i)) is not None:
        return find_asked(said, s, i, asked)
    told = (group for group in (*own_teller(said, s, i), *before(said, s, i)) if not is_quoted(said, s, i, group))
    for group in (*told, said.last):
        if group and all(map(is_several, group)):
            continue
        # who says "we" of itself does not say "it"
        things = [m for m in group if is_thing(m) and not is_own(m.text.lower())]
        if group:
            made = made_by_people(said, s, i) if all(m.type in PEOPLE for m in group) else []
            return things if len(group) == 1 and things else made
    return []


def is_own(text: str) -> bool:
    """Whether words are those of a speaker for what it speaks for: "my country believes that X acted. It …"."""
    return KINDS.get(text) == "voice" or text in ("my country", "my government", "my delegation", "my nation")


def is_quoted(said: "Discourse", s: Sentence, i: int, group: Sequence[Mention]) -> bool:
    """Whether a group stands in a quotation and word i outside of it: "“Peru has won,” its director said"."""
    if not said.quotes or not group or any(start <= s.words[i].start < end for start, end in said.quotes):
        return False
    run = s.words_of(group[0].span)
    return run is not None and any(start <= s.words[run[0]].start < end for start, end in said.quotes)


def made_by_people(said: "Discourse", s: Sentence, i: int) -> list[Mention]:
    """The paper that people, who are no "it", dealt with in the sentence before: "I signed the Pact. It replaces X"."""
    opening = i <= 1 and s.words[i].dep in ("nsubj", "nsubjpass") and s.words[i].tag == "PRP"
    papers = [m for m in said.objects if m.type is EntityType.AGREEMENT]
    near = opening and said.acted == said.sentence - 1 and len(said.objects) == len(papers) == 1
    return papers if near else []


def is_demanded_of(s: Sentence, i: int) -> bool:
    """Whether "it" is to do what another demands, never oneself: "demands that it release the crew"."""
    clause = s.words[s.words[i].head]
    told = s.words[i].dep == "nsubj" and clause.tag in ("VB", "VBP") and clause.dep == "ccomp"
    return told and s.words[clause.head].lemma in DEMANDS


DEMANDS = ("demand", "urge", "insist", "request", "require")
# What one demands the end of: whom "it" abducted whom another demands the release of.
SEIZING = frozenset(
    {"abduct", "seize", "detain", "arrest", "kidnap", "capture", "occupy", "hold", "imprison", "annex", "take"}
)


def asked_above(s: Sentence, i: int) -> int | None:
    """The clause before "it" in which another is to act: "demands that X stop and that it leave", "whom it seized"."""
    verb = s.words[s.words[i].head]
    above = s.words[verb.head]
    marked = any(s.words[m].lemma == "that" for m in s.all_children(verb.i, "mark"))
    second = verb.dep == "conj" and verb.tag in ("VB", "VBP") and marked
    while second and above.dep == "conj":
        above = s.words[above.head]
    if verb.dep == "relcl":
        while above.dep not in ("ccomp", "ROOT", "conj", "relcl"):
            above = s.words[above.head]
        while above.dep == "conj" and above.tag in ("VB", "VBP"):
            above = s.words[above.head]
    asked = s.words[i].dep == "nsubj" and (second or verb.dep == "relcl") and above.dep == "ccomp"
    return above.i if asked and s.words[above.head].lemma in DEMANDS else None


def groups_at(said: "Discourse", s: Sentence, i: int) -> list[list[Mention]]:
    """The subjects of the sentence so far in whose first name a word stands."""
    start = s.span_of(i, i).start
    return [group for group in said.now if group[0].span.start <= start < group[0].span.end]


def groups_of_name(said: "Discourse", s: Sentence, i: int) -> list[list[Mention]]:
    """The subjects of the sentence so far in whose first the name behind a noun stands: "the lender Norfund"."""
    name = s.child(i, "appos")
    return groups_at(said, s, name) if name is not None and s.words[name].pos == "PROPN" else []


def find_asked(said: "Discourse", s: Sentence, i: int, clause: int) -> list[Mention]:
    """Who is to act in a clause of a demand, where "it" means them; else nobody: the Council may have set the rules."""
    verb, subject = s.words[s.words[i].head], s.child(clause, "nsubj")
    if subject is None or (verb.dep == "relcl" and verb.lemma not in SEIZING):
        return []
    held = groups_at(said, s, subject)
    return held[0] if held and len(held[0]) == 1 and KINDS.get(held[0][0].text.lower()) is None else []


PUBLIC = frozenset(
    {"assembly", "council", "committee", "commission", "parliament", "ministry", "union", "government", "nations"}
    | {"senate", "congress", "court", "secretariat", "conference", "department", "office", "house"}
)


def is_public(mention: Mention) -> bool:
    """Whether a body is of states or of a state by its name: "the Committee on Trade"."""
    return not PUBLIC.isdisjoint(word.lower() for word in mention.name.split())


def own_teller(said: "Discourse", s: Sentence, i: int) -> list[list[Mention]]:
    """Who tells in a clause of its own what "it" will do: "A approved a loan, and B said it would host a summit"."""
    clause = s.words[s.words[i].head]
    teller = s.words[clause.head]
    own = s.child(teller.i, "nsubj")
    told = s.words[i].dep in ("nsubj", "nsubjpass") and clause.dep == "ccomp" and teller.dep == "conj"
    if not told or own is None or teller.lemma not in cues()["speech.verbs"]:
        return []
    start = s.span_of(own, own).start
    return [group for group in said.now if group[0].span.start <= start < group[0].span.end]


def before(said: "Discourse", s: Sentence, i: int) -> list[list[Mention]]:
    """The subject of the clause above that of "it", else the first of the sentence: "if X breaks its word, Y acts".

    A thing that has no name of its own is meant as well, which leaves nobody: "the talks fail, for it is vague".
    """
    subject = subject_above(s, i) if s.words[i].tag == "PRP" else None
    clause = s.words[s.words[i].head]
    done = s.words[i].dep == "nsubjpass" and clause.dep == "advcl" and clause.head < i
    direct = s.child(clause.head, "dobj") if done else None
    if direct is not None and s.words[direct].tag in ("NN", "NNP"):
        return [[NOBODY]]  # "will study the bill once it is tabled"
    if subject is not None:
        name = s.words[subject].name
        if name is not None and name.type in MADE_OR_ACTING and s.words[subject].dep not in ("nsubj", "nsubjpass"):
            return [[said.mention_of(s, i, name.name, name.type)]]
        held = groups_at(said, s, subject) or groups_of_name(said, s, subject)
        pointing = any(s.words[d].lemma in ("this", "the") for d in s.all_children(subject, "det"))
        named = pointing and s.child(subject, "amod", "compound", "prep") is None  # "this centre" told before
        if held or (s.words[subject].tag == "NN" and not named):
            return held or [[NOBODY]]
    if is_ruled(s, i, clause.head):
        return []
    groups = sorted(said.now, key=lambda group: group[0].span.start)[:1]
    return [group for group in groups if group[0].span.start < s.span_of(i, i).start]


RULING = ("rule", "adjudge")
# What a court finds that it has itself.
POWERS = frozenset(
    {"jurisdiction", "competence", "authority", "power", "standing", "time", "evidence", "right", "duty"}
)


def is_ruled(s: Sentence, i: int, verb: int) -> bool:
    """Whether "it" is what a court rules on, which is another thing than the court, but for what the court may do."""
    clause = s.words[s.words[i].head]
    thing = s.child(clause.i, "dobj")
    own = (thing is not None and s.words[thing].lemma in POWERS) or any(
        s.words[a].tag == "MD" for a in s.all_children(clause.i, "aux")
    )
    return clause.dep == "ccomp" and clause.head == verb and s.words[verb].lemma in RULING and not own


def subject_above(s: Sentence, i: int) -> int | None:
    """The subject of the next clause above that of a pronoun, where it stands before it; or None."""
    at = s.words[i].head
    while s.words[at].head != at:
        at = s.words[at].head
        subject = s.child(at, "nsubj", "nsubjpass")
        if s.words[at].lemma in cues()["verbs.harming"]:  # nobody attacks what is its own
            continue
        if is_ruled(s, i, at):  # "after the Court ruled that it did not need approval"
            continue
        if subject is not None and s.words[subject].tag in ("WDT", "WP") and s.words[at].dep == "relcl":
            return s.words[at].head  # "the fund, which grew before it was closed"
        if subject is not None and subject < i and s.words[subject].tag not in ("WDT", "WP", "EX"):
            return subject
    ahead = (c for c in s.all_children(at, "ccomp", "parataxis") if c < i)  # "the plan is new — it will …"
    subjects = (s.child(c, "nsubj", "nsubjpass") for c in ahead)
    return next((subject for subject in subjects if subject is not None and subject < i), None)


def find_asking(said: "Discourse", s: Sentence, i: int) -> list[Mention]:
    """The one thing that asks for a deed to itself: "the Council requests X to report to it"; else none."""
    verb = s.words[i].head if s.words[i].dep != "pobj" else s.words[s.words[i].head].head
    above = s.words[s.words[verb].head]
    asked = s.words[verb].dep in ("xcomp", "ccomp", "advcl") and above.lemma in cues()["modality.proposed"]
    first = said.now[0] if asked and said.now else []
    told = s.words[verb].lemma in cues()["verbs.informing"] or any(  # "requests X to keep it informed"
        s.words[o].text == "informed" for o in s.all_children(verb, "oprd")
    )
    return first if len(first) == 1 and is_thing(first[0]) and (s.words[i].dep != "dobj" or told) else []


def only_country(s: Sentence, head: int) -> str:
    """The only country that a sentence names before "when the country …", or "where" it does a thing; or nothing."""
    clause = s.words[head].head
    led = any(
        s.words[a].tag == "WRB" and s.words[a].lemma in ("when", "where") for a in s.all_children(clause, "advmod")
    )
    names = (w.name for w in s.words[:head] if w.name is not None and w.name.type is EntityType.COUNTRY)
    known = {n.entry.name if n.entry else n.name for n in names}
    return min(known) if led and s.words[head].dep == "nsubj" and len(known) == 1 else ""


def names_body(s: Sentence, i: int) -> bool:
    """Whether a body or another thing that can act is named before a word: "the EU met Peru in May, when it"."""
    kinds = (EntityType.ORGANIZATION, EntityType.GROUP, EntityType.INITIATIVE, EntityType.EVENT)
    return any(w.label == "ORG" if w.name is None else w.name.type in kinds for w in s.words[:i])
