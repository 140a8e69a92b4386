"""What a part is of whose whole was told before: "trained 900 teachers; two thirds of them", "most of these sums"."""

from collections.abc import Iterator, Sequence

from graph.extract.arguments import Argument, Reader
from graph.extract.counted_again import Counted, counted_again, counts_alone, meant
from graph.extract.extents import phrase_words
from graph.extract.noun_phrases import is_sum, text_of
from graph.extract.parse import Sentence
from graph.extract.phrase_kinds import found_by, phrase_type
from graph.extract.repair_parts import NEARLY, PARTS
from graph.extract.them import plurals
from graph.model import EntityType, Mention

SUMS = frozenset({"fund", "sum", "money", "amount", "resource", "funding", "pledge", "loan", "grant"})
POINTING = frozenset({"these", "those", "this", "that"})
FIRST = ("nsubj", "nsubjpass", "dobj", "attr")
MOST_SUMS = 2
MANY = ("many", "several", "some", "few", "more", "other", "additional", "further", "another")
BEFORE = NEARLY | {"approximately", "barely", "fully"}


def told_whole(s: Sentence, head: int) -> int | None:
    """The word for a whole told before, of which a word tells a part: "half of them", "a tenth of these sums"."""
    if s.words[head].lemma.lower() not in PARTS:
        return None
    of = s.prep(head, "of")
    target = s.child(of, "pobj") if of == head + 1 else None
    if target is None or s.child(target, "relcl", "prep", "acl", "amod", "compound", "nummod") is not None:
        return None
    word = s.words[target]
    if word.text.lower() in ("them", "it", "these", "those"):
        return target
    pointed = any(s.words[d].text.lower() in POINTING for d in s.all_children(target, "det"))
    return target if pointed and (word.tag == "NNS" or word.lemma in SUMS) else None


def told_again(reader: Reader, s: Sentence, head: int) -> list[Argument] | None:
    """What a part or a number stands for that counts what was told before; None for any other word."""
    if (whole := told_whole(s, head)) is not None:
        again = parts_again(reader, s, head, whole)
        open_ = not again and s.words[head].pos not in ("NOUN", "NUM") and s.words[whole].tag == "NNS"
        return None if open_ else again  # "some of these countries" may be countries told of farther back
    how = counts_alone(s, head)
    return counted_again(reader, s, head, how) if how else None


def parts_again(reader: Reader, s: Sentence, head: int, whole: int) -> list[Argument]:
    """The argument of a part with what it is of, where only one thing told right before can be meant; or none."""
    text = s.words[whole].text.lower()
    of_money = text == "it" or s.words[whole].lemma in SUMS
    several = text != "it" and s.words[whole].tag != "NN"
    found = sums_before(reader, s, head, several=several) if of_money else counted_before(reader, s, head)
    if not found:
        return []
    return [argument_of(reader, s, head, whole, part_name(s, head, found), found[0])]


def part_name(s: Sentence, head: int, wholes: Sequence[tuple[Sentence, int]]) -> str:
    """What a part is called, by what it is of: "two thirds of the 900 teachers"."""
    part = text_of(s, range(first_word(s, head), head + 1))
    return f"{part[:1].lower()}{part[1:]} of {' and '.join(named_whole(other, at) for other, at in wholes)}"


def first_word(s: Sentence, head: int) -> int:
    """The first word of a part, with how nearly it is one: "less than a tenth", "at least half"."""
    first = min(s.subtree(head)[0], head)
    while first and s.words[first - 1].text.lower() in BEFORE:
        first -= 1
    return first


def argument_of(reader: Reader, s: Sentence, head: int, whole: int, name: str, known: tuple[Sentence, int]) -> Argument:
    """The argument of a part by its name, which is of the kind that its whole is."""
    first = first_word(s, head)
    other, at = known
    kind = phrase_type(reader, other, at) if not is_sum(other, at) else EntityType.CONCEPT
    mention = Mention(
        span=s.span_of(first, whole),
        text=text_of(s, range(first, whole + 1)),
        name=name,
        type=kind,
        found_by=found_by(reader, other, at, phrase_words(other, at)),
    )
    return Argument(head=head, mention=mention, certainty=0.9)


def named_whole(s: Sentence, at: int) -> str:
    """A whole as the part tells of it: "the 900 teachers", "$4 billion", "the Chadian observers"."""
    run = phrase_words(s, at)
    run = run[1:] if len(run) > 1 and s.words[run[0]].lemma in MANY else run
    number = next((i for i in run if s.words[i].tag in ("CD", "$") or s.words[i].text in "$€£¥"), run[0])
    text = text_of(s, range(number, run[-1] + 1))
    return text if s.words[number].text in "$€£¥" or is_sum(s, number) else f"the {text}"


def sums_before(reader: Reader, s: Sentence, head: int, *, several: bool) -> list[tuple[Sentence, int]]:
    """The only sum that was told right before a word, or both where those are told of together; or none."""
    for told, end in ((s, head), *((other, len(other.words)) for other in reader.discourse.close_by(s)[:1])):
        found = [(told, i) for i in sums_of(told, end)]
        if found:
            fits = len(found) == 1 or (several and len(found) == MOST_SUMS)
            return found if fits else []
    return []


def sums_of(s: Sentence, end: int) -> Iterator[int]:
    """The sums before a word that are told of by themselves: "lent Kenya 300 million dollars"."""
    inner = ("nummod", "compound", "quantmod", "nmod")
    for word in s.words[:end]:
        sum_ = word.dep not in inner and is_sum(s, word.i)
        if sum_ and any(s.words[i].tag == "CD" for i in phrase_words(s, word.i)):
            yield word.i


def counted_before(reader: Reader, s: Sentence, head: int) -> list[tuple[Sentence, int]]:
    """Those of whom a word tells a part: who were counted right before, else the only several its sentence tells of."""
    known: Counted | None = meant(reader, s, head, "of")
    if known is not None:
        return [(known.s, known.head)]
    alone = [w.i for w in plurals(s, head) if w.dep in FIRST]
    told = [i for i in alone if s.child(i, "amod", "compound", "nmod", "prep") is not None]
    return [(s, i) for i in told] if len(alone) == 1 else []
