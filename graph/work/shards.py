"""Many sources read at once: shards over processes, streamed, and a shard whose process dies is read again."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, islice
from multiprocessing import get_context

from graph.errors import StoreError
from graph.work.reading import Options, Outcome, Task, read_tasks

Shard = tuple[Task, ...]
BYTES = 96_000  # of text in a shard: a few seconds of reading
MOST = 64  # sources in a shard
AHEAD = 2  # shards waiting for each process
ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


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


def read_shards(shards: Iterable[Shard], options: Options, *, workers: int) -> Iterator[list[Outcome]]:
    """The outcomes of every shard, as they are done, read in this process or in as many as `workers` says.

    At most `AHEAD` shards a process are held beside those being read. Every task has one outcome, whatever happens to
    the process that reads it: one that kills its process twice is told as a failure.
    """
    waiting = iter(shards)
    first = [shard for _, shard in zip(range(workers), waiting, strict=False)]
    if workers == 1 or len(first) < 2:
        for shard in (*first, *waiting):
            yield read_tasks(shard, options)
    else:
        yield from _read_parallel(chain(first, waiting), options, workers)


def _read_parallel(waiting: Iterator[Shard], options: Options, workers: int) -> Iterator[list[Outcome]]:
    """Shards over a pool; when a process dies, those that ran are read apart and a new pool goes on with the rest."""
    running: dict[Future[list[Outcome]], Shard] = {}
    while True:
        with _make_pool(workers, options) as pool:
            try:
                while _fill(pool, running, waiting, workers * (AHEAD + 1)):
                    done, _ = wait(running, return_when=FIRST_COMPLETED)
                    for future in done:
                        outcomes = future.result()
                        del running[future]
                        yield outcomes
            except BrokenProcessPool:
                yield from [future.result() for future in running if _is_read(future)]
            else:
                return
            finally:
                for future in running:
                    future.cancel()
        suspects = [shard for future, shard in running.items() if not _is_read(future)]
        running.clear()
        yield from _read_suspects(suspects, options)


def _is_read(future: Future[list[Outcome]]) -> bool:
    return future.done() and not future.cancelled() and future.exception() is None


def _make_pool(workers: int, options: Options) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(
        workers, mp_context=get_context("spawn"), initializer=start_worker, initargs=(options, os.getpid())
    )


def _fill(
    pool: ProcessPoolExecutor, running: dict[Future[list[Outcome]], Shard], waiting: Iterator[Shard], most: int
) -> bool:
    """Hand the pool as many shards as may run or wait; whether any does."""
    for shard in islice(waiting, max(most - len(running), 0)):
        running[pool.submit(read_here, shard)] = shard
    return bool(running)


def _read_suspects(shards: Sequence[Shard], options: Options) -> Iterator[list[Outcome]]:
    """The outcomes of shards that ran when a process died: each in a process of its own, halved until one is found."""
    for shard in shards:
        try:
            with _make_pool(1, options) as pool:
                _check_start(pool)
                yield pool.submit(read_here, shard).result()
        except BrokenProcessPool:
            if len(shard) > 1:
                half = len(shard) // 2
                yield from _read_suspects([shard[:half], shard[half:]], options)
            else:
                reason = f"{shard[0].name}: ends the process that reads it, twice (out of memory?); leave it out"
                yield [Outcome(shard[0].key, "", b"", reason)]


def _check_start(pool: ProcessPoolExecutor) -> None:
    """Raises StoreError where no process can be started at all: that is no document's fault."""
    try:
        pool.submit(os.getpid).result()
    except BrokenProcessPool as error:
        raise StoreError(
            "processes that read cannot be started; read in this one with --workers 1"
            " (a script of yours that builds must do so under `if __name__ == '__main__':`)"
        ) from error


_here: list[Options] = []  # what a worker process reads with


def read_here(shard: Shard) -> list[Outcome]:
    """Read a shard with the options that this worker process was started with."""
    return read_tasks(shard, _here[-1])


def start_worker(options: Options, parent: int) -> None:
    """Make a process ready: one thread, the user's files in use, and an end as soon as its parent is gone."""
    for name in ONE_THREAD:
        os.environ.setdefault(name, "1")
    _follow(parent, lambda: os._exit(1))
    from graph.extract.rules import use_files

    use_files(rules=options.rules, gazetteers=options.gazetteers)
    _here.append(options)


def _follow(parent: int, leave: Callable[[], None]) -> None:
    """Leave when the parent process is gone: killed, it cannot tell its workers to end."""
    import threading
    import time

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(0.5)
        leave()

    threading.Thread(target=watch, daemon=True).start()
