"""What a document teaches about its own names: acronyms it defines, people it introduces, terms it repeats."""

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import replace

from graph.extract import aliases
from graph.extract.aliases import quoted
from graph.extract.gazetteer import Entry, Gazetteer
from graph.extract.known_people import find_persons
from graph.extract.lexicon import Alias, Lexicon
from graph.extract.names import find_entry, find_names
from graph.extract.naming import join
from graph.extract.text import Token, is_capital, split_tokens
from graph.extract.words import words

ACRONYM = re.compile(r"[\"“']?(?P<short>(?=\S*[A-Z]\S*[A-Z])[A-Z][\w&+-]{1,9}?)s?[\"”']?")
BARE = re.compile(r"(?P<short>[A-Z]{3,6})s?")
LEAST = 3  # a term is repeated at least so often
LONGEST = 12  # words
OFFICERS = frozenset(
    {"heads", "leaders", "ministers", "representatives", "members", "presidents", "president", "minister", "king"}
    | {"head", "leader", "representative", "member", "secretary", "ambassador", "governor", "chair", "queen"}
)
# Small words of names in other languages: "Coalition des patriotes pour le changement".
FOREIGN_SMALL = frozenset(
    {"pour", "des", "du", "de", "la", "le", "les", "et", "en", "para", "por", "el", "los", "las", "da", "do", "dos"}
    | {"das", "und", "für", "der", "die", "van", "voor", "het", "della", "delle", "degli", "di", "il", "per"}
)
LISTED = 5  # letters of an acronym whose name may hold a list


def make_lexicon(texts: Sequence[str], gazetteer: Gazetteer, *, home: str = "") -> Lexicon:
    """What the passages of one document say about its names; `home` is the code of the country that publishes it."""
    passages = [split_tokens(text) for text in texts]
    acronyms = dict(pair for tokens in passages for pair in find_definitions(tokens))
    acronyms = find_initials(passages, {*acronyms, *gazetteer.names}) | acronyms
    acronyms = find_other_tongues(passages, {*acronyms, *gazetteer.names}) | acronyms
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for term in find_terms(passages):
        by_first.setdefault(term[0], []).append(term)
    lower = frozenset(t.text for tokens in passages for t in tokens if t.text.islower())
    homes = frozenset([home]) if home else find_homes(texts, passages, gazetteer)
    namesakes = find_namesakes(texts, gazetteer)
    bare = Lexicon(acronyms=acronyms, lower=lower, homes=homes, namesakes=namesakes)
    lexicon = Lexicon(
        acronyms=acronyms,
        persons=find_persons(passages, bare, gazetteer),
        terms_by_first={w: tuple(sorted(ts, key=lambda t: (-len(t), t))) for w, ts in sorted(by_first.items())},
        lower=lower,
        homes=homes,
        namesakes=namesakes,
        spelled_out=find_spelled_out(acronyms.values()),
    )
    return replace(lexicon, aliases=find_aliases(texts, lexicon, gazetteer))


