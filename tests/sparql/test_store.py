import shutil

import pyoxigraph
import pytest

from graph.errors import StoreError
from graph.rdf.files import read_triples, write_ntriples, write_turtle
from graph.rdf.triples import make_triples
from graph.sparql.changes import apply_changes, find_changes
from graph.sparql.store import MARK, keep_store, load_store, make_store, write_store

LABELS = "SELECT ?label ?alias { ?e a dg:Initiative ; rdfs:label ?label OPTIONAL { ?e skos:altLabel ?alias } }"


def test_a_store_answers_with_our_prefixes_known(store, documents, entities, claims):
    assert store.select(LABELS) == [{"label": "Clear Sky Initiative", "alias": "CSI"}]
    assert len(store) == len(list(make_triples(documents, entities, claims)))
    assert isinstance(store.query("ASK {}"), pyoxigraph.QueryBoolean)


def test_an_unbound_variable_is_missing_from_its_row(store):
    rows = store.select("SELECT ?label ?alias { entity:aland rdfs:label ?label OPTIONAL { ?x a dg:None ; ?p ?alias } }")

    assert rows == [{"label": "Aland"}]


def test_only_a_select_has_rows(store):
    with pytest.raises(TypeError, match="takes a SELECT"):
        store.select("ASK {}")


def test_prefixes_follow_the_base_of_the_dataset(documents, entities, claims):
    store = make_store(make_triples(documents, entities, claims, base="https://example.org/kg/"))

    assert store.prefixes["entity"] == "https://example.org/kg/entity/"
    assert store.select("SELECT ?label { entity:aland rdfs:label ?label }") == [{"label": "Aland"}]
    assert make_store([]).prefixes["entity"] == "https://dragoman.invalid/entity/"


@pytest.mark.parametrize("name", ["", "graph.nt", "graph.ttl"])
def test_a_folder_or_a_file_is_loaded(tmp_path, documents, entities, claims, name):
    triples = list(make_triples(documents, entities, claims))
    write_turtle(triples, tmp_path / "graph.ttl")
    write_ntriples(triples, tmp_path / "graph.nt")

    assert len(load_store(tmp_path / name)) == len(triples)


def test_a_folder_with_turtle_only_is_loaded(tmp_path, documents, entities, claims):
    write_turtle(make_triples(documents, entities, claims), tmp_path / "graph.ttl")

    assert load_store(str(tmp_path)).select(LABELS) == [{"label": "Clear Sky Initiative", "alias": "CSI"}]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("empty", r"empty: no graph\.nt or graph\.ttl in this folder; make one with `python build\.py`"),
        ("missing", r"missing: no such file or folder; make it with `python build\.py`, or name another with --data"),
        ("damaged.nt", r"damaged\.nt, line 2: .*; build it anew with `python build\.py`"),
        ("graph.json", r"graph\.json: not an RDF file this program reads; give one that ends in \.nt, \.ttl, "),
    ],
)
def test_a_store_that_cannot_be_loaded_says_what_to_do(tmp_path, name, told):
    (tmp_path / "empty").mkdir()
    (tmp_path / "damaged.nt").write_text("<a:b> <a:b> <a:b> .\nnonsense\n")
    (tmp_path / "graph.json").write_text("{}")

    with pytest.raises(StoreError, match=told):
        load_store(tmp_path / name)


@pytest.fixture
def output(tmp_path, documents, entities, claims):
    write_ntriples(make_triples(documents, entities, claims), tmp_path / "output" / "graph.nt")
    return tmp_path / "output"


def test_a_store_on_disk_answers_like_one_in_memory(output):
    in_memory = load_store(output)
    write_store(output / "graph.nt", output / "store")
    on_disk = load_store(output)

    assert (in_memory.on_disk, on_disk.on_disk) == (False, True)
    assert on_disk.select(LABELS) == in_memory.select(LABELS)
    assert set(on_disk.triples()) == set(in_memory.triples()) == set(read_triples(output / "graph.nt"))
    assert set(load_store(output / "store").triples()) == set(in_memory.triples())


def test_many_readers_share_a_store_on_disk_while_a_new_one_takes_its_place(output):
    write_store(output / "graph.nt", output / "store")
    one, other = load_store(output), load_store(output)
    with (output / "graph.nt").open("a") as record:
        record.write("<a:b> <a:b> <a:b> .\n")
    write_store(output / "graph.nt", output / "store")

    assert (len(load_store(output)) - 1, load_store(output).on_disk) == (len(one), True)
    assert one.select(LABELS) == other.select(LABELS) == load_store(output).select(LABELS)
    assert [path.name for path in sorted(output.iterdir())] == ["graph.nt", "store"]


@pytest.fixture
def later(output, tmp_path):
    """A later record: a line gone, one come, one changed."""
    _, second, *lines = (output / "graph.nt").read_text().splitlines(keepends=True)
    (tmp_path / "draft").mkdir()
    file = tmp_path / "draft" / "graph.nt"
    file.write_text("".join(sorted([second.replace("Borduria", "Bordurla"), *lines, "<a:b> <a:b> <a:b> .\n"])))
    return file


