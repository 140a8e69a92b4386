"""Builds of many documents: the same bytes in any order, by any number of processes, anew or step by step."""

import json
import os
import random
import re
import shutil
import signal
import sqlite3
import subprocess
import time
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

import graph
from graph.sparql.store import load_store
from graph.web.network import make_network
from graph.web.view import make_view
from graph.work.keep import FILE, FOLDER
from tests.corpus.made import encrypted, make_docx, make_pdf
from tests.work.conftest import BYTES, NOTES, ROOT, command, files_of, is_alive, run

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """The notes built at once, in one process: what every other way must come to."""
    folder = tmp_path_factory.mktemp("whole")
    for name, text in NOTES.items():
        (folder / name).write_text(text, encoding="utf-8")
    assert run(folder, "--workers", 1, output=folder / "out").returncode == 0
    return files_of(folder / "out")


def test_any_order_and_number_of_processes_gives_the_same_bytes(notes, tmp_path, whole, monkeypatch):
    backwards = sorted(notes.iterdir(), reverse=True)
    run(*backwards, "--workers", 3, output=tmp_path / "out")

    assert files_of(tmp_path / "out") == whole


def test_documents_that_come_one_by_one_give_the_bytes_of_a_build_at_once(notes, tmp_path, whole):
    paths = sorted(notes.iterdir())
    for many in range(1, len(paths) + 1):
        run(*paths[:many], output=tmp_path / "out")

    assert files_of(tmp_path / "out") == whole


NAMESAKES = {
    "one.md": "---\ntitle: One\n---\n\nThe President of Peru, Ana Vargas, signed the Lima Declaration.\n",
    "two.md": "---\ntitle: Two\n---\n\nThe Foreign Minister of Kenya, Ana Vargas, visited Chile.\n",
    "three.md": "---\ntitle: Three\n---\n\nAna Vargas joined the Arctic Energy Summit.\n",
}


def test_a_name_is_two_people_as_soon_as_documents_tell_two_countries_of_it(tmp_path):
    paths = [tmp_path / name for name in NAMESAKES]
    for path in paths:
        path.write_text(NAMESAKES[path.name], encoding="utf-8")
    people = []
    for many in range(1, len(paths) + 1):
        run(*paths[:many], output=tmp_path / "out")
        lines = (tmp_path / "out/claims.jsonl").read_text(encoding="utf-8").splitlines()
        people.append({claim["subject"] for claim in map(json.loads, lines) if "Vargas" in claim["subject"]})
    run(*reversed(paths), output=tmp_path / "anew")

    assert people == [
        {"Ana Vargas"},
        {"Ana Vargas (Peru)", "Ana Vargas (Kenya)"},
        {"Ana Vargas (Peru)", "Ana Vargas (Kenya)", "Ana Vargas (Three)"},
    ]
    assert files_of(tmp_path / "out") == files_of(tmp_path / "anew")


def test_a_document_that_goes_takes_its_evidence_and_nothing_else_with_it(notes, tmp_path):
    run(notes, output=tmp_path / "out")
    (notes / "alpha.md").unlink()
    run(notes, output=tmp_path / "out")
    run(notes, output=tmp_path / "anew")

    assert files_of(tmp_path / "out") == files_of(tmp_path / "anew")
    assert "alpha" not in (tmp_path / "out/graph.nt").read_text(encoding="utf-8")


def test_a_document_that_changes_is_read_again_and_the_others_are_not(notes, tmp_path):
    run(notes, output=tmp_path / "out")
    (notes / "beta.txt").write_text("Peru supports the Treaty of Lima.\n", encoding="utf-8")
    before = readings(tmp_path / "out")
    run(notes, output=tmp_path / "out")
    after = readings(tmp_path / "out")
    run(notes, output=tmp_path / "anew")

    assert files_of(tmp_path / "out") == files_of(tmp_path / "anew")
    assert (len(before), len(after), len(before & after)) == (5, 5, 4)


def readings(output):
    with closing(sqlite3.connect(output / FOLDER / FILE)) as database:
        return {key for (key,) in database.execute("SELECT key FROM readings")}


LATER = {
    "nothing": "Kenya met Chile.\n",
    "another name": "The Portuguese Republic met the Kingdom of Norway.\n",
    "a surer claim": "Ana Silva said that Norway joined the Treaty of Lima.\n",
}


