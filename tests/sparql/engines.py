"""Other makers' SPARQL servers, each started on loopback with a folder and ports of its own, and ended afterwards."""

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from tests.sparql.server import wait_until


@dataclass(frozen=True)
class Engine:
    """A running server: where it answers and where it takes updates, the graph to use, and who may write."""

    name: str
    query: str
    update: str
    graph: str | None
    process: "subprocess.Popen[bytes]"
    access: tuple[str, str] | None = None


def missing(reason: str) -> None:
    """Skip the test for a reason, but where CI=true says that nothing may be missing, fail."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"{reason}; with CI=true these tests must run")
    pytest.skip(reason)


def free_port() -> int:
    with closing(socket.create_server(("127.0.0.1", 0))) as listener:
        return listener.getsockname()[1]


@contextmanager
def oxigraph(folder: Path, *options: str, port: int | None = None) -> Iterator[Engine]:
    """Oxigraph's own server, with what the folder holds."""
    program = shutil.which("oxigraph", path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    if program is None:
        missing("Oxigraph's server is not installed: pip install oxigraph")
    port = port or free_port()
    address = f"http://127.0.0.1:{port}"
    command = [program, "serve", "--location", str(folder), "--bind", f"127.0.0.1:{port}", *options]
    with _running(command, folder, lambda: httpx.get(address).status_code == 200) as process:
        yield Engine("oxigraph", f"{address}/query", f"{address}/update", None, process)


@contextmanager
def virtuoso(folder: Path) -> Iterator[Engine]:
    """OpenLink Virtuoso."""
    program = shutil.which("virtuoso-t")
    if program is None:
        missing("Virtuoso is not installed: apt-get install virtuoso-opensource")
    port, own = free_port(), free_port()
    (folder / "virtuoso.ini").write_text(f"""[Database]
DatabaseFile = {folder}/virtuoso.db
ErrorLogFile = {folder}/virtuoso.log
LockFile = {folder}/virtuoso.lck
TransactionFile = {folder}/virtuoso.trx
xa_persistent_file = {folder}/virtuoso.pxa
[TempDatabase]
DatabaseFile = {folder}/temporary.db
TransactionFile = {folder}/temporary.trx
[Parameters]
ServerPort = 127.0.0.1:{own}
NumberOfBuffers = 4000
MaxDirtyBuffers = 3000
[HTTPServer]
ServerPort = 127.0.0.1:{port}
ServerRoot = {folder}
[SPARQL]
ResultSetMaxRows = 100000
""")
    address = f"http://127.0.0.1:{port}"
    command = [program, "+foreground", "+configfile", str(folder / "virtuoso.ini")]

    def answers() -> bool:
        return httpx.get(f"{address}/sparql", params={"query": "ASK {}"}).status_code == 200

    with _running(command, folder, answers) as process:
        graph = "https://example.org/sky"
        yield Engine("virtuoso", f"{address}/sparql", f"{address}/sparql-auth", graph, process, ("dba", "dba"))


@contextmanager
def _running(command: list[str], folder: Path, answers) -> "Iterator[subprocess.Popen[bytes]]":
    def is_up() -> bool:
        with suppress(httpx.HTTPError):
            return answers()
        return False

    with subprocess.Popen(command, stdout=-3, stderr=-3, cwd=folder) as process:
        try:
            wait_until(is_up, seconds=90)
            yield process
        finally:
            process.kill()
