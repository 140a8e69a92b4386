"""Work beside the building process: the same results in the same order, whatever becomes of a process."""

import os
import signal
import sqlite3
from contextlib import closing

import pytest

from graph import build
from graph.sparql.store import load_store
from graph.work import link
from graph.work.keep import Keep, open_keep, open_snapshot
from graph.work.processes import Desk, Pool
from graph.work.reading import Options
from tests.work.conftest import files_of, run


def double(number):
    return 2 * number


def double_at_home(number_and_home):
    """Twice a number; a process other than the home one ends over it, as one without memory does."""
    number, home = number_and_home
    if os.getpid() != home and number == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return 2 * number


def count_documents(keep, wanted):
    return keep.database.execute("SELECT COUNT(*) FROM documents").fetchone()[0], wanted, os.getpid()


def fail(keep):
    raise sqlite3.DatabaseError("damaged")


def test_a_pool_keeps_the_order():
    with Pool(2, Options()) as pool:
        assert list(pool.over(double, iter(range(20)))) == [2 * n for n in range(20)]


def test_a_pool_loses_nothing_with_a_process():
    with Pool(2, Options()) as pool:
        assert list(pool.over(double_at_home, [(n, os.getpid()) for n in range(20)])) == [2 * n for n in range(20)]


def test_work_is_shared_with_processes_there_are_or_where_it_is_worth_new_ones():
    with Pool(2, Options()) as pool, Pool(1, Options()) as alone:
        assert (pool.is_worth(9, 10), pool.is_worth(10, 10), alone.is_worth(10, 10)) == (False, True, False)
        pool.get()
        assert pool.is_worth(1, 10)


def test_a_desk_gives_others_what_is_kept_now(tmp_path):
    with open_keep(tmp_path) as keep, Pool(1, Options()) as pool:
        with keep.database:
            keep.database.execute(
                "INSERT INTO documents (id, key, summary, document, acronyms, people) VALUES ('a', '', '', '', '', '')"
            )
        with Desk(keep, pool) as there, Desk(keep, None) as here:
            (*told, elsewhere), (*same, home) = there.begin(count_documents, "x")(), here.begin(count_documents, "x")()

        assert told == same == [1, "x"]
        assert elsewhere != home == os.getpid()


def test_a_desk_raises_what_its_work_raised(tmp_path):
    with open_keep(tmp_path) as keep, Pool(1, Options()) as pool, Desk(keep, pool) as desk:
        result = desk.begin(fail)

        with pytest.raises(sqlite3.DatabaseError, match="damaged"):
            result()


def test_a_snapshot_cannot_be_written(tmp_path):
    with open_keep(tmp_path) as keep:
        keep.settle()
        with closing(open_snapshot(keep.file)) as database, pytest.raises(sqlite3.OperationalError, match="readonly"):
            Keep(database, keep.file).put("name", "value")


@pytest.mark.model
def test_a_build_that_shares_its_work_gives_the_same_bytes(notes, tmp_path, monkeypatch):
    run(notes, "--workers", 1, "--store", output=tmp_path / "alone")
    monkeypatch.setattr(build, "MANY", 1)
    monkeypatch.setattr(link, "MANY", 1)
    monkeypatch.setattr(link, "BATCH", 2)
    run(notes, "--workers", 2, "--store", output=tmp_path / "shared")

    assert files_of(tmp_path / "shared") == files_of(tmp_path / "alone")
    assert len(load_store(tmp_path / "shared" / "store")) == len(load_store(tmp_path / "alone" / "graph.nt"))
    assert {p.name for p in (tmp_path / "shared").iterdir()} == {p.name for p in (tmp_path / "alone").iterdir()}