@pytest.mark.parametrize("kind", LATER)
def test_rows_that_stand_are_those_that_would_be_written(notes, tmp_path, kind):
    (notes / "early.txt").write_text(
        "Ana Silva said that Norway, which joined the Treaty of Lima, met Peru.\n", encoding="utf-8"
    )
    run(notes, output=tmp_path / "out")
    (notes / "later.txt").write_text(LATER[kind], encoding="utf-8")
    run(notes, output=tmp_path / "out")
    run(notes, output=tmp_path / "anew")

    assert files_of(tmp_path / "out") == files_of(tmp_path / "anew")


@pytest.mark.parametrize(("touched", "copied"), [(False, True), (True, False)])
@pytest.mark.parametrize(
    ("name", "old"),
    [
        ("claims.jsonl", b'"asserted"'),
        ("graph.ttl", b"dg:modality dg:Asserted"),  # of claims
        ("graph.nt", b'vocabulary#rule> "clause'),  # of evidence
        ("graph.ttl", b'rdfs:label "Peru"'),  # of an entity
        ("graph.ttl", b'dcterms:title "Alpha"'),  # of a document
    ],
)
def test_what_stands_is_copied_unless_somebody_wrote_it(notes, tmp_path, name, old, touched, copied):
    run(notes, output=tmp_path / "out")
    file = tmp_path / "out" / name
    times = file.stat().st_atime_ns, file.stat().st_mtime_ns
    file.write_bytes(file.read_bytes().replace(old, old.upper()))
    if not touched:  # nobody can tell
        os.utime(file, ns=times)
    (notes / "later.txt").write_text(LATER["nothing"], encoding="utf-8")
    run(notes, output=tmp_path / "out")

    assert (old.upper() in file.read_bytes()) is copied


def test_the_page_begins_with_the_view_of_the_whole_graph(notes, tmp_path):
    run(notes, output=tmp_path / "out")
    store = load_store(tmp_path / "out")

    view = json.loads((tmp_path / "out/explorer.json").read_bytes())["view"]
    assert view["nodes"]
    assert view == json.loads(json.dumps(make_view(make_network(store), store)))


def test_what_is_unchanged_is_told_and_left_as_it_stands(notes, tmp_path):
    first = run(notes, output=tmp_path / "out")
    stamps = {name: (tmp_path / "out" / name).stat().st_mtime_ns for name in BYTES}
    second = run(notes, output=tmp_path / "out")

    assert {name: (tmp_path / "out" / name).stat().st_mtime_ns for name in BYTES} == stamps
    assert "Nothing has changed since the last build" in second.stdout
    assert second.stdout.splitlines()[:4] == first.stdout.splitlines()[:4]


def test_a_build_into_the_folder_of_its_documents_reads_none_of_its_own_files(notes):
    first, again, third = run(notes, output=notes), run(notes, output=notes), run(notes, "--fresh", output=notes)
    told = f"Left unread, for a build wrote it: index.html and its like in {notes}."

    assert [told in done.stdout for done in (first, again, third)] == [False, True, True]
    assert "Nothing has changed since the last build" in again.stdout
    assert third.stdout.splitlines()[0] == "documents  5"


def test_a_document_is_never_written_over(notes):
    (notes / "index.html").write_text("<p>Norway met Peru.</p>", encoding="utf-8")
    done = run(notes, output=notes)

    assert (done.returncode, done.stdout) == (1, "")
    assert "index.html: the build would write over it; give another folder with --output" in done.stderr
    assert (notes / "index.html").read_text(encoding="utf-8") == "<p>Norway met Peru.</p>"


def test_a_file_that_was_changed_by_hand_is_written_again(notes, tmp_path, whole):
    run(notes, output=tmp_path / "out")
    (tmp_path / "out/graph.nt").write_text("")
    run(notes, output=tmp_path / "out")

    assert files_of(tmp_path / "out") == whole


def test_other_options_give_what_they_give_anew(notes, tmp_path):
    overrides = tmp_path / "overrides.csv"
    overrides.write_text("action,name,other\nsame,Treaty of Lima,Lagos Convention on Fisheries\n", encoding="utf-8")
    run(notes, output=tmp_path / "out")
    run(notes, "--overrides", overrides, "--base", "https://example.org/", output=tmp_path / "out")
    run(notes, "--overrides", overrides, "--base", "https://example.org/", output=tmp_path / "anew")

    assert files_of(tmp_path / "out") == files_of(tmp_path / "anew")
    assert b"https://example.org/entity/" in files_of(tmp_path / "out")["graph.nt"]


