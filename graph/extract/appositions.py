"""What a noun phrase beside another one says of it: "X, the capital of Y", "NATO's newest member, Sweden"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from graph.extract.arguments import Argument, Reader, is_named
from graph.extract.bound import beside_name, find_bound
from graph.extract.coordination import conjuncts
from graph.extract.copulas import HOLDERS, belongings, called_as
from graph.extract.counterparts import NOUN as COUNTERPART
from graph.extract.counterparts import emit_counterpart
from graph.extract.cues import cues
from graph.extract.definites import is_far
from graph.extract.emission import emit
from graph.extract.frames import Frame
from graph.extract.noun_phrases import BODIES, modifiers_of, renamed, text_of
from graph.extract.owners import is_honorific
from graph.extract.parse import Sentence
from graph.extract.phrases import find_arguments, make_argument
from graph.extract.trees import is_person
from graph.extract.values import make_text
from graph.extract.words import words
from graph.model import EntityType, Extraction, Mention, Value

# What lasts, and is no event.
LASTING = (EntityType.COUNTRY, EntityType.REGION, EntityType.PLACE, EntityType.AGREEMENT, EntityType.PERSON)


def apposition(reader: Reader, s: Sentence, head: int, other: int) -> Iterator[Extraction]:
    """A noun phrase that says what the name before it is."""
    if s.words[head].label in ("DATE", "TIME"):  # "on Monday, the first visit in years"
        return
    if renamed(s, head) == other:
        yield from rename(reader, s, head, other)
        return
    office = s.words[head].pos == "PROPN" and s.words[other].text in words().offices and s.words[other].pos == "PROPN"
    part_named = any(s.words[c].pos == "PROPN" for c in s.all_children(head, "compound"))  # "the Lobito railway, a …"
    unknown = s.words[head].name is None and (s.words[head].pos == "PROPN" or part_named)  # "Nexperia, a firm of X,"
    run = enumerate(s.subtree(other)[:6])
    first = (i for at, i in run if s.words[i - 1].lemma == "of" or (at < 4 and not reader.open))
    part = any(s.words[i].tag in ("WDT", "WP") for i in first)  # "the anniversary of which"
    proper = (unknown and (office or s.child(other, "conj") is None)) or s.words[head].name is not None
    proper = proper and not part and not is_happening_beside(s, head, other)
    proper = proper or (reader.open and s.words[head].pos == "NOUN")
    one = s.words[other].tag == "NNP" and any(s.words[d].lemma in ("a", "an") for d in s.all_children(other, "det"))
    one = one or (s.words[other].lemma == "one" and s.prep(other, "of") is not None)  # "the temple, one of the oldest,"
    common = s.words[other].pos == "NOUN" or (one and reader.open)  # "Ann Berg, a Republican, won"
    named = proper and s.words[other].name is None and (office or common)
    several = s.words[other].tag == "NNS" and s.child(head, "conj") is not None  # "Peru and Chile, members of X,"
    of = (p for p in s.all_children(other, "prep") if s.words[p].lemma == "of" and p == other + 1)
    bare = office or is_relation(s, head, other) or (several and next(of, None) is not None)
    name = s.words[other].name
    role = name is not None and name.type is EntityType.ROLE
    if role and not reader.open and s.words[head].label == "PERSON" and is_enclosed(s, other, bare=role):
        bearer = Frame(subjects=tuple(find_arguments(reader, s, head)[:1]), rule="apposition", certainty=0.85)
        yield from emit(s, bearer, ["have", "role"], (), find_office(s, other))
    if not named or not is_enclosed(s, other, bare=bare):
        return
    subjects = find_arguments(reader, s, head)
    frame = Frame(subjects=tuple(subjects if several else subjects[:1]), rule="apposition", certainty=0.85)
    observe_office(reader, s, other, frame)
    held_for = list(office_by_adjective(reader, s, other, frame))
    yield from held_for
    nested = held_of(reader, s, other, frame.owners())
    nested = [] if reader.open and s.child(other, "poss") is not None else nested  # "a miner's son from Durham"
    for noun, prep, found in nested:
        yield from emit(s, frame, ["be", noun, s.words[prep].lemma], (other, prep), found)
    whole = any(s.words[prep].lemma == "of" for _, prep, _ in nested)
    sent = s.words[other].lemma in words().callings and not whole  # "UNHCR's envoy to Chad" is of UNHCR
    owned = [] if (nested and not sent) or reader.open else list(owned_kinds(reader, s, other))
    for kind, owners in owned:
        yield from emit(s, frame, ["be", kind, "of"], (other,), owners)
    if not (nested or owned or held_for):
        held = [] if reader.open else [a for i in conjuncts(s, other) for a in find_office(s, i)]
        open_ = office and not reader.open  # an office of which it is not told
        told = held or ([] if open_ else find_arguments(reader, s, other)[:1])
        yield from emit(s, frame, ["have", "role"] if held else ["be"], (), told)


def is_happening_beside(s: Sentence, head: int, other: int) -> bool:
    """Whether a noun names what happens, which no land, paper or person is: "crises in Mali, the war in Yemen, …"."""
    name = s.words[head].name
    lasting = name is not None and name.type in LASTING
    happening = {"violation", "disregard", "anniversary", "attack"} | cues()["nouns.ills"]
    return lasting and s.words[other].lemma in happening


def held_of(reader: Reader, s: Sentence, noun: int, owners: Sequence[Mention]) -> list[tuple[str, int, list[Argument]]]:
    """What somebody is of what, by a noun and a second one: "Prime Minister and Minister of X of Peru"."""
    second = [c for c in s.all_children(noun, "conj", "dep") if c > noun and is_second_office(s, c)]
    held = [of for office in (noun, *second) for of in belongings(reader, s, office, owners)]
    shared = next((of for of in held if s.words[of[1]].lemma == "of"), None)
    if second and shared is not None and s.child(noun, "prep") is None and s.words[noun].text in words().offices:
        first = " ".join([*modifiers_of(s, noun, "amod", "compound"), s.words[noun].lemma])
        return [(first, *shared[1:]), *held]
    return held


def observe_office(reader: Reader, s: Sentence, office: int, frame: Frame) -> None:
    """Take down who bears an office beside the name, "X, President of Y", for "the President" later on."""
    bearer = frame.subjects[0].mention if frame.subjects else None
    if bearer is None or s.words[office].text not in words().offices:
        return
    unknown = bearer.type is EntityType.CONCEPT and " " in bearer.name and bearer.name[:1].isupper()
    if bearer.type is EntityType.PERSON or unknown:
        title = text_of(s, [*s.all_children(office, "compound"), office])
        reader.discourse.short_names.observe_office(title, bearer)
        if heads_body(s, office):
            reader.discourse.short_names.aside.add(bearer.name)


def heads_body(s: Sentence, office: int) -> bool:
    """Whether an office is of a body that no list knows: "Chairman of the Oman Chamber of Commerce", no "of Peru"."""
    of = s.prep(office, "of")
    seat = s.child(of, "pobj") if of is not None else None
    if seat is None or s.words[seat].lemma.lower() in ("republic", "kingdom", "state", "government", "council"):
        return False
    name = s.words[seat].name
    body = name.type is EntityType.ORGANIZATION if name is not None else s.words[seat].pos == "PROPN"
    return body and (name is None or name.entry is None)


def owned_kinds(reader: Reader, s: Sentence, noun: int) -> Iterator[tuple[str, list[Argument]]]:
    """What somebody is to the owner of an apposition, each noun of it: "our closest friend and neighbor"."""
    owner = s.child(noun, "poss")
    if owner is None:
        return
    found = find_arguments(reader, s, owner)
    named = [a for a in found if is_named(a) or a.mention.found_by == "pronoun"]
    for part in [noun, *(c for c in s.all_children(noun, "conj") if s.words[c].pos == "NOUN")] if named else ():
        yield called_as(s, part), named


def rename(reader: Reader, s: Sentence, noun: int, other: int) -> Iterator[Extraction]:
    """What the noun before a name says of it: "NATO's newest member, Sweden", "the president of X, Y"."""
    frame = Frame(subjects=tuple(find_arguments(reader, s, other)[:1]), rule="apposition", certainty=0.85)
    observe_office(reader, s, noun, frame)
    kind = called_as(s, noun)
    owner = s.child(noun, "poss")
    if s.words[noun].lemma == COUNTERPART:
        yield from emit_counterpart(reader, s, noun, other)
        return
    home = s.words[noun].lemma in cues()["nouns.home"] and (owner is not None or is_person(s.words[other]))
    if home or (owner is not None and is_honorific(s, owner)):
        return  # "His Majesty the King", "my country, Kenya", "the homeland of the singer X"
    if s.words[noun].lemma in ("region", "continent", "part", "neighbourhood", "neighborhood", "hemisphere", "sister"):
        return  # "its region, the Andes" is not Peru's, and "our sister, Haiti" is nobody's
    if owner is not None:
        members = s.words[owner].text.lower() == "their"  # "the Wolves and their leader, X"
        bound = (beside_name(s, owner) if members else find_bound(s, owner)) or owner  # "the Front and its leader, X"
        told_of = antecedent(s, noun) if s.words[owner].tag == "WP$" else bound  # "X, whose chair, Y, left"
        proper = bound != owner and s.words[bound].pos == "PROPN"  # "the Wolves and their leader, X"
        told = find_arguments(reader, s, told_of)
        found = [a for a in told if is_named(a) or proper or a.mention.found_by == "pronoun"]
        found = found or institution_meant(reader, s, owner)
        found = found or [a for i in person_before(s, owner) for a in find_arguments(reader, s, i)[:1]]
        yield from emit(s, frame, ["be", kind.lower(), "of"], (noun,), found)
    held_for = list(office_by_adjective(reader, s, noun, frame))
    yield from held_for
    nested = held_of(reader, s, noun, ())  # "his ambassador in X, Y"
    for name, prep, places in nested:
        yield from emit(s, frame, ["be", name.lower(), s.words[prep].lemma], (noun, prep), places)
    held = [] if nested or reader.open else find_office(s, noun)
    yield from emit(s, frame, ["have", "role"], (), held)
    if not reader.open and owner is None and not (nested or held or held_for):
        yield from emit(s, frame, ["be"], (), kind_told(s, noun))
    unknown = owner is None or s.words[owner].tag == "PRP$"
    itself = make_argument(reader, s, noun, ()) if reader.open and unknown and not nested else None
    yield from emit(s, frame, ["be"], (), [itself] if itself else [])


SENT = ("envoy", "ambassador", "negotiator", "consul", "spokesperson", "spokesman", "spokeswoman")  # who is whose


def office_by_adjective(reader: Reader, s: Sentence, noun: int, frame: Frame) -> Iterator[Extraction]:
    """Whose office somebody holds where an adjective tells it: "the Kenyan foreign minister, X"."""
    lemma = s.words[noun].lemma
    if reader.open or lemma not in words().callings or s.words[noun].tag != "NN":
        return
    if s.child(noun, "acl", "relcl") is not None:  # "the first American judge to serve on the court"
        return
    official = lemma.capitalize() in words().offices or lemma in SENT
    holders = HOLDERS if official else HOLDERS[1:]  # who is a French chemist is not France's
    named = {c: s.words[c].name for c in s.all_children(noun, "amod", "compound", "nmod")}
    states = {
        c: name.entry
        for c, name in named.items()
        if name is not None and name.entry is not None and name.entry.type in holders
    }
    if len(states) == 1:
        ((adjective, state),) = states.items()
        held = [i for i in s.all_children(noun, "amod", "compound") if i != adjective]
        told = reader.discourse.mention_of(s, adjective, state.name, state.type)
        office = " ".join([*(s.words[i].text for i in held), s.words[noun].lemma])
        yield from emit(s, frame, ["be", office.lower(), "of"], (noun,), [Argument(head=adjective, mention=told)])


SHIPS = frozenset(
    {"tanker", "frigate", "freighter", "destroyer", "trawler", "warship", "submarine", "ferry", "corvette"}
)
SHIPS |= {"icebreaker", "satellite", "spacecraft"}
# What only points to a body, or judges it, before what it is.
POINTING = frozenset(
    {"same", "other", "new", "own", "said", "latter", "former", "big", "major", "giant", "leading", "huge"}
    | {"first", "second", "third", "next", "last", "only", "late", "young", "old", "current", "then", "ex"}
    | {"outgoing", "incoming", "present", "great", "dear", "good", "distinguished", "honourable", "honorable", "true"}
)


def kind_told(s: Sentence, noun: int) -> list[Value]:
    """What a body or ship is by the noun before its name, told whole: "Canadian pension fund X", "the tanker X"."""
    word = s.words[noun]
    run = [i for c in s.all_children(noun, "amod", "compound", "nmod") for i in s.subtree(c) if c < noun]
    run = [i for i in sorted(run) if s.words[i].text.lower() not in POINTING]
    whole = run == list(range(run[0], noun)) if run else word.lemma in SHIPS
    whole = whole and all(s.words[i].pos != "CCONJ" for i in run)
    office = word.lemma in words().callings and bool(run) and word.tag == "NN"  # "the provincial governor, X"
    known = (office or word.text.lower() in words().kinds or word.lemma in BODIES) and s.child(
        noun, "prep", "relcl", "conj"
    ) is None
    told = text_of(s, [*run, noun])
    told = (
        told[:1].lower() + told[1:]
        if run and not run[0] and s.words[0].name is None and s.words[0].pos != "PROPN"
        else told
    )
    return [make_text(told)] if whole and known else []


def antecedent(s: Sentence, noun: int) -> int:
    """The noun of which a relative clause with "whose" before its subject tells; that subject where there is none."""
    clause = s.words[noun].head
    return s.words[clause].head if s.words[clause].dep == "relcl" else noun


def person_before(s: Sentence, owner: int) -> list[int]:
    """The only person named before "his" or "her": "appointed Dr. X and paid tribute to her predecessor, Y"."""
    if s.words[owner].text.lower() not in ("his", "her") or s.words[owner].tag != "PRP$":
        return []
    people = [w.i for w in s.words[:owner] if w.name is not None and w.name.type is EntityType.PERSON]
    return people if len(people) == 1 else []


def institution_meant(reader: Reader, s: Sentence, owner: int) -> list[Argument]:
    """The institution whose office somebody holds, where one alone is named so: "the university's head"."""
    kind = s.words[owner].text.capitalize()
    pointed = s.words[owner].tag == "NN" and any(s.words[d].lemma == "the" for d in s.all_children(owner, "det"))
    head = reader.gazetteer.heads.get(kind)
    body = head is not None and head.type is EntityType.ORGANIZATION and s.child(owner, "amod", "prep") is None
    if reader.open or not pointed or not body:
        return []
    meant = reader.discourse.short_names.named(kind, heading=reader.discourse.heading)
    if meant is None or is_far(reader.discourse, s, owner, meant):
        return []
    told = replace(meant, span=s.span_of(owner, owner), text=s.words[owner].text, found_by="short")
    return [Argument(head=owner, mention=told, certainty=0.8)]


def find_office(s: Sentence, noun: int) -> list[Argument]:
    """The office that a noun phrase names, with what it is for: "the Minister of Agriculture"; else nothing."""
    word = s.words[noun]
    role = word.name is not None and word.name.type is EntityType.ROLE
    if not role and not (word.pos == "PROPN" and word.text in words().offices):
        return []
    behind = (i for p in s.all_children(noun, "prep") if p == noun + 1 for i in s.subtree(p))
    run = [*s.all_children(noun, "compound", "amod"), noun, *behind]
    run = [i for i in run if i <= noun or s.words[i].text != ","]
    text = s.text[s.words[min(run)].start : s.words[max(run)].end]
    alone = text in words().state_offices and renamed(s, noun) is not None  # "The Taoiseach, Ann Berg,"
    if (
        text.split()[-1:] == [word.text]
        and not any(part[:1].isupper() for part in text.split()[:-1])
        and not (alone or "-" in text)
    ):
        return []  # "the outgoing President": of what is open
    mention = Mention(
        span=s.span_of(min(run), max(run)), text=text, name=text, type=EntityType.ROLE, found_by="named phrase"
    )
    return [Argument(head=noun, mention=mention)]


def is_enclosed(s: Sentence, noun: int, *, bare: bool = False) -> bool:
    """Whether a noun phrase stands by itself between commas with an article: ", the capital of X," tells what X is.

    The parser also calls the next item of a list an apposition; that one has no article or goes on with "and".
    An office may stand bare.
    """
    run = s.subtree(noun)
    closing = run[-1] + 1 >= len(s.words) or s.words[run[-1] + 1].text in (".", ";")
    article = s.words[run[0]].lemma in ("the", "a", "an") or (s.words[run[0]].tag == "PRP$" and closing)
    holder = s.child(noun, "poss")
    owned = holder is not None and s.words[holder].name is not None and s.child(noun, "conj") is None
    article = article or owned  # "Moldelectrica, Moldova's grid operator,"
    # ", its director, sold it", ", two brothers, sold it"
    told = s.words[run[-1] + 2].pos in ("VERB", "AUX") if run[-1] + 2 < len(s.words) else False
    article = article or (told and s.words[run[0]].tag in ("PRP$", "CD"))
    before = s.words[run[0] - 1].text if run[0] else ","
    after = s.words[run[-1] + 1].text if run[-1] + 1 < len(s.words) else "."
    return (
        (article or bare) and before in (",", "—", "(") and after in (",", ".", ";", "—", ")") and not listed(s, noun)
    )


def is_relation(s: Sentence, head: int, noun: int) -> bool:
    """Whether a noun right behind a name and its comma needs no article: "Ann Berg, mayor of Lima,"."""
    at = ("at",) if s.words[noun].lemma in words().callings else ()  # "researcher at X"
    of = next((p for p in s.all_children(noun, "prep") if s.words[p].lemma in ("of", *at)), None)
    first = s.subtree(noun)[0]
    plain = all(s.words[i].dep in ("amod", "compound") for i in range(first, noun))  # "chief executive of X"
    close = s.words[noun].tag == "NN" and s.words[head].pos == "PROPN" and first - head == 2 and plain
    return close and of == noun + 1 and all(is_second_office(s, c) for c in s.all_children(noun, "conj"))


def is_second_office(s: Sentence, noun: int) -> bool:
    """Whether a noun behind "and" tells one more office of the same person: "director of X and head of Y"."""
    word = s.words[noun]
    held = word.lemma in words().callings or word.text in words().offices
    return held and s.child(noun, "det", "poss") is None and s.child(noun, "prep") is not None


def listed(s: Sentence, noun: int) -> bool:
    """Whether a noun is followed by another one with an article of its own, as an item of a list is."""
    return any(s.child(c, "det", "poss") is not None for c in s.all_children(noun, "conj"))
