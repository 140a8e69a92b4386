"""Comparing and following: timeline, table and matrix, from a file and over HTTP alike."""

import pytest
from playwright.sync_api import expect

from tests.web.sample import World

from .conftest import write_page

pytestmark = pytest.mark.browser


def test_the_timeline_shows_dated_claims_and_narrows_to_a_year(reader):
    one = reader("#v=timeline")
    expect(one.page.locator(".dates h3")).to_have_text(["2013", "2024"])
    one.page.get_by_role("button", name="2013: 1 claim").click()
    one.settle()
    expect(one.page.locator(".dates .statement")).to_have_text(
        "Xi Jinping proposed community with a shared future for mankind"
    )


def test_the_table_sorts_and_filters_and_is_the_drawings_twin(reader):
    one = reader("#v=table")
    one.page.get_by_role("button", name="Object").click()
    one.settle()
    expect(one.page.locator("th[aria-sort=ascending]")).to_contain_text("Object")
    cells = one.page.locator("tbody .c-object").all_inner_texts()
    assert cells == sorted(cells, key=str.lower)
    one.page.get_by_label("Filter by words").fill("guterres")
    expect(one.page.locator("tbody tr")).to_have_count(1)
    one.page.get_by_label("Filter by words").fill("")
    one.page.get_by_label("Only between what is drawn").check()
    one.settle()
    inside = one.page.evaluate(
        """async () => {
          const drawn = page.drawing.drawnNodes(), list = drawn.map(id => `<${id}>`).join(" ");
          const {rows} = await page.ask(`SELECT (COUNT(?c) AS ?n) {
            VALUES ?a { ${list} } VALUES ?b { ${list} } ?c rdf:subject ?a ; rdf:object ?b }`);
          return Number(rows[0].n.value);
        }"""
    )
    expect(one.page.locator(".pager [role=status]")).to_have_text(f"1–50 of {inside}")


def test_the_matrix_counts_who_has_claims_about_what(reader):
    one = reader("#v=matrix")
    one.page.get_by_role("button", name="China, Global Development Initiative: 1 claim").click()
    one.settle()
    expect(one.page.locator("#panel h2")).to_have_text("China and Global Development Initiative")
    one.page.locator('select[data-side="columns"]').select_option("events")
    one.settle()
    expect(one.page.locator(".matrix-body thead")).to_contain_text("Beijing Summit of FOCAC")


@pytest.mark.parametrize("anchor", ["#v=table&n=99", "#v=table&n=99&o=castle&st=shouted&e=entity/a%22b"])
def test_a_link_beyond_the_last_page_opens_the_last(reader, anchor):
    one = reader(anchor)
    expect(one.page.locator(".pager [role=status]")).to_have_text("151–159 of 159")
    expect(one.page.locator("tbody tr")).to_have_count(9)


@pytest.mark.parametrize("beside", ["e=entity/china", "f=open"])
def test_the_sentence_has_its_room_beside_the_panel_or_the_filters(visit, beside):
    one = visit(size=(1440, 900), anchor=f"#v=table&{beside}")
    body = one.page.locator(".table-body")
    assert body.evaluate("body => body.scrollWidth <= body.clientWidth")
    assert one.page.locator("tbody .c-quote").first.bounding_box()["width"] >= 230


def test_columns_that_no_row_shown_fills_are_left_out(visit):
    one = visit(anchor="#v=table")
    rare = one.page.locator("thead :is(.c-time, .c-place, .c-count)")
    one.page.get_by_label("Filter by words").fill("vision of a community")
    expect(one.page.locator("tbody")).to_have_count(0)
    one.page.get_by_label("Filter by words").fill("Xi Jinping shared future")
    expect(one.page.locator("tbody tr")).to_have_count(1)
    expect(rare).to_have_text(["When ↕", "Where"])
    one.page.get_by_label("Filter by words").fill("launch Kenya")
    expect(one.page.locator("tbody tr")).to_have_count(2)
    expect(rare).to_have_count(0)


def test_no_claim_stands_at_a_year_that_its_time_does_not_name(visit, tmp_path):
    world = World()
    world.entities({"Country": ["Norway", "Peru"], "Person": ["Wang Yi"]})
    times = ["2020", "2020s", "2021-05", "../2022", "2023/.."]
    claims = [
        {"subject": "Norway", "relation": f"met {n}", "object": "Peru", "time": time} for n, time in enumerate(times)
    ]
    world.write("one", "Report", "", [(f"Norway met Peru, {n}.", [claim]) for n, claim in enumerate(claims)])
    one = visit(write_page(world, tmp_path / "index.html"), anchor="#v=timeline")
    expect(one.page.locator(".dates h3")).to_have_text(["2020", "2021", "2022", "2023"])
    expect(one.page.locator(".dates .claim")).to_have_count(4)
    one.page.get_by_role("button", name="2020: 1 claim").click()
    one.settle()
    expect(one.page.locator(".dates .claim .statement")).to_have_text(["Norway met 0 Peru"])
