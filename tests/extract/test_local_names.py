"""A name that each country has is one country's only in a document of that country."""

import pytest

from graph.corpus.read import make_document
from graph.extract.pipeline import read_claims

pytestmark = pytest.mark.model


def objects(text, **about):
    document = make_document(text.encode(), name="a.md")
    return [claim.object for claim in read_claims([document]).claims if claim.relation == "visited"]


def test_a_local_name_is_that_of_the_country_that_the_document_speaks_of_most():
    american = "The United States supports Chile.\n\nThe United States met Peru.\n\nPresident Boric visited Congress.\n"
    peruvian = "Peru supports the United States.\n\nPeru met Chile.\n\nPresident Boric visited Congress.\n"

    assert objects(american) == ["u-s-congress"]
    assert objects(peruvian) != ["u-s-congress"]


def test_a_local_name_is_that_of_the_country_on_whose_site_the_document_stands():
    heading = "---\nsource: https://www.example.gov/news\n---\n"
    text = f"{heading}Peru met Chile.\n\nPresident Boric visited the State Department.\n"

    assert objects(text) == ["u-s-department-of-state"]


@pytest.mark.parametrize(
    ("before", "visited"),
    [
        ("Rwanda met the Democratic Republic of the Congo.", "democratic-republic-of-the-congo"),
        ("Rwanda met the DRC.", "democratic-republic-of-the-congo"),
        ("Rwanda met the Republic of the Congo.", "republic-of-the-congo"),
        ("The DRC met the Republic of the Congo.", "republic-of-the-congo"),
        ("Rwanda met Peru.", "republic-of-the-congo"),
    ],
)
def test_the_name_of_two_countries_is_that_of_the_one_that_the_document_names_in_full(before, visited):
    assert objects(f"{before}\n\nPresident Boric visited Congo.\n") == [visited]


def test_a_name_of_one_country_alone_needs_no_such_document():
    assert objects("Peru met Chile.\n\nPresident Boric visited the White House.\n") == ["white-house"]


def test_a_local_name_may_stand_behind_a_title():
    assert objects("Peru met Chile.\n\nThe President of the Senate visited Norway.\n") == ["norway"]
