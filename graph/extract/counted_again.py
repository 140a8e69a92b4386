"""What a number counts whose noun was told before: "six boats …", then "a further four", "others", "two of them"."""

from dataclasses import dataclass

from graph.extract.arguments import Argument, Reader
from graph.extract.brought_up import kindred
from graph.extract.noun_phrases import text_of
from graph.extract.numbers import NUMBERS, SCALES, find_number
from graph.extract.parse import Sentence
from graph.extract.phrase_kinds import counts_head, found_by, phrase_type
from graph.extract.tellings import asked_kinds, kinds_of
from graph.extract.them import plurals
from graph.extract.values import make_count
from graph.extract.words import are_people
from graph.model import Mention

FURTHER = frozenset({"further", "another", "additional", "more", "extra"})
POINTING = ("these", "those", "them")
UNITS = frozenset({"time", "sum", "quantity"})  # of which "another 40" tells nothing
WHO = frozenset({"people", "actor", "land", "body"})
FIRST = ("nsubj", "nsubjpass", "dobj")
SEVERAL = 2


@dataclass(frozen=True, slots=True)
class Counted:
    """A noun that was counted: its sentence, its number or -1, the first word behind that, and itself."""

    s: Sentence
    number: int
    first: int
    head: int

    @property
    def noun(self) -> str:
        """The noun with what stands between it and its number: "K2 tanks"."""
        return text_of(self.s, range(self.first, self.head + 1))

    @property
    def part(self) -> str:
        """Its part in its clause, of the second of a list that of the first."""
        at = self.head
        while self.s.words[at].dep == "conj" and self.s.words[at].head < at:
            at = self.s.words[at].head
        return self.s.words[at].dep

    @property
    def other(self) -> str:
        """The noun for others, who need not be of the same land: "peacekeepers" of "two Chadian peacekeepers"."""
        named = (i for i in range(self.first, self.head) if self.s.words[i].name is not None)
        return text_of(self.s, range(max(named, default=self.first - 1) + 1, self.head + 1))


def counts_alone(s: Sentence, head: int) -> str:
    """How a number stands for what was told before: for "further" ones, for "other" ones, "of" those; or nothing."""
    word = s.words[head]
    if word.text == "others":
        return "other" if s.child(head, "nummod") is not None else ""
    number = word.tag == "CD" or word.text in NUMBERS
    if not number or word.dep not in (*FIRST, "pobj", "conj") or (find_number(word.text) or 0) < SEVERAL:
        return ""
    if word.tag == "NN" and word.label in ("DATE", "TIME"):
        return ""
    if whole_of(s, head) is not None:
        return "of"
    if word.lemma in SCALES:  # "$3 billion more" is money
        return ""
    more = (s.words[c] for c in s.children[head] if c < head or s.words[c].lemma == "more")
    return "further" if any(is_further(s, w.i, head) for w in more) else ""


def is_further(s: Sentence, i: int, head: int) -> bool:
    """Whether a word tells that a number comes on top of one told before: "a further four", "four more"."""
    text = s.words[i].text.lower()
    return text in FURTHER and (text != "more" or i > head)  # "more than four" are all there are


def whole_of(s: Sentence, head: int) -> int | None:
    """The word for those of whom a number counts some: "two of them", "of these, two", "two of these boats"."""
    of = s.prep(head, "of")
    if of is None and s.words[head].dep in FIRST:
        ahead = (p for p in s.all_children(s.words[head].head, "prep") if p < head and s.words[p].lemma == "of")
        of = next(ahead, None)
    target = s.child(of, "pobj") if of is not None else None
    if target is None or s.child(target, "relcl", "prep", "acl", "amod", "compound", "nummod") is not None:
        return None
    these = any(s.words[d].text.lower() in POINTING for d in s.all_children(target, "det"))
    return target if s.words[target].text.lower() in POINTING or (these and s.words[target].tag == "NNS") else None


