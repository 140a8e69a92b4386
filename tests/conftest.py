"""A small made-up dataset that the tests of several folders share."""

from hashlib import sha256

import pytest
from hypothesis import settings

from graph.model import (
    Claim,
    Document,
    Entity,
    EntityType,
    Evidence,
    Merge,
    Modality,
    Polarity,
    Qualifier,
    QualifierKind,
    Span,
    Value,
    ValueKind,
)

settings.register_profile("dragoman", deadline=None)  # how long an example takes is the machine's, not the code's
settings.load_profile("dragoman")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that rewrites the golden files."""
    parser.addoption("--update-golden", action="store_true", help="rewrite tests/golden from what is built now")


TEXT = """Aland proposed the Clear Sky Initiative (CSI) in 2013.

“Aland will join the River Accord,” Mira Vale said in Port Élan.
So far, 82 countries have joined the Clear Sky Initiative.
Borduria does not support the Clear Sky Initiative.
On 5 May 2024, Mira Vale met Jon Reed in Port Élan.
The work cost 6.4 million crowns.
Borduria has launched efforts to build the River Accord.
"""


def _value(kind: ValueKind, text: str, normal: str) -> Value:
    return Value(kind=kind, text=text, normal=normal)


def _evidence(quote: str, predicate: str, rule: str = "clause") -> Evidence:
    start = TEXT.index(quote)
    span = Span(document="sky-2024", start=start, end=start + len(quote))
    return Evidence(sentence=span, quote=quote, predicate=predicate, rule=rule)


def _claim(
    subject: str,
    relation: str,
    target: str | Value,
    evidence: Evidence,
    *,
    polarity: Polarity = Polarity.AFFIRMED,
    modality: Modality = Modality.ASSERTED,
    speaker: str = "aland",
    qualifiers: tuple[Qualifier[str], ...] = (),
) -> Claim:
    return Claim(
        subject=subject,
        relation=relation,
        object=target,
        polarity=polarity,
        modality=modality,
        speaker=speaker,
        attributed=speaker != "aland",
        qualifiers=qualifiers,
        confidence=0.85,
        evidence=(evidence,),
    )


@pytest.fixture
def documents() -> list[Document]:
    return make_documents()


@pytest.fixture
def entities() -> list[Entity]:
    return make_entities()


@pytest.fixture
def claims() -> list[Claim]:
    return make_claims()


@pytest.fixture(scope="session")
def sample() -> tuple[list[Document], list[Entity], list[Claim]]:
    """All of it, for a server that many tests share."""
    return make_documents(), make_entities(), make_claims()


def make_documents() -> list[Document]:
    return [
        Document(
            id="sky-2024",
            text=TEXT,
            title="A Clear Sky for All",
            source="sky-2024.txt",
            sha256=sha256(TEXT.encode()).hexdigest(),
            author="Office of Aland",
            published="2024-06",
            voice="Aland",
        )
    ]


def make_entities() -> list[Entity]:
    acronym = Merge(alias="CSI", reason="acronym defined in the text")
    return [
        Entity(id="aland", type=EntityType.COUNTRY, label="Aland"),
        Entity(
            id="clear-sky-initiative",
            type=EntityType.INITIATIVE,
            label="Clear Sky Initiative",
            aliases=("CSI",),
            merged_because=(acronym,),
        ),
        Entity(id="river-accord", type=EntityType.AGREEMENT, label="River Accord"),
        Entity(
            id="borduria",
            type=EntityType.COUNTRY,
            label="Borduria",
            same_as=("http://www.wikidata.org/entity/Q784783",),
        ),
        Entity(id="mira-vale", type=EntityType.PERSON, label="Mira Vale"),
        Entity(id="jon-reed", type=EntityType.PERSON, label="Jon Reed"),
        Entity(id="port-élan", type=EntityType.PLACE, label="Port Élan"),
        Entity(id="82-countries", type=EntityType.GROUP, label="82 countries"),
    ]


def make_claims() -> list[Claim]:
    year: Qualifier[str] = Qualifier(kind=QualifierKind.TIME, value=_value(ValueKind.DATE, "2013", "2013"))
    day: Qualifier[str] = Qualifier(kind=QualifierKind.TIME, value=_value(ValueKind.DATE, "5 May 2024", "2024-05-05"))
    many: Qualifier[str] = Qualifier(kind=QualifierKind.COUNT, value=_value(ValueKind.COUNT, "82", "82"))
    town: Qualifier[str] = Qualifier(kind=QualifierKind.PLACE, value="port-élan")
    cost = _value(ValueKind.AMOUNT, "6.4 million crowns", "6400000 crowns")
    return [
        _claim(
            "aland",
            "proposed",
            "clear-sky-initiative",
            _evidence("Aland proposed the Clear Sky Initiative (CSI) in 2013.", "proposed"),
            qualifiers=(year,),
        ),
        _claim(
            "aland",
            "joined",
            "river-accord",
            _evidence("“Aland will join the River Accord,” Mira Vale said in Port Élan.", "will join", "quotation"),
            modality=Modality.PLANNED,
            speaker="mira-vale",
            qualifiers=(town,),
        ),
        _claim(
            "82-countries",
            "joined",
            "clear-sky-initiative",
            _evidence("So far, 82 countries have joined the Clear Sky Initiative.", "have joined"),
            qualifiers=(many,),
        ),
        _claim(
            "borduria",
            "supports",
            "clear-sky-initiative",
            _evidence("Borduria does not support the Clear Sky Initiative.", "does not support"),
            polarity=Polarity.NEGATED,
        ),
        _claim(
            "mira-vale",
            "met",
            "jon-reed",
            _evidence("On 5 May 2024, Mira Vale met Jon Reed in Port Élan.", "met"),
            qualifiers=(day, town),
        ),
        _claim("clear-sky-initiative", "cost", cost, _evidence("The work cost 6.4 million crowns.", "cost")),
        _claim(
            "borduria",
            "launch efforts to build",
            "river-accord",
            _evidence(
                "Borduria has launched efforts to build the River Accord.", "has launched efforts to build", "clause"
            ),
        ),
    ]
