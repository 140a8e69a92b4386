"""Workers that answer queries side by side, each killed and replaced when a query passes its time.

As many long queries as there are workers may run behind the others; one more gives way, and is asked again later. So a
short query never waits for long ones to end.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from time import perf_counter
from typing import TypeVar

from graph.sparql.query import Source
from graph.sparql.worker import Answer, Outcome, Question, Ready, Worker

T = TypeVar("T")
_WAITING_PER_WORKER = 16
_SECONDS_BEFORE_RETRY = 5.0
_SOON = 0.25  # seconds within which most queries are answered
_LOOK = 0.05  # seconds between two looks at whether others wait for one that takes longer


@dataclass(slots=True, kw_only=True)
class Tally:
    """What a pool has done so far."""

    queries: int = 0
    seconds: float = 0.0
    timeouts: int = 0


class Pool:
    """A number of workers on one dataset.

    `start`, `ask` and `close` belong to one event loop; `kill` may be called from a signal handler. `on_failure` is
    called with the reason where the dataset cannot be loaded at all.
    """

    def __init__(self, source: Source, *, workers: int, timeout: float, on_failure: Callable[[str], None]) -> None:
        self.tally = Tally()
        self.ready: Ready | None = None
        self._source = source
        self._size = workers
        self._timeout = timeout
        self._on_failure = on_failure
        self._free: asyncio.Queue[Worker] = asyncio.Queue()
        self._workers: set[Worker] = set()
        self._waiting = 0
        self._busy = 0
        self._behind = 0  # long queries that have stepped back
        self._later = 0  # those that had to give way
        self._room = asyncio.Event()  # there may be room for one of them
        self._killed = False
        self._tasks: set[asyncio.Task[None]] = set()
        # there are at most twice as many as wanted, each with a thread that starts or reads it, and one for its end
        self._threads = ThreadPoolExecutor(max_workers=4 * workers)

    @property
    def idle(self) -> int:
        """Return how many workers wait for a question."""
        return self._free.qsize()

    @property
    def busy(self) -> int:
        """Return how many workers are at a question."""
        return self._busy

    def start(self) -> None:
        """Start all workers; they load the dataset in the background."""
        for _ in range(self._size):
            self._begin()

    async def ask(self, question: Question) -> Answer:
        """Return the answer; the query is stopped when its time is over, and when this call is cancelled."""
        if self._free.empty() and self._waiting + self._later >= _WAITING_PER_WORKER * self._size:
            return Answer(outcome=Outcome.BUSY)
        self._waiting += 1
        try:
            async with asyncio.timeout(self._timeout):
                worker = await self._free.get()
        except TimeoutError:
            return Answer(outcome=Outcome.BUSY)
        finally:
            self._waiting -= 1
        start = perf_counter()
        self._busy += 1
        try:
            answer = await self._put(question, worker) or await self._ask_later(question)
        finally:
            self._busy -= 1
        self.tally.queries += 1
        self.tally.seconds += perf_counter() - start
        self.tally.timeouts += answer.outcome is Outcome.TOO_SLOW
        return answer

    def kill(self) -> None:
        """End all workers at once and for good."""
        self._killed = True
        for worker in tuple(self._workers):
            worker.kill()

    async def close(self) -> None:
        """End all workers and wait until they are gone."""
        self.kill()
        for task in tuple(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await asyncio.to_thread(self._threads.shutdown)
        for worker in tuple(self._workers):
            worker.kill()  # one that was being started meanwhile
            await asyncio.to_thread(worker.bury)

    async def _put(self, question: Question, worker: Worker, *, behind: bool = False) -> Answer | None:
        """Return the answer of a worker; None where the query had to give way, and is to be asked again.

        One that takes long while others wait steps `behind` them: it goes on with what they leave of the machine, and
        another worker takes the place of its own.
        """
        answer: Answer | None = Answer(outcome=Outcome.DIED)
        asking = asyncio.ensure_future(self._answer_of(question, worker))
        end = self._now() + self._timeout
        try:
            await asyncio.wait({asking}, timeout=min(_SOON, self._timeout))
            while not asking.done() and self._now() < end:
                if self._waiting and not behind:
                    if self._behind >= self._size:
                        answer = None
                        return None
                    behind = True
                    self._behind += 1
                    self._step_back(worker)
                await asyncio.wait({asking}, timeout=min(_LOOK, max(0.0, end - self._now())))
            answer = asking.result() if asking.done() else Answer(outcome=Outcome.TOO_SLOW)
        finally:  # also where the client has gone, which cancels this call
            asking.cancel()
            if behind:  # another has taken its place
                self._behind -= 1
                self._room.set()
                self._end(worker)
            elif answer is None or answer.outcome in {Outcome.DIED, Outcome.TOO_SLOW}:
                self._replace(worker)
            else:
                self._free.put_nowait(worker)
        return Answer(outcome=Outcome.STOPPED) if self._killed and not answer.body else answer

    async def _ask_later(self, question: Question) -> Answer:
        """Ask anew what had to give way, once there is room among the long queries."""
        if self._later >= _WAITING_PER_WORKER * self._size:
            return Answer(outcome=Outcome.BUSY)
        self._later += 1
        try:
            async with asyncio.timeout(self._timeout):
                while self._behind >= self._size:
                    self._room.clear()
                    await self._room.wait()
                self._behind += 1
        except TimeoutError:
            return Answer(outcome=Outcome.BUSY)
        finally:
            self._later -= 1
        try:
            async with asyncio.timeout(self._timeout):
                worker = await self._free.get()
        except BaseException as error:
            self._behind -= 1
            self._room.set()
            if isinstance(error, TimeoutError):
                return Answer(outcome=Outcome.BUSY)
            raise
        self._step_back(worker)
        return await self._put(question, worker, behind=True) or Answer(outcome=Outcome.BUSY)

    def _step_back(self, worker: Worker) -> None:
        worker.step_back()
        self._begin()

    async def _answer_of(self, question: Question, worker: Worker) -> Answer:
        loop, there = asyncio.get_running_loop(), asyncio.Event()
        try:
            worker.put(question)
            loop.add_reader(worker.fileno(), there.set)
        except OSError:
            return Answer(outcome=Outcome.DIED)
        try:
            await there.wait()
        finally:
            loop.remove_reader(worker.fileno())
        return await self._in_thread(worker.take) if worker.is_long() else worker.take()

    def _now(self) -> float:
        return asyncio.get_running_loop().time()

    def _end(self, worker: Worker) -> None:
        worker.kill()
        task = asyncio.get_running_loop().create_task(self._see_off(worker))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _see_off(self, worker: Worker) -> None:
        await self._in_thread(worker.bury)
        self._workers.discard(worker)

    def _replace(self, worker: Worker) -> None:
        worker.kill()
        if not self._killed:
            self._begin(instead_of=worker)

    def _begin(self, *, instead_of: Worker | None = None) -> None:
        task = asyncio.get_running_loop().create_task(self._bring_up(instead_of))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _bring_up(self, predecessor: Worker | None) -> None:
        while not self._killed:
            if predecessor is not None:
                await self._in_thread(predecessor.bury)
                self._workers.discard(predecessor)
            worker = await self._in_thread(self._start_worker)
            told = await self._in_thread(worker.wait_ready)
            if isinstance(told, Ready):
                self.ready = told
                self._free.put_nowait(worker)
                return
            worker.kill()
            predecessor = worker
            if self.ready is None and not self._killed:
                self._on_failure(told)
                return
            await asyncio.sleep(_SECONDS_BEFORE_RETRY)

    def _start_worker(self) -> Worker:
        worker = Worker(self._source)
        self._workers.add(worker)
        if self._killed:
            worker.kill()
        return worker

    async def _in_thread(self, run: Callable[..., T], *arguments: object) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._threads, run, *arguments)
