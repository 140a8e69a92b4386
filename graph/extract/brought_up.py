"""Which phrases of a sentence bring a thing up, and by what name: "a geothermal plant at X"."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from graph.extract.parse import Sentence
from graph.extract.rules import own_toml
from graph.model import EntityType, Mention

POINTING = ("the", "this", "that", "these", "those")
OPEN = ("no", "any", "each", "every", "another", "either", "neither", "some", "such", "all", "both")
ORDERED = ("other", "first", "second", "third", "next", "last", "latter", "former", "previous", "same", "similar")
# What tells nothing of a thing but that it is one: "a new plant" cannot be asked for.
PLAIN = frozenset(
    {"new", "large", "major", "big", "small", "joint", "recent", "current", "important", "key", "own", "whole", "main"}
    | {"special", "similar", "possible", "future", "further", "additional", "first", "second", "proposed", "planned"}
)
LONGEST = 9  # words of what tells more of a thing behind it
OFTEN = ("of", "between", "on", "with", "against", "for", "to")  # behind which a word tells what a thing is of
GIVEN = ("visit", "loan", "grant", "letter", "credit", "threat", "transition", "envoy", "contribution", "message")
WHERE = ("in", "at", "near", "off")
ENDS = (",", ";", ":", "(", ")", "—", "–", '"', "”", "“", "‘", "'", ".")
BUILDING = frozenset({"build", "open", "construct", "operate", "run", "inaugurate", "establish", "develop", "own"})
HELD = ("dialogue", "consultations", "discussions", "contribution", "exchange", "message", "consultation", "discussion")
PHRASES = ("phrase", "named phrase")
NAMED = (EntityType.PERSON, EntityType.COUNTRY, EntityType.GROUP, EntityType.ROLE, EntityType.REGION)

Make = Callable[[Sentence, int], Mention | None]


@dataclass(frozen=True, slots=True)
class Brought:
    """A phrase that may bring a thing up: its sentence and its head."""

    s: Sentence
    head: int


@cache
def kindred() -> Mapping[str, frozenset[str]]:
    """The nouns that a noun with "the" may take up besides itself."""
    return {noun: frozenset(others) for noun, others in own_toml("kindred.toml").items()}


def noun_of(s: Sentence, i: int) -> str:
    """The noun by which a thing is known: its lemma; "talks" are no talk."""
    word = s.words[i]
    return word.text.lower() if word.tag == "NNS" and word.text.lower() in kindred() else word.lemma


def brought_up(s: Sentence, nouns: frozenset[str] | set[str], *, plural: bool) -> Iterator[Brought]:
    """The phrases of a sentence with one of the nouns at their head, but not those which only point back themselves."""
    for word in s.words:
        if word.name is not None:
            if is_called(word.name.name.lower().split(), nouns) and word.name.type not in NAMED and not plural:
                yield Brought(s, word.i)
        elif word.pos == "PROPN" and word.text.lower() in nouns and not plural:
            yield from with_proper(s, word.i)
        elif word.pos == "NOUN" and noun_of(s, word.i) in nouns:
            right = (word.tag == "NNS") is plural or (word.tag == "NNS" and word.text.lower() in kindred())
            proper = s.words[word.head].pos == "PROPN" and word.head > word.i and not plural
            if word.dep in ("compound", "nmod"):  # "the tanker Eagle S" is one by its name
                yield from [Brought(s, word.head)] if proper and s.words[word.i + 1].pos == "PROPN" else []
            elif right and not is_bare(s, word.i) and is_counted(s, word.i):
                yield Brought(s, word.i)


def is_called(parts: Sequence[str], nouns: Collection[str]) -> bool:
    """Whether a name says by its noun what it is of: "Rosia Pact", "Bank of Ghana", "Typhoon Rai"."""
    end = parts.index("of") if "of" in parts[1:] else len(parts)
    return len(parts) > 1 and (parts[end - 1] in nouns or parts[-1] in nouns or bool({*parts[:-1]} & FIRST & {*nouns}))


# Nouns that stand before what a thing of their kind is called.
FIRST = frozenset({"cyclone", "typhoon", "hurricane", "storm", "lake", "mount", "camp", "operation", "project"})


def with_proper(s: Sentence, i: int) -> Iterator[Brought]:
    """A name that no list knows, by the noun in it: "Cyclone Freddy", "the Lachin Accord"."""
    word = s.words[i]
    first = word.dep == "compound" and word.head > i and s.words[word.head].pos == "PROPN"
    if first and word.text.lower() in FIRST:
        yield Brought(s, word.head)
    elif not first and any(s.words[c].pos == "PROPN" for c in s.all_children(i, "compound")):
        yield Brought(s, i)


def is_counted(s: Sentence, i: int) -> bool:
    """Whether a noun stands for a thing or several: not in "in partnership with X"."""
    return s.words[i].tag == "NNS" or s.child(i, "det", "poss", "nummod") is not None or has_name(s, s.subtree(i)[:1])


def is_bare(s: Sentence, i: int) -> bool:
    """Whether a noun only points back itself: "the plant", "the plant, which …"."""
    pointing = any(s.words[d].text.lower() in POINTING for d in s.all_children(i, "det"))
    told = s.child(i, "amod", "compound", "nmod", "nummod", "prep", "poss", "appos", "ccomp")
    return pointing and told is None and all(is_apart(s, c) for c in s.all_children(i, "acl", "relcl"))


def is_apart(s: Sentence, clause: int) -> bool:
    """Whether a comma parts a clause from its noun, which it then only adds to."""
    first = s.subtree(clause)[0]
    return first > 0 and s.words[first - 1].text == ","


def is_whole(s: Sentence, clause: int) -> bool:
    """Whether a clause with "which" tells of its noun with all that tells which one: "the pact signed in Rome, which".

    Of "a step in X, which …" it may tell of X.
    """
    relative = s.words[clause].dep == "relcl" and is_apart(s, clause)
    return relative and not any(s.words[d].lemma == "a" for d in s.all_children(s.words[clause].head, "det"))


def is_open(brought: Brought) -> bool:
    """Whether a phrase tells of one out of several, or of none: "another plant", "no plant", "its plant"."""
    s, head = brought.s, brought.head
    near = (s.words[c] for c in s.all_children(head, "det", "predet", "amod", "neg"))
    return any(w.lemma.lower() in (*OPEN, *ORDERED) for w in near)


def told(brought: Brought, make: Make) -> Mention | None:
    """The name of what a phrase brings up, with what tells which one it is; None where nothing does."""
    s, head = brought.s, brought.head
    mention = make(s, head)
    if mention is None or s.words[head].name is not None:
        return mention
    start, last = ends_of(s, mention)
    if start is None or last is None or not start <= head <= last:
        return mention if mention.found_by not in PHRASES else None  # "the tanker Eagle S"
    end = goes_on(s, head, last)
    whose = any(s.words[c].tag in ("PRP$", "WP$") for c in s.all_children(head, "poss"))
    if whose or any(s.words[i].tag in ("PRP", "PRP$", "WP$", "EX") for i in range(start, end + 1)):
        return None
    if is_cut_off(s, head, end) or is_misread(s, head, end):
        return None
    if end > last:
        more = s.text[s.words[last].end : s.words[end].end]
        span = replace(mention.span, end=s.span_of(end, end).end)
        mention = replace(mention, span=span, text=mention.text + more, name=mention.name + more)
        mention = replace(mention, found_by="named phrase")
    return mention if tells(s, head, range(start, end + 1)) else None


def is_misread(s: Sentence, head: int, end: int) -> bool:
    """Whether a name holds what is not of its thing: when it was, whom its impact is on, or the half of a title."""
    clauses = (s.subtree(c)[0] for c in s.all_children(head, "relcl", "acl"))
    plain = range(head + 1, min((c for c in clauses if c > head), default=end + 1))
    preps = [i for i in plain if i <= end and s.words[i].dep == "prep"]
    strange = any(is_end(s, p) or is_felt(s, head, p) for p in preps)
    return strange or s.words[end].pos in ("CCONJ", "ADP")


def is_cut_off(s: Sentence, head: int, end: int) -> bool:
    """Whether the name of several leaves some out that are listed behind it: "conflicts in Sudan, Yemen and Gaza"."""
    return s.words[head].tag == "NNS" and any(
        s.words[c].dep in ("conj", "appos") and c > end and head < i <= end
        for i in range(head, end + 1)
        for c in s.children[i]
    )


def ends_of(s: Sentence, mention: Mention) -> tuple[int | None, int | None]:
    """The first and the last word of a mention in its sentence."""
    inside = [w.i for w in s.words if w.start < w.end]
    inside = [i for i in inside if mention.span.start <= s.span_of(i, i).start]
    inside = [i for i in inside if s.span_of(i, i).end <= mention.span.end]
    return (inside[0], inside[-1]) if inside else (None, None)


def goes_on(s: Sentence, head: int, last: int) -> int:
    """The last word of what tells more right behind a phrase: "a plant [at X]", "an agreement [on fisheries]"."""
    prep = last + 1
    if prep < len(s.words) and s.words[prep].tag == "TO":
        return aim_end(s, head, last)
    if prep >= len(s.words) or s.words[prep].pos != "ADP" or s.words[prep].dep != "prep":
        return last
    target = s.child(prep, "pobj")
    verb = s.words[head].head
    own = s.words[prep].head == head
    of_verb = s.words[prep].head == verb and s.words[head].dep in ("dobj", "nsubjpass")
    if target is None or not (own or of_verb) or s.words[target].label in ("DATE", "TIME"):
        return last
    where = s.words[prep].text in WHERE and (own or s.words[verb].lemma in BUILDING)
    where = where and has_name(s, s.subtree(target))
    tied = OFTEN if s.words[head].lemma in GIVEN else OFTEN[:-1]
    joined = noun_of(s, head) in kindred() or s.words[head].lemma in HELD  # "signed a pact with X"
    of = s.words[prep].text in (tied if own else OFTEN[:5] if joined else OFTEN[:3])
    if not (where or of) or is_felt(s, head, prep):
        return last
    run = s.subtree(target)
    end = next((i for i in run if is_end(s, i)), run[-1] + 1) - 1
    whole = end >= target and end - last <= LONGEST and end == run[0] + len([i for i in run if i <= end]) - 1
    return end if whole else last


def is_end(s: Sentence, i: int) -> bool:
    """Whether what tells more of a thing ends before a word: a mark, a clause, or when it was."""
    when = s.child(i, "pobj") if s.words[i].dep == "prep" else None
    dated = when is not None and any(s.words[j].label in ("DATE", "TIME") for j in s.subtree(when))
    return s.words[i].text in ENDS or s.words[i].dep in ("relcl", "acl") or dated


def is_felt(s: Sentence, head: int, prep: int) -> bool:
    """Whether a preposition goes on with the noun for what is felt of a thing: "the impact of the war on X"."""
    of = s.words[s.words[head].head]
    felt = s.words[of.head].lemma in ("impact", "effect", "influence", "consequence", "burden", "view", "emphasis")
    return s.words[prep].text == "on" and of.lemma == "of" and felt


def aim_end(s: Sentence, head: int, last: int) -> int:
    """The last word of the infinitive right behind a phrase that tells what it is for: "a project [to drain X]"."""
    verb = s.words[last + 1].head
    if s.words[verb].tag != "VB" or s.words[verb].head not in (head, s.words[head].head) or verb > last + 3:
        return last
    run = [i for i in s.subtree(verb) if i > last]
    clauses = {c for i in run for c in s.all_children(i, "relcl", "acl", "advcl", "conj")}
    cut = next((i for i in run if s.words[i].text in ENDS or i in clauses), run[-1] + 1)
    inside = run[: run.index(cut)] if cut in run else run
    whole = inside and inside == list(range(last + 1, inside[-1] + 1)) and len(inside) <= LONGEST + 2
    return inside[-1] if whole and s.child(verb, "dobj") is not None else last


def has_name(s: Sentence, run: Sequence[int] | range) -> bool:
    """Whether words hold a name."""
    return any(s.words[i].name is not None or s.words[i].pos == "PROPN" for i in run)


def tells(s: Sentence, head: int, run: range) -> bool:
    """Whether the words of a phrase tell which thing it is: a name, an amount, what it is of, or a noun before it."""
    if has_name(s, run):
        return True
    of = any(s.words[i].dep == "prep" and s.words[i].text in OFTEN for i in run if i > head)
    ahead = (s.words[i] for i in run if i < head and s.words[i].lemma not in PLAIN)
    many = [w for w in ahead if w.tag not in ("DT", "PDT")]
    counted = len(many) > 1 and many[0].tag == "CD"  # "two solar plants"
    aim = any(s.words[i].tag == "TO" for i in run if i > head)
    return of or aim or counted or any(w.dep == "compound" or w.text[:1].isdigit() for w in many)
