"""What runs in a process of its own: a store, and one question after another put to it.

Oxigraph cannot stop a query once it runs; the process that runs it can be killed. `pool.py` does that.
"""

import gc
import os
import signal
import socket
import threading
from contextlib import suppress
from io import BytesIO
from multiprocessing import get_context, parent_process, resource_tracker
from multiprocessing.connection import wait
from pathlib import Path
from typing import TYPE_CHECKING

from graph.errors import GraphError, QueryError, RefusedError, StoreError
from graph.sparql.messages import Answer, Outcome, Question, Ready, pack, receive
from graph.sparql.query import Results, Source, open_store, run_query
from graph.sparql.store import Store

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

_CONTEXT = get_context("spawn")  # a fork would copy the server's threads and sockets in whatever state they are
_MEMORY_PER_QUERY = 2 << 30  # bytes above what the loaded store takes
# glibc keeps 7 freed pieces of memory of each size at hand; a query takes and frees many more, and with all that it may
# keep takes a tenth less time
_TUNABLES = ("GLIBC_TUNABLES", "glibc.malloc.tcache_count=127")


class Worker:
    """A process that answers questions on one store, in their order; its methods block, and belong to threads."""

    def __init__(self, source: Source, services: frozenset[str] = frozenset()) -> None:
        self.line, far_end = socket.socketpair()
        self._reader = self.line.makefile("rb")
        self._process = _CONTEXT.Process(target=_work, args=(far_end, source, services), daemon=True)
        resource_tracker.ensure_running()  # it lets SIGINT through again where it is started on the way
        os.environ.setdefault(*_TUNABLES)  # only a process that starts with it has it
        # Ctrl-C reaches every process of a terminal; a worker must not meet it, not even while it starts
        before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            self._process.start()
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
        far_end.close()

    def wait_ready(self) -> Ready | str:
        """Return what the worker tells when its store is loaded, or why it cannot be."""
        told = receive(self._reader)
        return told if isinstance(told, Ready | str) else "the process that loads the dataset ended; is there memory?"

    def ask(self, question: Question) -> Answer:
        """Return the answer; its outcome is DIED where the process ended or was killed over it."""
        try:
            self.line.sendall(pack(question))
        except OSError:
            return Answer(outcome=Outcome.DIED)
        told = receive(self._reader)
        return told if isinstance(told, Answer) else Answer(outcome=Outcome.DIED)

    def step_back(self) -> None:
        """Let other processes go first from now on; this cannot be undone."""
        with suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, self._process.pid or 0, 10)

    def kill(self) -> None:
        """End the process at once, whatever it does; a thread that waits for its answer is told."""
        self._process.kill()

    def bury(self) -> None:
        """Wait until the killed process is gone."""
        self._process.join()
        self._reader.close()
        self.line.close()


class _FullError(Exception):
    """The answer passes its cap."""


class _CappedTarget(BytesIO):
    """Takes bytes up to a cap."""

    def __init__(self, cap: int) -> None:
        super().__init__()
        self._cap = cap

    def write(self, data: "ReadableBuffer") -> int:
        if self.tell() + memoryview(data).nbytes > self._cap:
            raise _FullError
        return super().write(data)


def _work(line: socket.socket, source: Source, services: frozenset[str]) -> None:
    threading.Thread(target=_end_with_the_parent, daemon=True).start()
    try:
        store = open_store(source, services)
        ready = Ready(triples=len(store), prefixes=store.prefixes)
    except GraphError as error:
        line.sendall(pack(str(error)))
        return
    _limit_memory()
    gc.freeze()  # what has been loaded stays; to look through it again and again would delay answers
    line.sendall(pack(ready))
    reader = line.makefile("rb")
    while isinstance(question := receive(reader), Question):
        with suppress(OSError):  # nobody is there to read it; the next question does not come either
            line.sendall(pack(answer_question(store, question)))


def answer_question(store: Store, question: Question) -> Answer:
    """Return the answer of a store to a question, within its byte cap."""
    try:
        results = run_query(store, question.text, question.graphs)
        form = question.triples if results.kind == "construct" else question.rows
        return Answer(outcome=Outcome.UNFIT, form=results.kind) if form is None else _write(results, form, question)
    except RefusedError as error:
        return Answer(outcome=Outcome.REFUSED, message=str(error))
    except QueryError as error:
        return Answer(outcome=Outcome.WRONG, message=str(error))
    except StoreError as error:
        return Answer(outcome=Outcome.CUT_OFF, message=str(error))
    except MemoryError:
        return Answer(outcome=Outcome.DIED)


def _write(results: Results, form: str, question: Question) -> Answer:
    target = _CappedTarget(question.max_bytes)
    try:
        results.write(target, form)
    except _FullError:
        return Answer(outcome=Outcome.TOO_LARGE)
    except QueryError as error:  # only now is it known that the form cannot hold the answer
        return Answer(outcome=Outcome.UNFIT, form=results.kind, message=str(error))
    return Answer(outcome=Outcome.ANSWERED, form=form, body=target.getvalue())


def _end_with_the_parent() -> None:
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _limit_memory() -> None:
    # A query that sorts or groups too much would otherwise take the memory of everything else on the machine.
    statistics = Path("/proc/self/statm")
    if not statistics.exists():  # only Linux tells how much address space is taken
        return
    import resource

    taken = int(statistics.read_text().split()[0]) * resource.getpagesize()
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    wanted = taken + _MEMORY_PER_QUERY
    resource.setrlimit(resource.RLIMIT_AS, (wanted if hard == resource.RLIM_INFINITY else min(wanted, hard), hard))
