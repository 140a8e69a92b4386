"""What a human should look at, and that the lines that are told settle it."""

import csv
import json
import re
from dataclasses import replace

import pytest

from graph.compare.doubts import Doubt, find_conflicts, find_shared_names, find_unlinked_names
from graph.compare.statements import Paper
from graph.model import Entity, EntityType
from graph.rdf.triples import make_triples
from graph.sparql.store import make_store
from tests.compare.test_diff import ONE, told
from tests.conftest import make_claims, make_documents

TEXTS = {
    "one.md": (
        "---\ntitle: One\ndate: 2024-05-01\n---\n\nPeru joined the Summit of the Lake. Kenya hosted the Lake Summit.\n"
        "So far, 149 countries have joined the Global Trade Fund. Chile supports the Arctic Ocean Council.\n"
    ),
    "two.md": (
        "---\ntitle: Two\ndate: 2024-05-01\n---\n\nSo far, 155 countries have joined the Global Trade Fund.\n"
        "Norway supports the AOC.\n"
    ),
    "three.md": (
        "---\ntitle: Three\ndate: 2021-05-01\n---\n\nSo far, 100 countries have joined the Global Trade Fund.\n"
    ),
}


def unlinked(*names):
    """What is told of persons of these names."""
    people = [Entity(id=str(n), type=EntityType.PERSON, label=name) for n, name in enumerate(names)]
    (claim, *_) = make_claims()
    claims = [replace(claim, subject=person.id, object="0", speaker="0") for person in people]
    return list(find_unlinked_names(make_store(make_triples(make_documents(), people, claims))))


def quoted(name):
    return f'"{name}"' if "," in name else name


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    folder = tmp_path_factory.mktemp("doubts")
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    told("build", folder, "--output", folder / "out")
    return folder


@pytest.mark.model
def test_each_kind_of_doubt_is_told_with_its_reason(built):
    findings = json.loads(told("check", "--data", built / "out", "--format", "json"))
    found = {(finding["kind"], finding["what"], finding["why"]) for finding in findings}

    assert (
        "unlinked name",
        "“AOC” may be “Arctic Ocean Council”",
        "its letters are the initials of one name alone",
    ) in found
    assert (
        "conflict of counts",
        "149 countries · joined · Global Trade Fund: 149 and 155",
        "the same is said of 2024-05-01 with other numbers",
    ) in found
    merges = [what for kind, what, why in found if kind == "doubtful merge" and why == "same words in another order"]
    assert [re.findall("“(.*?)”", what) for what in merges] == [["Lake Summit", "Summit of the Lake"]]
    assert not any("100" in what for _, what, _ in found)


@pytest.mark.model
def test_the_lines_told_settle_what_they_are_told_for(built):
    lines = told("check", "--data", built / "out", "--format", "csv")
    (built / "overrides.csv").write_text(lines, encoding="utf-8")
    told("build", built, "--overrides", built / "overrides.csv", "--output", built / "settled")
    findings = json.loads(told("check", "--data", built / "settled", "--format", "json"))

    assert [row["action"] for row in csv.DictReader(lines.splitlines())] == ["apart", "same"]
    assert {finding["kind"] for finding in findings} == {"conflict of counts"}


@pytest.mark.model
def test_namesakes_are_told_and_become_one_by_the_line_told(tmp_path):
    (tmp_path / "one.txt").write_text("The President of Peru, Ana Vargas, met Norway.\n", encoding="utf-8")
    (tmp_path / "two.txt").write_text("The Foreign Minister of Kenya, Ana Vargas, visited Chile.\n", encoding="utf-8")
    told("build", tmp_path / "one.txt", tmp_path / "two.txt", "--output", tmp_path / "out")
    lines = told("check", "--data", tmp_path / "out", "--format", "csv")
    (tmp_path / "overrides.csv").write_text(lines, encoding="utf-8")
    texts = [tmp_path / "one.txt", tmp_path / "two.txt", "--overrides", tmp_path / "overrides.csv"]
    told("build", *texts, "--output", tmp_path / "one")
    claims = (tmp_path / "one/claims.jsonl").read_text(encoding="utf-8").splitlines()

    assert lines.splitlines()[1:] == ["same,Ana Vargas (Peru),Ana Vargas (Kenya)"]
    assert {json.loads(claim)["subject"] for claim in claims} == {"Ana Vargas (Kenya)"}
    assert json.loads(told("check", "--data", tmp_path / "one", "--format", "json")) == []


@pytest.mark.parametrize("offices", [["be president of", "be king of"], ["be president of", "be critic of"]])
def test_a_person_with_offices_of_two_countries_may_be_two(offices):
    person = Entity(id="ana", type=EntityType.PERSON, label="Ana Vargas")
    countries = [Entity(id=name.lower(), type=EntityType.COUNTRY, label=name) for name in ("Peru", "Kenya")]
    (claim, *_) = make_claims()
    claims = [
        replace(claim, subject="ana", relation=office, object=country.id, speaker="peru")
        for office, country in zip(offices, countries, strict=True)
    ]
    found = find_shared_names(make_store(make_triples(make_documents(), [person, *countries], claims)))

    assert [(f.why, f.settle) for f in found] == (
        [("offices of Kenya and Peru", "apart,Ana Vargas,Ana Vargas (Peru)")] if "be king of" in offices else []
    )


@pytest.mark.parametrize("full", ["Ana R. Lopez Jr.", "Ana Lopez, Jr.", "Ana Lopez III", "Ana Lopez", "Ana López"])
def test_a_surname_of_one_person_is_told_with_and_without_a_suffix(full):
    assert [f.settle.partition(",")[2] for f in unlinked("Lopez", full, "Jon Reed")] == [f"Lopez,{quoted(full)}"]
    assert unlinked("Lopez", full, "Ben Lopez Sr.") == []
    assert unlinked("Jr.", full) == []


@pytest.mark.model
def test_the_text_shows_the_most_that_is_asked_for(built):
    text = told("check", "--data", built / "out", "--most", "1")
    assert "conflict of counts      1\n" in text
    assert "“So far, 155 countries have joined the Global Trade Fund.” (Two, 2024-05-01, " in text


def test_what_is_denied_or_undated_is_no_conflict():
    few = replace(ONE, subject="149 countries", numbers=("149",), times=("2024",))
    more = replace(few, subject="155 countries", numbers=("155",))
    papers = {"d:a": Paper(iri="d:a", title="A")}

    assert [f.kind for f in find_conflicts([few, more], papers)] == [Doubt.CONFLICT]
    assert list(find_conflicts([few, replace(more, polarity="negated")], papers)) == []
    assert list(find_conflicts([replace(few, times=()), replace(more, times=())], papers)) == []
    assert list(find_conflicts([few, replace(more, times=("2025",))], papers)) == []
