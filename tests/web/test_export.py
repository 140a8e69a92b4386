"""What the page exports, read back by the programs of others."""

import base64
import io
import json
import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import networkx as nx
import openpyxl
import pytest

ROOT = Path(__file__).parents[2]
NODE = shutil.which("node")
pytestmark = pytest.mark.skipif(NODE is None, reason="needs Node.js on the path")

SHOWN = "</script><img src=x onerror=\"alert('hit')\"> & \u202erevo\u202c 😀 ]]>"
HOSTILE = SHOWN + "\x00\x0b\x1f\ufffe"
LONG = "é<" * 50_000
COLUMNS = [{"key": "subject", "title": "Subject"}, {"key": "claims", "title": "Claims"}]
ROWS = [
    {"subject": "Côte d’Ivoire", "claims": 12},
    {"subject": HOSTILE, "claims": -2.5},
    {"subject": "=1+1", "claims": None},
    {"subject": LONG, "claims": 0},
    {"subject": " two\r\nlines\t", "claims": "7"},
]
NODES = [
    {
        "id": "https://dragoman.invalid/entity/peru",
        "label": "Peru",
        "type": "Country",
        "weight": 3,
        "x": -12.5,
        "y": 40,
    },
    {"id": "b", "label": HOSTILE, "type": "Event", "weight": 1},
    {"id": "c", "label": LONG, "type": "Role", "weight": 0, "x": 1, "y": 2},
]
EDGES = [
    {"id": "1", "from": NODES[0]["id"], "to": "b", "labels": ["hosted", HOSTILE], "claims": 2, "stated": True},
    {"id": "2", "from": "b", "to": NODES[0]["id"], "labels": ["planned: met"], "claims": 1, "stated": False},
]
PICTURE = {
    "width": 300, "height": 200, "background": "#fff", "ink": "#111", "halo": "#fff", "font": '"Segoe UI", sans-serif',
    "title": HOSTILE, "desc": "Two nodes",
    "nodes": [
        {"x": 50, "y": 50, "size": 8, "shape": "star", "hollow": True, "colour": "rgb(1, 2, 3)", "opacity": 1},
        {"x": 250, "y": 150, "size": 8, "shape": "dot", "hollow": False, "colour": '"><script>', "opacity": 0.18},
    ],
    "edges": [
        {"from": {"x": 50, "y": 50}, "via": {"x": 160, "y": 80}, "to": {"x": 250, "y": 150}, "width": 1.3,
         "colour": "#888", "dashed": True, "opacity": 1, "arrow": True},
    ],
    "labels": [
        {"left": 20, "right": 80, "top": 60, "lines": ["Peru", HOSTILE], "strong": True, "relation": False,
         "faint": False, "colour": None},
    ],
}  # fmt: skip
SCRIPT = """
import {readFileSync} from "node:fs";
import {toGexf, toGraphml, toSheet, toSvg} from "./graph/web/frontend/src/export.js";

const {columns, rows, nodes, edges, picture} = JSON.parse(readFileSync(0, "utf8"));
const base64 = content => Buffer.from(content).toString("base64");
console.log(JSON.stringify({
  sheet: base64(toSheet(columns, rows, "Claims of Peru")), graphml: base64(toGraphml(nodes, edges)),
  gexf: base64(toGexf(nodes, edges)), svg: base64(toSvg(picture)),
}));
"""


