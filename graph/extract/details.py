"""What a clause tells beyond the object of its relation: "called on X **to sign Y**", "hosts a meeting **on Z**".

A relation has two ends, and the sentence often more. What is neither in the object nor in a qualifier is kept in the
words of the text, so that a claim says as much as its clause.
"""

from collections.abc import Iterator, Sequence

from graph.extract.arguments import Argument
from graph.extract.coordination import first_member, list_head
from graph.extract.cues import cues
from graph.extract.frames import CLAUSE_TAGS, is_infinitive
from graph.extract.parse import Sentence
from graph.extract.pointing import DEMONSTRATIVES
from graph.extract.prepositions import is_time_phrase
from graph.extract.related import related_detail
from graph.extract.repair_gapped import GAP_OBJECT
from graph.model import EntityType, Mention, Qualifier, Span, Value

LONGEST = 48  # words of a detail; a longer one is no detail but another sentence
FEWEST = 2
JOINT = " … "  # between details that the text has apart
# What adds to a verb, and to a noun: phrases, infinitives, predicates of the object, measures.
OF_VERB = ("prep", "dative", "xcomp", "advcl", "oprd", "npadvmod", "agent")
OF_NOUN = ("prep", "acl", "relcl", "npadvmod", "advcl")
REGARDLESS = ("regardless", "irrespective")  # "of X"
CONDITIONS = ("if", "unless", "provided", "until", "once")
# What "this" and "these" point to beside the speaker or right before: "this year", "those who", "at this forum".
HERE = ("year", "week", "month", "day", "morning", "time", "century", "decade", "one", "assembly", "session", "house")
ASIDES = (",", "–", "—", ";", ":", "(")


def find_detail(
    s: Sentence, subject: Argument, surface: Sequence[int], item: Argument, qualifiers: Sequence[Qualifier[Mention]]
) -> str:
    """What the clause of a predicate adds to one of its objects, in the words of the text; empty where it adds nothing.

    `surface` are the words of the predicate; what a qualifier tells already is left out.
    """
    path = path_to(s, item.head, set(surface)) or relative_of(s, item.head, surface)
    if not path:
        return ""
    named = [subject.mention, item.mention, *(q.value for q in qualifiers if isinstance(q.value, Mention))]
    words = [q.value.text for q in qualifiers if isinstance(q.value, Value)]
    taken = {*surface, *path}
    found = state_of(s, item) | ends_of(s, item)
    person = item.mention.type is EntityType.PERSON
    by = {s.words[i].lemma for i in surface if s.words[i].dep == "prep"}  # "went to X, to Y": each is told by itself
    deed = deed_of(s, path)
    for child in () if deed else (*additions(s, path), *shared_additions(s, item)):
        tree = s.subtree(child)
        if (s.words[child].lemma in by and not is_backing(s, child)) or (
            person and s.words[child].lemma == "of" and s.words[child].head not in surface
        ):  # "President X of Y" is X
            continue
        if is_of_another(s, child, item):
            continue
        whole = tree
        tree = before_pointing(s, tree)
        if is_scrap(s, tree) and is_asked_for(s, child, whole):
            tree = whole
        while len(tree) > 1 and is_loose(s, tree[-1]):
            tree.pop()
        if len(tree) > LONGEST:  # too long: what stands before its first aside
            tree = tree[: next((n for n, i in enumerate(tree) if s.words[i].text in ASIDES), 0)]
        if is_scrap(s, tree) or tree[-1] - tree[0] >= len(tree):  # or torn apart by other clauses
            continue
        text = closed(s.text, s.words[tree[0]].start, s.words[tree[-1]].end)
        told = any(overlap(s.span_of(tree[0], tree[-1]), m.span) for m in named) or any(word in text for word in words)
        if not told and taken.isdisjoint(tree):
            found[tree[0]] = text
    found |= deed
    related = related_detail(s, path[0])
    if related is not None and related[0] not in taken and not any(m.text in related[1] for m in named):
        found[related[0]] = related[1]
    return JOINT.join(found[first] for first in sorted(found))


