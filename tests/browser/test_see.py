"""Seeing: what is drawn, expanded, hidden, moved and pinned, from a file and over HTTP alike."""

import re

import pytest
from playwright.sync_api import expect

from tests.web.sample import BASE

from .conftest import drawn

pytestmark = pytest.mark.browser

CHINA = f"{BASE}entity/china"


def test_a_double_click_draws_neighbours_and_undo_takes_them_back(reader):
    one = reader("#e=entity/china")
    before = drawn(one)
    one.page.locator(".acts button", has_text="Draw").click()
    one.settle()
    fresh = drawn(one) - before
    assert fresh
    assert all(
        one.page.evaluate("id => page.drawing.drawnEdges().some(edge => edge.includes(id))", f"{BASE}entity/{name}")
        for name in fresh
    )
    one.page.locator("#undo").click()
    one.settle()
    assert drawn(one) == before
    one.page.locator("#redo").click()
    one.settle()
    assert drawn(one) == before | fresh
    one.page.locator(".acts button", has_text="Take them back").click()
    one.settle()
    assert drawn(one) == before


def test_a_node_is_expanded_by_a_double_click_and_hidden_by_a_key(reader):
    one = reader()
    one.page.mouse.dblclick(*one.point(f"{BASE}entity/united-nations"))
    one.settle()
    assert "expand+entity/united-nations" in one.page.url
    one.page.locator("#network").press("Delete")
    one.settle()
    assert "united-nations" not in drawn(one)
    one.page.locator("#network").press("Control+z")
    one.settle()
    assert "united-nations" in drawn(one)


def test_only_the_neighbours_of_one_are_left(reader):
    one = reader("#e=entity/kenya")
    links = [edge.replace(f"{BASE}entity/", "").split() for edge in one.page.evaluate("page.drawing.drawnEdges()")]
    one.page.locator(".acts button", has_text="Only its neighbours").click()
    one.settle()
    assert drawn(one) == {"kenya"} | {end for ends in links for end in ends if "kenya" in ends}
    one.page.locator("#reset").click()
    one.settle()
    assert len(drawn(one)) > 50


def test_a_node_that_is_dragged_stays_where_it_was_put(reader):
    one = reader()
    x, y = one.point(CHINA)
    one.page.mouse.move(x, y)
    one.page.mouse.down()
    one.page.mouse.move(x + 40, y + 25, steps=4)
    one.page.mouse.up()
    one.settle()
    assert "place+entity/china" in one.page.url
    moved = one.point(CHINA)
    assert [round(moved[0] - x), round(moved[1] - y)] == pytest.approx([40, 25], abs=2)
    again = reader("#" + one.page.url.partition("#")[2])
    assert again.point(CHINA) == pytest.approx(moved, abs=1)


def test_a_pinned_node_is_told_and_let_go_again(reader):
    one = reader("#e=entity/china")
    pin = one.page.locator(".acts button", has_text="Pin")
    expect(pin).to_have_attribute("aria-pressed", "false")
    pin.click()
    one.settle()
    expect(pin).to_have_attribute("aria-pressed", "true")
    again = reader("#" + one.page.url.partition("#")[2])
    expect(again.page.locator(".acts button", has_text="Pin")).to_have_attribute("aria-pressed", "true")
    one.page.locator("#network").press("p")
    one.settle()
    expect(pin).to_have_attribute("aria-pressed", "false")


def test_what_was_drawn_and_taken_out_is_announced(reader):
    one = reader("#e=entity/united-nations")
    before, status = drawn(one), one.page.locator("#status")
    one.page.locator(".acts button", has_text="Draw").click()
    one.settle()
    more = len(drawn(one) - before)
    expect(status).to_contain_text(f"{more} entities added" if more > 1 else "1 entity added")
    one.page.locator("#undo").click()
    one.settle()
    expect(status).to_contain_text("Undone.")
    expect(status).to_contain_text("taken out of the drawing.")


def test_back_leaves_nothing_to_redo(reader):
    one = reader("#e=entity/kenya")
    one.page.locator(".acts button", has_text="Hide").click()
    one.settle()
    one.page.locator("#undo").click()
    one.settle()
    expect(one.page.locator("#redo")).to_be_enabled()
    one.page.go_back()
    one.settle()
    assert "kenya" not in drawn(one)
    expect(one.page.locator("#redo")).to_be_disabled()


def test_a_link_holds_where_the_reader_has_moved_the_drawing(reader):
    one = reader()
    for _ in range(3):
        one.page.locator("#closer").click()
    x, y = one.point(CHINA)
    box = one.page.locator("#network").bounding_box()
    one.page.mouse.move(box["x"] + 4, box["y"] + 4)
    one.page.mouse.down()
    one.page.mouse.move(box["x"] + 64, box["y"] + 34, steps=4)
    one.page.mouse.up()
    expect(one.page).to_have_url(re.compile("z="))
    one.page.wait_for_timeout(400)  # the address follows
    moved = one.point(CHINA)
    assert [moved[0] - x, moved[1] - y] == pytest.approx([60, 30], abs=3)
    again = reader("#" + one.page.url.partition("#")[2])
    assert again.point(CHINA) == pytest.approx(moved, abs=4)
    again.page.locator("#fit").click()
    again.page.wait_for_timeout(400)
    assert "z=" not in again.page.url
