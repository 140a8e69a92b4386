"""A worker on an event loop, with the questions it has been given."""

import asyncio
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

from graph.sparql.messages import Answer, Message, Outcome, Question, pack, unpack
from graph.sparql.worker import Worker

_BRIEF = 0.02  # seconds within which a query that others may be put behind is answered
_IN_ADVANCE = 4  # queries that a worker may have, with the one it is at


@dataclass(slots=True, eq=False)
class Job:
    """A question that somebody waits to have answered; `since` when, where no worker has it yet."""

    question: Question
    answer: "asyncio.Future[Answer]"
    since: float

    def end(self, outcome: Outcome) -> None:
        """Tell those who wait how it ended, unless they know or have gone."""
        if not self.answer.done():
            self.answer.set_result(Answer(outcome=outcome))


class Slot(asyncio.Protocol):
    """A worker and the jobs it has been given; it is at the first of them, since the time `since`.

    `on_answers` is called with what it answers, and with an Answer of outcome DIED when its process has ended.
    """

    def __init__(self, worker: Worker, on_answers: "Callable[[Slot, list[Message]], None]") -> None:
        self.worker = worker
        self.jobs: deque[Job] = deque()
        self.since = 0.0
        self.behind = False  # it lets others go first, and another has taken its place
        self._brief = True  # so was its last query
        self._on_answers = on_answers
        self._received = bytearray()

    def has_room(self, now: float) -> bool:
        """Return whether it should be given a job: it has none, or few that look as if they were over at once."""
        if self.behind or not self.jobs:
            return not self.behind
        return self._brief and now - self.since < _BRIEF and len(self.jobs) < _IN_ADVANCE

    def put(self, job: Job, now: float) -> None:
        """Give the worker a job, to be done after those it has."""
        if not self.jobs:
            self.since = now
        self.jobs.append(job)
        self._transport.write(pack(job.question))

    def take(self, now: float) -> tuple[Job, float]:
        """Return the job that has been answered, and how many seconds it took; the next one begins."""
        took = now - self.since
        self.since, self._brief = now, took < _BRIEF
        return self.jobs.popleft(), took

    def close(self) -> None:
        """Hear no more of the worker."""
        self._transport.abort()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:  # noqa: D102  asyncio's own name
        self._transport = cast("asyncio.Transport", transport)  # uvloop's own is no subclass of it

    def data_received(self, data: bytes) -> None:  # noqa: D102  asyncio's own name
        self._received += data
        if messages := unpack(self._received):
            self._on_answers(self, messages)

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: D102  asyncio's own name
        self._on_answers(self, [Answer(outcome=Outcome.DIED)])
