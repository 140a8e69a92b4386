import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.corpus.passages import find_passages

MARKS = "*_[]()<>#-\\`&!|~=+:.,;1a b\n\r\t\u2028\u00ad\u200f\x07"
WORDS = [
    "**",
    "](",
    "[a](b)",
    "<u>",
    "</u>",
    "\r\n",
    "  \n",
    "\n\n",
    "- ",
    "12. ",
    "> ",
    "word ",
    "The Council ",
    "co-\nop",
]
ANY_TEXT = st.one_of(
    st.text(), st.text(alphabet=MARKS), st.lists(st.sampled_from(WORDS)).map("".join), st.text(alphabet="a -.\n")
)


def read(text, *, markdown=True):
    return [(passage.kind.value, passage.text) for passage in find_passages(text, markdown=markdown)]


def wrap(*lines):
    return "\n".join(lines)


@settings(max_examples=400, deadline=None)
@given(text=ANY_TEXT, markdown=st.booleans(), start=st.integers(0, 5))
def test_every_character_of_a_passage_stands_where_its_offset_says(text, markdown, start):
    last = min(start, len(text)) - 1
    for passage in find_passages(text, markdown=markdown, start=start):
        assert len(passage.offsets) == len(passage.text)
        for character, offset in zip(passage.text, passage.offsets, strict=True):
            assert offset > last
            assert text[offset] == character or (character == " " and text[offset].isspace())
            last = offset


@given(text=ANY_TEXT, markdown=st.booleans())
def test_a_passage_has_words_and_no_loose_white_space(text, markdown):
    for passage in find_passages(text, markdown=markdown):
        assert passage.text == " ".join(passage.text.split())
        assert any(character.isalnum() for character in passage.text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# A *new* title #\nText goes on.", [("heading", "A new title"), ("paragraph", "Text goes on.")]),
        ("Title\n=====\n\nText goes on.", [("heading", "Title"), ("paragraph", "Text goes on.")]),
        ("**Bold line**  \nText goes on.", [("heading", "Bold line"), ("paragraph", "Text goes on.")]),
        (
            "**Quad Vaccine Partnership:** The Quad will act.",
            [("heading", "Quad Vaccine Partnership:"), ("paragraph", "The Quad will act.")],
        ),
        ("-   **Annual Meeting**: It met.", [("heading", "Annual Meeting:"), ("item", "It met.")]),
        ("**Promoting Access. **It met.", [("heading", "Promoting Access."), ("paragraph", "It met.")]),
        ("**The Council will meet in Rio.** It met.", [("paragraph", "The Council will meet in Rio. It met.")]),
        ("**The Council will meet in Rio.**", [("paragraph", "The Council will meet in Rio.")]),
        ("The **bold** and the\n*brave* met_all.", [("paragraph", "The bold and the brave met_all.")]),
        ("Read [the *full*\ntext](https://a.org/b_(c)) now.", [("paragraph", "Read the full text now.")]),
        ("See <https://a.org/b> or ](x).", [("paragraph", "See https://a.org/b or ](x).")]),
        ("Fact\\_Sheet \\*one\\*.\n\n\\###", [("paragraph", "Fact_Sheet *one*.")]),
        ("The 21<sup>st</sup> century, R&amp;D.", [("paragraph", "The 21st century, R&D.")]),
        ("2 * 3 is 6.", [("paragraph", "2 * 3 is 6.")]),
        ("> A quoted\n> line.", [("paragraph", "A quoted line.")]),
        ("We met.\n\n---\n\nWe left.", [("paragraph", "We met."), ("paragraph", "We left.")]),
        (
            "We will:\n- act\n  now;\n    * and then;\n1. finish.",
            [("paragraph", "We will:"), ("item", "act now;"), ("item", "and then;"), ("item", "finish.")],
        ),
        ("It grew by\n12. Then it fell back.", [("paragraph", "It grew by 12. Then it fell back.")]),
    ],
)
def test_markdown_is_read_without_its_marks(text, expected):
    assert read(text) == expected


def test_a_wrapped_line_end_is_one_space_and_offsets_stay_contiguous():
    (passage,) = find_passages("The Council met\nin New York.", markdown=False)
    assert (passage.text, passage.offsets) == ("The Council met in New York.", range(28))


