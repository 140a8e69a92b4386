"""A deed in full, in open reading: with who did it and to whom, "a raid by rebels on a village"."""

from collections.abc import Sequence

from graph.extract.ends import LONGEST_NODE, settled
from graph.extract.parse import Sentence
from graph.extract.prepositions import is_time_phrase

LEADING = ("by", "about")  # who did a deed, and what a novel or a warning is about
CLAUSES = ("relcl", "acl", "advcl", "ccomp", "appos", "parataxis")
MARKS = (",", ";", ":", "(", ")", "—", "–")


def with_doer(s: Sentence, head: int, run: Sequence[int]) -> list[int]:
    """The words of a common noun with who did what it names behind "by", and the phrases that go on from there."""
    leading = (*LEADING, "with") if s.words[head].dep == "pobj" else LEADING  # "as part of a deal with Peru"
    by = next((p for p in s.all_children(head, "prep", "agent") if s.words[p].lemma in leading), None)
    if by is None or not run or s.words[head].name is not None or by < run[-1]:
        return list(run)
    if s.words[head].dep in ("oprd", "attr"):  # "elected chair by X"
        return list(run)
    doer = s.child(by, "pobj")
    measured = doer is None or s.words[doer].pos == "NUM" or s.words[doer].lemma in ("%", "percent", "half", "third")
    if measured or is_time_phrase(s, by) or s.words[doer or by].label in ("PERCENT", "DATE", "TIME", "MONEY"):
        return list(run)
    last = run[-1]
    for phrase in sorted(p for p in s.all_children(head, "prep", "agent") if p > run[-1]):
        if s.subtree(phrase)[0] != last + 1 or is_time_phrase(s, phrase):
            break
        last = end_of(s, phrase)
        if last < s.subtree(phrase)[-1]:
            break
    last = settled(s, head, last)
    return list(range(run[0], last + 1)) if run[-1] < last < run[0] + LONGEST_NODE else list(run)


def end_of(s: Sentence, phrase: int) -> int:
    """Where a phrase ends before the first clause, comma or second member in it."""
    below = s.subtree(phrase)
    unbroken = next((i for i in range(phrase, below[-1] + 1) if i not in below), below[-1] + 1) - 1
    stops = [s.subtree(i)[0] for i in below if i > phrase and (s.words[i].dep in CLAUSES or s.words[i].text in MARKS)]
    stops += [i for i in below if s.words[i].dep == "prep" and i > phrase and is_time_phrase(s, i)]
    return min([unbroken, *(stop - 1 for stop in stops if stop > phrase)])