@pytest.fixture(scope="module")
def exports() -> dict[str, io.BytesIO]:
    given = {"columns": COLUMNS, "rows": ROWS, "nodes": NODES, "edges": EDGES, "picture": PICTURE}
    done = subprocess.run(
        [str(NODE), "--input-type=module", "--eval", SCRIPT],
        cwd=ROOT, input=json.dumps(given), capture_output=True, check=False, encoding="utf-8", timeout=60,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return {name: io.BytesIO(base64.b64decode(content)) for name, content in json.loads(done.stdout).items()}


@pytest.fixture(scope="module")
def sheet(exports) -> Any:
    return openpyxl.load_workbook(exports["sheet"])["Claims of Peru"]


def test_an_exported_sheet_is_a_whole_zip_archive_of_1980(exports):
    with zipfile.ZipFile(exports["sheet"]) as archive:
        assert archive.testzip() is None
        assert {one.filename: (one.date_time, one.compress_type) for one in archive.infolist()} == dict.fromkeys(
            [
                "[Content_Types].xml",
                "_rels/.rels",
                "xl/workbook.xml",
                "xl/_rels/workbook.xml.rels",
                "xl/worksheets/sheet1.xml",
                "xl/styles.xml",
            ],
            ((1980, 1, 1, 0, 0, 0), zipfile.ZIP_STORED),
        )


def test_an_exported_sheet_holds_texts_as_texts_and_numbers_as_numbers(sheet):
    assert [[(cell.value, cell.data_type) for cell in row] for row in sheet.iter_rows()] == [
        [("Subject", "s"), ("Claims", "s")],
        [("Côte d’Ivoire", "s"), (12, "n")],
        [(SHOWN, "s"), (-2.5, "n")],
        [("=1+1", "s"), (None, "n")],
        [(LONG[:32_767], "s"), (0, "n")],
        [(" two\r\nlines\t", "s"), ("7", "s")],
    ]


def test_the_titles_of_an_exported_sheet_are_bold_and_stay_in_view(sheet):
    assert [[cell.font.bold for cell in row] for row in sheet["A1:B2"]] == [[True, True], [False, False]]
    assert (sheet.freeze_panes, sheet.sheet_view.pane.state) == ("A2", "frozen")


def test_the_columns_of_an_exported_sheet_are_as_wide_as_their_texts_up_to_a_line(sheet):
    assert (sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width) == (60, 8)


def test_exported_graphml_gives_the_graph_back(exports):
    graph = nx.read_graphml(exports["graphml"])

    assert dict(graph.nodes(data=True)) == {
        NODES[0]["id"]: {"label": "Peru", "type": "Country", "claims": 3},
        "b": {"label": SHOWN, "type": "Event", "claims": 1},
        "c": {"label": LONG, "type": "Role", "claims": 0},
    }
    assert list(graph.edges(data=True)) == [
        (NODES[0]["id"], "b", {"id": "1", "label": f"hosted; {SHOWN}", "claims": 2, "stated": True}),
        ("b", NODES[0]["id"], {"id": "2", "label": "planned: met", "claims": 1, "stated": False}),
    ]


def test_exported_gexf_gives_the_graph_back_with_its_places(exports):
    graph = nx.read_gexf(exports["gexf"])

    assert dict(graph.nodes(data=True)) == {
        NODES[0]["id"]: {
            "label": "Peru",
            "type": "Country",
            "claims": 3,
            "viz": {"position": {"x": -12.5, "y": 40.0, "z": 0.0}},
        },
        "b": {"label": SHOWN, "type": "Event", "claims": 1},
        "c": {"label": LONG, "type": "Role", "claims": 0, "viz": {"position": {"x": 1.0, "y": 2.0, "z": 0.0}}},
    }
    assert list(graph.edges(data=True)) == [
        (NODES[0]["id"], "b", {"id": "1", "label": f"hosted; {SHOWN}", "claims": 2, "stated": True}),
        ("b", NODES[0]["id"], {"id": "2", "label": "planned: met", "claims": 1, "stated": False}),
    ]


def test_an_exported_picture_is_xml_in_which_hostile_words_are_words(exports):
    svg = "{http://www.w3.org/2000/svg}"
    root = ET.parse(exports["svg"]).getroot()

    assert [child.tag.removeprefix(svg) for child in root] == ["title", "desc", "rect", "g", "polygon", "circle", "g"]
    assert (root.findtext(f"{svg}title"), root.findtext(f"{svg}desc")) == (SHOWN, "Two nodes")
    assert [line.text for line in root.findall(f"{svg}g/{svg}g/{svg}text[2]/{svg}tspan")] == ["Peru", SHOWN]
    assert root.find(f"{svg}circle").attrib["fill"] == '"><script>'
