"""People: capitalised words behind a title, and surnames that stood behind one elsewhere in the document."""

from collections.abc import Sequence

from graph.extract.gazetteer import Gazetteer, plain
from graph.extract.lexicon import Lexicon
from graph.extract.naming import Found, join, make_name
from graph.extract.text import Token, is_capital, is_ordinal
from graph.extract.words import words
from graph.model import EntityType


def find_person(tokens: Sequence[Token], at: int, lexicon: Lexicon, gazetteer: Gazetteer) -> Found:
    """A person behind one or more titles, or a surname that stood behind a title elsewhere in the document."""
    start = at
    while size := title_at(tokens, at, gazetteer):
        at += size
        if at < len(tokens) and tokens[at].text == ",":
            break
    end = person_end(tokens, at, lexicon, gazetteer)
    if end == at or (start == at and join(tokens[at:end]) not in lexicon.persons):
        return None
    title, written = join(tokens[start:at]), join(tokens[at:end])
    full = lexicon.persons.get(written, written)
    return end, make_name(
        tokens, start, end, kind=EntityType.PERSON, found_by="title" if title else "person", name=full, title=title
    )


def title_at(tokens: Sequence[Token], at: int, gazetteer: Gazetteer) -> int:
    """How many tokens of a title stand here, 0 where none does ("General" in "General Debate" is none)."""
    for size in (4, 3, 2, 1):
        if join(tokens[at : at + size]) in words().titles and at + size < len(tokens):
            return 0 if tokens[at + size].text in gazetteer.heads else size
    return 0


def person_end(tokens: Sequence[Token], at: int, lexicon: Lexicon, gazetteer: Gazetteer) -> int:
    """Where the capitalised words of a person's name that begin here end; `at` itself where none begins."""
    end = at
    while end < len(tokens) and end - at < 6:
        token = tokens[end]
        particle = (
            token.text.lower() in words().particles and end + 1 < len(tokens) and is_capital(tokens[end + 1].text)
        )
        initial = len(token.text) == 2 and token.text[0].isupper() and token.text[1] == "."
        named = is_capital(token.text) and token.text not in gazetteer.heads and not is_ordinal(token.text)
        if not (named or initial or (particle and end > at)):
            break
        if plain(token.text) in gazetteer.names and token.text not in lexicon.persons:
            break
        if (
            token.text in gazetteer.demonyms
            or title_at(tokens, end, gazetteer)
            or token.text.lower() in words().function
        ):
            break
        end += 1
    return end
