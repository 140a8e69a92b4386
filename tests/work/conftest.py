import os
import sys
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from typing import NamedTuple

import pytest

from graph.cli import main

ROOT = Path(__file__).parents[2]
BYTES = ("claims.csv", "claims.jsonl", "explorer.json", "graph.nt", "graph.ttl", "index.html")
NOTES = {
    "alpha.md": "---\ntitle: Alpha\ndate: 2024-01-02\n---\n\nNorway signed the Lagos Convention on Fisheries (LCF).\n",
    "beta.txt": "Kenya will host the Arctic Energy Summit in 2031. Peru supports the LCF.\n",
    "gamma.txt": "Norway did not sign the Treaty of Lima. Kenya met Peru in Oslo on 3 May 2024.\n",
    "delta.txt": "So far, 82 countries have joined the Lagos Convention on Fisheries.\n",
    "epsilon.txt": "Chile joined the Group of Friends of the LCF. Norway supports Chile.\n",
}


@pytest.fixture
def notes(tmp_path):
    folder = tmp_path / "notes"
    folder.mkdir()
    for name, text in NOTES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def command(*arguments, output):
    """The command line of a build."""
    return [sys.executable, "-m", "graph", "build", *map(str, arguments), "--output", str(output)]


class Done(NamedTuple):
    returncode: int
    stdout: str
    stderr: str


def run(*arguments, output, do="build"):
    """A command as a user gives it, in this process: the model is loaded once for all."""
    told, wrong = StringIO(), StringIO()
    with redirect_stdout(told), redirect_stderr(wrong):
        code = main([do, *map(str, arguments), "--output", str(output)])
    return Done(code, told.getvalue(), wrong.getvalue())


def files_of(output):
    """The bytes of all files but the record, whose timings differ."""
    return {name: (output / name).read_bytes() for name in BYTES}


def is_alive(pid):
    """Whether a process still runs."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
