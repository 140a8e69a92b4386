"""Namesakes: a name whose bearers hold offices of several countries is several people, each with the country behind it.

Each document tells by itself whose official it names; only all of them together tell that one name means two.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from graph.extract.bearers import is_guessed, is_office
from graph.extract.gazetteer import Gazetteer, plain
from graph.extract.mentions import all_mentions, map_mentions
from graph.extract.overrides import Overrides, override_mention
from graph.extract.spelling import fold
from graph.model import EntityType, Extraction, Mention, Modality, Polarity

# Of the documents that tell the country of a name's bearer, the least share for which a country is another bearer's:
# surnames are shared often, whole names hardly ever; less than that is likelier a misreading.
SHARED = {True: 0.1, False: 0.3}


def people_of(extractions: Sequence[Extraction], speaker: Mention, gazetteer: Gazetteer) -> tuple[tuple[str, str], ...]:
    """The people of one document, sorted, each with the country whose official its offices tell; or with nothing.

    Nothing is told where the document ties a name to two countries: it does not mean two people by it.
    """
    named = (*all_mentions(extractions), speaker)
    told: dict[str, set[str]] = {m.name: set() for m in named if may_be_person(m)}
    for e in extractions:
        plainly = e.modality is Modality.ASSERTED and e.polarity is Polarity.AFFIRMED
        if plainly and e.subject.type is EntityType.PERSON and isinstance(e.object, Mention) and ties(e.relation):
            told[e.subject.name] |= {country_of(e.object, gazetteer)} - {"", e.subject.name}
    return tuple(sorted((name, "".join(found) if len(found) == 1 else "") for name, found in told.items()))


def ties(relation: str) -> bool:
    """Whether a relation ties a person to a country, its institution or its office: "be president of", "hasRole"."""
    return relation in ("hasRole", "belongsTo") or is_office(relation)


def country_of(thing: Mention, gazetteer: Gazetteer) -> str:
    """The country that a mention is, or whose institution or office its name tells: "Senate of Peru"; else nothing."""
    for name in (thing.name, thing.name.rpartition(" of ")[2].removeprefix("the ")):
        entry = gazetteer.names.get(plain(name))
        if entry is not None and entry.type is EntityType.COUNTRY:
            return entry.name
    return ""


def find_namesakes(people: Iterable[Collection[tuple[str, str]]], overrides: Overrides) -> dict[str, frozenset[str]]:
    """The names that mean several people, each with their countries, from the people of every document.

    `overrides` can tell two apart that these do not: "apart,Park,Park (Guinea)".
    """
    counts = Counter(told for named in people for told in named if told[1])
    by_name: dict[str, dict[str, int]] = {}
    for (name, country), many in counts.items():
        by_name.setdefault(name, {})[country] = many
    found: dict[str, frozenset[str]] = {}
    for name, told in by_name.items():
        least = SHARED[" " not in name] * sum(told.values())
        apart = overrides.apart.get(fold(name), frozenset())
        bearers = [c for c in told if told[c] >= least or fold(called(name, c)) in apart]
        if len(bearers) > 1:
            found[name] = frozenset(told)
    return found


def own_people(
    people: Iterable[tuple[str, str]], home: str, label: str, namesakes: Mapping[str, frozenset[str]]
) -> dict[str, str]:
    """What a document's namesakes are called, by name: each with the country whose official the document tells.

    Where it tells none it is the document's `home`, if a bearer is its official; else the bearer is the document's own,
    whose `label` stands behind the name.
    """
    return {
        name: called(name, told or (home if home in namesakes[name] else label))
        for name, told in people
        if name in namesakes
    }


def called(name: str, home: str) -> str:
    """A name with what tells its bearer from others."""
    return f"{name} ({home})"


def tell_apart(extraction: Extraction, own: Mapping[str, str], overrides: Overrides) -> Extraction:
    """The extraction with its people as `own_people` calls them; a user has the last word on that too."""
    return map_mentions(extraction, lambda mention: renamed(mention, own, overrides)) if own else extraction


def renamed(mention: Mention, own: Mapping[str, str], overrides: Overrides) -> Mention:
    """A mention of a person under the name that tells who it is; what a user has named stays."""
    name = own.get(mention.name) if may_be_person(mention) and mention.found_by != "override" else None
    return override_mention(replace(mention, name=name, type=EntityType.PERSON), overrides) if name else mention


def may_be_person(mention: Mention) -> bool:
    """Whether a mention is a person's, or its looks alone tell that it is not."""
    return mention.type is EntityType.PERSON or is_guessed(mention)
