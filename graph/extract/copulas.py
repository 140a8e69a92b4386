"""What a copula says: what a thing is, what it belongs to, and what it is like: "is the core concept of X"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from graph.extract.arguments import Argument, Reader, is_named
from graph.extract.bare import emit_quality_alone
from graph.extract.coordination import conjuncts
from graph.extract.cues import cues
from graph.extract.emission import emit
from graph.extract.frames import Frame, surface_of, turned
from graph.extract.modality import evaluated
from graph.extract.noun_phrases import modifiers_of, preps_of, text_of
from graph.extract.parse import Sentence, Word
from graph.extract.phrases import find_arguments, find_parts
from graph.extract.portfolios import PORTFOLIOS
from graph.extract.prepositions import is_adverbial, is_time_phrase, state_of
from graph.extract.ranks import BELONGING, emit_among, emit_one_of, judges
from graph.extract.reciprocals import is_mutual, parties_of
from graph.extract.shares import emit_measured_quality
from graph.extract.values import make_text
from graph.extract.words import words
from graph.model import EntityType, Extraction, Mention

TRADED = ("export", "import", "product", "commodity", "crop")
RANKS = ("main", "top", "principal", "chief", "leading", "key", "major", "primary")
HOLDERS = (EntityType.COUNTRY, EntityType.ORGANIZATION)
PLACES = frozenset({"at", "from", "near", "on"})


def emit_copula(reader: Reader, s: Sentence, verb: int, frame: Frame) -> Iterator[Extraction]:
    """What a subject is: the noun behind the copula, and what that noun belongs to ("is the core concept of X")."""
    owners = frame.owners()
    surface = surface_of(s, verb)
    lemma = s.words[verb].lemma
    for attribute in s.all_children(verb, "attr", "oprd", "dobj", "acomp"):
        word = s.words[attribute]
        part = reader.open and word.pos == "NUM" and s.child(attribute, "prep") is not None  # "is one of the oldest"
        if part or word.pos in ("NOUN", "PROPN"):
            if not reader.open and is_mutual(s, verb) and parties_of(s, verb, frame):
                continue  # `emit_reciprocal` tells it
            if not reader.open and is_of_trade(s, verb):
                yield from emit_goods(s, frame, lemma, surface, attribute)
                continue
            told = replace(frame, modality=evaluated(frame.modality)) if judges(s, attribute) else frame
            yield from emit_attribute(reader, s, told, verb, attribute)
        elif word.lemma == "one" and word.tag == "CD":
            yield from emit_one_of(reader, s, verb, frame, attribute)
        elif word.pos in ("ADJ", "VERB"):
            yield from emit_quality(reader, s, frame, verb, attribute)
    yield from [] if reader.open else emit_among(s, verb, frame)
    bound = s.child(verb, "xcomp") is not None  # "under the pact, X and Y are to build Z": nobody is under it
    for prep in s.all_children(verb, "prep"):
        if bound and prep < verb:
            continue
        target = s.child(prep, "pobj")
        valued = s.words[prep].lemma in ("of", "for") or state_of(s, prep) is not None  # "is of importance for X"
        if target is not None and s.child(verb, "attr", "acomp") is None and not valued and not is_time_phrase(s, prep):
            inner = s.child(target, "prep") if s.words[target].lemma in cues()["nouns.light"] else None
            partner = s.child(inner, "pobj") if inner is not None and s.words[inner].lemma == "with" else None
            if inner is not None and partner is not None:  # "is in talks with X"
                path = [lemma, s.words[prep].lemma, s.words[target].text.lower(), "with"]
                partners = find_arguments(reader, s, partner, owners=owners)
                yield from emit(s, frame, path, (*surface, prep, target, inner), partners, rule="copula")
                continue
            proper = any(s.words[i].pos == "PROPN" for i in s.subtree(target))  # "remains in the LDC category"
            found = [a for a in find_arguments(reader, s, target, owners=owners) if is_named(a) or proper]
            state = kept_in(s, verb, prep)  # "are in jail in X"
            path = [lemma, *(s.words[i].lemma for i in (*state, prep))]
            yield from emit(s, frame, path, (*surface, *state, prep), found, rule="copula")


def is_of_trade(s: Sentence, verb: int) -> bool:
    """Whether a subject is what a country trades, with a word for its rank: "Peru's main exports are fish"."""
    subject = s.child(verb, "nsubj")
    ranked = subject is not None and any(s.words[a].lemma in RANKS for a in s.all_children(subject, "amod"))
    return ranked and s.words[subject or 0].lemma in TRADED and s.words[subject or 0].tag == "NNS"


def emit_goods(s: Sentence, frame: Frame, lemma: str, surface: Sequence[int], first: int) -> Iterator[Extraction]:
    """Each of the goods that a country trades, as it is called."""
    goods, todo = [first], [first]
    while todo:
        more = [c for c in s.all_children(todo.pop(), "conj") if s.words[c].pos in ("NOUN", "PROPN")]
        goods, todo = [*goods, *more], [*todo, *more]
    runs = [[*(c for c in s.children[g] if c < g and s.words[c].dep in ("amod", "compound")), g] for g in sorted(goods)]
    yield from emit(s, frame, [lemma], surface, [make_text(text_of(s, run)) for run in runs], rule="copula")


def kept_in(s: Sentence, verb: int, prep: int) -> tuple[int, ...]:
    """The words of a state right before a place, which is no place itself: "in jail", "in exile"; or none."""
    before = [p for p in s.all_children(verb, "prep") if p == prep - 2]
    noun = s.child(before[0], "pobj") if before else None
    bare = noun is not None and s.words[noun].tag == "NN" and s.words[noun].name is None and not s.children[noun]
    return (before[0], noun) if noun is not None and bare and noun == prep - 1 else ()


def emit_attribute(reader: Reader, s: Sentence, frame: Frame, verb: int, attribute: int) -> Iterator[Extraction]:
    """What the noun behind a copula says: what it belongs to, or the noun as it is; each noun coordinated with it."""
    owners, surface, lemma = frame.owners(), surface_of(s, verb), s.words[verb].lemma
    shared = [attribute, *(c for c in s.all_children(attribute, "conj") if s.words[c].pos == "NOUN")]
    common = len(shared) > 1 and shares_owner(s, shared)
    for part in shared if common else conjuncts(s, attribute):
        owner = s.child(part, "poss")
        if owner is not None and s.words[owner].lemma in ("its", "their") and not reader.open and lemma == "be":
            continue  # "Peru is its largest partner": nobody's own
        nested = list(belongings(reader, s, part, owners, of=shared[-1] if common else None))
        if not reader.open and is_first_to(s, part):
            nested = []
        whole = not nested
        partners = [
            c for c in s.all_children(part, "compound", "nmod") if s.words[c].name is not None and c == part - 1
        ]
        beside = s.words[part].lemma in cues()["nouns.beside"] | {"member"}
        if partners and beside and not reader.open and owner is None:  # "are NATO partners"
            of = find_arguments(reader, s, partners[0])
            yield from emit(s, frame, [lemma, s.words[part].lemma, "of"], (*surface, part), of, rule="copula")
            continue
        if owner is not None and nested and not reader.open and s.words[owner].name is not None:
            path = [lemma, *modifiers_of(s, part, "amod"), s.words[part].lemma, "of"]
            ranks = (i for a in s.all_children(part, "amod", "compound") if owner < a < part for i in s.subtree(a))
            of = find_arguments(reader, s, owner)
            yield from emit(s, frame, path, (*surface, *ranks, part), of, rule="copula")
            continue  # "is Peru's ally in Africa" is an ally of Peru
        if reader.open and not common:  # "is the largest exporter of fish" tells more than "is exporter of"
            whole = True
            nested = [n for n in nested if s.words[n[1]].lemma == "of" and has_name(n[2])]
        told = list(emit_bound(reader, s, frame, verb, part))
        if whole and not (told and not reader.open):
            yield from emit(s, frame, [lemma], surface, list(find_parts(reader, s, part, owners)), rule="copula")
        for noun, prep, targets in nested:
            path = [lemma, noun, s.words[prep].lemma]
            before = (i for a in s.all_children(part, "amod") if a < part for i in s.subtree(a))
            ranks = (i for i in before if s.words[i].text.lower() in noun)  # "became the first state in Africa"
            yield from emit(s, frame, path, (*surface, *ranks, part, prep), targets, rule="copula")
        yield from told
        if s.words[part].lemma in cues()["nouns.about"] and len(frame.subjects) == 1:
            reader.discourse.introduce(s.words[part].lemma, frame.subjects[0].mention)


def emit_bound(reader: Reader, s: Sentence, frame: Frame, verb: int, part: int) -> Iterator[Extraction]:
    """Of which noun before it a relative clause tells: "the fund, of which Peru is a member and Chile is the chair"."""
    first = s.words[verb].head if s.words[verb].dep == "conj" else verb
    if s.words[first].dep != "relcl" or s.words[first].lemma != s.words[verb].lemma:
        return
    for prep in (p for p in s.all_children(first, "prep") if p < first and s.words[p].lemma in ("of", "to")):
        bound = s.child(prep, "pobj")
        if bound is not None and s.words[bound].tag in ("WDT", "WP"):
            path = [s.words[verb].lemma, s.words[part].lemma, s.words[prep].lemma]
            of = find_arguments(reader, s, bound)
            yield from emit(s, frame, path, (*surface_of(s, verb), part, prep), of, rule="copula")


def is_first_to(s: Sentence, noun: int) -> bool:
    """Whether a noun is the first to do a thing, and nothing without it: "became the first state in X to sign Y"."""
    first = any(s.words[a].lemma == "first" for a in s.all_children(noun, "amod"))
    return first and any(w.tag == "TO" and s.words[w.head].tag == "VB" for w in s.words[noun:])


def has_name(arguments: Sequence[Argument]) -> bool:
    """Whether one of the arguments is a name, in open reading as well."""
    return any(is_named(replace(a, open=False)) for a in arguments)


def emit_quality(reader: Reader, s: Sentence, frame: Frame, verb: int, adjective: int) -> Iterator[Extraction]:
    """What a subject is like, by what the adjective goes on to: "is free for X"; else by its own words."""
    told = [*emit_reached_quality(reader, s, frame, verb, adjective), *emit_measured_quality(s, frame, verb, adjective)]
    yield from told
    alike = [adjective, *(c for c in s.all_children(adjective, "conj") if s.words[c].pos == "ADJ")]
    late_prep = any(p > adjective and not is_time_phrase(s, p) for p in s.all_children(verb, "prep"))
    for quality in alike if not (told or reader.open or late_prep) and frame.subjects else ():
        yield from emit_quality_alone(s, frame, verb, quality)


def emit_reached_quality(reader: Reader, s: Sentence, frame: Frame, verb: int, adjective: int) -> Iterator[Extraction]:
    """What a subject is like, by what the adjective goes on to: "is free for X"; alone where all is read."""
    surface, lemma = surface_of(s, verb), s.words[verb].lemma
    if (no := s.child(adjective, "neg")) is not None and verb < no < adjective:  # "pleaded not guilty"
        frame, surface = replace(frame, polarity=turned(frame.polarity)), (*surface, no)
    late = (p for p in s.all_children(verb, "prep") if p > adjective)  # "remains engaged with X": the parser's choice
    for prep in (*preps_of(s, adjective), *late):
        target = s.child(prep, "pobj")
        if target is not None and not is_time_phrase(s, prep) and not is_adverbial(s, prep):
            found = find_arguments(reader, s, target, owners=frame.owners())
            path = [lemma, s.words[adjective].text.lower(), s.words[prep].lemma]
            yield from emit(s, frame, path, (*surface, adjective, prep), found, rule="copula")
    for other in s.all_children(adjective, "conj"):  # "is final and binding on X"
        if s.words[other].pos == "ADJ" or s.words[other].tag in ("VBG", "VBN"):
            for prep in preps_of(s, other):
                target = s.child(prep, "pobj")
                own = target is not None and s.child(other, "nsubj", "aux", "dobj") is None
                if target is not None and own and not is_time_phrase(s, prep) and not is_adverbial(s, prep):
                    found = find_arguments(reader, s, target, owners=frame.owners())
                    path = [lemma, s.words[other].text.lower(), s.words[prep].lemma]
                    yield from emit(s, frame, path, (*surface, other, prep), found, rule="copula")
    alike = [adjective, *(c for c in s.all_children(adjective, "conj") if s.words[c].pos == "ADJ")]
    for quality in alike if reader.open else ():
        if s.child(quality, "prep", "xcomp", "ccomp", "advcl") is None:
            before = (a for a in s.all_children(quality, "advmod", "npadvmod") if a < quality)
            text = text_of(s, [*(i for a in before for i in s.subtree(a)), quality])  # "52 years old"
            value = make_text(text)
            yield from emit(s, frame, [lemma], surface, [value], rule="copula")


def shares_owner(s: Sentence, nouns: Sequence[int]) -> bool:
    """Whether coordinated nouns have one owner, behind the last: "the capital and largest city of X"."""
    own = [s.prep(noun, "of") is not None for noun in nouns]
    bare = all(s.child(noun, "det", "poss") is None for noun in nouns[1:])  # "an idea, and the core of X"
    return own[-1] and bare and not any(own[:-1])


def belongings(
    reader: Reader, s: Sentence, noun: int, owners: Sequence[Mention], *, of: int | None = None
) -> Iterator[tuple[str, int, list[Argument]]]:
    """What a noun belongs to by name: (noun with its adjectives, preposition, arguments); `of` may hold its owner."""
    if s.words[noun].name is not None:
        return
    for prep in s.all_children(noun, "prep") or s.all_children(noun if of is None else of, "prep"):
        target = s.child(prep, "pobj")
        more = PLACES if reader.open else {"at"} if s.words[noun].lemma in words().callings else set()
        if target is None or s.words[prep].lemma not in BELONGING | more or s.words[target].text == "Chief":
            continue  # "Commander-in-Chief"
        if is_of_office(s.words[target]):  # "Minister of Finance of Peru", "Chief of Staff of the army"
            told = list(of_portfolio(reader, s, noun, prep, target))
            yield from told
            if told or s.words[target].name is None:
                return
        if is_cut(s, noun, prep):  # "head of the department at X" is not head at X
            continue
        found = [a for a in find_arguments(reader, s, target, owners=owners) if is_named(a)]
        if found:
            yield called_as(s, noun), prep, found


def is_cut(s: Sentence, noun: int, prep: int) -> bool:
    """Whether what an office is of stands before a place, and is no part of what its bearer is called."""
    behind = prep != noun + 1 and s.words[prep].lemma != "of" and s.words[noun + 1].lemma == "of"
    seat = s.child(noun + 1, "pobj") if behind else None
    common = seat is not None and s.words[seat].pos == "NOUN" and s.words[seat].name is None
    return common and called_as(s, noun).endswith(s.words[noun].lemma)


def called_as(s: Sentence, noun: int) -> str:
    """What a noun calls somebody, with its adjectives and what the office is for: "head of office"."""
    duty = s.child(noun + 1, "pobj") if noun + 1 in s.all_children(noun, "prep") else None
    common = duty is not None and s.words[duty].pos == "NOUN" and s.words[duty].name is None
    office = common and s.words[noun + 1].lemma in ("of", "for") and s.words[noun].lemma in words().callings
    run = s.words[noun + 1 : duty + 1] if duty is not None and office else ()
    bare = all(w.dep in ("prep", "pobj", "amod", "compound") for w in run)  # "head of the office in Goma"
    told = [w.text for w in run if w.text] if bare else []
    before = modifiers_of(s, noun, "amod", "compound")
    return " ".join([*before[bodies_before(s, noun) :], s.words[noun].lemma, *told])


def bodies_before(s: Sentence, noun: int) -> int:
    """How many words right in front of an office's name tell whose it is: "the US ambassador to Chile"."""
    if s.words[noun].lemma not in words().callings:
        return 0
    before = (s.words[i].name for i in s.all_children(noun, "amod", "compound"))
    return sum(1 for _ in takewhile(lambda name: name is not None and name.type in HOLDERS, before))


def is_of_office(word: Word) -> bool:
    """Whether a word only tells what an office is for: a portfolio, "Trade and Aid" as one name, or the staff."""
    if word.name is not None:
        return word.name.found_by == "brand" and word.name.type is EntityType.CONCEPT
    return word.text in PORTFOLIOS or word.text == "Staff"


def of_portfolio(
    reader: Reader, s: Sentence, noun: int, prep: int, theme: int
) -> Iterator[tuple[str, int, list[Argument]]]:
    """The state that a minister of something belongs to: "Minister of Finance of Peru"; nothing where none is told."""
    preps = (*preps_of(s, theme), *s.all_children(noun, "prep"))
    behind = next((p for p in preps if s.words[p].lemma == "of" and p > theme), None)
    target = s.child(behind, "pobj") if behind is not None else None
    found = [a for a in find_arguments(reader, s, target) if is_named(a)] if target is not None else []
    if found and behind is not None:
        office = s.text[s.words[noun].start : s.words[theme].end]
        yield office.lower(), behind, found
