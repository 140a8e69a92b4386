"""Filters by author, source and date of the documents, where a build has several of them, and by confidence."""

import pytest
from playwright.sync_api import expect

from tests.web.sample import World

from .conftest import write_page

pytestmark = pytest.mark.browser

CONFIDENCE = {"Norway": "0.85", "Kenya": "0.7", "Peru": "0.69"}
PAPERS = (
    ("press-1", "Press One", "https://press.example/2024/one", "Ministry of Fish", "2024-03-01", "Norway"),
    ("press-2", "Press Two", "https://press.example/2024/two?page=1", "A. N. Other", "2024-05-07", "Kenya"),
    ("notes", "Notes", "notes.txt", "Ministry of Fish", "2024-06-30", "Peru"),
)


@pytest.fixture(scope="module")
def papers(tmp_path_factory):
    world = World()
    world.entities({"Country": [country for *_, country in PAPERS], "Event": ["Fish Summit"], "Person": ["Wang Yi"]})
    for identifier, title, source, creator, date, country in PAPERS:
        claim = {"subject": country, "relation": "attended", "object": "Fish Summit", "confidence": CONFIDENCE[country]}
        sentences = [(f"{country} attended the Fish Summit.", [claim])]
        world.write(identifier, title, f"{title}\n\n", sentences, source=source, creator=creator, date=date)
    return write_page(world, tmp_path_factory.mktemp("papers") / "index.html")


def subjects(one):
    one.settle()
    return one.page.locator("tbody .c-subject")


def test_authors_and_sites_are_listed_with_their_claims_and_filter(visit, papers):
    one = visit(papers, anchor="#v=table&f=open")
    authors, sources = (
        one.page.locator(".facet", has=one.page.locator("legend", has_text=words))
        for words in ("Authors of documents", "Sources of documents")
    )
    expect(authors.locator(".option")).to_have_text(["Ministry of Fish2", "A. N. Other1"])
    expect(sources.locator(".option")).to_have_text(["press.example2", "notes.txt1"])
    authors.get_by_label("Ministry of Fish").check()
    expect(subjects(one)).to_have_text(["Peru", "Norway"])
    expect(sources.locator(".option")).to_have_text(["notes.txt1", "press.example1"])
    sources.get_by_label("press.example").check()
    expect(subjects(one)).to_have_text(["Norway"])
    expect(one.page.locator("#chips .filter")).to_have_text(["Ministry of Fish \u00d7", "press.example \u00d7"])
    assert one.page.evaluate("location.hash") == "#v=table&by=Ministry+of+Fish&at=press.example&f=open"

    again = visit(papers, anchor="#v=table&by=Ministry+of+Fish&at=press.example")
    expect(subjects(again)).to_have_text(["Norway"])


def test_how_sure_claims_are_is_told_and_filters(visit, papers):
    one = visit(papers, anchor="#v=table&f=open")
    sure = one.page.locator(".facet", has=one.page.locator("legend", has_text="How sure it is read"))
    expect(sure.locator(".option")).to_have_text(
        ["surely (from 0.85)1", "likely (0.7 to 0.85)1", "to be checked (below 0.7)1"]
    )
    sure.get_by_label("likely").check()
    expect(subjects(one)).to_have_text(["Kenya"])
    sure.get_by_label("surely").check()
    expect(subjects(one)).to_have_text(["Norway", "Kenya"])
    assert one.page.evaluate("location.hash") == "#v=table&cf=fair+high&f=open"

    again = visit(papers, anchor="#v=table&cf=low+lowest")
    expect(subjects(again)).to_have_text(["Peru"])
    expect(again.page.locator("#chips .filter")).to_have_text(["to be checked (below 0.7) \u00d7"])


def test_a_range_of_dates_keeps_what_documents_of_that_time_say(visit, papers):
    one = visit(papers, anchor="#v=table&f=open")
    dates = one.page.locator(".facet.published")
    expect(dates.locator("output")).to_have_text(["2024-03-01", "2024-06-30"])
    dates.locator("input").first.press("ArrowRight")
    expect(one.page.locator("#chips .filter")).to_have_text(["documents of 2024-05-07 to … \u00d7"])
    expect(subjects(one)).to_have_text(["Peru", "Kenya"])
    assert "pd=2024-05-07.." in one.page.evaluate("location.hash")

    again = visit(papers, anchor="#v=table&pd=2024-03..2024-05")
    expect(subjects(again)).to_have_text(["Norway", "Kenya"])


def test_what_all_documents_share_is_no_filter(visit):
    one = visit(anchor="#f=open")
    expect(one.page.locator(".facet legend").first).to_be_visible()
    legends = one.page.locator(".facet legend").all_inner_texts()
    assert "Documents" in legends
    assert not {"Authors of documents", "Sources of documents", "Dates of documents"} & set(legends)


def test_ticks_in_quick_succession_all_hold(visit, papers):
    one = visit(papers, anchor="#f=open&hide=Person")
    one.settle()
    one.page.evaluate("""() => ["surely", "likely", "stated"].forEach(words => [...document.querySelectorAll(".option")]
        .find(option => option.textContent.startsWith(words)).querySelector("input").click())""")
    one.settle()
    assert one.page.evaluate("location.hash") == "#st=stated&cf=high+fair&hide=Person&f=open"
