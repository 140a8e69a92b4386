"""Who is meant by a title of honour alone: "His Majesty", where the text has told of one king."""

from graph.extract.discourse import Discourse
from graph.extract.parse import Sentence
from graph.model import Mention

# The words of a title that tell who may be called so.
HONOURED = {
    "Majesty": frozenset({"majesty", "king", "queen", "sultan", "emperor"}),
    "Highness": frozenset({"highness", "prince", "princess", "emir", "sheikh", "sheikha"}),
    "Holiness": frozenset({"holiness", "pope", "patriarch"}),
    "Excellency": frozenset({"excellency", "h.e.", "president", "minister", "ambassador"}),
}


def is_honour(s: Sentence, head: int) -> bool:
    """Whether a word is a title of honour that stands for a person: "His Majesty", "Her Royal Highness"."""
    if s.words[head].text not in HONOURED:
        return False
    return any(s.words[c].text.lower() in ("his", "her") for c in s.all_children(head, "poss"))


def office_beside(s: Sentence, head: int) -> int | None:
    """The office or the name behind a title of honour: "His Majesty the King"; or None."""
    return s.child(head, "appos")


def honoured(said: Discourse, s: Sentence, head: int) -> Mention | None:
    """The only person so far who may be called by a title of honour, or None."""
    pronoun = next(s.words[c].text for c in s.all_children(head, "poss"))
    kinds, names = HONOURED[s.words[head].text], said.short_names
    known = [person for person, titles in names.bearers.values() if any(told & kinds for told in titles)]
    known += [m for office in names.offices for m in names.offices[office].values() if kinds & set(office.split())]
    meant = {m.name: m for m in known if names.may_be(pronoun, m)}
    return next(iter(meant.values())) if len(meant) == 1 else None
