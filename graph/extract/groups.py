"""Whom a bare plural stands for: "the leaders", where a document has named leaders of several bodies."""

from collections import Counter

from graph.model import Mention

OFTEN = 2  # uses of a short form from which it has its usual meaning


class Groups:
    """The groups that a document names in full, by the noun that it calls them by later."""

    def __init__(self) -> None:
        self.last: dict[str, tuple[Mention, int]] = {}
        self.usual: dict[str, Counter[str]] = {}
        self.known: dict[str, Mention] = {}

    def name(self, noun: str, mention: Mention, passage: int) -> None:
        """Take a group down that is named in full: "the leaders of X and Y"."""
        self.last[noun] = mention, passage

    def meant(self, noun: str, passage: int) -> Mention | None:
        """Whom "the leaders" are: those just named so in this passage, else those who mostly were, else the last."""
        if noun not in self.last:
            return None
        mention, named_in = self.last[noun]
        usual = self.usual.setdefault(noun, Counter())
        if named_in != passage and usual:
            name, times = usual.most_common(1)[0]
            mention = self.known[name] if times >= OFTEN else mention
        usual[mention.name] += 1
        self.known[mention.name] = mention
        return mention
