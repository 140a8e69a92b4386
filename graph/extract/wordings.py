"""How a phrase is spelled as a name: pronouns and demonstratives inside it replaced by what they stand for."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from graph.extract.arguments import Argument, Reader
from graph.extract.brought_up import is_bare
from graph.extract.cues import cues
from graph.extract.definites import definite_meant
from graph.extract.named import QUALIFYING
from graph.extract.owners import find_home, find_owner, is_honorific
from graph.extract.parse import Sentence
from graph.extract.phrase_kinds import (
    is_of_money,
    is_relative,
    loses_article,
    spaced,
)
from graph.extract.pointing import (
    DEMONSTRATIVES,
    has_owner_before,
    is_bound,
    is_own_whose,
    is_partitive,
    is_pointing,
)
from graph.extract.resolution import resolve
from graph.extract.spelling import balanced
from graph.extract.text import possessive
from graph.model import EntityType, Mention


@dataclass(frozen=True, slots=True)
class Links:
    """For whom a relative pronoun stands, and what a bare noun with "the" takes up."""

    antecedent: Callable[[Reader, Sentence, int], Argument | None]
    meant: Callable[[Reader, Sentence, int, Sequence[int]], Mention | None]


SMALL = ("det", "predet", "nummod")  # what goes where a noun's name stands for it: "the two countries"


def spell(
    reader: Reader,
    s: Sentence,
    run: Sequence[int],
    owners: Sequence[Mention],
    *,
    countries: Mapping[int, Mention | None],
    links: Links,
) -> tuple[str, bool] | None:
    """The phrase with pronouns and demonstratives inside it replaced by what they stand for, and whether any was.

    None where one of them is open: "its plans", "the aims of this vision". `countries` are those that "the country's"
    stands for, by its word.
    """
    parts: list[str] = []
    replaced: set[int] = set()
    for i in run:
        small = s.words[i].dep in SMALL and s.words[i].head in countries
        if i in replaced or small or loses_article(s, i) or belongs_to_title(s, i):
            continue
        word = s.words[i]
        if not is_relative(s, i, run) and (
            (word.tag in ("PRP", "WP", "WDT") or is_pointing(s, i, run))
            and not (is_bound(s, i, run) or is_partitive(reader, s, i, run))
        ):
            return None
        written = word.name is None or word.name.found_by == "demonym" or is_of_money(s, i)
        placed = word.name is not None and word.name.type in (EntityType.PLACE, EntityType.REGION)
        written = written or (placed and i > 0 and s.words[i - 1].lemma == "the")  # "the Gaza Strip", not "the Gaza"
        text = s.text[word.start : word.end] if written or word.name is None else word.name.name
        country = countries.get(i)
        text = text if country is None else country.name
        possessed = word.tag == "POS" and bool(parts) and parts[-1].endswith("s")
        text = text[:1] if possessed else text  # "the United Nations' aims", also where the text has the short name
        if word.dep == "det" and i != run[0] and (word.lemma in DEMONSTRATIVES or word.text == "the"):
            inner = inner_meant(reader, s, i, run, links)
            if inner is None and word.lemma in DEMONSTRATIVES and not reader.open:
                return None
            replaced.update((i, word.head) if inner is not None else ())
            text = inner or text
        elif (word.tag == "WP$" and not is_own_whose(s, i, run)) or is_partitive(reader, s, i, run):
            bound = links.antecedent(reader, s, i)
            if bound is None:
                return None
            replaced.add(i)
            text = possessive(bound.mention.name) if word.tag == "WP$" else of_whom(s, i, bound.mention.name)
        elif word.tag == "PRP$" and (home := find_home(reader, s, i + 1, owners)) is not None:
            replaced.update((i, i + 1))
            text = home.name
        elif word.tag == "PRP$":
            owned = owned_text(reader, s, run, i, owners)
            if owned is None:
                return None
            text, resolved = owned
            replaced.update((i,) if resolved else ())
            if not text:
                continue
        last = max(i, *(r for r in replaced if r >= i), i)
        parts.append(text + (" " if i != run[-1] and last + 1 < len(s.words) and spaced(s, last) else ""))
    return balanced("".join(parts).strip(" “”\"'‘’,")), bool(replaced or countries)


def inner_meant(reader: Reader, s: Sentence, i: int, run: Sequence[int], links: Links) -> str | None:
    """What a noun inside a phrase points back to by its article at word i: "the aims of this vision"; or None."""
    head = s.words[i].head
    if s.words[i].lemma in DEMONSTRATIVES:
        meant = definite_meant(reader.discourse, s, head, [head])
        return meant.name if meant is not None else None
    bare = head == i + 1 and head in run and s.words[head].name is None and s.words[head].pos == "NOUN"
    shared = any(s.child(other, "prep") is not None for other in s.all_children(head, "conj"))
    own = s.words[head].dep == "poss" and s.words[head].lemma in cues()["nouns.bodies"]  # most often of who acts
    if not bare or reader.open or shared or own or not is_bare(s, head):  # "the people and sovereignty of Ukraine"
        return None
    meant = links.meant(reader, s, head, [head])  # "a loan for the project"
    return None if meant is None else meant.name if meant.name[:1].isupper() else f"the {meant.name}"


def of_whom(s: Sentence, i: int, name: str) -> str:
    """Of whom or what a part is told, with "the" where "most" and "some" want it: "most of the 45 lorries"."""
    part = s.words[s.words[s.words[i].head].head]
    return name if part.pos == "NOUN" or name[:1].isupper() else f"the {name}"


def belongs_to_title(s: Sentence, i: int) -> bool:
    """Whether a word goes with the title before a name, which the name leaves out: "former President Berg"."""
    word, name = s.words[i], s.words[i + 1].name if i + 1 < len(s.words) else None
    titled = name is not None and name.type is EntityType.PERSON and bool(name.title) and word.head == i + 1
    adjective = word.name is not None and word.name.found_by == "demonym"
    return titled and word.dep in ("amod", "compound") and (adjective or word.text.lower() in QUALIFYING)


def owned_text(
    reader: Reader, s: Sentence, run: Sequence[int], i: int, owners: Sequence[Mention]
) -> tuple[str, bool] | None:
    """What stands for "its" or "our" at word i of a phrase, and whether that is a name; None where it is open whose.

    An "our" in front of a longer phrase may go; "its" stays where the phrase itself names the owner before.
    """
    if s.words[i].lemma == "its" and has_owner_before(s, run, i):
        return s.text[s.words[i].start : s.words[i].end], False
    owner = find_owner(reader, s, i, owners)
    if owner is not None:
        return possessive(owner), True
    if has_owner_before(s, run, i):
        return s.text[s.words[i].start : s.words[i].end], False
    third = s.words[i].lemma in ("his", "her", "its")
    behind, next_ = (s.words[min(i + n, len(s.words) - 1)] for n in (1, 2))
    several = behind.lemma == "respective" or next_.tag == "POS"
    third = third or (several and s.words[i].lemma == "their")  # "their governments' aims": whose is not left out
    third = third or (s.words[i].lemma == "their" and not resolve(reader.discourse, s, i, owners))
    if not reader.open and (third or len(run) <= 2 or i != run[0] or is_honorific(s, i)):
        return None
    return "", False
