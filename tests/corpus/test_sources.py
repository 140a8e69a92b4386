"""Folders, globs, archives, links, manifests and web addresses: what is found, and what is refused."""

import os
import re
import threading
import zipfile
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

import pytest

from graph.build import FILES
from graph.corpus import sources
from graph.corpus.about import About, read_manifest
from graph.corpus.fetch import fetch_sources, read_addresses
from graph.corpus.sources import STORE, WRITTEN, find_sources, read_source
from graph.errors import CorpusError
from graph.sparql.store import FOLDER
from tests.corpus.made import PAGE


@pytest.fixture
def folder(tmp_path):
    for name in ("b.txt", "a/z.md", "a/deep/y.pdf", "c.pptx", ".hidden.txt", ".git/x.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(f"Norway met {name}.")
    return tmp_path


def places(found, root):
    return [os.path.relpath(source.place, root) for source in found.sources]


def test_a_folder_is_looked_through_and_what_is_not_read_is_told(folder):
    found = find_sources([folder])
    assert places(found, folder) == ["a/deep/y.pdf", "a/z.md", "b.txt"]
    assert [Path(place).name for place in found.unread] == ["c.pptx"]


def test_the_output_of_a_build_in_a_folder_is_no_document_of_it(folder):
    make_output(folder / "out")
    (folder / "out" / "note.txt").write_text("Norway met Peru.")
    found = find_sources([folder, folder / "out", folder / "out" / "index.html", folder / "**" / "*.html"])

    assert places(found, folder) == ["a/deep/y.pdf", "a/z.md", "b.txt", "out/note.txt"]
    assert [Path(place).name for place in found.unread] == ["c.pptx"]
    assert found.outputs == (str(folder / "out"),)


@pytest.mark.parametrize("name", [".", "index.html"])
def test_the_output_of_a_build_alone_is_refused(tmp_path, name):
    make_output(tmp_path)
    with pytest.raises(CorpusError, match="is what a build wrote: name the documents that it was built from"):
        find_sources([tmp_path / name])


def test_the_files_of_a_build_are_known_to_be_its_own():
    assert {*FILES, "profile.txt"} == WRITTEN
    assert FOLDER == STORE


def make_output(folder):
    """What a build writes into a folder, by its names."""
    for name in (*WRITTEN, f"{STORE}/000011.sst"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("x")


@pytest.mark.parametrize(
    ("pattern", "expected"), [("**/*.md", ["a/z.md"]), ("*.txt", ["b.txt"]), ("a/**/*", ["a/deep/y.pdf", "a/z.md"])]
)
def test_a_glob_names_files(folder, pattern, expected):
    assert places(find_sources([folder / pattern]), folder) == expected


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("missing.txt", "no such file or folder"),
        ("*.eml", "matches no file"),
        ("c.pptx", "format .pptx is not read"),
        ("empty", "has no documents"),
    ],
)
def test_a_path_that_names_nothing_is_an_error(folder, name, told):
    (folder / "empty").mkdir()
    with pytest.raises(CorpusError, match=told):
        find_sources([folder / name])


def test_links_to_folders_are_told_and_not_followed(folder):
    (folder / "a/loop").symlink_to(folder)
    (folder / "circle.txt").symlink_to(folder / "circle.txt")
    (folder / "good.txt").symlink_to(folder / "b.txt")
    found = find_sources([folder])

    assert {Path(s.place).name: s.failure.partition(": ")[2] for s in found.sources if s.failure} == {
        "loop": "is a link that leads to a folder, which is not followed: name that folder",
        "circle.txt": "is a link that leads to nothing, or in a circle",
    }
    assert "good.txt" in places(found, folder)


def make_zip(path, members):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return path


def test_an_archive_is_read_in_place(tmp_path):
    path = make_zip(
        tmp_path / "a.zip",
        [("x/one.txt", "Norway met Peru."), ("two.md", "# T\n\nText."), ("x/.a.txt", "n"), ("p.png", b"")],
    )
    found = find_sources([path])

    assert places(found, tmp_path) == ["a.zip/two.md", "a.zip/x/one.txt"]
    assert [read_source(source) for source in found.sources] == [b"# T\n\nText.", b"Norway met Peru."]
    assert places(find_sources([tmp_path]), tmp_path) == places(found, tmp_path)
    assert [Path(place).name for place in found.unread] == ["p.png"]


@pytest.mark.parametrize("name", ["../out.txt", "/etc/out.txt", "a/../../out.txt", "..\\out.txt", "C:\\out.txt"])
def test_a_member_whose_name_leads_out_is_refused(tmp_path, name):
    (source,) = find_sources([make_zip(tmp_path / "a.zip", [(name, "Norway met Peru.")])]).sources
    assert source.failure.endswith("its name leads out of the archive: pack it again without")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.zip"]


def test_a_member_that_is_a_bomb_is_refused_and_the_others_are_read(tmp_path):
    path = make_zip(tmp_path / "a.zip", [("bomb.txt", b"0" * 50_000_000), ("good.txt", "Norway met Peru.")])
    bomb, good = find_sources([path]).sources
    assert bomb.failure.partition(": ")[2].startswith("unpacks to 50,000,000 bytes from")
    assert read_source(good) == b"Norway met Peru."


