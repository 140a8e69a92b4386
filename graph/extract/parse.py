"""Document → Parse: the pinned model reads each passage with its names already one word each.

spaCy is known here, and to `spacy_model.py`, `memo.py` and `stepping.py`. What comes out is our own: words with their
heads, cut into sentences, each word knowing its characters in the passage, so that rules can be tried on hand-made
parses without a model.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from graph.extract.capitals import in_small_letters
from graph.extract.domains import state_code
from graph.extract.gazetteer import Gazetteer
from graph.extract.items import TO, find_led
from graph.extract.lemmas import joint_lemma, lemma_of
from graph.extract.lexicon import Lexicon
from graph.extract.names import find_names
from graph.extract.naming import Name
from graph.extract.run_in_headings import part_heading
from graph.extract.spacy_model import is_only_verb
from graph.extract.stepping import annotate
from graph.extract.terms import make_lexicon
from graph.model import Document, Passage, PassageKind, Span

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

LONGEST = 5_000  # characters that are parsed at once: a long paragraph has 2,000
BATCH = 64  # pieces that the model reads at once


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """One word of a sentence: `head` is the index of its governor (its own at the root), `label` the NER label.

    `start` and `end` are characters of the passage; `name` is set where the word stands for a whole name.
    """

    i: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    start: int
    end: int
    label: str = ""
    name: Name | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """The words of one sentence, the children of each, and where the sentence stands in its document.

    `text` is the whole passage's; `offsets` lead from its characters to the document's.
    """

    words: tuple[Word, ...]
    children: tuple[tuple[int, ...], ...]
    text: str
    offsets: Sequence[int]
    span: Span
    kind: PassageKind
    known: dict[tuple[Any, int], list[int]] = field(default_factory=dict, compare=False, repr=False)  # see `once`

    def child(self, i: int, *deps: str) -> int | None:
        """The first child of word i with one of the dependency labels, or None."""
        words = self.words
        for c in self.children[i]:  # a loop, for this is asked more often than anything else
            if words[c].dep in deps:
                return c
        return None

    def all_children(self, i: int, *deps: str) -> list[int]:
        """The children of word i with one of the dependency labels."""
        found, words = [], self.words
        for c in self.children[i]:
            if words[c].dep in deps:
                found.append(c)  # noqa: PERF401 - asked half a million times for 80 texts; a comprehension is a call
        return found

    def prep(self, i: int, lemma: str) -> int | None:
        """The first preposition of word i with a lemma, or None."""
        return next((p for p in self.all_children(i, "prep") if self.words[p].lemma == lemma), None)

    def span_of(self, first: int, last: int) -> Span:
        """Where the words from `first` to `last` stand in the document."""
        start, end = self.words[first].start, self.words[last].end
        return Span(document=self.span.document, start=self.offsets[start], end=self.offsets[end - 1] + 1)

    def words_of(self, span: Span) -> tuple[int, int] | None:
        """The words [first, end) of a span of the document, or None where it stands in another sentence."""
        if span.start < self.span.start or span.end > self.span.end:
            return None
        start, end = bisect_left(self.offsets, span.start), bisect_left(self.offsets, span.end)
        first = bisect_left(self.words, start + 1, key=lambda w: w.end)
        last = bisect_left(self.words, end, lo=first, key=lambda w: w.start)
        return (first, last) if first < last else None

    def subtree(self, i: int) -> list[int]:
        """Word i and all below it, in the order of the text."""
        found, todo = [], [i]
        while todo:
            at = todo.pop()
            found.append(at)
            todo.extend(self.children[at])
        return sorted(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parse:
    """A document, its sentences in order, and what it teaches about its names."""

    document: Document
    sentences: tuple[Sentence, ...]
    lexicon: Lexicon


# The model knows contractions and quotations best as a typewriter has them; every mark is one character either way.
TYPEWRITTEN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"'})


def parse(nlp: "Language", documents: Iterable[Document], gazetteer: Gazetteer) -> Iterator[Parse]:
    """Each document with its sentences; one document is held at a time."""
    for document in documents:
        passages = [in_small_letters(p) for p in document.passages]
        lexicon = make_lexicon([p.text for p in passages], gazetteer, home=state_code(document.source))
        told = (part for passage in passages for part in part_heading(passage, lexicon, gazetteer))
        pieces = (piece for passage in told for piece in cut(passage))
        named = [(p, find_names(p.text, lexicon, gazetteer)) for p in pieces if p.text.strip()]
        led = find_led([(passage.kind, passage.text, names) for passage, names in named])
        made = (make_doc(nlp, p, names, led=led.get(i, ())) for i, (p, names) in enumerate(named))
        docs = annotate(nlp, made, size=BATCH)
        sentences = (
            sentence
            for (passage, names), doc in zip(named, docs, strict=True)
            for sentence in make_sentences(document, passage, names, doc)
        )
        yield Parse(document=document, sentences=tuple(sentences), lexicon=lexicon)


def cut(passage: Passage) -> Iterator[Passage]:
    """A passage in pieces that a parser can hold: cut behind a sentence, else behind a word, else anywhere."""
    start = 0
    while len(passage.text) - start > LONGEST:
        window = passage.text[start : start + LONGEST]
        ends = [m.end() for m in re.finditer(r"[.!?][\"'”’)]*\s+", window)] or [
            m.end() for m in re.finditer(r"\s", window)
        ]
        stop = start + (ends[-1] if ends else LONGEST)
        yield Passage(kind=passage.kind, text=passage.text[start:stop], offsets=passage.offsets[start:stop])
        start = stop
    yield Passage(kind=passage.kind, text=passage.text[start:], offsets=passage.offsets[start:]) if start else passage


def make_doc(nlp: "Language", passage: Passage, names: Sequence[Name], *, led: Sequence[str] = ()) -> "Doc":
    """The passage as a spaCy Doc in which each name is its proxy; `user_data` holds the characters of each token.

    A passage that is led by one before it gets the words it lacks, without characters, so that its verb reads as one.
    """
    from spacy.tokens import Doc

    words: list[str] = []
    places: list[tuple[int, int]] = []
    holders: dict[int, Name] = {}

    def add(start: int, end: int) -> None:
        for token in nlp.tokenizer(passage.text[start:end].translate(TYPEWRITTEN)):
            if token.text == "cent" and words and words[-1].lower() == "per" and token.i:  # "4 per cent" is "percent"
                words[-1] += token.text
                places[-1] = (places[-1][0], start + token.idx + len(token))
            elif goes_on(words, token):  # "de-escalate" is one verb
                words[-1] += "" if token.text == "-" and words[-1] != "Vice" else token.text
                places[-1] = (places[-1][0], start + token.idx + len(token))
            elif not token.is_space:
                # "the United States’ aid": behind a name, and its proxy may be singular, the mark is a possessive.
                owned = token.text in ("'", "’") and token.idx == 0 and start and passage.text[start - 1] == "s"
                after = passage.text[start + token.idx + 1 : start + token.idx + 3]
                scanned = token.text == "|" and bool(re.fullmatch(r" [a-z]", after))  # how scanners print "I"
                words.append("'s" if owned else "I" if scanned else token.text)
                places.append((start + token.idx, start + token.idx + len(token)))

    words.extend(led)
    places.extend((0, 0) for _ in led)
    to = TO.match(passage.text) if led else None
    at = to.end() if to is not None else 0  # "They will" has it
    for name in names:
        add(at, name.start)
        holders[len(words)] = name
        # Behind an article the head noun reads best as the common noun it is.
        behind_article = bool(words) and words[-1].lower() in ("the", "a", "an", "this") and name.found_by == "head"
        words.append(name.proxy.lower() if behind_article else name.proxy)
        places.append((name.start, name.end))
        at = name.end
    add(at, len(passage.text))
    follow = [*(start for start, _ in places[1:]), len(passage.text)]
    n = len(led)
    if led:
        opening = enumerate(words[n : n + 2], start=n)
        words[n : n + 2] = [w if i in holders or (w.isupper() and len(w) > 1) else w.lower() for i, w in opening]
    spaces = [after > end or end == 0 for (_, end), after in zip(places, follow, strict=True)]
    return Doc(nlp.vocab, words=words, spaces=spaces, user_data={"places": places, "names": holders})


PREFIXES = ("de", "re", "co")  # of verbs, written with a hyphen


def goes_on(words: Sequence[str], token: Any) -> bool:
    """Whether a token goes on with the verb that a prefix before it began: "de", "-" and "escalate"."""
    if token.i < 1 or not words or token.nbor(-1).whitespace_:
        return False
    if words[-1] in ("Vice", "Vice-"):  # "the Vice-President" is one word
        return bool(token.text == "-" or words[-1] == "Vice-")
    if words[-1].lower() not in PREFIXES:
        return False
    return bool(token.text == "-" or (token.i > 1 and token.nbor(-1).text == "-" and token.text.islower()))


def make_sentences(document: Document, passage: Passage, names: Sequence[Name], doc: "Doc") -> Iterator[Sentence]:
    """The sentences of a parsed passage, in our own words, mended."""
    from graph.extract.repair import repair

    places: list[tuple[int, int]] = doc.user_data["places"]
    holders: dict[int, Name] = doc.user_data["names"]
    for sent in doc.sents:
        words = repair([make_word(token, sent.start, places, holders) for token in sent])
        children: list[list[int]] = [[] for _ in words]
        for word in words:
            if word.head != word.i:
                children[word.head].append(word.i)
        start, end = words[0].start, words[-1].end
        yield Sentence(
            words=words,
            children=tuple(tuple(c) for c in children),
            text=passage.text,
            offsets=passage.offsets,
            span=Span(document=document.id, start=passage.offsets[start], end=passage.offsets[end - 1] + 1),
            kind=passage.kind,
        )


def make_word(token: Any, first: int, places: Sequence[tuple[int, int]], holders: dict[int, Name]) -> Word:
    """Our word for a spaCy token of a sentence that begins with token number `first`."""
    start, end = places[token.i]
    name = holders.get(token.i)
    joined = name is None and end - start == len(token.text) + 1 and token.text.lower().startswith("co")
    lemma = lemma_of(token)
    verbal = token.tag_ == "NNS" and name is None and is_only_verb(token.text)
    doing = verbal and any(child.dep_.startswith("nsubj") for child in token.lefts)  # "firmly abides by the treaty"
    return Word(
        i=token.i - first,
        text=token.text if name is None else name.name,
        lemma=name.name if name is not None else joint_lemma(token.text.lower(), lemma) if joined else lemma,
        pos="VERB" if doing else token.pos_,
        tag="VBZ" if verbal else token.tag_,
        dep=token.dep_,
        head=token.head.i - first,
        start=start,
        end=end,
        label=token.ent_type_ if name is None else "",
        name=name,
    )
