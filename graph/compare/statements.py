"""Claims with the sentences they stand in, read from a dataset: what is compared and checked."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from graph.model import Modality, Polarity
from graph.rdf.names import local_name
from graph.rdf.overview import search_key
from graph.sparql.store import Store

CLAIMS = """
SELECT ?claim ?subject ?subjectLabel ?relation ?relationLabel ?object ?objectLabel ?polarity ?modality ?speaker
       ?speakerLabel ?evidence ?quote ?start ?end ?predicate ?document WHERE {
  ?claim a dg:Claim ; rdf:subject ?subject ; rdf:predicate ?relation ; rdf:object ?object ;
    dg:polarity ?polarity ; dg:modality ?modality ; dg:speaker ?speaker ; prov:wasDerivedFrom ?evidence .
  ?subject rdfs:label ?subjectLabel .
  ?relation rdfs:label ?relationLabel .
  ?speaker rdfs:label ?speakerLabel .
  ?evidence oa:exact ?quote ; oa:start ?start ; oa:end ?end ; dg:predicate ?predicate ; dcterms:source ?document .
  OPTIONAL { ?object rdfs:label ?objectLabel }
} ORDER BY ?document ?start ?end ?claim ?predicate ?evidence"""

AMOUNTS = """
SELECT ?claim ?value WHERE { ?claim dg:count|dg:amount ?value } ORDER BY ?claim ?value"""

TIMES = """
SELECT ?claim ?value WHERE { ?claim dg:time ?value } ORDER BY ?claim ?value"""

DOCUMENTS = """
SELECT ?document ?title ?date ?author ?source WHERE {
  ?document a dg:Source ; dcterms:title ?title .
  OPTIONAL { ?document dcterms:date ?date }
  OPTIONAL { ?document dcterms:creator ?author }
  OPTIONAL { ?document dcterms:source ?source }
} ORDER BY ?document"""

NAMES = """
SELECT ?entity ?label ?name WHERE {
  ?entity dg:weight ?weight ; rdfs:label ?label .
  OPTIONAL { ?entity skos:altLabel ?name }
} ORDER BY ?entity ?label ?name"""

_UNITS = "zero one two three four five six seven eight nine ten eleven twelve".split(" ")  # noqa: SIM905
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ")  # noqa: SIM905
_WORDS = {word: str(n) for n, word in enumerate(_UNITS)} | {word: str(10 * n) for n, word in enumerate(_TENS, start=2)}
_NUMBER = re.compile(r"(?<![\w.])\d[\d,]*(?:\.\d+)?(?!\w)|\b(?:" + "|".join(_WORDS) + r")\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A document of a dataset: its IRI and what is told of it."""

    iri: str
    title: str
    date: str = ""
    author: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One claim as one sentence states it; `subject` and `object` are keys that are equal for the same thing.

    `numbers` are those in its subject and object and the counts and amounts it tells, in digits.
    """

    claim: str
    subject: str
    relation: str
    object: str
    words: tuple[str, str, str]
    polarity: str
    modality: str
    speaker: str
    numbers: tuple[str, ...]
    times: tuple[str, ...]
    evidence: str
    quote: str
    predicate: str
    start: int
    end: int
    document: str

    @property
    def standing(self) -> str:
        """How the claim stands: "negated" for what is denied, else its modality."""
        return Polarity.NEGATED.value if self.polarity == Polarity.NEGATED else self.modality

    @property
    def core(self) -> tuple[str, str, str]:
        """Who does what to whom, with every number left open."""
        return (without_numbers(self.subject), self.relation, without_numbers(self.object))


def read_papers(store: Store) -> list[Paper]:
    """Return the documents of a dataset, by IRI."""
    found: dict[str, Paper] = {}
    for row in store.select(DOCUMENTS):
        paper = Paper(
            iri=row["document"], title=row["title"], date=row.get("date", ""), author=row.get("author", ""),
            source=row.get("source", ""),
        )  # fmt: skip
        found.setdefault(paper.iri, paper)
    return list(found.values())


def read_statements(store: Store, *, keys: Mapping[str, str]) -> Iterator[Statement]:
    """Yield every claim once for each sentence that states it, in the order of documents and of their text.

    `keys` gives the key of an entity by its IRI.
    """
    numbers, times = (store.grouped(query, "claim", "value") for query in (AMOUNTS, TIMES))
    for row in store.select(CLAIMS):
        label = row.get("objectLabel", row["object"])
        told = [*find_numbers(row["subjectLabel"]), *find_numbers(label)]
        told += [number for value in numbers.get(row["claim"], ()) for number in find_numbers(value)]
        yield Statement(
            claim=row["claim"],
            subject=keys[row["subject"]],
            relation=local_name(row["relation"]),
            object=keys.get(row["object"]) or search_key(label),
            words=(row["subjectLabel"], row["relationLabel"], label),
            polarity=Polarity(local_name(row["polarity"]).lower()),
            modality=Modality(local_name(row["modality"]).lower()),
            speaker=row["speakerLabel"],
            numbers=tuple(dict.fromkeys(told)),
            times=tuple(times.get(row["claim"], ())),
            evidence=row["evidence"],
            quote=row["quote"],
            predicate=row["predicate"],
            start=int(row["start"]),
            end=int(row["end"]),
            document=row["document"],
        )


def names_of(store: Store) -> dict[str, list[str]]:
    """Return the label and, behind it, the aliases of every entity, by IRI."""
    found: dict[str, list[str]] = {}
    for row in store.select(NAMES):
        names = found.setdefault(row["entity"], [row["label"]])
        if "name" in row:
            names.append(row["name"])
    return found


def shared_keys(*named: Mapping[str, Sequence[str]]) -> list[dict[str, str]]:
    """Return the key of each entity of each dataset, by IRI, from what `names_of` gives for the datasets.

    An entity has the key of one in an earlier dataset where a name of it is a name of that one alone.
    """
    owners: dict[str, set[str]] = {}
    found = []
    for names in named:
        keys = {}
        for iri, forms in names.items():
            known = {next(iter(owners[k])) for k in map(search_key, forms) if len(owners.get(k, ())) == 1}
            keys[iri] = known.pop() if len(known) == 1 else search_key(forms[0]) or forms[0]
        for iri, forms in names.items():
            for form in forms:
                owners.setdefault(search_key(form), set()).add(keys[iri])
        found.append(keys)
    return found


def find_numbers(text: str) -> list[str]:
    """Return the numbers of a text in digits, without commas: "sixty states" has "60"."""
    return [_WORDS.get(found.lower(), found.replace(",", "")) for found in _NUMBER.findall(text)]


@lru_cache(maxsize=65536)
def without_numbers(key: str) -> str:
    """Return a key with every number as "#"."""
    return re.sub(r"(?<![a-z\d])\d+(?![a-z\d])|\b(?:" + "|".join(_WORDS) + r")\b", "#", key)
