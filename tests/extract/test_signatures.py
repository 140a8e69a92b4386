"""What the heading of a document says of its author."""

import pytest

from graph.corpus.read import make_document
from graph.extract.gazetteer import load_gazetteer
from graph.extract.signatures import find_signature
from graph.extract.voices import author_of

BODY = "\n\nMr. President,\n\nNorway is grateful for the warm welcome that it was given in this hall this morning.\n"


def read(heading):
    """(author, relation, country, quote) as the heading tells them."""
    document = make_document((heading + BODY).encode(), name="speech.txt")
    found = find_signature(document, load_gazetteer(), author_of(document, load_gazetteer()))
    return [
        (e.subject.name, e.relation, e.object.name, document.text[e.sentence.start : e.sentence.end]) for e in found
    ]


@pytest.mark.parametrize(
    ("heading", "told"),
    [
        (
            "ADDRESS BY H.E. OLE BERG, PRIME MINISTER OF NORWAY\nOSLO, 3 MAY 2024",
            ("Ole Berg", "be prime minister of", "Norway", "OLE BERG, PRIME MINISTER OF NORWAY"),
        ),
        (
            "Statement by\nH.E. Ms. Ana Silva\n\nMinister for Foreign Affairs of the\nRepublic of Chile\nat the Debate",
            (
                "Ana Silva",
                "be minister for foreign affairs of",
                "Chile",
                "Ana Silva\n\nMinister for Foreign Affairs of the\nRepublic of Chile",
            ),
        ),
        (
            "Address by H.E. Ole Berg, the President of the Republic of Chile, at the General Debate",
            ("Ole Berg", "be president of", "Chile", "Ole Berg, the President of the Republic of Chile"),
        ),
    ],
)
def test_the_office_behind_the_author_s_name_is_read(heading, told):
    assert [told_ for told_ in read(heading) if told_[1] != "hasRole"] == [told]


@pytest.mark.parametrize(
    ("heading", "posts"),
    [
        ("ADDRESS BY H.E. OLE BERG, PRIME MINISTER OF NORWAY\nOSLO", [("hasRole", "Prime Minister of Norway")]),
        (
            "Ana Silva,\n\nMember of the XYZ Council\n\nAnd Minister of Foreign Affairs\n\nLima Journal",
            [("memberOf", "XYZ Council"), ("hasRole", "Minister of Foreign Affairs")],
        ),
    ],
)
def test_offices_and_memberships_behind_the_name_are_read_one_by_one(heading, posts):
    assert [(relation, thing) for _, relation, thing, _ in read(heading) if thing != "Norway"] == posts


@pytest.mark.parametrize(
    "heading",
    [
        "Address by H.E. Ole Berg\nOslo, 3 May 2024",
        "Address by H.E. Ole Berg, President, at the Summit of Chile",
        "A letter to the President of Chile",
    ],
)
def test_a_heading_that_does_not_tell_the_office_makes_no_claim(heading):
    assert read(heading) == []


@pytest.mark.parametrize(
    ("heading", "session"),
    [
        (
            "Address by H.E. Ole Berg\n78th Session of the UN General Assembly\nNew York, 20 September 2023",
            ("78th session of the United Nations General Assembly", "2023-09-20"),
        ),
        # as a scanner prints it; and in short
        (
            'Statement by H.E. Ole Berg\nPresident of Chile\n71" Session of the General Assembly\nMay 2023',
            ("71st session of the United Nations General Assembly", "2023-05"),
        ),
        (
            "ADDRESS BY H.E. OLE BERG, PRIME MINISTER OF NORWAY\nUNGA.79\nNEW YORK, 27 SEPTEMBER 2024",
            ("79th session of the United Nations General Assembly", "2024-09-27"),
        ),
    ],
)
def test_the_session_that_a_speech_was_held_at_is_read(heading, session):
    document = make_document((heading + BODY).encode(), name="speech.txt")
    (spoken,) = [
        e
        for e in find_signature(document, load_gazetteer(), author_of(document, load_gazetteer()))
        if e.relation == "address"
    ]

    times = [q.value.normal for q in spoken.qualifiers if q.kind == "time"]
    assert (spoken.subject.name, spoken.object.name, *times) == ("Ole Berg", *session)


def test_a_session_that_nobody_spoke_at_makes_no_claim():
    assert [
        told for told in read("Ole Berg\nReport on the 78th Session of the General Assembly") if told[1] == "address"
    ] == []
