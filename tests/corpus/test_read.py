import hashlib
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.corpus.read import make_document, read_documents, sample_path
from graph.errors import CorpusError
from graph.model import Document, Passage, PassageKind

SHARED = Path(__file__).resolve().parents[3] / "shared" / "corpus"
SENTENCE = "China proposed the initiative."
needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="../shared/corpus is not here")


def write(path, content):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def read_one(path, **options):
    (document,) = read_documents([path], **options)
    return document


def test_a_markdown_file_becomes_a_document(tmp_path):
    front = '---\ntitle: "Fact Sheet: Quad\\_Summit"\nauthor: [A. B., C]\ndate: 2021-03-12 10:00\n---\n'
    text = f"{front}\nChina met\r\nSerbia.\n"
    path = write(tmp_path / "Quad Summit.md", text)
    digest = hashlib.sha256(text.encode()).hexdigest()
    start = text.index("China")
    passage = Passage(
        kind=PassageKind.PARAGRAPH,
        text="China met Serbia.",
        offsets=(*range(start, start + 10), *range(start + 11, start + 18)),
    )
    assert read_one(path) == Document(
        id=f"quad-summit-{digest[:8]}",
        text=text,
        title="Fact Sheet: Quad Summit",
        source="Quad Summit.md",
        sha256=digest,
        author="A. B., C",
        published="2021-03-12",
        voice=None,
        passages=(passage,),
    )


@pytest.mark.parametrize(
    ("front", "title"),
    [
        (r'title: "One \#two\* of \_three"', "One #two* of three"),
        (r"title: One \#two \_three", "One #two _three"),
        ("title: >\n  One\n  two", "One two"),
        ('title: "One\\_\\\n  \\ two"', "One two"),
        ("author: Nobody", "file.md"),
    ],
)
def test_titles_are_read_leniently(front, title):
    assert make_document(f"---\n{front}\n---\n{SENTENCE}".encode(), name="file.md").title == title


def test_a_rule_at_the_top_is_no_front_matter():
    document = make_document(f"---\n\n{SENTENCE}\n\n---\n".encode(), name="file.md")
    assert [passage.text for passage in document.passages] == [SENTENCE]


def test_the_source_is_the_url_that_front_matter_gives():
    data = f"---\nsource_url: https://a.org/b\n---\n{SENTENCE}".encode()
    assert make_document(data, name="/home/someone/file.md").source == "https://a.org/b"


def test_the_folder_of_a_file_enters_nothing_of_its_document(tmp_path):
    one, two = write(tmp_path / "a/text.txt", SENTENCE), write(tmp_path / "b/text.txt", SENTENCE)
    assert read_one(one) == read_one(two)


def test_a_folder_is_read_sorted_and_each_document_once(tmp_path):
    for name in ("b.txt", "a/z.md", "a.MARKDOWN", ".hidden.txt", ".git/x.txt", "c.pptx", "plain"):
        write(tmp_path / name, f"{SENTENCE} {name}")
    write(tmp_path / "again/b.txt", f"{SENTENCE} b.txt")
    assert [d.source for d in read_documents([tmp_path, tmp_path / "b.txt"])] == [
        "z.md",
        "a.MARKDOWN",
        "b.txt",
        "plain",
    ]


def test_the_voice_given_wins_over_the_heading(tmp_path):
    path = write(tmp_path / "a.txt", f"Adopted by the Security Council\n\n{SENTENCE}\n")
    assert [read_one(path).voice, read_one(path, voice="China").voice] == ["Security Council", "China"]


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"\xef\xbb\xbf" + SENTENCE.encode(), SENTENCE),
        (SENTENCE.encode("utf-16"), SENTENCE),
        ("Côte d\u2019Ivoire and Türkiye signed “it”.".encode("cp1252"), "Côte d\u2019Ivoire and Türkiye signed “it”."),
        (("Россия и Китай подписали соглашение. " * 9).encode("koi8-r"), "Россия и Китай подписали соглашение. " * 9),
    ],
)
def test_encodings_are_told_apart_and_offsets_count_the_text(content, text):
    document = make_document(content, name="a.txt")
    assert document.text == text
    assert [text[passage.offsets[0]] for passage in document.passages] == [text[0]]


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.pdf", b"%PDF-1.7", "is no readable PDF"),
        ("a.docx", b"PK\x03\x04", "is no readable Word document"),
        ("a.pptx", b"PK\x03\x04", "format .pptx is not read: export it as text"),
        ("pdf.txt", b"%PDF-1.7 \x01", "is a PDF, not text"),
        ("word.txt", b"PK\x03\x04\x00", "is a ZIP or Word file, not text"),
        ("zero.txt", b"abc\0def", "is binary (it has zero bytes)"),
        ("control.txt", b"ab\x01\x02\x03\x04", "is binary (mostly control characters)"),
        ("empty.txt", b"", "is empty: expected text"),
        ("blank.txt", b" \r\n\t\n", "is empty"),
        ("marks.md", b"###\n\n* * *\n", "has no words to read"),
        ("front.md", b"---\ntitle: A\n---\n", "has no words to read"),
        ("damaged.txt", "Türkiye, Côte, Müller, São".encode().replace(b"T", b"\xff"), "damaged byte at position 0"),
        ("guess.txt", ("President of São Tomé met Señor Peña. " * 5).encode("cp1252"), "may be cp1250 or cp1252"),
        ("noise.txt", bytes(range(128, 256)) * 9, "save it again as UTF-8"),
        ("short.txt", b"\xff\xfeabc", "is marked as utf-16-le but is not"),
        ("open.md", b"---\ntitle: A\n\nText.", "never closed"),
        ("yaml.md", b"---\ntitle: [A\n---\nText.", "not valid YAML in line 3"),
        ("deep.md", b"---\ntitle: " + b"[" * 5000 + b"\n---\nText.", "front matter"),
        ("title.md", b"---\ntitle: {a: b}\n---\nText.", "key `title` must be a text"),
        ("date.md", b"---\ndate: 2024-13-45\n---\nText.", "key `date` is no date ('2024-13-45')"),
        ("published.md", b"---\npublished: soon\n---\nText.", "key `published` is no date ('soon')"),
    ],
)
def test_a_file_that_cannot_be_read_is_named_in_one_line(tmp_path, name, content, words):
    path = write(tmp_path / name, content)
    with pytest.raises(CorpusError) as caught:
        list(read_documents([path]))
    message = str(caught.value)
    assert message.startswith(f"{path}: ")
    assert words in message
    assert "\n" not in message


