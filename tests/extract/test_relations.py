import tomllib
from pathlib import Path

import pytest

from tests.extract.conftest import show

EXAMPLES = tomllib.loads((Path(__file__).parent / "examples.toml").read_text(encoding="utf-8"))["example"]


@pytest.mark.model
@pytest.mark.parametrize("example", EXAMPLES, ids=[e["phenomenon"] for e in EXAMPLES])
def test_each_example_makes_exactly_its_claims(example, extract):
    assert sorted(show(e) for e in extract(example["text"])) == sorted(example["claims"])
