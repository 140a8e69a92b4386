import os
import subprocess
import sys
from itertools import combinations

import networkx as nx
import pytest
from pyoxigraph import RdfFormat, serialize

from graph.sparql.store import make_store
from graph.web.layout import CAPTION_WIDTH, Box, caption_of, place_nodes, text_width
from graph.web.network import FIRST_VIEW, degree_of, local_name, make_network
from graph.web.totals import Totals
from graph.web.view import make_view

from .sample import BASE, World


def entity(name: str) -> str:
    return f"{BASE}entity/{name}"


def rectangles(network) -> dict[str, tuple[float, float, float, float]]:
    return {
        node: Box.of(data["caption"], data["weight"], network.graph["heaviest"]).around(data["x"], data["y"])
        for node, data in network.nodes(data=True)
        if "x" in data
    }


def overlapping(boxes: dict[str, tuple[float, float, float, float]]) -> list[tuple[str, str]]:
    return [
        (a, b)
        for (a, one), (b, two) in combinations(boxes.items(), 2)
        if one[0] < two[2] and two[0] < one[2] and one[1] < two[3] and two[1] < one[3]
    ]


def test_a_node_carries_what_the_store_says_of_an_entity(sample_network):
    data = sample_network.nodes[entity("global-development-initiative")]
    assert {key: data[key] for key in ("label", "type", "aliases", "caption", "weight")} == {
        "label": "Global Development Initiative",
        "type": "Initiative",
        "aliases": ["GDI"],
        "caption": "Global Development\nInitiative",
        "weight": 3,
    }


def test_parallel_edges_keep_one_claim_each(sample_network):
    edges = sample_network.get_edge_data(entity("partner-countries"), entity("global-development-initiative"))
    assert [(local_name(data["relation"]), data["polarity"], data["modality"]) for data in edges.values()] == [
        ("Support", "affirmed", "asserted")
    ]
    both = sample_network.get_edge_data(entity("china"), entity("spain"))
    assert sorted(local_name(data["relation"]) for data in both.values()) == ["LaunchEffortsToBuild", "Uphold"]
    assert all(key.startswith(f"{BASE}claim/") for key in both)


def test_a_claim_about_a_value_counts_but_is_no_edge(sample_network, sample_store):
    [row] = sample_store.select("SELECT ?claim WHERE { ?claim a dg:Claim ; dg:polarity dg:Negated }")
    assert row["claim"] not in {key for *_, key in sample_network.edges(keys=True)}
    claims = sample_store.select(
        "SELECT DISTINCT ?claim WHERE { ?claim a dg:Claim ; rdf:subject|rdf:object entity:china }"
    )
    assert sample_network.nodes[entity("china")]["weight"] == len(claims)


def test_the_first_view_holds_the_most_connected_and_only_those_have_a_position(sample_network):
    drawn = {node for node, data in sample_network.nodes(data=True) if "x" in data}
    degree = {node: len(set(nx.all_neighbors(sample_network, node)) - {node}) for node in sample_network}
    left_out = set(sample_network) - drawn
    assert len(drawn) == FIRST_VIEW
    assert min(degree[node] for node in drawn) >= max(degree[node] for node in left_out)


def test_no_two_captions_of_the_first_view_overlap(sample_network):
    assert overlapping(rectangles(sample_network)) == []


def test_the_first_view_fits_a_small_window(sample_network):
    boxes = rectangles(sample_network).values()
    width = max(box[2] for box in boxes) - min(box[0] for box in boxes)
    height = max(box[3] for box in boxes) - min(box[1] for box in boxes)
    assert width < 860
    assert height < 600


def test_the_same_store_gives_the_same_network(sample_network, sample_store):
    again = make_network(sample_store)
    assert list(again.nodes(data=True)) == list(sample_network.nodes(data=True))
    assert list(again.edges(keys=True, data=True)) == list(sample_network.edges(keys=True, data=True))


def test_communities_are_numbered_the_largest_first(sample_network):
    numbers = [data["community"] for _, data in sample_network.nodes(data=True)]
    sizes = [numbers.count(number) for number in sorted(set(numbers))]
    assert sorted(set(numbers)) == list(range(len(sizes)))
    assert sizes == sorted(sizes, reverse=True)