def test_indentation_and_carriage_returns_are_skipped_by_the_offsets():
    text = "-   The Council\r\n    met."
    (passage,) = find_passages(text, markdown=True)
    assert (passage.text, passage.offsets) == ("The Council met.", (*range(4, 16), *range(21, 25)))


def test_long_lines_are_paragraphs_of_their_own():
    first, second = "China acts. " * 30, "Serbia acts. " * 30
    text = f"Wang Yi,\nAnd Minister of Foreign Affairs\nI\n{first}\n{second}"
    assert read(text, markdown=False) == [
        ("heading", "Wang Yi,"),
        ("heading", "And Minister of Foreign Affairs"),
        ("heading", "I"),
        ("paragraph", first.strip()),
        ("paragraph", second.strip()),
    ]


def test_lines_that_are_sentences_are_paragraphs_of_their_own():
    text = "China proposed the initiative.\nSerbia joined it in May.\nBrazil did not."
    assert [line for _, line in read(text, markdown=False)] == text.split("\n")


def test_clauses_of_a_resolution_are_no_headings():
    recalling = "Recalling its resolution 1612 (2005),"
    decides = "Decides to renew the mandates " * 10 + "until 2009;"
    assert read(f"The Security Council,\n{recalling}\n1. {decides}", markdown=False) == [
        ("heading", "The Security Council,"),
        ("paragraph", recalling),
        ("item", decides),
    ]


def test_print_breaks_page_numbers_and_running_heads_are_undone():
    head = "MISSION OF THE EMIRATES"
    text = wrap(
        *("We have unleashed the wheel of progress in every field and in all the", "", head, "Page 2 of 15", ""),
        *("regions of our country, from development, economy, and education to", "technology and industry.", ""),
        *("3", "", head, "Mr. President,", "", "We ask the Assembly to go on with the work that it began last year in"),
        *("New York.", head, "Please check against delivery"),
    )
    joined = (
        "We have unleashed the wheel of progress in every field and in all the regions of our country, "
        "from development, economy, and education to technology and industry."
    )
    assert read(text, markdown=False) == [
        ("paragraph", joined),
        ("heading", "Mr. President,"),
        ("paragraph", "We ask the Assembly to go on with the work that it began last year in New York."),
    ]


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("our coop-\neration with all partners.", "our cooperation with all partners."),
        ("the rules-\nbased order of today.", "the rules-based order of today."),
        ("an inter-\nnal affair, an internal one.", "an internal affair, an internal one."),
        ("the Israeli-\nPalestinian conflict.", "the Israeli-Palestinian conflict."),
        ("both pre-\nand post-war years.", "both pre- and post-war years."),
    ],
)
def test_a_hyphen_at_a_line_end_goes_only_where_it_parts_one_word(printed, expected):
    assert [text for _, text in read(printed, markdown=False)] == [expected]


def test_invisible_characters_are_left_out_and_joined_emoji_kept():
    text = "\ufeffTe\u00adhe\u200bran\u200f met \x07👩\u200d👧 them."
    assert read(text, markdown=False) == [("paragraph", "Teheran met 👩\u200d👧 them.")]


def test_mixed_line_ends_part_lines_alike():
    sentence = "We met them there. "
    text = f"{sentence}\r\n{sentence}\r{sentence}\u2028{sentence}\x85{sentence}"
    assert read(text, markdown=False) == [("paragraph", sentence.strip())] * 5


@pytest.mark.parametrize("text", ["Global Development Initiative", "China proposed it"])
def test_a_text_of_one_bare_line_is_a_paragraph(text):
    assert read(text, markdown=False) == [("paragraph", text)]


def test_a_heading_swallows_no_sentence_that_ends_inside():
    text = "Excellencies, we live among quick slogans. Take back control"
    assert read(f"{text}\n\nWe met them there.", markdown=False)[0] == ("paragraph", text)


@pytest.mark.parametrize(
    ("title", "below"),
    [
        ("The alliance has waited too long for new ships", "By Anna Lind, Minister of Trade of Sweden"),
        (
            "Eastern Mali: Influx of Refugees into the Regions of Gao and Kidal – Situation Report No. 27",
            "Peru sent aid.",
        ),
        (
            "Resolution of the Senate of 22 May on the decline of the freedom of the media in the ports of Chile",
            "The Senate,",
        ),
        ("Prime Minister Lind speaks with President Juan Paz Jr.", "July 9, 2025"),
    ],
)
def test_a_first_line_without_a_full_stop_is_a_title(title, below):
    assert read(f"{title}\n\n{below}\n\nWe met them there.")[0] == ("heading", title)