@pytest.mark.parametrize("damage", [b"no database", b""])
def test_a_damaged_kept_file_is_made_anew(notes, tmp_path, whole, damage):
    run(notes, output=tmp_path / "out")
    (tmp_path / "out" / FOLDER / FILE).write_bytes(damage)
    (tmp_path / "out/graph.nt").unlink()
    done = run(notes, output=tmp_path / "out")

    assert (done.returncode, files_of(tmp_path / "out")) == (0, whole)


def test_a_reading_whose_bytes_changed_is_read_again(notes, tmp_path, whole):
    run(notes, output=tmp_path / "out")
    with closing(sqlite3.connect(tmp_path / "out" / FOLDER / FILE)) as database, database:
        database.execute("UPDATE readings SET packed = x'00' WHERE document LIKE 'beta%'")
        database.execute("UPDATE documents SET linked = '', prepared = ''")
    (tmp_path / "out/graph.nt").unlink()
    done = run(notes, output=tmp_path / "out")

    assert (done.returncode, files_of(tmp_path / "out")) == (0, whole)


def test_a_document_that_fails_is_told_and_the_rest_is_built(notes, tmp_path):
    (notes / "broken.txt").write_bytes(bytes(range(256)))
    done = run(notes, output=tmp_path / "out")

    assert done.returncode == 0
    assert done.stderr.splitlines() == [
        (
            f"dragoman: left out: {notes}/broken.txt: "
            "is binary (it has zero bytes), not text: export it as plain text in UTF-8"
        )
    ]
    assert "Left out: 1 of 6 documents" in done.stdout
    failed = json.loads((tmp_path / "out/build.json").read_text(encoding="utf-8"))["failed"]
    assert [(f["source"], "is binary" in f["reason"]) for f in failed] == [("broken.txt", True)]


def test_strict_stops_at_a_document_that_fails(notes, tmp_path, whole):
    run(notes, output=tmp_path / "out")
    (notes / "broken.txt").write_bytes(bytes(range(256)))
    done = run(notes, "--strict", output=tmp_path / "out")

    assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)
    assert files_of(tmp_path / "out") == whole


def test_two_files_of_the_same_content_are_two_documents_and_are_told(notes, tmp_path):
    shutil.copy(notes / "beta.txt", notes / "copy.txt")
    done = run(notes, output=tmp_path / "out")

    assert "copy.txt repeats beta.txt." in done.stdout
    assert done.stdout.splitlines()[0] == "documents  6"


def test_a_second_build_into_the_same_folder_waits_for_none(notes, tmp_path):
    (tmp_path / "out" / FOLDER).mkdir(parents=True)
    with closing(sqlite3.connect(tmp_path / "out" / FOLDER / FILE)) as database:
        database.execute("BEGIN EXCLUSIVE")
        done = run(notes, output=tmp_path / "out")

    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "another build writes into it now" in done.stderr


