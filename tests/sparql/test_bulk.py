"""A file goes into a store in parts where that changes nothing."""

import pyoxigraph
import pytest

from graph.errors import StoreError
from graph.sparql import bulk
from graph.sparql.bulk import bulk_load, has_blank_nodes, parts_of


@pytest.fixture(autouse=True)
def parts_are_small(monkeypatch):
    monkeypatch.setattr(bulk, "LINES", 2)
    monkeypatch.setattr(bulk, "BLOCK", 8)


def loaded(file):
    store = pyoxigraph.Store()
    bulk_load(store, file)
    return sorted(map(str, store))


def test_a_file_of_lines_is_loaded_in_parts(tmp_path):
    lines = [f"<a:s> <a:p> <a:o{n}> .\n" for n in range(5)]
    (tmp_path / "five.nt").write_text("".join(lines))

    assert [n for _, n in parts_of(tmp_path / "five.nt")] == [2, 2, 1]
    assert loaded(tmp_path / "five.nt") == sorted(line.removesuffix(" .\n") for line in lines)


def test_a_blank_node_is_the_same_in_all_of_a_file(tmp_path):
    text = "<a:s> <a:p> _:x .\n<a:s> <a:q> <a:o> .\n_:x <a:p> <a:o> .\n"
    (tmp_path / "blank.nt").write_text(text)
    store = pyoxigraph.Store()
    bulk_load(store, tmp_path / "blank.nt")

    assert bool(store.query("ASK { <a:s> <a:p> ?x . ?x <a:p> <a:o> }"))


def test_a_blank_node_is_found_where_two_blocks_meet(tmp_path):
    for start in range(10):
        (tmp_path / "x.nt").write_text("." * start + "_:x" + "." * 10)
        assert has_blank_nodes(tmp_path / "x.nt")
    (tmp_path / "x.nt").write_text("_." * 20)
    assert not has_blank_nodes(tmp_path / "x.nt")


def test_what_is_wrong_is_told_with_its_line_in_the_whole_file(tmp_path):
    (tmp_path / "damaged.nt").write_text("<a:b> <a:b> <a:b> .\n" * 3 + "nonsense\n")

    with pytest.raises(StoreError, match=r"damaged\.nt, line 4"):
        loaded(tmp_path / "damaged.nt")


def test_turtle_is_loaded_whole(tmp_path):
    (tmp_path / "x.ttl").write_text("@prefix a: <a:> .\na:s a:p a:o ;\n  a:p a:q ;\n  a:p a:r .\n")

    assert loaded(tmp_path / "x.ttl") == ["<a:s> <a:p> <a:o>", "<a:s> <a:p> <a:q>", "<a:s> <a:p> <a:r>"]
