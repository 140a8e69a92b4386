import base64
import hashlib
import json
import re
from html.parser import HTMLParser

import pytest

from graph.model import EntityType
from graph.sparql.store import make_store
from graph.web.network import make_network
from graph.web.page import FRONTEND, LOOKS, render_page

from .sample import HOSTILE, World


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


def block(page: str, name: str) -> dict:
    [content] = re.findall(rf'<script type="application/json" id="{name}">(.*?)</script>', page, re.DOTALL)
    return json.loads(content)


def digest(content: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()


def test_two_renderings_are_the_same_bytes(sample_network, sample_store, sample_page):
    again = render_page(make_network(sample_store), sample_store, title="Sample & Co")
    assert again.encode() == sample_page.encode()


def test_the_policy_allows_the_pages_own_script_and_style_only(sample_page):
    elements = Elements(sample_page)
    [script] = ["".join(c for t, a, c in elements.contents if t == "script" and "type" not in a)]
    [style] = [content for tag, _, content in elements.contents if tag == "style"]
    [policy] = [a["content"] for t, a in elements.tags if t == "meta" and a.get("http-equiv")]
    assert policy == (
        f"default-src 'none'; script-src '{digest(script)}'; style-src '{digest(style)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def test_the_page_loads_nothing(sample_page):
    elements = Elements(sample_page)
    assert {tag for tag, _ in elements.tags} & {"link", "img", "iframe", "object", "embed", "base", "form"} == set()
    assert [attributes for _, attributes in elements.tags if {"src", "href", "style"} & attributes.keys()] == []
    assert [a for _, a in elements.tags if any(name.startswith("on") for name in a)] == []
    [style] = [content for tag, _, content in elements.contents if tag == "style"]
    assert "url(" not in style
    assert "@import" not in style


def test_hostile_names_stay_in_the_data(sample_page):
    elements = Elements(sample_page)
    assert [tag for tag, _ in elements.tags if tag in {"script", "img"}] == ["script"] * 3
    assert HOSTILE not in sample_page
    assert HOSTILE in [entity["label"] for entity in block(sample_page, "page-data")["entities"]]


@pytest.mark.parametrize("title", [HOSTILE, "A & B <b>", '" onload="x'])
def test_a_hostile_title_is_escaped(title):
    store = make_store([])
    page = render_page(make_network(store), store, title=title)
    assert title not in page
    assert {tag for tag, _ in Elements(page).tags} & {"b", "img"} == set()


def test_the_drawing_has_fixed_positions_and_no_physics(sample_page, sample_network):
    network = block(sample_page, "page-network")
    drawn = {node["id"]: (node["x"], node["y"]) for node in network["nodes"] if "x" in node}
    assert drawn == {node: (d["x"], d["y"]) for node, d in sample_network.nodes(data=True) if "x" in d}
    assert network["options"]["physics"] == {"enabled": False}
    assert [node for node in network["nodes"] if "title" in node] == []


def test_an_arrow_is_dashed_unless_something_is_stated(sample_page):
    edges = {
        edge["id"].replace("https://dragoman.invalid/entity/", ""): edge
        for edge in block(sample_page, "page-network")["edges"]
    }
    assert edges["china brazil"]["dashes"] is False
    assert edges["china serbia"]["dashes"] is True
    assert edges["china spain"]["claims"] == 2


def test_every_quote_is_the_documents_text_at_its_offsets(sample_page):
    data = block(sample_page, "page-data")
    assert len(data["sentences"]) > 70
    for sentence in data["sentences"]:
        text = data["documents"][sentence["document"]]["text"]
        assert text[sentence["start"] : sentence["end"]] == sentence["quote"]


def test_a_claim_says_who_how_when_and_where(sample_page):
    data = block(sample_page, "page-data")
    labels = [entity["label"] for entity in data["entities"]]
    [claim] = [
        claim for claim in data["claims"]
        if any(one["text"] == "In 2013" for one in claim.get("qualifiers", []))
    ]  # fmt: skip
    place = "Moscow State Institute of International Relations"
    assert [labels[claim[end]] for end in ("subject", "object", "speaker")] == [
        "Xi Jinping", "community with a shared future for mankind", "Wang Yi",
    ]  # fmt: skip
    assert data["relations"][claim["relation"]] == "proposed"
    assert (claim["polarity"], claim["modality"], claim["attributed"]) == ("affirmed", "asserted", "implied")
    assert claim["qualifiers"] == [
        {"asks": "when", "text": "In 2013"},
        {"asks": "where", "text": place, "entity": labels.index(place)},
    ]


def test_an_empty_store_gives_a_page():
    store = make_store([])
    page = render_page(make_network(store), store)
    assert block(page, "page-data") == {"documents": [], "relations": [], "entities": [], "sentences": [], "claims": []}
    assert "0 documents · 0 entities · 0 claims" in page


def test_every_type_is_told_apart_without_its_colour():
    style = (FRONTEND / "style.css").read_text(encoding="utf-8")
    colours = {t: re.findall(rf"--type-{t.lower()}: (light-dark\(.*?\));", style) for t in EntityType}
    assert set(LOOKS) == set(EntityType)
    assert all(len(found) == 1 for found in colours.values())
    looks = [(look["shape"], look["hollow"]) for look in LOOKS.values()]
    assert sorted(set(looks)) == sorted(looks)


def page_data(**claim) -> dict:
    world = World()
    world.entities({"Country": ["China", "Brazil"]})
    said = {"subject": "China", "object": "Brazil"} | claim
    world.write("note", "Note", "Note", [("One sentence says it.", [said])])
    store = make_store(world.triples)
    return block(render_page(make_network(store), store), "page-data")


@pytest.mark.parametrize(
    ("claim", "words"),
    [
        ({"relation": "launch effort", "open": "yes", "predicate": "have launched\nefforts"}, "have launched efforts"),
        ({"relation": "lead", "open": "yes", "predicate": "is led by", "rule": "passive"}, None),
        ({"relation": "be rooted in", "open": "yes", "predicate": "rooted in", "rule": "passive"}, "rooted in"),
        ({"relation": "abide by", "open": "yes", "predicate": "will abide by"}, "will abide by"),
        ({"relation": "be agency of", "open": "yes", "predicate": "Agency of Brazil", "rule": "name"}, None),
        ({"relation": "hosted", "predicate": "has hosted"}, None),
    ],
)
def test_an_open_relation_is_said_in_the_words_of_the_text(claim, words):
    [found] = page_data(**claim)["claims"]
    assert found.get("words") == words


@pytest.mark.parametrize(
    ("source", "text", "markdown"),
    [
        ("note.txt", "Note", False),
        ("NOTE.MD", "Note", True),
        ("https://example.org/note", "---\ntitle: Note\n---\n", True),
        ("https://example.org/note", "Note", False),
    ],
)
def test_markdown_is_known_by_its_name_or_its_front_matter(source, text, markdown):
    world = World()
    world.write("note", "Note", text, [], source=source)
    store = make_store(world.triples)
    [document] = block(render_page(make_network(store), store), "page-data")["documents"]
    assert document["markdown"] is markdown
