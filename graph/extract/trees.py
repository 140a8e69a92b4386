"""A parse as a list of words whose heads and labels can be changed."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from graph.extract.parse import Word
from graph.model import EntityType

Words = list[Word]
Mend = Callable[[Words], Words]
# Verbs with an object that acts in the base form: "see X do", "let X do".
BARE = ("see", "let", "make", "help", "have", "watch", "hear")
NOUNS = ("NOUN", "PROPN", "PRON", "NUM")
NEEDS: dict[Mend, tuple[frozenset[str], ...]] = {}  # what `where` says of each mend


def where(*needs: str | Collection[str]) -> Callable[[Mend], Mend]:
    """A decorator for a mend that can change a sentence only where each of these marks, or one of several, is in it.

    The rarest come first. A mend that is called by itself runs everywhere.
    """

    def mark(mend: Mend) -> Mend:
        NEEDS[mend] = tuple(frozenset((need,) if isinstance(need, str) else need) for need in needs)
        return mend

    return mark


def marks_of(words: Sequence[Word]) -> set[str]:
    """What a mend can ask for: the labels, tags, parts of speech, lemmas and forms in small letters of the words."""
    return {m for w in words for m in (w.dep, w.tag, w.pos, w.lemma, w.text.lower())}


def hang(words: Words, i: int, head: int, dep: str) -> None:
    """Give word i another head and label."""
    words[i] = replace(words[i], head=head, dep=dep)


def join_to(words: Words, i: int, first: int, joint: Word | None) -> None:
    """Hang word i on the first of its like as another one, with the "and" that joins them, if there is any."""
    hang(words, i, first, "conj")
    if joint is not None:
        hang(words, joint.i, first, "cc")


def give_root(words: Words, old: int, new: int) -> None:
    """Make another verb the root, with what stands before it, and the commas behind it."""
    for word in list(words[:old]):
        if word.head == old and (word.i < new or word.text == ","):
            hang(words, word.i, new, word.dep)
    hang(words, new, new, "ROOT")


def make_subject(words: Words, i: int, verb: int) -> None:
    """Hang word i on a verb as its subject, of an active or a passive as the verb has it."""
    passive = any(w.head == verb and w.dep == "auxpass" for w in words)
    hang(words, i, verb, "nsubjpass" if passive else "nsubj")


def hand_over(
    words: Words, old: int, new: int, *, start: int = 0, end: int | None = None, dep: str | None = None
) -> None:
    """Hang on word `new` what hangs on word `old`, each with its label.

    All of it, or what is from `start` to `end`, or has the label `dep`.
    """
    for other in words[start:end]:
        if other.head == old and other.i not in (old, new) and dep in (None, other.dep):
            hang(words, other.i, new, other.dep)


def child_of(words: Sequence[Word], head: int, *deps: str, start: int = 0, end: int | None = None) -> Word | None:
    """The first word from `start` to `end` that hangs on word `head` with one of these labels; or None."""
    for word in words[start:end]:  # a loop, for mends ask this more often than anything else
        if word.head == head and word.dep in deps:
            return word
    return None


def is_led_by(words: Words, clause: Word, text: str) -> bool:
    """Whether a clause has a word of its own before its verb, such as "which"."""
    return any(w.head == clause.i and w.text == text for w in words[: clause.i])


def root_of(words: Sequence[Word]) -> int:
    """The root of the sentence; the first word where a mend has left none, which `repair` finds and undoes."""
    return next((w.i for w in words if w.head == w.i), 0)


def takes_to(words: Words, i: int) -> bool:
    """Whether a verb stands behind "to"."""
    return any(w.head == i and w.tag == "TO" for w in words)


def takes_modal(words: Words, i: int) -> bool:
    """Whether a verb stands behind a modal: "will sign"."""
    return any(w.head == i and w.tag == "MD" for w in words[:i])


def has_own(words: Words, verb: int, *more: str) -> bool:
    """Whether a verb has a subject of its own, or a child with a label that begins so."""
    begins = ("nsubj", *more)
    for word in words:  # noqa: SIM110 - a loop, as in `child_of`
        if word.head == verb and word.i != verb and word.dep.startswith(begins):
            return True
    return False


def has_object(words: Words, verb: int) -> bool:
    """Whether a verb has an object."""
    return child_of(words, verb, "dobj") is not None


def first_of(words: Words, i: int) -> int:
    """The first word of what is below a word, itself included, before it."""
    at = i
    while at and below(words, at - 1, i):
        at -= 1
    return at


def below(words: Words, i: int, above: int) -> bool:
    """Whether a word hangs on another one, over others too, or is it."""
    for _ in words:
        if i == above:
            return True
        if words[i].head == i:
            return False
        i = words[i].head
    return False


def last_of(words: Words, i: int) -> int:
    """The last word of what is below a word, itself included."""
    return max(w.i for w in words if below(words, w.i, i))


def first_name(words: Words, i: int) -> int:
    """The first word of a name that ends in a word: the parser hangs what is before it on it."""
    return min(w.i for w in words if w.i == i or (w.head == i and w.dep == "compound"))


def is_person(word: Word) -> bool:
    """Whether a word stands for a person's name."""
    return word.name is not None and word.name.type is EntityType.PERSON


def is_state(word: Word) -> bool:
    """Whether a word names a state, by its name or an adjective."""
    return word.name is not None and word.name.type is EntityType.COUNTRY


def is_named(word: Word) -> bool:
    """Whether a word is a name."""
    return word.pos == "PROPN" or word.name is not None


def noun_above(words: Words, noun: Word) -> Word:
    """What a phrase that ends in a noun tells of: the noun or verb it hangs on, or that verb's object before it."""
    above = words[words[noun.head].head]
    found = (w for w in words[above.i : noun.i] if w.head == above.i and w.dep == "dobj")
    return next(found, above) if above.pos == "VERB" else above
