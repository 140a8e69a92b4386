"""A user's last word on linking."""

import pytest

from graph.corpus.read import make_document
from graph.errors import RuleError
from graph.extract.overrides import Overrides, read_overrides
from graph.extract.pipeline import read_claims
from graph.model import EntityType, Merge

HEAD = "action,name,other\n"


@pytest.fixture
def overrides(tmp_path):
    def make(lines):
        path = tmp_path / "overrides.csv"
        path.write_text(HEAD + lines, encoding="utf-8")
        return read_overrides(path)

    return make


def read(text, overrides):
    return read_claims([make_document(text.encode(), name="note.txt")], overrides=overrides)


def triples(reading):
    return [(c.subject, c.relation, c.object) for c in reading.claims]


@pytest.mark.model
def test_a_name_is_taken_for_another_one_and_says_why(overrides):
    text = "Norway signed the Oslo Convention on Fisheries. Chile left the Fish Pact.\n"
    reading = read(text, overrides("same,the Fish Pact,Oslo Convention on Fisheries\n"))

    assert triples(reading) == [
        ("norway", "signed", "oslo-convention-on-fisheries"),
        ("chile", "leave", "oslo-convention-on-fisheries"),
    ]
    entity = next(e for e in reading.entities if e.id == "oslo-convention-on-fisheries")
    assert entity.merged_because == (Merge(alias="Fish Pact", reason="told in overrides.csv"),)


@pytest.mark.model
def test_a_short_name_that_names_nothing_by_itself_becomes_a_node(overrides):
    text = "Norway signed the Oslo Convention on Fisheries. Chile left the convention.\n"
    reading = read(text, overrides("same,convention,Oslo Convention on Fisheries\n"))

    assert triples(reading)[1] == ("chile", "leave", "oslo-convention-on-fisheries")


@pytest.mark.model
def test_two_names_that_rules_take_for_one_are_kept_apart(overrides):
    text = "Norway signed the Declaration of Lima. Chile signed the Lima Declaration.\n"

    together = read(text, Overrides())
    apart = read(text, overrides("apart,Lima Declaration,Declaration of Lima\n"))

    assert triples(together) == [
        ("norway", "signed", "declaration-of-lima"),
        ("chile", "signed", "declaration-of-lima"),
    ]
    assert triples(apart) == [("norway", "signed", "declaration-of-lima"), ("chile", "signed", "lima-declaration")]


@pytest.mark.model
def test_an_alias_of_the_gazetteer_can_be_a_thing_of_its_own(overrides):
    reading = read("Norway visited Burma.\n", overrides("apart,Burma,Myanmar\n"))

    assert triples(reading) == [("norway", "visited", "burma")]


@pytest.mark.model
def test_a_thing_is_of_the_type_that_is_told(overrides):
    reading = read("Norway visited the Blue Line Office.\n", overrides("type,Blue Line Office,Place\n"))

    assert {e.id: e.type for e in reading.entities}["blue-line-office"] is EntityType.PLACE


@pytest.mark.model
def test_what_meets_nothing_is_told(overrides):
    reading = read("Norway visited Chile.\n", overrides("same,Norge,Norway\ntype,Chile,Country\n"))
    merged = read("Norway visited Burma.\n", overrides("same,Burma,Myanmar\napart,Burma,Peru\n"))

    assert (reading.unused, merged.unused) == (("Norge",), ())


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ("merge,A,B\n", "line 2: unknown action 'merge'; use same, apart, type"),
        ("same,A,\n", "line 2: a name is empty; write same,NAME,OTHER"),
        ("same,the A,a\n", "line 2: 'the A' and 'a' are the same name; write two names"),
        ("type,A,Planet\n", "line 2: unknown type 'Planet'; use one of Country, "),
        ("# ours\nsame,A,B\nsame,A,C\n", "line 4: 'A' is 'B' already; keep one of the lines"),
        ("same,A,B\nsame,B,C\n", "'B' is told to be something else as well"),
        ("same,A,B\napart,A,B\n", "'B' is told to be something else as well"),
        ("same,A\n", "line 2: has another number of fields than the heading"),
    ],
)
def test_a_wrong_line_is_told(overrides, lines, message):
    with pytest.raises(RuleError) as told:
        overrides(lines)
    assert message in str(told.value)


def test_another_heading_is_told(tmp_path):
    (tmp_path / "o.csv").write_text("name,other\nA,B\n")
    with pytest.raises(RuleError, match="the first line is not action,name,other"):
        read_overrides(tmp_path / "o.csv")
