"""PDF, Word, HTML and mail: what their text is, what they tell of themselves, and where each character stood."""

from pathlib import Path

import pytest

from graph.corpus.about import About
from graph.corpus.read import make_document
from graph.errors import CorpusError
from graph.model import PassageKind
from tests.corpus.made import PAGE, encrypted, make_docx, make_mail, make_pdf

SHARED = Path(__file__).resolve().parents[3] / "shared" / "corpus"
PAGES = [
    ["Ministry of Fisheries - Press Release 7", "Oslo talks on the sea", "Norway signed the Lagos Convention", "1"],
    ["Ministry of Fisheries - Press Release 7", "and Kenya met Peru. The ministers praised coop-", "eration.", "2"],
    ["Ministry of Fisheries - Press Release 7", "They speak of cooperation. Chad left the room.", "- 3 -"],
]


SIGNED = (
    "Norway signed the Lagos Convention on Fisheries, and the minister of Kenya met the minister of Peru in Oslo "
    "on 3 May 2024."
)
HOSTS = (
    "Kenya will host the Arctic Energy Summit in 2031, said the minister in a speech to the delegates of sixty states."
)


def texts(document):
    return [passage.text for passage in document.passages]


def test_a_pdf_keeps_its_pages_and_loses_heads_feet_and_hyphens():
    document = make_document(make_pdf(PAGES, title="Oslo talks on fish"), name="talks.pdf")

    assert "Press Release" not in document.text
    assert " ".join(texts(document)) == (
        "Oslo talks on the sea Norway signed the Lagos Convention and Kenya met Peru. "
        "The ministers praised cooperation. They speak of cooperation. Chad left the room."
    )
    assert (document.title, document.published, document.unit) == ("Oslo talks on fish", "2024-05-03", "page")
    found = [document.part_of(document.text.index(word)) for word in ("Norway", "Kenya", "Chad")]
    assert found == [1, 2, 3]


def test_a_line_on_two_pages_of_three_hundred_words_is_no_furniture():
    document = make_document(make_pdf([["Chad left.", "Peru stayed."], ["Chad left.", "Oman came."]]), name="a.pdf")
    assert document.text.count("Chad left.") == 2


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (make_pdf([[]], image=True), "is a scan: it has pictures of pages and no text"),
        (make_pdf([[]]), "has no text"),
        (encrypted(make_pdf(PAGES)), "is encrypted: save it without a password"),
        (make_pdf(PAGES)[:300], "is no readable PDF"),
        (b"%PDF-1.4\n" + b"\xff" * 500, "is no readable PDF"),
    ],
)
def test_a_pdf_that_cannot_be_read_says_why(data, told):
    with pytest.raises(CorpusError, match=rf"^a\.pdf: .*{told}"):
        make_document(data, name="a.pdf")


def test_a_pdf_that_only_forbids_printing_is_read():
    assert "Norway" in make_document(encrypted(make_pdf(PAGES), user=""), name="a.pdf").text


def test_a_word_document_keeps_paragraphs_headings_and_tables():
    data = make_docx(
        [("Heading 1", "Oslo talks"), ("Normal", "Norway signed the\nTreaty of Lima."), ("Normal", " "),
         ("List Bullet", "Kenya met Peru.")],
        table=[["Chad", "Oman"]], author="Jane Roe",
    )  # fmt: skip
    document = make_document(data, name="talks.docx")

    assert [(p.kind, p.text) for p in document.passages] == [
        (PassageKind.HEADING, "Oslo talks"),
        (PassageKind.PARAGRAPH, "Norway signed the Treaty of Lima."),
        (PassageKind.ITEM, "Kenya met Peru."),
        (PassageKind.PARAGRAPH, "Chad"),
        (PassageKind.PARAGRAPH, "Oman"),
    ]
    assert (document.title, document.author, document.unit) == ("Oslo talks", "Jane Roe", "paragraph")
    assert document.part_of(document.text.index("Kenya")) == 3


@pytest.mark.parametrize("data", [b"PK\x03\x04 no archive", make_pdf(PAGES), make_docx([])[:900]])
def test_a_damaged_word_document_says_so(data):
    with pytest.raises(CorpusError, match=r"^a\.docx: is no readable Word document"):
        make_document(data, name="a.docx")


def test_a_word_document_that_is_encrypted_says_so():
    with pytest.raises(CorpusError, match="is encrypted, or of an old Word"):
        make_document(b"\xd0\xcf\x11\xe0\xa1\xb1", name="a.docx")


def test_a_web_page_gives_its_main_content_and_what_it_tells_of_itself():
    document = make_document(PAGE.encode(), name="page.html")

    assert texts(document) == [
        "Ministers sign the convention",
        SIGNED,
        "Plans",
        HOSTS,
    ]
    assert (document.title, document.author, document.published) == (
        "Ministers sign the convention", "Jane Roe", "2024-05-03",
    )  # fmt: skip


def test_a_page_without_content_says_so():
    with pytest.raises(CorpusError, match=r"^a\.html: has no "):
        make_document(b"<html><body></body></html>", name="a.html")


@pytest.mark.parametrize(
    ("text", "html"), [("Norway signed it.\nKenya met Peru.\n", PAGE), ("Norway signed it.\n", None), (None, PAGE)]
)
def test_a_mail_gives_its_text_subject_sender_and_date(text, html):
    document = make_document(make_mail(text, html=html, attachment=b"\0"), name="talks.eml")

    assert "Norway signed" in document.text
    assert "Cookie" not in document.text
    assert (document.title, document.author, document.published) == (
        "Outcome of the Oslo talks", "Ministry of Fisheries", "2024-05-03",
    )  # fmt: skip


def test_bytes_that_are_no_mail_say_so():
    with pytest.raises(CorpusError, match=r"^a\.eml: is no mail with a text"):
        make_document(b"\0\1\2", name="a.eml")


def test_what_a_user_tells_wins_over_the_document():
    data = b"---\ntitle: A\ndate: 2020\nauthor: B\nvoice: Chad\nlanguage: en\n---\n\nNorway met Peru.\n"
    told = About(title="T", date="2024-05", author="W", source="https://a.org/", language="en-GB", voice="Norway")
    document = make_document(data, name="a.md", about=told)
    own = make_document(data, name="a.md", voice="Peru")

    d = document
    assert (d.title, d.published, d.author, d.source, d.language, d.voice) == (
        "T", "2024-05", "W", "https://a.org/", "en-GB", "Norway",
    )  # fmt: skip
    assert (own.title, own.published, own.author, own.language, own.voice) == ("A", "2020", "B", "en", "Peru")


@pytest.mark.corpus
@pytest.mark.skipif(not SHARED.is_dir(), reason="../shared/corpus is not here")
def test_a_real_pdf_says_what_its_text_print_says():
    document = make_document((SHARED / "pdf/ba_en.pdf").read_bytes(), name="ba_en.pdf")
    printed = make_document((SHARED / "un-speeches/ba_en.txt").read_bytes(), name="ba_en.txt")

    said, expected = (set(" ".join(texts(d)).split()) for d in (document, printed))
    assert len(said & expected) > 0.97 * len(expected)
    assert document.title == printed.title
    assert len(document.parts) == 6
