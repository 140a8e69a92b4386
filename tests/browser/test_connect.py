"""Connecting: ways between two entities and what one says about the other, from a file and over HTTP alike."""

import pytest
from playwright.sync_api import expect

from .conftest import drawn

pytestmark = pytest.mark.browser


def test_ways_between_two_entities_come_with_their_sentences(reader):
    one = reader("#v=connect&ab=entity/brazil+entity/kenya")
    ways = one.page.locator(".way summary")
    expect(ways.first).to_have_text("Brazil — China — Kenya 2 steps")
    expect(one.page.locator(".way[open] q").first).to_contain_text("Brazil")
    expect(one.page.locator(".commons .entity").first).to_have_text("China")


def test_ways_and_neighbours_keep_to_the_filters(reader):
    one = reader("#v=connect&ab=entity/brazil+entity/kenya&st=denied")
    expect(one.page.locator(".connect-results .empty")).to_have_text(
        ["No way of four steps or fewer.", "None.", "Nothing in these texts."]
    )


def test_what_one_says_about_another(reader):
    one = reader("#v=connect")
    for end, name in (("from", "xi jinping"), ("to", "moscow")):
        field = one.page.get_by_label(end.capitalize(), exact=True)
        field.fill(name)
        one.page.locator(f"#connect-{end} li .label").first.wait_for()
        field.press("Enter")
        one.settle()
    said = one.page.locator(".connect-results section", has_text="What Xi Jinping says about Moscow")
    expect(said.locator(".statement").first).to_contain_text("Moscow State Institute of International Relations")


def test_pairs_are_suggested_until_two_are_chosen(reader):
    one = reader("#v=connect")
    first = one.page.locator(".suggested button").first
    pair = first.inner_text().split(" and ")
    first.click()
    one.settle()
    expect(one.page.get_by_label("From", exact=True)).to_have_value(pair[0])
    expect(one.page.get_by_label("To", exact=True)).to_have_value(pair[1])
    expect(one.page.locator(".suggested")).to_have_count(0)
    expect(one.page.locator(".way").first).to_be_visible()
    other = reader("#v=connect&ab=entity/kenya+")
    other.page.locator(".suggested button", has_text="China").click()
    other.settle()
    expect(other.page.locator(".way summary").first).to_have_text("Kenya — China 1 step")


def test_a_way_is_drawn_by_itself(reader):
    one = reader("#v=connect&ab=entity/brazil+entity/kenya")
    one.page.locator(".way[open]").get_by_role("button", name="Draw it").click()
    one.settle()
    assert drawn(one) == {"brazil", "china", "kenya"}
    one.page.locator("#reset").click()
    one.settle()
    assert len(drawn(one)) > 50
