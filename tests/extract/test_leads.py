"""Lists behind a colon: whose deeds their items are, and how they are told."""

import pytest

from graph.corpus.read import make_document
from graph.extract.items import find_opener
from graph.extract.naming import Name
from graph.extract.pipeline import read_claims
from graph.model import EntityType

pytestmark = pytest.mark.model


def told(reading):
    labels = {e.id: e.label for e in reading.entities}
    return {
        f"{labels[c.subject]} | {c.relation} | {labels[c.object] if isinstance(c.object, str) else c.object.normal}"
        f" | {c.modality.value}"
        for c in reading.claims
        if c.evidence[0].rule != "inside"
    }


def test_items_behind_will_are_plans_of_its_subject(read):
    text = "Kenya will:\n\n- Support the Lima School Compact.\n- Quickly join the Andean Community.\n"

    assert told(read(text, name="note.md")) == {
        "Kenya | supports | Lima School Compact | planned",
        "Kenya | joined | Andean Community | planned",
    }


def test_gerunds_behind_a_commitment_are_plans_of_all_who_share_it(read):
    text = "Kenya and Peru are committed to:\n\n- Joining the Andean Community.\n"

    assert told(read(text, name="note.md")) == {
        "Kenya | joined | Andean Community | planned",
        "Peru | joined | Andean Community | planned",
    }


def test_items_behind_a_call_are_asked_of_whom_one_calls_on(read):
    text = "Kenya calls on the World Bank to:\n\n- support the Andean Community;\n- fund the Suez Canal.\n"

    assert told(read(text, name="note.md")) == {
        "Kenya | urged | World Bank | asserted",
        "World Bank | supports | Andean Community | proposed",
        "World Bank | fund | Suez Canal | proposed",
    }


def test_a_paragraph_ends_a_list(read):
    text = "Kenya will:\n\n- Join the Andean Community.\n\nRising seas are a threat.\n\n- Supporting the Suez Canal.\n"

    assert "Kenya | supports | Suez Canal | planned" not in told(read(text, name="note.md"))


def test_an_item_without_a_verb_states_nothing(read):
    text = "Kenya will:\n\n- Federal Commitments\n"

    assert told(read(text, name="note.md")) == set()


def test_we_who_hereby_decide_lead_a_list(read):
    text = (
        "WE, the ministers of Kenya and Peru, met in Lima;\n\nHereby decide to:\n\n1. Support the Andean Community;\n"
    )

    assert "ministers of Kenya and Peru | supports | Andean Community | planned" in told(read(text, name="note.md"))


RECOMMENDED = """\
The Lima Institute recommends that:

The government of Kenya:

- Support the Andean Community;

World Bank and Peru:

- Fund the Suez Canal.

Donors:

- Fund the Lima School Compact.

To Ghana

1. Release the detained mayors.
"""


def test_recommendations_are_of_whom_the_line_above_them_names(read):
    reading = read(RECOMMENDED, name="note.md")

    assert told(reading) == {
        "government of Kenya | supports | Andean Community | proposed",
        "World Bank | fund | Suez Canal | proposed",
        "Peru | fund | Suez Canal | proposed",
        "Ghana | release | detained mayors | proposed",
    }
    labels = {e.id: e.label for e in reading.entities}
    assert {labels[c.speaker] for c in reading.claims} == {"Lima Institute"}


def test_a_country_above_a_list_is_asked_of_nothing_where_nobody_recommends(read):
    text = "Kenya met Ghana.\n\nPeru:\n\n- Fund the Suez Canal.\n"

    assert told(read(text, name="note.md")) == {"Kenya | met | Ghana | asserted"}


def test_the_evidence_of_an_item_is_its_own_sentence(read):
    text = "Kenya will:\n\n- Support the Lima School Compact.\n"

    (claim,) = (c for c in read(text, name="note.md").claims if c.relation == "supports")

    assert claim.evidence[0].quote == "Support the Lima School Compact."
    assert claim.evidence[0].predicate == "Support"


def test_who_is_addressed_does_nothing_of_what_is_said_then(read):
    text = (
        "Secretary-General of the United Nations,\n\n"
        "This is a treaty that helps the World Bank.\n\nRequests for the Suez Canal help Peru.\n"
    )

    assert not any(
        who.startswith(("United Nations Secretary-General", "Secretary-General")) for who in told(read(text))
    )


