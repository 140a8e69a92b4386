"""The main job as a user runs it: the command line, on real files, in a process of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from graph.rdf.files import read_triples
from graph.sparql.store import load_store

ROOT = Path(__file__).parents[1]
FILES = ["build.json", "claims.csv", "claims.jsonl", "explorer.json", "graph.nt", "graph.ttl", "index.html"]
NOTE = "Norway signed the Lagos Convention on Fisheries. Kenya will host the Arctic Energy Summit in 2031.\n"


def run_build(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run `python build.py` with the arguments."""
    command = [sys.executable, str(ROOT / "build.py"), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False, timeout=120)


@pytest.fixture
def note(tmp_path):
    path = tmp_path / "note.txt"
    path.write_text(NOTE, encoding="utf-8")
    return path


@pytest.fixture
def earlier(tmp_path, note):
    output = tmp_path / "earlier"
    assert run_build(note, "--output", output).returncode == 0
    return output


def contents(folder: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in sorted(folder.iterdir()) if p.is_file()}


@pytest.mark.model
def test_a_build_writes_every_file_of_the_contract_and_a_summary(tmp_path, note):
    run = run_build(note, "--output", tmp_path / "out")

    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == [".cache", *FILES]
    assert run.stdout.splitlines()[:4] == ["documents  1", "sentences  2", "entities   5", "claims     2"]
    assert run.stderr == ""


@pytest.mark.model
def test_a_build_keeps_its_graph_in_a_store_when_it_is_told_to_and_from_then_on(tmp_path, note):
    output, kept = tmp_path / "out", []
    for options in (["--store"], [], ["--no-store"], []):
        assert run_build(note, "--output", output, *options).returncode == 0
        store = load_store(output)
        kept.append(store.on_disk)
        assert set(store.triples()) == set(read_triples(output / "graph.nt"))

    assert kept == [True, True, False, False]
    assert sorted(p.name for p in output.iterdir()) == [".cache", *FILES]


@pytest.mark.model
def test_two_builds_differ_in_nothing_but_their_timings(tmp_path, note):
    run_build(note, "--output", tmp_path / "one")
    run_build(note, "--output", tmp_path / "two")

    one, two = contents(tmp_path / "one"), contents(tmp_path / "two")
    records = [json.loads(folder.pop("build.json")) for folder in (one, two)]
    for record in records:
        record.pop("seconds")
    assert one == two
    assert records[0] == records[1]


@pytest.mark.model
def test_without_a_document_the_bundled_sample_is_built(tmp_path):
    run = run_build("--output", tmp_path)

    record = json.loads((tmp_path / "build.json").read_text(encoding="utf-8"))
    assert run.returncode == 0
    assert [i["title"] for i in record["inputs"]] == ["Briefing: China's year of the shared future"]
    assert 60 <= record["counts"]["sentences"] <= 110  # headings are counted as well


@pytest.mark.model
def test_voice_tells_whom_we_speaks_for(tmp_path):
    note = tmp_path / "note.txt"
    note.write_text("We signed the Lagos Convention on Fisheries.\n", encoding="utf-8")
    run_build(note, "--output", tmp_path / "out", "--voice", "Norway")

    rows = [json.loads(line) for line in (tmp_path / "out/claims.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [(r["subject"], r["relation"], r["object"]) for r in rows] == [
        ("Norway", "signed", "Lagos Convention on Fisheries")
    ]


@pytest.mark.model
def test_the_summary_tells_what_was_not_read_and_why(tmp_path):
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "note.txt").write_text("We support Kenya.\n", encoding="utf-8")
    (folder / "slides.pptx").write_bytes(b"PK")
    run = run_build(folder, "--output", tmp_path / "out")

    assert "Not read, for they are of no format that is: slides.pptx." in run.stdout
    assert 'Sentences of an unknown "we": 1, in “note.txt” (1). No heading says who speaks' in run.stdout
    assert "No claim was found." in run.stdout


@pytest.mark.model
def test_the_documents_of_an_unknown_we_are_told_most_first_and_again(tmp_path):
    for number in range(1, 8):
        text = f"---\ntitle: Note {number}\n---\n" + "We support Kenya.\n" * number
        (tmp_path / f"note-{number}.txt").write_text(text, encoding="utf-8")
    first, again = (run_build(tmp_path, "--output", tmp_path / "out") for _ in range(2))
    (told,) = [line for line in first.stdout.splitlines() if line.startswith("Sentences of an unknown")]

    assert ": 28, in “Note 7” (7), “Note 6” (6), “Note 5” (5), “Note 4” (4), “Note 3” (3) and 2 more documents." in told
    assert "`voice` in the sidecar, manifest or front matter" in told
    assert told in again.stdout

    (tmp_path / "note-7.txt.meta.yaml").write_text("voice: Norway\n", encoding="utf-8")
    assert "(7)" not in run_build(tmp_path, "--output", tmp_path / "out").stdout


def bad_inputs(tmp_path: Path) -> dict[str, Path]:
    """Sources that cannot be read, by what is wrong with them."""
    made = {name: tmp_path / name for name in ("missing.txt", "folder", "binary.txt", "empty.txt", "slides.pptx")}
    made["folder"].mkdir()
    made["binary.txt"].write_bytes(bytes(range(256)))
    made["empty.txt"].write_bytes(b" \n\n")
    made["slides.pptx"].write_bytes(b"PK")
    return made


