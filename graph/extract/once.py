"""What is asked of a sentence again and again, worked out once for each of its words."""

from collections.abc import Callable
from functools import wraps

from graph.extract.parse import Sentence

Find = Callable[[Sentence, int], list[int]]


def once(find: Find) -> Find:
    """The same function of a sentence and a word, which gives a copy of what it gave before.

    Only for what depends on nothing else. It is remembered in the sentence, and so forgotten with it.
    """

    @wraps(find)
    def found(s: Sentence, i: int) -> list[int]:
        known = s.known.get((find, i))
        if known is None:
            known = s.known[find, i] = find(s, i)
        return list(known)

    return found