@pytest.mark.parametrize("seed", range(2))
def test_a_build_killed_at_any_moment_ends_in_the_same_bytes(notes, tmp_path, whole, seed):
    chance = random.Random(seed)
    for _ in range(3):
        process = subprocess.Popen(
            command(notes, "--workers", 2, output=tmp_path / "out"),
            cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        time.sleep(chance.uniform(0.2, 4))
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
    done = run(notes, "--workers", 2, output=tmp_path / "out")

    assert (done.returncode, files_of(tmp_path / "out")) == (0, whole)
    assert sorted(p.name for p in (tmp_path / "out" / FOLDER).iterdir()) == [FILE]
    assert sorted(p.name for p in (tmp_path / "out").iterdir() if p.name.startswith(".")) == [FOLDER]


def test_workers_end_with_a_build_that_is_killed(notes, tmp_path):
    for number in range(40):
        text = "Norway signed the Treaty of Lima. Kenya met Peru in Oslo. " * 400
        (notes / f"long-{number}.txt").write_text(text, encoding="utf-8")
    process = subprocess.Popen(
        command(notes, "--workers", 2, output=tmp_path / "out"),
        cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    children = []
    for _ in range(100):
        time.sleep(0.1)
        children = list(map(int, Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()))
        if len(children) >= 3:  # two workers and the tracker of what they share
            break
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    for _ in range(100):
        if not any(map(is_alive, children)):
            break
        time.sleep(0.1)

    assert len(children) >= 3
    assert [pid for pid in children if is_alive(pid)] == []


def test_bad_sources_are_told_each_by_its_name_and_cost_nothing_else(notes, tmp_path, whole):
    (notes / "broken.pdf").write_bytes(b"%PDF-1.4\n" + b"\xff" * 500)
    (notes / "locked.pdf").write_bytes(encrypted(make_pdf([["Norway met Peru."]])))
    (notes / "date.md").write_text("---\ndate: 2024-13-45\n---\n\nNorway met Peru.\n", encoding="utf-8")
    (notes / "german.txt").write_text("Die Regierung hat das Abkommen mit Norwegen unterzeichnet.\n", encoding="utf-8")
    (notes / "large.txt").write_bytes(b"")
    os.truncate(notes / "large.txt", 200_000_000)
    (notes / "loop").symlink_to(notes)
    with zipfile.ZipFile(notes / "bad.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("../escaped.txt", "Norway met Peru.")
        archive.writestr("bomb.txt", b"0" * 40_000_000)
    done = run(notes, "--workers", 2, output=tmp_path / "out")

    told = [line.removeprefix("dragoman: left out: ").removeprefix(f"{notes}/") for line in done.stderr.splitlines()]
    assert sorted(line.partition(":")[0] for line in told) == [
        "bad.zip/../escaped.txt", "bad.zip/bomb.txt", "broken.pdf", "date.md", "german.txt", "large.txt", "locked.pdf",
        "loop",
    ]  # fmt: skip
    assert (done.returncode, files_of(tmp_path / "out")) == (0, whole)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["notes", "out"]


def test_evidence_of_a_pdf_and_of_word_tells_where_it_stands(tmp_path):
    (tmp_path / "a.pdf").write_bytes(make_pdf([["Chad left."], ["Norway signed the Treaty of Lima."]]))
    (tmp_path / "b.docx").write_bytes(
        make_docx([("Normal", "Chad left."), ("Normal", "Peru signed the Treaty of Lima.")])
    )
    run(tmp_path / "a.pdf", tmp_path / "b.docx", output=tmp_path / "out")
    rows = graph.load(tmp_path / "out").query(
        "SELECT ?quote ?page ?paragraph { ?e oa:exact ?quote OPTIONAL { ?e dg:page ?page }"
        " OPTIONAL { ?e dg:paragraph ?paragraph } } ORDER BY ?quote"
    )

    assert [tuple(value and value.toPython() for value in row) for row in rows] == [
        ("Norway signed the Treaty of Lima.", 2, None),
        ("Peru signed the Treaty of Lima.", None, 2),
    ]


def test_what_a_manifest_tells_is_in_the_graph(notes, tmp_path):
    (tmp_path / "list.csv").write_text(
        "file,title,date,author,language\nnotes/beta.txt,The Summit,2030-05,Jane Roe,en\n"
    )
    run(notes, "--manifest", tmp_path / "list.csv", output=tmp_path / "out")
    (row,) = graph.load(tmp_path / "out").query(
        "SELECT ?title ?date ?author ?language { ?d dcterms:title ?title ; dcterms:date ?date ;"
        " dcterms:creator ?author ; dcterms:language ?language }"
    )

    assert [str(value) for value in row] == ["The Summit", "2030-05", "Jane Roe", "en"]


def test_the_summary_tells_the_seconds_of_each_stage_and_the_rate(notes, tmp_path):
    lines = run(notes, "--workers", 1, output=tmp_path / "out").stdout.splitlines()
    stages = [line.split()[0] for line in lines[5 : lines.index("")]]

    assert stages == ["documents", "reading", "counting", "linking", "claims", "outline", "graph", "page", "tables"]
    assert re.fullmatch(r"  reading +\d+\.\d   5 read, \d+\.\d a second", lines[6])


def test_a_profile_tells_where_the_time_went(notes, tmp_path):
    run(notes, "--profile", output=tmp_path / "out")
    assert "read_document" in (tmp_path / "out/profile.txt").read_text(encoding="utf-8")