def find_spelled_out(full_names: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The names that acronyms spell out and that are in title case, under their first word, the longest first."""
    found: dict[str, list[str]] = {}
    for full in sorted(set(full_names), key=lambda name: (-len(name), name)):
        run = [word.strip(",") for word in full.split()]
        foreign = not FOREIGN_SMALL.isdisjoint(run)
        titled = all(is_capital(w) or w in words().connectors or (foreign and w.isalpha()) for w in run)
        if len(run) > 1 and is_capital(run[0]) and titled:
            found.setdefault(run[0], []).append(full)
    return {first: tuple(listed) for first, listed in found.items()}


def find_homes(texts: Sequence[str], passages: Sequence[Sequence[Token]], gazetteer: Gazetteer) -> frozenset[str]:
    """The codes of the countries that the passages speak of most; none where no local name or province needs them."""
    asked = (*gazetteer.local, *(f", {name}" for name in gazetteer.provinces))
    if not any(name in text for text in texts for name in asked):
        return frozenset()
    spoken: Counter[str] = Counter()
    nothing = Lexicon()
    for tokens in passages:
        for at, token in enumerate(tokens):
            found = find_entry(tokens, at, nothing, gazetteer) if is_capital(token.text) else None
            entry = found[1].entry if found else None
            if entry is not None and entry.country is not None:
                spoken[entry.country] += 1
    most = max(spoken.values(), default=0)
    return frozenset(code for code, count in spoken.items() if count == most)


def find_namesakes(texts: Sequence[str], gazetteer: Gazetteer) -> dict[str, Entry]:
    """The short names of two countries that are here those of the rarer one: the only one that is named in full."""
    found: dict[str, Entry] = {}
    whole = "\n".join(texts)
    for short, entry in gazetteer.namesakes.items():
        if short not in whole:
            continue
        own, others = ({e.name, *e.aliases} - {short} for e in (entry, gazetteer.names[short]))
        longest_first = sorted(map(re.escape, own), key=lambda name: (-len(name), name))
        rest, named = re.subn(rf"\b({'|'.join(longest_first)})\b", "", whole)
        if named and not any(name in rest for name in others):
            found[short] = entry
    return found


def find_aliases(texts: Iterable[str], lexicon: Lexicon, gazetteer: Gazetteer) -> dict[str, tuple[Alias, ...]]:
    """The short names that the passages define, under their first word, and under "" where they name a noun."""
    found: dict[str, list[Alias]] = {}
    for text in texts:
        tokens = split_tokens(text) if "(" in text else ()
        if not any(quoted(tokens, at) for at in range(1, len(tokens))):
            continue
        for alias in aliases.find_definitions(tokens, find_names(text, lexicon, gazetteer), gazetteer):
            for key in (alias.short[0], *([""] if alias.head else [])):
                found.setdefault(key, []).append(alias)
    return {key: tuple(dict.fromkeys(listed)) for key, listed in found.items()}


def find_definitions(tokens: Sequence[Token]) -> Iterator[tuple[str, str]]:
    """The (acronym, full name) pairs that a passage defines in brackets: "International Monetary Fund (IMF)".

    After Schwartz & Hearst 2003: the acronym's letters are matched from right to left, the first at a word's begin.
    """
    for at, token in enumerate(tokens):
        if token.text != "(" or at + 2 >= len(tokens):
            continue
        inner = [t for t in tokens[at + 1 : at + 5] if t.text not in "\"“”'"]
        if len(inner) < 2 or inner[1].text != ")" or not (match := ACRONYM.fullmatch(inner[0].text)):
            continue
        short = match["short"]
        start = full_form(tokens, at, short)
        if start is not None:
            full = "".join(t.text + (" " if t.spaced else "") for t in tokens[start:at]).strip(" '’")
            yield short, full
            if inner[0].text != short:
                yield inner[0].text, full


SHORTEST = 4  # letters of an acronym that spells out no name before it


def find_other_tongues(passages: Sequence[Sequence[Token]], known: Container[str]) -> dict[str, str]:
    """Acronyms in brackets behind a name that they do not spell out, used again: "Indonesian Coast Guard (BAKAMLA)"."""
    used = Counter(t.text for tokens in passages for t in tokens if t.text.isupper())
    found: dict[str, str] = {}
    for tokens in passages:
        for at, short in enumerate(tokens[1:-1], start=1):
            bracketed = tokens[at - 1].text == "(" and tokens[at + 1].text == ")" and short.text.isalpha()
            if not bracketed or len(short.text) < SHORTEST or used[short.text] < LEAST - 1 or short.text in known:
                continue
            start = end = at - 1
            small = words().articles | words().connectors | {"'s", "’s"}
            while start and (is_capital(tokens[start - 1].text) or tokens[start - 1].text in small):
                start -= 1
            while start < end and tokens[start].text.lower() in small:
                start += 1
            if end - start > 1:
                found.setdefault(short.text, join(tokens[start:end]))
    return found


def find_initials(passages: Sequence[Sequence[Token]], known: Container[str]) -> dict[str, str]:
    """Acronyms that the passages use without defining them, with the only capitalised run that they are initials of."""
    shorts = {m["short"] for tokens in passages for t in tokens if (m := BARE.fullmatch(t.text))}
    wanted = {short for short in shorts if short not in known}
    found: dict[str, set[str]] = {}
    for tokens in passages if wanted else ():
        for run in capital_runs(tokens):
            initials = "".join(part[0] for t in run if is_capital(t.text) for part in re.split("[-–]", t.text) if part)
            if initials.upper() in wanted:
                found.setdefault(initials.upper(), set()).add(join(run))
    return {short: min(runs) for short, runs in sorted(found.items()) if len({r.removesuffix("s") for r in runs}) == 1}


def capital_runs(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """The longest runs of capitalised words, small connecting words inside them included."""
    run: list[Token] = []
    for token in [*tokens, Token(".", 0, 0, spaced=False)]:
        small = token.text.lower() in words().articles or token.text in words().connectors
        if is_capital(token.text) and not token.text.isupper() and not small:
            run.append(token)
        elif not (run and small and token.text.islower()):
            while run and not is_capital(run[-1].text):
                run.pop()
            if len(run) > 1:
                yield run
            run = []
        else:
            run.append(token)


def full_form(tokens: Sequence[Token], end: int, short: str) -> int | None:
    """The token at which the words before `end` begin that spell out an acronym, or None."""
    letters = [c.lower() for c in short if c.isalnum()]
    longest = min(len(letters) + 5, 2 * len(letters) + 1)
    for start in range(end - 1, max(end - 1 - longest, -1), -1):
        text = tokens[start].text
        if text == "," and len(letters) < LISTED:  # a list in a name needs an acronym that spells out all of it
            return None
        if not text[0].isalnum() and text not in ",&-":
            return None
        joining = text.islower() and text in words().connectors  # "OFAC" begins with "Office", not with "of"
        listed = any(t.text == "," for t in tokens[start:end])
        if listed and [t.text[0].lower() for t in tokens[start:end] if is_capital(t.text)] != letters:
            continue
        if text[0].lower() == letters[0] and not joining and spells(tokens[start:end], letters):
            return start
    return None


def spells(run: Sequence[Token], letters: Sequence[str]) -> bool:
    """Whether the letters stand in order in the run, each at the begin of a word or of a part of one."""
    starts = [part[0].lower() for token in run for part in re.split(r"[-–]", token.text) if part]
    small = {i for i, t in enumerate(starts)}
    wanted = 0
    for index in sorted(small):
        if wanted < len(letters) and starts[index] == letters[wanted]:
            wanted += 1
    if wanted == len(letters):
        return True
    # Some letters come from inside words: "Caribbean Community (CARICOM)".
    text = "".join(t.text.lower() for t in run)
    position = -1
    for letter in letters:
        position = text.find(letter, position + 1)
        if position < 0:
            return False
    return (
        len(run) >= 2
        and sum(c in starts for c in letters) >= 2
        and is_capital(run[0].text)
        and letters[-1] in run[-1].text.lower()
    )


def find_terms(passages: Sequence[Sequence[Token]]) -> list[tuple[str, ...]]:
    """The lower-case phrases with a preposition inside that recur and mostly stand behind a determiner.

    A phrase that is only ever part of a longer one is left out.
    """
    counts: Counter[tuple[str, ...]] = Counter()
    introduced: Counter[tuple[str, ...]] = Counter()
    for tokens in passages:
        texts = [t.text.lower() for t in tokens]
        for start, first in enumerate(texts):
            if not can_edge(first):
                continue
            behind = start > 0 and (texts[start - 1] in words().articles or texts[start - 1] in ("this", "such", "its"))
            for end in range(start + 3, min(start + LONGEST, len(texts)) + 1):
                if not texts[end - 1].isalpha() or texts[end - 1].endswith("ing"):
                    break
                phrase = tuple(texts[start:end])
                if can_edge(phrase[-1]) and phrase[1] in ("of", "for", "with", "in", "on", "among", "between"):
                    counts[phrase] += 1
                    introduced[phrase] += behind
    kept = {p: n for p, n in counts.items() if n >= LEAST and introduced[p] * 3 >= n}
    return sorted(p for p, n in kept.items() if not any(part_of(p, q) and m == n for q, m in kept.items()))


def can_edge(word: str) -> bool:
    """Whether a term may begin or end with the word."""
    if word in OFFICERS:  # "heads of state" are other ones each time
        return False
    return word.isalpha() and len(word) > 2 and word not in words().function and not word.endswith(("ing", "ly", "ed"))


def part_of(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether a phrase begins another, longer one."""
    return len(short) < len(long) and long[: len(short)] == short
