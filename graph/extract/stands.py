"""The states that take stands or promise deeds in a text, by which a speech tells whose it is: "Peru supports"."""

import re
from collections import Counter
from collections.abc import Iterator

from graph.extract.cues import cues
from graph.extract.letterheads import outside
from graph.extract.parse import Parse, Sentence
from graph.model import EntityType, Mention

FEWEST = 2  # stands that tell who speaks
SPEECH = re.compile(r"\b(?:speech|statement|address|remarks|intervention)\b", re.IGNORECASE)
# Verbs by which who says "I" gives a state's word: "I told them that Peru supports X", "I announce that Peru will".
GIVING = frozenset({"tell", "say", "stress", "repeat", "inform", "reiterate", "emphasise", "emphasize"})
PLEDGING = frozenset({"announce", "pledge", "promise", "assure", "confirm", "reaffirm"})


def stands_of(s: Sentence) -> Iterator[tuple[str, int, bool]]:
    """The states that take a stand in the present or promise a deed, each with its verb and whether it is a stand."""
    for word in s.words:
        if word.name is None or word.name.type is not EntityType.COUNTRY or word.dep != "nsubj":
            continue
        verb = s.words[word.head]
        if verb.tag == "VBZ" and verb.lemma in cues()["speech.stands"] | cues()["speech.performing"]:
            yield word.name.name, verb.i, True
        elif any(s.words[a].lemma == "will" for a in s.all_children(verb.i, "aux")):
            yield word.name.name, verb.i, False


def taking_stands(parsed: Parse) -> list[Mention]:
    """The country that takes stands in a speech: who "welcomes", "urges" and "reaffirms" in the present is speaking."""
    if not SPEECH.search(parsed.document.title):
        return []
    stands = Counter(name for s in parsed.sentences for name, _, stand in stands_of(s) if stand)
    (first, most), (_, next_) = [*stands.most_common(2), ("", 0), ("", 0)][:2]
    return [outside(parsed.document, first, EntityType.COUNTRY)] if most >= FEWEST and most > 2 * next_ else []


def spoken_for(parsed: Parse) -> list[Mention]:
    """The one country whose word the author gives: "I told them that Peru supports X", "I announce that Peru will"."""
    states = {
        name
        for s in parsed.sentences
        for name, verb, stand in stands_of(s)
        if s.words[verb].dep == "ccomp" and is_given(s, s.words[verb].head, stand=stand)
    }
    return [outside(parsed.document, states.pop(), EntityType.COUNTRY)] if len(states) == 1 else []


def is_given(s: Sentence, verb: int, *, stand: bool) -> bool:
    """Whether the author gives a word with a verb: a stand is told or pledged, a deed to come is pledged."""
    subject = s.child(verb, "nsubj")
    giving = PLEDGING | GIVING if stand else PLEDGING
    return subject is not None and s.words[subject].text == "I" and s.words[verb].lemma in giving
