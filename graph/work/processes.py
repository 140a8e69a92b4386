"""Processes that work beside the one that builds: started when first needed, used by every stage, ended together."""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from types import TracebackType
from typing import Any, TypeVar

from graph.work.keep import Keep, open_snapshot
from graph.work.reading import Options

A = TypeVar("A")
B = TypeVar("B")
LOST = (BrokenProcessPool, CancelledError)  # what work raises whose process, or a process beside it, has died
AHEAD = 2  # pieces of work waiting for each process
ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


class Pool:
    """Worker processes with a user's options; made anew when one of them has died."""

    def __init__(self, workers: int, options: Options) -> None:
        self.workers, self.options = workers, options
        self._executor: ProcessPoolExecutor | None = None

    def __enter__(self) -> "Pool":
        return self

    def __exit__(self, *_: object) -> None:
        self.drop()

    @property
    def runs(self) -> bool:
        """Whether there are processes already."""
        return self._executor is not None

    def is_worth(self, size: int, least: int) -> bool:
        """Whether work of a size is to be shared: with processes there are, or from `least` on with new ones."""
        return self.workers > 1 and (self.runs or size >= least)

    def get(self) -> ProcessPoolExecutor:
        """The processes, started where there are none."""
        if self._executor is None:
            self._executor = ProcessPoolExecutor(
                self.workers,
                mp_context=get_context("spawn"),
                initializer=start_worker,
                initargs=(self.options, os.getpid()),
            )
        return self._executor

    def drop(self) -> None:
        """End the processes when they have done what they do now."""
        executor, self._executor = self._executor, None
        if executor is not None:
            executor.shutdown(cancel_futures=True)

    def over(self, work: Callable[[A], B], items: Iterable[A]) -> Iterator[B]:
        """What `work` gives for each item, in their order; few are held at a time, and none is lost with a process."""
        waiting, running = iter(items), deque[tuple[A, Future[B]]]()
        while True:
            for item in islice(waiting, self.workers * (AHEAD + 1) - len(running)):
                running.append((item, self.submit(work, item)))
            if not running:
                return
            item, future = running.popleft()
            try:
                done = future.result()
            except LOST:
                done = work(item)
            yield done

    def submit(self, work: Callable[..., B], *arguments: object) -> Future[B]:
        """A piece of work that has begun, in new processes where the last ones died meanwhile."""
        try:
            return self.get().submit(work, *arguments)
        except BrokenProcessPool:
            self.drop()
            return self.get().submit(work, *arguments)


class Desk:
    """Has functions of what is kept run beside this process, which must not change it meanwhile; or here, one by one.

    Each is given the kept file and the arguments it was begun with. It leaves when all have ended.
    """

    def __init__(self, keep: Keep, pool: Pool | None) -> None:
        self._keep, self._pool = keep, pool
        self._begun: list[Future[Any]] = []

    def __enter__(self) -> "Desk":
        if self._pool is not None:
            self._keep.settle()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        for future in self._begun:
            future.cancel()
        wait(self._begun)

    def begin(self, work: Callable[..., B], *arguments: object) -> Callable[[], B]:
        """Begin a piece of work; what is returned gives its result, and raises what it raised."""
        pool = self._pool
        if pool is None:
            return lambda: work(self._keep, *arguments)
        future: Future[B] = pool.submit(work_on_snapshot, work, self._keep.file, arguments)
        self._begun.append(future)

        def result() -> B:
            try:
                return future.result()
            except LOST:
                return work(self._keep, *arguments)

        return result


def work_on_snapshot(work: Callable[..., B], file: Path, arguments: tuple[object, ...]) -> B:
    """The result of a piece of work in another process than the one that has the kept file open."""
    with closing(open_snapshot(file)) as database:
        return work(Keep(database, file), *arguments)


started: list[Options] = []  # what a worker process works with


def start_worker(options: Options, parent: int) -> None:
    """Make a process ready: one thread, the user's files in use, and an end as soon as its parent is gone."""
    for name in ONE_THREAD:
        os.environ.setdefault(name, "1")
    _follow(parent, lambda: os._exit(1))
    from graph.extract.rules import use_files

    use_files(rules=options.rules, gazetteers=options.gazetteers)
    started.append(options)


def _follow(parent: int, leave: Callable[[], None]) -> None:
    """Leave when the parent process is gone: killed, it cannot tell its workers to end."""
    import threading
    import time

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(0.1)
        leave()

    threading.Thread(target=watch, daemon=True).start()
