"""The documentation says what the program does: every command, saved query and relation, and its own limits."""

import re
from pathlib import Path

import pytest

from graph.arguments import make_parser
from graph.cli import RUNS
from graph.rdf.names import canonical_relations
from graph.sparql.saved import saved_queries

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", [query.name for query in saved_queries()])
def test_every_saved_query_is_in_the_readme(name):
    assert f"| `{name}` |" in README


@pytest.mark.parametrize("relation", sorted(canonical_relations()))
def test_every_canonical_relation_is_in_the_readme(relation):
    assert f"`{relation}`" in README


def test_every_command_is_in_the_readme():
    commands = next(a.choices for a in make_parser(RUNS)._actions if a.choices and a.dest != "format")

    assert [c for c in commands if f"dragoman {c}" not in README] == []


def test_every_file_that_the_readme_names_exists():
    named = re.findall(r"`(graph/[\w/.]+\w)`", README) + re.findall(r"\]\((\w[\w./-]*)\)", README)

    assert [path for path in named if not (ROOT / path).exists()] == []


def test_every_relation_that_reading_makes_is_in_the_vocabulary():
    from graph.extract.cues import cues

    assert set(cues().relations.values()) - set(canonical_relations()) == set()
