"""Documents of one title: told apart wherever one is chosen or named; and how many there are that are not listed."""

import pytest
from playwright.sync_api import expect

from tests.web.sample import World

from .conftest import write_page

pytestmark = pytest.mark.browser

TITLE = "Joint Statement"
DOCUMENTS = [
    ("one", TITLE, "2021-09-24"), ("two", TITLE, "2023-05-20"),
    ("three", "Readout", "2022"), ("four", "Readout", "2022"),
    ("five", "Declaration", "2020"), ("six", "Communiqué", "2020"), ("seven", "Speech", "2020"),
]  # fmt: skip
NAMES = {
    "2021-09-24: Joint Statement", "2023-05-20: Joint Statement", "three.txt: Readout", "four.txt: Readout",
    "Declaration", "Communiqué", "Speech",
}  # fmt: skip


@pytest.fixture(scope="module")
def twins(tmp_path_factory):
    world = World()
    world.entities({"Country": ["Norway", "Peru"], "Person": ["Wang Yi"]})
    for name, title, date in DOCUMENTS:
        claim = {"subject": "Norway", "relation": f"met in {name}", "object": "Peru"}
        world.write(name, title, "", [(f"Norway met Peru, says {name}.", [claim])], date=date)
    return write_page(world, tmp_path_factory.mktemp("twins") / "index.html")


def test_documents_of_one_title_show_their_date_or_their_file(visit, twins):
    one = visit(twins, anchor="#f=open")
    assert set(one.page.locator("#documents option").all_inner_texts()) == NAMES
    facet = one.page.locator(".facet", has=one.page.get_by_text("Documents", exact=True))
    assert set(facet.locator(".label").all_inner_texts()) == NAMES
    facet.get_by_label("2023-05-20: Joint Statement").check()
    one.settle()
    expect(one.page.locator("#chips .filter")).to_have_text(["2023-05-20: Joint Statement \u00d7"])


def test_the_overview_tells_how_many_documents_it_does_not_list(visit, twins):
    one = visit(twins)
    lines = one.page.locator("#panel .papers li")
    expect(lines).to_have_count(6)
    expect(lines.last).to_have_text("and 2 more")
    assert set(lines.all_inner_texts()[:5]) < NAMES
    one.page.locator("#language").select_option("zh")
    one.settle()
    expect(lines.last).to_have_text("另有 2 份")