def test_the_head_of_a_text_without_marks_is_read_as_plain_text_is():
    title = "Joint Statement of the Republic of Peru and the Republic of Chile on the Occasion of a State Visit to Lima"
    text = f"{title}\n\nLima, 3 May 2025\n\nThe two Presidents met on Monday and signed a treaty on ports and ships."

    assert [kind for kind, _ in read(text)] == ["heading", "heading", "paragraph"]
    assert [kind for kind, _ in read(f"# Peru\n\n{text}")][:2] == ["heading", "paragraph"]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("We: (a) met; and (b) left.", ["We:", "met", "left."]),
        ("It agreed to: (i) open a port, (ii) build, and (iii) go.", ["It agreed to:", "open a port", "build", "go."]),
        ("It met the following: (1) Peru; (2) Chile; (4) Mali.", ["It met the following:", "Peru", "Chile; (4) Mali."]),
        ("It agreed: (a) to open a port.", ["It agreed: (a) to open a port."]),
        ("It agreed (a) to open a port; and (b) to go.", ["It agreed (a) to open a port; and (b) to go."]),
    ],
)
def test_a_list_inside_a_paragraph_is_items(text, parts):
    found = find_passages(text, markdown=False)

    assert [passage.text for passage in found] == parts
    assert [text[p.offsets[0] : p.offsets[-1] + 1] for p in found] == parts


def test_a_short_line_with_a_verb_is_no_heading():
    text = "The ministers will meet in May\n\nIt was a long and a good day for them."
    assert [kind for kind, _ in read(text)] == ["paragraph", "paragraph"]


@pytest.mark.parametrize(
    "unit", ["word of the day, ", "[a", "**b ", "](", "<u>", "x-\n", "`", "a ", "\\", " \n>", "&amp;", "_"]
)
@pytest.mark.parametrize("markdown", [True, False])
def test_no_pattern_of_marks_takes_more_than_linear_time(unit, markdown):
    text = unit * (200_000 // len(unit))
    begun = time.process_time()
    find_passages(text, markdown=markdown)
    assert time.process_time() - begun < 3


def test_a_line_of_a_megabyte_is_one_passage():
    text = ("China met Serbia. " * 60_000).strip()
    begun = time.process_time()
    (passage,) = find_passages(text, markdown=True)
    assert time.process_time() - begun < 2
    assert passage.text == text
    assert passage.offsets == range(len(text))


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("KHARTOUM, March 3 - Sudan's minister accused Chad of arming rebels.", "Sudan's minister accused"),
        ("OSLO/CAIRO, Aug 21 — Norway on Thursday imposed sanctions on three banks.", "Norway on Thursday"),
        ("SAN SALVADOR, El Salvador (AP) — Police arrested a mayor on Monday.", "Police arrested"),
        ("Lima (Agency) -- Peru signed the pact with Chile on Monday.", "Peru signed"),
        ("NATO - Russia talks failed again on Monday, officials said.", "NATO - Russia"),
        ("The EU - a union of states - signed the pact with Chile on Monday.", "The EU"),
    ],
)
def test_a_paragraph_begins_behind_its_dateline(text, read):
    (passage,) = find_passages(text, markdown=False)

    assert passage.text.startswith(read)
    assert passage.offsets[0] == text.index(read)


def test_a_subject_above_a_list_of_its_deeds_is_no_heading():
    assert read("Talks in Oslo. The Presidents:\n• signed a pact;\n• will meet in May.\n", markdown=False) == [
        ("paragraph", "Talks in Oslo. The Presidents:"),
        ("item", "signed a pact;"),
        ("item", "will meet in May."),
    ]


def test_paragraph_numbers_of_several_levels_are_no_amounts():
    text = "4.3 British troops came.\n\n4.3.1. They left.\n\n4.3 million people stayed there.\n"

    assert [line for _, line in read(text, markdown=False)] == [
        "British troops came.",
        "They left.",
        "4.3 million people stayed there.",
    ]
