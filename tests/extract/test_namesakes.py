"""One name, several people: what documents tell of whose officials they name."""

import pytest

from graph.extract.gazetteer import load_gazetteer
from graph.extract.namesakes import find_namesakes, own_people, people_of
from graph.extract.overrides import NO_OVERRIDES, Overrides
from graph.model import EntityType, Extraction, Mention, Modality, Polarity, Span


def mention(name, kind=EntityType.COUNTRY):
    return Mention(span=Span(document="d", start=0, end=1), text=name, name=name, type=kind, found_by="gazetteer")


def said(person, relation, thing, *, modality=Modality.ASSERTED):
    return Extraction(
        subject=mention(person, EntityType.PERSON),
        relation=relation,
        object=thing,
        sentence=Span(document="d", start=0, end=1),
        predicate=relation,
        polarity=Polarity.AFFIRMED,
        modality=modality,
        rule="clause",
    )


PERU, CHILE = mention("Peru"), mention("Chile")
SENATE = mention("Senate of the Republic of Chile", EntityType.ORGANIZATION)


@pytest.mark.parametrize(
    ("extractions", "people"),
    [
        ([said("Vargas", "be president of", PERU)], [("Vargas", "Peru")]),
        ([said("Vargas", "be president of", SENATE)], [("Vargas", "Chile")]),
        ([said("Vargas", "be minister of trade of", PERU), said("Vargas", "visited", CHILE)], [("Vargas", "Peru")]),
        ([said("Vargas", "be critic of", PERU)], [("Vargas", "")]),
        ([said("Vargas", "be president of", PERU, modality=Modality.PLANNED)], [("Vargas", "")]),
        ([said("Vargas", "be president of", PERU), said("Vargas", "be king of", CHILE)], [("Vargas", "")]),
    ],
)
def test_an_office_tells_whose_official_a_document_names(extractions, people):
    assert list(people_of(extractions, mention("Norway"), load_gazetteer())) == people


@pytest.mark.parametrize(
    ("told", "namesakes"),
    [
        ([("Vargas", "Peru"), ("Vargas", "Chile")], {"Vargas": {"Peru", "Chile"}}),
        ([("Vargas", "Peru"), ("Vargas", "Peru"), ("Vargas", "")], {}),
        ([("Vargas", "Peru"), *[("Vargas", "Chile")] * 8], {"Vargas": {"Peru", "Chile"}}),  # a surname in one of nine
        ([("Ana Vargas", "Peru"), *[("Ana Vargas", "Chile")] * 8], {}),  # a whole name: likelier a misreading
        ([("Ana Vargas", "Peru"), ("Ana Vargas", "Chile")], {"Ana Vargas": {"Peru", "Chile"}}),
    ],
)
def test_a_name_of_officials_of_two_countries_means_two_people(told, namesakes):
    assert find_namesakes([[one] for one in told], NO_OVERRIDES) == namesakes


def test_a_user_tells_two_apart_where_few_documents_do():
    told = [[("Ana Vargas", "Peru")], *[[("Ana Vargas", "Chile")]] * 8]
    overrides = Overrides(apart={"ana vargas": frozenset({"ana vargas peru"})})

    assert find_namesakes(told, overrides) == {"Ana Vargas": {"Peru", "Chile"}}


@pytest.mark.parametrize(
    ("country", "home", "called"),
    [
        ("Peru", "Chile", "Vargas (Peru)"),
        ("", "Chile", "Vargas (Chile)"),
        ("", "Kenya", "Vargas (Note, 2025-03-01)"),
        ("Kenya", "Chile", "Vargas (Kenya)"),
    ],
)
def test_a_namesake_is_called_after_its_country_else_after_its_document(country, home, called):
    namesakes = {"Vargas": frozenset({"Peru", "Chile"})}

    assert own_people([("Vargas", country), ("Ruiz", "")], home, "Note, 2025-03-01", namesakes) == {"Vargas": called}
