import pytest
from playwright.sync_api import expect

from tests.web.sample import World

from .conftest import write_page

pytestmark = pytest.mark.browser


def test_the_reader_and_the_cards_show_markdown_as_it_reads(visit, tmp_path):
    world = World()
    world.entities({"Country": ["China", "Brazil"]})
    quote = "🌏 **China\nwelcomes** Brazil\\_."
    claim = {"subject": "China", "relation": "welcomed", "object": "Brazil"}
    world.write(
        "note",
        "Note",
        "---\ntitle: Note\n---\n\n# A note\n\nNo _claim_ here.  \n",
        [(quote, [claim])],
        source="note.md",
    )
    page = visit(write_page(world, tmp_path / "note.html")).page
    expect(page.locator("#text h3")).to_have_text("A note")
    expect(page.locator("#text p")).to_have_text(["No claim here.", "🌏 China welcomes Brazil_."])
    expect(page.locator("#text mark")).to_have_text("🌏 China welcomes Brazil_.")
    expect(page.locator("#text mark b")).to_have_text(["China", " ", "welcomes"])
    page.locator("#text mark").click()
    expect(page.locator("#text mark")).to_have_class("lit")
    expect(page.locator(".claim q")).to_have_text("🌏 China welcomes Brazil_.")
