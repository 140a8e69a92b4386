import pytest

from graph.errors import StoreError
from graph.output import READY, open_draft


def test_files_of_a_finished_draft_take_their_places(tmp_path):
    (tmp_path / "a.txt").write_text("old")
    with open_draft(tmp_path) as draft:
        (draft / "a.txt").write_text("new")
        (draft / "b.txt").write_text("more")

    assert {p.name: p.read_text() for p in tmp_path.iterdir()} == {"a.txt": "new", "b.txt": "more"}


def test_a_draft_that_fails_leaves_what_was_there(tmp_path):
    (tmp_path / "a.txt").write_text("old")
    with pytest.raises(ZeroDivisionError), open_draft(tmp_path) as draft:
        (draft / "a.txt").write_text(str(1 / 0))

    assert {p.name: p.read_text() for p in tmp_path.iterdir()} == {"a.txt": "old"}


def test_a_draft_that_was_finished_but_not_moved_is_put_in_place_next_time(tmp_path):
    (tmp_path / "a.txt").write_text("old")
    (tmp_path / READY).mkdir()
    (tmp_path / READY / "a.txt").write_text("finished")
    with pytest.raises(ZeroDivisionError), open_draft(tmp_path):
        1 / 0  # noqa: B018 — any failure

    assert {p.name: p.read_text() for p in tmp_path.iterdir()} == {"a.txt": "finished"}


def test_a_file_in_the_place_of_the_folder_is_a_store_error(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match="give another folder with --output"), open_draft(tmp_path / "file"):
        pass
