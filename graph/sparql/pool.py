"""Workers that answer queries side by side, each killed and replaced when a query passes its time.

As many long queries as there are workers may run behind the others; one more gives way, and is asked again later. So a
short query never waits for long ones to end.

A worker whose queries are brief is given some in advance: it goes from one to the next without a word from here, which
takes half as many changes between processes.
"""

import asyncio
from collections import deque
from collections.abc import Callable, Coroutine, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TypeVar

from graph.sparql.messages import Answer, Message, Outcome, Question, Ready
from graph.sparql.query import Source
from graph.sparql.slot import Job, Slot
from graph.sparql.worker import Worker

T = TypeVar("T")
_WAITING_PER_WORKER = 16
_SECONDS_BEFORE_RETRY = 5.0
_SOON = 0.25  # seconds within which most queries are answered
_LOOK = 0.05  # seconds between two looks at what takes longer


@dataclass(slots=True, kw_only=True)
class Tally:
    """What a pool has done so far."""

    queries: int = 0
    seconds: float = 0.0
    timeouts: int = 0


class Pool:
    """A number of workers on one dataset, whose queries may call `services`.

    `start`, `ask` and `close` belong to one event loop; `kill` may be called from a signal handler. `on_failure` is
    called with the reason where the dataset cannot be loaded at all.
    """

    def __init__(
        self,
        source: Source,
        *,
        workers: int,
        timeout: float,
        on_failure: Callable[[str], None],
        services: frozenset[str] = frozenset(),
    ) -> None:
        self.services = services
        self.tally = Tally()
        self.ready: Ready | None = None
        self._source = source
        self._size = workers
        self._timeout = timeout
        self._on_failure = on_failure
        self._slots: list[Slot] = []
        self._workers: set[Worker] = set()
        self._waiting: deque[Job] = deque()
        self._later: deque[Job] = deque()  # long queries that had to give way
        self._killed = False
        self._timer: asyncio.TimerHandle | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        # there are at most twice as many as wanted, each with a thread that starts it, and one for its end
        self._threads = ThreadPoolExecutor(max_workers=4 * workers)

    @property
    def idle(self) -> int:
        """Return how many workers wait for a question."""
        return sum(not slot.jobs for slot in self._slots)

    @property
    def busy(self) -> int:
        """Return how many workers are at a question."""
        return sum(bool(slot.jobs) and not slot.jobs[0].answer.cancelled() for slot in self._slots)

    def start(self) -> None:
        """Start all workers; they load the dataset in the background."""
        for _ in range(self._size):
            self._begin()
        self._look()

    def ask(self, question: Question) -> "asyncio.Future[Answer]":
        """Return the answer to come; the query is stopped when its time is over, and when the future is cancelled."""
        loop = asyncio.get_running_loop()
        job = Job(question, loop.create_future(), loop.time())
        slot = None if self._waiting else self._find_room(job.since)
        if slot is not None:
            slot.put(job, job.since)
        elif self._queued() < _WAITING_PER_WORKER * self._size:
            self._waiting.append(job)
        else:
            job.end(Outcome.BUSY)
        return job.answer

    def kill(self) -> None:
        """End all workers at once and for good."""
        self._killed = True
        for worker in tuple(self._workers):
            worker.kill()

    async def close(self) -> None:
        """End all workers and wait until they are gone."""
        self.kill()
        if self._timer is not None:
            self._timer.cancel()
        for slot in tuple(self._slots):
            self._drop(slot, Outcome.STOPPED)
        for task in tuple(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await asyncio.to_thread(self._threads.shutdown)
        for worker in tuple(self._workers):
            worker.kill()  # one that was being started meanwhile
            await asyncio.to_thread(worker.bury)

    def _queued(self) -> int:
        in_advance = sum(max(0, len(slot.jobs) - 1) for slot in self._slots)
        return len(self._waiting) + len(self._later) + in_advance

    def _take_answers(self, slot: Slot, answers: Iterable[Message]) -> None:
        """Give answers to those who wait for them, and give the worker more to do."""
        now = self._now()
        for answer in answers:
            if slot not in self._slots:  # its end is known
                return
            if not isinstance(answer, Answer) or answer.outcome is Outcome.DIED or not slot.jobs:
                self._drop(slot, Outcome.STOPPED if self._killed else Outcome.DIED)
                return
            job, took = slot.take(now)
            self._count(took)
            if not job.answer.done():
                job.answer.set_result(answer)
            if slot.behind:
                self._drop(slot)
                return
        self._give_work(now)

    def _find_room(self, now: float) -> Slot | None:
        """Return the worker that has the least to do, None where none should be given more."""
        fitting = [slot for slot in self._slots if slot.has_room(now)]
        return min(fitting, key=lambda slot: len(slot.jobs)) if fitting else None

    def _give_work(self, now: float) -> None:
        while self._waiting and (slot := self._find_room(now)):
            job = self._waiting.popleft()
            if not job.answer.done():
                slot.put(job, now)
        while self._later and self._has_room_behind() and (slot := self._find_room(now)) and not slot.jobs:
            job = self._later.popleft()
            if not job.answer.done():
                slot.put(job, now)
                self._step_back(slot)

    def _look(self) -> None:
        """Stop what is over its time or has nobody who waits for it, and let what takes long step behind the others."""
        now = self._now()
        for slot in tuple(self._slots):
            took = now - slot.since
            if not slot.jobs or took < _LOOK:
                continue
            if slot.jobs[0].answer.cancelled():
                self._drop(slot)
            elif took >= self._timeout:
                self.tally.timeouts += 1
                self._count(took)
                self._drop(slot, Outcome.TOO_SLOW)
            elif took >= _SOON and not slot.behind and (self._waiting or len(slot.jobs) > 1):
                self._let_others_go_first(slot, now)
        for queue in (self._waiting, self._later):
            while queue and (queue[0].answer.done() or now - queue[0].since >= self._timeout):
                queue.popleft().end(Outcome.BUSY)
        self._give_work(now)
        self._timer = asyncio.get_running_loop().call_later(_LOOK, self._look)

    def _let_others_go_first(self, slot: Slot, now: float) -> None:
        """Let a long query go on with what others leave of the machine, or, where enough do so, later from its start.

        Another worker takes the place of its own.
        """
        if self._has_room_behind():
            self._take_back(slot)
            self._step_back(slot)
            return
        job = slot.jobs.popleft()
        job.since = now
        self._later.append(job)
        self._drop(slot)

    def _has_room_behind(self) -> bool:
        return sum(slot.behind for slot in self._slots) < self._size

    def _step_back(self, slot: Slot) -> None:
        slot.behind = True
        slot.worker.step_back()
        self._begin()

    def _take_back(self, slot: Slot) -> None:
        """Let others do what a worker was given in advance; it may do it too, but nobody takes its answers then."""
        while len(slot.jobs) > 1:
            self._waiting.appendleft(slot.jobs.pop())

    def _drop(self, slot: Slot, outcome: Outcome | None = None) -> None:
        """End a worker: what it is at has this outcome, if any is given, and others get all else that it was given."""
        self._slots.remove(slot)
        if slot.jobs and outcome is not None:
            slot.jobs.popleft().end(outcome)
        self._waiting.extendleft(reversed(slot.jobs))
        slot.jobs.clear()
        slot.close()
        slot.worker.kill()
        if self._killed:
            for queue in (self._waiting, self._later):
                while queue:
                    queue.popleft().end(Outcome.STOPPED)
        elif slot.behind:  # another has taken its place
            self._run(self._see_off(slot.worker))
        else:
            self._begin(instead_of=slot.worker)
        self._give_work(self._now())

    def _count(self, seconds: float) -> None:
        self.tally.queries += 1
        self.tally.seconds += seconds

    def _now(self) -> float:
        return asyncio.get_running_loop().time()

    async def _see_off(self, worker: Worker) -> None:
        await self._in_thread(worker.bury)
        self._workers.discard(worker)

    def _begin(self, *, instead_of: Worker | None = None) -> None:
        self._run(self._bring_up(instead_of))

    def _run(self, coroutine: Coroutine[None, None, None]) -> None:
        task = asyncio.get_running_loop().create_task(coroutine)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _bring_up(self, predecessor: Worker | None) -> None:
        while not self._killed:
            if predecessor is not None:
                await self._see_off(predecessor)
            worker = await self._in_thread(self._start_worker)
            told = await self._in_thread(worker.wait_ready)
            if isinstance(told, Ready):
                self.ready = told
                await self._take_on(worker)
                return
            worker.kill()
            predecessor = worker
            if self.ready is None and not self._killed:
                self._on_failure(told)
                return
            await asyncio.sleep(_SECONDS_BEFORE_RETRY)

    async def _take_on(self, worker: Worker) -> None:
        slot = Slot(worker, self._take_answers)
        worker.line.setblocking(False)
        await asyncio.get_running_loop().create_unix_connection(lambda: slot, sock=worker.line)
        self._slots.append(slot)
        self._give_work(self._now())

    def _start_worker(self) -> Worker:
        worker = Worker(self._source, self.services)
        self._workers.add(worker)
        if self._killed:
            worker.kill()
        return worker

    async def _in_thread(self, run: Callable[..., T], *arguments: object) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._threads, run, *arguments)
