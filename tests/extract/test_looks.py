"""What a proper name is by its own words, where the model's label is wrong."""

import pytest

from graph.extract.looks import kind_by_name
from graph.model import EntityType

PERSON, PLACE, ORGANIZATION, CONCEPT = (
    EntityType.PERSON,
    EntityType.PLACE,
    EntityType.ORGANIZATION,
    EntityType.CONCEPT,
)


@pytest.mark.model
@pytest.mark.parametrize(
    ("name", "guessed", "told"),
    [
        ("Honiara", PERSON, PLACE),
        ("George Town", PERSON, PLACE),
        ("San Pedro Sula", PERSON, PLACE),
        ("Ciudad Juárez", PERSON, PLACE),
        ("Barrick Gold", PERSON, ORGANIZATION),
        ("Grupo Bimbo", PLACE, ORGANIZATION),
    ],
)
def test_a_names_own_words_tell_more_than_a_label(name, guessed, told):
    assert kind_by_name(name, guessed) is told


@pytest.mark.model
@pytest.mark.parametrize(
    "name", ["Samantha Power", "Victoria Nuland", "Ngozi Okonjo-Iweala", "Mark Rutte", "Xi Jinping"]
)
def test_a_persons_name_stays_one(name):
    assert kind_by_name(name, PERSON) is PERSON


@pytest.mark.model
def test_a_first_name_makes_a_person_of_what_has_no_label():
    assert kind_by_name("Ana Lindqvist", CONCEPT) is PERSON


def test_an_agreement_is_what_it_is():
    assert kind_by_name("San Pedro Agreement", EntityType.AGREEMENT) is EntityType.AGREEMENT