def is_of_another(s: Sentence, child: int, item: Argument) -> bool:
    """Whether a reason is told of one named before, who each have their own: "thanked X **for one** and Y for two"."""
    if s.words[child].dep != "prep" or child > item.head or s.words[item.head].dep != "conj":
        return False
    return any(s.words[p].lemma == s.words[child].lemma == "for" for p in s.all_children(item.head, "prep"))


def deed_of(s: Sentence, path: Sequence[int]) -> dict[int, str]:
    """What whom a verb helps or lets is to do, where the deed is their verb: "helps X **build Y**"."""
    if len(path) != 3 or s.words[path[1]].dep != "ccomp" or not s.words[path[2]].dep.startswith("nsubj"):
        return {}
    tree = [i for i in s.subtree(path[1]) if i > s.subtree(path[2])[-1]]
    return {tree[0]: s.text[s.words[tree[0]].start : s.words[tree[-1]].end]} if 1 < len(tree) <= LONGEST else {}


def is_asked_for(s: Sentence, child: int, tree: Sequence[int]) -> bool:
    """Whether words are all that somebody is asked: "urged him to end this war" would else ask for nothing."""
    asked = s.words[s.words[child].head].lemma in cues()["modality.proposed"] and is_infinitive(s, child)
    return asked and not any(s.words[i].text.lower() == "them" for i in tree)


def closed(text: str, start: int, end: int) -> str:
    """A stretch of a text with the bracket that closes what it opens, where that stands right behind it."""
    told = text[start:end]
    return f"{told})" if told.count("(") > told.count(")") and text[end : end + 1] == ")" else told


def is_backing(s: Sentence, prep: int) -> bool:
    """Whether a preposition and a light noun are one: "in support of X" is no second place."""
    target = s.child(prep, "pobj")
    return target is not None and s.words[target].name is None and s.words[target].lemma in cues()["nouns.light"]


def before_pointing(s: Sentence, tree: list[int]) -> list[int]:
    """The words of a detail before what points to another sentence: "to keep its promises | in this regard"."""
    if (open_ := next((i for i in tree if is_open_plural(s, i, tree)), None)) is not None:
        kept = [j for j in tree if j < open_]
        while kept and (is_torn(s, kept[-1]) or s.words[kept[-1]].tag in ("TO", "IN")):
            kept.pop()
        return kept
    for i in tree:
        noun = s.words[s.words[i].head]
        pointing = s.words[i].lemma in DEMONSTRATIVES and s.words[i].dep in ("det", "predet", "amod")
        written = s.text[noun.start : noun.start + 1]
        here = noun.lemma in HERE or noun.label in ("DATE", "TIME") or written.isupper()  # "this Agreement"
        if pointing and not here and noun.i > i:
            first, at = i, noun
            while at.dep == "pobj" and at.head in tree:  # "as part of those commitments"
                first = at.head
                at = s.words[s.words[first].head] if s.words[first].lemma == "of" else s.words[first]
            kept = [j for j in tree if j < first]
            while kept and is_torn(s, kept[-1]):
                kept.pop()
            top = next(j for j in tree if s.words[j].head not in tree or s.words[j].head == j)
            verbless = s.words[top].pos in ("VERB", "AUX") and top not in kept  # "that 75 percent of | that budget be"
            return [] if verbless else kept
    return tree


def is_open_plural(s: Sentence, i: int, tree: Sequence[int]) -> bool:
    """Whether "them" in a detail is of nobody whom the detail names before: "the steps | to protect them"."""
    before = (s.words[j] for j in tree if j < i)
    return s.words[i].text.lower() == "them" and not any(w.tag in ("NNS", "NNPS") or w.dep == "conj" for w in before)


def is_torn(s: Sentence, last: int) -> bool:
    """Whether a word lost what it leads to: "efforts | to help broker and fully implement", of "this deal"."""
    led = any(c > last for c in s.all_children(last, "dobj", "conj", "xcomp", "ccomp", "pobj", "pcomp"))
    return (s.words[last].pos in ("VERB", "AUX", "ADP") and led) or s.words[last].pos in ("ADV", "PART", "CCONJ")


