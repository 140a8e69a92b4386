"""The command `dragoman extract`, run as a user runs it."""

import json

import pytest

from tests.test_cli_query import dragoman

pytestmark = pytest.mark.model
KEYS = [
    *("sentence", "start", "end", "subject", "relation", "object", "subject_name", "object_name"),
    *("polarity", "modality", "speaker", "rule", "confidence"),
]


def test_each_line_of_standard_input_is_a_text_of_its_own():
    code, shown, told = dragoman("extract", "-", "--lines", input="Rain fell.\n\r\nRain filled the pond.\n")

    assert (code, told) == (0, "")
    fell, filled = (json.loads(line) for line in shown.splitlines())
    assert [fell[key] for key in ("line", "sentence", "subject", "relation", "object")] == [
        1, "Rain fell.", "Rain", "fell", "",
    ]  # fmt: skip
    assert [filled] == [
        {
            "line": 3,
            "sentence": "Rain filled the pond.",
            "start": 0,
            "end": 21,
            "subject": "Rain",
            "relation": "filled",
            "object": "pond",
            "subject_name": "Rain",
            "object_name": "pond",
            "polarity": "affirmed",
            "modality": "asserted",
            "speaker": None,
            "rule": "clause",
            "confidence": 0.66,
        }
    ]


def test_a_document_is_read_whole(tmp_path):
    (tmp_path / "note.md").write_text("# The flood\n\nThe army built\na bridge. It closed the road.\n")

    code, shown, _ = dragoman("extract", tmp_path / "note.md")

    rows = [json.loads(line) for line in shown.splitlines()]
    assert code == 0
    assert [list(row) for row in rows] == [KEYS, KEYS]
    assert [(r["subject_name"], r["relation"], r["object"]) for r in rows] == [
        ("army", "built", "bridge"),
        ("army", "closed", "road"),
    ]
    assert (tmp_path / "note.md").read_text()[rows[0]["start"] : rows[0]["end"]] == "The army built\na bridge."


@pytest.mark.parametrize("sentence", ["Rain filled the pond.", "Rain filled the pond, " * 20])
def test_a_sentence_in_the_place_of_a_file_is_told_where_it_goes(sentence):
    code, shown, told = dragoman("extract", sentence)

    assert (code, shown, told.count("\n")) == (1, "", 1)
    assert told.startswith(
        f"dragoman: {sentence[:60]}: no such file; to read a sentence itself, send it to standard input"
    )


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [("none.txt", None, "no such file"), ("empty.txt", b"", "is empty"), ("zero.txt", b"a\0b", "is binary")],
)
def test_what_cannot_be_read_is_told_in_one_line(tmp_path, name, content, message):
    if content is not None:
        (tmp_path / name).write_bytes(content)

    code, shown, told = dragoman("extract", tmp_path / name)

    assert (code, shown) == (1, "")
    assert told.startswith(f"dragoman: {tmp_path / name}: ")
    assert message in told
    assert told.count("\n") == 1
