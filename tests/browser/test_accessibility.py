"""axe-core finds nothing serious in any view; everything is reached and told without a pointer."""

from itertools import combinations

import pytest
from playwright.sync_api import expect

from tests.web.sample import BASE, World

from .conftest import overlap, write_page
from .tools import npm_module

pytestmark = pytest.mark.browser

VIEWS = {
    "overview": "",
    "entity": "#e=entity/china",
    "pair": "#p=entity/china+entity/brazil",
    "table": "#v=table",
    "timeline": "#v=timeline",
    "matrix": "#v=matrix",
    "connect": "#v=connect&ab=entity/brazil+entity/kenya",
    "console": "#v=console",
    "filtered": "#st=planned&hide=Concept&y=2010-2020",
    "gone": "#e=entity/nobody",
}
ASK = """axe.run().then(({violations}) => violations.filter(one => one.impact !== "minor")
  .map(one => `${one.id} (${one.impact}): ${one.nodes.map(node => node.target.join(" ")).slice(0, 3).join(", ")}`))"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("view", VIEWS)
def test_axe_finds_nothing_in_a_view(visit, view, scheme):
    one = visit(scheme=scheme, anchor=VIEWS[view])
    one.page.evaluate(npm_module("axe-core/axe.min.js").read_text(encoding="utf-8") + ";0")
    assert one.page.evaluate(ASK) == []


def test_axe_finds_nothing_with_filters_search_and_menu_open_on_a_phone(visit):
    one = visit(size=(390, 844))
    one.page.evaluate(npm_module("axe-core/axe.min.js").read_text(encoding="utf-8") + ";0")
    one.page.locator("#open-filters").click()
    one.page.locator(".facet").first.wait_for()
    one.search("un")
    assert one.page.evaluate(ASK) == []
    one.page.keyboard.press("Escape")
    one.page.locator("#share").click()
    expect(one.page.locator("#share-menu button").first).to_be_focused()
    assert one.page.evaluate(ASK) == []


def test_a_claim_is_reached_from_the_network_by_keyboard_alone(visit):
    page = visit().page
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#panel")).to_be_focused()
    page.locator("#network").focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("#panel .claim").first).to_be_visible()
    page.locator("#panel").focus()
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.classList.contains('quote')"):
            break
    page.keyboard.press("Enter")
    expect(page.locator("#text mark.lit").first).to_be_in_viewport()
    expect(page.locator("#status")).to_contain_text("Shown in the text of")


def test_every_stop_of_the_tab_key_has_a_name_and_a_visible_focus(visit):
    page = visit(anchor="#e=entity/kenya").page
    seen = []
    for _ in range(60):
        page.keyboard.press("Tab")
        seen.append(
            page.evaluate(
                """() => {
                  const one = document.activeElement, {outlineStyle} = getComputedStyle(one);
                  const name = one.getAttribute("aria-label") || one.textContent;
                  return [one.tagName, name.trim().slice(0, 30), outlineStyle];
                }"""
            )
        )
        if seen[-1][0] == "BODY":
            break
    assert [stop for stop in seen if stop[0] != "BODY" and not (stop[1] and stop[2] == "solid")] == []
    assert ["DIV", "Network of entities. Arrow key", "solid"] in seen
    assert len(seen) > 30


def test_the_tabs_of_the_views_are_walked_with_arrows(visit):
    one = visit()
    one.page.locator("#tab-network").focus()
    one.page.keyboard.press("ArrowRight")
    expect(one.page.locator("#tab-table")).to_be_focused()
    expect(one.page.locator("#tab-table")).to_have_attribute("aria-selected", "true")
    expect(one.page.locator("#view-table table")).to_be_visible()
    expect(one.page.locator("#view-network")).to_be_hidden()


@pytest.mark.parametrize("view", ["", "#v=table", "#v=timeline", "#v=matrix", "#v=connect", "#v=console"])
@pytest.mark.parametrize("width", [320, 390])  # 320 CSS pixels: a window of 1280 at 400 % (WCAG 2.2, 1.4.10)
def test_nothing_is_cut_off_on_a_narrow_window(visit, width, view):
    page = visit(size=(width, 844), anchor=view).page
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_on_a_small_window_chips_keep_their_size_and_a_choice_brings_its_claims_into_view(visit, tmp_path):
    world = World()
    world.entities({"Country": ["China", "Brazil", "Serbia"]})
    told = [("Brazil", "Asserted"), ("Brazil", "Planned"), ("Serbia", "Evaluative")] * 12
    said = [
        (f"China met {name} ({i}).", [{"subject": "China", "relation": f"meet {i}", "object": name, "modality": how}])
        for i, (name, how) in enumerate(told)
    ]
    world.write("visits", "Visits", "Visits", said)
    one = visit(write_page(world, tmp_path / "visits.html"), size=(390, 844), anchor="#v=table")
    one.page.locator("#view-table tbody .c-object .entity").first.click()
    one.settle()
    expect(one.page.locator("#panel h2")).to_have_text("Brazil")
    expect(one.page.locator("#panel h2")).to_be_in_viewport()
    one.page.keyboard.press("Escape")
    one.settle()
    heights = one.page.locator("#panel .standings button").evaluate_all(
        "all => all.map(one => Math.round(one.getBoundingClientRect().height))"
    )
    assert (len(heights), max(heights) <= 32) == (3, True)


@pytest.mark.parametrize("size", [(1280, 720), (390, 844)])
def test_the_filters_and_what_they_leave_overlap_nothing(visit, size):
    page = visit(size=size, anchor="#st=planned&hide=Concept&f=open").page
    page.locator(".facet").first.wait_for()
    boxes = [page.locator(part).bounding_box() for part in ("#views", "#chips", "#filters", "#legend", "#network")]
    assert [pair for pair in combinations(boxes, 2) if overlap(*pair)] == []


def test_the_open_view_can_be_read_among_the_tabs_of_a_small_window(visit):
    page = visit(size=(390, 844), anchor="#v=console").page
    tab, row = page.locator("#tab-console").bounding_box(), page.locator("#views").bounding_box()
    assert row["x"] <= tab["x"]
    assert tab["x"] + tab["width"] <= row["x"] + row["width"]


def test_the_page_speaks_chinese_when_asked_and_keeps_to_it(visit):
    one = visit(anchor=f"#e={BASE}entity/china")
    one.page.locator("#language").select_option("zh")
    one.settle()
    assert one.page.evaluate("document.documentElement.lang") == "zh-Hans"
    expect(one.page.locator("#tab-table")).to_have_text("表格")
    expect(one.page.locator("#counts")).to_have_text("2 份文件 · 82 个实体 · 159 条主张")
    expect(one.page.locator("#panel .back")).to_have_text("← 概览")
    one.page.locator("#tab-console").click()
    expect(one.page.locator(".question").nth(1)).to_contain_text("谁说了什么并非如此")
    one.page.locator("#tab-network").click()
    one.page.reload()
    expect(one.page.locator("#tab-table")).to_have_text("表格")
