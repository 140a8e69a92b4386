import base64
import gzip
import hashlib
import json
import re
from html.parser import HTMLParser

import pytest
from pyoxigraph import RdfFormat, parse

from graph.errors import StoreError
from graph.model import EntityType
from graph.rdf.files import write_ntriples
from graph.sparql.store import make_store
from graph.web import page as page_module
from graph.web.network import make_network
from graph.web.page import FRONTEND, LOOKS, render_page, render_served, render_view
from graph.web.view import make_view

from .sample import BASE, HOSTILE, World


class Elements(HTMLParser):
    """Collects tags with their attributes, and the content of each script and style."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.contents: list[tuple[str, dict[str, str | None], str]] = []
        self.inside = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.inside = tag
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        self.inside = ""

    def handle_data(self, data):
        if self.inside in {"script", "style"}:
            self.contents.append((*self.tags[-1], data))


def config(page: str) -> dict:
    [content] = re.findall(r'<script type="application/json" id="page-config">(.*?)</script>', page, re.DOTALL)
    return json.loads(content)


def packed(page: str) -> bytes:
    [content] = re.findall(r'<script type="text/plain" id="page-data">(.*?)</script>', page, re.DOTALL)
    return gzip.decompress(base64.b64decode(content))


def digest(content: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()


def policy_of(elements: Elements) -> str:
    [policy] = [a["content"] for t, a in elements.tags if t == "meta" and a.get("http-equiv")]
    return policy


def scripts_and_style(elements: Elements) -> tuple[list[str], str]:
    scripts: list[str] = []
    for i, (tag, attributes, content) in enumerate(elements.contents):
        if tag == "script" and "type" not in attributes:
            if i and elements.contents[i - 1][1] is attributes:
                scripts[-1] += content
            else:
                scripts.append(content)
    [style] = [content for tag, _, content in elements.contents if tag == "style"]
    return scripts, style


def test_two_renderings_are_the_same_bytes(sample_store, sample_triples, sample_page):
    view = make_view(make_network(sample_store), sample_store)
    assert render_page(view, sample_triples, title="Sample & Co").encode() == sample_page.encode()


def test_the_policy_allows_the_pages_own_scripts_style_engine_and_worker_only(sample_page):
    elements = Elements(sample_page)
    (library, script), style = scripts_and_style(elements)
    assert policy_of(elements) == (
        f"default-src 'none'; script-src '{digest(library)}' '{digest(script)}' 'wasm-unsafe-eval'; "
        f"worker-src blob:; style-src '{digest(style)}'; base-uri 'none'; form-action 'none'"
    )


def test_the_page_loads_nothing(sample_page):
    elements = Elements(sample_page)
    assert {tag for tag, _ in elements.tags} & {"link", "img", "iframe", "object", "embed", "base", "form"} == set()
    assert [a for _, a in elements.tags if {"src", "style"} & a.keys() or a.get("href", "#")[0] != "#"] == []
    assert [a for _, a in elements.tags if any(name.startswith("on") for name in a)] == []
    [style] = [content for tag, _, content in elements.contents if tag == "style"]
    assert "url(" not in style
    assert "@import" not in style


def test_the_packed_graph_is_the_graph(sample_page, sample_triples):
    assert {quad.triple for quad in parse(packed(sample_page), format=RdfFormat.TURTLE)} == set(sample_triples)


def test_hostile_names_stay_in_the_data(sample_page):
    elements = Elements(sample_page)
    assert [tag for tag, _ in elements.tags if tag in {"script", "img"}] == ["script"] * 6
    assert HOSTILE not in sample_page
    assert HOSTILE.encode() in packed(sample_page).replace(b'\\"', b'"')


@pytest.mark.parametrize("title", [HOSTILE, "A & B <b>", '" onload="x'])
def test_a_hostile_title_is_escaped(title):
    store = make_store([])
    page = render_page(make_view(make_network(store), store), [], title=title)
    assert title not in page
    assert {tag for tag, _ in Elements(page).tags} & {"b", "img"} == set()


def test_the_drawing_has_fixed_positions_and_no_physics(sample_page, sample_network):
    found = config(sample_page)
    drawn = {node["id"]: (node["x"], node["y"]) for node in found["view"]["nodes"]}
    assert drawn == {node: (d["x"], d["y"]) for node, d in sample_network.nodes(data=True) if "x" in d}
    assert found["options"]["physics"] == {"enabled": False}


def test_a_link_tells_how_many_of_its_claims_are_stated(sample_page):
    links = {link["id"].replace(f"{BASE}entity/", ""): link for link in config(sample_page)["view"]["links"]}
    told = {pair: (links[pair]["claims"], links[pair]["stated"]) for pair in ("china brazil", "china serbia")}
    assert told == {"china brazil": (1, 1), "china serbia": (1, 0)}
    assert links["china serbia"]["names"] == [{"standing": "planned", "relation": "launch efforts to build"}]


def test_an_empty_store_gives_a_page():
    store = make_store([])
    page = render_page(make_view(make_network(store), store), [])
    assert config(page)["view"]["counts"] == {"documents": 0, "entities": 0, "claims": 0}
    assert config(page)["view"]["nodes"] == []


def test_every_type_is_told_apart_without_its_colour():
    style = (FRONTEND / "style.css").read_text(encoding="utf-8")
    colours = {t: re.findall(rf"--type-{t.lower()}: (light-dark\(.*?\));", style) for t in EntityType}
    assert set(LOOKS) == set(EntityType)
    assert all(len(found) == 1 for found in colours.values())
    looks = [(look["shape"], look["hollow"]) for look in LOOKS.values()]
    assert sorted(set(looks)) == sorted(looks)


def test_the_served_page_holds_no_graph_and_may_ask_its_endpoint_only(sample_view, tmp_path):
    (tmp_path / "explorer.json").write_bytes(render_view(sample_view, title="Served", base=BASE))
    page = render_served(tmp_path, endpoint="sparql")
    elements = Elements(page)
    (library, script), style = scripts_and_style(elements)
    assert policy_of(elements) == (
        f"default-src 'none'; script-src '{digest(library)}' '{digest(script)}'; connect-src 'self'; "
        f"style-src '{digest(style)}'; base-uri 'none'; form-action 'none'"
    )
    assert {a.get("id") for t, a in elements.tags if t == "script"} == {"page-config", None}
    assert (config(page)["endpoint"], config(page)["view"]) == ("sparql", sample_view)


def test_a_served_page_of_a_bare_graph_counts_it_first(sample_view, sample_triples, tmp_path):
    write_ntriples(sample_triples, tmp_path / "graph.nt")
    assert config(render_served(tmp_path, endpoint="https://data.example/sparql"))["view"] == sample_view


def test_scripts_that_were_not_built_are_asked_for(sample_view, tmp_path, monkeypatch):
    monkeypatch.setattr(page_module, "ASSETS", tmp_path)
    with pytest.raises(StoreError, match=r"worker\.js: the page's scripts are not built; run `pip install"):
        render_page(sample_view, [])


def view_of(*claims: dict[str, str]) -> dict:
    world = World()
    world.entities({"Country": ["China", "Brazil"]})
    said = [(f"Sentence {i}.", [{"subject": "China", "object": "Brazil"} | c]) for i, c in enumerate(claims)]
    world.write("note", "Note", "Note", said)
    store = make_store(world.whole())
    return make_view(make_network(store), store)


def test_a_view_counts_how_claims_stand():
    view = view_of(
        {"relation": "hosted"},
        {"relation": "met", "modality": "Planned"},
        {"relation": "left", "modality": "Planned", "polarity": "Negated"},
        {"relation": "praised", "modality": "Evaluative"},
    )
    assert view["standings"] == [
        {"key": "denied", "count": 1}, {"key": "planned", "count": 1},
        {"key": "stated", "count": 1}, {"key": "view", "count": 1},
    ]  # fmt: skip
    [link] = view["links"]
    assert [name["standing"] for name in link["names"]] == ["stated", "denied", "planned", "view"]
