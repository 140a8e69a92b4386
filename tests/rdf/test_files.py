import os
import stat
import subprocess
import sys
import warnings
from dataclasses import replace

import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, parse

from graph.errors import StoreError
from graph.model import Entity, EntityType, Merge
from graph.rdf.files import read_triples, render_ntriples, render_turtle, write_ntriples, write_turtle, write_whole
from graph.rdf.names import prefixes
from graph.rdf.triples import make_triples


@given(label=st.text(), alias=st.text(), name=st.text(min_size=1).filter(lambda text: text not in {".", ".."}))
def test_any_label_survives_writing_and_reading(label, alias, name):
    merge = Merge(alias=alias, reason=label)
    entity = Entity(id=name, type=EntityType.PLACE, label=label, aliases=(alias,), merged_because=(merge,))
    triples = set(make_triples([], [entity], []))

    turtle = parse(render_turtle(triples, names=prefixes()), format=RdfFormat.TURTLE)
    ntriples = parse(render_ntriples(triples), format=RdfFormat.N_TRIPLES)

    assert {quad.triple for quad in turtle} == {quad.triple for quad in ntriples} == triples


def test_a_written_file_is_read_as_the_same_triples(tmp_path, documents, entities, claims):
    triples = list(make_triples(documents, entities, claims))
    write_turtle(triples, tmp_path / "graph.ttl")
    write_ntriples(triples, tmp_path / "graph.nt")

    assert set(read_triples(tmp_path / "graph.ttl")) == set(read_triples(tmp_path / "graph.nt")) == set(triples)


@pytest.mark.parametrize("name", ["graph.ttl", "graph.nt"])
def test_rdflib_reads_the_same_triples(tmp_path, documents, entities, claims, name):
    triples = list(make_triples(documents, entities, claims))
    write_turtle(triples, tmp_path / "graph.ttl")
    write_ntriples(triples, tmp_path / "graph.nt")
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", category=DeprecationWarning, module="rdflib")
        read = rdflib.Graph().parse(tmp_path / name)

    assert {tuple(term.n3() for term in triple) for triple in read} == {
        tuple(rdflib.util.from_n3(str(term)).n3() for term in triple) for triple in triples
    }


def test_order_of_input_does_not_change_a_byte(documents, entities, claims):
    triples = list(make_triples(documents, entities, claims))

    assert render_turtle(triples, names=prefixes()) == render_turtle(triples[::-1] * 2, names=prefixes())
    assert render_ntriples(triples) == render_ntriples(triples[::-1] * 2)


def test_another_process_writes_the_same_bytes(tmp_path, documents, entities, claims):
    # Oxigraph orders prefixes, and Python sets, anew in each process
    triples = list(make_triples(documents, entities, claims))
    write_turtle(triples, tmp_path / "graph.ttl")
    program = "import sys; from graph.rdf.files import *; write_turtle(read_triples(sys.argv[1]), sys.argv[2])"
    for seed in "12":
        subprocess.run(
            [sys.executable, "-c", program, tmp_path / "graph.ttl", tmp_path / "again.ttl"],
            check=True,
            env=os.environ | {"PYTHONHASHSEED": seed},
        )

        assert (tmp_path / "again.ttl").read_bytes() == (tmp_path / "graph.ttl").read_bytes()


def test_turtle_declares_prefixes_and_groups_by_subject_with_types_first(documents, entities, claims):
    entity = replace(entities[1], aliases=(), merged_because=())
    text = render_turtle(make_triples([], [entity, entities[0]], []), names={"x": "https://x/", **prefixes()}).decode()

    head, *blocks = text.split("\n\n")
    assert head.splitlines() == sorted(head.splitlines())
    assert "@prefix x: <https://x/> ." in head
    assert blocks == [
        (
            'entity:aland a dg:Country ;\n\trdfs:label "Aland" ;\n\t'
            'dg:degree 0 ;\n\tdg:searchKey "aland" ;\n\tdg:weight 0 ;\n\tdg:wordStart "ala" .'
        ),
        (
            'entity:clear-sky-initiative a dg:Initiative ;\n\trdfs:label "Clear Sky Initiative" ;\n\t'
            'dg:degree 0 ;\n\tdg:searchKey "clear sky initiative" ;\n\tdg:weight 0 ;\n\t'
            'dg:wordStart "cle" , "ini" , "sky" .\n'
        ),
    ]


def test_ntriples_are_sorted_lines_even_where_a_literal_holds_line_ends():
    this, label = NamedNode("https://x/"), NamedNode("https://x/label")
    texts = ["b\nc", "a\r\nb", "\x85", "\u2028", "\x0b"]
    lines = render_ntriples(Triple(this, label, Literal(text)) for text in texts).decode()

    assert lines.endswith("\n")
    assert lines.split("\n")[:-1] == sorted(lines.split("\n")[:-1])
    assert {quad.object.value for quad in parse(lines, format=RdfFormat.N_TRIPLES)} == set(texts)


def test_a_failed_write_leaves_the_older_file_whole_and_no_draft(tmp_path, monkeypatch):
    path = tmp_path / "graph.nt"
    write_whole(b"old", path)
    monkeypatch.setattr("pathlib.Path.replace", fail)

    with pytest.raises(StoreError, match=r"graph\.nt: cannot be written \(No space left on device\); choose another"):
        write_whole(b"new", path)

    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == {"graph.nt": b"old"}


def fail(_self, _target):
    raise OSError(28, "No space left on device")


def test_a_written_file_has_the_rights_that_new_files_have(tmp_path):
    (tmp_path / "plain").touch()
    write_whole(b"", tmp_path / "new" / "ours")

    assert stat.S_IMODE((tmp_path / "new" / "ours").stat().st_mode) == stat.S_IMODE((tmp_path / "plain").stat().st_mode)


def test_a_place_that_takes_no_file_is_told(tmp_path):
    (tmp_path / "file").touch()

    with pytest.raises(StoreError, match=r"file/graph\.nt: cannot be written \((Not a directory|File exists)\)"):
        write_ntriples([], tmp_path / "file" / "graph.nt")


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a.nt", "<a:b> <a:b> <a:b> .\n<a:b> <a:b> .\n", r"a\.nt, line 2: .*; build it anew with `python build\.py`"),
        ("a.ttl", "@prefix a: <a:> .\n\na:b a:c", r"a\.ttl, line 3: "),
        ("a.json", "{}", r"a\.json: not an RDF file this program reads; give one that ends in \.nt, "),
        ("missing.nt", None, r"missing\.nt: cannot be read \(No such file or directory\); make it with"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_with_its_line(tmp_path, name, content, told):
    if content is not None:
        (tmp_path / name).write_text(content)

    with pytest.raises(StoreError, match=told):
        list(read_triples(tmp_path / name))
