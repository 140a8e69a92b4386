"""Checking: sentences, citations and the query behind a view, from a file and over HTTP alike."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

CLIPBOARD = """() => {
  window.copied = [];
  Object.defineProperty(navigator, "clipboard", {value: {writeText: async text => { window.copied.push(text); }}});
}"""  # a headless browser has no clipboard to read back


def test_a_name_in_the_text_leads_to_its_node_and_a_claim_to_its_sentence(reader):
    one = reader()
    one.page.locator("#text .mention", has_text="Global Security Initiative").first.click()
    one.settle()
    expect(one.page.locator("#panel h2")).to_have_text("Global Security Initiative")
    expect(one.page.locator("#text .mention.lit").first).to_have_text("Global Security Initiative")
    one.page.locator(".claim .quote").first.click()
    expect(one.page.locator("#text mark.lit").first).to_contain_text("Global Security Initiative")


def test_a_citation_gives_quote_source_characters_and_a_link_that_opens_the_claim(reader, address):
    one = reader("#e=entity/global-development-initiative")
    one.page.evaluate(CLIPBOARD)
    one.page.locator(".claim", has_text="China proposed").locator(".cite").click()
    expect(one.page.locator("#status")).to_have_text("The citation is on the clipboard.")
    [text] = one.page.evaluate("window.copied")
    citation, _, link = text.rpartition(" ")
    assert citation.startswith(
        "“China proposed the Global Development Initiative (GDI).” — Wang Yi, “Building a Shared Future”, 2025"
    )
    assert "characters 27–82" in citation
    assert link.startswith(address)
    again = reader("#" + link.partition("#")[2])
    expect(again.page.locator("#panel .statement")).to_have_text("China proposed Global Development Initiative")
    expect(again.page.locator("#text mark.lit")).to_have_text("China proposed the Global Development Initiative (GDI).")


def test_an_arrow_opens_the_text_at_the_first_sentence_behind_it(reader):
    one = reader("#p=entity/xi-jinping+entity/community-with-a-shared-future-for-mankind")
    first = one.page.locator("#panel .claim .quote q").first.inner_text()
    expect(one.page.locator("#text mark.lit")).to_have_text(first)
    expect(one.page.locator("#text mark.lit")).to_be_in_viewport()


def test_the_drawing_tells_the_query_behind_its_arrows(reader):
    one = reader()
    one.page.locator("#how-network").click()
    expect(one.page.locator("#explained .console-status")).to_contain_text("rows")
    expect(one.page.locator("#explained .rows")).to_contain_text("entity:china")


@pytest.mark.parametrize("button", ["#panel .how button", "#how-text"])
def test_the_overview_and_the_text_tell_their_queries(reader, button):
    one = reader()
    one.page.locator(button).click()
    expect(one.page.locator("#explained .console-status")).to_contain_text("rows")


def test_a_view_tells_the_query_that_found_it_and_lets_it_be_changed(reader):
    one = reader("#e=entity/kenya")
    one.page.locator("#panel .how button").click()
    window = one.page.locator("#explained")
    expect(window.locator("h2")).to_have_text("How was this found?")
    expect(window.locator(".console-status")).to_contain_text("3 rows")
    expect(window.locator(".cm-content")).to_contain_text("rdf:subject entity:kenya")
    editor = window.locator(".cm-content")
    editor.click()
    editor.press("Control+a")
    one.page.keyboard.type("ASK { entity:kenya a dg:Country }")
    editor.press("Control+Enter")
    expect(window.locator(".answer")).to_have_text("Yes")
    window.get_by_role("button", name="Close").click()
    expect(window).to_be_hidden()
    expect(one.page.locator("#panel h2")).to_have_text("Kenya")