@pytest.mark.model
@pytest.mark.parametrize("wrong", ["missing.txt", "folder", "binary.txt", "empty.txt", "slides.pptx"])
def test_bad_input_is_told_in_one_line_and_costs_nothing(wrong, tmp_path, earlier):
    before = contents(earlier)
    run = run_build(bad_inputs(tmp_path)[wrong], "--output", earlier)

    assert run.returncode == 1
    assert run.stdout == ""
    assert len(run.stderr.splitlines()) == 1
    assert run.stderr.startswith("dragoman: ")
    assert wrong in run.stderr
    assert contents(earlier) == before


@pytest.mark.model
def test_one_bad_document_among_good_ones_leaves_the_earlier_output(tmp_path, note, earlier):
    before = contents(earlier)
    run = run_build(note, tmp_path / "missing.txt", "--output", earlier)

    assert run.returncode == 1
    assert contents(earlier) == before


def test_an_output_that_is_a_file_is_refused_in_one_line(tmp_path, note):
    run = run_build(note, "--output", note)

    assert run.returncode == 1
    assert [line.startswith(f"dragoman: {note}: cannot be written") for line in run.stderr.splitlines()] == [True]
    assert note.read_text(encoding="utf-8") == NOTE


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_without_write_permission_is_refused(tmp_path, note):
    locked = tmp_path / "locked"
    locked.mkdir(mode=0o500)
    run = run_build(note, "--output", locked / "out")

    assert run.returncode == 1
    assert "cannot be written" in run.stderr


@pytest.mark.model
def test_strict_stops_for_a_document_that_an_earlier_build_left_out_too(tmp_path, note):
    (tmp_path / "empty.txt").write_bytes(b" \n")
    sources = note, tmp_path / "empty.txt", "--output", tmp_path / "out"
    lenient, strict = run_build(*sources), run_build(*sources, "--strict")

    assert lenient.returncode == 0
    assert (strict.returncode, strict.stdout) == (1, "")
    assert "empty.txt: is empty" in strict.stderr


@pytest.mark.model
def test_a_base_iri_names_every_thing(tmp_path, note):
    run_build(note, "--output", tmp_path / "out", "--base", "https://example.org/kb/")

    assert "<https://example.org/kb/entity/norway>" in (tmp_path / "out/graph.nt").read_text(encoding="utf-8")


@pytest.mark.model
def test_the_built_graph_answers_a_saved_query(earlier):
    command = [sys.executable, "-m", "graph", "query", "--saved", "plans-and-deeds", "--data", str(earlier)]
    run = subprocess.run([*command, "--format", "csv"], capture_output=True, text=True, cwd=ROOT, check=True)

    assert "Kenya" in run.stdout
    assert "planned" in run.stdout


@pytest.mark.parametrize(
    ("option", "text", "message"),
    [
        ("--rules", "[relation]\n", "own.file, line 1: unknown table 'relation'; use relations, cues, heads, words"),
        ("--gazetteer", "name\nX\n", "own.file: the first line is not name,type,wikidata,country,aliases"),
        ("--overrides", "action,name,other\njoin,A,B\n", "own.file, line 2: unknown action 'join'"),
    ],
)
def test_a_wrong_file_of_the_user_s_own_stops_a_build_and_loses_nothing(tmp_path, earlier, note, option, text, message):
    (tmp_path / "own.file").write_text(text, encoding="utf-8")
    before = contents(earlier)

    run = run_build(note, option, tmp_path / "own.file", "--output", earlier)

    assert (run.returncode, run.stdout) == (1, "")
    assert message in run.stderr
    assert run.stderr.count("\n") == 1
    assert contents(earlier) == before


def test_a_document_in_another_language_is_refused_unless_forced(tmp_path):
    path = tmp_path / "note.txt"
    path.write_text("Die Regierung hat das Abkommen mit Norwegen über die Fischerei unterzeichnet.\n", encoding="utf-8")

    refused, forced = (run_build(path, "--output", tmp_path / "out", *more) for more in ([], ["--force"]))

    assert (refused.returncode, "--force" in refused.stderr) == (1, True)
    assert (forced.returncode, forced.stderr) == (0, "")


def test_overrides_that_meet_nothing_are_told(tmp_path, note):
    lines = 'same,"Norge, the Kingdom of",Norway\nsame,Kenya,Republic of Kenya\n'
    (tmp_path / "overrides.csv").write_text(f"action,name,other\n{lines}", encoding="utf-8")

    run = run_build(note, "--overrides", tmp_path / "overrides.csv", "--output", tmp_path / "out")

    assert "Overrides that meet nothing: Norge, the Kingdom of. Check how the text writes them." in run.stdout


@pytest.mark.model
def test_passages_in_another_language_are_counted_and_left_unread_unless_forced(tmp_path, note):
    french = "La présidente a signé un accord avec la Norvège sur la pêche, et les deux pays sont unis."
    english = "The ministers of Norway and Kenya met in the capital of Peru, and they signed a treaty on the sea."
    note.write_text(f"{NOTE}\n{english}\n\n{french}\n", encoding="utf-8")
    told, forced = (run_build(note, "--output", tmp_path / "out", *option) for option in ([], ["--force"]))

    assert told.stdout.splitlines()[1] == "sentences  3"
    assert "another language than English, left unread: 1." in told.stdout
    assert "another language" not in forced.stdout
