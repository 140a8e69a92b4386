"""Whose words stand in quotation marks: “A,” said X. “B. C.” – all three are X's – and for whom X says "we".

A sentence within a quotation names no speaker; the sentence that opens, ends or leads up to the quotation does.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby

from graph.extract.arguments import Reader
from graph.extract.parse import Sentence
from graph.extract.phrases import find_arguments
from graph.extract.pronouns import KINDS
from graph.extract.quoted_for import find_bodies, find_officials
from graph.extract.reports import as_source, can_speak
from graph.extract.speech import SPEAKERS, is_speech
from graph.model import Mention, PassageKind

QUOTED = re.compile(r"“[^“”]*(?:”|$)|(?<!\w)\"[^\"]*(?:\"|$)")
MARKS = ("“", '"')
Stretch = tuple[int, int]
Place = tuple[int, int]  # the number of a sentence among all of a document, and a word in it


@dataclass(frozen=True, slots=True)
class Quoter:
    """Who is quoted: those whom a text names so, or else where it tells who it is, "she" or "the ministry".

    What is `ours` is quoted of those for whom the document speaks: "as our Constitution has it:".
    """

    named: tuple[Mention, ...] = ()
    told: Place | None = None
    ours: bool = False

    def __bool__(self) -> bool:
        """Whether anybody is known to be quoted."""
        return bool(self.named) or self.told is not None


NOBODY = Quoter()
OURS = Quoter(ours=True)


@dataclass(frozen=True, slots=True)
class Quotations:
    """Who is quoted in a document, by the place of the sentence among them all.

    `whole` are sentences within a quotation, `parts` those with one in them and where it stands in the passage;
    `voices` are the bodies for which people say "we", by the person's name; `officials` hold an office of none told.
    """

    whole: dict[int, Quoter] = field(default_factory=dict)
    parts: dict[int, tuple[tuple[Stretch, ...], Quoter]] = field(default_factory=dict)
    voices: dict[str, Mention] = field(default_factory=dict)
    officials: frozenset[str] = frozenset()


def find_quotations(reader: Reader, sentences: Sequence[Sentence]) -> Quotations:
    """The quotations of a document, with their speakers."""
    found = Quotations()
    quoted: dict[str, tuple[Mention, Sentence]] = {}
    leading = NOBODY  # whom a passage that ends in "said:" names, for the quotation below it
    for _, group in groupby(enumerate(sentences), key=lambda pair: id(pair[1].offsets)):
        passage = list(group)
        text = passage[0][1].text
        before, (at, last) = leading, passage[-1]
        leading = find_leader(reader, at, last) if text.rstrip().endswith(":") else NOBODY
        if passage[0][1].kind is PassageKind.HEADING or not any(mark in text for mark in MARKS):
            continue
        speaker = read_passage(reader, passage, before if text.lstrip().startswith(MARKS) else NOBODY, found)
        for number, sentence in passage:
            _, who = found.parts.get(number, ((), NOBODY))
            quoted |= {m.name: (m, sentence) for m in who.named if m.name not in quoted}
        leading = speaker if speaker and is_unclosed(text) else leading
    if not quoted:
        return found
    voices = find_bodies(reader, sentences, quoted)
    left = [who for name, (who, _) in quoted.items() if name not in voices]
    officials = find_officials(reader, sentences, left) if reader.discourse.voices else frozenset[str]()
    return Quotations(whole=found.whole, parts=found.parts, voices=voices, officials=officials)


def read_passage(reader: Reader, passage: Sequence[tuple[int, Sentence]], speaker: Quoter, found: Quotations) -> Quoter:
    """Take down who is quoted in the sentences of a passage; `speaker` leads up to it. Gives who is quoted last."""
    quotes = tuple(match.span() for match in QUOTED.finditer(passage[0][1].text))
    for at, (number, sentence) in enumerate(passage):
        inside = next((q for q in quotes if is_within(sentence, q)), None)
        if inside is None:
            said = find_quoter(reader, number, sentence, quotes)
            if said or holds_some(sentence, quotes):
                found.parts[number] = quotes, said
            speaker = said or (speaker if leads_on(sentence, quotes) else NOBODY)
            continue
        ahead = ((n, s) for n, s in passage[at + 1 :] if s.words[0].start < inside[1] <= s.words[-1].end)
        speaker = next((who for n, s in ahead if (who := find_quoter(reader, n, s, quotes))), speaker)
        found.whole[number] = speaker
    return speaker


def find_leader(reader: Reader, number: int, s: Sentence) -> Quoter:
    """Who is quoted below a sentence that leads up to it."""
    own = any(KINDS.get(w.text.lower()) == "voice" and w.tag == "PRP$" for w in s.words)
    return find_quoter(reader, number, s, ()) or (OURS if own else NOBODY)


def find_quoter(reader: Reader, number: int, s: Sentence, quotes: Sequence[Stretch]) -> Quoter:
    """Who is told to say what a sentence quotes: the subject of a verb of speech outside the quotations."""
    for word in s.words:
        if not (is_speech(s, word.i) or issues(s, word.i)) or any(start <= word.start < end for start, end in quotes):
            continue
        used = s.words[word.head].lemma == "use" and word.dep == "xcomp"  # "as my father used to say"
        subject = s.child(word.head if used else word.i, "nsubj")
        if subject is None:
            continue
        told = s.words[subject]
        if told.text == "I":
            return Quoter(named=(reader.discourse.author,)) if reader.discourse.author is not None else NOBODY
        if told.name is None and told.pos != "PROPN":
            # whom "she" or "the ministry" means shows when the sentence is read
            return Quoter(told=(number, subject)) if can_say(s, subject) else NOBODY
        found = [a.mention for a in find_arguments(reader, s, subject) if a.mention.type in SPEAKERS or can_speak(a)]
        if found:
            return Quoter(named=tuple(found))
    return NOBODY


def can_say(s: Sentence, subject: int) -> bool:
    """Whether a word without a name may be whom a text quotes: "she", "it", "the ministry"."""
    word = s.words[subject]
    return KINDS.get(word.text.lower()) in ("person", "thing", "several") or word.pos == "NOUN"


def resolve_quoter(reader: Reader, sentences: Sequence[Sentence], place: Place) -> tuple[Mention, ...]:
    """Whom "she" or "the ministry" means that a text quotes, by what is told before it; nobody where it is open."""
    number, subject = place
    s = sentences[number]
    found = [a.mention for a in find_arguments(reader, s, subject) if a.mention.type in SPEAKERS]
    return tuple(found) or as_source(reader, s, subject)


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


def speaks_itself(s: Sentence, *kinds: str) -> bool:
    """Whether a text says "we" or "I", by their kinds, in words of its own and not of whom it quotes."""
    voiced = [w.start for w in s.words if KINDS.get(w.text.lower()) in kinds]
    quotes = [match.span() for match in QUOTED.finditer(s.text)] if voiced else []
    return any(not any(start <= at < end for start, end in quotes) for at in voiced)


def holds_some(s: Sentence, quotes: Sequence[Stretch]) -> bool:
    """Whether a sentence has a quotation in it."""
    return any(start < s.words[-1].end and s.words[0].start < end for start, end in quotes)


def leads_on(s: Sentence, quotes: Sequence[Stretch]) -> bool:
    """Whether a sentence goes on with a quotation that began before it."""
    return any(start < s.words[0].start < end for start, end in quotes)
