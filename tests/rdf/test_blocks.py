"""What is written subject by subject is byte for byte what is written at once."""

import csv
import gzip
import io
import json
from collections import defaultdict
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model import Evidence, Span
from graph.rdf.blocks import evidence_block, make_blocks, pack_blocks, turtle_heading, with_places
from graph.rdf.files import render_ntriples, render_turtle
from graph.rdf.names import DEFAULT_BASE, claim_iri, evidence_hash, prefixes
from graph.rdf.tables import Template, csv_heading, make_rows, write_csv, write_jsonl
from graph.rdf.triples import make_triples

BASES = (DEFAULT_BASE, "https://example.org/kb/")
PLACES = [
    ("aland", Span(document="sky-2024", start=9, end=14)),
    ("aland", Span(document="sky-2024", start=100, end=105)),
]
TEXT = st.text(st.characters(exclude_categories=("Cs",)), max_size=20)


def groups_of(triples):
    groups = defaultdict(list)
    for triple in triples:
        groups[str(triple.subject)].append(triple)
    return [groups[subject] for subject in sorted(groups)]


@pytest.mark.parametrize("base", BASES)
def test_blocks_are_the_bytes_of_the_whole(documents, entities, claims, base):
    triples = list(make_triples(documents, entities, claims, places=PLACES, base=base))
    blocks = list(make_blocks(groups_of(triples), base=base))

    turtle = turtle_heading(base) + "".join(f"\n{block.turtle}" for block in blocks)
    assert turtle.encode() == render_turtle(triples, names=prefixes(base))
    assert "".join(block.ntriples for block in blocks).encode() == render_ntriples(triples)
    assert sum(block.size for block in blocks) == len(set(triples))


@given(quote=TEXT.filter(bool), predicate=TEXT, detail=TEXT, base=st.sampled_from(BASES))
def test_evidence_in_words_is_what_the_serializer_writes(quote, predicate, detail, base):
    from graph.rdf.triples import _evidence_triples

    span = Span(document="a-1", start=7, end=1234)
    evidence = Evidence(sentence=span, quote=quote, predicate=predicate, rule="clause", detail=detail)
    (expected,) = make_blocks([list(_evidence_triples(evidence, base))], base=base)

    words = (quote, predicate, "clause", detail)
    assert evidence_block(evidence_hash(evidence), "a-1", (7, 1234), words, base=base) == expected


@pytest.mark.parametrize("base", BASES)
def test_an_entity_gets_all_its_places(documents, entities, claims, base):
    triples = list(make_triples(documents, entities, claims, places=PLACES, base=base))
    (group,) = [g for g in groups_of(triples) if str(g[0].subject).endswith("entity/aland>")]
    (expected,) = make_blocks([group], base=base)
    (bare,) = make_blocks([[t for t in group if "char=100" not in str(t.object)]], base=base)

    assert with_places(bare, [("sky-2024", 100, 105), ("sky-2024", 9, 14)], base=base) == expected


def test_packed_blocks_are_turtle_and_the_same_each_time():
    blocks = ["<a:a> <b:b> <c:c> .\n"]
    assert gzip.decompress(pack_blocks(blocks, base=DEFAULT_BASE)).decode() == turtle_heading(DEFAULT_BASE) + blocks[0]
    assert pack_blocks(blocks, base=DEFAULT_BASE) == pack_blocks(iter(blocks), base=DEFAULT_BASE)


def written(documents, entities, claims, folder):
    things = {entity.id: entity for entity in entities}
    lines, table = [], [csv_heading()]
    for claim in claims:
        for line, cells in (
            Template(claim, things, iri=claim_iri(claim).value).fill(evidence) for evidence in claim.evidence
        ):
            lines.append(line)
            table.append(cells)
    rows = list(make_rows(documents, entities, claims))
    write_jsonl(rows, folder / "all.jsonl")
    write_csv(rows, folder / "all.csv")
    return sorted(lines), sorted(csv.reader(io.StringIO("".join(table))))


def test_rows_from_templates_are_the_rows_of_the_tables(documents, entities, claims, tmp_path):
    lines, cells = written(documents, entities, claims, tmp_path)

    assert "".join(lines) == "".join(sorted((tmp_path / "all.jsonl").read_text(encoding="utf-8").splitlines(True)))
    with (tmp_path / "all.csv").open(encoding="utf-8", newline="") as file:
        assert cells == sorted(csv.reader(file))


@given(quote=TEXT, predicate=TEXT)
def test_any_words_of_evidence_survive_a_template(quote, predicate):
    from tests.conftest import make_claims, make_entities

    claim, things = make_claims()[0], {entity.id: entity for entity in make_entities()}
    span = Span(document="a-1", start=7, end=1234)
    evidence = Evidence(sentence=span, quote=quote, predicate=predicate, rule="clause")
    line, cells = Template(replace(claim, evidence=(evidence,)), things, iri="c:1").fill(evidence)
    row = json.loads(line)
    target = io.StringIO(newline="")
    csv.writer(target).writerow(next(csv.reader(io.StringIO(cells, newline=""))))

    assert (row["sentence"], row["predicate"], row["start"], row["end"]) == (quote, predicate, 7, 1234)
    assert cells == target.getvalue()
