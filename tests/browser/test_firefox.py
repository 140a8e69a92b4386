"""The page opens in Firefox too: drawn, answering, quiet."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from .tools import missing, npm_module

pytestmark = pytest.mark.browser


def test_firefox_opens_the_page_and_its_engine_answers(sample_file):
    firefox = shutil.which("firefox-esr") or shutil.which("firefox")
    if firefox is None:
        missing("Firefox is not installed: apt-get install firefox-esr")
    npm_module("puppeteer-core/package.json")
    script = Path(__file__).parent / "firefox.mjs"
    done = subprocess.run(
        ["node", str(script), str(firefox), sample_file.as_uri()], capture_output=True, text=True, check=True
    )
    assert json.loads(done.stdout) == {
        "counts": "2 documents · 82 entities · 159 claims",
        "claims": "159",
        "found": "Global Development Initiative",
        "drawn": 60,
        "title": "What 2 documents say",
        "messages": [],
    }
