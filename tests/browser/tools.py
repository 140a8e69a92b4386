"""What the browser tests take from npm, installed when first asked for: axe-core, and puppeteer-core for Firefox."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

HERE = Path(__file__).parent


def npm_module(path: str) -> Path:
    """Return a file of an npm package; the packages are installed first. Skips, or fails with CI=true, without npm."""
    file = HERE / "node_modules" / path
    if not file.exists():
        npm = shutil.which("npm")
        if npm is None:
            missing(f"npm is not on the path, so {path.partition('/')[0]} cannot be installed")
        subprocess.run([str(npm), "ci", "--no-audit", "--no-fund", "--ignore-scripts"], cwd=HERE, check=True)
    return file


def missing(reason: str) -> None:
    """Skip the test for a reason, but where CI=true says that nothing may be missing, fail."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"{reason}; with CI=true browser tests must run")
    pytest.skip(reason)
