import pytest
from playwright.sync_api import expect

from tests.web.sample import World

from .conftest import CLIPBOARD, write_page

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("source", ["note.md", "https://example.org/note"])
def test_the_reader_and_the_cards_show_markdown_as_it_reads(visit, tmp_path, source):
    world = World()
    world.entities({"Country": ["China", "Brazil"]})
    quote = "🌏 **China\nwelcomes** Brazil\\_."
    claim = {"subject": "China", "relation": "welcomed", "object": "Brazil"}
    world.write(
        "note",
        "Note",
        "---\ntitle: Note\n---\n\n# A note\n\nNo _claim_ here.  \n",
        [(quote, [claim])],
        source=source,
    )
    one = visit(write_page(world, tmp_path / "note.html"))
    page = one.page
    expect(page.locator("#text h3")).to_have_text("A note")
    expect(page.locator("#text p")).to_have_text(["No claim here.", "🌏 China welcomes Brazil_."])
    expect(page.locator("#text mark")).to_have_text("🌏 China welcomes Brazil_.")
    expect(page.locator("#text mark b")).to_have_text(["China", " ", "welcomes"])
    page.locator("#text mark").click()
    expect(page.locator("#text mark")).to_have_class("lit")
    expect(page.locator(".claim q")).to_have_text("🌏 China welcomes Brazil_.")
    page.evaluate(CLIPBOARD)
    page.locator(".claim .cite").click()
    expect(page.locator("#status")).to_have_text("The citation is on the clipboard.")
    assert page.evaluate("window.copied[0]").startswith("“🌏 China welcomes Brazil_.” — Wang Yi, “Note”, 2025")
