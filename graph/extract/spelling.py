"""Names without what does not tell them apart: case, accents, articles, punctuation, brackets."""

import re
from functools import lru_cache

from graph.extract.gazetteer import plain, unaccented


def clean(text: str) -> str:
    """A surface form in one line, without a bracketed acronym behind it."""
    return re.sub(r"\s*\([^)\d]*\)$", "", re.sub(r"\s+", " ", text)).strip()


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """A name without case, accents, article, and punctuation."""
    spelled = unaccented(plain(text)).casefold().replace("'s", "s").replace("+", " plus ")
    folded = re.sub(r"[^\w]+", " ", spelled).strip()
    return re.sub(r"^(?:the|a|an) ", "", folded)


def singular(word: str) -> str:
    """A noun without its plural ending."""
    return "relations" if word.startswith("relation") else word.removesuffix("s")


PAIRS = (("“", "”"), ("(", ")"), ("[", "]"))


LINK = re.compile(r"\[([^\]]*)\]\(\S*?\)|\]?\(?https?://\S+")  # as Markdown has it, or cut off


TWICE = re.compile(r"\b([A-Z]\w+ [A-Z]\w+) (?=\1\b)")  # "United Nations (UN) General Assembly", the second told in full


def balanced(text: str) -> str:
    """A phrase without web addresses, names told twice, quotation marks and brackets whose other half is outside."""
    text = TWICE.sub("", text)
    text = LINK.sub(lambda found: found[1] or "", text).strip() if "://" in text else text
    for opening, closing in PAIRS:
        if text.count(opening) != text.count(closing):
            text = text.replace(opening, "").replace(closing, "")
    return text.replace('"', "") if text.count('"') % 2 else text
