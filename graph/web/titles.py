"""What tells documents of one title apart: as in the page's own titles.js, which knows the documents read later."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Titled:
    """A document as its title and what else may tell it from others of that title."""

    iri: str
    title: str
    date: str = ""
    source: str = ""

    def signs(self) -> tuple[str, ...]:
        """Return what may tell it apart, the best first."""
        return self.date, self.source.rstrip("/").rpartition("/")[2], self.source, self.iri.rpartition("/")[2]


def find_marks(documents: Iterable[Titled]) -> dict[str, str]:
    """Return for each document that shares its title with another its date, else its file name, else its identifier.

    A sign that another one of the title has as well tells nothing, and the next is taken.
    """
    groups: dict[str, list[Titled]] = {}
    for document in documents:
        groups.setdefault(document.title, []).append(document)
    return {
        one.iri: _mark_of(one, [other for other in group if other is not one])
        for group in groups.values()
        if len(group) > 1
        for one in group
    }


def _mark_of(document: Titled, others: list[Titled]) -> str:
    taken = [other.signs() for other in others]
    free = (sign for n, sign in enumerate(document.signs()) if sign and all(sign != signs[n] for signs in taken))
    return next(free, document.iri)
