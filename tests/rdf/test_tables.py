import csv
import json
from dataclasses import replace

import pytest

from graph.rdf.tables import Template, make_rows, write_csv, write_jsonl


def test_a_row_says_who_said_what_where(documents, entities, claims):
    rows = list(make_rows(documents, entities, claims))

    assert rows[1] == {
        "claim": "https://dragoman.invalid/claim/c8c7ccebf47d5330",
        "subject": "Aland",
        "subject_aliases": [],
        "relation": "joined",
        "predicate": "will join",
        "object": "River Accord",
        "object_aliases": [],
        "object_kind": "Agreement",
        "sentence": "“Aland will join the River Accord,” Mira Vale said in Port Élan.",
        "start": 56,
        "end": 120,
        "document": "sky-2024",
        "polarity": "affirmed",
        "modality": "planned",
        "speaker": "Mira Vale",
        "attributed_to": "Mira Vale",
        "qualifiers": {"place": ["Port Élan"]},
        "confidence": 0.85,
        "rule": "quotation",
    }


def test_rows_stand_in_the_order_of_the_text(documents, entities, claims):
    rows = list(make_rows(documents, entities, claims[::-1]))

    assert [(row["start"], row["relation"], row["object"], row["object_kind"]) for row in rows] == [
        (0, "proposed", "Clear Sky Initiative", "Initiative"),
        (56, "joined", "River Accord", "Agreement"),
        (121, "joined", "Clear Sky Initiative", "Initiative"),
        (180, "supports", "Clear Sky Initiative", "Initiative"),
        (232, "met", "Jon Reed", "Person"),
        (284, "cost", "6.4 million crowns", "amount"),
        (318, "launch efforts to build", "River Accord", "Agreement"),
    ]


def test_a_time_is_given_as_written_and_in_normal_form_where_that_differs(documents, entities, claims):
    rows = list(make_rows(documents, entities, claims))

    assert [row["qualifiers"] for row in rows if row["qualifiers"]] == [
        {"time": ["2013"]},
        {"place": ["Port Élan"]},
        {"count": ["82"]},
        {"time": ["5 May 2024", "2024-05-05"], "place": ["Port Élan"]},
    ]


def test_each_piece_of_evidence_has_a_row(documents, entities, claims):
    claim = replace(claims[0], evidence=claims[0].evidence + claims[2].evidence)

    assert [(row["claim"][-16:], row["start"]) for row in make_rows(documents, entities, [claim])] == [
        ("176f0be67eb90d3e", 0),
        ("176f0be67eb90d3e", 121),
    ]


def test_a_row_of_an_unknown_entity_is_our_mistake(documents, entities, claims):
    with pytest.raises(ValueError, match="'aland', which is neither"):
        list(make_rows(documents, entities[1:], claims))


def test_json_lines_are_read_as_the_same_rows(tmp_path, documents, entities, claims):
    rows = list(make_rows(documents, entities, claims))
    write_jsonl(rows, tmp_path / "claims.jsonl")

    assert [json.loads(line) for line in (tmp_path / "claims.jsonl").read_text("utf-8").splitlines()] == rows


def test_the_table_has_one_cell_per_column_and_qualifier(tmp_path, documents, entities, claims):
    write_csv(make_rows(documents, entities, claims), tmp_path / "claims.csv")
    with (tmp_path / "claims.csv").open(encoding="utf-8-sig", newline="") as source:
        rows = list(csv.DictReader(source))

    assert (tmp_path / "claims.csv").read_bytes().startswith(b"\xef\xbb\xbfclaim,subject,")
    assert rows[4] == {
        "claim": "https://dragoman.invalid/claim/c1a1208d0a5ba832",
        "subject": "Mira Vale",
        "subject_aliases": "",
        "relation": "met",
        "predicate": "met",
        "object": "Jon Reed",
        "object_aliases": "",
        "object_kind": "Person",
        "sentence": "On 5 May 2024, Mira Vale met Jon Reed in Port Élan.",
        "start": "232",
        "end": "283",
        "document": "sky-2024",
        "polarity": "affirmed",
        "modality": "asserted",
        "speaker": "Aland",
        "attributed_to": "",
        "time": "5 May 2024; 2024-05-05",
        "place": "Port Élan",
        "count": "",
        "amount": "",
        "detail": "",
        "confidence": "0.85",
        "rule": "clause",
    }


def test_what_a_clause_adds_is_a_qualifier_of_its_row(tmp_path, documents, entities, claims):
    claim = claims[4]
    added = replace(claim, evidence=(replace(claim.evidence[0], detail="to talk of the sky"),))
    write_csv(make_rows(documents, entities, [added]), tmp_path / "claims.csv")
    (row,) = make_rows(documents, entities, [added])
    line, cells = Template(claim, {e.id: e for e in entities}, iri=row["claim"]).fill(added.evidence[0])

    assert row["qualifiers"]["detail"] == ["to talk of the sky"]
    assert json.loads(line) == row
    assert (tmp_path / "claims.csv").read_text(encoding="utf-8-sig").splitlines()[1] == cells.strip()


@pytest.mark.parametrize("label", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1"])
def test_no_cell_is_a_formula(tmp_path, documents, entities, claims, label):
    hostile = [replace(entities[0], label=label), *entities[1:]]
    write_csv(make_rows(documents, hostile, claims[:1]), tmp_path / "claims.csv")
    with (tmp_path / "claims.csv").open(encoding="utf-8-sig", newline="") as source:
        (row,) = csv.DictReader(source)

    assert row["subject"] == f"'{label}"
