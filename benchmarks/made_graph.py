"""A made-up graph of any size, in the shape of a build's own: the same seed gives the same triples."""

import random
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from pyoxigraph import Triple

from graph.model import (
    Claim,
    Document,
    Entity,
    EntityType,
    Evidence,
    Modality,
    Polarity,
    Qualifier,
    QualifierKind,
    Span,
    Value,
    ValueKind,
)
from graph.rdf.files import render_ntriples
from graph.rdf.names import canonical_relations
from graph.rdf.triples import make_triples

SYLLABLES = tuple(
    "ba ce di fo gu ha ji ko lu ma ne pi qua re so tu vi wa xe yo za bra cle dri flo gri".split()  # noqa: SIM905
)
KINDS = list(EntityType)
SENTENCES = 40  # in a document


PART = 1_000_000  # statements made at a time for a file


def make_graph(statements: int, *, seed: int = 7, first: int = 0) -> list[Triple]:
    """Return at least so many triples, and no more than one document's surplus, with the entities they need.

    Documents and entities are numbered from `first`, so that graphs of different ones can stand beside one another.
    """
    dice = random.Random(seed)
    claims_needed = max(1, statements // 25)
    entities = [_entity(dice, first + number) for number in range(max(12, claims_needed // 2))]
    documents, claims = [], []
    while len(claims) < claims_needed:
        document, said = _document(dice, first + len(documents), entities)
        documents.append(document)
        claims.extend(said)
    places = [(c.subject, c.evidence[0].sentence) for c in claims]
    return list(make_triples(documents, entities, claims, places=places))


def write_graph(path: Path, statements: int) -> int:
    """Write a graph of any size as N-Triples, and return its triples; of PART statements that is made at a time."""
    written, shared = 0, frozenset[bytes]()
    with path.open("wb") as target:
        for part in range(-(-statements // PART)):
            triples = set(make_graph(min(PART, statements - part * PART), seed=7 + part, first=part * PART))
            lines = [line for line in render_ntriples(triples).splitlines(keepends=True) if line not in shared]
            if not part:  # labels of relations and the like are in every part
                shared = frozenset(line for line in lines if b"/vocabulary#" in line.split(b" ", 1)[0])
            target.writelines(lines)
            written += len(lines)
    return written


def _name(dice: random.Random, words: int) -> str:
    return " ".join("".join(dice.choices(SYLLABLES, k=dice.randint(2, 3))).title() for _ in range(words))


def _entity(dice: random.Random, number: int) -> Entity:
    kind = KINDS[number % len(KINDS)]
    return Entity(id=f"{kind.lower()}-{number}", type=kind, label=f"{_name(dice, 1 + number % 3)} {number}")


def _document(dice: random.Random, number: int, entities: list[Entity]) -> tuple[Document, list[Claim]]:
    name, text, claims = f"text-{number}", f"Text {number}\n", {}
    for _ in range(SENTENCES):
        # a few are named often, most seldom, as in real texts
        one, other, speaker = (entities[int(len(entities) * dice.random() ** 3)] for _ in range(3))
        relation = dice.choice(sorted(canonical_relations()))
        year = str(dice.randint(1990, 2026))
        filler = " ".join(_name(dice, 1).lower() for _ in range(12))
        sentence = f"In {year}, {one.label} {relation} {other.label} {filler}."
        span = Span(document=name, start=len(text), end=len(text) + len(sentence))
        text += sentence + " "
        if one is other:
            continue
        claim = Claim(
            subject=one.id,
            relation=relation,
            object=other.id,
            polarity=Polarity.NEGATED if dice.random() < 0.05 else Polarity.AFFIRMED,
            modality=dice.choice([*[Modality.ASSERTED] * 6, *Modality]),
            speaker=speaker.id,
            attributed=dice.random() < 0.3,
            qualifiers=(
                Qualifier(kind=QualifierKind.TIME, value=Value(kind=ValueKind.DATE, text=f"In {year}", normal=year)),
            ),
            confidence=round(0.5 + dice.random() / 2, 2),
            evidence=(Evidence(sentence=span, quote=sentence, predicate=relation, rule="clause"),),
        )
        claims.setdefault((claim.subject, relation, claim.object), claim)
    document = Document(
        id=name, text=text, title=f"Text {number}", source=f"{name}.txt", sha256="0" * 64, published="2026"
    )
    return document, list(claims.values())


def first_pairs(triples: list[Triple], nodes: int) -> Iterator[tuple[str, str]]:
    """Yield the pairs of entities that claims connect, among the first `nodes` entities that claims name."""
    ends: dict[str, dict[str, str]] = {}
    for triple in triples:
        name = triple.predicate.value.rpartition("#")[2]
        if name in {"subject", "object"}:
            ends.setdefault(triple.subject.value, {})[name] = triple.object.value
    pairs = [(claim["subject"], claim["object"]) for claim in ends.values()]
    chosen = set(islice(dict.fromkeys(end for pair in pairs for end in pair), nodes))
    yield from (pair for pair in pairs if chosen.issuperset(pair))
