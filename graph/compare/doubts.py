"""What a human should look at: doubtful merges, names that may be one thing, and counts that disagree.

Each doubt says what may be wrong and the line of an overrides file that would settle it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from graph.compare.statements import Paper, Statement
from graph.extract.namesakes import called, ties
from graph.rdf.names import local_name
from graph.rdf.overview import search_key
from graph.sparql.store import Store

# Reasons for a merge that follow from the words alone, surest last; the others are told by a text or a list.
DOUBTFUL = (
    "short form of the only longer term that begins so",
    "same words in another order",
    "surname of a person named in full",
    "head noun of the only name that ends so before",
)

GENERATIONS = frozenset({"jr", "sr", "junior", "senior", "ii", "iii", "iv"})

MERGES = """
SELECT ?entity ?label ?type ?weight ?merge WHERE {
  ?entity dg:mergedBecause ?merge ; rdfs:label ?label ; a ?type ; dg:weight ?weight .
} ORDER BY ?entity ?merge"""

OFFICES = """
SELECT DISTINCT ?label ?relation ?country WHERE {
  ?claim rdf:subject ?person ; rdf:predicate ?relation ; rdf:object ?of ;
    dg:modality dg:Asserted ; dg:polarity dg:Affirmed .
  ?person a dg:Person ; rdfs:label ?label . ?of a dg:Country ; rdfs:label ?country .
} ORDER BY ?label ?country ?relation"""

ENTITIES = """
SELECT ?entity ?label ?type ?weight WHERE {
  ?entity dg:weight ?weight ; rdfs:label ?label ; a ?type .
} ORDER BY ?entity"""


class Doubt(StrEnum):
    """What kind of thing is doubtful."""

    MERGE = "doubtful merge"
    UNLINKED = "unlinked name"
    CONFLICT = "conflict of counts"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One doubt: what it is about, why, the sentences or names behind it, and what to write to settle it."""

    kind: Doubt
    what: str
    why: str
    evidence: tuple[str, ...] = ()
    settle: str = ""


def find_doubtful_merges(store: Store) -> Iterator[Finding]:
    """Yield the merges that rest on words alone, those of the most mentioned entities first."""
    rows = []
    for row in store.select(MERGES):
        alias, _, reason = row["merge"].rpartition(": ")
        if reason in DOUBTFUL and search_key(alias) != search_key(row["label"]):
            rows.append((-int(row["weight"]), DOUBTFUL.index(reason), row["label"], alias, reason))
    for _, _, label, alias, reason in sorted(rows):
        yield Finding(
            kind=Doubt.MERGE, what=f"“{alias}” is taken for “{label}”", why=reason, settle=_line("apart", alias, label)
        )


def find_shared_names(store: Store) -> Iterator[Finding]:
    """Yield the people with offices of several countries: their name may mean several, of whom few documents tell."""
    homes: dict[str, dict[str, None]] = defaultdict(dict)
    for row in store.select(OFFICES):
        if ties(local_name(row["relation"]).replace("-", " ")):
            homes[row["label"]][row["country"]] = None
    for label, found in homes.items():
        if len(found) > 1 and not label.endswith(")"):  # those are told apart, or made one by a user
            *_, last = found
            yield Finding(
                kind=Doubt.MERGE,
                what=f"“{label}” may be several people",
                why=f"offices of {' and '.join(found)}",
                settle=_line("apart", label, called(label, last)),
            )


def find_unlinked_names(store: Store) -> Iterator[Finding]:
    """Yield names that may be another thing's: an acronym that fits one name alone, a surname of one person alone.

    Only names of the same type are paired, for acronyms any organization, initiative, agreement or event; people of one
    name are, whom what stands behind it tells apart.
    """
    things = [(row["label"], local_name(row["type"]), int(row["weight"])) for row in store.select(ENTITIES)]
    by_initials: dict[str, list[str]] = defaultdict(list)
    by_surname: dict[str, list[str]] = defaultdict(list)
    by_called: dict[str, list[str]] = defaultdict(list)
    for label, kind, _ in things:
        words = [word for word in label.replace("-", " ").split() if word[:1].isupper()]
        if len(words) > 1 and kind not in ("Person", "Role", "Document"):
            by_initials["".join(word[0] for word in words)].append(label)
        if kind == "Person" and label.endswith(")"):
            by_called[label.partition(" (")[0]].append(label)
        elif len(words) > 1 and kind == "Person":
            by_surname[_surname(words)].append(label)
    for label, kind, _ in sorted(things, key=lambda thing: (-thing[2], thing[0])):
        if label.isupper() and label.isalpha() and len(label) > 2:
            others, why = by_initials.get(label, []), "its letters are the initials of one name alone"
        elif kind == "Person" and " " not in label:
            others, why = by_surname.get(search_key(label), []), "one person alone has this surname"
        else:
            continue
        if len(others) == 1 and others[0] != label:
            yield _one(label, others[0], why)
    for found in by_called.values():
        for label in found[1:]:
            yield _one(label, found[0], "one name, told apart by whose officials they are")


def _one(label: str, other: str, why: str) -> Finding:
    what = f"“{label}” may be “{other}”"
    return Finding(kind=Doubt.UNLINKED, what=what, why=why, settle=_line("same", label, other))


def find_conflicts(statements: Iterable[Statement], papers: Mapping[str, Paper]) -> Iterator[Finding]:
    """Yield claims that say the same of the same time but for a number: "149 countries" and "155 countries".

    The time is what the claims tell, else the date of the documents; without either nothing is compared.
    """
    groups: dict[tuple[str, ...], dict[tuple[str, ...], Statement]] = defaultdict(dict)
    for s in statements:
        when = " ".join(s.times) or papers[s.document].date
        if when and s.numbers and s.standing != "negated":
            groups[*s.core, s.standing, when].setdefault(s.numbers, s)
    for key, found in sorted(groups.items()):
        if len(found) > 1:
            told = list(found.values())
            numbers = " and ".join(", ".join(s.numbers) for s in told)
            yield Finding(
                kind=Doubt.CONFLICT,
                what=f"{' · '.join(told[0].words)}: {numbers}",
                why=f"the same is said of {key[-1]} with other numbers",
                evidence=tuple(f"“{' '.join(s.quote.split())}” ({_where(s, papers)})" for s in told),
                settle="read both sentences; where two things are meant, give them two names with `same`",
            )


def _surname(words: Sequence[str]) -> str:
    """The search key of the last word of a person's name, without what tells generations apart ("Jr.", "III")."""
    named = [key for key in map(search_key, words) if key not in GENERATIONS]
    return named[-1] if len(named) > 1 else ""


def _where(s: Statement, papers: Mapping[str, Paper]) -> str:
    paper = papers[s.document]
    return ", ".join(part for part in (paper.title, paper.date, f"{s.start}-{s.end}") if part)


def _line(action: str, name: str, other: str) -> str:
    """The line of an overrides file, as CSV."""
    cells = (
        f'"{text.replace(chr(34), chr(34) * 2)}"' if "," in text or '"' in text else text for text in (name, other)
    )
    return ",".join((action, *cells))


def count_kinds(findings: Sequence[Finding]) -> dict[Doubt, int]:
    """How many findings there are of each kind."""
    return {kind: sum(finding.kind is kind for finding in findings) for kind in Doubt}
