"""Several occasions under one plural: "the Summits held on 3 May 2021 in Lima, and on 5 June 2022 in Quito"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from graph.extract.arguments import Argument, Reader
from graph.extract.emission import emit
from graph.extract.frames import Frame
from graph.extract.parse import Sentence
from graph.extract.phrases import find_arguments
from graph.extract.relative_times import MONTH
from graph.extract.values import YEAR, make_time
from graph.model import EntityType, Extraction, Qualifier, QualifierKind

HOLDING = ("hold", "convene", "organize", "organise")
DAY = rf"(?i:(?:\d{{1,2}} )?(?:{MONTH})(?: \d{{1,2}})?),? {YEAR}|{YEAR}"
# One step of the row: what joins it to the last, and a time or a place, which a preposition leads to; or a time that
# "and" joins to another.
STEP = re.compile(
    rf"(?P<joint>,? and |[,;] | )(?P<prep>on |in |at )?"
    rf"(?:(?P<time>{DAY})\b|(?P<place>[A-Z][\w'’-]+(?: (?:[A-Z][\w'’-]+|of|de|la|el))*))"
)
FEWEST = 2  # times that make several occasions


@dataclass(frozen=True, slots=True)
class Occasion:
    """When one of several was held, in the words of the text, and where in the sentence the words for the place end."""

    time: str
    place: int | None


def emit_occasions(reader: Reader, s: Sentence, verb: int, frame: Frame) -> list[Extraction]:
    """Where and when each of several was held, each under a name of its own; nothing where no row of times tells it."""
    held = s.words[verb]
    events = [a for a in frame.subjects if s.words[a.head].tag in ("NNS", "NNPS") or is_plural(s, a)]
    if held.lemma not in HOLDING or held.tag != "VBN" or len(events) != 1 or len(frame.subjects) != 1:
        return []
    occasions = occasions_behind(s.text[held.end :], held.end)
    return [e for one in occasions for e in told_of(reader, s, verb, frame, events[0], one)]


def is_plural(s: Sentence, argument: Argument) -> bool:
    """Whether a name's last word is a plural: "U.S.-GCC Summits" is one name for the parser."""
    word = s.words[argument.head]
    return word.pos == "PROPN" and word.text.endswith("s") and argument.mention.type is EntityType.EVENT


def occasions_behind(text: str, start: int) -> list[Occasion]:
    """The occasions that a row of times and places behind "held" tells; none where it tells of fewer than two.

    A place before the times goes with the next one, "in Lima in 2021 and in Quito in 2022"; a place behind some with
    all of these, "on 3 May and 5 June 2022 in Quito". `start` is where `text` begins in its sentence.
    """
    steps: list[tuple[str, int | None]] = []
    at = 0
    while step := STEP.match(text, at):
        led = bool(step["prep"]) if step["place"] or not steps else step["prep"] or "and" in step["joint"]
        if not led or (step["place"] and step["prep"] == "on "):
            break
        steps.append((step["time"] or "", start + step.end() if step["place"] else None))
        at = step.end()
    if sum(bool(time) for time, _ in steps) < FEWEST:
        return []
    ordered = steps if steps[0][0] else [*reversed(steps)]
    found: list[Occasion] = []
    waiting: list[str] = []
    for time, place in ordered:
        if time:
            waiting.append(time)
        else:
            found += [Occasion(one, place) for one in waiting]
            waiting = []
    found += [Occasion(one, None) for one in waiting]
    return found if steps[0][0] else [*reversed(found)]


def told_of(
    reader: Reader, s: Sentence, verb: int, frame: Frame, events: Argument, occasion: Occasion
) -> Iterator[Extraction]:
    """Where one occasion was held, with its time; when, where no place is told."""
    when = make_time(occasion.time, published=reader.published)
    name = one_of(s, events, occasion.time)
    mention = replace(events.mention, name=name, text=name, type=EntityType.EVENT, found_by="named phrase")
    own = replace(frame, subjects=(replace(events, mention=mention, count=None),), qualifiers=())
    last = next((w.i for w in s.words if w.end == occasion.place), None)
    places = find_arguments(reader, s, last)[:1] if last is not None else []
    if places:
        told = replace(own, qualifiers=(Qualifier(kind=QualifierKind.TIME, value=when),))
        found = emit(s, told, ["be", "hold", "in"], (verb, s.words[places[0].head].head), places, rule="passive")
        yield from (replace(extraction, detail="") for extraction in found)  # it would be of the other occasions
    else:
        yield from emit(s, own, ["be", s.words[verb].text.lower(), "in"], (verb,), [when], rule="passive")


def one_of(s: Sentence, events: Argument, time: str) -> str:
    """The name of one of several: "previous Lake Summits" and a date are "Lake Summit of 3 May 2021"."""
    plural = s.words[events.head].text.rsplit(" ", 1)[-1]
    name = re.sub(r"^(?:the |previous |earlier |past |last |two |three |first )+", "", events.mention.name)
    single = re.sub(rf"\b{re.escape(plural)}\b", plural.removesuffix("s"), name)
    return f"{time} {single}" if re.fullmatch(YEAR, time) else f"{single} of {time}"
