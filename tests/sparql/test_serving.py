"""The server as a process: how it ends, and what it says where it cannot begin."""

import os
import signal
import socket
import subprocess
import sys
import threading

import httpx
import pytest

from tests.sparql.server import processes_of, serving, wait_until

RUNAWAY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


@pytest.mark.parametrize(("sent", "code"), [(signal.SIGINT, 0), (signal.SIGTERM, -signal.SIGTERM)])
def test_the_server_ends_with_all_its_processes_and_says_nothing(folder, sent, code):
    with serving(folder, "--workers", "2") as (address, process):
        thread = threading.Thread(target=lambda: httpx.post(f"{address}/sparql", data={"query": RUNAWAY}, timeout=30))
        thread.start()
        wait_until(lambda: 'state="busy"} 1\n' in httpx.get(f"{address}/metrics").text)
        for each in processes_of(process.pid) if sent == signal.SIGINT else [process.pid]:  # Ctrl-C reaches all
            os.kill(each, sent)
        assert process.wait(10) == code
        thread.join()
        wait_until(lambda: not processes_of(process.pid), seconds=5)
        assert process.stderr.read() == ""


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
def test_a_server_that_is_ended_leaves_no_files_behind(folder, sent, tmp_path, monkeypatch):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    with serving(folder, "--workers", "1") as (address, process):
        answer = httpx.get(f"{address}/graph?default", headers={"Accept": "application/rdf+xml"}, timeout=30)
        assert answer.headers["Content-Type"] == "application/rdf+xml"
        assert [each.name for scratch in tmp_path.glob("dragoman-*") for each in scratch.iterdir()] == ["graph.rdf"]
        os.kill(process.pid, sent)
        process.wait(10)

    assert list(tmp_path.glob("dragoman-*")) == []


def test_answers_and_questions_of_any_length_arrive_whole(folder):
    text = "SELECT ?a ?p { ?a ?p ?b . ?c ?q ?d } LIMIT 20000" + " " * 500_000
    with serving(folder, "--workers", "1") as (address, _):
        answers = [httpx.post(f"{address}/sparql", data={"query": text}, timeout=30) for _ in range(4)]

    assert {answer.status_code for answer in answers} == {200}
    assert {len(answer.json()["results"]["bindings"]) for answer in answers} == {20000}


def test_no_worker_outlives_a_server_that_is_killed(folder):
    with serving(folder, "--workers", "2") as (_, process):
        before = len(processes_of(process.pid))
        process.kill()
        process.wait(10)
        wait_until(lambda: not processes_of(process.pid), seconds=5)

    assert before >= 3


def test_what_cannot_be_served_is_told_in_one_line(folder, tmp_path):
    def told(*arguments: object) -> tuple[int, str]:
        command = [sys.executable, "-m", "graph", "serve", *map(str, arguments)]
        done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=30)
        return done.returncode, done.stderr

    (tmp_path / "graph.nt").write_text("<a:b> <a\n")

    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert told(folder, "--port", port) == (
            1,
            f"dragoman: 127.0.0.1:{port}: cannot be had (Address already in use); give another with --port or --host\n",
        )
    assert told(tmp_path / "no")[1].startswith(f"dragoman: {tmp_path / 'no'}: no such file or folder; make it")
    code, error = told(tmp_path, "--port", 0)
    assert (code, error.count("\n")) == (1, 1)
    assert error.startswith(f"dragoman: {tmp_path / 'graph.nt'}, line 1: ")


def test_the_server_starts_without_what_ordinary_queries_do_not_need():
    program = "import sys, graph.serve; print([n for n in ('rdflib', 'spacy', 'numpy', 'rich') if n in sys.modules])"
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)

    assert done.stdout == "[]\n"
