from itertools import pairwise

import pytest
from playwright.sync_api import expect

from tests.web.sample import World

from .conftest import write_page

pytestmark = pytest.mark.browser

READ = """([text, markdown]) => paragraphsOf(text, markdown).map(paragraph => [
  paragraph.kind, runsOf(text, paragraph, markdown).map(run => run.shown).join("")])"""
SHOWN = """([text, markdown]) => paragraphsOf(text, markdown)
  .map(paragraph => runsOf(text, paragraph, markdown).map(run => run.shown).join(""))"""

NOTE = """---
title: "A note on \\_steps"
date: 2025-01-02
---

# A note

We **welcome the
new Initiative** of _China_ and [Brazil](https://example.org/a_(b)).
The sum\\_total is 2 * 3, and 🌏 counts\\*.\x20\x20
Then it ends.

-   an item
    that goes on
- rules-
  based order

> quoted words
> go on

| Land | Sum |
|------|----:|
| Peru | 1 \\| 2 |

Under
=====
"""


@pytest.mark.parametrize(
    ("text", "offset", "units"),
    [("abc", 2, 2), ("😀ab", 0, 0), ("😀ab", 1, 2), ("a😀b😀c", 4, 6), ("", 0, 0), ("😀", 1, 2)],
)
def test_offsets_count_code_points_and_strings_count_units(still, text, offset, units):
    assert still.page.evaluate("([text, offset]) => makeOffsets(text)(offset)", [text, offset]) == units


def test_markdown_is_shown_as_it_reads(still):
    assert still.page.evaluate(READ, [NOTE, True]) == [
        ["heading", "A note"],
        ["text", "We welcome the new Initiative of China and Brazil. The sum_total is 2 * 3, and 🌏 counts*."],
        ["text", "Then it ends."],
        ["item", "an item that goes on"],
        ["item", "rules-based order"],
        ["text", "quoted words go on"],
        ["row", " Land · Sum "],
        ["row", " Peru · 1 | 2 "],
        ["heading", "Under"],
    ]


def test_runs_rise_and_show_their_own_characters_or_stand_for_them(still):
    runs = still.page.evaluate(
        "text => paragraphsOf(text, true).flatMap(paragraph => runsOf(text, paragraph, true))", NOTE
    )
    units = NOTE.encode("utf-16-le")
    source = [units[2 * run["start"] : 2 * run["end"]].decode("utf-16-le") for run in runs]
    replaced = [(own, run["shown"]) for own, run in zip(source, runs, strict=True) if own != run["shown"]]
    assert sorted(set(replaced)) == [("\n", " "), ("\n    ", " "), ("\n> ", " "), (" | ", " · "), ("-\n  ", "-")]
    assert all(one["end"] <= two["start"] for one, two in pairwise(runs))
    assert [run["shown"] for run in runs if run["style"] == "strong"] == [
        "welcome", " ", "the", " ", "new", " ", "Initiative",
    ]  # fmt: skip
    assert [run["shown"] for run in runs if run["style"] == "emphasis"] == ["China"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("One.\nTwo.\n", ["One.", "Two."]),
        ("Hard\nwrapped.\n\n- item\n- item\n", ["Hard wrapped.", "item", "item"]),
        ("Windows\r\n\r\nline ends\r\nwrapped", ["Windows", "line ends wrapped"]),
        ("# **This** is _no_ \\_Markdown |", ["# **This** is _no_ \\_Markdown |"]),
        ("---\ntitle: Note\n---\nText.", ["Text."]),
        ("--- no front matter", ["--- no front matter"]),
        ("A title\nThe long line of this text is wrapped here\nand goes on in a second line of it.",
         ["A title", "The long line of this text is wrapped here and goes on in a second line of it."]),
        ("", []),
    ],
)  # fmt: skip
def test_a_plain_text_is_shown_as_it_is_but_its_lines_flow(still, text, shown):
    assert still.page.evaluate(SHOWN, [text, False]) == shown


@pytest.mark.parametrize(
    ("quote", "shown"),
    [
        ("We **welcome\nthe** _new_ order.", "We welcome the new order."),
        ("the** end of bold,  \n and [a link", "the end of bold, and a link"),
        ("text](https://example.org) and a snake_case & 5 * 6", "text and a snake_case & 5 * 6"),
        ("| a | b |", "a · b"),
        ("on <u>the 21<sup>st</sup></u> at <https://example.org>", "on the 21st at https://example.org"),
    ],
)
def test_a_quotation_is_shown_without_marks_on_one_line(still, quote, shown):
    assert still.page.evaluate("quote => readText(quote, true)", quote) == shown


@pytest.mark.parametrize(
    ("border", "shown"), [((0, 4), "bo"), ((0, 6), "bold"), ((2, 8), "bold"), ((4, 12), "ld a b"), ((8, 12), " a b")]
)
def test_runs_are_cut_at_offsets_of_the_source(still, border, shown):
    text = "**bold** a\nb"
    found = still.page.evaluate(
        """([text, start, end]) => runsWithin(runsOf(text, {start: 0, end: text.length}, true), {start, end})
          .map(run => run.shown).join("")""",
        [text, *border],
    )
    assert found == shown


def test_the_reader_and_the_cards_show_markdown_as_it_reads(visit, tmp_path):
    world = World()
    world.entities({"Country": ["China", "Brazil"]})
    quote = "🌏 **China\nwelcomes** Brazil\\_."
    claim = {"subject": "China", "relation": "welcomed", "object": "Brazil"}
    world.write(
        "note",
        "Note",
        "---\ntitle: Note\n---\n\n# A note\n\nNo _claim_ here.  \n",
        [(quote, [claim])],
        source="note.md",
    )
    page = visit(write_page(world, tmp_path / "note.html")).page
    expect(page.locator("#text h3")).to_have_text("A note")
    expect(page.locator("#text p")).to_have_text(["No claim here.", "🌏 China welcomes Brazil_."])
    expect(page.locator("#text mark")).to_have_text("🌏 China welcomes Brazil_.")
    expect(page.locator("#text mark b")).to_have_text(["China", " ", "welcomes"])
    page.locator("#text mark").click()
    expect(page.locator("#text mark")).to_have_class("lit")
    expect(page.locator(".claim q")).to_have_text("🌏 China welcomes Brazil_.")
