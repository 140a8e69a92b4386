"""Finding: facets, counts and years, from a file and over HTTP alike."""

import re

import pytest
from playwright.sync_api import expect

from tests.web.sample import BASE

from .conftest import drawn

pytestmark = pytest.mark.browser


def test_facets_count_and_filter(reader):
    one = reader()
    one.page.locator("#open-filters").click()
    planned = one.page.locator(".facet label", has_text="planned")
    count = int(planned.locator(".many").inner_text())
    planned.click()
    one.settle()
    expect(one.page.locator("#chips .filter")).to_have_attribute("aria-label", "Remove the filter planned")
    assert one.page.evaluate("page.picture().links.every(link => link.stated === 0)")
    one.page.locator("#tab-table").click()
    expect(one.page.locator(".pager [role=status]")).to_have_text(f"1–{count} of {count}")
    expect(one.page.locator("td .chip")).to_have_text(["planned"] * count)
    one.page.locator("#chips .filter").click()
    one.settle()
    expect(one.page.locator(".pager [role=status]")).to_have_text("1–50 of 159")


def test_a_facet_is_counted_under_the_other_filters(reader):
    one = reader("#sp=entity/xi-jinping")
    one.page.locator("#open-filters").click()
    years = one.page.locator(".facet", has_text="Years")
    expect(years.locator("output")).to_have_text(["2024", "2024"])
    expect(one.page.locator(".facet", has_text="Who says it").locator(".option")).to_have_count(2)


def test_the_year_slider_keeps_claims_of_a_range(reader):
    one = reader("#v=table")
    one.page.locator("#open-filters").click()
    slider = one.page.locator('.slider input[data-end="to"]')
    slider.focus()
    slider.press("ArrowLeft")
    expect(one.page.locator("#chips .filter")).to_have_count(1)
    one.settle()
    expect(one.page.locator("#chips .filter")).to_have_attribute("aria-label", "Remove the filter … to 2013")
    expect(one.page.locator("tbody tr")).to_have_count(1)
    expect(one.page.locator("tbody th")).to_have_text("Xi Jinping")


def test_types_are_counted_under_the_other_filters(reader):
    one = reader("#f=open&sp=entity/xi-jinping")
    types = one.page.locator(".facet", has_text="Types of entities")
    inside = one.page.evaluate(
        """async () => {
          const {rows} = await page.ask(`SELECT (COUNT(DISTINCT ?e) AS ?n) {
            ?c dg:speaker entity:xi-jinping . { ?c rdf:subject ?e } UNION { ?c rdf:object ?e } ?e a dg:Concept }`);
          return rows[0].n.value;
        }"""
    )
    expect(types.locator(".option", has_text="Concept").locator(".many")).to_have_text(inside)
    expect(types.locator(".option", has_text="Role").locator(".many")).to_have_text("0")


def test_what_passes_the_filters_is_drawn_by_itself_and_taken_back(reader):
    one = reader("#st=planned")
    before = drawn(one)
    one.page.get_by_role("button", name="Draw what passes").click()
    one.settle()
    planned = one.page.evaluate(
        """async () => {
          const {rows} = await page.ask(`SELECT DISTINCT ?e {
            ?c dg:modality dg:Planned ; dg:polarity dg:Affirmed . { ?c rdf:subject ?e } UNION { ?c rdf:object ?e }
            ?e dg:weight ?w }`);
          return rows.map(row => row.e.value);
        }"""
    )
    assert {f"{BASE}entity/{name}" for name in drawn(one)} == set(planned)
    one.page.locator("#undo").click()
    one.settle()
    assert drawn(one) == before


def test_open_filters_and_the_standing_kept_in_the_panel_are_in_the_link(reader):
    one = reader("#e=entity/china")
    one.page.locator("#panel button.chip.planned").click()
    one.page.locator("#open-filters").click()
    one.page.locator(".facet").first.wait_for()
    expect(one.page).to_have_url(re.compile("k=planned&f=open"))
    again = reader("#" + one.page.url.partition("#")[2])
    expect(again.page.locator("#filters")).to_be_visible()
    expect(again.page.locator("#panel button.chip.planned")).to_have_attribute("aria-pressed", "true")
    expect(again.page.locator("#panel .claim.stated")).to_have_count(0)
    again.page.locator("#close-filters").click()
    expect(again.page.locator("#filters")).to_be_hidden()
    expect(again.page.locator("#open-filters")).to_be_focused()