def test_a_body_that_opens_a_resolution_does_what_follows(read):
    text = "The Security Council,\n\nRequests the World Bank to fund the Suez Canal;\n"

    assert "United Nations Security Council | requested | World Bank | asserted" in told(read(text))


@pytest.mark.parametrize(
    "opener",
    [
        "The Council of Ministers, meeting in Lima, Peru, under the chairmanship of H.E. Ana Berg,",
        "The Council of Ministers, meeting in Lima, under the chairmanship of Ana Berg, President of Peru;",
    ],
)
def test_where_and_under_whom_a_body_meets_stands_between_it_and_its_deeds(read, opener):
    text = f"{opener}\n\n1. Condemns the Suez Canal;\n\n2. Urges Chile to join NATO.\n"

    assert told(read(text)) >= {
        "Council of Ministers | condemned | Suez Canal | asserted",
        "Council of Ministers | urged | Chile | asserted",
    }


@pytest.mark.parametrize("sentence", ["This Decision supports Peru.", "States may support Peru."])
def test_what_has_a_subject_of_its_own_is_no_deed_of_the_body(read, sentence):
    text = f"The Security Council,\n\nRequests the World Bank to fund the Suez Canal;\n\n{sentence}\n"

    assert not any(fact.startswith("United Nations Security Council | support") for fact in told(read(text)))


def test_a_long_first_sentence_is_read_at_once():
    long = "The Security Council, at its meeting" + " in the town on the hill during the day" * 40 + "."

    body = Name(start=4, end=20, name="Council", type=EntityType.ORGANIZATION, found_by="head", proxy="Council")

    assert find_opener(long, [body]) is None


def test_the_paragraphs_of_a_declaration_are_what_those_do_who_declare(read):
    text = (
        "# Lima Declaration\n\nWe, the Heads of State of the African Union,\n\n"
        "1. Welcome the Andes Treaty;\n\n2. Urge Kenya to join the Andes Treaty;\n\nSupport for Peru.\n"
    )

    assert told(read(text, name="note.md")) == {
        "Heads of State of the African Union | welcomed | Andes Treaty | asserted",
        "Heads of State of the African Union | urged | Kenya | asserted",
        "Kenya | joined | Andes Treaty | proposed",
    }


def test_a_declaration_recognizes_and_approves_as_well_as_it_welcomes(read):
    text = (
        "# Lima Declaration\n\nWe, the Heads of State of the African Union,\n\n"
        "1. Recognize the Andean Community;\n\n2. Approve the Andes Treaty;\n"
    )

    assert told(read(text, name="note.md")) == {
        "Heads of State of the African Union | recognize | Andean Community | asserted",
        "Heads of State of the African Union | adopted | Andes Treaty | asserted",
    }


def test_what_one_hereby_does_one_does(read):
    text = "WE, the ministers of Kenya and Peru, hereby:\n\n1. Urge Chile to join the Andes Treaty;\n"

    assert "ministers of Kenya and Peru | urged | Chile | asserted" in told(read(text, name="note.md"))


def test_a_body_before_a_colon_does_what_stands_below(read):
    text = "# Decision\n\nThe Assembly of the African Union:\n\n1. Welcomes the Andes Treaty;\n"

    assert told(read(text, name="note.md")) == {"Assembly of the African Union | welcomed | Andes Treaty | asserted"}


@pytest.mark.model
@pytest.mark.parametrize(
    ("lead", "modality"),
    [
        ("Bolivia alleges that:", "possible"),
        ("Bolivia requests the Court to declare that:", "proposed"),
        ("Bolivia stated that:", "asserted"),
    ],
)
def test_items_behind_that_are_told_by_who_leads_up_to_them(lead, modality):
    text = (
        f"# Application\n\n3 May 2024\n\n{lead}\n\n(a) Peru has left the Lima Treaty;\n\n(b) Peru has attacked Chile.\n"
    )
    reading = read_claims([make_document(text.encode(), name="note.md")])
    labels = {e.id: e.label for e in reading.entities}
    told = {(labels[c.subject], c.relation, c.modality.value, labels[c.speaker]) for c in reading.claims}

    assert {("Peru", "leave", modality, "Bolivia"), ("Peru", "attacked", modality, "Bolivia")} <= told


