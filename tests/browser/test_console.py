"""Asking in SPARQL, from a file and over HTTP alike."""

import pytest
from playwright.sync_api import expect

from tests.web.sample import BASE

from .conftest import Visit, drawn

pytestmark = pytest.mark.browser


def write_query(one: Visit, text: str) -> None:
    editor = one.page.locator("#view-console .cm-content")
    editor.click()
    editor.press("Control+a")
    one.page.keyboard.insert_text(text)
    editor.press("Control+Enter")


def test_a_question_with_a_blank_is_asked_in_plain_words(reader):
    one = reader("#v=console")
    one.page.locator(".question", has_text="Which ideas, initiatives and plans did each entity propose").click()
    blank = one.page.locator(".blank input")
    blank.fill("Xi Jinping")
    blank.press("Enter")
    expect(one.page.locator(".console-status")).to_contain_text("row")
    rows = one.page.locator("#view-console tbody tr")
    assert {row.split("\t")[0] for row in rows.all_inner_texts()} <= {"Xi Jinping"}


def test_a_text_of_one_s_own_is_no_longer_the_question_chosen_before(reader):
    one = reader("#v=console")
    pressed, heading = one.page.locator(".question[aria-pressed=true]"), one.page.locator("#view-console .asked")
    blank, note = one.page.locator(".blank input"), one.page.locator(".blanks .console-note")
    one.page.locator(".question", has_text="Which entities take part in the most claims").click()
    expect(pressed).to_have_count(1)
    write_query(one, "ASK { entity:china a dg:Country }")
    expect(one.page.locator(".answer")).to_have_text("Yes")
    expect(pressed).to_have_count(0)
    expect(heading).to_be_hidden()
    one.page.locator(".question", has_text="Which ideas, initiatives and plans did each entity propose").click()
    expect(heading).to_be_visible()
    write_query(one, "ASK { entity:kenya a dg:Country }")
    expect(pressed).to_have_count(0)
    expect(heading).to_be_hidden()
    expect(note).to_be_visible()
    blank.fill("Xi Jinping")
    expect(pressed).to_have_count(1)
    expect(heading).to_be_visible()
    expect(note).to_be_hidden()


def test_a_blank_for_any_words_suggests_no_entities(reader):
    one = reader("#v=console")
    one.page.locator(".question", has_text="What do the documents of an author").click()
    one.page.get_by_label("part of the author's name").fill("wang")
    expect(one.page.locator("#view-console .cm-content")).to_contain_text('CONTAINS(LCASE(?author), LCASE("wang"))')
    assert one.page.locator(".blank datalist").count() == 0
    one.page.locator(".question", has_text="Who met, visited or hosted whom").click()
    assert one.page.locator(".blank datalist").count() == 1


def test_a_result_is_a_table_a_chart_and_a_drawing(reader):
    one = reader("#v=console")
    write_query(one, "SELECT ?e (COUNT(*) AS ?n) { ?c rdf:subject ?e } GROUP BY ?e ORDER BY DESC(?n) LIMIT 4")
    table = one.page.locator("#view-console .rows")
    expect(table.locator("tbody tr").first).to_contain_text("entity:china")
    one.page.locator(".result-bar").get_by_role("button", name="Chart").click()
    expect(one.page.locator(".chart-rows tbody tr").first).to_contain_text("entity:china")
    one.page.get_by_role("button", name="Draw as network").click()
    one.settle()
    expect(one.page.locator("#tab-network")).to_have_attribute("aria-selected", "true")
    found = one.page.evaluate(
        """async () => {
          const {rows} = await page.ask("SELECT ?e { ?c rdf:subject ?e } GROUP BY ?e ORDER BY DESC(COUNT(*)) LIMIT 4");
          return rows.map(row => row.e.value);
        }"""
    )
    assert {f"{BASE}entity/{name}" for name in drawn(one)} == set(found)


def test_a_mistake_is_told_with_its_line_and_marked(reader):
    one = reader("#v=console")
    write_query(one, "SELECT ?a WHERE {\n  ?a dg:visited ?b .\n  FILTR(?b)\n}")
    expect(one.page.locator(".mistake")).to_contain_text(
        "Line 3, column 3: “FILTR” is no word of SPARQL; FILTER, perhaps?"
    )
    expect(one.page.locator("#view-console .cm-wrong")).to_have_count(1)
    write_query(one, "SELECT ?a WHERE { ?a nope:visited ?b }")
    expect(one.page.locator(".mistake")).to_contain_text("prefix nope:")


def test_names_in_a_result_lead_to_their_entities(reader):
    one = reader("#v=console")
    one.page.locator(".question", has_text="Which entities take part in the most claims").click()
    expect(one.page.locator("#view-console tbody tr").first).to_contain_text("China")
    one.page.locator(".result-bar").get_by_role("button", name="Chart").click()
    expect(one.page.locator(".chart-rows tbody tr")).to_have_count(50)
    expect(one.page.locator(".console-note", has_text="The first 50 rows")).to_be_visible()
    one.page.locator(".chart-rows").get_by_role("link", name="China", exact=True).click()
    one.settle()
    expect(one.page.locator("#panel h2")).to_have_text("China")


def test_relations_types_and_prefixes_of_the_data_are_offered(reader):
    one = reader("#v=console")
    editor = one.page.locator("#view-console .cm-content")
    one.page.wait_for_timeout(300)  # what the data uses is learnt when the console opens
    for typed, wanted in (
        ("SELECT * { ?a take", "relation"),
        ("SELECT * { ?a a Coun", "dg:Country"),
        ("SELECT * { ?a skos:", ""),
    ):
        editor.click()
        editor.press("Control+a")
        one.page.keyboard.type(typed)
        if wanted:
            expect(one.page.locator(".cm-tooltip-autocomplete")).to_contain_text(
                wanted if wanted[0] != "r" else "take part in"
            )
        editor.press("Escape")


def test_a_runaway_query_is_cancelled_or_runs_out_of_time_and_the_view_survives(reader):
    one = reader("#v=console&e=entity/kenya")
    endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
    write_query(one, endless)
    expect(one.page.locator(".run")).to_have_text("Cancel")
    one.page.locator(".run").click()
    expect(one.page.locator(".console-status")).to_have_text("Cancelled.")
    one.page.locator(".limit select").select_option("5")
    write_query(one, endless + " ")
    expect(one.page.locator(".mistake")).to_contain_text("Stopped after 5 seconds", timeout=15_000)
    write_query(one, "ASK { entity:kenya a dg:Country }")
    expect(one.page.locator(".answer")).to_have_text("Yes", timeout=15_000)
    expect(one.page.locator("#panel h2")).to_have_text("Kenya")
    one.page.locator("#search").fill("Brazil")
    one.page.locator("#search").press("Enter")
    expect(one.page.locator("#panel h2")).to_have_text("Brazil")


def test_queries_run_before_are_kept_and_the_address_carries_the_last(reader):
    one = reader("#v=console")
    write_query(one, "ASK { entity:china a dg:Country }")
    expect(one.page.locator(".answer")).to_have_text("Yes")
    one.page.locator(".past summary").click()
    expect(one.page.locator(".history .question").first).to_contain_text("ASK { entity:china a dg:Country }")
    one.page.wait_for_timeout(400)
    again = reader("#" + one.page.url.partition("#")[2])
    expect(again.page.locator(".answer")).to_have_text("Yes")
