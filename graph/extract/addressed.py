"""Recommendations: to whom a list of them is addressed, "To the government of Peru:", "Chile and the AU:"."""

import re
from collections.abc import Sequence

from graph.extract.naming import Name
from graph.model import EntityType, PassageKind

ASKING = "to|will|shall|must|should"  # words before a colon behind which a base form goes on
_RECOMMENDED = re.compile(r"\brecommend(?:s|ed|ations?)?\b", re.IGNORECASE)
_ONE = (
    r"(?:[Tt]he |[Aa]ll )?"
    r"(?:(?:[Tt]ransitional |[Ff]ederal |[Nn]ew )?"
    r"(?:[Gg]overnments?|[Aa]uthorities|[Pp]arliament|[Pp]resident|[Pp]eople|[Ll]eaders) (?:of|in) (?:the )?)?"
    r"NAME"
)
_ADDRESSED = re.compile(rf"(?:To )?{_ONE}(?:(?:,|;|,? and) {_ONE})*:?")
# "Ghana will:", "The leaders agreed that:" lead on to what their items say.
_LEADING = re.compile(rf"\b(?:{ASKING}|by|that|hereby|agreed|decided|following)\W*:$", re.IGNORECASE)
_SHORT = 6  # words of a line that may tell nothing but who is addressed
_MADE = (EntityType.PLACE, EntityType.EVENT, EntityType.AGREEMENT, EntityType.INITIATIVE)


class Addressing:
    """Which lines of a document name whom the recommendations below them are for; it sees its passages in order."""

    def __init__(self) -> None:
        self._ever = False  # whether the document has recommended anything so far
        self._now = False  # whether the last heading or line with a colon did

    def observe(self, kind: PassageKind, text: str, names: Sequence[Name]) -> bool:
        """Whether a passage is such a line: "To Peru" where recommendations are spoken of, "Peru:" right below them."""
        line = text.strip()
        to, colon, heading = line.startswith("To "), line.endswith(":"), kind is PassageKind.HEADING
        if ((to and (heading or colon) and self._ever) or (colon and self._now)) and _is_addressee(text, names):
            return True
        recommended = bool(_RECOMMENDED.search(text))
        self._ever = self._ever or recommended
        # "Donors:" stands among those addressed.
        among = colon and len(line.split()) <= _SHORT and not (recommended or _LEADING.search(line))
        if (heading or colon) and not among:
            self._now = recommended
        return False


def _is_addressee(text: str, names: Sequence[Name]) -> bool:
    """Whether a line consists of names, of those who may act."""
    masked, end = text, len(text)
    for name in sorted(names, key=lambda name: name.start, reverse=True):
        if name.type in _MADE or name.end > end:
            return False
        masked, end = f"{masked[: name.start]}NAME{masked[name.end :]}", name.start
    return bool(_ADDRESSED.fullmatch(masked.strip()))