def test_items_that_begin_with_to_are_what_those_before_the_colon_are_urged_to_do(read):
    text = (
        "The Health Assembly,\n\n1. URGES Member States:\n\n(1) to support UNICEF;\n\n"
        "(2) To oppose the Lima Treaty;\n\n2. REQUESTS UNESCO:\n\n(1) to report to the Executive Board;\n"
    )

    assert told(read(text, name="note.md")) == {
        "Health Assembly | urged | Member States | asserted",
        "Member States | supports | UNICEF | proposed",
        "Member States | opposes | Lima Treaty | proposed",
        "Health Assembly | requested | UNESCO | asserted",
        "UNESCO | report to | Executive Board | proposed",
    }


def test_items_in_the_past_behind_and_are_deeds_of_a_summit_too(read):
    text = "The Accra Summit received a report, and:\n\n(i) condemned the attack on Mali;\n(ii) elected Peru.\n"

    assert told(read(text, name="note.md")) == {
        "Accra Summit | receive | report | asserted",
        "Accra Summit | condemned | attack on Mali | asserted",
        "Accra Summit | condemn attack on | Mali | asserted",
        "Accra Summit | elect | Peru | asserted",
    }


def test_things_listed_behind_the_following_are_what_was_adopted(read):
    text = (
        "Kenya adopted the following papers:\n\n- the Lima Charter;\n- a plan for Peru.\n\nThe Oslo Charter is old.\n"
    )

    assert told(read(text, name="note.md")) == {
        "Kenya | adopted | Lima Charter | asserted",
        "Kenya | adopted | plan for Peru | asserted",
    }


def test_things_listed_behind_what_was_agreed_to_adopt_keep_both_verbs(read):
    text = "Kenya has agreed to adopt the following papers:\n\n- the Lima Charter;\n- Plan B.\n"

    assert "Kenya | agree to adopt | Lima Charter | asserted" in told(read(text, name="note.md"))


def test_steps_that_will_lead_to_what_is_listed_are_not_listed(read):
    text = "Kenya announced the following steps that will end:\n\n- the war in Mali;\n- hunger in Peru.\n"

    assert "Kenya | announced | war in Mali | asserted" not in told(read(text, name="note.md"))


def test_items_behind_a_subject_alone_tell_what_it_did_and_will_do(read):
    text = (
        "Joint Communiqué\n\nChile and Norway held talks in Oslo. In the field of trade, the two countries:\n"
        "• signed an agreement on ferry safety;\n• will establish the Oslo Fund.\n\n"
        "The Prime Minister of Norway and the President of Chile:\n\n- urged Iran to free Ana Berg;\n"
    )

    assert told(read(text)) >= {
        "Chile | sign agreement on | ferry safety | asserted",
        "Norway | sign agreement on | ferry safety | asserted",
        "Chile | established | Oslo Fund | planned",
        "Prime Minister of Norway | urged | Iran | asserted",
        "President of Chile | urged | Iran | asserted",
        "Iran | free | Ana Berg | proposed",
    }


def test_items_that_were_funded_by_somebody_are_no_deeds_of_a_subject_above_them(read):
    assert not told(
        read("Projects\n\nNorway and Peru held talks. The two countries:\n\n- funded by the Oslo Fund.\n")
    ) - {"Norway | met | Peru | asserted"}


def test_things_listed_right_behind_a_verb_or_its_preposition_are_what_it_acts_on(read):
    text = (
        "Communiqué\n\nNorway and Peru met.\n\nThe two sides welcomed:\n\n- the opening of an embassy in Oslo;\n\n"
        "Norway looked forward to:\n\n- the visit of the King of Spain to Peru.\n\n"
        "The Lima Council calls for:\n\n- the release of Ana Berg.\n\nOther matters\n\n- the port of Callao.\n"
    )

    assert told(read(text, name="note.txt")) == {
        "Norway | met | Peru | asserted",
        "Norway | welcomed | opening of an embassy in Oslo | asserted",
        "Peru | welcomed | opening of an embassy in Oslo | asserted",
        "Norway | look forward to | visit of the King of Spain to Peru | asserted",
        "King of Spain | visited | Peru | planned",
        "Lima Council | call for | release of Ana Berg | asserted",
    }


def test_items_that_tell_where_somebody_is_based_are_no_deeds(read):
    text = "Talks\n\nNorway and Peru held talks. The two sides:\n\n- based in Oslo and Lima;\n- signed the Lima Pact.\n"

    assert told(read(text)) == {
        "Norway | met | Peru | asserted",
        "Norway | signed | Lima Pact | asserted",
        "Peru | signed | Lima Pact | asserted",
    }
