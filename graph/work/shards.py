"""Many sources read at once: shards over processes, streamed, and a shard whose process dies is read again."""

import os
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, islice

from graph.errors import StoreError
from graph.work.processes import AHEAD, Pool, started
from graph.work.reading import Options, Outcome, Task, read_tasks

Shard = tuple[Task, ...]
BYTES = 96_000  # of text in a shard: a few seconds of reading
MOST = 64  # sources in a shard


def make_shards(tasks: Iterable[Task]) -> Iterator[Shard]:
    """The tasks in shards, in order, each of about BYTES; at most one shard is held."""
    shard: list[Task] = []
    size = 0
    for task in tasks:
        if shard and (size + len(task.data) > BYTES or len(shard) >= MOST):
            yield tuple(shard)
            shard, size = [], 0
        shard.append(task)
        size += len(task.data)
    if shard:
        yield tuple(shard)


def read_shards(shards: Iterable[Shard], pool: Pool) -> Iterator[list[Outcome]]:
    """The outcomes of every shard, as they are done, read in this process or in those of the pool.

    At most `AHEAD` shards a process are held beside those being read. Every task has one outcome, whatever happens to
    the process that reads it: one that kills its process twice is told as a failure.
    """
    waiting = iter(shards)
    first = list(islice(waiting, pool.workers))
    if pool.workers == 1 or len(first) < 2:
        for shard in (*first, *waiting):
            yield read_tasks(shard, pool.options)
    else:
        yield from _read_parallel(chain(first, waiting), pool)


def _read_parallel(waiting: Iterator[Shard], pool: Pool) -> Iterator[list[Outcome]]:
    """Shards over a pool; when a process dies, those that ran are read apart and a new pool goes on with the rest."""
    running: dict[Future[list[Outcome]], Shard] = {}
    while True:
        try:
            while _fill(pool.get(), running, waiting, pool.workers * (AHEAD + 1)):
                done, _ = wait(running, return_when=FIRST_COMPLETED)
                for future in done:
                    outcomes = future.result()
                    del running[future]
                    yield outcomes
        except BrokenProcessPool:
            yield from [future.result() for future in running if _is_read(future)]
            pool.drop()
        else:
            return
        finally:
            for future in running:
                future.cancel()
        suspects = [shard for future, shard in running.items() if not _is_read(future)]
        running.clear()
        yield from _read_suspects(suspects, pool.options)


def _is_read(future: Future[list[Outcome]]) -> bool:
    return future.done() and not future.cancelled() and future.exception() is None


def _fill(
    executor: ProcessPoolExecutor, running: dict[Future[list[Outcome]], Shard], waiting: Iterator[Shard], most: int
) -> bool:
    """Hand the pool as many shards as may run or wait; whether any does."""
    for shard in islice(waiting, max(most - len(running), 0)):
        running[executor.submit(read_here, shard)] = shard
    return bool(running)


def _read_suspects(shards: Sequence[Shard], options: Options) -> Iterator[list[Outcome]]:
    """The outcomes of shards that ran when a process died: each in a process of its own, halved until one is found."""
    for shard in shards:
        try:
            with Pool(1, options) as pool:
                _check_start(pool.get())
                yield pool.get().submit(read_here, shard).result()
        except BrokenProcessPool:
            if len(shard) > 1:
                half = len(shard) // 2
                yield from _read_suspects([shard[:half], shard[half:]], options)
            else:
                reason = f"{shard[0].name}: ends the process that reads it, twice (out of memory?); leave it out"
                yield [Outcome(shard[0].key, "", b"", reason)]


def _check_start(executor: ProcessPoolExecutor) -> None:
    """Raises StoreError where no process can be started at all: that is no document's fault."""
    try:
        executor.submit(os.getpid).result()
    except BrokenProcessPool as error:
        raise StoreError(
            "processes that read cannot be started; read in this one with --workers 1"
            " (a script of yours that builds must do so under `if __name__ == '__main__':`)"
        ) from error


def read_here(shard: Shard) -> list[Outcome]:
    """Read a shard with the options that this worker process was started with."""
    return read_tasks(shard, started[-1])
