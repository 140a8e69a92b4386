"""Whose words stand in quotation marks: “A,” said X. “B. C.” – all three are X's – and for whom X says "we".

A sentence within a quotation names no speaker; the sentence that opens, ends or leads up to the quotation does.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby

from graph.extract.arguments import Reader
from graph.extract.nominals import find_nominals
from graph.extract.parse import Sentence
from graph.extract.phrases import find_arguments
from graph.extract.speech import SPEAKERS, is_speech
from graph.model import EntityType, Mention, PassageKind

QUOTED = re.compile(r"“[^“”]*(?:”|$)|(?<!\w)\"[^\"]*(?:\"|$)")
MARKS = ("“", '"')
Stretch = tuple[int, int]


BODIES = (EntityType.COUNTRY, EntityType.ORGANIZATION)
HOLDS = re.compile(r"be (?:\S+ )*(?:of|for)")  # "be president of", "be spokesperson for"


@dataclass(frozen=True, slots=True)
class Quotations:
    """Who is quoted in a document, by the place of the sentence among them all.

    `whole` are sentences within a quotation, `parts` those with one in them and where it stands in the passage;
    `voices` are the bodies for which people say "we", by the person's name.
    """

    whole: dict[int, tuple[Mention, ...]] = field(default_factory=dict)
    parts: dict[int, tuple[tuple[Stretch, ...], tuple[Mention, ...]]] = field(default_factory=dict)
    voices: dict[str, Mention] = field(default_factory=dict)


def find_quotations(reader: Reader, sentences: Sequence[Sentence]) -> Quotations:
    """The quotations of a document, with their speakers."""
    found = Quotations()
    leading: tuple[Mention, ...] = ()  # whom a passage that ends in "said:" names, for the quotation below it
    for _, group in groupby(enumerate(sentences), key=lambda pair: id(pair[1].offsets)):
        passage = list(group)
        text = passage[0][1].text
        before, last = leading, passage[-1][1]
        leading = find_quoter(reader, last, ()) if text.rstrip().endswith(":") else ()
        if passage[0][1].kind is PassageKind.HEADING or not any(mark in text for mark in MARKS):
            continue
        quotes = tuple(match.span() for match in QUOTED.finditer(text))
        speaker: tuple[Mention, ...] = before if text.lstrip().startswith(MARKS) else ()
        for at, (number, sentence) in enumerate(passage):
            inside = next((q for q in quotes if is_within(sentence, q)), None)
            if inside is None:
                said = find_quoter(reader, sentence, quotes)
                found.voices.update((who.name, body) for who in said if (body := find_body(reader, sentence, who)))
                if said:
                    found.parts[number] = quotes, said
                speaker = said or (speaker if leads_on(sentence, quotes) else ())
                continue
            ahead = (s for _, s in passage[at + 1 :] if s.words[0].start < inside[1] <= s.words[-1].end)
            told = next((who for s in ahead if (who := find_quoter(reader, s, quotes))), speaker)
            if told:
                found.whole[number] = told
                speaker = told
        leading = speaker if speaker and is_unclosed(text) else leading
    return found


def find_body(reader: Reader, s: Sentence, speaker: Mention) -> Mention | None:
    """The one state or body whose office a sentence gives to a speaker: "French President X", "X, head of NATO"."""
    if speaker.type is not EntityType.PERSON:
        return speaker if speaker.type in BODIES else None
    held = (e for e in find_nominals(reader, s) if e.subject.name == speaker.name and HOLDS.fullmatch(e.relation))
    bodies = {e.object.name: e.object for e in held if isinstance(e.object, Mention) and e.object.type in BODIES}
    return next(iter(bodies.values())) if len(bodies) == 1 else None


def find_quoter(reader: Reader, s: Sentence, quotes: Sequence[Stretch]) -> tuple[Mention, ...]:
    """Who is named as saying what a sentence quotes: the subject of a verb of speech outside the quotations."""
    for word in s.words:
        if not (is_speech(s, word.i) or issues(s, word.i)) or any(start <= word.start < end for start, end in quotes):
            continue
        subject = s.child(word.i, "nsubj")
        if subject is None or (s.words[subject].name is None and s.words[subject].pos != "PROPN"):
            continue
        found = [a.mention for a in find_arguments(reader, s, subject) if a.mention.type in SPEAKERS]
        if found:
            return tuple(found)
    return ()


def issues(s: Sentence, verb: int) -> bool:
    """Whether a verb leads up to a statement: "issued the following statement:"."""
    thing = s.child(verb, "dobj")
    following = thing is not None and any(s.words[c].text.lower() == "following" for c in s.children[thing])
    return following and s.words[verb].lemma in ("issue", "make", "release", "deliver", "give", "publish")


def is_unclosed(text: str) -> bool:
    """Whether a passage ends within a quotation, which the next paragraph then goes on with."""
    straight = text.count('"') % 2 == 1
    return straight or text.count("“") > text.count("”")


def is_within(s: Sentence, quote: Stretch) -> bool:
    """Whether a sentence has nothing outside a quotation but marks."""
    outside = [w for w in s.words if not quote[0] <= w.start < quote[1]]
    return all(w.pos == "PUNCT" for w in outside)


def leads_on(s: Sentence, quotes: Sequence[Stretch]) -> bool:
    """Whether a sentence goes on with a quotation that began before it."""
    return any(start < s.words[0].start < end for start, end in quotes)
