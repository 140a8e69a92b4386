"""Noun phrases → arguments: what a predicate is said of, with the words that belong to its name and no others."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from graph.extract.arguments import Argument, Reader
from graph.extract.compatriots import of_country
from graph.extract.coordination import conjuncts, shared_adjectives
from graph.extract.cues import cues
from graph.extract.deeds_done import Tellers
from graph.extract.definites import (
    parties_meant,
    phrase_meant,
    side_meant,
)
from graph.extract.discourse import PHRASES
from graph.extract.ends import shortened
from graph.extract.extents import LONGEST, phrase_words, whole_words
from graph.extract.facing import facing
from graph.extract.honoured import honoured, is_honour, office_beside
from graph.extract.left_bare import as_left_open, is_left_bare
from graph.extract.meant_again import meant_again
from graph.extract.named import (
    article_of,
    at_home,
    bearer_meant,
    is_described,
    may_point_back,
    name_argument,
    spoken_of,
    with_shared_land,
)
from graph.extract.near_clauses import told_near
from graph.extract.noun_phrases import called, find_examples, is_mutual, renamed, text_of
from graph.extract.official_groups import officials
from graph.extract.owners import find_home
from graph.extract.parse import Sentence
from graph.extract.parties import Parties
from graph.extract.parts_again import told_again
from graph.extract.phrase_arguments import QUANTIFIERS, is_share, whole_argument
from graph.extract.phrase_kinds import (
    office_of_each,
    sharing_argument,
    speaks_of,
    those_told,
)
from graph.extract.pointing import is_such_as
from graph.extract.prepositions import PLACES
from graph.extract.pronoun_arguments import as_pronoun, stood_for
from graph.extract.two_named import is_bare_pair, is_of_paper, those_named
from graph.extract.with_doers import with_doer
from graph.extract.wordings import Links
from graph.extract.words import is_title
from graph.model import EntityType, Mention

BARE_AND_NEW = 2  # words of "new mission"


def find_arguments(reader: Reader, s: Sentence, head: int, *, owners: Sequence[Mention] = ()) -> list[Argument]:
    """The arguments that a noun phrase and what is coordinated with it make, in order; none where it names nothing.

    `owners` are the subjects of the clause, to whom "its" and "their" speak.
    """
    found: list[Argument] = []
    for part in conjuncts(s, head):
        found.extend(find_parts(reader, s, part, owners))
    return [replace(a, open=True) for a in found] if reader.open else found


def find_parts(reader: Reader, s: Sentence, head: int, owners: Sequence[Mention]) -> Iterator[Argument]:
    """The arguments of one noun phrase: its examples where it lists them, what a pronoun stands for, or itself."""
    word = s.words[head]
    quantity = (is_share(s, head) or (reader.open and word.lemma in QUANTIFIERS)) and s.child(head, "prep") is not None
    if not reader.open and (again := told_again(reader, s, head)) is not None:
        yield from again
        return
    if (word.pos == "PRON" or word.tag in ("PRP", "PRP$", "WP", "WDT", "DT", "EX")) and not quantity:
        if word.tag in ("WDT", "WP") and word.dep == "pobj":
            bound = find_antecedent(reader, s, head)
            yield from [bound] if bound else []
            return
        if (told := those_told(s, head, all_=reader.open)) is not None:
            yield told
            return
        near = None if reader.open else told_near(s, head, reader.discourse)
        if near is not None:
            known = (a for other, at in near for a in find_arguments(reader, other, at))
            yield from (as_pronoun(s, head, a) for a in known if a.mention.name not in reader.gazetteer.heads)
            return
        for mention in stood_for(reader, s, head, owners):
            yield Argument(head=head, mention=mention, certainty=0.8)
        return
    parties = [] if reader.open else find_parties(reader, s, head, owners)
    if parties or (not reader.open and is_bare_pair(s, head)):
        yield from parties
        return
    examples = find_examples(s, head)
    if examples:
        yield from listed(reader, s, head, examples, owners)
        return
    if (other := renamed(s, head) or (None if reader.open else called(s, head))) is not None:
        yield from find_parts(reader, s, other, owners)
        return
    sharing = [] if reader.open else shared_adjectives(s, head)
    for adjective in sharing:
        yield sharing_argument(s, head, adjective, sharing)
    bearers = [] if reader.open or sharing else office_of_each(s, head)
    yield from bearers
    argument = make_argument(reader, s, head, owners) if not sharing and not bearers else None
    if argument:
        yield argument if reader.open else with_shared_land(s, argument)


def find_parties(reader: Reader, s: Sentence, head: int, owners: Sequence[Mention]) -> list[Argument]:
    """Whom a bare plural stands for, "the two countries": those of the document where it has not told who; or none."""
    if is_honour(s, head):
        return those_honoured(reader, s, head, owners)
    told = as_worded_here(s, head, parties_meant(reader.discourse, s, head), certainty=0.8) or those_facing(
        reader, s, head
    )
    if is_bare_pair(s, head) or is_of_paper(s, head):
        told = told if any(a.mention.type is not EntityType.PERSON for a in told) else those_two(reader, s, head)
    if not told and is_bare_pair(s, head):
        return []
    group = officials(reader, s, head, owners) if not told else None
    if group is not None:
        return [group]
    both = next((i for i in s.all_children(head, "det", "predet") if s.words[i].lemma == "both"), head)
    # in an assembly "both sides" may be anybody's
    open_ = not told and Parties.are_open(s, head) and not (both < head and reader.discourse.assembly)
    if open_ and both < head:  # "both sides" keeps its "both": "sides" alone would be nobody
        name = text_of(s, range(both, head + 1)).lower()
        mention = Mention(span=s.span_of(both, head), text=name, name=name, type=EntityType.GROUP, found_by=PHRASES[0])
        return [Argument(head=head, mention=reader.discourse.short_names.owned(mention), certainty=0.8)]
    whole = make_argument(reader, s, head, owners) if open_ else None
    if whole is not None and whole.mention.found_by in PHRASES:
        return [replace(whole, mention=reader.discourse.short_names.owned(whole.mention))]
    return told


def those_honoured(reader: Reader, s: Sentence, head: int, owners: Sequence[Mention]) -> list[Argument]:
    """Who "His Majesty" or "His Majesty the King" is: whose office stands behind, else who alone is called so."""
    office = office_beside(s, head)
    beside = list(find_arguments(reader, s, office, owners=owners)) if office is not None else []
    meant = honoured(reader.discourse, s, head)
    if beside or meant is None:
        return beside
    known = replace(meant, span=s.span_of(head, head), text=text_of(s, [head]), found_by="pronoun")
    return [Argument(head=head, mention=known, certainty=0.8)]


def as_worded_here(s: Sentence, head: int, meant: Sequence[Mention], *, certainty: float) -> list[Argument]:
    """The arguments for those whom a phrase means, each with the words of the phrase."""
    run = phrase_words(s, head) if meant else []
    told = [replace(m, span=s.span_of(run[0], run[-1]), text=text_of(s, run), found_by="pronoun") for m in meant]
    return [Argument(head=head, mention=mention, certainty=certainty) for mention in told]


def those_facing(reader: Reader, s: Sentence, head: int) -> list[Argument]:
    """Whom "both parties" stands for by the noun or the list that told of the two: "talks between A and B"; or none."""
    if not Parties.are_two(s, head):
        return []
    said = reader.discourse
    before = [] if said.parties.met else said.close_by(s)  # where leaders meet, theirs may be "the two countries"
    faced = facing(s, head, before, reader.gazetteer)
    told = [
        said.mention_of(s, head, f.land, EntityType.COUNTRY)
        if f.land
        else next((a.mention for a in find_arguments(reader, f.sentence, f.word)), None)
        for f in faced
    ]
    named = [m for m in told if m is not None and (m.found_by != "phrase" or any(c.isupper() for c in m.name))]
    if len(named) < len(faced) or is_beside_voice(reader, s, head, named):
        return []
    return as_worded_here(s, head, named, certainty=0.75)


def those_two(reader: Reader, s: Sentence, head: int) -> list[Argument]:
    """Whom "the two groups" stands for by the sentence before, each with the words of the phrase; or none."""
    make = partial(mention_in, replace(reader, cut=True))
    return as_worded_here(s, head, those_named(s, head, reader.discourse.close_by(s), make), certainty=0.75)


def is_beside_voice(reader: Reader, s: Sentence, head: int, named: Sequence[Mention]) -> bool:
    """Whether "our two countries" would leave out the country that says so."""
    ours = s.child(head, "poss") is not None
    voices = {voice.name for voice in reader.discourse.voices}
    return ours and bool(voices) and voices.isdisjoint(m.name for m in named)


FOREMOST = ("particular", "particularly", "notably", "especially", "above")  # what singles out some of those named


def listed(
    reader: Reader, s: Sentence, head: int, examples: Sequence[int], owners: Sequence[Mention]
) -> Iterator[Argument]:
    """The names that a noun lists; "our partners, including X" are all of the partners as well."""
    some = any(s.words[c].text.lower() == "including" for c in s.all_children(head, "prep"))
    some = some or any(s.words[i - 1].lemma in FOREMOST for i in examples if i)  # "all partners, in particular X"
    told = s.child(head, "poss", "amod", "compound", "nummod") is not None
    told = told or any(s.words[d].lemma in ("all", "both", "other") for d in s.all_children(head, "det"))
    whole = make_argument(replace(reader, cut=True), s, head, owners) if told and (some or reader.open) else None
    if whole is not None:
        yield whole
    for example in examples:
        yield from find_parts(reader, s, example, owners)


def make_argument(reader: Reader, s: Sentence, head: int, owners: Sequence[Mention]) -> Argument | None:
    """The argument of one noun phrase, or None where it could not be named by itself."""
    word = s.words[head]
    if word.name is not None and not (is_described(s, head) and not reader.open):
        return name_argument(reader, s, head)
    asks = any(s.words[c].tag in ("WDT", "WP", "WRB") for c in s.children[head]) or is_mutual(s, head)
    none = word.dep in ("nsubj", "nsubjpass") and any(
        s.words[d].lemma.lower() == "no" for d in s.all_children(head, "det")
    )
    none = none and not is_undone(s, word.head)
    asks = asks or (none and not reader.open)  # "no state has signed it" tells of no state
    asks = asks or (
        not reader.open and (is_such_as(s, head) or is_honour(s, head) or Parties.are_heads_of_state(s, head))
    )
    find_words = phrase_words if reader.cut else whole_words
    counts = (
        word.lemma in QUANTIFIERS and (reader.open or is_share(s, head)) and (word.pos in ("ADJ", "DET", "PRON", "ADV"))
    )
    run = find_words(s, head) if (word.pos in ("NOUN", "PROPN", "NUM", "SYM") or counts) and not asks else []
    run = with_doer(s, head, run) if reader.open else run
    if not reader.open and len(run) > LONGEST:
        run = shortened(s, head, run)
    if not run or len(run) > LONGEST:
        return None
    side = None if reader.open else side_meant(reader.discourse, s, head)
    own = (find_home(reader, s, head, owners) or side) if len(run) == 2 else None
    if own is not None:
        mine = replace(own, span=s.span_of(*run), text=text_of(s, run), found_by="pronoun")
        return Argument(head=head, mention=mine, certainty=0.9)
    about = speaks_of(s, head)
    if about is not None:
        argument = make_argument(reader, s, about, owners)
        if argument is not None and word.lemma in cues()["nouns.about"]:
            reader.discourse.introduce(word.lemma, argument.mention)
        return argument
    titled = is_title(text_of(s, run)) and article_of(s, head) is not None
    pointed_at = pointed_back(reader, s, head, run, titled=titled)
    if pointed_at is not None or (titled and len(run) == 1 and not reader.open):
        return pointed_at
    known = taken_back(reader, s, head, run)
    if known is not None:
        return Argument(head=head, mention=known, certainty=0.8)
    pointing = any(s.words[d].lemma in ("this", "these", "those") for d in s.all_children(head, "det"))
    told_which = any(s.words[d].lemma == "those" for d in s.all_children(head, "det")) and word.tag == "NNS"
    pointing = pointing and not (told_which and s.child(head, "relcl") is not None)  # "those states that have signed"
    if not reader.open and pointing and not any(s.words[i].name is not None for i in run):
        before = phrase_meant(reader.discourse, s, head) if len(run) == 1 else None
        if before is None:
            return None  # "this important vision": which one is open
        return Argument(
            head=head, mention=replace(before, span=s.span_of(head, head), text=text_of(s, [head])), certainty=0.75
        )
    light = word.lemma in cues()["nouns.vague"] or word.lemma in cues()["nouns.light"]
    light = light and word.lemma not in cues()["nouns.documents"] and len(run) == 1
    empty = not reader.open and (light or is_left_bare(s, head) or of_country(s, head) != "")
    told = whole_argument(reader, s, head, run, owners, links=Links(find_antecedent, taken_back))
    reader.discourse.take_down(word, told.mention if told and len(run) > 1 else None)
    if told is not None and not reader.open:
        told = replace(told, mention=as_left_open(s, head, told.mention))
    return None if empty and (told is None or not told.mention.short) else told  # "all efforts that lead to X" are told


def taken_back(reader: Reader, s: Sentence, head: int, run: Sequence[int]) -> Mention | None:
    """What a definite noun takes up that was told before: "the plant", "the idea", "the new mission"; or None."""
    return meant_again(reader, s, head, run, Tellers(partial(mention_in, reader), partial(mentions_in, reader)))


def mention_in(reader: Reader, s: Sentence, head: int) -> Mention | None:
    """The mention that a phrase makes of a sentence read before; its own sentence is read but once for others."""
    other = renamed(s, head) or called(s, head)
    argument = make_argument(reader, s, head if other is None else other, ())
    return argument.mention if argument is not None else None


def mentions_in(reader: Reader, s: Sentence, head: int) -> list[Mention]:
    """Those for whom a subject stands that may have been read before."""
    return [a.mention for a in find_arguments(reader, s, head)]


def is_undone(s: Sentence, verb: int) -> bool:
    """Whether a passive tells who did not do a thing: "no treaty was signed between X and Y", "by X"."""
    doers = [p for p in s.all_children(verb, "agent", "prep") if s.words[p].lemma in ("by", "between")]
    targets = (t for p in doers if (t := s.child(p, "pobj")) is not None)
    return s.child(verb, "auxpass") is not None and any(
        s.words[t].label not in ("DATE", "TIME") and s.words[t].tag != "CD" for t in targets
    )


def pointed_back(reader: Reader, s: Sentence, head: int, run: Sequence[int], *, titled: bool) -> Argument | None:
    """Whom an office, `titled`, or a head noun points to; who acts by an office that nobody bears is taken down."""
    word = s.words[head]
    told = spoken_of(reader, s, head, run) if titled or may_point_back(reader, word) else None
    found = told or bearer_meant(reader, s, head, run) or at_home(reader, s, head, run)
    if titled and found is None and word.dep in ("nsubj", "nsubjpass"):
        reader.discourse.unnamed = reader.discourse.sentence
    return found


def find_antecedent(reader: Reader, s: Sentence, i: int) -> Argument | None:
    """What a relative pronoun that is bound stands for, or None: "X, with whom she lived", "X, whose roof fell"."""
    at = i
    while s.words[at].head != at and s.words[at].dep != "relcl":
        at = s.words[at].head
    if (
        s.words[i].tag == "WP$"
        and s.words[s.words[at].head].name is not None
        and len(conjuncts(s, s.words[at].head)) > 1
    ):
        return None  # "A, B and C, whose ships came": of each
    told = make_argument(replace(reader, cut=True), s, s.words[at].head, ()) if s.words[at].dep == "relcl" else None
    people = s.words[i].text.lower() == "whom" and s.words[i - 1].lemma == "of"  # "sent doctors to X, most of whom"
    return None if told is not None and people and told.mention.type in PLACES else told