def is_scrap(s: Sentence, tree: Sequence[int]) -> bool:
    """Whether words say nothing by themselves: "to facilitate", "and in the future", "time and time" of "… again"."""
    first = s.words[tree[0]] if tree else None
    if first is None or len(tree) < FEWEST:
        return True
    short = len(tree) == FEWEST and first.tag == "TO"
    broken = first.pos == "ADP" and s.words[first.i + 1].text in ASIDES[:1]  # "recognition by, integration into"
    return short or broken or first.pos == "CCONJ" or all(s.words[i].lemma in ("time", "and") for i in tree)


def is_loose(s: Sentence, last: int) -> bool:
    """Whether a word at the end of a detail ends nothing: a mark, or what would lead on: "with partners on X and"."""
    word = s.words[last]
    stranded = (
        word.pos == "ADP" and s.words[last + 1 : last + 2] and s.words[last + 1].text in (".", ";")
    )  # "died for."
    joint = word.pos in ("CCONJ", "ADP") and not s.children[last] and word.tag != "RP" and not stranded
    return joint or (word.pos == "PUNCT" and word.text != ")")


def state_of(s: Sentence, item: Argument) -> dict[int, str]:
    """How a named thing is, where that is what is said of it: "advance **a free and open** Baltic Sea"."""
    span = item.mention.span
    before = [c for c in s.all_children(item.head, "det", "amod") if s.span_of(c, c).end <= span.start]
    told = [c for c in before if s.words[c].dep == "amod"]
    article = any(s.words[c].lemma in ("a", "an") for c in before)
    if s.words[item.head].name is None or not told or not article:
        return {}
    return {before[0]: s.text[s.words[min(before)].start : s.words[item.head].end]}


def ends_of(s: Sentence, item: Argument) -> dict[int, str]:
    """All ends of what is between several, where the object is one of them: "shipped between X **and Y**"."""
    first = list_head(s, item.head)
    prep = s.words[first].head
    if s.words[prep].lemma != "between" or s.words[first].dep != "pobj" or s.child(first, "conj") is None:
        return {}
    tree = s.subtree(prep)
    return {prep: s.text[s.words[prep].start : s.words[tree[-1]].end]} if len(tree) <= LONGEST else {}


def path_to(s: Sentence, head: int, surface: set[int]) -> list[int]:
    """The words from the verb of a predicate down to a noun that depends on it; none where the noun does not."""
    path, at = [head], head
    while s.words[at].head != at and not (s.words[at].pos in CLAUSE_TAGS and at in surface):
        at = s.words[at].head
        path.append(at)
    return path[::-1] if at in surface and at != head else []


def relative_of(s: Sentence, noun: int, surface: Sequence[int]) -> list[int]:
    """The verb of a predicate where it is a relative clause about a noun: "the aid that X gave **to Y**"."""
    return [i for i in surface if s.words[i].dep == "relcl" and s.words[i].head == noun and i > noun][:1]


def additions(s: Sentence, path: Sequence[int]) -> Iterator[int]:
    """What hangs on the words of a path, behind them and off the path; conditions and means also before them."""
    yield from (child for child in s.all_children(path[0], "prep") if opens(s, child))
    yield from conditions_above(s, path[0])
    for at, below in zip(path, (*path[1:], None), strict=True):
        if below is not None and s.words[below].dep in ("conj", GAP_OBJECT):
            continue  # what tells of the first member of a list does not tell of the others
        for child in s.children[at]:
            if below is not None and s.words[below].dep == "appos" and s.words[child].lemma == "of":
                continue  # "the President of X, Y"
            wanted = OF_VERB if s.words[at].pos in CLAUSE_TAGS else OF_NOUN
            wanted = (*wanted, "ccomp") if is_told_that(s, at, child) else wanted
            wanted = (*wanted, "advmod") if s.words[child].lemma in REGARDLESS else wanted
            if child not in path and s.words[child].dep in wanted and (is_if(s, child) or goes_on(s, at, child)):
                yield child


def conditions_above(s: Sentence, verb: int) -> Iterator[int]:
    """The conditions of the verb that an infinitive completes: "is ready to pay X, **provided that Y agrees**"."""
    at = verb
    while s.words[at].dep in ("xcomp", "acomp") and s.words[at].head < at:
        at = s.words[at].head
        yield from (c for c in s.children[at] if is_if(s, c))


