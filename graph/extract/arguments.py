"""What a predicate is said of, as rules handle it, and what is at hand while one document is read."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from graph.extract.discourse import PHRASES, Discourse
from graph.extract.gazetteer import Gazetteer
from graph.extract.lexicon import Lexicon
from graph.extract.prepositions import ACTORS
from graph.model import EntityType, Mention, Value

# Prepositions of circumstance: what stands behind them is an argument only where it has a name ("under pressure").
CIRCUMSTANTIAL = frozenset(
    {"in", "at", "under", "during", "since", "within", "amid", "across", "beyond", "over", "after", "before"}
)
# How a quantity begins: "$5 million", "over 70 percent".
QUANTITY = re.compile(
    r"(?:(?:more|less|fewer) than |at least |over |nearly |almost |about |some |up to )?"
    r"(?:(?:US)?[$€£¥]\d|(?:EUR|USD|GBP|CNY|RMB|JPY) ?\d|(?!(?:19|20)\d\d )\d[\d.,]*(?=[\s%-]|$)"
    r"|(?:(?:a|half a|one|two|three|four|five|six|seven|eight|nine|ten) )?(?:million|billion|thousand|hundred)\b)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Argument:
    """A noun phrase of a sentence: its head word, the mention it makes, and how many it counts.

    `open` is set in open reading, where every noun phrase may act and stand alone.
    """

    head: int
    mention: Mention
    count: Value | None = None
    certainty: float = 1.0
    open: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """What is at hand while one document is read; `types` holds what proper names mostly are in it.

    `open` reads arguments as the sentence words them, ordinary nouns and pronouns included; `cut` leaves out the clause
    that tells which one a noun is, for that clause itself.
    """

    gazetteer: Gazetteer
    discourse: Discourse
    published: str | None
    types: Mapping[str, EntityType]
    lexicon: Lexicon = field(default_factory=Lexicon)
    open: bool = False
    cut: bool = False


def actors(arguments: Sequence[Argument]) -> list[Argument]:
    """The arguments that can act."""
    return [a for a in arguments if a.open or a.mention.type in ACTORS]


def stands_alone(argument: Argument) -> bool:
    """Whether an argument can be asked for by itself: a name, a group, or a short phrase that holds a name."""
    short = argument.mention.found_by == "named phrase" and len(argument.mention.name.split()) <= 3
    return argument.open or is_named(argument) or argument.mention.type is EntityType.GROUP or short


def is_told(argument: Argument) -> bool:
    """Whether an argument says which circumstance it is: by a name in it, or by a measure."""
    return argument.mention.found_by != "phrase" or is_quantity(argument)


def is_quantity(argument: Argument) -> bool:
    """Whether an argument counts or measures: "$5 million in aid", "70 years"."""
    return argument.count is not None or bool(QUANTITY.match(argument.mention.name))


def is_named(argument: Argument) -> bool:
    """Whether an argument is a name or stands for one."""
    return argument.open or argument.mention.found_by not in PHRASES
