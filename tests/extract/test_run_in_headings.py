"""A heading in the first line of its passage is no part of the sentence behind it; a speaker before a colon is."""

import pytest

from graph.corpus.read import make_document
from graph.extract.pipeline import read_claims

pytestmark = pytest.mark.model


def told(text):
    reading = read_claims([make_document(f"# Fact sheet\n\n3 May 2024\n\n{text}\n".encode(), name="note.md")])
    labels = {e.id: e.label for e in reading.entities}
    return [
        (labels[c.subject], c.relation, labels.get(c.object) if isinstance(c.object, str) else c.object.normal)
        for c in reading.claims
    ]


def test_a_run_in_heading_is_no_subject():
    assert told("Clean Energy and Infrastructure: Norway funded the Lima Bank.") == [("Norway", "fund", "Lima Bank")]


def test_a_bold_run_in_heading_is_none_either():
    assert told("- **Regional Plan on Women:** In May, Norway joined NATO.") == [
        ("Norway", "joined", "North Atlantic Treaty Organization")
    ]


def test_a_programme_in_a_run_in_heading_is_the_programme_of_its_passage():
    assert told("Lima Leaders Program: Norway is a donor. The program supports Peru.") == [
        ("Lima Leaders Program", "supports", "Peru")
    ]


@pytest.mark.parametrize("speaker", ["Foreign Minister Anna Berg", "Norway", "European Union"])
def test_who_speaks_before_a_colon_stays(speaker):
    from graph.extract.gazetteer import load_gazetteer
    from graph.extract.run_in_headings import part_heading
    from graph.extract.terms import make_lexicon

    document = make_document(f"{speaker}: Peru has joined NATO.".encode(), name="note.md")
    gazetteer = load_gazetteer()
    passage = document.passages[0]
    lexicon = make_lexicon([passage.text], gazetteer, home="")

    assert list(part_heading(passage, lexicon, gazetteer)) == [passage]


def test_both_parts_keep_their_characters():
    text = "# Note\n\nClean Energy Plan: Norway funded the Lima Bank.\n"
    reading = read_claims([make_document(text.encode(), name="note.md")])

    assert [e.quote for c in reading.claims for e in c.evidence] == ["Norway funded the Lima Bank."]