def test_a_store_takes_over_what_a_later_record_changes(output, later, tmp_path):
    before = (output / "graph.nt").read_bytes().splitlines(keepends=True)
    after = later.read_bytes().splitlines(keepends=True)
    changes = find_changes(output / "graph.nt", later)
    write_store(output / "graph.nt", output / "store")

    assert changes == (sorted({*before} - {*after}), sorted({*after} - {*before}), len(after))
    assert apply_changes(output / "store", changes, tmp_path / "changed") is True
    assert set(load_store(tmp_path / "changed").triples()) == set(read_triples(later))
    write_store(later, output / "store")
    shutil.copyfile(later, output / "graph.nt")
    assert load_store(output).on_disk is True
    assert set(load_store(output).triples()) == set(read_triples(later))


@pytest.mark.parametrize("kind", ["damaged store", "damaged line", "blank node", "line twice"])
def test_a_store_that_cannot_take_the_changes_is_loaded_anew(output, later, kind):
    write_store(output / "graph.nt", output / "store")
    before = set(load_store(output).triples())
    if kind == "damaged store":
        (output / "store" / "CURRENT").write_text("nothing")
    with later.open("a") as file:
        file.write({"blank node": "_:a <a:b> _:a .\n", "damaged line": "nonsense\n"}.get(kind, "<a:b> <a:b> <a:b> .\n"))

    if kind == "damaged line":
        lines = len(later.read_text().splitlines())
        with pytest.raises(StoreError, match=rf"graph\.nt, line {lines}"):
            write_store(later, output / "store")
        assert set(load_store(output).triples()) == before
    else:
        write_store(later, output / "store")
        shutil.copyfile(later, output / "graph.nt")
        assert load_store(output).on_disk
        assert len(load_store(output)) == len(set(later.read_text().splitlines()))


def test_a_store_on_disk_is_used_only_while_it_holds_the_record(output, tmp_path):
    write_store(output / "graph.nt", output / "store")
    copy = shutil.copytree(output, tmp_path / "copy", copy_function=shutil.copyfile)

    assert load_store(copy).on_disk is True  # younger, but the same
    text = (output / "graph.nt").read_text()
    (output / "graph.nt").write_text(text.replace('"Borduria"', '"Bordurla"'))
    assert load_store(output).on_disk is False
    assert load_store(output).select("SELECT ?e { ?e rdfs:label 'Borduria' }") == []
    (copy / "store" / MARK).write_text("{")
    assert load_store(copy).on_disk is False


def test_a_damaged_record_leaves_the_store_that_was_there(output):
    write_store(output / "graph.nt", output / "store")
    before = set(load_store(output).triples())
    (output / "damaged.nt").write_text("<a:b> <a:b> <a:b> .\nnonsense\n")

    with pytest.raises(StoreError, match=r"damaged\.nt, line 2"):
        write_store(output / "damaged.nt", output / "store")
    assert set(load_store(output).triples()) == before
    assert [path.name for path in sorted(output.iterdir())] == ["damaged.nt", "graph.nt", "store"]


@pytest.mark.parametrize(
    ("statements", "before", "wanted", "after"),
    [
        (10, False, None, False),
        (10, False, True, True),
        (10, True, None, True),
        (10, True, False, False),
        (1_000_000, False, None, True),
        (1_000_000, False, False, False),
    ],
)
def test_a_build_keeps_a_store_where_it_is_wanted_or_the_graph_is_large(output, statements, before, wanted, after):
    if before:
        write_store(output / "graph.nt", output / "store")
    keep_store(output, statements=statements, wanted=wanted)

    assert load_store(output).on_disk is after


@pytest.mark.parametrize(("wanted", "made", "again"), [(None, False, False), (True, False, True), (True, True, False)])
def test_a_store_that_holds_the_graph_is_made_again_only_where_that_is_asked_for(output, wanted, made, again):
    write_store(output / "graph.nt", output / "store")
    before = (output / "store" / MARK).stat().st_ino
    keep_store(output, statements=10, wanted=wanted, made=made)

    assert ((output / "store" / MARK).stat().st_ino != before) is again


def test_a_folder_of_somebody_else_is_left_alone(output):
    (output / "store").mkdir()
    (output / "store" / "receipts.txt").write_text("milk")
    keep_store(output, statements=10, wanted=False)

    with pytest.raises(StoreError, match=r"store: holds something else than a store; move it away"):
        keep_store(output, statements=10, wanted=True)
    assert (output / "store" / "receipts.txt").read_text() == "milk"


def test_a_store_on_disk_that_is_damaged_is_told(output):
    write_store(output / "graph.nt", output / "store")
    (output / "store" / "CURRENT").write_text("nothing")

    with pytest.raises(StoreError, match=r"store: cannot be opened .*; delete the folder, or build with --store"):
        load_store(output)
