"""A server as a user starts it: a process of its own on a free port."""

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx


@contextmanager
def serving(folder: Path, *options: str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """The address of a server that has loaded its dataset, and its process; it is gone afterwards."""
    command = [sys.executable, "-m", "graph", "serve", str(folder), "--port", "0", *options]
    with subprocess.Popen(command, stdout=-1, stderr=-1, text=True, start_new_session=True) as process:
        try:
            address = process.stdout.readline().split(" at ")[1].split()[0].rstrip("/")
            wait_until(lambda: httpx.get(f"{address}/health").status_code == 200)
            yield address, process
        finally:
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()


def wait_until(true, *, seconds: float = 20.0) -> None:
    """Return when `true()` is true; AssertionError when it stays false."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it took too long"
        time.sleep(0.05)


def processes_of(session: int) -> list[int]:
    """The processes of a session that are not dead."""
    found = []
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, _, its_session = status.read_text().rpartition(")")[2].split()[:4]
        except OSError:
            continue
        if int(its_session) == session and state != "Z":
            found.append(int(status.parent.name))
    return found