def test_what_is_counted_in_the_store_gives_the_same_view_without_counting_again(sample_network, sample_store):
    counted = make_view(sample_network, sample_store)
    totals = Totals(
        types=sample_network.graph["types"],
        heaviest=sample_network.graph["heaviest"],
        standings={standing["key"]: standing["count"] for standing in counted["standings"]},
    )
    told = make_network(sample_store, totals=totals)

    assert make_view(told, sample_store, totals=totals) == counted
    assert {name: data["degree"] for name, data in told.nodes(data=True)} == {
        name: degree_of(sample_network, name) for name in sample_network
    }


def test_an_empty_store_gives_an_empty_network():
    assert list(make_network(make_store([]))) == []


def test_entities_without_claims_are_placed_too():
    world = World()
    world.entities({"Country": ["A", "B"]})
    network = make_network(make_store(world.triples))
    assert overlapping(rectangles(network)) == []
    assert sorted(data["label"] for _, data in network.nodes(data=True) if "x" in data) == ["A", "B"]


@pytest.mark.parametrize("number", [1, 2, 3, 60])
def test_nodes_without_any_edge_find_room(number):
    boxes = {f"n{i}": Box.of("A rather long name\nof two lines", 400) for i in range(number)}
    network = nx.Graph()
    network.add_nodes_from(boxes)
    places = place_nodes(network, boxes, seed=1)
    assert overlapping({node: boxes[node].around(*places[node]) for node in boxes}) == []


def test_positions_do_not_depend_on_the_order_of_edges(sample_network):
    nodes = [node for node, data in sample_network.nodes(data=True) if "x" in data]
    boxes = {node: Box.of(sample_network.nodes[node]["caption"], 1) for node in nodes}
    edges = sorted(set(sample_network.subgraph(nodes).edges()))
    assert place_nodes(nx.Graph(edges), boxes, seed=1) == place_nodes(nx.Graph(edges[::-1]), boxes, seed=1)


SEEDED = """
import sys
from graph.rdf.files import read_triples
from graph.sparql.store import make_store
from graph.web.network import make_network
from graph.web.page import render_page
from graph.web.totals import Totals
from graph.web.view import make_view
triples = list(read_triples(sys.argv[1]))
store = make_store(triples)
sys.stdout.buffer.write(render_page(make_view(make_network(store), store), triples).encode())
"""


def test_whatever_order_sets_have_the_page_has_the_same_bytes(tmp_path):
    world, names = World(), [f"Land {number}" for number in range(150)]
    world.entities({"Country": names})
    claims = [
        {"subject": names[i], "relation": "greet", "object": names[j]}
        for i in range(150)
        for j in (i * 7 % 150, i // 5)
    ]
    world.write("greetings", "Greetings", "Greetings", [("One greets another.", [claim]) for claim in claims])
    file = tmp_path / "graph.nt"
    file.write_bytes(serialize(sorted(world.whole(), key=str), format=RdfFormat.N_TRIPLES))
    pages = [
        subprocess.run(
            [sys.executable, "-c", SEEDED, str(file)], env=os.environ | {"PYTHONHASHSEED": seed}, check=True,
            capture_output=True,
        ).stdout
        for seed in ("1", "2")
    ]  # fmt: skip
    assert pages[0] == pages[1]


@pytest.mark.parametrize(
    ("label", "caption"),
    [
        ("China", "China"),
        ("Global Development Initiative", "Global Development\nInitiative"),
        ("International Day for Dialogue among Civilizations", "International Day\nfor Dialogue amon…"),
        ("Donaudampfschifffahrtsgesellschaft", "Donaudampfschifff…"),
        ("人类命运共同体理念", "人类命运共同体理念"),
        ("", ""),
        ("  two\n words ", "two words"),
    ],
)
def test_a_caption_is_two_short_lines_at_most(label, caption):
    assert caption_of(label) == caption
    assert max(map(text_width, caption.split("\n"))) <= CAPTION_WIDTH


def test_a_label_as_long_as_a_book_has_a_caption_at_once():
    assert caption_of("name " * 20_000).startswith("name name")
    assert caption_of("n" * 100_000).endswith("…")