def counted_again(reader: Reader, s: Sentence, head: int, how: str) -> list[Argument]:
    """The argument of a number that stands for what was counted right before, with that noun; none where it is open."""
    number = s.child(head, "nummod") if how == "other" else head
    known = meant(reader, s, head, how) if number is not None else None
    if known is None or number is None:
        return []
    first = min(number, *s.all_children(number, "compound"), number)
    counting = make_count(text_of(s, range(first, number + 1)))
    before = f"{make_count(known.s.words[known.number].text).normal} " if known.number >= 0 else ""
    joint = f"of the {before}".rstrip() if how == "of" else how
    run = range(first, max(head, whole_of(s, head) or head) + 1)
    mention = Mention(
        span=s.span_of(run[0], run[-1]),
        text=text_of(s, run),
        name=f"{counting.normal} {joint} {known.other if how == 'other' else known.noun}",
        type=phrase_type(reader, known.s, known.head),
        found_by=found_by(reader, known.s, known.head, range(known.first, known.head + 1)),
    )
    return [Argument(head=head, mention=mention, count=counting, certainty=0.8)]


def meant(reader: Reader, s: Sentence, head: int, how: str) -> Counted | None:
    """The only noun counted last before a number that fits it, in its sentence or the one before; or None."""
    for told, end in ((s, head), *((other, len(other.words)) for other in reader.discourse.close_by(s)[:1])):
        found = [c for c in counted_in(told, end) if fits(s, head, how, c)]
        main = [c for c in found if c.part in FIRST]
        same = [c for c in main if c.part == s.words[head].dep]
        for some in (found, main, same):
            if len({c.noun for c in some}) == 1:
                return some[-1]
        if found:
            return None
        if how == "of" and told is not s:
            return uncounted(told, s, head)
    return None


def uncounted(told: Sentence, s: Sentence, head: int) -> Counted | None:
    """The only noun in the plural of a sentence, of which a number counts some in the next: "eleven of them"."""
    found = [w for w in plurals(told, len(told.words)) if w.dep in FIRST]
    if len(found) != 1:
        return None
    noun = found[0].i
    before = [c for c in told.all_children(noun, "amod", "compound", "nmod") if c < noun]
    known = Counted(told, -1, min([noun, *before]), noun)
    return known if fits(s, head, "of", known) else None


def counted_in(s: Sentence, end: int) -> list[Counted]:
    """The nouns before a word that a number counts: "six dialysis units"; not those which count again."""
    found = []
    for word in s.words[:end]:
        if word.dep != "nummod" or word.tag != "CD" or (find_number(word.text) or 0) < SEVERAL:
            continue
        noun = s.words[word.head]
        plural = noun.tag in ("NNS", "NNPS") or noun.lemma == "people"
        plain = word.i < noun.i < end and noun.lemma != "other" and noun.name is None
        written = word.text[:1].isalpha() or counts_head(s, noun.i, word.i)  # "Forty" may be labelled as a date
        if plural and plain and written and not kinds_of(noun) & UNITS:
            found.append(Counted(s, word.i, word.i + 1, noun.i))
    return found


def fits(s: Sentence, head: int, how: str, known: Counted) -> bool:
    """Whether a number may count a noun again, by what is told of it."""
    noun = known.s.words[known.head]
    kinds = kinds_of(noun) | (frozenset({"people"}) if are_people(noun.lemma) else frozenset())
    verb = s.words[s.words[head].head]
    wanted = asked_kinds(list(s.words), verb, undergone=s.words[head].dep != "nsubj")
    suited = "people" not in wanted or bool(kinds & wanted) or s.words[head].dep not in FIRST
    if how == "other":
        return suited and bool(kinds & WHO)
    whole = whole_of(s, head) if how == "of" else None
    return suited and (whole is None or names_alike(s, whole, noun.lemma, people="people" in kinds))


def names_alike(s: Sentence, whole: int, noun: str, *, people: bool) -> bool:
    """Whether "these vehicles" may be what another noun told: the same, one of the kind, or people by both."""
    word = s.words[whole]
    if word.text.lower() in POINTING or word.lemma == noun or noun in kindred().get(word.lemma, frozenset()):
        return True
    return people and are_people(word.lemma)
