import pytest

from graph.extract.claims import with_evidence
from graph.model import Claim, Evidence, Modality, Polarity, Span


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "details"),
    [
        # what one asks of another, with what, and on what condition
        ("Norway called on Chile to sign the Lima Treaty.", {"Norway called on Chile": "to sign the Lima Treaty"}),
        (
            "Kenya supports Peru in hosting the Lima Summit.",
            {"Kenya supports Peru": "in hosting the Lima Summit"},
        ),
        (
            "Kenya thanked Peru for its offer of aid.",
            {"Kenya thanked Peru": "for its offer of aid"},
        ),
        (
            "If the council agrees, Kenya will sign the Lima Treaty.",
            {"Kenya will sign Lima Treaty": "If the council agrees"},
        ),
        # what somebody is told, and regardless of what
        (
            "Peru assured Chile that its navy would leave.",
            {"Peru assured Chile": "that its navy would leave"},
        ),
        (
            "Kenya supports Peru regardless of the cost.",
            {"Kenya supports Peru": "regardless of the cost"},
        ),
        # nothing that another sentence tells, nor of whom it does not say who they are
        ("Kenya asked Peru for help to free them.", {"Kenya asked Peru": "for help"}),
        ("Peru urges Chile to fulfil its promises in this regard.", {"Peru urges Chile": "to fulfil its promises"}),
        ("Japan sent 9 ships to Mali as part of those commitments.", {"Japan sent 9 ships": "to Mali"}),
        ("Peru thanked Chile for its support this year.", {"Peru thanked Chile": "for its support … this year"}),
        # what a relation names before its object
        (
            "Kenya supports the position by Norway on the Lima Treaty.",
            {"Kenya supports the position on Lima Treaty": "by Norway"},
        ),
        # a list shares what stands behind its last member, but not what another article begins
        (
            "Kenya adopted new rules, common standards and guidelines that protect its ports.",
            {
                "Kenya adopted new rules": "that protect its ports",
                "Kenya adopted common standards": "that protect its ports",
                "Kenya adopted guidelines": "that protect its ports",
            },
        ),
        (
            "Kenya described the damage and the need for aid.",
            {"Kenya described damage": "", "Kenya described need for aid": ""},
        ),
        # a qualifier tells it already; the doer of a passive is its subject; a person's country is no news
        ("Kenya signed the Lima Treaty in Norway in 2013.", {"Kenya signed Lima Treaty": ""}),
        ("The Lima Treaty was signed by Kenya.", {"Kenya signed Lima Treaty": ""}),
        ("President Boric met with President Mara Toure of Liberia.", {"Boric met with Mara Toure": ""}),
        ("President Boric travelled to Norway, to Kenya, and to Peru.", {"Boric travelled to Kenya": ""}),
        (
            "Norway and Peru advance a free and open Baltic Sea.",
            {"Peru advance free and open Baltic Sea": ""},
        ),
        # what is between several is between all of them
        (
            "The Lima Corridor runs between Kenya and Peru.",
            {
                "Lima Corridor runs between Kenya": "between Kenya and Peru",
                "Lima Corridor runs between Peru": "between Kenya and Peru",
            },
        ),
        # a comma may only end an insertion, and a deadline is that of what one is asked for
        (
            "Norway asked its partners, including Acme, for a plan for the port by May 2026.",
            {"Norway asked Acme": "for a plan for the port by May 2026"},
        ),
        # an aside is another claim's
        ("Kenya signed the Lima Treaty, ending the war.", {"Kenya signed Lima Treaty": ""}),
    ],
)
def test_a_claim_keeps_what_its_clause_adds_in_the_words_of_the_text(text, details, extract):
    told = {f"{e.subject.name} {e.predicate} {name_of(e)}": e.detail for e in extract(text)}

    assert {key: told.get(key) for key in details} == details


def name_of(extraction):
    return getattr(extraction.object, "name", None) or extraction.object.normal


def test_a_sentence_that_says_a_claim_twice_is_one_piece_of_evidence_in_full():
    span = Span(document="d", start=0, end=9)
    short, full = (
        Evidence(sentence=span, quote="It signed", predicate="signed", rule="clause", detail=d) for d in ("", "in full")
    )
    claim = Claim(
        subject="kenya",
        relation="signed",
        object="treaty",
        polarity=Polarity.AFFIRMED,
        modality=Modality.ASSERTED,
        speaker="author",
        attributed=False,
        qualifiers=(),
        confidence=0.9,
        evidence=(short, full),
    )

    assert with_evidence([claim]).evidence == (full,)
