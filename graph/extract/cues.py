"""The cue words of `data/cues.toml` and the predicates of `data/relations.toml`, read once."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from graph.errors import RuleError
from graph.extract.rules import on_change, read_toml


@dataclass(frozen=True, slots=True, kw_only=True)
class Nominal:
    """An event noun: the verb it comes from and the prepositions of what it reaches.

    `others` holds the prepositions that make another verb of it: a call with X, a call for X.
    """

    verb: str
    prepositions: frozenset[str]
    others: Mapping[str, str] = field(default_factory=dict)

    def path(self, preposition: str) -> list[str]:
        """The words of the verb that the noun stands for with a preposition."""
        return self.others.get(preposition, self.verb).split()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """Every list of cue words under its key ("modality.planned"), event nouns, relations by predicate and by name."""

    lists: Mapping[str, frozenset[str]]
    nominals: Mapping[str, Nominal]
    relations: Mapping[str, str]
    names: frozenset[str]

    def __getitem__(self, key: str) -> frozenset[str]:
        """The words of one list."""
        return self.lists[key]


@cache
def cues() -> Cues:
    """The cue words; RuleError where two relations claim the same predicate."""
    table = read_toml("cues.toml")
    nominals = {
        noun: Nominal(
            verb=entry["verb"],
            prepositions=frozenset((*entry["prepositions"], *entry.get("others", {}))),
            others=entry.get("others", {}),
        )
        for noun, entry in table.pop("nominal").items()
    }
    lists = {f"{section}.{key}": frozenset(v) for section, entries in table.items() for key, v in entries.items()}
    relations: dict[str, str] = {}
    for relation, predicates in read_toml("relations.toml").items():
        for predicate in predicates:
            if predicate in relations:
                other = relations[predicate]
                raise RuleError(f"relations.toml, {relation}: {predicate!r} expresses {other} already; keep one")
            relations[predicate] = relation
    return Cues(lists=lists, nominals=nominals, relations=relations, names=frozenset(relations.values()))


on_change(cues.cache_clear)


def stating() -> frozenset[str]:
    """The verbs by which a body speaks."""
    return cues()["speech.performing"] | cues()["modality.proposed"] | cues()["speech.stands"]


DECIDING = ("decides", "takes", "requests", "authorizes", "authorises", "extends", "approves", "establishes")


def speaks_so(verb: str) -> bool:
    """Whether a verb in the third person is one by which a body speaks: "requests", "decides"."""
    forms = {verb.removesuffix("s"), verb.removesuffix("es")}
    return not forms.isdisjoint(stating()) or verb in DECIDING
