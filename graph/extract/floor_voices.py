"""The state that has the floor in an assembly, where its speech alone tells: "Excellencies, … Peru supports"."""

import re
from collections import Counter

from graph.extract.frames import SUBJECTS
from graph.extract.gazetteer import Gazetteer
from graph.extract.implied_voices import is_met
from graph.extract.letterheads import countries, outside
from graph.extract.parse import Parse, Sentence
from graph.extract.pronouns import speaks_as_we
from graph.extract.stands import stands_of
from graph.model import EntityType, Mention, PassageKind
from graph.offices import STATE_OFFICES

FEWEST = 3  # times that a state acts, takes stands or promises deeds
SPOKEN = 5  # sentences with "we": whom one only cites says it less often
OPENING = 1500  # characters of a document in which an audience is greeted
# A speech by its title, or by its audience on a line of its own.
SPEECH = re.compile(r"\b(?:speech|address|intervention)\b", re.IGNORECASE)
GREETED = re.compile(
    r"^\W*(?:(?:Mr\.?|Mister|Madam|Ms\.?|Mrs\.?) (?:President|Chair\w*|Secretary[- ]General)"
    r"|(?:Your )?Excellenc(?:y|ies)|Distinguished [Dd]elegates)\b",
    re.MULTILINE,
)


def floor_voice(parsed: Parse, gazetteer: Gazetteer) -> list[Mention]:
    """The state that speaks to an assembly in its own name, or nobody.

    It takes stands and promises deeds in the present, and acts more than twice as often as any other; an office that
    few states have tells which of these acts more.
    """
    document = parsed.document
    if not (SPEECH.search(document.title) or GREETED.search(document.text[:OPENING])):
        return []
    if sum(map(speaks_as_we, parsed.sentences)) < SPOKEN:
        return []
    told = [s for s in parsed.sentences if s.kind is not PassageKind.HEADING]
    acting = Counter(name for s in told for name in acting_states(s))
    codes = next((few for office, few in STATE_OFFICES.items() if office.search(document.title)), ())
    homes = [state.name for code in codes if (state := countries(gazetteer).get(code)) is not None]
    ranked = homes and sorted(homes, key=lambda name: -acting[name])
    if ranked and acting[ranked[0]] > sum(acting[other] for other in ranked[1:]):
        return [outside(document, ranked[0], EntityType.COUNTRY)]
    (first, most), (_, other) = [*acting.most_common(2), ("", 0), ("", 0)][:2]
    stands = [stand for s in told for name, _, stand in stands_of(s) if name == first]
    sure = not homes and most >= FEWEST and most > 2 * other and len(stands) >= FEWEST and any(stands)
    return [outside(document, first, EntityType.COUNTRY)] if sure else []


def acting_states(s: Sentence) -> set[str]:
    """The states that act in a sentence, but for those on which "we" take a stand."""
    return {
        word.name.name
        for word in s.words
        if word.name is not None
        and word.name.type is EntityType.COUNTRY
        and word.dep in SUBJECTS
        and not is_met(s, word.i)
    }
