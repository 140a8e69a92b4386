"""What a document calls by a head noun alone is the one it has named so, or its own; never another document's."""

import pytest

from graph.corpus.read import make_document
from graph.extract.pipeline import read_claims

pytestmark = pytest.mark.model

CONCLUSIONS = "Council conclusions on the Lake Region\n\nBrussels, 14 March 2024\n\n"


def told(*texts):
    """(subject, relation, object) of every claim, entities by their labels."""
    documents = [make_document(text.encode(), name=f"{number}.txt") for number, text in enumerate(texts)]
    reading = read_claims(documents)
    labels = {e.id: e.label for e in reading.entities}
    things = [c.object if isinstance(c.object, str) else c.object.text for c in reading.claims]
    return {(labels[c.subject], c.relation, labels.get(t, t)) for c, t in zip(reading.claims, things, strict=True)}


def test_a_body_that_a_document_never_names_is_called_after_the_document():
    claims = told(CONCLUSIONS + "1. The Council thanked Angola.\n\n2. It also urges the Commission to visit Uganda.\n")

    assert claims == {
        ("Council (Council conclusions on the Lake Region, 2024-03-14)", "thanked", "Angola"),
        (
            "Council (Council conclusions on the Lake Region, 2024-03-14)",
            "urged",
            "Commission (Council conclusions on the Lake Region, 2024-03-14)",
        ),
        ("Commission (Council conclusions on the Lake Region, 2024-03-14)", "visited", "Uganda"),
    }


def test_such_bodies_of_two_documents_are_two():
    claims = told(
        CONCLUSIONS + "The Council thanked Angola.\n", "Communiqué on the Coast\n\nThe Council thanked Angola.\n"
    )

    assert {subject for subject, _, _ in claims} == {
        "Council (Council conclusions on the Lake Region, 2024-03-14)",
        "Council (Communiqué on the Coast)",
    }


def test_a_body_that_is_named_before_is_meant_by_its_head():
    text = "Remarks on the Coast\n\nThe Coast Guard Council met in Lima. The Council thanked Angola.\n"

    assert ("Coast Guard Council", "thanked", "Angola") in told(text)


def test_what_a_title_begins_with_is_the_document_s_own_beside_others():
    text = (
        CONCLUSIONS
        + "At the request of the Peace and Security Council of the African Union, the Council thanked Angola.\n"
    )

    assert ("Council (Council conclusions on the Lake Region, 2024-03-14)", "thanked", "Angola") in told(text)


def test_those_who_meet_are_called_for_short_by_what_they_are():
    text = (
        "Joint Statement\n\nThe Foreign Ministers of the Coral States met in Suva. The Ministers thanked Fiji. "
        "They urged Tonga to join.\n"
    )

    claims = told(text)

    assert ("Foreign Ministers of the Coral States", "thanked", "Fiji") in claims
    assert ("Foreign Ministers of the Coral States", "urged", "Tonga") in claims


def test_a_bare_plural_tells_of_all_such_and_not_of_the_document_s_own():
    assert told("Statement on the Coast\n\nParties must respect the Lima Treaty.\n") == set()


def test_two_people_of_a_title_are_the_leaders():
    text = (
        "Joint Statement Following the Meeting Between President Boric and President Petro\n\n"
        "The Presidents thanked Norway.\n"
    )

    assert told(text) == {("Boric", "thanked", "Norway"), ("Petro", "thanked", "Norway")}


def test_a_long_title_is_cut_between_words():
    title = "Statement by the Chair of the Working Group on Fisheries and Oceans of the Coast"

    claims = told(f"{title}\n\nThe Secretariat thanked Norway.\n")

    assert [subject for subject, _, _ in claims] == [
        "Secretariat (Statement by the Chair of the Working Group on Fisheries …)"
    ]


def test_who_bore_an_office_in_another_s_place_and_bears_it_now_is_meant():
    text = (
        "Note on Peru\n\nFormer Vice President Ana Berg left. President Ana Berg met Vice President Carl Holm. "
        "The President thanked Peru.\n"
    )

    assert ("Ana Berg", "thanked", "Peru") in told(text)


def test_allies_are_those_of_the_document_s_alliance():
    text = "Lisbon Communiqué\n\nAllies thanked Peru. They support Chile.\n"

    assert told(text) == {
        ("Allies (Lisbon Communiqué)", "thanked", "Peru"),
        ("Allies (Lisbon Communiqué)", "supports", "Chile"),
    }


def test_the_committee_of_a_report_is_the_one_that_its_title_names():
    report = "Coastal Affairs Committee: Third Report, Peru\n\nWe visited Lima.\n\nThe Committee thanked Norway.\n"

    assert told(report) == {
        ("Coastal Affairs Committee", "visited", "Lima"),
        ("Coastal Affairs Committee", "thanked", "Norway"),
    }


def test_a_name_is_not_called_by_a_noun_inside_it(read):
    reading = read("Review of Union Affairs¶By Ann Berg¶The Union thanked Togo.".replace("¶", "\n\n"))

    assert {e.label for e in reading.entities} >= {"Togo"}
    assert not any(e.label == "Union Affairs" for e in reading.entities)


@pytest.mark.parametrize(
    ("title", "later", "doers"),
    [
        ("The Chile–Peru Partnership", "The two countries signed a pact on ports.", {"Chile", "Peru"}),
        ("The Chile–Peru Partnership", "Neither country is alone, and both signed a pact on ports.", {"Chile", "Peru"}),
        ("The Andean Partnership", "The two countries signed a pact on ports.", {"Japan", "Norway"}),
        ("Chile and Peru", "Japan and Norway left, and the two countries signed a pact on ports.", {"Japan", "Norway"}),
    ],
)
def test_the_two_countries_are_those_that_the_title_joins(read, title, later, doers):
    reading = read(f"# {title}\n\nJapan and Norway sent ships to Lima. {later}\n", name="note.md")
    labels = {e.id: e.label for e in reading.entities}

    assert {labels[c.subject] for c in reading.claims if c.relation == "signed"} == doers
