"""Is a document English, and which of its passages are? The only language that is read."""

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from graph.errors import CorpusError
from graph.model import Document, Passage

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

# The commonest English words: a third of the words of English prose, and of no other language's.
_COMMON = frozenset(
    re.findall(
        r"\w+",
        """the of and to in a is that for it was on are as with be by at this have from or an not which will has but
        their we its all they our been were more would he she his her who""",
    )
)
_SHARE = 0.2  # from this share of common words on a text is English without further question
_LITTLE = 0.12  # from this share on a passage is English without further question
_FEWEST = 6  # words of a passage whose language can be told
_SURE = 0.8  # how sure the identifier must be to refuse
_LATIN = "\u024f"  # the last letter of the Latin blocks
_SENTENCE = re.compile(r"[^.!?]+[.!?]*\s*|[.!?]+\s*")
_LONG = 60  # characters of a sentence whose language is looked at by itself
_SAMPLE = 20_000  # characters that are looked at


def check_language(document: Document) -> None:
    """Raises CorpusError for a document that is surely not in English; a text too short to tell passes."""
    text = "\n".join(passage.text for passage in document.passages)[:_SAMPLE]
    words = re.findall(r"[^\W\d_]+", text.lower())
    if sum(word in _COMMON for word in words) >= _SHARE * len(words):
        return
    language, certainty = _identifier().classify(text)
    letters = [character for character in text if character.isalpha()]
    foreign = sum(character > _LATIN for character in letters) > len(letters) / 2
    if language not in ("en", "zxx") and (certainty >= _SURE or foreign):
        raise CorpusError(
            f"{document.source}: seems to be in another language than English (code {language}): "
            "translate it, or read it all the same with --force"
        )


def english_only(document: Document) -> Document:
    """The document without the passages that are surely in another language: parts of a speech given in French, say.

    Its text stays as it is. Raises CorpusError as `check_language` does.
    """
    check_language(document)
    english = (p for p in document.passages if not _is_foreign(p.text))
    return replace(document, passages=tuple(_english_part(p) for p in english))


def _english_part(passage: Passage) -> Passage:
    """The passage without its long sentences in another language, which a page break may have put there."""
    sentences = [m.span() for m in _SENTENCE.finditer(passage.text)]
    kept = [(a, b) for a, b in sentences if b - a < _LONG or not _is_foreign(passage.text[a:b])]
    if len(kept) == len(sentences):
        return passage
    text = "".join(passage.text[a:b] for a, b in kept)
    return replace(passage, text=text, offsets=[o for a, b in kept for o in passage.offsets[a:b]])


def _is_foreign(text: str) -> bool:
    words = re.findall(r"[^\W\d_]+", text[:_SAMPLE].lower())
    if len(words) < _FEWEST or sum(word in _COMMON for word in words) >= _LITTLE * len(words):
        return False
    language, certainty = _identifier().classify(text[:_SAMPLE])
    return language not in ("en", "zxx") and bool(certainty >= _SURE)


@cache
def _identifier() -> "LanguageIdentifier":
    """The language identifier of py3langid (Lui & Baldwin 2012), with probabilities between 0 and 1."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