def test_an_archive_that_holds_too_much_is_refused_whole(tmp_path, monkeypatch):
    monkeypatch.setattr(sources, "MEMBERS", 2)
    path = make_zip(tmp_path / "a.zip", [(f"{i}.txt", "Text.") for i in range(3)])
    (source,) = find_sources([path]).sources
    assert "holds 3 files of 15 bytes in all, more than an archive may" in source.failure


def test_a_damaged_archive_is_told(tmp_path):
    (tmp_path / "a.zip").write_bytes(b"PK\x03\x04 and nothing else")
    (source,) = find_sources([tmp_path / "a.zip"]).sources
    assert "is no readable ZIP archive" in source.failure


def test_a_file_that_is_too_large_is_told_without_being_read(tmp_path):
    with (tmp_path / "a.txt").open("wb") as file:
        file.truncate(sources.LARGEST + 1)
    (source,) = find_sources([tmp_path]).sources
    assert "has 100,000,001 bytes, more than 100,000,000" in source.failure


def test_a_file_that_changes_behind_our_back_is_told(tmp_path):
    (tmp_path / "a.txt").write_text("Norway met Peru.")
    (source,) = find_sources([tmp_path]).sources
    (tmp_path / "a.txt").write_text("Norway left Peru.")
    with pytest.raises(CorpusError, match="has changed while it was read"):
        read_source(source)


def test_a_manifest_tells_about_files_and_members(tmp_path):
    (tmp_path / "b.txt").write_text("Norway met Peru.")
    make_zip(tmp_path / "a.zip", [("x.txt", "Chad met Oman.")])
    (tmp_path / "list.csv").write_text("file,title,date,voice\nb.txt,Talks,3 May 2024,\na.zip/x.txt,,,Chad\n")
    found = find_sources([tmp_path], manifest=read_manifest(tmp_path / "list.csv"))

    assert {Path(s.place).name: s.about for s in found.sources} == {
        "b.txt": About(title="Talks", date="2024-05-03"),
        "x.txt": About(voice="Chad"),
    }


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("title\nA\n", "line 1: has no column `file`"),
        ("file,colour\na,b\n", "line 1: has the column 'colour'"),
        ("file,date\na.txt,soon\n", "line 2: 'soon' is no date"),
        ("file,date\na.txt,2024,more\n", "line 2: does not fit the columns"),
    ],
)
def test_a_wrong_manifest_is_told_with_its_line(tmp_path, text, told):
    (tmp_path / "list.csv").write_text(text)
    with pytest.raises(CorpusError, match=told):
        read_manifest(tmp_path / "list.csv")


def test_a_sidecar_tells_about_its_file_and_is_no_document(tmp_path):
    (tmp_path / "b.txt").write_text("Norway met Peru.")
    (tmp_path / "b.txt.meta.yaml").write_text("title: Talks\ndate: 2024-05\n")
    (tmp_path / "c.txt").write_text("Norway met Chad.")
    (tmp_path / "c.txt.meta.yaml").write_text("colour: red\n")
    found = find_sources([tmp_path])

    assert [(s.name, s.about.title, s.about.date) for s in found.sources] == [
        ("b.txt", "Talks", "2024-05"),
        ("c.txt", None, None),
    ]
    assert found.unread == ()
    assert "has the key 'colour'" in found.sources[1].failure


class Site(BaseHTTPRequestHandler):
    asked: ClassVar[list[str]] = []

    def do_GET(self):
        self.asked.append(self.path)
        if self.path == "/gone":
            self.send_error(404)
            return
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(PAGE.encode())

    def log_message(self, *_):
        pass


@pytest.fixture
def site():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_addresses_are_fetched_once_and_what_is_gone_is_told(site, tmp_path):
    (tmp_path / "list.txt").write_text(f"# talks\n{site}/news/oslo-talks.html\n\n{site}/gone\n")
    Site.asked.clear()
    addresses = read_addresses(tmp_path / "list.txt")
    first, second = (list(fetch_sources(addresses, tmp_path / "kept")) for _ in range(2))

    assert first[0] == second[0]
    assert (first[0].name, first[0].about.source) == ("oslo-talks.html", f"{site}/news/oslo-talks.html")
    assert read_source(first[0]) == PAGE.encode()
    assert "cannot be fetched" in first[1].failure
    assert Site.asked == ["/news/oslo-talks.html", "/gone", "/gone"]


@pytest.mark.parametrize("address", ["https://example.org/a/talk.html", "http://example.org/?q=talks*"])
def test_an_address_among_the_paths_is_told_with_where_it_goes(address):
    with pytest.raises(CorpusError, match=f"{re.escape(address)}: is a web address: .* give that to --fetch"):
        find_sources([Path(address)])


@pytest.mark.parametrize("line", ["ftp://a.org/x", "file:///etc/passwd", "talks.html"])
def test_only_web_addresses_are_taken(tmp_path, line):
    (tmp_path / "list.txt").write_text(f"{line}\n")
    with pytest.raises(CorpusError, match=r"line 1: .* is no web address"):
        read_addresses(tmp_path / "list.txt")
