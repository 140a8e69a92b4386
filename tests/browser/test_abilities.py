"""What a reader can do, from a file and over HTTP alike."""

import json
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as ET

import networkx as nx
import openpyxl
import pytest
from playwright.sync_api import expect
from pyoxigraph import RdfFormat, parse

from tests.web.sample import BASE

from .conftest import Visit, drawn

pytestmark = pytest.mark.browser

CHINA, KENYA = f"{BASE}entity/china", f"{BASE}entity/kenya"
CLIPBOARD = """() => {
  window.copied = [];
  Object.defineProperty(navigator, "clipboard", {value: {writeText: async text => { window.copied.push(text); }}});
}"""  # a headless browser has no clipboard to read back


def download(one: Visit, act: str) -> bytes:
    one.page.locator("#share").click()
    with one.page.expect_download() as waiting:
        one.page.locator(f'#share-menu [data-act="{act}"]').click()
    return Path(waiting.value.path()).read_bytes()


# 1 See


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


# 2 Find


def test_facets_count_and_filter(reader):
    one = reader()
    one.page.locator("#open-filters").click()
    planned = one.page.locator(".facet label", has_text="planned")
    count = int(planned.locator(".many").inner_text())
    planned.click()
    one.settle()
    expect(one.page.locator("#chips .chip")).to_have_attribute("aria-label", "Remove the filter planned")
    assert one.page.evaluate("page.picture().links.every(link => link.stated === 0)")
    one.page.locator("#tab-table").click()
    expect(one.page.locator(".pager [role=status]")).to_have_text(f"1–{count} of {count}")
    expect(one.page.locator("td .chip")).to_have_text(["planned"] * count)
    one.page.locator("#chips .chip").click()
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
    expect(one.page.locator("#chips .chip")).to_have_count(1)
    one.settle()
    expect(one.page.locator("#chips .chip")).to_have_attribute("aria-label", "Remove the filter … to 2013")
    expect(one.page.locator("tbody tr")).to_have_count(1)
    expect(one.page.locator("tbody th")).to_have_text("Xi Jinping")


# 3 Check


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


def test_the_drawing_tells_the_query_behind_its_arrows(reader):
    one = reader()
    one.page.locator("#how-network").click()
    expect(one.page.locator("#explained .console-status")).to_contain_text("rows")
    expect(one.page.locator("#explained .rows")).to_contain_text("entity:china")


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


# 4 Connect


def test_ways_between_two_entities_come_with_their_sentences(reader):
    one = reader("#v=connect&ab=entity/brazil+entity/kenya")
    ways = one.page.locator(".way summary")
    expect(ways.first).to_have_text("Brazil — China — Kenya 2 steps")
    expect(one.page.locator(".way[open] q").first).to_contain_text("Brazil")
    expect(one.page.locator(".commons .entity").first).to_have_text("China")


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


# 5 Compare and follow


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


# 7 Share


def test_the_address_holds_all_that_is_seen(reader):
    one = reader("#e=entity/united-nations")
    one.page.locator(".acts button", has_text="Draw").click()
    one.settle()
    one.page.locator("#tab-table").click()
    one.page.get_by_label("Filter by words").fill("united")
    expect(one.page.locator("tbody tr").first).to_contain_text("United")
    one.settle()
    again = reader("#" + one.page.url.partition("#")[2])
    assert again.page.evaluate("page.state()") == one.page.evaluate("page.state()")
    assert again.page.evaluate("page.picture()") == one.page.evaluate("page.picture()")
    assert again.page.locator("tbody").inner_text() == one.page.locator("tbody").inner_text()
    expect(again.page.locator("#panel h2")).to_have_text("United Nations")


def test_what_is_shown_is_saved_as_tables_and_as_rdf(reader):
    one = reader("#e=entity/global-development-initiative")
    lines = download(one, "csv").decode("utf-8-sig").split("\r\n")
    assert lines[0].startswith("Subject,Stands,Relation,Object,")
    assert lines[1].startswith("China,stated,proposed,Global Development Initiative,")
    sheet = openpyxl.load_workbook(BytesIO(download(one, "xlsx"))).active
    assert [cell.value for cell in sheet[2]][:4] == ["China", "stated", "proposed", "Global Development Initiative"]
    claims = {
        t.subject.value
        for t in (q.triple for q in parse(download(one, "ttl"), format=RdfFormat.TURTLE))
        if "/claim/" in t.subject.value
    }
    shown = one.page.evaluate("[...document.querySelectorAll('[data-claim]')].map(card => card.dataset.claim)")
    assert claims == set(shown)
    assert len(shown) == 3
    linked = json.loads(download(one, "jsonld"))
    assert claims <= {node["@id"] for node in linked}


def test_the_drawing_is_saved_as_a_picture_and_as_a_network(reader):
    one = reader()
    assert download(one, "png")[:8] == b"\x89PNG\r\n\x1a\n"
    svg = ET.fromstring(download(one, "svg"))
    assert "China" in {text for element in svg.iter() if (text := (element.text or "").strip())}
    links = one.page.evaluate("page.drawing.drawnEdges().length")
    for act, read in (("graphml", nx.read_graphml), ("gexf", nx.read_gexf)):
        net = read(BytesIO(download(one, act)))
        assert set(net.nodes) == set(one.page.evaluate("page.drawing.drawnNodes()"))
        assert net.number_of_edges() == links
