"""The argument that the words of a noun phrase make: how it is spelled, what it counts, what tells which one it is."""

import re
from collections.abc import Sequence
from dataclasses import replace

from graph.extract.arguments import Argument, Reader
from graph.extract.cues import cues
from graph.extract.ends import before_pointing
from graph.extract.extents import restricted_words
from graph.extract.left_out import counted_before
from graph.extract.looks import kind_by_name
from graph.extract.named import article_of, short_owners
from graph.extract.noun_phrases import text_of
from graph.extract.owners import find_owner, owning_countries, shared_owner
from graph.extract.parse import Sentence
from graph.extract.phrase_kinds import count_words, counts_head, found_by, phrase_type
from graph.extract.pointing import shared_parties
from graph.extract.text import possessive
from graph.extract.values import YEAR, make_count
from graph.extract.wordings import Links, spell
from graph.model import Mention

# What may stand for those of whom it counts some: "most of the villagers".
QUANTIFIERS = frozenset({"most", "many", "some", "few", "several", "all", "both", "others", "much", "half", "any"})
PLACES = ("GPE", "LOC", "FAC")  # the model's labels of what has parts


def is_share(s: Sentence, head: int) -> bool:
    """Whether a word counts some of those whom a noun names, or is part of a place: "most of the firms", "of Goma"."""
    of = s.child(head, "prep") if s.words[head].lemma in QUANTIFIERS - {"both"} else None
    whole = s.child(of, "pobj") if of is not None and of == head + 1 and s.words[of].lemma == "of" else None
    if whole is None:
        return False
    place = s.words[whole].name is not None or (s.words[whole].tag == "NNP" and s.words[whole].label in PLACES)
    related = s.words[whole].tag in ("WDT", "WP")  # "45 lorries, most of which"
    return place or related or s.words[whole].tag in ("NNS", "NNPS")


def whole_argument(
    reader: Reader, s: Sentence, head: int, run: Sequence[int], owners: Sequence[Mention], *, links: Links
) -> Argument | None:
    """The argument of a phrase with what tells which one is meant behind it, where that can be named by itself."""
    short = phrase_argument(reader, s, head, run, owners, links=links)
    more = [] if reader.open or reader.cut or short is None else restricted_words(s, head, run)
    whole = phrase_argument(reader, s, head, more, owners, links=links) if more else None
    if whole is None and more and s.words[head].lemma in cues()["nouns.committing"]:
        return None  # "its commitment to help X with its defence" is no bare commitment
    if whole is None or short is None:
        return short
    return replace(whole, mention=replace(whole.mention, type=short.mention.type, short=short.mention.name))


def phrase_argument(
    reader: Reader, s: Sentence, head: int, run: Sequence[int], owners: Sequence[Mention], *, links: Links
) -> Argument | None:
    """The argument that the words of a noun phrase make, or None where a pronoun in it is open."""
    countries = {} if reader.open else owning_countries(reader.discourse, s, run)
    if None in countries.values():
        return None
    countries |= {} if reader.open else short_owners(reader, s, run)
    spelling = spell(reader, s, run, owners, countries=countries, links=links)
    if spelling is None and not reader.open:
        run = before_pointing(s, head, run)
        spelling = spell(reader, s, run, owners, countries=countries, links=links) if run else None
    cut = spelling is not None and spelling[0].endswith(("'s", "’s"))  # "lives of the world's"
    if spelling is None or not spelling[0] or (cut and not reader.open):
        return None
    spelled, resolved = spelling
    number_told, meant = counted_before(s, head) if not reader.open else ("", "")
    spelled = f"{number_told} {meant}{spelled.removeprefix(number_told)}" if meant else spelled
    if run[0] == head and not reader.open and is_share(s, head):  # "Most of the firms" where a sentence begins
        spelled = spelled[:1].lower() + spelled[1:]
    holder = None if reader.open else shared_owner(s, head, run)
    if holder is not None:
        named = s.words[holder].name
        owner = named.name if named is not None else find_owner(reader, s, holder, owners)
        spelled, resolved = (f"{possessive(owner)} {spelled}", True) if owner is not None else (spelled, resolved)
    pair = [] if reader.open or holder is not None else shared_parties(reader, s, head, run)
    if pair:
        spelled, resolved = f"{spelled} of {' and '.join(pair)}", True
    counts = s.words[head].lemma not in ("percent", "%")  # "6 percent" counts nothing
    numbers = (c for c in s.all_children(head, "nummod") if counts and counts_head(s, head, c))
    proper = s.words[head].pos == "PROPN"
    # "the 2016 Arbitral Award", "the 444 Brigade"
    own = proper and s.words[head].tag == "NNP" and not s.words[head].text.endswith("s")
    own = own and article_of(s, head) is not None
    numbers = (c for c in numbers if not own and not (proper and re.fullmatch(YEAR, s.words[c].text)))
    number = next(numbers, None)
    counting = count_words(s, number) if number is not None else []
    count = make_count(text_of(s, counting)) if counting and s.words[counting[0]].pos != "PROPN" else None
    count = make_count(number_told) if meant else count
    if count and count.normal.isdigit() and spelled.lower().startswith(count.text.lower()):
        spelled = count.normal + spelled[len(count.text) :]
    found = "named phrase" if resolved else found_by(reader, s, head, run)
    kind = reader.types.get(spelled) or phrase_type(reader, s, head)
    mention = Mention(
        span=s.span_of(run[0], run[-1]),
        text=text_of(s, run),
        name=spelled,
        type=kind_by_name(spelled, kind) if found == "proper" else kind,
        found_by=found,
    )
    reader.discourse.mention(s, head, mention)
    return Argument(head=head, mention=mention, count=count, certainty=0.9)