def condition_of(s: Sentence, surface: Sequence[int]) -> str:
    """Under which condition a clause holds whose object is a time or a state: "would end in May **unless X paid**"."""
    verbs = [i for i in surface if s.words[i].pos in CLAUSE_TAGS]
    for clause in (c for v in verbs for c in s.children[v] if is_if(s, c)):
        tree = s.subtree(clause)
        while len(tree) > 1 and is_loose(s, tree[-1]):
            tree.pop()
        if len(tree) <= LONGEST and not is_scrap(s, tree) and tree[-1] - tree[0] < len(tree):
            return s.text[s.words[tree[0]].start : s.words[tree[-1]].end]
    return ""


def is_told_that(s: Sentence, verb: int, clause: int) -> bool:
    """Whether a clause is what somebody is told or asked: "assured Peru **that X would act**"."""
    if not any(s.words[m].lemma == "that" for m in s.all_children(clause, "mark")):
        return False
    return s.words[verb].lemma in cues()["verbs.informing"] | cues()["modality.proposed"]


def shared_additions(s: Sentence, item: Argument) -> Iterator[int]:
    """What is said of a whole list behind its last member: "rules, standards and guidelines **for its code**"."""
    members = [first_member(s, item.head)]
    while (following := s.child(members[-1], "conj")) is not None:
        members.append(following)
    plain = all(s.words[m].pos == "NOUN" and s.words[m].name is None for m in members)
    apart = s.child(members[-1], "det", "poss") is not None  # "the damage and the need for aid"
    if item.head not in members or len(members) == 1 or apart or not plain:
        return
    telling = [c for m in members for c in s.all_children(m, *OF_NOUN)]  # the parser hangs it on any of them
    if all(s.subtree(c)[0] > members[-1] for c in telling):
        yield from (c for c in telling if goes_on(s, item.head, c))


def is_if(s: Sentence, child: int) -> bool:
    """Whether a clause is the condition of another."""
    return s.words[child].dep == "advcl" and any(s.words[m].lemma in CONDITIONS for m in s.all_children(child, "mark"))


def opens(s: Sentence, prep: int) -> bool:
    """Whether a preposition opens a sentence with what its deed is done for or through: "For the IDA, X will pay Y"."""
    target = s.child(prep, "pobj", "pcomp")
    if prep != 0 or target is None or s.words[prep].lemma not in ("for", "through", "via") or is_time_phrase(s, prep):
        return False
    return s.words[target].lemma not in cues()["nouns.vague"] and s.words[target].pos in ("NOUN", "PROPN")


def goes_on(s: Sentence, at: int, child: int) -> bool:
    """Whether what hangs on a word completes it: no aside behind a comma, no clause that stands by itself."""
    if child < at:
        return False
    if s.words[child].dep == "advcl":
        return is_infinitive(s, child)
    first = s.subtree(child)[0]
    added = [w.text for w in s.words[first : first + 3]] == ["as", "well", "as"]  # "thanked X for Y, as well as for Z"
    second = s.words[child].dep == "relcl" and s.words[first - 1].text in ("and", "but")  # "which X built and Y runs"
    aside = (second or s.words[first - 1].text in ASIDES) and not (added or closes_insertion(s, at, first - 1))
    return not (aside and s.words[child].dep in ("acl", "relcl", "prep"))


def closes_insertion(s: Sentence, verb: int, comma: int) -> bool:
    """Whether a comma only ends what is said of an object: "asked its partners, among them X, **for a report**"."""
    direct = s.child(verb, "dobj")
    inserted = s.all_children(direct, "prep", "relcl", "acl", "appos") if direct is not None else []
    return any(
        s.subtree(i)[-1] in (comma - 1, comma) and s.words[s.subtree(i)[0] - 1].text == s.words[comma].text == ","
        for i in inserted
    )


def overlap(one: Span, other: Span) -> bool:
    """Whether two stretches of a text share a character."""
    return one.start < other.end and other.start < one.end