@given(data=st.one_of(st.binary(), st.text().map(str.encode), st.text().map(lambda text: f"---\na: {text}".encode())))
def test_any_bytes_give_a_document_or_a_corpus_error(data):
    try:
        found = make_document(data, name="any.md").sha256
    except CorpusError as error:
        found = str(error)
    assert found.startswith(("any.md: ", hashlib.sha256(data).hexdigest()))


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_front_matter_is_read_with_any_line_end(end):
    document = make_document(end.join(["---", "title: A", "---", SENTENCE]).encode(), name="a.md")
    assert (document.title, document.passages[0].text) == ("A", SENTENCE)


def test_a_missing_file_is_told_before_any_is_read(tmp_path):
    with pytest.raises(CorpusError, match=r"gone\.txt: no such file or folder"):
        next(read_documents([write(tmp_path / "a.txt", SENTENCE), tmp_path / "gone.txt"]))


def test_a_folder_without_documents_is_refused(tmp_path):
    write(tmp_path / "a.pptx", b"PK")
    with pytest.raises(CorpusError, match="has no documents: expected text"):
        list(read_documents([tmp_path]))


def test_what_is_neither_file_nor_folder_is_refused(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(CorpusError, match="is neither a file nor a folder"):
        list(read_documents([tmp_path / "pipe"]))


def test_a_forbidden_file_is_refused(tmp_path, monkeypatch):
    path = write(tmp_path / "a.txt", SENTENCE)
    if os.geteuid() == 0:  # root may read everything: the system's refusal is put in its place

        def refuse(_path):
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr(Path, "read_bytes", refuse)
    path.chmod(0)
    with pytest.raises(CorpusError, match=r"a\.txt: cannot be read \(Permission denied\): check its permissions"):
        list(read_documents([path]))


def test_the_sample_is_read_with_its_front_matter():
    document = read_one(sample_path())
    assert (document.title, document.author, document.published, document.voice) == (
        "Briefing: China's year of the shared future",
        "Dragoman project",
        "2025-02-10",
        None,
    )
    assert [passage.text for passage in document.passages if passage.kind is PassageKind.HEADING] == [
        "What Beijing reports for 2024",
        "The three initiatives",
        "Africa",
        "New partners: Serbia and Brazil",
        "Belt and Road",
        "Trips and meetings",
        "At the G20:",
        "With the Global South:",
        "From Moscow to New York",
        "Plans for 2025",
    ]


@needs_shared
@pytest.mark.corpus
@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("wang-yi-qiushi-2025-02.txt", ("Qiushi Journal, No. 02, 2025", "Wang Yi", "2025", None)),
        ("unsc-resolution-1826-2008.txt", ("Resolution 1826 (2008)", None, "2008-07-29", "Security Council")),
        ("briefings/2021-03-12-fact-sheet-quad-summit.md", ("Fact Sheet: Quad Summit", None, "2021-03-12", None)),
    ],
)
def test_real_documents_tell_title_author_date_and_voice(name, expected):
    document = read_one(SHARED / name)
    assert (document.title, document.author, document.published, document.voice) == expected


@needs_shared
@pytest.mark.corpus
def test_offsets_hold_in_every_real_document():
    for document in read_documents([SHARED]):
        for passage in document.passages:
            original = "".join(document.text[offset] for offset in passage.offsets)
            assert "".join(" " if c.isspace() else c for c in original) == passage.text
