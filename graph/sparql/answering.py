"""One question after another, each of which can be stopped: for a session, where the server has a pool."""

from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as Late

from graph.errors import QueryError, StoreError
from graph.sparql.messages import Answer, Outcome, Question
from graph.sparql.query import Source
from graph.sparql.worker import Worker

_LONGEST = 100_000_000  # bytes of an answer


class Answering:
    """A worker that is replaced when its query must end."""

    def __init__(self, source: Source, timeout: float | None, services: frozenset[str] = frozenset()) -> None:
        self._source = source
        self._services = services
        self._timeout = timeout
        self._threads = ThreadPoolExecutor(max_workers=1)
        self._worker: Worker | None = None

    def __enter__(self) -> "Answering":
        return self

    def __exit__(self, *_: object) -> None:
        self._end()
        self._threads.shutdown()

    def ask(self, text: str) -> Answer:
        """Return the answer to a query; QueryError or StoreError where there is none.

        Ctrl-C ends the worker, whatever it does, and is passed on.
        """
        try:
            return self._ask(text)
        except KeyboardInterrupt:
            self._end()
            raise

    def _ask(self, text: str) -> Answer:
        if self._worker is None:
            self._worker = Worker(self._source, self._services)
            told = self._worker.wait_ready()
            if isinstance(told, str):
                raise StoreError(told)
        question = Question(text=text, rows="json", triples="nt", max_bytes=_LONGEST)
        asking = self._threads.submit(self._worker.ask, question)
        try:
            answer = asking.result(self._timeout)
        except Late as error:
            self._end()
            raise QueryError(f"the query was stopped after {self._timeout:g} seconds; add a LIMIT") from error
        if answer.outcome is Outcome.ANSWERED:
            return answer
        if answer.outcome is Outcome.DIED:
            self._end()
        reasons = {
            Outcome.TOO_LARGE: f"the answer is longer than {_LONGEST:,} bytes; add a LIMIT",
            Outcome.DIED: "the query took more memory than one may have; ask for less",
        }
        raise QueryError(answer.message or reasons.get(answer.outcome, answer.outcome.value))

    def _end(self) -> None:
        if self._worker is not None:
            self._worker.kill()
            self._worker.bury()
            self._worker = None
