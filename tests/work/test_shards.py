"""Reading over processes: any number of them, and one that dies, changes nothing."""

import os
import signal
import subprocess
import sys

import pytest

from graph.work import shards
from graph.work.processes import Pool
from graph.work.reading import Options, Outcome, Task
from graph.work.shards import make_shards, read_shards


def task(name, size=10):
    return Task(key=name, name=f"{name}.txt", data=b"x" * size)


def test_shards_are_cut_by_size_and_keep_the_order():
    made = list(make_shards([task("a", 60_000), task("b", 60_000), task("c", 200_000), task("d")]))

    assert [[t.key for t in shard] for shard in made] == [["a"], ["b"], ["c"], ["d"]]


def test_small_sources_share_a_shard():
    assert [len(shard) for shard in make_shards(task(str(i)) for i in range(150))] == [64, 64, 22]


def test_without_sources_there_is_no_shard():
    assert list(read_shards(make_shards([]), Pool(2, Options()))) == []


NOTES = [
    Task(key=str(i), name=f"{i}.txt", data=f"Norway signed the Treaty of Lima. Peru met {who}.".encode())
    for i, who in enumerate(["Kenya", "Chile", "Chad", "Oman"])
]


@pytest.mark.model
def test_processes_give_what_one_gives(monkeypatch):
    def read(workers):
        with Pool(workers, Options()) as pool:
            return [o for outcomes in read_shards([(t,) for t in NOTES], pool) for o in outcomes]

    alone, several = read(1), read(2)

    assert sorted(alone) == sorted(several)
    assert [o.failure for o in alone] == [""] * 4


def read_or_die(shard):
    """A stand-in for reading that runs in the workers: one source ends its process, whoever reads it."""
    if any(t.name == "2.txt" for t in shard):
        os.kill(os.getpid(), signal.SIGKILL)
    return [Outcome(t.key, t.name, b"read") for t in shard]


def test_a_source_that_kills_its_process_is_told_and_the_others_are_read(monkeypatch):
    monkeypatch.setattr(shards, "read_here", read_or_die)

    with Pool(2, Options()) as pool:
        outcomes = [o for found in read_shards([tuple(NOTES[:3]), tuple(NOTES[3:])], pool) for o in found]

    assert {o.key: o.failure.partition(":")[2][:28] for o in outcomes} == {
        "0": "",
        "1": "",
        "2": " ends the process that reads",
        "3": "",
    }
    assert len(outcomes) == 4


def test_processes_that_cannot_start_are_no_document_s_fault(tmp_path):
    script = tmp_path / "script.py"
    script.write_text(
        "from graph.work.reading import Options, Task\n"
        "from graph.work.processes import Pool\n"
        "from graph.work.shards import read_shards\n"
        "list(read_shards([(Task('a', 'a.txt', b'x'),), (Task('b', 'b.txt', b'x'),)], Pool(2, Options())))\n"
    )
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, check=False, timeout=60)

    assert any("processes that read cannot be started" in line for line in done.stderr.splitlines())
