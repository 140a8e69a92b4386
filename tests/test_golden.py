"""Whole documents to whole outputs: a change shows as a diff that is reviewed."""

from pathlib import Path

import pytest

from graph.build import build_documents
from tests.rdf.test_vocabulary import conforms, read

CASES = sorted(p for p in (Path(__file__).parent / "golden").iterdir() if p.is_dir())
OUTPUTS = ("claims.jsonl", "graph.ttl")


@pytest.mark.model
@pytest.mark.parametrize("case", CASES, ids=[c.name for c in CASES])
def test_each_golden_case_builds_the_same_bytes(case, tmp_path, request):
    source = next(p for p in case.iterdir() if p.stem == "text")
    build_documents([source], tmp_path)

    made = {name: (tmp_path / name).read_bytes() for name in OUTPUTS}
    if request.config.getoption("--update-golden"):
        for name, content in made.items():
            (case / name).write_bytes(content)
    assert made == {name: (case / name).read_bytes() for name in OUTPUTS}


@pytest.mark.parametrize("case", CASES, ids=[c.name for c in CASES])
def test_every_golden_graph_conforms_to_the_shapes(case):
    answer, told = conforms(read((case / "graph.ttl").read_bytes(), "turtle"))

    assert answer, told
