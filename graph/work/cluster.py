"""Many sources read on a Dask cluster that is there already: the same shards, the same outcomes, other machines.

What a lost worker had not finished is read again by the others. Dask has no passwords of its own: a cluster that more
than one machine can reach wants its TLS (see docs/scaling.md).
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path
from tempfile import mkdtemp
from threading import Lock
from typing import TYPE_CHECKING

from graph.errors import StoreError
from graph.work.processes import AHEAD
from graph.work.reading import Options, Outcome, read_tasks, reading_version
from graph.work.shards import Shard

if TYPE_CHECKING:
    from distributed import Client, Future

PATIENCE = 20  # seconds to wait for the scheduler, and for a first worker

Files = tuple[tuple[bytes, ...], tuple[bytes, ...]]  # a user's rules and gazetteers: a worker has not got our disk


def read_on_cluster(shards: Iterable[Shard], options: Options, *, address: str) -> Iterator[list[Outcome]]:
    """The outcomes of every shard, as they are done, read by the workers of the scheduler at `address`.

    Raises StoreError where there is no scheduler or no worker, or a worker has another version of what reading needs.
    """
    try:
        from distributed import Client
    except ImportError as error:
        raise StoreError(
            "--scheduler needs dask.distributed: run `.venv/bin/pip install -e '.[dask]'` in the clone"
        ) from error
    try:
        client = Client(address, timeout=PATIENCE, set_as_default=False)
        client.wait_for_workers(1, timeout=PATIENCE)
    except (OSError, TimeoutError, ValueError) as error:
        raise StoreError(f"{address}: no Dask scheduler with a worker answers; check the address") from error
    with client:
        yield from _read(client, iter(shards), options)


def _read(client: "Client", waiting: Iterator[Shard], options: Options) -> Iterator[list[Outcome]]:
    from distributed import as_completed

    files = tuple(tuple(path.read_bytes() for path in paths) for paths in (options.rules, options.gazetteers))
    version = reading_version(options)
    running: dict[Future, Shard] = {}

    def submit(shard: Shard) -> "Future":
        future = client.submit(read_there, shard, options, files, version, pure=False)
        running[future] = shard
        return future

    threads = max(sum(client.nthreads().values()), 1)
    done = as_completed([submit(shard) for shard in islice(waiting, threads * (AHEAD + 1))], loop=client.loop)
    for future in done:
        shard = running.pop(future)
        if future.status == "finished":
            yield future.result()
            for more in islice(waiting, 1):
                done.add(submit(more))
        elif _is_lost(future):
            if len(shard) == 1:
                reason = f"{shard[0].name}: ends every worker that reads it (out of memory?); leave it out"
                yield [Outcome(shard[0].key, "", b"", reason)]
            for task in shard if len(shard) > 1 else ():
                done.add(submit((task,)))
        else:
            future.result()  # raises what the worker raised


def _is_lost(future: "Future") -> bool:
    from distributed import KilledWorker

    return isinstance(future.exception(), KilledWorker)


_lock = Lock()
_in_use: list[Files] = []


def read_there(shard: Shard, options: Options, files: Files, version: str) -> list[Outcome]:
    """Read a shard on a worker, one at a time in a process, for the rules in use are the process's.

    Raises StoreError where this worker would read otherwise than the machine that asks.
    """
    from graph.extract.rules import use_files

    with _lock:
        here = _own_copies(options, files)
        if reading_version(here) != version:
            raise StoreError("a worker has another version of Dragoman, its model or a package; install the same there")
        if _in_use != [files]:
            use_files(rules=here.rules, gazetteers=here.gazetteers)
            _in_use[:] = [files]
        return read_tasks(shard, here)


_copies: dict[Files, Options] = {}


def _own_copies(options: Options, files: Files) -> Options:
    """The options with the user's files as copies on this machine."""
    from distributed import get_worker

    if files == ((), ()):
        return options
    if files not in _copies:
        folder = Path(mkdtemp(prefix="dragoman-", dir=get_worker().local_directory))  # a worker clears its own
        paths = []
        for kind, contents in zip(("rules", "gazetteer"), files, strict=True):
            for number, content in enumerate(contents):
                path = folder / f"{kind}-{number}"
                path.write_bytes(content)
                paths.append(path)
        _copies[files] = replace(options, rules=tuple(paths[: len(files[0])]), gazetteers=tuple(paths[len(files[0]) :]))
    return replace(options, rules=_copies[files].rules, gazetteers=_copies[files].gazetteers)
