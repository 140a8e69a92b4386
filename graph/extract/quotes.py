"""Whose words stand in quotation marks: “A,” said X. “B. C.” – all three are X's.

A sentence within a quotation names no speaker; the sentence that opens, ends or leads up to the quotation does.
"""

import re
from collections.abc import Mapping, Sequence
from itertools import groupby

from graph.extract.arguments import Reader
from graph.extract.parse import Sentence
from graph.extract.phrases import find_arguments
from graph.extract.speech import SPEAKERS, is_speech
from graph.model import Mention, PassageKind

QUOTED = re.compile(r"“[^“”]*(?:”|$)|(?<!\w)\"[^\"]*(?:\"|$)")
MARKS = ("“", '"')
Stretch = tuple[int, int]


def find_quoted(reader: Reader, sentences: Sequence[Sentence]) -> Mapping[int, tuple[Mention, ...]]:
    """The speakers of sentences that stand whole in a quotation, by the place of the sentence among them all."""
    found: dict[int, tuple[Mention, ...]] = {}
    numbered = enumerate(sentences)
    leading: tuple[Mention, ...] = ()  # whom a passage that ends in "said:" names, for the quotation below it
    for _, group in groupby(numbered, key=lambda pair: id(pair[1].offsets)):
        passage = list(group)
        text = passage[0][1].text
        before, last = leading, passage[-1][1]
        leading = find_quoter(reader, last, ()) if text.rstrip().endswith(":") else ()
        if passage[0][1].kind is PassageKind.HEADING or not any(mark in text for mark in MARKS):
            continue
        quotes = [match.span() for match in QUOTED.finditer(text)]
        speaker: tuple[Mention, ...] = before if text.lstrip().startswith(MARKS) else ()
        for at, (number, sentence) in enumerate(passage):
            inside = next((q for q in quotes if is_within(sentence, q)), None)
            if inside is None:
                speaker = find_quoter(reader, sentence, quotes) or (speaker if leads_on(sentence, quotes) else ())
                continue
            ahead = (s for _, s in passage[at + 1 :] if s.words[0].start < inside[1] <= s.words[-1].end)
            told = next((who for s in ahead if (who := find_quoter(reader, s, quotes))), speaker)
            if told:
                found[number] = told
    return found


def find_quoter(reader: Reader, s: Sentence, quotes: Sequence[Stretch]) -> tuple[Mention, ...]:
    """Who is named as saying what a sentence quotes: the subject of a verb of speech outside the quotations."""
    for word in s.words:
        if not is_speech(s, word.i) or any(start <= word.start < end for start, end in quotes):
            continue
        subject = s.child(word.i, "nsubj")
        if subject is None or (s.words[subject].name is None and s.words[subject].pos != "PROPN"):
            continue
        found = [a.mention for a in find_arguments(reader, s, subject) if a.mention.type in SPEAKERS]
        if found:
            return tuple(found)
    return ()


def is_within(s: Sentence, quote: Stretch) -> bool:
    """Whether a sentence has nothing outside a quotation but marks."""
    outside = [w for w in s.words if not quote[0] <= w.start < quote[1]]
    return all(w.pos == "PUNCT" for w in outside)


def leads_on(s: Sentence, quotes: Sequence[Stretch]) -> bool:
    """Whether a sentence goes on with a quotation that began before it."""
    return any(start < s.words[0].start < end for start, end in quotes)
