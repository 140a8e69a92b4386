"""Reading on a real Dask cluster: a scheduler and workers on this machine, one of them killed."""

import os
import re
import signal
import subprocess
import sys
import time

import pytest

from tests.work.conftest import ROOT, command, files_of, is_alive, run

pytest.importorskip("distributed", reason="dask.distributed is not installed")
pytestmark = pytest.mark.model
QUIET = {**os.environ, "OMP_NUM_THREADS": "1", "PYTHONWARNINGS": "ignore"}


def start(*arguments, log):
    """A process of Dask; what it tells goes to a file."""
    return subprocess.Popen(
        [sys.executable, "-m", "dask", *arguments], stdout=log, stderr=subprocess.STDOUT, cwd=ROOT, env=QUIET
    )


@pytest.fixture
def cluster(tmp_path):
    """The address of a scheduler, and its two workers."""
    log = tmp_path / "scheduler.log"
    with log.open("w") as told, (tmp_path / "workers.log").open("w") as more:
        scheduler = start("scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", log=told)
        processes = [scheduler]
        try:
            for _ in range(300):
                if found := re.search(r"tcp://127\.0\.0\.1:\d+", log.read_text()):
                    break
                time.sleep(0.1)
            assert found, log.read_text()
            local = ("--nthreads", "1", "--no-nanny", "--no-dashboard", "--local-directory", str(tmp_path / "dask"))
            processes += [start("worker", found[0], "--host", "127.0.0.1", *local, log=more) for _ in range(2)]
            yield found[0], processes[1:]
        finally:
            for process in processes:
                process.kill()
                process.wait()


def test_a_cluster_that_loses_a_worker_gives_the_bytes_of_one_process(notes, tmp_path, cluster):
    for number in range(40):
        text = "Norway signed the Treaty of Lima. Kenya met Peru in Oslo. " * 60
        (notes / f"long-{number}.txt").write_text(text + f"Chad praised report {number}.", encoding="utf-8")
    rules = tmp_path / "rules.toml"
    rules.write_text('[relations]\npraised = ["laud"]\n', encoding="utf-8")
    address, (worker, _) = cluster
    build = subprocess.Popen(
        command(notes, "--rules", rules, "--scheduler", address, output=tmp_path / "out"),
        cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=QUIET,
    )  # fmt: skip
    kept = tmp_path / "out/.cache/build.sqlite-wal"
    for _ in range(600):
        if (kept.exists() and kept.stat().st_size > 60_000) or build.poll() is not None:  # a first shard is kept
            break
        time.sleep(0.05)
    os.kill(worker.pid, signal.SIGKILL)
    out, wrong = build.communicate(timeout=240)
    run(notes, "--rules", rules, "--workers", 1, output=tmp_path / "alone")

    assert (build.returncode, wrong) == (0, ""), wrong
    assert out.splitlines()[0] == "documents  45"
    assert files_of(tmp_path / "out") == files_of(tmp_path / "alone")
    assert not is_alive(worker.pid)
    assert list((tmp_path / "dask").rglob("rules-0")) != []  # in the workers' own folder, which they clear


def test_an_address_without_a_scheduler_is_told_in_one_line(notes, tmp_path, monkeypatch):
    monkeypatch.setattr("graph.work.cluster.PATIENCE", 1)
    done = run(notes, "--scheduler", "tcp://127.0.0.1:9", output=tmp_path / "out")

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "dragoman: tcp://127.0.0.1:9: no Dask scheduler with a worker answers; check the address\n"
