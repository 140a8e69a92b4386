"""Sharing: links and files, from a file and over HTTP alike."""

import base64
import json
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as ET

import networkx as nx
import openpyxl
import pytest
from playwright.sync_api import expect
from pyoxigraph import RdfFormat, parse

from .conftest import Visit

pytestmark = pytest.mark.browser


def download(one: Visit, act: str) -> bytes:
    one.page.locator("#share").click()
    with one.page.expect_download() as waiting:
        one.page.locator(f'#share-menu [data-act="{act}"]').click()
    return Path(waiting.value.path()).read_bytes()


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
    png = download(one, "png")
    corner, paper = one.page.evaluate(
        """async text => {
          const bytes = Uint8Array.from(atob(text), one => one.charCodeAt(0));
          const picture = await createImageBitmap(new Blob([bytes], {type: "image/png"}));
          const pen = new OffscreenCanvas(picture.width, picture.height).getContext("2d");
          pen.drawImage(picture, 0, 0);
          const [red, green, blue, alpha] = pen.getImageData(1, 1, 1, 1).data;
          return [`rgb(${red}, ${green}, ${blue}) ${alpha}`, `${getComputedStyle(document.body).backgroundColor} 255`];
        }""",
        base64.b64encode(png).decode(),
    )
    assert corner == paper
    svg = ET.fromstring(download(one, "svg"))
    assert "China" in {text for element in svg.iter() if (text := (element.text or "").strip())}
    links = one.page.evaluate("page.drawing.drawnEdges().length")
    for act, read in (("graphml", nx.read_graphml), ("gexf", nx.read_gexf)):
        net = read(BytesIO(download(one, act)))
        assert set(net.nodes) == set(one.page.evaluate("page.drawing.drawnNodes()"))
        assert net.number_of_edges() == links
